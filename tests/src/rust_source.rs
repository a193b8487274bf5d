//! A Rust file as a scanner sees it: code without comments and without the content of strings, the string
//! literals with their lines, and neither of them from items under `#[cfg(test)]`.
//!
//! This is a lexer, not a parser: it tells comments, strings, characters and lifetimes apart, and matches
//! brackets. That is enough for the questions that the architecture tests ask.

/// A file, split.
#[derive(Debug)]
pub struct RustSource {
    /// The text with comments and string contents blanked; line breaks stay where they are.
    pub code: String,
    /// String literals in the order they stand.
    pub literals: Vec<Literal>,
}

/// A string literal, escapes as they are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Literal {
    /// One-based line on which it starts.
    pub line: usize,
    /// What stands between the quotes.
    pub text: String,
    /// Byte offset of its first quote in the code.
    pub offset: usize,
}

impl RustSource {
    /// Splits a file, tests included.
    pub fn whole(text: &str) -> Self {
        let mut lexer = Lexer { rest: text, code: String::with_capacity(text.len()), literals: Vec::new() };
        while lexer.step() {}
        Self { code: lexer.code, literals: lexer.literals }
    }

    /// Splits a file and leaves out the items under `#[cfg(test)]`.
    pub fn shipped(text: &str) -> Self {
        let mut source = Self::whole(text);
        for (start, end) in test_items(&source.code) {
            let blank: String = source.code[start..end].chars().map(blanked).collect();
            source.code.replace_range(start..end, &blank);
            source.literals.retain(|literal| !(start..end).contains(&literal.offset));
        }
        source
    }

    /// One-based lines of the code on which a text stands as a whole word.
    pub fn lines_with(&self, word: &str) -> Vec<usize> {
        let lines = self.code.lines().enumerate();
        lines.filter(|(_, line)| has_word(line, word)).map(|(index, _)| index + 1).collect()
    }
}

/// Whether a text stands in a line with no letter, digit or underscore right before or after it.
pub fn has_word(line: &str, word: &str) -> bool {
    let part = |char: char| char.is_alphanumeric() || char == '_';
    line.match_indices(word).any(|(at, _)| {
        let inside_before = word.starts_with(part) && line[..at].ends_with(part);
        let inside_after = word.ends_with(part) && line[at + word.len()..].starts_with(part);
        !inside_before && !inside_after
    })
}

fn blanked(char: char) -> char {
    // A character of several bytes becomes one space: offsets are taken from the code after blanking.
    if char == '\n' { '\n' } else { ' ' }
}

struct Lexer<'a> {
    rest: &'a str,
    code: String,
    literals: Vec<Literal>,
}

impl Lexer<'_> {
    /// Takes the next token; false at the end.
    fn step(&mut self) -> bool {
        let rest = self.rest;
        let Some(first) = rest.chars().next() else { return false };
        if rest.starts_with("//") {
            self.blank(rest.find('\n').unwrap_or(rest.len()));
        } else if rest.starts_with("/*") {
            self.blank(block_comment(rest));
        } else if let Some((hashes, prefix)) = raw_string(rest).filter(|_| !self.follows_word()) {
            let close = format!("\"{}", "#".repeat(hashes));
            let length = rest[prefix..].find(&close).map_or(rest.len() - prefix, |at| at);
            self.literal(prefix, length, close.len());
        } else if first == '"' {
            self.literal(1, quoted(&rest[1..]), 1);
        } else if first == '\'' && is_character(rest) {
            let inner = if rest[1..].starts_with('\\') { 2 } else { 1 };
            let inside = rest.char_indices().nth(inner).map_or(rest.len(), |(at, char)| at + char.len_utf8());
            let end = rest[inside..].find('\'').map_or(rest.len(), |at| inside + at + 1);
            self.blank(end);
        } else {
            self.code.push(first);
            self.rest = &rest[first.len_utf8()..];
        }
        true
    }

    fn follows_word(&self) -> bool {
        self.code.ends_with(|char: char| char.is_alphanumeric() || char == '_')
    }

    fn blank(&mut self, bytes: usize) {
        let bytes = bytes.min(self.rest.len());
        self.code.extend(self.rest[..bytes].chars().map(blanked));
        self.rest = &self.rest[bytes..];
    }

    fn literal(&mut self, open: usize, length: usize, close: usize) {
        let line = self.code.matches('\n').count() + 1;
        self.code.push_str(&" ".repeat(open - 1));
        let offset = self.code.len();
        self.code.push('"');
        let text = self.rest[open..open + length].to_owned();
        self.code.extend(text.chars().map(blanked));
        self.code.push('"');
        self.literals.push(Literal { line, text, offset });
        self.rest = &self.rest[(open + length + close).min(self.rest.len())..];
    }
}

