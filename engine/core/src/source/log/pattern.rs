//! A pattern with named pieces as one regular expression, and what each capture is called and worth.

use protocol::{Checked, Code, Diagnostic};
use regex::{Captures, Regex, RegexBuilder};

use super::patterns::{PATTERNS, find};
use crate::source::csv::options::CsvType;

/// Longest expression that the names may grow to.
const MAX_EXPRESSION_BYTES: usize = 100_000;

/// A readable pattern.
pub struct Pattern {
    regex: Regex,
    /// Columns, in order of their first capture.
    pub columns: Vec<(String, Option<CsvType>)>,
    /// Column of each group that has one.
    groups: Vec<(usize, usize)>,
}

impl Pattern {
    /// Reads a pattern that must fit a record as a whole.
    ///
    /// # Errors
    /// `param-required`, `log-pattern`, `log-pattern-name`, at `/pattern`.
    pub fn parse(text: &str) -> Checked<Self> {
        if text.trim().is_empty() {
            return Err(Diagnostic::new(Code::ParamRequired).at_field("/pattern"));
        }
        let mut fields = Vec::new();
        let expression = expand(text, &mut fields).map_err(|finding| finding.at_field("/pattern"))?;
        let regex = compile(&format!(r"\A(?:{expression})\s*\z"), text, "/pattern")?;
        let mut pattern = Self { regex, columns: Vec::new(), groups: Vec::new() };
        for (group, name) in pattern.regex.capture_names().enumerate() {
            let Some(name) = name else { continue };
            let field = name.strip_prefix(FIELD).and_then(|index| fields.get(index.parse::<usize>().ok()?));
            let (name, kind) = field.map_or((name, None), |(name, kind)| (name.as_str(), *kind));
            let column = match pattern.columns.iter().position(|(known, _)| known == name) {
                Some(column) => column,
                None => {
                    pattern.columns.push((name.to_owned(), kind));
                    pattern.columns.len() - 1
                }
            };
            pattern.groups.push((group, column));
        }
        if pattern.columns.is_empty() {
            return Err(Diagnostic::new(Code::LogPattern).with("detail", text).at_field("/pattern"));
        }
        Ok(pattern)
    }

    /// The cells of a record, if it fits. Of two captures of one name the first that took part counts.
    pub fn cells<'a>(&self, record: &'a str) -> Option<Vec<Option<&'a str>>> {
        let captures: Captures<'a> = self.regex.captures(record)?;
        let mut cells = vec![None; self.columns.len()];
        for (group, column) in &self.groups {
            let cell = &mut cells[*column];
            *cell = cell.or_else(|| captures.get(*group).map(|found| found.as_str()));
        }
        Some(cells)
    }
}

/// Prefix of the groups that stand for fields: their own names need not be legal in an expression, nor unique.
const FIELD: &str = "__field_";

/// A regular expression; `.` goes over ends of line, for a record may have several.
///
/// # Errors
/// `log-pattern` at the field.
pub fn compile(expression: &str, text: &str, field: &str) -> Checked<Regex> {
    let refuse = |detail: String| Diagnostic::new(Code::LogPattern).with("detail", detail).at_field(field);
    if expression.len() > MAX_EXPRESSION_BYTES {
        return Err(refuse(text.chars().take(100).collect()));
    }
    RegexBuilder::new(expression)
        .dot_matches_new_line(true)
        .build()
        .map_err(|error| refuse(error.to_string().lines().last().unwrap_or(text).to_owned()))
}

/// Replaces `%{…}`; the table names only what stands before, so this ends.
fn expand(text: &str, fields: &mut Vec<(String, Option<CsvType>)>) -> Checked<String> {
    let (mut expanded, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once("%{") {
        let bad = || Diagnostic::new(Code::LogPattern).with("detail", rest.chars().take(100).collect::<String>());
        let (inside, after) = after.split_once('}').ok_or_else(bad)?;
        let mut parts = inside.splitn(3, ':');
        let (name, field, kind) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
        let known = find(name).ok_or_else(|| {
            let candidates: Vec<String> = PATTERNS.iter().map(|(name, _)| (*name).to_owned()).collect();
            Diagnostic::new(Code::LogPatternName).with("name", name).with("candidates", candidates)
        })?;
        expanded.push_str(before);
        match field.filter(|field| !field.is_empty()) {
            Some(field) => {
                let kind = kind.map(|kind| type_of(kind).ok_or_else(bad)).transpose()?;
                fields.push((field.to_owned(), kind));
                expanded.push_str(&format!("(?<{FIELD}{}>", fields.len() - 1));
            }
            None => expanded.push_str("(?:"),
        }
        expanded.push_str(&expand(known, fields)?);
        expanded.push(')');
        if expanded.len() > MAX_EXPRESSION_BYTES {
            return Err(bad());
        }
        rest = after;
    }
    expanded.push_str(rest);
    Ok(expanded)
}

/// The type that a capture asks for, in the words of log tools or in ours.
fn type_of(word: &str) -> Option<CsvType> {
    Some(match word {
        "int" | "long" | "integer" => CsvType::Integer,
        "float" | "double" | "number" => CsvType::Number,
        "string" | "text" => CsvType::Text,
        "bool" | "boolean" => CsvType::Boolean,
        "date" => CsvType::Date,
        "datetime" => CsvType::Datetime,
        "time" => CsvType::Time,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(pattern: &str, record: &str) -> String {
        let pattern = Pattern::parse(pattern).expect("a pattern");
        let Some(cells) = pattern.cells(record) else { return "-".to_owned() };
        let named = pattern.columns.iter().zip(cells);
        named.filter_map(|((name, _), cell)| Some(format!("{name}={}", cell?))).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn records_fit_the_patterns_that_are_named() {
        let common = r#"192.0.2.7 - ada [10/Oct/2024:13:55:36 +0200] "GET /a?b=1 HTTP/1.1" 200 2326"#;
        for (pattern, record, expected) in [
            (
                "%{COMMONAPACHELOG}",
                common,
                "client=192.0.2.7 ident=- user=ada timestamp=10/Oct/2024:13:55:36 +0200 method=GET path=/a?b=1 http_version=1.1 status=200 bytes=2326",
            ),
            ("%{COMMONAPACHELOG}", "nothing of the kind", "-"),
            (
                "%{SYSLOG}",
                "Nov  5 03:04:05 host-1 sshd[812]: Accepted key",
                "timestamp=Nov  5 03:04:05 host=host-1 program=sshd pid=812 message=Accepted key",
            ),
            (
                "%{LEVELLOG}",
                "2024-01-02 03:04:05,678 [WARN] low: disk",
                "timestamp=2024-01-02 03:04:05,678 level=WARN message=low: disk",
            ),
            (r"(?<day>\d+)/%{INT:n.x:int}", "12/-3", "day=12 n.x=-3"),
            (
                "%{IP:a} %{IPORHOST:b} %{UUID:c}",
                "::1 example.org 123e4567-e89b-12d3-a456-426614174000",
                "a=::1 b=example.org c=123e4567-e89b-12d3-a456-426614174000",
            ),
        ] {
            assert_eq!(cells(pattern, record), expected, "{pattern}");
        }
        for (name, _) in PATTERNS {
            assert!(Pattern::parse(&format!("%{{{name}:x}}")).is_ok(), "{name}");
        }
        for pattern in ["", "%{NOPE:x}", "%{INT:x:colour}", "(", "no field", "%{INT"] {
            assert!(Pattern::parse(pattern).is_err(), "{pattern}");
        }
    }
}
