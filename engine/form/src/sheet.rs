//! Forms and spreadsheets: a file of comma-separated values out and in, and blocks of cells that are pasted.
//!
//! What does not fit a cell is put there all the same and named, cell by cell: a person mends it where it stands.

use csv_core::{ReadRecordResult, ReaderBuilder};
use protocol::{Checked, Code, Diagnostic, Severity};

use crate::check::{Finding, Findings, Sheet, cell};
use crate::document::{Form, MAX_ROWS, Row, RowId, too_long};
use crate::kind::Field;
use crate::value::{Reading, text};

/// Heading of the column that holds the ids of rows. No field has this name.
pub const ID: &str = "id";
/// What a text begins with that a spreadsheet would take for a formula (OWASP, CSV injection).
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// What came of a block of cells.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Placed {
    /// Rows that it filled.
    pub rows: usize,
    /// Cells that it filled.
    pub cells: usize,
    /// What is wrong with what it filled, and what it could not fill.
    pub findings: Vec<Finding>,
}

/// The form as a file of comma-separated values: a heading of names, ids of rows, values as they are stored, figures
/// as the engine has them.
pub fn export(form: &Form, reading: &Reading<'_>) -> String {
    let fields = reading.kind.fields;
    let head = std::iter::once(ID.to_owned()).chain(fields.iter().map(|field| field.name.to_owned()));
    let mut lines = vec![head.collect::<Vec<_>>()];
    lines.extend(form.rows.iter().map(|row| {
        let cells = fields.iter().map(|field| match field.is_computed() {
            true => reading.figure(field, row).map(|figure| figure.to_string()).unwrap_or_default(),
            false => row.cell(field.name).map(text).unwrap_or_default(),
        });
        std::iter::once(row.id.0.clone()).chain(cells.map(neutral)).collect()
    }));
    lines.into_iter().map(|line| line.into_iter().map(quoted).collect::<Vec<_>>().join(",") + "\n").collect()
}

