//! Formulas over a small table, by what they give.

use super::*;
use crate::value::{Bits, Cell, Texts, Values};

fn columns() -> Vec<Column> {
    let mut cities = Texts::default();
    ["Évry", "Lille", "Saint-Œn"].iter().for_each(|city| cities.push(city));
    let mut nulls = Bits::new();
    nulls.put(1, true);
    vec![
        Column::new("rent", Values::Decimal(vec![50_000, 60_000, 70_050], 2)).with_nulls(nulls),
        Column::new("city", Values::Text(cities)),
        Column::new("born", Values::Date(vec![0, 59, 20_000])),
        Column::new("seen at", Values::Datetime(vec![3_600_000, 0, 1])),
        Column::new("flat", Values::Boolean(vec![true, false, true])),
        Column::new("n", Values::Integer(vec![1, 2, 3])),
    ]
}

fn shown(text: &str) -> String {
    let columns = columns();
    let types = |name: &str| columns.iter().find(|column| column.name == name).map(Column::kind);
    let formula = match Formula::compile(text, &types) {
        Ok(formula) => formula,
        Err(error) => return error.to_string(),
    };
    let rowset = Rowset { columns: &columns, places: &[0, 1, 0] };
    let cell = |cell: Option<String>| cell.unwrap_or_else(|| "-".to_owned());
    let cells: Vec<String> = match formula.batch(rowset, &[0, 1, 2]) {
        Batch::Numbers(values) => values.iter().map(|x| cell((!x.is_nan()).then(|| x.to_string()))).collect(),
        Batch::Texts(values) => values.into_iter().map(|x| cell(x.map(Cow::into_owned))).collect(),
        Batch::Booleans(values) => values.iter().map(|x| cell(x.map(|x| x.to_string()))).collect(),
    };
    cells.join(" ")
}

#[test]
fn formulas_give_what_they_say() {
    let cases = [
        ("1 + 2 * 3 - -4", "11 11 11"),
        ("(1 + 2) * 3 % 4", "1 1 1"),
        ("rent * 12", "6000 - 8406"),
        ("rent / (n - 1)", "- - 350.25"),
        ("coalesce(rent, 0)", "500 0 700.5"),
        ("if(rent > 600, 'high', 'low')", "low low high"),
        ("rent > 600 or n = 2", "false true true"),
        ("rent > 600 and n = 2", "false - false"),
        ("not (rent > 600)", "true - false"),
        ("rent is null", "false true false"),
        ("rent is not null and flat", "true false true"),
        ("city in ('Lille', 'Douai')", "false true false"),
        ("n not in (1, 3)", "false true false"),
        ("city || ' ' || n", "Évry 1 Lille 2 Saint-Œn 3"),
        ("slug(city)", "evry lille saint-oen"), // typos: ignore
        ("upper(left(city, 1)) || mid(city, 2, 2)", "Évr Lil Sai"),
        ("replace(city, 'l', 'L')", "Évry LiLLe Saint-Œn"),
        ("length(city)", "4 5 8"),
        ("text(rent)", "500.00 - 700.50"),
        ("iso(born)", "1970-01-01 1970-03-01 2024-10-04"),
        ("year(born) * 100 + month(born)", "197001 197003 202410"),
        ("weekday(born) + day(born)", "4 7 8"),
        ("hour(\"seen at\") + minute(\"seen at\")", "1 0 0"),
        ("born >= date('1970-02-01')", "false true true"),
        ("\"seen at\" = time('1970-01-01T01:00')", "true false false"),
        ("row() * 10 + place()", "11 22 31"),
        ("pad(n, 4) || fixed(n / 8, 2)", "00010.12 00020.25 00030.38"),
        ("round(n / 3, 2) + clamp(n, 2, 2)", "2.33 2.67 3"),
        ("number('12.5') + number('x')", "- - -"),
        ("'it''s'", "it's it's it's"),
        ("ln(0 - n)", "- - -"),
    ];
    for (text, expected) in cases {
        assert_eq!(shown(text), expected, "{text}");
    }
}

#[test]
fn faults_are_found_with_their_place() {
    let cases = [
        ("1 +", "formula-end at=1:4"),
        ("rent > 'x'", "formula-type at=1:8 expected=\"number\" found=\"text\""),
        ("city + 1", "formula-type at=1:1 expected=\"number\" found=\"text\""),
        ("1 ~ 2", "formula-syntax at=1:3 found=\"~\""),
        ("'open", "formula-syntax at=1:1 found=\"'open\""),
        ("12x", "formula-syntax at=1:1 found=\"12x\""),
        ("date('2023-02-29')", "formula-syntax at=1:6 found=\"2023-02-29\""),
        ("1 2", "formula-syntax at=1:3 found=\"2\""),
        ("rant", "column-unknown at=1:1 candidates=[] column=\"rant\""),
    ];
    for (text, expected) in cases {
        assert_eq!(shown(text), expected, "{text}");
    }
    assert!(shown("sinus(1)").starts_with("formula-function at=1:1 function=\"sinus\" known="));
    assert!(shown(&"(".repeat(100_000)).starts_with("formula-syntax"));
}

#[test]
fn names_are_found_without_types() {
    assert_eq!(Formula::names("if(a > 1, \"b c\", text(d)) || a"), ["a", "b c", "d"]);
    let columns = columns();
    let types = |name: &str| columns.iter().find(|column| column.name == name).map(Column::kind);
    let condition = Formula::compile("n <> 2", &types).unwrap();
    let truths = condition.truths(Rowset { columns: &columns, places: &[] }, 3);
    assert_eq!(truths.rows().collect::<Vec<_>>(), [0, 2]);
    assert_eq!(columns[0].cell(1), Cell::Null);
}
