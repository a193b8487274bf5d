//! Keys are valid, numbers do not repeat, and columns that belong together agree.

#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use std::collections::{BTreeMap, BTreeSet};

use generate::calendar::civil;
use generate::checksum::{iban_is_valid, luhn_is_valid, nir_key, rib_key, siret_is_valid};
use generate::value::{Cell, Table};
use generate::{DataSpec, Scale, conformity, generate};

const SPEC: &str = include_str!("golden/every_kind.json");

fn made() -> (DataSpec, Vec<Table>) {
    let mut spec: DataSpec = serde_json::from_str(SPEC).unwrap();
    spec.dirt.clear();
    let tables = generate(&spec, "identifiers", Scale::Exam).unwrap().tables;
    (spec, tables)
}

/// The texts of a column that are there, with their rows.
fn texts<'a>(tables: &'a [Table], table: &str, column: &str) -> Vec<(u32, &'a str)> {
    let table = tables.iter().find(|known| known.name == table).unwrap();
    let (_, column) = table.column(column).unwrap();
    (0..table.clean_rows()).filter_map(|row| column.text(row).map(|text| (row, text))).collect()
}

type Check = fn(&str) -> bool;

#[test]
fn keys_are_valid_and_numbers_unique() {
    let (_, tables) = made();
    let checks: [(&str, &str, Check); 6] = [
        ("tenants", "nir", |nir| nir_key(&nir[..13]).is_some_and(|key| nir[13..] == format!("{key:02}"))),
        ("tenants", "iban", |iban| {
            let plain = iban.replace(' ', "");
            let key = rib_key(plain[4..9].parse().unwrap(), plain[9..14].parse().unwrap(), &plain[14..25]);
            plain.len() == 27 && iban_is_valid(&plain) && plain[25..] == format!("{:02}", key.unwrap())
        }),
        ("tenants", "badge", |badge| badge.len() == 9),
        ("rents", "siren", luhn_is_valid),
        ("rents", "siret", siret_is_valid),
        ("calls", "siret", siret_is_valid),
    ];
    for (table, column, is_valid) in checks {
        let found = texts(&tables, table, column);
        assert!(!found.is_empty());
        let wrong = found.iter().find(|(_, text)| !is_valid(text));
        assert!(wrong.is_none(), "{table}.{column}: {wrong:?}");
        let unique: BTreeSet<&str> = found.iter().map(|(_, text)| *text).collect();
        assert_eq!(unique.len(), found.len(), "{table}.{column}");
    }
}

#[test]
fn columns_about_one_thing_agree() {
    let (_, tables) = made();
    let tenants = &tables[1];
    let place = |name: &str| tenants.column(name).unwrap().0;
    let communes: BTreeMap<&str, Vec<&generate::lists::Commune>> =
        generate::lists::communes().iter().fold(BTreeMap::new(), |mut by, one| {
            by.entry(one.name).or_insert_with(Vec::new).push(one);
            by
        });
    let given = tenants.column("given").unwrap().1;
    let (mut women, mut men) = (BTreeSet::new(), BTreeSet::new());
    for row in 0..tenants.clean_rows() {
        let text = |name: &str| tenants.columns()[place(name)].text(row);
        let is_woman = text("sex") == Some("F");
        if is_woman {
            women.insert(given.text(row))
        } else {
            men.insert(given.text(row))
        };
        let (Cell::Date(born), postcode) = (tenants.cell(place("born"), row), text("postcode").unwrap()) else {
            panic!("no date of birth")
        };
        let known = &communes[text("commune").unwrap()];
        assert!(known.iter().any(|one| one.postcodes.contains(&postcode)), "{postcode}");
        if let Some(nir) = text("nir") {
            let (year, month, _) = civil(born);
            let head =
                format!("{}{:02}{month:02}{}", if is_woman { 2 } else { 1 }, year % 100, text("birthplace").unwrap());
            assert!(nir.starts_with(&head), "{nir} {head}");
        }
    }
    // One given name is in use for both.
    assert!(women.intersection(&men).count() <= 1 && women.len() > 90 && men.len() > 90);
    for (row, siret) in texts(&tables, "rents", "siret") {
        assert!(siret.starts_with(tables[2].columns()[14].text(row).unwrap()));
    }
}

#[test]
fn what_is_declared_of_clean_tables_holds() {
    let (mut spec, tables) = made();
    assert_eq!(conformity(&spec, &tables), Vec::new());
    // And what does not hold is found.
    spec.tables[1].key = vec!["family".to_owned()];
    spec.tables[1].dependencies[0].to = vec!["iban".to_owned()];
    let found: Vec<String> = conformity(&spec, &tables).iter().map(ToString::to_string).collect();
    assert!(found.len() == 2 && found[0].starts_with("key-repeated field=/tables/1/key"), "{found:?}");
    assert!(found[1].starts_with("data-dependency field=/tables/1/dependencies/0"), "{found:?}");
}
