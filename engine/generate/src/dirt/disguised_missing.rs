//! Values that say that there is no value: 0, 999, “N/A”, 1900-01-01.
//!
//! | Parameter | Range | Default |
//! |---|---|---|
//! | `tokens` | texts, numbers, booleans; dates as `YYYY-MM-DD`, times as `YYYY-MM-DDTHH:MM:SS` | required |
//! | `of` | which cells: `values`, `nulls` (that truly have no value), `both` | `values` |
//!
//! A token that the column's type can hold becomes a value of it, any other is shown as it stands. Eligible are cells
//! that at least one token differs from.

use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::cells::{self, Kept};
use super::{DirtKind, Work};
use crate::calendar::{parse_date, parse_datetime};
use crate::column::{Scope, invalid};
use crate::spec::DirtSpec;
use crate::value::{Cell, Type};

/// Which cells are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    /// Cells with a value, which is lost.
    #[default]
    Values,
    /// Cells that truly have no value.
    Nulls,
    /// All of them.
    Both,
}

/// Each chosen cell shows one of the tokens.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DisguisedMissing {
    /// The tokens, each as likely.
    pub tokens: Vec<Value>,
    /// Which cells.
    #[serde(default)]
    pub of: Of,
}

impl DirtKind for DisguisedMissing {
    fn check(&self, _: &Scope<'_>, declared: &DirtSpec) -> Checked<()> {
        cells::some(declared)?;
        if self.tokens.is_empty() {
            return Err(Diagnostic::new(Code::ParamRequired).at_field("/tokens"));
        }
        match self.tokens.iter().position(|token| !(token.is_string() || token.is_number() || token.is_boolean())) {
            Some(place) => Err(invalid("neither text nor number nor boolean", &format!("tokens/{place}"))),
            None => Ok(()),
        }
    }

    fn apply(&self, work: &mut Work<'_>) -> Checked<()> {
        for (column, name) in cells::named(work) {
            let kind = work.table().columns()[column].kind();
            let tokens: Vec<Kept> = self.tokens.iter().map(|token| as_type(token, kind)).collect();
            let rows = work.eligible_in(&[column], |table, row| {
                let cell = table.cell(column, row);
                let meant = match self.of {
                    Of::Values => !cell.is_null(),
                    Of::Nulls => cell.is_null(),
                    Of::Both => true,
                };
                meant && tokens.iter().any(|token| !same(token.cell(), cell))
            });
            let chosen = work.choose_for(&rows, &format!("rows {name}"));
            let mut stream = work.stream(&format!("change {name}"));
            for row in chosen {
                let cell = work.table().cell(column, row);
                let others: Vec<&Kept> = tokens.iter().filter(|token| !same(token.cell(), cell)).collect();
                if let Some(token) = stream.pick(&others) {
                    work.set(column, row, token.cell());
                }
            }
        }
        Ok(())
    }
}

/// Whether two cells of one column read the same.
fn same(token: Cell<'_>, cell: Cell<'_>) -> bool {
    match (token, cell) {
        (Cell::Text(token), Cell::Text(text)) => token == text,
        (Cell::Number(token), _) => cell.number() == Some(token),
        _ => token == cell,
    }
}

fn as_type(token: &Value, kind: Type) -> Kept {
    let text = token.as_str().map_or_else(|| token.to_string(), str::to_owned);
    let fitted = match kind {
        Type::Text => return Kept::Text(text),
        Type::Boolean => token.as_bool().map(Cell::Boolean),
        Type::Integer => token.as_i64().map(Cell::Integer),
        Type::Number | Type::Decimal => token.as_f64().map(Cell::Number),
        Type::Date => parse_date(&text).map(Cell::Date),
        Type::Datetime => parse_datetime(&text).map(Cell::Datetime),
    };
    fitted.map_or(Kept::Written(text), Kept::Plain)
}
