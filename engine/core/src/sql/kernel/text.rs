//! Functions of texts. Positions and lengths count characters.

use polars::prelude::*;
use protocol::{Code, Diagnostic, Span};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{Integers, Texts, fail, many, unary};

/// Longest text that one cell may become, in bytes.
const MAX_BYTES: usize = 1 << 20;

/// A text of one text.
pub fn of_text(arg: Expr, f: impl Fn(&str) -> String + Send + Sync + 'static) -> Expr {
    unary(arg, DataType::String, move |column| {
        let made: StringChunked = column.str()?.iter().map(|cell| cell.map(&f)).collect();
        Ok(made.into_series())
    })
}

/// A text of a text and an integer.
pub fn of_text_integer(text: Expr, integer: Expr, f: fn(&str, i64) -> String) -> Expr {
    many(vec![text, integer], DataType::String, move |columns, rows| {
        let (texts, integers) = (Texts::of(&columns[0])?, Integers::of(&columns[1])?);
        let made: StringChunked = (0..rows).map(|row| Some(f(texts.get(row)?, integers.get(row)?))).collect();
        Ok(made.into_series())
    })
}

/// A text of three texts.
pub fn of_three(args: Vec<Expr>, f: fn(&str, &str, &str) -> String) -> Expr {
    many(args, DataType::String, move |columns, rows| {
        let (a, b, c) = (Texts::of(&columns[0])?, Texts::of(&columns[1])?, Texts::of(&columns[2])?);
        let made: StringChunked = (0..rows).map(|row| Some(f(a.get(row)?, b.get(row)?, c.get(row)?))).collect();
        Ok(made.into_series())
    })
}

/// An integer of two texts.
pub fn integer_of_two(left: Expr, right: Expr, f: fn(&str, &str) -> i64) -> Expr {
    many(vec![left, right], DataType::Int64, move |columns, rows| {
        let (left, right) = (Texts::of(&columns[0])?, Texts::of(&columns[1])?);
        let made: Int64Chunked = (0..rows).map(|row| Some(f(left.get(row)?, right.get(row)?))).collect();
        Ok(made.into_series())
    })
}

/// A number of two texts.
pub fn number_of_two(left: Expr, right: Expr, f: fn(&str, &str) -> f64) -> Expr {
    many(vec![left, right], DataType::Float64, move |columns, rows| {
        let (left, right) = (Texts::of(&columns[0])?, Texts::of(&columns[1])?);
        let made: Float64Chunked = (0..rows).map(|row| Some(f(left.get(row)?, right.get(row)?))).collect();
        Ok(made.into_series())
    })
}

/// A stretch of a text: `start` from 1, negative from the end; without a length, to the end.
pub fn substring(text: Expr, start: Expr, length: Option<Expr>) -> Expr {
    let args = [text, start].into_iter().chain(length).collect();
    many(args, DataType::String, |columns, rows| {
        let (texts, starts) = (Texts::of(&columns[0])?, Integers::of(&columns[1])?);
        let lengths = columns.get(2).map(Integers::of).transpose()?;
        let made: StringChunked = (0..rows)
            .map(|row| {
                let length = match &lengths {
                    Some(lengths) => Some(lengths.get(row)?),
                    None => None,
                };
                Some(stretch(texts.get(row)?, starts.get(row)?, length))
            })
            .collect();
        Ok(made.into_series())
    })
}

fn stretch(text: &str, start: i64, length: Option<i64>) -> &str {
    let count = || i64::try_from(text.chars().count()).unwrap_or(i64::MAX);
    let start = if start < 0 { count().saturating_add(start) } else { start - 1 };
    let (start, end) = match length {
        None => (start, i64::MAX),
        Some(length) if length < 0 => (start.saturating_add(length), start),
        Some(length) => (start, start.saturating_add(length)),
    };
    slice(text, start.max(0), end.max(0))
}

/// Characters from an index to another, both clamped.
fn slice(text: &str, start: i64, end: i64) -> &str {
    if end <= start {
        return "";
    }
    let byte = |index: i64| {
        let index = usize::try_from(index).unwrap_or(usize::MAX);
        text.char_indices().nth(index).map_or(text.len(), |(byte, _)| byte)
    };
    let (start, end) = (byte(start), byte(end));
    text.get(start..end).unwrap_or("")
}

