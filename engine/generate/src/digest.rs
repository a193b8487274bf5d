//! One hash of all that was generated, to compare machines: natively and in the browser it must be the same.

use std::fmt::Write;

use crate::ledger::Ledger;
use crate::make::Generated;
use crate::value::Cell;

/// BLAKE3, in hexadecimal digits, of the tables as they are shown and of the ledger.
pub fn digest(generated: &Generated) -> String {
    let mut sink = Sink { hasher: blake3::Hasher::new(), text: String::new() };
    for table in &generated.tables {
        sink.word(&table.name);
        for column in table.columns() {
            sink.word(&column.name);
            for row in table.order() {
                sink.cell(column.cell(*row));
            }
        }
        table.order().iter().for_each(|row| sink.number(u64::from(*row)));
    }
    for bits in generated.files.iter().flatten() {
        bits.rows().for_each(|row| sink.number(u64::from(row)));
    }
    sink.ledger(&generated.ledger);
    sink.genuine(&generated.ledger);
    sink.hasher.finalize().to_hex().to_string()
}

struct Sink {
    hasher: blake3::Hasher,
    text: String,
}

impl Sink {
    fn number(&mut self, number: u64) {
        self.hasher.update(&number.to_le_bytes());
    }

    fn word(&mut self, word: &str) {
        self.number(word.len() as u64);
        self.hasher.update(word.as_bytes());
    }

    fn cell(&mut self, cell: Cell<'_>) {
        let (tag, bits) = match cell {
            Cell::Null => (0, 0),
            Cell::Boolean(value) => (1, u64::from(value)),
            Cell::Integer(value) => (2, value as u64),
            Cell::Number(value) => (3, value.to_bits()),
            Cell::Decimal(value, scale) => (4 + (u64::from(scale) << 8), value as u64),
            Cell::Date(value) => (5, value as u64),
            Cell::Datetime(value) => (6, value as u64),
            Cell::Text(text) => return self.word(text),
            Cell::Written(_) => {
                self.text.clear();
                // Writing to a string cannot fail.
                let _ = write!(self.text, "\u{0}{cell}");
                let text = std::mem::take(&mut self.text);
                self.word(&text);
                self.text = text;
                return;
            }
        };
        self.number(tag);
        self.number(bits);
    }

    fn ledger(&mut self, ledger: &Ledger) {
        for entry in ledger.entries() {
            self.word(entry.table);
            self.number(u64::from(entry.row));
            self.word(entry.column.unwrap_or_default());
            self.word(entry.kind);
            self.cell(entry.original);
        }
        for (table, entities) in &ledger.entities {
            self.word(table);
            entities.groups().for_each(|rows| self.rows(rows));
        }
        for twins in &ledger.twins {
            self.word(&twins.table);
            self.rows(&twins.rows);
        }
        for missing in &ledger.missingness {
            let words = [missing.table.as_str(), &missing.column, missing.driver.as_deref().unwrap_or_default()];
            words.into_iter().for_each(|word| self.word(word));
            self.number(missing.mechanism as u64);
        }
    }

    fn genuine(&mut self, ledger: &Ledger) {
        for genuine in &ledger.genuine {
            self.word(&genuine.table);
            self.word(&genuine.column);
            self.rows(&genuine.rows);
        }
    }

    fn rows(&mut self, rows: &[u32]) {
        self.number(rows.len() as u64);
        rows.iter().for_each(|row| self.number(u64::from(*row)));
    }
}
