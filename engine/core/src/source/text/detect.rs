//! What a plain text holds: its first lines, or paragraphs where blank lines part most of it.

use protocol::Checked;
use protocol::source::Detection;
use serde_json::{Map, Value};

use super::{TextOptions, TextUnit, documents};
use crate::source::{ByteSource, preview};

/// Looks at a sample of a file. `chosen` holds the parameters that the person chose: they are kept.
///
/// # Errors
/// Those of the import, and `param-invalid`.
pub fn detect(file: &str, source: &dyn ByteSource, chosen: &Map<String, Value>) -> Checked<Detection> {
    let (mut options, sample): (TextOptions, _) = preview::sampled(file, source, chosen)?;
    if !chosen.contains_key("unit") {
        options.unit = unit(&sample.head);
    }
    let (head, slices) = sample.head_file(file);
    let (_, first) = documents::with_sample(&sample, slices, &options, &preview::table_name(file)).read_all(&head)?;
    preview::detection("import_text", file, &options, first.table, Some(&sample))
}

/// Paragraphs, where there are several, of more than one line on average.
fn unit(head: &str) -> TextUnit {
    let (mut lines, mut paragraphs, mut in_paragraph) = (0, 0, false);
    for line in head.lines() {
        let is_blank = line.trim().is_empty();
        if !is_blank {
            lines += 1;
            paragraphs += usize::from(!in_paragraph);
        }
        in_paragraph = !is_blank;
    }
    if paragraphs > 1 && lines > paragraphs * 3 / 2 { TextUnit::Paragraph } else { TextUnit::Line }
}
