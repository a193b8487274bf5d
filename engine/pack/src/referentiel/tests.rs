//! The référentiel of the repository against the counts of the document; faults against what they are called.

use super::*;

const OURS: &str = include_str!("../../../../exercises/referentiel.toml");

fn ours() -> Referentiel {
    read("referentiel.toml", OURS)
        .unwrap_or_else(|found| panic!("{}", found.iter().map(|one| format!("{one}\n")).collect::<String>()))
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
fn both_languages_speak() {
    let all = ours();
    let mut words = vec![&all.certification];
    words.extend(all.blocs.iter().map(|one| &one.label));
    words.extend(all.modes.iter().map(|one| &one.label));
    words.extend(all.activities.iter().map(|one| &one.label));
    words.extend(all.activities.iter().flat_map(|one| &one.lines).map(|line| &line.label));
    words.extend(all.competences.iter().flat_map(|one| [Some(&one.label), one.remark.as_ref()]).flatten());
    words.extend(all.criteria.iter().flat_map(|one| [Some(&one.label), one.remark.as_ref()]).flatten());
    words.extend(all.exercises.iter().flat_map(|one| [&one.title, &one.sector]));
    for one in &words {
        assert!(!one.fr.trim().is_empty() && !one.en.trim().is_empty(), "{one:?}");
        assert_ne!(one.fr, one.en, "not translated");
    }
    assert!(words.len() > 200, "only {} texts", words.len());
}

/// What stands, what stands instead, and what is then found.
const FAULTS: [(&str, &str, &str); 15] = [
    ("key = \"b2\"", "key = \"b1\"", "pack-repeated name=\"b1\""),
    ("activity = \"A2.4\"", "activity = \"A9.9\"", "pack-name-unknown candidates="),
    ("mode = \"real-situation\"", "mode = \"oral\"", "pack-name-unknown candidates="),
    ("id = \"E14\", points = 35", "id = \"E14\", points = 36", "pack-total expected=100 sum=101"),
    ("id = \"E13\", points = 45", "id = \"E99\", points = 45", "name=\"E99\""),
    ("id = \"E13\", points = 45", "id = \"E13\", points = 0", "param-range"),
    ("name = \"C1.3-k1\"", "name = \"C1.3-k9\"", "pack-mismatch expected=\"C1.3-k1\" found=\"C1.3-k9\""),
    (
        "position = \"B3/C1.3/1\"",
        "position = \"B2/C1.3/1\"",
        "pack-mismatch expected=\"B3/C1.3/1\" found=\"B2/C1.3/1\"",
    ),
    ("competences = [\"C1.3\"]", "competences = [\"C2.3\"]", "pack-mismatch expected=\"C1.3\" found=\"C2.3\""),
    ("number = 49", "number = 50", "pack-mismatch expected=\"49\" found=\"50\""),
    ("en = \"List every available source\"", "en = \" \"", "param-required"),
    ("difficulty = 3", "difficulty = 6", "param-range"),
    ("status = \"auto\"", "status = \"sure\"", "pack-choice"),
    ("checked = ", "read = ", "pack-key-unknown"),
    ("format = \"creuset.referentiel\"", "format = \"creuset.cards\"", "pack-format"),
];

#[test]
fn what_is_wrong_is_found_with_its_line() {
    for (before, after, expected) in FAULTS {
        assert!(OURS.contains(before), "{before}");
        let text = OURS.replacen(before, after, 1);
        let found = read("referentiel.toml", &text).unwrap_err();
        let one = found.iter().find(|one| one.to_string().contains(expected));
        let one = one.unwrap_or_else(|| panic!("{after}: {}", found[0]));
        assert!(one.span().line > 0, "{one}");
        let line = text.lines().nth(one.span().line as usize - 1).unwrap();
        let sums_up = expected.starts_with("pack-total");
        assert!(line.contains(after) || sums_up, "{one} is not on its line: {line}");
    }
}
