//! The catalogue: written the same from the same packs, read entry by entry.

use std::fmt::Write as _;

use crate::fault::Fault;
use crate::file::catalog::{Catalog, Entry, FileEntry};
use crate::file::exercise::{ExerciseKind, ExercisedCriterion};
use crate::reading::{Document, Kind};
use crate::words::Words;

/// Reads a catalogue. An entry that does not read is left out, with its fault; the others stand.
///
/// # Errors
/// The fault that keeps it from being a catalogue at all.
pub fn read(file: &str, text: &str) -> Result<(Catalog, Vec<Fault>), Fault> {
    let document = Document::parse(file, text)?;
    document.is_a(Catalog::FORMAT, Catalog::VERSION)?;
    let (mut catalog, mut faults) = (Catalog::default(), Vec::new());
    for index in 0..document.count("exercises") {
        match document.read_at::<Entry>(&format!("exercises/{index}")) {
            Some(Ok(entry)) => catalog.exercises.push(entry),
            Some(Err(fault)) => faults.push(fault),
            None => {}
        }
    }
    Ok((catalog, faults))
}

/// The text of a catalogue: entries in the order of their ids, files in the order of their paths.
pub fn write(catalog: &Catalog) -> String {
    let mut entries: Vec<&Entry> = catalog.exercises.iter().collect();
    entries.sort_by(|left, right| left.id.cmp(&right.id));
    let mut out = format!("format = {}\nversion = {}\n", quoted(Catalog::FORMAT), Catalog::VERSION);
    for entry in entries {
        out.push('\n');
        // Writing into a text cannot fail.
        let _ = write_entry(&mut out, entry);
    }
    out
}

fn write_entry(out: &mut String, entry: &Entry) -> std::fmt::Result {
    let kind = match entry.kind {
        ExerciseKind::Exercise => "exercise",
        ExerciseKind::WarmUp => "warm-up",
    };
    writeln!(out, "[[exercises]]")?;
    writeln!(out, "id = {}", quoted(&entry.id))?;
    writeln!(out, "kind = {}", quoted(kind))?;
    for (key, words) in [("title", &entry.title), ("summary", &entry.summary), ("sector", &entry.sector)] {
        let Words { fr, en } = words;
        writeln!(out, "{key} = {{ fr = {}, en = {} }}", quoted(fr), quoted(en))?;
    }
    writeln!(out, "difficulty = {}", entry.difficulty)?;
    writeln!(out, "minutes = {}", entry.minutes)?;
    let tools: Vec<String> = entry.tools.iter().map(|tool| quoted(tool)).collect();
    writeln!(out, "tools = [{}]", tools.join(", "))?;
    writeln!(out, "hash = {}", quoted(&entry.hash))?;
    writeln!(out, "criteria = [")?;
    for ExercisedCriterion { key, points, scored } in &entry.criteria {
        let unscored = if *scored { "" } else { ", scored = false" };
        writeln!(out, "  {{ key = {}, points = {points:?}{unscored} }},", quoted(key))?;
    }
    writeln!(out, "]\nfiles = [")?;
    let mut files: Vec<&FileEntry> = entry.files.iter().collect();
    files.sort_by(|left, right| left.path.cmp(&right.path));
    for FileEntry { path, bytes, blake3 } in files {
        writeln!(out, "  {{ path = {}, bytes = {bytes}, blake3 = {} }},", quoted(path), quoted(blake3))?;
    }
    writeln!(out, "]")
}

/// A basic string of TOML.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for char in text.chars() {
        match char {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            char if char.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(char))),
            char => out.push(char),
        }
    }
    out.push('"');
    out
}