/// A cell in quotes where it holds what parts cells and lines (RFC 4180).
fn quoted(cell: String) -> String {
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

/// The form with the rows of such a file in place of its own. Columns are known by name or by label, in any order;
/// figures are left to the engine.
///
/// # Errors
/// `form-too-long`; `param-required` for a file that holds nothing.
pub fn import(form: &Form, reading: &Reading<'_>, file: &str) -> Checked<(Form, Placed)> {
    let file = file.trim_start_matches('\u{feff}');
    let mut lines = records(file, delimiter(file))?.into_iter();
    let head = lines.next().ok_or_else(|| Diagnostic::new(Code::ParamRequired))?;
    let mut findings = Findings::default();
    let mut columns: Vec<Option<&'static Field>> = Vec::new();
    for name in &head {
        let field =
            named(reading, name).filter(|field| !columns.iter().flatten().any(|known| known.name == field.name));
        if field.is_none() && !name.is_empty() && !name.eq_ignore_ascii_case(ID) {
            let unknown = Diagnostic::new(Code::ColumnUnknown).with("column", name.as_str());
            findings.form(unknown.with("candidates", Vec::new()).severity(Severity::Warning));
        }
        columns.push(field);
    }
    let ids = head.iter().position(|name| name.eq_ignore_ascii_case(ID));
    let mut made = form.clone();
    made.rows.clear();
    let mut cells = 0;
    for line in lines.filter(|line| line.iter().any(|cell| !cell.is_empty())) {
        let at = made.rows.len();
        let id = made.insert(at)?;
        let own = ids.and_then(|place| line.get(place)).map(|id| RowId::from(id.as_str()));
        // A row that the form knows stays that row, so that links to it hold.
        let id = match own.filter(|own| form.row(own).is_some() && made.row(own).is_none()) {
            Some(own) => {
                made.rows[at].id = own.clone();
                made.rows[at].extra = form.row(&own).map(|row| row.extra.clone()).unwrap_or_default();
                own
            }
            None => id,
        };
        for (field, typed) in columns.iter().zip(&line).filter_map(|(field, typed)| Some(((*field)?, typed))) {
            cells += usize::from(made.set(&id, field.name, reading.read(field, typed)));
        }
    }
    let rows: Vec<RowId> = made.rows.iter().map(|row| row.id.clone()).collect();
    faults(&made, reading, &rows, reading.kind.fields, &mut findings);
    let placed = Placed { rows: rows.len(), cells, findings: findings.into_list() };
    Ok((made, placed))
}

/// Puts a block of cells, as a spreadsheet copies it, into the form: its first cell at a row and a field, rows added
/// as needed. A line of headings is left out.
///
/// # Errors
/// `form-too-long`; the form is left as it was.
pub fn paste(form: &mut Form, reading: &Reading<'_>, row: usize, field: usize, block: &str) -> Checked<Placed> {
    let mut lines = records(block, b'\t')?;
    let fields = reading.kind.fields.get(field..).unwrap_or_default();
    let is_heading = |line: &Vec<String>| {
        let names = line.iter().zip(fields).filter(|(name, _)| !name.is_empty());
        line.len() > 1 && names.clone().count() > 0 && { names }.all(|(name, field)| is_named(reading, field, name))
    };
    if lines.first().is_some_and(is_heading) {
        lines.remove(0);
    }
    let row = row.min(form.rows.len());
    if row + lines.len() > MAX_ROWS {
        return Err(too_long(row + lines.len()));
    }
    let mut findings = Findings::default();
    let (mut touched, mut cells, mut beyond) = (Vec::new(), 0, 0);
    for (offset, line) in lines.iter().enumerate() {
        let id = match form.rows.get(row + offset) {
            Some(known) => known.id.clone(),
            None => form.insert(row + offset)?,
        };
        for (field, typed) in fields.iter().zip(line) {
            if field.is_computed() {
                let note = || Diagnostic::new(Code::FormCellComputed).severity(Severity::Note);
                if let Some(row) = form.row(&id).filter(|_| !typed.is_empty()) {
                    findings.at(row, field.name, note());
                }
            } else {
                cells += usize::from(form.set(&id, field.name, reading.read(field, typed)));
            }
        }
        beyond += line.iter().skip(fields.len()).filter(|cell| !cell.is_empty()).count();
        touched.push(id);
    }
    if beyond > 0 {
        findings.form(Diagnostic::new(Code::FormPasteWide).with("count", beyond).severity(Severity::Warning));
    }
    let width = lines.iter().map(Vec::len).max().unwrap_or(0).min(fields.len());
    faults(form, reading, &touched, &fields[..width], &mut findings);
    Ok(Placed { rows: touched.len(), cells, findings: findings.into_list() })
}

/// What is wrong with filled cells; empty ones are another matter.
fn faults(form: &Form, reading: &Reading<'_>, rows: &[RowId], fields: &'static [Field], findings: &mut Findings) {
    let sheet = Sheet { form, kind: reading.kind, known: reading.known };
    let filled = |row: &Row, field: &Field| row.cell(field.name).and_then(|_| cell(&sheet, row, field));
    for row in rows.iter().filter_map(|id| form.row(id)) {
        for field in fields {
            if let Some(wrong) = filled(row, field) {
                findings.at(row, field.name, wrong);
            }
        }
    }
}

/// The cells of each line, without the spaces around them and the apostrophe that keeps a formula a text.
fn records(text: &str, delimiter: u8) -> Checked<Vec<Vec<String>>> {
    let mut reader = ReaderBuilder::new().delimiter(delimiter).build();
    let (mut output, mut ends) = (vec![0; 1_024], vec![0; 64]);
    let (mut input, mut lines) = (text.as_bytes(), Vec::new());
    loop {
        let (mut written, mut cells) = (0, 0);
        let is_record = loop {
            let (result, read, wrote, ended) = reader.read_record(input, &mut output[written..], &mut ends[cells..]);
            (input, written, cells) = (&input[read..], written + wrote, cells + ended);
            match result {
                // Asked again with nothing, the reader gives what it has begun.
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => output.resize(2 * output.len(), 0),
                ReadRecordResult::OutputEndsFull => ends.resize(2 * ends.len(), 0),
                ReadRecordResult::Record => break true,
                ReadRecordResult::End => break false,
            }
        };
        if !is_record {
            break;
        }
        // One line more than rows: the heading.
        if lines.len() > MAX_ROWS {
            return Err(too_long(lines.len()));
        }
        let starts = std::iter::once(0).chain(ends[..cells].iter().copied());
        let spans = starts.zip(&ends[..cells]).map(|(start, end)| String::from_utf8_lossy(&output[start..*end]));
        lines.push(spans.map(|cell| plain(&cell)).collect());
    }
    Ok(lines)
}

/// What parts the cells of a file: what its first line has most of.
fn delimiter(file: &str) -> u8 {
    let line = file.lines().next().unwrap_or_default();
    let count = |delimiter: &u8| line.bytes().filter(|byte| byte == delimiter).count();
    // The last of several is taken: the comma, where a line has none of them.
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

fn named(reading: &Reading<'_>, name: &str) -> Option<&'static Field> {
    reading.kind.fields.iter().find(|field| is_named(reading, field, name))
}

fn is_named(reading: &Reading<'_>, field: &Field, name: &str) -> bool {
    let name = name.trim().to_lowercase();
    field.name == name || reading.words.text(&reading.kind.key_of(field), &[]).to_lowercase() == name
}

/// A text behind an apostrophe where it begins as a formula does, or with an apostrophe itself; numbers stay as they
/// are.
fn neutral(text: String) -> String {
    let is_formula = text.starts_with(FORMULA) && text.parse::<f64>().is_err();
    if is_formula || text.starts_with('\'') { format!("'{text}") } else { text }
}

fn plain(cell: &str) -> String {
    let cell = cell.trim();
    let is_kept = |rest: &&str| rest.starts_with(FORMULA) || rest.starts_with('\'');
    cell.strip_prefix('\'').filter(is_kept).unwrap_or(cell).to_owned()
}
