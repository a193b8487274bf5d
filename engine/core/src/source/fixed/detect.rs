//! What a text of fixed columns holds: its ruler, its names, its types.

use protocol::Checked;
use protocol::source::Detection;
use serde_json::{Map, Value};

use super::ruler::ruler;
use super::{FixedColumn, FixedOptions, ShortLines, import};
use crate::source::cell::Format;
use crate::source::csv::options::{CsvType, Mark};
use crate::source::names::legal_column_names;
use crate::source::text::sample::Sample;
use crate::source::{ByteSource, infer, preview};

/// Looks at a sample of a file. `chosen` holds the parameters that the person chose, and only those: they are
/// kept.
///
/// # Errors
/// Those of the import, and `param-invalid`.
pub fn detect(file: &str, source: &dyn ByteSource, chosen: &Map<String, Value>) -> Checked<Detection> {
    let (mut options, sample): (FixedOptions, _) = preview::sampled(file, source, chosen)?;
    if !chosen.contains_key("columns") {
        propose(&mut options, &sample, chosen)?;
        if !chosen.contains_key("decimal") {
            let mut comma = FixedOptions { decimal: Mark::Comma, ..preview::options(chosen)? };
            (comma.file, comma.encoding) = (options.file.clone(), options.encoding);
            propose(&mut comma, &sample, chosen)?;
            if numbers(&comma) > numbers(&options) {
                options = comma;
            }
        }
    }
    let (head, slices) = sample.head_file(file);
    let (_, first) = import::with_sample(&sample, slices, &options, &preview::table_name(file))?.read_all(&head)?;
    preview::detection("import_fixed", file, &options, first.table, Some(&sample))
}

/// Columns between blanks. The first line is names where it is text above columns that are not.
fn propose(options: &mut FixedOptions, sample: &Sample, chosen: &Map<String, Value>) -> Checked<()> {
    let format = Format::new(options.decimal, options.date_format.as_deref(), "/date_format")?;
    let skipped = options.skip_lines as usize;
    let body: String = sample.head.split_inclusive(char::from(sample.terminator)).skip(skipped).collect();
    let column = |(start, width)| FixedColumn { name: format!("column_{start}"), start, width, kind: CsvType::Text };
    options.columns = ruler(&body).into_iter().map(column).collect();
    if options.columns.is_empty() {
        let width = body.lines().map(|line| line.chars().count()).max().unwrap_or(1).max(1);
        options.columns = vec![column((1, u32::try_from(width).unwrap_or(1).min(100_000)))];
    }
    let types = |skip_lines: u32, options: &FixedOptions| {
        let options = FixedOptions { skip_lines, short_lines: ShortLines::Pad, ..options.clone() };
        let (head, slices) = sample.head_file(&options.file);
        let (_, read) = import::with_sample(sample, slices, &options, "sample")?.read_all(&head)?;
        Checked::Ok((infer::types(&read.table, &format)?, read))
    };
    let (with_first, all) = types(options.skip_lines, options)?;
    let (without_first, _) = types(options.skip_lines + 1, options)?;
    let is_header = with_first != without_first && with_first.iter().all(|kind| *kind == CsvType::Text);
    let names = if is_header && !chosen.contains_key("skip_lines") {
        options.skip_lines += 1;
        let first = |name: &FixedColumn| {
            let cells = all.table.frame.column(&name.name).ok()?.str().ok()?;
            cells.get(0).map(str::to_owned)
        };
        options.columns.iter().map(|column| first(column).unwrap_or_default()).collect()
    } else {
        (0..options.columns.len()).map(|index| format!("column_{}", index + 1)).collect::<Vec<_>>()
    };
    let kinds = if is_header { without_first } else { with_first };
    for ((column, name), kind) in options.columns.iter_mut().zip(legal_column_names(&names)).zip(kinds) {
        (column.name, column.kind) = (name, kind);
    }
    Ok(())
}

fn numbers(options: &FixedOptions) -> usize {
    options.columns.iter().filter(|column| matches!(column.kind, CsvType::Integer | CsvType::Number)).count()
}
