//! Gives each left row the right row that is nearest on an ordered key: the last price before a sale.

use polars::prelude::*;
use protocol::operation::{Example, Group, Port};
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::join::{Pair, right_names, type_mismatch};
use crate::frame::{self, SortKey};
use crate::ops::columns::{example_of, input, main, must_be_of, must_exist};
use crate::ops::ordered::Ordered;
use crate::ops::ordered::measures::is_numeric;
use crate::ops::unify;
use crate::ops::{Findings, Operation, Tables};
use crate::table::{Table, column_type};
use crate::table_text::type_name;

/// The operation `asof_join`.
pub struct AsofJoin;

/// Which right row is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Strategy {
    /// The last one that is not after the left row.
    #[default]
    Backward,
    /// The first one that is not before it.
    Forward,
    /// The nearest one; of two as near, the earlier.
    Nearest,
}

/// In which unit the tolerance is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// That of the key itself: for numbers.
    #[default]
    Number,
    /// Days.
    Days,
    /// Hours.
    Hours,
    /// Minutes.
    Minutes,
}

/// Parameters of `asof_join`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// The ordered key: numbers, dates, or dates with times, on both sides. A null has no partner.
    pub on: Pair,
    /// Pairs of columns that must be equal; nulls are equal to nothing.
    #[serde(default)]
    pub keys: Vec<Pair>,
    /// Which right row is taken. Of several with one key, the last one backward, the first one forward.
    #[serde(default)]
    pub strategy: Strategy,
    /// Largest distance of the two keys; none: any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0))]
    pub tolerance: Option<f64>,
    /// In which unit the tolerance is given.
    #[serde(default)]
    pub unit: Unit,
    /// Added to the name of a right column that the left has too.
    #[serde(default = "default_suffix")]
    pub suffix: String,
}

fn default_suffix() -> String {
    "_right".to_owned()
}

impl Operation for AsofJoin {
    const NAME: &'static str = "asof_join";
    const GROUP: Group = Group::Transform;
    type Params = Params;

    fn inputs() -> Vec<Port> {
        vec![Port::required("left"), Port::required("right")]
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        let mut findings = Findings::new();
        let (Ok(left), Ok(right)) = (input(inputs, "left"), input(inputs, "right")) else {
            return findings;
        };
        let keys = params.keys.iter().enumerate().map(|(index, pair)| (format!("/keys/{index}"), pair));
        for (field, pair) in [("/on".to_owned(), &params.on)].into_iter().chain(keys) {
            let before = findings.len();
            must_exist(left, [(format!("{field}/left"), pair.left.as_str())], &mut findings);
            must_exist(right, [(format!("{field}/right"), pair.right.as_str())], &mut findings);
            if findings.len() == before
                && let Some(finding) = mismatch(pair, left, right, field == "/on")
            {
                findings.push(*finding.at_field(format!("{field}/right")));
            }
        }
        let kind = left.column(&params.on.left).ok().map(|column| column_type(column.dtype()));
        must_be_of(left, ("/on/left", &params.on.left), ColumnType::Number, is_ordered, &mut findings);
        if let (Some(tolerance), Some(kind)) = (params.tolerance, kind.filter(|kind| is_ordered(*kind))) {
            if !(tolerance >= 0.0 && tolerance.is_finite()) {
                let finding = Diagnostic::new(Code::ParamRange).with("value", tolerance).with("low", 0_u64);
                findings.push(*finding.with("high", f64::MAX).at_field("/tolerance"));
            }
            if is_numeric(kind) != (params.unit == Unit::Number) {
                let word = type_name(kind);
                findings.push(*Diagnostic::new(Code::ParamInvalid).with("detail", word).at_field("/unit"));
            }
        }
        if params.suffix.is_empty() {
            findings.push(*Diagnostic::new(Code::ParamRequired).at_field("/suffix"));
        }
        findings
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let (left, right) = (input(inputs, "left")?, input(inputs, "right")?);
        let partners = partners(params, left, right)?;
        let names = right_names(&params.keys, &params.suffix, left, right);
        let mut made = left.frame.get_columns().to_vec();
        for name in names.iter().filter(|name| !name.is_key) {
            let column = right.frame.column(&name.from).and_then(|column| column.take(&partners));
            made.push(column.map_err(|error| frame::fault(&error))?.with_name(name.to.as_str().into()));
        }
        Ok(main(Table { frame: unify::hidden_last(made)?, ordered: left.ordered }))
    }

