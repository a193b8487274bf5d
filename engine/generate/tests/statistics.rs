//! Distributions, rates and correlations are what was asked. Seeds are fixed: what passes once passes always.

#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod measure;

use std::collections::BTreeMap;

use generate::calendar::{civil, weekday};
use generate::value::{Cell, Column, Table};
use generate::{DataSpec, Scale, generate};
use measure::{mean_and_sd, rank_correlation, shares_fit};
use serde_json::{Value, json};

const ROWS: u32 = 100_000;

fn tables(value: Value) -> Vec<Table> {
    let spec: DataSpec = serde_json::from_value(value).unwrap();
    generate(&spec, "statistics", Scale::Practice).unwrap().tables
}

/// The last column of a table of these.
fn column(columns: Value) -> Column {
    let tables = tables(json!({"tables": [{"name": "t", "rows": ROWS, "columns": columns}]}));
    tables[0].columns().last().unwrap().clone()
}

fn numbers(column: &Column) -> Vec<f64> {
    (0..column.len() as u32).filter_map(|row| column.number(row)).collect()
}

fn counts(column: &Column) -> BTreeMap<String, f64> {
    let mut counts = BTreeMap::new();
    (0..column.len() as u32).for_each(|row| *counts.entry(column.cell(row).to_string()).or_insert(0.0) += 1.0);
    counts
}

#[test]
fn distributions_have_their_mean_deviation_and_quantiles() {
    // Parameters, mean, standard deviation, and a value with the probability of at most it.
    let cases = [
        (json!({"distribution": {"shape": "uniform", "low": 0, "high": 10}}), 5.0, 2.886_75, (2.5, 0.25)),
        (json!({"distribution": {"shape": "normal", "mean": 3, "sd": 2}}), 3.0, 2.0, (5.0, 0.841_345)),
        (json!({"distribution": {"shape": "log_normal", "median": 100, "sigma": 0.5}}), 113.315, 60.39, (100.0, 0.5)),
        (json!({"distribution": {"shape": "exponential", "mean": 4}}), 4.0, 4.0, (4.0, 0.632_121)),
        (
            json!({"distribution": {"shape": "triangular", "low": 0, "mode": 1, "high": 10}}),
            3.666_67,
            2.248_46,
            (1.0, 0.1),
        ),
        (json!({"distribution": {"shape": "pareto", "least": 2, "alpha": 5}}), 2.5, 0.645_497, (2.5, 0.672_32)),
        (json!({"distribution": {"shape": "poisson", "mean": 3}}), 3.0, 1.732_05, (3.0, 0.647_232)),
        (
            json!({"distribution": {"shape": "mixture", "parts": [
                {"weight": 3, "distribution": {"shape": "normal", "mean": 0, "sd": 1}},
                {"weight": 7, "distribution": {"shape": "normal", "mean": 10, "sd": 2}}]}}),
            7.0,
            4.909_17,
            (4.0, 0.300_936),
        ),
        // A normal cut at its mean: mean √(2/π), variance 1 − 2/π.
        (
            json!({"low": 0, "distribution": {"shape": "normal", "mean": 0, "sd": 1}}),
            0.797_885,
            0.602_81,
            (1.0, 0.682_689),
        ),
        (
            json!({"low": 1, "type": "integer", "distribution": {"shape": "poisson", "mean": 1}}),
            1.581_977,
            0.812_67,
            (1.0, 0.581_977),
        ),
    ];
    for (params, mean, sd, (value, probability)) in cases {
        let mut declared = json!({"name": "x", "kind": "number"});
        declared.as_object_mut().unwrap().extend(params.as_object().unwrap().clone());
        let drawn = numbers(&column(json!([declared])));
        let (found_mean, found_sd) = mean_and_sd(&drawn);
        let rows = f64::from(ROWS);
        assert!((found_mean - mean).abs() < 4.0 * sd / rows.sqrt(), "{declared}: mean {found_mean}");
        assert!((found_sd / sd - 1.0).abs() < 0.03, "{declared}: deviation {found_sd}");
        let below = drawn.iter().filter(|drawn| **drawn <= value).count() as f64 / rows;
        let error = (probability * (1.0 - probability) / rows).sqrt();
        assert!((below - probability).abs() < 4.0 * error, "{declared}: P(x <= {value}) = {below}");
    }
}

