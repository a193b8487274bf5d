//! The brief: both languages have the same parts, and refer to what there is.

use std::collections::BTreeSet;

use protocol::{Code, Diagnostic};

use crate::fault::{Fault, nearest};
use crate::markdown::{Target, of_image, of_link, outline, references};
use crate::reading::at_byte;
use crate::words::{LANGUAGES, Words};

pub(super) fn hold(folder: &str, brief: &Words, paths: &BTreeSet<&str>, faults: &mut Vec<Fault>) {
    for language in LANGUAGES {
        let (name, text) = (name(folder, language), brief.of(language));
        if text.trim().is_empty() {
            faults.push(Fault::whole(&name, Diagnostic::new(Code::ParamRequired)));
        }
        for reference in references(text) {
            let address = reference.address.as_str();
            let target = if reference.is_image { of_image(address) } else { of_link(address) };
            let wrong = match target {
                Target::Web(_) => continue,
                Target::Pack(path) if paths.contains(path.as_str()) => continue,
                Target::Pack(path) => {
                    let candidates = nearest(&path, paths.iter().copied());
                    Diagnostic::new(Code::PackReference).with("name", path).with("candidates", candidates)
                }
                Target::Refused => Diagnostic::new(Code::PackLink).with("address", address),
            };
            faults.push(at_byte(&name, text, reference.byte, wrong));
        }
    }
    headings(folder, brief, faults);
}

/// The first heading at which the languages part.
fn headings(folder: &str, brief: &Words, faults: &mut Vec<Fault>) {
    let (french, english) = (outline(&brief.fr), outline(&brief.en));
    let place = (0..french.len().max(english.len()))
        .find(|&place| french.get(place).map(|one| one.level) != english.get(place).map(|one| one.level));
    let Some(place) = place else { return };
    let level = |heading: Option<&crate::markdown::Heading>| heading.map_or(0, |heading| i64::from(heading.level));
    let wrong = Diagnostic::new(Code::PackHeadings)
        .with("position", place + 1)
        .with("fr", level(french.get(place)))
        .with("en", level(english.get(place)));
    let byte = english.get(place).map_or(brief.en.len(), |heading| heading.byte);
    faults.push(at_byte(&name(folder, "en"), &brief.en, byte, wrong));
}

fn name(folder: &str, language: &str) -> String {
    format!("{folder}/public/brief.{language}.md")
}
