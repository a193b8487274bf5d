//! Levels, by tables of scores over the référentiel of the repository.

use super::*;

const REFERENTIEL: &str = include_str!("../../../../exercises/referentiel.toml");
const THRESHOLDS: &str = include_str!("../../../../exercises/thresholds.toml");

fn referentiel() -> Referentiel {
    pack::referentiel::read("referentiel.toml", REFERENTIEL).unwrap()
}

fn thresholds() -> Thresholds {
    pack::school::thresholds("thresholds.toml", THRESHOLDS).unwrap()
}

/// Scores from a text: `exercise criterion points score` by `;`.
fn scores(text: &str) -> Vec<Scored> {
    let line = |line: &str| {
        let parts: Vec<&str> = line.split_whitespace().collect();
        let number = |at: usize| parts[at].parse().unwrap();
        Scored { exercise: parts[0].into(), criterion: parts[1].into(), points: number(2), score: number(3) }
    };
    text.split(';').map(str::trim).filter(|text| !text.is_empty()).map(line).collect()
}

fn standings(text: &str) -> Standings {
    Standings::of(&referentiel(), &scores(text), &thresholds())
}

#[test]
fn criteria_have_the_mean_of_their_exercises() {
    let cases = [
        ("", "b3.c13.k1", Verdict::NotStarted, None),
        ("E14 b3.c13.k1 35 60", "b3.c13.k1", Verdict::Acquired, Some(60.0)),
        ("E14 b3.c13.k1 35 59.9", "b3.c13.k1", Verdict::ToConsolidate, Some(59.9)),
        ("E14 b3.c13.k1 35 40", "b3.c13.k1", Verdict::ToConsolidate, Some(40.0)),
        ("E14 b3.c13.k1 35 39", "b3.c13.k1", Verdict::NotAcquired, Some(39.0)),
        // Weighted by points: (30 × 100 + 10 × 20) / 40.
        ("E14 b3.c13.k3 30 100; E26 b3.c13.k3 10 20", "b3.c13.k3", Verdict::Acquired, Some(80.0)),
        // A later attempt takes the place of an earlier one.
        ("E14 b3.c13.k1 35 90; E14 b3.c13.k1 35 30", "b3.c13.k1", Verdict::NotAcquired, Some(30.0)),
        // What does not exercise the criterion does not count, nor what weighs nothing.
        ("E01 b3.c13.k1 35 90", "b3.c13.k1", Verdict::NotStarted, None),
        ("E14 b3.c13.k1 0 90", "b3.c13.k1", Verdict::NotStarted, None),
        ("E14 b3.c13.k1 35 900", "b3.c13.k1", Verdict::Acquired, Some(100.0)),
        // A level of a criterion for a jury is nobody's but the jury's.
        ("E25 b4.c45.k1 20 100", "b4.c45.k1", Verdict::ToConfirm, None),
    ];
    for (text, key, verdict, level) in cases {
        assert_eq!(standings(text).criterion(key), Standing { verdict, level }, "{text}");
    }
}

#[test]
fn competences_need_the_mean_and_no_gap() {
    let three = |levels: [u32; 3]| {
        let line = |(index, level): (usize, u32)| format!("E14 b3.c13.k{} 30 {level}", index + 1);
        levels.into_iter().enumerate().map(line).collect::<Vec<_>>().join(";")
    };
    let cases = [
        (three([60, 60, 60]), "C1.3", Verdict::Acquired, Some(60.0)),
        (three([100, 41, 40]), "C1.3", Verdict::Acquired, Some(181.0 / 3.0)),
        (three([100, 100, 39]), "C1.3", Verdict::ToConsolidate, Some(239.0 / 3.0)),
        (three([60, 60, 59]), "C1.3", Verdict::ToConsolidate, Some(179.0 / 3.0)),
        (three([30, 30, 30]), "C1.3", Verdict::NotAcquired, Some(30.0)),
        ("E14 b3.c13.k1 35 100".to_owned(), "C1.3", Verdict::Started, Some(100.0)),
        (String::new(), "C1.3", Verdict::NotStarted, None),
        // One list for two competences: a shared criterion counts for both.
        ("E19 b3.g43.k4 35 80".to_owned(), "C4.3", Verdict::Started, Some(80.0)),
        ("E19 b3.g43.k4 35 80".to_owned(), "C5.3", Verdict::Started, Some(80.0)),
        // All of it is for a jury, or one criterion is.
        ((1..=6).map(|k| format!("E25 b4.c45.k{k} 10 100;")).collect(), "C4.5", Verdict::ToConfirm, None),
        ((3..=6).map(|k| format!("E23 b4.g24.k{k} 10 70;")).collect(), "C3.4a", Verdict::ToConfirm, Some(70.0)),
        ((3..=6).map(|k| format!("E23 b4.g24.k{k} 10 50;")).collect(), "C3.4a", Verdict::ToConsolidate, Some(50.0)),
    ];
    for (text, key, verdict, level) in cases {
        assert_eq!(standings(&text).competence(key), Standing { verdict, level }, "{key} of {text}");
    }
}

#[test]
fn blocs_need_all_their_competences() {
    let all = referentiel();
    let every = |bloc: &str, level: &dyn Fn(&str) -> Option<u32>| -> Vec<Scored> {
        let mut found = Vec::new();
        for criterion in all.criteria_of_bloc(bloc) {
            let Some(score) = level(&criterion.key) else { continue };
            for share in &criterion.exercises {
                found.push(Scored {
                    exercise: share.id.clone(),
                    criterion: criterion.key.clone(),
                    points: f64::from(share.points),
                    score: f64::from(score),
                });
            }
        }
        found
    };
    type Level<'a> = &'a dyn Fn(&str) -> Option<u32>;
    let cases: [(&str, Level, Verdict); 7] = [
        ("b1", &|_| None, Verdict::NotStarted),
        ("b1", &|_| Some(60), Verdict::Acquired),
        ("b1", &|key| (key != "b1.c41.k2").then_some(60), Verdict::Started),
        ("b1", &|key| Some(if key.starts_with("b1.c41") { 50 } else { 60 }), Verdict::ToConsolidate),
        ("b1", &|key| Some(if key.starts_with("b1.c41") { 20 } else { 60 }), Verdict::NotAcquired),
        ("b4", &|_| Some(100), Verdict::ToConfirm),
        ("b3", &|_| Some(100), Verdict::Acquired),
    ];
    for (bloc, level, verdict) in cases {
        let found = Standings::of(&all, &every(bloc, level), &thresholds());
        assert_eq!(found.bloc(bloc).verdict, verdict, "{bloc}");
        assert_eq!(found.bloc("b2").verdict, Verdict::NotStarted);
    }
}
