//! Texts read in the wrong encoding.
//!
//! | Parameter | Range | Default |
//! |---|---|---|
//! | `encoding` | label of a single-byte encoding of the Encoding Standard | `windows-1252` |
//! | `way` | `double`: UTF-8 bytes read in that encoding; `lost`: bytes of that encoding read as UTF-8 | `double` |
//! | `times` | 1 to 3 times in a row (with `double`) | 1 |
//!
//! `double` can be undone by the way back; eligible are texts that it changes and whose bytes all stand for a character.
//! `lost` cannot: each byte that is no UTF-8 becomes U+FFFD.

use encoding_rs::{Encoding, UTF_8};
use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DirtKind, Work, cells};
use crate::column::{Scope, in_range, invalid};
use crate::spec::DirtSpec;

/// Which way the bytes were misread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// UTF-8 bytes read in the other encoding: “é” becomes “Ã©”.
    #[default]
    Double,
    /// Bytes of the other encoding read as UTF-8: “é” becomes U+FFFD.
    Lost,
}

/// Each chosen text is misread.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Mojibake {
    /// Label of the other encoding.
    pub encoding: String,
    /// Which way.
    pub way: Way,
    /// How often in a row, 1 to 3.
    pub times: u8,
}

impl Default for Mojibake {
    fn default() -> Self {
        Self { encoding: "windows-1252".into(), way: Way::Double, times: 1 }
    }
}

impl Mojibake {
    fn other(&self) -> Option<&'static Encoding> {
        let found = Encoding::for_label_no_replacement(self.encoding.as_bytes());
        found.filter(|encoding| encoding.is_single_byte())
    }

    /// The misread text; none if it would be the same, or if bytes stand for nothing.
    fn misread(&self, other: &'static Encoding, text: &str) -> Option<String> {
        if text.is_ascii() {
            return None;
        }
        let mut text = text.to_owned();
        match self.way {
            Way::Double => {
                for _ in 0..self.times {
                    let read = other.decode_without_bom_handling_and_without_replacement(text.as_bytes())?;
                    text = read.into_owned();
                }
            }
            Way::Lost => {
                let (bytes, _, lossy) = other.encode(&text);
                if lossy {
                    return None;
                }
                text = UTF_8.decode_without_bom_handling(&bytes).0.into_owned();
            }
        }
        Some(text)
    }
}

impl DirtKind for Mojibake {
    fn check(&self, scope: &Scope<'_>, declared: &DirtSpec) -> Checked<()> {
        cells::typed(scope, declared, cells::TEXT)?;
        in_range(f64::from(self.times), 1.0, 3.0, "times")?;
        match self.other() {
            Some(_) => Ok(()),
            None => Err(invalid(format!("no single-byte encoding: {}", self.encoding), "encoding")),
        }
    }

    fn apply(&self, work: &mut Work<'_>) -> Checked<()> {
        let Some(other) = self.other() else { return Ok(()) };
        cells::change_texts(
            work,
            |text| self.misread(other, text).is_some(),
            |text, _, out| out.push_str(&self.misread(other, text).unwrap_or_default()),
        );
        Ok(())
    }
}
