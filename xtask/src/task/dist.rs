//! `dist/`: what is published.

use std::fs;

use anyhow::Result;

use crate::build::{Audience, Effort, engine, page, site, size};
use crate::clock::Clock;
use crate::place::Places;

/// Builds it, and says how big it is.
pub fn run(places: &Places) -> Result<()> {
    let mut clock = Clock::default();
    let result = parts(places, &mut clock);
    clock.summary();
    result
}

/// The parts, for tasks that need `dist/` first.
pub fn parts(places: &Places, clock: &mut Clock) -> Result<()> {
    let engine = clock.part("engine", || engine::build(places, Effort::Full))?;
    let page = clock.part("page", || page::build(places, Effort::Full))?;
    clock.part("dist", || {
        let script = fs::read_to_string(places.service_worker())?;
        let parts = site::Parts { page: &page, engine: &engine, exercises: &places.exercises(), script: &script };
        site::assemble(&parts, Audience::Everyone, &places.dist())?;
        size::report(&places.dist())
    })
}
