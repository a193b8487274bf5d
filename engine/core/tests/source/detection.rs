//! What is detected of files: the parameters that differ from the defaults, and the columns.

use engine::source::{MemorySource, detect};
use protocol::table::ColumnInfo;
use serde_json::Value;

/// `parameters | columns | rows`, parameters without the file, the defaults and the columns.
fn describe(name: &str, bytes: &[u8], chosen: Option<&str>) -> String {
    let found = match detect(name, &MemorySource(bytes.to_vec()), chosen) {
        Ok(found) => found,
        Err(diagnostic) => return diagnostic.to_string(),
    };
    let params: Value = serde_json::from_str(&found.params).expect("JSON");
    let defaults = serde_json::to_value(engine::source::csv::CsvOptions::default()).expect("JSON");
    let params: Vec<String> = params
        .as_object()
        .expect("an object")
        .iter()
        .filter(|(name, value)| {
            !matches!(name.as_str(), "file" | "columns") && defaults.get(name.as_str()) != Some(value)
        })
        .map(|(name, value)| format!("{name}={}", value.as_str().map_or(value.to_string(), str::to_owned)))
        .collect();
    let kind = |column: &ColumnInfo| format!("{}:{}", column.name, engine::table_text::type_name(column.kind));
    let columns: Vec<String> = found.columns.iter().map(kind).collect();
    assert_eq!(found.sample.columns.len(), found.columns.len());
    format!("{} | {} | {} | {}", found.table, params.join(" "), columns.join(" "), found.sample.total_rows)
}

#[test]
fn files_are_what_they_seem() {
    let french = "Ville;Montant;Date;Code\nBéziers;1 234,50;03/11/2025;01000\nNîmes;12,00;28/02/2024;30000\n";
    let long = "id,name,amount\n".to_owned() + &"12,abc,3.50\n".repeat(60_000);
    let late = long.clone() + "13,é,4\n";
    let cases: Vec<(&str, Vec<u8>, Option<&str>, &str)> = vec![
        (
            "Ventes 2025.csv",
            french.into(),
            None,
            "ventes_2025 | delimiter=; encoding=utf-8 decimal=comma thousands=space date_format=%d/%m/%Y | \
             Ville:text Montant:number Date:date Code:text | 2",
        ),
        (
            "ventes.csv",
            encoding_rs::WINDOWS_1252.encode(french).0.into_owned(),
            None,
            "ventes | delimiter=; encoding=cp1252 decimal=comma thousands=space date_format=%d/%m/%Y | \
             Ville:text Montant:number Date:date Code:text | 2",
        ),
        ("a.tsv", "n\tx\n1\t0.5\n".into(), None, "a | delimiter=\t encoding=utf-8 | n:integer x:number | 1"),
        (
            "us.csv",
            "day,amount\n12/31/2024,\"1,234.50\"\n01/02/2025,\"12.00\"\n".into(),
            None,
            "us | encoding=utf-8 thousands=comma date_format=%m/%d/%Y | day:date amount:number | 2",
        ),
        (
            "n.csv",
            "1,2.5\n2,3.5\n".into(),
            None,
            "n | header=false encoding=utf-8 | column_1:integer column_2:number | 2",
        ),
        ("t.csv", "name,town\nAda,Paris\n".into(), None, "t | encoding=utf-8 | name:text town:text | 1"),
        ("one.csv", "name\nAda\nBob\n".into(), None, "one | encoding=utf-8 | name:text | 2"),
        (
            "commas.csv",
            "a;b\n1,5;2,5\n3,25;4\n".into(),
            None,
            "commas | delimiter=; encoding=utf-8 decimal=comma | a:number b:number | 2",
        ),
        (
            "pipe.txt",
            "a|b|c\n1|x, y|\n2|z|3\n".into(),
            None,
            "pipe | delimiter=| encoding=utf-8 | a:integer b:text c:integer | 2",
        ),
        (
            "chosen.csv",
            "a;b\n1;2\n".into(),
            Some(r#"{"delimiter":",","columns":[{"name":"a","type":"text"}]}"#),
            "chosen | encoding=utf-8 | a;b:text | 1",
        ),
        (
            "chosen.csv",
            "a;b\n1;2\n".into(),
            Some(r#"{"columns":[{"name":"a","type":"number"}],"header":false}"#),
            "chosen | delimiter=; header=false encoding=utf-8 | column_1:text column_2:text | 2",
        ),
        ("ascii.csv", long.clone().into(), None, "ascii |  | id:integer name:text amount:number | 50"),
        // The last lines are always in the sample.
        ("late.csv", late.into(), None, "late | encoding=utf-8 | id:integer name:text amount:number | 50"),
        ("bad.csv", "a\n1\n".into(), Some("{\"nothing\":1}"), "param-invalid"),
        ("bad.csv", "a\n1\n".into(), Some("["), "param-invalid"),
        ("empty.csv", Vec::new(), None, "file-empty"),
        ("picture.csv", vec![0; 100], None, "csv-binary"),
        ("not.parquet", "a,b\n1,2\n3,4\n".into(), None, "parquet-malformed"),
    ];
    for (name, bytes, chosen, expected) in cases {
        let found = describe(name, &bytes, chosen);
        let same = if expected.contains('|') { found == expected } else { found.starts_with(expected) };
        assert!(same, "{name}:\n{found}\nexpected\n{expected}");
    }
}

#[test]
fn what_is_detected_can_be_imported() {
    let text = "Ville;Montant\nBéziers;1 234,50\nNîmes;12,00\n";
    let found = detect("v.csv", &MemorySource(text.into()), None).expect("a detection");
    let options = serde_json::from_str(&found.params).expect("parameters");
    let imported = crate::support::csv(text.as_bytes(), &options, 10).expect("an import");
    assert_eq!(imported.table.columns(), found.columns);
    assert_eq!(imported.rejects.height(), 0);
    assert_eq!(found.sample.columns[1].cells, [Some("1234.5".to_owned()), Some("12.0".to_owned())]);
    assert_eq!(found.raw_lines[1], "Béziers;1 234,50");
    assert_eq!(found.sample.provenance[0].source, "v");
}
