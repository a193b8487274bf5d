//! JSON Schema → form.

use serde_json::Value;

use super::{Field, FieldKind, Form};

/// Bound of nesting: schemas that refer to themselves end as raw JSON.
const MAX_DEPTH: usize = 6;

/// Reads the form of a schema.
pub fn read(schema: &Value) -> Form {
    Form { fields: object_fields(schema, schema, "", 0) }
}

fn object_fields(root: &Value, object: &Value, path: &str, depth: usize) -> Vec<Field> {
    let required: Vec<&str> =
        object.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
    let properties = object.get("properties").and_then(Value::as_object);
    properties
        .into_iter()
        .flatten()
        .map(|(name, schema)| {
            let path = if path.is_empty() { name.clone() } else { format!("{path}-{name}") };
            let (kind, nullable) = kind(root, schema, &path, depth);
            let default = schema.get("default").cloned();
            let port = schema.get("x-port").and_then(Value::as_str).map(str::to_owned);
            Field {
                required: required.contains(&name.as_str()),
                name: name.clone(),
                path,
                kind,
                nullable,
                default,
                port,
            }
        })
        .collect()
}

/// What a schema takes, and whether null is taken too.
fn kind(root: &Value, schema: &Value, path: &str, depth: usize) -> (FieldKind, bool) {
    let widget = schema.get("x-widget").and_then(Value::as_str);
    let (inner, nullable) = unwrap(root, schema);
    let widget = widget.or_else(|| inner.get("x-widget").and_then(Value::as_str));
    let item_widget = inner.pointer("/items/x-widget").and_then(Value::as_str);
    let kind = match (widget, item_widget) {
        (Some("column"), _) => FieldKind::Column,
        (Some("columns"), _) | (None, Some("column")) => FieldKind::Columns,
        (Some("expression"), _) => FieldKind::Expression,
        (Some("query"), _) => FieldKind::Query,
        (Some("file"), _) => FieldKind::File,
        (Some("table"), _) => FieldKind::Table,
        _ => plain_kind(root, inner, path, depth),
    };
    (kind, nullable)
}

fn plain_kind(root: &Value, schema: &Value, path: &str, depth: usize) -> FieldKind {
    if depth > MAX_DEPTH {
        return FieldKind::Raw;
    }
    if let Some(words) = words(schema) {
        return FieldKind::Enum(words);
    }
    let bound = |name: &str| schema.get(name).and_then(Value::as_f64);
    match type_name(schema) {
        Some("string") => FieldKind::Text { max_chars: schema.get("maxLength").and_then(Value::as_u64) },
        Some("integer") => FieldKind::Integer { low: bound("minimum"), high: bound("maximum") },
        Some("number") => FieldKind::Number { low: bound("minimum"), high: bound("maximum") },
        Some("boolean") => FieldKind::Boolean,
        Some("array") => list_kind(root, schema, path, depth),
        Some("object") if schema.get("properties").is_some() => {
            FieldKind::Group(object_fields(root, schema, path, depth + 1))
        }
        _ => FieldKind::Raw,
    }
}

fn list_kind(root: &Value, schema: &Value, path: &str, depth: usize) -> FieldKind {
    let Some(items) = schema.get("items") else { return FieldKind::Raw };
    let (item, _) = unwrap(root, items);
    match type_name(item) {
        Some("object") if item.get("properties").is_some() => FieldKind::Rows {
            fields: object_fields(root, item, path, depth + 1),
            min_rows: schema.get("minItems").and_then(Value::as_u64).unwrap_or(0),
        },
        Some("string") if words(item).is_none() => FieldKind::Texts,
        _ => FieldKind::Raw,
    }
}

/// Follows `$ref`, and takes null out of `anyOf`, `oneOf` and lists of types.
fn unwrap<'a>(root: &'a Value, schema: &'a Value) -> (&'a Value, bool) {
    let mut schema = schema;
    let mut nullable = schema.get("type").and_then(Value::as_array).is_some_and(|types| types.contains(&"null".into()));
    for _ in 0..MAX_DEPTH {
        if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
            let Some(found) = root.pointer(target.trim_start_matches('#')) else { break };
            schema = found;
            continue;
        }
        let choices = schema.get("anyOf").or_else(|| schema.get("oneOf")).and_then(Value::as_array);
        let Some(choices) = choices else { break };
        let (nulls, rest): (Vec<&Value>, Vec<&Value>) =
            choices.iter().partition(|choice| type_name(choice) == Some("null"));
        nullable |= !nulls.is_empty();
        match rest.as_slice() {
            [only] => schema = only,
            _ => break,
        }
    }
    (schema, nullable)
}

