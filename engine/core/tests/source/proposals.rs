//! Which operation and which parameters are proposed for a file, and what else can be chosen.

use engine::source::{MemorySource, propose};
use engine::table_text;

use crate::formats::zip;

/// `op | table | first columns | rows`.
fn describe(name: &str, bytes: &[u8], op: Option<&str>) -> String {
    match propose(name, &MemorySource(bytes.to_vec()), op, None) {
        Ok(found) => {
            let columns: Vec<String> = found
                .detection
                .columns
                .iter()
                .map(|column| format!("{}:{}", column.name, table_text::type_name(column.kind)))
                .take(4)
                .collect();
            let rows = found.detection.sample.total_rows;
            format!("{} | {} | {} | {rows}", found.detection.op, found.detection.table, columns.join(" "))
        }
        Err(finding) => finding.to_string(),
    }
}

#[test]
fn files_are_known_by_their_bytes() {
    let log = "192.0.2.7 - - [10/Oct/2024:13:55:36 +0200] \"GET /a HTTP/1.1\" 200 12 \"-\" \"curl/8\"\n".repeat(3);
    let fixed = "id  town      rent\n 1  Lyon       900\n22  Nice      1200\n";
    let cases: Vec<(&str, Vec<u8>, Option<&str>, &str)> = vec![
        ("a.jsonl", "{\"a\": 1}\n{\"a\": 2}\n".into(), None, "import_json | a | a:integer | 2"),
        ("b.txt", "{\"rows\": [{\"x\": \"é\"}]}".into(), None, "import_json | b | x:text | 1"),
        ("c.json", "[1, 2]".into(), None, "import_json | c | value:integer | 2"),
        ("d.xml", "<r><i n=\"1\"/><i n=\"2\"/></r>".into(), None, "import_xml | d | @n:integer | 2"),
        (
            "access",
            log.clone().into(),
            None,
            "import_log | access | client:text ident:text user:text timestamp:datetime | 3",
        ),
        ("fixed.dat", fixed.into(), None, "import_fixed | fixed | id:integer town:text rent:integer | 2"),
        ("fixed.dat", fixed.into(), Some("import_text"), "import_text | fixed | line:integer text:text | 3"),
        ("notes.txt", "Hello there.\nNothing else\n".into(), None, "import_text | notes | line:integer text:text | 2"),
        ("e.csv", "a,b\n1,2\n".into(), None, "import_csv | e | a:integer b:integer | 1"),
        ("broken.json", "{\"a\": [".into(), None, "import_json | broken |  | 0"),
    ];
    for (name, bytes, op, expected) in cases {
        assert_eq!(describe(name, &bytes, op), expected, "{name}");
    }
}

#[test]
fn archives_open_at_the_first_member_that_reads() {
    let archive =
        zip(&[("readme", b"no table here"), ("in/ventes.csv", b"a;b\n1;2\n"), ("x.json", b"[{\"k\": true}]")]);
    let found = propose("Tout.zip", &MemorySource(archive.clone()), None, None).expect("a proposal");
    assert_eq!(found.file, "Tout.zip!/in/ventes.csv");
    assert_eq!(found.members, ["readme", "in/ventes.csv", "x.json"]);
    assert_eq!(found.detection.table, "ventes");
    assert!(found.detection.params.contains("\"file\":\"Tout.zip!/in/ventes.csv\""), "{}", found.detection.params);
    assert_eq!(describe("Tout.zip!/x.json", &archive, None), "import_json | x | k:boolean | 1");
    assert_eq!(describe("empty.zip", &zip(&[]), None), "archive-empty name=\"empty.zip\"");
}
