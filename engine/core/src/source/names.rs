//! Column names that files bring.

use std::collections::BTreeSet;

/// Names without control characters (so that no header can imitate a hidden column) and outer white space;
/// `column_<n>` where nothing remains, `_<n>` after a name that stood before.
pub fn legal_column_names<S: AsRef<str>>(raw: &[S]) -> Vec<String> {
    let mut names = LegalNames::default();
    raw.iter().map(|raw| names.add(raw.as_ref())).collect()
}

/// Names that turn up one after the other, by the rules of [`legal_column_names`].
#[derive(Debug, Default)]
pub struct LegalNames {
    taken: BTreeSet<String>,
}

impl LegalNames {
    /// The legal name of the next column.
    pub fn add(&mut self, raw: &str) -> String {
        let plain: String = raw.chars().filter(|char| !char.is_control() && *char != '\u{feff}').collect();
        let plain = match plain.trim() {
            "" => format!("column_{}", self.taken.len() + 1),
            name => name.to_owned(),
        };
        let (mut name, mut copy) = (plain.clone(), 1);
        while !self.taken.insert(name.clone()) {
            copy += 1;
            name = format!("{plain}_{copy}");
        }
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
    }
}
