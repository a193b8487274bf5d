//! Keys in the table of a form: where they lead, and what they do.

use crate::state::keys::Press;

/// Rows that a page of the table has.
const PAGE: usize = 10;

/// A cell by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cursor {
    /// Place of the row.
    pub row: usize,
    /// Place of the field.
    pub field: usize,
}

impl Cursor {
    /// The nearest cell of a table of so many rows and fields.
    pub fn within(self, rows: usize, fields: usize) -> Self {
        Self { row: self.row.min(rows.saturating_sub(1)), field: self.field.min(fields.saturating_sub(1)) }
    }
}

/// What a key asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// To another cell.
    Go(Cursor),
    /// Fill the cell in, beginning with a text or with what it holds.
    Edit(Option<String>),
    /// Empty the cell.
    Clear,
    /// Take the last edit back.
    Undo,
    /// Do it again.
    Redo,
    /// The row goes up.
    MoveUp,
    /// The row goes down.
    MoveDown,
    /// A new row below.
    Insert,
    /// The row goes.
    Remove,
}

/// What a key asks for in a cell of a table of so many rows and fields, outside an editor.
pub fn command(press: &Press<'_>, at: Cursor, rows: usize, fields: usize) -> Option<Command> {
    let (row, field) = (at.row, at.field);
    let go = |row: usize, field: usize| Some(Command::Go(Cursor { row, field }.within(rows, fields)));
    let last = (rows.saturating_sub(1), fields.saturating_sub(1));
    match (press.key, press.command, press.alt) {
        ("ArrowUp", false, true) => Some(Command::MoveUp),
        ("ArrowDown", false, true) => Some(Command::MoveDown),
        (_, _, true) => None,
        ("ArrowUp", false, _) => go(row.saturating_sub(1), field),
        ("ArrowDown", false, _) => go(row + 1, field),
        ("ArrowLeft", false, _) => go(row, field.saturating_sub(1)),
        ("ArrowRight", false, _) => go(row, field + 1),
        ("PageUp", false, _) => go(row.saturating_sub(PAGE), field),
        ("PageDown", false, _) => go(row + PAGE, field),
        ("Home", true, _) => go(0, 0),
        ("End", true, _) => go(last.0, last.1),
        ("Home", false, _) => go(row, 0),
        ("End", false, _) => go(row, last.1),
        ("Enter", true, _) => Some(Command::Insert),
        ("Delete", true, _) => Some(Command::Remove),
        ("Enter" | "F2" | " ", false, _) => Some(Command::Edit(None)),
        ("Delete" | "Backspace", false, _) => Some(Command::Clear),
        ("z" | "Z", true, _) if press.shift => Some(Command::Redo),
        ("z", true, _) => Some(Command::Undo),
        ("y", true, _) => Some(Command::Redo),
        (key, false, _) if key.chars().count() == 1 => Some(Command::Edit(Some(key.to_owned()))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_lead_through_the_table() {
        let at = Cursor { row: 1, field: 2 };
        let go = |row, field| Some(Command::Go(Cursor { row, field }));
        let plain = |key| Press { key, command: false, alt: false, shift: false, in_text: false };
        let with = |key| Press { command: true, ..plain(key) };
        for (press, asked) in [
            (plain("ArrowUp"), go(0, 2)),
            (plain("ArrowDown"), go(2, 2)),
            (plain("ArrowLeft"), go(1, 1)),
            (plain("ArrowRight"), go(1, 3)),
            (plain("PageDown"), go(2, 2)),
            (plain("PageUp"), go(0, 2)),
            (plain("Home"), go(1, 0)),
            (plain("End"), go(1, 4)),
            (with("Home"), go(0, 0)),
            (with("End"), go(2, 4)),
            (plain("Enter"), Some(Command::Edit(None))),
            (plain("F2"), Some(Command::Edit(None))),
            (plain(" "), Some(Command::Edit(None))),
            (plain("é"), Some(Command::Edit(Some("é".to_owned())))),
            (plain("?"), Some(Command::Edit(Some("?".to_owned())))),
            (plain("Delete"), Some(Command::Clear)),
            (with("Delete"), Some(Command::Remove)),
            (with("Enter"), Some(Command::Insert)),
            (with("z"), Some(Command::Undo)),
            (Press { shift: true, ..with("Z") }, Some(Command::Redo)),
            (with("y"), Some(Command::Redo)),
            (with("k"), None),
            (with("v"), None),
            (plain("Tab"), None),
            (plain("Escape"), None),
            (plain("F6"), None),
            (Press { alt: true, ..plain("ArrowUp") }, Some(Command::MoveUp)),
            (Press { alt: true, ..plain("ArrowDown") }, Some(Command::MoveDown)),
            (Press { alt: true, ..plain("a") }, None),
        ] {
            assert_eq!(command(&press, at, 3, 5), asked, "{press:?}");
        }
        assert_eq!(Cursor { row: 9, field: 9 }.within(0, 5), Cursor { row: 0, field: 4 });
    }
}
