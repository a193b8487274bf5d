//! The files of the exercises that every page may need: fetched once, when a page first asks, and kept.

mod open;
mod packs;

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
pub use open::Opened;
use pack::Fault;
use pack::cards::Cards;
use pack::file::catalog::Catalog;
use pack::file::thresholds::Thresholds;
use pack::referentiel::Referentiel;

use crate::platform::fetch;
use crate::state::reading::{Lack, Reading};

/// What a host answers for a file that it does not have.
const ABSENT: u16 = 404;

/// Every file.
#[derive(Clone, Copy)]
pub struct Library {
    /// The référentiel.
    pub referentiel: Shelf<Referentiel>,
    /// The cards of the glossary.
    pub cards: Shelf<Cards>,
    /// The school's figures.
    pub thresholds: Shelf<Thresholds>,
    /// The exercises that can be opened.
    pub catalog: Shelf<Offer>,
}

/// The exercises that can be opened, and what is wrong with the lines of those that cannot.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// The lines that read.
    pub catalog: Catalog,
    /// Why the others do not.
    pub faults: Vec<Fault>,
}

impl Library {
    /// Nothing is fetched yet.
    pub fn new() -> Self {
        Self {
            referentiel: Shelf::of("exercises/referentiel.toml", pack::referentiel::read),
            cards: Shelf::of("exercises/cards/cards.toml", pack::cards::read),
            thresholds: Shelf::of("exercises/thresholds.toml", pack::school::thresholds),
            // An entry that does not read is left out; the others stand.
            catalog: Shelf::of("exercises/catalog.toml", |file, text| {
                let offer = pack::catalog::read(file, text).map(|(catalog, faults)| Offer { catalog, faults });
                offer.map_err(|fault| vec![fault])
            }),
        }
    }

    /// Asks for everything, so that what keeps answers for a time without a network has them.
    pub fn keep(self) {
        self.referentiel.renew();
        self.cards.renew();
        self.thresholds.renew();
        self.catalog.renew();
        spawn_local(packs::keep(self.catalog.path));
    }

    /// Ids of the exercises that can be opened, tracked. A host without a catalogue has none.
    pub fn available(self) -> Reading<BTreeSet<String>> {
        match self.catalog.get() {
            Reading::Here(offer) => {
                Reading::Here(Arc::new(offer.catalog.exercises.iter().map(|entry| entry.id.clone()).collect()))
            }
            Reading::Lacking(Lack::Refused { status: ABSENT, .. }) => Reading::Here(Arc::default()),
            Reading::Lacking(lack) => Reading::Lacking(lack),
            Reading::Coming => Reading::Coming,
        }
    }
}

impl Default for Library {
    fn default() -> Self {
        Self::new()
    }
}

/// One file.
pub struct Shelf<T: 'static> {
    path: &'static str,
    read: fn(&str, &str) -> Result<T, Vec<Fault>>,
    value: RwSignal<Option<Reading<T>>>,
}

impl<T> Clone for Shelf<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Shelf<T> {}

impl<T: Clone + Send + Sync + 'static> Shelf<T> {
    fn of(path: &'static str, read: fn(&str, &str) -> Result<T, Vec<Fault>>) -> Self {
        Self { path, read, value: RwSignal::new(None) }
    }

    /// What is known of it, tracked.
    pub fn get(self) -> Reading<T> {
        self.value.get().unwrap_or(Reading::Coming)
    }

    /// Fetches it, unless it is here or on its way.
    pub fn ask(self) {
        let wanted = self.value.with_untracked(|value| value.as_ref().is_none_or(Reading::lacks));
        if !wanted {
            return;
        }
        self.value.set(Some(Reading::Coming));
        self.renew();
    }

    /// Fetches it anew; what is here stays as long as nothing better comes.
    fn renew(self) {
        spawn_local(async move {
            self.fetch().await;
        });
    }

    /// What the host has now; what is here stays as long as nothing better comes.
    async fn fetch(self) {
        let reading = match fetch::text(self.path).await {
            Ok(text) => Reading::of(self.path, (self.read)(self.path, &text)),
            Err(lack) => Reading::Lacking(lack),
        };
        let here = self.value.with_untracked(|value| matches!(value, Some(Reading::Here(_))));
        if !here || !reading.lacks() {
            self.value.set(Some(reading));
        }
    }
}
