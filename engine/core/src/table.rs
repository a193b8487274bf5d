//! A table: a frame, whether its order counts, and where each row came from.
//!
//! Provenance travels as hidden `UInt32` columns, one for each source, named [`PROVENANCE`] + the name of
//! the table that the import made; a cell is the one-based record number in that source, null where the
//! row has none (the outer side of a join).

use polars::prelude::*;
use protocol::table::{ColumnInfo, ColumnType, TableInfo};
use protocol::{Checked, Code, Diagnostic, TableRef};

/// First character of a hidden provenance column: no reader lets it through in a header.
pub const PROVENANCE: char = '\u{1f}';

/// One immutable version of a table. Cloning is cheap: columns are shared.
#[derive(Debug, Clone)]
pub struct Table {
    /// Visible columns first, hidden provenance columns last.
    pub frame: DataFrame,
    /// Whether the step that made it declared an order of rows.
    pub ordered: bool,
}

impl Table {
    /// A table without a declared order.
    pub fn unordered(frame: DataFrame) -> Self {
        Self { frame, ordered: false }
    }

    /// Number of rows.
    pub fn height(&self) -> usize {
        self.frame.height()
    }

    /// Names of the visible columns, in order.
    pub fn visible_names(&self) -> Vec<String> {
        self.frame.get_column_names_str().into_iter().filter(|name| !is_provenance(name)).map(str::to_owned).collect()
    }

    /// Names of the hidden provenance columns.
    pub fn provenance_names(&self) -> Vec<String> {
        self.frame.get_column_names_str().into_iter().filter(|name| is_provenance(name)).map(str::to_owned).collect()
    }

    /// Name and type of the visible columns.
    pub fn columns(&self) -> Vec<ColumnInfo> {
        self.frame
            .get_columns()
            .iter()
            .filter(|column| !is_provenance(column.name()))
            .map(|column| ColumnInfo { name: column.name().to_string(), kind: column_type(column.dtype()) })
            .collect()
    }

    /// A visible column.
    ///
    /// # Errors
    /// `column-unknown`, with the columns there are.
    pub fn column(&self, name: &str) -> Checked<&Column> {
        if is_provenance(name) {
            return Err(self.unknown(name));
        }
        self.frame.column(name).map_err(|_| self.unknown(name))
    }

    fn unknown(&self, name: &str) -> Box<Diagnostic> {
        Diagnostic::new(Code::ColumnUnknown).with("column", name).with("candidates", self.visible_names())
    }

    /// Shape under a name, for the page.
    pub fn info(&self, table: &TableRef) -> TableInfo {
        TableInfo {
            table: table.clone(),
            rows: self.height() as u64,
            columns: self.columns(),
            ordered: self.ordered,
            bytes: self.frame.estimated_size() as u64,
        }
    }
}

/// Whether a column is hidden provenance.
pub fn is_provenance(name: &str) -> bool {
    name.starts_with(PROVENANCE)
}

/// Name of the hidden column for a source.
pub fn provenance_name(source: &str) -> String {
    format!("{PROVENANCE}{source}")
}

/// The page's word for a Polars type.
pub fn column_type(dtype: &DataType) -> ColumnType {
    match dtype {
        DataType::Boolean => ColumnType::Boolean,
        dtype if dtype.is_integer() => ColumnType::Integer,
        DataType::Float32 | DataType::Float64 => ColumnType::Number,
        DataType::Decimal(..) => ColumnType::Decimal,
        DataType::String | DataType::Categorical(..) | DataType::Enum(..) => ColumnType::Text,
        DataType::Date => ColumnType::Date,
        DataType::Datetime(..) => ColumnType::Datetime,
        DataType::Time => ColumnType::Time,
        DataType::Duration(..) => ColumnType::Duration,
        _ => ColumnType::Other,
    }
}

/// The Polars type that a page's word stands for; `None` for types that only files bring.
pub fn polars_type(kind: ColumnType) -> Option<DataType> {
    Some(match kind {
        ColumnType::Boolean => DataType::Boolean,
        ColumnType::Integer => DataType::Int64,
        ColumnType::Number => DataType::Float64,
        ColumnType::Text => DataType::String,
        ColumnType::Date => DataType::Date,
        ColumnType::Datetime => DataType::Datetime(TimeUnit::Microseconds, None),
        ColumnType::Time => DataType::Time,
        ColumnType::Duration => DataType::Duration(TimeUnit::Microseconds),
        ColumnType::Decimal | ColumnType::Other => return None,
    })
}
