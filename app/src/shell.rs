//! The frame around every page: language, look, route, header, live regions, the open work.

mod banners;
mod footer;
mod header;
mod live;
pub(crate) mod look;
mod offline;
mod panic;
mod routing;
mod work_route;

use leptos::prelude::*;
use offline::OfflineHandle;
use web_sys::File;

use crate::engine::Engine;
use crate::i18n::{Language, provide_i18n};
use crate::library::Library;
use crate::pages::accessibility::AccessibilityPage;
use crate::pages::attempt::AttemptPage;
use crate::pages::exercise::ExercisePage;
use crate::pages::glossary::Glossary;
use crate::pages::help::HelpView;
use crate::pages::home::Home;
use crate::pages::not_found::NotFound;
use crate::pages::referentiel::ReferentielPage;
use crate::pages::settings::SettingsPage;
use crate::room::{Notice, Room};
use crate::state::offline::Kept;
use crate::state::route::Route;

/// What pages share with the frame.
#[derive(Clone, Copy)]
pub struct Shell {
    /// Where the person is.
    pub route: RwSignal<Route>,
    /// The open work, on the route of a work.
    pub room: RwSignal<Option<Room>>,
    /// The engine.
    pub engine: Engine,
    /// Something to say once in a live region, outside of a work.
    pub notice: RwSignal<Option<Notice>>,
    /// The files of the exercises.
    pub library: Library,
    /// Working without a network.
    pub offline: OfflineHandle,
    /// Title of the page, without the product's name.
    pub title: RwSignal<String>,
    incoming: StoredValue<Vec<File>, LocalStorage>,
}

impl Shell {
    /// Goes to a page.
    pub fn go(self, route: &Route) {
        routing::go(route);
    }

    /// Says something once.
    pub fn say(self, notice: Notice) {
        self.notice.set(Some(notice));
    }

    /// Goes to a work, with files that it shall read in.
    pub fn go_with_files(self, route: &Route, files: Vec<File>) {
        self.incoming.set_value(files);
        self.go(route);
    }

    /// The files that wait for the work that opens.
    pub(crate) fn take_incoming(self) -> Vec<File> {
        self.incoming.try_update_value(std::mem::take).unwrap_or_default()
    }
}

pub(crate) use routing::{bring, focus_later};

/// The frame of the context.
pub fn use_shell() -> Shell {
    expect_context::<Shell>()
}

/// Puts the app into the page.
pub fn mount() {
    panic::install();
    if let Some(loader) = document().get_element_by_id("loader") {
        loader.remove();
    }
    leptos::mount::mount_to_body(App);
}

#[component]
fn App() -> impl IntoView {
    let settings = look::provide_settings();
    let preferred = window().navigator().language().unwrap_or_default();
    let language = settings.value.with_untracked(|settings| settings.language);
    let i18n = provide_i18n(language.unwrap_or_else(|| Language::from_tag(&preferred)));
    look::follow(settings, i18n);
    let engine = Engine::start();
    let shell = Shell {
        route: RwSignal::new(routing::current()),
        room: RwSignal::new(None),
        engine,
        notice: RwSignal::new(None),
        library: Library::new(),
        offline: OfflineHandle::start(engine),
        title: RwSignal::new(String::new()),
        incoming: StoredValue::new_local(Vec::new()),
    };
    provide_context(shell);
    // The files that pages share are kept with the page.
    let whole = Memo::new(move |_| shell.offline.get().kept == Kept::Whole);
    Effect::new(move |_| {
        if whole.get() {
            shell.library.keep();
        }
    });
    routing::follow(shell.route);
    Effect::new(move |_| document().set_title(&i18n.text_with("title", &[("page", shell.title.get().into())])));
    view! {
        <a class="skip" href="#main" on:click=move |event| {
            event.prevent_default();
            routing::focus("main");
        }>
            {move || i18n.text("skip-to-content")}
        </a>
        <header::Header />
        <offline::OfflineBanners />
        <banners::Banners />
        <main id="main" tabindex="-1" class:main-wide=move || shell.room.with(Option::is_some)>
            {move || match shell.route.get() {
                Route::Home => view! { <Home /> }.into_any(),
                Route::Sandbox { work } => view! { <work_route::WorkRoute work /> }.into_any(),
                Route::Referentiel { competence } => view! { <ReferentielPage competence /> }.into_any(),
                Route::Glossary { card } => view! { <Glossary card /> }.into_any(),
                Route::Exercise { id } => view! { <ExercisePage id /> }.into_any(),
                Route::Attempt { exercise } => view! { <AttemptPage exercise /> }.into_any(),
                Route::Settings => view! { <SettingsPage /> }.into_any(),
                Route::Help { topic } => view! { <HelpView topic /> }.into_any(),
                Route::Accessibility => view! { <AccessibilityPage /> }.into_any(),
                Route::NotFound => view! { <NotFound /> }.into_any(),
            }}
        </main>
        <footer::Footer />
        <live::LiveRegions />
    }
}
