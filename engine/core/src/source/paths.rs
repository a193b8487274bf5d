//! Columns that turn up with the records: which column a path is, and which types a sample allows it.

use std::collections::BTreeMap;

use protocol::Checked;

use super::cell::Format;
use super::csv::options::{ColumnChoice, CsvType};
use super::names::LegalNames;
use super::rows::Rows;
use super::typing::Guess;
use super::unknown_column;

/// Most bytes that the paths of one record may have together: of names within long names, a small file could make
/// endless ones.
pub const MAX_PATH_BYTES: usize = 64 << 20;

/// A cell of a record: its path, its text (none of a null), and the types that it could be.
pub type PathCell<'a> = (&'a str, Option<&'a str>, &'a [CsvType]);

/// The columns so far.
#[derive(Default)]
pub struct Paths {
    /// Place of each path among the columns.
    places: BTreeMap<String, usize>,
    names: LegalNames,
    /// Paths in order, with what their cells could be.
    found: Vec<(String, Guess)>,
    is_sampling: bool,
    format: Format,
}

impl Paths {
    /// No columns yet; what cells could be is taken down.
    pub fn sampling() -> Self {
        Self { is_sampling: true, ..Self::default() }
    }

    /// Paths and types that a sample showed. What was only ever null is a column of text, unless it is what other
    /// columns lie in: a branch that some records do not have.
    pub fn settled(self) -> Vec<(String, CsvType)> {
        let is_branch = |path: &str| {
            let inside = format!("{path}.");
            self.places.range(inside.clone()..).next().is_some_and(|(other, _)| other.starts_with(&inside))
        };
        let found = self.found.into_iter().filter(|(path, guess)| guess.has_seen() || !is_branch(path));
        found.map(|(path, guess)| (path, guess.kind())).collect()
    }

    /// The columns of a sample, with the types that were chosen.
    ///
    /// # Errors
    /// `column-unknown` for a choice of a column that cannot turn up any more, `csv-too-many-columns`.
    pub fn reading(
        settled: Vec<(String, CsvType)>,
        choices: &[ColumnChoice],
        is_whole: bool,
        rows: &mut Rows,
    ) -> Checked<Self> {
        let mut paths = Self::default();
        for (path, kind) in settled {
            paths.add(&path, kind, rows)?;
        }
        for (index, choice) in choices.iter().enumerate() {
            match rows.names().iter().position(|name| *name == choice.name) {
                Some(column) => rows.set_kind(column, choice.kind),
                None if !is_whole => drop(paths.add(&choice.name, choice.kind, rows)?),
                None => return Err(unknown_column(&choice.name, rows.names(), index)),
            }
        }
        Ok(paths)
    }

    /// Adds a row; a column that turns up after the sample is text. Of two cells of one path the last counts.
    ///
    /// # Errors
    /// `csv-too-many-columns`.
    pub fn row<'a>(&mut self, cells: impl Iterator<Item = PathCell<'a>>, rows: &mut Rows) -> Checked<()> {
        let mut row: Vec<Option<&str>> = vec![None; rows.names().len()];
        for (path, text, types) in cells {
            let place = match self.places.get(path) {
                Some(place) => *place,
                None if text.is_some() || self.is_sampling => self.add(path, CsvType::Text, rows)?,
                None => continue,
            };
            if self.is_sampling
                && let (Some((_, guess)), Some(text)) = (self.found.get_mut(place), text)
            {
                guess.see_as(text, types, &self.format);
            }
            if place >= row.len() {
                row.resize(place + 1, None);
            }
            row[place] = text;
        }
        rows.push(&row);
        Ok(())
    }

    fn add(&mut self, path: &str, kind: CsvType, rows: &mut Rows) -> Checked<usize> {
        let place = rows.names().len();
        rows.add_column(&self.names.add(path), kind)?;
        self.places.insert(path.to_owned(), place);
        self.found.push((path.to_owned(), Guess::default()));
        Ok(place)
    }
}
