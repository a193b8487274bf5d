//! French IBANs: bank, branch, account, with the national and the international key.

use std::fmt::Write;

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::scope::in_range;
use super::{ColumnKind, Fill, Filled, Scope, Shape};
use crate::chance::{Scatter, Zipf};
use crate::checksum::{iban_check, rib_key};
use crate::value::{Texts, Type, Values};

/// `FR` and 25 digits: two check digits (ISO 13616), a bank, a branch, an account of eleven digits, the RIB key. Banks
/// have invented codes from 90001 on and come by rank^−1; no two accounts are alike.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Iban {
    /// Number of banks, 1 to 999.
    pub banks: u32,
    /// Whether groups of four characters are set apart by a space.
    pub spaced: bool,
}

impl Default for Iban {
    fn default() -> Self {
        Self { banks: 12, spaced: false }
    }
}

impl ColumnKind for Iban {
    fn shape(&self, _: &Scope<'_>) -> Checked<Shape> {
        in_range(f64::from(self.banks), 1.0, 999.0, "banks")?;
        Ok(Shape::of(Type::Text))
    }

    fn fill(&self, fill: &Fill<'_>) -> Checked<Filled> {
        let banks = Zipf::new(self.banks, 1.0);
        let accounts = Scatter::new(&mut fill.stream("account"), 100_000_000_000);
        let mut stream = fill.stream("value");
        let mut texts = Texts::with_capacity(fill.rows as usize, fill.rows as usize * 27);
        let (mut account, mut number) = (String::new(), String::new());
        for row in 0..fill.rows {
            let bank = 90_000 + u64::from(banks.draw(&mut stream));
            let branch = 1 + stream.below(400) * 7;
            account.clear();
            number.clear();
            // Writing to a string cannot fail, and digits have keys.
            let _ = write!(account, "{:011}", accounts.at(u64::from(row)));
            let key = rib_key(bank, branch, &account).unwrap_or_default();
            let _ = write!(number, "{bank:05}{branch:05}{account}{key:02}");
            let check = iban_check("FR", &number).unwrap_or_default();
            texts.push_with(|text| {
                if !self.spaced {
                    let _ = write!(text, "FR{check:02}{number}");
                    return;
                }
                let _ = write!(text, "FR{check:02}");
                for (place, char) in number.chars().enumerate() {
                    if place % 4 == 0 {
                        text.push(' ');
                    }
                    text.push(char);
                }
            });
        }
        Ok(Values::Text(texts).into())
    }
}
