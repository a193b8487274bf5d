//! What holds for any delimited text.

use engine::source::csv::options::{ColumnChoice, CsvEncoding, CsvType, Mark};
use engine::source::csv::{CsvOptions, MAX_RECORD_BYTES};
use engine::source::rejects::MAX_REJECTS;
use engine::source::{MemorySource, detect};
use proptest::prelude::*;

use crate::support::{csv, describe};

/// Texts made of what matters to a reader.
fn messy() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just(","),
        Just("\""),
        Just("\"\""),
        Just("\n"),
        Just("\r\n"),
        Just("\r"),
        Just("1"),
        Just("-2.5"),
        Just("é"),
        Just("😀"),
        Just(" "),
        Just("x"),
        Just("2024-01-02"),
        Just("\u{1f}"),
        Just("\",\""),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn slices_do_not_matter(text in messy(), slice in 1_usize..9, header in any::<bool>()) {
        let options = CsvOptions { header, ..CsvOptions::default() };
        let whole = describe(csv(text.as_bytes(), &options, 1 << 20));
        prop_assert_eq!(describe(csv(text.as_bytes(), &options, slice)), whole);
    }

    #[test]
    fn slices_of_other_encodings_do_not_matter(text in "[a-z,é€\n\"]{0,40}", slice in 1_usize..9) {
        for (encoding, coder) in [
            (CsvEncoding::Cp1252, encoding_rs::WINDOWS_1252),
            (CsvEncoding::Auto, encoding_rs::WINDOWS_1252),
            (CsvEncoding::Utf8, encoding_rs::UTF_8),
        ] {
            let options = CsvOptions { encoding, ..CsvOptions::default() };
            let bytes = coder.encode(&text).0;
            prop_assert_eq!(describe(csv(&bytes, &options, slice)), describe(csv(&bytes, &options, 1 << 20)));
        }
        let wide: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let options = CsvOptions::default();
        let found = describe(csv(&wide, &options, slice));
        if !text.is_empty() {
            prop_assert_eq!(&found, &describe(csv(text.as_bytes(), &options, 1 << 20)));
        }
    }

    #[test]
    fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..200), slice in 1_usize..50) {
        for encoding in [CsvEncoding::Auto, CsvEncoding::Utf8, CsvEncoding::Utf16, CsvEncoding::Latin1] {
            let _ = csv(&bytes, &CsvOptions { encoding, ..CsvOptions::default() }, slice);
        }
        let _ = detect("any.csv", &MemorySource(bytes), None);
    }

    #[test]
    fn every_record_is_a_row_or_a_reject(text in messy()) {
        let Ok(imported) = csv(text.as_bytes(), &CsvOptions::default(), 16) else { return Ok(()) };
        let rows = imported.table.frame.column("\u{1f}t").unwrap().u32().unwrap().clone();
        let codes = imported.rejects.frame.column("code").unwrap().str().unwrap().clone();
        let whole = codes.iter().flatten().filter(|code| *code != "reject-cell-type").count();
        let last = rows.iter().flatten().max().unwrap_or(0);
        let refused = imported.rejects.frame.column("record").unwrap().i64().unwrap().iter().flatten().max().unwrap_or(0);
        prop_assert_eq!(rows.len() + whole, (last as usize).max(refused as usize));
    }

    #[test]
    fn quoted_texts_come_back(rows in prop::collection::vec(prop::collection::vec("[^\r\u{0}]{0,8}", 3), 1..20)) {
        let mut text = "a,b,c\n".to_owned();
        for row in &rows {
            text += &row.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",");
            text.push('\n');
        }
        let columns = ["a", "b", "c"].map(|name| ColumnChoice { name: name.to_owned(), kind: CsvType::Text });
        let options = CsvOptions { columns: columns.to_vec(), encoding: CsvEncoding::Utf8, ..CsvOptions::default() };
        let imported = csv(text.as_bytes(), &options, 13).expect("an import");
        prop_assert_eq!(imported.rejects.height(), 0);
        for (index, name) in ["a", "b", "c"].iter().enumerate() {
            let column = imported.table.frame.column(name).unwrap().str().unwrap();
            let cells: Vec<&str> = column.iter().flatten().collect();
            prop_assert_eq!(cells, rows.iter().map(|row| row[index].as_str()).collect::<Vec<_>>());
        }
    }

    #[test]
    fn numbers_are_read_to_the_last_bit(number in any::<f64>(), integer in any::<i64>(), short in -100_000_000..100_000_000_i64, decimals in 0_u32..8) {
        let short = short as f64 / 10_f64.powi(decimals as i32);
        for (mark, decimal) in [(".", Mark::Point), (",", Mark::Comma)] {
            let [number_text, short_text] = [number, short].map(|number| format!("{number:?}").replace('.', mark));
            let text = format!("x;n\n{number_text};{integer}\n{short_text};0\n");
            let columns = [("x", CsvType::Number), ("n", CsvType::Integer)];
            let columns = columns.map(|(name, kind)| ColumnChoice { name: name.to_owned(), kind }).to_vec();
            let options = CsvOptions { delimiter: ";".to_owned(), decimal, columns, ..CsvOptions::default() };
            let imported = csv(text.as_bytes(), &options, 1 << 20).expect("an import");
            let read: Vec<u64> = imported.table.frame.column("x").unwrap().f64().unwrap().iter().flatten().map(f64::to_bits).collect();
            let expected = [if number.is_nan() { f64::NAN } else { number }, short].map(f64::to_bits);
            prop_assert!(read == expected || number.is_nan(), "{text} {read:?}");
            prop_assert_eq!(imported.table.frame.column("n").unwrap().i64().unwrap().get(0), Some(integer));
        }
    }
}

