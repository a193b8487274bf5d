//! What holds for any bytes, in every format: no reader panics, and slices do not matter.

use engine::source::arrow::{self, ArrowOptions};
use engine::source::csv::MAX_RECORD_BYTES;
use engine::source::csv::options::CsvType;
use engine::source::fixed::{self, FixedColumn, FixedOptions, ShortLines};
use engine::source::json::{self, JsonLayout, JsonOptions};
use engine::source::log::{self, Continuation, LogOptions};
use engine::source::stream::{Consumer, Streamed};
use engine::source::text::{self, TextOptions, TextUnit};
use engine::source::writer::write;
use engine::source::xml::{self, XmlOptions};
use engine::source::{MemorySource, propose};
use engine::table::Table;
use engine::table_text;
use polars::prelude::*;
use proptest::prelude::*;
use protocol::source::ExportFormat;
use protocol::{Checked, Code};

use crate::support::describe;

fn read<C: Consumer>(start: impl Fn(&MemorySource) -> Checked<Streamed<C>>, bytes: &[u8], slice: usize) -> String {
    let source = MemorySource(bytes.to_vec());
    describe(start(&source).and_then(|streamed| Ok(streamed.sliced(slice).read_all(&source)?.1)))
}

/// What every text format makes of the bytes.
fn everything(bytes: &[u8], slice: usize) -> Vec<String> {
    let mut all = Vec::new();
    for (layout, records, explode) in
        [(JsonLayout::Lines, "", None), (JsonLayout::Document, "", Some("a")), (JsonLayout::Document, "a", None)]
    {
        let explode = explode.map(str::to_owned);
        let options = JsonOptions { layout, records: records.to_owned(), explode, ..JsonOptions::default() };
        all.push(read(|source| json::start(source, &options, "t"), bytes, slice));
    }
    for unit in [TextUnit::Line, TextUnit::Paragraph] {
        let options = TextOptions { unit, ..TextOptions::default() };
        all.push(read(|source| text::start(source, &options, "t"), bytes, slice));
    }
    let options = LogOptions {
        pattern: "%{DATA:a} %{NUMBER:n:int}(?:\"%{GREEDYDATA:rest}\")?".to_owned(),
        continuation: Continuation::Indented,
        ..LogOptions::default()
    };
    all.push(read(|source| log::start(source, &options, "t"), bytes, slice));
    let column = |name: &str, start, width, kind| FixedColumn { name: name.to_owned(), start, width, kind };
    let columns = vec![column("a", 2, 2, CsvType::Integer), column("b", 1, 4, CsvType::Text)];
    let options = FixedOptions { columns, short_lines: ShortLines::Pad, ..FixedOptions::default() };
    all.push(read(|source| fixed::start(source, &options, "t"), bytes, slice));
    let options = XmlOptions { record: "a".to_owned(), ..XmlOptions::default() };
    all.push(read(|source| xml::start(source, &options, "t"), bytes, slice));
    all
}

/// Texts made of what matters to the readers.
fn messy() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        "\"",
        "\\",
        ":",
        ",",
        "\n",
        "\r\n",
        " ",
        "1",
        "-2.5",
        "null",
        "\"a\"",
        "{\"a\":",
        "[{\"a\":1},",
        "é",
        "x",
        "<a>",
        "</a>",
        "<a b=\"1\">",
        "<b/>",
        "&amp;",
        "&x;",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?",
        "a 1",
    ]);
    prop::collection::vec(piece, 1..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(192) })]

    #[test]
    fn slices_do_not_matter(text in messy(), slice in 1_usize..9) {
        prop_assert_eq!(everything(text.as_bytes(), slice), everything(text.as_bytes(), 1 << 20));
    }

    #[test]
    fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..200), head in prop::sample::select(vec!["", "{", "<a>", "ARROW1\0\0", "\u{1f}", "PK\u{3}\u{4}"])) {
        let bytes = [head.as_bytes(), &bytes].concat();
        everything(&bytes, 7);
        for op in [None, Some("import_json"), Some("import_xml"), Some("import_log"), Some("import_fixed"), Some("import_text")] {
            let _ = propose("any", &MemorySource(bytes.clone()), op, None);
        }
        let _ = propose("any", &MemorySource([&[0x1f, 0x8b, 8][..], &bytes].concat()), None, None);
    }
}

#[test]
fn a_record_that_is_too_long_is_one_reject() {
    let long = "x".repeat(MAX_RECORD_BYTES);
    let xml = format!("<r><a>1</a><a><b>{long}</b><a>2</a></a>\n<a>3</a></r>");
    let json = format!("[{{\"a\": 1}}, {{\"a\": \"{long}\"}},\n{{\"a\": 3}}]");
    let lines = format!("{{\"a\": 1}}\n{{\"a\": \"{long}\"}}\n{{\"a\": 3}}");
    for slice in [1 << 20, 3 << 20, 64 << 20] {
        let options = XmlOptions { record: "r/a".to_owned(), ..XmlOptions::default() };
        let mut found = vec![read(|source| xml::start(source, &options, "t"), xml.as_bytes(), slice)];
        for (layout, text) in [(JsonLayout::Document, &json), (JsonLayout::Lines, &lines)] {
            let options = JsonOptions { layout, ..JsonOptions::default() };
            found.push(read(|source| json::start(source, &options, "t"), text.as_bytes(), slice));
        }
        for text in found {
            assert!(text.contains("\n1\n3\n--- records\n1 3\n"), "slices of {slice}: {}", &text[..100]);
            assert_eq!(text.matches("reject-record-length").count(), 1);
        }
    }
}

