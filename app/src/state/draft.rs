//! A step being written: how a new one is pre-filled from the table and the column it was asked for.

use protocol::facet::quoted;
use protocol::operation::OperationInfo;
use protocol::recipe::legal_name;
use protocol::{Step, StepId, TableRef, Zone};
use serde_json::{Map, Value};

use super::schema::{Field, FieldKind, initial, read};

/// A step in its form, not yet part of the recipe.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The step as the form has it.
    pub step: Step,
    /// Where it goes in the list, or where it stands.
    pub index: usize,
    /// Whether a step of the recipe is edited, rather than a new one written.
    pub editing: bool,
}

/// The word that the reader sees for a choice: path of the field and value in, wording out.
pub type Word<'a> = &'a dyn Fn(&str, &str) -> String;

/// A step that is not in the recipe yet, connected and pre-filled.
///
/// `from` is the table that is looked at, `tables` all that exist there; `column` is the column it was
/// asked for, `given` are parameters already chosen (they win over the guesses), `word` names choices.
pub fn new_step(
    info: &OperationInfo,
    from: Option<&TableRef>,
    tables: &[TableRef],
    column: Option<&str>,
    given: &Map<String, Value>,
    word: Word<'_>,
) -> Step {
    let mut params = prefilled(&read(&info.schema).fields, column, word);
    params.extend(given.clone());
    let mut step = Step {
        id: StepId(String::new()),
        op: info.name.clone(),
        op_version: info.version,
        params,
        inputs: Default::default(),
        outputs: Default::default(),
        note: String::new(),
        disabled: false,
        extra: Map::new(),
    };
    let mut others = tables.iter().filter(|table| Some(*table) != from && table.zone != Zone::Quarantine);
    for (position, port) in info.inputs.iter().enumerate() {
        let table = if position == 0 { from } else { others.next().or(from) };
        if let Some(table) = table {
            step.inputs.insert(port.name.clone(), table.clone());
        }
    }
    if let (true, Some(from)) = (info.open_inputs, from) {
        step.inputs.insert(from.name.clone(), from.clone());
    }
    for port in &info.outputs {
        step.outputs.insert(port.name.clone(), output(from, &info.name, &port.name));
    }
    step
}

/// Reads a table by a port of its name, or reads it no more.
pub fn toggle_input(step: &mut Step, table: &TableRef) {
    let before = step.inputs.len();
    step.inputs.retain(|_, known| known != table);
    if step.inputs.len() == before {
        let is_taken = step.inputs.contains_key(&table.name);
        step.inputs.insert(if is_taken { table.to_string() } else { table.name.clone() }, table.clone());
    }
}

/// The table a port writes by default: the main one keeps its name and comes into staging; the rest is set aside.
pub fn output(from: Option<&TableRef>, op: &str, port: &str) -> TableRef {
    let name = from.map_or(op, |table| table.name.as_str());
    if port == "main" {
        let zone = match from.map(|table| table.zone) {
            Some(Zone::Warehouse) => Zone::Warehouse,
            _ => Zone::Staging,
        };
        return TableRef { zone, name: name.to_owned(), batch: from.and_then(|table| table.batch.clone()) };
    }
    let kept: String = name.chars().take(63 - port.chars().count().min(40)).collect();
    TableRef::new(Zone::Quarantine, format!("{kept}_{port}"))
}

/// A name in an expression: in quotes where it is more than letters, digits and underscores.
pub fn named(column: &str) -> String {
    let plain = column.chars().next().is_some_and(|first| first.is_alphabetic() || first == '_')
        && column.chars().all(|char| char.is_alphanumeric() || char == '_');
    if plain { column.to_owned() } else { quoted(column) }
}

fn prefilled(fields: &[Field], column: Option<&str>, word: Word<'_>) -> Map<String, Value> {
    fields.iter().filter_map(|field| Some((field.name.clone(), guess(field, column, word)?))).collect()
}

fn guess(field: &Field, column: Option<&str>, word: Word<'_>) -> Option<Value> {
    match (&field.kind, column) {
        (FieldKind::Column, Some(column)) => Some(column.into()),
        (FieldKind::Columns, Some(column)) => Some(vec![column].into()),
        (FieldKind::Expression, Some(column)) => Some(named(column).into()),
        (FieldKind::Rows { fields, .. }, column) => {
            let takes_column = fields.iter().any(|field| field.required && field.kind == FieldKind::Column);
            let wanted = field.required || (column.is_some() && takes_column);
            wanted.then(|| Value::Array(vec![Value::Object(row(fields, column, word))]))
        }
        _ => None,
    }
}

