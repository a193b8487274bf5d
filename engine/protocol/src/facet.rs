//! Facets: conditions on single columns that narrow what is looked at, and the figures to choose them by.
//!
//! A condition has one meaning, its SQL text: the engine filters by it, and a step is made of it.

use serde::{Deserialize, Serialize};

use crate::profile::{HistogramBin, ValueCount};
use crate::table::{ColumnInfo, ColumnType};

/// A condition on a column. Several are joined by "and".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facet {
    /// The column.
    pub column: String,
    /// What must hold of its cells.
    #[serde(flatten)]
    pub condition: Condition,
}

/// What must hold of a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "facet", rename_all = "snake_case")]
pub enum Condition {
    /// It is one of these values (or none of them).
    Values {
        /// Canonical texts, `None` for null.
        values: Vec<Option<String>>,
        /// None of them instead.
        invert: bool,
    },
    /// It lies between two bounds, both included. Nulls do not.
    Range {
        /// Canonical text; open below if there is none.
        low: Option<String>,
        /// Canonical text; open above if there is none.
        high: Option<String>,
    },
    /// It is in one of these states.
    States {
        /// At least one.
        states: Vec<CellState>,
    },
    /// Its text has one of these patterns (or none of them); nulls have none.
    Patterns {
        /// As the function `pattern` gives them.
        patterns: Vec<String>,
        /// None of them instead.
        invert: bool,
    },
    /// Its value stands in more than one row of the table. Nulls do not count.
    Duplicated,
}

/// Whether a cell holds something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CellState {
    /// Null.
    Missing,
    /// A text of no character or only white space.
    Blank,
    /// Anything else.
    Filled,
}

/// What there is to choose from in a column, among the rows that the facets of other columns let through.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FacetFigures {
    /// Name and type.
    #[serde(flatten)]
    pub column: ColumnInfo,
    /// Rows of the table.
    pub rows: u64,
    /// Rows that the facets of other columns let through: those that are counted below.
    pub considered: u64,
    /// Rows that all facets let through.
    pub kept: u64,
    /// Different values, nulls not counted; with a search, those that contain the text.
    pub distinct: u64,
    /// The most frequent of them, nulls included, of equally frequent ones those that stand first in the table;
    /// values too long for a window are left out.
    pub values: Vec<ValueCount>,
    /// Null cells.
    pub missing: u64,
    /// Texts of no character or only white space.
    pub blank: u64,
    /// Equal-width bins over numbers, dates and times.
    pub histogram: Vec<HistogramBin>,
    /// Different patterns of texts.
    pub distinct_patterns: u64,
    /// The most frequent of them.
    pub patterns: Vec<ValueCount>,
    /// Rows whose value stands in more than one row.
    pub duplicated: u64,
}

impl Facet {
    /// The condition as an expression of SQL, for a column of a type; `None` where no expression of one row
    /// says it ([`Condition::Duplicated`]).
    pub fn expression(&self, kind: ColumnType) -> Option<String> {
        let column = quoted(&self.column);
        Some(match &self.condition {
            Condition::Values { values, invert } => one_of(&column, &column, values, kind, *invert),
            Condition::Patterns { patterns, invert } => {
                let patterns: Vec<Option<String>> = patterns.iter().cloned().map(Some).collect();
                one_of(&column, &format!("pattern({column})"), &patterns, ColumnType::Text, *invert)
            }
            Condition::Range { low, high } => {
                let bound = |sign: &str, bound: &String| format!("{column} {sign} {}", constant(bound, kind));
                let bounds = low.iter().map(|low| bound(">=", low));
                any(bounds.chain(high.iter().map(|high| bound("<=", high))).collect(), " AND ", "TRUE")
            }
            Condition::States { states } => {
                let states = states.iter().map(|state| match (state, kind) {
                    (CellState::Missing, _) => format!("{column} IS NULL"),
                    (CellState::Blank, ColumnType::Text) => blank(&column),
                    (CellState::Blank, _) => "FALSE".to_owned(),
                    (CellState::Filled, ColumnType::Text) => format!("NOT {}", blank(&column)),
                    (CellState::Filled, _) => format!("{column} IS NOT NULL"),
                });
                any(states.collect(), " OR ", "FALSE")
            }
            Condition::Duplicated => return None,
        })
    }

    /// The condition within a query of a table, where also [`Condition::Duplicated`] can be said.
    fn clause(&self, table: &str, kind: ColumnType) -> String {
        self.expression(kind).unwrap_or_else(|| {
            let column = quoted(&self.column);
            format!("{column} IN (SELECT {column} FROM {table} GROUP BY {column} HAVING count(*) > 1)")
        })
    }
}

/// All conditions as one expression; `None` where one of them needs a query.
pub fn expression(facets: &[Facet], columns: &[ColumnInfo]) -> Option<String> {
    let parts = facets.iter().map(|facet| facet.expression(kind_of(facet, columns)));
    parts.collect::<Option<Vec<_>>>().map(|parts| any(parts, " AND ", "TRUE"))
}