#[test]
fn a_small_file_makes_no_endless_table() {
    let long = "x".repeat(500 << 10);
    let (mut fields, mut attributes) = (String::new(), String::new());
    for number in 0..200 {
        fields.push_str(&format!("\"{number}\": 1, "));
        attributes.push_str(&format!(" a{number}=\"1\""));
    }
    let names = format!("{{\"{long}\": {{{fields}\"z\": 1}}}}\n{{\"a\": 1}}");
    let elements = format!("{{\"t\": \"{long}\", \"l\": [{}0]}}\n{{\"a\": 1}}", "0, ".repeat(1_000));
    let xml = format!("<r><a><{long}{attributes}/></a><a b=\"1\"/></r>");
    let exploded = JsonOptions { explode: Some("l".to_owned()), ..JsonOptions::default() };
    let records = XmlOptions { record: "a".to_owned(), ..XmlOptions::default() };
    for (found, fault) in [
        (read(|source| json::start(source, &JsonOptions::default(), "t"), names.as_bytes(), 1 << 20), "names too long"),
        (read(|source| json::start(source, &exploded, "t"), elements.as_bytes(), 1 << 20), "too many elements"),
        (read(|source| xml::start(source, &records, "t"), xml.as_bytes(), 1 << 20), "names too long"),
    ] {
        assert!(found.contains("--- records\n2\n"), "{fault}: {}", &found[..found.len().min(200)]);
        assert!(found.ends_with(&format!(" | {fault}\n")), "{fault}");
    }
}

fn frame() -> DataFrame {
    df!(
        "id" => (0..50_i64).collect::<Vec<_>>(),
        "half" => (0..50).map(|row| (row % 7 != 0).then_some(f64::from(row) / 2.0)).collect::<Vec<_>>(),
        "town" => (0..50).map(|row| ["Lyon", "Béziers", "a \"long\" name"][row % 3]).collect::<Vec<_>>(),
        "flag" => (0..50).map(|row| row % 2 == 0).collect::<Vec<_>>(),
    )
    .expect("a frame")
}

fn read_arrow(bytes: &[u8]) -> Checked<Table> {
    let source = MemorySource(bytes.to_vec());
    let mut import = arrow::start(&source, &ArrowOptions::default(), "t")?;
    while import.advance(&source)?.is_some() {}
    import.finish().map(|imported| imported.table)
}

#[test]
fn what_is_written_comes_back() {
    let table = Table::unordered(frame());
    let expected = table_text::write(&table);
    let bytes = write(&table, &ExportFormat::Arrow).expect("bytes");
    assert_eq!(table_text::write(&read_arrow(&bytes).expect("a table")), expected);
    // Batches come with the integers that they hold: here some fit into 64 bits with sign, and some do not.
    let mut batches = df!("n" => [1_u64]).expect("a frame");
    for number in [u64::MAX, 2] {
        batches.vstack_mut(&df!("n" => [number]).expect("a frame")).expect("a frame");
    }
    let bytes = write(&Table::unordered(batches.clone()), &ExportFormat::Arrow).expect("bytes");
    let back = read_arrow(&bytes).expect("a table");
    assert_eq!(table_text::write(&back), table_text::write(&Table::unordered(batches)));
    let empty = write(&Table::unordered(frame().clear()), &ExportFormat::Arrow).expect("bytes");
    let back = read_arrow(&empty).expect("a table");
    assert_eq!((back.height(), back.columns().len()), (0, 4));
    let bytes = write(&table, &ExportFormat::JsonLines).expect("bytes");
    assert!(bytes.starts_with(b"{\"id\":0,\"half\":null,\"town\":\"Lyon\",\"flag\":true}\n"));
    let source = MemorySource(bytes);
    let (_, back) =
        json::start(&source, &JsonOptions::default(), "t").expect("a start").read_all(&source).expect("rows");
    assert_eq!(table_text::write(&back.table), expected);
}

#[test]
fn no_damage_to_arrow_does_more_than_a_refusal() {
    // The reader's panics are caught; their messages would drown those of a failing test.
    let (hook, own) = (std::panic::take_hook(), std::thread::current().id());
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().id() != own {
            hook(panic);
        }
    }));
    let bytes = write(&Table::unordered(frame()), &ExportFormat::Arrow).expect("bytes");
    let mut failures = Vec::new();
    for length in 0..bytes.len() {
        match read_arrow(&bytes[..length]) {
            Err(finding) if matches!(finding.code, Code::ArrowMalformed | Code::FileEmpty) => {}
            _ => failures.push((length, 0)),
        }
    }
    for place in 0..bytes.len() {
        for flip in [0x01, 0x80, 0xff] {
            let mut damaged = bytes.clone();
            damaged[place] ^= flip;
            match read_arrow(&damaged) {
                Ok(_) => {}
                Err(finding) if matches!(finding.code, Code::ArrowMalformed | Code::ResultTooLarge) => {}
                Err(_) => failures.push((place, flip)),
            }
        }
    }
    let _ = std::panic::take_hook();
    assert!(failures.is_empty(), "{failures:?}");
}
