//! Functions that choose between values. What is not chosen is not evaluated for the row (see `lower`).

use polars::prelude::*;

use super::text::{all_of, e, functions};
use super::{Arg, Function};
use crate::sql::kernel;

const GROUP: &str = "conditional";

functions! {
    "coalesce" [] "coalesce(T…) → T", "coalesce(NULL, 'a', 'b')" => "a", false, |a| Ok(coalesce(&all_of(a)));
    "ifnull" [] "ifnull(T, T) → T", "ifnull(NULL, 0)" => "0", false, |a| Ok(coalesce(&all_of(a)));
    "nullif" [] "nullif(T, T) → T", "nullif('N/A', 'N/A')" => "∅", false,
        |a| Ok(ternary_expr(e(a, 0).eq(e(a, 1)).fill_null(lit(false)), lit(NULL), e(a, 0)));
    "if" ["iff"] "if(boolean, T, T) → T", "if(2 > 1, 'yes', 'no')" => "yes", false,
        |a| Ok(ternary_expr(e(a, 0).fill_null(lit(false)), e(a, 1), e(a, 2)));
    "greatest" [] "greatest(T…) → T", "greatest(1, 3, NULL)" => "3", false,
        |a| Ok(extreme(a, |next, best| next.gt(best)));
    "least" [] "least(T…) → T", "least(2, 3, NULL)" => "2", false,
        |a| Ok(extreme(a, |next, best| next.lt(best)));
}

/// Keeps the better of two values at each step; null is worse than anything.
fn extreme(args: &[Arg], better: fn(&Series, &Series) -> PolarsResult<BooleanChunked>) -> Expr {
    let to = args.first().map_or(DataType::Null, |first| first.kind.dtype());
    kernel::many(all_of(args), to, move |columns, rows| {
        let mut columns = columns.iter();
        let mut best = columns.next().cloned().unwrap_or_default();
        for next in columns {
            let take = better(next, &best)?.fill_null_with_values(false)? | (&best.is_null() & &next.is_not_null());
            best = next.zip_with(&take, &best)?;
        }
        // Constants alone answer once; the caller repeats a single value.
        debug_assert!(best.len() == rows || best.len() == 1);
        Ok(best)
    })
}
