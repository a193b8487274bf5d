//! Kinds that change cells: how many, and to what.

use std::collections::BTreeSet;

use generate::calendar::{civil, days_of, parse_date};
use generate::checksum::{iban_is_valid, luhn_is_valid, nir_key};
use generate::dirt::KINDS;
use generate::value::Cell;
use serde_json::{Value, json};

use super::{ROWS, column, dirt, made};

/// A dirt, which clean cells are eligible, and what must hold of each pair of a clean and a dirty cell.
pub struct Law {
    pub dirt: Value,
    eligible: fn(Cell<'_>) -> bool,
    holds: fn(&str, &str) -> bool,
}

fn law(kind: &str, column: &str, params: Value, eligible: fn(Cell<'_>) -> bool, holds: fn(&str, &str) -> bool) -> Law {
    Law { dirt: dirt(kind, &[column], &params), eligible, holds }
}

fn text(cell: Cell<'_>, holds: fn(&str) -> bool) -> bool {
    matches!(cell, Cell::Text(text) if holds(text))
}

fn is_there(cell: Cell<'_>) -> bool {
    !cell.is_null()
}

fn number(text: &str) -> f64 {
    text.parse().unwrap()
}

fn near(left: f64, right: f64, limit: f64) -> bool {
    (left - right).abs() <= limit
}

/// Levenshtein's distance.
fn distance(left: &str, right: &str) -> usize {
    let left: Vec<char> = left.chars().collect();
    let mut row: Vec<usize> = (0..=left.len()).collect();
    for (i, char) in right.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for j in 0..left.len() {
            let change = diagonal + usize::from(left[j] != char);
            diagonal = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(row[j + 1] + 1);
        }
    }
    row[left.len()]
}

fn sorted(text: &str) -> Vec<char> {
    let mut chars: Vec<char> = text.chars().collect();
    chars.sort_unstable();
    chars
}

/// Undoes one misreading.
fn read_again(text: &str) -> Option<String> {
    let (bytes, _, lossy) = encoding_rs::WINDOWS_1252.encode(text);
    String::from_utf8(bytes.into_owned()).ok().filter(|_| !lossy)
}

fn iso(text: &str) -> (i32, u32, u32) {
    civil(parse_date(text).unwrap())
}

/// Whether a date written day first is in no calendar.
fn is_no_date(text: &str) -> bool {
    let parts: Vec<u32> = text.split('/').map(|part| part.parse().unwrap()).collect();
    let date = (parts[2] as i32, parts[1], parts[0]);
    civil(days_of(date.0, date.1, date.2)) != date && parts[0] < 32 && parts[1] < 14
}

fn nir_is_valid(text: &str) -> bool {
    let number = text.replace(' ', "");
    nir_key(&number[..13]) == number[13..].parse().ok()
}

pub fn laws() -> Vec<Law> {
    let mut laws = laws_of_texts();
    laws.extend(laws_of_values());
    laws
}

fn laws_of_texts() -> Vec<Law> {
    let long = |cell: Cell<'_>| text(cell, |text| text.len() > 3);
    let accented = |cell: Cell<'_>| text(cell, |text| !text.is_ascii());
    let transposable = |cell: Cell<'_>| {
        text(cell, |text| {
            let letters: Vec<char> = text.chars().collect();
            letters.iter().filter(|char| char.is_alphabetic()).count() >= 5
                && letters.windows(2).any(|pair| pair[0] != pair[1] && pair.iter().all(|char| char.is_alphabetic()))
        })
    };
    vec![
        law("typos", "town", json!({}), long, |clean, dirty| {
            (1..=2).contains(&distance(clean, dirty)) && clean.chars().next() == dirty.chars().next()
        }),
        law(
            "typos",
            "last",
            json!({"slips": ["transposition"], "first": true, "min_length": 5, "per_cell": 2}),
            transposable,
            |clean, dirty| clean != dirty && sorted(clean) == sorted(dirty),
        ),
        law("typos", "town", json!({"slips": ["neighbour"], "layout": "qwerty"}), long, |clean, dirty| {
            let differ = clean.chars().zip(dirty.chars()).filter(|(clean, dirty)| clean != dirty);
            clean.chars().count() == dirty.chars().count() && differ.count() == 1
        }),
        law(
            "abbreviations",
            "town",
            json!({"words": {"Saint": "St", "Île": "Î.", "sur": "s/"}}),
            |cell| text(cell, |text| ["Saint", "sur", "ÎLE"].iter().any(|word| text.contains(word))),
            |clean, dirty| {
                let words = [("St", "Saint"), ("s/", "sur"), ("Î.", "ÎLE")];
                words.iter().any(|(short, word)| dirty != clean && dirty.replacen(short, word, 1) == clean)
            },
        ),
        law(
            "lost_leading_zeros",
            "postcode",
            json!({}),
            |cell| text(cell, |text| text.starts_with('0')),
            |clean, dirty| {
                let shorter = clean.len() > dirty.len() && (dirty == "0" || !dirty.starts_with('0'));
                number(clean) == number(dirty) && shorter
            },
        ),
        law("mojibake", "town", json!({}), accented, |clean, dirty| {
            clean != dirty && read_again(dirty).as_deref() == Some(clean)
        }),
        law("mojibake", "town", json!({"times": 2}), accented, |clean, dirty| {
            read_again(&read_again(dirty).unwrap()).as_deref() == Some(clean)
        }),
        law("mojibake", "town", json!({"way": "lost"}), accented, |clean, dirty| {
            dirty.contains('\u{fffd}') && clean.chars().count() == dirty.chars().count()
        }),
        law(
            "case_and_space",
            "town",
            json!({"forms": ["upper", "leading", "doubled", "no_break", "accents"]}),
            is_there,
            |clean, dirty| {
                let words = |text: &str| text.to_uppercase().split_whitespace().collect::<String>();
                let plain = |text: &str| words(text).replace('É', "E").replace('Î', "I");
                clean != dirty && plain(clean) == plain(dirty)
            },
        ),
        law("invalid_checksums", "siren", json!({}), is_there, |clean, dirty| {
            luhn_is_valid(clean) && !luhn_is_valid(dirty) && distance(clean, dirty) == 1
        }),
        law("invalid_checksums", "iban", json!({"keep": 2}), is_there, |clean, dirty| {
            iban_is_valid(clean) && !iban_is_valid(dirty) && dirty.starts_with("FR")
        }),
        law("invalid_checksums", "nir", json!({}), is_there, |clean, dirty| {
            nir_is_valid(clean) && !nir_is_valid(dirty)
        }),
        law("broken_references", "agency", json!({}), is_there, |clean, dirty| {
            let known = dirty[1..].parse().is_ok_and(|number: u32| (1..=40).contains(&number) && dirty.len() == 3);
            clean.len() <= dirty.len() && dirty.starts_with('A') && !known
        }),
    ]
}

