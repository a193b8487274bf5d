//! Codes by a pattern: serial numbers, delivery points, plates.

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::scope::invalid;
use super::{ColumnKind, Fill, Filled, Scope, Shape};
use crate::chance::Scatter;
use crate::value::{Texts, Type, Values};

/// A text in which `#` is a digit, `@` a capital letter without I, O and U, `%` a hexadecimal digit; `\` before one of
/// them leaves it as it is. With `unique`, no two rows have the same code as long as there are enough.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    /// The pattern.
    pub pattern: String,
    /// Whether codes may not repeat; at most 2⁶² codes are used then.
    #[serde(default)]
    pub unique: bool,
}

const DIGITS: &[u8] = b"0123456789";
const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRSTVWXYZ";
const HEXADECIMAL: &[u8] = b"0123456789abcdef";

enum Place {
    Fixed(char),
    OneOf(&'static [u8]),
}

impl Pattern {
    fn places(&self) -> Vec<Place> {
        let mut places = Vec::new();
        let mut chars = self.pattern.chars();
        while let Some(char) = chars.next() {
            places.push(match char {
                '#' => Place::OneOf(DIGITS),
                '@' => Place::OneOf(LETTERS),
                '%' => Place::OneOf(HEXADECIMAL),
                '\\' => Place::Fixed(chars.next().unwrap_or('\\')),
                char => Place::Fixed(char),
            });
        }
        places
    }

    /// How many codes there are.
    fn count(&self) -> u64 {
        let size = |place: &Place| if let Place::OneOf(signs) = place { signs.len() as u64 } else { 1 };
        self.places().iter().map(size).fold(1, u64::saturating_mul)
    }
}

impl ColumnKind for Pattern {
    fn shape(&self, _: &Scope<'_>) -> Checked<Shape> {
        if self.count() == 1 {
            return Err(invalid(&self.pattern, "pattern"));
        }
        Ok(Shape::of(Type::Text))
    }

    fn fill(&self, fill: &Fill<'_>) -> Checked<Filled> {
        let places = self.places();
        let count = self.count().min(1 << 62);
        let scatter = self.unique.then(|| Scatter::new(&mut fill.stream("order"), count));
        let mut stream = fill.stream("value");
        let mut texts = Texts::with_capacity(fill.rows as usize, fill.rows as usize * places.len());
        for row in 0..fill.rows {
            let mut rest = scatter.as_ref().map(|scatter| scatter.at(u64::from(row)));
            texts.push_with(|text| {
                for place in &places {
                    match place {
                        Place::Fixed(char) => text.push(*char),
                        Place::OneOf(signs) => {
                            let size = signs.len() as u64;
                            let drawn = match &mut rest {
                                Some(rest) => {
                                    let digit = *rest % size;
                                    *rest /= size;
                                    digit
                                }
                                None => stream.below(size),
                            };
                            text.push(char::from(signs[drawn as usize]));
                        }
                    }
                }
            });
        }
        Ok(Values::Text(texts).into())
    }
}
