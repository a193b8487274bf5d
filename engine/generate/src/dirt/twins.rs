//! Rows that look alike and are not one entity: two people of the same name, born on the same day.
//!
//! | Parameter | Range | Default |
//! |---|---|---|
//! | `differ` | columns in which a twin differs, in order, each `{"column": …, "how": …}`: `next` (the next free number of a sequence, plain or in a text), `digits` (the `last` digits, 1 to 20, drawn anew until no row has the value), `key` (another number by its `scheme`: `nir`, `iban`, `luhn`, with a key that fits and that no row has), `other` (the value of another row), `formula` (`formula` computed over the twin) | required |
//!
//! A twin is a new row that agrees with a clean row in all other columns. Neither is dirt: the ledger names the pair as
//! alike, and they are in no entity group together. Columns that follow from others (a key of control, a full name) are
//! computed anew with `formula`. Eligible are rows of which no cell is dirty.

use std::collections::BTreeSet;

use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::cells::{self, Kept, TEXT};
use super::rekey::Scheme;
use super::{DirtKind, Work};
use crate::chance::Stream;
use crate::column::{Scope, in_range};
use crate::formula::{Batch, Formula, Rowset};
use crate::spec::DirtSpec;
use crate::value::{Cell, Column, Row, Type};

/// How a column of a twin differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "how", rename_all = "snake_case", deny_unknown_fields)]
pub enum Differ {
    /// The next free number of a sequence.
    Next {
        /// The column.
        column: String,
    },
    /// The last digits drawn anew.
    Digits {
        /// The column.
        column: String,
        /// How many, 1 to 20.
        last: u8,
    },
    /// Another number with a key that fits.
    Key {
        /// The column.
        column: String,
        /// What number it is.
        scheme: Scheme,
    },
    /// The value of another row.
    Other {
        /// The column.
        column: String,
    },
    /// Computed over the twin.
    Formula {
        /// The column.
        column: String,
        /// The formula.
        formula: String,
    },
}

impl Differ {
    fn column(&self) -> &str {
        match self {
            Self::Next { column }
            | Self::Digits { column, .. }
            | Self::Key { column, .. }
            | Self::Other { column }
            | Self::Formula { column, .. } => column,
        }
    }

    fn check(&self, scope: &Scope<'_>, at: &str) -> Checked<()> {
        let here = |field: &'static str| move |error: Box<Diagnostic>| error.at_field(format!("/{at}/{field}"));
        match self {
            Self::Next { column } => {
                scope.typed(column, &[Type::Integer, Type::Text]).map(|_| ()).map_err(here("column"))
            }
            Self::Digits { column, last } => {
                scope.typed(column, TEXT).map_err(here("column"))?;
                in_range(f64::from(*last), 1.0, 20.0, &format!("{at}/last"))
            }
            Self::Key { column, .. } => scope.typed(column, TEXT).map(|_| ()).map_err(here("column")),
            Self::Other { column } => scope.column(column).map(|_| ()).map_err(here("column")),
            Self::Formula { column, formula } => {
                scope.column(column).map_err(here("column"))?;
                scope.formula(formula, None).map(|_| ()).map_err(here("formula"))
            }
        }
    }
}

/// Each chosen row gets a twin, at a random place of the table.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Twins {
    /// In which columns they differ.
    pub differ: Vec<Differ>,
}

impl DirtKind for Twins {
    fn check(&self, scope: &Scope<'_>, _: &DirtSpec) -> Checked<()> {
        if self.differ.is_empty() {
            return Err(Diagnostic::new(Code::ParamRequired).at_field("/differ"));
        }
        let mut all = self.differ.iter().enumerate();
        all.try_for_each(|(place, differ)| differ.check(scope, &format!("differ/{place}")))
    }

    fn apply(&self, work: &mut Work<'_>) -> Checked<()> {
        let all: Vec<usize> = (0..work.table().columns().len()).collect();
        let rows = work.eligible_in(&all, |_, _| true);
        let chosen = work.choose(&rows);
        let twins = work.copy_rows(&chosen);
        for differ in &self.differ {
            let name = differ.column();
            let Some(place) = work.table().column(name).map(|(place, _)| place) else { continue };
            let mut stream = work.stream(&format!("differ {name}"));
            match differ {
                Differ::Next { .. } => next(work, place, &twins),
                Differ::Digits { last, .. } => fresh(work, place, &twins, &mut stream, |text, stream, out| {
                    cells::redraw(text, usize::from(*last), stream, out);
                    true
                }),
                Differ::Key { scheme, .. } => {
                    fresh(work, place, &twins, &mut stream, |text, stream, out| scheme.write(text, stream, out));
                }
                Differ::Other { .. } => {
                    for twin in &twins {
                        if let Some(other) = cells::other(work.table(), place, *twin, &mut stream) {
                            work.put(place, *twin, other.cell());
                        }
                    }
                }
                Differ::Formula { formula, .. } => computed(work, place, &twins, formula)?,
            }
        }
        for (row, twin) in chosen.iter().zip(&twins) {
            work.twins(vec![*row, *twin]);
        }
        work.show_anywhere(&twins);
        Ok(())
    }
}

