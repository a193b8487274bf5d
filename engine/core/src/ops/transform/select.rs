//! Keeps, drops or renames columns.

use polars::prelude::*;
use protocol::operation::{Example, Group};
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::frame;
use crate::ops::columns::{example, input, main, must_differ, must_exist, must_not_be_empty, on_main};
use crate::ops::{Findings, Operation, Tables};
use crate::table::{PROVENANCE, Table};

/// The operation `select`.
pub struct Select;

/// What happens to the listed columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Only they stay, in the order of the list.
    #[default]
    Keep,
    /// They go, the others stay.
    Drop,
    /// They change their name, all stay.
    Rename,
}

/// Parameters of `select`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// What happens to the listed columns.
    #[serde(default)]
    pub mode: Mode,
    /// The columns.
    pub columns: Vec<Chosen>,
}

/// One column of the list.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Chosen {
    /// Its name.
    #[schemars(extend("x-widget" = "column"))]
    pub column: String,
    /// Its new name, if it is to have one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rename: Option<String>,
}

impl Chosen {
    fn result_name(&self) -> &str {
        self.rename.as_deref().filter(|name| !name.is_empty()).unwrap_or(&self.column)
    }
}

impl Operation for Select {
    const NAME: &'static str = "select";
    const GROUP: Group = Group::Transform;
    type Params = Params;

    fn suggested_for() -> Vec<ColumnType> {
        use ColumnType::*;
        vec![Boolean, Integer, Number, Decimal, Text, Date, Datetime, Time, Duration, Other]
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        on_main(inputs, |table, findings| {
            must_not_be_empty("/columns", &params.columns, findings);
            let listed = params.columns.iter().enumerate();
            must_exist(
                table,
                listed.clone().map(|(index, chosen)| (format!("/columns/{index}/column"), chosen.column.as_str())),
                findings,
            );
            if let Some((index, _)) = listed.clone().find(|(_, chosen)| chosen.result_name().starts_with(PROVENANCE)) {
                findings.push(*Diagnostic::new(Code::NameInvalid).at_field(format!("/columns/{index}/rename")));
            }
            let names = result_names(params, table);
            must_differ(names.iter().map(|(field, _, name)| (field.clone(), name.as_str())), findings);
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = input(inputs, "main")?;
        let visible = result_names(params, table).into_iter().map(|(_, from, to)| col(from).alias(to));
        let hidden = table.provenance_names().into_iter().map(col);
        let frame = frame::collect(table.frame.clone().lazy().select(visible.chain(hidden).collect::<Vec<_>>()))?;
        Ok(main(Table { frame, ordered: table.ordered }))
    }

    fn examples() -> Vec<Example> {
        let people = "id:integer | nom:text | age:integer\n1 | Zoé | 31";
        vec![
            example(
                "keep",
                people,
                json!({"columns": [{"column": "nom", "rename": "name"}, {"column": "id"}]}),
                "name:text | id:integer\nZoé | 1",
            ),
            example(
                "drop",
                people,
                json!({"mode": "drop", "columns": [{"column": "age"}]}),
                "id:integer | nom:text\n1 | Zoé",
            ),
            example(
                "rename",
                people,
                json!({"mode": "rename", "columns": [{"column": "nom", "rename": "name"}]}),
                "id:integer | name:text | age:integer\n1 | Zoé | 31",
            ),
        ]
    }
}

/// Pointer, old name and new name of each column of the result, in order.
fn result_names(params: &Params, table: &Table) -> Vec<(String, String, String)> {
    let listed = |name: &str| params.columns.iter().enumerate().find(|(_, chosen)| chosen.column == name);
    match params.mode {
        Mode::Keep => params
            .columns
            .iter()
            .enumerate()
            .map(|(index, chosen)| {
                (format!("/columns/{index}"), chosen.column.clone(), chosen.result_name().to_owned())
            })
            .collect(),
        Mode::Drop => table
            .visible_names()
            .into_iter()
            .filter(|name| listed(name).is_none())
            .map(|name| ("/columns".to_owned(), name.clone(), name))
            .collect(),
        Mode::Rename => table
            .visible_names()
            .into_iter()
            .map(|name| match listed(&name) {
                Some((index, chosen)) => (format!("/columns/{index}/rename"), name, chosen.result_name().to_owned()),
                None => ("/columns".to_owned(), name.clone(), name),
            })
            .collect(),
    }
}
