//! The engine: Polars behind one deterministic doorway.
//!
//! ```text
//! bytes ─source─▶ Table ─ops─▶ Table … ─▶ window · profile · hash · bytes
//!                   ▲ recipe: validate, bind, run with a cache
//! ```
//! Boundary: pure functions of their arguments. No clock, no file, no environment, no browser; bytes come
//! through [`source::ByteSource`], randomness from a seed. Natively and in wasm the same input gives the
//! same table hashes.

pub mod cell;
pub mod chance;
pub mod checksum;
pub mod facet;
pub mod find;
pub mod frame;
pub mod groups;
pub mod hash;
pub mod lists;
pub mod ops;
pub mod overview;
pub mod probability;
pub mod profile;
pub mod recipe;
pub mod score;
pub mod source;
pub mod sql;
pub mod table;
pub mod table_text;
pub mod window;

/// Everything that the page needs to know of this engine.
pub fn catalogue() -> protocol::operation::Catalogue {
    protocol::operation::Catalogue {
        operations: ops::all().iter().map(|operation| operation.info()).collect(),
        functions: sql::functions(),
        keywords: sql::keywords(),
    }
}
