//! A text in both languages of the interface.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The same words in French and in English.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// In French.
    pub fr: String,
    /// In English.
    pub en: String,
}

impl Words {
    /// Whether one of the two is missing or blank.
    pub fn lacks_one(&self) -> bool {
        self.fr.trim().is_empty() || self.en.trim().is_empty()
    }

    /// Whether both are the same: as a rule the sign that one was not translated.
    pub fn are_the_same(&self) -> bool {
        self.fr == self.en
    }
}
