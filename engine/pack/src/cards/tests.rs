//! The cards of the repository: all 28, in both languages, agreeing with the référentiel; faults with their lines.

use std::collections::BTreeSet;

use super::*;

const OURS: &str = include_str!("../../../../exercises/cards/cards.toml");
const REFERENTIEL: &str = include_str!("../../../../exercises/referentiel.toml");

fn referentiel() -> Referentiel {
    crate::referentiel::read("referentiel.toml", REFERENTIEL).unwrap()
}

fn ours() -> Cards {
    read_against("cards.toml", OURS, &referentiel())
        .unwrap_or_else(|found| panic!("{}", found.iter().map(|one| format!("{one}\n")).collect::<String>()))
}

/// What the document names or implies.
const NAMED: [&str; 28] = [
    "relational-dbms",
    "hadoop",
    "mapreduce",
    "cassandra",
    "nosql",
    "hive",
    "hbase",
    "big-sql",
    "optim",
    "warehouse-lake",
    "cloud",
    "etl",
    "infosphere",
    "biginsights",
    "sqoop",
    "gpfs",
    "splunk",
    "datadog",
    "stream-engines",
    "spark-rdd",
    "python",
    "r",
    "spss",
    "dimension-reduction",
    "visualisation",
    "dataops",
    "gdpr",
    "rgaa",
];

#[test]
fn none_is_lost() {
    let all = ours();
    let ids: BTreeSet<&str> = all.cards.iter().map(|card| card.id.as_str()).collect();
    assert_eq!(ids, NAMED.into_iter().collect());
    assert_eq!(all.cards.len(), 28);
    assert_eq!(all.families.len(), 8);
    for id in NAMED {
        let card = all.card(id).unwrap();
        assert!(all.family(&card.family).is_some(), "{id}");
        assert!(!card.exercises.is_empty(), "{id} is practised nowhere");
        assert_eq!(card.checked, "2026-11", "{id}");
    }
}

#[test]
fn both_languages_say_as_much() {
    for card in ours().cards {
        for words in [&card.what, &card.here] {
            assert_ne!(words.fr, words.en, "{}", card.id);
            let [fr, en] = [&words.fr, &words.en].map(|text| text.matches(['.', '?']).count());
            assert!((1..=6).contains(&fr) && fr.abs_diff(en) <= 1, "{}: {fr} and {en} sentences", card.id);
            let [fr, en] = [&words.fr, &words.en].map(|text| text.chars().count() as f64);
            assert!((0.6..1.7).contains(&(fr / en)), "{}: {fr} and {en} characters", card.id);
        }
    }
}

#[test]
fn what_is_withdrawn_says_so() {
    let all = ours();
    let withdrawn: Vec<&str> =
        all.cards.iter().filter(|card| card.status == CardStatus::Withdrawn).map(|card| card.id.as_str()).collect();
    assert_eq!(withdrawn, ["biginsights", "sqoop"]);
}

#[test]
fn what_is_wrong_is_found_with_its_line() {
    for (before, after, expected) in [
        ("id = \"hadoop\"", "id = \"hive\"", "pack-repeated name=\"hive\""),
        ("id = \"hadoop\"", "id = \"ha doop\"", "pack-id id=\"ha doop\""),
        ("family = \"cloud\"", "family = \"clouds\"", "pack-name-unknown candidates="),
        ("status = \"withdrawn\"", "status = \"gone\"", "pack-choice"),
        ("competences = [\"C3.4b\"]", "competences = [\"C1.1\"]", "name=\"C1.1\""),
        ("exercises = [\"E16\", \"E17\"]", "exercises = [\"E16\", \"E99\"]", "name=\"E99\""),
        ("named = [\"A2.4\"]", "named = [\"A9.4\"]", "name=\"A9.4\""),
        ("places = [\"executed\"]", "places = []", "param-required"),
        ("sources = [\"https://www.r-", "sources = [\"http://www.r-", "pack-link"),
        ("what.en = \"A command-line", "what.de = \"A command-line", "pack-key-unknown"),
    ] {
        assert!(OURS.contains(before), "{before}");
        let text = OURS.replacen(before, after, 1);
        let found = read_against("cards.toml", &text, &referentiel()).unwrap_err();
        let one = found.iter().find(|one| one.to_string().contains(expected));
        let one = one.unwrap_or_else(|| panic!("{after}: {}", found[0]));
        let line = text.lines().nth(one.span().line as usize - 1).unwrap();
        assert!(line.contains(after) || expected.starts_with("pack-repeated"), "{one} is not on its line: {line}");
    }
}
