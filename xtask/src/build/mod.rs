//! From sources to a folder that any static host can serve.

pub mod engine;
pub mod page;
pub mod site;
pub mod size;

/// How much time a build is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// For the author who waits: nothing is made smaller.
    Quick,
    /// As it is published.
    Full,
}
