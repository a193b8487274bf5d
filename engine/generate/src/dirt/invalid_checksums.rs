//! Identifiers whose key no longer fits: one digit is another one.
//!
//! | Parameter | Range | Default |
//! |---|---|---|
//! | `keep` | 0 to 40 characters at the start that are left alone | 0 |
//!
//! No key needs to be computed here: Luhn's (SIREN, SIRET, cards), those modulo 97 (NIR, IBAN, RIB, VAT) and modulo 11
//! or 10 with weights 1 and 3 (ISBN, EAN) refuse every number that differs from a right one in a single digit.

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DirtKind, Work, cells};
use crate::chance::Stream;
use crate::column::{Scope, in_range};
use crate::spec::DirtSpec;

/// Each chosen text has one of its digits replaced by another digit.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct InvalidChecksums {
    /// Characters at the start that are left alone, 0 to 40.
    pub keep: u8,
}

impl DirtKind for InvalidChecksums {
    fn check(&self, scope: &Scope<'_>, declared: &DirtSpec) -> Checked<()> {
        cells::typed(scope, declared, cells::TEXT)?;
        in_range(f64::from(self.keep), 0.0, 40.0, "keep")
    }

    fn apply(&self, work: &mut Work<'_>) -> Checked<()> {
        let keep = usize::from(self.keep);
        cells::change_texts(
            work,
            |text| text.chars().skip(keep).any(|char| char.is_ascii_digit()),
            |text, stream, out| change_digit(text, keep, stream, out),
        );
        Ok(())
    }
}

/// Writes the text with one digit after the first `keep` characters changed to another.
pub(super) fn change_digit(text: &str, keep: usize, stream: &mut Stream, out: &mut String) {
    let digits = text.char_indices().skip(keep).filter(|(_, char)| char.is_ascii_digit());
    let places: Vec<(usize, char)> = digits.collect();
    let Some(&(at, digit)) = stream.pick(&places) else { return out.push_str(text) };
    let old = digit as u8 - b'0';
    let new = (old + 1 + stream.below(9) as u8) % 10;
    out.push_str(&text[..at]);
    out.push(char::from(b'0' + new));
    out.push_str(&text[at + 1..]);
}