/// The first characters; of a negative count, all but the last.
pub fn left(text: &str, count: i64) -> String {
    let end = if count < 0 { length(text).saturating_add(count) } else { count };
    slice(text, 0, end.max(0)).to_owned()
}

/// The last characters; of a negative count, all but the first.
pub fn right(text: &str, count: i64) -> String {
    let start = if count < 0 { count.saturating_neg() } else { (length(text) - count).max(0) };
    slice(text, start, i64::MAX).to_owned()
}

fn length(text: &str) -> i64 {
    i64::try_from(text.chars().count()).unwrap_or(i64::MAX)
}

/// Every occurrence of a text replaced by another; an empty one occurs nowhere.
pub fn replace(text: &str, from: &str, to: &str) -> String {
    if from.is_empty() { text.to_owned() } else { text.replace(from, to) }
}

/// Characters replaced by those in the same place of another list, or removed where it is shorter.
pub fn translate(text: &str, from: &str, to: &str) -> String {
    let to: Vec<char> = to.chars().collect();
    let place = |char| from.chars().position(|known| known == char);
    text.chars()
        .filter_map(|char| match place(char) {
            Some(index) => to.get(index).copied(),
            None => Some(char),
        })
        .collect()
}

/// The position of the first occurrence, from 1; 0 if there is none.
pub fn position(text: &str, part: &str) -> i64 {
    text.find(part).map_or(0, |byte| length(&text[..byte]) + 1)
}

/// A part between separators: from 1, or from the end if negative; empty where there is none.
pub fn split_part(text: Expr, separator: Expr, index: Expr) -> Expr {
    many(vec![text, separator, index], DataType::String, |columns, rows| {
        let (texts, separators) = (Texts::of(&columns[0])?, Texts::of(&columns[1])?);
        let indices = Integers::of(&columns[2])?;
        let made: StringChunked =
            (0..rows).map(|row| Some(part(texts.get(row)?, separators.get(row)?, indices.get(row)?))).collect();
        Ok(made.into_series())
    })
}

fn part<'a>(text: &'a str, separator: &str, index: i64) -> &'a str {
    if separator.is_empty() {
        return if index == 1 || index == -1 { text } else { "" };
    }
    let place = usize::try_from(index.unsigned_abs()).unwrap_or(usize::MAX).saturating_sub(1);
    match index.signum() {
        -1 => text.rsplit(separator).nth(place).unwrap_or(""),
        0 => "",
        _ => text.split(separator).nth(place).unwrap_or(""),
    }
}

/// A text brought to a number of characters: cut at the end, or filled on one side.
pub fn pad(args: Vec<Expr>, on_the_left: bool, at: Span) -> Expr {
    many(args, DataType::String, move |columns, rows| {
        let (texts, lengths, fills) = (Texts::of(&columns[0])?, Integers::of(&columns[1])?, Texts::of(&columns[2])?);
        let made: PolarsResult<StringChunked> = (0..rows)
            .map(|row| match (texts.get(row), lengths.get(row), fills.get(row)) {
                (Some(text), Some(length), Some(fill)) => padded(text, length, fill, on_the_left, at).map(Some),
                _ => Ok(None),
            })
            .collect();
        Ok(made?.into_series())
    })
}

fn padded(text: &str, wanted: i64, fill: &str, on_the_left: bool, at: Span) -> PolarsResult<String> {
    let missing = wanted.saturating_sub(length(text));
    if missing <= 0 || fill.is_empty() {
        return Ok(slice(text, 0, wanted.max(0)).to_owned());
    }
    let missing = usize::try_from(missing).unwrap_or(usize::MAX);
    if missing > MAX_BYTES {
        return Err(too_large(missing, at));
    }
    let fill: String = fill.chars().cycle().take(missing).collect();
    Ok(if on_the_left { fill + text } else { text.to_owned() + &fill })
}

/// A text repeated; a negative count repeats it no times.
pub fn repeat(text: Expr, count: Expr, at: Span) -> Expr {
    many(vec![text, count], DataType::String, move |columns, rows| {
        let (texts, counts) = (Texts::of(&columns[0])?, Integers::of(&columns[1])?);
        let made: PolarsResult<StringChunked> = (0..rows)
            .map(|row| match (texts.get(row), counts.get(row)) {
                (Some(text), Some(count)) => {
                    let count = usize::try_from(count.max(0)).unwrap_or(usize::MAX);
                    let bytes = text.len().saturating_mul(count);
                    if bytes > MAX_BYTES { Err(too_large(bytes, at)) } else { Ok(Some(text.repeat(count))) }
                }
                _ => Ok(None),
            })
            .collect();
        Ok(made?.into_series())
    })
}

