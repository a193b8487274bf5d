//! Settings: language, look, reading, keyboard, and what is stored on this device.

mod offline;
mod storage;

use leptos::prelude::*;

use crate::i18n::{Language, use_i18n};
use crate::shell::look::use_settings;
use crate::shell::use_shell;
use crate::state::settings::{Font, TextSize, Theme};
use offline::OfflineSection;
use storage::StorageSection;

/// The page.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let (shell, i18n, settings) = (use_shell(), use_i18n(), use_settings());
    Effect::new(move |_| shell.title.set(i18n.text("page-settings")));
    let languages = Language::ALL.map(|language| {
        let name = match language {
            Language::Fr => "Français",
            Language::En => "English",
        };
        view! {
            <label class="choice" lang=language.tag()>
                <input
                    type="radio"
                    name="language"
                    prop:checked=move || i18n.language() == language
                    on:change=move |_| {
                        i18n.set_language(language);
                        settings.value.update(|settings| settings.language = Some(language));
                    }
                />
                {name}
            </label>
        }
    });
    view! {
        <div class="page settings">
            <h1 id="page-heading" tabindex="-1">{move || i18n.text("page-settings")}</h1>
            <p class="lead">{move || i18n.text("settings-lead")}</p>
            <fieldset>
                <legend>{move || i18n.text("settings-language")}</legend>
                {languages.into_iter().collect_view()}
            </fieldset>
            <Choices
                legend="settings-theme"
                values=Theme::ALL.map(Theme::name).to_vec()
                current=Signal::derive(move || settings.value.with(|settings| settings.theme.name()))
                choose=Callback::new(move |name| {
                    pick(&Theme::ALL, Theme::name, name, |theme| settings.value.update(|all| all.theme = theme));
                })
            />
            <Choices
                legend="settings-text-size"
                values=TextSize::ALL.map(TextSize::name).to_vec()
                current=Signal::derive(move || settings.value.with(|settings| settings.text_size.name()))
                choose=Callback::new(move |name| {
                    pick(&TextSize::ALL, TextSize::name, name, |size| {
                        settings.value.update(|all| all.text_size = size);
                    });
                })
            />
            <Choices
                legend="settings-font"
                values=Font::ALL.map(Font::name).to_vec()
                current=Signal::derive(move || settings.value.with(|settings| settings.font.name()))
                choose=Callback::new(move |name| {
                    pick(&Font::ALL, Font::name, name, |font| settings.value.update(|all| all.font = font));
                })
            />
            <fieldset>
                <legend>{move || i18n.text("settings-keyboard")}</legend>
                <label class="choice">
                    <input
                        type="checkbox"
                        aria-describedby="single-keys-hint"
                        prop:checked=move || settings.value.with(|settings| settings.single_keys)
                        on:change=move |event| {
                            let on = event_target_checked(&event);
                            settings.value.update(|settings| settings.single_keys = on);
                        }
                    />
                    {move || i18n.text("settings-single-keys")}
                </label>
                <p class="hint" id="single-keys-hint">{move || i18n.text("settings-single-keys-hint")}</p>
            </fieldset>
            <p class="hint">{move || i18n.text("settings-motion")}</p>
            <OfflineSection />
            <StorageSection />
        </div>
    }
}

fn pick<T: Copy>(all: &[T], name_of: fn(T) -> &'static str, name: &'static str, take: impl FnOnce(T)) {
    if let Some(value) = all.iter().copied().find(|value| name_of(*value) == name) {
        take(value);
    }
}

/// A group of radio buttons; labels are `<legend>-<value>`.
#[component]
fn Choices(
    legend: &'static str,
    values: Vec<&'static str>,
    current: Signal<&'static str>,
    choose: Callback<&'static str>,
) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <fieldset>
            <legend>{move || i18n.text(legend)}</legend>
            {values
                .into_iter()
                .map(|value| {
                    view! {
                        <label class="choice">
                            <input
                                type="radio"
                                name=legend
                                prop:checked=move || current.get() == value
                                on:change=move |_| choose.run(value)
                            />
                            {move || i18n.text(&format!("{legend}-{value}"))}
                        </label>
                    }
                })
                .collect_view()}
        </fieldset>
    }
}
