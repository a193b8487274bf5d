//! One row for each element: of a list, or of a text that is cut at a separator.

use std::ops::Range;

use polars::prelude::*;
use protocol::operation::{Example, Group};
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::frame;
use crate::lists::Lists;
use crate::ops::columns::{example, input, main, must_be_named, must_be_of, must_exist, on_main};
use crate::ops::unify::hidden_last;
use crate::ops::{Findings, Operation, Tables};
use crate::table::{Table, column_type};

/// The operation `explode`.
pub struct Explode;

/// What happens to a row whose cell is null or has no element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Empty {
    /// It stays, with a null.
    #[default]
    Keep,
    /// It goes.
    Drop,
}

/// Parameters of `explode`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// Column whose elements become rows.
    #[schemars(extend("x-widget" = "column"))]
    pub column: String,
    /// Where a text is cut; not needed for lists.
    #[serde(default)]
    pub separator: String,
    /// Whether white space around the pieces of a text goes, and pieces of nothing else with it.
    #[serde(default = "yes")]
    pub trim: bool,
    /// What happens to a row whose cell is null or has no element.
    #[serde(default)]
    pub empty: Empty,
    /// Name of a new column with the number of the element in its cell, from 1; empty for none.
    #[serde(default)]
    pub position: String,
}

fn yes() -> bool {
    true
}

impl Operation for Explode {
    const NAME: &'static str = "explode";
    const GROUP: Group = Group::Transform;
    type Params = Params;

    fn suggested_for() -> Vec<ColumnType> {
        vec![ColumnType::Text, ColumnType::Other]
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        on_main(inputs, |table, findings| {
            must_exist(table, [("/column".to_owned(), params.column.as_str())], findings);
            if let Ok(column) = table.column(&params.column) {
                let is_text = column_type(column.dtype()) == ColumnType::Text;
                let is_list = matches!(column.dtype(), DataType::List(_));
                must_be_of(table, ("/column", &params.column), ColumnType::Text, |_| is_text || is_list, findings);
                if is_text && params.separator.is_empty() {
                    findings.push(*Diagnostic::new(Code::ParamRequired).at_field("/separator"));
                }
            }
            if !params.position.is_empty() {
                must_be_named("/position", &params.position, findings);
                if table.visible_names().contains(&params.position) {
                    let finding = Diagnostic::new(Code::ColumnDuplicate).with("column", params.position.as_str());
                    findings.push(*finding.at_field("/position"));
                }
            }
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = input(inputs, "main")?;
        let column = table.column(&params.column)?.as_materialized_series();
        let (ranges, elements) = match column.dtype() {
            DataType::List(_) => of_lists(column),
            _ => of_texts(column, params),
        }
        .map_err(|error| frame::fault(&error))?;
        let keep = params.empty == Empty::Keep;
        let (mut rows, mut taken, mut numbers) = (Vec::new(), Vec::new(), Vec::new());
        for (row, range) in ranges.into_iter().enumerate() {
            for number in 0..range.len().max(usize::from(keep)) {
                let is_there = number < range.len();
                rows.push(row as IdxSize);
                taken.push(is_there.then_some((range.start + number) as IdxSize));
                numbers.push(is_there.then_some(number as i64 + 1));
            }
            if rows.len() as u64 > frame::MAX_ROWS {
                let finding = Diagnostic::new(Code::ResultTooLarge).with("rows", rows.len());
                return Err(finding.with("limit", frame::MAX_ROWS));
            }
        }
        let fault = |error| frame::fault(&error);
        let taken: IdxCa = taken.into_iter().collect();
        let made = elements.take(&taken).map_err(fault)?.with_name(column.name().clone()).into_column();
        let rows = IdxCa::from_vec(PlSmallStr::EMPTY, rows);
        let mut frame = table.frame.take(&rows).map_err(fault)?;
        frame.with_column(made).map_err(fault)?;
        let mut columns = frame.take_columns();
        if !params.position.is_empty() {
            columns.push(Column::new(params.position.as_str().into(), numbers));
        }
        Ok(main(Table { frame: hidden_last(columns)?, ordered: table.ordered }))
    }

    fn examples() -> Vec<Example> {
        let films = "film:text | genres:text\nA | drama, war\nB | ∅\nC | comedy\nD | , ,";
        vec![
            example(
                "genres",
                films,
                json!({"column": "genres", "separator": ",", "position": "place"}),
                "film:text | genres:text | place:integer\nA | drama | 1\nA | war | 2\nB | ∅ | ∅\nC | comedy | 1\nD | ∅ | ∅",
            ),
            example(
                "pieces-as-they-are",
                "path:text\na//b\n∅",
                json!({"column": "path", "separator": "/", "trim": false, "empty": "drop"}),
                "path:text\na\n\"\"\nb",
            ),
        ]
    }
}

/// Where the elements of each cell stand among all elements.
fn of_lists(column: &Series) -> PolarsResult<(Vec<Range<usize>>, Series)> {
    let lists = Lists::of(column)?;
    Ok((lists.iter().map(Option::unwrap_or_default).collect(), lists.cells))
}

fn of_texts(column: &Series, params: &Params) -> PolarsResult<(Vec<Range<usize>>, Series)> {
    let texts = column.cast(&DataType::String)?;
    let mut ranges = Vec::with_capacity(texts.len());
    let mut pieces: Vec<&str> = Vec::new();
    let texts = texts.str()?;
    for text in texts.iter() {
        let before = pieces.len();
        for piece in text.into_iter().flat_map(|text| text.split(params.separator.as_str())) {
            match params.trim {
                true if piece.trim().is_empty() => {}
                true => pieces.push(piece.trim()),
                false => pieces.push(piece),
            }
        }
        ranges.push(before..pieces.len());
    }
    Ok((ranges, StringChunked::from_slice(PlSmallStr::EMPTY, &pieces).into_series()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table_text;

    #[test]
    fn lists_give_their_elements() {
        let series = |cells: &[Option<i64>]| Series::new(PlSmallStr::EMPTY, cells);
        let lists = [Some(series(&[Some(1), None])), None, Some(series(&[])), Some(series(&[Some(3)]))];
        let lists: ListChunked = lists.into_iter().collect();
        let mut table = table_text::read("id:text\na\nb\nc\nd", Some("main")).unwrap();
        let place = table.frame.width() - 1;
        table.frame.insert_column(place, lists.into_series().with_name("v".into())).unwrap();
        let inputs = Tables::from([("main".to_owned(), table)]);
        for (empty, expected) in [
            (Empty::Keep, "id:text | v:integer | n:integer\na | 1 | 1\na | ∅ | 2\nb | ∅ | ∅\nc | ∅ | ∅\nd | 3 | 1"),
            (Empty::Drop, "id:text | v:integer | n:integer\na | 1 | 1\na | ∅ | 2\nd | 3 | 1"),
        ] {
            let (column, separator, position) = ("v".to_owned(), String::new(), "n".to_owned());
            let params = Params { column, separator, trim: true, empty, position };
            assert!(Explode::validate(&params, &inputs).is_empty());
            let made = &Explode::run(&params, &inputs).unwrap()["main"];
            assert_eq!(table_text::write(made), expected);
            assert_eq!(made.provenance_names().len(), 1);
        }
    }
}
