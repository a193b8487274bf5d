//! Columns of lists: stretches of one column of cells.
//!
//! Boundary: what a list is made of and how one is built; what is computed of lists stands with those who compute.

use std::ops::Range;

use polars::prelude::*;
use polars_arrow::array::ListArray;
use polars_arrow::bitmap::Bitmap;
use polars_arrow::offset::{Offsets, OffsetsBuffer};

/// The lists of a column, read by row.
pub struct Lists {
    offsets: OffsetsBuffer<i64>,
    there: Option<Bitmap>,
    /// The cells that the lists are stretches of, in one piece.
    pub cells: Series,
}

impl Lists {
    /// Over a column of lists.
    ///
    /// # Errors
    /// For a column of another type.
    pub fn of(series: &Series) -> PolarsResult<Self> {
        let series = series.rechunk();
        let lists = series.list()?;
        let (offsets, there) = match lists.downcast_iter().next() {
            Some(array) => (array.offsets().clone(), array.validity().cloned()),
            None => (OffsetsBuffer::new(), None),
        };
        Ok(Self { offsets, there, cells: lists.get_inner() })
    }

    /// How many lists there are.
    pub fn height(&self) -> usize {
        self.offsets.len_proxy()
    }

    /// Where the cells of a list stand; `None` for a missing one. A column of one row answers for all rows.
    pub fn get(&self, row: usize) -> Option<Range<usize>> {
        let row = if self.height() == 1 { 0 } else { row };
        if row >= self.height() || self.there.as_ref().is_some_and(|there| !there.get_bit(row)) {
            return None;
        }
        let (start, end) = self.offsets.start_end(row);
        Some(start..end)
    }

    /// All lists in turn.
    pub fn iter(&self) -> impl Iterator<Item = Option<Range<usize>>> + '_ {
        (0..self.height()).map(|row| self.get(row))
    }
}

/// Lists of cells that follow one another, of these lengths; `None` is a missing list.
///
/// # Errors
/// None that input can cause.
pub fn of_lengths(cells: &Series, lengths: &[Option<usize>]) -> PolarsResult<Series> {
    let values = cells.rechunk().to_arrow(0, CompatLevel::newest());
    let offsets = Offsets::try_from_lengths(lengths.iter().map(|length| length.unwrap_or(0)))?;
    let there: Option<Bitmap> =
        lengths.contains(&None).then(|| lengths.iter().map(|length| length.is_some()).collect());
    let dtype = ListArray::<i64>::default_datatype(values.dtype().clone());
    let array = ListArray::<i64>::try_new(dtype, offsets.into(), values, there)?;
    Series::try_from((cells.name().clone(), array.boxed()))
}

/// Lists of chosen cells.
///
/// # Errors
/// None that input can cause.
pub fn of_rows(cells: &Series, rows: Vec<IdxSize>, lengths: &[Option<usize>]) -> PolarsResult<Series> {
    of_lengths(&cells.take(&IdxCa::from_vec(PlSmallStr::EMPTY, rows))?, lengths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_built_and_read() {
        let days = Series::new(PlSmallStr::EMPTY, [1_i32, 2, 3]).cast(&DataType::Date).unwrap();
        let nulls = Series::new_null(PlSmallStr::EMPTY, 3);
        for cells in [Series::new(PlSmallStr::EMPTY, ["a", "b", "c"]), days, nulls] {
            let made = of_lengths(&cells, &[Some(2), None, Some(0), Some(1)]).unwrap();
            assert_eq!(made.dtype(), &DataType::List(Box::new(cells.dtype().clone())));
            let lists = Lists::of(&made).unwrap();
            assert_eq!(lists.iter().collect::<Vec<_>>(), [Some(0..2), None, Some(2..2), Some(2..3)]);
            assert!(lists.cells.equals_missing(&cells));
            let last = Lists::of(&made.slice(3, 1)).unwrap();
            assert_eq!(
                last.get(7).map(|range| last.cells.slice(range.start as i64, range.len())),
                Some(cells.slice(2, 1))
            );
        }
    }
}