fn laws_of_values() -> Vec<Law> {
    let swappable = |cell: Cell<'_>| {
        let (_, month, day) = iso(&cell.to_string());
        day <= 12 && day != month
    };
    let year = json!({"forms": [{"form": "year", "low": 2091, "high": 2099}]});
    let apart = json!({"forms": [{"form": "apart", "from": "moved", "low": 1, "high": 400}]});
    vec![
        law("unit_mixups", "surface", json!({"factor": 10.7639, "digits": 0}), is_there, |clean, dirty| {
            near(number(clean) * 10.7639, number(dirty), 0.5)
        }),
        law("unit_mixups", "rent", json!({"factor": 12}), is_there, |clean, dirty| {
            near(number(clean) * 12.0, number(dirty), 0.001)
        }),
        law("unit_mixups", "income", json!({"factor": 1.8, "offset": 32, "digits": 1}), is_there, |clean, dirty| {
            near(number(clean) * 1.8 + 32.0, number(dirty), 0.0501)
        }),
        law("outliers", "rent", json!({"factors": [10, 100, -1]}), is_there, |clean, dirty| {
            [10.0, 100.0, -1.0].iter().any(|factor| near(number(clean) * factor, number(dirty), 0.001))
        }),
        law("ambiguous_dates", "born", json!({}), swappable, |clean, dirty| {
            let (year, month, day) = iso(clean);
            iso(dirty) == (year, day, month)
        }),
        law("impossible_dates", "born", json!({}), is_there, |_, dirty| is_no_date(dirty)),
        law("impossible_dates", "born", year, is_there, |clean, dirty| {
            (2091..=2099).contains(&iso(dirty).0) && iso(clean).1 == iso(dirty).1
        }),
        law("impossible_dates", "born", apart, is_there, |_, dirty| iso(dirty).0 > 2005),
        law("date_formats", "born", json!({"formats": ["%m/%d/%Y", "%Y%m%d"]}), is_there, |clean, dirty| {
            let (year, month, day) = iso(clean);
            [format!("{month:02}/{day:02}/{year}"), format!("{year}{month:02}{day:02}")].contains(&dirty.to_owned())
        }),
        law("disguised_missing", "income", json!({"tokens": [0, "N/A", 999.0]}), is_there, |_, dirty| {
            ["0", "N/A", "999"].contains(&dirty)
        }),
        law("disguised_missing", "born", json!({"tokens": ["1900-01-01", "00/00/0000"]}), is_there, |_, dirty| {
            ["1900-01-01", "00/00/0000"].contains(&dirty)
        }),
        law(
            "disguised_missing",
            "income",
            json!({"tokens": [-1], "of": "nulls"}),
            |cell| cell.is_null(),
            |clean, dirty| clean.is_empty() && dirty == "-1",
        ),
        law(
            "disguised_missing",
            "active",
            json!({"tokens": ["?", false], "of": "both"}),
            |_| true,
            |clean, dirty| clean != dirty,
        ),
        law("broken_references", "desk", json!({}), is_there, |_, dirty| number(dirty) >= 50.0),
        law("missing", "born", json!({}), is_there, |clean, dirty| !clean.is_empty() && dirty.is_empty()),
        law("schema_drift", "rent", json!({"suffix": " €", "decimal": "comma"}), is_there, |clean, dirty| {
            format!("{clean} €").replace('.', ",") == dirty
        }),
    ]
}