fn too_large(bytes: usize, at: Span) -> PolarsError {
    fail(Diagnostic::new(Code::ResultTooLarge).at_span(at).with("rows", bytes).with("limit", MAX_BYTES))
}

/// The code point of the first character, 0 of an empty text.
pub fn code_point(text: Expr) -> Expr {
    unary(text, DataType::Int64, |column| {
        let code = |cell: &str| cell.chars().next().map_or(0, |first| i64::from(u32::from(first)));
        let made: Int64Chunked = column.str()?.iter().map(|cell| cell.map(code)).collect();
        Ok(made.into_series())
    })
}

/// The character of a code point; null where there is none.
pub fn character(code: Expr) -> Expr {
    unary(code, DataType::String, |column| {
        let text = |code: i64| u32::try_from(code).ok().and_then(char::from_u32).map(String::from);
        let made: StringChunked = column.i64()?.iter().map(|code| code.and_then(text)).collect();
        Ok(made.into_series())
    })
}

/// Without accents: decomposed, combining marks removed.
pub fn strip_accents(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { text.nfd().filter(|char| !is_combining_mark(*char)).nfc().collect() }
}

/// Longest run of digits, and of anything else, that a shape spells out.
const RUNS: (usize, usize) = (12, 3);

/// The shape of a text: digits become `9`, capitals `A`, other letters `a`, anything else stays. Runs of more
/// than 12 digits, or of more than 3 of another sign, are one sign and `…`: codes keep their length, words do not.
pub fn shape(text: &str) -> String {
    let sign = |char: char| match char {
        char if char.is_numeric() => '9',
        char if char.is_uppercase() => 'A',
        char if char.is_alphabetic() => 'a',
        char => char,
    };
    let mut shape = String::new();
    let mut signs = text.chars().map(sign).peekable();
    while let Some(sign) = signs.next() {
        let mut run = 1;
        while signs.next_if_eq(&sign).is_some() {
            run += 1;
        }
        if run > if sign == '9' { RUNS.0 } else { RUNS.1 } {
            shape.extend([sign, '…']);
        } else {
            shape.extend(std::iter::repeat_n(sign, run));
        }
    }
    shape
}

/// In the canonical composed form.
pub fn compose(text: &str) -> String {
    text.nfc().collect()
}

/// Insertions, deletions and substitutions of characters between two texts.
pub fn edits(left: &str, right: &str) -> i64 {
    i64::try_from(strsim::levenshtein(left, right)).unwrap_or(i64::MAX)
}

/// The same, and neighbours that change places.
pub fn edits_and_swaps(left: &str, right: &str) -> i64 {
    i64::try_from(strsim::damerau_levenshtein(left, right)).unwrap_or(i64::MAX)
}

/// Places where texts of one length differ.
///
/// Errors while running: `sql-cast-failed` at the place, for texts of different lengths.
pub fn hamming(left: Expr, right: Expr, at: Span) -> Expr {
    many(vec![left, right], DataType::Int64, move |columns, rows| {
        let (left, right) = (Texts::of(&columns[0])?, Texts::of(&columns[1])?);
        let made: PolarsResult<Int64Chunked> = (0..rows)
            .map(|row| match (left.get(row), right.get(row)) {
                (Some(left), Some(right)) => match strsim::hamming(left, right) {
                    Ok(count) => Ok(Some(i64::try_from(count).unwrap_or(i64::MAX))),
                    Err(_) => {
                        let value: String = right.chars().take(80).collect();
                        let found = Diagnostic::new(Code::SqlCastFailed).at_span(at);
                        Err(fail(found.with("value", value).with("type", "hamming")))
                    }
                },
                _ => Ok(None),
            })
            .collect();
        Ok(made?.into_series())
    })
}

