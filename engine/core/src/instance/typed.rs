//! A file of typed columns: what was generated, as a frame and as Parquet.

use generate::render::{Typed, View};
use polars::prelude::*;
use protocol::source::ExportFormat;
use protocol::{Checked, Code, Diagnostic};

use crate::frame;
use crate::source::writer;
use crate::table::Table;

/// The bytes of a Parquet file.
///
/// # Errors
/// Those of the writer.
pub fn parquet(view: &View<'_>) -> Checked<Vec<u8>> {
    let missing = || Diagnostic::new(Code::EngineInternal).with("detail", "type");
    let columns = view.columns().iter().enumerate();
    let columns = columns.map(|(place, shown)| column(shown.name, view.typed(place).ok_or_else(missing)?));
    let frame = DataFrame::new(columns.collect::<Checked<_>>()?).map_err(|error| frame::fault(&error))?;
    writer::write(&Table::unordered(frame), &ExportFormat::Parquet)
}

fn column(name: &str, values: Typed<'_>) -> Checked<Column> {
    let name: PlSmallStr = name.into();
    let series = match values {
        Typed::Boolean(values) => Series::new(name, values),
        Typed::Integer(values) => Series::new(name, values),
        Typed::Number(values) => Series::new(name, values),
        Typed::Decimal(values, scale) => {
            let factor = (0..scale).fold(1.0, |factor, _| factor * 10.0);
            Series::new(
                name,
                values.into_iter().map(|units| units.map(|units| units as f64 / factor)).collect::<Vec<_>>(),
            )
        }
        Typed::Text(values) => Series::new(name, values),
        Typed::Date(values) => cast(Series::new(name, values), &DataType::Date)?,
        Typed::Datetime(values) => cast(Series::new(name, values), &DataType::Datetime(TimeUnit::Milliseconds, None))?,
    };
    Ok(series.into_column())
}

fn cast(series: Series, to: &DataType) -> Checked<Series> {
    series.cast(to).map_err(|error| frame::fault(&error))
}
