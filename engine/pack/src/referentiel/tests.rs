//! The référentiel of the repository against the counts of the document; faults against what they are called.

use super::*;
use crate::finding::Mistake;

const OURS: &str = include_str!("../../../../exercises/referentiel.toml");

fn ours() -> Referentiel {
    read(OURS).unwrap_or_else(|found| panic!("{}", found.iter().map(|one| format!("{one}\n")).collect::<String>()))
}

#[test]
fn the_document_is_whole() {
    let all = ours();
    let lines: usize = all.activities.iter().map(|activity| activity.lines.len()).sum();
    let counts = [
        ("blocs", all.blocs.len(), 4),
        ("activities", all.activities.len(), 9),
        ("lines of activities", lines, 49),
        ("competences", all.competences.len(), 20),
        ("criteria", all.criteria.len(), 69),
        ("exercises", all.exercises.len(), 26),
        ("modes", all.modes.len(), 6),
        ("minutes", all.exercises.iter().map(|exercise| exercise.minutes as usize).sum(), 3110),
    ];
    for (what, found, expected) in counts {
        assert_eq!(found, expected, "{what}");
    }
}

#[test]
fn blocs_have_their_counts() {
    let all = ours();
    // Bloc, activities, competences, criteria, and of these by status.
    for (bloc, activities, competences, criteria, by_status) in [
        ("b1", 2, 4, 11, [4, 7, 0]),
        ("b2", 3, 6, 21, [16, 5, 0]),
        ("b3", 2, 5, 16, [9, 7, 0]),
        ("b4", 2, 5, 21, [8, 6, 7]),
    ] {
        assert_eq!(all.activities.iter().filter(|activity| activity.bloc == bloc).count(), activities, "{bloc}");
        assert_eq!(all.competences_of(bloc).count(), competences, "{bloc}");
        assert_eq!(all.criteria_of_bloc(bloc).count(), criteria, "{bloc}");
        let found = Status::ALL.map(|status| all.criteria_of_bloc(bloc).filter(|one| one.status == status).count());
        assert_eq!(found, by_status, "{bloc}");
    }
    let found = Status::ALL.map(|status| all.criteria.iter().filter(|one| one.status == status).count());
    assert_eq!(found, [37, 25, 7]);
}

#[test]
fn competences_have_their_criteria() {
    let all = ours();
    let lengths = [
        ("C1.1", 3),
        ("C2.1", 3),
        ("C3.1", 3),
        ("C4.1", 2),
        ("C1.2", 6),
        ("C2.2", 6),
        ("C3.2", 10),
        ("C4.2", 10),
        ("C5.2", 3),
        ("C6.2", 2),
        ("C1.3", 3),
        ("C2.3", 3),
        ("C3.3", 3),
        ("C4.3", 3),
        ("C5.3", 5),
        ("C1.4", 5),
        ("C2.4", 5),
        ("C3.4a", 4),
        ("C3.4b", 4),
        ("C4.5", 6),
    ];
    let found: Vec<_> =
        all.competences.iter().map(|one| (one.key.as_str(), all.criteria_of(&one.key).count())).collect();
    assert_eq!(found, lengths);
    // The quirks of the document: a code that is printed twice, and one of a bloc that does not exist.
    for (key, printed, activity) in [("C3.4a", "C3.4", "A1.4"), ("C3.4b", "C3.4", "A2.4"), ("C4.5", "C4.5", "A2.4")] {
        let competence = all.competence(key).unwrap();
        assert_eq!((competence.printed.as_str(), competence.activity.as_str()), (printed, activity));
        assert!(competence.remark.is_some(), "{key}");
    }
    assert!(all.competences.iter().all(|one| one.key.starts_with(&one.printed)));
}

#[test]
fn labels_are_told_apart() {
    let all = ours();
    for read in [|words: &Words| words.fr.clone(), |words: &Words| words.en.clone()] {
        let labels: Vec<String> = all
            .criteria
            .iter()
            .map(|one| read(&one.label))
            .chain(all.competences.iter().map(|one| read(&one.label)))
            .collect();
        let mut once = labels.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), labels.len());
    }
}

#[test]
fn it_writes_back_as_it_was_read() {
    let all = ours();
    let json = serde_json::to_string(&all).unwrap();
    assert_eq!(serde_json::from_str::<Referentiel>(&json).unwrap(), all);
}

#[test]
fn what_is_wrong_is_found_with_its_line() {
    let cases = [
        ("key = \"b2\"", "key = \"b1\"", Mistake::Duplicate, "b1"),
        ("activity = \"A2.4\"", "activity = \"A9.9\"", Mistake::Unknown, "C3.4b: A9.9"),
        ("mode = \"real-situation\"", "mode = \"oral\"", Mistake::Unknown, "C4.5: oral"),
        ("id = \"E14\", points = 35", "id = \"E14\", points = 36", Mistake::Points, "E14: 101"),
        ("id = \"E13\", points = 45", "id = \"E99\", points = 45", Mistake::Unknown, "b2.c62.k5: E99"),
        ("name = \"C1.3-k1\"", "name = \"C1.3-k9\"", Mistake::Inconsistent, "b3.c13.k1: name"),
        ("position = \"B3/C1.3/1\"", "position = \"B2/C1.3/1\"", Mistake::Inconsistent, "b3.c13.k1: position"),
        ("competences = [\"C1.3\"]", "competences = [\"C2.3\"]", Mistake::Inconsistent, "b3.c13.k1: competences"),
        ("en = \"List every available source\"", "en = \" \"", Mistake::WordsMissing, "b2.g12.k1"),
        ("en = \"Clean the data\"", "en = \"Nettoyer les données\"", Mistake::WordsSame, "27: Nettoyer les données"),
        ("difficulty = 3", "difficulty = 6", Mistake::Range, "E01"),
        ("status = \"auto\"", "status = \"sure\"", Mistake::Malformed, ""),
        ("checked = ", "read = ", Mistake::Malformed, ""),
    ];
    for (before, after, mistake, subject) in cases {
        assert!(OURS.contains(before), "{before}");
        let text = OURS.replacen(before, after, 1);
        let found = read(&text).unwrap_err();
        let one = found.iter().find(|one| one.mistake == mistake && one.subject.contains(subject));
        let one = one.unwrap_or_else(|| panic!("{after}: {found:?}"));
        assert!(one.line > 0, "{after}: {one}");
        if mistake == Mistake::Malformed {
            assert_eq!(text.lines().nth(one.line - 1).unwrap().split(' ').next(), after.split(' ').next(), "{one}");
        }
    }
}
