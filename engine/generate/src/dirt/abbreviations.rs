//! Words written short.
//!
//! | Parameter | Range | Default |
//! |---|---|---|
//! | `words` | table of a word (or several) and its short form, from the specification | required |
//! | `all` | whether every word that can be is written short, or one of them | false |
//!
//! A word in capitals gets its short form in capitals; letters and digits must not touch it.

use std::collections::BTreeMap;

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DirtKind, Work, cells};
use crate::chance::Stream;
use crate::column::{Scope, invalid};
use crate::spec::DirtSpec;

/// Each chosen text has a word of the table written short.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Abbreviations {
    /// Words and their short forms.
    pub words: BTreeMap<String, String>,
    /// Whether every word that can be is written short.
    #[serde(default)]
    pub all: bool,
}

impl DirtKind for Abbreviations {
    fn check(&self, scope: &Scope<'_>, declared: &DirtSpec) -> Checked<()> {
        cells::typed(scope, declared, cells::TEXT)?;
        check(&self.words)
    }

    fn apply(&self, work: &mut Work<'_>) -> Checked<()> {
        let words = Words::new(&self.words);
        let all = self.all;
        cells::change_texts(
            work,
            |text| words.fits(text),
            |text, stream, out| words.write(text, (!all).then_some(stream), out),
        );
        Ok(())
    }
}

/// Finds what is wrong with a table of short forms.
pub(super) fn check(words: &BTreeMap<String, String>) -> Checked<()> {
    if words.is_empty() {
        return Err(invalid("no word", "words"));
    }
    match words.iter().find(|(word, short)| word.is_empty() || word == short) {
        Some((word, _)) => Err(invalid(format!("no short form: {word}"), "words")),
        None => Ok(()),
    }
}

/// A table of short forms, the longest words first.
pub(super) struct Words(Vec<(String, String)>);

impl Words {
    pub(super) fn new(words: &BTreeMap<String, String>) -> Self {
        let mut all: Vec<(String, String)> = words
            .iter()
            .flat_map(|(word, short)| {
                let capitals = (word.to_uppercase(), short.to_uppercase());
                [(word.clone(), short.clone()), capitals]
            })
            .filter(|(word, short)| word != short)
            .collect();
        all.sort_by(|left, right| right.0.len().cmp(&left.0.len()).then_with(|| left.cmp(right)));
        all.dedup_by(|next, first| next.0 == first.0);
        Self(all)
    }

    /// Whether the text has a word of the table.
    pub(super) fn fits(&self, text: &str) -> bool {
        let mut found = false;
        self.each(text, |_, _| {
            found = true;
            false
        });
        found
    }

    /// Writes the text with one of its words short, or all of them without a stream.
    pub(super) fn write(&self, text: &str, stream: Option<&mut Stream>, out: &mut String) {
        let mut found = Vec::new();
        self.each(text, |at, place| {
            found.push((at, place));
            true
        });
        let only = stream.map(|stream| stream.below(found.len() as u64) as usize);
        let mut done = 0;
        for (nth, (at, place)) in found.into_iter().enumerate() {
            if only.is_none_or(|only| only == nth) {
                let (word, short) = &self.0[place];
                out.push_str(&text[done..at]);
                out.push_str(short);
                done = at + word.len();
            }
        }
        out.push_str(&text[done..]);
    }

    /// Calls `each` with where a word stands and its place in the table, until it says no.
    fn each(&self, text: &str, mut each: impl FnMut(usize, usize) -> bool) {
        let (mut inside, mut skip) = (false, 0);
        for (at, char) in text.char_indices() {
            if at >= skip && !inside {
                let rest = &text[at..];
                let found = self.0.iter().position(|(word, _)| {
                    let after = rest.strip_prefix(word.as_str());
                    after.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
                });
                if let Some(place) = found {
                    if !each(at, place) {
                        return;
                    }
                    skip = at + self.0[place].0.len();
                }
            }
            inside = char.is_alphanumeric();
        }
    }
}
