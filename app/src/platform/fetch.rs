//! Texts of the page's own host, beside the page.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

use crate::state::reading::Lack;

/// The text of a file, by its path from the page on.
///
/// # Errors
/// No answer, or another answer than the file.
pub async fn text(path: &str) -> Result<String, Lack> {
    let unreachable = || Lack::Unreachable { file: path.to_owned() };
    let text = response(path).await?.text().map_err(|_| unreachable())?;
    JsFuture::from(text).await.ok().and_then(|text| text.as_string()).ok_or_else(unreachable)
}

/// Whether the host has a file, by its path from the page on; its content is not read.
pub async fn is_answered(path: &str) -> bool {
    response(path).await.is_ok()
}

/// The answer of now: a catalogue and packs of other times would not agree.
async fn response(path: &str) -> Result<Response, Lack> {
    let unreachable = || Lack::Unreachable { file: path.to_owned() };
    let window = web_sys::window().ok_or_else(unreachable)?;
    let options = RequestInit::new();
    options.set_cache(RequestCache::NoCache);
    let answer = window.fetch_with_str_and_init(path, &options);
    let response = JsFuture::from(answer).await.map_err(|_| unreachable())?;
    let response: Response = response.dyn_into().map_err(|_| unreachable())?;
    if response.ok() { Ok(response) } else { Err(Lack::Refused { file: path.to_owned(), status: response.status() }) }
}
