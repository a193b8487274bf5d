//! Who does the exercise, and on which data.

use leptos::prelude::*;

use crate::i18n::use_i18n;
use crate::shell::look::use_settings;
use crate::state::attempt::{Identity, Scale};

/// What is being written.
#[derive(Clone, Copy)]
pub struct IdentityForm {
    candidate: RwSignal<String>,
    seed: RwSignal<String>,
    scale: RwSignal<Scale>,
    attempted: RwSignal<bool>,
}

impl IdentityForm {
    /// As it was given last on this device.
    pub fn new(scale: Scale) -> Self {
        let candidate = use_settings().value.with_untracked(|settings| settings.candidate.clone());
        Self {
            candidate: RwSignal::new(candidate),
            seed: RwSignal::new(String::new()),
            scale: RwSignal::new(scale),
            attempted: RwSignal::new(false),
        }
    }

    /// What was written; none without a name, which is then said.
    pub fn taken(self) -> Option<Identity> {
        self.attempted.set(true);
        let candidate = self.candidate.get_untracked().trim().to_owned();
        let named = !candidate.is_empty();
        named.then(|| Identity { candidate, seed: self.seed.get_untracked(), scale: self.scale.get_untracked() })
    }

    fn lacks_name(self) -> bool {
        self.attempted.get() && self.candidate.with(|name| name.trim().is_empty())
    }
}

/// The fields.
#[component]
pub fn IdentityFields(form: IdentityForm) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <label class="field">
            <span>{move || i18n.text("identity-name")}</span>
            <input
                class="input"
                type="text"
                id="identity-name"
                maxlength="80"
                autocomplete="off"
                aria-describedby="identity-name-hint identity-name-problem"
                aria-invalid=move || form.lacks_name().then_some("true")
                prop:value=move || form.candidate.get()
                on:input=move |event| form.candidate.set(event_target_value(&event))
            />
        </label>
        <p class="hint" id="identity-name-hint">{move || i18n.text("identity-name-hint")}</p>
        <div id="identity-name-problem" aria-live="polite">
            {move || form.lacks_name().then(|| view! { <p class="problem">{i18n.text("identity-name-missing")}</p> })}
        </div>
        <label class="field">
            <span>{move || i18n.text("identity-scale")}</span>
            <select class="input" on:change=move |event| {
                let id = event_target_value(&event);
                if let Some(scale) = Scale::ALL.into_iter().find(|scale| scale.id() == id) {
                    form.scale.set(scale);
                }
            }>
                {Scale::ALL
                    .into_iter()
                    .map(|scale| view! {
                        <option value=scale.id() selected=move || form.scale.get() == scale>
                            {move || i18n.text(&format!("identity-scale-{}", scale.id()))}
                        </option>
                    })
                    .collect_view()}
            </select>
        </label>
        <label class="field">
            <span>{move || i18n.text("identity-seed")}</span>
            <input
                class="input"
                type="text"
                maxlength="64"
                autocomplete="off"
                spellcheck="false"
                aria-describedby="identity-seed-hint"
                prop:value=move || form.seed.get()
                on:input=move |event| form.seed.set(event_target_value(&event))
            />
        </label>
        <p class="hint" id="identity-seed-hint">{move || i18n.text("identity-seed-hint")}</p>
    }
}
