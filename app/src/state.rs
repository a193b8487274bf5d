//! What the pages know, as plain structs and pure functions: no browser, no signal, no clock.

pub mod copy;
pub mod draft;
pub mod encoding;
pub mod facets;
pub mod find;
pub mod first_steps;
pub mod format;
pub mod grid;
pub mod help;
pub mod history;
pub mod keys;
pub mod lock;
pub mod offline;
pub mod pages;
pub mod pasted;
pub mod query_tables;
pub mod route;
pub mod schema;
pub mod search;
pub mod session;
pub mod settings;
pub mod step_sentence;
pub mod tables;
pub mod templates;
pub mod work;
