//! Scoring: checks of a pack over a replayed recipe and the known truth.
//!
//! A kind of check is one file with its parameters and a line of the registry. It is a pure function
//! `(check, evidence, truth) → result`: no time, no language, no look at how the recipe was made beyond its steps.
//! Boundary: figures and codes. What they are called and whether a level is reached is said by the page.

mod anomaly_detection;
mod autopilot;
mod deliverable;
mod evidence;
mod missingness_mechanism;
mod player;
mod profiler;
mod ramp;
#[cfg(test)]
mod tests;
mod truth;

use protocol::score::{CheckResult, CheckSpec, Part, Scorecard};
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde_json::Value;

pub use autopilot::autopilot;
pub use evidence::Evidence;
pub use player::{Forgery, Player, Style, play};
pub use ramp::Ramp;
pub use truth::Truth;

/// What a check came to, before points are given.
#[derive(Debug, Clone, Default)]
pub struct Judgement {
    /// Share of the points that are earned, 0 to 1.
    pub share: f64,
    /// Figures behind it.
    pub parts: Vec<Part>,
    /// What a candidate may be told.
    pub findings: Vec<Diagnostic>,
}

/// A kind of check, as its author writes it.
pub trait Check: Send + Sync + 'static {
    /// Stable name, by which packs ask for it.
    const NAME: &'static str;
    /// Parameters.
    type Params: DeserializeOwned + JsonSchema;
    /// What the evidence is worth.
    ///
    /// # Errors
    /// Only what is wrong with the check itself; a deliverable that does not hold is a finding and earns less.
    fn judge(check: &CheckSpec, params: &Self::Params, evidence: &Evidence, truth: &Truth) -> Checked<Judgement>;
    /// What a player that does no honest work hands in: rows of the deliverable.
    fn forge(check: &CheckSpec, params: &Self::Params, truth: &Truth, player: &mut Player) -> Forgery;
}

/// A line of the registry.
pub struct Entry {
    /// Name of the kind.
    pub name: &'static str,
    judge: fn(&CheckSpec, &Evidence, &Truth) -> Checked<Judgement>,
    forge: fn(&CheckSpec, &Truth, &mut Player) -> Checked<Forgery>,
    check: fn(&CheckSpec) -> Checked<()>,
    // As those of the generator: for native tools only.
    #[cfg(not(target_arch = "wasm32"))]
    schema: fn() -> schemars::Schema,
}

impl Entry {
    const fn of<C: Check>() -> Self {
        fn params<C: Check>(check: &CheckSpec) -> Checked<C::Params> {
            serde_json::from_value(Value::Object(check.params.clone())).map_err(|error| {
                let finding = Diagnostic::new(Code::CheckParams).with("id", check.id.as_str());
                finding.with("check", check.check.as_str()).with("detail", error.to_string())
            })
        }
        fn judge<C: Check>(check: &CheckSpec, evidence: &Evidence, truth: &Truth) -> Checked<Judgement> {
            C::judge(check, &params::<C>(check)?, evidence, truth)
        }
        fn forge<C: Check>(check: &CheckSpec, truth: &Truth, player: &mut Player) -> Checked<Forgery> {
            Ok(C::forge(check, &params::<C>(check)?, truth, player))
        }
        fn fits<C: Check>(check: &CheckSpec) -> Checked<()> {
            params::<C>(check).map(drop)
        }
        Self {
            name: C::NAME,
            judge: judge::<C>,
            forge: forge::<C>,
            check: fits::<C>,
            #[cfg(not(target_arch = "wasm32"))]
            schema: || schemars::schema_for!(C::Params),
        }
    }

    /// JSON Schema of the parameters.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn schema(&self) -> schemars::Schema {
        (self.schema)()
    }
}

/// Every kind of check, by name.
pub static KINDS: &[Entry] =
    &[Entry::of::<anomaly_detection::AnomalyDetection>(), Entry::of::<missingness_mechanism::MissingnessMechanism>()];

fn find(check: &CheckSpec) -> Checked<&'static Entry> {
    KINDS.iter().find(|entry| entry.name == check.check).ok_or_else(|| {
        let known: Vec<String> = KINDS.iter().map(|entry| entry.name.to_owned()).collect();
        let finding = Diagnostic::new(Code::CheckUnknown).with("id", check.id.as_str());
        finding.with("check", check.check.as_str()).with("candidates", known)
    })
}

/// Whether the kind of a check is known and its parameters fit.
///
/// # Errors
/// `check-unknown`, `check-params`.
pub fn fits(check: &CheckSpec) -> Checked<()> {
    (find(check)?.check)(check)
}

/// The scorecard of the evidence.
///
/// # Errors
/// `check-unknown`, `check-params`.
pub fn score(checks: &[CheckSpec], evidence: &Evidence, truth: &Truth) -> Checked<Scorecard> {
    let checks = checks.iter().map(|check| {
        let Judgement { share, parts, findings } = (find(check)?.judge)(check, evidence, truth)?;
        let points = check.points * share.clamp(0.0, 1.0);
        Ok(CheckResult {
            id: check.id.clone(),
            criterion: check.criterion.clone(),
            points,
            of: check.points,
            parts,
            findings,
        })
    });
    Ok(Scorecard { checks: checks.collect::<Checked<_>>()? })
}
