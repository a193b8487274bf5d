//! What is wrong in a file of the exercises, and where: a code, what it is about, the line.

use std::fmt;

use serde::de::DeserializeOwned;

/// What kind of mistake it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mistake {
    /// Not TOML, a field that is unknown, missing or of another type.
    Malformed,
    /// A key that stands twice.
    Duplicate,
    /// A reference to what does not exist.
    Unknown,
    /// A text that is missing in one language.
    WordsMissing,
    /// A text that is the same in both languages.
    WordsSame,
    /// A code, name or position that does not fit what it belongs to.
    Inconsistent,
    /// Points that do not make up what they must.
    Points,
    /// Something that nothing exercises or nothing fills.
    Unused,
    /// A figure out of its range.
    Range,
}

impl Mistake {
    /// The stable text form.
    pub fn id(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::Duplicate => "duplicate",
            Self::Unknown => "unknown",
            Self::WordsMissing => "words-missing",
            Self::WordsSame => "words-same",
            Self::Inconsistent => "inconsistent",
            Self::Points => "points",
            Self::Unused => "unused",
            Self::Range => "range",
        }
    }
}

/// One mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Its kind.
    pub mistake: Mistake,
    /// What it is about: a key, or what the parser says.
    pub subject: String,
    /// One-based line; 0 where it is not known.
    pub line: usize,
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}: {}", self.line, self.mistake.id(), self.subject)
    }
}

/// Reads a text strictly into its type.
///
/// # Errors
/// What the parser says, with the line.
pub fn parse<T: DeserializeOwned>(text: &str) -> Result<T, Finding> {
    toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(0, |span| line_at(text, span.start));
        Finding { mistake: Mistake::Malformed, subject: error.message().to_owned(), line }
    })
}

/// Collects mistakes in a text; their line is that where their subject is declared.
pub struct Findings<'a> {
    text: &'a str,
    found: Vec<Finding>,
}

impl<'a> Findings<'a> {
    /// None yet.
    pub fn of(text: &'a str) -> Self {
        Self { text, found: Vec::new() }
    }

    /// Notes a mistake about something that a key names.
    pub fn note(&mut self, mistake: Mistake, key: &str) {
        self.note_detail(mistake, key, "");
    }

    /// Notes a mistake about something that a key names, with what is wrong there.
    pub fn note_detail(&mut self, mistake: Mistake, key: &str, detail: &str) {
        let subject = if detail.is_empty() { key.to_owned() } else { format!("{key}: {detail}") };
        self.found.push(Finding { mistake, subject, line: declared(self.text, key) });
    }

    /// Notes what keys stand more than once.
    pub fn once<'k>(&mut self, keys: impl IntoIterator<Item = &'k str>) {
        let mut seen = std::collections::BTreeSet::new();
        for key in keys {
            if !seen.insert(key) {
                self.note(Mistake::Duplicate, key);
            }
        }
    }

    /// Notes what is wrong with words.
    pub fn words(&mut self, key: &str, words: &crate::words::Words) {
        if words.lacks_one() {
            self.note(Mistake::WordsMissing, key);
        } else if words.are_the_same() {
            self.note_detail(Mistake::WordsSame, key, &words.fr);
        }
    }

    /// The value if nothing was found, else all that was.
    ///
    /// # Errors
    /// Every mistake that was noted, in the order of lines.
    pub fn end<T>(mut self, value: T) -> Result<T, Vec<Finding>> {
        self.found.sort_by_key(|finding| finding.line);
        if self.found.is_empty() { Ok(value) } else { Err(self.found) }
    }
}

/// The line where a key is the value of a field of its own (`key = "b1"`, `number = 7`).
fn declared(text: &str, key: &str) -> usize {
    let fits = |line: &str| {
        line.split_once(" = ").is_some_and(|(field, value)| {
            let names = ["key", "code", "id", "number"].contains(&field);
            names && value.trim().trim_matches('"') == key
        })
    };
    text.lines().position(fits).map_or(0, |index| index + 1)
}

fn line_at(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}
