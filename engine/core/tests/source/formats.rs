//! What text formats and archives read as: a table of files, parameters and results, through the operations.

use std::io::Write;

use engine::ops::{self, Files, Tick};
use engine::source::{ByteSource, MemorySource};
use engine::table_text;
use protocol::{Checked, TableRef, Zone};
use serde_json::{Map, Value, json};

struct One(MemorySource);

impl Files for One {
    fn open(&self, name: &str) -> Option<&dyn ByteSource> {
        (name == "f").then_some(&self.0 as &dyn ByteSource)
    }

    fn identity(&self, name: &str) -> Option<String> {
        Some(name.to_owned())
    }
}

fn import(op: &str, bytes: &[u8], params: &Value) -> Checked<String> {
    let files = One(MemorySource(bytes.to_vec()));
    let mut params: Map<String, Value> = params.as_object().expect("an object").clone();
    params.entry("file").or_insert_with(|| "f".into());
    let outputs = [("main".to_owned(), TableRef::new(Zone::Raw, "t"))].into();
    let operation = ops::find(op).expect("an operation");
    let mut work = operation.start(&params, &Default::default(), &outputs, &files)?;
    loop {
        if let Tick::Finished { tables, .. } = work.advance(&files)? {
            let rejects = table_text::write(&tables["rejects"]);
            let rejects: Vec<&str> = rejects.lines().skip(1).collect();
            return Ok([table_text::write(&tables["main"]).as_str(), "--", &rejects.join("\n")].join("\n"));
        }
    }
}

