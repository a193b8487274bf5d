//! Forms that an exercise asks for: what is kept of them, what they are read against, keys of their table.

mod figures;
mod kept;
mod keys;
mod known;
mod words;

pub use figures::{query, read};
pub use kept::{FormWork, Instant, KeptForm};
pub use keys::{Command, Cursor, command};
pub use known::{Sources, gather};
pub use words::{place, told};
