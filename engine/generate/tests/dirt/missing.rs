//! Missing values: mechanism and rate.

use std::collections::BTreeSet;

use generate::Generated;
use generate::ledger::Mechanism;
use serde_json::{Value, json};

use super::{ROWS, column, dirt, made};

fn missing(params: &Value) -> Value {
    let mut dirt = dirt("missing", &["income"], params);
    dirt["rate"] = json!(0.2);
    json!([dirt])
}

/// Shares of missing values among the lower and the upper half of what decides.
fn halves(generated: &Generated, clean: &Generated, driver: &str) -> (f64, f64) {
    let (driver, income) = (column(clean, driver), column(clean, "income"));
    let mut rows: Vec<u32> = (0..ROWS).filter(|row| !income.cell(*row).is_null()).collect();
    rows.sort_by(|left, right| driver.number(*left).unwrap().total_cmp(&driver.number(*right).unwrap()));
    let lost: BTreeSet<u32> = generated.ledger.entries().map(|entry| entry.row).collect();
    let share = |rows: &[u32]| rows.iter().filter(|row| lost.contains(row)).count() as f64 / rows.len() as f64;
    let (low, high) = rows.split_at(rows.len() / 2);
    (share(low), share(high))
}

#[test]
fn missing_values_follow_their_mechanism_at_the_declared_rate() {
    let clean = made(&json!([]), "1");
    let there = (0..ROWS).filter(|row| !column(&clean, "income").cell(*row).is_null()).count();
    // Expected shares of the halves: the mean over ranks u of 1 / (1 + e^−(a + s(u − ½))), of mean 0.2.
    let cases = [
        (json!({}), "income", Mechanism::Mcar, (0.2, 0.2)),
        (json!({"mechanism": "mnar", "strength": 4}), "income", Mechanism::Mnar, (0.078, 0.322)),
        (json!({"mechanism": "mar", "driver": "surface", "strength": -4}), "surface", Mechanism::Mar, (0.322, 0.078)),
        (json!({"mechanism": "mar", "driver": "born", "strength": 20}), "born", Mechanism::Mar, (0.0, 0.4)),
    ];
    for (params, driver, mechanism, expected) in cases {
        let generated = made(&missing(&params), "1");
        assert_eq!(generated.ledger.entries().count(), (there as f64 * 0.2).round() as usize, "{params}");
        let found = halves(&generated, &clean, driver);
        let near = |found: f64, expected: f64| (found - expected).abs() < 0.025;
        assert!(near(found.0, expected.0) && near(found.1, expected.1), "{params}: {found:?}");
        let missingness = &generated.ledger.missingness[0];
        assert_eq!((missingness.mechanism, missingness.column.as_str()), (mechanism, "income"));
        assert_eq!(missingness.driver.is_some(), mechanism != Mechanism::Mcar);
    }
}

#[test]
fn weights_multiply_the_odds_of_texts() {
    let clean = made(&json!([]), "1");
    let params = json!({"mechanism": "mar", "driver": "town", "weights": {"Lille": 10, "Nîmes": 0.1}});
    let generated = made(&missing(&params), "1");
    let odds = |town: &str| {
        let (town_of, income) = (column(&clean, "town"), column(&clean, "income"));
        let rows: Vec<u32> =
            (0..ROWS).filter(|row| town_of.text(*row) == Some(town) && !income.cell(*row).is_null()).collect();
        let lost = rows.iter().filter(|row| column(&generated, "income").cell(**row).is_null()).count() as f64;
        lost / (rows.len() as f64 - lost)
    };
    let usual = odds("Le Mans");
    assert!((7.0..14.0).contains(&(odds("Lille") / usual)), "{}", odds("Lille") / usual);
    assert!((0.04..0.2).contains(&(odds("Nîmes") / usual)), "{}", odds("Nîmes") / usual);
}
