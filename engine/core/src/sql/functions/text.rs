//! Functions of texts.

use polars::prelude::*;
use protocol::Checked;

use super::{Arg, Function};
use crate::frame;
use crate::sql::kernel::{cast, text};
use crate::sql::kind::Kind;
use crate::sql::tree::Value;

macro_rules! functions {
    ($($name:literal $aliases:tt $signature:literal, $example:literal => $value:literal, $can_fail:literal, $build:expr;)*) => {
        /// The functions of this group.
        pub fn all() -> Vec<Function> {
            vec![$(Function {
                name: $name,
                aliases: &$aliases,
                group: GROUP,
                signature: $signature,
                example: ($example, $value),
                can_fail: $can_fail,
                build: $build,
            },)*]
        }
    };
}
pub(super) use functions;

const GROUP: &str = "text";

functions! {
    "upper" ["ucase"] "upper(text) → text", "upper('été')" => "ÉTÉ", false, |a| Ok(e(a, 0).str().to_uppercase());
    "lower" ["lcase"] "lower(text) → text", "lower('ÉTÉ')" => "été", false, |a| Ok(e(a, 0).str().to_lowercase());
    "length" ["len", "char_length", "character_length"] "length(text) → integer", "length('été')" => "3", false,
        |a| Ok(e(a, 0).str().len_chars().cast(DataType::Int64));
    "trim" [] "trim(text, [text]) → text", "trim('  a ')" => "a", false, |a| Ok(e(a, 0).str().strip_chars(marks(a)));
    "ltrim" [] "ltrim(text, [text]) → text", "ltrim('xxa', 'x')" => "a", false,
        |a| Ok(e(a, 0).str().strip_chars_start(marks(a)));
    "rtrim" [] "rtrim(text, [text]) → text", "rtrim('a  ')" => "a", false,
        |a| Ok(e(a, 0).str().strip_chars_end(marks(a)));
    "substr" ["substring"] "substr(text, integer, [integer]) → text", "substr('paris', 2, 3)" => "ari", false,
        |a| Ok(text::substring(e(a, 0), e(a, 1), a.get(2).map(|arg| arg.expr.clone())));
    "left" [] "left(text, integer) → text", "left('paris', 2)" => "pa", false,
        |a| Ok(text::of_text_integer(e(a, 0), e(a, 1), text::left));
    "right" [] "right(text, integer) → text", "right('paris', 2)" => "is", false,
        |a| Ok(text::of_text_integer(e(a, 0), e(a, 1), text::right));
    "replace" [] "replace(text, text, text) → text", "replace('a-b-c', '-', '/')" => "a/b/c", false,
        |a| Ok(text::of_three(all_of(a), text::replace));
    "translate" [] "translate(text, text, text) → text", "translate('1 234,5', ', ', '.')" => "1234.5", false,
        |a| Ok(text::of_three(all_of(a), text::translate));
    "concat" [] "concat(any…) → text", "concat('a', NULL, 1)" => "a1", false,
        |a| Ok(concat_str(texts(a), "", true));
    "concat_ws" [] "concat_ws(text, any…) → text", "concat_ws('-', 'a', NULL, 'b')" => "a-b", false, concat_ws;
    "split_part" [] "split_part(text, text, integer) → text", "split_part('a;b;c', ';', 2)" => "b", false,
        |a| Ok(text::split_part(e(a, 0), e(a, 1), e(a, 2)));
    "contains" [] "contains(text, text) → boolean", "contains('paris', 'ar')" => "true", false,
        |a| Ok(e(a, 0).str().contains_literal(e(a, 1)));
    "starts_with" ["prefix"] "starts_with(text, text) → boolean", "starts_with('paris', 'pa')" => "true", false,
        |a| Ok(e(a, 0).str().starts_with(e(a, 1)));
    "ends_with" ["suffix"] "ends_with(text, text) → boolean", "ends_with('paris', 'is')" => "true", false,
        |a| Ok(e(a, 0).str().ends_with(e(a, 1)));
    "instr" ["strpos"] "instr(text, text) → integer", "instr('paris', 'r')" => "3", false,
        |a| Ok(text::integer_of_two(e(a, 0), e(a, 1), text::position));
    "lpad" [] "lpad(text, integer, text) → text", "lpad('7', 3, '0')" => "007", true,
        |a| Ok(text::pad(all_of(a), true, a[0].at));
    "rpad" [] "rpad(text, integer, text) → text", "rpad('7', 3, '.')" => "7..", true,
        |a| Ok(text::pad(all_of(a), false, a[0].at));
    "reverse" [] "reverse(text) → text", "reverse('abc')" => "cba", false, |a| Ok(e(a, 0).str().reverse());
    "repeat" [] "repeat(text, integer) → text", "repeat('ab', 2)" => "abab", true,
        |a| Ok(text::repeat(e(a, 0), e(a, 1), a[0].at));
    "ascii" ["ord", "unicode"] "ascii(text) → integer", "ascii('A')" => "65", false, |a| Ok(text::code_point(e(a, 0)));
    "chr" [] "chr(integer) → text", "chr(233)" => "é", false, |a| Ok(text::character(e(a, 0)));
    "strip_accents" [] "strip_accents(text) → text", "strip_accents('été')" => "ete", false,
        |a| Ok(text::of_text(e(a, 0), text::strip_accents));
    "nfc_normalize" [] "nfc_normalize(text) → text", "nfc_normalize('été')" => "été", false,
        |a| Ok(text::of_text(e(a, 0), text::compose));
    "levenshtein" ["editdist3"] "levenshtein(text, text) → integer", "levenshtein('paris', 'pari')" => "1", false,
        |a| Ok(text::integer_of_two(e(a, 0), e(a, 1), text::edits));
    "damerau_levenshtein" [] "damerau_levenshtein(text, text) → integer", "damerau_levenshtein('ab', 'ba')" => "1", false,
        |a| Ok(text::integer_of_two(e(a, 0), e(a, 1), text::edits_and_swaps));
    "hamming" ["mismatches"] "hamming(text, text) → integer", "hamming('rose', 'rase')" => "1", true,
        |a| Ok(text::hamming(e(a, 0), e(a, 1), a[0].at));
    "jaro_similarity" [] "jaro_similarity(text, text) → number", "jaro_similarity('paris', 'paris')" => "1.0", false,
        |a| Ok(text::number_of_two(e(a, 0), e(a, 1), strsim::jaro));
    "bit_length" [] "bit_length(text) → integer", "bit_length('été')" => "40", false,
        |a| Ok(text::integer_of_text(e(a, 0), |text| text.len() * 8));
    "strlen" [] "strlen(text) → integer", "strlen('été')" => "5", false,
        |a| Ok(text::integer_of_text(e(a, 0), str::len));
    "regexp_escape" [] "regexp_escape(text) → text", "regexp_escape('a.b')" => "a\\.b", false,
        |a| Ok(text::of_text(e(a, 0), text::escaped));
    "jaro_winkler_similarity" [] "jaro_winkler_similarity(text, text) → number",
        "jaro_winkler_similarity('paris', 'paris')" => "1.0", false,
        |a| Ok(text::number_of_two(e(a, 0), e(a, 1), strsim::jaro_winkler));
    "pattern" [] "pattern(text) → text", "pattern('FR-75011 Paris')" => "AA-99999 Aa…", false,
        |a| Ok(text::of_text(e(a, 0), text::shape));
    "regexp_matches" [] "regexp_matches(text, text) → boolean", "regexp_matches('a12', '[0-9]+')" => "true", false,
        |a| checked(a, |text, pattern| text.contains(pattern, true), pattern(a)?);
    "regexp_full_match" [] "regexp_full_match(text, text) → boolean", "regexp_full_match('a12', '[0-9]+')" => "false",
        false, |a| checked(a, |text, pattern| text.contains(pattern, true), format!("^(?:{})$", pattern(a)?));
    "regexp_extract" [] "regexp_extract(text, text, [integer]) → text", "regexp_extract('a12b', '[0-9]+')" => "12",
        false, regexp_extract;
    "regexp_replace" [] "regexp_replace(text, text, text, [text]) → text",
        "regexp_replace('a1b2', '[0-9]', '', 'g')" => "ab", false, regexp_replace;
}

