//! What a reader finds in files: the cells of the table, in the order of its records.

use generate::render::{Typed, View, render};
use generate::value::Cell;
use generate::{DataSpec, Generated};
use serde_json::{Value, json};

use super::made;

fn spec(format: &str) -> DataSpec {
    let spec = json!({
        "tables": [{"name": "t", "rows": 300, "columns": [
            {"name": "id", "kind": "sequence"},
            {"name": "town", "kind": "categorical", "values": ["Nîmes", "L'Haÿ", "a,b", "c\"d", "e\nf", "g\\h\t"], "null_rate": 0.1},
            {"name": "born", "kind": "date", "from": "1990-01-01", "to": "1999-12-31"},
            {"name": "rent", "kind": "number", "type": "decimal", "scale": 2, "distribution": {"shape": "normal", "mean": 0.0, "sd": 5000.0}},
            {"name": "share", "kind": "number", "type": "number", "distribution": {"shape": "uniform", "low": -1.0, "high": 1.0}},
            {"name": "open", "kind": "categorical", "values": [true, false], "null_rate": 0.2}
        ]}],
        "dirt": [
            {"kind": "exact_duplicates", "table": "t", "rate": 0.1},
            {"kind": "impossible_dates", "table": "t", "columns": ["born"], "rate": 0.1}
        ],
        "files": [{"name": "f", "table": "t", "format": format, "when": "id > 20"}]
    });
    serde_json::from_value(spec).unwrap()
}

fn cells(generated: &Generated, view: &View<'_>) -> Vec<Vec<String>> {
    let table = &generated.tables[0];
    let record = |row: &u32| table.columns().iter().map(|column| column.cell(*row).to_string()).collect();
    view.rows().iter().map(record).collect()
}

/// A reader of CSV that knows quotes: fields of each record.
fn read_csv(text: &str) -> Vec<Vec<String>> {
    let (mut records, mut record, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '"' if quoted && chars.peek() == Some(&'"') => field.push(chars.next().unwrap()),
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(std::mem::take(&mut field)),
            '\n' if !quoted => {
                record.push(std::mem::take(&mut field));
                records.push(std::mem::take(&mut record));
            }
            char => field.push(char),
        }
    }
    records
}

#[test]
fn csv_reads_back() {
    let spec = spec("csv");
    let generated = made(&spec, "1");
    let text = String::from_utf8(render(&spec, &generated, 0).unwrap()).unwrap();
    let mut records = read_csv(&text);
    assert_eq!(records.remove(0), ["id", "town", "born", "rent", "share", "open"]);
    assert_eq!(records, cells(&generated, &View::new(&spec, &generated, 0).unwrap()));
    assert!(records.len() > 280 && records.iter().all(|record| record[0].parse::<u32>().unwrap() > 20));
}

#[test]
fn json_reads_back() {
    let (lines, array) = (spec("jsonl"), spec("json"));
    let generated = made(&lines, "1");
    let bytes = render(&lines, &generated, 0).unwrap();
    let lines_read = bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    let records: Vec<Value> = lines_read.map(|line| serde_json::from_slice(line).unwrap()).collect();
    let as_array = render(&array, &generated, 0).unwrap();
    assert_eq!(serde_json::from_slice::<Vec<Value>>(&as_array).unwrap(), records);
    let view = View::new(&lines, &generated, 0).unwrap();
    assert_eq!(records.len(), view.rows().len());
    for (record, row) in records.iter().zip(view.rows()) {
        for shown in view.columns() {
            let (found, cell) = (record.get(shown.name), shown.column.cell(*row));
            match cell {
                Cell::Null => assert_eq!(found, None),
                Cell::Boolean(value) => assert_eq!(found, Some(&json!(value))),
                Cell::Integer(value) => assert_eq!(found, Some(&json!(value))),
                Cell::Number(_) | Cell::Decimal(..) => assert_eq!(found.unwrap().as_f64(), cell.number()),
                cell => assert_eq!(found, Some(&json!(cell.to_string()))),
            }
        }
    }
}

#[test]
fn typed_columns_are_those_of_the_records() {
    let spec = spec("parquet");
    let generated = made(&spec, "1");
    assert!(render(&spec, &generated, 0).is_none());
    let view = View::new(&spec, &generated, 0).unwrap();
    let expected = cells(&generated, &view);
    for place in 0..view.columns().len() {
        let show = |cell: Option<Cell<'_>>| cell.map(|cell| cell.to_string()).unwrap_or_default();
        let found: Vec<String> = match view.typed(place).unwrap() {
            Typed::Boolean(values) => values.into_iter().map(|value| show(value.map(Cell::Boolean))).collect(),
            Typed::Integer(values) => values.into_iter().map(|value| show(value.map(Cell::Integer))).collect(),
            Typed::Number(values) => values.into_iter().map(|value| show(value.map(Cell::Number))).collect(),
            Typed::Decimal(values, scale) => {
                values.into_iter().map(|value| show(value.map(|units| Cell::Decimal(units, scale)))).collect()
            }
            Typed::Date(values) => values.into_iter().map(|value| show(value.map(Cell::Date))).collect(),
            Typed::Datetime(values) => values.into_iter().map(|value| show(value.map(Cell::Datetime))).collect(),
            Typed::Text(values) => values.into_iter().map(Option::unwrap_or_default).map(String::from).collect(),
        };
        assert!(found.iter().zip(&expected).all(|(found, record)| *found == record[place]), "{place}");
        assert_eq!(found.len(), expected.len());
    }
    // Dates of no calendar make a column of text.
    assert!(matches!(view.typed(2), Some(Typed::Text(_))) && view.typed(9).is_none());
}
