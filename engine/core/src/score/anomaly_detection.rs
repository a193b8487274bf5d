//! Whether anomalies were found: the F1 measure of each kind against the ledger, all kinds weighing the same.
//!
//! The deliverable has a row for each finding: source, record, column (none for the record as a whole), kind.
//! `F1 = 2·TP / (2·TP + FP + FN)`; the measure is its mean over the kinds (macro-F1: C. J. van Rijsbergen,
//! Information Retrieval, 1979, chapter 7), so that a rare kind weighs as much as a frequent one and marking
//! everything earns next to nothing. Duplicates count by entity: of a group all members but one are too many,
//! whichever stays.

use std::collections::{BTreeMap, BTreeSet};

use protocol::score::{CheckSpec, Part};
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::Deserialize;

use super::deliverable::Deliverable;
use super::truth::Cell;
use super::{Check, Evidence, Judgement, Ramp, Truth};

/// The check `anomaly_detection`.
pub struct AnomalyDetection;

/// How findings of a kind are matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Match {
    /// Record and column.
    #[default]
    Cell,
    /// The record, whatever the column.
    Record,
    /// Records of an entity: all but one.
    Entity,
}

/// A kind of anomaly.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// What the candidate calls it.
    pub kind: String,
    /// Kinds of dirt that it stands for.
    pub dirt: Vec<String>,
    /// How findings are matched.
    #[serde(default)]
    pub by: Match,
}

/// Parameters of the check.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// The kinds that count, each as much.
    pub kinds: Vec<Kind>,
    /// From the macro-F1 to points.
    pub ramp: Ramp,
}

/// Measure of a kind under which a candidate is told that some are missed, or that some are wrong.
const GOOD: f64 = 0.8;

impl Check for AnomalyDetection {
    const NAME: &'static str = "anomaly_detection";
    type Params = Params;

    fn judge(check: &CheckSpec, params: &Params, evidence: &Evidence, truth: &Truth) -> Checked<Judgement> {
        let mut judgement = Judgement::default();
        let claims = match claims(check, evidence, truth, &mut judgement.findings) {
            Ok(claims) => claims,
            Err(refused) => return Ok(refused),
        };
        let none = BTreeSet::new();
        let mut sum = 0.0;
        for kind in &params.kinds {
            let claimed = claims.get(&kind.kind).unwrap_or(&none);
            let counts = match kind.by {
                Match::Cell => Counts::of(claimed, &truth.cells(&kind.dirt, false)),
                Match::Record => Counts::of(&whole(claimed), &truth.cells(&kind.dirt, true)),
                Match::Entity => Counts::by_entity(&whole(claimed), &kind.dirt, truth),
            };
            sum += counts.f1();
            judgement.findings.extend(counts.told(&kind.kind));
            judgement.parts.push(Part { name: kind.kind.clone(), share: counts.f1(), counts: counts.figures() });
        }
        let known: BTreeSet<&str> = params.kinds.iter().map(|kind| kind.kind.as_str()).collect();
        let unknown: Vec<String> = claims.into_keys().filter(|kind| !known.contains(kind.as_str())).collect();
        if !unknown.is_empty() && check.table.is_some() {
            let note = Diagnostic::new(Code::ScoreKindsIgnored).with("kinds", unknown);
            judgement.findings.push(*note.severity(protocol::Severity::Note));
        }
        judgement.share = params.ramp.share(sum / params.kinds.len().max(1) as f64);
        Ok(judgement)
    }
}

type Claims = BTreeMap<String, BTreeSet<Cell>>;

