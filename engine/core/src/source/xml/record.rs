//! One record as it is read: its open elements, and its cells under their paths.

use std::collections::BTreeMap;

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart};

use crate::source::csv::options::CsvType;
use crate::source::paths::{MAX_PATH_BYTES, PathCell};
use crate::source::typing;

/// The column of text that stands in the record's element itself.
const OWN_TEXT: &str = "text";

/// A record under way.
#[derive(Default)]
pub struct Record {
    /// Where it begins in the text at hand.
    pub start: usize,
    /// Elements that were open around it.
    pub depth: usize,
    path: String,
    /// Length of the path and text of each open element.
    open: Vec<(usize, String)>,
    cells: Vec<(String, Vec<String>)>,
    places: BTreeMap<String, usize>,
    /// Bytes of all paths.
    path_bytes: usize,
    /// Why it cannot be read, if it cannot.
    pub fault: Option<String>,
}

impl Record {
    /// A record that begins at `start`, inside of `depth` elements.
    pub fn new(start: usize, depth: usize) -> Self {
        Self { start, depth, ..Self::default() }
    }

    /// Opens an element; the first one is the record itself.
    pub fn open(&mut self, name: &str, element: &BytesStart) {
        let before = self.path.len();
        if !self.open.is_empty() {
            if !self.path.is_empty() {
                self.path.push('.');
            }
            self.path.push_str(name);
        }
        self.open.push((before, String::new()));
        for attribute in element.attributes() {
            let Ok(attribute) = attribute else {
                self.fault = Some("attribute".to_owned());
                return;
            };
            if attribute.key.as_ref().starts_with(b"xmlns") {
                continue;
            }
            let name = String::from_utf8_lossy(attribute.key.local_name().as_ref()).into_owned();
            match attribute.unescape_value() {
                Ok(value) => {
                    let path = if self.path.is_empty() { format!("@{name}") } else { format!("{}.@{name}", self.path) };
                    self.add(path, value.into_owned());
                }
                Err(_) => self.fault = Some("entity".to_owned()),
            }
        }
    }

    /// Takes text of the innermost element.
    pub fn text(&mut self, text: &str) {
        if let Some((_, own)) = self.open.last_mut() {
            own.push_str(text);
        }
    }

    /// Takes a reference to a character; others are not followed.
    pub fn reference(&mut self, reference: &BytesRef) {
        let name = reference.decode().unwrap_or_default();
        match reference.resolve_char_ref() {
            Ok(Some(char)) => self.text(char.encode_utf8(&mut [0; 4])),
            Ok(None) if resolve_predefined_entity(&name).is_some() => {
                self.text(resolve_predefined_entity(&name).unwrap_or_default());
            }
            _ => self.fault = Some(format!("&{name};").chars().take(100).collect()),
        }
    }

    /// Closes the innermost element.
    pub fn close(&mut self) {
        let Some((before, text)) = self.open.pop() else { return };
        let text = text.trim();
        if !text.is_empty() {
            let path = if self.path.is_empty() { OWN_TEXT.to_owned() } else { self.path.clone() };
            self.add(path, text.to_owned());
        }
        self.path.truncate(before);
    }

    fn add(&mut self, path: String, text: String) {
        match self.places.get(&path) {
            Some(place) => self.cells[*place].1.push(text),
            None if self.path_bytes + path.len() > MAX_PATH_BYTES => self.fault = Some("names too long".to_owned()),
            None => {
                self.path_bytes += path.len();
                self.places.insert(path.clone(), self.cells.len());
                self.cells.push((path, vec![text]));
            }
        }
    }

    /// The cells; several of one path are a list in JSON.
    pub fn cells(&mut self) -> impl Iterator<Item = PathCell<'_>> {
        const TEXT: &[CsvType] = &[];
        for (_, texts) in &mut self.cells {
            if texts.len() > 1 {
                let list = serde_json::to_string(texts).unwrap_or_default();
                // The empty text marks the list: no cell is empty twice.
                *texts = vec![list, String::new()];
            }
        }
        self.cells.iter().map(|(path, texts)| {
            let types = if texts.len() > 1 { TEXT } else { &typing::ANY };
            (path.as_str(), texts.first().map(String::as_str), types)
        })
    }
}
