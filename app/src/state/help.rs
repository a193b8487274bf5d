//! The pages of help, rendered when the page was built: topics, operations, functions.

use crate::i18n::Language;

/// What a page of help is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HelpKind {
    /// How something is done.
    Topic,
    /// An operation, with examples that are tests.
    Operation,
    /// The functions of SQL.
    Functions,
}

/// A rendered page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HelpPage {
    /// What stands in its address.
    pub id: &'static str,
    /// What it is about.
    pub kind: HelpKind,
    /// Its heading.
    pub title: &'static str,
    /// What stands below the heading: made by the build script, nothing of it comes from elsewhere.
    pub html: &'static str,
}

mod embedded {
    use super::{HelpKind, HelpPage};
    include!(concat!(env!("OUT_DIR"), "/help.rs"));
}

/// All pages in a language, topics first.
pub fn pages(language: Language) -> &'static [HelpPage] {
    match language {
        Language::Fr => embedded::FR,
        Language::En => embedded::EN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::route::{FIRST_TOPIC, Route};

    #[test]
    fn both_languages_have_the_same_pages() {
        let ids = |language| pages(language).iter().map(|page| (page.id, page.kind)).collect::<Vec<_>>();
        assert_eq!(ids(Language::Fr), ids(Language::En));
        assert!(ids(Language::Fr).contains(&(FIRST_TOPIC, HelpKind::Topic)));
    }

    #[test]
    fn pages_have_headings_and_links_that_lead_somewhere() {
        for language in Language::ALL {
            for page in pages(language) {
                assert!(!page.title.is_empty() && !page.html.is_empty(), "{} {}", language.tag(), page.id);
                assert!(!page.html.contains("<script") && !page.html.contains("<h1"), "{}", page.id);
                for link in page.html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                    let known = match Route::parse(link) {
                        Route::NotFound => link.starts_with("https://"),
                        Route::Help { topic } => pages(language).iter().any(|page| page.id == topic),
                        _ => true,
                    };
                    assert!(known, "{}: {link}", page.id);
                }
            }
        }
    }
}
