//! What changed between two versions of a table: rows added, removed and changed, cell by cell.

use polars::prelude::*;
use protocol::operation::{Example, Group, Port};
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::cell;
use crate::frame;
use crate::ops::columns::{example_of, input, listed, main, must_differ, must_exist, must_not_be_empty};
use crate::ops::ordered::measures::is_numeric;
use crate::ops::unify::{self, hidden_last, shared_groups};
use crate::ops::{Findings, Operation, Tables};
use crate::table::{Table, column_type};

/// The operation `compare`.
pub struct Compare;

/// Parameters of `compare`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// Columns that tell which row is which, in both tables; nulls are equal to one another. The step fails where
    /// a key stands on several rows of one table.
    #[schemars(extend("x-widget" = "columns"))]
    pub keys: Vec<String>,
    /// Columns that are compared; none: all that both tables have.
    #[serde(default)]
    #[schemars(extend("x-widget" = "columns"))]
    pub columns: Vec<String>,
    /// Largest difference of two numbers that count as equal.
    #[serde(default)]
    #[schemars(range(min = 0))]
    pub tolerance: f64,
    /// Whether rows that are the same come out too.
    #[serde(default)]
    pub include_same: bool,
}

/// Columns of the result beyond the keys.
const MADE: [&str; 4] = ["state", "column", "before", "after"];

impl Operation for Compare {
    const NAME: &'static str = "compare";
    const GROUP: Group = Group::Transform;
    type Params = Params;

    fn inputs() -> Vec<Port> {
        vec![Port::required("before"), Port::required("after")]
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        let mut findings = Findings::new();
        let (Ok(before), Ok(after)) = (input(inputs, "before"), input(inputs, "after")) else {
            return findings;
        };
        must_not_be_empty("/keys", &params.keys, &mut findings);
        for (list, names) in [("/keys", &params.keys), ("/columns", &params.columns)] {
            let first = findings.len();
            must_exist(before, listed(list, names), &mut findings);
            if findings.len() == first {
                must_exist(after, listed(list, names), &mut findings);
            }
        }
        let made = MADE.iter().map(|name| ("/keys".to_owned(), *name));
        must_differ(made.chain(listed("/keys", &params.keys)), &mut findings);
        if !(params.tolerance >= 0.0 && params.tolerance.is_finite()) {
            let finding = Diagnostic::new(Code::ParamRange).with("value", params.tolerance).with("low", 0_u64);
            findings.push(*finding.with("high", f64::MAX).at_field("/tolerance"));
        }
        findings
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let (before, after) = (input(inputs, "before")?, input(inputs, "after")?);
        for table in [before, after] {
            let repeated = frame::groups(&table.frame, &params.keys)?.sizes().iter().filter(|size| **size > 1).count();
            if repeated > 0 {
                let finding = Diagnostic::new(Code::KeyRepeated).with("count", repeated);
                return Err(finding.with("keys", params.keys.join(", ")).at_field("/keys"));
            }
        }
        let pairs: Vec<(&str, &str)> = params.keys.iter().map(|key| (key.as_str(), key.as_str())).collect();
        let groups = shared_groups(before, after, &pairs, true)?;
        let mut after_of = vec![None; before.height() + after.height()];
        for (row, group) in groups.right.iter().enumerate() {
            if let Some(group) = group {
                after_of[*group as usize] = Some(row);
            }
        }
        let compared = compared(params, before, after)?;
        let mut changes = Changes::default();
        for (row, group) in groups.left.iter().enumerate() {
            match group.and_then(|group| after_of[group as usize].take()) {
                None => changes.add("removed", Some(row), None, None),
                Some(other) => {
                    let mut same = true;
                    for column in compared.iter().filter(|column| column.differs(row, other, params.tolerance)) {
                        same = false;
                        changes.add("changed", Some(row), Some(other), Some(column));
                    }
                    if same && params.include_same {
                        changes.add("same", Some(row), Some(other), None);
                    }
                }
            }
        }
        // What is left has no partner before.
        let mut added: Vec<usize> = after_of.into_iter().flatten().collect();
        added.sort();
        added.into_iter().for_each(|row| changes.add("added", None, Some(row), None));
        Ok(main(changes.table(params, before, after)?))
    }

    fn examples() -> Vec<Example> {
        let before = (
            "before",
            "id:integer | name:text | rent:number\n1 | Ada | 900.0\n2 | Zoé | ∅\n3 | Noël | 650.0\n∅ | ? | 1.0",
        );
        let after = (
            "after",
            "rent:number | id:integer | name:text\n910.0 | 1 | Ada L.\n∅ | 2 | Zoé\n700.0 | 4 | Éric\n1.001 | ∅ | ?",
        );
        vec![
            example_of(
                "versions",
                &[before, after],
                json!({"keys": ["id"], "tolerance": 0.01}),
                &[(
                    "main",
                    "id:integer | state:text | column:text | before:text | after:text\n1 | changed | name | Ada | Ada L.\n1 | changed | rent | 900.0 | 910.0\n3 | removed | ∅ | ∅ | ∅\n4 | added | ∅ | ∅ | ∅",
                )],
            ),
            example_of(
                "one-column",
                &[before, after],
                json!({"keys": ["id"], "columns": ["rent"], "include_same": true}),
                &[(
                    "main",
                    "id:integer | state:text | column:text | before:text | after:text\n1 | changed | rent | 900.0 | 910.0\n2 | same | ∅ | ∅ | ∅\n3 | removed | ∅ | ∅ | ∅\n∅ | changed | rent | 1.0 | 1.001\n4 | added | ∅ | ∅ | ∅",
                )],
            ),
        ]
    }
}

