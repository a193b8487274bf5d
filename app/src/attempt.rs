//! The open attempt: its document beside the room of its recipe, kept after each change.
//!
//! One tab writes, as for the work: the room's lock is the attempt's too.

mod forms;

use std::collections::BTreeMap;
use std::sync::Arc;

use gloo::timers::callback::Interval;
use leptos::prelude::*;
use leptos::task::spawn_local;
use pack::file::hints::Hint;
use protocol::Diagnostic;
use protocol::score::CheckSpec;

use crate::engine::Engine;
use crate::library::Opened;
use crate::platform::{clock, storage};
use crate::room::{Making, Notice, Room, StorageProblem};
use crate::state::attempt::{AttemptDocument, KEY_PREFIX};
use crate::state::format::instant;
use crate::state::forms::FormWork;
use crate::state::scorecard::{self, CriterionCard};
use crate::state::work::Unreadable;

/// Seconds after which the time spent is stored.
const KEPT_EVERY_S: u64 = 15;

/// All attempts of this device that read.
pub fn kept() -> Vec<AttemptDocument> {
    storage::texts(KEY_PREFIX).iter().filter_map(|text| AttemptDocument::parse(text).ok()).collect()
}

/// The attempt at an exercise, if there is one.
pub fn load(exercise: &str) -> Option<Result<AttemptDocument, Unreadable>> {
    storage::get(&key(exercise)).map(|text| AttemptDocument::parse(&text))
}

/// Keeps an attempt.
///
/// # Errors
/// As of [`storage::set`].
pub fn store(attempt: &AttemptDocument) -> Result<(), StorageProblem> {
    storage::set(&key(&attempt.exercise), &attempt.to_json())
}

fn key(exercise: &str) -> String {
    format!("{KEY_PREFIX}{exercise}")
}

/// The instant of now, as logs write it.
pub fn now() -> String {
    instant(clock::now_ms())
}

/// Where scoring stands.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Scoring {
    /// Not asked for.
    #[default]
    Idle,
    /// Under way.
    Working,
    /// Impossible.
    Failed(Diagnostic),
}

/// The open attempt, in the context of its panes.
#[derive(Clone, Copy)]
pub struct Attempt {
    /// The work that holds the recipe.
    pub room: Room,
    /// The pack with what it refers to.
    pub opened: StoredValue<Opened>,
    /// The document.
    pub document: Signal<AttemptDocument>,
    /// Where scoring stands.
    pub scoring: Signal<Scoring>,
    /// The last score by criterion.
    pub card: Memo<Vec<CriterionCard>>,
    cell: RwSignal<AttemptDocument>,
    scoring_cell: RwSignal<Scoring>,
    /// What is remembered of the edits of forms, by their ids.
    forms: StoredValue<BTreeMap<String, FormWork>>,
    engine: Engine,
}

impl Attempt {
    /// Opens an attempt in the current owner.
    pub fn open(engine: Engine, room: Room, opened: Opened, document: AttemptDocument) -> Self {
        let (cell, scoring_cell) = (RwSignal::new(document), RwSignal::new(Scoring::default()));
        let opened = StoredValue::new(opened);
        let card = Memo::new(move |_| {
            let pack = opened.with_value(|opened| Arc::clone(&opened.pack));
            cell.with(|attempt| {
                let last = attempt.last.as_ref();
                last.map(|last| scorecard::criteria(&pack.checks, &last.card, &attempt.log)).unwrap_or_default()
            })
        });
        let attempt = Self {
            room,
            opened,
            document: cell.into(),
            scoring: scoring_cell.into(),
            card,
            cell,
            scoring_cell,
            forms: StoredValue::new(BTreeMap::new()),
            engine,
        };
        attempt.follow_other_tab();
        attempt.count_time();
        attempt
    }

    /// Ticks a task, or takes the tick away.
    pub fn tick(self, task: &str, on: bool) {
        self.change(|attempt| attempt.tick(task, on));
    }

    /// Reads a hint; that it was read is written down once.
    pub fn read(self, hint: &Hint) {
        self.change(|attempt| attempt.read(hint, now()));
    }

    /// Whether the work can be scored now.
    pub fn can_score(self) -> bool {
        self.room.making.with(|making| matches!(making, Making::Made(_)))
            && !self.room.read_only.get()
            && self.scoring_cell.with(|scoring| *scoring != Scoring::Working)
    }

    /// Scores the recipe as it stands.
    pub fn score(self) {
        if !untrack(|| self.can_score()) {
            return;
        }
        self.scoring_cell.set(Scoring::Working);
        let checks = self.opened.with_value(|opened| opened.pack.checks.iter().map(CheckSpec::from).collect());
        let recipe = self.room.recipe_now().hash();
        spawn_local(async move {
            let result = self.room.score(checks).await;
            if self.scoring_cell.try_get_untracked().is_none() {
                return;
            }
            match result {
                Ok(card) => {
                    self.change(|attempt| attempt.scored(now(), recipe, self.engine.build(), card));
                    self.scoring_cell.set(Scoring::Idle);
                    let level = self.card.with_untracked(|criteria| scorecard::total(criteria)).round();
                    self.room.say(Notice::polite("said-scored").with("level", level));
                }
                Err(reason) => self.scoring_cell.set(Scoring::Failed(reason)),
            }
        });
    }

    /// Whether the recipe is another than the one that was scored last.
    pub fn is_outdated(self) -> bool {
        let scored = self.cell.with(|attempt| attempt.last.as_ref().map(|last| last.recipe.clone()));
        scored.is_some_and(|scored| self.room.recipe.with(|recipe| recipe.hash()) != scored)
    }

    fn change(self, make: impl FnOnce(&mut AttemptDocument)) {
        if self.room.read_only.get_untracked() {
            self.room.say(Notice::assertive("said-read-only"));
            return;
        }
        self.cell.update(make);
        if let Err(problem) = self.cell.with_untracked(store) {
            self.room.say(Notice::assertive(problem.key()));
        }
    }

    fn read_stored(self) {
        let exercise = self.cell.with_untracked(|attempt| attempt.exercise.clone());
        if let Some(Ok(stored)) = load(&exercise) {
            self.cell.set(stored);
        }
    }

    /// While another tab writes, this one shows what it stores; when it takes over, it begins from there.
    fn follow_other_tab(self) {
        let key = self.cell.with_untracked(|attempt| key(&attempt.exercise));
        let handle = window_event_listener(leptos::ev::storage, move |event| {
            if self.room.read_only.get_untracked() && event.key().as_ref() == Some(&key) {
                self.read_stored();
            }
        });
        on_cleanup(move || handle.remove());
        let follow = move |read_only: &bool, before: Option<&bool>, _: Option<()>| {
            if before == Some(&true) && !read_only {
                self.read_stored();
            }
        };
        Effect::watch(move || self.room.read_only.get(), follow, false);
    }

    /// Counts the seconds in which the page is looked at.
    fn count_time(self) {
        let interval = Interval::new(1_000, move || {
            if document().hidden() || self.room.read_only.get_untracked() {
                return;
            }
            self.cell.update(|attempt| attempt.seconds += 1);
            if self.cell.with_untracked(|attempt| attempt.seconds).is_multiple_of(KEPT_EVERY_S) {
                // What was last stored is at most so many seconds old; the next change says if there is no room.
                let _ = self.cell.with_untracked(store);
            }
        });
        let interval = StoredValue::new_local(Some(interval));
        on_cleanup(move || interval.set_value(None));
    }
}

/// The open attempt of the context; none in a work of one's own.
pub fn use_attempt() -> Option<Attempt> {
    use_context::<Attempt>()
}
