//! Names of tables: `zone.name@batch`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Code, Diagnostic};

/// Where a table stands on its way to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Zone {
    /// As it came.
    Raw,
    /// Being worked on.
    Staging,
    /// Loaded, ready to query.
    Warehouse,
    /// Set aside, with reasons.
    Quarantine,
}

impl Zone {
    /// All zones, in the order of the work.
    pub const ALL: [Self; 4] = [Self::Raw, Self::Staging, Self::Warehouse, Self::Quarantine];

    /// The name in documents.
    pub fn name(self) -> &'static str {
        match self {
            Self::Raw => "raw",
            Self::Staging => "staging",
            Self::Warehouse => "warehouse",
            Self::Quarantine => "quarantine",
        }
    }
}

/// A table, in a zone, perhaps of one batch of a load.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TableRef {
    /// Zone.
    pub zone: Zone,
    /// Name: see [`is_legal_name`].
    pub name: String,
    /// Batch of a load, same rule as the name but digits and `-` may come first.
    pub batch: Option<String>,
}

impl TableRef {
    /// A table without a batch.
    pub fn new(zone: Zone, name: impl Into<String>) -> Self {
        Self { zone, name: name.into(), batch: None }
    }
}

/// Letters, digits and `_`, a letter or `_` first, at most 64 characters.
pub fn is_legal_name(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(|first| first.is_alphabetic() || first == '_')
        && chars.all(|char| char.is_alphanumeric() || char == '_')
        && name.chars().count() <= 64
}

/// The nearest legal name: other characters become `_`, runs of them one.
pub fn legal_name(text: &str) -> String {
    let mut name = String::new();
    for char in text.to_lowercase().chars() {
        if char.is_alphanumeric() {
            name.push(char);
        } else if !name.is_empty() && !name.ends_with('_') {
            name.push('_');
        }
    }
    let name = name.trim_end_matches('_');
    let name: String = if name.starts_with(|first: char| first.is_alphabetic()) {
        name.chars().take(64).collect()
    } else {
        std::iter::once('t').chain(name.chars()).take(64).collect()
    };
    name.trim_end_matches('_').to_owned()
}

fn is_legal_batch(batch: &str) -> bool {
    (1..=64).contains(&batch.chars().count())
        && batch.chars().all(|char| char.is_alphanumeric() || matches!(char, '_' | '-' | ':' | '.'))
}

impl fmt::Display for TableRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.zone.name(), self.name)?;
        self.batch.as_ref().map_or(Ok(()), |batch| write!(f, "@{batch}"))
    }
}

impl FromStr for TableRef {
    type Err = Box<Diagnostic>;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let invalid = || Diagnostic::new(Code::NameInvalid).with("name", text);
        let (zone, rest) = text.split_once('.').ok_or_else(invalid)?;
        let zone = Zone::ALL.into_iter().find(|known| known.name() == zone).ok_or_else(invalid)?;
        let (name, batch) = match rest.split_once('@') {
            Some((name, batch)) => (name, Some(batch.to_owned())),
            None => (rest, None),
        };
        if !is_legal_name(name) || batch.as_deref().is_some_and(|batch| !is_legal_batch(batch)) {
            return Err(invalid());
        }
        Ok(Self { zone, name: name.to_owned(), batch })
    }
}

impl Serialize for TableRef {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TableRef {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|_| serde::de::Error::custom(format!("not a table name: {text:?}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back() {
        for text in ["raw.tenants", "staging.loyers_été", "warehouse.fact@2024-01", "quarantine._x"] {
            assert_eq!(text.parse::<TableRef>().unwrap().to_string(), text);
        }
        for text in ["tenants", "raw.", "raw.1a", "raw.a b", "attic.a", "raw.a@", "raw.a@x/y", ""] {
            assert!(text.parse::<TableRef>().is_err(), "{text}");
        }
    }

    #[test]
    fn file_names_become_legal_names() {
        for (from, to) in [
            ("Loyers 2024 (v2).csv", "loyers_2024_v2_csv"),
            ("2024", "t2024"),
            ("été", "été"),
            ("--", "t"),
            ("a.b", "a_b"),
        ] {
            assert_eq!(legal_name(from), to);
            assert!(is_legal_name(&legal_name(from)));
        }
    }
}