/// Length of a block comment; they nest.
fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0usize, 0);
    while at < text.len() {
        if text[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if text[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

/// For `r"`, `r#"`, `br#"`: the number of hashes, and the length up to the content.
fn raw_string(text: &str) -> Option<(usize, usize)> {
    let start = if text.starts_with("br") { 2 } else { usize::from(text.starts_with('r')) };
    if start == 0 {
        return None;
    }
    let hashes = text[start..].chars().take_while(|char| *char == '#').count();
    text[start + hashes..].starts_with('"').then_some((hashes, start + hashes + 1))
}

/// Length of what stands before the closing quote.
fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (at, char) in text.char_indices() {
        match char {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at,
            _ => {}
        }
    }
    text.len()
}

/// Tells `'a'` and `'\n'` from the lifetime `'a`.
fn is_character(text: &str) -> bool {
    let mut chars = text.chars().skip(1);
    match chars.next() {
        Some('\\') => true,
        Some(_) => chars.next() == Some('\''),
        None => false,
    }
}

/// Byte ranges of the items under `#[cfg(test)]`, last first.
fn test_items(code: &str) -> Vec<(usize, usize)> {
    let mut items: Vec<(usize, usize)> = Vec::new();
    for (start, attribute) in code.match_indices("#[cfg(test)]") {
        if items.last().is_some_and(|(_, end)| start < *end) {
            continue;
        }
        let body = start + attribute.len();
        let semicolon = code[body..].find(';').map_or(code.len(), |at| body + at + 1);
        let brace = code[body..].find('{').map_or(code.len(), |at| body + at);
        items.push((start, if brace < semicolon { brace + braces(&code[brace..]) } else { semicolon }));
    }
    items.reverse();
    items
}

/// Length up to the brace that closes the first one.
fn braces(code: &str) -> usize {
    let mut depth = 0usize;
    for (at, byte) in code.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 1 => return at + 1,
            b'}' => depth -= 1,
            _ => {}
        }
    }
    code.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &RustSource) -> Vec<&str> {
        source.literals.iter().map(|literal| literal.text.as_str()).collect()
    }

    #[test]
    fn comments_strings_characters_and_lifetimes_are_told_apart() {
        let source = RustSource::whole(
            "fn a<'a>(x: &'a str) { /* no /* nested */ \"no\" */ b(\"one\\\"s\", 'x', '\"', '\\''); // \"no\"\n r#\"tw\"o\"#; }",
        );
        assert_eq!(texts(&source), ["one\\\"s", "tw\"o"]);
        assert_eq!(source.literals[1].line, 2);
        assert!(source.code.contains("fn a<'a>(x: &'a str) {") && !source.code.contains("nested"));
    }

    #[test]
    fn test_items_are_left_out() {
        let source = RustSource::shipped(
            "fn a() { b(\"é in\") }\n#[cfg(test)]\nmod tests { fn c() { d(\"out\") } }\n#[cfg(test)]\nmod more;\nfn e() { f(\"in too\") }",
        );
        assert_eq!(texts(&source), ["é in", "in too"]);
        assert!(source.lines_with("tests").is_empty() && source.lines_with("more").is_empty());
        assert_eq!(source.lines_with("e"), [6]);
    }

    #[test]
    fn words_are_whole() {
        assert!(has_word("use std::fs;", "std::fs") && has_word("x.eval(1)", "eval("));
        assert!(!has_word("let unsort = 1;", "sort") && !has_word("use std::fsx;", "std::fs"));
    }
}
