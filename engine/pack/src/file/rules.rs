//! `rules.toml`: the business rules of the organisation, for people and, where a check needs it, for the engine.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::reading::Kind;
use crate::words::Words;

/// The rules.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BusinessRules {
    /// In the order of the brief.
    pub rules: Vec<BusinessRule>,
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BusinessRule {
    /// Unique in the pack.
    pub id: String,
    /// The rule, as the organisation states it.
    pub text: Words,
    /// Kinds of dirt that it is about, as `data.toml` names them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dirt: Vec<String>,
    /// Columns that it is about (`table.column` of `data.toml`); all that the dirt stands in, if none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<String>,
    /// What is to be done with such a cell or row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,
}

/// What is done with a defect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Action {
    /// The true value is found again.
    Fix,
    /// A plausible value is put there, and marked.
    Impute,
    /// The row is taken out, with its reason.
    Reject,
    /// A person decides.
    Escalate,
    /// It stays as it is.
    Keep,
}

impl Kind for BusinessRules {
    const FORMAT: &'static str = "creuset.rules";
    const SCHEMA: &'static str = "rules";
}
