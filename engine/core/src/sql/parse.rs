//! Text to sqlparser's tree, within bounds that keep every later recursion shallow.

use protocol::{Checked, Code, Diagnostic, Span};
use sqlparser::ast;
use sqlparser::dialect::DuckDbDialect;
use sqlparser::keywords::Keyword;
use sqlparser::parser::{Parser, ParserError};
use sqlparser::tokenizer::{Token, TokenWithSpan, Tokenizer, TokenizerError};

use super::place;

/// Longest text, in bytes.
const MAX_BYTES: usize = 100_000;
/// Most tokens of one text.
const MAX_TOKENS: usize = 20_000;
/// Deepest nesting of brackets and of `CASE`.
const MAX_NESTING: usize = 40;
/// Most opening brackets in a row: the parser tries two readings of each.
const MAX_BRACKETS_IN_A_ROW: usize = 6;
/// Most tokens between two brackets or commas: operators without brackets nest to the left.
const MAX_RUN: usize = 1_500;
/// Deepest recursion of the parser.
const RECURSION: usize = 100;

/// What is asked of a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Its rows.
    Rows,
    /// How it would run: `EXPLAIN`.
    Plan,
    /// How it ran: `EXPLAIN ANALYZE`.
    Counts,
}

/// One query, and nothing else; what is asked of it.
///
/// # Errors
/// `sql-too-complex`, `sql-syntax`, `sql-not-query`.
pub fn query(text: &str) -> Checked<(ast::Query, Asked)> {
    let mut parser = parser(text)?;
    let asked = match (parser.parse_keyword(Keyword::EXPLAIN), parser.parse_keyword(Keyword::ANALYZE)) {
        (true, true) => Asked::Counts,
        (true, false) => Asked::Plan,
        (false, true) => return Err(place::error(Code::SqlNotQuery, Some(Span { line: 1, column: 1, length: 0 }))),
        (false, false) => Asked::Rows,
    };
    let first = parser.peek_token();
    match &first.token {
        Token::LParen => {}
        Token::Word(word)
            if matches!(word.keyword, Keyword::SELECT | Keyword::WITH | Keyword::VALUES | Keyword::FROM) => {}
        Token::EOF => return Err(found(text, &first)),
        _ => return Err(place::error(Code::SqlNotQuery, place::span(first.span))),
    }
    let query = parser.parse_query().map_err(|error| syntax(text, &error))?;
    while parser.consume_token(&Token::SemiColon) {
        let next = parser.peek_token();
        if !matches!(next.token, Token::EOF | Token::SemiColon) {
            return Err(place::error(Code::SqlNotQuery, place::span(next.span)));
        }
    }
    end(text, &parser)?;
    Ok((*query, asked))
}

/// One expression, and nothing else.
///
/// # Errors
/// `sql-too-complex`, `sql-syntax`.
pub fn expression(text: &str) -> Checked<ast::Expr> {
    let mut parser = parser(text)?;
    let expression = parser.parse_expr().map_err(|error| syntax(text, &error))?;
    end(text, &parser)?;
    Ok(expression)
}

fn end(text: &str, parser: &Parser) -> Checked<()> {
    let next = parser.peek_token();
    if next.token == Token::EOF { Ok(()) } else { Err(found(text, &next)) }
}

fn parser(text: &str) -> Checked<Parser<'static>> {
    if text.len() > MAX_BYTES {
        return Err(too_complex(MAX_BYTES, None));
    }
    let mut tokens =
        Tokenizer::new(&DuckDbDialect {}, text).tokenize_with_location().map_err(|error| lexical(&error))?;
    bound(&tokens)?;
    bring_out(&mut tokens);
    Ok(Parser::new(&DuckDbDialect {}).with_recursion_limit(RECURSION).with_tokens_with_locations(tokens))
}

/// Brings `IGNORE NULLS` and `RESPECT NULLS` from the end of the brackets of a call, where DuckDB has them,
/// to behind them, where this parser reads them.
fn bring_out(tokens: &mut Vec<TokenWithSpan>) {
    let keyword = |token: &TokenWithSpan| match &token.token {
        Token::Word(word) => word.keyword,
        _ => Keyword::NoKeyword,
    };
    tokens.retain(|token| !matches!(token.token, Token::Whitespace(_)));
    for index in 2..tokens.len() {
        let nulls = keyword(&tokens[index - 1]) == Keyword::NULLS;
        let treatment = matches!(keyword(&tokens[index - 2]), Keyword::IGNORE | Keyword::RESPECT);
        if nulls && treatment && tokens[index].token == Token::RParen {
            tokens[index - 2..=index].rotate_right(1);
        }
    }
}

