//! Tables to real bytes, in pieces.
mod date;
mod number;
pub(crate) use date::{DateFormat, Moment};
pub(crate) use number::NumberFormat;
