//! `EXPLAIN`: the plan of a query as a table, a row for each relation, those that feed it below it.
//!
//! Rows are those that are known: of tables and series always, of the rest where `EXPLAIN ANALYZE` has run
//! the query; nothing is guessed.

mod text;

use std::collections::BTreeMap;

use polars::prelude::*;
use protocol::Checked;

use super::bind::Plan;
use super::lower;
use super::tree::{Node, Relation, Scalar};
use crate::frame;

use text::Names;

/// Names and types of the table.
pub fn schema() -> Schema {
    [
        ("depth", DataType::Int64),
        ("node", DataType::String),
        ("detail", DataType::String),
        ("columns", DataType::String),
        ("rows", DataType::Int64),
    ]
    .into_iter()
    .map(|(name, dtype)| Field::new(name.into(), dtype))
    .collect()
}

/// The plan of a query over tables of these names, run if rows are to be counted.
///
/// # Errors
/// Those of running.
pub fn explain(mut plan: Plan, names: &[&str], frames: &[&DataFrame], run: bool) -> Checked<DataFrame> {
    lower::prune(&mut plan);
    let counts = if run { lower::count(&plan, frames)? } else { Vec::new() };
    let mut walk = Walk { tables: names, frames, counts: &counts, names: Names::default(), lines: Vec::new() };
    for (index, common) in plan.commons.iter().enumerate() {
        walk.lines.push(Line::new(0, "WITH", format!("#{}", index + 1)));
        walk.relation(common, 1);
    }
    walk.relation(&plan.root.relation, 0);
    let lines = walk.lines;
    let texts = |name: &str, of: &dyn Fn(&Line) -> &str| {
        let cells: StringChunked = lines.iter().map(|line| Some(of(line))).collect();
        cells.with_name(name.into()).into_column()
    };
    let integers = |name: &str, of: &dyn Fn(&Line) -> Option<usize>| {
        let cells: Int64Chunked =
            lines.iter().map(|line| of(line).and_then(|value| i64::try_from(value).ok())).collect();
        cells.with_name(name.into()).into_column()
    };
    let made = DataFrame::new(vec![
        integers("depth", &|line| Some(line.depth)),
        texts("node", &|line| line.node),
        texts("detail", &|line| &line.detail),
        texts("columns", &|line| &line.columns),
        integers("rows", &|line| line.rows),
    ]);
    made.map_err(|error| frame::fault(&error))
}

struct Line {
    depth: usize,
    node: &'static str,
    detail: String,
    columns: String,
    rows: Option<usize>,
}

impl Line {
    fn new(depth: usize, node: &'static str, detail: String) -> Self {
        Self { depth, node, detail, columns: String::new(), rows: None }
    }
}

struct Walk<'a> {
    tables: &'a [&'a str],
    frames: &'a [&'a DataFrame],
    counts: &'a [(*const Relation, usize)],
    names: Names,
    lines: Vec<Line>,
}

impl Walk<'_> {
    fn relation(&mut self, relation: &Relation, depth: usize) {
        // What feeds a relation names the columns that it reads.
        let place = self.lines.len();
        self.lines.push(Line::new(depth, text::node(relation), String::new()));
        for input in relation.inputs() {
            self.relation(input, depth + 1);
        }
        for query in relation.scalars().into_iter().flat_map(subqueries) {
            self.lines.push(Line::new(depth + 1, "SUBQUERY", String::new()));
            self.relation(query, depth + 2);
        }
        let detail = match relation {
            Relation::Scan { table, .. } => self.tables.get(*table).map(|name| (*name).to_owned()).unwrap_or_default(),
            other => self.names.detail(other),
        };
        self.names.learn(relation);
        let plans = relation.columns();
        let shown: Vec<&str> = plans.iter().map(|plan| self.names.of(plan)).filter(|name| !name.is_empty()).collect();
        let columns = shown.join(", ");
        let rows = match relation {
            Relation::Scan { table, .. } => self.frames.get(*table).map(|frame| frame.height()),
            Relation::Steps { count, .. } => Some(*count),
            Relation::Unit => Some(1),
            other => {
                let found = self.counts.iter().rfind(|(known, _)| std::ptr::eq(*known, other));
                found.map(|(_, rows)| *rows)
            }
        };
        if let Some(line) = self.lines.get_mut(place) {
            line.detail = detail;
            line.columns = columns;
            line.rows = rows;
        }
    }
}

/// The queries inside a scalar.
fn subqueries(scalar: &Scalar) -> Vec<&Relation> {
    let mut found = match &scalar.node {
        Node::InQuery { query, .. } | Node::Subquery { query, .. } | Node::Exists { query, .. } => vec![query.as_ref()],
        _ => Vec::new(),
    };
    found.extend(scalar.parts().into_iter().flat_map(subqueries));
    found
}

/// What plan names stand for.
type Known = BTreeMap<PlSmallStr, String>;
