//! Ranks whose frequency falls as a power of the rank: pages, products, diagnoses.

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::scope::in_range;
use super::{ColumnKind, Fill, Filled, Scope, Shape};
use crate::chance::Zipf;
use crate::value::{Texts, Type, Values};

/// Rank r of 1 to `ranks` with probability proportional to r^−exponent; with `labels`, the label of the rank.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ZipfColumn {
    /// Number of ranks, 1 to 10 million; as many as there are labels where there are any.
    #[serde(default)]
    pub ranks: u32,
    /// The exponent, 0 (all alike) to 4.
    pub exponent: f64,
    /// What the ranks are called, the most frequent first.
    #[serde(default)]
    pub labels: Vec<String>,
}

impl ColumnKind for ZipfColumn {
    fn shape(&self, _: &Scope<'_>) -> Checked<Shape> {
        in_range(self.exponent, 0.0, 4.0, "exponent")?;
        if self.labels.is_empty() {
            in_range(f64::from(self.ranks), 1.0, 1e7, "ranks")?;
            return Ok(Shape::of(Type::Integer));
        }
        Ok(Shape::of(Type::Text))
    }

    fn fill(&self, fill: &Fill<'_>) -> Checked<Filled> {
        let ranks = if self.labels.is_empty() { self.ranks } else { self.labels.len() as u32 };
        let zipf = Zipf::new(ranks, self.exponent);
        let mut stream = fill.stream("value");
        if self.labels.is_empty() {
            let drawn = (0..fill.rows).map(|_| i64::from(zipf.draw(&mut stream)));
            return Ok(Values::Integer(drawn.collect()).into());
        }
        let mut texts = Texts::with_capacity(fill.rows as usize, 0);
        let pieces: Vec<_> = self.labels.iter().map(|label| texts.intern(label)).collect();
        (0..fill.rows).for_each(|_| texts.push_piece(pieces[zipf.draw(&mut stream) as usize - 1]));
        Ok(Values::Text(texts).into())
    }
}
