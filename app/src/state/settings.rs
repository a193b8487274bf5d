//! The person's settings: how the pages look, read and answer to keys. Stored as one JSON document.

use serde::{Deserialize, Serialize};

use crate::i18n::Language;

/// Storage key of the settings.
pub const KEY: &str = "creuset.settings";

/// The ground of the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the system is set.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Strongest contrast.
    HighContrast,
}

impl Theme {
    /// All, in the order of the choice.
    pub const ALL: [Self; 4] = [Self::System, Self::Light, Self::Dark, Self::HighContrast];

    /// Value of the attribute that the style sheets read, also the ending of its label's key.
    pub fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::HighContrast => "high-contrast",
        }
    }
}

/// The size of all text, in percent of the browser's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextSize {
    /// 90 %.
    Small,
    /// 100 %.
    #[default]
    Normal,
    /// 115 %.
    Large,
    /// 130 %.
    Larger,
}

impl TextSize {
    /// All, from small to large.
    pub const ALL: [Self; 4] = [Self::Small, Self::Normal, Self::Large, Self::Larger];

    /// Value of the attribute that the style sheets read, also the ending of its label's key.
    pub fn name(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Normal => "normal",
            Self::Large => "large",
            Self::Larger => "larger",
        }
    }
}

/// The typeface of the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Font {
    /// The system's own.
    #[default]
    System,
    /// Atkinson Hyperlegible: letters that are hard to confuse.
    Hyperlegible,
}

impl Font {
    /// All, in the order of the choice.
    pub const ALL: [Self; 2] = [Self::System, Self::Hyperlegible];

    /// Value of the attribute that the style sheets read, also the ending of its label's key.
    pub fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Hyperlegible => "hyperlegible",
        }
    }
}

/// All settings. A field that is missing in storage has its default; motion follows the system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Language of the pages; the browser's until it is chosen.
    pub language: Option<Language>,
    /// Ground.
    pub theme: Theme,
    /// Size of text.
    pub text_size: TextSize,
    /// Typeface.
    pub font: Font,
    /// Whether keys without Ctrl, Alt or ⌘ act (WCAG 2.1.4).
    pub single_keys: bool,
    /// Whether the first steps are still shown on the home page.
    pub show_guide: bool,
    /// Name or pseudonym under which exercises are done here; empty until it is given.
    pub candidate: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: None,
            theme: Theme::default(),
            text_size: TextSize::default(),
            font: Font::default(),
            single_keys: true,
            show_guide: true,
            candidate: String::new(),
        }
    }
}

impl Settings {
    /// Reads stored settings; what cannot be read is the default.
    pub fn parse(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// The text that is stored.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_read_back_and_survive_damage() {
        let chosen = Settings { language: Some(Language::En), theme: Theme::HighContrast, ..Settings::default() };
        assert_eq!(Settings::parse(&chosen.to_json()), chosen);
        for text in ["", "[]", r#"{"theme":"plaid"}"#] {
            assert_eq!(Settings::parse(text), Settings::default(), "{text}");
        }
        assert_eq!(Settings::parse(r#"{"theme":"dark","later":1}"#).theme, Theme::Dark);
    }
}