#[test]
fn categories_and_ranks_have_their_shares() {
    let categorical = json!({"name": "x", "kind": "categorical", "values": ["a", "b", "c"], "weights": [5, 3, 2]});
    let found = counts(&column(json!([categorical])));
    shares_fit(&found.into_values().collect::<Vec<_>>(), &[5.0, 3.0, 2.0]);
    for exponent in [0.0, 0.8, 1.25] {
        let drawn = numbers(&column(json!([{"name": "x", "kind": "zipf", "ranks": 50, "exponent": exponent}])));
        let mut found = vec![0.0; 50];
        drawn.iter().for_each(|rank| found[*rank as usize - 1] += 1.0);
        let weights: Vec<f64> = (1..=50).map(|rank| libm::pow(f64::from(rank), -exponent)).collect();
        shares_fit(&found, &weights);
    }
    let cases = json!([
        {"name": "by", "kind": "categorical", "values": ["u", "v"]},
        {"name": "x", "kind": "categorical", "values": ["a", "b"], "weights": [1, 1], "by": "by", "cases": {"u": [1, 3]}}
    ]);
    let found = counts(&column(cases));
    shares_fit(&found.into_values().collect::<Vec<_>>(), &[3.0, 5.0]);
}

#[test]
fn days_and_hours_follow_their_season() {
    let (weekdays, months) =
        ([3.0, 2.0, 2.0, 2.0, 3.0, 1.0, 0.5], [1.0, 1.0, 1.0, 1.0, 1.0, 2.0, 3.0, 3.0, 1.0, 1.0, 1.0, 2.0]);
    let season = json!({"weekdays": weekdays, "months": months});
    // 28 years: every weekday comes as often in every month.
    let dates =
        column(json!([{"name": "x", "kind": "date", "from": "1973-01-01", "to": "2000-12-31", "season": season}]));
    let (mut by_weekday, mut by_month) = (vec![0.0; 7], vec![0.0; 12]);
    for day in numbers(&dates) {
        by_weekday[weekday(day as i32) as usize] += 1.0;
        by_month[civil(day as i32).1 as usize - 1] += 1.0;
    }
    shares_fit(&by_weekday, &weekdays);
    let lengths = [31.0, 28.25, 31.0, 30.0, 31.0, 30.0, 31.0, 31.0, 30.0, 31.0, 30.0, 31.0];
    let expected: Vec<f64> = months.iter().zip(lengths).map(|(weight, days)| weight * days).collect();
    shares_fit(&by_month, &expected);
    let hours: Vec<f64> = (0..24).map(|hour| f64::from(hour % 5)).collect();
    let times = column(json!([
        {"name": "x", "kind": "datetime", "from": "2024-01-01", "to": "2024-01-07", "hours": hours, "ordered": true}
    ]));
    let times = numbers(&times);
    assert!(times.is_sorted() && times.iter().all(|time| time % 1000.0 == 0.0));
    let mut by_hour = vec![0.0; 24];
    times.iter().for_each(|time| by_hour[(time / 3_600_000.0) as usize % 24] += 1.0);
    shares_fit(&by_hour, &hours);
    let grown = column(json!([
        {"name": "x", "kind": "date", "from": "2021-01-01", "to": "2022-12-31", "season": {"growth": 2.0}}
    ]));
    let second = numbers(&grown).iter().filter(|day| civil(**day as i32).0 == 2022).count() as f64 / f64::from(ROWS);
    assert!((second - 2.0 / 3.0).abs() < 0.006, "{second}");
}

#[test]
fn copulas_give_the_rank_correlations_and_keep_the_distributions() {
    let made = tables(json!({"tables": [{"name": "t", "rows": 20_000,
    "copulas": [{"columns": ["a", "b", "c"], "correlations": [[0.6], [-0.4, 0.1]]}],
    "columns": [
        {"name": "a", "kind": "number", "distribution": {"shape": "normal", "mean": 0, "sd": 1}},
        {"name": "b", "kind": "money", "distribution": {"shape": "log_normal", "median": 50, "sigma": 1}},
        {"name": "c", "kind": "number", "distribution": {"shape": "exponential", "mean": 2}}
    ]}]}));
    let columns: Vec<Vec<f64>> = made[0].columns().iter().map(numbers).collect();
    for (x, y, asked) in [(0, 1, 0.6), (0, 2, -0.4), (1, 2, 0.1)] {
        let found = rank_correlation(&columns[x], &columns[y]);
        assert!((found - asked).abs() < 0.025, "{x} {y}: {found}");
    }
    let (mean, sd) = mean_and_sd(&columns[2]);
    assert!((mean - 2.0).abs() < 0.06 && (sd - 2.0).abs() < 0.1, "{mean} {sd}");
}

