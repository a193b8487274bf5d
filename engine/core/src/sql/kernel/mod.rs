//! Functions over whole columns, wrapped as Polars expressions.
//!
//! A closure sees columns of any length: a constant may come as one value. [`Texts`] and its kin read them
//! without copying the constant out to every row.

pub mod cast;
pub mod checked;
pub mod date;
pub mod likeness;
pub mod lists;
pub mod measures;
pub mod number;
pub mod ordinal;
pub mod stretch;
pub mod stretched;
pub mod text;
pub mod top;
pub mod window;

use polars::prelude::*;
use protocol::Diagnostic;

use crate::frame;

/// A column computed from one column.
pub fn unary(arg: Expr, to: DataType, f: impl Fn(&Series) -> PolarsResult<Series> + Send + Sync + 'static) -> Expr {
    arg.map(
        move |column| {
            let name = column.name().clone();
            Ok(f(column.as_materialized_series())?.with_name(name).into_column())
        },
        move |_, field| Ok(Field::new(field.name().clone(), to.clone())),
    )
}

/// A column computed from several; the result has the length of the longest.
pub fn many(
    args: Vec<Expr>,
    to: DataType,
    f: impl Fn(&[Series], usize) -> PolarsResult<Series> + Send + Sync + 'static,
) -> Expr {
    map_multiple(
        move |columns: &mut [Column]| {
            let series: Vec<Series> =
                columns.iter().map(|column| one_chunk(column.as_materialized_series_maintain_scalar())).collect();
            let rows = series.iter().map(|one| one.len()).find(|rows| *rows != 1).unwrap_or(1);
            let name = series.first().map(|first| first.name().clone()).unwrap_or_default();
            let made = f(&series, rows)?.with_name(name);
            // Columns that hold one value all along came as that value alone.
            let wanted = columns.iter().map(|column| column.len()).find(|rows| *rows != 1).unwrap_or(1);
            Ok(if made.len() == wanted { made } else { made.new_from_index(0, wanted) }.into_column())
        },
        args,
        move |_, fields| {
            Ok(Field::new(fields.first().map(|first| first.name().clone()).unwrap_or_default(), to.clone()))
        },
    )
}

fn one_chunk(series: Series) -> Series {
    if series.n_chunks() > 1 { series.rechunk() } else { series }
}

/// An error that carries a diagnostic out of Polars.
pub fn fail(diagnostic: Box<Diagnostic>) -> PolarsError {
    frame::coded(&diagnostic)
}

/// Reads a column of one type at any row; a column of one row answers for all.
pub struct At<'a, T: PolarsDataType> {
    array: &'a ChunkedArray<T>,
    constant: bool,
}

impl<'a, T: PolarsDataType> At<'a, T> {
    /// Over an array.
    pub fn new(array: &'a ChunkedArray<T>) -> Self {
        Self { array, constant: array.len() == 1 }
    }

    fn row(&self, row: usize) -> usize {
        if self.constant { 0 } else { row }
    }
}

/// Text cells.
pub type Texts<'a> = At<'a, StringType>;
/// Integer cells.
pub type Integers<'a> = At<'a, Int64Type>;
/// Number cells.
pub type Numbers<'a> = At<'a, Float64Type>;

impl<'a> Texts<'a> {
    /// Over a text column.
    pub fn of(series: &'a Series) -> PolarsResult<Self> {
        series.str().map(At::new)
    }

    /// The cell.
    pub fn get(&self, row: usize) -> Option<&'a str> {
        self.array.get(self.row(row))
    }
}

impl<'a> Integers<'a> {
    /// Over an integer column.
    pub fn of(series: &'a Series) -> PolarsResult<Self> {
        series.i64().map(At::new)
    }

    /// The cell.
    pub fn get(&self, row: usize) -> Option<i64> {
        self.array.get(self.row(row))
    }
}

impl<'a> Numbers<'a> {
    /// Over a number column.
    pub fn of(series: &'a Series) -> PolarsResult<Self> {
        series.f64().map(At::new)
    }

    /// The cell.
    pub fn get(&self, row: usize) -> Option<f64> {
        self.array.get(self.row(row))
    }
}
