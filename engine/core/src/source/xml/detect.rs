//! Whether a file is XML, and which of its elements are records.

use protocol::Checked;
use protocol::source::Detection;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::{Map, Value};

use super::{XmlOptions, import};
use crate::source::csv::options::CsvEncoding;
use crate::source::text::sample::{Look, Sample};
use crate::source::{ByteSource, preview};

/// Deepest element that is proposed as a record, and most paths that are compared.
const MAX_RECORD_DEPTH: usize = 8;
const MAX_PATHS: usize = 500;

/// Whether a text seems to be XML: a declaration, or a first tag with a name.
pub fn is_xml(head: &str) -> bool {
    let head = head.trim_start();
    head.starts_with("<?xml")
        || head.strip_prefix('<').is_some_and(|rest| {
            rest.starts_with("!--")
                || rest.starts_with("!DOCTYPE")
                || rest.starts_with(|char: char| char.is_alphabetic() || char == '_')
        })
}

/// Looks at a sample of a file. `chosen` holds the parameters that the person chose, and only those: they are
/// kept. Columns that a choice makes disappear are dropped from it.
///
/// # Errors
/// Those of the import, and `param-invalid`.
pub fn detect(file: &str, source: &dyn ByteSource, chosen: &Map<String, Value>) -> Checked<Detection> {
    let (mut options, mut sample): (XmlOptions, _) = preview::sampled(file, source, chosen)?;
    if !chosen.contains_key("encoding")
        && let Some(encoding) = declared(&sample.head)
    {
        options.encoding = encoding;
        sample = Sample::take(source, file, encoding, Look::at_records())?;
    }
    if !chosen.contains_key("record") {
        options.record = record(&sample.head);
    }
    let table = preview::table_name(file);
    let first = preview::with_choices(
        &mut options,
        |options| &mut options.columns,
        |options| {
            let (head, slices) = sample.head_file(file);
            Ok(import::with_sample(&sample, slices, options, &table)?.read_all(&head)?.1.table)
        },
    )?;
    preview::detection("import_xml", file, &options, first, Some(&sample))
}

/// The encoding that the declaration names, where it is one of a single byte: the bytes cannot tell those apart.
fn declared(head: &str) -> Option<CsvEncoding> {
    let declaration = head.trim_start().strip_prefix("<?xml")?.split_once("?>")?.0;
    let name = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let name = name.get(1..)?.split(['"', '\'']).next()?.to_lowercase();
    match name.as_str() {
        "iso-8859-1" | "latin1" => Some(CsvEncoding::Latin1),
        "windows-1252" => Some(CsvEncoding::Cp1252),
        _ => None,
    }
}

/// The path of the elements that come again, the least deep first; else that of the root.
fn record(head: &str) -> String {
    let mut reader = Reader::from_str(head);
    let config = reader.config_mut();
    (config.check_end_names, config.allow_unmatched_ends, config.allow_dangling_amp) = (false, true, true);
    let mut stack: Vec<String> = Vec::new();
    let mut found: Vec<(Vec<String>, usize)> = Vec::new();
    while let Ok(event) = reader.read_event() {
        let is_empty = matches!(event, Event::Empty(_));
        match event {
            Event::Start(element) | Event::Empty(element) => {
                stack.push(String::from_utf8_lossy(element.local_name().as_ref()).into_owned());
                let is_deep = stack.len() > MAX_RECORD_DEPTH;
                match found.iter().position(|(path, _)| !is_deep && *path == stack) {
                    Some(place) => found[place].1 += 1,
                    None if !is_deep && found.len() < MAX_PATHS => found.push((stack.clone(), 1)),
                    None => {}
                }
                if is_empty {
                    stack.pop();
                }
            }
            Event::End(_) => drop(stack.pop()),
            Event::Eof => break,
            _ => {}
        }
    }
    let again = found.iter().filter(|(path, count)| *count > 1 && path.len() > 1);
    let best = again.min_by_key(|(path, count)| (path.len(), usize::MAX - count)).or(found.first());
    best.map(|(path, _)| path.join("/")).unwrap_or_default()
}
