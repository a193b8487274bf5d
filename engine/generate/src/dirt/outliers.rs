//! Errors of magnitude: a point in the wrong place, a sign too much.
//!
//! | Parameter | Range | Default |
//! |---|---|---|
//! | `factors` | numbers, not 0 or 1; −1 turns the sign | 10, 100 |
//!
//! Eligible are numbers that one of the factors makes another one in the type of their column (so not 0).
//! Legitimate extremes are another kind, `genuine_extremes`.

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::scaling::Scaling;
use super::{DirtKind, Work, cells};
use crate::column::{Scope, in_range, invalid};
use crate::spec::DirtSpec;

/// Each chosen number is multiplied by one of the factors.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Outliers {
    /// The factors, each as likely.
    pub factors: Vec<f64>,
}

impl Default for Outliers {
    fn default() -> Self {
        Self { factors: vec![10.0, 100.0] }
    }
}

impl DirtKind for Outliers {
    fn check(&self, scope: &Scope<'_>, declared: &DirtSpec) -> Checked<()> {
        cells::typed(scope, declared, cells::NUMERIC)?;
        factors(&self.factors)
    }

    fn apply(&self, work: &mut Work<'_>) -> Checked<()> {
        Scaling { factors: &self.factors, offset: 0.0, digits: 9 }.apply(work);
        Ok(())
    }
}

/// Finds what is wrong with factors.
pub(super) fn factors(factors: &[f64]) -> Checked<()> {
    if factors.is_empty() {
        return Err(invalid("no factor", "factors"));
    }
    for (place, factor) in factors.iter().enumerate() {
        in_range(*factor, -1e9, 1e9, &format!("factors/{place}"))?;
        if *factor == 0.0 || *factor == 1.0 {
            return Err(invalid("0 or 1", &format!("factors/{place}")));
        }
    }
    Ok(())
}
