//! Places in the text: from sqlparser's spans to ours.

use protocol::{Checked, Code, Diagnostic, Span};
use sqlparser::ast::Spanned;
use sqlparser::tokenizer::Span as Parsed;

/// A place that does not take part in comparisons of trees: `a + b` is the same wherever it stands.
#[derive(Debug, Clone, Copy, Default)]
pub struct At(pub Span);

impl PartialEq for At {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// Our span of a stretch of the text; `None` where the parser kept none.
pub fn span(parsed: Parsed) -> Option<Span> {
    if parsed.start.line == 0 {
        return None;
    }
    let number = |value: u64| u32::try_from(value).unwrap_or(u32::MAX);
    let length =
        if parsed.start.line == parsed.end.line { parsed.end.column.saturating_sub(parsed.start.column) } else { 0 };
    Some(Span { line: number(parsed.start.line), column: number(parsed.start.column), length: number(length) })
}

/// The place of a parsed node, if the parser kept one.
pub fn of(node: &impl Spanned) -> Option<Span> {
    span(node.span())
}

/// An error of a code, at a place if one is known.
pub fn error(code: Code, at: Option<Span>) -> Box<Diagnostic> {
    let diagnostic = Diagnostic::new(code);
    match at {
        Some(at) => diagnostic.at_span(at),
        None => diagnostic,
    }
}

/// Refuses a construct by its name.
pub fn unsupported<T>(feature: &str, at: Option<Span>) -> Checked<T> {
    Err(error(Code::SqlUnsupported, at).with("feature", feature))
}

/// The names nearest to a misspelt one, best first; all of a short list, at most eight of a long one.
pub fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Vec<String> {
    let wanted = name.to_lowercase();
    let mut scored: Vec<(f64, &str)> =
        known.map(|known| (strsim::jaro_winkler(&wanted, &known.to_lowercase()), known)).collect();
    scored.sort_by(|left, right| right.0.total_cmp(&left.0).then_with(|| left.1.cmp(right.1)));
    scored.dedup_by(|left, right| left.1 == right.1);
    scored.into_iter().take(8).map(|(_, name)| name.to_owned()).collect()
}
