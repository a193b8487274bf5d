//! Kinds of dirt: one file each, one line of the registry each.
//!
//! A kind is its parameters (serde, JSON Schema, `deny_unknown_fields`) with [`DirtKind`]. It chooses among eligible
//! rows by [`Work::choose`] and changes cells and rows only through [`Work`], which keeps the ledger.
//! Dirt is applied in the order of the specification; a cell that is dirty is not eligible again unless the kind
//! composes.

mod abbreviations;
mod ambiguous_dates;
mod broken_references;
mod case_and_space;
mod cells;
mod change;
mod date_formats;
mod disguised_missing;
mod exact_duplicates;
mod fuzzy_duplicates;
mod genuine_extremes;
mod impossible_dates;
mod invalid_checksums;
mod lost_leading_zeros;
mod lost_rows;
mod missing;
mod mojibake;
mod outliers;
mod rekey;
mod scaling;
mod schema_drift;
mod slip;
mod swapped_columns;
mod twins;
mod typos;
mod unit_mixups;
mod work;

use protocol::Checked;

use crate::column::Scope;
use crate::registry;
use crate::spec::DirtSpec;
pub(crate) use work::Touched;
pub use work::Work;

/// A kind of dirt with its parameters.
pub trait DirtKind: Send + Sync {
    /// Whether it may dirty cells that are dirty already.
    fn composes(&self) -> bool {
        false
    }

    /// What is wrong with its parameters or with the columns that it is to dirty (they exist).
    ///
    /// # Errors
    /// The first fault; `at_field` points into the dirt's declaration.
    fn check(&self, scope: &Scope<'_>, declared: &DirtSpec) -> Checked<()>;

    /// Dirties the table.
    ///
    /// # Errors
    /// What only the rows can show.
    fn apply(&self, work: &mut Work<'_>) -> Checked<()>;
}

/// A line of the registry.
pub type Entry = registry::Entry<dyn DirtKind>;

registry::entered!(DirtKind);

/// Every kind of dirt, by name.
pub static KINDS: &[Entry] = &[
    Entry::of::<abbreviations::Abbreviations>("abbreviations"),
    Entry::of::<ambiguous_dates::AmbiguousDates>("ambiguous_dates"),
    Entry::of::<broken_references::BrokenReferences>("broken_references"),
    Entry::of::<case_and_space::CaseAndSpace>("case_and_space"),
    Entry::of::<date_formats::DateFormats>("date_formats"),
    Entry::of::<disguised_missing::DisguisedMissing>("disguised_missing"),
    Entry::of::<exact_duplicates::ExactDuplicates>("exact_duplicates"),
    Entry::of::<fuzzy_duplicates::FuzzyDuplicates>("fuzzy_duplicates"),
    Entry::of::<genuine_extremes::GenuineExtremes>("genuine_extremes"),
    Entry::of::<impossible_dates::ImpossibleDates>("impossible_dates"),
    Entry::of::<invalid_checksums::InvalidChecksums>("invalid_checksums"),
    Entry::of::<lost_leading_zeros::LostLeadingZeros>("lost_leading_zeros"),
    Entry::of::<lost_rows::LostRows>("lost_rows"),
    Entry::of::<missing::Missing>("missing"),
    Entry::of::<mojibake::Mojibake>("mojibake"),
    Entry::of::<outliers::Outliers>("outliers"),
    Entry::of::<schema_drift::SchemaDrift>("schema_drift"),
    Entry::of::<swapped_columns::SwappedColumns>("swapped_columns"),
    Entry::of::<twins::Twins>("twins"),
    Entry::of::<typos::Typos>("typos"),
    Entry::of::<unit_mixups::UnitMixups>("unit_mixups"),
];

/// The kind of this name.
pub fn find(name: &str) -> Option<&'static Entry> {
    KINDS.iter().find(|entry| entry.name == name)
}
