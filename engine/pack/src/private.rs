//! What an author keeps: the model solution, wrong answers with their scores, and how players are let loose.
//!
//! Nothing of it is published. It proves that the scorers of a pack tell good work from bad.

use std::collections::{BTreeMap, BTreeSet};

use protocol::{Code, Diagnostic, Recipe};

use crate::agree::Findings;
use crate::fault::{Fault, nearest};
use crate::file::exercise::ExerciseKind;
use crate::file::players::Players;
use crate::file::wrong::{WrongAnswer, WrongAnswers};
use crate::load::Pack;
use crate::reading::Document;

/// The model solution.
const SOLUTION: &str = "solution.json";
/// The list of wrong answers.
const WRONG: &str = "wrong.toml";
/// The players.
const PLAYERS: &str = "players.toml";
/// The folder of the wrong answers' recipes.
const ANSWERS: &str = "wrong/";
/// What the author wants to remember; nothing reads it.
const NOTES: &str = "notes.md";

/// The private part of a pack.
#[derive(Debug, Clone, PartialEq)]
pub struct Private {
    /// The model solution; only a warm-up may be without.
    pub solution: Option<Recipe>,
    /// Wrong answers: what is stated of each, and its recipe.
    pub wrong: Vec<(WrongAnswer, Recipe)>,
    /// How players are let loose.
    pub players: Players,
}

/// Takes the private part of a pack from its texts, by path below `private/`.
///
/// # Errors
/// Everything that is wrong.
pub fn read(pack: &Pack, files: &BTreeMap<String, String>) -> Result<Private, Vec<Fault>> {
    let folder = pack.exercise.id.as_str();
    let name = |path: &str| format!("{folder}/private/{path}");
    let mut faults = unknown(folder, files);
    let solution = files.get(SOLUTION).and_then(|text| recipe(&name(SOLUTION), text, &mut faults));
    if !files.contains_key(SOLUTION) && pack.exercise.kind == ExerciseKind::Exercise {
        let missing = Diagnostic::new(Code::PackFileMissing).with("name", name(SOLUTION));
        faults.push(Fault::whole(name(SOLUTION), missing));
    }
    let players = files.get(PLAYERS).map_or_else(Players::default, |text| {
        players(&name(PLAYERS), text).unwrap_or_else(|found| {
            faults.extend(found);
            Players::default()
        })
    });
    let mut wrong = Vec::new();
    if let Some(text) = files.get(WRONG) {
        match answers(&name(WRONG), text, pack, files) {
            Ok(stated) => {
                for answer in stated {
                    let path = format!("{ANSWERS}{}", answer.file);
                    let found = files.get(&path).and_then(|text| recipe(&name(&path), text, &mut faults));
                    wrong.extend(found.map(|recipe| (answer, recipe)));
                }
            }
            Err(found) => faults.extend(found),
        }
    }
    if faults.is_empty() { Ok(Private { solution, wrong, players }) } else { Err(faults) }
}

/// Files that nothing reads: perhaps misspelt ones.
fn unknown(folder: &str, files: &BTreeMap<String, String>) -> Vec<Fault> {
    let known = [SOLUTION, WRONG, PLAYERS, NOTES];
    let is_known = |path: &str| known.contains(&path) || (path.starts_with(ANSWERS) && path.ends_with(".json"));
    let unknown = files.keys().filter(|path| !is_known(path));
    unknown
        .map(|path| {
            let candidates = nearest(path, known);
            let wrong = Diagnostic::new(Code::PackFileUnknown).with("name", path.as_str());
            Fault::whole(format!("{folder}/private/{path}"), wrong.with("candidates", candidates))
        })
        .collect()
}

fn recipe(name: &str, text: &str, faults: &mut Vec<Fault>) -> Option<Recipe> {
    protocol::recipe::parse(text).map_err(|diagnostic| faults.push(Fault::whole(name, diagnostic))).ok()
}

fn players(name: &str, text: &str) -> Result<Players, Vec<Fault>> {
    let document = Document::parse(name, text).map_err(|fault| vec![fault])?;
    let players: Players = document.read().map_err(|fault| vec![fault])?;
    let mut faults = Vec::new();
    let mut findings = Findings::new(&document, &mut faults);
    findings.range("seeds", players.seeds.into(), 1.0, 200.0);
    for (index, limit) in players.limits.iter().enumerate() {
        findings.range(&format!("limits/{index}/below"), limit.below, 0.0, 100.0);
    }
    if faults.is_empty() { Ok(players) } else { Err(faults) }
}

fn answers(
    name: &str,
    text: &str,
    pack: &Pack,
    files: &BTreeMap<String, String>,
) -> Result<Vec<WrongAnswer>, Vec<Fault>> {
    let document = Document::parse(name, text).map_err(|fault| vec![fault])?;
    let stated: WrongAnswers = document.read().map_err(|fault| vec![fault])?;
    let mut faults = Vec::new();
    let mut findings = Findings::new(&document, &mut faults);
    let there: BTreeSet<&str> = files.keys().filter_map(|path| path.strip_prefix(ANSWERS)).collect();
    findings.unique("answers", "file", stated.answers.iter().map(|answer| answer.file.as_str()));
    for (index, answer) in stated.answers.iter().enumerate() {
        let path = format!("answers/{index}");
        let recipes = there.iter().copied();
        findings.known(&format!("{path}/file"), Code::PackReference, "name", &answer.file, recipes);
        if answer.mistake.trim().is_empty() {
            findings.add(&format!("{path}/mistake"), Diagnostic::new(Code::ParamRequired));
        }
        findings.range(&format!("{path}/score"), answer.score, 0.0, 100.0);
        findings.range(&format!("{path}/tolerance"), answer.tolerance, 0.0, 100.0);
        for (place, criterion) in answer.criteria.iter().enumerate() {
            let own = pack.exercise.criteria.iter().map(|one| one.key.as_str());
            let at = format!("{path}/criteria/{place}/key");
            findings.known(&at, Code::PackCriterion, "key", &criterion.key, own);
        }
    }
    for recipe in there {
        if !stated.answers.iter().any(|answer| answer.file == recipe) {
            findings.add("answers", Diagnostic::new(Code::PackUnstated).with("name", format!("{ANSWERS}{recipe}")));
        }
    }
    if faults.is_empty() { Ok(stated.answers) } else { Err(faults) }
}
