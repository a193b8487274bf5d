//! The types of Parquet files as those of the engine.
//!
//! Integers widen to 64 bits (unsigned ones that do not fit stay as they are), floats to 64 bits, categories
//! become text, instants and durations are counted in microseconds (what is finer is cut). Exact decimals
//! stay. Lists, structures and bytes are kept as they are: shown, not computed with.

use polars::prelude::*;

/// A column under a name and in an engine type.
pub fn widen(column: Column, name: &str) -> Column {
    let series = column.take_materialized_series().with_name(name.into());
    let wider = match series.dtype() {
        DataType::Int64 => None,
        dtype if dtype.is_integer() => Some(DataType::Int64),
        DataType::Float32 => Some(DataType::Float64),
        DataType::Categorical(..) | DataType::Enum(..) | DataType::Null => Some(DataType::String),
        DataType::Datetime(unit, zone) if *unit != TimeUnit::Microseconds => {
            Some(DataType::Datetime(TimeUnit::Microseconds, zone.clone()))
        }
        DataType::Duration(unit) if *unit != TimeUnit::Microseconds => Some(DataType::Duration(TimeUnit::Microseconds)),
        _ => None,
    };
    let widened = wider.and_then(|wider| series.strict_cast(&wider).ok());
    widened.unwrap_or(series).into_column()
}

/// Gives the columns of two pieces of a file one type. They differ only where the integers of one of them do not fit
/// into the type of the engine and stayed as they were.
///
/// # Errors
/// A number of one type that the other does not hold.
pub fn alike(one: &mut DataFrame, two: &mut DataFrame) -> PolarsResult<()> {
    for place in 0..one.width().min(two.width()) {
        let types = [&*one, &*two].map(|frame| frame.get_columns()[place].dtype().clone());
        let Some(to) = types.iter().find(|dtype| **dtype != DataType::Int64).filter(|_| types[0] != types[1]) else {
            continue;
        };
        for frame in [&mut *one, &mut *two] {
            let column = frame.get_columns()[place].strict_cast(to)?;
            frame.replace_column(place, column)?;
        }
    }
    Ok(())
}
