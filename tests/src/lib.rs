//! What the tests of the whole repository share: its files, its Rust sources as a scanner sees them, and
//! what cargo says of its crates.
//!
//! Boundary: reads the working tree and runs `cargo tree` and `cargo metadata`; a tree that cannot be read
//! stops the test with the path.

pub mod crates;
pub mod repository;
pub mod rust_source;
