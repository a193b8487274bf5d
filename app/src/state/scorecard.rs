//! A scorecard as it is shown: by criterion, with what hints cost, and figures in words that give nothing away.

use std::collections::BTreeSet;

use evidence::Log;
use pack::file::checks::{Basis, Check};
use pack::words::Words;
use protocol::score::{CheckResult, Scorecard};
use protocol::{Arg, Code, Diagnostic};

/// A share in words: the counts behind it would give the truth away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// Nothing.
    None,
    /// Less than half.
    Some,
    /// Half or more.
    Most,
    /// Everything.
    All,
}

impl Amount {
    /// Of a share, 0 to 1. Only the whole is all, only nothing is none.
    pub fn of(share: f64) -> Self {
        match share {
            share if share <= 0.0 => Self::None,
            share if share >= 1.0 => Self::All,
            share if share < 0.5 => Self::Some,
            _ => Self::Most,
        }
    }

    /// Key of its word.
    pub fn key(self) -> &'static str {
        match self {
            Self::None => "score-amount-none",
            Self::Some => "score-amount-some",
            Self::Most => "score-amount-most",
            Self::All => "score-amount-all",
        }
    }
}

/// Key of the words for the data on which a check is decided.
pub fn basis_key(basis: Basis) -> &'static str {
    match basis {
        Basis::S1 => "score-basis-s1",
        Basis::S2 => "score-basis-s2",
        Basis::Both => "score-basis-both",
    }
}

/// Points of which hints cost so many percent.
pub fn earned(points: f64, cost: u8) -> f64 {
    points * f64::from(100 - cost.min(100)) / 100.0
}

/// What a criterion came to.
#[derive(Debug, Clone, PartialEq)]
pub struct CriterionCard {
    /// Its key.
    pub key: String,
    /// Points, hints paid.
    pub points: f64,
    /// Points there are.
    pub of: f64,
    /// From 0 to 100, hints paid.
    pub level: f64,
    /// Percent that hints cost.
    pub cost: u8,
    /// Its checks.
    pub checks: Vec<CheckCard>,
}

/// What a check came to.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckCard {
    /// What is looked at.
    pub label: Words,
    /// On which data it is decided.
    pub basis: Basis,
    /// Points earned.
    pub points: f64,
    /// Points there are.
    pub of: f64,
    /// What is behind them.
    pub parts: Vec<(String, Amount)>,
    /// What may be told.
    pub findings: Vec<Diagnostic>,
}

impl CheckCard {
    /// How much of it is earned.
    pub fn amount(&self) -> Amount {
        Amount::of(if self.of > 0.0 { self.points / self.of } else { 0.0 })
    }
}

/// The criteria of a card, in the order of the checks. A check that the pack no longer has is left out.
pub fn criteria(checks: &[Check], card: &Scorecard, log: &Log) -> Vec<CriterionCard> {
    let sums = card.criteria().into_iter();
    let cards = sums.map(|sum| {
        let cost = log.cost_of_hints(&sum.criterion);
        let points = earned(sum.points, cost);
        let own = card.checks.iter().filter(|check| check.criterion == sum.criterion);
        let known = |check: &CheckResult| {
            let one = checks.iter().find(|one| one.id == check.id)?;
            Some(shown(one, check, &asked_for(checks, one)))
        };
        CriterionCard {
            level: if sum.of > 0.0 { 100.0 * points / sum.of } else { 0.0 },
            checks: own.filter_map(known).collect(),
            key: sum.criterion,
            of: sum.of,
            points,
            cost,
        }
    });
    cards.collect()
}

/// Points as they are shown, to a tenth.
pub fn tenths(points: f64) -> f64 {
    (points * 10.0).round() / 10.0
}

/// Points of 100 over all criteria, hints paid.
pub fn total(criteria: &[CriterionCard]) -> f64 {
    let of: f64 = criteria.iter().map(|one| one.of).sum();
    let points: f64 = criteria.iter().map(|one| one.points).sum();
    if of > 0.0 { 100.0 * points / of } else { 0.0 }
}

