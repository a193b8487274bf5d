//! Queries, as the rest of the engine uses them.

use std::collections::BTreeMap;

use polars::prelude::*;
use protocol::{Checked, Code, Span};
use sqlparser::ast;

use super::bind::{Binder, Plan, Source, dedupe, tables};
use super::parse::Asked;
use super::tree::Reach;
use super::{explain, lower, parse, place};
use crate::table::Table;

/// One parsed query.
#[derive(Debug, Clone)]
pub struct Query {
    parsed: ast::Query,
    asked: Asked,
}

/// How strictly a query is run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// Whether the result is marked: then it must not hang on an order that nobody declared.
    pub graded: bool,
}

impl Query {
    /// Parses a text of one query.
    ///
    /// # Errors
    /// `sql-syntax`, `sql-not-query`, `sql-too-complex`.
    pub fn parse(text: &str) -> Checked<Self> {
        let (parsed, asked) = parse::query(text)?;
        Ok(Self { parsed, asked })
    }

    /// The tables that must be given, as the text names them, in the order of their first mention.
    pub fn tables(&self) -> Vec<String> {
        tables::of(&self.parsed).into_iter().map(|(name, _)| name).collect()
    }

    /// Where a table is first named, by its name as [`Query::tables`] gives it.
    pub fn place_of_table(&self, name: &str) -> Option<Span> {
        tables::of(&self.parsed).into_iter().find(|(known, _)| known == name)?.1
    }

    /// Whether the result has an order that the text declares.
    pub fn has_order(&self) -> bool {
        self.asked != Asked::Rows || self.parsed.order_by.is_some()
    }

    /// Names and types of the result over tables of these columns, hidden ones last; nothing is run.
    ///
    /// # Errors
    /// Every `sql-…` code but those of running.
    pub fn output_schema(&self, tables: &BTreeMap<String, Schema>) -> Checked<Schema> {
        let sources: Vec<Source> = tables.iter().map(|(name, schema)| Source { name, schema }).collect();
        let plan = Binder::new(&sources).plan(&self.parsed)?;
        if self.asked != Asked::Rows {
            return Ok(explain::schema());
        }
        let shown = plan.root.fields.iter().filter(|field| field.reach == Reach::Full);
        let names = dedupe(shown.clone().map(|field| field.name.clone()));
        let hidden = plan.root.fields.iter().filter(|field| field.reach == Reach::Hidden);
        Ok(shown
            .zip(names)
            .map(|(field, name)| Field::new(name.into(), field.kind.dtype()))
            .chain(hidden.map(|field| Field::new(field.name.as_str().into(), field.kind.dtype())))
            .collect())
    }

    /// Runs over tables by name: `name` or `zone.name`, letters in any case.
    ///
    /// # Errors
    /// Every `sql-…` code, `result-too-large`.
    pub fn run(&self, tables: &BTreeMap<String, Table>, options: Options) -> Checked<Table> {
        let sources: Vec<Source> =
            tables.iter().map(|(name, table)| Source { name, schema: table.frame.schema() }).collect();
        let plan: Plan = Binder::new(&sources).plan(&self.parsed)?;
        if let Some(at) = plan.loose_limit.filter(|_| options.graded) {
            return Err(place::error(Code::SqlLimitWithoutOrder, Some(at)));
        }
        let frames: Vec<&DataFrame> = tables.values().map(|table| &table.frame).collect();
        let frame = match self.asked {
            Asked::Rows => lower::run(plan, &frames)?,
            asked => {
                let names: Vec<&str> = tables.keys().map(String::as_str).collect();
                explain::explain(plan, &names, &frames, asked == Asked::Counts)?
            }
        };
        Ok(Table { frame, ordered: self.has_order() })
    }
}
