//! Text for the clipboard. Where the browser has no clipboard for pages (plain http, an older one), the text is
//! selected in the page for a moment and copied from there.

use leptos::prelude::{document, window};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlTextAreaElement;
use web_sys::js_sys::{Function, Promise, Reflect};

/// Puts a text on the clipboard. Says whether it is there.
pub async fn write(text: &str) -> bool {
    if let Some(promise) = offered(text)
        && JsFuture::from(promise).await.is_ok()
    {
        return true;
    }
    copied_from_page(text).unwrap_or(false)
}

fn offered(text: &str) -> Option<Promise> {
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).ok()?;
    let write: Function = Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into().ok()?;
    write.call1(&clipboard, &text.into()).ok()?.dyn_into().ok()
}

fn copied_from_page(text: &str) -> Option<bool> {
    let document = document();
    let before = document.active_element().and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_value(text);
    area.set_class_name("visually-hidden");
    area.set_attribute("aria-hidden", "true").ok()?;
    document.body()?.append_child(&area).ok()?;
    area.select();
    let copy: Option<Function> = Reflect::get(&document, &"execCommand".into()).ok().and_then(|it| it.dyn_into().ok());
    let copied = copy.and_then(|copy| copy.call1(&document, &"copy".into()).ok()).and_then(|done| done.as_bool());
    area.remove();
    if let Some(before) = before {
        before.focus().ok()?;
    }
    copied
}
