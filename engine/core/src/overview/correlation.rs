//! Pearson's r and Spearman's ρ between numeric columns, each over the rows where both have a finite value.
//!
//! Spearman's ρ is Pearson's r of average ranks (Kendall, Rank Correlation Methods, 1970, chapter 3), ranked among
//! the rows of the pair, as scipy and pandas do.

use polars::prelude::*;
use protocol::overview::Correlations;
use protocol::table::ColumnType;

use crate::table::Table;

/// Columns that are compared at most.
const MAX_COLUMNS: usize = 16;
/// Rows that are read at most: of longer tables, evenly spaced ones.
const MAX_ROWS: usize = 200_000;

/// A column as numbers, NaN where there is none, and its rows in the order of the numbers.
struct Measure {
    numbers: Vec<f64>,
    order: Vec<u32>,
}

/// The coefficients of the numeric columns of a table.
pub fn correlations(table: &Table) -> Correlations {
    let is_numeric = |kind| matches!(kind, ColumnType::Integer | ColumnType::Number | ColumnType::Decimal);
    let numeric: Vec<String> =
        table.columns().into_iter().filter(|column| is_numeric(column.kind)).map(|column| column.name).collect();
    let step = table.height().div_ceil(MAX_ROWS).max(1);
    let measured = numeric.iter().take(MAX_COLUMNS);
    let (columns, measures): (Vec<String>, Vec<Measure>) =
        measured.filter_map(|name| Some((name.clone(), Measure::of(table.frame.column(name).ok()?, step)?))).unzip();
    let size = measures.len();
    let mut made = Correlations {
        columns_left: numeric.len().saturating_sub(MAX_COLUMNS) as u64,
        columns,
        rows: table.height().div_ceil(step) as u64,
        pearson: vec![vec![None; size]; size],
        spearman: vec![vec![None; size]; size],
    };
    for left in 0..size {
        for right in left..size {
            let (one, two) = (&measures[left], &measures[right]);
            let linear = pearson(&one.beside(two), &two.beside(one));
            let ranked = pearson(&one.ranks_beside(two), &two.ranks_beside(one));
            (made.pearson[left][right], made.pearson[right][left]) = (linear, linear);
            (made.spearman[left][right], made.spearman[right][left]) = (ranked, ranked);
        }
    }
    made
}

impl Measure {
    fn of(column: &Column, step: usize) -> Option<Self> {
        let numbers = column.as_materialized_series().cast(&DataType::Float64).ok()?;
        let finite = |number: Option<f64>| number.filter(|number| number.is_finite()).unwrap_or(f64::NAN);
        let numbers: Vec<f64> = numbers.f64().ok()?.iter().step_by(step).map(finite).collect();
        let mut order: Vec<u32> = (0..numbers.len() as u32).filter(|row| !numbers[*row as usize].is_nan()).collect();
        order.sort_by(|one, two| numbers[*one as usize].total_cmp(&numbers[*two as usize]));
        Some(Self { numbers, order })
    }

    /// The numbers of the rows where another has one too, in the order of the rows.
    fn beside(&self, other: &Self) -> Vec<f64> {
        let pairs = self.numbers.iter().zip(&other.numbers);
        pairs.filter(|(one, two)| !one.is_nan() && !two.is_nan()).map(|(one, _)| *one).collect()
    }

    /// Their average ranks among those rows, in the order of the rows.
    fn ranks_beside(&self, other: &Self) -> Vec<f64> {
        let mut ranks = vec![f64::NAN; self.numbers.len()];
        let rows: Vec<usize> =
            self.order.iter().map(|row| *row as usize).filter(|row| !other.numbers[*row].is_nan()).collect();
        let mut first = 0;
        for ties in rows.chunk_by(|one, two| self.numbers[*one] == self.numbers[*two]) {
            let rank = first as f64 + (ties.len() as f64 + 1.0) / 2.0;
            ties.iter().for_each(|row| ranks[*row] = rank);
            first += ties.len();
        }
        ranks.retain(|rank| !rank.is_nan());
        ranks
    }
}

/// Pearson's r; `None` for fewer than two rows or where one side does not vary.
fn pearson(left: &[f64], right: &[f64]) -> Option<f64> {
    let count = left.len() as f64;
    if left.len() < 2 {
        return None;
    }
    let mean = |numbers: &[f64]| numbers.iter().sum::<f64>() / count;
    let (of_left, of_right) = (mean(left), mean(right));
    let (mut both, mut lefts, mut rights) = (0.0, 0.0, 0.0);
    for (one, two) in left.iter().zip(right) {
        let (one, two) = (one - of_left, two - of_right);
        both += one * two;
        lefts += one * one;
        rights += two * two;
    }
    // Rounding may leave the last digit outside of the bounds.
    let made = both / (libm::sqrt(lefts) * libm::sqrt(rights));
    made.is_finite().then(|| made.clamp(-1.0, 1.0))
}
