//! Addresses of the pages: what stands after `#`.

use pack::file::is_legal_id as is_legal_exercise;

use super::work::is_legal_id;

/// A page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// Works to resume, and how to begin.
    Home,
    /// A work of one's own.
    Sandbox {
        /// Id of the work.
        work: String,
    },
    /// The référentiel, with one competence open or none.
    Referentiel {
        /// Key of the competence.
        competence: Option<String>,
    },
    /// The tools and texts that the référentiel names, with one card open or none.
    Glossary {
        /// Id of the card.
        card: Option<String>,
    },
    /// An exercise: what it is, who does it, how it is begun.
    Exercise {
        /// Its id.
        id: String,
    },
    /// The work on an exercise.
    Attempt {
        /// Id of the exercise.
        exercise: String,
    },
    /// Language, look, keyboard.
    Settings,
    /// A page of help.
    Help {
        /// Its topic.
        topic: String,
    },
    /// The accessibility statement.
    Accessibility,
    /// No such page.
    NotFound,
}

/// The topic of help that `#/help` opens.
pub const FIRST_TOPIC: &str = "getting-started";

impl Route {
    /// Reads the part of an address after `#` (with or without it).
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#');
        let path = path.split('?').next().unwrap_or_default();
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        match parts.as_slice() {
            [] => Self::Home,
            ["sandbox", work] if is_legal_id(work) => Self::Sandbox { work: (*work).to_owned() },
            ["referentiel"] => Self::Referentiel { competence: None },
            ["referentiel", key] if is_code(key) => Self::Referentiel { competence: Some((*key).to_owned()) },
            ["glossary"] => Self::Glossary { card: None },
            ["glossary", card] if is_topic(card) => Self::Glossary { card: Some((*card).to_owned()) },
            ["exercise", id] if is_legal_exercise(id) => Self::Exercise { id: (*id).to_owned() },
            ["exercise", id, "work"] if is_legal_exercise(id) => Self::Attempt { exercise: (*id).to_owned() },
            ["settings"] => Self::Settings,
            ["help"] => Self::Help { topic: FIRST_TOPIC.to_owned() },
            ["help", topic] if is_topic(topic) => Self::Help { topic: (*topic).to_owned() },
            ["accessibility"] => Self::Accessibility,
            _ => Self::NotFound,
        }
    }

    /// The address, with its `#`.
    pub fn href(&self) -> String {
        match self {
            Self::Home | Self::NotFound => "#/".to_owned(),
            Self::Sandbox { work } => format!("#/sandbox/{work}"),
            Self::Referentiel { competence: None } => "#/referentiel".to_owned(),
            Self::Referentiel { competence: Some(key) } => format!("#/referentiel/{key}"),
            Self::Glossary { card: None } => "#/glossary".to_owned(),
            Self::Glossary { card: Some(card) } => format!("#/glossary/{card}"),
            Self::Exercise { id } => format!("#/exercise/{id}"),
            Self::Attempt { exercise } => format!("#/exercise/{exercise}/work"),
            Self::Settings => "#/settings".to_owned(),
            Self::Help { topic } => format!("#/help/{topic}"),
            Self::Accessibility => "#/accessibility".to_owned(),
        }
    }
}

fn is_topic(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_".contains(&byte))
}

fn is_code(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_read_back() {
        for hash in [
            "#/",
            "#/sandbox/k3x-1",
            "#/referentiel",
            "#/referentiel/C3.4a",
            "#/glossary",
            "#/glossary/spark-rdd",
            "#/exercise/First-1",
            "#/exercise/First-1/work",
            "#/settings",
            "#/help/sql",
            "#/help/op-import_csv",
            "#/accessibility",
        ] {
            assert_eq!(Route::parse(hash).href(), hash);
        }
    }

    #[test]
    fn odd_addresses_are_understood_or_not_found() {
        for (hash, route) in [
            ("", Route::Home),
            ("#", Route::Home),
            ("#/help", Route::Help { topic: FIRST_TOPIC.to_owned() }),
            ("#/settings/", Route::Settings),
            ("#/settings?x=1", Route::Settings),
            ("#/sandbox", Route::NotFound),
            ("#/sandbox/..", Route::NotFound),
            ("#/help/<b>", Route::NotFound),
            ("#/referentiel/", Route::Referentiel { competence: None }),
            ("#/referentiel/<b>", Route::NotFound),
            ("#/glossary/../x", Route::NotFound),
            ("#/exercise", Route::NotFound),
            ("#/exercise/../work", Route::NotFound),
            ("#/exercise/first/elsewhere", Route::NotFound),
            ("#/nothing", Route::NotFound),
        ] {
            assert_eq!(Route::parse(hash), route, "{hash}");
        }
    }
}
