//! French spacing: a mark that takes a space before it (`;`, `:`, `?`, `!`, `»`, `%`), or after it (`«`), never
//! stands alone at the end or the start of a line.

/// The text with no-break spaces at those marks, narrow ones where French has them narrow.
pub fn french(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        let before = spaced.chars().next_back();
        let next = chars.peek().copied();
        let is_joint = char == ' ' && before.is_some_and(|before| !before.is_whitespace());
        spaced.push(match next {
            _ if is_joint && before == Some('«') => '\u{a0}',
            Some(':' | '»') if is_joint => '\u{a0}',
            Some(';' | '?' | '!') if is_joint => '\u{202f}',
            // A percent sign that stands for itself, not one of a format.
            Some('%') if is_joint && stands_alone(&chars) => '\u{a0}',
            _ => char,
        });
    }
    spaced
}

/// Whether no letter follows the mark that comes next.
fn stands_alone(chars: &std::iter::Peekable<std::str::Chars<'_>>) -> bool {
    !chars.clone().nth(1).is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stay_with_their_words() {
        for (text, spaced) in [
            ("Ligne 2 : « n.c. » ; et après ?", "Ligne 2\u{a0}: «\u{a0}n.c.\u{a0}»\u{202f}; et après\u{202f}?"),
            ("{ $share } %, puis %d", "{ $share }\u{a0}%, puis %d"),
            ("Ici %d/%m", "Ici %d/%m"),
            ("clé = valeur\n    : suite", "clé = valeur\n    : suite"),
            ("10:30", "10:30"),
        ] {
            assert_eq!(french(text), spaced, "{text}");
        }
    }
}
