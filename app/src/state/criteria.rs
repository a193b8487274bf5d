//! Which criteria of the référentiel a person looks at: by status, by whether they can be practised, by words.

use std::collections::BTreeSet;

use pack::referentiel::{Bloc, Competence, Criterion, Referentiel, Status};

use super::search::fold;
use crate::i18n::Language;

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CriteriaFilter {
    /// Words; each must be found.
    pub text: String,
    /// Who decides.
    pub status: Option<Status>,
    /// Whether an exercise for it can be opened.
    pub available: Option<bool>,
}

impl CriteriaFilter {
    /// Whether everything is shown.
    pub fn is_open(&self) -> bool {
        self.text.trim().is_empty() && self.status.is_none() && self.available.is_none()
    }
}

/// A bloc with what is shown of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// Key of the bloc.
    pub bloc: String,
    /// Keys of competences, each with the keys of its criteria.
    pub competences: Vec<(String, Vec<String>)>,
}

/// Whether an exercise for a criterion can be opened.
pub fn is_available(criterion: &Criterion, available: &BTreeSet<String>) -> bool {
    criterion.exercises.iter().any(|share| available.contains(&share.id))
}

/// The tree of what fits; branches without a criterion are left out. A criterion stands under each competence that it
/// speaks of.
pub fn branches(
    all: &Referentiel,
    available: &BTreeSet<String>,
    filter: &CriteriaFilter,
    language: Language,
) -> Vec<Branch> {
    let folded = fold(&filter.text);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let fits = |bloc: &Bloc, competence: &Competence, criterion: &Criterion| {
        filter.status.is_none_or(|status| criterion.status == status)
            && filter.available.is_none_or(|wanted| is_available(criterion, available) == wanted)
            && (words.is_empty() || {
                let text = fold(&searched(all, bloc, competence, criterion, language));
                words.iter().all(|word| text.contains(word))
            })
    };
    let branch = |bloc: &Bloc| {
        let competences = all.competences_of(&bloc.key).filter_map(|competence| {
            let criteria: Vec<String> = all
                .criteria_of(&competence.key)
                .filter(|criterion| fits(bloc, competence, criterion))
                .map(|criterion| criterion.key.clone())
                .collect();
            (!criteria.is_empty()).then(|| (competence.key.clone(), criteria))
        });
        Branch { bloc: bloc.key.clone(), competences: competences.collect() }
    };
    all.blocs.iter().map(branch).filter(|branch| !branch.competences.is_empty()).collect()
}

/// How many criteria are shown, each once.
pub fn count(branches: &[Branch]) -> usize {
    let keys = branches.iter().flat_map(|branch| &branch.competences).flat_map(|(_, criteria)| criteria);
    keys.collect::<BTreeSet<_>>().len()
}

/// All texts by which a criterion is found under a competence.
fn searched(
    all: &Referentiel,
    bloc: &Bloc,
    competence: &Competence,
    criterion: &Criterion,
    language: Language,
) -> String {
    let tag = language.tag();
    let mut texts = vec![
        bloc.label.of(tag),
        &competence.key,
        competence.label.of(tag),
        &competence.activity,
        &criterion.name,
        criterion.label.of(tag),
    ];
    for share in &criterion.exercises {
        texts.push(&share.id);
        texts.extend(all.exercise(&share.id).map(|exercise| exercise.title.of(tag)));
    }
    texts.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(filter: &CriteriaFilter, available: &[&str], language: Language) -> (usize, Vec<String>) {
        let text = include_str!("../../../exercises/referentiel.toml");
        let all = pack::referentiel::read("referentiel.toml", text).unwrap();
        let available = available.iter().map(|id| (*id).to_owned()).collect();
        let branches = branches(&all, &available, filter, language);
        let competences = branches.iter().flat_map(|branch| &branch.competences).map(|(key, _)| key.clone());
        (count(&branches), competences.collect())
    }

    #[test]
    fn filters_narrow_the_tree() {
        let text = |text: &str| CriteriaFilter { text: text.to_owned(), ..CriteriaFilter::default() };
        let status = |status| CriteriaFilter { status: Some(status), ..CriteriaFilter::default() };
        let open = |available| CriteriaFilter { available: Some(available), ..CriteriaFilter::default() };
        let fr = Language::Fr;
        type Case<'a> = (CriteriaFilter, &'a [&'a str], Language, usize, &'a [&'a str]);
        let cases: [Case; 12] = [
            (status(Status::Jury), &[], fr, 7, &["C2.4", "C3.4a", "C4.5"]),
            (text("C3.4b"), &[], fr, 4, &["C3.4b"]),
            (text("données propres"), &[], fr, 3, &["C1.3"]),
            (text("DONNEES propres"), &[], fr, 3, &["C1.3"]),
            (text("clean data"), &[], Language::En, 3, &["C1.3"]),
            (text("clean data"), &[], fr, 0, &[]),
            (text("grand nettoyage"), &[], fr, 3, &["C1.3"]),
            (text("e13"), &[], fr, 2, &["C6.2"]),
            (text("C1.2/C2.2-k4"), &[], fr, 1, &["C1.2", "C2.2"]),
            (open(true), &["E13", "E24"], fr, 6, &["C6.2", "C3.4b"]),
            (open(true), &[], fr, 0, &[]),
            (text("zzz"), &["E13"], fr, 0, &[]),
        ];
        for (filter, available, language, criteria, competences) in cases {
            let (count, found) = shown(&filter, available, language);
            assert_eq!(
                (count, found),
                (criteria, competences.iter().map(|key| (*key).to_owned()).collect()),
                "{filter:?}"
            );
            assert!(!filter.is_open());
        }
        let (count, competences) = shown(&CriteriaFilter::default(), &[], fr);
        assert_eq!((count, competences.len()), (69, 20));
        assert_eq!(shown(&open(false), &[], fr).0, 69);
        assert!(CriteriaFilter { text: "  ".to_owned(), ..CriteriaFilter::default() }.is_open());
    }
}
