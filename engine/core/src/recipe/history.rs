//! What became of one record of a source: followed by its hidden number through what each step read and made.

use polars::prelude::*;
use protocol::Step;
use protocol::history::{CellChange, Fate, RowEvent, RowHistory, Why};
use protocol::table::MAX_CELL_CHARS;
use serde_json::Value;

use super::run::Traced;
use crate::cell;
use crate::ops::clean::quarantine::{QUARANTINE_COLUMNS, QUARANTINE_REASON};
use crate::sql::Expression;
use crate::table::{Table, column_type, provenance_name};

/// Follows a record through the steps of a run, in their order.
pub fn history(steps: &[Traced], source: &str, record: u32) -> RowHistory {
    let sought = Sought { column: provenance_name(source), record };
    let events = steps.iter().filter_map(|step| event(step, &sought)).collect();
    RowHistory { source: source.to_owned(), record, events }
}

struct Sought {
    column: String,
    record: u32,
}

impl Sought {
    fn travels_with(&self, table: &Table) -> bool {
        table.frame.column(&self.column).is_ok()
    }

    fn rows(&self, table: &Table) -> Vec<usize> {
        let Ok(records) = table.frame.column(&self.column) else { return Vec::new() };
        let records = records.u32().into_iter().flat_map(|records| records.iter().enumerate());
        records.filter(|(_, record)| *record == Some(self.record)).map(|(row, _)| row).collect()
    }
}

fn event(traced: &Traced, sought: &Sought) -> Option<RowEvent> {
    let step = traced.step;
    let before = traced.inputs.iter().find_map(|(port, table)| Some((port, table, *sought.rows(table).first()?)));
    let main = traced.made.get("main")?;
    let rows = sought.rows(main);
    let aside = traced.made.iter().filter(|(port, _)| *port != "main");
    let aside = aside.filter_map(|(port, table)| Some((port, table, *sought.rows(table).first()?))).next();
    let event = |fate, port: &str, rows: usize| RowEvent {
        step: step.id.clone(),
        fate,
        table: step.outputs.get(port).cloned(),
        rows: rows as u64,
        changes: Vec::new(),
        why: None,
    };
    Some(match (before, rows.first(), aside) {
        (None, None, None) => return None,
        (None, Some(row), aside) => RowEvent {
            changes: changes(None, Some((main, *row))),
            why: aside.and_then(|(_, table, row)| reason(table, row)),
            ..event(Fate::Read, "main", rows.len())
        },
        (Some((_, table, old)), Some(row), _) => RowEvent {
            changes: changes(Some((table, old)), Some((main, *row))),
            ..event(Fate::Kept, "main", rows.len())
        },
        (None, None, Some((port, table, row))) => {
            RowEvent { why: reason(table, row), ..event(Fate::SetAside, port, 1) }
        }
        (Some((_, read, old)), None, Some((port, table, row))) => RowEvent {
            why: reason(table, row).or_else(|| survivor(step, read, old, main, sought)),
            ..event(Fate::SetAside, port, 1)
        },
        (Some((_, table, old)), None, None) if sought.travels_with(main) => RowEvent {
            why: condition(step, table, old).or_else(|| survivor(step, table, old, main, sought)),
            ..event(Fate::Removed, "main", 0)
        },
        (Some(_), None, None) => event(Fate::Merged, "main", main.height()),
    })
}

/// The cell of a row, canonical text.
fn cell(table: &Table, name: &str, row: usize) -> Option<String> {
    let column = table.frame.column(name).ok()?;
    cell::texts(&column.slice(row as i64, 1), MAX_CELL_CHARS).pop().flatten()
}

/// The cells that are others than before, by column: those there are, then those there were.
fn changes(before: Option<(&Table, usize)>, after: Option<(&Table, usize)>) -> Vec<CellChange> {
    let names = |side: Option<(&Table, usize)>| side.map(|(table, _)| table.visible_names()).unwrap_or_default();
    let text = |side: Option<(&Table, usize)>, name: &str| side.and_then(|(table, row)| cell(table, name, row));
    let mut all = names(after);
    all.extend(names(before).into_iter().filter(|name| !names(after).contains(name)));
    let change = |name: String| {
        let table = after.filter(|(table, _)| table.frame.column(&name).is_ok()).or(before)?.0;
        let kind = column_type(table.frame.column(&name).ok()?.dtype());
        let (old, new) = (text(before, &name), text(after, &name));
        (old != new || before.is_none()).then_some(CellChange { column: name, kind, before: old, after: new })
    };
    all.into_iter().filter_map(change).collect()
}

/// The reason that stands beside a row that was set aside, by a step or by a reader. A column of the data may bear
/// the name of the reader's: what stands there is then no code.
fn reason(table: &Table, row: usize) -> Option<Why> {
    let columns = [(QUARANTINE_REASON, QUARANTINE_COLUMNS), ("code", "column")];
    columns.into_iter().find_map(|(code, columns)| {
        let code = cell(table, code, row).filter(|code| code.starts_with("reject-"))?;
        Some(Why::Reason { code, columns: cell(table, columns, row) })
    })
}