#[test]
fn too_many_rejects_are_counted() {
    let text = "a,b\n".to_owned() + &"1\n".repeat(MAX_REJECTS + 7) + "1,2\n";
    let imported = csv(text.as_bytes(), &CsvOptions::default(), 100_000).expect("an import");
    assert_eq!(imported.table.height(), 1);
    assert_eq!(imported.rejects.height(), MAX_REJECTS + 1);
    let last = imported.rejects.frame.tail(Some(1));
    assert_eq!(last.column("code").unwrap().str().unwrap().get(0), Some("reject-more"));
    assert_eq!(last.column("value").unwrap().str().unwrap().get(0), Some("7"));
}

#[test]
fn a_line_without_end_is_one_reject() {
    let long = "x".repeat(MAX_RECORD_BYTES + 1);
    for text in [format!("a,b\n1,2\n{long}\n3,4\n"), format!("a,b\n1,2\n{long},{long}\n3,4")] {
        for slice in [1 << 20, 3 << 20, 64 << 20] {
            let imported = csv(text.as_bytes(), &CsvOptions::default(), slice).expect("an import");
            assert_eq!(imported.table.height(), 2, "slices of {slice}");
            assert_eq!(imported.rejects.height(), 1);
            let code = imported.rejects.frame.column("code").unwrap().str().unwrap().get(0).map(str::to_owned);
            assert_eq!(code.as_deref(), Some("reject-record-length"));
        }
    }
}

#[test]
fn a_lost_quote_far_from_any_other_costs_one_record() {
    let text = "a,b\n\"1,2\n".to_owned() + &"3,4\n".repeat(MAX_RECORD_BYTES / 2);
    for slice in [1 << 20, 64 << 20] {
        let imported = csv(text.as_bytes(), &CsvOptions::default(), slice).expect("an import");
        assert_eq!((imported.table.height(), imported.rejects.height()), (MAX_RECORD_BYTES / 2, 1));
    }
}

#[test]
fn a_file_that_turns_out_not_to_be_utf8_is_read_on() {
    let mut bytes = ("a,b\n".to_owned() + &"plain,1\n".repeat(100_000)).into_bytes();
    let middle = 300_004;
    bytes.splice(middle..middle, *b"caf\xe9,2\n");
    let imported = csv(&bytes, &CsvOptions::default(), 4_096).expect("an import");
    let texts = imported.table.frame.column("a").unwrap().str().unwrap();
    assert!(texts.iter().flatten().any(|text| text == "café"));
    let strict = CsvOptions { encoding: CsvEncoding::Utf8, ..CsvOptions::default() };
    let refused = csv(&bytes, &strict, 4_096).expect_err("not UTF-8").to_string();
    assert_eq!(refused, "encoding-mismatch encoding=\"utf-8\" line=37502");
}

#[test]
fn too_many_columns_and_too_large_files_are_refused() {
    let wide = vec!["x"; 10_001].join(",") + "\n";
    let refused = csv(wide.as_bytes(), &CsvOptions::default(), 1 << 20).expect_err("too wide").to_string();
    assert_eq!(refused, "csv-too-many-columns found=10001 limit=10000");

    struct Huge;
    impl engine::source::ByteSource for Huge {
        fn len(&self) -> u64 {
            5_000_000_000
        }
        fn read(&self, _: u64, _: &mut [u8]) -> Result<(), String> {
            Err("never read".to_owned())
        }
    }
    let refused = detect("huge.csv", &Huge, None).expect_err("too large").to_string();
    assert_eq!(refused, "file-too-large bytes=5000000000 limit=1500000000 name=\"huge.csv\"");
}
