//! Which format a file has, by its first bytes rather than by its name.

use protocol::source::Detection;
use protocol::{Checked, Code, Diagnostic};
use serde_json::Map;

use super::{ByteSource, csv, parquet};

/// What a file is and how it would be read. `chosen` holds, as JSON, the parameters that the person chose.
///
/// # Errors
/// Those of the format's import, and `param-invalid`.
pub fn detect(name: &str, source: &dyn ByteSource, chosen: Option<&str>) -> Checked<Detection> {
    let chosen = match chosen.filter(|text| !text.trim().is_empty()) {
        Some(text) => serde_json::from_str(text)
            .map_err(|error| Diagnostic::new(Code::ParamInvalid).with("detail", error.to_string()))?,
        None => Map::new(),
    };
    if parquet::is_parquet(name, source) {
        parquet::detect(name, source, chosen)
    } else {
        csv::detect::detect(name, source, &chosen)
    }
}
