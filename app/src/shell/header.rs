//! The head of every page: brand, the open work with its state, language, look, help.

use leptos::prelude::*;
use protocol::Arg;

use super::look::use_settings;
use super::use_shell;
use crate::components::icon::{Glyph, Icon};
use crate::i18n::{Language, use_i18n};
use crate::platform::clock;
use crate::room::{EngineState, Room, SaveState};
use crate::state::format;
use crate::state::keys::Action;
use crate::state::route::{FIRST_TOPIC, Route};
use crate::state::settings::Theme;

/// The head.
#[component]
pub fn Header() -> impl IntoView {
    let shell = use_shell();
    let i18n = use_i18n();
    view! {
        <header class="head">
            <a class="brand" href=Route::Home.href() aria-label=move || i18n.text("brand-home")>
                <Icon glyph=Glyph::Crucible />
                <span class="brand-name">"Creuset"</span>
            </a>
            {move || match shell.room.get() {
                Some(room) => view! { <WorkTools room /> }.into_any(),
                None => view! { <Places /> }.into_any(),
            }}
            <div class="head-end">
                <EngineMark />
                <LanguageSwitch />
                <ThemeChoice />
                <a class="tool" href=Route::Settings.href()>
                    <Icon glyph=Glyph::Settings />
                    <span class="tool-text">{move || i18n.text("page-settings")}</span>
                </a>
                <a class="tool" href=Route::Help { topic: FIRST_TOPIC.to_owned() }.href()>
                    <Icon glyph=Glyph::Help />
                    <span class="tool-text">{move || i18n.text("page-help")}</span>
                </a>
            </div>
        </header>
    }
}

/// Where else to go; an open work needs the room for its own tools.
#[component]
fn Places() -> impl IntoView {
    let (shell, i18n) = (use_shell(), use_i18n());
    let place = move |glyph: Glyph, route: Route, key: &'static str| {
        let href = route.href();
        let current = move || shell.route.with(|open| std::mem::discriminant(open) == std::mem::discriminant(&route));
        view! {
            <li>
                <a class="tool" href=href aria-current=move || current().then_some("page")>
                    <Icon glyph />
                    <span>{move || i18n.text(key)}</span>
                </a>
            </li>
        }
    };
    view! {
        <nav class="head-places" aria-label=move || i18n.text("places")>
            <ul>
                {place(Glyph::Tree, Route::Referentiel { competence: None }, "page-referentiel")}
                {place(Glyph::Book, Route::Glossary { card: None }, "page-glossary")}
            </ul>
        </nav>
    }
}

#[component]
fn WorkTools(room: Room) -> impl IntoView {
    let i18n = use_i18n();
    let title = move || room.recipe.with(|recipe| recipe.title.clone());
    let label = move |key: &str, edit: Option<&str>| match edit {
        Some(edit) => i18n.text_with(key, &[("edit", Arg::from(i18n.text(edit)))]),
        None => i18n.text(&format!("{key}-nothing")),
    };
    view! {
        <div class="head-work">
            <input
                class="head-title"
                type="text"
                maxlength="120"
                autocomplete="off"
                aria-label=move || i18n.text("work-title")
                placeholder=move || i18n.text("work-untitled")
                prop:value=title
                readonly=move || room.read_only.get()
                on:change=move |event| room.set_title(&event_target_value(&event))
            />
            <button
                type="button"
                class="tool"
                aria-label=move || label("undo", room.undo_label.get())
                title=move || label("undo", room.undo_label.get())
                aria-disabled=move || (!room.can_undo.get() || room.read_only.get()).then_some("true")
                on:click=move |_| room.undo()
            >
                <Icon glyph=Glyph::Undo />
            </button>
            <button
                type="button"
                class="tool"
                aria-label=move || label("redo", room.redo_label.get())
                title=move || label("redo", room.redo_label.get())
                aria-disabled=move || (!room.can_redo.get() || room.read_only.get()).then_some("true")
                on:click=move |_| room.redo()
            >
                <Icon glyph=Glyph::Redo />
            </button>
            <SaveMark room />
            <button
                type="button"
                class="tool"
                title=move || i18n.text("palette-title")
                on:click=move |_| room.wish.set(Some(Action::Palette))
            >
                <Icon glyph=Glyph::Search />
                <span class="tool-text">{move || i18n.text("palette")}</span>
            </button>
        </div>
    }
}

#[component]
fn SaveMark(room: Room) -> impl IntoView {
    let i18n = use_i18n();
    let said = move || match room.save.get() {
        SaveState::Saved { at_ms } => {
            let time = format::time_of_day(at_ms, clock::offset_minutes(at_ms));
            i18n.text_with("saved-at", &[("time", Arg::from(time))])
        }
        SaveState::Saving => i18n.text("saving"),
        SaveState::ReadOnly => i18n.text("save-read-only"),
        SaveState::Failed(_) => i18n.text("save-failed"),
    };
    let glyph = move || match room.save.get() {
        SaveState::Saved { .. } | SaveState::Saving => Glyph::Check,
        SaveState::ReadOnly => Glyph::Lock,
        SaveState::Failed(_) => Glyph::Warning,
    };
    view! {
        <span class="save-mark" class:bad=move || matches!(room.save.get(), SaveState::Failed(_))>
            {move || view! { <Icon glyph=glyph() /> }}
            <span>{said}</span>
        </span>
    }
}

#[component]
fn EngineMark() -> impl IntoView {
    let shell = use_shell();
    let i18n = use_i18n();
    let said = move || match shell.engine.state().get() {
        EngineState::Starting => Some(i18n.text("engine-starting")),
        EngineState::Restarting(_) => Some(i18n.text("engine-restarting")),
        EngineState::Ready | EngineState::Failed(_) => None,
    };
    view! { <span class="engine-mark">{said}</span> }
}

#[component]
fn LanguageSwitch() -> impl IntoView {
    let i18n = use_i18n();
    let settings = use_settings();
    let other = move || match i18n.language() {
        Language::Fr => Language::En,
        Language::En => Language::Fr,
    };
    // Each language is named in itself, so that its reader finds it.
    let name = move || match other() {
        Language::Fr => "Français",
        Language::En => "English",
    };
    let switch = move |_| {
        let language = untrack(other);
        i18n.set_language(language);
        settings.value.update(|settings| settings.language = Some(language));
    };
    view! {
        <button type="button" class="tool" lang=move || other().tag() on:click=switch>
            {name}
        </button>
    }
}

#[component]
fn ThemeChoice() -> impl IntoView {
    let i18n = use_i18n();
    let settings = use_settings();
    let choose = move |event| {
        let name = event_target_value(&event);
        if let Some(theme) = Theme::ALL.into_iter().find(|theme| theme.name() == name) {
            settings.value.update(|settings| settings.theme = theme);
        }
    };
    view! {
        <select
            class="tool head-theme"
            aria-label=move || i18n.text("settings-theme")
            prop:value=move || settings.value.with(|settings| settings.theme.name())
            on:change=choose
        >
            {Theme::ALL
                .into_iter()
                .map(|theme| {
                    let chosen = move || settings.value.with(|settings| settings.theme == theme);
                    view! {
                        <option value=theme.name() selected=chosen>
                            {move || i18n.text(&format!("settings-theme-{}", theme.name()))}
                        </option>
                    }
                })
                .collect_view()}
        </select>
    }
}
