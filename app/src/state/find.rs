//! What a person types to find a cell, as canonical texts of cells may hold it.

use super::format::Marks;

/// The texts to look for: what was typed; where that is a number in the reader's marks, the number as the engine
/// writes it; and the words for true and false.
pub fn needles(typed: &str, marks: Marks, words: [(&str, &str); 2]) -> Vec<String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Vec::new();
    }
    let mut needles = vec![typed.to_owned()];
    let digits = typed.chars().filter(char::is_ascii_digit).count();
    let is_mark = |char: char| char == marks.group || char == marks.decimal || char.is_whitespace();
    let is_number = |char: char| char.is_ascii_digit() || is_mark(char) || matches!(char, '-' | '\u{2212}');
    if digits > 0 && typed.chars().all(is_number) {
        let plain =
            typed.chars().filter(|char| *char == marks.decimal || *char != marks.group && !char.is_whitespace());
        let plain = plain.map(|char| match char {
            '\u{2212}' => '-',
            char if char == marks.decimal => '.',
            char => char,
        });
        needles.push(plain.collect());
    }
    let folded = typed.to_lowercase();
    needles.extend(words.iter().filter(|(word, _)| *word == folded).map(|(_, canonical)| (*canonical).to_owned()));
    needles.dedup();
    needles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_becomes_what_cells_hold() {
        let (fr, en) = (Marks { group: '\u{202f}', decimal: ',' }, Marks { group: ',', decimal: '.' });
        let words = [("vrai", "true"), ("faux", "false")];
        for (typed, marks, expected) in [
            (" Élodie ", fr, &["Élodie"][..]),
            ("712,5", fr, &["712,5", "712.5"]),
            ("12\u{202f}345,6", fr, &["12\u{202f}345,6", "12345.6"]),
            ("12 345", fr, &["12 345", "12345"]),
            ("12,345.6", en, &["12,345.6", "12345.6"]),
            ("\u{2212}3", fr, &["\u{2212}3", "-3"]),
            ("71", fr, &["71"]),
            ("Vrai", fr, &["Vrai", "true"]),
            ("2024-01", fr, &["2024-01"]),
            ("  ", fr, &[]),
        ] {
            assert_eq!(needles(typed, marks, words), expected, "{typed}");
        }
    }
}
