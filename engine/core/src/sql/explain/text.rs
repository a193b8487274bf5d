//! Relations and scalars in the words of SQL, short enough for a cell.

use polars::prelude::PlSmallStr;

use super::Known;
use crate::sql::kernel::cast;
use crate::sql::tree::{
    Aggregate, JoinKind, Key, Membership, Node, Operator, Relation, Scalar, Value, Window, Windowed,
};
use crate::table::is_provenance;

/// Longest text of one scalar, in characters.
const MAX_CHARS: usize = 80;

/// The word for a relation.
pub fn node(relation: &Relation) -> &'static str {
    match relation {
        Relation::Unit => "VALUES",
        Relation::Steps { .. } => "RANGE",
        Relation::Scan { .. } => "SCAN",
        Relation::Common { .. } => "WITH SCAN",
        Relation::Project { .. } => "SELECT",
        Relation::Filter { .. } => "FILTER",
        Relation::Join { kind, .. } => match kind {
            JoinKind::Inner => "INNER JOIN",
            JoinKind::Left => "LEFT JOIN",
            JoinKind::Right => "RIGHT JOIN",
            JoinKind::Full => "FULL JOIN",
            JoinKind::Semi => "SEMI JOIN",
            JoinKind::Anti => "ANTI JOIN",
        },
        Relation::Aggregate { .. } => "GROUP",
        Relation::Window { .. } => "WINDOW",
        Relation::Unnest { .. } => "UNNEST",
        Relation::Sort { .. } => "ORDER",
        Relation::Limit { .. } => "LIMIT",
        Relation::Distinct { .. } => "DISTINCT",
        Relation::DistinctOn { .. } => "DISTINCT ON",
        Relation::Concat { .. } => "UNION ALL",
        Relation::Members { membership: Membership::Intersect, .. } => "INTERSECT",
        Relation::Members { membership: Membership::Except, .. } => "EXCEPT",
    }
}

/// What columns of the plan stand for.
#[derive(Default)]
pub struct Names(Known);

impl Names {
    /// The text for a column.
    pub fn of<'s>(&'s self, plan: &'s PlSmallStr) -> &'s str {
        self.0.get(plan).map_or(plan.as_str(), String::as_str)
    }

    /// Learns what the columns of a relation stand for.
    pub fn learn(&mut self, relation: &Relation) {
        let mut made: Vec<(PlSmallStr, String)> = Vec::new();
        match relation {
            Relation::Scan { columns, .. } => {
                made.extend(columns.iter().map(|(plan, name, _)| (plan.clone(), visible(name))));
            }
            Relation::Common { columns, .. } => {
                made.extend(columns.iter().map(|(here, there)| (here.clone(), self.of(there).to_owned())));
            }
            Relation::Unnest { items, .. } => {
                made.extend(items.iter().map(|(plan, list)| (plan.clone(), format!("unnest({})", self.scalar(list)))));
            }
            Relation::Project { items, .. } => {
                made.extend(items.iter().map(|(plan, value)| (plan.clone(), self.scalar(value))));
            }
            Relation::Aggregate { keys, measures, .. } => {
                made.extend(keys.iter().map(|(plan, key)| (plan.clone(), self.scalar(key))));
                made.extend(measures.iter().map(|(plan, measure)| (plan.clone(), self.aggregate(measure))));
            }
            Relation::Window { calls, .. } => {
                made.extend(calls.iter().map(|(plan, window)| (plan.clone(), self.window(window))));
            }
            _ => {}
        }
        self.0.extend(made);
    }

    /// What a relation does, beyond its word.
    pub fn detail(&self, relation: &Relation) -> String {
        match relation {
            Relation::Common { index, .. } => format!("#{}", index + 1),
            Relation::Filter { condition, .. } => self.scalar(condition),
            Relation::Join { on, residual, .. } => {
                let pairs = on.iter().map(|(one, two)| format!("{} = {}", self.scalar(one), self.scalar(two)));
                pairs.chain(residual.iter().map(|residual| self.scalar(residual))).collect::<Vec<_>>().join(" AND ")
            }
            Relation::Aggregate { keys, .. } => self.list(keys.iter().map(|(_, key)| key)),
            Relation::Unnest { items, .. } => self.list(items.iter().map(|(_, value)| value)),
            Relation::Sort { keys, .. } => self.keys(keys),
            Relation::Limit { skip, take, .. } => {
                let take = take.map_or(String::new(), |take| take.to_string());
                if *skip == 0 { take } else { format!("{take} OFFSET {skip}") }
            }
            Relation::DistinctOn { on, .. } => self.list(on.iter()),
            _ => String::new(),
        }
    }

