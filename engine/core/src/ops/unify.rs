//! One type for columns that come together under one name.

use polars::prelude::*;
use protocol::Checked;
use protocol::table::ColumnType;

use crate::cell;
use crate::frame;
use crate::table::{Table, column_type, is_provenance};

/// The type that holds all values of these types without a change of their meaning: the type itself where there
/// is one, integers beside numbers widen to numbers; `None` where only text holds them all.
pub fn common<'a>(types: impl IntoIterator<Item = &'a DataType>) -> Option<DataType> {
    let mut made: Option<DataType> = None;
    for next in types.into_iter().filter(|dtype| **dtype != DataType::Null) {
        made = Some(match made {
            None => next.clone(),
            Some(known) => wider(&known, next)?,
        });
    }
    Some(made.unwrap_or(DataType::String))
}

fn wider(one: &DataType, two: &DataType) -> Option<DataType> {
    use ColumnType::*;
    if one == two {
        return Some(one.clone());
    }
    match (column_type(one), column_type(two)) {
        (Integer, Integer) if [one, two].iter().all(|dtype| !matches!(dtype, DataType::UInt64 | DataType::Int128)) => {
            Some(DataType::Int64)
        }
        (Integer | Number | Decimal, Integer | Number | Decimal) => Some(DataType::Float64),
        (Text, Text) => Some(DataType::String),
        (Datetime, Datetime) => Some(DataType::Datetime(TimeUnit::Microseconds, None)),
        (Duration, Duration) => Some(DataType::Duration(TimeUnit::Microseconds)),
        _ => None,
    }
}

/// A column in a type of [`common`], or as canonical text.
///
/// # Errors
/// None that input can cause.
pub fn converted(column: &Column, to: &DataType) -> Checked<Column> {
    if column.dtype() == to {
        return Ok(column.clone());
    }
    if *to == DataType::String {
        let texts = cell::texts(column, usize::MAX).into_iter();
        return Ok(StringChunked::from_iter_options(column.name().clone(), texts).into_column());
    }
    column.cast(to).map_err(|error| frame::fault(&error))
}

/// Columns in the order that a table wants: visible ones first, hidden ones last, each part in its own order.
///
/// # Errors
/// None that input can cause.
pub fn hidden_last(columns: Vec<Column>) -> Checked<DataFrame> {
    let (hidden, mut all): (Vec<Column>, Vec<Column>) =
        columns.into_iter().partition(|column| is_provenance(column.name()));
    all.extend(hidden);
    DataFrame::new(all).map_err(|error| frame::fault(&error))
}

/// Which group each row of two tables belongs to, the groups numbered over both; `None` where a key is null and
/// nulls are equal to nothing.
pub struct SharedGroups {
    /// Of each row of the left table.
    pub left: Vec<Option<IdxSize>>,
    /// Of each row of the right table.
    pub right: Vec<Option<IdxSize>>,
}

/// Numbers the groups of two tables by pairs of keys. Keys of types without a common one are compared as text.
///
/// # Errors
/// Of the doorway, for keys that cannot be compared.
pub fn shared_groups(
    left: &Table,
    right: &Table,
    pairs: &[(&str, &str)],
    nulls_are_equal: bool,
) -> Checked<SharedGroups> {
    let rows = left.height() + right.height();
    let mut columns = Vec::with_capacity(pairs.len());
    let mut known = vec![true; rows];
    for (index, (left_name, right_name)) in pairs.iter().enumerate() {
        let (one, two) = (left.column(left_name)?, right.column(right_name)?);
        let to = common([one.dtype(), two.dtype()]).unwrap_or(DataType::String);
        let mut both = converted(one, &to)?.as_materialized_series().clone();
        let two = converted(two, &to)?;
        both.append(two.as_materialized_series()).map_err(|error| frame::fault(&error))?;
        for (row, is_null) in both.is_null().iter().enumerate() {
            known[row] &= nulls_are_equal || is_null == Some(false);
        }
        columns.push(both.with_name(format!("{index}").into()).into_column());
    }
    let of_row = if columns.is_empty() {
        vec![0; rows]
    } else {
        let names: Vec<String> = columns.iter().map(|column| column.name().to_string()).collect();
        let both = DataFrame::new(columns).map_err(|error| frame::fault(&error))?;
        frame::groups(&both, &names)?.of_row
    };
    let mut numbers = of_row.into_iter().zip(known).map(|(number, known)| known.then_some(number));
    let left = numbers.by_ref().take(left.height()).collect();
    Ok(SharedGroups { left, right: numbers.collect() })
}
