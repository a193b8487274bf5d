//! A record as cells under paths: `{"a": {"b": 1}}` is the cell `1` under `a.b`.

use std::borrow::Cow;

use super::value::{Fault, Node, compact, elements, parse};
use super::{JsonOptions, Nested};
use crate::source::csv::options::CsvType;
use crate::source::paths::MAX_PATH_BYTES;

/// Most rows that one record may be exploded to, times its cells, and most bytes of what these rows have in common:
/// bounds against small files of huge tables.
const MAX_CELLS: usize = 2_000_000;
const MAX_SHARED_BYTES: usize = 256 << 20;

/// A cell: its text, and the types that it could be.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell<'a> {
    /// Its text, as a column of text would hold it; none of a null.
    pub text: Option<Cow<'a, str>>,
    /// The types that the literal could be; none for text that must stay text.
    pub types: &'static [CsvType],
}

/// Cells under their paths, in order; of two cells under one path the last counts.
pub type Cells<'a> = Vec<(String, Cell<'a>)>;

/// How records become rows.
#[derive(Debug, Clone)]
pub struct Shape {
    /// Levels of nested objects that become columns of their own.
    depth: u32,
    /// Path of the list whose elements become rows.
    explode: Option<String>,
}

impl Shape {
    /// The shape that the options ask for.
    pub fn of(options: &JsonOptions) -> Self {
        let depth = match options.nested {
            Nested::Flatten => options.depth,
            Nested::Text => 0,
        };
        let explode = options.explode.as_deref().map(str::trim).filter(|path| !path.is_empty());
        Self { depth, explode: explode.map(str::to_owned) }
    }

    /// The rows of a record: one, or one for each element of the list that is exploded (one with nothing of it
    /// where the list is missing or empty).
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn rows<'a>(&self, record: &'a str) -> Result<Vec<Cells<'a>>, Fault> {
        let record = parse(record)?;
        let mut room = MAX_PATH_BYTES;
        let Some(path) = &self.explode else {
            let mut cells = Cells::new();
            self.flatten(record, &mut String::new(), 0, &mut cells, &mut room)?;
            return Ok(vec![cells]);
        };
        let list = find(&record, path).map(elements).transpose()?.unwrap_or_default();
        let mut shared = Cells::new();
        self.flatten(record, &mut String::new(), 0, &mut shared, &mut room)?;
        shared.retain(|(name, _)| name != path);
        if list.is_empty() {
            return Ok(vec![shared]);
        }
        let bytes: usize =
            shared.iter().map(|(path, cell)| path.len() + cell.text.as_ref().map_or(0, |text| text.len())).sum();
        let is_too_much = |each: usize, most: usize| list.len().saturating_mul(each) > most;
        if is_too_much(shared.len() + 1, MAX_CELLS) || is_too_much(bytes, MAX_SHARED_BYTES) {
            return Err("too many elements");
        }
        let row = |element| {
            let mut cells = shared.clone();
            self.flatten(element, &mut path.clone(), 1, &mut cells, &mut room)?;
            Ok(cells)
        };
        list.into_iter().map(row).collect()
    }

    /// Appends the cells of a value; `room` is what their paths may still take.
    fn flatten<'a>(
        &self,
        node: Node<'a>,
        path: &mut String,
        level: u32,
        cells: &mut Cells<'a>,
        room: &mut usize,
    ) -> Result<(), Fault> {
        use CsvType::{Boolean, Date, Datetime, Integer, Number};
        let cell = match node {
            Node::Null => Cell { text: None, types: &[] },
            Node::Object(fields, _) if level <= self.depth => {
                for (name, node) in fields {
                    let length = path.len();
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(&name);
                    self.flatten(node, path, level + 1, cells, room)?;
                    path.truncate(length);
                }
                return Ok(());
            }
            Node::Boolean(value) => Cell { text: Some(if value { "true" } else { "false" }.into()), types: &[Boolean] },
            Node::Number(digits) => Cell { text: Some(digits.into()), types: &[Integer, Number] },
            Node::Text(text) => Cell { text: Some(text), types: &[Date, Datetime] },
            Node::List(text) | Node::Object(_, text) => Cell { text: Some(compact(text)), types: &[] },
        };
        let name = if path.is_empty() { "value".to_owned() } else { path.clone() };
        *room = room.checked_sub(name.len()).ok_or("names too long")?;
        cells.push((name, cell));
        Ok(())
    }
}

/// The list at a path of a record.
fn find<'a>(record: &Node<'a>, path: &str) -> Option<&'a str> {
    let (mut node, mut rest) = (record, path);
    loop {
        let Node::Object(fields, _) = node else { return None };
        // A name may have a point in it: the whole rest comes first.
        let field = |name: &str| fields.iter().rev().find(|(field, _)| field == name).map(|(_, node)| node);
        if let Some(Node::List(text)) = field(rest) {
            return Some(text);
        }
        let (name, after) = rest.split_once('.')?;
        (node, rest) = (field(name)?, after);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(record: &str, options: &JsonOptions) -> String {
        let rows = Shape::of(options).rows(record).expect("a record");
        let row = |cells: &Cells| {
            cells
                .iter()
                .map(|(name, cell)| format!("{name}={}", cell.text.as_deref().unwrap_or("∅")))
                .collect::<Vec<_>>()
                .join(" ")
        };
        rows.iter().map(row).collect::<Vec<_>>().join(" / ")
    }

    #[test]
    fn records_become_cells_under_paths() {
        let record = r#"{"a": {"b": {"c": 1}, "d": null}, "l": [{"x": 1}, 2], "t": "é"}"#;
        let options = JsonOptions::default();
        for (options, expected) in [
            (options.clone(), r#"a.b.c=1 a.d=∅ l=[{"x":1},2] t=é"#),
            (JsonOptions { depth: 1, ..options.clone() }, r#"a.b={"c":1} a.d=∅ l=[{"x":1},2] t=é"#),
            (JsonOptions { nested: Nested::Text, ..options.clone() }, r#"a={"b":{"c":1},"d":null} l=[{"x":1},2] t=é"#),
            (
                JsonOptions { explode: Some("l".to_owned()), ..options.clone() },
                "a.b.c=1 a.d=∅ t=é l.x=1 / a.b.c=1 a.d=∅ t=é l=2",
            ),
            (JsonOptions { explode: Some("a.l".to_owned()), ..options }, r#"a.b.c=1 a.d=∅ l=[{"x":1},2] t=é"#),
        ] {
            assert_eq!(text(record, &options), expected, "{options:?}");
        }
        assert_eq!(text("3", &JsonOptions::default()), "value=3");
    }
}
