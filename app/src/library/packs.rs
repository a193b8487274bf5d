//! The packs, kept with the page: after one visit every exercise opens without a network.
//!
//! Boundary: it asks for the files once after each change of the catalogue, and throws the answers away. The service
//! worker keeps what was answered; who opens a pack holds it against the catalogue.

use pack::hash::file_entry;

use crate::platform::{fetch, offline, storage};

/// Under which name the hash of the catalogue stands whose packs are kept.
const KEPT: &str = "creuset.kept-catalog";

/// Asks for every public file of every pack, unless those of this catalogue are kept already. A visit that is cut
/// short asks again next time.
pub async fn keep(file: &str) {
    if !offline::is_from_copy() {
        return;
    }
    let Ok(text) = fetch::text(file).await else { return };
    let hash = file_entry(file, text.as_bytes()).blake3;
    if storage::get(KEPT).is_some_and(|kept| kept == hash) {
        return;
    }
    let Ok((catalog, _)) = pack::catalog::read(file, &text) else { return };
    for entry in &catalog.exercises {
        for listed in &entry.files {
            if !fetch::is_answered(&entry.address(&listed.path)).await {
                return;
            }
        }
    }
    // Where nothing can be stored, the next visit asks again.
    let _ = storage::set(KEPT, &hash);
}
