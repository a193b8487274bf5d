//! Pages, one file a route.

pub mod accessibility;
pub mod attempt;
pub mod exercise;
pub mod glossary;
pub mod help;
pub mod home;
pub mod not_found;
pub mod referentiel;
pub mod sandbox;
pub mod settings;
