//! Combines two tables by equal keys.

use std::collections::BTreeSet;

use polars::prelude::*;
use protocol::operation::{Example, Group, Port};
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::frame;
use crate::ops::columns::{example_of, input, main, must_exist, must_not_be_empty};
use crate::ops::{Findings, Operation, Tables};
use crate::table::{Table, column_type, is_provenance};
use crate::table_text::type_name;

/// The operation `join`.
pub struct Join;

/// Which rows come out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Pairs of rows with equal keys.
    #[default]
    Inner,
    /// Those, and every left row without a partner.
    Left,
    /// Those, and every right row without a partner.
    Right,
    /// Those, and every row of either side without a partner.
    Full,
    /// Left rows that have a partner, each once, without the right columns.
    Semi,
    /// Left rows that have none.
    Anti,
    /// Every left row with every right row; no keys.
    Cross,
}

/// How many partners a row may have, checked over the rows whose key is not null.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Cardinality {
    /// No assertion.
    #[default]
    ManyToMany,
    /// Keys are unique on the right.
    ManyToOne,
    /// Keys are unique on the left.
    OneToMany,
    /// Keys are unique on both sides.
    OneToOne,
}

/// Parameters of `join`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// Which rows come out.
    #[serde(default)]
    pub kind: Kind,
    /// Pairs of columns that must be equal; nulls are equal to nothing.
    #[serde(default)]
    pub keys: Vec<Pair>,
    /// What is asserted of the partners; the step fails where it does not hold.
    #[serde(default)]
    pub cardinality: Cardinality,
    /// Added to the name of a right column that the left has too.
    #[serde(default = "default_suffix")]
    pub suffix: String,
}

fn default_suffix() -> String {
    "_right".to_owned()
}

/// A left and a right column.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// Column of the left table.
    #[schemars(extend("x-widget" = "column", "x-port" = "left"))]
    pub left: String,
    /// Column of the right table.
    #[schemars(extend("x-widget" = "column", "x-port" = "right"))]
    pub right: String,
}

impl Operation for Join {
    const NAME: &'static str = "join";
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
        if params.kind == Kind::Cross {
            if !params.keys.is_empty() {
                let finding = Diagnostic::new(Code::ParamInvalid).with("detail", "cross, keys");
                findings.push(*finding.at_field("/keys"));
            }
        } else {
            must_not_be_empty("/keys", &params.keys, &mut findings);
        }
        for (index, pair) in params.keys.iter().enumerate() {
            let before = findings.len();
            let is_same = |other: &Pair| other.left == pair.left && other.right == pair.right;
            if params.keys[..index].iter().any(is_same) {
                let finding = Diagnostic::new(Code::ColumnDuplicate).with("column", pair.left.as_str());
                findings.push(*finding.at_field(format!("/keys/{index}/left")));
            }
            must_exist(left, [(format!("/keys/{index}/left"), pair.left.as_str())], &mut findings);
            must_exist(right, [(format!("/keys/{index}/right"), pair.right.as_str())], &mut findings);
            if findings.len() == before
                && let Some(finding) = type_mismatch(pair, left, right)
            {
                findings.push(*finding.at_field(format!("/keys/{index}/right")));
            }
        }
        if params.suffix.is_empty() {
            findings.push(*Diagnostic::new(Code::ParamRequired).at_field("/suffix"));
        }
        findings
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let (left, right) = (input(inputs, "left")?, input(inputs, "right")?);
        assert_cardinality(params, left, right)?;
        if params.kind == Kind::Cross {
            let rows = left.height() as u64 * right.height() as u64;
            if rows > frame::MAX_ROWS {
                return Err(Diagnostic::new(Code::ResultTooLarge).with("rows", rows).with("limit", frame::MAX_ROWS));
            }
        }
        let names = right_names(&params.keys, &params.suffix, left, right);
        let renamed: Vec<Expr> = names.iter().map(|name| col(name.from.as_str()).alias(name.inner.as_str())).collect();
        let plan = frame::join(
            left.frame.clone().lazy(),
            right.frame.clone().lazy().select(renamed),
            params.keys.iter().map(|pair| col(pair.left.as_str())).collect(),
            params
                .keys
                .iter()
                .filter_map(|pair| names.iter().find(|name| name.from == pair.right))
                .map(|name| col(name.inner.as_str()))
                .collect(),
            params.kind.polars(),
            "\u{1e}",
        );
        let frame = frame::collect(plan.select(result_columns(params, left, &names)))?;
        Ok(main(Table::unordered(frame)))
    }

    fn examples() -> Vec<Example> {
        let tenants = ("left", "id:integer | name:text\n1 | Ada\n2 | Blaise\n∅ | Zoé");
        let rents = ("right", "tenant:integer | name:text | amount:integer\n1 | T2 | 500\n1 | T3 | 520\n3 | T1 | 400");
        let keys = json!([{"left": "id", "right": "tenant"}]);
        vec![
            example_of(
                "inner",
                &[tenants, rents],
                json!({"keys": keys, "cardinality": "one_to_many"}),
                &[(
                    "main",
                    "id:integer | name:text | name_right:text | amount:integer\n1 | Ada | T2 | 500\n1 | Ada | T3 | 520",
                )],
            ),
            example_of(
                "full",
                &[tenants, rents],
                json!({"kind": "full", "keys": keys, "suffix": "_rent"}),
                &[(
                    "main",
                    "id:integer | name:text | name_rent:text | amount:integer\n1 | Ada | T2 | 500\n1 | Ada | T3 | 520\n2 | Blaise | ∅ | ∅\n∅ | Zoé | ∅ | ∅\n3 | ∅ | T1 | 400",
                )],
            ),
            example_of(
                "anti",
                &[tenants, rents],
                json!({"kind": "anti", "keys": keys}),
                &[("main", "id:integer | name:text\n2 | Blaise\n∅ | Zoé")],
            ),
        ]
    }
}

