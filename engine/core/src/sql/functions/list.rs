//! Functions of lists, and those that make lists of texts.

use polars::prelude::*;
use protocol::Checked;
use regex::Regex;

use super::text::{all_of, e, functions};
use super::{Arg, Function};
use crate::sql::functions::Measure;
use crate::sql::kernel::lists;
use crate::sql::kind::Kind;

/// The group of the help.
pub const GROUP: &str = "list";

functions! {
    "list_value" ["list_pack"] "list_value([T…]) → list(T)", "list_value(1, NULL, 3)" => "[1, null, 3]", false,
        |a| Ok(lists::value(all_of(a), a.first().map_or(DataType::Null, |first| first.kind.dtype())));
    "array_length" [] "array_length(list(any)) → integer", "array_length([4, 5, NULL])" => "3", false,
        |a| Ok(lists::length(e(a, 0)));
    "list_contains" ["list_has", "array_contains", "array_has"] "list_contains(list(T), T) → boolean",
        "list_contains([1, 2], 2)" => "true", false, |a| Ok(lists::contains(e(a, 0), e(a, 1)));
    "list_position" ["list_indexof", "array_position", "array_indexof"] "list_position(list(T), T) → integer",
        "list_position(['a', 'b'], 'b')" => "2", false, |a| Ok(lists::position(e(a, 0), e(a, 1)));
    "list_extract" ["list_element", "array_extract"] "list_extract(list(T), integer) → T",
        "list_extract(['a', 'b'], -1)" => "b", false, |a| Ok(lists::extract(e(a, 0), e(a, 1), cell(a)));
    "list_slice" ["array_slice"] "list_slice(list(T), integer, integer) → list(T)",
        "list_slice([1, 2, 3, 4], 2, 3)" => "[2, 3]", false, |a| Ok(lists::slice(all_of(a), a[0].kind.dtype()));
    "list_sort" ["array_sort"] "list_sort(list(T), [text], [text]) → list(T)", "list_sort([3, NULL, 1])" => "[1, 3, null]",
        false, sorted;
    "list_reverse_sort" ["array_reverse_sort"] "list_reverse_sort(list(T), [text]) → list(T)",
        "list_reverse_sort([1, 3, 2])" => "[3, 2, 1]", false,
        |a| Ok(lists::sort(e(a, 0), a[0].kind.dtype(), true, nulls_last(a, 1)?, a[0].at));
    "list_distinct" ["array_distinct"] "list_distinct(list(T)) → list(T)", "list_distinct([2, 2, NULL])" => "[2]",
        false, |a| Ok(lists::distinct(e(a, 0), a[0].kind.dtype(), a[0].at));
    "list_reverse" ["array_reverse"] "list_reverse(list(T)) → list(T)", "list_reverse([1, 2, NULL])" => "[null, 2, 1]",
        false, |a| Ok(lists::reverse(e(a, 0), a[0].kind.dtype()));
    "list_concat" ["list_cat", "array_concat", "array_cat"] "list_concat(list(T)…) → list(T)",
        "list_concat([1], NULL, [2, 3])" => "[1, 2, 3]", false, |a| Ok(lists::concat(all_of(a), a[0].kind.dtype()));
    "list_append" ["array_append", "array_push_back"] "list_append(list(T), T) → list(T)",
        "list_append([1, 2], 3)" => "[1, 2, 3]", false, |a| Ok(lists::append(e(a, 0), e(a, 1), a[0].kind.dtype()));
    "list_sum" [] "list_sum(list(numeric)) → numeric", "list_sum([1, 2, NULL])" => "3", true,
        |a| Ok(lists::measure(e(a, 0), cell(a), Measure::Sum, a[0].at));
    "list_avg" [] "list_avg(list(number)) → number", "list_avg([1, 2])" => "1.5", false,
        |a| Ok(lists::measure(e(a, 0), cell(a), Measure::Mean, a[0].at));
    "list_min" [] "list_min(list(T)) → T", "list_min(['b', 'a'])" => "a", false,
        |a| Ok(lists::measure(e(a, 0), cell(a), Measure::Min, a[0].at));
    "list_max" [] "list_max(list(T)) → T", "list_max([1, 3, NULL])" => "3", false,
        |a| Ok(lists::measure(e(a, 0), cell(a), Measure::Max, a[0].at));
    "array_to_string" [] "array_to_string(list(text), text) → text", "array_to_string([1, NULL, 2], '-')" => "1-2",
        false, |a| Ok(lists::join(e(a, 0), e(a, 1)));
    "string_split" ["str_split", "string_to_array", "split"] "string_split(text, text) → list(text)",
        "string_split('a,b,,c', ',')" => "[\"a\", \"b\", \"\", \"c\"]", false, |a| Ok(lists::split(e(a, 0), e(a, 1)));
    "regexp_split_to_array" ["string_split_regex", "str_split_regex"] "regexp_split_to_array(text, text) → list(text)",
        "regexp_split_to_array('a1b22c', '[0-9]+')" => "[\"a\", \"b\", \"c\"]", false, split_by_pattern;
}

/// A function that makes a row for each cell of a list.
#[derive(Debug)]
pub struct Unnest {
    /// Name in lower case.
    pub name: &'static str,
    /// Parameters and result.
    pub signature: &'static str,
    /// A call of one row, and its value.
    pub example: (&'static str, &'static str),
    /// The function that makes the list; none: the argument is one.
    pub of: Option<&'static str>,
}

/// Those there are.
pub const UNNESTS: [Unnest; 2] = [
    Unnest { name: "unnest", signature: "unnest(list(T)) → T", example: ("unnest([7])", "7"), of: None },
    Unnest {
        name: "regexp_split_to_table",
        signature: "regexp_split_to_table(text, text) → text",
        example: ("regexp_split_to_table('a', '[0-9]')", "a"),
        of: Some("regexp_split_to_array"),
    },
];

/// The type of the cells of the first argument.
fn cell(args: &[Arg]) -> DataType {
    match args.first().map(|first| &first.kind) {
        Some(Kind::List(cell)) => cell.dtype(),
        _ => DataType::Null,
    }
}

fn sorted(args: &[Arg]) -> Checked<Expr> {
    let descending = match args.get(1) {
        None => false,
        Some(arg) => match arg.text("list_sort(…, x)")?.to_uppercase().as_str() {
            "ASC" => false,
            "DESC" => true,
            other => return Err(arg.bad(other, "order")),
        },
    };
    Ok(lists::sort(e(args, 0), args[0].kind.dtype(), descending, nulls_last(args, 2)?, args[0].at))
}

fn nulls_last(args: &[Arg], index: usize) -> Checked<bool> {
    let Some(arg) = args.get(index) else { return Ok(true) };
    match arg.text("list_sort(…, …, x)")?.to_uppercase().as_str() {
        "NULLS LAST" => Ok(true),
        "NULLS FIRST" => Ok(false),
        other => Err(arg.bad(other, "order")),
    }
}

fn split_by_pattern(args: &[Arg]) -> Checked<Expr> {
    let pattern = args[1].text("regexp_split_to_array(…, x)")?;
    let pattern = Regex::new(pattern).map_err(|_| args[1].bad(pattern, "regexp"))?;
    Ok(lists::split_by(e(args, 0), pattern))
}
