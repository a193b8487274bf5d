//! From sources to a folder that any static host can serve.

pub mod engine;
pub mod exercises;
pub mod page;
pub mod precache;
pub mod site;
pub mod size;

/// Who a site is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Its author, who changes it all the time: browsers keep nothing of it.
    Author,
    /// Everyone: browsers keep it and open it without a network.
    Everyone,
}

/// How much time a build is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// For the author who waits: nothing is made smaller.
    Quick,
    /// As it is published.
    Full,
}
