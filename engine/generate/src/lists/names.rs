//! Given names in use in France, written down by us, and family names that we composed; the more frequent first.

/// Given names of women.
const WOMEN: &str = include_str!("women.txt");

/// Given names of men.
const MEN: &str = include_str!("men.txt");

/// Family names: stems and endings put together, so that they are nobody's in particular.
const SURNAMES: &str = include_str!("surnames.txt");

/// Given names of women, or of men.
pub(crate) fn given_names(women: bool) -> Vec<&'static str> {
    (if women { WOMEN } else { MEN }).lines().collect()
}

/// Family names.
pub(crate) fn surnames() -> Vec<&'static str> {
    SURNAMES.lines().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_long_and_without_repetition() {
        for (names, least) in [(given_names(true), 110), (given_names(false), 110), (surnames(), 400)] {
            assert!(names.len() >= least, "{}", names.len());
            let unique: std::collections::BTreeSet<&&str> = names.iter().collect();
            assert_eq!(unique.len(), names.len());
            assert!(names.iter().filter(|name| !name.is_ascii()).count() > 20);
        }
    }
}
