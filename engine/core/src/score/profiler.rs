//! What a profiler flags that has not read the brief: rare shapes, stand-ins for missing values, far numbers, broken
//! keys, broken texts. Each goes by the kinds whose names sound like it.

use std::collections::BTreeMap;

use protocol::Checked;
use protocol::facet::quoted;
use protocol::table::ColumnType;

use crate::cell;
use crate::profile;
use crate::sql::{self, Options, Query};
use crate::table::Table;

/// What can be told apart without knowing what values mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Rows that are there twice.
    Copy,
    /// What stands for a missing value.
    Gap,
    /// Numbers far from the others.
    Far,
    /// Texts that were decoded wrongly.
    Encoding,
    /// Keys whose check digits are wrong.
    Key,
    /// Texts of another shape than most of their column.
    Shape,
    /// Dates that do not read.
    Date,
}

/// Pieces of names by which anomalies of a sort are called.
const WORDS: [(Sort, &[&str]); 7] = [
    (Sort::Copy, &["duplicate", "copy", "doublon"]),
    (Sort::Gap, &["missing", "null", "empty", "manqu"]),
    (Sort::Far, &["outlier", "extreme", "unit", "period", "aberr"]),
    (Sort::Encoding, &["mojibake", "encod"]),
    (Sort::Key, &["key", "checksum", "iban"]),
    (Sort::Shape, &["zero", "format", "pattern", "swap"]),
    (Sort::Date, &["date"]),
];

/// What usually stands for a missing value, as the text of a cell in small letters.
const GAPS: &str = r"\W*|n/?a|nan|null|none|unknown|inconnue?|0{2,}|-?9{2,}|-1|1900-01-01.*|9999-12-31.*";

/// Ways in which dates are usually written.
const DATES: [&str; 3] = ["%Y-%m-%d", "%d/%m/%Y", "%m/%d/%Y"];

/// Share of a column that must have a shape, or be valid, for what is not to be flagged.
const MOST: f64 = 0.8;

/// Something that was flagged.
pub struct Flag {
    /// The kind that it is reported as.
    pub kind: String,
    /// The column.
    pub column: String,
    /// The condition of its rows.
    pub condition: String,
}

/// The kinds that sound like a sort.
pub fn named(kinds: &[String], sort: Sort) -> Vec<&String> {
    let words = WORDS.iter().filter(|(of, _)| *of == sort).flat_map(|(_, words)| *words);
    let words: Vec<&str> = words.copied().collect();
    let found: Vec<&String> = kinds.iter().filter(|kind| words.iter().any(|word| kind.contains(word))).collect();
    let exact: Vec<&String> = found.iter().copied().filter(|kind| kind.contains("exact")).collect();
    if exact.is_empty() { found } else { exact }
}

/// What is flagged in the columns of a table. `all` are the columns of all tables: a kind that names one of them is
/// looked for in that one only.
///
/// # Errors
/// Only an inconsistency of the engine.
pub fn flags(table: &Table, all: &[String], kinds: &[String]) -> Checked<Vec<Flag>> {
    let mut flags = Vec::new();
    for column in table.columns() {
        let mut flag = |sort, condition: String| {
            let meant = |kind: &&String| names(kind, &column.name) || !all.iter().any(|other| names(kind, other));
            for kind in named(kinds, sort).into_iter().filter(meant) {
                flags.push(Flag { kind: kind.clone(), column: column.name.clone(), condition: condition.clone() });
            }
        };
        let name = quoted(&column.name);
        let text = format!("lower(cast({name} as varchar))");
        flag(Sort::Gap, format!("regexp_full_match({text}, '{GAPS}')"));
        match column.kind {
            ColumnType::Integer | ColumnType::Number | ColumnType::Decimal => {
                if let Some([_, low, _, high, _]) = profile::column(table, &column.name)?.numeric.map(|of| of.quantiles)
                {
                    let reach = 1.5 * (high - low);
                    let (low, high) = (cell::number(low - reach), cell::number(high + reach));
                    flag(Sort::Far, format!("{name} < {low} or {name} > {high}"));
                }
            }
            ColumnType::Text => {
                flag(Sort::Encoding, format!("has_mojibake({name})"));
                if let Some(shape) = most(table, &format!("pattern({name})"))? {
                    flag(Sort::Shape, format!("pattern({name}) <> '{}'", shape.replace('\'', "''")));
                }
                let keys = keys().into_iter().map(|function| (Sort::Key, format!("{function}({name})")));
                let dates = DATES.iter().map(|format| (Sort::Date, format!("is_valid_date({name}, '{format}')")));
                for (sort, valid) in keys.chain(dates) {
                    if most(table, &valid)?.is_some_and(|most| most == "true") {
                        flag(sort, format!("not {valid}"));
                    }
                }
            }
            _ => {}
        }
    }
    Ok(flags)
}

/// Whether a kind names a column.
fn names(kind: &str, column: &str) -> bool {
    kind.split(['_', '-']).any(|word| word == column)
}

/// Functions that check digits of keys.
fn keys() -> Vec<String> {
    let functions = sql::functions().into_iter();
    let keys = functions.filter(|of| of.name.starts_with("is_valid_") && of.signature.contains("(text) →"));
    keys.map(|of| of.name).collect()
}

/// The value that most rows have of an expression, where some rows have another one.
fn most(table: &Table, expression: &str) -> Checked<Option<String>> {
    let text = format!(
        "select value, count(*) as n from (select {expression} as value from t) shown \
         where value is not null group by value order by n desc, value"
    );
    let counted = Query::parse(&text)?.run(&BTreeMap::from([("t".to_owned(), table.clone())]), Options::default())?;
    let counts: Vec<f64> = texts(&counted, "n")?.into_iter().flatten().filter_map(|count| count.parse().ok()).collect();
    let first = texts(&counted, "value")?.into_iter().next().flatten();
    let share = counts.first().copied().unwrap_or_default() / counts.iter().sum::<f64>().max(1.0);
    Ok(first.filter(|_| (MOST..1.0).contains(&share)))
}

fn texts(table: &Table, column: &str) -> Checked<Vec<Option<String>>> {
    Ok(cell::texts(table.column(column)?, usize::MAX))
}
