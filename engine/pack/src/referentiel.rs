//! The référentiel: blocs, activities, competences, criteria, and which exercises exercise them.
//!
//! Codes are printed in the official document; keys are ours where the document prints a code twice or shares a
//! list of criteria between competences.

mod check;
#[cfg(test)]
mod tests;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::agree::Findings;
use crate::fault::Fault;
use crate::reading::{Document, Kind};
use crate::words::Words;

/// The whole référentiel.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Referentiel {
    /// Name of the certification.
    pub certification: Words,
    /// Who certifies.
    pub certifier: String,
    /// Year and month in which this was last compared with the document.
    pub checked: String,
    /// Blocs, in order.
    pub blocs: Vec<Bloc>,
    /// How competences are assessed.
    pub modes: Vec<Mode>,
    /// Activities, in order.
    pub activities: Vec<Activity>,
    /// Competences, in order.
    pub competences: Vec<Competence>,
    /// Criteria, in order.
    pub criteria: Vec<Criterion>,
    /// Exercises, whether they can be opened yet or not.
    pub exercises: Vec<Exercise>,
}

/// A bloc of competences, validated on its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bloc {
    /// `b1` to `b4`.
    pub key: String,
    /// As printed.
    pub number: u32,
    /// In our words.
    pub label: Words,
}

/// A way of assessing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mode {
    /// Named by competences.
    pub key: String,
    /// In our words.
    pub label: Words,
}

/// An activity of the profession.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// As printed (`A1.1`).
    pub code: String,
    /// Key of its bloc.
    pub bloc: String,
    /// In our words.
    pub label: Words,
    /// What the document lists below it.
    pub lines: Vec<ActivityLine>,
}

/// One thing done in an activity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActivityLine {
    /// Counted through the whole document, from 1.
    pub number: u32,
    /// In our words.
    pub label: Words,
    /// Exercises in which it is practised.
    pub exercises: Vec<String>,
}

/// A competence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Competence {
    /// Ours: the printed code, with a letter where it is printed twice.
    pub key: String,
    /// As printed.
    pub printed: String,
    /// Code of its activity.
    pub activity: String,
    /// Key of its mode of assessment.
    pub mode: String,
    /// In our words.
    pub label: Words,
    /// What is odd about it in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Words>,
}

/// Who decides the level of a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Properties of the data, a replay, rules of consistency.
    Auto,
    /// A level is proposed, a person confirms.
    AutoJury,
    /// A person; only the presence of evidence is checked.
    Jury,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 3] = [Self::Auto, Self::AutoJury, Self::Jury];

    /// The stable text form.
    pub fn id(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::AutoJury => "auto-jury",
            Self::Jury => "jury",
        }
    }
}

/// A criterion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Ours (`b3.c13.k1`): what scores and bundles name.
    pub key: String,
    /// The printed list and the place in it (`C1.2/C2.2-k3`).
    pub name: String,
    /// Bloc, printed list, place in the list (`B2/C1.2+C2.2/3`).
    pub position: String,
    /// Keys of the competences that it speaks of.
    pub competences: Vec<String>,
    /// Who decides its level.
    pub status: Status,
    /// In our words.
    pub label: Words,
    /// What is odd about it in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Words>,
    /// What exercises it.
    pub exercises: Vec<Share>,
}

/// What an exercise gives to a criterion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// Id of the exercise.
    pub id: String,
    /// Of the exercise's 100.
    pub points: u32,
}

/// An exercise, by name; its pack is elsewhere.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Exercise {
    /// Its id in every file.
    pub id: String,
    /// In our words.
    pub title: Words,
    /// Line of business of its case.
    pub sector: Words,
    /// From 1 to 5.
    pub difficulty: u8,
    /// Standard time, without extra time.
    pub minutes: u32,
}

impl Kind for Referentiel {
    const FORMAT: &'static str = "creuset.referentiel";
    const SCHEMA: &'static str = "referentiel";
}

/// Reads `referentiel.toml`.
///
/// # Errors
/// The first key or value that does not fit, or all that does not agree.
pub fn read(file: &str, text: &str) -> Result<Referentiel, Vec<Fault>> {
    let document = Document::parse(file, text).map_err(|fault| vec![fault])?;
    let referentiel: Referentiel = document.read().map_err(|fault| vec![fault])?;
    let mut faults = Vec::new();
    check::check(&referentiel, &mut Findings::new(&document, &mut faults));
    if faults.is_empty() { Ok(referentiel) } else { Err(faults) }
}

impl Referentiel {
    /// The competence of a key.
    pub fn competence(&self, key: &str) -> Option<&Competence> {
        self.competences.iter().find(|competence| competence.key == key)
    }

    /// The criterion of a key.
    pub fn criterion(&self, key: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| criterion.key == key)
    }

    /// The activity of a code.
    pub fn activity(&self, code: &str) -> Option<&Activity> {
        self.activities.iter().find(|activity| activity.code == code)
    }

    /// The exercise of an id.
    pub fn exercise(&self, id: &str) -> Option<&Exercise> {
        self.exercises.iter().find(|exercise| exercise.id == id)
    }

    /// The mode of a key.
    pub fn mode(&self, key: &str) -> Option<&Mode> {
        self.modes.iter().find(|mode| mode.key == key)
    }

    /// The competences of a bloc, in order.
    pub fn competences_of<'a>(&'a self, bloc: &'a str) -> impl Iterator<Item = &'a Competence> {
        self.competences
            .iter()
            .filter(move |competence| self.activity(&competence.activity).is_some_and(|activity| activity.bloc == bloc))
    }

    /// The criteria that speak of a competence, in order. A criterion may speak of several.
    pub fn criteria_of<'a>(&'a self, competence: &'a str) -> impl Iterator<Item = &'a Criterion> {
        self.criteria.iter().filter(move |criterion| criterion.competences.iter().any(|one| one == competence))
    }

    /// The criteria of a bloc, each once, in order.
    pub fn criteria_of_bloc<'a>(&'a self, bloc: &'a str) -> impl Iterator<Item = &'a Criterion> {
        self.criteria.iter().filter(move |criterion| criterion.bloc() == bloc)
    }
}

impl Criterion {
    /// Key of its bloc.
    pub fn bloc(&self) -> &str {
        self.key.split('.').next().unwrap_or_default()
    }

    /// The printed list that it stands in (`C1.2/C2.2`).
    pub fn list(&self) -> &str {
        self.name.rsplit_once("-k").map_or(self.name.as_str(), |(list, _)| list)
    }
}
