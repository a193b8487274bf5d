//! Edits: rows keep their ids wherever they go, and no id is given twice.

use std::collections::BTreeSet;

use form::document::MAX_ROWS;
use proptest::prelude::*;
use serde_json::json;

use crate::sample::{form, id, ids};

#[test]
fn rows_come_move_and_go() {
    let mut form = form(&[&[("name", "a")], &[("name", "b")], &[("name", "c")]]);
    assert!(form.move_to(&id("r3"), 0) && !form.move_to(&id("r3"), 0) && form.move_to(&id("r1"), 99));
    assert_eq!(ids(&form), ["r3", "r2", "r1"]);
    assert!(form.remove(&id("r3")) && !form.remove(&id("r3")));
    assert_eq!(form.insert(1).unwrap(), id("r4"));
    assert_eq!(ids(&form), ["r2", "r4", "r1"]);
    assert!(!form.move_to(&id("r9"), 0));
}

#[test]
fn cells_are_filled_and_emptied() {
    let mut form = form(&[&[("name", "a")]]);
    let row = id("r1");
    assert!(form.set(&row, "name", Some(json!("b"))) && !form.set(&row, "name", Some(json!("b"))));
    assert!(form.set(&row, "name", None) && !form.set(&row, "name", None));
    assert!(!form.set(&id("r9"), "name", Some(json!("b"))));
    assert_eq!(form.rows[0].cell("name"), None);
}

#[test]
fn a_form_has_its_most_rows() {
    let mut form = form(&[]);
    for _ in 0..MAX_ROWS {
        form.insert(0).unwrap();
    }
    let before = form.clone();
    assert_eq!(form.insert(0).unwrap_err().code, protocol::Code::FormTooLong);
    assert_eq!(form, before);
}

proptest! {
    #[test]
    fn no_id_is_given_twice(edits in prop::collection::vec((0_u8..3, 0_usize..12, 0_usize..12), 1..60)) {
        let mut form = form(&[]);
        let mut given = BTreeSet::new();
        for (kind, at, to) in edits {
            let row = form.rows.get(at).map(|row| row.id.clone());
            match (kind, row) {
                (0, Some(row)) => prop_assert!(form.remove(&row)),
                (1, Some(row)) => {
                    form.move_to(&row, to);
                    prop_assert_eq!(form.position(&row), Some(to.min(form.rows.len() - 1)));
                }
                _ => prop_assert!(given.insert(form.insert(to).unwrap())),
            }
            prop_assert_eq!(ids(&form).into_iter().collect::<BTreeSet<_>>().len(), form.rows.len());
        }
    }
}
