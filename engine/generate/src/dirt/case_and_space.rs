//! Capitals and spaces where they do not belong, accents left out.
//!
//! | Parameter | Range | Default |
//! |---|---|---|
//! | `forms` | some of `upper`, `lower`, `title`, `leading`, `trailing`, `doubled`, `no_break`, `accents` | `upper`, `lower`, `leading`, `trailing`, `doubled` |
//!
//! Each chosen text takes one of the forms that change it. Eligible are texts that one of them changes.

use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{DirtKind, Work, cells};
use crate::chance::Stream;
use crate::column::Scope;
use crate::spec::DirtSpec;

/// How a text is written otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Noise {
    /// In capitals.
    Upper,
    /// In small letters.
    Lower,
    /// Each word with a capital.
    Title,
    /// One to three spaces before it.
    Leading,
    /// One to three spaces after it.
    Trailing,
    /// One of its spaces twice.
    Doubled,
    /// No-break spaces in place of its spaces.
    NoBreak,
    /// Without its accents.
    Accents,
}

impl Noise {
    /// Whether it changes the text.
    pub(super) fn fits(self, text: &str) -> bool {
        match self {
            Self::Leading | Self::Trailing => !text.is_empty(),
            Self::Doubled | Self::NoBreak => text.contains(' '),
            Self::Upper => text.chars().any(char::is_lowercase),
            Self::Lower => text.chars().any(char::is_uppercase),
            Self::Accents => !text.is_ascii() && text.nfd().any(is_combining_mark),
            Self::Title => {
                let mut new = String::new();
                title(text, &mut new);
                new != text
            }
        }
    }

    /// Writes the text otherwise.
    pub(super) fn write(self, text: &str, stream: &mut Stream, out: &mut String) {
        let mut spaces = |out: &mut String| out.extend(std::iter::repeat_n(' ', 1 + stream.below(3) as usize));
        match self {
            Self::Upper => out.push_str(&text.to_uppercase()),
            Self::Lower => out.push_str(&text.to_lowercase()),
            Self::Title => title(text, out),
            Self::Leading => {
                spaces(out);
                out.push_str(text);
            }
            Self::Trailing => {
                out.push_str(text);
                spaces(out);
            }
            Self::Doubled => {
                let places: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
                let at = stream.pick(&places).copied().unwrap_or(0);
                out.push_str(&text[..at]);
                out.push(' ');
                out.push_str(&text[at..]);
            }
            Self::NoBreak => out.extend(text.chars().map(|char| if char == ' ' { '\u{a0}' } else { char })),
            Self::Accents => out.extend(text.nfd().filter(|char| !is_combining_mark(*char)).nfc()),
        }
    }
}

fn title(text: &str, out: &mut String) {
    let mut inside = false;
    for char in text.chars() {
        if inside {
            out.extend(char.to_lowercase())
        } else {
            out.extend(char.to_uppercase())
        }
        inside = char.is_alphanumeric();
    }
}

/// Each chosen text takes one of the forms that change it.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CaseAndSpace {
    /// The forms, each as likely.
    pub forms: Vec<Noise>,
}

impl Default for CaseAndSpace {
    fn default() -> Self {
        Self { forms: vec![Noise::Upper, Noise::Lower, Noise::Leading, Noise::Trailing, Noise::Doubled] }
    }
}

impl DirtKind for CaseAndSpace {
    fn check(&self, scope: &Scope<'_>, declared: &DirtSpec) -> Checked<()> {
        cells::typed(scope, declared, cells::TEXT)?;
        if self.forms.is_empty() {
            return Err(Diagnostic::new(Code::ParamRequired).at_field("/forms"));
        }
        Ok(())
    }

    fn apply(&self, work: &mut Work<'_>) -> Checked<()> {
        let fits = |text: &str| self.forms.iter().any(|form| form.fits(text));
        cells::change_texts(work, fits, |text, stream, out| {
            let forms: Vec<Noise> = self.forms.iter().copied().filter(|form| form.fits(text)).collect();
            if let Some(form) = stream.pick(&forms) {
                form.write(text, stream, out);
            }
        });
        Ok(())
    }
}
