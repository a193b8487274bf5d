//! Joins. Equal keys alone go to Polars' hash join; any further condition is tried on pairs of rows, and
//! outer rows are completed from the pairs that remain.

use polars::prelude::*;
use protocol::{Checked, Code, Diagnostic};

use super::Runner;
use super::relation::{columns_of, how};
use crate::frame;
use crate::sql::tree::{JoinKind, Node, Relation, Scalar};

/// Pairs of rows that a join without equal keys may try.
const MAX_PAIRS: u64 = frame::MAX_ROWS;
/// Rows that a join without any condition may give.
const MAX_CROSS_ROWS: u64 = 20_000_000;
/// Pairs tried at a time.
const BATCH: usize = 1 << 20;
/// Names of row numbers, beside plan names.
const LEFT_ROW: &str = "\u{1}left";
const RIGHT_ROW: &str = "\u{1}right";

impl Runner<'_> {
    /// A join of two relations, in the order of the left (of the right for a right join).
    pub(super) fn join(
        &mut self,
        kind: JoinKind,
        left: &Relation,
        right: &Relation,
        on: &[(Scalar, Scalar)],
        residual: Option<&Scalar>,
    ) -> Checked<LazyFrame> {
        let names: Vec<Expr> = match kind {
            JoinKind::Semi | JoinKind::Anti => columns_of(left),
            _ => columns_of(left).into_iter().chain(columns_of(right)).collect(),
        };
        let residual_is_outside = kind == JoinKind::Inner || residual.is_none();
        if !on.is_empty() && residual_is_outside {
            let (left, left_on) = self.keys(left, on.iter().map(|(key, _)| key))?;
            let (right, right_on) = self.keys(right, on.iter().map(|(_, key)| key))?;
            let mut made = match kind {
                JoinKind::Right => frame::join(right, left, right_on, left_on, how(kind), ""),
                _ => frame::join(left, right, left_on, right_on, how(kind), ""),
            };
            if let Some(residual) = residual {
                made = made.filter(self.scalar(residual, None)?);
            }
            return Ok(made.select(names));
        }
        let (left_rows, right_rows) = (self.rows(left)?, self.rows(right)?);
        let pairs = self.pairs(&left_rows, &right_rows, on, residual)?;
        let (left_at, right_at) = complete(kind, pairs, left_rows.height(), right_rows.height());
        let gather = |rows: &DataFrame, at: Vec<Option<IdxSize>>| {
            let at: IdxCa = at.into_iter().collect();
            rows.take(&at).map_err(|error| frame::fault(&error))
        };
        let mut made = gather(&left_rows, left_at)?;
        if let Some(right_at) = right_at {
            let other = gather(&right_rows, right_at)?;
            made = made.hstack(other.get_columns()).map_err(|error| frame::fault(&error))?;
        }
        Ok(made.lazy().select(names))
    }

    /// The columns of a relation, at least one so that its rows count.
    fn rows(&mut self, relation: &Relation) -> Checked<DataFrame> {
        let lazy = self.relation(relation)?;
        let names = columns_of(relation);
        frame::collect(if names.is_empty() { lazy } else { lazy.select(names) })
    }

    /// A relation with its keys as columns.
    fn keys<'s>(
        &mut self,
        relation: &Relation,
        keys: impl Iterator<Item = &'s Scalar>,
    ) -> Checked<(LazyFrame, Vec<Expr>)> {
        let lazy = self.relation(relation)?;
        self.with_keys(lazy, keys)
    }

    fn with_keys<'s>(
        &mut self,
        mut lazy: LazyFrame,
        keys: impl Iterator<Item = &'s Scalar>,
    ) -> Checked<(LazyFrame, Vec<Expr>)> {
        let mut made = Vec::new();
        for key in keys {
            made.push(match &key.node {
                Node::Column(name) => col(name.clone()),
                _ => {
                    let name = self.fresh();
                    lazy = lazy.with_column(self.scalar(key, None)?.alias(name.clone()));
                    col(name)
                }
            });
        }
        Ok((lazy, made))
    }

    /// Row numbers of the pairs that meet the conditions, by left row and then right row.
    fn pairs(
        &mut self,
        left: &DataFrame,
        right: &DataFrame,
        on: &[(Scalar, Scalar)],
        residual: Option<&Scalar>,
    ) -> Checked<Vec<(IdxSize, IdxSize)>> {
        let condition = residual.map(|residual| self.scalar(residual, None)).transpose()?;
        if !on.is_empty() {
            let left = left.clone().lazy().with_row_index(LEFT_ROW, None);
            let right = right.clone().lazy().with_row_index(RIGHT_ROW, None);
            let (left, left_on) = self.with_keys(left, on.iter().map(|(key, _)| key))?;
            let (right, right_on) = self.with_keys(right, on.iter().map(|(_, key)| key))?;
            let mut joined = frame::join(left, right, left_on, right_on, JoinType::Inner, "");
            if let Some(condition) = condition {
                joined = joined.filter(condition);
            }
            return numbers(&frame::collect(joined.select([col(LEFT_ROW), col(RIGHT_ROW)]))?);
        }
        let pairs = (left.height() as u64).saturating_mul(right.height() as u64);
        let limit = if condition.is_some() { MAX_PAIRS } else { MAX_CROSS_ROWS };
        if pairs > limit {
            return Err(Diagnostic::new(Code::ResultTooLarge).with("rows", pairs).with("limit", limit));
        }
        let (Ok(left_height), Ok(right_height)) = (IdxSize::try_from(left.height()), IdxSize::try_from(right.height()))
        else {
            return Err(Diagnostic::new(Code::ResultTooLarge).with("rows", pairs).with("limit", limit));
        };
        let Some(condition) = condition else {
            return Ok((0..left_height).flat_map(|one| (0..right_height).map(move |two| (one, two))).collect());
        };
        let step = IdxSize::try_from(BATCH / right.height().max(1)).unwrap_or(1).max(1);
        let mut made = Vec::new();
        let mut from = 0;
        while from < left_height {
            let to = left_height.min(from.saturating_add(step));
            let tried: Vec<(IdxSize, IdxSize)> =
                (from..to).flat_map(|one| (0..right_height).map(move |two| (one, two))).collect();
            made.extend(hold(left, right, &tried, &condition)?);
            from = to;
        }
        Ok(made)
    }
}

