//! Words: both languages say the same things, and everything that can be said has its words.
//!
//! [`messages`] reads the files; the others compare them with each other, with the codes of diagnostics, with
//! the engine's catalogue and with the keys that the page asks for.

#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod catalogue;
mod codes;
mod forms;
mod messages;
mod parity;
mod usage;
