//! The message bundles of both languages, and the sentences for diagnostics and figures.

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use protocol::table::ColumnType;
use protocol::{Arg, Code, Diagnostic};
use unic_langid::LanguageIdentifier;

use super::{embedded, typography};
use crate::state::format::{self, ByteUnit, Marks};

/// The languages of the interface. French is the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// French.
    #[default]
    Fr,
    /// English.
    En,
}

impl Language {
    /// Both, in the order of the switch.
    pub const ALL: [Self; 2] = [Self::Fr, Self::En];

    /// The tag for `lang` attributes.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// The language of a browser's preference (`en-GB`): English where it says so, else French.
    pub fn from_tag(tag: &str) -> Self {
        if tag.to_ascii_lowercase().starts_with("en") { Self::En } else { Self::Fr }
    }

    /// Marks of written numbers.
    pub fn marks(self) -> Marks {
        match self {
            Self::Fr => Marks { group: '\u{202f}', decimal: ',' },
            Self::En => Marks { group: ',', decimal: '.' },
        }
    }

    fn sources(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Fr => embedded::FR,
            Self::En => embedded::EN,
        }
    }
}

/// All messages of one language.
pub struct Wording {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Wording {
    /// Parses the embedded files. What does not parse is left out; a test says that nothing is.
    pub fn new(language: Language) -> Self {
        let id: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![id]);
        // Isolation marks would stand inside accessible names.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::Fr => |value, _| written_number(value, Language::Fr),
            Language::En => |value, _| written_number(value, Language::En),
        }));
        for (_, source) in language.sources() {
            let source = match language {
                Language::Fr => typography::french(source),
                Language::En => (*source).to_owned(),
            };
            let resource = FluentResource::try_new(source).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle }
    }

    /// Whether there is a message of this key.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }

    /// The message of a key; the key itself where there is none, so that the lack is seen.
    pub fn text(&self, key: &str, args: &[(&str, Arg)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut values = FluentArgs::new();
        for (name, value) in args {
            values.set(Cow::Borrowed(*name), self.value(value));
        }
        self.bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
    }

    fn value(&self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Integer(value) => FluentValue::from(*value),
            Arg::Number(value) => FluentValue::from(*value),
            Arg::Text(value) => FluentValue::from(value.clone()),
            Arg::List(values) => FluentValue::from(values.join(", ")),
        }
    }

    /// The sentence of a diagnostic, with the place in its text where that is known.
    pub fn diagnostic(&self, diagnostic: &Diagnostic) -> String {
        // What a text holds where it does not read is quoted, whatever word it is.
        let names_types = diagnostic.code != Code::SqlSyntax;
        let mut args: Vec<(&str, Arg)> = diagnostic
            .args
            .iter()
            .map(|(name, value)| {
                let word = names_types.then(|| self.type_word(name, value)).flatten();
                (name.as_str(), word.unwrap_or_else(|| value.clone()))
            })
            .collect();
        // Messages choose by the number of candidates whether to name them.
        let candidates = match diagnostic.args.get("candidates") {
            Some(Arg::List(values)) => values.len(),
            _ => 0,
        };
        args.push(("candidate-count", Arg::from(candidates)));
        let expects = diagnostic.args.get("expected").is_some_and(|expected| *expected != Arg::from(""));
        args.push(("expects", Arg::from(i64::from(expects))));
        let sentence = self.text(&format!("error-{}", diagnostic.code.id()), &args);
        match diagnostic.place.span {
            Some(span) if span.line > 0 => self.text(
                "error-at",
                &[
                    ("sentence", Arg::from(sentence)),
                    ("line", Arg::from(u64::from(span.line))),
                    ("column", Arg::from(u64::from(span.column))),
                ],
            ),
            _ => sentence,
        }
    }

    /// The word for a column type, where an argument names one.
    fn type_word(&self, name: &str, value: &Arg) -> Option<Arg> {
        let Arg::Text(text) = value else { return None };
        let key = format!("type-{text}");
        let names_type = matches!(name, "type" | "found" | "expected" | "left" | "right");
        (names_type && self.has(&key)).then(|| Arg::from(self.text(&key, &[])))
    }

    /// A count or a measure, by the language's marks.
    pub fn number(&self, value: f64) -> String {
        format::number(value, self.language.marks())
    }

    /// A cell's canonical text as it is shown.
    pub fn cell(&self, kind: ColumnType, text: &str) -> String {
        match (kind, text) {
            (ColumnType::Boolean, "true") => self.text("cell-true", &[]),
            (ColumnType::Boolean, "false") => self.text("cell-false", &[]),
            _ => format::cell(kind, text, self.language.marks()),
        }
    }

    /// A length in bytes, rounded, with its unit.
    pub fn bytes(&self, bytes: u64) -> String {
        let (figure, unit) = format::bytes(bytes, self.language.marks());
        let key = match unit {
            ByteUnit::Byte => "unit-byte",
            ByteUnit::Kilo => "unit-kilobyte",
            ByteUnit::Mega => "unit-megabyte",
            ByteUnit::Giga => "unit-gigabyte",
        };
        self.text(key, &[("figure", Arg::from(figure)), ("bytes", Arg::from(bytes))])
    }
}