fn type_name(schema: &Value) -> Option<&str> {
    match schema.get("type")? {
        Value::String(name) => Some(name),
        Value::Array(names) => names.iter().filter_map(Value::as_str).find(|name| *name != "null").or(Some("null")),
        _ => None,
    }
}

/// The words of a string enum, written as `enum`, or as `oneOf` of constants with their descriptions.
fn words(schema: &Value) -> Option<Vec<String>> {
    if let Some(values) = schema.get("enum").and_then(Value::as_array) {
        let words: Vec<String> = values.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        return (!words.is_empty()).then_some(words);
    }
    let choices = schema.get("oneOf").or_else(|| schema.get("anyOf")).and_then(Value::as_array)?;
    let mut found = Vec::new();
    for choice in choices {
        match choice.get("const").and_then(Value::as_str) {
            Some(word) => found.push(word.to_owned()),
            None if type_name(choice) == Some("null") => {}
            None => found.extend(words(choice)?),
        }
    }
    (!found.is_empty()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(schema: Value, kind: FieldKind, nullable: bool) {
        let defs = json!({
            "Kind": {"oneOf": [{"const": "inner", "description": "x"}, {"const": "left"}]},
            "Plain": {"type": "string", "enum": ["a", "b"]},
            "Loop": {"$ref": "#/$defs/Loop"},
        });
        let form = read(&json!({"type": "object", "properties": {"p": schema}, "$defs": defs}));
        assert_eq!((&form.fields[0].kind, form.fields[0].nullable), (&kind, nullable));
    }

    #[test]
    fn each_schema_becomes_its_field() {
        let words = |list: &[&str]| FieldKind::Enum(list.iter().map(ToString::to_string).collect());
        check(json!({"type": "string", "x-widget": "column"}), FieldKind::Column, false);
        check(json!({"type": ["string", "null"], "x-widget": "column"}), FieldKind::Column, true);
        check(json!({"type": "array", "items": {"type": "string"}, "x-widget": "columns"}), FieldKind::Columns, false);
        check(json!({"type": "array", "items": {"type": "string", "x-widget": "column"}}), FieldKind::Columns, false);
        check(json!({"type": "array", "items": {"type": "string"}}), FieldKind::Texts, false);
        check(json!({"type": "string", "x-widget": "expression"}), FieldKind::Expression, false);
        check(json!({"$ref": "#/$defs/Kind"}), words(&["inner", "left"]), false);
        check(json!({"anyOf": [{"$ref": "#/$defs/Plain"}, {"type": "null"}]}), words(&["a", "b"]), true);
        check(json!({"type": "string", "minLength": 1, "maxLength": 1}), FieldKind::Text { max_chars: Some(1) }, false);
        check(json!({"type": "integer", "minimum": 0}), FieldKind::Integer { low: Some(0.0), high: None }, false);
        check(json!({"type": ["number", "null"]}), FieldKind::Number { low: None, high: None }, true);
        check(json!({"type": "boolean"}), FieldKind::Boolean, false);
        check(json!({"$ref": "#/$defs/Loop"}), FieldKind::Raw, false);
        check(json!({"anyOf": [{"type": "string"}, {"type": "integer"}]}), FieldKind::Raw, false);
        check(json!(true), FieldKind::Raw, false);
    }

    #[test]
    fn paths_skip_the_items_of_lists() {
        let form = read(&json!({"properties": {"keys": {"type": "array", "items": {"type": "object", "properties": {
            "column": {"type": "string"}}}}}}));
        let FieldKind::Rows { fields, .. } = &form.fields[0].kind else { panic!("{form:?}") };
        assert_eq!((form.fields[0].path.as_str(), fields[0].path.as_str()), ("keys", "keys-column"));
    }
}