    fn examples() -> Vec<Example> {
        let sales =
            ("left", "item:text | day:date\na | 2024-01-05\nb | 2024-01-05\na | 2024-01-01\na | ∅\n∅ | 2024-01-09");
        let prices = (
            "right",
            "item:text | day:date | price:number\na | 2024-01-07 | 3.0\na | 2024-01-02 | 2.0\na | 2024-01-02 | 2.5\nb | 2024-01-01 | 9.0",
        );
        vec![
            example_of(
                "last-price",
                &[sales, prices],
                json!({"on": {"left": "day", "right": "day"}, "keys": [{"left": "item", "right": "item"}], "tolerance": 3, "unit": "days"}),
                &[(
                    "main",
                    "item:text | day:date | day_right:date | price:number\na | 2024-01-05 | 2024-01-02 | 2.5\nb | 2024-01-05 | ∅ | ∅\na | 2024-01-01 | ∅ | ∅\na | ∅ | ∅ | ∅\n∅ | 2024-01-09 | ∅ | ∅",
                )],
            ),
            example_of(
                "nearest",
                &[
                    ("left", "x:integer\n4\n10\n0"),
                    ("right", "at:number | level:text\n6.0 | high\n2.0 | low\n∅ | none"),
                ],
                json!({"on": {"left": "x", "right": "at"}, "strategy": "nearest"}),
                &[("main", "x:integer | at:number | level:text\n4 | 2.0 | low\n10 | 6.0 | high\n0 | 2.0 | low")],
            ),
        ]
    }
}

fn is_ordered(kind: ColumnType) -> bool {
    is_numeric(kind) || matches!(kind, ColumnType::Date | ColumnType::Datetime)
}

/// Ordered keys need a type that holds both, others the same type.
fn mismatch(pair: &Pair, left: &Table, right: &Table, ordered: bool) -> Option<Box<Diagnostic>> {
    let (one, two) = (left.column(&pair.left).ok()?.dtype(), right.column(&pair.right).ok()?.dtype());
    if ordered && unify::common([one, two]).is_some() {
        return None;
    }
    type_mismatch(pair, left, right)
}

/// The right row of each left row.
fn partners(params: &Params, left: &Table, right: &Table) -> Checked<IdxCa> {
    let pairs: Vec<(&str, &str)> = params.keys.iter().map(|pair| (pair.left.as_str(), pair.right.as_str())).collect();
    let groups = unify::shared_groups(left, right, &pairs, false)?;
    let (one, two) = (left.column(&params.on.left)?, right.column(&params.on.right)?);
    let to = unify::common([one.dtype(), two.dtype()]).unwrap_or(DataType::Float64);
    let (one, two) = (unify::converted(one, &to)?, unify::converted(two, &to)?);
    let lists = candidates(right, &params.on.right, &groups.right, two.as_materialized_series())?;
    let made = match column_type(&to) {
        ColumnType::Integer | ColumnType::Date | ColumnType::Datetime => {
            let whole = |column: &Column| {
                let physical = column.as_materialized_series().to_physical_repr().cast(&DataType::Int64)?;
                Ok(physical.i64()?.iter().collect::<Vec<Option<i64>>>())
            };
            let tolerance = params.tolerance.map(|tolerance| ticks(tolerance, params.unit, &to));
            let distance = |one: i64, two: i64| (i128::from(one) - i128::from(two)).unsigned_abs() as f64;
            whole(&one)
                .and_then(|one| Ok((one, whole(&two)?)))
                .map(|(one, two)| matched(&one, &two, &groups.left, &lists, params.strategy, tolerance, distance))
        }
        _ => {
            let numbers = |column: &Column| {
                let numbers = column.cast(&DataType::Float64)?;
                // What is no number has no place in an order.
                Ok(numbers.f64()?.iter().map(|cell| cell.filter(|cell| !cell.is_nan())).collect::<Vec<Option<f64>>>())
            };
            let distance = |one: f64, two: f64| (one - two).abs();
            numbers(&one).and_then(|one| Ok((one, numbers(&two)?))).map(|(one, two)| {
                matched(&one, &two, &groups.left, &lists, params.strategy, params.tolerance, distance)
            })
        }
    };
    made.map_err(|error| frame::fault(&error))
}

