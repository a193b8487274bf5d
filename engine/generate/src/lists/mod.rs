//! Lists that column kinds draw from: names that we wrote down or composed, and real communes.
//!
//! No check and no repair may read these lists: a repair that knows them only inverts the generator.

mod communes;
mod names;
mod streets;

pub use communes::{Commune, communes};
pub(crate) use names::{given_names, surnames};
pub(crate) use streets::{WAYS, streets};
