//! No text brings the gate down: random ones, deep ones, and queries cut and mixed.

use engine::sql::{Expression, Options, Query};
use proptest::prelude::*;

use crate::support::{files, named, tables};

fn survive(text: &str) {
    let tables = tables();
    if let Ok(query) = Query::parse(text) {
        let _names = query.tables();
        let _outcome = query.run(&tables, Options { graded: true });
    }
    let _expression = Expression::compile(text, tables["tenants"].frame.schema());
}

fn corpus() -> Vec<String> {
    let texts = files("queries").into_iter().map(|path| std::fs::read_to_string(path).unwrap());
    texts.flat_map(|text| named(&text)).map(|(_, query)| query).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_texts(text in "\\PC{0,120}") {
        survive(&text);
    }

    #[test]
    fn random_words(words in prop::collection::vec(
        prop::sample::select(vec![
            "SELECT", "FROM", "tenants", "WHERE", "id", "(", ")", ",", "*", "=", "1", "'a'", "AND", "NOT", "IN", "CASE",
            "WHEN", "THEN", "END", "GROUP BY", "ORDER BY", "LIMIT", "JOIN", "ON", "sum", "count", "-", "+", "NULL",
            "BETWEEN", "LIKE", "::", "INT", "DISTINCT", "UNION", "WITH", "AS", "x", ".", "INTERVAL", "DATE", "[", "]", "//",
        ]), 0..30)) {
        survive(&words.join(" "));
    }

    #[test]
    fn mixed_queries(first in 0usize..1000, second in 0usize..1000, cut in 0usize..200, from in 0usize..200) {
        let corpus = corpus();
        let head: String = corpus[first % corpus.len()].chars().take(cut).collect();
        let tail: String = corpus[second % corpus.len()].chars().skip(from).collect();
        survive(&(head + &tail));
    }
}

#[test]
fn deep_and_long_texts() {
    for (open, close) in [
        ("(", ")"),
        ("NOT ", ""),
        ("-", ""),
        ("- ", ""),
        ("abs(", ")"),
        ("CASE WHEN true THEN ", " END"),
        ("(SELECT ", ")"),
        ("[", "]"),
        ("CAST(", " AS INT)"),
        ("coalesce(1, ", ")"),
        ("1 + (", ")"),
        ("1 IN (", ")"),
    ] {
        for depth in [3, 10, 30, 60, 5_000] {
            survive(&format!("SELECT {}1{}", open.repeat(depth), close.repeat(depth)));
        }
    }
    for part in [
        " + 1",
        " || 'a'",
        " AND true",
        "::INT",
        " IS NULL",
        ", 1",
        " UNION ALL SELECT 1",
        " UNION SELECT 1",
        " = 1",
        ".a",
        " OR false",
        " BETWEEN 1 AND 2",
    ] {
        for count in [10, 100, 1_000, 6_000] {
            survive(&format!("SELECT 1{}", part.repeat(count)));
        }
    }
    for part in ["(", "(SELECT * FROM ", "tenants JOIN ", "tenants, "] {
        for count in [3, 8, 50, 3_000] {
            survive(&format!("SELECT * FROM {}tenants", part.repeat(count)));
        }
    }
    let aliases: String = (1..40).map(|index| format!(", a{} + a{} AS a{index}", index - 1, index - 1)).collect();
    survive(&format!("SELECT 1 AS a0{aliases}"));
    let commons: String =
        (1..40).map(|index| format!(", c{index} AS (SELECT x.n FROM c{} x, c{} y)", index - 1, index - 1)).collect();
    survive(&format!("WITH c0 AS (SELECT 1 AS n UNION ALL SELECT 2){commons} SELECT count(*) FROM c39"));
    survive(&"x".repeat(200_000));
}