/// The pairs for which a condition is true.
fn hold(
    left: &DataFrame,
    right: &DataFrame,
    tried: &[(IdxSize, IdxSize)],
    condition: &Expr,
) -> Checked<Vec<(IdxSize, IdxSize)>> {
    let at_left: IdxCa = tried.iter().map(|pair| Some(pair.0)).collect();
    let at_right: IdxCa = tried.iter().map(|pair| Some(pair.1)).collect();
    let gathered = left.take(&at_left).and_then(|mut made| {
        let other = right.take(&at_right)?;
        made.hstack_mut(other.get_columns())?;
        made.with_column(at_left.with_name(LEFT_ROW.into()).into_column())?;
        made.with_column(at_right.with_name(RIGHT_ROW.into()).into_column())?;
        Ok(made)
    });
    let gathered = gathered.map_err(|error| frame::fault(&error))?;
    numbers(&frame::collect(gathered.lazy().filter(condition.clone()).select([col(LEFT_ROW), col(RIGHT_ROW)]))?)
}

fn numbers(pairs: &DataFrame) -> Checked<Vec<(IdxSize, IdxSize)>> {
    let column =
        |name: &str| -> PolarsResult<IdxCa> { Ok(pairs.column(name)?.as_materialized_series().idx()?.clone()) };
    let (left, right) = (column(LEFT_ROW), column(RIGHT_ROW));
    match (left, right) {
        (Ok(left), Ok(right)) => Ok(left.into_no_null_iter().zip(right.into_no_null_iter()).collect()),
        (Err(error), _) | (_, Err(error)) => Err(frame::fault(&error)),
    }
}

type Rows = Vec<Option<IdxSize>>;

/// Row numbers of each side of the result; only of the left for semi and anti joins.
fn complete(kind: JoinKind, pairs: Vec<(IdxSize, IdxSize)>, left: usize, right: usize) -> (Rows, Option<Rows>) {
    let mut met_left = vec![false; left];
    let mut met_right = vec![false; right];
    for (one, two) in &pairs {
        met_left[*one as usize] = true;
        met_right[*two as usize] = true;
    }
    let alone = |met: &[bool], wanted: bool| -> Vec<IdxSize> {
        met.iter().enumerate().filter(|(_, is_met)| **is_met == wanted).map(|(row, _)| row as IdxSize).collect()
    };
    match kind {
        JoinKind::Semi => (alone(&met_left, true).into_iter().map(Some).collect(), None),
        JoinKind::Anti => (alone(&met_left, false).into_iter().map(Some).collect(), None),
        _ => {
            let mut made: Vec<(Option<IdxSize>, Option<IdxSize>)> =
                pairs.into_iter().map(|(one, two)| (Some(one), Some(two))).collect();
            if matches!(kind, JoinKind::Left | JoinKind::Full) {
                made.extend(alone(&met_left, false).into_iter().map(|row| (Some(row), None)));
                // Rows of the left keep their places; the sort is stable.
                made.sort_by_key(|(one, _)| *one);
            }
            if matches!(kind, JoinKind::Right | JoinKind::Full) {
                made.extend(alone(&met_right, false).into_iter().map(|row| (None, Some(row))));
            }
            if kind == JoinKind::Right {
                made.sort_by_key(|(_, two)| *two);
            }
            let (one, two) = made.into_iter().unzip();
            (one, Some(two))
        }
    }
}
