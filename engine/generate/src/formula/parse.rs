//! Text to tree: precedence climbing, with types settled on the way.
//!
//! From loosest to tightest: `or`, `and`, `not`, comparison (`=`, `<>`, `<`, `in (…)`, `is null`), `||`, `+ -`,
//! `* / %`, unary `-`.

use protocol::{Arg, Checked, Code, Diagnostic, Span};

use super::functions::{self, Body};
use super::lexer::{Token, is_keyword, tokens, unexpected};
use super::tree::{Arithmetic, Compare, Kind, Node};
use crate::value::Type;

/// Deeper nesting is refused: evaluation is recursive.
const DEPTH: u32 = 64;

type Typed = (Node, Kind);

struct Parser<'a> {
    tokens: Vec<(Token, u32)>,
    next: usize,
    depth: u32,
    types: &'a dyn Fn(&str) -> Option<Type>,
    columns: Vec<String>,
}

pub(super) fn parse(text: &str, types: &dyn Fn(&str) -> Option<Type>) -> Checked<(Node, Kind, Vec<String>)> {
    let mut parser = Parser { tokens: tokens(text)?, next: 0, depth: 0, types, columns: Vec::new() };
    let (node, kind) = parser.either()?;
    match parser.peek() {
        Token::End => Ok((node, kind, parser.columns)),
        _ => Err(parser.unexpected()),
    }
}