#[test]
fn each_kind_does_what_it_says_to_as_many_cells_as_asked() {
    let clean = made(&json!([]), "1");
    for Law { dirt, eligible, holds } in laws() {
        let name = dirt["columns"][0].as_str().unwrap();
        let before = column(&clean, name);
        let candidates = (0..ROWS).filter(|row| eligible(before.cell(*row))).count();
        let generated = made(&json!([dirt]), "1");
        let entries: Vec<_> = generated.ledger.entries().collect();
        assert_eq!(entries.len(), (candidates as f64 * 0.125).round() as usize, "{dirt}");
        assert!(entries.len() > 20, "{dirt}");
        for entry in entries {
            assert_eq!((entry.table, entry.column), ("people", Some(name)));
            assert_eq!(entry.kind, dirt["kind"].as_str().unwrap());
            assert_eq!(entry.original, before.cell(entry.row), "{dirt}");
            let (clean, dirty) = (entry.original.to_string(), column(&generated, name).cell(entry.row).to_string());
            assert!(holds(&clean, &dirty), "{dirt}: {clean} {dirty}");
        }
    }
}

#[test]
fn every_kind_is_under_a_law() {
    let rows = ["exact_duplicates", "fuzzy_duplicates", "twins", "lost_rows", "swapped_columns", "genuine_extremes"];
    let mut named: BTreeSet<String> = rows.iter().map(|name| (*name).to_owned()).collect();
    named.extend(laws().iter().map(|law| law.dirt["kind"].as_str().unwrap().to_owned()));
    let known: BTreeSet<String> = KINDS.iter().map(|entry| entry.name.to_owned()).collect();
    assert_eq!(named, known);
    assert!(KINDS.is_sorted_by_key(|entry| entry.name));
}
