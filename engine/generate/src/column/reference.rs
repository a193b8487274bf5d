//! A foreign key: the value of a column of a row of another table.

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::scope::in_range;
use super::{ColumnKind, Fill, Filled, NO_ROW, Need, Scope, Shape};
use crate::chance::{Zipf, permutation};
use crate::value::{Bits, Column, Row, Values};

/// Which row of the other table is meant: that of the parent where the table has rows for each row of that table, else
/// a drawn one. With `skew` s, the row of rank r is drawn with probability proportional to r^−s, ranks in random order.
/// A table may refer to itself (managers, parts of parts): each row to one of the rows above, the first to none; there
/// is no skew then.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// The other table.
    pub table: String,
    /// Its column.
    pub column: String,
    /// Exponent of the skew, 0 (all rows alike) to 4.
    #[serde(default)]
    pub skew: f64,
    /// Whether a row is drawn even where the table has rows for each row of the other one.
    #[serde(default)]
    pub drawn: bool,
}

impl ColumnKind for Reference {
    fn needs(&self) -> Vec<Need> {
        vec![Need::Other(self.table.clone(), self.column.clone())]
    }

    fn shape(&self, scope: &Scope<'_>) -> Checked<Shape> {
        in_range(self.skew, 0.0, 4.0, "skew")?;
        scope.other(&self.table, &self.column)
    }

    fn fill(&self, fill: &Fill<'_>) -> Checked<Filled> {
        if self.table == fill.table {
            let mut stream = fill.stream("value");
            let above = |row: Row| if row == 0 { NO_ROW } else { stream.below(u64::from(row)) as Row };
            let rows: Vec<Row> = (0..fill.rows).map(above).collect();
            return Ok(Filled { link: Some(rows.clone()), ..gather(fill.of(&self.column)?, &rows) });
        }
        let other = fill.other(&self.table)?;
        let rows = match fill.parent {
            Some(parent) if parent.table == self.table && !self.drawn => parent.rows.clone(),
            _ if other.clean_rows() == 0 => vec![NO_ROW; fill.rows as usize],
            _ if self.skew == 0.0 => {
                let mut stream = fill.stream("value");
                let count = u64::from(other.clean_rows());
                (0..fill.rows).map(|_| stream.below(count) as Row).collect()
            }
            _ => {
                let order = permutation(&mut fill.stream("order"), other.clean_rows());
                let zipf = Zipf::new(other.clean_rows(), self.skew);
                let mut stream = fill.stream("value");
                (0..fill.rows).map(|_| order[zipf.draw(&mut stream) as usize - 1]).collect()
            }
        };
        let Some((_, column)) = other.column(&self.column) else { return Err(fill.missing(&self.column)) };
        Ok(Filled { link: Some(rows.clone()), ..gather(column, &rows) })
    }
}

/// The values of a column of another table, for rows of it.
pub(super) fn gather(column: &Column, rows: &[Row]) -> Filled {
    fn pick<T: Copy + Default>(values: &[T], rows: &[Row]) -> Vec<T> {
        rows.iter().map(|row| values.get(*row as usize).copied().unwrap_or_default()).collect()
    }
    let values = match column.values() {
        Values::Boolean(values) => Values::Boolean(pick(values, rows)),
        Values::Integer(values) => Values::Integer(pick(values, rows)),
        Values::Number(values) => Values::Number(pick(values, rows)),
        Values::Decimal(values, scale) => Values::Decimal(pick(values, rows), *scale),
        Values::Text(values) => Values::Text(values.gather(rows)),
        Values::Date(values) => Values::Date(pick(values, rows)),
        Values::Datetime(values) => Values::Datetime(pick(values, rows)),
    };
    let mut nulls = Bits::new();
    for (place, row) in rows.iter().enumerate() {
        if *row == NO_ROW || column.nulls().get(*row) {
            nulls.put(place as Row, true);
        }
    }
    Filled { values, nulls, link: None }
}
