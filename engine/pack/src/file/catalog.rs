//! `catalog.toml`: the list of packs, written by `creuset pack index`, read by the page before any pack.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::exercise::{ExerciseKind, ExercisedCriterion};
use crate::reading::Kind;
use crate::words::Words;

/// All packs, in the order of their ids.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Catalog {
    /// What lists show, and what the pack is made of.
    #[serde(default)]
    pub exercises: Vec<Entry>,
}

/// What is known of a pack before it is opened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The folder's name.
    pub id: String,
    /// Whether it counts.
    pub kind: ExerciseKind,
    /// Its title.
    pub title: Words,
    /// What it is about.
    pub summary: Words,
    /// The sector in which it plays.
    pub sector: Words,
    /// From 1 to 5.
    pub difficulty: u8,
    /// How long it takes, in minutes.
    pub minutes: u32,
    /// Tools that are touched: ids of their cards.
    #[serde(default)]
    pub tools: Vec<String>,
    /// Criteria with their points.
    #[serde(default)]
    pub criteria: Vec<ExercisedCriterion>,
    /// BLAKE3 over the list of files: what an attempt pins.
    pub hash: String,
    /// The public files, in the order of their names.
    pub files: Vec<FileEntry>,
}

/// A public file of a pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FileEntry {
    /// Below `public/`, with `/` between the parts.
    pub path: String,
    /// Its size.
    pub bytes: u64,
    /// BLAKE3 of its bytes, in hexadecimal digits.
    pub blake3: String,
}

impl Entry {
    /// The address of a public file, from the page on.
    pub fn address(&self, path: &str) -> String {
        format!("exercises/{}/public/{path}", self.id)
    }
}

impl Catalog {
    /// The pack of an id.
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.exercises.iter().find(|entry| entry.id == id)
    }
}

impl Kind for Catalog {
    const FORMAT: &'static str = "creuset.catalog";
    const SCHEMA: &'static str = "catalog";
}
