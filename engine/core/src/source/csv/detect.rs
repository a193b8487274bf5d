//! What a delimited text is: parameters that fit, and its first rows as they would be read.

use protocol::Checked;
use protocol::source::Detection;
use serde_json::{Map, Value};

use super::column::Nulls;
use super::guess::{self, Given};
use super::import::{CsvImport, MAX_CSV_BYTES};
use super::layout::Layout;
use super::options::{ColumnChoice, CsvOptions};
use super::records::Records;
use super::token::Dialect;
use crate::source::text::charset::Charset;
use crate::source::text::reader::TextReader;
use crate::source::text::sample::{Look, Sample};
use crate::source::{ByteSource, check_length, preview};

/// Records of each piece of the sample from which marks and formats are guessed.
const RECORDS: usize = 500;

/// Looks at samples of a file. `chosen` holds the parameters that the person chose, and only those: they are
/// kept. Columns that a choice makes disappear are dropped from it.
///
/// # Errors
/// Those of [`CsvImport::start`], and `param-invalid`.
pub fn detect(name: &str, source: &dyn ByteSource, chosen: &Map<String, Value>) -> Checked<Detection> {
    let mut options: CsvOptions = preview::options(chosen)?;
    options.file = name.to_owned();
    check_length(source, name, MAX_CSV_BYTES)?;
    let sample = Sample::take(source, name, options.encoding, Look::at_lines(options.skip_lines))?;
    if !chosen.contains_key("encoding") {
        options.encoding = sample.encoding();
    }
    fill_in(&mut options, &sample, chosen)?;
    options.check()?;

    let columns = std::mem::take(&mut options.columns);
    let (format, nulls) = (options.format()?, Nulls::of(&options.null_tokens));
    let mut layout = Layout::settle(&sample, &options, &format, &nulls)?;
    for (name, kind) in layout.names.iter().zip(&mut layout.types) {
        if let Some(choice) = columns.iter().find(|choice| choice.name == *name) {
            *kind = choice.kind;
        }
        options.columns.push(ColumnChoice { name: name.clone(), kind: *kind });
    }
    let (head, _) = sample.head_file(name);
    let reader = TextReader::new(Charset::Utf8 { guessed: false }, 0);
    let mut import = CsvImport::with_layout(layout, reader, &options, &preview::table_name(name))?;
    while import.advance(&head)?.is_some() {}
    preview::detection("import_csv", name, &options, import.finish()?.table, Some(&sample))
}

/// Guesses what was not chosen: separator, then marks and formats, then header.
fn fill_in(options: &mut CsvOptions, sample: &Sample, chosen: &Map<String, Value>) -> Checked<()> {
    let body = sample.body(options.skip_lines);
    let (quote, terminator) = (options.quote.byte(), sample.terminator);
    if !chosen.contains_key("delimiter") {
        options.delimiter = char::from(guess::delimiter(body, quote, terminator)).to_string();
    }
    let dialect = Dialect { delimiter: options.delimiter_byte()?, quote, terminator };
    let mut pieces = vec![Records::read(body, dialect, RECORDS)];
    pieces.extend(sample.pieces.iter().map(|piece| Records::read(piece, dialect, RECORDS)));
    let width = pieces.first().map_or(0, |head| head.fields(0).len());
    let nulls = Nulls::of(&options.null_tokens);
    let given = Given {
        delimiter: dialect.delimiter,
        decimal: chosen.contains_key("decimal").then_some(options.decimal),
        thousands: chosen.contains_key("thousands").then_some(options.thousands),
        date: options.date_format.clone(),
    };
    let header = options.header;
    (options.decimal, options.thousands, options.date_format) = guess::format(&pieces, header, width, &nulls, &given);
    if !chosen.contains_key("header") {
        options.header = guess::header(&pieces, width, &options.format()?, &nulls);
    }
    Ok(())
}