/// The expression of an argument.
pub(super) fn e(args: &[Arg], index: usize) -> Expr {
    args.get(index).map_or_else(|| lit(NULL), |arg| arg.expr.clone())
}

/// The expressions of all arguments.
pub(super) fn all_of(args: &[Arg]) -> Vec<Expr> {
    args.iter().map(|arg| arg.expr.clone()).collect()
}

fn marks(args: &[Arg]) -> Expr {
    args.get(1).map_or_else(|| lit(" "), |arg| arg.expr.clone())
}

/// Arguments of any type, as texts.
fn texts(args: &[Arg]) -> Vec<Expr> {
    args.iter()
        .map(|arg| {
            cast::convert(arg.expr.clone(), &arg.kind, &Kind::Text, true, arg.at)
                .unwrap_or_else(|| arg.expr.clone().cast(DataType::String))
        })
        .collect()
}

/// A null separator gives null; null parts are passed over.
fn concat_ws(args: &[Arg]) -> Checked<Expr> {
    let separator = args[0].text("concat_ws(x, …)")?;
    Ok(concat_str(texts(&args[1..]), separator, true))
}

fn pattern(args: &[Arg]) -> Checked<String> {
    args[1].text("regexp_matches(…, x)").map(str::to_owned)
}

/// Builds a search by a constant pattern, and tries it so that a malformed pattern is named before any row.
fn checked(
    args: &[Arg],
    build: impl Fn(polars::lazy::dsl::string::StringNameSpace, Expr) -> Expr,
    pattern: String,
) -> Checked<Expr> {
    let probe = build(lit("").str(), lit(pattern.as_str())).alias("probe");
    frame::collect(DataFrame::empty().lazy().select([probe])).map_err(|_| args[1].bad(&pattern, "regexp"))?;
    Ok(build(e(args, 0).str(), lit(pattern.as_str())))
}