/// Refuses what would nest too deep, before anything recurses over it.
fn bound(tokens: &[TokenWithSpan]) -> Checked<()> {
    if tokens.len() > MAX_TOKENS {
        return Err(too_complex(MAX_TOKENS, None));
    }
    let (mut nesting, mut row) = (0_usize, 0_usize);
    let mut runs = vec![0_usize];
    for token in tokens {
        let at = place::span(token.span);
        match &token.token {
            Token::Whitespace(_) => continue,
            Token::LParen | Token::LBracket | Token::LBrace => {
                nesting += 1;
                row += 1;
                runs.push(0);
            }
            Token::RParen | Token::RBracket | Token::RBrace => {
                nesting = nesting.saturating_sub(1);
                row = 0;
                runs.pop();
            }
            Token::Word(word) if word.keyword == Keyword::CASE => {
                nesting += 1;
                row = 0;
            }
            Token::Word(word) if word.keyword == Keyword::END => {
                nesting = nesting.saturating_sub(1);
                row = 0;
            }
            Token::Comma => {
                row = 0;
                if let Some(run) = runs.last_mut() {
                    *run = 0;
                }
            }
            _ => row = 0,
        }
        if runs.is_empty() {
            runs.push(0);
        }
        if let Some(run) = runs.last_mut() {
            *run += 1;
            if *run > MAX_RUN {
                return Err(too_complex(MAX_RUN, at));
            }
        }
        if nesting > MAX_NESTING {
            return Err(too_complex(MAX_NESTING, at));
        }
        if row > MAX_BRACKETS_IN_A_ROW {
            return Err(too_complex(MAX_BRACKETS_IN_A_ROW, at));
        }
    }
    Ok(())
}

fn too_complex(limit: usize, at: Option<Span>) -> Box<Diagnostic> {
    place::error(Code::SqlTooComplex, at).with("limit", limit)
}

fn lexical(error: &TokenizerError) -> Box<Diagnostic> {
    let number = |value: u64| u32::try_from(value).unwrap_or(u32::MAX);
    let at = Span { line: number(error.location.line), column: number(error.location.column), length: 0 };
    place::error(Code::SqlSyntax, Some(at)).with("found", error.message.as_str()).with("expected", "")
}

fn found(text: &str, token: &TokenWithSpan) -> Box<Diagnostic> {
    let at = place::span(token.span).unwrap_or_else(|| text_end(text));
    place::error(Code::SqlSyntax, Some(at)).with("found", token.token.to_string()).with("expected", "")
}

/// The parser words its errors as `Expected: …, found: … at Line: n, Column: n`.
fn syntax(text: &str, error: &ParserError) -> Box<Diagnostic> {
    let message = match error {
        ParserError::RecursionLimitExceeded => return too_complex(RECURSION, None),
        ParserError::TokenizerError(message) | ParserError::ParserError(message) => message.as_str(),
    };
    let (message, at) = located(message);
    let (expected, found) = match message.split_once(", found: ") {
        Some((expected, found)) => (expected.trim_start_matches("Expected: "), found),
        None => ("", message),
    };
    place::error(Code::SqlSyntax, Some(at.unwrap_or_else(|| text_end(text))))
        .with("found", found)
        .with("expected", expected)
}

fn located(message: &str) -> (&str, Option<Span>) {
    let Some((head, tail)) = message.rsplit_once(" at Line: ") else { return (message, None) };
    let Some((line, column)) = tail.split_once(", Column: ") else { return (message, None) };
    match (line.trim().parse(), column.trim().parse()) {
        (Ok(line), Ok(column)) => (head, Some(Span { line, column, length: 0 })),
        _ => (message, None),
    }
}

fn text_end(text: &str) -> Span {
    let line = text.lines().count().max(1);
    let column = text.lines().last().map_or(0, |line| line.chars().count()) + 1;
    let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
    Span { line: number(line), column: number(column), length: 0 }
}