/// A new row of a list: what it must have is guessed from the column, else left empty.
pub fn row(fields: &[Field], column: Option<&str>, word: Word<'_>) -> Map<String, Value> {
    let computes = fields.iter().any(|field| field.kind == FieldKind::Expression);
    let choice = fields.iter().find(|field| matches!(field.kind, FieldKind::Enum(_)));
    let mut row = initial(fields);
    for field in fields.iter().filter(|field| field.required) {
        let text = match &field.kind {
            FieldKind::Column => column.unwrap_or_default().to_owned(),
            FieldKind::Expression => column.map(named).unwrap_or_default(),
            FieldKind::Text { .. } if computes => column.unwrap_or_default().to_owned(),
            // A measure is named by what it computes, in the reader's words, until the person says better.
            FieldKind::Text { .. } => {
                let chosen = choice.and_then(|choice| Some((choice, choice.default.as_ref()?.as_str()?)));
                chosen.map(|(choice, value)| legal_name(&word(&choice.path, value))).unwrap_or_default()
            }
            _ => continue,
        };
        row.insert(field.name.clone(), Value::String(text));
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::operation::{Group, Port};
    use serde_json::json;

    fn info(schema: Value, inputs: &[&str], outputs: &[&str]) -> OperationInfo {
        OperationInfo {
            name: "made".to_owned(),
            group: Group::Transform,
            version: 1,
            schema,
            inputs: inputs.iter().map(|port| Port::required(port)).collect(),
            open_inputs: inputs.is_empty(),
            outputs: outputs.iter().map(|port| Port::required(port)).collect(),
            suggested_for: Vec::new(),
            examples: Vec::new(),
        }
    }

    fn french(path: &str, value: &str) -> String {
        assert_eq!((path, value), ("measures-function", "rows"));
        "nombre de lignes".to_owned()
    }

    #[test]
    fn columns_fill_what_asks_for_them() {
        let keys = json!({"properties": {"keys": {"type": "array", "items": {"type": "object",
            "properties": {"column": {"type": "string", "x-widget": "column"}, "nulls": {"enum": ["last"], "default": "last"}},
            "required": ["column"]}}}, "required": ["keys"]});
        let measures = json!({"properties": {
            "keys": {"type": "array", "x-widget": "columns"},
            "measures": {"type": "array", "items": {"type": "object", "required": ["name"], "properties": {
                "name": {"type": "string"}, "function": {"enum": ["rows"], "default": "rows"}}}}},
            "required": ["measures"]});
        let derived = json!({"properties": {"columns": {"type": "array", "items": {"type": "object", "required": ["name", "expression"], "properties": {
            "name": {"type": "string"}, "expression": {"type": "string", "x-widget": "expression"}}}}}, "required": ["columns"]});
        for (schema, column, expected) in [
            (&keys, Some("a b"), json!({"keys": [{"column": "a b", "nulls": "last"}]})),
            (&keys, None, json!({"keys": [{"column": "", "nulls": "last"}]})),
            (
                &measures,
                Some("city"),
                json!({"keys": ["city"], "measures": [{"name": "nombre_de_lignes", "function": "rows"}]}),
            ),
            (&derived, Some("a b"), json!({"columns": [{"name": "a b", "expression": "\"a b\""}]})),
        ] {
            assert_eq!(Value::Object(prefilled(&read(schema).fields, column, &french)), expected);
        }
    }

    #[test]
    fn tables_are_read_by_their_name_and_no_more_when_asked_again() {
        let (raw, staging) = (TableRef::new(Zone::Raw, "rents"), TableRef::new(Zone::Staging, "rents"));
        let mut step = new_step(&info(json!({}), &[], &["main"]), Some(&raw), &[], None, &Map::new(), &french);
        toggle_input(&mut step, &staging);
        assert_eq!(step.inputs.keys().collect::<Vec<_>>(), ["rents", "staging.rents"]);
        toggle_input(&mut step, &raw);
        assert_eq!(step.inputs.values().collect::<Vec<_>>(), [&staging]);
    }

    #[test]
    fn tables_keep_their_name_and_come_into_staging() {
        let raw = TableRef::new(Zone::Raw, "tenants");
        let rents = TableRef::new(Zone::Staging, "rents");
        let step = new_step(
            &info(json!({}), &["left", "right"], &["main", "quarantine"]),
            Some(&raw),
            &[raw.clone(), rents.clone()],
            None,
            &Map::new(),
            &french,
        );
        assert_eq!(step.inputs["left"], raw);
        assert_eq!(step.inputs["right"], rents);
        assert_eq!(step.outputs["main"].to_string(), "staging.tenants");
        assert_eq!(step.outputs["quarantine"].to_string(), "quarantine.tenants_quarantine");
        let query = new_step(&info(json!({}), &[], &["main"]), Some(&raw), &[], None, &Map::new(), &french);
        assert_eq!(query.inputs["tenants"], raw);
    }
}
