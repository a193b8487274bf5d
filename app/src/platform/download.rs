//! Hands a file to the browser to be saved.

use gloo::timers::callback::Timeout;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::js_sys::Array;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// The browser reads the address after the click: it stays valid for so long.
const ADDRESS_LIFE_MS: u32 = 60_000;

/// Saves bytes under a file name. Says whether the browser took them.
pub fn save(blob: &Blob, name: &str) -> bool {
    let Ok(url) = Url::create_object_url_with_blob(blob) else { return false };
    let Some(link) = document().create_element("a").ok().and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok())
    else {
        return false;
    };
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Timeout::new(ADDRESS_LIFE_MS, move || drop(Url::revoke_object_url(&url))).forget();
    true
}

/// Saves a text under a file name.
pub fn save_text(text: &str, name: &str, media_type: &str) -> bool {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options).is_ok_and(|blob| save(&blob, name))
}
