//! The handle that pages read texts through: a language signal over the two bundles.

use leptos::prelude::*;
use pack::Words;
use protocol::table::ColumnType;
use protocol::{Arg, Diagnostic};

use super::typography::french;
use super::{Language, Wording};

thread_local! {
    static FRENCH: Wording = Wording::new(Language::Fr);
    static ENGLISH: Wording = Wording::new(Language::En);
}

/// Reads texts in the reader's language. Every method tracks the language: call it inside a closure
/// of the view (`{move || i18n.text("cancel")}`).
#[derive(Clone, Copy)]
pub struct I18n {
    language: RwSignal<Language>,
}

impl I18n {
    fn with<T>(self, read: impl FnOnce(&Wording) -> T) -> T {
        match self.language.get() {
            Language::Fr => FRENCH.with(read),
            Language::En => ENGLISH.with(read),
        }
    }

    /// The language, tracked.
    pub fn language(self) -> Language {
        self.language.get()
    }

    /// Changes the language of everything.
    pub fn set_language(self, language: Language) {
        self.language.set(language);
    }

    /// Whether a message of this key exists.
    pub fn has(self, key: &str) -> bool {
        self.with(|wording| wording.has(key))
    }

    /// The message of a key.
    pub fn text(self, key: &str) -> String {
        self.with(|wording| wording.text(key, &[]))
    }

    /// The message of a key with its arguments; numbers are written by locale, lists are joined.
    pub fn text_with(self, key: &str, args: &[(&str, Arg)]) -> String {
        self.with(|wording| wording.text(key, args))
    }

    /// The message of a key, or the fallback where there is none.
    pub fn text_or(self, key: &str, fallback: &str) -> String {
        self.with(|wording| if wording.has(key) { wording.text(key, &[]) } else { fallback.to_owned() })
    }

    /// What an author wrote in both languages.
    pub fn words(self, words: &Words) -> String {
        let language = self.language();
        let text = words.of(language.tag());
        if language == Language::Fr { french(text) } else { text.to_owned() }
    }

    /// Markdown of an author in the reader's language, as it was written.
    pub fn markdown(self, words: &Words) -> String {
        words.of(self.language().tag()).to_owned()
    }

    /// The sentence of a diagnostic.
    pub fn diagnostic(self, diagnostic: &Diagnostic) -> String {
        self.with(|wording| wording.diagnostic(diagnostic))
    }

    /// A count, by locale (narrow no-break space in French, comma in English).
    pub fn count(self, value: u64) -> String {
        self.with(|wording| wording.number(value as f64))
    }

    /// A measure, by locale.
    pub fn number(self, value: f64) -> String {
        self.with(|wording| wording.number(value))
    }

    /// A cell's canonical text, as it is shown in a grid.
    pub fn cell(self, kind: ColumnType, text: &str) -> String {
        self.with(|wording| wording.cell(kind, text))
    }

    /// A length in bytes with its unit.
    pub fn bytes(self, bytes: u64) -> String {
        self.with(|wording| wording.bytes(bytes))
    }
}

/// Puts the handle into the context.
pub fn provide_i18n(language: Language) -> I18n {
    let i18n = I18n { language: RwSignal::new(language) };
    provide_context(i18n);
    i18n
}

/// The handle of the context.
pub fn use_i18n() -> I18n {
    expect_context::<I18n>()
}
