//! Records of JSON to rows.

use protocol::{Checked, Code};

use super::flatten::Shape;
use crate::source::paths::Paths;
use crate::source::rows::Rows;
use crate::source::stream::Lines;

/// Makes rows of the texts of records.
pub struct Records {
    shape: Shape,
    /// The columns so far.
    pub paths: Paths,
}

impl Records {
    /// Records of a shape, with these columns.
    pub fn new(shape: Shape, paths: Paths) -> Self {
        Self { shape, paths }
    }

    /// Reads a record that begins at a line, or puts it aside.
    ///
    /// # Errors
    /// `csv-too-many-columns`.
    pub fn read(&mut self, line: u64, text: &str, rows: &mut Rows) -> Checked<()> {
        rows.begin(line);
        match self.shape.rows(text) {
            Ok(records) => records.iter().try_for_each(|cells| {
                let cells = cells.iter().map(|(path, cell)| (path.as_str(), cell.text.as_deref(), cell.types));
                self.paths.row(cells, rows)
            }),
            Err(fault) => {
                rows.refuse(Code::RejectJson, text.trim(), Some(fault.to_owned()));
                Ok(())
            }
        }
    }
}

impl Lines for Records {
    fn line(&mut self, number: u64, text: &str, rows: &mut Rows) -> Checked<()> {
        if text.trim().is_empty() { Ok(()) } else { self.read(number, text, rows) }
    }
}
