//! Types of columns of text, from a table that was made of a sample.

use protocol::Checked;

use super::cell::Format;
use super::csv::options::CsvType;
use super::typing::Guess;
use crate::frame;
use crate::table::{Table, is_provenance};

/// The narrowest type of each visible column, all of which are text.
///
/// # Errors
/// Only an inconsistency of the engine.
pub fn types(sample: &Table, format: &Format) -> Checked<Vec<CsvType>> {
    let columns = sample.frame.get_columns().iter().filter(|column| !is_provenance(column.name()));
    columns
        .map(|column| {
            let texts = column.str().map_err(|error| frame::fault(&error))?;
            let mut guess = Guess::default();
            texts.iter().flatten().for_each(|text| guess.see(text, format));
            Ok(guess.kind())
        })
        .collect()
}
