//! Whether the first lines of a file read in the encoding that was chosen for it.

use protocol::source::Detection;
use serde_json::Value;

/// What stands for bytes that are no character in an encoding.
const LOST: char = '\u{fffd}';

/// The encoding of a detection, by its name among the parameters.
pub fn chosen(found: &Detection) -> Option<String> {
    let params: Value = serde_json::from_str(&found.params).ok()?;
    Some(params.get("encoding")?.as_str()?.to_owned())
}

/// Whether bytes of the first lines are no characters in the encoding of the detection.
pub fn has_lost_characters(found: &Detection) -> bool {
    let cells = found.sample.columns.iter().flat_map(|column| column.cells.iter().flatten());
    let names = found.columns.iter().map(|column| &column.name);
    chosen(found).is_some() && found.raw_lines.iter().chain(cells).chain(names).any(|text| text.contains(LOST))
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::table::Window;

    #[test]
    fn lost_characters_are_seen_where_there_is_an_encoding() {
        for (params, line, lossy) in [
            (r#"{"encoding":"utf-8"}"#, "Ville;\u{fffd}lodie", true),
            (r#"{"encoding":"cp1252"}"#, "Ville;Élodie", false),
            ("{}", "\u{fffd}", false),
        ] {
            let found = Detection {
                op: "import".to_owned(),
                params: params.to_owned(),
                table: "t".to_owned(),
                columns: Vec::new(),
                sample: Window::default(),
                raw_lines: vec![line.to_owned()],
            };
            assert_eq!(has_lost_characters(&found), lossy, "{params} {line}");
        }
    }
}
