//! The place of each value among the different values of its column: what sorts, ties and extremes need to
//! know of values of any kind.

use polars::prelude::*;

use super::top;
use crate::groups;

/// The place of a null.
pub const NULL: u32 = u32::MAX;

/// The places of the values of a column, from 0, equal values at one place; `None` for a type without an
/// order.
///
/// # Errors
/// None that input can cause.
pub fn of(series: &Series) -> PolarsResult<Option<Vec<u32>>> {
    let series = series.rechunk();
    Ok(Some(match series.dtype() {
        DataType::Null => vec![NULL; series.len()],
        DataType::Boolean => series.bool()?.iter().map(|cell| cell.map_or(NULL, u32::from)).collect(),
        DataType::Float64 => dense(series.f64()?.iter().map(|cell| cell.map(top::of_float))),
        DataType::String => texts(&series)?,
        dtype if dtype.is_integer() || dtype.is_temporal() => {
            let physical = series.to_physical_repr().cast(&DataType::Int64)?;
            dense(physical.i64()?.iter().map(|cell| cell.map(top::of_integer)))
        }
        _ => return Ok(None),
    }))
}

/// Places of cells by their order.
pub fn dense(cells: impl Iterator<Item = Option<u64>>) -> Vec<u32> {
    let mut made = Vec::new();
    let mut there = Vec::new();
    for (row, cell) in cells.enumerate() {
        made.push(NULL);
        if let Some(cell) = cell {
            there.push((cell, row as u32));
        }
    }
    there.sort_unstable();
    let mut place = 0;
    let mut before = there.first().map(|first| first.0);
    for (cell, row) in there {
        if before != Some(cell) {
            place += 1;
            before = Some(cell);
        }
        made[row as usize] = place;
    }
    made
}

/// Texts repeat: only different ones are sorted, by their bytes.
fn texts(series: &Series) -> PolarsResult<Vec<u32>> {
    let Some(groups) = groups::by(&[series.clone().into_column()])? else { return Ok(vec![NULL; series.len()]) };
    let texts = series.str()?;
    let mut different: Vec<(&str, u32)> = groups
        .first
        .iter()
        .enumerate()
        .filter_map(|(group, row)| Some((texts.get(*row as usize)?, group as u32)))
        .collect();
    different.sort_unstable();
    let mut places = vec![NULL; groups.first.len()];
    for (place, (_, group)) in different.into_iter().enumerate() {
        places[group as usize] = place as u32;
    }
    Ok(groups.of_row.iter().map(|group| places[*group as usize]).collect())
}

/// Rows in the order of their keys, ties in the order they have; keys are below a bound.
pub fn stable(rows: &[u32], keys: &[u32], bound: usize) -> Vec<u32> {
    let mut starts = vec![0_u32; bound + 1];
    for row in rows {
        starts[keys[*row as usize] as usize + 1] += 1;
    }
    for index in 1..starts.len() {
        starts[index] += starts[index - 1];
    }
    let mut made = vec![0_u32; rows.len()];
    for row in rows {
        let place = &mut starts[keys[*row as usize] as usize];
        made[*place as usize] = *row;
        *place += 1;
    }
    made
}
