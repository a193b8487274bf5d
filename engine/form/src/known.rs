//! What a form is read against: what links can lead to, lists of the exercise, figures of the engine.
//!
//! The host gathers it. What is absent is not known yet: a link is only found lost where the things it could lead to
//! are known.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::kind::Target;

/// What is known beside the form.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Known {
    /// What links can lead to. Other rows of the form need not stand here.
    pub links: BTreeMap<Target, Vec<Linkable>>,
    /// The lists of the exercise, by field.
    pub listed: BTreeMap<String, Vec<Term>>,
    /// The figures of the engine, by field.
    pub figures: BTreeMap<String, Figures>,
}

/// What a link can lead to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Linkable {
    /// Unique among those that stand in the same thing.
    pub id: String,
    /// What a person reads.
    pub label: String,
    /// Id of what it stands in; empty if in nothing.
    pub within: String,
    /// What rules look at: operation, group and parameters of a step, the action of a business rule.
    pub about: Value,
}

/// An entry of a list of the exercise.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Term {
    /// Unique in its list.
    pub id: String,
    /// What a person reads.
    pub label: String,
    /// What it is marked as.
    pub tags: Vec<String>,
}

/// Figures that the engine computed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Figures {
    /// The run that they come from, as it is shown beside them.
    pub run: String,
    /// The figures, by the values of the fields that say of what; an empty field is an empty text.
    pub values: BTreeMap<Vec<String>, f64>,
}

impl Known {
    /// What a link of this target leads to, within something.
    pub fn link(&self, to: Target, within: Option<&str>, id: &str) -> Option<&Linkable> {
        let fits = |one: &&Linkable| one.id == id && within.is_none_or(|within| one.within == within);
        self.links.get(&to)?.iter().find(fits)
    }

    /// The entry of a list of the exercise.
    pub fn term(&self, field: &str, id: &str) -> Option<&Term> {
        self.listed.get(field)?.iter().find(|term| term.id == id)
    }

    /// A figure, where the engine has computed it.
    pub fn figure(&self, field: &str, key: &[String]) -> Option<f64> {
        self.figures.get(field)?.values.get(key).copied()
    }
}

impl Term {
    /// Whether it is marked so.
    pub fn is(&self, tag: &str) -> bool {
        self.tags.iter().any(|known| known == tag)
    }
}
