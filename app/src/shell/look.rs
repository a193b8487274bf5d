//! Settings: read once, stored at each change, and shown to the style sheets as attributes of the root.

use leptos::prelude::*;

use crate::i18n::I18n;
use crate::platform::storage;
use crate::state::settings::{KEY, Settings};

/// The settings of the context.
#[derive(Clone, Copy)]
pub struct SettingsHandle {
    /// Their value; setting it stores and applies it.
    pub value: RwSignal<Settings>,
}

/// Reads the stored settings and puts them into the context.
pub fn provide_settings() -> SettingsHandle {
    let stored = storage::get(KEY).map(|text| Settings::parse(&text)).unwrap_or_default();
    let handle = SettingsHandle { value: RwSignal::new(stored) };
    provide_context(handle);
    handle
}

/// The settings of the context.
pub fn use_settings() -> SettingsHandle {
    expect_context::<SettingsHandle>()
}

/// Applies and stores every change, and keeps the language of the document.
pub fn follow(settings: SettingsHandle, i18n: I18n) {
    Effect::new(move |before: Option<Settings>| {
        let now = settings.value.get();
        let root = document().document_element();
        if let Some(root) = &root {
            for (name, value) in
                [("theme", now.theme.name()), ("text-size", now.text_size.name()), ("font", now.font.name())]
            {
                drop(root.set_attribute(&format!("data-{name}"), value));
            }
        }
        if before.is_some_and(|before| before != now) {
            // Settings that cannot be stored hold for this visit.
            let _ = storage::set(KEY, &now.to_json());
        }
        now
    });
    Effect::new(move |_| {
        if let Some(root) = document().document_element() {
            drop(root.set_attribute("lang", i18n.language().tag()));
        }
    });
}
