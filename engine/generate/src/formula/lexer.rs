//! The words of a formula, each with the column where it begins.

use protocol::{Checked, Code, Diagnostic, Span};

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    Number(f64),
    Text(String),
    /// A name as it is written; quoted ones are never keywords or functions.
    Name(String, bool),
    Sign(&'static str),
    End,
}

const SIGNS: [&str; 18] =
    ["<=", ">=", "<>", "!=", "||", "=", "<", ">", "+", "-", "*", "/", "%", "(", ")", ",", ".", ";"];

/// A piece of text that cannot stand where it stands.
pub(super) fn unexpected(found: &str, column: u32) -> Box<Diagnostic> {
    let span = Span { line: 1, column, length: found.chars().count() as u32 };
    Diagnostic::new(Code::FormulaSyntax).with("found", found).at_span(span)
}

/// The tokens of a text with their one-based columns; the last is the end.
pub(super) fn tokens(text: &str) -> Checked<Vec<(Token, u32)>> {
    let mut tokens = Vec::new();
    let (mut rest, mut column) = (text, 1);
    loop {
        let trimmed = rest.trim_start();
        column += rest[..rest.len() - trimmed.len()].chars().count() as u32;
        rest = trimmed;
        let Some(first) = rest.chars().next() else {
            tokens.push((Token::End, column));
            return Ok(tokens);
        };
        let (token, length) = if first.is_ascii_digit() {
            number(rest).ok_or_else(|| unexpected(word(rest), column))?
        } else if first.is_alphabetic() || first == '_' {
            let name = word(rest);
            (Token::Name(name.to_owned(), false), name.len())
        } else if first == '\'' || first == '"' {
            let (content, length) = quoted(rest, first).ok_or_else(|| unexpected(rest, column))?;
            (if first == '"' { Token::Name(content, true) } else { Token::Text(content) }, length)
        } else {
            let sign = SIGNS.into_iter().find(|sign| rest.starts_with(sign));
            let sign = sign.ok_or_else(|| unexpected(&first.to_string(), column))?;
            (Token::Sign(sign), sign.len())
        };
        tokens.push((token, column));
        column += rest[..length].chars().count() as u32;
        rest = &rest[length..];
    }
}

fn word(text: &str) -> &str {
    let end = text.find(|char: char| !char.is_alphanumeric() && char != '_').unwrap_or(text.len());
    &text[..end]
}

fn number(text: &str) -> Option<(Token, usize)> {
    let digits = |from: usize| from + text[from..].bytes().take_while(u8::is_ascii_digit).count();
    let mut end = digits(0);
    if text[end..].starts_with('.') && digits(end + 1) > end + 1 {
        end = digits(end + 1);
    }
    let is_exponent = text[end..].starts_with(['e', 'E']);
    if is_exponent {
        let sign = usize::from(text[end + 1..].starts_with(['+', '-']));
        let stop = digits(end + 1 + sign);
        if stop == end + 1 + sign {
            return None;
        }
        end = stop;
    }
    let is_word = text[end..].starts_with(|char: char| char.is_alphanumeric() || char == '_');
    let value = text[..end].parse().ok().filter(|_| !is_word)?;
    Some((Token::Number(value), end))
}

/// What stands between quotes, which are doubled within.
fn quoted(text: &str, quote: char) -> Option<(String, usize)> {
    let mut content = String::new();
    let mut chars = text.char_indices().skip(1).peekable();
    while let Some((place, char)) = chars.next() {
        if char != quote {
            content.push(char);
        } else if chars.next_if(|(_, next)| *next == quote).is_some() {
            content.push(quote);
        } else {
            return Some((content, place + 1));
        }
    }
    None
}

const KEYWORDS: [&str; 8] = ["and", "or", "not", "in", "true", "false", "is", "null"];

/// Whether a plain name is a word of the language.
pub(super) fn is_keyword(name: &str) -> bool {
    KEYWORDS.contains(&name)
}

/// The names in a text that are neither keywords nor called; empty if it cannot be read.
pub(super) fn names(text: &str) -> Vec<String> {
    let tokens = tokens(text).unwrap_or_default();
    let mut names: Vec<String> = Vec::new();
    for (place, (token, _)) in tokens.iter().enumerate() {
        let is_called = matches!(tokens.get(place + 1), Some((Token::Sign("("), _)));
        if let Token::Name(name, is_quoted) = token
            && (*is_quoted || (!is_called && !is_keyword(name)))
            && !names.contains(name)
        {
            names.push(name.clone());
        }
    }
    names
}
