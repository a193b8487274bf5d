//! Regular expressions in parameters: compiled, or refused at their field.
//!
//! Their time is linear in the text (no back-references, no look-around), so no pattern can hang the engine.

use protocol::{Checked, Code, Diagnostic};
use regex::{Regex, RegexBuilder};

/// Compiles a pattern.
///
/// # Errors
/// `param-required` of an empty pattern, `param-invalid` of one that does not parse or is too large.
pub fn compile(pattern: &str, case_sensitive: bool) -> Checked<Regex> {
    if pattern.is_empty() {
        return Err(Diagnostic::new(Code::ParamRequired));
    }
    RegexBuilder::new(pattern).case_insensitive(!case_sensitive).build().map_err(|error| {
        let text = error.to_string();
        // The report draws the pattern first; its last line says what is wrong.
        let detail = text.lines().last().unwrap_or_default().trim_start_matches("error: ");
        Diagnostic::new(Code::ParamInvalid).with("detail", format!("{pattern}: {detail}"))
    })
}

/// A text found as it stands, as a pattern.
///
/// # Errors
/// Those of [`compile`].
pub fn literal(text: &str, case_sensitive: bool) -> Checked<Regex> {
    compile(&regex::escape(text), case_sensitive)
}

/// Checks that a replacement names only groups that the pattern has: `$1`, `$name`, `${1}a`; `$$` is a dollar.
///
/// # Errors
/// `param-invalid`, with the reference that leads nowhere.
pub fn check_references(pattern: &Regex, replacement: &str) -> Checked<()> {
    let mut rest = replacement;
    while let Some(start) = rest.find('$') {
        rest = &rest[start + 1..];
        if let Some(after) = rest.strip_prefix('$') {
            rest = after;
            continue;
        }
        let is_part = |char: char| char.is_ascii_alphanumeric() || char == '_';
        let name = match rest.strip_prefix('{') {
            Some(braced) => braced.split_once('}').map_or("", |(name, _)| name),
            None => &rest[..rest.find(|char| !is_part(char)).unwrap_or(rest.len())],
        };
        let exists = match name.parse::<usize>() {
            Ok(number) => number < pattern.captures_len(),
            Err(_) => name.is_empty() || pattern.capture_names().flatten().any(|known| known == name),
        };
        if !exists {
            return Err(Diagnostic::new(Code::ParamInvalid).with("detail", format!("${name}")));
        }
    }
    Ok(())
}
