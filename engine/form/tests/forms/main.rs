//! Forms: one sample kind with every shape, and the kinds that ship.

#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod anomalies;
mod document;
mod edits;
mod printed;
mod reading;
mod registry;
mod sample;
mod sheets;
