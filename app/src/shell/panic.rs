//! When the page itself fails: nothing is lost (every change was stored), and a reload brings it back.
//!
//! After a panic no Rust code should run again, so the screen is plain elements and its button calls
//! the browser's own `reload`.

use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::{Function, Reflect};

use crate::i18n::{Language, Wording};

/// Shows the screen on a panic, beside the usual report in the console.
pub fn install() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        if document().get_element_by_id("panic").is_none() {
            show();
        }
    }));
}

fn show() -> Option<()> {
    let document = document();
    let tag = document.document_element()?.get_attribute("lang").unwrap_or_default();
    let wording = Wording::new(Language::from_tag(&tag));
    let element = |name: &str, text: &str| {
        let element = document.create_element(name).ok()?;
        element.set_text_content(Some(text));
        Some(element)
    };
    let screen = element("div", "")?;
    screen.set_id("panic");
    screen.set_class_name("panic");
    screen.set_attribute("role", "alertdialog").ok()?;
    screen.set_attribute("aria-modal", "true").ok()?;
    screen.set_attribute("aria-labelledby", "panic-title").ok()?;
    let title = element("h2", &wording.text("panic-title", &[]))?;
    title.set_id("panic-title");
    let button = element("button", &wording.text("panic-reload", &[]))?;
    button.set_class_name("button primary");
    let location = window().location();
    let reload: Function = Reflect::get(&location, &"reload".into()).ok()?.dyn_into().ok()?;
    let reload = bound(&reload, &location)?;
    button.add_event_listener_with_callback("click", &reload).ok()?;
    let card = element("div", "")?;
    card.set_class_name("panic-card");
    card.append_child(&title).ok()?;
    card.append_child(&element("p", &wording.text("panic-text", &[]))?.into()).ok()?;
    card.append_child(&button).ok()?;
    screen.append_child(&card).ok()?;
    document.body()?.append_child(&screen).ok()?;
    button.dyn_into::<web_sys::HtmlElement>().ok()?.focus().ok()
}

/// `function.bind(this)`.
fn bound(function: &Function, this: &JsValue) -> Option<Function> {
    let bind: Function = Reflect::get(function, &"bind".into()).ok()?.dyn_into().ok()?;
    bind.call1(function, this).ok()?.dyn_into().ok()
}