impl Parser<'_> {
    fn peek(&self) -> &Token {
        self.tokens.get(self.next).map_or(&Token::End, |(token, _)| token)
    }

    fn column(&self) -> u32 {
        self.tokens.get(self.next).map_or(1, |(_, column)| *column)
    }

    fn unexpected(&self) -> Box<Diagnostic> {
        let found = match self.peek() {
            Token::Number(value) => value.to_string(),
            Token::Text(text) | Token::Name(text, _) => text.clone(),
            Token::Sign(sign) => (*sign).to_owned(),
            Token::End => {
                let span = Span { line: 1, column: self.column(), length: 0 };
                return Diagnostic::new(Code::FormulaEnd).at_span(span);
            }
        };
        unexpected(&found, self.column())
    }

    fn sign(&mut self, sign: &str) -> bool {
        let is_here = matches!(self.peek(), Token::Sign(found) if *found == sign);
        self.next += usize::from(is_here);
        is_here
    }

    fn word(&mut self, word: &str) -> bool {
        let is_here = matches!(self.peek(), Token::Name(found, false) if found == word);
        self.next += usize::from(is_here);
        is_here
    }

    fn need_sign(&mut self, sign: &str) -> Checked<()> {
        if self.sign(sign) { Ok(()) } else { Err(self.unexpected()) }
    }

    /// A part whose type must be this one.
    fn need(&self, (node, found): Typed, expected: Kind, column: u32) -> Checked<Box<Node>> {
        if found == expected {
            return Ok(Box::new(node));
        }
        let diagnostic = Diagnostic::new(Code::FormulaType);
        let diagnostic = diagnostic.with("found", found.name()).with("expected", expected.name());
        Err(diagnostic.at_span(Span { line: 1, column, length: 0 }))
    }

    fn either(&mut self) -> Checked<Typed> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(self.unexpected());
        }
        let mut column = self.column();
        let mut left = self.both()?;
        while self.word("or") {
            let first = self.need(left, Kind::Boolean, column)?;
            column = self.column();
            let right = self.both()?;
            left = (Node::Or(first, self.need(right, Kind::Boolean, column)?), Kind::Boolean);
        }
        self.depth -= 1;
        Ok(left)
    }

    fn both(&mut self) -> Checked<Typed> {
        let mut column = self.column();
        let mut left = self.negation()?;
        while self.word("and") {
            let first = self.need(left, Kind::Boolean, column)?;
            column = self.column();
            let right = self.negation()?;
            left = (Node::And(first, self.need(right, Kind::Boolean, column)?), Kind::Boolean);
        }
        Ok(left)
    }

    fn negation(&mut self) -> Checked<Typed> {
        let mut count = 0;
        while self.word("not") {
            count += 1;
        }
        let column = self.column();
        let inner = self.comparison()?;
        if count == 0 {
            return Ok(inner);
        }
        let inner = self.need(inner, Kind::Boolean, column)?;
        Ok((if count % 2 == 1 { Node::Not(inner) } else { *inner }, Kind::Boolean))
    }

    fn comparison(&mut self) -> Checked<Typed> {
        let left = self.concatenation()?;
        if self.word("is") {
            let is_not = self.word("not");
            if !self.word("null") {
                return Err(self.unexpected());
            }
            let node = Node::IsNull(Box::new(left.0));
            return Ok((if is_not { Node::Not(Box::new(node)) } else { node }, Kind::Boolean));
        }
        let before = self.next;
        let is_not = self.word("not");
        if self.word("in") {
            self.need_sign("(")?;
            let mut items = Vec::new();
            loop {
                let column = self.column();
                let item = self.concatenation()?;
                items.push(*self.need(item, left.1, column)?);
                if !self.sign(",") {
                    break;
                }
            }
            self.need_sign(")")?;
            let node = Node::In(Box::new(left.0), items);
            return Ok((if is_not { Node::Not(Box::new(node)) } else { node }, Kind::Boolean));
        }
        self.next = before;
        let compare = match self.peek() {
            Token::Sign("=") => Compare::Equal,
            Token::Sign("<>" | "!=") => Compare::Unequal,
            Token::Sign("<") => Compare::Less,
            Token::Sign("<=") => Compare::LessEqual,
            Token::Sign(">") => Compare::Greater,
            Token::Sign(">=") => Compare::GreaterEqual,
            _ => return Ok(left),
        };
        self.next += 1;
        let column = self.column();
        let right = self.concatenation()?;
        let right = self.need(right, left.1, column)?;
        Ok((Node::Compare(compare, Box::new(left.0), right), Kind::Boolean))
    }

    fn concatenation(&mut self) -> Checked<Typed> {
        let mut left = self.sum()?;
        while self.sign("||") {
            let right = self.sum()?;
            left = (Node::Concat(Box::new(shown(left)), Box::new(shown(right))), Kind::Text);
        }
        Ok(left)
    }

    fn sum(&mut self) -> Checked<Typed> {
        self.arithmetic(&[("+", Arithmetic::Add), ("-", Arithmetic::Subtract)], Self::product)
    }

    fn product(&mut self) -> Checked<Typed> {
        let signs = [("*", Arithmetic::Multiply), ("/", Arithmetic::Divide), ("%", Arithmetic::Remainder)];
        self.arithmetic(&signs, Self::unary)
    }

    fn arithmetic(&mut self, signs: &[(&str, Arithmetic)], tighter: fn(&mut Self) -> Checked<Typed>) -> Checked<Typed> {
        let mut column = self.column();
        let mut left = tighter(self)?;
        while let Some((_, operator)) = signs.iter().find(|(sign, _)| self.sign(sign)) {
            let first = self.need(left, Kind::Number, column)?;
            column = self.column();
            let right = tighter(self)?;
            let right = self.need(right, Kind::Number, column)?;
            left = (Node::Arithmetic(*operator, first, right), Kind::Number);
        }
        Ok(left)
    }

    fn unary(&mut self) -> Checked<Typed> {
        let mut count = 0;
        while self.sign("-") {
            count += 1;
        }
        let column = self.column();
        let inner = self.primary()?;
        if count == 0 {
            return Ok(inner);
        }
        let inner = self.need(inner, Kind::Number, column)?;
        Ok((if count % 2 == 1 { Node::Negative(inner) } else { *inner }, Kind::Number))
    }

    fn primary(&mut self) -> Checked<Typed> {
        let column = self.column();
        let token = self.peek().clone();
        let error = self.unexpected();
        self.next += 1;
        match token {
            Token::Number(value) => Ok((Node::Number(value), Kind::Number)),
            Token::Text(text) => Ok((Node::Text(text), Kind::Text)),
            Token::Sign("(") => {
                let inner = self.either()?;
                self.need_sign(")")?;
                Ok(inner)
            }
            Token::Name(name, false) if name == "true" || name == "false" => {
                Ok((Node::Boolean(name == "true"), Kind::Boolean))
            }
            Token::Name(name, false) if is_keyword(&name) => Err(error),
            Token::Name(name, false) if self.sign("(") => self.call(&name, column),
            Token::Name(name, _) => self.reference(name, column),
            _ => Err(error),
        }
    }

    fn reference(&mut self, name: String, column: u32) -> Checked<Typed> {
        let Some(found) = (self.types)(&name) else {
            let span = Span { line: 1, column, length: name.chars().count() as u32 };
            let diagnostic = Diagnostic::new(Code::ColumnUnknown).with("column", name);
            return Err(diagnostic.with("candidates", Arg::List(Vec::new())).at_span(span));
        };
        let kind = Kind::of(found);
        let place = self.columns.iter().position(|known| *known == name).unwrap_or_else(|| {
            self.columns.push(name);
            self.columns.len() - 1
        });
        Ok((Node::Column(place, kind), kind))
    }

    fn call(&mut self, name: &str, column: u32) -> Checked<Typed> {
        let mut arguments: Vec<(Typed, u32)> = Vec::new();
        while !self.sign(")") {
            if !arguments.is_empty() {
                self.need_sign(",")?;
            }
            let column = self.column();
            arguments.push((self.either()?, column));
        }
        let count = arguments.len();
        let mut arguments = arguments.into_iter();
        let mut next = || arguments.next().unwrap_or(((Node::Boolean(false), Kind::Boolean), column));
        match (name, count) {
            ("row", 0) => Ok((Node::Row, Kind::Number)),
            ("place", 0) => Ok((Node::Place, Kind::Number)),
            ("is_null", 1) => Ok((Node::IsNull(Box::new(next().0.0)), Kind::Boolean)),
            ("text", 1) => Ok((shown(next().0), Kind::Text)),
            ("date" | "time", 1) => match next() {
                ((Node::Text(text), _), at) => {
                    let value = if name == "date" {
                        crate::calendar::parse_date(&text).map(f64::from)
                    } else {
                        crate::calendar::parse_datetime(&text).map(|millis| millis as f64)
                    };
                    Ok((Node::Number(value.ok_or_else(|| unexpected(&text, at))?), Kind::Number))
                }
                (typed, at) => self.need(typed, Kind::Text, at).and(Err(unexpected(name, column))),
            },
            ("if", 3) => {
                let (condition, first, second) = (next(), next(), next());
                let condition = self.need(condition.0, Kind::Boolean, condition.1)?;
                let kind = first.0.1;
                let second = self.need(second.0, kind, second.1)?;
                Ok((Node::If(condition, Box::new(first.0.0), second), kind))
            }
            ("coalesce", 2) => {
                let (first, second) = (next(), next());
                let kind = first.0.1;
                let second = self.need(second.0, kind, second.1)?;
                Ok((Node::Coalesce(Box::new(first.0.0), second), kind))
            }
            _ => {
                let Some(function) = functions::find(name, count) else {
                    let span = Span { line: 1, column, length: name.chars().count() as u32 };
                    let diagnostic = Diagnostic::new(Code::FormulaFunction).with("function", name);
                    return Err(diagnostic.with("known", functions::signatures()).at_span(span));
                };
                let mut nodes = Vec::with_capacity(count);
                for expected in function.arguments {
                    let (typed, at) = next();
                    nodes.push(*self.need(typed, *expected, at)?);
                }
                let kind = match function.body {
                    Body::Numbers1(_) | Body::Numbers2(_) | Body::Numbers3(_) | Body::TextNumber(_) => Kind::Number,
                    _ => Kind::Text,
                };
                Ok((Node::Call(function.body, nodes), kind))
            }
        }
    }
}

/// An expression as text.
fn shown((node, kind): Typed) -> Node {
    if kind == Kind::Text { node } else { Node::Show(Box::new(node)) }
}
