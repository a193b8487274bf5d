//! Column names that files bring.

use std::collections::BTreeMap;

/// Names without control characters (so that no header can imitate a hidden column) and outer white space;
/// `column_<n>` where nothing remains, `_<n>` after a name that stood before.
pub fn legal_column_names<S: AsRef<str>>(raw: &[S]) -> Vec<String> {
    let mut names = LegalNames::default();
    raw.iter().map(|raw| names.add(raw.as_ref())).collect()
}

/// Names that turn up one after the other, by the rules of [`legal_column_names`].
#[derive(Debug, Default)]
pub struct LegalNames {
    /// Names that are taken, with the number of the last copy that was looked for.
    taken: BTreeMap<String, usize>,
}

impl LegalNames {
    /// The legal name of the next column.
    pub fn add(&mut self, raw: &str) -> String {
        let plain: String = raw.chars().filter(|char| !char.is_control() && *char != '\u{feff}').collect();
        let plain = match plain.trim() {
            "" => format!("column_{}", self.taken.len() + 1),
            name => name.to_owned(),
        };
        let Some(mut copy) = self.taken.get(&plain).copied() else {
            self.taken.insert(plain.clone(), 1);
            return plain;
        };
        let name = loop {
            copy += 1;
            let name = format!("{plain}_{copy}");
            if !self.taken.contains_key(&name) {
                break name;
            }
        };
        self.taken.insert(plain, copy);
        self.taken.insert(name.clone(), 1);
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_legal_and_unique() {
        let raw = ["a", " a ", "", "\u{1f}clients", "a_2", "b\r\nc", "column_3"];
        assert_eq!(legal_column_names(&raw), ["a", "a_2", "column_3", "clients", "a_2_2", "bc", "column_3_2"]);
        // Each copy goes on from the one before: looking for all from the start would take minutes.
        let same = legal_column_names(&["a"; 20_000]);
        assert_eq!((same[1].as_str(), same[19_999].as_str()), ("a_2", "a_20000"));
    }
}
