//! JSON Schema of a specification, with the parameters of every kind: what an author's editor completes and checks.

use serde_json::{Map, Value, json};

use crate::spec::DataSpec;
use crate::{column, dirt};

/// The schema of [`DataSpec`] with every kind.
pub fn schema() -> Value {
    let mut schema = schemars::schema_for!(DataSpec).to_value();
    with_kinds(&mut schema);
    schema
}

/// Completes a schema of [`DataSpec`]: columns and dirt are one of their kinds, each with its own parameters and no
/// others.
pub fn with_kinds(schema: &mut Value) {
    let mut definitions = schema["$defs"].take().as_object().cloned().unwrap_or_default();
    let columns: Vec<(&str, Value)> =
        column::KINDS.iter().map(|entry| (entry.name, entry.schema().to_value())).collect();
    let dirt: Vec<(&str, Value)> = dirt::KINDS.iter().map(|entry| (entry.name, entry.schema().to_value())).collect();
    for (common, kinds) in [("ColumnSpec", columns), ("DirtSpec", dirt)] {
        let declared = definitions.get(common).cloned().unwrap_or_default();
        let kinds = kinds.into_iter().map(|(name, kind)| one_kind(common, &declared, name, kind, &mut definitions));
        let kinds: Vec<Value> = kinds.collect();
        definitions.insert(common.to_owned(), json!({ "description": declared["description"], "oneOf": kinds }));
    }
    schema["$defs"] = Value::Object(definitions);
}

/// The schema of what is common together with that of one kind; its definitions move to the common ones.
fn one_kind(common: &str, declared: &Value, name: &str, kind: Value, definitions: &mut Map<String, Value>) -> Value {
    let prefix = format!("{common}.{name}.");
    let kind = moved(kind, &prefix);
    if let Some(own) = kind["$defs"].as_object() {
        definitions.extend(own.iter().map(|(key, value)| (format!("{prefix}{key}"), value.clone())));
    }
    let mut properties = declared["properties"].as_object().cloned().unwrap_or_default();
    properties.extend(kind["properties"].as_object().cloned().unwrap_or_default());
    properties.insert("kind".to_owned(), json!({ "const": name }));
    let required = [declared, &kind].into_iter().filter_map(|schema| schema["required"].as_array()).flatten();
    let required: Vec<&Value> = required.collect();
    json!({
        "title": name,
        "description": kind["description"],
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// The same with its references to definitions prefixed.
fn moved(schema: Value, prefix: &str) -> Value {
    match schema {
        Value::Object(fields) => {
            let fields = fields.into_iter().map(|(key, value)| match value {
                Value::String(text) if key == "$ref" => {
                    (key, text.replace("#/$defs/", &format!("#/$defs/{prefix}")).into())
                }
                value => (key, moved(value, prefix)),
            });
            Value::Object(fields.collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(|item| moved(item, prefix)).collect()),
        value => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn references(schema: &Value, found: &mut Vec<String>) {
        match schema {
            Value::Object(fields) => fields.iter().for_each(|(key, value)| match value {
                Value::String(text) if key == "$ref" => found.push(text.clone()),
                value => references(value, found),
            }),
            Value::Array(items) => items.iter().for_each(|item| references(item, found)),
            _ => {}
        }
    }

    #[test]
    fn every_kind_is_there_and_every_reference_leads_somewhere() {
        let schema = schema();
        for (common, count) in [("ColumnSpec", column::KINDS.len()), ("DirtSpec", dirt::KINDS.len())] {
            let kinds = schema["$defs"][common]["oneOf"].as_array().unwrap();
            assert_eq!(kinds.len(), count);
            assert!(
                kinds
                    .iter()
                    .all(|kind| kind["description"].is_string() && kind["properties"]["kind"]["const"].is_string())
            );
        }
        let mut found = Vec::new();
        references(&schema, &mut found);
        assert!(found.len() > 20);
        for reference in found {
            let pointer = reference.strip_prefix('#').unwrap();
            assert!(schema.pointer(pointer).is_some(), "{reference}");
        }
    }
}
