//! The files beside the packs that are the school's: its figures.

use crate::agree::Findings;
use crate::fault::Fault;
use crate::file::thresholds::Thresholds;
use crate::reading::Document;

/// Reads `thresholds.toml`.
///
/// # Errors
/// The first key or value that does not fit, or all figures that do not agree.
pub fn thresholds(file: &str, text: &str) -> Result<Thresholds, Vec<Fault>> {
    let document = Document::parse(file, text).map_err(|fault| vec![fault])?;
    let read: Thresholds = document.read().map_err(|fault| vec![fault])?;
    let mut faults = Vec::new();
    let mut findings = Findings::new(&document, &mut faults);
    let percents = [
        ("levels/acquired", read.levels.acquired),
        ("levels/consolidate", read.levels.consolidate),
        ("competence/mean", read.competence.mean),
        ("competence/floor", read.competence.floor),
        ("verification/drop", read.verification.drop),
        ("packs/solution", read.packs.solution),
        ("packs/solution_spread", read.packs.solution_spread),
        ("packs/player", read.packs.player),
        ("packs/autopilot", read.packs.autopilot),
    ];
    for (path, value) in percents {
        findings.range(path, value, 0.0, 100.0);
    }
    if read.levels.consolidate > read.levels.acquired {
        findings.range("levels/consolidate", read.levels.consolidate, 0.0, read.levels.acquired);
    }
    for (index, value) in read.values.iter().enumerate() {
        findings.words(&format!("values/{index}/label"), &value.label);
    }
    findings.unique("values", "key", read.values.iter().map(|value| value.key.as_str()));
    if faults.is_empty() { Ok(read) } else { Err(faults) }
}