fn regexp_extract(args: &[Arg]) -> Checked<Expr> {
    let group = match args.get(2).map(|arg| (&arg.constant, arg)) {
        None => 0,
        Some((Some(Value::Integer(group)), arg)) => {
            usize::try_from(*group).map_err(|_| arg.bad(&group.to_string(), "integer"))?
        }
        Some((_, arg)) => return crate::sql::place::unsupported("regexp_extract(…, …, x)", Some(arg.at)),
    };
    let found = checked(args, |text, pattern| text.extract(pattern, group), pattern(args)?)?;
    // No match is an empty text; only a null text is null.
    Ok(ternary_expr(e(args, 0).is_null(), lit(NULL).cast(DataType::String), found.fill_null(lit(""))))
}

fn regexp_replace(args: &[Arg]) -> Checked<Expr> {
    let options = args.get(3).map_or(Ok(""), |arg| arg.text("regexp_replace(…, …, …, x)"))?;
    if let Some(arg) = args.get(3).filter(|_| options.chars().any(|option| !"gic".contains(option))) {
        return Err(arg.bad(options, "regexp"));
    }
    let (everywhere, ignore_case) = (options.contains('g'), options.contains('i'));
    let pattern = if ignore_case { format!("(?i){}", pattern(args)?) } else { pattern(args)? };
    let with = replacement(args[2].text("regexp_replace(…, …, x)")?);
    let build = |text: polars::lazy::dsl::string::StringNameSpace, pattern: Expr| {
        let with = lit(with.as_str());
        if everywhere { text.replace_all(pattern, with, false) } else { text.replace(pattern, with, false) }
    };
    checked(args, build, pattern)
}

/// `\1` refers to a group, as DuckDB writes it; a dollar is only a dollar.
fn replacement(text: &str) -> String {
    let mut made = String::new();
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        match char {
            '$' => made.push_str("$$"),
            '\\' => match chars.next() {
                Some(digit) if digit.is_ascii_digit() => made.push_str(&format!("${{{digit}}}")),
                Some('\\') | None => made.push('\\'),
                Some(other) => made.extend(['\\', other]),
            },
            other => made.push(other),
        }
    }
    made
}
