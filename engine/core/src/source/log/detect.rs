//! Which of the known patterns most lines of a log fit.

use protocol::Checked;
use protocol::source::Detection;
use serde_json::{Map, Value};

use super::pattern::Pattern;
use super::{Continuation, LogOptions, import};
use crate::source::{ByteSource, preview};

/// Patterns that are tried, the most precise first.
const KNOWN: [&str; 5] = ["%{COMBINEDAPACHELOG}", "%{COMMONAPACHELOG}", "%{SYSLOG5424}", "%{SYSLOG}", "%{LEVELLOG}"];

/// Pieces of patterns whose time is written as web servers do, and that format.
const WITH_HTTP_DATE: [&str; 2] = ["APACHELOG", "HTTPDATE"];
const HTTP_DATE: &str = "%d/%b/%Y:%H:%M:%S %z";

/// What is proposed where none is known: all of the line, to be refined.
const ANY: &str = "%{GREEDYDATA:message}";

/// Lines that are looked at.
const LINES: usize = 200;

/// The known pattern that most lines fit that are no continuations.
pub fn known_pattern(head: &str) -> Option<&'static str> {
    let lines: Vec<&str> =
        head.lines().filter(|line| !line.trim().is_empty() && !line.starts_with([' ', '\t'])).take(LINES).collect();
    KNOWN.into_iter().find(|pattern| {
        let Ok(pattern) = Pattern::parse(pattern) else { return false };
        let fitting = lines.iter().filter(|line| pattern.cells(line).is_some()).count();
        fitting > 0 && fitting * 10 >= lines.len() * 7
    })
}

/// Looks at a sample of a file. `chosen` holds the parameters that the person chose, and only those: they are
/// kept. Columns that a choice makes disappear are dropped from it.
///
/// # Errors
/// Those of the import, and `param-invalid`.
pub fn detect(file: &str, source: &dyn ByteSource, chosen: &Map<String, Value>) -> Checked<Detection> {
    let (mut options, sample): (LogOptions, _) = preview::sampled(file, source, chosen)?;
    if !chosen.contains_key("pattern") {
        options.pattern = known_pattern(&sample.head).unwrap_or(ANY).to_owned();
    }
    if !chosen.contains_key("time_format") && WITH_HTTP_DATE.iter().any(|name| options.pattern.contains(name)) {
        options.time_format = Some(HTTP_DATE.to_owned());
    }
    if !chosen.contains_key("continuation") && sample.head.lines().any(|line| line.starts_with([' ', '\t'])) {
        options.continuation = Continuation::Indented;
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
    preview::detection("import_log", file, &options, first, Some(&sample))
}
