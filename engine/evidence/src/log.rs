//! The log of an attempt: what happened, in order, each entry bound to the one before by its hash.
//!
//! The hash of an entry is BLAKE3 of its canonical JSON (RFC 8785) without the hash itself. An entry that is changed,
//! moved or left out breaks the chain there. That shows carelessness and casual forgery; it cannot show who wrote the
//! whole chain anew, which is why official levels come from replay and not from the log.

use protocol::score::CriterionScore;
use serde::{Deserialize, Serialize};

/// What happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// The exercise was opened for the first time.
    Started {
        /// Id of the exercise.
        exercise: String,
        /// Hash of its pack: what was opened is what is scored.
        pack: String,
        /// Name or pseudonym of the candidate.
        candidate: String,
        /// Seed of the data.
        seed: String,
        /// Scale of the data.
        scale: String,
        /// Build of the engine.
        engine: String,
    },
    /// A hint was read.
    Hint {
        /// Id of the hint.
        id: String,
        /// Percent of the points of its criterion that it costs.
        cost: u8,
        /// The criterion.
        criterion: Option<String>,
    },
    /// The work was scored.
    Scored {
        /// Hash of the recipe.
        recipe: String,
        /// Build of the engine.
        engine: String,
        /// Points by criterion.
        criteria: Vec<CriterionScore>,
    },
    /// The work was begun again with nothing.
    Restarted,
}

/// An entry of the log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its number, from 1.
    pub number: u32,
    /// When, as the candidate's clock has it (RFC 3339, UTC).
    pub at: String,
    /// What.
    pub event: Event,
    /// Hash of the entry before; empty in the first.
    pub previous: String,
    /// Its own hash, lower-case hexadecimal.
    pub hash: String,
}

/// A log.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Log {
    entries: Vec<Entry>,
}

/// Where a chain does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Broken {
    /// Place of the entry, from 1.
    pub entry: u32,
}

impl Log {
    /// The entries, oldest first.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Adds what happened at a time (RFC 3339, UTC).
    pub fn add(&mut self, at: impl Into<String>, event: Event) {
        let previous = self.entries.last().map(|entry| entry.hash.clone()).unwrap_or_default();
        let number = self.entries.len() as u32 + 1;
        let mut entry = Entry { number, at: at.into(), event, previous, hash: String::new() };
        entry.hash = entry.own_hash();
        self.entries.push(entry);
    }

    /// Whether each entry is the one that was added, after the one it was added to.
    ///
    /// # Errors
    /// The first entry that is not.
    pub fn verify(&self) -> Result<(), Broken> {
        let mut previous = "";
        for (place, entry) in (1_u32..).zip(&self.entries) {
            if entry.number != place || entry.previous != previous || entry.hash != entry.own_hash() {
                return Err(Broken { entry: place });
            }
            previous = &entry.hash;
        }
        Ok(())
    }

    /// How often the work was scored.
    pub fn attempts(&self) -> usize {
        self.entries.iter().filter(|entry| matches!(entry.event, Event::Scored { .. })).count()
    }

    /// Ids of the hints that were read, each once, oldest first.
    pub fn hints(&self) -> Vec<&str> {
        let mut hints = Vec::new();
        for entry in &self.entries {
            if let Event::Hint { id, .. } = &entry.event
                && !hints.contains(&id.as_str())
            {
                hints.push(id);
            }
        }
        hints
    }

    /// Percent of the points of a criterion that the hints read so far cost, at most 100.
    pub fn cost_of_hints(&self, criterion: &str) -> u8 {
        let mut seen = Vec::new();
        let mut cost = 0_u8;
        for entry in &self.entries {
            if let Event::Hint { id, cost: own, criterion: Some(of) } = &entry.event
                && of == criterion
                && !seen.contains(&id)
            {
                seen.push(id);
                cost = cost.saturating_add(*own).min(100);
            }
        }
        cost
    }
}

impl Entry {
    fn own_hash(&self) -> String {
        let bare = Self { hash: String::new(), ..self.clone() };
        // Entries hold texts and finite numbers: they always have a canonical form; a score that is not finite has none
        // and gets the hash of nothing, which no entry that was added has.
        let bytes = serde_json_canonicalizer::to_vec(&bare).unwrap_or_default();
        blake3::hash(&bytes).to_hex().to_string()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn log() -> Log {
        let mut log = Log::default();
        log.add(
            "2026-01-05T09:00:00Z",
            Event::Started {
                exercise: "E14".into(),
                pack: "p".into(),
                candidate: "Zoé".into(),
                seed: "s".into(),
                scale: "practice".into(),
                engine: "b".into(),
            },
        );
        let hint =
            |id: &str, criterion: &str| Event::Hint { id: id.into(), cost: 5, criterion: Some(criterion.into()) };
        log.add("2026-01-05T09:10:00Z", hint("h1", "k1"));
        log.add("2026-01-05T09:11:00Z", hint("h1", "k1"));
        log.add("2026-01-05T09:12:00Z", hint("h2", "k1"));
        log.add("2026-01-05T09:13:00Z", hint("h3", "k2"));
        let criteria = vec![CriterionScore { criterion: "k1".into(), points: 12.5, of: 35.0 }];
        log.add("2026-01-05T09:20:00Z", Event::Scored { recipe: "r".into(), engine: "b".into(), criteria });
        log
    }

    #[test]
    fn a_log_as_it_was_written_holds() {
        let log = log();
        assert_eq!(log.verify(), Ok(()));
        let text = serde_json::to_string(&log).unwrap();
        let read: Log = serde_json::from_str(&text).unwrap();
        assert_eq!((read.verify(), &read), (Ok(()), &log));
        assert_eq!((log.attempts(), log.hints()), (1, vec!["h1", "h2", "h3"]));
        assert_eq!((log.cost_of_hints("k1"), log.cost_of_hints("k2"), log.cost_of_hints("k3")), (10, 5, 0));
    }

    #[test]
    fn entries_left_out_moved_or_repeated_are_found() {
        let whole = log();
        for place in 0..whole.entries.len() - 1 {
            let mut left_out = whole.clone();
            left_out.entries.remove(place);
            assert_eq!(left_out.verify(), Err(Broken { entry: place as u32 + 1 }), "{place} left out");
            let mut moved = whole.clone();
            moved.entries.swap(place, place + 1);
            assert!(moved.verify().is_err(), "{place} moved");
            let mut repeated = whole.clone();
            repeated.entries.insert(place, whole.entries[place].clone());
            assert!(repeated.verify().is_err(), "{place} repeated");
        }
    }

    proptest! {
        #[test]
        fn any_changed_byte_is_found(place in any::<prop::sample::Index>(), change in 1_u8..=255) {
            let whole = log();
            let mut bytes = serde_json::to_vec(&whole).unwrap();
            let place = place.index(bytes.len());
            bytes[place] ^= change;
            let read = std::str::from_utf8(&bytes).ok().and_then(|text| serde_json::from_str::<Log>(text).ok());
            if let Some(read) = read {
                prop_assert!(read == whole || read.verify().is_err());
            }
        }
    }
}
