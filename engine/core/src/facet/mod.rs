//! Facets: which rows a set of conditions lets through, and what there is to choose from in a column.
//!
//! A condition is run as the expression that a step would be made of; only duplicates, which no expression of
//! one row tells, are found apart.

mod figures;

use polars::prelude::*;
use protocol::Checked;
use protocol::facet::Facet;
use protocol::table::Window;

use crate::frame;
use crate::sql::Expression;
use crate::table::{Table, column_type};
use crate::window;

pub use figures::figures;

/// Indices of the rows that all facets let through, in the order of the table.
///
/// # Errors
/// `column-unknown`, and those of an expression that does not fit the column's type.
pub fn rows(table: &Table, facets: &[Facet]) -> Checked<IdxCa> {
    let kept = match holds(table, facets)? {
        Some(mask) => {
            let rows = mask.iter().enumerate().filter(|(_, holds)| *holds == Some(true));
            rows.map(|(row, _)| row as IdxSize).collect()
        }
        None => (0..table.height() as IdxSize).collect::<Vec<_>>(),
    };
    Ok(IdxCa::from_vec("rows".into(), kept))
}

/// For each row, whether all facets let it through; `None` if there are no facets.
fn holds(table: &Table, facets: &[Facet]) -> Checked<Option<BooleanChunked>> {
    let conditions = facets.iter().map(|facet| condition(table, facet)).collect::<Checked<Vec<_>>>()?;
    let Some(all) = conditions.into_iter().reduce(Expr::and) else { return Ok(None) };
    let made = frame::collect(table.frame.clone().lazy().select([all.alias("holds")]))?;
    let mask = made.column("holds").and_then(|mask| mask.bool().cloned()).map_err(|error| frame::fault(&error))?;
    // A condition that reads no column is one value.
    let is_constant = mask.len() == 1 && table.height() != 1;
    Ok(Some(if is_constant { mask.new_from_index(0, table.height()) } else { mask }))
}

fn condition(table: &Table, facet: &Facet) -> Checked<Expr> {
    let column = table.column(&facet.column)?;
    match facet.expression(column_type(column.dtype())) {
        Some(text) => Ok(Expression::compile(&text, table.frame.schema())?.expr()),
        None => Ok(col(facet.column.as_str()).is_duplicated().and(col(facet.column.as_str()).is_not_null())),
    }
}

/// The rows that all facets let through, as a table.
///
/// # Errors
/// Those of [`rows`].
pub fn narrowed(table: Table, facets: &[Facet]) -> Checked<Table> {
    if facets.is_empty() {
        return Ok(table);
    }
    let frame = table.frame.take(&rows(&table, facets)?).map_err(|error| frame::fault(&error))?;
    Ok(Table { frame, ordered: table.ordered })
}

/// A window of the rows of these indices; its rows of the whole table are as many as there are indices.
///
/// # Errors
/// Only an inconsistency of the engine.
pub fn window(table: &Table, rows: &IdxCa, offset: usize, limit: usize) -> Checked<Window> {
    let part = rows.slice(i64::try_from(offset).unwrap_or(i64::MAX), limit.min(window::MAX_WINDOW_ROWS));
    let frame = table.frame.take(&part).map_err(|error| frame::fault(&error))?;
    let seen = window::window(&Table { frame, ordered: table.ordered }, 0, part.len());
    Ok(Window { offset: offset as u64, total_rows: rows.len() as u64, ..seen })
}

#[cfg(test)]
mod tests {
    use protocol::facet::{CellState, Condition, expression, query};

    use super::*;
    use crate::sql::{Options, Query};
    use crate::table_text;

    const TABLE: &str = "id:integer | code:text | rent:number | since:date | paid:boolean
        1 | AB-12 | 700.5 | 2024-01-01 | true
        2 | ab-12 | ∅ | 2024-02-01 | false
        3 | \"\" | 900.0 | ∅ | ∅
        4 | \\s | 700.5 | 2023-06-30 | true
        5 | ∅ | 1200.0 | 2024-01-01 | false
        6 | CD-3 | -10.0 | 2022-12-31 | true
        7 | AB-12 | ∅ | ∅ | ∅";

    fn some(texts: &[&str]) -> Vec<Option<String>> {
        texts.iter().map(|text| (*text != "∅").then(|| (*text).to_owned())).collect()
    }

    fn facet(column: &str, condition: Condition) -> Facet {
        Facet { column: column.to_owned(), condition }
    }

    fn values(column: &str, texts: &[&str], invert: bool) -> Facet {
        facet(column, Condition::Values { values: some(texts), invert })
    }

    fn range(column: &str, low: &str, high: &str) -> Facet {
        let bound = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        facet(column, Condition::Range { low: bound(low), high: bound(high) })
    }

    fn patterns(texts: &[&str], invert: bool) -> Facet {
        facet("code", Condition::Patterns { patterns: texts.iter().map(|text| (*text).to_owned()).collect(), invert })
    }

