//! What a file will become: names and types of its columns, settled before the first row is read.

use protocol::{Checked, Code, Diagnostic};

use super::column::Nulls;
use super::options::{CsvOptions, CsvType};
use super::records::Records;
use super::token::Dialect;
use super::{MAX_COLUMNS, infer};
use crate::source::cell::Format;
use crate::source::names::legal_column_names;
use crate::source::text::sample::Sample;
use crate::source::unknown_column;

/// Names and types of columns, and how records are told apart.
pub struct Layout {
    /// Separators.
    pub dialect: Dialect,
    /// Names, unique, without control characters.
    pub names: Vec<String>,
    /// Types.
    pub types: Vec<CsvType>,
}

impl Layout {
    /// Settles the layout from a sample.
    ///
    /// # Errors
    /// `csv-no-record`, `csv-unclosed-quote` (in the header), `csv-too-many-columns`, `column-unknown` (a chosen
    /// column that is not there), `param-invalid`.
    pub fn settle(sample: &Sample, options: &CsvOptions, format: &Format, nulls: &Nulls) -> Checked<Self> {
        let dialect = Dialect {
            delimiter: options.delimiter_byte()?,
            quote: options.quote.byte(),
            terminator: sample.terminator,
        };
        let body = sample.body(options.skip_lines);
        let mut pieces = vec![Records::read(body, dialect, usize::MAX)];
        pieces.extend(sample.pieces.iter().map(|piece| Records::read(piece, dialect, usize::MAX)));
        let head = &pieces[0];
        if options.header && head.is_first_broken {
            return Err(Diagnostic::new(Code::CsvUnclosedQuote).with("line", u64::from(options.skip_lines) + 1));
        }
        if head.len() == 0 {
            return Err(Diagnostic::new(Code::CsvNoRecord).with("name", options.file.as_str()));
        }
        let width = width(&pieces);
        if width > MAX_COLUMNS {
            return Err(Diagnostic::new(Code::CsvTooManyColumns).with("limit", MAX_COLUMNS).with("found", width));
        }
        let names = names(head, width, options.header);
        let is_settled = names.iter().all(|name| options.columns.iter().any(|choice| choice.name == *name));
        let mut types = match is_settled {
            true => vec![CsvType::Text; width],
            false => infer::types(&pieces, options.header, width, format, nulls),
        };
        for (index, choice) in options.columns.iter().enumerate() {
            let Some(column) = names.iter().position(|name| *name == choice.name) else {
                return Err(unknown_column(&choice.name, &names, index));
            };
            types[column] = choice.kind;
        }
        Ok(Self { dialect, names, types })
    }
}

/// Fields of the first record, without the empty one that a separator at the end of every line makes.
fn width(pieces: &[Records]) -> usize {
    let Some(head) = pieces.first() else { return 0 };
    let first = head.fields(0);
    let Some((last, _)) = first.split_last() else { return 0 };
    let is_trailing = first.len() > 1
        && last.is_missing()
        && pieces.iter().all(|records| {
            (0..records.len())
                .all(|record| records.fields(record).get(first.len() - 1).is_none_or(|field| field.is_missing()))
        });
    if is_trailing { first.len() - 1 } else { first.len() }
}

/// Names of the columns: those of the header, if there is one.
fn names(head: &Records, width: usize, header: bool) -> Vec<String> {
    let mut scratch = String::new();
    let raw: Vec<String> = (0..width)
        .map(|column| match head.fields(0).get(column).filter(|_| header) {
            Some(field) => head.text(*field, &mut scratch).to_owned(),
            None => String::new(),
        })
        .collect();
    legal_column_names(&raw)
}
