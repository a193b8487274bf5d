//! Rows of texts that grow into a table of typed columns.
//!
//! Cells come as texts and are read batch by batch. A cell that is not of its column's type is null in the
//! table and a row in the rejects; a blank cell is null, but for texts. Columns may turn up late: earlier rows
//! have nulls there.

use polars::prelude::*;
use polars_arrow::array::{MutableBinaryViewArray, Utf8ViewArray};
use protocol::{Checked, Code, Diagnostic};

use super::Imported;
use super::cell::{Format, boolean};
use super::csv::MAX_COLUMNS;
use super::csv::options::CsvType;
use super::moment;
use super::rejects::{MAX_VALUE_CHARS, Reject, Rejects};
use crate::frame;
use crate::table::{Table, polars_type, provenance_name};
use crate::table_text::type_name;

/// A growing table.
pub struct Rows {
    names: Vec<String>,
    types: Vec<CsvType>,
    format: Format,
    /// Cells that are not read yet, by column.
    pending: Vec<MutableBinaryViewArray<str>>,
    /// Record and line of the rows that are not read yet.
    places: Vec<(u32, u64)>,
    /// Records that were put aside since the last batch.
    aside: Vec<Aside>,
    frame: DataFrame,
    records: Vec<u32>,
    rejects: Rejects,
    record: u32,
    line: u64,
}

struct Aside {
    record: u32,
    line: u64,
    column: Option<usize>,
    code: Code,
    value: String,
    expected: Option<String>,
}

impl Rows {
    /// A table with these columns and no rows.
    pub fn new(columns: Vec<(String, CsvType)>, format: Format) -> Self {
        let (names, types): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
        Self {
            pending: names.iter().map(|_| MutableBinaryViewArray::new()).collect(),
            names,
            types,
            format,
            places: Vec::new(),
            aside: Vec::new(),
            frame: DataFrame::empty(),
            records: Vec::new(),
            rejects: Rejects::default(),
            record: 0,
            line: 0,
        }
    }

    /// Names of the columns so far.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Number of records so far, read or put aside.
    pub fn records(&self) -> u32 {
        self.record
    }

    /// Adds a column that was not known before.
    ///
    /// # Errors
    /// `csv-too-many-columns`.
    pub fn add_column(&mut self, name: &str, kind: CsvType) -> Checked<()> {
        if self.names.len() >= MAX_COLUMNS {
            return Err(Diagnostic::new(Code::CsvTooManyColumns)
                .with("limit", MAX_COLUMNS)
                .with("found", self.names.len() + 1));
        }
        self.names.push(name.to_owned());
        self.types.push(kind);
        let mut cells = MutableBinaryViewArray::new();
        cells.extend_null(self.places.len());
        self.pending.push(cells);
        Ok(())
    }

    /// Changes the type of a column, before the first row.
    pub fn set_kind(&mut self, column: usize, kind: CsvType) {
        if let Some(old) = self.types.get_mut(column) {
            *old = kind;
        }
    }

    /// Begins a record at a one-based line.
    pub fn begin(&mut self, line: u64) {
        self.record += 1;
        self.line = line;
    }

    /// Adds a row of the record; columns that are not given are null.
    pub fn push<S: AsRef<str>>(&mut self, cells: &[Option<S>]) {
        self.places.push((self.record, self.line));
        for (index, column) in self.pending.iter_mut().enumerate() {
            match cells.get(index).and_then(Option::as_ref) {
                Some(text) => column.push_value(text.as_ref()),
                None => column.push_null(),
            }
        }
    }

    /// Puts the record aside as a whole.
    pub fn refuse(&mut self, code: Code, value: &str, expected: Option<String>) {
        let value = value.chars().take(MAX_VALUE_CHARS).collect();
        self.aside.push(Aside { record: self.record, line: self.line, column: None, code, value, expected });
    }