    fn list<'s>(&self, scalars: impl Iterator<Item = &'s Scalar>) -> String {
        scalars.map(|scalar| self.scalar(scalar)).collect::<Vec<_>>().join(", ")
    }

    fn keys(&self, keys: &[Key]) -> String {
        let key = |key: &Key| {
            let direction = if key.descending { " DESC" } else { "" };
            let nulls = if key.nulls_last { "" } else { " NULLS FIRST" };
            format!("{}{direction}{nulls}", self.scalar(&key.by))
        };
        keys.iter().map(key).collect::<Vec<_>>().join(", ")
    }

    fn aggregate(&self, aggregate: &Aggregate) -> String {
        let args = if aggregate.args.is_empty() { "*".to_owned() } else { self.list(aggregate.args.iter()) };
        let distinct = if aggregate.distinct { "DISTINCT " } else { "" };
        let order = if aggregate.order.is_empty() {
            String::new()
        } else {
            format!(" ORDER BY {}", self.keys(&aggregate.order))
        };
        let filter =
            aggregate.filter.as_ref().map_or(String::new(), |filter| format!(" FILTER ({})", self.scalar(filter)));
        cut(format!("{}({distinct}{args}{order}){filter}", aggregate.aggregator.name))
    }

    fn window(&self, window: &Window) -> String {
        let what = match &window.what {
            Windowed::Function { function, args, .. } => format!("{}({})", function.name, self.list(args.iter())),
            Windowed::Measure(aggregate) => self.aggregate(aggregate),
        };
        let mut over = Vec::new();
        if !window.partition.is_empty() {
            over.push(format!("PARTITION BY {}", self.list(window.partition.iter())));
        }
        if !window.order.is_empty() {
            over.push(format!("ORDER BY {}", self.keys(&window.order)));
        }
        cut(format!("{what} OVER ({})", over.join(" ")))
    }

    /// A scalar.
    fn scalar(&self, scalar: &Scalar) -> String {
        let made = match &scalar.node {
            Node::Column(plan) => self.of(plan).to_owned(),
            Node::Constant(value) => constant(value, scalar),
            Node::Operation(operator, args) => self.operation(*operator, args),
            Node::Call(function, args) => format!("{}({})", function.name, self.list(args.iter())),
            Node::Cast { arg, lenient } => {
                let word = if *lenient { "TRY_CAST" } else { "CAST" };
                format!("{word}({} AS {})", self.scalar(arg), scalar.kind.word())
            }
            Node::Case { branches, otherwise } => {
                let when = |(condition, value): &(Scalar, Scalar)| {
                    format!("WHEN {} THEN {}", self.scalar(condition), self.scalar(value))
                };
                let branches = branches.iter().map(when).collect::<Vec<_>>().join(" ");
                format!("CASE {branches} ELSE {} END", self.scalar(otherwise))
            }
            Node::Logic { all, terms } => {
                let terms: Vec<String> = terms.iter().map(|term| self.scalar(term)).collect();
                format!("({})", terms.join(if *all { " AND " } else { " OR " }))
            }
            Node::Among { arg, values, .. } => format!("{} IN ({})", self.scalar(arg), values.len()),
            Node::InQuery { arg, .. } => format!("{} IN (SELECT)", self.scalar(arg)),
            Node::Exists { .. } => "EXISTS (SELECT)".to_owned(),
            Node::Subquery { .. } => "(SELECT)".to_owned(),
            Node::Aggregate(aggregate) => self.aggregate(aggregate),
            Node::Window(window) => self.window(window),
            Node::Unnest(arg) => format!("unnest({})", self.scalar(arg)),
            Node::Grouping(args) => format!("grouping({})", self.list(args.iter())),
        };
        cut(made)
    }

    fn operation(&self, operator: Operator, args: &[Scalar]) -> String {
        let texts: Vec<String> = args.iter().map(|arg| self.scalar(arg)).collect();
        let (one, two) = (texts.first().map_or("", String::as_str), texts.get(1).map_or("", String::as_str));
        match operator {
            Operator::Not => format!("NOT {one}"),
            Operator::Negate => format!("-{one}"),
            Operator::IsNull => format!("{one} IS NULL"),
            Operator::IsNotNull => format!("{one} IS NOT NULL"),
            Operator::AddInterval(by) => format!("{one} + INTERVAL ({} {} {})", by.months, by.days, by.micros),
            Operator::OnlyOne => two.to_owned(),
            other => format!("{one} {} {two}", other.sign()),
        }
    }
}

/// Hidden columns travel without a name.
fn visible(name: &str) -> String {
    if is_provenance(name) { String::new() } else { name.to_owned() }
}

fn constant(value: &Value, scalar: &Scalar) -> String {
    match value {
        Value::Null => "NULL".to_owned(),
        Value::Boolean(value) => value.to_string(),
        Value::Integer(value) => value.to_string(),
        Value::Number(value) => cast::number(*value),
        Value::Text(text) => format!("'{}'", text.replace('\'', "''")),
        Value::Date(value) => format!("{} {value}", scalar.kind.word()),
        Value::Datetime(value) | Value::Time(value) => format!("{} {value}", scalar.kind.word()),
    }
}

fn cut(text: String) -> String {
    match text.char_indices().nth(MAX_CHARS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
