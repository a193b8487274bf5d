//! How alike two cells are, from 0 to 1, and what can be said of it before it is computed.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::sql::likeness;

/// How two texts are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// 1 where they are equal, else 0.
    Exact,
    /// Likeness of Jaro and Winkler: for names, whose beginnings are rarely mistyped.
    #[default]
    JaroWinkler,
    /// 1 less the edits of a character, by the longer length.
    Levenshtein,
    /// The share of words in common, whatever their order, case and accents.
    TokenSet,
}

/// The cells of a column, ready to be compared.
pub enum Cells {
    /// Of numbers that stand for the texts.
    Exact(Vec<Option<u32>>),
    /// Of characters.
    Chars(Method, Vec<Option<Vec<char>>>),
    /// Of words.
    Words(Vec<Option<BTreeSet<String>>>),
}

impl Cells {
    /// Of the texts of a column.
    pub fn of(method: Method, texts: Vec<Option<String>>) -> Self {
        match method {
            Method::Exact => {
                let all: BTreeSet<&str> = texts.iter().flatten().map(String::as_str).collect();
                let all: Vec<&str> = all.into_iter().collect();
                let number = |text: &String| all.binary_search(&text.as_str()).ok().map(|place| place as u32);
                Self::Exact(texts.iter().map(|text| text.as_ref().and_then(number)).collect())
            }
            Method::JaroWinkler | Method::Levenshtein => {
                let chars = texts.into_iter().map(|text| text.map(|text| text.chars().collect())).collect();
                Self::Chars(method, chars)
            }
            Method::TokenSet => {
                let words = |text: String| likeness::fingerprint(&text).split(' ').map(str::to_owned).collect();
                Self::Words(texts.into_iter().map(|text| text.map(words)).collect())
            }
        }
    }

    /// How alike the cells of two rows are; `None` where one is missing.
    pub fn alike(&self, one: usize, two: usize) -> Option<f64> {
        Some(match self {
            Self::Exact(cells) => f64::from(u8::from(cells[one]? == cells[two]?)),
            Self::Chars(Method::Levenshtein, cells) => {
                let (one, two) = (cells[one].as_ref()?, cells[two].as_ref()?);
                let longest = one.len().max(two.len());
                let edits = strsim::generic_levenshtein(one, two);
                if longest == 0 { 1.0 } else { 1.0 - edits as f64 / longest as f64 }
            }
            Self::Chars(_, cells) => strsim::generic_jaro_winkler(cells[one].as_ref()?, cells[two].as_ref()?),
            Self::Words(cells) => likeness::share(cells[one].as_ref()?, cells[two].as_ref()?),
        })
    }

    /// How alike they can be at most, from what costs nothing: their lengths. `None` where one is missing.
    pub fn at_most(&self, one: usize, two: usize) -> Option<f64> {
        let (short, long) = match self {
            Self::Exact(_) => return self.alike(one, two),
            Self::Chars(_, cells) => lengths(cells[one].as_ref()?.len(), cells[two].as_ref()?.len()),
            Self::Words(cells) => lengths(cells[one].as_ref()?.len(), cells[two].as_ref()?.len()),
        };
        let share = if long == 0 { 1.0 } else { short as f64 / long as f64 };
        Some(match self {
            // All of the shorter text may match in order, and four characters at the beginning.
            Self::Chars(Method::JaroWinkler, _) => {
                let jaro = (2.0 + share) / 3.0;
                jaro + 0.4 * (1.0 - jaro)
            }
            _ => share,
        })
    }
}

fn lengths(one: usize, two: usize) -> (usize, usize) {
    (one.min(two), one.max(two))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_more_alike_than_it_can_be() {
        let texts = ["", "a", "Marie Curie", "Curie Marie", "CURIE, Marie", "Maire Curie", "Ada", "été", "ete", "  "];
        for (method, expected) in [
            (Method::Exact, 0.0),
            (Method::JaroWinkler, strsim::jaro_winkler("Marie Curie", "Maire Curie")),
            (Method::Levenshtein, strsim::normalized_levenshtein("Marie Curie", "Maire Curie")),
            (Method::TokenSet, 1.0 / 3.0),
        ] {
            let cells = Cells::of(method, texts.iter().map(|text| Some((*text).to_owned())).chain([None]).collect());
            assert_eq!(cells.alike(2, 5), Some(expected), "{method:?}");
            for one in 0..texts.len() {
                assert_eq!(cells.alike(one, one), Some(1.0), "{method:?} {}", texts[one]);
                assert_eq!((cells.alike(one, texts.len()), cells.at_most(texts.len(), one)), (None, None));
                for two in 0..texts.len() {
                    let (found, bound) = (cells.alike(one, two).unwrap(), cells.at_most(one, two).unwrap());
                    assert!(found <= bound + 1e-12, "{method:?} {} {}: {found} {bound}", texts[one], texts[two]);
                    assert_eq!(cells.alike(two, one), Some(found));
                }
            }
        }
    }
}
