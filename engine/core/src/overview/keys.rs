//! Which columns, or pairs of columns, tell all rows apart.

use protocol::Checked;
use protocol::overview::Keys;

use super::different;
use crate::table::{Table, column_type};

/// Pairs that are tried at most.
const MAX_PAIRS: u64 = 40;

/// Columns without nulls whose values are all different; then pairs of the other columns without nulls. A pair is
/// tried only where its columns have enough different values between them.
pub fn keys(table: &Table) -> Checked<Keys> {
    let rows = table.height() as u64;
    let mut found = Keys::default();
    if rows == 0 {
        return Ok(found);
    }
    let mut parts: Vec<(String, u64)> = Vec::new();
    for name in table.visible_names() {
        let column = table.column(&name)?;
        if column.null_count() > 0 || column_type(column.dtype()) == protocol::table::ColumnType::Other {
            continue;
        }
        let values = different(table, std::slice::from_ref(&name))?;
        if values == rows { found.found.push(vec![name]) } else { parts.push((name, values)) }
    }
    for (index, (left, of_left)) in parts.iter().enumerate() {
        for (right, of_right) in &parts[index + 1..] {
            if of_left.saturating_mul(*of_right) < rows {
                continue;
            }
            if found.pairs_tried == MAX_PAIRS {
                found.pairs_left += 1;
                continue;
            }
            found.pairs_tried += 1;
            let pair = vec![left.clone(), right.clone()];
            if different(table, &pair)? == rows {
                found.found.push(pair);
            }
        }
    }
    Ok(found)
}
