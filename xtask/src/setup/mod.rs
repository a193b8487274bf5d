//! What a machine must have. Each piece is looked for first, installed when missing, and named in one line when
//! that cannot be done.

pub mod browser;
pub mod compiler;
pub mod node;
pub mod rust;
pub mod system;
pub mod tool;
