//! What a kind of form is: its fields with their shapes, and its rules. All of it is data but the rules.

use crate::check::Rule;

/// A kind of form.
pub struct Kind {
    /// Lower-case letters and `-`: what packs and documents name, and a part of the keys of its words.
    pub name: &'static str,
    /// Its name in the list of deliverables (`F-ANOMALIES`).
    pub code: &'static str,
    /// Version of its fields, from 1.
    pub version: u32,
    /// In the order in which they are shown.
    pub fields: &'static [Field],
    /// Fields whose values together stand in one row only; none if any row may come twice.
    pub key: &'static [&'static str],
    /// What must hold beyond what fields ask for.
    pub rules: &'static [Rule],
}

/// A field of each row.
pub struct Field {
    /// Lower-case letters, digits and `_`.
    pub name: &'static str,
    /// What it holds.
    pub shape: Shape,
    /// Whether each row must say something here.
    pub required: bool,
    /// Whether a row may say that it is not known, and why. Empty is not the same: nothing was said.
    pub may_be_unknown: bool,
}

/// What a field holds.
pub enum Shape {
    /// One line of text. Texts are for people: they earn nothing.
    Text,
    /// Several lines of text, likewise.
    LongText,
    /// A number between bounds, both of which it may have, with the unit that its label names.
    Number {
        /// The smallest.
        low: f64,
        /// The largest.
        high: f64,
    },
    /// A day, ISO 8601.
    Date,
    /// One of a closed list, worded under the field's key.
    Choice(&'static [&'static str]),
    /// One of a closed list that the exercise gives, with words of its own.
    Listed {
        /// What an entry of that list may be marked as, for rules to rely on.
        tags: &'static [&'static str],
    },
    /// Yes or no.
    Tick,
    /// What the form refers to.
    Link {
        /// What can be referred to.
        to: Target,
        /// The field that says in what it stands (the table of a column), if it stands in something.
        within: Option<&'static str>,
        /// How many at most.
        most: usize,
    },
    /// A figure that the engine computes; nobody types it.
    Figure {
        /// The fields whose values say of what it is the figure.
        by: &'static [&'static str],
    },
}

/// What a link can lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A step of the recipe.
    Step,
    /// A run that the engine kept.
    Run,
    /// A fact of the brief.
    Fact,
    /// A card of the glossary.
    Card,
    /// A table that was given.
    Table,
    /// A column of such a table.
    Column,
    /// A row of a table.
    Record,
    /// A business rule of the exercise.
    BusinessRule,
    /// Another row of the form.
    Row,
}

impl Kind {
    /// The field of a name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// Key of its name in the locales; `-summary` follows for what it is for.
    pub fn key_of_name(&self) -> String {
        format!("form-kind-{}", self.name)
    }

    /// Key of a field's label; `-help` follows for what it asks for.
    pub fn key_of(&self, field: &Field) -> String {
        format!("form-kind-{}-{}", self.name, field.name)
    }

    /// Key of a choice's label.
    pub fn key_of_choice(&self, field: &Field, choice: &str) -> String {
        format!("form-kind-{}-{}-value-{choice}", self.name, field.name)
    }

    /// Every key that the locales must have for this kind.
    pub fn keys(&self) -> Vec<String> {
        let name = self.key_of_name();
        let mut keys = vec![format!("{name}-summary"), name];
        for field in self.fields {
            let key = self.key_of(field);
            keys.push(format!("{key}-help"));
            if let Shape::Choice(choices) = field.shape {
                keys.extend(choices.iter().map(|choice| self.key_of_choice(field, choice)));
            }
            keys.push(key);
        }
        keys
    }
}

impl Field {
    /// A field that each row must fill in.
    pub const fn required(name: &'static str, shape: Shape) -> Self {
        Self { name, shape, required: true, may_be_unknown: false }
    }

    /// A field that may stay empty.
    pub const fn optional(name: &'static str, shape: Shape) -> Self {
        Self { name, shape, required: false, may_be_unknown: false }
    }

    /// The same field, of which a row may say that it is not known.
    pub const fn or_unknown(self) -> Self {
        Self { may_be_unknown: true, ..self }
    }

    /// Whether the engine fills it in.
    pub fn is_computed(&self) -> bool {
        matches!(self.shape, Shape::Figure { .. })
    }
}

impl Shape {
    /// A link to one thing that stands in nothing.
    pub const fn link(to: Target) -> Self {
        Self::Link { to, within: None, most: 1 }
    }
}
