//! What the pages know, as plain structs and pure functions: no browser, no signal, no clock.

pub mod draft;
pub mod facets;
pub mod format;
pub mod grid;
pub mod help;
pub mod history;
pub mod keys;
pub mod lock;
pub mod pages;
pub mod route;
pub mod schema;
pub mod search;
pub mod session;
pub mod settings;
pub mod step_sentence;
pub mod tables;
pub mod work;