/// What the candidate claims, by kind. A row that points nowhere is told and counts for nothing.
fn claims(
    check: &CheckSpec,
    evidence: &Evidence,
    truth: &Truth,
    findings: &mut Vec<Diagnostic>,
) -> Result<Claims, Judgement> {
    let table = Deliverable::of(check, evidence)?;
    let (sources, records) = (table.texts("source")?, table.texts("record")?);
    let (columns, kinds) = (table.texts("column")?, table.texts("kind")?);
    let mut claims = Claims::new();
    let (mut lost, mut sources_lost, mut columns_lost) = (0_u64, BTreeSet::new(), BTreeSet::new());
    for row in 0..table.rows() {
        let record = records[row].as_ref().and_then(|record| record.parse::<u32>().ok());
        let (Some(kind), Some(source), Some(record)) = (&kinds[row], &sources[row], record) else {
            lost += 1;
            continue;
        };
        let Some(file) = evidence.file(source).and_then(|file| truth.file(file)) else {
            sources_lost.insert(source.clone());
            continue;
        };
        let column = columns[row].clone().filter(|column| !column.is_empty());
        if let Some(column) = column.as_ref().filter(|column| !truth.has_column(file, column)) {
            columns_lost.insert(column.clone());
        }
        claims.entry(kind.clone()).or_default().insert((file, record, column));
    }
    let lists =
        [(Code::ScoreSourcesUnknown, "sources", sources_lost), (Code::ScoreColumnsUnknown, "columns", columns_lost)];
    for (code, name, lost) in lists.into_iter().filter(|(_, _, lost)| !lost.is_empty()) {
        let lost: Vec<String> = lost.into_iter().collect();
        findings.push(*Diagnostic::new(code).with(name, lost).severity(protocol::Severity::Warning));
    }
    if lost > 0 {
        let warning = Diagnostic::new(Code::ScoreRowsIncomplete).with("count", lost as i64);
        findings.push(*warning.severity(protocol::Severity::Warning));
    }
    Ok(claims)
}

fn whole(claimed: &BTreeSet<Cell>) -> BTreeSet<Cell> {
    claimed.iter().map(|(file, record, _)| (*file, *record, None)).collect()
}

/// Right, wrong and missed findings of a kind.
struct Counts {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Counts {
    fn of(claimed: &BTreeSet<Cell>, expected: &BTreeSet<Cell>) -> Self {
        let right = claimed.intersection(expected).count();
        Self { right, wrong: claimed.len() - right, missed: expected.len() - right }
    }

    fn by_entity(claimed: &BTreeSet<Cell>, dirt: &[String], truth: &Truth) -> Self {
        let (mut right, mut surplus) = (0, 0);
        for entity in truth.entities(dirt) {
            let marked =
                entity.records.iter().filter(|record| claimed.contains(&(entity.file, **record, None))).count();
            right += marked.min(entity.surplus);
            surplus += entity.surplus;
        }
        Self { right, wrong: claimed.len() - right, missed: surplus - right }
    }

    /// 1 where there was nothing to find and nothing was claimed.
    fn f1(&self) -> f64 {
        let of = 2 * self.right + self.wrong + self.missed;
        if of == 0 { 1.0 } else { 2.0 * self.right as f64 / of as f64 }
    }

    fn share(part: usize, rest: usize) -> f64 {
        if part + rest == 0 { 1.0 } else { part as f64 / (part + rest) as f64 }
    }

    fn figures(&self) -> BTreeMap<String, f64> {
        let counts = [("right", self.right), ("wrong", self.wrong), ("missed", self.missed)];
        counts.into_iter().map(|(name, count)| (name.to_owned(), count as f64)).collect()
    }

    /// What is missing, without where.
    fn told(&self, kind: &str) -> Vec<Diagnostic> {
        let (precision, recall) = (Self::share(self.right, self.wrong), Self::share(self.right, self.missed));
        let code = |code: Code| *Diagnostic::new(code).with("kind", kind).severity(protocol::Severity::Warning);
        if self.right == 0 && self.missed > 0 {
            return vec![code(Code::ScoreKindNotFound)];
        }
        let missed = (recall < GOOD).then(|| code(Code::ScoreKindMissed));
        let wrong = (precision < GOOD).then(|| code(Code::ScoreKindWrong));
        missed.into_iter().chain(wrong).collect()
    }
}
