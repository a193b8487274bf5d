//! What kinds of dirt that change cells have in common.

use protocol::{Checked, Code, Diagnostic};

use super::Work;
use crate::chance::Stream;
use crate::column::Scope;
use crate::spec::DirtSpec;
use crate::value::{Cell, Row, Table, Type};

/// Types that are numbers to a reader.
pub(super) const NUMERIC: &[Type] = &[Type::Integer, Type::Number, Type::Decimal];
/// Types with a day.
pub(super) const DATED: &[Type] = &[Type::Date, Type::Datetime];
/// Texts.
pub(super) const TEXT: &[Type] = &[Type::Text];

/// Finds whether there are declared columns, all of these types.
pub(super) fn typed(scope: &Scope<'_>, declared: &DirtSpec, types: &[Type]) -> Checked<()> {
    some(declared)?;
    for (place, name) in declared.columns.iter().enumerate() {
        scope.typed(name, types).map_err(|error| error.at_field(format!("/columns/{place}")))?;
    }
    Ok(())
}

/// Finds whether there are declared columns.
pub(super) fn some(declared: &DirtSpec) -> Checked<()> {
    if declared.columns.is_empty() {
        return Err(Diagnostic::new(Code::ParamRequired).at_field("/columns"));
    }
    Ok(())
}

/// Dirties cells of each declared column by itself: rate or count are of its own eligible cells.
///
/// `change` gets the cell and an empty text to write to, and gives the new cell, which must differ: `fits` says of which
/// cells that can be said.
pub(super) fn change<F>(work: &mut Work<'_>, fits: impl Fn(Cell<'_>) -> bool, mut change: F)
where
    F: for<'t> FnMut(Cell<'_>, &mut Stream, &'t mut String) -> Cell<'t>,
{
    let mut text = String::new();
    for (column, name) in named(work) {
        let rows = work.eligible(column, &fits);
        let chosen = work.choose_for(&rows, &format!("rows {name}"));
        let mut stream = work.stream(&format!("change {name}"));
        for row in chosen {
            text.clear();
            let cell = change(work.table().cell(column, row), &mut stream, &mut text);
            work.set(column, row, cell);
        }
    }
}

/// As [`change`] for texts: `change` writes the new text.
pub(super) fn change_texts(
    work: &mut Work<'_>,
    fits: impl Fn(&str) -> bool,
    mut write: impl FnMut(&str, &mut Stream, &mut String),
) {
    let fits = |cell: Cell<'_>| matches!(cell, Cell::Text(text) if fits(text));
    change(work, fits, |cell, stream, new| {
        if let Cell::Text(text) = cell {
            write(text, stream, new);
        }
        Cell::Text(new)
    });
}

/// The declared columns with their names.
pub(super) fn named(work: &Work<'_>) -> Vec<(usize, String)> {
    let columns = work.columns();
    columns.into_iter().map(|place| (place, work.table().columns()[place].name.clone())).collect()
}

/// A cell that is kept apart from its column.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kept {
    /// A value that is no text.
    Plain(Cell<'static>),
    /// A text.
    Text(String),
    /// What files show instead of a value.
    Written(String),
}

impl Kept {
    /// Keeps a cell.
    pub(super) fn of(cell: Cell<'_>) -> Self {
        match cell {
            Cell::Text(text) => Self::Text(text.to_owned()),
            Cell::Written(text) => Self::Written(text.to_owned()),
            Cell::Null => Self::Plain(Cell::Null),
            Cell::Boolean(value) => Self::Plain(Cell::Boolean(value)),
            Cell::Integer(value) => Self::Plain(Cell::Integer(value)),
            Cell::Number(value) => Self::Plain(Cell::Number(value)),
            Cell::Decimal(units, scale) => Self::Plain(Cell::Decimal(units, scale)),
            Cell::Date(days) => Self::Plain(Cell::Date(days)),
            Cell::Datetime(millis) => Self::Plain(Cell::Datetime(millis)),
        }
    }

    /// The cell.
    pub(super) fn cell(&self) -> Cell<'_> {
        match self {
            Self::Plain(cell) => *cell,
            Self::Text(text) => Cell::Text(text),
            Self::Written(text) => Cell::Written(text),
        }
    }
}

/// The value of another clean row that differs, if one is found in a few tries.
pub(super) fn other(table: &Table, column: usize, row: Row, stream: &mut Stream) -> Option<Kept> {
    let cell = table.cell(column, row);
    let mut draws = (0..20).map(|_| table.cell(column, stream.below(u64::from(table.clean_rows())) as Row));
    draws.find(|other| !other.is_null() && *other != cell).map(Kept::of)
}

/// Writes the text with its last digits drawn anew.
pub(super) fn redraw(text: &str, last: usize, stream: &mut Stream, out: &mut String) {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let mut place = 0;
    for char in text.chars() {
        let digit = char.is_ascii_digit();
        place += usize::from(digit);
        let anew = digit && place + last > digits;
        out.push(if anew { char::from(b'0' + stream.below(10) as u8) } else { char });
    }
}
