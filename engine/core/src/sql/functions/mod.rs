//! The table of functions: the single source of names, types, translation, help and tests.

mod aggregate;
mod conditional;
mod date;
mod list;
mod numeric;
mod signature;
mod text;
mod validity;
mod window;

use std::sync::OnceLock;

use polars::prelude::*;
use protocol::operation::FunctionInfo;
use protocol::{Checked, Code, Diagnostic, Span};

use super::kind::Kind;
use super::place;
use super::tree::Value;

pub use aggregate::{Aggregator, Measure};
pub use list::{GROUP as LISTS, Unnest};
pub use signature::{Outcome, Signature, Want};
pub use window::{Place, WindowFunction};

/// A scalar function.
#[derive(Debug)]
pub struct Function {
    /// Name in lower case.
    pub name: &'static str,
    /// Other names of the same function.
    pub aliases: &'static [&'static str],
    /// Group of the help.
    pub group: &'static str,
    /// Parameters and result: read by the type check and by people (see [`Signature`]).
    pub signature: &'static str,
    /// An expression and its value, as text.
    pub example: (&'static str, &'static str),
    /// Whether it can fail on some row.
    pub can_fail: bool,
    /// Translation; arguments have the types of the signature.
    pub build: fn(&[Arg]) -> Checked<Expr>,
}

impl PartialEq for Function {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// A translated argument.
#[derive(Debug)]
pub struct Arg {
    /// Its value.
    pub expr: Expr,
    /// Its type.
    pub kind: Kind,
    /// Its value where it is a constant.
    pub constant: Option<Value>,
    /// Where it stands.
    pub at: Span,
}

impl Arg {
    /// The text of an argument that must be constant, such as a format.
    ///
    /// # Errors
    /// `sql-unsupported` for anything else.
    pub fn text(&self, what: &str) -> Checked<&str> {
        match &self.constant {
            Some(Value::Text(text)) => Ok(text),
            _ => place::unsupported(what, Some(self.at)),
        }
    }

    /// `sql-bad-literal` for this argument.
    pub fn bad(&self, value: &str, expected: &str) -> Box<Diagnostic> {
        place::error(Code::SqlBadLiteral, Some(self.at)).with("value", value).with("type", expected)
    }
}

/// Every scalar function, by group.
fn scalars() -> &'static [Function] {
    static ALL: OnceLock<Vec<Function>> = OnceLock::new();
    ALL.get_or_init(|| {
        let groups = [text::all(), validity::all(), numeric::all(), date::all(), conditional::all(), list::all()];
        groups.into_iter().flatten().collect()
    })
}

/// A scalar function by any of its names, in lower case.
pub fn scalar(name: &str) -> Option<&'static Function> {
    scalars().iter().find(|function| function.name == name || function.aliases.contains(&name))
}

/// An aggregate function by any of its names, in lower case.
pub fn aggregator(name: &str) -> Option<&'static Aggregator> {
    aggregate::ALL.iter().find(|aggregator| aggregator.name == name || aggregator.aliases.contains(&name))
}

/// A window function by its name, in lower case.
pub fn window(name: &str) -> Option<&'static WindowFunction> {
    window::ALL.iter().find(|function| function.name == name)
}

/// A function that makes a row for each cell of a list, by its name, in lower case.
pub fn unnest(name: &str) -> Option<&'static Unnest> {
    list::UNNESTS.iter().find(|function| function.name == name)
}

/// All names, for suggestions.
pub fn names() -> impl Iterator<Item = &'static str> {
    let scalars = scalars().iter().flat_map(|function| std::iter::once(&function.name).chain(function.aliases));
    let aggregates = aggregate::ALL.iter().flat_map(|one| std::iter::once(&one.name).chain(one.aliases));
    let windows = window::ALL.iter().map(|one| one.name);
    scalars.chain(aggregates).copied().chain(windows).chain(list::UNNESTS.iter().map(|one| one.name))
}

/// What the page shows, by name.
pub fn infos() -> Vec<FunctionInfo> {
    let scalars =
        scalars().iter().map(|function| (function.name, function.group, function.signature, function.example));
    let aggregates = aggregate::ALL.iter().map(|one| (one.name, "aggregate", one.signature, one.example));
    let windows = window::ALL.iter().map(|one| (one.name, "window", one.signature, one.example));
    let unnests = list::UNNESTS.iter().map(|one| (one.name, LISTS, one.signature, one.example));
    let mut infos: Vec<FunctionInfo> = scalars
        .chain(aggregates)
        .chain(windows)
        .chain(unnests)
        .map(|(name, group, signature, example)| FunctionInfo {
            name: name.to_owned(),
            group: group.to_owned(),
            signature: signature.to_owned(),
            example: (example.0.to_owned(), example.1.to_owned()),
        })
        .collect();
    infos.sort_by(|left, right| left.name.cmp(&right.name));
    infos
}
