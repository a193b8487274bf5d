//! Types of columns from samples of records, by the rule of all text formats.

use super::column::Nulls;
use super::options::CsvType;
use super::records::Records;
use crate::source::cell::Format;
use crate::source::typing::Guess;

/// The types of `width` columns. `header` says whether the first record of the first piece is names.
pub fn types(pieces: &[Records], header: bool, width: usize, format: &Format, nulls: &Nulls) -> Vec<CsvType> {
    (0..width).map(|column| kind(pieces, header, width, column, format, nulls)).collect()
}

fn kind(pieces: &[Records], header: bool, width: usize, column: usize, format: &Format, nulls: &Nulls) -> CsvType {
    let (mut guess, mut scratch) = (Guess::default(), String::new());
    for (index, records) in pieces.iter().enumerate() {
        for record in usize::from(header && index == 0)..records.len() {
            let fields = records.fields(record);
            // Records of another length are rejects, or pieces of a quoted text cut in two.
            let fits = fields.len() == width || (fields.len() == width + 1 && fields[width].is_missing());
            let Some(field) = fields.get(column).filter(|_| fits) else { continue };
            let text = records.text(*field, &mut scratch);
            if nulls.holds(text) || nulls.holds(text.trim()) {
                continue;
            }
            guess.see(text, format);
            if guess.is_settled() {
                return CsvType::Text;
            }
        }
    }
    guess.kind()
}