    /// Reads the cells of the batch.
    ///
    /// # Errors
    /// `result-too-large`, or an inconsistency of the engine.
    pub fn flush(&mut self) -> Checked<()> {
        let height = self.places.len();
        let mut columns = Vec::with_capacity(self.names.len());
        for (index, (name, kind)) in self.names.iter().zip(&self.types).enumerate() {
            let cells = std::mem::replace(&mut self.pending[index], MutableBinaryViewArray::new());
            let texts = StringChunked::with_chunk(name.as_str().into(), Utf8ViewArray::from(cells));
            let column = typed(&texts, *kind, &self.format).map_err(|error| frame::fault(&error))?;
            if column.null_count() > texts.null_count() {
                self.aside.extend(bad_cells(&texts, &column, index, *kind, &self.places));
            }
            columns.push(column);
        }
        let batch = DataFrame::new(columns).map_err(|error| frame::fault(&error))?;
        self.append(batch)?;
        self.records.extend(self.places.iter().map(|(record, _)| record));
        // The sort is stable: cells of one record stay in the order of the columns.
        self.aside.sort_by_key(|aside| aside.record);
        for aside in self.aside.drain(..) {
            self.rejects.push(Reject {
                line: aside.line,
                record: aside.record,
                column: aside.column.and_then(|column| self.names.get(column)).map(String::as_str),
                code: aside.code,
                value: &aside.value,
                expected: aside.expected.as_deref(),
            });
        }
        self.places.clear();
        if self.records.len() as u64 + height as u64 > frame::MAX_ROWS {
            let rows = self.records.len();
            return Err(Diagnostic::new(Code::ResultTooLarge).with("rows", rows).with("limit", frame::MAX_ROWS));
        }
        Ok(())
    }

    fn append(&mut self, batch: DataFrame) -> Checked<()> {
        let known = self.frame.width();
        // A frame without columns has no height of its own.
        let height = self.records.len();
        for column in &batch.get_columns()[known.min(batch.width())..] {
            let missing = Column::full_null(column.name().clone(), height, column.dtype());
            self.frame.with_column(missing).map_err(|error| frame::fault(&error))?;
        }
        if batch.height() > 0 {
            self.frame.vstack_mut(&batch).map_err(|error| frame::fault(&error))?;
        }
        Ok(())
    }

    /// The table and the rejects. `source_name` names the provenance.
    ///
    /// # Errors
    /// As [`Self::flush`].
    pub fn finish(mut self, source_name: &str, bytes_read: u64) -> Checked<Imported> {
        self.flush()?;
        self.frame.rechunk_mut();
        self.frame
            .with_column(Column::new(provenance_name(source_name).into(), self.records))
            .map_err(|error| frame::fault(&error))?;
        let rejects = self.rejects.finish(source_name)?;
        Ok(Imported { table: Table::unordered(self.frame), rejects, bytes_read })
    }
}

/// Texts as values of a type; null where they are not.
fn typed(texts: &StringChunked, kind: CsvType, format: &Format) -> PolarsResult<Column> {
    let name = texts.name().clone();
    let dtype = polars_type(kind.kind()).unwrap_or(DataType::String);
    let series = match kind {
        CsvType::Text => texts.clone().into_series(),
        CsvType::Boolean => texts.iter().map(|text| boolean(text?)).collect::<BooleanChunked>().into_series(),
        CsvType::Integer => texts.iter().map(|text| format.integer(text?)).collect::<Int64Chunked>().into_series(),
        CsvType::Number => texts.iter().map(|text| format.number(text?)).collect::<Float64Chunked>().into_series(),
        CsvType::Date => texts.iter().map(|text| format.date.date(text?)).collect::<Int32Chunked>().into_series(),
        CsvType::Datetime => {
            texts.iter().map(|text| format.date.datetime(text?)).collect::<Int64Chunked>().into_series()
        }
        CsvType::Time => texts.iter().map(|text| moment::time(text?)).collect::<Int64Chunked>().into_series(),
    };
    Ok(series.cast(&dtype)?.with_name(name).into_column())
}

/// The cells that are null although a text stood there.
fn bad_cells(texts: &StringChunked, column: &Column, index: usize, kind: CsvType, places: &[(u32, u64)]) -> Vec<Aside> {
    let is_null = column.is_null();
    let cells = texts.iter().zip(is_null.iter()).zip(places);
    cells
        .filter_map(|((text, is_null), (record, line))| {
            let text = text.filter(|text| is_null == Some(true) && !text.trim().is_empty())?;
            let value = text.chars().take(MAX_VALUE_CHARS).collect();
            let (code, expected) = (Code::RejectCellType, Some(type_name(kind.kind())));
            Some(Aside { record: *record, line: *line, column: Some(index), code, value, expected })
        })
        .collect()
}
