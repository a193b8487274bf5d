//! Records to rows: which column a path is, and which types a sample allows it.

use std::collections::HashMap;

use protocol::{Checked, Code};

use super::flatten::{Cells, Shape};
use crate::source::csv::options::CsvType;
use crate::source::names::LegalNames;
use crate::source::rows::Rows;
use crate::source::stream::Lines;
use crate::source::typing::{Guess, Marks};

/// Makes rows of the texts of records.
pub struct Records {
    shape: Shape,
    /// Place of each path among the columns.
    places: HashMap<String, usize>,
    names: LegalNames,
    /// Paths of the columns, in order, with what their cells could be.
    pub found: Vec<(String, Guess)>,
    /// Whether columns are being guessed.
    is_sampling: bool,
    marks: Marks,
}

impl Records {
    /// Without columns: every path is new.
    pub fn sampling(shape: Shape) -> Self {
        let (names, marks) = (LegalNames::default(), Marks::default());
        Self { shape, places: HashMap::new(), names, found: Vec::new(), is_sampling: true, marks }
    }

    /// Without columns, and without a thought for what cells could be.
    pub fn reading(shape: Shape) -> Self {
        Self { is_sampling: false, ..Self::sampling(shape) }
    }

    /// Reads a record that begins at a line, or puts it aside.
    ///
    /// # Errors
    /// `csv-too-many-columns`.
    pub fn read(&mut self, line: u64, text: &str, rows: &mut Rows) -> Checked<()> {
        rows.begin(line);
        match self.shape.rows(text) {
            Ok(records) => records.into_iter().try_for_each(|cells| self.row(&cells, rows)),
            Err(fault) => {
                rows.refuse(Code::RejectJson, text.trim(), Some(fault.to_owned()));
                Ok(())
            }
        }
    }

    fn row(&mut self, cells: &Cells, rows: &mut Rows) -> Checked<()> {
        let mut row: Vec<Option<&str>> = vec![None; rows.names().len()];
        for (path, cell) in cells {
            let place = match self.places.get(path) {
                Some(place) => *place,
                None => self.add(path, CsvType::Text, rows)?,
            };
            if self.is_sampling
                && let Some((_, guess)) = self.found.get_mut(place)
            {
                guess.see_as(&cell.text, cell.types, &self.marks);
            }
            if place >= row.len() {
                row.resize(place + 1, None);
            }
            row[place] = Some(&cell.text);
        }
        rows.push(&row);
        Ok(())
    }

    /// Adds a column for a path; says its place.
    ///
    /// # Errors
    /// `csv-too-many-columns`.
    pub fn add(&mut self, path: &str, kind: CsvType, rows: &mut Rows) -> Checked<usize> {
        let place = rows.names().len();
        rows.add_column(&self.names.add(path), kind)?;
        self.places.insert(path.to_owned(), place);
        self.found.push((path.to_owned(), Guess::default()));
        Ok(place)
    }
}

impl Lines for Records {
    fn line(&mut self, number: u64, text: &str, rows: &mut Rows) -> Checked<()> {
        if text.trim().is_empty() { Ok(()) } else { self.read(number, text, rows) }
    }
}
