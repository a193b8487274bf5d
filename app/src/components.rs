//! Components, one file each.

pub mod dialog;
pub mod icon;
pub mod samples;
pub mod workspace;
