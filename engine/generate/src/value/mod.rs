//! Typed columns of a generated table: one vector a type, texts in one arena, nulls as bits.
//!
//! Boundary: storage and access. What a value means is decided by column kinds, how it is written by renderers.

mod bits;
mod cell;
mod column;
mod table;
mod text;

pub use bits::Bits;
pub(crate) use cell::ten_to;
pub use cell::{Cell, Type};
pub use column::{Column, Values};
pub use table::{Row, Table};
pub use text::{Piece, Texts};
