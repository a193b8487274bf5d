//! Codes that lost the zeros in front, as in a spreadsheet.
//!
//! No parameters. Eligible are texts of ASCII digits that begin with 0 and have another digit; the last digit stays.

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DirtKind, Work, cells};
use crate::column::Scope;
use crate::spec::DirtSpec;

/// Each chosen code loses the zeros in front: `01160` becomes `1160`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LostLeadingZeros {}

impl DirtKind for LostLeadingZeros {
    fn check(&self, scope: &Scope<'_>, declared: &DirtSpec) -> Checked<()> {
        cells::typed(scope, declared, cells::TEXT)
    }

    fn apply(&self, work: &mut Work<'_>) -> Checked<()> {
        let fits =
            |text: &str| text.len() > 1 && text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit());
        cells::change_texts(work, fits, |text, _, out| {
            let short = text.trim_start_matches('0');
            out.push_str(if short.is_empty() { "0" } else { short });
        });
        Ok(())
    }
}
