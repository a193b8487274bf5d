//! Web Locks: an exclusive lock named after the work, held by a promise that is resolved on drop.
//! The interface is reached by name: its bindings are not among the stable ones.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{Array, Function, Object, Promise, Reflect};

use super::Hold;

/// A lock that is held or waited for.
pub struct WebLock {
    state: Rc<State>,
}

#[derive(Default)]
struct State {
    /// Resolves the promise that holds the lock.
    release: RefCell<Option<Function>>,
    given_up: Cell<bool>,
}

impl WebLock {
    /// Asks for the lock; `None` where the browser has no Web Locks (old, or a plain-http address).
    pub fn request(work: &str, tell: impl Fn(Hold) + Clone + 'static) -> Option<Self> {
        let navigator = web_sys::window()?.navigator();
        let locks = Reflect::get(&navigator, &"locks".into()).ok().filter(|locks| locks.is_object())?;
        let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
        let state = Rc::new(State::default());
        let name = format!("creuset-work-{work}");
        let held = Rc::clone(&state);
        spawn_local(async move {
            // At once if it is free; else this tab reads, and waits for its turn.
            if !ask(&locks, &request, &name, &held, true, tell.clone()).await {
                tell(Hold::Elsewhere);
                ask(&locks, &request, &name, &held, false, tell).await;
            }
        });
        Some(Self { state })
    }
}

/// Whether the lock was got, answered when it is given back (or at once if it was not free).
async fn ask(
    locks: &JsValue,
    request: &Function,
    name: &str,
    state: &Rc<State>,
    only_if_free: bool,
    tell: impl Fn(Hold) + 'static,
) -> bool {
    let got = Rc::new(Cell::new(false));
    let (mark, state) = (Rc::clone(&got), Rc::clone(state));
    let granted = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        if lock.is_null() || state.given_up.get() {
            return JsValue::UNDEFINED;
        }
        mark.set(true);
        let promise = Promise::new(&mut |resolve, _| {
            state.release.replace(Some(resolve.unchecked_into()));
        });
        tell(Hold::Mine);
        promise.into()
    });
    let options = Object::new();
    drop(Reflect::set(&options, &"ifAvailable".into(), &only_if_free.into()));
    let promise = Reflect::apply(request, locks, &Array::of3(&name.into(), &options, &granted));
    if let Ok(promise) = promise {
        drop(JsFuture::from(promise.unchecked_into::<Promise>()).await);
    }
    got.get()
}

impl Drop for WebLock {
    fn drop(&mut self) {
        self.state.given_up.set(true);
        if let Some(release) = self.state.release.take() {
            drop(release.call0(&JsValue::UNDEFINED));
        }
    }
}