/// The cells of one column in both tables.
struct Compared {
    name: String,
    before: Vec<Option<String>>,
    after: Vec<Option<String>>,
    /// Both as numbers, where they are such.
    numbers: Option<(Float64Chunked, Float64Chunked)>,
}

impl Compared {
    fn differs(&self, before: usize, after: usize, tolerance: f64) -> bool {
        if self.before[before] == self.after[after] {
            return false;
        }
        let numbers = self.numbers.as_ref().and_then(|(one, two)| Some((one.get(before)?, two.get(after)?)));
        numbers.is_none_or(|(one, two)| {
            one != two && (one - two).abs().partial_cmp(&tolerance).is_none_or(std::cmp::Ordering::is_gt)
        })
    }
}

fn compared(params: &Params, before: &Table, after: &Table) -> Checked<Vec<Compared>> {
    let names: Vec<String> = match params.columns.as_slice() {
        [] => before.visible_names().into_iter().filter(|name| after.column(name).is_ok()).collect(),
        given => given.to_vec(),
    };
    let mut made = Vec::new();
    for name in names.into_iter().filter(|name| !params.keys.contains(name)) {
        let (one, two) = (before.column(&name)?, after.column(&name)?);
        let to = unify::common([one.dtype(), two.dtype()]).unwrap_or(DataType::String);
        let (one, two) = (unify::converted(one, &to)?, unify::converted(two, &to)?);
        let numbers = if is_numeric(column_type(&to)) {
            let number = |column: &Column| {
                column
                    .cast(&DataType::Float64)
                    .and_then(|made| Ok(made.f64()?.clone()))
                    .map_err(|error| frame::fault(&error))
            };
            Some((number(&one)?, number(&two)?))
        } else {
            None
        };
        made.push(Compared {
            name,
            before: cell::texts(&one, usize::MAX),
            after: cell::texts(&two, usize::MAX),
            numbers,
        });
    }
    Ok(made)
}

/// The rows of the result.
#[derive(Default)]
struct Changes {
    before_rows: Vec<Option<IdxSize>>,
    after_rows: Vec<Option<IdxSize>>,
    states: Vec<&'static str>,
    texts: [Vec<Option<String>>; 3],
}

impl Changes {
    fn add(&mut self, state: &'static str, before: Option<usize>, after: Option<usize>, cell: Option<&Compared>) {
        self.before_rows.push(before.map(|row| row as IdxSize));
        self.after_rows.push(after.map(|row| row as IdxSize));
        self.states.push(state);
        let texts = [
            cell.map(|cell| cell.name.clone()),
            cell.and_then(|cell| cell.before[before?].clone()),
            cell.and_then(|cell| cell.after[after?].clone()),
        ];
        self.texts.iter_mut().zip(texts).for_each(|(column, text)| column.push(text));
    }

    fn table(self, params: &Params, before: &Table, after: &Table) -> Checked<Table> {
        let fault = |error: PolarsError| frame::fault(&error);
        let before_rows: IdxCa = self.before_rows.iter().copied().collect();
        let after_rows: IdxCa = self.after_rows.iter().copied().collect();
        let is_before: BooleanChunked = self.before_rows.iter().map(|row| Some(row.is_some())).collect();
        let mut made = Vec::new();
        for key in &params.keys {
            let (one, two) = (before.column(key)?, after.column(key)?);
            let to = unify::common([one.dtype(), two.dtype()]).unwrap_or(DataType::String);
            let one = unify::converted(one, &to)?.take(&before_rows).map_err(fault)?;
            let two = unify::converted(two, &to)?.take(&after_rows).map_err(fault)?;
            made.push(one.zip_with(&is_before, &two).map_err(fault)?.with_name(key.as_str().into()));
        }
        made.push(Column::new(MADE[0].into(), self.states));
        for (name, texts) in MADE[1..].iter().zip(self.texts) {
            made.push(Column::new((*name).into(), texts));
        }
        for (table, rows) in [(before, &before_rows), (after, &after_rows)] {
            for name in table.provenance_names() {
                let mut to = name.clone();
                while made.iter().any(|known| known.name() == to.as_str()) {
                    to.push_str("~2");
                }
                let column = table.frame.column(&name).and_then(|column| column.take(rows)).map_err(fault)?;
                made.push(column.with_name(to.into()));
            }
        }
        Ok(Table::unordered(hidden_last(made)?))
    }
}