/// The condition of a filter, with what the row has in its columns.
fn condition(step: &Step, table: &Table, row: usize) -> Option<Why> {
    let condition = step.params.get("condition").and_then(Value::as_str).filter(|_| step.op == "filter")?;
    let columns = Expression::compile(condition, table.frame.schema()).ok()?.columns();
    let cells = columns.into_iter().filter_map(|name| {
        let kind = column_type(table.frame.column(&name).ok()?.dtype());
        let text = cell(table, &name, row);
        Some(CellChange { column: name, kind, before: text.clone(), after: text })
    });
    Some(Why::Condition {
        condition: condition.to_owned(),
        dropped: step.params.get("keep").and_then(Value::as_str) == Some("others"),
        cells: cells.collect(),
    })
}

/// The row with the same keys that a removal of duplicates kept, if it kept one.
fn survivor(step: &Step, table: &Table, row: usize, main: &Table, sought: &Sought) -> Option<Why> {
    if step.op != "deduplicate" {
        return None;
    }
    let named = step.params.get("keys").and_then(Value::as_array).into_iter().flatten();
    let keys: Vec<String> = named.filter_map(|key| key.as_str().map(str::to_owned)).collect();
    let compared = if keys.is_empty() { table.visible_names() } else { keys.clone() };
    let equal = compared.iter().filter_map(|name| {
        let wanted = table.frame.column(name).ok()?.slice(row as i64, 1);
        let kept = main.frame.column(name).ok()?;
        kept.equal_missing(&wanted).ok()
    });
    let kept = equal.reduce(|one, two| &one & &two)?.iter().position(|equal| equal == Some(true));
    let records = main.frame.column(&sought.column).ok()?;
    let record = kept.and_then(|kept| records.u32().ok()?.get(kept));
    Some(Why::Survivor { record, keys })
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use serde_json::json;

    use super::*;
    use crate::ops::Tables;
    use crate::recipe::trial;
    use crate::table_text;

    const RENTS: &str = "id:integer | city:text | rent:text
        1 | Paris | 900
        2 | Lyon | n/a
        3 | Lyon | 500
        4 | Paris | 700";

    fn follow(op: &str, params: &Value, record: u32) -> Option<RowEvent> {
        let before = table_text::read(RENTS, Some("rents")).unwrap();
        let made = Rc::new(trial::run(op, params, &before));
        let step: Step = serde_json::from_value(json!({
            "id": "s2", "op": op, "params": params,
            "inputs": {"main": "raw.rents"}, "outputs": {"main": "staging.rents"},
        }))
        .unwrap();
        let inputs = Tables::from([("main".to_owned(), before)]);
        history(&[Traced { step: &step, inputs, made }], "rents", record).events.pop()
    }

    #[test]
    fn steps_say_what_became_of_a_record() {
        let survivor =
            |record, keys: &[&str]| Why::Survivor { record, keys: keys.iter().map(|key| (*key).to_owned()).collect() };
        let reason = Why::Reason { code: "reject-cast".to_owned(), columns: Some("rent".to_owned()) };
        for (op, params, record, fate, changes, why) in [
            ("cast", json!({"columns": ["rent"], "to": "integer"}), 1, Fate::Kept, 0, None),
            ("cast", json!({"columns": ["rent"], "to": "integer"}), 2, Fate::SetAside, 0, Some(reason)),
            ("deduplicate", json!({"keys": ["city"]}), 1, Fate::Kept, 0, None),
            ("deduplicate", json!({"keys": ["city"]}), 4, Fate::SetAside, 0, Some(survivor(Some(1), &["city"]))),
            (
                "deduplicate",
                json!({"keys": ["city"], "keep": "none"}),
                3,
                Fate::SetAside,
                0,
                Some(survivor(None, &["city"])),
            ),
            ("derive", json!({"columns": [{"name": "n", "expression": "id * 2"}]}), 3, Fate::Kept, 1, None),
            ("aggregate", json!({"keys": ["city"], "measures": [{"name": "n"}]}), 3, Fate::Merged, 0, None),
        ] {
            let event = follow(op, &params, record).unwrap();
            assert_eq!((event.fate, event.changes.len(), event.why), (fate, changes, why), "{op} {params}");
        }
        assert_eq!(follow("derive", &json!({"columns": [{"name": "n", "expression": "1"}]}), 9), None);
        let filtered = follow("filter", &json!({"condition": "rent = '900'", "keep": "others"}), 1).unwrap();
        let Some(Why::Condition { dropped, cells, .. }) = filtered.why else { panic!("no condition") };
        assert_eq!((filtered.fate, dropped, cells[0].before.as_deref()), (Fate::Removed, true, Some("900")));
    }
}
