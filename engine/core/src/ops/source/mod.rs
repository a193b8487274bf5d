//! Bytes to tables, one operation a format, and tables made without a file.

pub mod generate_sample;
pub mod import_arrow;
pub mod import_csv;
pub mod import_fixed;
pub mod import_json;
pub mod import_log;
pub mod import_parquet;
pub mod import_text;
pub mod import_xml;
mod reading;

pub use reading::source_name;
