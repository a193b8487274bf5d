//! From the text of a file to a checked type, or to a fault with its line.
//!
//! A file says what it is in its first two keys: `format = "creuset.checks"`, `version = 1`. The rest is read
//! through serde by [`value`], which keeps the place of every key and value, so that even what serde finds wrong
//! has a line. Types hold no places: what is found later asks [`Document::at`] for the place of a key.

mod error;
mod place;
mod value;

use protocol::{Code, Diagnostic};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::fault::Fault;

/// A kind of file: what it calls itself, and the version that this code reads.
pub trait Kind: DeserializeOwned + JsonSchema {
    /// What stands in `format`.
    const FORMAT: &'static str;
    /// What stands in `version`.
    const VERSION: i64 = 1;
    /// Name of the JSON Schema: that of the files without their ending.
    const SCHEMA: &'static str;
}

/// A parsed file that remembers where everything stands.
pub struct Document<'a> {
    file: String,
    text: &'a str,
    tree: Spanned<DeTable<'a>>,
}

impl<'a> Document<'a> {
    /// Parses TOML.
    ///
    /// # Errors
    /// `pack-syntax` at the first character that does not fit.
    pub fn parse(file: impl Into<String>, text: &'a str) -> Result<Self, Fault> {
        let file = file.into();
        match DeTable::parse(text) {
            Ok(tree) => Ok(Self { file, text, tree }),
            Err(error) => {
                let span = place::span(text, &error.span().unwrap_or(0..0));
                let diagnostic = Diagnostic::new(Code::PackSyntax).with("detail", error.message()).at_span(span);
                Err(Fault::whole(file, diagnostic))
            }
        }
    }

    /// Reads the file as what it says it is.
    ///
    /// # Errors
    /// The first key or value that does not fit, with its place.
    pub fn read<T: Kind>(&self) -> Result<T, Fault> {
        self.is_a(T::FORMAT, T::VERSION)?;
        self.body()
    }

    /// Reads all but the two keys that say what the file is.
    ///
    /// # Errors
    /// The first key or value that does not fit, with its place.
    pub fn body<T: DeserializeOwned>(&self) -> Result<T, Fault> {
        let body = value::body(&self.tree, &["format", "version"]);
        T::deserialize(body).map_err(|error| self.located(error))
    }

    /// Reads one value of the file, at a path as in [`Self::at`]; `None` if there is none.
    ///
    /// # Errors
    /// The first key or value below it that does not fit, with its place.
    pub fn read_at<T: DeserializeOwned>(&self, path: &str) -> Option<Result<T, Fault>> {
        let found = self.find(path)?;
        Some(T::deserialize(value::Reader::new(found)).map_err(|error| self.located(error)))
    }

    /// Holds the first two keys against what is expected.
    ///
    /// # Errors
    /// `pack-format` of another kind of file, `pack-version` of one that a newer version wrote.
    pub fn is_a(&self, format: &str, version: i64) -> Result<(), Fault> {
        let key = |name: &str| self.tree.get_ref().get(name).map(Spanned::get_ref);
        let missing = |name: &str| self.at("", Diagnostic::new(Code::PackKeyMissing).with("key", name));
        let found = key("format").ok_or_else(|| missing("format"))?.as_str().unwrap_or_default();
        if found != format {
            let wrong = Diagnostic::new(Code::PackFormat).with("found", found).with("expected", format);
            return Err(self.at("format", wrong));
        }
        let found = key("version").ok_or_else(|| missing("version"))?;
        let found = found.as_integer().and_then(value::integer).unwrap_or_default();
        if found != version {
            let wrong = Diagnostic::new(Code::PackVersion).with("found", found).with("known", version);
            return Err(self.at("version", wrong));
        }
        Ok(())
    }

    /// A finding at the value of a path: keys and numbers of elements with `/` between (`checks/2/points`).
    /// Where the path goes further than the file, the place is that of the last part that there is.
    pub fn at(&self, path: &str, diagnostic: Box<Diagnostic>) -> Fault {
        let mut range = 0..0;
        let mut table = Some(self.tree.get_ref());
        let mut value: Option<&Spanned<DeValue<'a>>> = None;
        for part in path.split('/').filter(|part| !part.is_empty()) {
            let next = step(table.take(), value, part);
            let Some(next) = next else { break };
            range = next.span();
            value = Some(next);
        }
        Fault::whole(&self.file, diagnostic.at_span(place::span(self.text, &range)))
    }

    /// The name under which it was parsed.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// How many elements the array at a path has; 0 if there is none.
    pub fn count(&self, path: &str) -> usize {
        self.find(path).and_then(|found| found.get_ref().as_array()).map_or(0, |array| array.len())
    }

    fn find(&self, path: &str) -> Option<&Spanned<DeValue<'a>>> {
        let mut table = Some(self.tree.get_ref());
        let mut value = None;
        for part in path.split('/').filter(|part| !part.is_empty()) {
            value = Some(step(table.take(), value, part)?);
        }
        value
    }

    fn located(&self, error: error::ReadError) -> Fault {
        let (diagnostic, range) = error.into_parts();
        Fault::whole(&self.file, diagnostic.at_span(place::span(self.text, &range.unwrap_or(0..0))))
    }
}

fn step<'t, 'a>(
    root: Option<&'t DeTable<'a>>,
    value: Option<&'t Spanned<DeValue<'a>>>,
    part: &str,
) -> Option<&'t Spanned<DeValue<'a>>> {
    if let Some(table) = root.or_else(|| value.and_then(|value| value.get_ref().as_table())) {
        return table.get(part);
    }
    let array = value?.get_ref().as_array()?;
    array.get(part.parse::<usize>().ok()?)
}

/// A finding at a byte of a text that is no TOML.
pub(crate) fn at_byte(file: &str, text: &str, byte: usize, diagnostic: Box<Diagnostic>) -> Fault {
    Fault::whole(file, diagnostic.at_span(place::span(text, &(byte..byte))))
}
