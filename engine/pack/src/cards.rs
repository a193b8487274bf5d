//! The cards of the tools, methods and texts that the référentiel names.
//!
//! All stand in one file: the glossary shows them all, so one request brings them, and no list of files can lag
//! behind.

mod check;
#[cfg(test)]
mod tests;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::agree::Findings;
use crate::fault::Fault;
use crate::reading::{Document, Kind};
use crate::referentiel::Referentiel;
use crate::words::Words;

/// Every card, by family.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cards {
    /// Families, in the order of the glossary.
    pub families: Vec<Family>,
    /// Cards, in the order of their families.
    pub cards: Vec<Card>,
}

/// What cards have in common.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Family {
    /// Named by cards.
    pub key: String,
    /// In both languages.
    pub label: Words,
}

/// One tool, method or text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Its id in every file.
    pub id: String,
    /// What it is called; often the same in both languages.
    pub name: Words,
    /// Key of its family.
    pub family: String,
    /// Whether one would still choose it.
    pub status: CardStatus,
    /// Codes of the activities that name it, or imply it.
    pub named: Vec<String>,
    /// Keys of the competences of these activities that it serves.
    pub competences: Vec<String>,
    /// What is done with it here.
    pub places: Vec<Place>,
    /// Ids of the exercises that practise it.
    pub exercises: Vec<String>,
    /// What it is.
    pub what: Words,
    /// What of it is practised here.
    pub here: Words,
    /// Who makes it.
    pub editor: Words,
    /// On which terms.
    pub licence: Words,
    /// What else does the same.
    pub alternatives: Words,
    /// Year and month in which its facts were last looked at.
    pub checked: String,
    /// Addresses of official pages.
    pub sources: Vec<String>,
}

/// Whether one would still choose something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CardStatus {
    /// Yes, where it fits.
    Active,
    /// Met in what exists, seldom chosen anew.
    Declining,
    /// No longer offered or maintained.
    Withdrawn,
}

impl CardStatus {
    /// The stable text form.
    pub fn id(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Declining => "declining",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// What is done with something here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// Executed for real by the engine, itself or its equivalent.
    Executed,
    /// Simulated by a deterministic model.
    Simulated,
    /// Told on a card.
    Card,
    /// Written as code or configuration that is not executed here.
    Export,
}

impl Place {
    /// The stable text form.
    pub fn id(self) -> &'static str {
        match self {
            Self::Executed => "executed",
            Self::Simulated => "simulated",
            Self::Card => "card",
            Self::Export => "export",
        }
    }
}

impl Kind for Cards {
    const FORMAT: &'static str = "creuset.cards";
    const SCHEMA: &'static str = "cards";
}

/// Reads `cards/cards.toml`.
///
/// # Errors
/// The first key or value that does not fit, or all that does not agree.
pub fn read(file: &str, text: &str) -> Result<Cards, Vec<Fault>> {
    opened(file, text, |_, _| {})
}

/// Reads `cards/cards.toml` and holds it against the référentiel.
///
/// # Errors
/// What [`read`] finds, and every name that the référentiel does not have.
pub fn read_against(file: &str, text: &str, referentiel: &Referentiel) -> Result<Cards, Vec<Fault>> {
    opened(file, text, |cards, findings| check::check_against(cards, referentiel, findings))
}

fn opened(
    file: &str,
    text: &str,
    further: impl FnOnce(&Cards, &mut Findings<'_, '_, '_>),
) -> Result<Cards, Vec<Fault>> {
    let document = Document::parse(file, text).map_err(|fault| vec![fault])?;
    let cards: Cards = document.read().map_err(|fault| vec![fault])?;
    let mut faults = Vec::new();
    let mut findings = Findings::new(&document, &mut faults);
    check::check(&cards, &mut findings);
    further(&cards, &mut findings);
    if faults.is_empty() { Ok(cards) } else { Err(faults) }
}

impl Cards {
    /// The card of an id.
    pub fn card(&self, id: &str) -> Option<&Card> {
        self.cards.iter().find(|card| card.id == id)
    }

    /// The family of a key.
    pub fn family(&self, key: &str) -> Option<&Family> {
        self.families.iter().find(|family| family.key == key)
    }
}
