//! Where rows come from travels with them, and is never shown.

use polars::prelude::*;

use crate::support::run;

fn hidden(text: &str) -> Vec<(String, Vec<Option<u32>>)> {
    let table = run(text).unwrap_or_else(|finding| panic!("{text}: {finding}"));
    let names = table.frame.get_column_names_str();
    let first_hidden = names.iter().position(|name| name.starts_with('\u{1f}')).unwrap_or(names.len());
    assert!(names[first_hidden..].iter().all(|name| name.starts_with('\u{1f}')), "hidden columns come last: {names:?}");
    table
        .provenance_names()
        .into_iter()
        .map(|name| {
            let column = table.frame.column(&name).unwrap();
            assert_eq!(column.dtype(), &DataType::UInt32);
            let records = column.as_materialized_series().u32().unwrap().iter().collect();
            (name.trim_start_matches('\u{1f}').to_owned(), records)
        })
        .collect()
}

fn check(text: &str, expected: &[(&str, &[Option<u32>])]) {
    let found = hidden(text);
    let expected: Vec<(String, Vec<Option<u32>>)> =
        expected.iter().map(|(name, records)| ((*name).to_owned(), records.to_vec())).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn it_travels_through_what_keeps_rows() {
    check("SELECT id FROM tenants WHERE id > 6", &[("tenants", &[Some(7), Some(8)])]);
    check("SELECT id FROM tenants ORDER BY id DESC LIMIT 2", &[("tenants", &[Some(8), Some(7)])]);
    check("SELECT x FROM (SELECT id + 1 AS x FROM tenants) s WHERE x = 3", &[("tenants", &[Some(2)])]);
    check("WITH a AS (SELECT id FROM tenants) SELECT id FROM a WHERE id = 4", &[("tenants", &[Some(4)])]);
    check(
        "WITH a AS (SELECT id FROM tenants WHERE id < 2) SELECT l.id FROM a l JOIN a r ON l.id = r.id",
        &[("tenants", &[Some(1)]), ("tenants~2", &[Some(1)])],
    );
    check(
        "SELECT t.id FROM tenants t LEFT JOIN payments p ON t.id = p.tenant_id WHERE t.id IN (4, 6) ORDER BY t.id",
        &[("tenants", &[Some(4), Some(6)]), ("payments", &[None, Some(10)])],
    );
    check(
        "SELECT a.id FROM tenants a JOIN tenants b ON a.id + 1 = b.id WHERE a.id = 3",
        &[("tenants", &[Some(3)]), ("tenants~2", &[Some(4)])],
    );
    check(
        "SELECT id FROM tenants WHERE id = 1 UNION ALL SELECT id FROM payments WHERE id = 101",
        &[("tenants", &[Some(1), None]), ("payments", &[None, Some(2)])],
    );
    check(
        "SELECT * FROM tenants t SEMI JOIN payments p ON t.id = p.tenant_id AND p.id = 104",
        &[("tenants", &[Some(3)])],
    );
    check("SELECT unnest([id, 0]) FROM tenants WHERE id = 2", &[("tenants", &[Some(2), Some(2)])]);
    check("SELECT x FROM tenants, unnest([1, 2]) u(x) WHERE id = x", &[("tenants", &[Some(1), Some(2)])]);
}

#[test]
fn it_ends_where_rows_are_merged() {
    for text in [
        "SELECT count(*) FROM tenants",
        "SELECT city, count(*) FROM tenants GROUP BY city",
        "SELECT DISTINCT city FROM tenants",
        "SELECT id FROM tenants UNION SELECT id FROM payments",
        "SELECT id FROM tenants EXCEPT SELECT id FROM payments",
    ] {
        check(text, &[]);
    }
}
