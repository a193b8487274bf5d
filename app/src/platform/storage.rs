//! Small texts in the browser's local storage: works and settings.

use wasm_bindgen::JsCast;
use web_sys::{DomException, Storage};

use crate::state::session::StorageProblem;

fn open() -> Option<Storage> {
    // Reading the property throws where site data is blocked.
    web_sys::window()?.local_storage().ok().flatten()
}

/// The text under a key.
pub fn get(key: &str) -> Option<String> {
    open()?.get_item(key).ok().flatten()
}

/// Stores a text under a key.
///
/// # Errors
/// The storage is full, or there is none.
pub fn set(key: &str, text: &str) -> Result<(), StorageProblem> {
    let storage = open().ok_or(StorageProblem::Unavailable)?;
    storage.set_item(key, text).map_err(|error| match error.dyn_ref::<DomException>() {
        Some(exception) if exception.name().contains("Quota") || exception.name().contains("QUOTA") => {
            StorageProblem::Full
        }
        _ => StorageProblem::Unavailable,
    })
}

/// Removes a key.
pub fn remove(key: &str) {
    if let Some(storage) = open() {
        drop(storage.remove_item(key));
    }
}

/// Every text whose key has this prefix.
pub fn texts(prefix: &str) -> Vec<String> {
    let Some(storage) = open() else { return Vec::new() };
    let keys = (0..storage.length().unwrap_or(0)).filter_map(|index| storage.key(index).ok().flatten());
    keys.filter(|key| key.starts_with(prefix)).filter_map(|key| storage.get_item(&key).ok().flatten()).collect()
}

/// Whether anything can be stored at all.
pub fn is_available() -> bool {
    open().is_some()
}
