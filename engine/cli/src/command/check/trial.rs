//! A pack on trial: its solution, players and wrong answers over several seeds.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use anyhow::{Context, Result};
use engine::instance::Made;
use engine::recipe::Session;
use engine::score::{Style, autopilot, fits, play};
use pack::Pack;
use pack::file::players::{PlayedScale, Player};
use pack::file::thresholds::PackGates;
use pack::private::Private;
use protocol::Recipe;
use protocol::score::{CheckSpec, Instance, Scorecard};

use super::gate::Gate;
use crate::command::run::CACHE_BYTES;
use crate::disk::Disk;
use crate::replay::{overlay, replay};

/// A pack on trial.
pub struct Trial<'a> {
    /// The pack.
    pub pack: &'a Pack,
    /// What its author keeps.
    pub private: &'a Private,
    /// What must hold.
    pub packs: &'a PackGates,
    /// Seeds on which all play.
    pub seeds: u32,
    /// Seeds on which the solution must not fall.
    pub secret: u32,
    memory: RefCell<Memory>,
}

/// What serves more than one gate: the data of the seeds on which all play, and what was computed from them.
struct Memory {
    made: BTreeMap<u32, Rc<Made>>,
    session: Session,
}

/// What wrong answers must be: at least so many, and so many of them in the middle.
const WRONG: (usize, usize) = (8, 4);
const MIDDLE: std::ops::RangeInclusive<f64> = 40.0..=80.0;
/// A step that counts takes away at least so many points of 100.
const FELT: f64 = 0.05;

impl<'a> Trial<'a> {
    /// Nothing tried yet.
    pub fn new(pack: &'a Pack, private: &'a Private, packs: &'a PackGates, seeds: u32, secret: u32) -> Self {
        let memory = RefCell::new(Memory { made: BTreeMap::new(), session: Session::new(CACHE_BYTES) });
        Self { pack, private, packs, seeds, secret, memory }
    }

    /// Whether the engine knows the kinds of checks and their parameters.
    pub fn checks(&self) -> Gate {
        let checks = self.specs();
        let wrong: Vec<String> = checks.iter().filter_map(|check| Some(fits(check).err()?.to_string())).collect();
        if wrong.is_empty() { Gate::held(format!("{} checks", checks.len())) } else { Gate::failed(wrong.join("; ")) }
    }

    /// Whether a seed gives the same bytes again, and another one other bytes.
    pub fn data(&self) -> Gate {
        Gate::tried((|| {
            let (one, again, other) = (self.make(1)?, self.make(1)?, self.make(2)?);
            let records: u64 = one.files.iter().map(|file| file.records).sum();
            let differs = one.files.iter().zip(&other.files).any(|(one, other)| one.hash != other.hash);
            Ok(Gate::of(one.files == again.files && differs, format!("{records} records in {} files", one.files.len())))
        })())
    }

    /// Whether every value has a place in the bytes of its file.
    pub fn files(&self) -> Gate {
        Gate::tried((|| {
            let mut lost = BTreeMap::new();
            for number in 1..=self.seeds.max(1) {
                lost.extend(self.made(number)?.lost.clone());
            }
            let told: Vec<String> = lost.iter().map(|(file, count)| format!("{file} loses {count}")).collect();
            Ok(if told.is_empty() { Gate::held("nothing is lost") } else { Gate::failed(told.join(", ")) })
        })())
    }

    /// The solution's least score.
    pub fn solution(&self) -> Gate {
        Gate::tried(self.scores(1..=self.seeds).map(|scores| {
            let least = scores.iter().copied().fold(f64::INFINITY, f64::min);
            Gate::of(
                least >= self.packs.solution,
                format!("least {least:.1} of {} over {} seeds", self.packs.solution, scores.len()),
            )
        }))
    }

    /// How far the solution falls on seeds that its author did not see.
    pub fn spread(&self) -> Gate {
        Gate::tried((|| {
            let here = self.scores(1..=1)?.first().copied().unwrap_or_default();
            let there = self.scores(1_000..=1_000 + self.secret.saturating_sub(1))?;
            let fall = here - there.iter().copied().fold(f64::INFINITY, f64::min);
            Ok(Gate::of(
                fall < self.packs.solution_spread,
                format!("falls by {fall:.2} at most over {} seeds", there.len()),
            ))
        })())
    }

    /// Whether the score falls with every step of the solution that is left out.
    pub fn steps(&self) -> Gate {
        Gate::tried((|| {
            let solution = self.private.solution.as_ref().context("no solution")?;
            let made = self.made(1)?;
            let whole = self.replay(solution, &made)?.percent();
            let mut idle = Vec::new();
            for place in 0..solution.steps.len() {
                let mut without = solution.clone();
                without.steps[place].disabled = true;
                if self.replay(&without, &made)?.percent() > whole - FELT {
                    idle.push(solution.steps[place].id.to_string());
                }
            }
            let found = if idle.is_empty() { format!("{} steps", solution.steps.len()) } else { idle.join(", ") };
            Ok(Gate::of(idle.is_empty(), found))
        })())
    }

