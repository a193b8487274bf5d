//! A recipe over made data, and what it earns.

use anyhow::Result;
use engine::instance::{Made, Overlay};
use engine::recipe::{Advance, Purpose, Run, Session};
use engine::score::{Evidence, score};
use protocol::Recipe;
use protocol::score::{CheckSpec, Scorecard};

use crate::disk::Disk;

/// Runs a recipe over the data of an exercise and scores it.
///
/// # Errors
/// Checks that the engine does not know.
pub fn replay(session: &mut Session, recipe: &Recipe, made: &Made, checks: &[CheckSpec]) -> Result<Scorecard> {
    let disk = Disk::default();
    let files = overlay(made, &disk);
    let mut run = Run::start(recipe.clone(), None, Purpose::Answer);
    while let Advance::Working(_) = run.advance(session, &files) {}
    Ok(score(checks, &Evidence::of(&run, checks), &made.truth)?)
}

/// Made data, with nothing of the host beside them but what is on its disk.
pub fn overlay<'a>(made: &'a Made, disk: &'a Disk) -> Overlay<'a> {
    Overlay { made: Some(made), host: disk }
}
