//! What is computed of lists. A missing list gives null, unless it is said otherwise.

use std::collections::HashSet;
use std::ops::Range;

use polars::prelude::*;
use protocol::{Code, Span};
use regex::Regex;

use super::stretch::Stretches;
use super::stretched::{self, Measured};
use super::{Integers, Texts, fail, many, ordinal, unary};
use crate::groups;
use crate::lists::{Lists, of_lengths, of_rows};
use crate::sql::functions::Measure;
use crate::sql::place;

fn texts() -> DataType {
    DataType::List(Box::new(DataType::String))
}

/// A list of as many cells as there are expressions.
pub fn value(cells: Vec<Expr>, cell: DataType) -> Expr {
    let to = DataType::List(Box::new(cell.clone()));
    if cells.is_empty() {
        let empty = AnyValue::List(Series::new_empty(PlSmallStr::EMPTY, &cell));
        return Expr::Literal(LiteralValue::Scalar(Scalar::new(to, empty)));
    }
    many(cells, to, |columns, rows| {
        let (all, starts) = end_to_end(columns)?;
        let mut taken = Vec::with_capacity(rows * columns.len());
        for row in 0..rows {
            for (column, start) in columns.iter().zip(&starts) {
                taken.push(start + if column.len() == 1 { 0 } else { row as IdxSize });
            }
        }
        of_rows(&all, taken, &vec![Some(columns.len()); rows])
    })
}

/// Columns of one type as one, and where each begins.
fn end_to_end(columns: &[Series]) -> PolarsResult<(Series, Vec<IdxSize>)> {
    let mut all = columns.first().cloned().unwrap_or_default();
    let mut starts = vec![0];
    for column in columns.iter().skip(1) {
        starts.push(all.len() as IdxSize);
        all.append(column)?;
    }
    Ok((all.rechunk(), starts))
}

/// The number of cells.
pub fn length(list: Expr) -> Expr {
    unary(list, DataType::Int64, |column| {
        let lists = Lists::of(column)?;
        let made: Int64Chunked = lists.iter().map(|list| list.map(|list| list.len() as i64)).collect();
        Ok(made.into_series())
    })
}

/// Whether a value is among the cells; a missing value gives null.
pub fn contains(list: Expr, value: Expr) -> Expr {
    many(vec![list, value], DataType::Boolean, |columns, rows| {
        let made: BooleanChunked = places(columns, rows)?
            .into_iter()
            .map(|found| found.filter(|found| !found.is_null).map(|found| found.place.is_some()))
            .collect();
        Ok(made.into_series())
    })
}

/// The place of the first cell that is equal, from 1; null equals null.
pub fn position(list: Expr, value: Expr) -> Expr {
    many(vec![list, value], DataType::Int64, |columns, rows| {
        let made: Int64Chunked =
            places(columns, rows)?.into_iter().map(|found| found?.place.map(|place| place as i64 + 1)).collect();
        Ok(made.into_series())
    })
}

/// Where a value stands in a list.
struct Found {
    place: Option<usize>,
    /// Whether the value is null.
    is_null: bool,
}

fn places(columns: &[Series], rows: usize) -> PolarsResult<Vec<Option<Found>>> {
    let [list, value] = columns else { return Ok(Vec::new()) };
    let lists = Lists::of(list)?;
    let (all, starts) = end_to_end(&[lists.cells.clone(), value.clone()])?;
    // Cells and values that are equal have one number.
    let Some(numbers) = groups::by(&[all.into_column()])? else { return Ok((0..rows).map(|_| None).collect()) };
    let there = value.is_not_null();
    Ok((0..rows)
        .map(|row| {
            let cells = lists.get(row)?;
            let of_value = if value.len() == 1 { 0 } else { row };
            let number = numbers.of_row[starts[1] as usize + of_value];
            let place = numbers.of_row[cells].iter().position(|cell| *cell == number);
            Some(Found { place, is_null: !there.get(of_value).unwrap_or(false) })
        })
        .collect())
}

/// The index of a cell by its place from 1, or from −1 at the end.
fn index(place: i64, length: usize) -> Option<usize> {
    let from_end = i64::try_from(length).ok()?.checked_add(place);
    let index = if place > 0 { place - 1 } else { from_end.filter(|_| place < 0)? };
    usize::try_from(index).ok().filter(|index| *index < length)
}

