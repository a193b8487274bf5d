//! The pages of Creuset: Leptos, client side only.
//!
//! ```text
//! pages, components ──▶ room (the open work) ──▶ engine (the worker's only client)
//!         │                    │
//!         ├──▶ library (files of the exercises)
//!         └──▶ i18n, state ◀───┴──▶ platform (storage, files, locks, clock)
//! ```
//! `state` and the wording in `i18n` are plain Rust and tested natively; everything that touches
//! the browser is compiled for wasm only.

pub mod i18n;
pub mod state;

#[cfg(target_arch = "wasm32")]
pub mod attempt;
#[cfg(target_arch = "wasm32")]
pub mod components;
#[cfg(target_arch = "wasm32")]
pub mod engine;
#[cfg(target_arch = "wasm32")]
pub mod library;
#[cfg(target_arch = "wasm32")]
pub mod pages;
#[cfg(target_arch = "wasm32")]
pub mod platform;
#[cfg(target_arch = "wasm32")]
mod reply;
#[cfg(target_arch = "wasm32")]
pub mod room;
#[cfg(target_arch = "wasm32")]
mod shell;

#[cfg(target_arch = "wasm32")]
pub use shell::mount;
