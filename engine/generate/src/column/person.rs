//! Names of people: given name, family name, sex. Columns with the same draw are about the same person.

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::scope::in_range;
use super::{ColumnKind, Fill, Filled, Scope, Shape};
use crate::chance::Zipf;
use crate::lists::{given_names, surnames};
use crate::value::{Texts, Type, Values};

/// A part of a person. Sex is drawn first, the given name by it; names come by rank^−0.6. Nobody is meant: given names
/// are common ones, family names are composed.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// What is written.
    pub part: Part,
    /// Name of the draw: columns of a table with the same draw are about the same person.
    #[serde(default)]
    pub draw: String,
    /// Share of women; the same for all columns of a draw.
    #[serde(default = "half")]
    pub women: f64,
}

/// A part of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Given name.
    Given,
    /// Family name.
    Family,
    /// `F` or `M`.
    Sex,
    /// `Mme` or `M.`.
    Title,
}

fn half() -> f64 {
    0.5
}

/// How unevenly names are spread.
const SKEW: f64 = 0.6;

impl ColumnKind for Person {
    fn shape(&self, _: &Scope<'_>) -> Checked<Shape> {
        in_range(self.women, 0.0, 1.0, "women")?;
        Ok(Shape::of(Type::Text))
    }

    fn fill(&self, fill: &Fill<'_>) -> Checked<Filled> {
        let mut texts = Texts::with_capacity(fill.rows as usize, 0);
        let mut sexes = fill.shared_stream(&self.draw, "sex");
        match self.part {
            Part::Sex | Part::Title => {
                let words = if self.part == Part::Sex { ["M", "F"] } else { ["M.", "Mme"] };
                let pieces = words.map(|word| texts.intern(word));
                (0..fill.rows).for_each(|_| texts.push_piece(pieces[usize::from(sexes.happens(self.women))]));
            }
            Part::Given => {
                let lists = [given_names(false), given_names(true)];
                let pieces = lists.map(|names| {
                    let zipf = Zipf::new(names.len() as u32, SKEW);
                    (zipf, names.into_iter().map(|name| texts.intern(name)).collect::<Vec<_>>())
                });
                let mut stream = fill.shared_stream(&self.draw, "given");
                for _ in 0..fill.rows {
                    let (zipf, names) = &pieces[usize::from(sexes.happens(self.women))];
                    texts.push_piece(names[zipf.draw(&mut stream) as usize - 1]);
                }
            }
            Part::Family => {
                let pieces: Vec<_> = surnames().into_iter().map(|name| texts.intern(name)).collect();
                let zipf = Zipf::new(pieces.len() as u32, SKEW);
                let mut stream = fill.shared_stream(&self.draw, "family");
                (0..fill.rows).for_each(|_| texts.push_piece(pieces[zipf.draw(&mut stream) as usize - 1]));
            }
        }
        Ok(Values::Text(texts).into())
    }
}
