//! Rows of several tables under one another, by the names of their columns; what differs is told.

use polars::prelude::*;
use protocol::operation::{Example, Group, Port};
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::frame;
use crate::ops::columns::example_of;
use crate::ops::unify;
use crate::ops::{Findings, Operation, Tables};
use crate::table::{PROVENANCE, Table, column_type};
use crate::table_text::type_name;

/// The operation `union`.
pub struct Union;

/// What happens to a column whose types have no common one. Integers beside numbers always widen to numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Mixed {
    /// The step stops.
    #[default]
    Fail,
    /// It becomes text.
    Text,
}

/// Parameters of `union`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// What happens to a column whose types have no common one.
    #[serde(default)]
    pub mixed: Mixed,
    /// Name of a new first column that holds the name of each row's table; empty for none.
    #[serde(default)]
    pub source: String,
}

impl Operation for Union {
    const NAME: &'static str = "union";
    const GROUP: Group = Group::Transform;
    type Params = Params;

    fn inputs() -> Vec<Port> {
        Vec::new()
    }

    fn open_inputs() -> bool {
        true
    }

    fn outputs() -> Vec<Port> {
        vec![Port::required("main"), Port::optional("drift")]
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        let mut findings = Findings::new();
        if inputs.is_empty() {
            findings.push(*Diagnostic::new(Code::StepInputMissing).with("port", "main").with("op", Self::NAME));
        }
        if params.source.contains(PROVENANCE) {
            findings.push(*Diagnostic::new(Code::ParamRequired).at_field("/source"));
        }
        let names = names(inputs, Table::visible_names);
        if names.contains(&params.source) {
            let finding = Diagnostic::new(Code::ColumnDuplicate).with("column", params.source.as_str());
            findings.push(*finding.at_field("/source"));
        }
        for name in names.iter().filter(|_| params.mixed == Mixed::Fail) {
            if unify::common(types(inputs, name)).is_none() {
                let mut words = types(inputs, name).map(|dtype| type_name(column_type(dtype)));
                let expected = words.next().unwrap_or_default();
                let found = words.find(|word| *word != expected).unwrap_or_default();
                let finding = Diagnostic::new(Code::ColumnType).with("column", name.as_str());
                findings.push(*finding.with("found", found).with("expected", expected).at_field("/mixed"));
            }
        }
        findings
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let rows: u64 = inputs.values().map(|table| table.height() as u64).sum();
        if rows > frame::MAX_ROWS {
            return Err(Diagnostic::new(Code::ResultTooLarge).with("rows", rows).with("limit", frame::MAX_ROWS));
        }
        let mut made = Vec::new();
        if !params.source.is_empty() {
            let sources = inputs.iter().flat_map(|(port, table)| std::iter::repeat_n(port.as_str(), table.height()));
            made.push(StringChunked::from_iter_values(params.source.as_str().into(), sources).into_column());
        }
        for name in names(inputs, Table::visible_names).iter().chain(&names(inputs, Table::provenance_names)) {
            let to = unify::common(types(inputs, name)).unwrap_or(DataType::String);
            let mut column = Series::new_empty(name.as_str().into(), &to);
            for table in inputs.values() {
                let part = match table.frame.column(name) {
                    Ok(part) => unify::converted(part, &to)?,
                    Err(_) => Column::full_null(name.as_str().into(), table.height(), &to),
                };
                column.append(part.as_materialized_series()).map_err(|error| frame::fault(&error))?;
            }
            made.push(column.rechunk().into_column());
        }
        let frame = DataFrame::new(made).map_err(|error| frame::fault(&error))?;
        let outputs = [("main", frame), ("drift", drift(inputs)?)];
        Ok(outputs.into_iter().map(|(port, frame)| (port.to_owned(), Table::unordered(frame))).collect())
    }

    fn examples() -> Vec<Example> {
        vec![
            example_of(
                "batches",
                &[
                    ("january", "id:integer | rent:integer | note:text\n1 | 900 | ∅"),
                    ("march", "rent:number | id:integer | email:text\n650.5 | 2 | z@example.org\n∅ | ∅ | ∅"),
                ],
                json!({"source": "batch"}),
                &[
                    (
                        "main",
                        "batch:text | id:integer | rent:number | note:text | email:text\njanuary | 1 | 900.0 | ∅ | ∅\nmarch | 2 | 650.5 | ∅ | z@example.org\nmarch | ∅ | ∅ | ∅ | ∅",
                    ),
                    (
                        "drift",
                        "column:text | table:text | state:text | found:text | expected:text\nrent | march | type | number | integer\nnote | march | missing | ∅ | text\nemail | march | extra | text | ∅",
                    ),
                ],
            ),
            example_of(
                "as-text",
                &[("a", "code:integer\n7"), ("b", "code:text\n07\n∅"), ("c", "code:date\n2024-01-07")],
                json!({"mixed": "text"}),
                &[
                    ("main", "code:text\n7\n07\n∅\n2024-01-07"),
                    (
                        "drift",
                        "column:text | table:text | state:text | found:text | expected:text\ncode | b | type | text | integer\ncode | c | type | date | integer",
                    ),
                ],
            ),
        ]
    }
}

/// Names of columns over all tables, as they first stand.
fn names(inputs: &Tables, of: impl Fn(&Table) -> Vec<String>) -> Vec<String> {
    let mut made: Vec<String> = Vec::new();
    for name in inputs.values().flat_map(of) {
        if !made.contains(&name) {
            made.push(name);
        }
    }
    made
}

fn types<'a>(inputs: &'a Tables, name: &str) -> impl Iterator<Item = &'a DataType> {
    inputs
        .values()
        .filter_map(move |table| Some(table.frame.column(name).ok()?.dtype()))
        .collect::<Vec<_>>()
        .into_iter()
}

/// How each table differs from the first: columns that it lacks, that it has beyond, or that are of another type.
fn drift(inputs: &Tables) -> Checked<DataFrame> {
    let word = |table: &Table, name: &str| table.column(name).ok().map(|column| type_name(column_type(column.dtype())));
    let (mut columns, mut tables, mut states) = (Vec::new(), Vec::new(), Vec::new());
    let (mut found, mut expected) = (Vec::new(), Vec::new());
    for name in names(inputs, Table::visible_names) {
        let reference = inputs.values().next().and_then(|first| word(first, &name));
        for (port, table) in inputs.iter().skip(1) {
            let own = word(table, &name);
            let state = match (&reference, &own) {
                (Some(_), None) => "missing",
                (None, Some(_)) => "extra",
                (Some(one), Some(two)) if one != two => "type",
                _ => continue,
            };
            columns.push(name.clone());
            tables.push(port.clone());
            states.push(state);
            found.push(own);
            expected.push(reference.clone());
        }
    }
    DataFrame::new(vec![
        Column::new("column".into(), columns),
        Column::new("table".into(), tables),
        Column::new("state".into(), states),
        Column::new("found".into(), found),
        Column::new("expected".into(), expected),
    ])
    .map_err(|error| frame::fault(&error))
}
