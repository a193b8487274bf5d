//! Small changes of a copied row, declared one by one.

use std::collections::BTreeMap;

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::abbreviations::{self, Words};
use super::case_and_space::Noise;
use super::cells::{DATED, Kept, TEXT};
use super::date_formats::{formatted, moment, write};
use super::invalid_checksums::change_digit;
use super::slip::{Fingers, Layout, Slip};
use super::swapped_columns::swap;
use super::{Work, cells};
use crate::chance::Stream;
use crate::column::{Scope, in_range};
use crate::render::DateFormat;
use crate::value::{Cell, Row, Table};

/// A small change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "how", rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// A slip of the keyboard, in texts of at least three letters.
    Typo {
        /// The column.
        column: String,
        /// The keyboard.
        #[serde(default)]
        layout: Layout,
    },
    /// A word written short.
    Abbreviation {
        /// The column.
        column: String,
        /// Words and their short forms.
        words: BTreeMap<String, String>,
    },
    /// The first letter with a point, of texts of at least three letters.
    Initial {
        /// The column.
        column: String,
    },
    /// One digit changed.
    Digit {
        /// The column.
        column: String,
    },
    /// The last digits drawn anew: another telephone number.
    Digits {
        /// The column.
        column: String,
        /// How many, 1 to 20.
        last: u8,
    },
    /// No value.
    Missing {
        /// The column.
        column: String,
    },
    /// The date in another format.
    Date {
        /// The column.
        column: String,
        /// The format, in the letters of `strftime`.
        format: String,
    },
    /// Case, spaces or accents.
    Noise {
        /// The column.
        column: String,
        /// What is done.
        form: Noise,
    },
    /// The value of another row: a new address.
    Other {
        /// The column.
        column: String,
    },
    /// The values of two columns exchanged.
    Swap {
        /// The column.
        column: String,
        /// The other column.
        with: String,
    },
}

const SLIPS: [Slip; 4] = [Slip::Neighbour, Slip::Transposition, Slip::Omission, Slip::Doubling];

impl Change {
    /// Finds what is wrong with it.
    pub(super) fn check(&self, scope: &Scope<'_>) -> Checked<()> {
        let column = self.column();
        let typed = |types| scope.typed(column, types).map(|_| ()).map_err(|error| error.at_field("/column"));
        match self {
            Self::Typo { .. } | Self::Initial { .. } | Self::Digit { .. } | Self::Noise { .. } => typed(TEXT),
            Self::Abbreviation { words, .. } => typed(TEXT).and_then(|()| abbreviations::check(words)),
            Self::Digits { last, .. } => {
                typed(TEXT)?;
                in_range(f64::from(*last), 1.0, 20.0, "last")
            }
            Self::Date { format, .. } => {
                typed(DATED)?;
                formatted(format, "format").map(|_| ())
            }
            Self::Missing { .. } | Self::Other { .. } => {
                scope.column(column).map(|_| ()).map_err(|error| error.at_field("/column"))
            }
            Self::Swap { with, .. } => {
                let kind = scope.column(column).map_err(|error| error.at_field("/column"))?.kind;
                scope.typed(with, &[kind]).map(|_| ()).map_err(|error| error.at_field("/with"))
            }
        }
    }

    fn column(&self) -> &str {
        match self {
            Self::Typo { column, .. }
            | Self::Abbreviation { column, .. }
            | Self::Initial { column }
            | Self::Digit { column }
            | Self::Digits { column, .. }
            | Self::Missing { column }
            | Self::Date { column, .. }
            | Self::Noise { column, .. }
            | Self::Other { column }
            | Self::Swap { column, .. } => column,
        }
    }

    /// The change, ready for a table.
    pub(super) fn ready(&self, table: &Table) -> Option<Ready<'_>> {
        let place = |name: &str| table.column(name).map(|(place, _)| place);
        Some(Ready {
            change: self,
            place: place(self.column())?,
            with: if let Self::Swap { with, .. } = self { Some(place(with)?) } else { None },
            words: if let Self::Abbreviation { words, .. } = self { Some(Words::new(words)) } else { None },
            format: if let Self::Date { format, .. } = self { DateFormat::parse(format) } else { None },
        })
    }
}

