//! Parquet: what is read, and that no damage is more than a refusal.

use std::fs;
use std::path::Path;

use engine::source::parquet::ParquetOptions;
use engine::source::writer::write;
use engine::source::{MemorySource, detect};
use engine::table::Table;
use engine::table_text;
use polars::prelude::*;
use protocol::Code;
use protocol::source::ExportFormat;

use crate::support::parquet;

fn frame() -> DataFrame {
    df!(
        "id" => (0..300_i64).collect::<Vec<_>>(),
        "small" => (0..300_i32).map(|row| (row % 7 != 0).then_some(row as i16)).collect::<Vec<_>>(),
        "half" => (0..300).map(|row| row as f32 / 2.0).collect::<Vec<_>>(),
        "town" => (0..300).map(|row| ["Lyon", "Béziers", "a rather long name of a town"][row % 3]).collect::<Vec<_>>(),
        "flag" => (0..300).map(|row| row % 2 == 0).collect::<Vec<_>>(),
    )
    .expect("a frame")
}

fn file() -> Vec<u8> {
    write(&Table::unordered(frame()), &ExportFormat::Parquet).expect("bytes")
}

/// Several row groups.
fn grouped() -> Vec<u8> {
    let mut bytes = Vec::new();
    let writer = polars_io::parquet::write::ParquetWriter::new(&mut bytes).with_row_group_size(Some(64));
    writer.finish(&mut frame()).expect("bytes");
    bytes
}

#[test]
fn types_widen_and_groups_join() {
    let imported = parquet(&grouped(), &ParquetOptions::default()).expect("an import");
    let text = table_text::write(&imported.table);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "id:integer | small:integer | half:number | town:text | flag:boolean");
    assert_eq!(lines[1], "0 | ∅ | 0.0 | Lyon | true");
    assert_eq!(lines[300], "299 | 299 | 149.5 | a rather long name of a town | false");
    let records = imported.table.frame.column("\u{1f}t").expect("provenance").u32().expect("numbers").clone();
    assert!(records.into_no_null_iter().eq(1..=300));
    assert_eq!(imported.rejects.height(), 0);
}

/// Groups widen each by what it holds: here the integers of some fit into 64 bits with sign, and those of one do not.
#[test]
fn groups_that_widen_differently_join() {
    for numbers in [[1, u64::MAX, 2], [u64::MAX, 1, 2], [1, 2, u64::MAX]] {
        let mut frame = df!("n" => numbers, "none" => [None::<u64>; 3]).expect("a frame");
        let mut bytes = Vec::new();
        let writer = polars_io::parquet::write::ParquetWriter::new(&mut bytes).with_row_group_size(Some(1));
        writer.finish(&mut frame).expect("bytes");
        let imported = parquet(&bytes, &ParquetOptions::default()).expect("an import");
        assert_eq!(table_text::write(&imported.table), table_text::write(&Table::unordered(frame)));
    }
}

/// Files by pyarrow and DuckDB (`parquet/make.py`), all of one table.
#[test]
fn every_encoding_reads_as_the_same_table() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/source/parquet");
    let expected = fs::read_to_string(folder.join("expected.txt")).expect("the expected text");
    let mut read = 0;
    for entry in fs::read_dir(&folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|extension| extension == "parquet") {
            let imported = parquet(&fs::read(&path).expect("bytes"), &ParquetOptions::default());
            let imported = imported.unwrap_or_else(|refused| panic!("{}: {refused}", path.display()));
            let found = table_text::write(&imported.table);
            assert!(
                found.lines().map(str::trim_end).eq(expected.lines().map(str::trim_end)),
                "{}\n{found}",
                path.display()
            );
            read += 1;
        }
    }
    assert_eq!(read, 11);
}

/// Flipping bytes of what the writers made ends in a table or a word.
#[test]
fn damage_in_any_encoding_is_refused() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/source/parquet");
    for name in ["dictionary", "dictionary_v2", "plain", "overflow", "duckdb"] {
        let bytes = fs::read(folder.join(format!("{name}.parquet"))).expect("bytes");
        for place in (4..bytes.len()).step_by(3) {
            let mut damaged = bytes.clone();
            damaged[place] ^= 0x55;
            if let Err(refused) = parquet(&damaged, &ParquetOptions::default()) {
                assert!(
                    matches!(refused.code, Code::ParquetMalformed | Code::ColumnUnknown),
                    "{name} {place}: {refused}"
                );
            }
        }
    }
}

#[test]
fn columns_are_chosen_by_name() {
    let options = |columns: &[&str]| ParquetOptions {
        file: "f".to_owned(),
        columns: Some(columns.iter().map(|column| (*column).to_owned()).collect()),
    };
    let imported = parquet(&grouped(), &options(&["town", "id"])).expect("an import");
    assert_eq!(table_text::write(&imported.table).lines().nth(2), Some("Béziers | 1"));
    for (columns, expected) in [(&["nowhere"][..], Code::ColumnUnknown), (&["id", "id"][..], Code::ColumnDuplicate)] {
        assert_eq!(parquet(&file(), &options(columns)).expect_err("a refusal").code, expected);
    }
}

#[test]
fn a_file_is_shown_before_it_is_read() {
    let found = detect("Ventes.parquet", &MemorySource(grouped()), None).expect("a detection");
    assert_eq!((found.op.as_str(), found.table.as_str()), ("import_parquet", "ventes"));
    assert_eq!(found.params, r#"{"file":"Ventes.parquet"}"#);
    assert_eq!(found.sample.columns[0].cells.len(), 50);
    assert_eq!(found.columns.len(), 5);
    let chosen = detect("v", &MemorySource(grouped()), Some(r#"{"columns":["town","gone"]}"#)).expect("a detection");
    assert_eq!(chosen.columns.len(), 1);
}

#[test]
fn an_empty_table_is_a_file() {
    let empty = write(&Table::unordered(frame().clear()), &ExportFormat::Parquet).expect("bytes");
    let imported = parquet(&empty, &ParquetOptions::default()).expect("an import");
    assert_eq!((imported.table.height(), imported.table.columns().len()), (0, 5));
    assert!(detect("e.parquet", &MemorySource(empty), None).is_ok());
}

#[test]
fn every_truncation_is_refused() {
    let bytes = file();
    for length in (0..bytes.len()).step_by(3).chain([bytes.len() - 1]) {
        let refused = parquet(&bytes[..length], &ParquetOptions::default()).expect_err("a refusal").code;
        assert!(matches!(refused, Code::ParquetMalformed | Code::FileEmpty), "{length}: {refused:?}");
        let _ = detect("t.parquet", &MemorySource(bytes[..length].to_vec()), None);
    }
}

#[test]
fn no_flipped_byte_does_more_than_a_refusal() {
    // The reader's panics are caught; their messages would drown those of a failing test.
    let (hook, own) = (std::panic::take_hook(), std::thread::current().id());
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().id() != own {
            hook(panic);
        }
    }));
    let (bytes, mut failures) = (file(), Vec::new());
    for place in 0..bytes.len() {
        for flip in [0x01, 0x80, 0xff] {
            let mut damaged = bytes.clone();
            damaged[place] ^= flip;
            let survived = match parquet(&damaged, &ParquetOptions::default()) {
                Ok(imported) => imported.table.height() == 300,
                Err(refused) => refused.code == Code::ParquetMalformed,
            };
            if !survived {
                failures.push((place, flip));
            }
        }
    }
    let _ = std::panic::take_hook();
    assert!(failures.is_empty(), "{failures:?}");
}
