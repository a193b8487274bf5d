//! Arrangements come back in the order of the table's rows.

use polars::prelude::col;

use super::ranks::{Ties, average, percent, ranks, tiles};
use super::{Ordered, value_order};
use crate::frame::SortKey;
use crate::table_text;

fn by(column: &str) -> SortKey {
    SortKey { by: col(column), descending: false, nulls_last: true }
}

#[test]
fn groups_stand_in_the_order_of_their_first_row() {
    let table = table_text::read("g:text | v:integer\nb | 2\na | 9\nb | 1\n∅ | 5\na | ∅\nb | 1\n∅ | 4", None).unwrap();
    for (groups, keys, expected) in [
        (vec!["g".to_owned()], vec![by("v")], vec![2, 5, 0, 1, 4, 6, 3]),
        (vec!["g".to_owned()], vec![], vec![0, 2, 5, 1, 4, 3, 6]),
        (vec![], vec![by("v")], vec![2, 5, 0, 6, 3, 1, 4]),
        (vec![], vec![], vec![0, 1, 2, 3, 4, 5, 6]),
    ] {
        let ordered = Ordered::of(&table, &groups, &keys).unwrap();
        assert_eq!(ordered.rows(), expected);
        let value = table.column("v").unwrap();
        let back = ordered.restore("v", &ordered.arrange(value).unwrap()).unwrap();
        assert!(back.equals_missing(value), "{groups:?}");
    }
}

#[test]
fn ties_are_ranked_as_asked() {
    let table = table_text::read("v:integer\n3\n1\n3\n2\n3", None).unwrap();
    let ordered = Ordered::of(&table, &[], &[by("v")]).unwrap();
    for (ties, expected) in [
        (Ties::Ordinal, [1, 2, 3, 4, 5]),
        (Ties::Min, [1, 2, 3, 3, 3]),
        (Ties::Max, [1, 2, 5, 5, 5]),
        (Ties::Dense, [1, 2, 3, 3, 3]),
    ] {
        assert_eq!(ranks(&ordered, ties), expected, "{ties:?}");
    }
    assert_eq!(average(&ordered), [1.0, 2.0, 4.0, 4.0, 4.0]);
    assert_eq!(percent(&ordered), [0.0, 0.25, 0.5, 0.5, 0.5]);
    for (parts, expected) in [(1, [1, 1, 1, 1, 1]), (2, [1, 1, 1, 2, 2]), (3, [1, 1, 2, 2, 3]), (9, [1, 2, 3, 4, 5])] {
        assert_eq!(tiles(&ordered, parts), expected, "{parts}");
    }
}

#[test]
fn values_are_numbered_in_their_order() {
    let table = table_text::read("v:text\nb\n∅\na\nb", None).unwrap();
    assert_eq!(value_order(&table, "v").unwrap(), [Some(2), None, Some(1), Some(2)]);
}

#[test]
fn an_empty_table_has_no_places() {
    let table = table_text::read("g:text | v:integer", None).unwrap();
    let ordered = Ordered::of(&table, &["g".to_owned()], &[by("v")]).unwrap();
    assert!(ordered.rows().is_empty() && ordered.groups().is_empty() && tiles(&ordered, 3).is_empty());
}
