//! One JSON value (RFC 8259), read without losing how it was written.
//!
//! Numbers keep their digits, so that none is rounded before its column has a type; lists and objects keep
//! their text. `serde_json` would round whole numbers beyond 64 bits.

use std::borrow::Cow;

/// Deepest nesting that is read: deeper values are refused, so that no file can exhaust the stack.
pub const MAX_DEPTH: usize = 128;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub enum Node<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean(bool),
    /// A number, as it is written.
    Number(&'a str),
    /// A text, without its escapes.
    Text(Cow<'a, str>),
    /// A list, as it is written.
    List(&'a str),
    /// An object: its fields in order (a name may stand twice), and how it is written.
    Object(Vec<(Cow<'a, str>, Node<'a>)>, &'a str),
}

/// Why a text is no JSON: a word of the format, not a sentence.
pub type Fault = &'static str;

/// Reads a text that is one value.
///
/// # Errors
/// What is wrong with it.
pub fn parse(text: &str) -> Result<Node<'_>, Fault> {
    let mut parser = Parser { text, at: 0 };
    let node = parser.value(0)?;
    parser.blank();
    if parser.at < text.len() { Err("trailing text") } else { Ok(node) }
}

/// The elements of a list that was read before.
///
/// # Errors
/// What is wrong with it.
pub fn elements(list: &str) -> Result<Vec<Node<'_>>, Fault> {
    let mut parser = Parser { text: list, at: 0 };
    parser.list(0, true)
}

/// A value's text without the white space between its parts.
pub fn compact(text: &str) -> Cow<'_, str> {
    let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
    if !text.as_bytes().iter().any(is_blank) {
        return Cow::Borrowed(text);
    }
    let (mut compact, mut in_text, mut escaped) = (String::with_capacity(text.len()), false, false);
    for char in text.chars() {
        if in_text {
            in_text = escaped || char != '"';
            escaped = !escaped && char == '\\';
        } else if matches!(char, ' ' | '\t' | '\n' | '\r') {
            continue;
        } else {
            in_text = char == '"';
        }
        compact.push(char);
    }
    Cow::Owned(compact)
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blank(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn expect(&mut self, byte: u8, fault: Fault) -> Result<(), Fault> {
        self.blank();
        if self.peek() != Some(byte) {
            return Err(fault);
        }
        self.at += 1;
        Ok(())
    }

    fn value(&mut self, depth: usize) -> Result<Node<'a>, Fault> {
        if depth > MAX_DEPTH {
            return Err("nested too deep");
        }
        self.blank();
        let start = self.at;
        match self.peek() {
            None => Err("unexpected end"),
            Some(b'{') => {
                let fields = self.object(depth)?;
                Ok(Node::Object(fields, &self.text[start..self.at]))
            }
            Some(b'[') => {
                self.list(depth, false)?;
                Ok(Node::List(&self.text[start..self.at]))
            }
            Some(b'"') => Ok(Node::Text(self.string()?)),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(_) => self.word(),
        }
    }

    fn object(&mut self, depth: usize) -> Result<Vec<(Cow<'a, str>, Node<'a>)>, Fault> {
        self.at += 1;
        let mut fields = Vec::new();
        self.blank();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(fields);
        }
        loop {
            self.blank();
            if self.peek() != Some(b'"') {
                return Err("name expected");
            }
            let name = self.string()?;
            self.expect(b':', "colon expected")?;
            fields.push((name, self.value(depth + 1)?));
            self.blank();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b'}') => {
                    self.at += 1;
                    return Ok(fields);
                }
                None => return Err("unexpected end"),
                Some(_) => return Err("comma expected"),
            }
        }
    }

    /// Reads a list; its elements are kept only where they are wanted.
    fn list(&mut self, depth: usize, wanted: bool) -> Result<Vec<Node<'a>>, Fault> {
        self.expect(b'[', "list expected")?;
        let mut elements = Vec::new();
        self.blank();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(elements);
        }
        loop {
            let element = self.value(depth + 1)?;
            if wanted {
                elements.push(element);
            }
            self.blank();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b']') => {
                    self.at += 1;
                    return Ok(elements);
                }
                None => return Err("unexpected end"),
                Some(_) => return Err("comma expected"),
            }
        }
    }

    fn string(&mut self) -> Result<Cow<'a, str>, Fault> {
        let bytes = self.text.as_bytes();
        let (start, mut has_escape) = (self.at, false);
        self.at += 1;
        loop {
            match bytes.get(self.at) {
                None => return Err("unexpected end"),
                Some(b'"') => break,
                Some(b'\\') => {
                    has_escape = true;
                    self.at += 1;
                }
                Some(0..=0x1f) => return Err("control character"),
                Some(_) => {}
            }
            self.at += 1;
        }
        self.at += 1;
        if !has_escape {
            return Ok(Cow::Borrowed(&self.text[start + 1..self.at - 1]));
        }
        // A backslash before a character of several bytes ends inside of it: no such escape exists.
        let raw = self.text.get(start..self.at).ok_or("unknown escape")?;
        serde_json::from_str::<String>(raw).map(Cow::Owned).map_err(|_| "unknown escape")
    }

    fn digits(&mut self) -> Result<(), Fault> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == start { Err("number malformed") } else { Ok(()) }
    }

    fn number(&mut self) -> Result<Node<'a>, Fault> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        if self.peek() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        match self.peek() {
            None | Some(b' ' | b'\t' | b'\n' | b'\r' | b',' | b']' | b'}') => {
                Ok(Node::Number(&self.text[start..self.at]))
            }
            Some(_) => Err("number malformed"),
        }
    }

    fn word(&mut self) -> Result<Node<'a>, Fault> {
        for (word, node) in [("null", Node::Null), ("true", Node::Boolean(true)), ("false", Node::Boolean(false))] {
            if self.text[self.at..].starts_with(word) {
                self.at += word.len();
                return Ok(node);
            }
        }
        Err("value expected")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_as_they_are_written() {
        let number = |text| Ok(Node::Number(text));
        for (text, expected) in [
            (" 12345678901234567890 ", number("12345678901234567890")),
            ("-0.50e+2", number("-0.50e+2")),
            ("\"a\\u00e9\\n\"", Ok(Node::Text("aé\n".into()))),
            ("true", Ok(Node::Boolean(true))),
            ("[1, {\"a\": 2}]", Ok(Node::List("[1, {\"a\": 2}]"))),
            ("{}", Ok(Node::Object(Vec::new(), "{}"))),
            ("01", Err("number malformed")),
            ("1.", Err("number malformed")),
            ("\"\\x\"", Err("unknown escape")),
            ("\"\\é\"", Err("unknown escape")),
            ("\"\\ud800\"", Err("unknown escape")),
            ("\"a\nb\"", Err("control character")),
            ("{\"a\" 1}", Err("colon expected")),
            ("{a: 1}", Err("name expected")),
            ("[1 2]", Err("comma expected")),
            ("[1,", Err("unexpected end")),
            ("nul", Err("value expected")),
            ("1 2", Err("trailing text")),
            ("é", Err("value expected")),
        ] {
            assert_eq!(parse(text), expected, "{text}");
        }
        assert_eq!(parse(&"[".repeat(100_000)), Err("nested too deep"));
        assert_eq!(compact("{ \"a b\" : [ 1,\n2 ] }"), "{\"a b\":[1,2]}");
        assert_eq!(compact(r#"["\" ", 1]"#), r#"["\" ",1]"#);
    }
}