    fn cases() -> Vec<(Vec<Facet>, Vec<u32>)> {
        use CellState::{Blank, Filled, Missing};
        let states = |column: &str, states: &[CellState]| facet(column, Condition::States { states: states.to_vec() });
        vec![
            (vec![], vec![1, 2, 3, 4, 5, 6, 7]),
            (vec![values("code", &["AB-12"], false)], vec![1, 7]),
            (vec![values("code", &["AB-12", "∅"], false)], vec![1, 5, 7]),
            (vec![values("code", &["AB-12"], true)], vec![2, 3, 4, 5, 6]),
            (vec![values("code", &["AB-12", "∅"], true)], vec![2, 3, 4, 6]),
            (vec![values("since", &["2024-01-01"], false)], vec![1, 5]),
            (vec![values("paid", &["true"], false)], vec![1, 4, 6]),
            (vec![values("rent", &["700.5", "-10.0"], false)], vec![1, 4, 6]),
            (vec![range("rent", "700", "")], vec![1, 3, 4, 5]),
            (vec![range("rent", "-10", "900")], vec![1, 3, 4, 6]),
            (vec![range("since", "2023-01-01", "2024-01-31")], vec![1, 4, 5]),
            (vec![states("code", &[Missing])], vec![5]),
            (vec![states("code", &[Missing, Blank])], vec![3, 4, 5]),
            (vec![states("code", &[Filled])], vec![1, 2, 6, 7]),
            (vec![states("rent", &[Missing])], vec![2, 7]),
            (vec![states("rent", &[Blank])], vec![]),
            (vec![patterns(&["AA-99"], false)], vec![1, 7]),
            (vec![patterns(&["AA-99"], true)], vec![2, 3, 4, 5, 6]),
            (vec![facet("code", Condition::Duplicated)], vec![1, 7]),
            (vec![facet("rent", Condition::Duplicated)], vec![1, 4]),
            (vec![facet("rent", Condition::Duplicated), values("code", &["AB-12"], false)], vec![1]),
            (vec![patterns(&["AA-99", "aa-99"], false), states("rent", &[Missing])], vec![2, 7]),
        ]
    }

    fn ids(table: &Table) -> Vec<u32> {
        let cells = crate::cell::texts(table.column("id").unwrap(), 20);
        cells.into_iter().map(|cell| cell.unwrap().parse().unwrap()).collect()
    }

    #[test]
    fn facets_let_rows_through_as_their_steps_do() {
        let table = table_text::read(TABLE, Some("codes")).unwrap();
        let tables = [("codes".to_owned(), table.clone())].into();
        for (facets, expected) in cases() {
            let kept = rows(&table, &facets).unwrap();
            let seen: Vec<u32> = kept.into_no_null_iter().map(|row| row + 1).collect();
            assert_eq!(seen, expected, "{facets:?}");
            let sql = query("codes", &facets, &table.columns());
            let made = Query::parse(&sql).unwrap().run(&tables, Options::default()).unwrap();
            assert_eq!(ids(&made), expected, "{sql}");
            assert_eq!(made.provenance_names(), table.provenance_names());
            let said = expression(&facets, &table.columns());
            assert_eq!(said.is_none(), facets.iter().any(|facet| facet.condition == Condition::Duplicated));
        }
    }

    #[test]
    fn windows_of_what_is_let_through() {
        let table = table_text::read(TABLE, Some("codes")).unwrap();
        let kept = rows(&table, &[values("code", &["AB-12", "∅"], false)]).unwrap();
        let seen = window(&table, &kept, 1, 10).unwrap();
        assert_eq!((seen.offset, seen.total_rows, seen.columns[0].cells.len()), (1, 3, 2));
        assert_eq!(seen.provenance[0].records, [Some(5), Some(7)]);
        assert_eq!(window(&table, &kept, 0, 0).unwrap().total_rows, 3);
    }

    #[test]
    fn figures_are_counted_under_the_other_facets() {
        let table = table_text::read(TABLE, None).unwrap();
        let facets = [range("rent", "0", "1000"), values("code", &["AB-12"], false)];
        let found = figures(&table, "code", &facets, "").unwrap();
        assert_eq!((found.rows, found.considered, found.kept), (7, 3, 1));
        assert_eq!((found.distinct, found.missing, found.blank, found.duplicated), (3, 0, 2, 0));
        let found = figures(&table, "code", &[], "").unwrap();
        assert_eq!((found.distinct, found.missing, found.blank, found.duplicated), (5, 1, 2, 2));
        assert_eq!(found.values[0].value.as_deref(), Some("AB-12"));
        let patterns: Vec<_> = found.patterns.iter().map(|entry| (entry.value.as_deref(), entry.count)).collect();
        assert_eq!(patterns[0], (Some("AA-99"), 2));
        assert_eq!(found.distinct_patterns, 5);
        let found = figures(&table, "code", &[], "cd").unwrap();
        assert_eq!((found.distinct, found.values.len()), (1, 1));
        let found = figures(&table, "rent", &[], "").unwrap();
        assert_eq!((found.missing, found.duplicated, found.histogram.len()), (2, 2, 20));
        assert!(figures(&table, "nowhere", &[], "").is_err());
    }
}
