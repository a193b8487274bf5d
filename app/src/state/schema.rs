//! From an operation's JSON Schema to the form that the page draws, and from its values to params.
//!
//! Reads the part of JSON Schema 2020-12 that our operations use (objects, arrays, string enums,
//! `$ref`, `anyOf`/`oneOf` with null, `x-widget` hints). Anything else becomes a field of raw JSON,
//! so that no parameter is ever out of reach.

mod check;
mod read;

use serde_json::{Map, Value};

pub use check::{check, read_input};
pub use read::read;

/// What a field takes.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldKind {
    /// The name of a column.
    Column,
    /// Names of columns.
    Columns,
    /// An expression of SQL.
    Expression,
    /// A query of SQL.
    Query,
    /// The name of an attached file.
    File,
    /// The name of a table.
    Table,
    /// One of these words.
    Enum(Vec<String>),
    /// Text.
    Text {
        /// Most characters, if bounded.
        max_chars: Option<u64>,
    },
    /// Texts, one a line.
    Texts,
    /// A whole number.
    Integer {
        /// Smallest.
        low: Option<f64>,
        /// Largest.
        high: Option<f64>,
    },
    /// A number.
    Number {
        /// Smallest.
        low: Option<f64>,
        /// Largest.
        high: Option<f64>,
    },
    /// Yes or no.
    Boolean,
    /// Rows of fields: sort keys, derived columns, measures.
    Rows {
        /// Fields of a row; their paths continue the list's own.
        fields: Vec<Field>,
        /// Fewest rows.
        min_rows: u64,
    },
    /// Fields of a nested object.
    Group(Vec<Field>),
    /// JSON as it stands.
    Raw,
}

/// One field of a form.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Property name.
    pub name: String,
    /// Property names from the root joined by `-`, items of lists left out: the ending of the label's key.
    pub path: String,
    /// What it takes.
    pub kind: FieldKind,
    /// Whether it must be given.
    pub required: bool,
    /// Whether it may be null: left empty, it is.
    pub nullable: bool,
    /// Its value where none is given.
    pub default: Option<Value>,
    /// The input port whose columns it names, where it is not the first.
    pub port: Option<String>,
}

/// The form of an operation.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Form {
    /// Fields, in the order of the schema.
    pub fields: Vec<Field>,
}

impl Field {
    /// The value a new form shows.
    pub fn initial(&self) -> Value {
        if let Some(default) = &self.default {
            return default.clone();
        }
        if self.nullable {
            return Value::Null;
        }
        match &self.kind {
            FieldKind::Columns | FieldKind::Texts => Value::Array(Vec::new()),
            FieldKind::Rows { fields, min_rows } => {
                Value::Array((0..*min_rows).map(|_| Value::Object(initial(fields))).collect())
            }
            FieldKind::Group(fields) => Value::Object(initial(fields)),
            FieldKind::Enum(words) => words.first().map_or(Value::Null, |word| Value::from(word.as_str())),
            FieldKind::Boolean => Value::Bool(false),
            FieldKind::Integer { .. } | FieldKind::Number { .. } | FieldKind::Raw => Value::Null,
            _ => Value::from(""),
        }
    }
}

/// The values a new form (or a new row of a list) shows.
pub fn initial(fields: &[Field]) -> Map<String, Value> {
    fields.iter().map(|field| (field.name.clone(), field.initial())).collect()
}

/// The values as they go into a step: what is optional and empty is left out, so that the
/// operation's own default stands.
pub fn to_params(fields: &[Field], values: &Map<String, Value>) -> Map<String, Value> {
    let mut params = Map::new();
    for field in fields {
        let Some(value) = values.get(&field.name) else { continue };
        let value = match (&field.kind, value) {
            (FieldKind::Group(fields), Value::Object(inner)) => Value::Object(to_params(fields, inner)),
            (FieldKind::Rows { fields, .. }, Value::Array(rows)) => rows
                .iter()
                .map(|row| row.as_object().map_or_else(|| row.clone(), |row| Value::Object(to_params(fields, row))))
                .collect(),
            _ => value.clone(),
        };
        if !field.required && (value.is_null() || value == "" && field.default.is_none()) {
            continue;
        }
        params.insert(field.name.clone(), value);
    }
    // What the form does not know (a later version's parameters) is kept.
    for (name, value) in values {
        if !fields.iter().any(|field| &field.name == name) {
            params.insert(name.clone(), value.clone());
        }
    }
    params
}

/// The values a form shows for an existing step: its params over the initial values.
pub fn from_params(fields: &[Field], params: &Map<String, Value>) -> Map<String, Value> {
    let mut values = initial(fields);
    for (name, value) in params {
        let field = fields.iter().find(|field| &field.name == name);
        let shown = match (field.map(|field| &field.kind), value) {
            (Some(FieldKind::Group(fields)), Value::Object(inner)) => Value::Object(from_params(fields, inner)),
            (Some(FieldKind::Rows { fields, .. }), Value::Array(rows)) => rows
                .iter()
                .map(|row| row.as_object().map_or_else(|| row.clone(), |row| Value::Object(from_params(fields, row))))
                .collect(),
            _ => value.clone(),
        };
        values.insert(name.clone(), shown);
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn form() -> Form {
        read(&json!({
            "type": "object",
            "properties": {
                "keys": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/Key"}},
                "limit": {"type": ["integer", "null"], "minimum": 1},
                "note": {"type": "string", "default": ""},
            },
            "required": ["keys"],
            "$defs": {"Key": {"type": "object", "required": ["column"], "properties": {
                "column": {"type": "string", "x-widget": "column"},
                "descending": {"type": "boolean", "default": false},
            }}},
        }))
    }

    #[test]
    fn values_and_params_go_back_and_forth() {
        let form = form();
        let values = initial(&form.fields);
        assert_eq!(
            Value::Object(values.clone()),
            json!({"keys": [{"column": "", "descending": false}], "limit": null, "note": ""})
        );
        let params = json!({"keys": [{"column": "a"}], "later": 1});
        let shown = from_params(&form.fields, params.as_object().unwrap());
        assert_eq!(shown["keys"], json!([{"column": "a", "descending": false}]));
        assert_eq!(
            Value::Object(to_params(&form.fields, &shown)),
            json!({"keys": [{"column": "a", "descending": false}], "note": "", "later": 1})
        );
    }
}
