//! What a file shows of its table: which rows in which order, which columns under which names.

use super::{DateFormat, Moment, NumberFormat};
use crate::make::Generated;
use crate::shown;
use crate::spec::{DataSpec, Dialect, FileSpec};
use crate::value::{Cell, Column, Row, Table, Type};

/// A file's table, rows and columns.
pub struct View<'a> {
    file: &'a FileSpec,
    table: &'a Table,
    rows: Vec<Row>,
    columns: Vec<Shown<'a>>,
}

/// A column that a file shows.
pub struct Shown<'a> {
    /// Its name in the file.
    pub name: &'a str,
    /// The column.
    pub column: &'a Column,
    /// Its width, in files of fixed width.
    pub width: usize,
    date: Option<DateFormat>,
    datetime: Option<DateFormat>,
}

impl<'a> View<'a> {
    /// A file of a specification, of what was generated from it; none if there is no such file or table.
    pub fn new(spec: &'a DataSpec, generated: &'a Generated, file: usize) -> Option<Self> {
        let declared = spec.files.get(file)?;
        let table = shown::table(declared, generated)?;
        let rows = shown::rows(spec, generated, file);
        let columns = shown::columns(spec, generated, file);
        let columns = columns.into_iter().enumerate().map(|(nth, (place, name))| {
            let own = declared.columns.get(nth);
            let date = own.and_then(|own| own.date.as_deref());
            Shown {
                name,
                column: &table.columns()[place],
                width: own.and_then(|own| own.width).map_or(0, usize::from),
                date: DateFormat::parse(date.unwrap_or(&declared.dialect.date)),
                datetime: DateFormat::parse(date.unwrap_or(&declared.dialect.datetime)),
            }
        });
        Some(Self { file: declared, table, rows, columns: columns.collect() })
    }

    /// The file as it was declared.
    pub fn file(&self) -> &'a FileSpec {
        self.file
    }

    /// The table.
    pub fn table(&self) -> &'a Table {
        self.table
    }

    /// The row of each record: where a record's truth is looked up in the ledger.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The columns, in the order of the file.
    pub fn columns(&self) -> &[Shown<'a>] {
        &self.columns
    }
}

impl Shown<'_> {
    /// Writes a value as the dialect says, without quotes; nothing for null.
    #[inline]
    pub(super) fn write(&self, out: &mut String, cell: Cell<'_>, dialect: &Dialect) {
        let numbers = NumberFormat { decimal: dialect.decimal, thousands: &dialect.thousands };
        match cell {
            Cell::Null => {}
            Cell::Text(text) | Cell::Written(text) => out.push_str(text),
            Cell::Boolean(value) => out.push_str(if value { &dialect.yes } else { &dialect.no }),
            Cell::Date(_) | Cell::Datetime(_) => self.write_time(out, cell),
            Cell::Integer(_) | Cell::Number(_) | Cell::Decimal(..) => drop(numbers.write(out, cell)),
        }
    }

    /// Writes a date or a time.
    #[inline]
    pub(super) fn write_time(&self, out: &mut String, cell: Cell<'_>) {
        let (format, moment) = match cell {
            Cell::Date(days) => (&self.date, Moment::of_days(days)),
            Cell::Datetime(millis) => (&self.datetime, Moment::of_millis(millis)),
            _ => return,
        };
        if let Some(format) = format {
            format.write(out, moment);
        }
    }

    /// Whether values of this type stand at the right of their field.
    pub(super) fn is_number(&self) -> bool {
        matches!(self.column.kind(), Type::Integer | Type::Number | Type::Decimal)
    }
}
