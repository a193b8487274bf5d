//! Working without a network, as the frame shows it: a calm banner when the network is gone, one when a newer
//! version waits. The region stands always, so that what comes into it is said once.

use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::Arg;

use super::use_shell;
use crate::components::icon::{Glyph, Icon};
use crate::engine::Engine;
use crate::i18n::use_i18n;
use crate::platform::offline as browser;
use crate::room::{EngineState, SaveState};
use crate::state::offline::{Deed, Event, Newer, Offline};

/// What is known, and the way to tell more.
#[derive(Clone, Copy)]
pub struct OfflineHandle {
    value: RwSignal<Offline>,
}

impl OfflineHandle {
    /// Watches the network, and keeps the page once the engine has come: until then the line is the engine's.
    pub fn start(engine: Engine) -> Self {
        let handle = Self { value: RwSignal::new(Offline::default()) };
        if browser::is_from_copy() {
            handle.tell(Event::Kept);
        }
        browser::watch_network(move |network| handle.tell(Event::Network(network)));
        Effect::new(move |asked: Option<bool>| {
            let calm = !matches!(engine.state().get(), EngineState::Starting);
            let asked = asked.unwrap_or_default();
            if calm && !asked {
                spawn_local(browser::keep(move |event| handle.tell(event)));
            }
            asked || calm
        });
        handle
    }

    /// What is known, tracked.
    pub fn get(self) -> Offline {
        self.value.get()
    }

    /// Takes an event in and does what follows from it.
    fn tell(self, event: Event) {
        match self.value.try_update(|offline| offline.take(event)) {
            Some(Deed::TakeOver) => browser::take_over(),
            Some(Deed::Reload) => browser::reload(),
            Some(Deed::Nothing) | None => {}
        }
    }
}

/// The region with both banners.
#[component]
pub fn OfflineBanners() -> impl IntoView {
    view! {
        <div role="status">
            <NetworkBanner />
            <NewerBanner />
        </div>
    }
}

#[component]
fn NetworkBanner() -> impl IntoView {
    let (shell, i18n) = (use_shell(), use_i18n());
    move || {
        shell.offline.get().network_key().map(|key| {
            view! {
                <div class="banner" data-kind="note">
                    <Icon glyph=Glyph::Unplugged />
                    <p>{i18n.text(key)}</p>
                    <button type="button" class="button" on:click=move |_| shell.offline.tell(Event::Read)>
                        {i18n.text("offline-read")}
                    </button>
                </div>
            }
        })
    }
}

#[component]
fn NewerBanner() -> impl IntoView {
    let (shell, i18n) = (use_shell(), use_i18n());
    let ask = move |_| {
        let save = shell.room.get_untracked().map(|room| room.save.get_untracked());
        let saved = !matches!(save, Some(SaveState::Failed(_) | SaveState::Saving));
        shell.offline.tell(Event::Ask { saved });
    };
    move || {
        let offline = shell.offline.get();
        let tabs = match offline.newer {
            Newer::OtherTabs(count) => count,
            _ => 0,
        };
        offline.newer_key().map(|key| {
            let asked = offline.newer == Newer::Asked;
            view! {
                <div class="banner" data-kind="note">
                    <Icon glyph=Glyph::Redo />
                    <p>{i18n.text_with(key, &[("count", Arg::from(u64::from(tabs)))])}</p>
                    <button type="button" class="button" hidden=asked on:click=ask>
                        {i18n.text("newer-take")}
                    </button>
                    <button
                        type="button"
                        class="button"
                        hidden=asked
                        on:click=move |_| shell.offline.tell(Event::PutOff)
                    >
                        {i18n.text("newer-later")}
                    </button>
                </div>
            }
        })
    }
}