/// An integer of a text.
pub fn integer_of_text(arg: Expr, f: fn(&str) -> usize) -> Expr {
    unary(arg, DataType::Int64, move |column| {
        let count = |cell: &str| i64::try_from(f(cell)).unwrap_or(i64::MAX);
        let made: Int64Chunked = column.str()?.iter().map(|cell| cell.map(count)).collect();
        Ok(made.into_series())
    })
}

/// A truth value of a text.
pub fn boolean_of_text(arg: Expr, f: impl Fn(&str) -> bool + Send + Sync + 'static) -> Expr {
    unary(arg, DataType::Boolean, move |column| {
        let made: BooleanChunked = column.str()?.iter().map(|cell| cell.map(&f)).collect();
        Ok(made.into_series())
    })
}

/// A text as a regular expression that only it matches: letters, digits and `_` stand for themselves.
pub fn escaped(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    for char in text.chars() {
        if char.is_ascii() && !char.is_ascii_alphanumeric() && char != '_' {
            made.push('\\');
        }
        made.push(char);
    }
    made
}

/// Whether texts match a pattern of `LIKE`; the common shapes are searches.
pub fn like(text: Expr, pattern: Expr, ignore_case: bool, escape: Option<char>) -> Expr {
    many(vec![text, pattern], DataType::Boolean, move |columns, rows| {
        let (texts, patterns) = (Texts::of(&columns[0])?, Texts::of(&columns[1])?);
        let fold = |text: &str| if ignore_case { text.to_lowercase() } else { text.to_owned() };
        let compile = |pattern: &str| Pattern::new(&fold(pattern), escape);
        let one = (columns[1].len() == 1).then(|| patterns.get(0).map(compile));
        let made: BooleanChunked = (0..rows)
            .map(|row| {
                let text = texts.get(row)?;
                let holds = |pattern: &Pattern| {
                    if ignore_case { pattern.matches(&text.to_lowercase()) } else { pattern.matches(text) }
                };
                match &one {
                    Some(pattern) => pattern.as_ref().map(holds),
                    None => patterns.get(row).map(compile).as_ref().map(holds),
                }
            })
            .collect();
        Ok(made.into_series())
    })
}

/// A compiled pattern: `%` is any run of characters, `_` any one.
struct Pattern {
    parts: Vec<Vec<Option<char>>>,
    texts: Option<Vec<String>>,
}

impl Pattern {
    fn new(pattern: &str, escape: Option<char>) -> Self {
        let mut parts = vec![Vec::new()];
        let mut chars = pattern.chars();
        while let Some(char) = chars.next() {
            let one = match char {
                char if Some(char) == escape => match chars.next() {
                    Some(next) => Some(next),
                    None => break,
                },
                '%' => {
                    parts.push(Vec::new());
                    continue;
                }
                '_' => None,
                char => Some(char),
            };
            if let Some(part) = parts.last_mut() {
                part.push(one);
            }
        }
        let texts = parts.iter().map(|part| part.iter().copied().collect::<Option<String>>()).collect();
        Self { parts, texts }
    }

    fn matches(&self, text: &str) -> bool {
        match &self.texts {
            Some(texts) => search(texts, text),
            None => {
                let chars: Vec<char> = text.chars().collect();
                self.walk(&chars)
            }
        }
    }

    /// The first part stands at the start, the last at the end, the others anywhere in order between.
    fn walk(&self, text: &[char]) -> bool {
        let fits = |part: &[Option<char>], at: &[char]| {
            part.len() <= at.len()
                && part.iter().zip(at).all(|(wanted, found)| wanted.is_none_or(|char| char == *found))
        };
        let [first, rest @ ..] = self.parts.as_slice() else { return false };
        let [middle @ .., last] = rest else { return first.len() == text.len() && fits(first, text) };
        if !fits(first, text) {
            return false;
        }
        let mut from = first.len();
        for part in middle {
            match (from..=text.len()).find(|start| fits(part, &text[*start..])) {
                Some(start) => from = start + part.len(),
                None => return false,
            }
        }
        text.len() >= from + last.len() && fits(last, &text[text.len() - last.len()..])
    }
}

fn search(parts: &[String], text: &str) -> bool {
    let [first, rest @ ..] = parts else { return false };
    let [middle @ .., last] = rest else { return text == first };
    let Some(mut rest) = text.strip_prefix(first.as_str()) else { return false };
    for part in middle {
        match rest.find(part.as_str()) {
            Some(start) => rest = &rest[start + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last.as_str())
}
