//! Players that do no honest work: a scorer that one of them beats does not ship.
//!
//! They forge deliverables with what anybody knows who has read the brief: which columns are concerned, which words
//! are asked for. Nothing is computed from the data.

use std::collections::{BTreeMap, BTreeSet};

use polars::prelude::*;
use protocol::score::{CheckSpec, Scorecard};
use protocol::{Checked, TableRef};
use rand_chacha::ChaCha8Rng;
use rand_core::SeedableRng;
use serde_json::Value;

use super::{Evidence, Truth, find, score};
use crate::chance;
use crate::frame;
use crate::table::Table;

/// How a player fills a deliverable. (One that hands in nothing needs no player.)
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// The same everywhere.
    Constant,
    /// Everything.
    SelectAll,
    /// By chance.
    Random,
}

/// A player at work.
pub struct Player {
    /// How it fills.
    pub style: Style,
    random: ChaCha8Rng,
}

/// Of what a random player marks: one place in ten.
const ONE_IN: usize = 10;

impl Player {
    /// Whether it takes the next thing there is to take.
    pub fn takes(&mut self) -> bool {
        self.style != Style::Random || self.below(ONE_IN) == 0
    }

    /// A number below another (not 0), by chance.
    pub fn below(&mut self, limit: usize) -> usize {
        chance::below(&mut self.random, limit as u64) as usize
    }
}

/// Rows of a deliverable by what its columns are to the check.
pub struct Forgery {
    roles: Vec<&'static str>,
    columns: Vec<Vec<Option<String>>>,
}

impl Forgery {
    /// No rows yet.
    pub fn of<const N: usize>(roles: [&'static str; N]) -> Self {
        Self { roles: roles.to_vec(), columns: vec![Vec::new(); N] }
    }

    /// Adds a row.
    pub fn add<const N: usize>(&mut self, row: [Option<String>; N]) {
        self.columns.iter_mut().zip(row).for_each(|(column, cell)| column.push(cell));
    }

    fn frame(self, check: &CheckSpec) -> Checked<DataFrame> {
        let named = |role: &&str| check.columns.get(*role).map_or(*role, String::as_str).to_owned();
        let columns = self.roles.iter().zip(self.columns);
        let columns = columns.map(|(role, cells)| Column::new(named(role).into(), cells)).collect();
        DataFrame::new(columns).map_err(|error| frame::fault(&error))
    }
}

/// What a player earns.
///
/// # Errors
/// Those of [`score`].
pub fn play(checks: &[CheckSpec], truth: &Truth, style: Style, seed: &str) -> Checked<Scorecard> {
    let random = ChaCha8Rng::from_seed(*blake3::hash(seed.as_bytes()).as_bytes());
    let mut player = Player { style, random };
    let mut frames: BTreeMap<TableRef, DataFrame> = BTreeMap::new();
    let mut makers = BTreeSet::new();
    for check in checks {
        let Some(table) = check.table.as_ref().and_then(|table| table.parse::<TableRef>().ok()) else { continue };
        let frame = (find(check)?.forge)(check, truth, &mut player)?.frame(check)?;
        let whole = match frames.remove(&table) {
            Some(before) => before.vstack(&frame).map_err(|error| frame::fault(&error))?,
            None => frame,
        };
        frames.insert(table, whole);
        let named = check.params.get("made_by").and_then(Value::as_array).into_iter().flatten();
        makers.extend(named.filter_map(|operation| operation.as_str().map(str::to_owned)));
    }
    let tables = frames.into_iter().map(|(table, frame)| (table, Table::unordered(frame))).collect();
    score(checks, &Evidence::forged(tables, &makers, &truth.files()), truth)
}
