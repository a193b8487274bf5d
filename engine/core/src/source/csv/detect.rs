//! What a delimited text is: parameters that fit, and its first rows as they would be read.

use protocol::recipe::legal_name;
use protocol::source::Detection;
use protocol::table::{ColumnInfo, MAX_CELL_CHARS};
use protocol::{Checked, Code, Diagnostic};
use serde_json::{Map, Value};

use super::cell::Format;
use super::column::Nulls;
use super::guess::{self, Given};
use super::import::{CsvImport, MAX_CSV_BYTES};
use super::layout::Layout;
use super::options::{ColumnChoice, CsvEncoding, CsvOptions};
use super::sample::{Records, Sample};
use super::text::{Charset, TextReader};
use super::token::Dialect;
use crate::source::{ByteSource, MemorySource, check_length, stem};
use crate::table::Table;
use crate::window;

/// Rows and lines that are shown.
const SAMPLE_ROWS: usize = 50;
const RAW_LINES: usize = 20;

/// Records of each piece of the sample from which marks and formats are guessed.
const RECORDS: usize = 500;

/// Looks at samples of a file. `chosen` holds the parameters that the person chose, and only those: they are
/// kept. Columns that a choice makes disappear are dropped from it.
///
/// # Errors
/// Those of [`CsvImport::start`], and `param-invalid`.
pub fn detect(name: &str, source: &dyn ByteSource, chosen: &Map<String, Value>) -> Checked<Detection> {
    let mut options: CsvOptions = serde_json::from_value(Value::Object(chosen.clone()))
        .map_err(|error| Diagnostic::new(Code::ParamInvalid).with("detail", error.to_string()))?;
    options.file = name.to_owned();
    check_length(source, name, MAX_CSV_BYTES)?;
    let sample = Sample::take(source, &options)?;
    if !chosen.contains_key("encoding") {
        options.encoding = encoding(&sample);
    }
    fill_in(&mut options, &sample, chosen)?;
    options.check()?;

    let columns = std::mem::take(&mut options.columns);
    let (format, nulls) = (Format::of(&options)?, Nulls::of(&options.null_tokens));
    let mut layout = Layout::settle(&sample, &options, &format, &nulls)?;
    for (name, kind) in layout.names.iter().zip(&mut layout.types) {
        if let Some(choice) = columns.iter().find(|choice| choice.name == *name) {
            *kind = choice.kind;
        }
        options.columns.push(ColumnChoice { name: name.clone(), kind: *kind });
    }
    let infos = options.columns.iter().map(|choice| ColumnInfo { name: choice.name.clone(), kind: choice.kind.kind() });
    let columns = infos.collect();
    let params = serde_json::to_string(&options)
        .map_err(|error| Diagnostic::new(Code::EngineInternal).with("detail", error.to_string()))?;

    let table = legal_name(stem(name));
    let lines = sample.head.split(char::from(sample.terminator)).take(RAW_LINES);
    let raw_lines = lines.map(|line| line.trim_end_matches('\r').chars().take(MAX_CELL_CHARS).collect()).collect();
    let head = MemorySource(sample.head.into_bytes());
    let reader = TextReader::new(Charset::Utf8 { guessed: false }, 0);
    let mut import = CsvImport::with_layout(layout, reader, &options, &table)?;
    while import.advance(&head)?.is_some() {}
    let first = import.finish()?.table.frame.head(Some(SAMPLE_ROWS));
    let sample = window::window(&Table::unordered(first), 0, SAMPLE_ROWS);
    Ok(Detection { op: "import_csv".to_owned(), params, table, columns, sample, raw_lines })
}

/// The encoding to write down. Pure ASCII so far may still meet an accent: that is for the import to see.
fn encoding(sample: &Sample) -> CsvEncoding {
    match sample.charset {
        Charset::Utf8 { guessed: true } if !sample.has_accents && !sample.is_whole => CsvEncoding::Auto,
        Charset::Utf8 { .. } => CsvEncoding::Utf8,
        Charset::Cp1252 => CsvEncoding::Cp1252,
        Charset::Latin1 => CsvEncoding::Latin1,
        Charset::Utf16Le | Charset::Utf16Be => CsvEncoding::Utf16,
    }
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
        options.header = guess::header(&pieces, width, &Format::of(options)?, &nulls);
    }
    Ok(())
}
