//! What the fields of one form share: values, findings, columns to choose from.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;
use protocol::table::ColumnInfo;
use protocol::{Code, Diagnostic};
use serde_json::Value;

use crate::i18n::I18n;

/// Handle of a form, shared by its fields.
#[derive(Clone, Copy)]
pub struct FormState {
    /// Name of the operation: prefix of the labels' keys.
    pub operation: StoredValue<String>,
    /// Prefix of ids.
    pub prefix: &'static str,
    /// The values, one object.
    pub values: RwSignal<Value>,
    /// Findings, each with the pointer of its field.
    pub problems: Signal<Vec<Diagnostic>>,
    /// Pointers of fields that the person has changed.
    pub touched: RwSignal<BTreeSet<String>>,
    /// Set when the person tried to apply: from then on everything missing is said.
    pub attempted: RwSignal<bool>,
    /// Columns by input port; the empty name stands for the first port.
    pub columns: Signal<BTreeMap<String, Vec<ColumnInfo>>>,
    /// What SQL fields complete.
    pub completions: Signal<String>,
    /// Enter in a SQL field.
    pub submit: Callback<()>,
}

impl FormState {
    /// The value at a pointer; null where there is none. Tracked.
    pub fn value(self, pointer: &str) -> Value {
        self.values.with(|values| values.pointer(pointer).cloned().unwrap_or(Value::Null))
    }

    /// Writes the value at a pointer and remembers that the person did.
    pub fn set(self, pointer: &str, value: Value) {
        self.touched.update(|touched| {
            touched.insert(pointer.to_owned());
        });
        self.values.update(|values| put(values, pointer, value));
    }

    /// Findings to show at a field. What is merely not filled in yet is no reproach.
    pub fn problems_at(self, pointer: &str) -> Vec<Diagnostic> {
        let shows_missing = self.attempted.get() || self.touched.with(|touched| touched.contains(pointer));
        self.problems.with(|problems| {
            let here = problems.iter().filter(|problem| problem.place.field.as_deref() == Some(pointer));
            here.filter(|problem| shows_missing || problem.code != Code::ParamRequired).cloned().collect()
        })
    }

    /// Id of the element of a field.
    pub fn id(self, pointer: &str) -> String {
        format!("{}{}", self.prefix, pointer.replace(['/', '~', ' '], "-"))
    }

    /// Key of a label, by the field's path.
    pub fn key(self, path: &str) -> String {
        self.operation.with_value(|operation| format!("op-{operation}-param-{path}"))
    }

    /// The label of a field; its name where the locale has none.
    pub fn label(self, i18n: I18n, path: &str, name: &str) -> String {
        i18n.text_or(&self.key(path), name)
    }

    /// Columns of a port.
    pub fn columns_of(self, port: Option<&str>) -> Vec<ColumnInfo> {
        self.columns.with(|columns| columns.get(port.unwrap_or_default()).cloned().unwrap_or_default())
    }
}

/// Writes into nested objects and lists, making objects on the way where they are missing.
fn put(target: &mut Value, pointer: &str, value: Value) {
    let Some((parent, last)) = pointer.rsplit_once('/') else {
        *target = value;
        return;
    };
    let mut place = target;
    for part in parent.split('/').skip(1) {
        place = match place {
            Value::Array(items) => match part.parse::<usize>().ok().and_then(|index| items.get_mut(index)) {
                Some(item) => item,
                None => return,
            },
            Value::Object(fields) => fields.entry(unescaped(part)).or_insert_with(|| Value::Object(Default::default())),
            _ => return,
        };
    }
    match place {
        Value::Array(items) => {
            if let Some(item) = last.parse::<usize>().ok().and_then(|index| items.get_mut(index)) {
                *item = value;
            }
        }
        Value::Object(fields) => {
            fields.insert(unescaped(last), value);
        }
        _ => {}
    }
}

fn unescaped(part: &str) -> String {
    part.replace("~1", "/").replace("~0", "~")
}