/// The cell at a place; null beyond the ends.
pub fn extract(list: Expr, place: Expr, cell: DataType) -> Expr {
    many(vec![list, place], cell, |columns, rows| {
        let (lists, places) = (Lists::of(&columns[0])?, Integers::of(&columns[1])?);
        let taken: IdxCa = (0..rows)
            .map(|row| {
                let cells = lists.get(row)?;
                index(places.get(row)?, cells.len()).map(|index| (cells.start + index) as IdxSize)
            })
            .collect();
        lists.cells.take(&taken)
    })
}

/// The cells between two places, both in.
pub fn slice(args: Vec<Expr>, to: DataType) -> Expr {
    many(args, to, |columns, rows| {
        let lists = Lists::of(&columns[0])?;
        let (from, to) = (Integers::of(&columns[1])?, Integers::of(&columns[2])?);
        rebuilt(&lists, rows, |row, cells| {
            let length = cells.len() as i64;
            let place = |place: i64| if place < 0 { (length + 1).saturating_add(place) } else { place };
            let first = place(from.get(row)?).max(1) - 1;
            let end = place(to.get(row)?).min(length).max(first);
            let first = first.min(end);
            Some((cells.start + first as usize..cells.start + end as usize).collect())
        })
    })
}

/// Lists of cells that are chosen for each row.
fn rebuilt(
    lists: &Lists,
    rows: usize,
    mut choose: impl FnMut(usize, Range<usize>) -> Option<Vec<usize>>,
) -> PolarsResult<Series> {
    let (mut taken, mut lengths) = (Vec::new(), Vec::with_capacity(rows));
    for row in 0..rows {
        let chosen = lists.get(row).and_then(|cells| choose(row, cells));
        lengths.push(chosen.as_ref().map(Vec::len));
        taken.extend(chosen.into_iter().flatten().map(|cell| cell as IdxSize));
    }
    of_rows(&lists.cells, taken, &lengths)
}

/// The cells in order; equal ones keep theirs.
pub fn sort(list: Expr, to: DataType, descending: bool, nulls_last: bool, at: Span) -> Expr {
    unary(list, to, move |column| {
        let lists = Lists::of(column)?;
        let places = ordinal::of(&lists.cells)?.ok_or_else(|| unordered("list_sort([…])", at))?;
        let key = |cell: &usize| {
            let place = places[*cell];
            let is_null = place == ordinal::NULL;
            let side = if is_null { i8::from(nulls_last) * 2 - 1 } else { 0 };
            (side, if descending && !is_null { u32::MAX - place } else { place })
        };
        rebuilt(&lists, column.len(), |_, cells| {
            let mut cells: Vec<usize> = cells.collect();
            cells.sort_by_key(key);
            Some(cells)
        })
    })
}

fn unordered(feature: &str, at: Span) -> PolarsError {
    fail(place::error(Code::SqlUnsupported, Some(at)).with("feature", feature))
}

/// The first of equal cells, without nulls.
pub fn distinct(list: Expr, to: DataType, at: Span) -> Expr {
    unary(list, to, move |column| {
        let lists = Lists::of(column)?;
        let numbers = groups::by(&[lists.cells.clone().into_column()])?;
        let numbers = numbers.ok_or_else(|| unordered("list_distinct([…])", at))?;
        let there = lists.cells.is_not_null();
        let mut seen = HashSet::new();
        rebuilt(&lists, column.len(), |_, cells| {
            seen.clear();
            Some(cells.filter(|cell| there.get(*cell) == Some(true) && seen.insert(numbers.of_row[*cell])).collect())
        })
    })
}

/// The cells from the last to the first.
pub fn reverse(list: Expr, to: DataType) -> Expr {
    unary(list, to, |column| rebuilt(&Lists::of(column)?, column.len(), |_, cells| Some(cells.rev().collect())))
}

/// The cells of all lists; missing ones have none, unless all are missing.
pub fn concat(all: Vec<Expr>, to: DataType) -> Expr {
    many(all, to, |columns, rows| {
        let lists = columns.iter().map(Lists::of).collect::<PolarsResult<Vec<_>>>()?;
        let cells: Vec<Series> = lists.iter().map(|lists| lists.cells.clone()).collect();
        let (cells, starts) = end_to_end(&cells)?;
        let (mut taken, mut lengths) = (Vec::new(), Vec::with_capacity(rows));
        for row in 0..rows {
            let mut length = None;
            for (lists, start) in lists.iter().zip(&starts) {
                if let Some(own) = lists.get(row) {
                    length = Some(length.unwrap_or(0) + own.len());
                    taken.extend(own.map(|cell| start + cell as IdxSize));
                }
            }
            lengths.push(length);
        }
        of_rows(&cells, taken, &lengths)
    })
}