/// Kinds that some check of the table of this one asks for.
fn asked_for(checks: &[Check], check: &Check) -> BTreeSet<String> {
    let same = checks.iter().filter(|other| other.kind == check.kind && other.table == check.table);
    let kinds = same.filter_map(|other| other.params.get("kinds")?.as_array()).flatten();
    kinds.filter_map(|kind| Some(kind.get("kind")?.as_str()?.to_owned())).collect()
}

/// What may be told; a kind that another check asks for is not told as one that nobody asked for.
fn told(finding: &Diagnostic, asked_for: &BTreeSet<String>) -> Option<Diagnostic> {
    let mut finding = finding.clone();
    if finding.code == Code::ScoreKindsIgnored
        && let Some(Arg::List(kinds)) = finding.args.get_mut("kinds")
    {
        kinds.retain(|kind| !asked_for.contains(kind));
        if kinds.is_empty() {
            return None;
        }
    }
    Some(finding)
}

fn shown(check: &Check, result: &CheckResult, asked_for: &BTreeSet<String>) -> CheckCard {
    CheckCard {
        label: check.label.clone(),
        basis: check.basis,
        points: result.points,
        of: result.of,
        parts: result.parts.iter().map(|part| (part.name.clone(), Amount::of(part.share))).collect(),
        findings: result.findings.iter().filter_map(|finding| told(finding, asked_for)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use evidence::Event;
    use protocol::score::Part;

    #[test]
    fn shares_become_words() {
        for (share, amount) in [
            (0.0, Amount::None),
            (0.01, Amount::Some),
            (0.49, Amount::Some),
            (0.5, Amount::Most),
            (0.999, Amount::Most),
            (1.0, Amount::All),
        ] {
            assert_eq!(Amount::of(share), amount, "{share}");
        }
    }

    #[test]
    fn a_kind_that_another_check_asks_for_is_not_ignored() {
        let asked_for = BTreeSet::from(["twice".to_owned()]);
        for (kinds, left) in [(vec!["once", "twice"], Some(vec!["once"])), (vec!["twice"], None)] {
            let list = |kinds: &[&str]| kinds.iter().map(|kind| (*kind).to_owned()).collect::<Vec<_>>();
            let finding = Diagnostic::new(Code::ScoreKindsIgnored).with("kinds", list(&kinds));
            let expected = left.map(|left| Arg::List(list(&left)));
            assert_eq!(told(&finding, &asked_for).and_then(|finding| finding.args.get("kinds").cloned()), expected);
        }
    }

    #[test]
    fn hints_are_paid_by_their_criterion() {
        let result = |id: &str, criterion: &str, points: f64| CheckResult {
            id: id.into(),
            criterion: criterion.into(),
            points,
            of: 50.0,
            parts: vec![Part { name: "twice".into(), share: 0.7, counts: Default::default() }],
            findings: Vec::new(),
        };
        let check = |id: &str| Check {
            id: id.into(),
            criterion: "k1".into(),
            kind: "some_kind".into(),
            points: 50.0,
            basis: Basis::Both,
            label: Words::default(),
            table: None,
            columns: Default::default(),
            params: Default::default(),
        };
        let card =
            Scorecard { checks: vec![result("a", "k1", 40.0), result("b", "k2", 10.0), result("gone", "k2", 0.0)] };
        let mut log = Log::default();
        log.add("t", Event::Hint { id: "h".into(), cost: 25, criterion: Some("k1".into()) });
        let criteria = criteria(&[check("a"), check("b")], &card, &log);
        let figures: Vec<_> = criteria.iter().map(|one| (one.points, one.level, one.cost, one.checks.len())).collect();
        assert_eq!(figures, [(30.0, 60.0, 25, 1), (10.0, 10.0, 0, 1)]);
        assert!((total(&criteria) - 100.0 * 40.0 / 150.0).abs() < 1e-9);
        assert_eq!(criteria[0].checks[0].parts, [("twice".to_owned(), Amount::Most)]);
        assert_eq!(criteria[0].checks[0].amount(), Amount::Most);
    }
}
