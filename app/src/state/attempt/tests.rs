//! Attempts: begun, worked on, begun again, read back.

use super::*;
use protocol::score::CheckResult;

fn card(points: f64) -> Scorecard {
    let check = CheckResult {
        id: "found".into(),
        criterion: "k".into(),
        points,
        of: 40.0,
        parts: Vec::new(),
        findings: Vec::new(),
    };
    Scorecard { checks: vec![check] }
}

fn hint(id: &str, cost: u8) -> Hint {
    Hint { id: id.into(), text: Default::default(), cost, criterion: Some("k".into()), task: None }
}

fn begun() -> AttemptDocument {
    let identity = Identity { candidate: " Zoé ".into(), ..Identity::default() };
    let (at, engine) = ("2026-01-05T09:00:00Z".to_owned(), "b".to_owned());
    AttemptDocument::begin(&Beginning { exercise: "first", pack: "p1", identity: &identity, at, engine }, "w1")
}

#[test]
fn an_attempt_reads_back_with_what_was_done() {
    let mut attempt = begun();
    assert_eq!((attempt.candidate.as_str(), attempt.seed.len()), ("Zoé", 16));
    attempt.tick("a", true);
    attempt.tick("b", true);
    attempt.tick("a", false);
    attempt.read(&hint("h", 10), "t1".into());
    attempt.read(&hint("h", 10), "t2".into());
    attempt.scored("t3".into(), "r".into(), "b".into(), card(20.0));
    assert_eq!(AttemptDocument::parse(&attempt.to_json()), Ok(attempt.clone()));
    assert_eq!(attempt.log.entries().len(), 3, "a hint is written down once");
    assert_eq!(attempt.history(), [("t3".to_owned(), 45.0)]);
    let standing = attempt.standing();
    assert_eq!((standing[0].points, standing[0].score), (40.0, 45.0));
    assert!(attempt.ticks.iter().eq(["b"]));
}

#[test]
fn beginning_again_keeps_the_log() {
    let mut attempt = begun();
    attempt.tick("a", true);
    attempt.read(&hint("h", 10), "t1".into());
    let identity = Identity { candidate: "Zoé".into(), seed: " mine ".into(), scale: Scale::Exam };
    attempt.begin_again(&Beginning {
        exercise: "first",
        pack: "p2",
        identity: &identity,
        at: "t2".into(),
        engine: "b".into(),
    });
    assert_eq!((attempt.seed.as_str(), attempt.pack.as_str(), attempt.scale), ("mine", "p2", Scale::Exam));
    assert!(attempt.ticks.is_empty() && attempt.has_read("h"));
    attempt.go_on("p3", "t3".into(), "b".into());
    assert_eq!((attempt.pack.as_str(), attempt.seed.as_str()), ("p3", "mine"));
    assert_eq!((attempt.log.entries().len(), attempt.log.verify()), (5, Ok(())));
}

#[test]
fn what_does_not_hold_is_known() {
    for (text, why) in [("", Unreadable::Malformed), ("{}", Unreadable::Malformed)] {
        assert_eq!(AttemptDocument::parse(text), Err(why));
    }
    let newer = AttemptDocument { version: 2, ..begun() }.to_json();
    assert_eq!(AttemptDocument::parse(&newer), Err(Unreadable::Newer));
    let mut attempt = begun();
    attempt.scored("t".into(), "r".into(), "b".into(), card(10.0));
    let forged = attempt.to_json().replace("\"points\":10.0", "\"points\":40.0");
    let forged = AttemptDocument::parse(&forged).unwrap();
    assert!(forged.log.verify().is_err() && forged.standing().is_empty());
}
