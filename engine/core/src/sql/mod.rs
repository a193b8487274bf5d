//! The one gate of SQL and expressions.
//!
//! ```text
//! text ─parse─▶ sqlparser's tree ─bind─▶ our typed, allow-listed tree ─lower─▶ Polars plan ─frame─▶ table
//! ```
//! Boundary: nothing reaches Polars that our tree ([`tree`]) does not hold; what sqlparser understands and
//! the tree does not hold is refused by name and place, never passed over. No table function, path or URL.
//! Semantics are those of `docs/sql.md`; DuckDB's answers are the reference.

mod bind;
mod explain;
mod expression;
mod functions;
mod kernel;
mod kind;
mod lower;
mod parse;
mod place;
mod query;
mod tree;

pub use bind::CasePart;
pub use expression::Expression;
pub use kernel::text::shape;
pub use query::{Options, Query};

pub(crate) use kernel::likeness;
pub(crate) use kernel::text::strip_accents;

/// The functions of the dialect, by name.
pub fn functions() -> Vec<protocol::operation::FunctionInfo> {
    functions::infos()
}

/// Keywords that the dialect understands, for completion.
pub fn keywords() -> Vec<String> {
    KEYWORDS.split_ascii_whitespace().map(str::to_owned).collect()
}

const KEYWORDS: &str = "ALL ANALYZE AND ANTI AS ASC BETWEEN BIGINT BOOLEAN BY CASE CAST CROSS CUBE CURRENT DATE DAY \
    DESC DISTINCT DOUBLE ELSE END ESCAPE EXCEPT EXCLUDE EXISTS EXPLAIN EXTRACT FALSE FILTER FIRST FOLLOWING FROM FULL \
    GROUP GROUPING GROUPS HAVING HOUR IGNORE ILIKE IN INNER INTERSECT INTERVAL IS JOIN LAST LEFT LIKE LIMIT MINUTE MONTH \
    NATURAL NOT NULL NULLS OFFSET ON OR ORDER ORDINALITY OUTER OVER PARTITION PRECEDING QUALIFY QUARTER RANGE RIGHT ROLLUP ROW \
    ROWS SECOND SELECT SEMI SETS THEN TIME TIMESTAMP TRUE TRY_CAST UNBOUNDED UNION USING VALUES VARCHAR WEEK WHEN \
    WHERE WINDOW WITH WITHIN YEAR";
