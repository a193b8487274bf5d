//! What two writings of one thing have in common: keys under which they meet, shares of what they are made of.
//! And the one damage that a text shows by itself, a wrong decoding.

use std::collections::BTreeSet;

use encoding_rs::{WINDOWS_1252, mem};

use super::text::strip_accents;

/// Letters of which no mark can be taken off, as they are written without them.
const SPELT: [(char, &str); 11] = [
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ø', "oe"),
    ('ł', "l"),
    ('đ', "d"),
    ('ð', "d"),
    ('þ', "th"),
    ('ħ', "h"),
    ('ŧ', "t"),
    ('ı', "i"),
];

/// In small letters, without accents, of letters and digits and white space only.
fn plain(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    for char in strip_accents(&text.to_lowercase()).chars() {
        match SPELT.iter().find(|(letter, _)| *letter == char) {
            Some((_, spelt)) => made.push_str(spelt),
            None if char.is_alphanumeric() || char.is_whitespace() => made.push(char),
            None => {}
        }
    }
    made
}

/// The key under which writings meet that differ in case, accents, punctuation, order and repetition of words: its
/// words once each, in order (the fingerprint of OpenRefine's key collision).
pub fn fingerprint(text: &str) -> String {
    let plain = plain(text);
    let words: BTreeSet<&str> = plain.split_whitespace().collect();
    words.into_iter().collect::<Vec<_>>().join(" ")
}

/// The key under which writings meet that differ in spaces too, and in a letter twice: its stretches of `size`
/// characters once each, in order (OpenRefine's n-gram fingerprint). A shorter text is its own stretch; a size
/// below 1 counts as 1.
pub fn ngram_fingerprint(text: &str, size: i64) -> String {
    let chars: Vec<char> = plain(text).chars().filter(|char| !char.is_whitespace()).collect();
    let size = usize::try_from(size.max(1)).unwrap_or(usize::MAX).min(chars.len().max(1));
    let stretches: BTreeSet<&[char]> = chars.windows(size).collect();
    stretches.into_iter().flatten().collect()
}

/// The characters that two texts share, of those that one of them has (Jaccard 1901); 0 where one is empty.
pub fn jaccard(left: &str, right: &str) -> f64 {
    share(&left.chars().collect(), &right.chars().collect())
}

/// The share of common members; 0 without members.
pub fn share<T: Ord>(left: &BTreeSet<T>, right: &BTreeSet<T>) -> f64 {
    let common = left.intersection(right).count();
    let all = left.len() + right.len() - common;
    if all == 0 { 0.0 } else { common as f64 / all as f64 }
}

/// Whether a text was UTF-8 that was read as Windows-1252 (or ISO 8859-1): written back to those bytes, it reads as
/// a shorter text of UTF-8.
pub fn has_mojibake(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    // The characters below 256 are the bytes of ISO 8859-1, those of Windows-1252 included that it leaves free.
    let bytes = if mem::is_str_latin1(text) {
        mem::encode_latin1_lossy(text)
    } else {
        let (bytes, _, misfits) = WINDOWS_1252.encode(text);
        if misfits {
            return false;
        }
        bytes
    };
    std::str::from_utf8(&bytes).is_ok_and(|read| read.chars().count() < text.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_decoding_is_seen_and_nothing_else() {
        for (text, expected) in [
            ("BesanÃ§on", true),
            ("lâ€™Ã®le dâ€™YeuÂ\u{a0}: 12 â‚¬", true),
            ("Ã\u{a0} Nice", true),
            ("Ã©tÃ© et été", false),
            ("Besançon", false),
            ("Ærø", false),
            ("l’île : 12 €", false),
            ("Œuvre", false),
            ("Łódź", false),
            ("Paris", false),
            ("", false),
        ] {
            assert_eq!(has_mojibake(text), expected, "{text}");
        }
        for word in ["été", "à", "Besançon", "l’œuvre", "12 €", "Saint-Étienne"] {
            let (read, _) = WINDOWS_1252.decode_without_bom_handling(word.as_bytes());
            assert!(has_mojibake(&read), "{read}");
            assert!(has_mojibake(&mem::decode_latin1(word.as_bytes())), "{word}");
        }
    }

    #[test]
    fn writings_of_one_thing_meet() {
        for (text, key, pairs) in [
            ("Curie, M", "curie m", "cuemieriur"),
            ("", "", ""),
            ("É", "e", "e"),
            ("Straße", "strasse", "asrasesssttr"),
            ("nº5 n° 5", "5 n nº5", "5nn5nºº5"),
            ("---", "", ""),
        ] {
            assert_eq!(fingerprint(text), key, "{text}");
            assert_eq!(ngram_fingerprint(text, 2), pairs, "{text}");
        }
        assert_eq!(fingerprint("Marie  CURIE"), fingerprint("  Curie, Marie "));
        assert_eq!(ngram_fingerprint("Marie  CURIE", 1), "aceimru");
        assert_eq!(ngram_fingerprint("Marie", 0), "aeimr");
        assert_eq!(ngram_fingerprint("ab", i64::MAX), "ab");
        assert_eq!(ngram_fingerprint("Saint-Denis", 3), ngram_fingerprint("SAINT DENIS", 3));
    }

    #[test]
    fn shares_are_of_characters() {
        for (left, right, expected) in
            [("duck", "luck", 0.6), ("été", "ete", 1.0 / 3.0), ("", "a", 0.0), ("aa", "a", 1.0)]
        {
            assert!((jaccard(left, right) - expected).abs() < 1e-15, "{left} {right}");
        }
    }
}
