//! What a person types to find a cell, as canonical texts of cells may hold it; and the line in which searches
//! wait for the one before them, which they begin from.

use std::collections::VecDeque;

use super::format::Marks;

/// Searches in the order in which they were asked for, one at a time.
#[derive(Debug)]
pub struct Line<T> {
    waiting: VecDeque<T>,
    busy: bool,
}

impl<T> Default for Line<T> {
    fn default() -> Self {
        Self { waiting: VecDeque::new(), busy: false }
    }
}

impl<T> Line<T> {
    /// Puts one at the end. Says whether nobody is at work, so that who asks begins.
    pub fn push(&mut self, search: T) -> bool {
        self.waiting.push_back(search);
        !std::mem::replace(&mut self.busy, true)
    }

    /// The next one to do; none ends the work.
    pub fn take(&mut self) -> Option<T> {
        let next = self.waiting.pop_front();
        self.busy = next.is_some();
        next
    }

    /// Whether one is at work.
    pub fn is_busy(&self) -> bool {
        self.busy
    }

    /// Forgets those that wait: what they were about is gone.
    pub fn clear(&mut self) {
        self.waiting.clear();
    }
}

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
    fn searches_wait_for_the_one_before() {
        let mut line = Line::default();
        assert!(line.push(1), "the first one begins");
        assert_eq!(line.take(), Some(1));
        assert!(!line.push(2) && !line.push(3), "who comes later waits");
        assert_eq!((line.take(), line.take()), (Some(2), Some(3)));
        assert!(line.is_busy());
        assert_eq!(line.take(), None);
        assert!(line.push(4), "after the end it begins again");
        line.clear();
        assert_eq!(line.take(), None);
    }

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
