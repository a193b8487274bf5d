//! An attempt at an exercise: who, on which data, what was ticked, read and scored. One an exercise and device.
//!
//! The recipe is a work like another, named here. The log is only added to: beginning again clears the work, not the
//! log.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use evidence::{Event, Log, seed};
use pack::Pack;
use pack::file::hints::Hint;
use protocol::score::{Instance, Scorecard};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::forms::KeptForm;
use super::scorecard::earned;
use super::standing::Scored;
use super::work::Unreadable;

/// Marks the document among other stored values.
pub const FORMAT: &str = "creuset.attempt";
/// Version of the stored document that this code writes.
pub const VERSION: u32 = 1;
/// Prefix of the storage keys of attempts; the id of the exercise follows.
pub const KEY_PREFIX: &str = "creuset.attempt.";

/// How much data is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scale {
    /// Enough to learn on.
    #[default]
    Practice,
    /// As in an exam.
    Exam,
}

impl Scale {
    /// Both, in the order of the choice.
    pub const ALL: [Self; 2] = [Self::Practice, Self::Exam];

    /// Its name in specifications of data, also the ending of its label's key.
    pub fn id(self) -> &'static str {
        match self {
            Self::Practice => "practice",
            Self::Exam => "exam",
        }
    }
}

/// Who does an exercise, on which data.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Identity {
    /// Name, or pseudonym given by the school.
    pub candidate: String,
    /// The seed that was typed in; empty for the candidate's own.
    pub seed: String,
    /// How much data.
    pub scale: Scale,
}

impl Identity {
    /// The seed of the data of an exercise.
    pub fn seed_of(&self, exercise: &str) -> String {
        match self.seed.trim() {
            "" => seed::practice(&self.candidate, exercise),
            typed => typed.to_owned(),
        }
    }
}

/// What an attempt is made of when it begins.
#[derive(Debug, Clone, PartialEq)]
pub struct Beginning<'a> {
    /// Id of the exercise.
    pub exercise: &'a str,
    /// Hash of its pack.
    pub pack: &'a str,
    /// Who, on which data.
    pub identity: &'a Identity,
    /// When (RFC 3339, UTC).
    pub at: String,
    /// Build of the engine.
    pub engine: String,
}

/// The last score, as it was given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LastScore {
    /// When.
    pub at: String,
    /// Hash of the recipe that was scored.
    pub recipe: String,
    /// Everything that it earned.
    pub card: Scorecard,
}

/// The stored document of an attempt.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AttemptDocument {
    /// Always [`FORMAT`].
    pub format: String,
    /// Version of this document's shape.
    pub version: u32,
    /// Id of the exercise.
    pub exercise: String,
    /// Hash of the pack that it is about.
    pub pack: String,
    /// Name or pseudonym.
    pub candidate: String,
    /// Seed of the data.
    pub seed: String,
    /// Scale of the data.
    pub scale: Scale,
    /// Id of the work that holds the recipe.
    pub work: String,
    /// Ids of the tasks that are ticked.
    #[serde(default)]
    pub ticks: BTreeSet<String>,
    /// The forms that were filled in, by their ids in the pack.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub forms: BTreeMap<String, KeptForm>,
    /// Seconds during which the page was looked at.
    #[serde(default)]
    pub seconds: u64,
    /// What happened.
    #[serde(default)]
    pub log: Log,
    /// The last score.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<LastScore>,
}