/// Where the last run of digits of a text stands.
fn last_digits(text: &str) -> Option<std::ops::Range<usize>> {
    let end = text.rfind(|char: char| char.is_ascii_digit())? + 1;
    let start = text[..end].trim_end_matches(|char: char| char.is_ascii_digit()).len();
    Some(start..end)
}

/// Numbers the twins after the highest number of the column.
fn next(work: &mut Work<'_>, place: usize, twins: &[Row]) {
    let column = &work.table().columns()[place];
    let number = |row: Row| match column.cell(row) {
        Cell::Integer(value) => Some(value),
        Cell::Text(text) => text[last_digits(text)?].parse().ok(),
        _ => None,
    };
    let mut highest: i64 = (0..column.len() as Row).filter_map(number).max().unwrap_or(0);
    for twin in twins {
        highest = highest.saturating_add(1);
        let new = match work.table().cell(place, *twin) {
            Cell::Text(text) => {
                let range = last_digits(text).unwrap_or(text.len()..text.len());
                let (before, after, width) = (&text[..range.start], &text[range.end..], range.len());
                Kept::Text(format!("{before}{highest:0width$}{after}"))
            }
            _ => Kept::Plain(Cell::Integer(highest)),
        };
        work.put(place, *twin, new.cell());
    }
}

/// Draws a text for each twin until no row has it, at most a thousand times; texts for which none can be drawn stay.
fn fresh(
    work: &mut Work<'_>,
    place: usize,
    twins: &[Row],
    stream: &mut Stream,
    draw: impl Fn(&str, &mut Stream, &mut String) -> bool,
) {
    let mut known = fingerprints(&work.table().columns()[place]);
    known.sort_unstable();
    let mut taken = BTreeSet::new();
    let mut out = String::new();
    for twin in twins {
        let Some(text) = work.table().columns()[place].text(*twin).map(str::to_owned) else { continue };
        for _ in 0..1000 {
            out.clear();
            if !draw(&text, stream, &mut out) {
                break;
            }
            let print = fingerprint(&out);
            if known.binary_search(&print).is_err() && taken.insert(print) {
                work.put(place, *twin, Cell::Text(&out));
                break;
            }
        }
    }
}

fn fingerprints(column: &Column) -> Vec<u64> {
    (0..column.len() as Row).filter_map(|row| column.text(row)).map(fingerprint).collect()
}

/// FNV-1a: two texts with one fingerprint only cost a draw more.
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn computed(work: &mut Work<'_>, place: usize, twins: &[Row], formula: &str) -> Checked<()> {
    let table = work.table();
    let formula = Formula::compile(formula, &|name| table.column(name).map(|(_, column)| column.kind()))?;
    let rowset = Rowset { columns: table.columns(), places: &[] };
    let kind = table.columns()[place].kind();
    let number = |value: f64| match kind {
        _ if value.is_nan() => Cell::Null,
        Type::Date => Cell::Date(value.floor() as i32),
        Type::Datetime => Cell::Datetime(value.round() as i64),
        _ => Cell::Number(value),
    };
    let new: Vec<Kept> = match formula.batch(rowset, twins) {
        Batch::Numbers(values) => values.into_iter().map(|value| Kept::Plain(number(value))).collect(),
        Batch::Booleans(values) => {
            values.into_iter().map(|value| Kept::Plain(value.map_or(Cell::Null, Cell::Boolean))).collect()
        }
        Batch::Texts(texts) => {
            let kept = texts
                .into_iter()
                .map(|text| text.map_or(Kept::Plain(Cell::Null), |text| Kept::Text(text.into_owned())));
            kept.collect()
        }
    };
    for (twin, new) in twins.iter().zip(&new) {
        work.put(place, *twin, new.cell());
    }
    Ok(())
}