/// How Fluent writes the numbers inside its sentences.
fn written_number(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(format::number(number.value, language.marks())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Keys of a source with the names of the arguments that their text uses.
    fn keys(source: &str) -> std::collections::BTreeMap<String, std::collections::BTreeSet<String>> {
        let mut found = std::collections::BTreeMap::new();
        let mut current: Option<String> = None;
        for line in source.lines() {
            if let Some((key, _)) = line.split_once('=')
                && line.starts_with(|first: char| first.is_ascii_alphabetic())
            {
                let key = key.trim().to_owned();
                found.insert(key.clone(), std::collections::BTreeSet::new());
                current = Some(key);
            }
            let Some(args) = current.as_ref().and_then(|key| found.get_mut(key)) else { continue };
            for piece in line.split('$').skip(1) {
                let name: String =
                    piece.chars().take_while(|char| char.is_alphanumeric() || "-_".contains(*char)).collect();
                args.insert(name);
            }
        }
        found
    }

    #[test]
    fn every_file_parses_and_no_key_stands_twice() {
        for language in Language::ALL {
            let mut seen = std::collections::BTreeMap::new();
            for (file, source) in language.sources() {
                if let Err((_, errors)) = FluentResource::try_new((*source).to_owned()) {
                    panic!("{}/{file}: {errors:?}", language.tag());
                }
                for key in keys(source).into_keys() {
                    if let Some(other) = seen.insert(key.clone(), *file) {
                        panic!("{}: {key} in {other} and {file}", language.tag());
                    }
                }
            }
        }
    }

    #[test]
    fn languages_are_at_parity() {
        let (fr, en): (Vec<_>, Vec<_>) = (Language::Fr.sources().to_vec(), Language::En.sources().to_vec());
        let names = |list: &[(&'static str, &'static str)]| list.iter().map(|(name, _)| *name).collect::<Vec<_>>();
        assert_eq!(names(&fr), names(&en), "files");
        for ((file, french), (_, english)) in fr.iter().zip(&en) {
            let (french, english) = (keys(french), keys(english));
            let missing: Vec<_> = french.keys().filter(|key| !english.contains_key(*key)).collect();
            let extra: Vec<_> = english.keys().filter(|key| !french.contains_key(*key)).collect();
            assert!(missing.is_empty() && extra.is_empty(), "{file}: only French {missing:?}, only English {extra:?}");
            for (key, args) in &french {
                assert_eq!(args, &english[key], "{file}: arguments of {key}");
            }
        }
    }

    #[test]
    fn every_code_is_worded() {
        for language in Language::ALL {
            let wording = Wording::new(language);
            for code in Code::ALL {
                assert!(wording.has(&format!("error-{}", code.id())), "{}: {}", language.tag(), code.id());
            }
        }
    }

    #[test]
    fn sentences_take_figures_of_the_language() {
        let diagnostic = Diagnostic::new(Code::ResultTooLarge).with("rows", 12_345_678u64).with("limit", 5_000_000u64);
        let french = Wording::new(Language::Fr).diagnostic(&diagnostic);
        let english = Wording::new(Language::En).diagnostic(&diagnostic);
        assert!(french.contains("12\u{202f}345\u{202f}678"), "{french}");
        assert!(english.contains("12,345,678"), "{english}");
    }

    #[test]
    fn types_are_words_and_places_come_first() {
        let at = |code| Diagnostic::new(code).at_span(protocol::Span { line: 2, column: 5, length: 1 });
        let french = Wording::new(Language::Fr);
        for (diagnostic, said) in [
            (at(Code::SqlBadLiteral).with("value", "x").with("type", "position"), "rang d’une colonne"),
            (at(Code::SqlBadLiteral).with("value", "x").with("type", "integer"), "entier"),
            (at(Code::SqlSyntax).with("found", "text").with("expected", ""), "«\u{a0}text\u{a0}»"),
        ] {
            let sentence = french.diagnostic(&diagnostic);
            assert!(sentence.starts_with("Ligne 2, colonne 5\u{a0}: "), "{sentence}");
            assert!(sentence.contains(said), "{sentence}");
        }
    }

    #[test]
    fn browser_preferences_choose_a_language() {
        for (tag, language) in [
            ("en-GB", Language::En),
            ("EN", Language::En),
            ("fr-CA", Language::Fr),
            ("de", Language::Fr),
            ("", Language::Fr),
        ] {
            assert_eq!(Language::from_tag(tag), language);
        }
    }
}
