//! Computations along an order, within groups: rows are arranged group after group, kernels work on places
//! of that arrangement, and results come back in the order of the table's rows.
//!
//! Boundary: arranging goes through the doorway; [`measures`] folds cells of a stretch of places, [`ranks`]
//! counts places, and both know nothing of operations. A *place* is a position in the arrangement.

pub mod measures;
pub mod ranks;

use std::ops::Range;

use polars::prelude::*;
use protocol::Checked;

use crate::frame::{self, SortKey};
use crate::table::Table;

/// The rows of a table, arranged.
pub struct Ordered {
    rows: Vec<IdxSize>,
    groups: Vec<Range<usize>>,
    peer: Vec<bool>,
}

impl Ordered {
    /// Arranges rows by groups, in the order of each group's first row, and by keys within a group. Rows equal
    /// on all keys keep the order of the table; without keys that order is taken.
    ///
    /// # Errors
    /// Of the doorway, for columns that cannot be compared.
    pub fn of(table: &Table, groups: &[String], keys: &[SortKey]) -> Checked<Self> {
        const GROUP: &str = "\u{1e}group";
        let numbers = frame::groups(&table.frame, groups)?;
        let grouped = table.frame.hstack(&[Column::new(GROUP.into(), &numbers.of_row)]);
        let grouped = grouped.map_err(|error| frame::fault(&error))?;
        let by_group = SortKey { by: col(GROUP), descending: false, nulls_last: false };
        let all: Vec<SortKey> = [by_group].into_iter().chain(keys.iter().cloned()).collect();
        let rows = frame::order(&grouped, &all)?;
        let sizes = numbers.sizes();
        let mut ranges = Vec::with_capacity(sizes.len());
        let mut start = 0;
        for size in sizes {
            ranges.push(start..start + size as usize);
            start += size as usize;
        }
        let peer = peers(table, &rows, &ranges, keys)?;
        Ok(Self { rows, groups: ranges, peer })
    }

    /// Places of each group, in order.
    pub fn groups(&self) -> &[Range<usize>] {
        &self.groups
    }

    /// The row at each place.
    pub fn rows(&self) -> &[IdxSize] {
        &self.rows
    }

    /// Whether the row at a place is equal on all keys to the one before it in its group. Without keys all rows
    /// of a group are.
    pub fn is_peer(&self, place: usize) -> bool {
        self.peer[place]
    }

    /// Cells of a column, place after place.
    ///
    /// # Errors
    /// None that input can cause.
    pub fn arrange(&self, column: &Column) -> Checked<Series> {
        let made = column.take_slice(&self.rows).map_err(|error| frame::fault(&error))?;
        Ok(made.as_materialized_series().rechunk())
    }

    /// A column of the table from what was computed place after place.
    ///
    /// # Errors
    /// None that input can cause.
    pub fn restore(&self, name: &str, made: &Series) -> Checked<Column> {
        let mut place_of = vec![0; self.rows.len()];
        self.rows.iter().enumerate().for_each(|(place, row)| place_of[*row as usize] = place as IdxSize);
        let column = made.take_slice(&place_of).map_err(|error| frame::fault(&error))?;
        Ok(column.with_name(name.into()).into_column())
    }

    /// For each place, the one so many after it in its group (before it, if negative); `None` beyond the group.
    pub fn neighbours(&self, offset: i64) -> impl Iterator<Item = Option<usize>> {
        self.groups.iter().flat_map(move |group| {
            group.clone().map(move |place| {
                let other = usize::try_from(i64::try_from(place).ok()?.checked_add(offset)?).ok()?;
                group.contains(&other).then_some(other)
            })
        })
    }

    /// Cells of a column at other places; null where there is none.
    ///
    /// # Errors
    /// None that input can cause.
    pub fn pick(&self, column: &Column, places: impl Iterator<Item = Option<usize>>) -> Checked<Series> {
        let rows: IdxCa = places.map(|place| place.map(|place| self.rows[place])).collect();
        let made = column.take(&rows).map_err(|error| frame::fault(&error))?;
        Ok(made.as_materialized_series().clone())
    }
}

fn peers(table: &Table, rows: &[IdxSize], groups: &[Range<usize>], keys: &[SortKey]) -> Checked<Vec<bool>> {
    let mut peer = vec![true; rows.len()];
    if !keys.is_empty() {
        let columns: Vec<Expr> =
            keys.iter().enumerate().map(|(index, key)| key.by.clone().alias(format!("{index}"))).collect();
        let values = frame::collect(table.frame.clone().lazy().select(columns))?;
        let names: Vec<String> = values.get_column_names_str().into_iter().map(str::to_owned).collect();
        let value_of = frame::groups(&values, &names)?.of_row;
        for place in 1..rows.len() {
            peer[place] = value_of[rows[place] as usize] == value_of[rows[place - 1] as usize];
        }
    }
    groups.iter().for_each(|places| peer[places.start] = false);
    Ok(peer)
}

/// Dense number of each cell in the order of a column's values, equal for equal cells; `None` for null.
///
/// # Errors
/// Of the doorway, for a column that cannot be compared.
pub fn value_order(table: &Table, column: &str) -> Checked<Vec<Option<u32>>> {
    let key = SortKey { by: col(column), descending: false, nulls_last: true };
    let ordered = Ordered::of(table, &[], &[key])?;
    let known = table.column(column)?.as_materialized_series().is_not_null();
    let mut number = 0;
    let mut made = vec![None; ordered.rows.len()];
    for (place, row) in ordered.rows.iter().enumerate() {
        number += u32::from(!ordered.is_peer(place));
        made[*row as usize] = known.get(*row as usize).filter(|known| *known).map(|_| number);
    }
    Ok(made)
}

#[cfg(test)]
mod tests;
