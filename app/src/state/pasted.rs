//! Text that was pasted, as a file: its name says what it seems to be.

/// The name of a file for a text, with the ending of what it seems to be: JSON, or lines with tabs, or else
/// delimited text.
pub fn file_name(stem: &str, text: &str) -> String {
    let text = text.trim_start();
    let ending = if text.starts_with(['{', '[']) {
        "json"
    } else if text.lines().next().is_some_and(|line| line.contains('\t')) {
        "tsv"
    } else {
        "csv"
    };
    let stem = stem.trim();
    if stem.to_lowercase().ends_with(&format!(".{ending}")) { stem.to_owned() } else { format!("{stem}.{ending}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_a_text_seems_to_be() {
        for (stem, text, name) in [
            ("collage", "a;b\n1;2", "collage.csv"),
            ("collage", "a\tb\n1\t2", "collage.tsv"),
            ("collage", "  [{\"a\": 1}]", "collage.json"),
            (" villes.CSV ", "a,b", "villes.CSV"),
        ] {
            assert_eq!(file_name(stem, text), name);
        }
    }
}