/// A change with what it needs at every row.
pub(super) struct Ready<'a> {
    change: &'a Change,
    place: usize,
    with: Option<usize>,
    words: Option<Words>,
    format: Option<DateFormat>,
}

impl Ready<'_> {
    fn fingers(&self) -> Fingers<'static> {
        let layout = if let Change::Typo { layout, .. } = self.change { *layout } else { Layout::Azerty };
        Fingers { slips: &SLIPS, layout, first: false }
    }

    /// Whether it can change the row, which no dirt has touched there.
    pub(super) fn fits(&self, work: &Work<'_>, row: Row) -> bool {
        let table = work.table();
        let cell = table.cell(self.place, row);
        if cell.is_null() || work.is_touched(self.place, row) {
            return false;
        }
        match (self.change, cell) {
            (Change::Missing { .. }, _) => true,
            (Change::Other { .. }, _) => table.clean_rows() > 1,
            (Change::Date { .. }, cell) => moment(cell).is_some(),
            (Change::Swap { .. }, cell) => self.with.is_some_and(|with| {
                let other = table.cell(with, row);
                !other.is_null() && other != cell && !work.is_touched(with, row)
            }),
            (Change::Typo { .. }, Cell::Text(text)) => {
                text.chars().filter(|char| char.is_alphabetic()).count() > 2 && self.fingers().fits(text)
            }
            (Change::Abbreviation { .. }, Cell::Text(text)) => {
                self.words.as_ref().is_some_and(|words| words.fits(text))
            }
            (Change::Initial { .. }, Cell::Text(text)) => {
                text.starts_with(char::is_alphabetic) && text.chars().nth(2).is_some()
            }
            (Change::Digit { .. } | Change::Digits { .. }, Cell::Text(text)) => {
                text.contains(|char: char| char.is_ascii_digit())
            }
            (Change::Noise { form, .. }, Cell::Text(text)) => form.fits(text),
            _ => false,
        }
    }

    /// Changes a row that it fits; false if nothing else was drawn.
    pub(super) fn apply(&self, work: &mut Work<'_>, row: Row, stream: &mut Stream) -> bool {
        if let Some(with) = self.with {
            swap(work, self.place, with, row);
            return true;
        }
        let new = self.drawn(work.table(), row, stream);
        let changed = new.as_ref().is_some_and(|new| new.cell() != work.table().cell(self.place, row));
        if let Some(new) = new.filter(|_| changed) {
            work.set(self.place, row, new.cell());
        }
        changed
    }

    fn drawn(&self, table: &Table, row: Row, stream: &mut Stream) -> Option<Kept> {
        let cell = table.cell(self.place, row);
        let mut out = String::new();
        match (self.change, cell) {
            (Change::Missing { .. }, _) => return Some(Kept::Plain(Cell::Null)),
            (Change::Other { .. }, _) => return cells::other(table, self.place, row, stream),
            (Change::Date { .. }, cell) => return Some(Kept::Written(write(self.format.as_ref()?, moment(cell)?))),
            (Change::Typo { .. }, Cell::Text(text)) => self.fingers().write(text, 1, stream, &mut out),
            (Change::Abbreviation { .. }, Cell::Text(text)) => self.words.as_ref()?.write(text, Some(stream), &mut out),
            (Change::Initial { .. }, Cell::Text(text)) => {
                out.extend(text.chars().take(1));
                out.push('.');
            }
            (Change::Digit { .. }, Cell::Text(text)) => change_digit(text, 0, stream, &mut out),
            (Change::Digits { last, .. }, Cell::Text(text)) => {
                cells::redraw(text, usize::from(*last), stream, &mut out)
            }
            (Change::Noise { form, .. }, Cell::Text(text)) => form.write(text, stream, &mut out),
            _ => return None,
        }
        Some(Kept::Text(out))
    }
}
