//! Texts of authors, in both languages.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The languages in which a pack speaks, French first.
pub const LANGUAGES: [&str; 2] = ["fr", "en"];

/// One text in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// In French.
    #[schemars(length(min = 1))]
    pub fr: String,
    /// In English.
    #[schemars(length(min = 1))]
    pub en: String,
}

impl Words {
    /// The text in a language of [`LANGUAGES`]; French for any other.
    pub fn of(&self, language: &str) -> &str {
        if language == "en" { &self.en } else { &self.fr }
    }

    /// The languages in which nothing is said.
    pub(crate) fn silent(&self) -> impl Iterator<Item = &'static str> {
        LANGUAGES.into_iter().filter(|language| self.of(language).trim().is_empty())
    }
}
