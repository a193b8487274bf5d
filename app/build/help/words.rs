//! The locale texts, for pages that are made when the page is built.

use std::error::Error;
use std::path::Path;

use fluent_bundle::{FluentBundle, FluentResource};
use unic_langid::LanguageIdentifier;

/// All messages of a language.
pub struct Words(FluentBundle<FluentResource>);

impl Words {
    /// Reads every message file of a language.
    pub fn load(root: &Path, language: &str) -> Result<Self, Box<dyn Error>> {
        let id: LanguageIdentifier = language.parse()?;
        let mut bundle = FluentBundle::new(vec![id]);
        bundle.set_use_isolating(false);
        for file in super::super::locales::files(root, language)? {
            let source = super::spaced(language, std::fs::read_to_string(&file)?);
            let resource =
                FluentResource::try_new(source).map_err(|(_, errors)| format!("{}: {errors:?}", file.display()))?;
            bundle.add_resource_overriding(resource);
        }
        Ok(Self(bundle))
    }

    /// The message of a key that takes no arguments, if there is one.
    pub fn get(&self, key: &str) -> Option<String> {
        let pattern = self.0.get_message(key)?.value()?;
        Some(self.0.format_pattern(pattern, None, &mut Vec::new()).into_owned())
    }

    /// The same, or the fallback.
    pub fn or(&self, key: &str, fallback: &str) -> String {
        self.get(key).unwrap_or_else(|| fallback.to_owned())
    }
}
