//! Opening a pack: its texts fetched and held against the catalogue, with what it refers to.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;
use pack::file::catalog::Entry;
use pack::referentiel::Referentiel;
use pack::{Pack, School};
use protocol::Code;

use super::{ABSENT, Library};
use crate::platform::fetch;
use crate::state::reading::{Lack, Reading};

/// A pack with what it refers to.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The pack.
    pub pack: Arc<Pack>,
    /// The référentiel.
    pub referentiel: Arc<Referentiel>,
}

impl Library {
    /// Opens the pack of an id; none if the catalogue does not have it.
    ///
    /// # Errors
    /// What did not come, or everything that is wrong with the pack.
    pub async fn open(self, id: &str) -> Result<Option<Opened>, Lack> {
        let (referentiel, thresholds) = (self.referentiel.obtain().await?, self.thresholds.obtain().await?);
        let school = School::new(&referentiel, thresholds.as_ref().clone());
        for late in [false, true] {
            if late {
                // The host may have another catalogue by now, and this pack with it.
                self.catalog.fetch().await;
            }
            let offer = match self.catalog.obtain().await {
                Err(Lack::Refused { status: ABSENT, .. }) => return Ok(None),
                offer => offer?,
            };
            let Some(entry) = offer.catalog.entry(id) else { return Ok(None) };
            match pack(entry, &school).await {
                Err(lack) if !late && is_outdated(&lack) => {}
                result => return result.map(|pack| Some(Opened { pack: Arc::new(pack), referentiel })),
            }
        }
        Ok(None)
    }
}

impl<T: Clone + Send + Sync + 'static> super::Shelf<T> {
    /// The file, fetched if it is not here.
    async fn obtain(self) -> Result<Arc<T>, Lack> {
        if !self.value.with_untracked(|value| matches!(value, Some(Reading::Here(_)))) {
            self.fetch().await;
        }
        match self.value.get_untracked() {
            Some(Reading::Here(content)) => Ok(content),
            Some(Reading::Lacking(lack)) => Err(lack),
            Some(Reading::Coming) | None => Err(Lack::Unreachable { file: self.path.to_owned() }),
        }
    }
}

/// Whether the pack is another than the catalogue says.
fn is_outdated(lack: &Lack) -> bool {
    matches!(lack, Lack::Faulty { faults, .. } if faults.iter().any(|fault| fault.code() == Code::PackFileChanged))
}

/// A pack by its line of the catalogue. A text that the host does not have is a fault of the pack.
async fn pack(entry: &Entry, school: &School) -> Result<Pack, Lack> {
    let mut texts = BTreeMap::new();
    for listed in entry.files.iter().filter(|listed| pack::is_text(&listed.path)) {
        match fetch::text(&entry.address(&listed.path)).await {
            Ok(text) => drop(texts.insert(listed.path.clone(), text)),
            Err(Lack::Refused { status: ABSENT, .. }) => {}
            Err(lack) => return Err(lack),
        }
    }
    pack::load(entry, &texts, school).map_err(|faults| Lack::Faulty { file: entry.id.clone(), faults })
}