fn check(op: &str, cases: &[(&[u8], Value, &str)]) {
    for (bytes, params, expected) in cases {
        let found = import(op, bytes, params).unwrap_or_else(|finding| finding.to_string());
        assert_eq!(found.trim_end(), expected.trim_end(), "{op} {params}\n{}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn json_is_read() {
    check(
        "import_json",
        &[
            (
                b"{\"a\": 1, \"b\": {\"c\": \"x\"}}\n\n{\"a\": 2.5, \"d\": [1, 2]}\n{\"a\": oops}\n{\"a\": null, \"a\": 3}\n",
                json!({}),
                "a:number | b.c:text | d:text\n1.0 | x | ∅\n2.5 | ∅ | [1,2]\n3.0 | ∅ | ∅\n--\n4 | 3 | ∅ | reject-json | {\"a\": oops} | value expected",
            ),
            (
                b"{\"n\": 12345678901234567890, \"when\": \"2024-01-02\", \"m\": 1}\n{\"n\": 1, \"when\": \"2024-02-03\", \"m\": \"x\"}",
                json!({}),
                "n:text | when:date | m:text\n12345678901234567890 | 2024-01-02 | 1\n1 | 2024-02-03 | x\n--",
            ),
            (
                b"{\"a\": 1}\n{\"a\": \"x\"}\n",
                json!({"columns": [{"name": "a", "type": "integer"}]}),
                "a:integer\n1\n\u{2205}\n--\n2 | 2 | a | reject-cell-type | x | integer",
            ),
            (
                b"{\"a\": 1}",
                json!({"columns": [{"name": "z", "type": "integer"}]}),
                "column-unknown field=/columns/0/name candidates=[\"a\"] column=\"z\"",
            ),
            (
                b"{\"meta\": {\"n\": [1]}, \"data\": {\"items\": [{\"id\": 1},\n {\"id\": 2, \"t\": [true]}\n]}, \"rest\": 0}",
                json!({"layout": "document", "records": "data.items"}),
                "id:integer | t:text\n1 | ∅\n2 | [true]\n--",
            ),
            (
                b"[{\"id\": 1, \"l\": [{\"x\": 1}, {\"x\": 2}]}, {\"id\": 2, \"l\": []}, 3]",
                json!({"layout": "document", "explode": "l"}),
                "id:integer | l.x:integer | value:integer\n1 | 1 | ∅\n1 | 2 | ∅\n2 | ∅ | ∅\n∅ | ∅ | 3\n--",
            ),
            (
                b"[{\"id\": 1},\n{\"id\": 2",
                json!({"layout": "document"}),
                "id:integer\n1\n--\n2 | 2 | ∅ | reject-json | {\"id\": 2 | unexpected end",
            ),
            (
                b"[{\"id\": 1} {\"id\": 2}]",
                json!({"layout": "document"}),
                "id:integer\n1\n--\n1 | 2 | ∅ | reject-json | {\"id\": 2}] | comma expected",
            ),
            (b"{\"a\": 1}", json!({"layout": "document", "records": "b"}), "json-path field=/records path=\"b\""),
            (b"{\"a\": 1}", json!({"layout": "document"}), "a:integer\n1\n--"),
        ],
    );
}

#[test]
fn texts_are_read() {
    let text = b"one\n\ntwo\nthree\n";
    check(
        "import_text",
        &[
            (text, json!({}), "line:integer | text:text\n1 | one\n3 | two\n4 | three\n--"),
            (text, json!({"keep_blank": true}), "line:integer | text:text\n1 | one\n2 | \"\"\n3 | two\n4 | three\n--"),
            (text, json!({"unit": "paragraph"}), "line:integer | text:text\n1 | one\n3 | two\\nthree\n--"),
            (text, json!({"unit": "file"}), "line:integer | text:text\n1 | one\\n\\ntwo\\nthree\n--"),
            (b"\n\r\na\r\n", json!({"unit": "file"}), "line:integer | text:text\n1 | \\n\\na\n--"),
            (b"\n", json!({"unit": "file"}), "line:integer | text:text\n1 | \"\"\n--"),
            (b"caf\xe9", json!({"encoding": "latin-1"}), "line:integer | text:text\n1 | caf\u{e9}\n--"),
            (b"caf\xe9", json!({"encoding": "utf-8"}), "encoding-mismatch encoding=\"utf-8\" line=1"),
        ],
    );
}

#[test]
fn logs_are_read() {
    check(
        "import_log",
        &[
            (
                b"192.0.2.7 - - [10/Oct/2024:13:55:36 +0200] \"GET /a HTTP/1.1\" 200 -\nnoise\n",
                json!({"pattern": "%{COMMONAPACHELOG}", "time_format": "%d/%b/%Y:%H:%M:%S %z"}),
                "client:text | ident:text | user:text | timestamp:datetime | method:text | path:text | http_version:text | raw_request:text | status:integer | bytes:integer\n\
                 192.0.2.7 | ∅ | ∅ | 2024-10-10T11:55:36 | GET | /a | 1.1 | ∅ | 200 | ∅\n--\n2 | 2 | ∅ | reject-pattern | noise | ∅",
            ),
            (
                b"ERROR first\n  at a\n  at b\nINFO second\n",
                json!({"pattern": "%{LOGLEVEL:level} %{GREEDYDATA:message}", "continuation": "indented"}),
                "level:text | message:text\nERROR | first\\n  at a\\n  at b\nINFO | second\n--",
            ),
            (
                b"1 x\n> y\n2 z",
                json!({"pattern": "(?<n>\\d) (?<t>.*)", "continuation": "pattern", "continuation_pattern": "> "}),
                "n:integer | t:text\n1 | x\\n> y\n2 | z\n--",
            ),
            (b"x", json!({}), "param-required field=/pattern"),
            (b"x", json!({"pattern": "%{INT:n"}), "log-pattern field=/pattern detail=\"%{INT:n\""),
        ],
    );
}

#[test]
fn fixed_columns_are_read() {
    let columns = json!([
        {"name": "id", "start": 1, "width": 3, "type": "integer"},
        {"name": "town", "start": 4, "width": 8},
        {"name": "rent", "start": 12, "width": 6, "type": "number"},
    ]);
    let text = "  1Lyon     900,5\n 2xB\u{e9}ziers     12\nshort\n".as_bytes();
    check(
        "import_fixed",
        &[
            (
                text,
                json!({"columns": columns, "decimal": "comma"}),
                "id:integer | town:text | rent:number\n1 | Lyon | 900.5\n∅ | B\u{e9}ziers | 12.0\n--\n\
                 2 | 2 | id | reject-cell-type | 2x | integer\n3 | 3 | ∅ | reject-line-length | short | 12",
            ),
            (
                text,
                json!({"columns": columns, "decimal": "comma", "short_lines": "pad", "skip_lines": 2}),
                "id:integer | town:text | rent:number\n∅ | rt | ∅\n--\n3 | 1 | id | reject-cell-type | sho | integer",
            ),
            (text, json!({}), "param-required field=/columns"),
            (
                text,
                json!({"columns": [{"name": "a", "start": 0, "width": 1}]}),
                "param-range field=/columns/0/start high=100000 low=1 value=0",
            ),
        ],
    );
}

#[test]
fn xml_is_read() {
    check(
        "import_xml",
        &[
            (
                b"<?xml version=\"1.0\"?><!DOCTYPE c><c:list xmlns:c=\"u\"><c:book id=\"1\"><title>A &amp; B</title><by><name>X</name></by><tag>a</tag><tag>b</tag></c:book>\n<c:book id=\"2\"><title><![CDATA[<c>]]></title></c:book></c:list>",
                json!({"record": "list/book"}),
                "@id:integer | title:text | by.name:text | tag:text\n1 | A & B | X | [\"a\",\"b\"]\n2 | <c> | ∅ | ∅\n--",
            ),
            (
                b"<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a><b>1</b><b>&x;</b><b>3</b></a>",
                json!({"record": "b"}),
                "text:integer\n1\n3\n--\n1 | 2 | ∅ | reject-xml | <b>&x;</b> | &x;",
            ),
            (
                b"<a>\n<b>1</b>\n<b>2</c>\n<b>3</b></a>",
                json!({"record": "b"}),
                "text:integer\n1\n--\n3 | 2 | ∅ | reject-xml | <b>2</c>\\n<b>3</b></a> | </c>",
            ),
            (b"<a><b>1</b><b>2", json!({"record": "b"}), "text:integer\n1\n--\n1 | 2 | ∅ | reject-xml | <b>2 | unexpected end"),
            (b"<a><b/></a>", json!({"record": "z"}), "xml-no-record field=/record path=\"z\""),
            (b"<a/>", json!({}), "param-required field=/record"),
        ],
    );
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).expect("bytes");
    encoder.finish().expect("bytes")
}

/// A zip archive of deflated members.
pub fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in members {
        let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::default());
        encoder.write_all(bytes).expect("bytes");
        let packed = encoder.finish().expect("bytes");
        let mut checksum = flate2::Crc::new();
        checksum.update(bytes);
        let mut common = vec![20, 0, 0, 8, 8, 0, 0, 0, 0, 0];
        for number in [checksum.sum(), packed.len() as u32, bytes.len() as u32] {
            common.extend(number.to_le_bytes());
        }
        common.extend((name.len() as u16).to_le_bytes());
        common.extend([0, 0]);
        let header = archive.len() as u32;
        archive.extend(b"PK\x03\x04");
        archive.extend(&common);
        archive.extend(name.as_bytes());
        archive.extend(packed);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(header.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (start, count) = (archive.len() as u32, members.len() as u16);
    archive.extend(&directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend(count.to_le_bytes());
    archive.extend(count.to_le_bytes());
    archive.extend((directory.len() as u32).to_le_bytes());
    archive.extend(start.to_le_bytes());
    archive.extend([0, 0]);
    archive
}

#[test]
fn what_is_packed_is_read() {
    let csv = b"a,b\n1,x\n".as_slice();
    let archive = zip(&[("__MACOSX/._a.csv", b"x"), ("d/", b""), ("../d/a.csv", csv), ("b.csv", b"c\n2\n")]);
    let twice = [gzip(csv), gzip(b"2,y\n")].concat();
    let mut damaged = archive.clone();
    let place = damaged.windows(5).position(|bytes| bytes == b"b.csv").expect("a name") + 6;
    damaged[place] ^= 0xff;
    check(
        "import_csv",
        &[
            (&gzip(csv), json!({}), "a:integer | b:text\n1 | x\n--"),
            (&twice, json!({}), "a:integer | b:text\n1 | x\n2 | y\n--"),
            (&archive, json!({"file": "f!/d/a.csv"}), "a:integer | b:text\n1 | x\n--"),
            (&archive, json!({"file": "f!/b.csv"}), "c:integer\n2\n--"),
            (
                &archive,
                json!({"file": "f!/c.csv"}),
                "archive-member field=/file candidates=[\"d/a.csv\", \"b.csv\"] member=\"c.csv\" name=\"f\"",
            ),
        ],
    );
    for bytes in [&gzip(csv)[..20], &archive[..archive.len() - 30]] {
        let refused = import("import_csv", bytes, &json!({"file": "f!/b.csv"})).expect_err("a refusal");
        assert_eq!(refused.code, protocol::Code::ArchiveMalformed);
    }
    assert!(import("import_csv", &damaged, &json!({"file": "f!/b.csv"})).is_err());
    let bomb = gzip(&vec![0; 100 << 20]);
    assert_eq!(import("import_csv", &bomb, &json!({})).expect_err("a bomb").code, protocol::Code::ArchiveRatio);
}
