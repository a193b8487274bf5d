//! Wording: keys and figures in, sentences of the reader's language out.
//!
//! Both languages are embedded. [`Wording`] is the pure part (tested natively); [`I18n`] is its
//! reactive handle for the pages: whatever reads a text is rendered again when the language changes.

mod typography;
mod wording;

pub use wording::{Language, Wording};

#[cfg(target_arch = "wasm32")]
mod reactive;
#[cfg(target_arch = "wasm32")]
pub use reactive::{I18n, provide_i18n, use_i18n};

/// Every message file of a language, embedded by the build script.
mod embedded {
    include!(concat!(env!("OUT_DIR"), "/locales.rs"));
}
