//! JSON Lines: one object a row, with all its columns; missing cells are `null`.
//!
//! Numbers, truth values and lists are written as such, all else as text in the form of the page's cells. JSON has no
//! word for what is not a finite number: such cells are `null`.

use polars::prelude::*;

use crate::cell;
use crate::lists::Lists;

/// The file's bytes.
pub fn write(frame: &DataFrame) -> Vec<u8> {
    let columns: Vec<(String, Vec<Option<String>>)> =
        frame.get_columns().iter().map(|column| (text(column.name()), literals(column))).collect();
    let mut bytes = Vec::new();
    for row in 0..frame.height() {
        bytes.push(b'{');
        for (index, (name, cells)) in columns.iter().enumerate() {
            if index > 0 {
                bytes.push(b',');
            }
            bytes.extend_from_slice(name.as_bytes());
            bytes.push(b':');
            let cell = cells.get(row).and_then(Option::as_deref).unwrap_or("null");
            bytes.extend_from_slice(cell.as_bytes());
        }
        bytes.extend_from_slice(b"}\n");
    }
    bytes
}

fn text(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// The literals of a column.
fn literals(column: &Column) -> Vec<Option<String>> {
    let texts = cell::texts(column, usize::MAX).into_iter();
    match column.dtype() {
        dtype if dtype.is_integer() || dtype == &DataType::Boolean => texts.collect(),
        dtype if dtype.is_float() => {
            let is_finite = |text: &String| !text.contains(['N', 'y']);
            texts.map(|cell| cell.filter(is_finite)).collect()
        }
        DataType::List(_) => match Lists::of(column.as_materialized_series()) {
            Ok(lists) => arrays(&lists),
            Err(_) => texts.map(|cell| cell.map(|cell| text(&cell))).collect(),
        },
        _ => texts.map(|cell| cell.map(|cell| text(&cell))).collect(),
    }
}

/// Arrays of the literals of their cells.
fn arrays(lists: &Lists) -> Vec<Option<String>> {
    let cells = literals(&lists.cells.clone().into_column());
    let literal = |cell: &Option<String>| cell.clone().unwrap_or_else(|| "null".to_owned());
    let array = |list: std::ops::Range<usize>| cells[list].iter().map(literal).collect::<Vec<_>>().join(",");
    lists.iter().map(|list| list.map(|list| format!("[{}]", array(list)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lists::of_lengths;

    #[test]
    fn lists_are_arrays() {
        let days = Series::new(PlSmallStr::EMPTY, [Some(0_i32), None, Some(1)]).cast(&DataType::Date).unwrap();
        let lists = of_lengths(&days, &[Some(2), None, Some(0), Some(1)]).unwrap();
        let nested = of_lengths(&lists, &[Some(4), Some(0), None, Some(0)]).unwrap();
        let frame =
            DataFrame::new(vec![lists.with_name("a".into()).into_column(), nested.with_name("b".into()).into_column()]);
        let expected = r#"{"a":["1970-01-01",null],"b":[["1970-01-01",null],null,[],["1970-01-02"]]}
{"a":null,"b":[]}
{"a":[],"b":null}
{"a":["1970-01-02"],"b":[]}
"#;
        assert_eq!(String::from_utf8(write(&frame.unwrap())).unwrap(), expected);
    }
}