/// A list and one more cell; a missing list has none before.
pub fn append(list: Expr, last: Expr, to: DataType) -> Expr {
    many(vec![list, last], to, |columns, rows| {
        let lists = Lists::of(&columns[0])?;
        let (cells, starts) = end_to_end(&[lists.cells.clone(), columns[1].clone()])?;
        let (mut taken, mut lengths) = (Vec::new(), Vec::with_capacity(rows));
        for row in 0..rows {
            let own = lists.get(row).unwrap_or_default();
            lengths.push(Some(own.len() + 1));
            taken.extend(own.map(|cell| cell as IdxSize));
            taken.push(starts[1] + if columns[1].len() == 1 { 0 } else { row as IdxSize });
        }
        of_rows(&cells, taken, &lengths)
    })
}

/// What an aggregate function gives of the cells.
pub fn measure(list: Expr, to: DataType, measure: Measure, at: Span) -> Expr {
    unary(list, to, move |column| {
        let lists = Lists::of(column)?;
        let rows: Vec<u32> = (0..lists.cells.len() as u32).collect();
        let range = |list: Option<Range<usize>>| list.map_or((0, 0), |list| (list.start as u32, list.end as u32));
        let ranges: Vec<(u32, u32)> = lists.iter().map(range).collect();
        let args = [lists.cells.clone()];
        let measured = Measured { measure, args: &args, parameter: None, distinct: false, filter: None, at };
        stretched::over(&measured, &Stretches { rows: &rows, ranges: &ranges })
    })
}

/// Texts with a separator between them, nulls passed over.
pub fn join(list: Expr, separator: Expr) -> Expr {
    many(vec![list, separator], DataType::String, |columns, rows| {
        let lists = Lists::of(&columns[0])?;
        let (cells, separators) = (lists.cells.cast(&DataType::String)?, Texts::of(&columns[1])?);
        let cells = cells.str()?;
        let made: StringChunked = (0..rows)
            .map(|row| {
                let parts: Vec<&str> = lists.get(row)?.filter_map(|cell| cells.get(cell)).collect();
                Some(parts.join(separators.get(row)?))
            })
            .collect();
        Ok(made.into_series())
    })
}

/// The pieces of a text around a separator; its characters around an empty one.
pub fn split(text: Expr, separator: Expr) -> Expr {
    many(vec![text, separator], texts(), |columns, rows| {
        let (cells, separators) = (Texts::of(&columns[0])?, Texts::of(&columns[1])?);
        pieces(rows, |row, made| {
            let (text, separator) = (cells.get(row)?, separators.get(row)?);
            Some(cut(text, made, |rest| rest.find(separator).map(|start| start..start + separator.len())))
        })
    })
}

/// The pieces of a text around what a pattern finds.
pub fn split_by(text: Expr, pattern: Regex) -> Expr {
    unary(text, texts(), move |column| {
        let cells = column.str()?;
        pieces(cells.len(), |row, made| {
            Some(cut(cells.get(row)?, made, |rest| pattern.find(rest).map(|found| found.range())))
        })
    })
}

fn pieces<'a>(rows: usize, mut of: impl FnMut(usize, &mut Vec<&'a str>) -> Option<usize>) -> PolarsResult<Series> {
    let mut made: Vec<&str> = Vec::new();
    let lengths: Vec<Option<usize>> = (0..rows).map(|row| of(row, &mut made)).collect();
    of_lengths(&StringChunked::from_slice(PlSmallStr::EMPTY, &made).into_series(), &lengths)
}

/// Adds the pieces of a text, and counts them; what is found without a length cuts after one character.
fn cut<'a>(text: &'a str, made: &mut Vec<&'a str>, find: impl Fn(&str) -> Option<Range<usize>>) -> usize {
    let before = made.len();
    let mut rest = text;
    while let Some(mut found) = find(rest).filter(|_| !rest.is_empty()) {
        if found.end == 0 {
            let Some(next) = rest.char_indices().nth(1) else { break };
            found = next.0..next.0;
        }
        made.push(&rest[..found.start]);
        rest = &rest[found.end..];
    }
    made.push(rest);
    made.len() - before
}