#[test]
fn probabilities_and_rates_are_kept() {
    let share = |column: &Column, is: &dyn Fn(Cell<'_>) -> bool| {
        (0..ROWS).filter(|row| is(column.cell(*row))).count() as f64 / f64::from(ROWS)
    };
    let event = column(json!([
        {"name": "n", "kind": "categorical", "values": [0, 1]},
        {"name": "x", "kind": "event", "probability": "0.1 + n * 0.4"}
    ]));
    assert!((share(&event, &|cell| cell == Cell::Boolean(true)) - 0.3).abs() < 0.006);
    let nulls = column(json!([{"name": "x", "kind": "sequence", "null_rate": 0.07}]));
    assert!((share(&nulls, &|cell| cell.is_null()) - 0.07).abs() < 0.004);
    let women = column(json!([{"name": "x", "kind": "person", "part": "title", "women": 0.8}]));
    assert!((share(&women, &|cell| cell == Cell::Text("Mme")) - 0.8).abs() < 0.006);
    let paris = column(json!([{"name": "x", "kind": "commune", "part": "population"}]));
    let all: f64 = generate::lists::communes().iter().map(|one| f64::from(one.population)).sum();
    let largest = generate::lists::communes().iter().map(|one| one.population).max().unwrap();
    let found = share(&paris, &|cell| cell == Cell::Integer(i64::from(largest)));
    assert!((found - f64::from(largest) / all).abs() < 0.003, "{found}");
    let refunds = column(json!([
        {"name": "x", "kind": "money", "negative": 0.1, "distribution": {"shape": "uniform", "low": 1, "high": 9},
            "endings": [{"cents": 99, "weight": 3}, {"weight": 1}]}
    ]));
    assert!((share(&refunds, &|cell| cell.number().unwrap() < 0.0) - 0.1).abs() < 0.004);
    let ends = share(&refunds, &|cell| matches!(cell, Cell::Decimal(cents, 2) if cents.abs() % 100 == 99));
    assert!((ends - 0.7525).abs() < 0.006, "{ends}");
}

#[test]
fn series_remember_and_relations_have_their_numbers() {
    let made = tables(json!({"tables": [
    {"name": "p", "rows": 2000, "columns": [{"name": "id", "kind": "sequence"}]},
    {"name": "c", "rows": {"per": "p", "count": {"mean": 25.0}}, "columns": [
        {"name": "level", "kind": "walk", "mean": 10, "sd": 2, "memory": 0.8},
        {"name": "drawn", "kind": "reference", "table": "p", "column": "id", "skew": 1, "drawn": true}
    ]}]}));
    let children = &made[1];
    assert!((f64::from(children.clean_rows()) / 2000.0 - 25.0).abs() < 0.45);
    let levels = numbers(&children.columns()[0]);
    let (mean, sd) = mean_and_sd(&levels);
    assert!((mean - 10.0).abs() < 0.1 && (sd - 2.0).abs() < 0.05, "{mean} {sd}");
    // Neighbours of one parent; one in 25 pairs is of two.
    let pairs: f64 = levels.windows(2).map(|pair| (pair[0] - mean) * (pair[1] - mean)).sum();
    let memory = pairs / (levels.len() as f64 * sd * sd);
    assert!((memory - 0.8 * 24.0 / 25.0).abs() < 0.02, "{memory}");
    let mut found = counts(&children.columns()[1]).into_values().collect::<Vec<f64>>();
    found.sort_by(|x, y| y.total_cmp(x));
    let harmonic: f64 = (1..=2000).map(|rank| 1.0 / f64::from(rank)).sum();
    let top = found[0] / f64::from(children.clean_rows());
    assert!((top - 1.0 / harmonic).abs() < 0.006, "{top}");
}
