//! The only doorway to sort, join, group, unique and collect: deterministic by construction.
//!
//! Sorts are stable, so ties keep the order they came in, and that order is itself determined. Groups come
//! out in the order of their first row, joins in the order of their left side. Clippy bans the raw Polars
//! calls everywhere else in this crate.

use polars::prelude::*;
use protocol::{Checked, Code, Diagnostic};

use crate::groups::{self, Groups};

/// Rows that a result may have: a bound against cross joins that cannot fit.
pub const MAX_ROWS: u64 = 100_000_000;

/// One sort key.
#[derive(Debug, Clone)]
pub struct SortKey {
    /// What to sort by.
    pub by: Expr,
    /// Largest first.
    pub descending: bool,
    /// Where nulls go.
    pub nulls_last: bool,
}

/// Runs a lazy plan over in-memory frames.
///
/// # Errors
/// The diagnostic of [`fault`].
#[expect(clippy::disallowed_methods, reason = "this is the doorway")]
pub fn collect(plan: LazyFrame) -> Checked<DataFrame> {
    plan.collect().map_err(|error| fault(&error))
}

/// Stable sort: ties keep the order they have.
#[expect(clippy::disallowed_methods, reason = "this is the doorway")]
pub fn sort(plan: LazyFrame, keys: &[SortKey]) -> LazyFrame {
    if keys.is_empty() {
        return plan;
    }
    let options = SortMultipleOptions::default()
        .with_order_descending_multi(keys.iter().map(|key| key.descending))
        .with_nulls_last_multi(keys.iter().map(|key| key.nulls_last))
        .with_maintain_order(true)
        .with_multithreaded(false);
    plan.sort_by_exprs(keys.iter().map(|key| key.by.clone()).collect::<Vec<_>>(), options)
}

/// The first rows of [`sort`].
pub fn top(plan: LazyFrame, keys: &[SortKey], rows: IdxSize) -> LazyFrame {
    sort(plan, keys).limit(rows)
}

/// Groups in the order of their first row; null keys form a group of their own.
#[expect(clippy::disallowed_methods, reason = "this is the doorway")]
pub fn group(plan: LazyFrame, keys: Vec<Expr>, measures: Vec<Expr>) -> LazyFrame {
    const FIRST_ROW: &str = "\u{1e}first_row";
    // Polars' own order-keeping grouping gives up its fast path for few groups: the first row of each
    // group, a measure like the others, gives the same order for the price of sorting the groups.
    let measures: Vec<Expr> = measures.into_iter().chain([col(FIRST_ROW).first()]).collect();
    plan.with_row_index(FIRST_ROW, None)
        .group_by(keys)
        .agg(measures)
        .sort([FIRST_ROW], SortMultipleOptions::default().with_multithreaded(false))
        .drop(by_names(vec![FIRST_ROW.to_owned()]))
}

fn by_names(names: Vec<String>) -> Selector {
    Selector::ByName { names: names.iter().map(|name| PlSmallStr::from_str(name)).collect(), strict: true }
}

/// Numbers the groups of a frame, in the order of their first row. Null keys are equal to one another; without
/// keys all rows are one group. Keys that our own numbering does not know are grouped by Polars.
///
/// # Errors
/// The diagnostic of [`fault`], for keys of types that cannot be compared.
#[expect(clippy::disallowed_methods, reason = "this is the doorway")]
pub fn groups(frame: &DataFrame, keys: &[String]) -> Checked<Groups> {
    if keys.is_empty() {
        return Ok(Groups::whole(frame.height()));
    }
    let columns: PolarsResult<Vec<Column>> = keys.iter().map(|key| frame.column(key).cloned()).collect();
    if let Some(groups) = columns.and_then(|columns| groups::by(&columns)).map_err(|error| fault(&error))? {
        return Ok(groups);
    }
    let grouped = frame.group_by_stable(keys.iter().map(String::as_str)).map_err(|error| fault(&error))?;
    let mut groups = Groups { of_row: vec![0; frame.height()], first: Vec::new() };
    for (number, rows) in grouped.get_groups().iter().enumerate() {
        match rows {
            GroupsIndicator::Idx((first, all)) => {
                all.iter().for_each(|row| groups.of_row[*row as usize] = number as IdxSize);
                groups.first.push(first);
            }
            GroupsIndicator::Slice([first, length]) => {
                groups.of_row[first as usize..(first + length) as usize].fill(number as IdxSize);
                groups.first.push(first);
            }
        }
    }
    Ok(groups)
}

