//! The address bar and the route: one follows the other; a new page gets the focus on its heading.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::state::route::Route;

fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// The route of the address bar.
pub fn current() -> Route {
    Route::parse(&hash())
}

/// Goes to a page.
pub fn go(route: &Route) {
    drop(window().location().set_hash(&route.href()));
}

/// Keeps the signal with the address bar for the life of the page.
pub fn follow(route: RwSignal<Route>) {
    EventListener::new(&window(), "hashchange", move |_| {
        let hash = hash();
        // Anchors inside a page (`#main`) are no routes.
        if !hash.is_empty() && !hash.starts_with("#/") {
            return;
        }
        let next = Route::parse(&hash);
        if route.get_untracked() != next {
            route.set(next);
            window().scroll_to_with_x_and_y(0.0, 0.0);
            focus_later("page-heading");
        }
    })
    .forget();
}

/// Gives the focus to an element by its id, once the page is drawn.
pub fn focus_later(id: impl Into<String>) {
    let id = id.into();
    Timeout::new(0, move || focus(&id)).forget();
}

/// Brings an element to the top of the window and gives it the focus, once the page is drawn.
pub fn bring(id: String) {
    Timeout::new(0, move || {
        if let Some(element) = document().get_element_by_id(&id) {
            element.scroll_into_view();
        }
        focus(&id);
    })
    .forget();
}

/// Gives the focus to an element by its id.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        drop(element.focus());
    }
}