/// The rows that all conditions let through, as a query of a table.
pub fn query(table: &str, facets: &[Facet], columns: &[ColumnInfo]) -> String {
    let table = quoted(table);
    let parts = facets.iter().map(|facet| facet.clause(&table, kind_of(facet, columns))).collect();
    format!("SELECT * FROM {table} WHERE {}", any(parts, " AND ", "TRUE"))
}

fn kind_of(facet: &Facet, columns: &[ColumnInfo]) -> ColumnType {
    columns.iter().find(|column| column.name == facet.column).map_or(ColumnType::Other, |column| column.kind)
}

/// The tested term is null exactly where the column is.
fn one_of(column: &str, term: &str, values: &[Option<String>], kind: ColumnType, invert: bool) -> String {
    let listed: Vec<String> = values.iter().flatten().map(|value| constant(value, kind)).collect();
    let with_null = values.iter().any(Option::is_none);
    let among = |sign: &str| (!listed.is_empty()).then(|| format!("{term} {sign} ({})", listed.join(", ")));
    let null = |sign: &str| Some(format!("{column} {sign}"));
    let parts = match (invert, with_null) {
        (false, true) => vec![among("IN"), null("IS NULL")],
        (false, false) => vec![among("IN")],
        // What is not listed is kept, and a null is compared with nothing.
        (true, true) => vec![among("NOT IN").or_else(|| null("IS NOT NULL"))],
        (true, false) => vec![among("NOT IN"), null("IS NULL")],
    };
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let nothing_listed = if invert { "TRUE" } else { "FALSE" };
    if values.is_empty() { nothing_listed.to_owned() } else { any(parts, " OR ", nothing_listed) }
}

fn blank(column: &str) -> String {
    format!("regexp_full_match({column}, '\\s*')")
}

/// Joins terms; a joined term stands in brackets.
fn any(terms: Vec<String>, by: &str, of_none: &str) -> String {
    match terms.as_slice() {
        [] => of_none.to_owned(),
        [one] => one.clone(),
        _ => {
            let join = terms.join(by);
            if by == " OR " { format!("({join})") } else { join }
        }
    }
}

/// A value as it is written in SQL.
fn constant(text: &str, kind: ColumnType) -> String {
    let is_plain = match kind {
        ColumnType::Boolean => matches!(text, "true" | "false"),
        ColumnType::Integer | ColumnType::Number | ColumnType::Decimal => text.parse::<f64>().is_ok_and(f64::is_finite),
        _ => false,
    };
    if is_plain { text.to_owned() } else { format!("'{}'", text.replace('\'', "''")) }
}

/// A name as SQL reads it, whatever stands in it.
pub fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facet(condition: Condition) -> Facet {
        Facet { column: "a \"b".to_owned(), condition }
    }

    fn some(texts: &[&str]) -> Vec<Option<String>> {
        texts.iter().map(|text| (*text != "∅").then(|| (*text).to_owned())).collect()
    }

    #[test]
    fn conditions_are_written_as_sql() {
        use ColumnType::{Integer, Number, Text};
        let values = |texts: &[&str], invert| Condition::Values { values: some(texts), invert };
        let range = |low: Option<&str>, high: Option<&str>| Condition::Range {
            low: low.map(str::to_owned),
            high: high.map(str::to_owned),
        };
        for (condition, kind, expected) in [
            (values(&["it's"], false), Text, "C IN ('it''s')"),
            (values(&["1", "2"], false), Integer, "C IN (1, 2)"),
            (values(&["1", "∅"], false), Integer, "(C IN (1) OR C IS NULL)"),
            (values(&["1"], true), Integer, "(C NOT IN (1) OR C IS NULL)"),
            (values(&["1", "∅"], true), Integer, "C NOT IN (1)"),
            (values(&["∅"], false), Integer, "C IS NULL"),
            (values(&["∅"], true), Integer, "C IS NOT NULL"),
            (values(&["NaN"], false), Number, "C IN ('NaN')"),
            (range(Some("1.5"), Some("2.0")), Number, "C >= 1.5 AND C <= 2.0"),
            (range(None, Some("2024-01-01")), ColumnType::Date, "C <= '2024-01-01'"),
            (Condition::States { states: vec![CellState::Missing] }, Integer, "C IS NULL"),
            (
                Condition::States { states: vec![CellState::Missing, CellState::Blank] },
                Text,
                "(C IS NULL OR regexp_full_match(C, '\\s*'))",
            ),
            (Condition::Patterns { patterns: vec!["99".to_owned()], invert: false }, Text, "pattern(C) IN ('99')"),
        ] {
            let expected = expected.replace('C', "\"a \"\"b\"");
            assert_eq!(facet(condition.clone()).expression(kind), Some(expected), "{condition:?}");
        }
        assert_eq!(facet(Condition::Duplicated).expression(Text), None);
    }
}
