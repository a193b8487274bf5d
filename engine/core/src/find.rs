//! Finds the next cell that holds a text, piece by piece, from a cell on and around the end.
//!
//! A cell is looked at in its canonical text (as in windows, but whole), without regard to case. Cells are
//! walked row after row, in each row in the order of the columns that were asked for.

use std::fmt::Write;
use std::ops::RangeInclusive;

use polars::prelude::*;
use protocol::Checked;
use protocol::message::Search;

use crate::cell;
use crate::table::Table;

/// Cells that one piece looks at, about.
const PIECE_CELLS: u64 = 400_000;

/// A search under way.
#[derive(Debug)]
pub struct Finding {
    needles: Vec<String>,
    columns: Vec<String>,
    backwards: bool,
    rows: u64,
    /// Cells still to look at, by their number row after row: the rest of the table, then what lies before.
    left: Vec<RangeInclusive<u64>>,
    total: u64,
}

/// How far a search is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looked {
    /// Rows looked at, of how many.
    Working(u64, u64),
    /// The row and the index among the columns asked for; `None` if no cell holds the text.
    Found(Option<(u64, u32)>),
}

impl Finding {
    /// Begins a search.
    ///
    /// # Errors
    /// `column-unknown`.
    pub fn start(table: &Table, search: &Search) -> Checked<Self> {
        for name in &search.columns {
            table.column(name)?;
        }
        let rows = table.height() as u64;
        let width = search.columns.len() as u64;
        let cells = rows * width;
        let needles = search.needles.iter().map(|needle| needle.to_lowercase()).filter(|needle| !needle.is_empty());
        let needles: Vec<String> = needles.collect();
        let at = search.from.map(|(row, column)| row * width + u64::from(column)).filter(|at| *at < cells);
        let mut left = Vec::new();
        let mut add =
            |low: u64, high: Option<u64>| left.extend(high.filter(|high| low <= *high).map(|high| low..=high));
        match (at, search.backwards) {
            _ if needles.is_empty() => {}
            (None, _) => add(0, cells.checked_sub(1)),
            (Some(at), false) => {
                add(at + 1, cells.checked_sub(1));
                add(0, Some(at));
            }
            (Some(at), true) => {
                add(0, at.checked_sub(1));
                add(at, cells.checked_sub(1));
            }
        }
        // The next range stands last.
        left.reverse();
        Ok(Self { needles, columns: search.columns.clone(), backwards: search.backwards, rows, left, total: cells })
    }

    /// Looks at the next piece.
    ///
    /// # Errors
    /// `column-unknown`, if the table is another than at the start.
    pub fn advance(&mut self, table: &Table) -> Checked<Looked> {
        let width = (self.columns.len() as u64).max(1);
        let Some(range) = self.left.pop() else { return Ok(Looked::Found(None)) };
        let (low, high) = range.into_inner();
        let piece_rows = (PIECE_CELLS / width).max(1);
        let piece = if self.backwards {
            (high / width).saturating_sub(piece_rows - 1).saturating_mul(width).max(low)..=high
        } else {
            low..=((low / width + piece_rows) * width - 1).min(high)
        };
        let found = self.look(table, width, &piece)?;
        if found.is_some() {
            return Ok(Looked::Found(found));
        }
        match self.backwards {
            true if *piece.start() > low => self.left.push(low..=piece.start() - 1),
            false if *piece.end() < high => self.left.push(piece.end() + 1..=high),
            _ => {}
        }
        let waiting: u64 = self.left.iter().map(|range| range.end() - range.start() + 1).sum();
        Ok(Looked::Working(self.rows.min((self.total - waiting.min(self.total)) / width), self.rows))
    }

    /// The first cell of a piece that holds the text, in the direction of the search.
    fn look(&self, table: &Table, width: u64, piece: &RangeInclusive<u64>) -> Checked<Option<(u64, u32)>> {
        let first_row = piece.start() / width;
        let rows = (piece.end() / width - first_row + 1) as usize;
        let mut best: Option<u64> = None;
        for (place, name) in self.columns.iter().enumerate() {
            let column = table.column(name)?.slice(i64::try_from(first_row).unwrap_or(i64::MAX), rows);
            let number = |row: usize| (first_row + row as u64) * width + place as u64;
            let held = self.rows_that_hold(&column).into_iter().map(number).filter(|cell| piece.contains(cell));
            let found = if self.backwards { held.max() } else { held.min() };
            best = match (best, found) {
                (Some(best), Some(found)) if self.backwards => Some(best.max(found)),
                (Some(best), Some(found)) => Some(best.min(found)),
                (best, found) => best.or(found),
            };
        }
        Ok(best.map(|cell| (cell / width, (cell % width) as u32)))
    }

    fn rows_that_hold(&self, column: &Column) -> Vec<usize> {
        let needles: Vec<&String> = self.needles.iter().filter(|needle| may_hold(column.dtype(), needle)).collect();
        if needles.is_empty() {
            return Vec::new();
        }
        let holds = |text: &str| needles.iter().any(|needle| contains(text, needle));
        if let Ok(texts) = column.str() {
            let texts = texts.iter().enumerate();
            return texts.filter(|(_, text)| text.is_some_and(holds)).map(|(row, _)| row).collect();
        }
        if let Ok(numbers) = column.i64() {
            let mut text = String::new();
            let mut holds = |number: i64| {
                text.clear();
                write!(text, "{number}").is_ok() && holds(&text)
            };
            let numbers = numbers.iter().enumerate();
            return numbers.filter(|(_, number)| number.is_some_and(&mut holds)).map(|(row, _)| row).collect();
        }
        let texts = cell::texts(column, usize::MAX);
        let texts = texts.iter().enumerate();
        texts.filter(|(_, text)| text.as_deref().is_some_and(holds)).map(|(row, _)| row).collect()
    }
}

