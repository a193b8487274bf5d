//! Values: how what is typed or pasted is read, and how it is written for people and for tables.
//!
//! What does not read is kept as it was typed, so that nothing is lost; [`crate::check()`] says what is wrong with it.
//! `? reason` says that something is not known, and why.

use protocol::Arg;
use serde_json::{Map, Value, json};

use crate::document::Row;
use crate::kind::{Field, Kind, Shape};
use crate::known::Known;

/// The words of a language.
pub trait Words {
    /// The message of a key.
    fn text(&self, key: &str, args: &[(&str, Arg)]) -> String;
    /// A number as that language writes it.
    fn number(&self, value: f64) -> String;
}

/// What a form is read with: its kind, what is known beside it, and the words of a language.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The kind.
    pub kind: &'a Kind,
    /// What is known.
    pub known: &'a Known,
    /// The words.
    pub words: &'a dyn Words,
}

/// Key under which a cell holds the reason that it is not known.
const UNKNOWN: &str = "unknown";
/// What parts several links in one text.
const LINKS: &str = "; ";

/// The reason of a cell that says that something is not known.
pub fn unknown(value: &Value) -> Option<&str> {
    value.as_object()?.get(UNKNOWN)?.as_str()
}

/// The ids that a link holds.
pub fn links(value: &Value) -> Vec<&str> {
    match value {
        Value::String(id) => vec![id],
        Value::Array(ids) => ids.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// A value as text that reads as the same value.
pub fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.as_f64().map(|number| number.to_string()).unwrap_or_default(),
        Value::Bool(on) => on.to_string(),
        Value::Array(_) => links(value).join(LINKS),
        Value::Object(_) => unknown(value).map(|reason| format!("? {reason}").trim().to_owned()).unwrap_or_default(),
        Value::Null => String::new(),
    }
}

/// The values of fields by which a figure is found, as texts.
pub fn key(row: &Row, by: &[&str]) -> Vec<String> {
    by.iter().map(|field| row.cell(field).map(text).unwrap_or_default()).collect()
}

