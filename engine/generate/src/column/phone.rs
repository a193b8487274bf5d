//! French telephone numbers that belong to nobody.

use std::fmt::Write;

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::scope::in_range;
use super::{ColumnKind, Fill, Filled, Scope, Shape};
use crate::value::{Texts, Type, Values};

/// A number of the ranges that are reserved for works of fiction (Arcep, numbering plan, decision 2018-0881): 01 99 00,
/// 02 61 91, 03 53 01, 04 65 71, 05 36 49 and 06 39 98, each with ten thousand numbers. So numbers repeat in long
/// tables.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Phone {
    /// Share of mobile numbers.
    pub mobile: f64,
    /// What stands between two groups of digits.
    pub separator: String,
}

impl Default for Phone {
    fn default() -> Self {
        Self { mobile: 0.7, separator: " ".into() }
    }
}

const MOBILE: [&str; 3] = ["06", "39", "98"];
const FIXED: [[&str; 3]; 5] =
    [["01", "99", "00"], ["02", "61", "91"], ["03", "53", "01"], ["04", "65", "71"], ["05", "36", "49"]];

impl ColumnKind for Phone {
    fn shape(&self, _: &Scope<'_>) -> Checked<Shape> {
        in_range(self.mobile, 0.0, 1.0, "mobile")?;
        Ok(Shape::of(Type::Text))
    }

    fn fill(&self, fill: &Fill<'_>) -> Checked<Filled> {
        let mut stream = fill.stream("value");
        let mut texts = Texts::with_capacity(fill.rows as usize, fill.rows as usize * 14);
        let between = &self.separator;
        for _ in 0..fill.rows {
            let is_mobile = stream.happens(self.mobile);
            let area = FIXED[stream.below(FIXED.len() as u64) as usize];
            let [first, second, third] = if is_mobile { MOBILE } else { area };
            let rest = stream.below(10_000);
            texts.push_with(|text| {
                let (fourth, fifth) = (rest / 100, rest % 100);
                // Writing to a string cannot fail.
                let _ = write!(text, "{first}{between}{second}{between}{third}{between}{fourth:02}{between}{fifth:02}");
            });
        }
        Ok(Values::Text(texts).into())
    }
}
