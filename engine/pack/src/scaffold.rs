//! A new exercise: a small pack that reads, for its author to write over.

use std::collections::BTreeMap;

use crate::catalog::quoted;
use crate::referentiel::Referentiel;
use crate::words::Words;

/// Files with nothing to fill in, by path in the pack's folder.
const FIXED: [(&str, &str); 9] = [
    ("private/players.toml", include_str!("../templates/private/players.toml")),
    ("private/solution.json", include_str!("../templates/private/solution.json")),
    ("private/wrong.toml", include_str!("../templates/private/wrong.toml")),
    ("public/brief.en.md", include_str!("../templates/public/brief.en.md")),
    ("public/brief.fr.md", include_str!("../templates/public/brief.fr.md")),
    ("public/data.toml", include_str!("../templates/public/data.toml")),
    ("public/deliverables.toml", include_str!("../templates/public/deliverables.toml")),
    ("public/dictionary.toml", include_str!("../templates/public/dictionary.toml")),
    ("public/rules.toml", include_str!("../templates/public/rules.toml")),
];

/// What is known of an exercise before it is written.
struct Known {
    title: Words,
    sector: Words,
    difficulty: u8,
    minutes: u32,
    criteria: Vec<(String, u32)>,
}

/// The files of a new exercise, by path in its folder. What the référentiel says of the id stands in them; an
/// exercise that it does not name begins with its first criterion.
pub fn scaffold(id: &str, referentiel: &Referentiel) -> BTreeMap<String, String> {
    let known = known(id, referentiel);
    let mut files: BTreeMap<String, String> =
        FIXED.into_iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect();
    let criteria =
        known.criteria.iter().map(|(key, points)| format!("  {{ key = {}, points = {points} }},\n", quoted(key)));
    let exercise = filled(
        include_str!("../templates/public/exercise.toml"),
        &[
            ("id", id.to_owned()),
            ("title", inline(&known.title)),
            ("sector", inline(&known.sector)),
            ("difficulty", known.difficulty.to_string()),
            ("minutes", known.minutes.to_string()),
            ("criteria", criteria.collect()),
        ],
    );
    let checks = known.criteria.iter().enumerate().map(|(index, (key, points))| {
        let own = [("check", format!("detected-{}", index + 1)), ("key", key.clone()), ("points", points.to_string())];
        filled(include_str!("../templates/check.toml"), &own)
    });
    let checks = filled(include_str!("../templates/public/checks.toml"), &[("checks", checks.collect())]);
    let first = known.criteria.first().map(|(key, _)| key.clone()).unwrap_or_default();
    let hints = filled(include_str!("../templates/public/hints.toml"), &[("first", first)]);
    for (path, text) in [("exercise", exercise), ("checks", checks), ("hints", hints)] {
        files.insert(format!("public/{path}.toml"), text);
    }
    files
}

fn known(id: &str, referentiel: &Referentiel) -> Known {
    let shares = referentiel.criteria.iter().flat_map(|criterion| {
        let own = criterion.exercises.iter().filter(|share| share.id == id);
        own.map(|share| (criterion.key.clone(), share.points))
    });
    let shares: Vec<(String, u32)> = shares.collect();
    match referentiel.exercise(id) {
        Some(exercise) if !shares.is_empty() => Known {
            title: exercise.title.clone(),
            sector: exercise.sector.clone(),
            difficulty: exercise.difficulty,
            minutes: exercise.minutes,
            criteria: shares,
        },
        _ => Known {
            title: Words { fr: id.to_owned(), en: id.to_owned() },
            sector: Words { fr: "Secteur".to_owned(), en: "Sector".to_owned() },
            difficulty: 3,
            minutes: 60,
            criteria: referentiel.criteria.first().map(|one| (one.key.clone(), 100)).into_iter().collect(),
        },
    }
}

/// Words as an inline table.
fn inline(words: &Words) -> String {
    format!("{{ fr = {}, en = {} }}", quoted(&words.fr), quoted(&words.en))
}

/// A template with its places filled in.
fn filled(template: &str, places: &[(&str, String)]) -> String {
    places.iter().fold(template.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}
