//! Parquet (zstd) and Arrow IPC (a file, not compressed, with types that every reader knows).

use polars::prelude::*;
use polars_io::SerWriter;
use polars_io::ipc::IpcWriter;
use polars_io::parquet::write::{ParquetCompression, ParquetWriter};
use protocol::Checked;

use crate::frame;

/// The bytes of a Parquet file.
///
/// # Errors
/// Only an inconsistency of the engine.
pub fn parquet(mut frame: DataFrame) -> Checked<Vec<u8>> {
    let mut bytes = Vec::new();
    ParquetWriter::new(&mut bytes)
        .with_compression(ParquetCompression::Zstd(None))
        .set_parallel(false)
        .finish(&mut frame)
        .map_err(|error| frame::fault(&error))?;
    Ok(bytes)
}

/// The bytes of an Arrow IPC file.
///
/// # Errors
/// Only an inconsistency of the engine.
pub fn arrow(mut frame: DataFrame) -> Checked<Vec<u8>> {
    let mut bytes = Vec::new();
    IpcWriter::new(&mut bytes)
        .with_compat_level(CompatLevel::oldest())
        .with_parallel(false)
        .finish(&mut frame)
        .map_err(|error| frame::fault(&error))?;
    Ok(bytes)
}