impl Kind {
    fn polars(self) -> JoinType {
        match self {
            Self::Inner => JoinType::Inner,
            Self::Left => JoinType::Left,
            Self::Right => JoinType::Right,
            Self::Full => JoinType::Full,
            Self::Semi => JoinType::Semi,
            Self::Anti => JoinType::Anti,
            Self::Cross => JoinType::Cross,
        }
    }

    fn has_right_columns(self) -> bool {
        !matches!(self, Self::Semi | Self::Anti)
    }
}

/// What is wrong with the types of a pair of keys.
pub(super) fn type_mismatch(pair: &Pair, left: &Table, right: &Table) -> Option<Box<Diagnostic>> {
    let (found, expected) = (right.column(&pair.right).ok()?.dtype(), left.column(&pair.left).ok()?.dtype());
    (found != expected).then(|| {
        Diagnostic::new(Code::ColumnType)
            .with("column", pair.right.as_str())
            .with("found", type_name(column_type(found)))
            .with("expected", type_name(column_type(expected)))
    })
}

/// A right column on its way through the join.
pub(super) struct RightName {
    /// Its name in the right table.
    pub from: String,
    /// A name that no left column can have.
    pub inner: String,
    /// Its name in the result.
    pub to: String,
    /// Whether it stands in the result as a left column.
    pub is_key: bool,
}

/// The right columns with names that no left column has; keys keep their own.
pub(super) fn right_names(keys: &[Pair], suffix: &str, left: &Table, right: &Table) -> Vec<RightName> {
    let mut taken: Vec<String> = left.frame.get_column_names_str().into_iter().map(str::to_owned).collect();
    let mut names = Vec::new();
    for from in right.frame.get_column_names_str() {
        let is_key = keys.iter().any(|pair| pair.right == from);
        let mut to = from.to_owned();
        while !is_key && taken.contains(&to) {
            to.push_str(if is_provenance(from) { "~2" } else { suffix });
        }
        if !is_key {
            taken.push(to.clone());
        }
        names.push(RightName { inner: format!("\u{1e}{from}"), from: from.to_owned(), to, is_key });
    }
    names
}

/// Left columns, then the right ones that are no keys, then what is hidden. A row that only the right side
/// has takes its keys from there.
fn result_columns(params: &Params, left: &Table, names: &[RightName]) -> Vec<Expr> {
    let from_right = matches!(params.kind, Kind::Right | Kind::Full);
    let left_column = |name: String| {
        let key = params.keys.iter().find(|pair| pair.left == name).filter(|_| from_right);
        match key.and_then(|pair| names.iter().find(|other| other.from == pair.right)) {
            Some(other) => coalesce(&[col(name.as_str()), col(other.inner.as_str())]).alias(name),
            None => col(name),
        }
    };
    let others = names.iter().filter(|name| params.kind.has_right_columns() && !name.is_key);
    let (hidden, visible): (Vec<_>, Vec<_>) = others.partition(|name| is_provenance(&name.from));
    let right = |names: Vec<&RightName>| {
        names.into_iter().map(|name| col(name.inner.as_str()).alias(name.to.as_str())).collect::<Vec<_>>()
    };
    let mut columns: Vec<Expr> = left.visible_names().into_iter().map(left_column).collect();
    columns.extend(right(visible));
    columns.extend(left.provenance_names().into_iter().map(col));
    columns.extend(right(hidden));
    columns
}

fn assert_cardinality(params: &Params, left: &Table, right: &Table) -> Checked<()> {
    let one_left = matches!(params.cardinality, Cardinality::OneToMany | Cardinality::OneToOne);
    let one_right = matches!(params.cardinality, Cardinality::ManyToOne | Cardinality::OneToOne);
    let sides = [
        (one_left, left, params.keys.iter().map(|pair| pair.left.clone()).collect::<BTreeSet<_>>()),
        (one_right, right, params.keys.iter().map(|pair| pair.right.clone()).collect()),
    ];
    let repeated = sides
        .into_iter()
        .map(|(asserted, table, keys)| if asserted && !keys.is_empty() { repeated_keys(table, keys) } else { Ok(0) })
        .collect::<Checked<Vec<u64>>>()?;
    if repeated.iter().all(|count| *count == 0) {
        return Ok(());
    }
    let assertion = serde_json::to_value(params.cardinality).ok().and_then(|value| value.as_str().map(str::to_owned));
    Err(Diagnostic::new(Code::JoinCardinality)
        .with("assertion", assertion.unwrap_or_default())
        .with("left", repeated[0])
        .with("right", repeated[1])
        .at_field("/cardinality"))
}

/// Rows whose key another row has before them.
fn repeated_keys(table: &Table, keys: BTreeSet<String>) -> Checked<u64> {
    let columns: Vec<Expr> = keys.iter().map(col).collect();
    let known = columns.iter().cloned().map(Expr::is_not_null).reduce(Expr::and).unwrap_or_else(|| lit(true));
    let rows = frame::collect(table.frame.clone().lazy().select(columns).filter(known))?;
    let height = rows.height();
    let different =
        frame::collect(frame::distinct(rows.lazy(), Some(keys.into_iter().collect()), UniqueKeepStrategy::First))?;
    Ok((height - different.height()) as u64)
}
