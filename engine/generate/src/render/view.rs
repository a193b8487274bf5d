//! What a file shows of its table: which rows in which order, which columns under which names.

use super::{DateFormat, Moment, NumberFormat};
use crate::make::Generated;
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
        let bits = generated.files.get(file)?.as_ref();
        let file = spec.files.get(file)?;
        let table = generated.tables.iter().find(|table| table.name == file.table)?;
        let shown = |row: &Row| bits.is_none_or(|bits| bits.get(table.root(*row)));
        let rows = table.order().iter().copied().filter(shown).collect();
        let columns = columns(file, table);
        Some(Self { file, table, rows, columns })
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

fn columns<'a>(file: &'a FileSpec, table: &'a Table) -> Vec<Shown<'a>> {
    let dialect = &file.dialect;
    let shown = |column: &'a Column, name: Option<&'a str>, width: u16, date: Option<&str>| Shown {
        name: name.unwrap_or(&column.name),
        column,
        width: usize::from(width),
        date: DateFormat::parse(date.unwrap_or(&dialect.date)),
        datetime: DateFormat::parse(date.unwrap_or(&dialect.datetime)),
    };
    if file.columns.is_empty() {
        return table
            .columns()
            .iter()
            .filter(|column| !column.hidden)
            .map(|column| shown(column, None, 0, None))
            .collect();
    }
    let declared = file.columns.iter().filter_map(|declared| {
        let (_, column) = table.column(&declared.column)?;
        Some(shown(column, declared.name.as_deref(), declared.width.unwrap_or(0), declared.date.as_deref()))
    });
    declared.collect()
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