impl Reading<'_> {
    /// What was typed, as the field holds it; nothing where it was left empty.
    pub fn read(&self, field: &Field, typed: &str) -> Option<Value> {
        let typed = typed.trim();
        if typed.is_empty() || field.is_computed() {
            return None;
        }
        let is_text = matches!(field.shape, Shape::Text | Shape::LongText);
        if let Some(reason) = typed.strip_prefix('?').filter(|_| !is_text) {
            return Some(Value::Object(Map::from_iter([(UNKNOWN.to_owned(), json!(reason.trim()))])));
        }
        let read = match &field.shape {
            Shape::Text => Some(json!(typed.split_whitespace().collect::<Vec<_>>().join(" "))),
            Shape::LongText | Shape::Figure { .. } => None,
            Shape::Number { .. } => number(typed).map(|number| json!(number)),
            Shape::Date => date(typed).map(|date| json!(date)),
            Shape::Choice(_) | Shape::Listed { .. } => self.option(field, typed).map(|id| json!(id)),
            Shape::Tick => self.tick(typed).map(|on| json!(on)),
            Shape::Link { most: 1, .. } => self.option(field, typed).map(|id| json!(id)),
            Shape::Link { .. } => {
                let parts = typed.split(';').map(str::trim).filter(|part| !part.is_empty());
                Some(parts.map(|part| self.option(field, part).unwrap_or_else(|| part.to_owned())).collect())
            }
        };
        Some(read.unwrap_or_else(|| json!(typed)))
    }

    /// A cell as a person reads it.
    pub fn shown(&self, field: &Field, row: &Row) -> String {
        if field.is_computed() {
            return self.figure(field, row).map(|figure| self.words.number(figure)).unwrap_or_default();
        }
        let Some(value) = row.cell(field.name) else { return String::new() };
        if let Some(reason) = unknown(value) {
            return self.words.text("form-unknown", &[("reason", Arg::from(reason))]);
        }
        match (&field.shape, value) {
            (Shape::Number { .. }, Value::Number(number)) => self.words.number(number.as_f64().unwrap_or_default()),
            (Shape::Tick, Value::Bool(on)) => self.words.text(yes_or_no(*on), &[]),
            (Shape::Choice(_) | Shape::Listed { .. } | Shape::Link { .. }, _) => {
                let options = self.options(field);
                let label = |id: &str| {
                    let known = options.iter().find(|(known, _)| known == id);
                    known.map_or_else(|| id.to_owned(), |(_, label)| label.clone())
                };
                links(value).into_iter().map(label).collect::<Vec<_>>().join(LINKS)
            }
            _ => text(value),
        }
    }

    /// A figure that the engine computed for a row.
    pub fn figure(&self, field: &Field, row: &Row) -> Option<f64> {
        let Shape::Figure { by } = field.shape else { return None };
        self.known.figure(field.name, &key(row, by))
    }

    /// A cell as it is typed anew: by the words that a person reads, where these read as the same value.
    pub fn typed(&self, field: &Field, row: &Row) -> String {
        let Some(value) = row.cell(field.name) else { return String::new() };
        let shown = self.shown(field, row);
        if self.read(field, &shown).as_ref() == Some(value) { shown } else { text(value) }
    }

    /// What a field of a closed list or a link can hold in a row: ids with their labels.
    pub fn choices(&self, field: &Field, row: &Row) -> Vec<(String, String)> {
        let Shape::Link { to, within: Some(within), .. } = field.shape else { return self.options(field) };
        let within = row.written(within);
        let things = self.known.links.get(&to).into_iter().flatten();
        let fits = things.filter(|thing| within.is_empty() || thing.within == within);
        fits.map(|thing| (thing.id.clone(), thing.label.clone())).collect()
    }

    /// What a field of a closed list or a link can hold in any row.
    fn options(&self, field: &Field) -> Vec<(String, String)> {
        match &field.shape {
            Shape::Choice(choices) => {
                let label = |choice: &&str| self.words.text(&self.kind.key_of_choice(field, choice), &[]);
                choices.iter().map(|choice| ((*choice).to_owned(), label(choice))).collect()
            }
            Shape::Listed { .. } => {
                let terms = self.known.listed.get(field.name).into_iter().flatten();
                terms.map(|term| (term.id.clone(), term.label.clone())).collect()
            }
            Shape::Link { to, .. } => {
                let things = self.known.links.get(to).into_iter().flatten();
                things.map(|thing| (thing.id.clone(), thing.label.clone())).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The id of an option that is named by its id, or by its id or label in other capitals.
    fn option(&self, field: &Field, typed: &str) -> Option<String> {
        let options = self.options(field);
        let same = |text: &str| text.to_lowercase() == typed.to_lowercase();
        let named = options.iter().find(|(id, _)| id == typed);
        named.or_else(|| options.iter().find(|(id, label)| same(id) || same(label))).map(|(id, _)| id.clone())
    }

    fn tick(&self, typed: &str) -> Option<bool> {
        let typed = typed.to_lowercase();
        let is = |on: bool| self.words.text(yes_or_no(on), &[]).to_lowercase() == typed;
        match typed.as_str() {
            "true" | "1" | "x" => Some(true),
            "false" | "0" => Some(false),
            _ if is(true) => Some(true),
            _ if is(false) => Some(false),
            _ => None,
        }
    }
}

/// Key of the word for a tick.
pub fn yes_or_no(on: bool) -> &'static str {
    if on { "form-yes" } else { "form-no" }
}

/// A number with a point or a comma, with or without spaces between groups.
fn number(typed: &str) -> Option<f64> {
    let digits: String = typed.chars().filter(|char| !char.is_whitespace()).collect();
    let plain = if digits.contains('.') { digits } else { digits.replacen(',', ".", 1) };
    let begins = plain.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '-' | '+' | '.'));
    plain.parse::<f64>().ok().filter(|number| begins && number.is_finite())
}

/// A day of the calendar, ISO 8601 or as it is written in France.
pub(crate) fn date(typed: &str) -> Option<String> {
    let day = chrono::NaiveDate::parse_from_str(typed, "%Y-%m-%d");
    let day = day.or_else(|_| chrono::NaiveDate::parse_from_str(typed, "%d/%m/%Y")).ok()?;
    Some(day.format("%Y-%m-%d").to_string())
}