impl AttemptDocument {
    /// The first attempt at an exercise.
    pub fn begin(beginning: &Beginning<'_>, work: &str) -> Self {
        let mut attempt = Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            exercise: beginning.exercise.to_owned(),
            pack: String::new(),
            candidate: String::new(),
            seed: String::new(),
            scale: Scale::default(),
            work: work.to_owned(),
            ticks: BTreeSet::new(),
            forms: BTreeMap::new(),
            seconds: 0,
            log: Log::default(),
            last: None,
        };
        attempt.start(beginning);
        attempt
    }

    /// Begins again with nothing; the log says so and goes on.
    pub fn begin_again(&mut self, beginning: &Beginning<'_>) {
        self.log.add(beginning.at.clone(), Event::Restarted);
        self.ticks.clear();
        self.forms.clear();
        self.seconds = 0;
        self.last = None;
        self.start(beginning);
    }

    /// Goes on with the present version of the pack: the recipe stays, the data are those of now.
    pub fn go_on(&mut self, pack: &str, at: String, engine: String) {
        let identity = Identity { candidate: self.candidate.clone(), seed: self.seed.clone(), scale: self.scale };
        let exercise = self.exercise.clone();
        self.last = None;
        self.start(&Beginning { exercise: &exercise, pack, identity: &identity, at, engine });
    }

    fn start(&mut self, beginning: &Beginning<'_>) {
        let Beginning { exercise, pack, identity, at, engine } = beginning;
        (*pack).clone_into(&mut self.pack);
        identity.candidate.trim().clone_into(&mut self.candidate);
        self.seed = identity.seed_of(exercise);
        self.scale = identity.scale;
        let started = Event::Started {
            exercise: self.exercise.clone(),
            pack: self.pack.clone(),
            candidate: self.candidate.clone(),
            seed: self.seed.clone(),
            scale: self.scale.id().to_owned(),
            engine: engine.clone(),
        };
        self.log.add(at.clone(), started);
    }

    /// The data that it is about; none where the pack has none.
    pub fn instance(&self, pack: &Pack) -> Option<Instance> {
        let spec = serde_json::to_string(pack.data.as_ref()?).ok()?;
        Some(Instance { spec, seed: self.seed.clone(), scale: self.scale.id().to_owned() })
    }

    /// Ticks a task, or takes the tick away.
    pub fn tick(&mut self, task: &str, on: bool) {
        if on {
            self.ticks.insert(task.to_owned());
        } else {
            self.ticks.remove(task);
        }
    }

    /// Whether a hint was read.
    pub fn has_read(&self, hint: &str) -> bool {
        self.log.hints().contains(&hint)
    }

    /// Writes down that a hint is read; once.
    pub fn read(&mut self, hint: &Hint, at: String) {
        if !self.has_read(&hint.id) {
            let Hint { id, cost, criterion, .. } = hint.clone();
            self.log.add(at, Event::Hint { id, cost, criterion });
        }
    }

    /// Writes down a score.
    pub fn scored(&mut self, at: String, recipe: String, engine: String, card: Scorecard) {
        let criteria = card.criteria();
        self.log.add(at.clone(), Event::Scored { recipe: recipe.clone(), engine, criteria });
        self.last = Some(LastScore { at, recipe, card });
    }

    /// Points of 100 of each score, hints paid, with its instant; the newest first.
    pub fn history(&self) -> Vec<(String, f64)> {
        let entries = self.log.entries().iter().rev();
        let scores = entries.filter_map(|entry| match &entry.event {
            Event::Scored { criteria, .. } => {
                let of: f64 = criteria.iter().map(|one| one.of).sum();
                let points = criteria.iter().map(|one| earned(one.points, self.log.cost_of_hints(&one.criterion)));
                Some((entry.at.clone(), if of > 0.0 { 100.0 * points.sum::<f64>() / of } else { 0.0 }))
            }
            _ => None,
        });
        scores.collect()
    }

    /// What the last score gives to where the candidate stands. A log that does not hold gives nothing.
    pub fn standing(&self) -> Vec<Scored> {
        if self.log.verify().is_err() {
            return Vec::new();
        }
        let last = self.log.entries().iter().rev().find_map(|entry| match &entry.event {
            Event::Scored { criteria, .. } => Some(criteria),
            _ => None,
        });
        let criteria = last.into_iter().flatten().filter(|one| one.of > 0.0);
        let scored = criteria.map(|one| Scored {
            exercise: self.exercise.clone(),
            criterion: one.criterion.clone(),
            points: one.of,
            score: 100.0 * earned(one.points, self.log.cost_of_hints(&one.criterion)) / one.of,
        });
        scored.collect()
    }

    /// The text that is stored.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads stored text.
    ///
    /// # Errors
    /// [`Unreadable`] says why; the text is left as it is.
    pub fn parse(text: &str) -> Result<Self, Unreadable> {
        let value: Value = serde_json::from_str(text).map_err(|_| Unreadable::Malformed)?;
        if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
            return Err(Unreadable::Malformed);
        }
        if value.get("version").and_then(Value::as_u64).is_none_or(|version| version > u64::from(VERSION)) {
            return Err(Unreadable::Newer);
        }
        serde_json::from_value(value).map_err(|_| Unreadable::Malformed)
    }
}
