//! What serde finds wrong, as a diagnostic.

use std::fmt;
use std::ops::Range;

use protocol::{Code, Diagnostic};
use serde::de::{self, Expected, Unexpected};

use crate::fault::nearest;

/// A diagnostic, and the bytes it is about once a reader on the way out knows them.
#[derive(Debug)]
pub struct ReadError {
    diagnostic: Box<Diagnostic>,
    range: Option<Range<usize>>,
}

impl ReadError {
    /// A finding without a place.
    pub fn new(diagnostic: Box<Diagnostic>) -> Self {
        Self { diagnostic, range: None }
    }

    /// Says where it stands, unless a deeper reader already did.
    pub fn within(mut self, range: &Range<usize>) -> Self {
        self.range.get_or_insert_with(|| range.clone());
        self
    }

    /// The finding and its bytes.
    pub fn into_parts(self) -> (Box<Diagnostic>, Option<Range<usize>>) {
        (self.diagnostic, self.range)
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.diagnostic.fmt(f)
    }
}

impl std::error::Error for ReadError {}

impl de::Error for ReadError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(Diagnostic::new(Code::PackValue).with("detail", message.to_string()))
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(Diagnostic::new(Code::PackType).with("found", kind(&found)).with("expected", wanted(expected)))
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::invalid_type(found, expected)
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        let candidates: Vec<String> = expected.iter().map(|&one| one.to_owned()).collect();
        Self::new(Diagnostic::new(Code::PackChoice).with("value", variant).with("candidates", candidates))
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        let candidates = nearest(field, expected.iter().copied());
        Self::new(Diagnostic::new(Code::PackKeyUnknown).with("key", field).with("candidates", candidates))
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(Diagnostic::new(Code::PackKeyMissing).with("key", field))
    }
}

/// The TOML word for what stands there, with numbers as they are.
fn kind(found: &Unexpected<'_>) -> String {
    match found {
        Unexpected::Bool(value) => value.to_string(),
        Unexpected::Signed(value) => value.to_string(),
        Unexpected::Unsigned(value) => value.to_string(),
        Unexpected::Float(value) => value.to_string(),
        Unexpected::Seq => "array".to_owned(),
        Unexpected::Map => "table".to_owned(),
        _ => "string".to_owned(),
    }
}

/// The TOML word for what serde asks for.
fn wanted(expected: &dyn Expected) -> String {
    let asked = expected.to_string();
    let word = match asked.as_str() {
        "a string" | "string" | "str" => "string",
        "a boolean" | "bool" => "boolean",
        "f32" | "f64" => "float",
        "a sequence" => "array",
        "a map" => "table",
        "u8" => "integer 0–255",
        "u16" | "u32" | "u64" | "usize" => "integer ≥ 0",
        "i8" | "i16" | "i32" | "i64" => "integer",
        other if other.starts_with("struct ") => "table",
        other => other,
    };
    word.to_owned()
}
