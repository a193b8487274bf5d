//! Slips of the keyboard in texts.
//!
//! | Parameter | Range | Default |
//! |---|---|---|
//! | `slips` | some of `neighbour`, `transposition`, `omission`, `doubling` | all |
//! | `per_cell` | 1 to 5 slips in each cell | 1 |
//! | `min_length` | 2 to 200 letters that a text must have | 4 |
//! | `layout` | `azerty`, `qwerty` | `azerty` |
//! | `first` | whether the first letter may be hit | false |

use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::slip::{Fingers, Layout, Slip};
use super::{DirtKind, Work, cells};
use crate::column::{Scope, in_range};
use crate::spec::DirtSpec;

/// Each chosen text gets slips; it always differs from what it was.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Typos {
    /// The slips that happen, each as likely.
    pub slips: Vec<Slip>,
    /// Slips in each cell, 1 to 5.
    pub per_cell: u8,
    /// Letters that a text must have, 2 to 200.
    pub min_length: u8,
    /// The keyboard.
    pub layout: Layout,
    /// Whether the first letter may be hit.
    pub first: bool,
}

impl Default for Typos {
    fn default() -> Self {
        let slips = vec![Slip::Neighbour, Slip::Transposition, Slip::Omission, Slip::Doubling];
        Self { slips, per_cell: 1, min_length: 4, layout: Layout::Azerty, first: false }
    }
}

impl DirtKind for Typos {
    fn check(&self, scope: &Scope<'_>, declared: &DirtSpec) -> Checked<()> {
        cells::typed(scope, declared, cells::TEXT)?;
        in_range(f64::from(self.per_cell), 1.0, 5.0, "per_cell")?;
        in_range(f64::from(self.min_length), 2.0, 200.0, "min_length")?;
        if self.slips.is_empty() {
            return Err(Diagnostic::new(Code::ParamRequired).at_field("/slips"));
        }
        Ok(())
    }

    fn apply(&self, work: &mut Work<'_>) -> Checked<()> {
        let fingers = Fingers { slips: &self.slips, layout: self.layout, first: self.first };
        let least = usize::from(self.min_length.max(1));
        let long = |text: &str| text.chars().filter(|char| char.is_alphabetic()).nth(least - 1).is_some();
        cells::change_texts(
            work,
            |text| long(text) && fingers.fits(text),
            |text, stream, out| fingers.write(text, self.per_cell, stream, out),
        );
        Ok(())
    }
}
