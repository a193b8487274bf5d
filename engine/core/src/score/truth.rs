//! The truth of an instance, by the records of its files: what a candidate can point at.

use std::collections::{BTreeMap, BTreeSet};

use generate::Generated;
use generate::ledger::{Ledger, Marks, Missingness};
use generate::render::View;
use generate::spec::DataSpec;
use generate::value::Row;
use polars::prelude::{Column, DataFrame};
use protocol::Checked;

use crate::frame;
use crate::table::Table;

/// A place in a file: record (one-based) and column; no column for the record as a whole.
pub type Cell = (usize, u32, Option<String>);

/// Where the rows of a table stand in a file.
#[derive(Debug)]
struct FileTruth {
    name: String,
    table: String,
    /// One-based record of each row, 0 where the file does not hold it.
    records: Vec<u32>,
    /// Name in the file of each column of the table.
    columns: BTreeMap<String, String>,
}

/// What is wrong with the files, and why.
#[derive(Debug, Default)]
pub struct Truth {
    files: Vec<FileTruth>,
    ledger: Ledger,
}

/// Rows of a file that are one entity, of which all but one are too many.
#[derive(Debug)]
pub struct Entity {
    /// Place of the file.
    pub file: usize,
    /// Its records, one-based.
    pub records: BTreeSet<u32>,
    /// How many of them are too many.
    pub surplus: usize,
}

impl Truth {
    /// The truth of what was generated.
    pub fn new(spec: &DataSpec, generated: Generated) -> Self {
        let files =
            (0..spec.files.len()).filter_map(|place| FileTruth::of(&View::new(spec, &generated, place)?)).collect();
        Self { files, ledger: generated.ledger }
    }

    /// The place of a file by its name.
    pub fn file(&self, name: &str) -> Option<usize> {
        self.files.iter().position(|file| file.name == name)
    }

    /// Names of the files.
    pub fn files(&self) -> Vec<String> {
        self.files.iter().map(|file| file.name.clone()).collect()
    }

    /// How many records a file has, by its place.
    pub fn records(&self, file: usize) -> u32 {
        self.files.get(file).and_then(|file| file.records.iter().max().copied()).unwrap_or(0)
    }

    /// The columns of files in which such dirt stands; no column where it touched whole records.
    pub fn places(&self, kinds: &[String], columns: &[String]) -> BTreeSet<(usize, Option<String>)> {
        self.cells(kinds, columns, false).into_iter().map(|(file, _, column)| (file, column)).collect()
    }

    /// What dirt did: file, record (one-based), column (none for the record as a whole), kind, and what stood there
    /// before.
    ///
    /// # Errors
    /// Only an inconsistency of the engine.
    pub fn ledger(&self) -> Checked<Table> {
        let (mut files, mut records, mut columns) = (Vec::new(), Vec::new(), Vec::new());
        let (mut kinds, mut originals) = (Vec::new(), Vec::new());
        for entry in self.ledger.entries() {
            for file in self.files.iter().filter(|file| file.table == entry.table) {
                let column = entry.column.map(|column| file.columns.get(column));
                let (Some(record), false) = (file.record(entry.row), column == Some(None)) else { continue };
                files.push(file.name.as_str());
                records.push(record);
                columns.push(column.flatten().map(String::as_str));
                kinds.push(entry.kind);
                originals.push((!entry.original.is_null()).then(|| entry.original.to_string()));
            }
        }
        let columns = vec![
            Column::new("file".into(), files),
            Column::new("record".into(), records),
            Column::new("column".into(), columns),
            Column::new("kind".into(), kinds),
            Column::new("original".into(), originals),
        ];
        let frame = DataFrame::new(columns).map_err(|error| frame::fault(&error))?;
        Ok(Table { frame, ordered: true })
    }

    /// Whether a file has a column of this name.
    pub fn has_column(&self, file: usize, column: &str) -> bool {
        self.files.get(file).is_some_and(|file| file.columns.values().any(|name| name == column))
    }

    /// The cells, or whole records, that dirt of these kinds touched in these columns (`table.column` of the
    /// specification; in any, if there are none), in the files that show them.
    pub fn cells(&self, kinds: &[String], columns: &[String], whole_records: bool) -> BTreeSet<Cell> {
        let mut cells = BTreeSet::new();
        let is_meant = |marks: &Marks| {
            let column = marks.column.as_ref().map(|column| format!("{}.{column}", marks.table));
            columns.is_empty() || column.is_some_and(|column| columns.contains(&column))
        };
        let of_kind = self.ledger.marks.iter().filter(|marks| kinds.iter().any(|kind| kind == marks.kind));
        for marks in of_kind.filter(|marks| is_meant(marks)) {
            for (place, file) in self.files.iter().enumerate().filter(|(_, file)| file.table == marks.table) {
                let column = match &marks.column {
                    Some(column) => match file.columns.get(column) {
                        Some(name) => Some(name.clone()),
                        None => continue,
                    },
                    None => None,
                };
                let column = if whole_records { None } else { column };
                let records = marks.rows.iter().filter_map(|row| file.record(*row));
                cells.extend(records.map(|record| (place, record, column.clone())));
            }
        }
        cells
    }

    /// Entities with more rows in a file than one because of dirt of these kinds.
    pub fn entities(&self, kinds: &[String]) -> Vec<Entity> {
        let mut entities = Vec::new();
        for (place, file) in self.files.iter().enumerate() {
            let Some(known) = self.ledger.entities.get(&file.table) else { continue };
            let of_kind = |marks: &&Marks| {
                marks.table == file.table && marks.column.is_none() && kinds.iter().any(|kind| kind == marks.kind)
            };
            let copies: BTreeSet<Row> =
                self.ledger.marks.iter().filter(of_kind).flat_map(|marks| marks.rows.iter().copied()).collect();
            for group in known.groups() {
                let records: BTreeSet<u32> = group.iter().filter_map(|row| file.record(*row)).collect();
                let surplus = group.iter().filter(|row| copies.contains(row) && file.record(**row).is_some()).count();
                let surplus = surplus.min(records.len().saturating_sub(1));
                if surplus > 0 {
                    entities.push(Entity { file: place, records, surplus });
                }
            }
        }
        entities
    }

    /// Why values are missing: each declared mechanism with the names that its column and its driver have in the
    /// file that shows them.
    pub fn missingness(&self) -> Vec<Missingness> {
        let known = self.ledger.missingness.iter().filter_map(|missing| {
            let file = self.files.iter().find(|file| file.table == missing.table)?;
            let named = |column: &String| file.columns.get(column).cloned();
            Some(Missingness {
                table: file.name.clone(),
                column: named(&missing.column)?,
                mechanism: missing.mechanism,
                driver: missing.driver.as_ref().and_then(named),
            })
        });
        known.collect()
    }
}

impl FileTruth {
    fn of(view: &View<'_>) -> Option<Self> {
        let mut records = vec![0; view.table().stored_rows() as usize];
        for (record, row) in (1_u32..).zip(view.rows()) {
            *records.get_mut(*row as usize)? = record;
        }
        let columns = view.columns().iter().map(|shown| (shown.column.name.clone(), shown.name.to_owned())).collect();
        Some(Self { name: view.file().name.clone(), table: view.file().table.clone(), records, columns })
    }

    fn record(&self, row: Row) -> Option<u32> {
        self.records.get(row as usize).copied().filter(|record| *record > 0)
    }
}
