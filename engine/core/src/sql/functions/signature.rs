//! Signatures as people read them, and as the type check does.
//!
//! `substr(text, integer, [integer]) → text`: brackets hold what may be left out, `…` follows what may be
//! repeated. Types are `text integer number boolean date datetime`, and `numeric` (integer or number, kept),
//! `temporal` (date or datetime, kept), `any` (each of its own type), `T` (all of one type), and `list(…)` of each
//! of them.

use super::super::kind::Kind;

/// A parsed signature.
#[derive(Debug, Clone, PartialEq)]
pub struct Signature {
    /// Types of the parameters, in order; the last repeats if `repeats`.
    pub wants: Vec<Want>,
    /// How many must be given.
    pub required: usize,
    /// Whether the last may be repeated.
    pub repeats: bool,
    /// Type of the result.
    pub outcome: Outcome,
}

/// What a parameter takes.
#[derive(Debug, Clone, PartialEq)]
pub enum Want {
    /// One type.
    Kind(Kind),
    /// Integer or number.
    Numeric,
    /// Date or datetime.
    Temporal,
    /// Whatever it is.
    Any,
    /// The one type of all such parameters.
    Same,
    /// Lists of what another takes.
    List(Box<Want>),
}

/// Type of a result.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Always the same.
    Kind(Kind),
    /// That of the parameters of this want.
    As(Want),
}

impl Signature {
    /// Reads a signature of the table; a word that is no type reads as `any`.
    pub fn parse(text: &str) -> Self {
        let (head, result) = text.split_once('→').unwrap_or((text, "any"));
        let inner = head.split_once('(').map_or("", |(_, rest)| rest.trim().strip_suffix(')').unwrap_or(rest));
        let (mut wants, mut required, mut repeats) = (Vec::new(), 0, false);
        for part in inner.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            let bare = part.trim_start_matches('[').trim_end_matches(']');
            repeats |= bare.ends_with('…');
            wants.push(want(bare.trim_end_matches('…')));
            required += usize::from(!part.starts_with('['));
        }
        let outcome = match want(result.trim()) {
            Want::Kind(kind) => Outcome::Kind(kind),
            other => Outcome::As(other),
        };
        Self { wants, required, repeats, outcome }
    }

    /// What the parameter at an index takes, if there is one.
    pub fn want(&self, index: usize) -> Option<&Want> {
        self.wants.get(index).or_else(|| self.wants.last().filter(|_| self.repeats))
    }

    /// How many arguments fit, in words of figures: `1`, `2–3`, `1+`.
    pub fn counts(&self) -> String {
        if self.repeats {
            format!("{}+", self.required)
        } else if self.required == self.wants.len() {
            self.required.to_string()
        } else {
            format!("{}–{}", self.required, self.wants.len())
        }
    }
}

fn want(word: &str) -> Want {
    let word = word.trim();
    if let Some(inner) = word.strip_prefix("list(").and_then(|rest| rest.strip_suffix(')')) {
        return match want(inner) {
            Want::Kind(kind) => Want::Kind(Kind::List(Box::new(kind))),
            other => Want::List(Box::new(other)),
        };
    }
    match word {
        "text" => Want::Kind(Kind::Text),
        "integer" => Want::Kind(Kind::Integer),
        "number" => Want::Kind(Kind::Number),
        "boolean" => Want::Kind(Kind::Boolean),
        "date" => Want::Kind(Kind::Date),
        "datetime" => Want::Kind(Kind::Datetime),
        "numeric" => Want::Numeric,
        "temporal" => Want::Temporal,
        "T" => Want::Same,
        _ => Want::Any,
    }
}

impl Want {
    /// Its word, for diagnostics.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.word(),
            Self::Numeric => "number",
            Self::Temporal => "datetime",
            Self::Any | Self::Same => "any",
            Self::List(_) => "list",
        }
    }
}
