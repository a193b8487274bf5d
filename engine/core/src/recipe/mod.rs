//! Running a recipe: validation, bindings, a cache, and work that can be interrupted between pieces.

mod cache;
mod effect;
mod history;
mod names;
mod run;
mod session;
#[cfg(test)]
mod trial;

pub use effect::effect;
pub use history::history;
pub use run::{Advance, Purpose, Run, Traced};
pub use session::{Found, Session, table_hash};
