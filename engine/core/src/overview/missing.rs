//! Nulls: how many each column has, which stand together, and in which patterns.

use protocol::overview::{Missing, MissingPattern};

use crate::table::Table;

/// Columns that are compared at most: one bit each.
const MAX_COLUMNS: usize = 64;
/// Patterns that are listed.
const MAX_PATTERNS: usize = 20;

/// Where the nulls of a table stand.
pub fn missing(table: &Table) -> Missing {
    let names = table.visible_names();
    let with_nulls: Vec<(String, u64)> = names
        .into_iter()
        .filter_map(|name| {
            let nulls = table.frame.column(&name).ok()?.null_count() as u64;
            (nulls > 0).then_some((name, nulls))
        })
        .collect();
    let columns: Vec<(String, u64)> = with_nulls.iter().take(MAX_COLUMNS).cloned().collect();
    let mut masks = vec![0u64; table.height()];
    for (bit, (name, _)) in columns.iter().enumerate() {
        let Ok(column) = table.frame.column(name) else { continue };
        for (row, is_null) in column.is_null().iter().enumerate() {
            masks[row] |= u64::from(is_null == Some(true)) << bit;
        }
    }
    masks.sort_unstable();
    let mut patterns: Vec<(u64, u64)> =
        masks.chunk_by(|one, two| one == two).map(|rows| (rows[0], rows.len() as u64)).collect();
    let holds = |mask: u64, bit: usize| mask >> bit & 1 == 1;
    let mut together = vec![vec![0; columns.len()]; columns.len()];
    for (mask, rows) in &patterns {
        for one in (0..columns.len()).filter(|bit| holds(*mask, *bit)) {
            for two in (0..columns.len()).filter(|bit| holds(*mask, *bit)) {
                together[one][two] += rows;
            }
        }
    }
    patterns.sort_by(|(one, of_one), (two, of_two)| of_two.cmp(of_one).then(one.cmp(two)));
    let distinct_patterns = patterns.len() as u64;
    let listed = patterns.into_iter().take(MAX_PATTERNS).map(|(mask, count)| MissingPattern {
        columns: (0..columns.len()).filter(|bit| holds(mask, *bit)).map(|bit| columns[bit].0.clone()).collect(),
        count,
    });
    Missing {
        patterns: listed.collect(),
        columns_left: with_nulls.len().saturating_sub(MAX_COLUMNS) as u64,
        columns,
        together,
        distinct_patterns,
    }
}
