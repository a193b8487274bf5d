//! Repairs of cells and rows.

pub mod bin;
pub mod cast;
pub mod clean_text;
pub mod conditional;
mod convert;
mod dates;
pub mod deduplicate;
pub mod extract;
pub mod fill;
pub mod interpolate;
pub(super) mod made;
pub mod merge_columns;
pub mod null_tokens;
pub mod parse_dates;
mod pattern;
pub mod quarantine;
pub mod replace;
pub mod split_column;
mod walk;

#[cfg(test)]
mod tests;
