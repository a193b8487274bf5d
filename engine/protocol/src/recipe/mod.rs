//! The recipe: the candidate's work as a versioned JSON document, an ordered list of steps over
//! named tables. A result is never stored as truth: it is what replaying the recipe gives.

mod document;
mod edit;
mod migrate;
mod resolve;
mod table_ref;

pub use document::{FileEntry, MAX_STEPS, Recipe, Step, StepId, canonical, canonical_hash};
pub use edit::EditError;
pub use migrate::parse;
pub use resolve::{Bound, Resolved, begins_as, resolve};
pub use table_ref::{TableRef, Zone, is_legal_name, legal_name};
