//! Kinds of columns: one file each, one line of the registry each.
//!
//! A kind is its parameters (serde, JSON Schema, `deny_unknown_fields`) with [`ColumnKind`]: what it reads, what type
//! it makes, and how it fills a column. It draws only from streams of its table and column, so it is independent of
//! every column that it does not read.

mod categorical;
mod commune;
mod date;
mod datetime;
mod event;
mod fill;
mod formula;
mod iban;
mod lookup;
mod money;
mod nir;
mod number;
mod parent;
mod pattern;
mod person;
mod phone;
mod reference;
mod scope;
mod season;
mod sequence;
mod siren;
mod siret;
mod street;
mod template;
mod walk;
mod zipf;

use protocol::Checked;

use crate::registry;
pub(crate) use fill::Tie;
pub use fill::{Fill, Filled, Link, NO_ROW, Units};
pub use scope::{Need, Scope, Shape, in_range, invalid};

/// A kind of column with its parameters.
pub trait ColumnKind: Send + Sync {
    /// What must be filled before it.
    fn needs(&self) -> Vec<Need> {
        Vec::new()
    }

    /// Whether it draws by [`Fill::units`] alone and rises with it, so that a copula can tie it to others.
    fn is_monotone(&self) -> bool {
        false
    }

    /// The type that it makes.
    ///
    /// # Errors
    /// What is wrong with its parameters; `at_field` points into them.
    fn shape(&self, scope: &Scope<'_>) -> Checked<Shape>;

    /// The values of the column, one for each row.
    ///
    /// # Errors
    /// What only other columns can show.
    fn fill(&self, fill: &Fill<'_>) -> Checked<Filled>;
}

/// A line of the registry.
pub type Entry = registry::Entry<dyn ColumnKind>;

registry::entered!(ColumnKind);

/// Every kind of column, by name.
pub static KINDS: &[Entry] = &[
    Entry::of::<categorical::Categorical>("categorical"),
    Entry::of::<commune::CommuneColumn>("commune"),
    Entry::of::<date::DateColumn>("date"),
    Entry::of::<datetime::DatetimeColumn>("datetime"),
    Entry::of::<event::Event>("event"),
    Entry::of::<formula::FormulaColumn>("formula"),
    Entry::of::<iban::Iban>("iban"),
    Entry::of::<lookup::Lookup>("lookup"),
    Entry::of::<money::Money>("money"),
    Entry::of::<nir::Nir>("nir"),
    Entry::of::<number::Number>("number"),
    Entry::of::<parent::Parent>("parent"),
    Entry::of::<pattern::Pattern>("pattern"),
    Entry::of::<person::Person>("person"),
    Entry::of::<phone::Phone>("phone"),
    Entry::of::<reference::Reference>("reference"),
    Entry::of::<sequence::Sequence>("sequence"),
    Entry::of::<siren::Siren>("siren"),
    Entry::of::<siret::Siret>("siret"),
    Entry::of::<street::Street>("street"),
    Entry::of::<template::Template>("template"),
    Entry::of::<walk::Walk>("walk"),
    Entry::of::<zipf::ZipfColumn>("zipf"),
];

/// The kind of this name.
pub fn find(name: &str) -> Option<&'static Entry> {
    KINDS.iter().find(|entry| entry.name == name)
}