    /// Players, each with its highest score.
    pub fn players(&self) -> Vec<(&'static str, Gate)> {
        let styles = [
            ("player: constant", Player::Constant, Some(Style::Constant)),
            ("player: select-all", Player::SelectAll, Some(Style::SelectAll)),
            ("player: random", Player::Random, Some(Style::Random)),
            ("player: empty", Player::Empty, None),
            ("player: autopilot", Player::Autopilot, None),
        ];
        styles.into_iter().map(|(name, player, style)| (name, Gate::tried(self.player(player, style)))).collect()
    }

    fn player(&self, player: Player, style: Option<Style>) -> Result<Gate> {
        let usual = if player == Player::Autopilot { self.packs.autopilot } else { self.packs.player };
        let stricter = self.private.players.limits.iter().find(|limit| limit.player == player);
        let below = stricter.map_or(usual, |limit| limit.below.min(usual));
        let mut most = 0.0_f64;
        for number in 1..=self.seeds {
            let made = self.made(number)?;
            let card = match style {
                Some(style) => play(&self.specs(), &made.truth, style, &seed(number))?,
                None if player == Player::Autopilot => {
                    let names: Vec<String> = made.files.iter().map(|file| file.name.clone()).collect();
                    let recipe = autopilot(&overlay(&made, &Disk::default()), &names, &self.specs())?;
                    self.replay(&recipe, &made)?
                }
                None => self.replay(&Recipe::default(), &made)?,
            };
            most = most.max(card.percent());
        }
        Ok(Gate::of(most < below, format!("most {most:.1}, below {below}")))
    }

    /// Wrong answers, each with how far its score is from what is stated.
    pub fn wrong(&self) -> Vec<(String, Gate)> {
        let answers = self.private.wrong.iter();
        answers
            .map(|(stated, recipe)| {
                let gate = Gate::tried((|| {
                    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
                    for number in 1..=self.seeds.min(2) {
                        let made = self.made(number)?;
                        let found = self.replay(recipe, &made)?.percent();
                        (low, high) = (low.min(found), high.max(found));
                    }
                    let holds = (stated.score - low).abs() <= stated.tolerance
                        && (high - stated.score).abs() <= stated.tolerance;
                    Ok(Gate::of(
                        holds,
                        format!("{low:.1} to {high:.1}, stated {} ± {}", stated.score, stated.tolerance),
                    ))
                })());
                (format!("wrong: {}", stated.file), gate)
            })
            .collect()
    }

    /// Whether there are enough wrong answers, and enough that are neither good nor bad.
    pub fn coverage(&self) -> Gate {
        let count = self.private.wrong.len();
        let middle = self.private.wrong.iter().filter(|(stated, _)| MIDDLE.contains(&stated.score)).count();
        Gate::of(count >= WRONG.0 && middle >= WRONG.1, format!("{count} answers, {middle} between 40 and 80"))
    }

    fn specs(&self) -> Vec<CheckSpec> {
        self.pack.checks.iter().map(CheckSpec::from).collect()
    }

    /// The data of a seed, made once for the seeds on which all play; the secret ones are not met again.
    fn made(&self, number: u32) -> Result<Rc<Made>> {
        if let Some(made) = self.memory.borrow().made.get(&number) {
            return Ok(Rc::clone(made));
        }
        let made = Rc::new(self.make(number)?);
        if number <= self.seeds {
            self.memory.borrow_mut().made.insert(number, Rc::clone(&made));
        }
        Ok(made)
    }

    fn make(&self, number: u32) -> Result<Made> {
        let spec = serde_json::to_string(self.pack.data.as_ref().context("no data")?)?;
        let scale = match self.private.players.scale {
            PlayedScale::Practice => "practice",
            PlayedScale::Exam => "exam",
        };
        Ok(Made::at_once(Instance { spec, seed: seed(number), scale: scale.to_owned() })?)
    }

    fn scores(&self, seeds: std::ops::RangeInclusive<u32>) -> Result<Vec<f64>> {
        let solution = self.private.solution.as_ref().context("no solution")?;
        seeds.map(|number| Ok(self.replay(solution, &*self.made(number)?)?.percent())).collect()
    }

    fn replay(&self, recipe: &Recipe, made: &Made) -> Result<Scorecard> {
        replay(&mut self.memory.borrow_mut().session, recipe, made, &self.specs())
    }
}

/// Seeds of trials; candidates have others.
fn seed(number: u32) -> String {
    format!("trial-{number}")
}
