//! What a person asks for.

pub mod bench;
pub mod dist;
pub mod lint;
pub mod serve;
pub mod test;

use anyhow::Result;

use crate::clock::Clock;
use crate::place::Places;
use crate::setup::{browser, compiler, node, rust, tool};

/// Installs all that any other command needs.
pub fn setup(places: &Places) -> Result<()> {
    let mut clock = Clock::default();
    clock.part("compilers", || rust::ensure(places).and_then(|()| compiler::ensure(places)))?;
    clock.part("browser", || {
        browser::ensure(places)?;
        browser::ensure_driver(places)?;
        // The journeys need none of them: what is missing is said, and skipped.
        browser::OTHERS.iter().for_each(|other| drop(browser::other(places, other)));
        Ok(())
    })?;
    clock.part("packages", || {
        node::ensure(places, node::PAGE)?;
        node::ensure(places, node::TESTS)
    })?;
    clock.part("tools", || {
        tool::wasm_bindgen(places)?;
        tool::trunk(places)?;
        tool::wasm_opt(places)?;
        tool::typos(places)?;
        tool::cargo_deny(places)
    })?;
    clock.summary();
    Ok(())
}
