//! `private/players.toml`: players that do no honest work, and what they may score at most.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::reading::Kind;

/// The players that are let loose on a pack. All play even if the file is absent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Players {
    /// On how many seeds each plays.
    #[schemars(range(min = 1, max = 200))]
    pub seeds: u32,
    /// Rows that each plays with, as a scale of `exercise.toml`.
    pub scale: PlayedScale,
    /// Limits that are stricter than those of `thresholds.toml`.
    pub limits: Vec<PlayerLimit>,
}

impl Default for Players {
    fn default() -> Self {
        Self { seeds: 5, scale: PlayedScale::default(), limits: Vec::new() }
    }
}

/// A limit of one player.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlayerLimit {
    /// Which.
    pub player: Player,
    /// It scores less than this, in points of 100.
    #[schemars(range(min = 0, max = 100))]
    pub below: f64,
}

/// Who plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Player {
    /// Hands in nothing.
    Empty,
    /// Hands in the same value everywhere.
    Constant,
    /// Marks everything.
    SelectAll,
    /// Marks at random.
    Random,
    /// Applies every cleaning operation with its default parameters to every column that it suits.
    Autopilot,
}

/// A scale of `exercise.toml`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PlayedScale {
    /// That of practice.
    #[default]
    Practice,
    /// That of the exam.
    Exam,
}

impl Kind for Players {
    const FORMAT: &'static str = "creuset.players";
    const SCHEMA: &'static str = "players";
}
