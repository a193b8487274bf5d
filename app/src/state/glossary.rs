//! Which cards of the glossary a person looks at: by family, by competence, by words.

use pack::cards::{Card, Cards};

use super::search::fold;
use crate::i18n::Language;

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CardFilter {
    /// Words; each must be found.
    pub text: String,
    /// Key of a family.
    pub family: Option<String>,
    /// Key of a competence.
    pub competence: Option<String>,
}

/// Families with their cards that fit, in the order of the file; families without one are left out.
pub fn families(cards: &Cards, filter: &CardFilter, language: Language) -> Vec<(String, Vec<String>)> {
    let folded = fold(&filter.text);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let fits = |card: &Card| {
        filter.family.as_ref().is_none_or(|family| card.family == *family)
            && filter.competence.as_ref().is_none_or(|key| card.competences.contains(key))
            && (words.is_empty() || {
                let text = fold(&searched(cards, card, language));
                words.iter().all(|word| text.contains(word))
            })
    };
    let of = |key: &str| {
        let ids = cards.cards.iter().filter(|card| card.family == key && fits(card)).map(|card| card.id.clone());
        (key.to_owned(), ids.collect::<Vec<_>>())
    };
    cards.families.iter().map(|family| of(&family.key)).filter(|(_, ids)| !ids.is_empty()).collect()
}

fn searched(cards: &Cards, card: &Card, language: Language) -> String {
    let tag = language.tag();
    let mut texts = vec![card.id.as_str()];
    texts.extend([&card.name, &card.what, &card.here, &card.editor, &card.alternatives].map(|words| words.of(tag)));
    texts.extend(cards.family(&card.family).map(|family| family.label.of(tag)));
    texts.extend(card.competences.iter().map(String::as_str));
    texts.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_narrow_the_glossary() {
        let cards = pack::cards::read("cards.toml", include_str!("../../../exercises/cards/cards.toml")).unwrap();
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let cases: [(&str, &str, &str, Language, &[&str]); 8] = [
            ("", "cloud", "", Language::Fr, &["cloud"]),
            ("", "", "C3.4b", Language::Fr, &["gdpr", "dataops"]),
            ("", "law", "C3.1", Language::Fr, &["optim", "gdpr", "rgaa"]),
            ("anneau jetons", "", "", Language::Fr, &["cassandra"]),
            ("token ring", "", "", Language::En, &["cassandra"]),
            ("token ring", "", "", Language::Fr, &[]),
            ("sqoop", "integration", "", Language::En, &["sqoop"]),
            ("zzz", "", "", Language::En, &[]),
        ];
        for (text, family, competence, language, expected) in cases {
            let filter = CardFilter { text: text.to_owned(), family: some(family), competence: some(competence) };
            let found = families(&cards, &filter, language);
            let ids: Vec<&str> = found.iter().flat_map(|(_, ids)| ids).map(String::as_str).collect();
            assert_eq!(ids, expected, "{filter:?}");
        }
        let all = families(&cards, &CardFilter::default(), Language::Fr);
        assert_eq!(all.iter().map(|(_, ids)| ids.len()).sum::<usize>(), 28);
    }
}
