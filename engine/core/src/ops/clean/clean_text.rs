//! Tidies texts: invisible characters, accents, normal form, white space, capitals; always in that order.

use protocol::operation::{Example, Group};
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use unicode_normalization::UnicodeNormalization;

use super::made::{map_texts, must_be_texts};
use crate::ops::columns::{example, input, main, on_main};
use crate::ops::{Findings, Operation, Tables};
use crate::sql::strip_accents;

/// The operation `clean_text`.
pub struct CleanText;

/// A normal form of Unicode (UAX #15).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// As it is.
    #[default]
    None,
    /// Letters and their marks composed.
    Nfc,
    /// Letters and their marks apart.
    Nfd,
    /// Composed, with ligatures, full-width letters and the like made plain.
    Nfkc,
    /// Apart, likewise made plain.
    Nfkd,
}

/// Capitals and small letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Case {
    /// As they are.
    #[default]
    None,
    /// All small.
    Lower,
    /// All capitals.
    Upper,
    /// A capital at the start of each word, small letters after it. An apostrophe starts no word.
    Title,
    /// A capital for the first letter of the text, small letters after it.
    Sentence,
}

/// Parameters of `clean_text`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// Text columns.
    #[schemars(extend("x-widget" = "columns"))]
    pub columns: Vec<String>,
    /// Whether control characters and characters without width are removed; tabs and ends of lines stay.
    #[serde(default)]
    pub remove_invisible: bool,
    /// Whether accents are removed.
    #[serde(default)]
    pub strip_accents: bool,
    /// Normal form of Unicode.
    #[serde(default)]
    pub normal_form: Form,
    /// Whether each run of white space, no-break spaces included, becomes one space.
    #[serde(default)]
    pub collapse_spaces: bool,
    /// Whether white space at both ends is removed.
    #[serde(default)]
    pub trim: bool,
    /// Capitals and small letters.
    #[serde(default)]
    pub case: Case,
}

impl Params {
    fn does_nothing(&self) -> bool {
        let switches = self.remove_invisible || self.strip_accents || self.collapse_spaces || self.trim;
        !switches && self.normal_form == Form::None && self.case == Case::None
    }
}

impl Operation for CleanText {
    const NAME: &'static str = "clean_text";
    const GROUP: Group = Group::Clean;
    type Params = Params;

    fn suggested_for() -> Vec<ColumnType> {
        vec![ColumnType::Text]
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        on_main(inputs, |table, findings| {
            must_be_texts(table, &params.columns, findings);
            if params.does_nothing() {
                findings.push(*Diagnostic::new(Code::ParamRequired).at_field("/trim"));
            }
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = input(inputs, "main")?;
        map_texts(table, &params.columns, |text| cleaned(text, params)).map(main)
    }

    fn examples() -> Vec<Example> {
        vec![
            example(
                "spaces-and-capitals",
                "name:text\n\\s jean-PIERRE \u{a0}\u{202f} d'ARTAGNAN\\s\nÉLODIE\n∅\n\"\"",
                json!({"columns": ["name"], "collapse_spaces": true, "trim": true, "case": "title"}),
                "name:text\nJean-Pierre D'artagnan\nÉlodie\n∅\n\"\"",
            ),
            example(
                "plain-letters",
                "name:text\nE\u{301}lodie\nÉlodie\nﬁn\nzero\u{200b}width\u{ad}",
                json!({"columns": ["name"], "remove_invisible": true, "strip_accents": true, "normal_form": "nfkc",
                    "case": "lower"}),
                "name:text\nelodie\nelodie\nfin\nzerowidth",
            ),
            example(
                "one-form",
                "name:text\nE\u{301}lodie\nI. CŒUR",
                json!({"columns": ["name"], "normal_form": "nfc", "case": "sentence"}),
                "name:text\nÉlodie\nI. cœur",
            ),
        ]
    }
}

fn cleaned(text: &str, params: &Params) -> String {
    let mut now = text.to_owned();
    if params.remove_invisible {
        now.retain(|char| !is_invisible(char));
    }
    if params.strip_accents {
        now = strip_accents(&now);
    }
    now = match params.normal_form {
        Form::None => now,
        Form::Nfc => now.nfc().collect(),
        Form::Nfd => now.nfd().collect(),
        Form::Nfkc => now.nfkc().collect(),
        Form::Nfkd => now.nfkd().collect(),
    };
    if params.collapse_spaces {
        now = collapsed(&now);
    }
    if params.trim {
        now = now.trim().to_owned();
    }
    match params.case {
        Case::None => now,
        Case::Lower => now.to_lowercase(),
        Case::Upper => now.to_uppercase(),
        Case::Title => {
            capitals(&now, |before| before.is_none_or(|char| !char.is_alphanumeric() && !is_apostrophe(char)))
        }
        Case::Sentence => sentence(&now),
    }
}

/// Control characters that are no white space, and characters of format: soft hyphen, zero-width spaces and
/// joiners, marks of direction, the byte order mark.
fn is_invisible(char: char) -> bool {
    (char.is_control() && !char.is_whitespace())
        || matches!(char,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}')
}

/// Each run of white space as one space; at the ends too.
fn collapsed(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    let mut in_space = false;
    for char in text.chars() {
        let is_space = char.is_whitespace();
        if !is_space {
            made.push(char);
        } else if !in_space {
            made.push(' ');
        }
        in_space = is_space;
    }
    made
}

fn is_apostrophe(char: char) -> bool {
    matches!(char, '\'' | '\u{2019}')
}

/// Small letters, but capitals where the character before allows it.
fn capitals(text: &str, starts: impl Fn(Option<char>) -> bool) -> String {
    let mut made = String::with_capacity(text.len());
    let mut before = None;
    for char in text.chars() {
        if starts(before) {
            made.extend(char.to_uppercase())
        } else {
            made.extend(char.to_lowercase())
        }
        // A mark belongs to the letter before it.
        if !unicode_normalization::char::is_combining_mark(char) {
            before = Some(char);
        }
    }
    made
}

fn sentence(text: &str) -> String {
    let lower = text.to_lowercase();
    match lower.char_indices().find(|(_, char)| char.is_alphabetic()) {
        Some((start, first)) => {
            let rest = &lower[start + first.len_utf8()..];
            format!("{}{}{rest}", &lower[..start], first.to_uppercase())
        }
        None => lower,
    }
}
