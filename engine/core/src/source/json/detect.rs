//! Whether a file is JSON, and where its records are.

use protocol::Checked;
use protocol::source::Detection;
use serde_json::{Map, Value};

use super::value::{self, Node};
use super::{JsonLayout, JsonOptions, import};
use crate::source::text::sample::Sample;
use crate::source::{ByteSource, preview};

/// Deepest array that is proposed as that of the records.
const MAX_PATH_DEPTH: usize = 6;

/// Whether a text seems to be JSON: its first value is one, or begins as one where the sample ends.
pub fn is_json(sample: &Sample) -> bool {
    let head = sample.head.trim_start();
    let first = head.lines().next().unwrap_or_default();
    match head.as_bytes().first() {
        Some(b'{') => is_object(first) || head[1..].trim_start().starts_with(['"', '}']),
        Some(b'[') => {
            value::parse(first).is_ok()
                || head[1..].trim_start().starts_with(['{', '[', '"', ']']) && !first.contains("] ")
        }
        _ => false,
    }
}

fn is_object(text: &str) -> bool {
    matches!(value::parse(text), Ok(Node::Object(..)))
}

/// Looks at a sample of a file. `chosen` holds the parameters that the person chose, and only those: they are
/// kept. Columns that a choice makes disappear are dropped from it.
///
/// # Errors
/// Those of the import, and `param-invalid`.
pub fn detect(file: &str, source: &dyn ByteSource, chosen: &Map<String, Value>) -> Checked<Detection> {
    let (mut options, sample): (JsonOptions, _) = preview::sampled(file, source, chosen)?;
    if !chosen.contains_key("layout") {
        options.layout = layout(file, &sample.head);
    }
    if !chosen.contains_key("records") && options.layout == JsonLayout::Document {
        options.records = arrays(&sample.head).into_iter().next().unwrap_or_default();
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
    preview::detection("import_json", file, &options, first, Some(&sample))
}

/// Lines, where the first one is a record by itself and more come, or the name says so.
fn layout(file: &str, head: &str) -> JsonLayout {
    let name = file.to_lowercase();
    let mut lines = head.lines().map(str::trim).filter(|line| !line.is_empty());
    let is_record = lines.next().is_some_and(|first| value::parse(first).is_ok());
    let is_named = [".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"].iter().any(|ending| name.ends_with(ending));
    if is_named || (is_record && lines.next().is_some()) { JsonLayout::Lines } else { JsonLayout::Document }
}

/// Paths of the arrays of objects in a document that may be cut short, the least deep first.
fn arrays(head: &str) -> Vec<String> {
    let bytes = head.as_bytes();
    let mut found: Vec<(usize, String)> = Vec::new();
    // Names of the objects that are open; an array counts as one whose names are of no interest.
    let mut open: Vec<Option<String>> = Vec::new();
    let (mut at, mut name) = (0, None::<String>);
    while let Some(byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'"' => {
                let start = at - 1;
                while bytes.get(at).is_some_and(|byte| *byte != b'"') {
                    at += if bytes[at] == b'\\' { 2 } else { 1 };
                }
                at += 1;
                let text = head.get(start..at).and_then(|text| serde_json::from_str::<String>(text).ok());
                let rest = head.get(at..).unwrap_or_default().trim_start();
                name = text.filter(|_| rest.starts_with(':'));
            }
            b'{' => open.push(name.take()),
            b'[' => {
                let of_objects = head.get(at..).unwrap_or_default().trim_start().starts_with('{');
                let path: Option<Vec<&str>> =
                    open.iter().skip(1).map(Option::as_deref).chain([name.as_deref()]).collect();
                let is_root = open.is_empty();
                if let Some(path) = path.filter(|path| of_objects && !is_root && path.len() <= MAX_PATH_DEPTH)
                    && !path.iter().any(|name| name.is_empty() || name.contains('.'))
                {
                    found.push((path.len(), path.join(".")));
                }
                if is_root {
                    return vec![String::new()];
                }
                name = None;
                // What stands in an array is no place for records of its own.
                open.push(None);
                open.push(None);
            }
            b'}' => drop(open.pop()),
            b']' => {
                open.pop();
                open.pop();
            }
            b',' => name = None,
            _ => {}
        }
    }
    found.sort_by_key(|(depth, _)| *depth);
    found.into_iter().map(|(_, path)| path).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_array_of_records_is_found() {
        for (head, expected) in [
            (r#"{"data": {"items": [{"a": [{"b": 1}]}, {"a"#, &["data.items"][..]),
            (r#"{"meta": {"tags": ["x"]}, "a.b": [{}], "rows": [{"x": 1}], "deep": {"er": [{"#, &["rows", "deep.er"]),
            (r#"[{"a": 1}]"#, &[""]),
            (r#"{"a": 1}"#, &[]),
            (r#"{"a": "\"[{"#, &[]),
        ] {
            assert_eq!(arrays(head), expected, "{head}");
        }
        assert_eq!(layout("a.json", "{\"a\": 1}\n{\"a\": 2}\n"), JsonLayout::Lines);
        assert_eq!(layout("a.json", "{\"a\": 1}\n"), JsonLayout::Document);
        assert_eq!(layout("a.ndjson", "{\"a\": 1}\n"), JsonLayout::Lines);
    }
}
