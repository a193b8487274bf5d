//! From sqlparser's tree to ours: names, types, places; what ours does not hold is refused here.

mod aggregate;
mod attach;
mod call;
mod cases;
mod correlate;
mod datatype;
mod from;
mod grouping;
mod lift;
mod lists;
mod literal;
mod names;
mod operator;
mod order;
mod push;
mod query;
mod scalar;
mod select;
mod series;
mod set;
mod sets;
pub mod tables;
mod unnest;
mod window;

use polars::prelude::{PlSmallStr, Schema};
use protocol::{Checked, Code, Diagnostic, Span};
use sqlparser::ast;

use super::kind::Kind;
use super::place;
use super::tree::{Field, Reach, Relation, Scalar};

pub use cases::{CasePart, Misfits};
pub use names::dedupe;
pub use scalar::Scope;

/// Most nodes of a bound tree: aliases and common tables may repeat parts of the text.
const MAX_NODES: usize = 20_000;
/// Deepest nesting of a bound tree.
const MAX_DEPTH: usize = 72;

/// A relation with the names that people use for its columns.
#[derive(Debug, Clone)]
pub struct Bound {
    /// The relation.
    pub relation: Relation,
    /// Its columns, in the order in which `*` shows them, hidden ones last.
    pub fields: Vec<Field>,
}

/// A bound query: what is run.
#[derive(Debug)]
pub struct Plan {
    /// The result.
    pub root: Bound,
    /// Common table expressions, in the order in which they may use one another.
    pub commons: Vec<Relation>,
    /// How often each is read.
    pub reads: Vec<usize>,
    /// Where a `LIMIT` stands without an `ORDER BY` beside it.
    pub loose_limit: Option<Span>,
}

/// A table that a query may read: its name and its columns, hidden ones included.
pub struct Source<'a> {
    /// `name` or `zone.name`.
    pub name: &'a str,
    /// Columns.
    pub schema: &'a Schema,
}

/// A common table expression in sight.
#[derive(Clone)]
struct Common {
    name: String,
    index: usize,
    fields: Vec<Field>,
}

/// The state of a translation.
pub struct Binder<'a> {
    sources: &'a [Source<'a>],
    commons: Vec<Relation>,
    reads: Vec<usize>,
    in_sight: Vec<Common>,
    /// Fields of the queries around a subquery; the nearest can be reached from it.
    outer: Vec<Vec<Field>>,
    loose_limit: Option<Span>,
    next: usize,
    nodes: usize,
    depth: usize,
    here: Span,
}

impl<'a> Binder<'a> {
    /// Over the tables that may be read.
    pub fn new(sources: &'a [Source<'a>]) -> Self {
        Self {
            sources,
            commons: Vec::new(),
            reads: Vec::new(),
            in_sight: Vec::new(),
            outer: Vec::new(),
            loose_limit: None,
            next: 0,
            nodes: 0,
            depth: 0,
            here: Span { line: 1, column: 1, length: 0 },
        }
    }

    /// Binds a whole query.
    ///
    /// # Errors
    /// Every `sql-…` code of a query that cannot run.
    pub fn plan(mut self, query: &ast::Query) -> Checked<Plan> {
        let root = self.query(query).map_err(|finding| self.placed(finding))?;
        Ok(Plan { root, commons: self.commons, reads: self.reads, loose_limit: self.loose_limit })
    }

    /// Binds one expression over the columns of a table, in which it has its own names.
    ///
    /// # Errors
    /// Every `sql-…` code of an expression that cannot run.
    pub fn expression(mut self, expression: &ast::Expr, schema: &Schema, aggregates: bool) -> Checked<Scalar> {
        let fields: Vec<Field> = schema
            .iter()
            .map(|(name, dtype)| Field {
                qualifier: None,
                name: name.to_string(),
                plan: name.clone(),
                kind: Kind::of(dtype),
                reach: if crate::table::is_provenance(name) { Reach::Hidden } else { Reach::Full },
            })
            .collect();
        let scope = Scope { aggregates, ..Scope::plain(&fields) };
        self.scalar(expression, &scope).map_err(|finding| self.placed(finding))
    }

    /// A finding whose token the parser gave no place stands at the last place before it.
    fn placed(&self, finding: Box<Diagnostic>) -> Box<Diagnostic> {
        if finding.place.span.is_some() { finding } else { finding.at_span(self.here) }
    }

    /// A plan name that no other column of the query has.
    fn fresh(&mut self) -> PlSmallStr {
        self.next += 1;
        PlSmallStr::from_string(format!("c{}", self.next))
    }

    /// The place of a node, or of the nearest one before it that has a place.
    fn at(&mut self, node: &impl ast::Spanned) -> Span {
        if let Some(at) = place::of(node) {
            self.here = at;
        }
        self.here
    }

    /// Runs a step one level deeper, within the bounds.
    fn deeper<T>(&mut self, step: impl FnOnce(&mut Self) -> Checked<T>) -> Checked<T> {
        self.depth += 1;
        self.nodes += 1;
        let made = if self.depth > MAX_DEPTH {
            Err(place::error(Code::SqlTooComplex, Some(self.here)).with("limit", MAX_DEPTH))
        } else if self.nodes > MAX_NODES {
            Err(place::error(Code::SqlTooComplex, Some(self.here)).with("limit", MAX_NODES))
        } else {
            step(self)
        };
        self.depth -= 1;
        made
    }
}