/// Whether canonical texts of a type can hold a needle at all: most needles are words, and columns of figures
/// need not be written out for them.
fn may_hold(dtype: &DataType, needle: &str) -> bool {
    let run = needle.split(|char: char| !char.is_ascii_digit()).map(str::len).max().unwrap_or(0);
    let is_made_of = |chars: &str| needle.chars().all(|char| char.is_ascii_digit() || chars.contains(char));
    match dtype {
        DataType::Boolean => "true".contains(needle) || "false".contains(needle),
        dtype if dtype.is_integer() => is_made_of("-"),
        DataType::Float32 | DataType::Float64 => {
            is_made_of(".-")
                || run > 0 && is_made_of(".-e")
                || ["nan", "-infinity"].iter().any(|word| word.contains(needle))
        }
        // No date has more digits on end than its year, no time more than the parts of its second.
        DataType::Date => run <= 4 && is_made_of("-"),
        DataType::Datetime(..) | DataType::Time => run <= 9 && is_made_of("-:.tz+"),
        _ => true,
    }
}

/// Whether a text holds a needle of lower case, in any case.
fn contains(text: &str, needle: &str) -> bool {
    if !text.is_ascii() {
        return text.to_lowercase().contains(needle);
    }
    let (text, needle) = (text.as_bytes(), needle.as_bytes());
    needle.len() <= text.len() && text.windows(needle.len()).any(|piece| piece.eq_ignore_ascii_case(needle))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table_text;

    const TEXT: &str = "name:text | rent:number | day:date\n\
        Élodie | 712.5 | 2024-01-02\n\
        Ada | 480.0 | ∅\n\
        ∅ | 71.0 | 2024-07-12\n\
        adam | 650.0 | 2023-02-07";

    fn found(needles: &[&str], columns: &[&str], from: Option<(u64, u32)>, backwards: bool) -> Option<(u64, u32)> {
        let table = table_text::read(TEXT, Some("t")).unwrap();
        let own = |list: &[&str]| list.iter().map(ToString::to_string).collect();
        let search = Search { needles: own(needles), columns: own(columns), from, backwards };
        let mut finding = Finding::start(&table, &search).unwrap();
        loop {
            if let Looked::Found(found) = finding.advance(&table).unwrap() {
                return found;
            }
        }
    }

    #[test]
    fn the_next_cell_is_found_both_ways_and_around_the_end() {
        let all = ["name", "rent", "day"];
        for (needles, columns, from, backwards, expected) in [
            (&["ADA"][..], &all[..], None, false, Some((1, 0))),
            (&["ada"], &all, Some((1, 0)), false, Some((3, 0))),
            (&["ada"], &all, Some((3, 0)), false, Some((1, 0))),
            (&["ada"], &all, Some((1, 0)), true, Some((3, 0))),
            (&["ada"], &all, Some((3, 1)), true, Some((3, 0))),
            (&["élo"], &all, Some((0, 0)), false, Some((0, 0))),
            (&["71"], &all, None, false, Some((0, 1))),
            (&["71"], &all, Some((0, 1)), false, Some((2, 1))),
            (&["07"], &["day", "name"], None, false, Some((2, 0))),
            (&["07"], &["name", "day"], Some((2, 1)), false, Some((3, 1))),
            (&["712,5", "712.5"], &all, None, false, Some((0, 1))),
            (&["2024-0"], &all, None, false, Some((0, 2))),
            (&["20240"], &all, None, false, None),
            (&["nothing"], &all, Some((2, 2)), true, None),
            (&[""], &all, None, false, None),
            (&["ada"], &[], None, false, None),
        ] {
            assert_eq!(found(needles, columns, from, backwards), expected, "{needles:?} from {from:?} {backwards}");
        }
    }

    #[test]
    fn a_long_table_is_walked_in_pieces() {
        let rows = 1_000_000_i64;
        let frame = DataFrame::new(vec![Column::new("n".into(), (0..rows).collect::<Vec<_>>())]).unwrap();
        let table = Table::unordered(frame);
        for (needle, from, backwards, expected) in [
            ("999999", None, false, Some((999_999, 0))),
            ("999999", Some((999_999, 0)), false, Some((999_999, 0))),
            ("123456", Some((123_457, 0)), true, Some((123_456, 0))),
            ("123456", Some((123_456, 0)), true, Some((123_456, 0))),
            ("1000000", Some((5, 0)), true, None),
        ] {
            let search = Search { needles: vec![needle.to_owned()], columns: vec!["n".to_owned()], from, backwards };
            let mut finding = Finding::start(&table, &search).unwrap();
            let mut last = 0;
            let found = loop {
                match finding.advance(&table).unwrap() {
                    Looked::Found(found) => break found,
                    Looked::Working(done, total) => {
                        assert!(done >= last && total == rows as u64);
                        last = done;
                    }
                }
            };
            assert_eq!(found, expected, "{needle} {backwards}");
        }
    }
}
