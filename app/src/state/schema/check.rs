//! What can be said of a form's values before the engine is asked, as diagnostics at their fields.

use protocol::{Code, Diagnostic};
use serde_json::{Map, Value};

use super::{Field, FieldKind};

/// Every finding about the values, in the order of the fields. The engine has the last word.
pub fn check(fields: &[Field], values: &Map<String, Value>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    check_fields(fields, values, "", &mut found);
    found
}

fn check_fields(fields: &[Field], values: &Map<String, Value>, pointer: &str, found: &mut Vec<Diagnostic>) {
    for field in fields {
        let pointer = format!("{pointer}/{}", field.name.replace('~', "~0").replace('/', "~1"));
        let value = values.get(&field.name).unwrap_or(&Value::Null);
        if is_empty(value) {
            if field.required && !field.nullable && field.kind != (FieldKind::Text { max_chars: None }) {
                found.push(*Diagnostic::new(Code::ParamRequired).at_field(pointer));
            }
            continue;
        }
        match (&field.kind, value) {
            (FieldKind::Rows { fields, .. }, Value::Array(rows)) => {
                for (index, row) in rows.iter().enumerate() {
                    if let Some(row) = row.as_object() {
                        check_fields(fields, row, &format!("{pointer}/{index}"), found);
                    }
                }
            }
            (FieldKind::Group(fields), Value::Object(inner)) => check_fields(fields, inner, &pointer, found),
            (FieldKind::Integer { low, high } | FieldKind::Number { low, high }, value) => {
                if let Some(problem) = check_number(&field.kind, value, *low, *high) {
                    found.push(*problem.at_field(pointer));
                }
            }
            (FieldKind::Enum(words), Value::String(word)) if !words.contains(word) => {
                found.push(*Diagnostic::new(Code::ParamInvalid).with("detail", word.as_str()).at_field(pointer));
            }
            _ => {}
        }
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}

fn check_number(kind: &FieldKind, value: &Value, low: Option<f64>, high: Option<f64>) -> Option<Box<Diagnostic>> {
    let invalid = || Some(Diagnostic::new(Code::ParamInvalid).with("detail", value.to_string()));
    let Some(number) = value.as_f64() else { return invalid() };
    if matches!(kind, FieldKind::Integer { .. }) && number.fract() != 0.0 {
        return invalid();
    }
    let (low, high) = (low.unwrap_or(f64::NEG_INFINITY), high.unwrap_or(f64::INFINITY));
    let outside = number < low || number > high;
    outside.then(|| Diagnostic::new(Code::ParamRange).with("value", number).with("low", low).with("high", high))
}

/// The value of a typed text: a number where the field takes one (decimal point or comma), else the
/// text itself, which `check` then reports.
pub fn read_input(kind: &FieldKind, text: &str) -> Value {
    let trimmed = text.trim();
    match kind {
        FieldKind::Integer { .. } | FieldKind::Number { .. } if trimmed.is_empty() => Value::Null,
        FieldKind::Integer { .. } => {
            let digits: String = trimmed.chars().filter(|char| !char.is_whitespace()).collect();
            digits.parse::<i64>().map_or_else(|_| Value::from(text), Value::from)
        }
        FieldKind::Number { .. } => {
            let digits: String = trimmed.chars().filter(|char| !char.is_whitespace()).collect();
            digits.replace(',', ".").parse::<f64>().map_or_else(|_| Value::from(text), Value::from)
        }
        FieldKind::Texts => text.lines().filter(|line| !line.is_empty()).map(Value::from).collect(),
        FieldKind::Raw => serde_json::from_str(text).unwrap_or_else(|_| Value::from(text)),
        _ => Value::from(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::schema::read;
    use serde_json::json;

    #[test]
    fn findings_stand_at_their_fields() {
        let form = read(&json!({"type": "object", "required": ["column", "keys", "text", "kind"], "properties": {
            "column": {"type": "string", "x-widget": "column"},
            "keys": {"type": "array", "items": {"type": "object", "required": ["n"], "properties": {
                "n": {"type": "integer", "minimum": 1, "maximum": 9}}}},
            "text": {"type": "string"},
            "kind": {"enum": ["a", "b"]},
            "ratio": {"type": "number"},
        }}));
        for (values, expected) in [
            (json!({"column": "a", "keys": [{"n": 3}], "text": "", "kind": "a"}), vec![]),
            (
                json!({"column": " ", "keys": [], "text": "", "kind": "a"}),
                vec!["param-required /column", "param-required /keys"],
            ),
            (
                json!({"column": "a", "keys": [{"n": 3}, {"n": 10}], "kind": "c"}),
                vec!["param-range /keys/1/n", "param-invalid /kind"],
            ),
            (
                json!({"column": "a", "keys": [{}], "kind": "a", "ratio": "x"}),
                vec!["param-required /keys/0/n", "param-invalid /ratio"],
            ),
        ] {
            let found: Vec<String> = check(&form.fields, values.as_object().unwrap())
                .into_iter()
                .map(|finding| format!("{} {}", finding.code.id(), finding.place.field.unwrap_or_default()))
                .collect();
            assert_eq!(found, expected, "{values}");
        }
    }

    #[test]
    fn typed_text_becomes_a_value() {
        let integer = FieldKind::Integer { low: None, high: None };
        let number = FieldKind::Number { low: None, high: None };
        for (kind, text, value) in [
            (&integer, "1 000", json!(1000)),
            (&integer, "1.5", json!("1.5")),
            (&number, "1,5", json!(1.5)),
            (&number, "", Value::Null),
            (&FieldKind::Texts, "a\n\nb", json!(["a", "b"])),
            (&FieldKind::Raw, "[1]", json!([1])),
            (&FieldKind::Column, "a", json!("a")),
        ] {
            assert_eq!(read_input(kind, text), value, "{text}");
        }
    }
}