/// Numbers of the rows in a stable order.
///
/// # Errors
/// The diagnostic of [`fault`].
pub fn order(frame: &DataFrame, keys: &[SortKey]) -> Checked<Vec<IdxSize>> {
    row_numbers(sort(numbered(frame), keys).select([col(ROW)]))
}

const ROW: &str = "\u{1e}row";

fn numbered(frame: &DataFrame) -> LazyFrame {
    frame.clone().lazy().with_row_index(ROW, None)
}

fn row_numbers(plan: LazyFrame) -> Checked<Vec<IdxSize>> {
    let made = collect(plan)?;
    let rows = made.column(ROW).and_then(|rows| rows.idx()).map_err(|error| fault(&error))?;
    Ok(rows.into_no_null_iter().collect())
}

/// First (or last) row of each value of the subset, in input order. Nulls are equal to one another.
#[expect(clippy::disallowed_methods, reason = "this is the doorway")]
pub fn distinct(plan: LazyFrame, subset: Option<Vec<String>>, keep: UniqueKeepStrategy) -> LazyFrame {
    plan.unique_stable(subset.map(by_names), keep)
}

/// Equi-join that keeps the order of the left side, then of the right. Null keys match nothing.
#[expect(clippy::disallowed_methods, reason = "this is the doorway")]
pub fn join(
    left: LazyFrame,
    right: LazyFrame,
    left_on: Vec<Expr>,
    right_on: Vec<Expr>,
    how: JoinType,
    suffix: &str,
) -> LazyFrame {
    left.join_builder()
        .with(right)
        .left_on(left_on)
        .right_on(right_on)
        .how(how)
        .suffix(suffix)
        .coalesce(JoinCoalesce::KeepColumns)
        .maintain_order(MaintainOrderJoin::LeftRight)
        .allow_parallel(false)
        .finish()
}

/// Rows of the left that are (or are not) among the rows of the right, in the order of the left. Nulls are
/// equal to one another.
#[expect(clippy::disallowed_methods, reason = "this is the doorway")]
pub fn members(left: LazyFrame, right: LazyFrame, names: &[PlSmallStr], among: bool) -> LazyFrame {
    let on: Vec<Expr> = names.iter().map(|name| col(name.clone())).collect();
    left.join_builder()
        .with(right)
        .left_on(on.clone())
        .right_on(on)
        .how(if among { JoinType::Semi } else { JoinType::Anti })
        .join_nulls(true)
        .maintain_order(MaintainOrderJoin::Left)
        .allow_parallel(false)
        .finish()
}

/// Turns an error of Polars into a diagnostic. What the engine foresees is caught before and has a code of
/// its own; a message of [`coded`] carries it through Polars' own error type.
pub fn fault(error: &PolarsError) -> Box<Diagnostic> {
    let detail = error.to_string();
    match detail.find(CODED).and_then(|start| serde_json::from_str(detail[start + CODED.len()..].lines().next()?).ok())
    {
        Some(diagnostic) => Box::new(diagnostic),
        None => Diagnostic::new(Code::EngineInternal).with("detail", detail.chars().take(300).collect::<String>()),
    }
}

const CODED: &str = "creuset-diagnostic:";

/// Wraps a diagnostic so that it survives the way through a Polars expression.
pub fn coded(diagnostic: &Diagnostic) -> PolarsError {
    let text = serde_json::to_string(diagnostic).unwrap_or_default();
    PolarsError::ComputeError(format!("{CODED}{text}").into())
}
