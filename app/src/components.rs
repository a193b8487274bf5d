//! Components, one file each.

pub mod dialog;
pub mod disclosure;
pub mod icon;
pub mod reading;
pub mod samples;
pub mod workspace;
