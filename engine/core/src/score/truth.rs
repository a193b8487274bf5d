//! The truth of an instance, by the records of its files: what a candidate can point at.

use std::collections::{BTreeMap, BTreeSet};

use generate::ledger::{Ledger, Missingness};
use generate::spec::DataSpec;
use generate::value::Row;
use generate::{Generated, shown};

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
        let files = spec.files.iter().enumerate().map(|(place, file)| {
            let rows = shown::rows(spec, &generated, place);
            let table = shown::table(file, &generated);
            let mut records = vec![0; table.map_or(0, |table| table.stored_rows() as usize)];
            for (record, row) in (1_u32..).zip(&rows) {
                if let Some(place) = records.get_mut(*row as usize) {
                    *place = record;
                }
            }
            let columns = shown::columns(spec, &generated, place)
                .into_iter()
                .filter_map(|(place, name)| Some((table?.columns().get(place)?.name.clone(), name.to_owned())));
            let columns = columns.collect();
            FileTruth { name: file.name.clone(), table: file.table.clone(), records, columns }
        });
        Self { files: files.collect(), ledger: generated.ledger }
    }

    /// The place of a file by its name.
    pub fn file(&self, name: &str) -> Option<usize> {
        self.files.iter().position(|file| file.name == name)
    }

    /// Whether a file has a column of this name.
    pub fn has_column(&self, file: usize, column: &str) -> bool {
        self.files.get(file).is_some_and(|file| file.columns.values().any(|name| name == column))
    }

    /// The cells, or whole records, that dirt of these kinds touched, in the files that show them.
    pub fn cells(&self, kinds: &[String], whole_records: bool) -> BTreeSet<Cell> {
        let mut cells = BTreeSet::new();
        for marks in self.ledger.marks.iter().filter(|marks| kinds.iter().any(|kind| kind == marks.kind)) {
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
            let of_kind = |marks: &&generate::ledger::Marks| {
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
    fn record(&self, row: Row) -> Option<u32> {
        self.records.get(row as usize).copied().filter(|record| *record > 0)
    }
}
