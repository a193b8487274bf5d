//! Versions of a form that were kept: when, why, and with which hash. They stay on the device.

use serde::{Deserialize, Serialize};

use crate::document::Form;

/// Versions kept; beyond, the oldest that nobody asked for goes first.
pub const MAX_VERSIONS: usize = 20;

/// Why a version was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// A person asked for it.
    Asked,
    /// Time had passed since the last one.
    Time,
    /// A file or an older version was about to take its place.
    Replaced,
}

/// A version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Version {
    /// From 1; never given twice.
    pub number: u32,
    /// When (RFC 3339, UTC).
    pub at: String,
    /// Why.
    pub why: Why,
    /// Hash of the form.
    pub hash: String,
    /// The form as it was.
    pub form: Form,
}

/// The versions of one form, oldest first.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Versions(Vec<Version>);

impl Versions {
    /// All of them, oldest first.
    pub fn all(&self) -> &[Version] {
        &self.0
    }

    /// Keeps the form as it is now, unless the last version is the same; whether it was kept.
    pub fn keep(&mut self, form: &Form, at: impl Into<String>, why: Why) -> bool {
        let hash = form.hash();
        let last = self.0.last();
        if last.is_some_and(|last| last.hash == hash) {
            return false;
        }
        let number = last.map_or(1, |last| last.number.saturating_add(1));
        self.0.push(Version { number, at: at.into(), why, hash, form: form.clone() });
        if self.0.len() > MAX_VERSIONS {
            let oldest = self.0.iter().position(|version| version.why != Why::Asked).unwrap_or(0);
            self.0.remove(oldest);
        }
        true
    }

    /// The version of a number.
    pub fn get(&self, number: u32) -> Option<&Version> {
        self.0.iter().find(|version| version.number == number)
    }
}
