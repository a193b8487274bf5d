//! References to rows that do not exist.
//!
//! | Parameter | Range | Default |
//! |---|---|---|
//! | `to` | `{"table": …, "column": …}`, which the column refers to | as the column's own declaration says |
//!
//! `columns` names one column, of text or whole numbers. A new key looks like the old one (its digits are drawn anew; a
//! whole number is above all that exist) and is in no row of the other table, shown or not.

use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DirtKind, Work, cells};
use crate::chance::Stream;
use crate::column::{Scope, invalid};
use crate::spec::{DataSpec, DirtSpec};
use crate::value::{Cell, Column, Type};

/// Each chosen reference gets a key that the other table does not have.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct BrokenReferences {
    /// What the column refers to.
    pub to: Option<Target>,
}

/// A column of another table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// The table.
    pub table: String,
    /// Its column.
    pub column: String,
}

impl BrokenReferences {
    fn target(&self, spec: &DataSpec, declared: &DirtSpec) -> Option<Target> {
        if self.to.is_some() {
            return self.to.clone();
        }
        let table = spec.tables.iter().find(|table| table.name == declared.table)?;
        let column = table.columns.iter().find(|column| declared.columns.first() == Some(&column.name))?;
        let param = |name: &str| column.params.get(name).and_then(|value| value.as_str()).map(str::to_owned);
        Some(Target { table: param("table")?, column: param("column")? })
    }
}

impl DirtKind for BrokenReferences {
    fn check(&self, scope: &Scope<'_>, declared: &DirtSpec) -> Checked<()> {
        cells::typed(scope, declared, &[Type::Text, Type::Integer])?;
        if declared.columns.len() > 1 {
            return Err(invalid(format!("{} columns, not 1", declared.columns.len()), "columns"));
        }
        let Some(target) = self.target(scope.spec, declared) else {
            return Err(Diagnostic::new(Code::ParamRequired).at_field("/to"));
        };
        scope.other(&target.table, &target.column).map(|_| ()).map_err(|error| error.at_field("/to"))
    }

    fn apply(&self, work: &mut Work<'_>) -> Checked<()> {
        let target = self.target(work.spec(), work.declared());
        let found = target.and_then(|target| Some(work.other(&target.table)?.column(&target.column)?.1));
        let Some(parent) = found else { return Ok(()) };
        let keys = Keys::of(parent);
        let fits = |cell: Cell<'_>| matches!(cell, Cell::Text(_) | Cell::Integer(_));
        cells::change(work, fits, |cell, stream, text| match cell {
            Cell::Integer(_) => Cell::Integer(keys.above(stream)),
            cell => {
                keys.absent(&cell.to_string(), stream, text);
                Cell::Text(text)
            }
        });
        Ok(())
    }
}

/// The keys of a column.
struct Keys {
    texts: Vec<String>,
    highest: i64,
}

impl Keys {
    fn of(column: &Column) -> Self {
        let cells = || (0..column.len() as u32).map(|row| column.cell(row));
        let highest = cells().filter_map(|cell| if let Cell::Integer(value) = cell { Some(value) } else { None });
        let highest = highest.max().unwrap_or(0);
        let texts = cells().filter(|cell| !matches!(cell, Cell::Null | Cell::Integer(_)));
        let mut texts: Vec<String> = texts.map(|cell| cell.to_string()).collect();
        texts.sort_unstable();
        Self { texts, highest }
    }

    /// A number above all keys.
    fn above(&self, stream: &mut Stream) -> i64 {
        let span = (self.highest / 10).clamp(9, 1_000_000);
        self.highest.saturating_add(stream.between(1, span))
    }

    /// Writes a text like the key that no key is: its digits are drawn anew; where all such keys exist, it gets more.
    fn absent(&self, key: &str, stream: &mut Stream, out: &mut String) {
        let mut digit = || char::from(b'0' + stream.below(10) as u8);
        for tries in 0.. {
            out.clear();
            out.extend(key.chars().map(|char| if char.is_ascii_digit() { digit() } else { char }));
            if tries >= 20 || !key.contains(|char: char| char.is_ascii_digit()) {
                (20..=tries.max(20)).for_each(|_| out.push(digit()));
            }
            if out != key && self.texts.binary_search_by(|known| known.as_str().cmp(out)).is_err() {
                return;
            }
        }
    }
}
