//! Whether the mechanism behind missing values was declared rightly, with a test that supports it.
//!
//! Mechanisms as in D. B. Rubin, Inference and missing data, Biometrika 63 (1976). MCAR is supported by a test that
//! finds no dependence, MAR by one that finds dependence on the column that drives it, MNAR (which the data alone
//! cannot prove) by one that finds dependence on a column that stands for the missing value.
//! Figures count only if the table was made by an operation that computes them.

use std::collections::BTreeMap;

use generate::ledger::{Mechanism, Missingness};
use protocol::score::{CheckSpec, Part};
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::Deserialize;

use super::deliverable::Deliverable;
use super::{Check, Evidence, Judgement, Truth};

/// The check `missingness_mechanism`.
pub struct MissingnessMechanism;

/// Parameters of the check.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// Operations that compute the test; with a table of other making only the mechanism counts.
    pub made_by: Vec<String>,
    /// Level of significance: below it a dependence is found.
    pub level: f64,
    /// Share of a column's points for the mechanism alone, 0 to 1; the rest is for the test.
    pub mechanism_alone: f64,
}

impl Check for MissingnessMechanism {
    const NAME: &'static str = "missingness_mechanism";
    type Params = Params;

    fn judge(check: &CheckSpec, params: &Params, evidence: &Evidence, truth: &Truth) -> Checked<Judgement> {
        let declared = match declared(check, evidence) {
            Ok(declared) => declared,
            Err(refused) => return Ok(refused),
        };
        let computed = {
            let mut makers = evidence.makers(check.table.as_deref().unwrap_or_default()).peekable();
            makers.peek().is_some() && makers.all(|maker| params.made_by.iter().any(|one| one == maker))
        };
        let expected = truth.missingness();
        let mut judgement = Judgement::default();
        if !computed {
            let warning = Diagnostic::new(Code::ScoreTestNotComputed).with("operations", params.made_by.clone());
            judgement.findings.push(*warning.severity(protocol::Severity::Warning));
        }
        let mut sum = 0.0;
        for missing in &expected {
            let found = declared.get(&missing.column).map_or(&[][..], Vec::as_slice);
            let (share, code) = match found {
                [] => (0.0, Some(Code::ScoreMechanismUndeclared)),
                [first, rest @ ..] if rest.iter().any(|other| other.mechanism != first.mechanism) => {
                    (0.0, Some(Code::ScoreMechanismContradiction))
                }
                [first, ..] if first.mechanism != Some(missing.mechanism) => (0.0, Some(Code::ScoreMechanismWrong)),
                found if computed && found.iter().any(|one| one.supports(missing, params.level)) => (1.0, None),
                _ => (params.mechanism_alone.clamp(0.0, 1.0), Some(Code::ScoreMechanismUnsupported)),
            };
            sum += share;
            let told = code.map(|code| Diagnostic::new(code).with("column", missing.column.as_str()));
            judgement.findings.extend(told.map(|told| *told.severity(protocol::Severity::Warning)));
            judgement.parts.push(Part { name: missing.column.clone(), share, counts: BTreeMap::new() });
        }
        judgement.share = sum / expected.len().max(1) as f64;
        Ok(judgement)
    }
}

/// One declaration.
struct Declaration {
    mechanism: Option<Mechanism>,
    against: Option<String>,
    p_value: Option<f64>,
}

impl Declaration {
    fn supports(&self, missing: &Missingness, level: f64) -> bool {
        let Some(p_value) = self.p_value else { return false };
        let against = self.against.as_deref();
        match missing.mechanism {
            Mechanism::Mcar => p_value >= level,
            Mechanism::Mar => p_value < level && against.is_some() && against == missing.driver.as_deref(),
            Mechanism::Mnar => p_value < level && against.is_some_and(|against| against != missing.column),
        }
    }
}

fn declared(check: &CheckSpec, evidence: &Evidence) -> Result<BTreeMap<String, Vec<Declaration>>, Judgement> {
    let table = Deliverable::of(check, evidence)?;
    let (columns, mechanisms) = (table.texts("column")?, table.texts("mechanism")?);
    let (against, p_values) = (table.texts("against")?, table.texts("p_value")?);
    let mut declared: BTreeMap<String, Vec<Declaration>> = BTreeMap::new();
    for row in 0..table.rows() {
        let Some(column) = &columns[row] else { continue };
        let mechanism = mechanisms[row].as_deref().and_then(|word| match word {
            "mcar" => Some(Mechanism::Mcar),
            "mar" => Some(Mechanism::Mar),
            "mnar" => Some(Mechanism::Mnar),
            _ => None,
        });
        let p_value = p_values[row].as_ref().and_then(|value| value.parse().ok());
        let declaration = Declaration { mechanism, against: against[row].clone(), p_value };
        declared.entry(column.clone()).or_default().push(declaration);
    }
    Ok(declared)
}
