//! SIREN: nine digits with Luhn's key.

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ColumnKind, Fill, Filled, Scope, Shape};
use crate::chance::Scatter;
use crate::checksum::luhn_digit;
use crate::value::{Texts, Type, Values};

/// A valid number, no two alike. It may by chance be that of a real company: nothing else in the data is.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Siren {
    /// Whether groups of three digits are set apart by a space.
    pub spaced: bool,
}

/// Eight digits, the first from 3 to 9 as in numbers that were given to companies.
const FIRST: u64 = 30_000_000;
const LAST: u64 = 99_999_999;

/// What scatters numbers, and the digits of the one of a row.
pub(super) struct Sirens(Scatter);

impl Sirens {
    pub(super) fn new(fill: &Fill<'_>) -> Self {
        Self(Scatter::new(&mut fill.stream("value"), LAST - FIRST + 1))
    }

    pub(super) fn of(&self, row: u32) -> [u8; 9] {
        let mut rest = FIRST + self.0.at(u64::from(row));
        let mut digits = [0; 9];
        for place in (0..8).rev() {
            digits[place] = (rest % 10) as u8;
            rest /= 10;
        }
        digits[8] = luhn_digit(&digits[..8]);
        digits
    }
}

impl ColumnKind for Siren {
    fn shape(&self, _: &Scope<'_>) -> Checked<Shape> {
        Ok(Shape::of(Type::Text))
    }

    fn fill(&self, fill: &Fill<'_>) -> Checked<Filled> {
        let sirens = Sirens::new(fill);
        let mut texts = Texts::with_capacity(fill.rows as usize, fill.rows as usize * 9);
        for row in 0..fill.rows {
            texts.push_with(|text| {
                for (place, digit) in sirens.of(row).into_iter().enumerate() {
                    if self.spaced && place > 0 && place % 3 == 0 {
                        text.push(' ');
                    }
                    text.push(char::from(b'0' + digit));
                }
            });
        }
        Ok(Values::Text(texts).into())
    }
}
