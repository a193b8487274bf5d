//! Numbers in another unit than their column: square feet among square metres, yearly rents among monthly ones.
//!
//! | Parameter | Range | Default |
//! |---|---|---|
//! | `factor` | −10⁹ to 10⁹, not 0 | required |
//! | `offset` | −10⁹ to 10⁹, added after the factor (°C to °F: 1.8 and 32) | 0 |
//! | `digits` | 0 to 9 digits after the point that are kept | 2 |
//!
//! Eligible are numbers that the change makes another one in the type of their column.

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::scaling::Scaling;
use super::{DirtKind, Work, cells};
use crate::column::{Scope, in_range, invalid};
use crate::spec::DirtSpec;

/// Each chosen number becomes `value · factor + offset`, rounded.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnitMixups {
    /// Multiplies.
    pub factor: f64,
    /// Is added then.
    #[serde(default)]
    pub offset: f64,
    /// Digits after the point that are kept, 0 to 9.
    #[serde(default = "digits")]
    pub digits: u8,
}

fn digits() -> u8 {
    2
}

impl DirtKind for UnitMixups {
    fn check(&self, scope: &Scope<'_>, declared: &DirtSpec) -> Checked<()> {
        cells::typed(scope, declared, cells::NUMERIC)?;
        in_range(self.factor, -1e9, 1e9, "factor")?;
        in_range(self.offset, -1e9, 1e9, "offset")?;
        in_range(f64::from(self.digits), 0.0, 9.0, "digits")?;
        if self.factor == 0.0 || (self.factor == 1.0 && self.offset == 0.0) {
            return Err(invalid("changes nothing", "factor"));
        }
        Ok(())
    }

    fn apply(&self, work: &mut Work<'_>) -> Checked<()> {
        Scaling { factors: &[self.factor], offset: self.offset, digits: self.digits }.apply(work);
        Ok(())
    }
}
