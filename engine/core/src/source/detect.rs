//! Which format a file has, by its bytes rather than by its name.

use protocol::source::{Detection, Proposal, attached_name, member_name, member_reference};
use protocol::{Checked, Code, Diagnostic};
use serde_json::{Map, Value};

use super::archive::{self, Wrapping};
use super::csv::options::CsvEncoding;
use super::text::sample::{Look, Sample};
use super::{ByteSource, arrow, csv, fixed, json, log, parquet, text, xml};

/// Import operations that read text: what one of them takes, the others may be tried on.
const TEXT_OPS: [&str; 6] = ["import_csv", "import_json", "import_log", "import_fixed", "import_xml", "import_text"];

/// What a file is and how it would be read. `chosen` holds, as JSON, the parameters that the person chose.
///
/// # Errors
/// Those of the format's import, and `param-invalid`.
pub fn detect(reference: &str, source: &dyn ByteSource, chosen: Option<&str>) -> Checked<Detection> {
    propose(reference, source, None, chosen).map(|proposal| proposal.detection)
}

/// As [`detect`], with what else could be chosen: the operation (`op`, if the person chose it), and the member of
/// an archive. A reference without a member means the first one that can be read.
///
/// # Errors
/// As there, and those of archives.
pub fn propose(reference: &str, source: &dyn ByteSource, op: Option<&str>, chosen: Option<&str>) -> Checked<Proposal> {
    let chosen = match chosen.filter(|text| !text.trim().is_empty()) {
        Some(text) => serde_json::from_str(text)
            .map_err(|error| Diagnostic::new(Code::ParamInvalid).with("detail", error.to_string()))?,
        None => Map::new(),
    };
    let mut members = Vec::new();
    let mut reference = reference.to_owned();
    if archive::wrapping(source) == Some(Wrapping::Zip) {
        members = archive::members(source, &reference)?.into_iter().map(|member| member.name).collect();
        if member_name(&reference).is_none() {
            let name = attached_name(&reference).to_owned();
            let best = members.iter().find(|member| is_readable(member)).or(members.first());
            let best = best.ok_or_else(|| Diagnostic::new(Code::ArchiveEmpty).with("name", name.as_str()))?;
            reference = member_reference(&name, best);
        }
    }
    let inner = archive::unpack(source, &reference)?;
    let source = inner.as_ref().map_or(source, |inner| inner as &dyn ByteSource);
    let (detection, ops) = look(&reference, source, op, &chosen)?;
    Ok(Proposal { file: reference, detection, members, ops })
}

/// Whether the name of a member promises a table.
fn is_readable(member: &str) -> bool {
    let endings = [
        "csv", "tsv", "txt", "json", "jsonl", "ndjson", "parquet", "pq", "arrow", "feather", "ipc", "log", "xml", "dat",
    ];
    member.rsplit_once('.').is_some_and(|(_, ending)| endings.contains(&ending.to_lowercase().as_str()))
}

fn look(
    name: &str,
    source: &dyn ByteSource,
    op: Option<&str>,
    chosen: &Map<String, Value>,
) -> Checked<(Detection, Vec<String>)> {
    if op.is_none() && parquet::is_parquet(name, source) {
        return Ok((parquet::detect(name, source, chosen.clone())?, vec!["import_parquet".to_owned()]));
    }
    if op.is_none() && arrow::is_arrow(name, source) {
        return Ok((arrow::detect(name, source, chosen)?, vec!["import_arrow".to_owned()]));
    }
    let (op, is_sure) = match op {
        Some(op) => (op, true),
        None => (text_op(name, source)?, false),
    };
    let detection = match read_as(op, name, source, chosen) {
        // It only seemed to be of this format: as text it can be looked at, and another format tried.
        Err(_) if !is_sure && op != "import_csv" && chosen.is_empty() => text::detect(name, source, chosen)?,
        outcome => outcome?,
    };
    let ops = if TEXT_OPS.contains(&op) { TEXT_OPS.map(str::to_owned).to_vec() } else { vec![op.to_owned()] };
    Ok((detection, ops))
}

fn read_as(op: &str, name: &str, source: &dyn ByteSource, chosen: &Map<String, Value>) -> Checked<Detection> {
    match op {
        "import_json" => json::detect(name, source, chosen),
        "import_log" => log::detect(name, source, chosen),
        "import_fixed" => fixed::detect(name, source, chosen),
        "import_xml" => xml::detect(name, source, chosen),
        "import_text" => text::detect(name, source, chosen),
        "import_arrow" => arrow::detect(name, source, chosen),
        "import_parquet" => parquet::detect(name, source, chosen.clone()),
        _ => csv::detect::detect(name, source, chosen),
    }
}

/// The operation that fits a text best; that of delimited text where nothing else is sure.
fn text_op(name: &str, source: &dyn ByteSource) -> Checked<&'static str> {
    if source.is_empty() {
        return Ok("import_csv");
    }
    // What cannot be decoded is refused where it is read.
    let Ok(sample) = Sample::take(source, name, CsvEncoding::Auto, Look::at_records()) else { return Ok("import_csv") };
    let (head, name) = (sample.head.as_str(), name.to_lowercase());
    Ok(if json::is_json(&sample) {
        "import_json"
    } else if xml::is_xml(head) {
        "import_xml"
    } else if log::known_pattern(head).is_some() {
        "import_log"
    } else if is_delimited(head) || name.ends_with(".csv") || name.ends_with(".tsv") {
        "import_csv"
    } else if fixed::has_ruler(head) {
        "import_fixed"
    } else if name.ends_with(".log") {
        "import_log"
    } else if name.ends_with(".txt") || name.ends_with(".md") {
        "import_text"
    } else {
        "import_csv"
    })
}

/// Whether a separator stands in nearly every line, as often in most of them.
fn is_delimited(head: &str) -> bool {
    let lines: Vec<&str> = head.lines().filter(|line| !line.trim().is_empty()).take(100).collect();
    [',', ';', '\t', '|'].into_iter().any(|separator| {
        let count = |line: &&str| line.matches(separator).count();
        let first = lines.first().map_or(0, count);
        let same = lines.iter().filter(|line| count(line) == first).count();
        first > 0 && same * 10 >= lines.len() * 6
    })
}
