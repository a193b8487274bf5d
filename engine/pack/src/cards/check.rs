//! What must hold in the cards beyond their types, by themselves and against the référentiel.

use protocol::{Code, Diagnostic};

use super::Cards;
use crate::agree::Findings;
use crate::referentiel::Referentiel;

/// Notes what is wrong with the cards by themselves.
pub fn check(all: &Cards, findings: &mut Findings<'_, '_, '_>) {
    findings.ids("families", "key", all.families.iter().map(|family| family.key.as_str()));
    findings.ids("cards", "id", all.cards.iter().map(|card| card.id.as_str()));
    for (index, family) in all.families.iter().enumerate() {
        findings.words(&format!("families/{index}/label"), &family.label);
        if !all.cards.iter().any(|card| card.family == family.key) {
            let unused = Diagnostic::new(Code::PackUnused).with("name", family.key.as_str());
            findings.add(&format!("families/{index}/key"), unused);
        }
    }
    for (index, card) in all.cards.iter().enumerate() {
        let path = |key: &str| format!("cards/{index}/{key}");
        let families = all.families.iter().map(|family| family.key.as_str());
        findings.known(&path("family"), Code::PackNameUnknown, "name", &card.family, families);
        for (key, words) in [
            ("name", &card.name),
            ("what", &card.what),
            ("here", &card.here),
            ("editor", &card.editor),
            ("licence", &card.licence),
            ("alternatives", &card.alternatives),
        ] {
            findings.words(&path(key), words);
        }
        for (key, is_empty) in [
            ("named", card.named.is_empty()),
            ("competences", card.competences.is_empty()),
            ("places", card.places.is_empty()),
            ("sources", card.sources.is_empty()),
        ] {
            if is_empty {
                findings.add(&path(key), Diagnostic::new(Code::ParamRequired));
            }
        }
        for (at, address) in card.sources.iter().enumerate().filter(|(_, address)| !address.starts_with("https://")) {
            let wrong = Diagnostic::new(Code::PackLink).with("address", address.as_str());
            findings.add(&path(&format!("sources/{at}")), wrong);
        }
    }
}

/// Notes what the cards name that the référentiel does not have, and competences that no naming activity has.
pub fn check_against(all: &Cards, referentiel: &Referentiel, findings: &mut Findings<'_, '_, '_>) {
    for (index, card) in all.cards.iter().enumerate() {
        let mut known = |key: &str, at: usize, name: &str, names: Vec<&str>| {
            let path = format!("cards/{index}/{key}/{at}");
            findings.known(&path, Code::PackNameUnknown, "name", name, names.into_iter());
        };
        for (at, code) in card.named.iter().enumerate() {
            known("named", at, code, referentiel.activities.iter().map(|one| one.code.as_str()).collect());
        }
        for (at, id) in card.exercises.iter().enumerate() {
            known("exercises", at, id, referentiel.exercises.iter().map(|one| one.id.as_str()).collect());
        }
        let of_named = referentiel.competences.iter().filter(|one| card.named.contains(&one.activity));
        let of_named: Vec<&str> = of_named.map(|one| one.key.as_str()).collect();
        for (at, key) in card.competences.iter().enumerate() {
            known("competences", at, key, of_named.clone());
        }
    }
}
