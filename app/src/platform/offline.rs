//! The service worker that keeps the page on this device, and the browser's word on the network.
//!
//! Both only tell; what follows is decided in [`crate::state::offline`].

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use leptos::prelude::{document, window};
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{Object, Promise, Reflect};
use web_sys::{
    MessageEvent, RegistrationOptions, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration,
    ServiceWorkerState, ServiceWorkerUpdateViaCache,
};

use crate::platform::clock;
use crate::state::offline::{Event, Lack};

/// Beside the page: its place is what it may answer for.
const SCRIPT: &str = "service-worker.js";
/// How long the page waits between two questions whether there is a newer version, in milliseconds.
const PATIENCE_MS: f64 = 30.0 * 60_000.0;

/// Who is told.
type Tell = Rc<dyn Fn(Event)>;

/// Tells when the network comes and goes, and now if there is none.
pub fn watch_network(tell: impl Fn(bool) + Clone + 'static) {
    if !window().navigator().on_line() {
        tell(false);
    }
    for (name, network) in [("online", true), ("offline", false)] {
        let tell = tell.clone();
        EventListener::new(&window(), name, move |_| tell(network)).forget();
    }
}

/// Whether this page came from the copy on this device.
pub fn is_from_copy() -> bool {
    container().is_some_and(|container| container.controller().is_some())
}

/// Keeps the page on this device, and watches for newer versions while it is open.
pub async fn keep(tell: impl Fn(Event) + 'static) {
    let tell: Tell = Rc::new(tell);
    let Some(container) = container() else {
        let lack = if window().is_secure_context() { Lack::Browser } else { Lack::PlainHttp };
        return tell(Event::Lacks(lack));
    };
    if !is_published() {
        tell(Event::Lacks(Lack::Workshop));
        return forget(&container).await;
    }
    listen(&container, &tell);
    let options = RegistrationOptions::new();
    options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
    let registered = JsFuture::from(container.register_with_options(SCRIPT, &options)).await;
    match registered.map(JsCast::dyn_into::<ServiceWorkerRegistration>) {
        Ok(Ok(registration)) => follow(&registration, &tell),
        _ => tell(Event::Lacks(Lack::Browser)),
    }
}

/// Asks the version that waits to take over; it answers by taking over, or with the count of other tabs.
pub fn take_over() {
    spawn_local(async {
        let Some(registration) = registration().await else { return };
        // Another tab may have been quicker: then loading the page again is all that is left.
        let Some(waiting) = registration.waiting() else { return reload() };
        let message = Object::new();
        drop(Reflect::set(&message, &"type".into(), &"take-over".into()));
        drop(waiting.post_message(&message));
    });
}

/// Loads the page again.
pub fn reload() {
    drop(window().location().reload());
}

fn container() -> Option<ServiceWorkerContainer> {
    // There is none on plain http, and reading it throws where site data is blocked.
    Reflect::get(&window().navigator(), &"serviceWorker".into()).ok()?.dyn_into().ok()
}

/// Whether the site that this page is of has a list of its files.
fn is_published() -> bool {
    let named = document().query_selector("meta[name=\"offline-build\"]").ok().flatten();
    named.and_then(|meta| meta.get_attribute("content")).is_some_and(|build| !build.is_empty())
}

async fn registration() -> Option<ServiceWorkerRegistration> {
    let found = JsFuture::from(container()?.get_registration()).await.ok()?;
    found.dyn_into().ok()
}

async fn forget(container: &ServiceWorkerContainer) {
    let found = JsFuture::from(container.get_registration()).await;
    if let Some(Ok(promise)) =
        found.ok().and_then(|found| Some(found.dyn_into::<ServiceWorkerRegistration>().ok()?.unregister()))
    {
        drop(JsFuture::from(promise).await);
    }
}

fn listen(container: &ServiceWorkerContainer, tell: &Tell) {
    let controlled = Cell::new(container.controller().is_some());
    let told = Rc::clone(tell);
    EventListener::new(container, "controllerchange", move |_| {
        told(Event::Controlled { first: !controlled.replace(true) });
    })
    .forget();
    let told = Rc::clone(tell);
    EventListener::new(container, "message", move |event| {
        let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data).unwrap_or_default();
        let field = |name: &str| Reflect::get(&data, &name.into()).unwrap_or_default();
        if field("type") == "other-tabs" {
            told(Event::OtherTabs(field("count").as_f64().unwrap_or_default() as u32));
        }
    })
    .forget();
}

fn follow(registration: &ServiceWorkerRegistration, tell: &Tell) {
    if registration.active().is_some() {
        tell(Event::Kept);
    }
    if registration.waiting().is_some() {
        tell(Event::NewerWaits);
    }
    if let Some(worker) = registration.installing() {
        follow_worker(registration, worker, tell);
    }
    let (found, told) = (registration.clone(), Rc::clone(tell));
    EventListener::new(registration, "updatefound", move |_| {
        if let Some(worker) = found.installing() {
            follow_worker(&found, worker, &told);
        }
    })
    .forget();
    ask_now_and_then(registration.clone());
}

/// Tells what becomes of a version that is being made whole.
fn follow_worker(registration: &ServiceWorkerRegistration, worker: ServiceWorker, tell: &Tell) {
    let (registration, tell, installed) = (registration.clone(), Rc::clone(tell), Cell::new(false));
    let target = worker.clone();
    EventListener::new(&target, "statechange", move |_| match worker.state() {
        ServiceWorkerState::Installed => {
            installed.set(true);
            if registration.active().is_some() {
                tell(Event::NewerWaits);
            }
        }
        ServiceWorkerState::Activated => tell(Event::Kept),
        ServiceWorkerState::Redundant if !installed.get() => tell(Event::Refused),
        _ => {}
    })
    .forget();
}

/// A page may stay open for weeks: it asks for a newer version when the person comes back to it.
fn ask_now_and_then(registration: ServiceWorkerRegistration) {
    let asked = Cell::new(clock::now_ms());
    EventListener::new(&document(), "visibilitychange", move |_| {
        let now = clock::now_ms();
        if document().hidden() || !window().navigator().on_line() || now - asked.get() < PATIENCE_MS {
            return;
        }
        asked.set(now);
        if let Ok(promise) = registration.update() {
            spawn_local(ignore(promise));
        }
    })
    .forget();
}

/// A host that does not answer is no news.
async fn ignore(promise: Promise) {
    drop(JsFuture::from(promise).await);
}
