//! Texts of the page's own host, beside the page.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::state::reading::Lack;

/// The text of a file, by its path from the page on.
///
/// # Errors
/// No answer, or another answer than the file.
pub async fn text(path: &str) -> Result<String, Lack> {
    let unreachable = || Lack::Unreachable { file: path.to_owned() };
    let window = web_sys::window().ok_or_else(unreachable)?;
    let response = JsFuture::from(window.fetch_with_str(path)).await.map_err(|_| unreachable())?;
    let response: Response = response.dyn_into().map_err(|_| unreachable())?;
    if !response.ok() {
        return Err(Lack::Refused { file: path.to_owned(), status: response.status() });
    }
    let text = response.text().map_err(|_| unreachable())?;
    JsFuture::from(text).await.ok().and_then(|text| text.as_string()).ok_or_else(unreachable)
}