/// A tolerance in the stored ticks of a type. Divided last, so that whole days, hours and minutes stay whole.
fn ticks(tolerance: f64, unit: Unit, dtype: &DataType) -> f64 {
    let in_a_day = match dtype {
        DataType::Datetime(TimeUnit::Nanoseconds, _) => 86_400e9,
        DataType::Datetime(TimeUnit::Microseconds, _) => 86_400e6,
        DataType::Datetime(TimeUnit::Milliseconds, _) => 86_400e3,
        _ => 1.0,
    };
    match unit {
        Unit::Number => tolerance,
        Unit::Days => tolerance * in_a_day,
        Unit::Hours => tolerance * in_a_day / 24.0,
        Unit::Minutes => tolerance * in_a_day / 1440.0,
    }
}

/// For each group of equal keys, its right rows in the order of the ordered key; those without one are left out.
fn candidates(right: &Table, on: &str, groups: &[Option<IdxSize>], values: &Series) -> Checked<Vec<Vec<IdxSize>>> {
    let key = SortKey { by: col(on), descending: false, nulls_last: true };
    let ordered = Ordered::of(right, &[], &[key])?;
    let known = values.is_not_null();
    let numbers = values.cast(&DataType::Float64).unwrap_or_else(|_| values.clone());
    let mut lists: Vec<Vec<IdxSize>> = Vec::new();
    for row in ordered.rows() {
        let at = *row as usize;
        let is_number = numbers.f64().ok().and_then(|cells| cells.get(at)).is_none_or(|cell| !cell.is_nan());
        let Some(group) = groups[at].filter(|_| known.get(at) == Some(true) && is_number) else { continue };
        let group = group as usize;
        if lists.len() <= group {
            lists.resize(group + 1, Vec::new());
        }
        lists[group].push(*row);
    }
    Ok(lists)
}

fn matched<T: PartialOrd + Copy>(
    left: &[Option<T>],
    right: &[Option<T>],
    groups: &[Option<IdxSize>],
    lists: &[Vec<IdxSize>],
    strategy: Strategy,
    tolerance: Option<f64>,
    distance: impl Fn(T, T) -> f64,
) -> IdxCa {
    let partner = |(cell, group): (&Option<T>, &Option<IdxSize>)| {
        let (wanted, rows) = ((*cell)?, lists.get((*group)? as usize)?);
        let value = |row: IdxSize| right[row as usize];
        let before = || {
            let end = rows.partition_point(|row| value(*row).is_some_and(|value| value <= wanted));
            rows[..end].last().copied()
        };
        let after = || {
            let start = rows.partition_point(|row| value(*row).is_some_and(|value| value < wanted));
            rows.get(start).copied()
        };
        let far = |row: IdxSize| value(row).map_or(f64::INFINITY, |value| distance(wanted, value));
        let row = match strategy {
            Strategy::Backward => before()?,
            Strategy::Forward => after()?,
            Strategy::Nearest => match (before(), after()) {
                (Some(before), Some(after)) => {
                    if far(before) <= far(after) {
                        before
                    } else {
                        after
                    }
                }
                (before, after) => before.or(after)?,
            },
        };
        tolerance.is_none_or(|tolerance| far(row) <= tolerance).then_some(row)
    };
    left.iter().zip(groups).map(partner).collect()
}
