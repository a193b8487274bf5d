//! Focus and small questions to the document, in one place.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// The document of the page.
pub fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element that has the focus.
pub fn focused() -> Option<HtmlElement> {
    document()?.active_element()?.dyn_into().ok()
}

/// Gives the focus to the element of an id. Says whether there is one.
pub fn focus(id: &str) -> bool {
    let element = document().and_then(|document| document.get_element_by_id(id));
    match element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        Some(element) => element.focus().is_ok(),
        None => false,
    }
}

/// As [`focus`], once the page is drawn.
pub fn focus_later(id: String) {
    Timeout::new(0, move || {
        focus(&id);
    })
    .forget();
}

/// As [`focus_later`], for the first of some ids that there is.
pub fn focus_first_later(ids: [String; 3]) {
    Timeout::new(0, move || {
        let _ = ids.iter().any(|id| focus(id));
    })
    .forget();
}

/// Once the page is drawn: where nothing has the focus any more, gives it to the element of an id, or to
/// another if that one is gone.
pub fn focus_later_if_lost(id: String, otherwise: &'static str) {
    Timeout::new(0, move || {
        let is_lost = focused().is_none_or(|element| element.tag_name() == "BODY");
        if is_lost && !focus(&id) {
            focus(otherwise);
        }
    })
    .forget();
}

/// Gives the focus back to an element once the page is drawn, or to the table if it is gone.
pub fn focus_element_later(element: HtmlElement) {
    Timeout::new(0, move || {
        if element.is_connected() {
            let _ = element.focus();
        } else {
            focus("pane-table");
        }
    })
    .forget();
}

/// Whether an event happened where the person writes text, so that single keys belong to that text.
pub fn is_writing(event: &web_sys::Event) -> bool {
    let target = event.composed_path().get(0).dyn_into::<HtmlElement>().ok();
    target.is_some_and(|element| {
        let tag = element.tag_name();
        let kind = element.get_attribute("type").unwrap_or_default();
        let ticks = matches!(kind.as_str(), "checkbox" | "radio" | "button" | "range");
        element.is_content_editable() || tag == "TEXTAREA" || tag == "SELECT" || (tag == "INPUT" && !ticks)
    })
}

/// The `value` property of an event's target (inputs, selects, the SQL editor).
pub fn value_of(event: &web_sys::Event) -> String {
    let target = event.current_target().or_else(|| event.target());
    let value = target.and_then(|target| web_sys::js_sys::Reflect::get(&target, &"value".into()).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

/// Brings the element of an id into view, moving as little as possible.
pub fn reveal(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        options.set_inline(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Presses the button of an id.
pub fn click(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.click();
    }
}
