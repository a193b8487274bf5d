//! Column names that files bring.

use std::collections::BTreeSet;

/// Names without control characters (so that no header can imitate a hidden column) and outer white space;
/// `column_<n>` where nothing remains, `_<n>` after a name that stood before.
pub fn legal_column_names<S: AsRef<str>>(raw: &[S]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    raw.iter()
        .enumerate()
        .map(|(index, raw)| {
            let plain: String = raw.as_ref().chars().filter(|char| !char.is_control() && *char != '\u{feff}').collect();
            let plain = match plain.trim() {
                "" => format!("column_{}", index + 1),
                name => name.to_owned(),
            };
            let (mut name, mut copy) = (plain.clone(), 1);
            while !taken.insert(name.clone()) {
                copy += 1;
                name = format!("{plain}_{copy}");
            }
            name
        })
        .collect()
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
