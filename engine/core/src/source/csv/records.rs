//! Records of a piece of a text, as ranges: what is looked at before a file is read.

use super::token::{Dialect, Field, Found, Scanner};

/// Records of a piece of text, as ranges.
pub struct Records<'a> {
    text: &'a str,
    quote: Option<u8>,
    fields: Vec<Field>,
    /// End of each record among the fields.
    ends: Vec<usize>,
    /// Whether the first line had broken quotes, or was too long to be a record.
    pub is_first_broken: bool,
}

impl<'a> Records<'a> {
    /// The first records of a text, at most `limit`.
    pub fn read(text: &'a str, dialect: Dialect, limit: usize) -> Self {
        let mut scanner = Scanner::new(text, dialect, true);
        let mut records =
            Self { text, quote: dialect.quote, fields: Vec::new(), ends: Vec::new(), is_first_broken: false };
        let mut at = 0;
        while records.ends.len() < limit {
            match scanner.record(at, &mut records.fields) {
                Found::Record { next, .. } => {
                    records.ends.push(records.fields.len());
                    at = next;
                }
                Found::Blank { next } => at = next,
                Found::Broken { next } => {
                    records.is_first_broken |= records.ends.is_empty();
                    at = next;
                }
                Found::Long | Found::More | Found::End => break,
            }
        }
        records
    }

    /// Number of records.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The fields of a record.
    pub fn fields(&self, record: usize) -> &[Field] {
        let start = if record == 0 { 0 } else { self.ends.get(record - 1).copied().unwrap_or_default() };
        self.ends.get(record).and_then(|end| self.fields.get(start..*end)).unwrap_or_default()
    }

    /// Text of a field of these records.
    pub fn text<'b>(&'b self, field: Field, scratch: &'b mut String) -> &'b str {
        field.text(self.text, self.quote, scratch)
    }
}
