//! From our tree to Polars plans, run through [`crate::frame`].
//!
//! A plan stays lazy until something must be known of its rows: the extremes of what is summed, the size of
//! a cross join, the values of a subquery.

mod aggregate;
mod join;
mod prune;
mod relation;
mod scalar;
mod unnest;
mod window;

use polars::prelude::*;
use protocol::Checked;

use super::bind::Plan;
use super::functions::Arg;
use super::kind::Kind;
use super::tree::{Node, Reach, Relation, Scalar, Value};
use crate::frame;

/// A frame of one row and no column that counts.
const UNIT: &str = "\u{1}unit";

/// The state of a run.
pub struct Runner<'a> {
    frames: &'a [&'a DataFrame],
    commons: &'a [Relation],
    reads: &'a [usize],
    made: Vec<Option<DataFrame>>,
    next: usize,
    /// The rows of each relation that has run, where they are asked for.
    counts: Option<Vec<(*const Relation, usize)>>,
}

pub use prune::plan as prune;

/// Runs a plan over the frames of its tables, in the order of its sources.
///
/// # Errors
/// Those of running: overflow, casts, sizes.
pub fn run(mut plan: Plan, frames: &[&DataFrame]) -> Checked<DataFrame> {
    prune::plan(&mut plan);
    let Plan { root, commons, reads, .. } = plan;
    let made = commons.iter().map(|_| None).collect();
    let mut runner = Runner { frames, commons: &commons, reads: &reads, made, next: 0, counts: None };
    let lazy = runner.relation(&root.relation)?;
    // Names of people are unique among what is shown; hidden columns have names of their own.
    let shown = root.fields.iter().filter(|field| field.reach == Reach::Full);
    let names = super::bind::dedupe(shown.clone().map(|field| field.name.clone()));
    let hidden = root.fields.iter().filter(|field| field.reach == Reach::Hidden);
    let items: Vec<Expr> = shown
        .zip(names)
        .map(|(field, name)| col(field.plan.clone()).alias(name))
        .chain(hidden.map(|field| col(field.plan.clone()).alias(field.name.as_str())))
        .collect();
    let mut made = frame::collect(lazy.select(items))?;
    // Readers of cells want one piece.
    made.as_single_chunk();
    Ok(made)
}

/// Runs a pruned plan, and gives the rows of each of its relations that ran on its own.
///
/// # Errors
/// Those of [`run`].
pub fn count(plan: &Plan, frames: &[&DataFrame]) -> Checked<Vec<(*const Relation, usize)>> {
    let made = plan.commons.iter().map(|_| None).collect();
    let counts = Some(Vec::new());
    let mut runner = Runner { frames, commons: &plan.commons, reads: &plan.reads, made, next: 0, counts };
    let _rows = runner.relation(&plan.root.relation)?;
    Ok(runner.counts.unwrap_or_default())
}

/// The expression of a scalar over columns that have their own names.
///
/// # Errors
/// Those of constants that cannot be evaluated.
pub fn expression(scalar: &Scalar, schema: &Schema) -> Checked<Expr> {
    let mut runner = Runner { frames: &[], commons: &[], reads: &[], made: Vec::new(), next: 0, counts: None };
    let mut read = scalar.clone();
    stored(&mut read, schema);
    runner.scalar(&read, None)
}

/// Puts the conversion of stored types where columns are read.
fn stored(scalar: &mut Scalar, schema: &Schema) {
    for part in scalar.parts_mut() {
        stored(part, schema);
    }
    if let Node::Column(name) = &scalar.node
        && schema.get(name).is_some_and(|dtype| *dtype != scalar.kind.dtype())
    {
        let kind = Kind::Opaque(DataType::Unknown(UnknownKind::Any));
        let column = Scalar { node: Node::Column(name.clone()), kind, at: scalar.at };
        scalar.node = Node::Cast { arg: Box::new(column), lenient: false };
    }
}

/// A stand-in for an argument, to let a function check its constants.
pub fn probe(scalar: &Scalar) -> Arg {
    Arg {
        expr: lit(NULL).cast(scalar.kind.dtype()),
        kind: scalar.kind.clone(),
        constant: match &scalar.node {
            Node::Constant(value) => Some(value.clone()),
            _ => None,
        },
        at: scalar.at.0,
    }
}

/// A constant of a kind as a typed literal.
fn literal(value: &Value, kind: &Kind) -> Expr {
    let scalar = match value {
        Value::Null => polars::prelude::Scalar::null(kind.dtype()),
        Value::Boolean(value) => polars::prelude::Scalar::from(*value),
        Value::Integer(value) => polars::prelude::Scalar::from(*value),
        Value::Number(value) => polars::prelude::Scalar::from(*value),
        Value::Text(value) => polars::prelude::Scalar::from(PlSmallStr::from_str(value)),
        Value::Date(days) => polars::prelude::Scalar::new_date(*days),
        Value::Datetime(micros) => polars::prelude::Scalar::new_datetime(*micros, TimeUnit::Microseconds, None),
        Value::Time(nanoseconds) => polars::prelude::Scalar::new_time(*nanoseconds),
    };
    Expr::Literal(LiteralValue::Scalar(scalar))
}

/// The frame of one row.
fn unit() -> DataFrame {
    Column::new(UNIT.into(), [0_u8]).into_frame()
}

/// How one expression of many is built of two, without nesting deep.
fn balanced(mut exprs: Vec<Expr>, both: fn(Expr, Expr) -> Expr) -> Option<Expr> {
    while exprs.len() > 1 {
        let mut pairs = Vec::with_capacity(exprs.len().div_ceil(2));
        let mut rest = exprs.into_iter();
        while let Some(first) = rest.next() {
            pairs.push(match rest.next() {
                Some(second) => both(first, second),
                None => first,
            });
        }
        exprs = pairs;
    }
    exprs.pop()
}
