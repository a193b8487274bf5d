//! What is kept of a candidate's work on an exercise.
//!
//! Boundary: pure functions of what comes in. No Polars, no browser, no file; the time is an argument.

pub mod log;
pub mod seed;

pub use log::{Broken, Entry, Event, Log};
