//! Components, one file each.

pub mod dialog;
pub mod disclosure;
pub mod exercise;
pub mod form;
pub mod icon;
pub mod reading;
pub mod refused;
pub mod samples;
pub mod status_badge;
pub mod study_bar;
pub mod workspace;
