//! What the engine remembers between two requests: the cache, the last run, the last query.

use std::collections::BTreeMap;
use std::rc::Rc;

use polars::prelude::IdxCa;
use protocol::facet::Facet;
use protocol::recipe::Resolved;
use protocol::report::TableHash;
use protocol::table::{TableAt, Window};
use protocol::{Checked, Code, Diagnostic, Recipe, StepId, TableRef};

use super::cache::{Cache, Key};
use super::names;
use crate::facet;
use crate::hash;
use crate::sql::{Options, Query};
use crate::table::Table;

/// The engine's memory.
#[derive(Debug)]
pub struct Session {
    pub(super) cache: Cache,
    last: Option<Last>,
    query: Option<Table>,
    filtered: Option<Filtered>,
}

/// The rows that the last facets let through.
#[derive(Debug)]
struct Filtered {
    at: TableAt,
    facets: Vec<Facet>,
    rows: IdxCa,
}

#[derive(Debug)]
struct Last {
    recipe: Rc<Recipe>,
    resolved: Rc<Vec<Resolved>>,
    keys: Vec<Option<Key>>,
}

/// A table that was asked for.
#[derive(Debug)]
pub enum Found {
    /// Here it is.
    Table(Table),
    /// It was computed and let go since: [`super::Run::again`] makes it from the recipe.
    LetGo(Recipe),
}

impl Session {
    /// A session that keeps about so many bytes of results.
    pub fn new(cache_bytes: u64) -> Self {
        Self { cache: Cache::new(cache_bytes), last: None, query: None, filtered: None }
    }

    pub(super) fn finished(&mut self, recipe: Rc<Recipe>, resolved: Rc<Vec<Resolved>>, keys: Vec<Option<Key>>) {
        self.last = Some(Last { recipe, resolved, keys });
        self.query = None;
        self.filtered = None;
    }

    /// A version of a table of the last run.
    ///
    /// # Errors
    /// `table-unknown` if no step made it, `step-blocked` if its step did not run.
    pub fn table(&mut self, at: &TableAt) -> Checked<Found> {
        let unknown = || Diagnostic::new(Code::TableUnknown).with("table", at.table.to_string());
        let last = self.last.as_ref().ok_or_else(unknown)?;
        let bound = last.tables(at.after.as_ref()).and_then(|tables| tables.get(&at.table)).ok_or_else(unknown)?;
        let blocked = || Diagnostic::new(Code::StepBlocked).with("table", at.table.to_string());
        let key = last.keys[bound.step].ok_or_else(blocked)?;
        match self.cache.get(&key).and_then(|entry| entry.tables.get(&bound.port).cloned()) {
            Some(table) => Ok(Found::Table(table)),
            None => Ok(Found::LetGo((*last.recipe).clone())),
        }
    }

    /// The tables that a query reads, as it names them, as they stand after a step (the last, if none).
    ///
    /// # Errors
    /// Those of parsing, and `sql-unknown-table`.
    pub fn query_tables(&self, sql: &str, after: Option<&StepId>) -> Checked<Vec<(String, TableRef)>> {
        let none = BTreeMap::new();
        let tables = self.last.as_ref().and_then(|last| last.tables(after)).unwrap_or(&none);
        let query = Query::parse(sql)?;
        let find = |name: String| match names::find(tables, &name) {
            Ok(table) => Ok((name, table)),
            Err(unknown) => Err(match query.place_of_table(&name) {
                Some(place) => unknown.at_span(place),
                None => unknown,
            }),
        };
        query.tables().into_iter().map(find).collect()
    }

    /// Runs a query over tables by the names it uses.
    ///
    /// # Errors
    /// Those of the query.
    pub fn query(&self, sql: &str, tables: &BTreeMap<String, Table>) -> Checked<Table> {
        Query::parse(sql)?.run(tables, Options::default())
    }

    /// Keeps the result of a query for windows.
    pub fn keep_query(&mut self, result: Table) {
        self.query = Some(result);
    }

    /// The result of the last query since the last run.
    pub fn query_result(&self) -> Option<&Table> {
        self.query.as_ref()
    }

    /// A window of the rows of a table of the last run that facets let through. The rows are found once for the
    /// same facets of the same table.
    ///
    /// # Errors
    /// Those of [`facet::rows`].
    pub fn filtered(
        &mut self,
        at: &TableAt,
        table: &Table,
        facets: &[Facet],
        offset: usize,
        limit: usize,
    ) -> Checked<Window> {
        let known = self.filtered.take().filter(|known| &known.at == at && known.facets == facets);
        let known = match known {
            Some(known) => known,
            None => Filtered { at: at.clone(), facets: facets.to_vec(), rows: facet::rows(table, facets)? },
        };
        facet::window(table, &self.filtered.insert(known).rows, offset, limit)
    }

    /// The names of the tables that stand at the end of the last run.
    pub fn final_tables(&self) -> Vec<TableAt> {
        let tables = self.last.as_ref().and_then(|last| last.tables(None));
        tables.into_iter().flatten().map(|(table, _)| TableAt { table: table.clone(), after: None }).collect()
    }
}

impl Last {
    fn tables(&self, after: Option<&StepId>) -> Option<&BTreeMap<TableRef, protocol::recipe::Bound>> {
        let index = match after {
            Some(id) => self.recipe.position(id)?,
            None => self.resolved.len().checked_sub(1)?,
        };
        self.resolved.get(index).map(|resolved| &resolved.tables)
    }
}

/// The content hash of a version of a table.
///
/// # Errors
/// Those of [`hash::table`].
pub fn table_hash(at: &TableAt, table: &Table) -> Checked<TableHash> {
    Ok(TableHash { at: at.clone(), hash: hash::table(table)?, rows: table.height() as u64, ordered: table.ordered })
}
