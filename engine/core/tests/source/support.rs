//! What the tests of sources share.

use engine::source::csv::{CsvImport, CsvOptions};
use engine::source::parquet::{ParquetImport, ParquetOptions};
use engine::source::{ByteSource, Imported, MemorySource};
use engine::table_text;
use protocol::Checked;

/// Imports a delimited text with slices of this length.
pub fn csv(bytes: &[u8], options: &CsvOptions, slice_bytes: usize) -> Checked<Imported> {
    let source = MemorySource(bytes.to_vec());
    let mut import = CsvImport::start_sliced(&source, options.clone(), "t", slice_bytes)?;
    let mut done = 0;
    while let Some(progress) = import.advance(&source)? {
        assert!(progress.bytes_done >= done && progress.bytes_done <= progress.bytes_total);
        done = progress.bytes_done;
    }
    assert_eq!(done, source.len());
    import.finish()
}

/// Imports a Parquet file.
pub fn parquet(bytes: &[u8], options: &ParquetOptions) -> Checked<Imported> {
    let source = MemorySource(bytes.to_vec());
    let mut import = ParquetImport::start(&source, options.clone(), "t")?;
    while import.advance(&source)?.is_some() {}
    import.finish()
}

/// Table, record numbers and rejects as text, or the diagnostic.
pub fn describe(outcome: Checked<Imported>) -> String {
    match outcome {
        Ok(imported) => {
            let records = imported.table.frame.column("\u{1f}t").expect("provenance").clone();
            let records: Vec<String> =
                records.u32().expect("record numbers").into_no_null_iter().map(|record| record.to_string()).collect();
            let rejects = table_text::write(&imported.rejects);
            format!(
                "{}\n--- records\n{}\n--- rejects\n{rejects}\n",
                table_text::write(&imported.table),
                records.join(" ")
            )
        }
        Err(diagnostic) => format!("{diagnostic}\n"),
    }
}
