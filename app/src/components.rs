//! Components, one file each.

pub mod dialog;
pub mod icon;
pub mod workspace;
