//! A work as it is stored: the recipe with what is needed to come back to where one was.

use protocol::{Recipe, recipe};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::session::Selection;

/// Marks the document among other stored values.
pub const FORMAT: &str = "creuset.work";
/// Version of the stored document that this code writes.
pub const VERSION: u32 = 1;
/// Prefix of the storage keys of works; the id follows.
pub const KEY_PREFIX: &str = "creuset.work.";

/// The stored document of a work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WorkDocument {
    /// Always [`FORMAT`].
    pub format: String,
    /// Version of this document's shape.
    pub version: u32,
    /// Id of the work, as in its address.
    pub id: String,
    /// When it was made, milliseconds since 1970, UTC.
    pub created_ms: f64,
    /// When it was last changed, likewise.
    pub updated_ms: f64,
    /// The recipe.
    pub recipe: Recipe,
    /// What was looked at.
    #[serde(default)]
    pub selection: Selection,
    /// Whether the guide of the first minute stands beside it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub guided: bool,
    /// Id of the exercise that it is the work on, if it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exercise: Option<String>,
}

/// What a list of works shows.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkSummary {
    /// Id of the work.
    pub id: String,
    /// Its title; empty if it has none.
    pub title: String,
    /// When it was last changed, milliseconds since 1970, UTC.
    pub updated_ms: f64,
    /// Steps of its recipe.
    pub steps: usize,
    /// Names of its files.
    pub files: Vec<String>,
}

/// Why a stored document cannot be opened.
#[derive(Debug, Clone, PartialEq)]
pub enum Unreadable {
    /// Not a work, or damaged.
    Malformed,
    /// Written by a newer version of the page.
    Newer,
    /// Its recipe is refused.
    Recipe(Box<protocol::Diagnostic>),
}

impl WorkDocument {
    /// A new work with an empty recipe.
    pub fn new(id: &str, now_ms: f64) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            id: id.to_owned(),
            created_ms: now_ms,
            updated_ms: now_ms,
            recipe: Recipe::default(),
            selection: Selection::default(),
            guided: false,
            exercise: None,
        }
    }

    /// The text that is stored.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads stored text; the recipe goes through its own migrations.
    ///
    /// # Errors
    /// [`Unreadable`] says why; the text is left as it is.
    pub fn parse(text: &str) -> Result<Self, Unreadable> {
        let mut value: Value = serde_json::from_str(text).map_err(|_| Unreadable::Malformed)?;
        if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
            return Err(Unreadable::Malformed);
        }
        if value.get("version").and_then(Value::as_u64).is_none_or(|version| version > u64::from(VERSION)) {
            return Err(Unreadable::Newer);
        }
        let stored = value.get("recipe").map(Value::to_string).ok_or(Unreadable::Malformed)?;
        let current = recipe::parse(&stored).map_err(Unreadable::Recipe)?;
        value["recipe"] = serde_json::to_value(&current).map_err(|_| Unreadable::Malformed)?;
        serde_json::from_value(value).map_err(|_| Unreadable::Malformed)
    }

    /// What a list shows of it.
    pub fn summary(&self) -> WorkSummary {
        WorkSummary {
            id: self.id.clone(),
            title: self.recipe.title.clone(),
            updated_ms: self.updated_ms,
            steps: self.recipe.steps.len(),
            files: self.recipe.files.iter().map(|file| file.name.clone()).collect(),
        }
    }
}

/// The works of one's own of a list of stored texts, last changed first. What cannot be read is left out, and so are
/// works on exercises, which are found by their exercise.
pub fn summaries<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<WorkSummary> {
    let mut works: Vec<WorkSummary> = texts
        .into_iter()
        .filter_map(|text| WorkDocument::parse(text).ok())
        .filter(|work| work.exercise.is_none())
        .map(|work| work.summary())
        .collect();
    works.sort_by(|a, b| b.updated_ms.total_cmp(&a.updated_ms).then_with(|| a.id.cmp(&b.id)));
    works
}

/// Whether a text can be the id of a work: it stands in addresses and in file paths.
pub fn is_legal_id(id: &str) -> bool {
    (1..=40).contains(&id.len())
        && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// An id from an instant and a random number: sortable by age, without collision between tabs.
pub fn new_id(now_ms: f64, random: u32) -> String {
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let mut number = (now_ms.max(0.0) as u128) << 32 | u128::from(random);
    let mut id = Vec::new();
    while number > 0 {
        id.push(DIGITS[(number % 36) as usize]);
        number /= 36;
    }
    id.reverse();
    String::from_utf8(id).unwrap_or_default()
}

/// The name under which a recipe is saved outside: its title as a legal name.
pub fn recipe_file_name(title: &str) -> String {
    if title.trim().is_empty() { "creuset.json".to_owned() } else { format!("{}.json", recipe::legal_name(title)) }
}

/// A file name that no entry bears: `name (2).csv` and so on.
pub fn free_file_name(name: &str, taken: impl Fn(&str) -> bool) -> String {
    if !taken(name) {
        return name.to_owned();
    }
    let (stem, ending) = match name.rfind('.') {
        Some(at) if at > 0 => name.split_at(at),
        _ => (name, ""),
    };
    (2u32..).map(|number| format!("{stem} ({number}){ending}")).find(|free| !taken(free)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_work_reads_back() {
        let mut work = WorkDocument::new("a1", 5.0);
        work.recipe.title = "Loyers".to_owned();
        work.selection.column = Some("rent".to_owned());
        assert_eq!(WorkDocument::parse(&work.to_json()), Ok(work));
    }

    #[test]
    fn what_cannot_be_opened_says_why() {
        let newer = WorkDocument { version: 2, ..WorkDocument::new("a", 0.0) }.to_json();
        for (text, why) in
            [("", Unreadable::Malformed), ("{}", Unreadable::Malformed), (newer.as_str(), Unreadable::Newer)]
        {
            assert_eq!(WorkDocument::parse(text), Err(why));
        }
        let mut work = WorkDocument::new("a", 0.0);
        work.recipe.version = 99;
        assert!(matches!(WorkDocument::parse(&work.to_json()), Err(Unreadable::Recipe(_))));
    }

    #[test]
    fn the_last_changed_comes_first() {
        let texts: Vec<String> = [("a", 1.0), ("b", 3.0), ("c", 2.0)]
            .map(|(id, at)| WorkDocument { updated_ms: at, ..WorkDocument::new(id, 0.0) }.to_json())
            .into();
        let exercise = WorkDocument { exercise: Some("first".to_owned()), ..WorkDocument::new("d", 9.0) }.to_json();
        let list = summaries(texts.iter().map(String::as_str).chain(["broken", exercise.as_str()]));
        assert_eq!(list.iter().map(|work| work.id.as_str()).collect::<Vec<_>>(), ["b", "c", "a"]);
    }

    #[test]
    fn ids_are_legal_and_files_get_free_names() {
        assert!(is_legal_id(&new_id(1_795_465_751_000.0, u32::MAX)));
        for id in ["", "A", "a/b", "../x", "é"] {
            assert!(!is_legal_id(id), "{id}");
        }
        let taken = |name: &str| ["a.csv", "a (2).csv", "b", ".env"].contains(&name);
        for (name, free) in [("c.csv", "c.csv"), ("a.csv", "a (3).csv"), ("b", "b (2)"), (".env", ".env (2)")] {
            assert_eq!(free_file_name(name, taken), free);
        }
        for (title, name) in [("", "creuset.json"), ("Loyers 2024", "loyers_2024.json")] {
            assert_eq!(recipe_file_name(title), name);
        }
    }
}
