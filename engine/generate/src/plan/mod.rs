//! A specification, checked: kinds with their parameters, in an order in which each finds what it reads.
//!
//! Boundary: looks at the specification only; no row is made here. Every fault is a diagnostic whose field is a JSON
//! Pointer into the specification.

mod check;
mod order;

use std::collections::BTreeMap;

use protocol::{Code, Diagnostic};

use crate::column::{self, ColumnKind, Need, Scope, Shape};
use crate::copula;
use crate::dirt::{self, DirtKind};
use crate::formula::{Formula, Kind};
use crate::render;
use crate::spec::{DataSpec, Rate, Rows, Scale};

/// More rows than this, all tables together, are refused.
pub const MAX_ROWS: u64 = 60_000_000;

/// A column that is ready to be filled.
pub(crate) struct ColumnPlan {
    pub(crate) kind: Box<dyn ColumnKind>,
    pub(crate) null_when: Option<Formula>,
    pub(crate) tie: Option<column::Tie>,
}

/// A column's place in the specification.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Address {
    pub(crate) table: usize,
    pub(crate) column: usize,
}

/// Dirt that is ready to be applied.
pub(crate) struct DirtPlan {
    pub(crate) entry: &'static dirt::Entry,
    pub(crate) kind: Box<dyn DirtKind>,
    pub(crate) when: Option<Formula>,
    pub(crate) rate: Option<Formula>,
}

/// A checked specification.
pub struct Plan {
    pub(crate) spec: DataSpec,
    /// Tables in the order in which they are filled, with their columns in order.
    pub(crate) tables: Vec<(usize, Vec<usize>)>,
    pub(crate) columns: BTreeMap<Address, ColumnPlan>,
    pub(crate) dirt: Vec<DirtPlan>,
    pub(crate) files: Vec<Option<Formula>>,
}

impl Plan {
    /// Checks a specification.
    ///
    /// # Errors
    /// Everything that is wrong with it, as far as can be seen at once.
    pub fn new(spec: &DataSpec) -> Result<Self, Vec<Diagnostic>> {
        let mut findings = Vec::new();
        check::names(spec, &mut findings);
        let mut kinds = BTreeMap::new();
        for (table, declared) in spec.tables.iter().enumerate() {
            for (place, column) in declared.columns.iter().enumerate() {
                let address = Address { table, column: place };
                match parse_column(column) {
                    Ok(kind) => drop(kinds.insert(address, kind)),
                    Err(error) => findings.push(*error.at_field(pointer(address))),
                }
            }
        }
        if !findings.is_empty() {
            return Err(findings);
        }
        let tables = order::order(spec, &kinds).map_err(|error| vec![*error])?;
        let (columns, shapes) = settle(spec, kinds, &tables, &mut findings);
        let scope = |table: usize| Scope { spec, table: &spec.tables[table], shapes: &shapes };
        let mut dirt = Vec::new();
        for (place, declared) in spec.dirt.iter().enumerate() {
            match parse_dirt(spec, declared, &scope) {
                Ok(plan) => dirt.push(plan),
                Err(error) => findings.push(*deeper(error, &format!("/dirt/{place}"))),
            }
        }
        let mut files = Vec::new();
        for (place, file) in spec.files.iter().enumerate() {
            let table = spec.tables.iter().position(|table| table.name == file.table);
            let condition =
                file.when.as_ref().zip(table).map(|(when, table)| scope(table).formula(when, Some(Kind::Boolean)));
            match condition.transpose() {
                Ok(condition) => files.push(condition),
                Err(error) => findings.push(*error.at_field(format!("/files/{place}/when"))),
            }
            if let Some(table) = table {
                for (at, column) in file.columns.iter().enumerate() {
                    if let Err(error) = scope(table).column(&column.column) {
                        findings.push(*error.at_field(format!("/files/{place}/columns/{at}/column")));
                    }
                }
                if let Err(error) = render::check(file, &spec.tables[table]) {
                    findings.push(*deeper(error, &format!("/files/{place}")));
                }
            }
        }
        if findings.is_empty() { Ok(Self { spec: spec.clone(), tables, columns, dirt, files }) } else { Err(findings) }
    }

    /// The specification that was checked.
    pub fn spec(&self) -> &DataSpec {
        &self.spec
    }

    /// The rows of tables that have a number of their own, in the order of the specification; none for tables that have
    /// rows for each row of another.
    pub(crate) fn own_rows(&self, scale: Scale) -> Vec<Option<u32>> {
        let rows = self.spec.tables.iter().map(|table| match &table.rows {
            Rows::Fixed(rows) => Some(*rows),
            Rows::Scaled(rows) => Some(rows.at(scale)),
            Rows::PerParent(_) => None,
        });
        rows.collect()
    }
}

fn pointer(address: Address) -> String {
    format!("/tables/{}/columns/{}", address.table, address.column)
}

/// Puts the place of a fault below that of what was declared.
fn deeper(mut error: Box<Diagnostic>, above: &str) -> Box<Diagnostic> {
    let below = error.place.field.take().unwrap_or_default();
    error.at_field(format!("{above}{below}"))
}

fn parse_column(declared: &crate::spec::ColumnSpec) -> protocol::Checked<Box<dyn ColumnKind>> {
    let Some(entry) = column::find(&declared.kind) else {
        let known: Vec<String> = column::KINDS.iter().map(|entry| entry.name.to_owned()).collect();
        return Err(Diagnostic::new(Code::DataKind).with("kind", declared.kind.as_str()).with("known", known));
    };
    entry.parse(&declared.params).map_err(|error| Diagnostic::new(Code::ParamInvalid).with("detail", error.to_string()))
}

type Settled = (BTreeMap<Address, ColumnPlan>, BTreeMap<(String, String), Shape>);

/// The shape of every column, in the order in which they are filled.
fn settle(
    spec: &DataSpec,
    mut kinds: BTreeMap<Address, Box<dyn ColumnKind>>,
    tables: &[(usize, Vec<usize>)],
    findings: &mut Vec<Diagnostic>,
) -> Settled {
    let mut shapes = BTreeMap::new();
    let mut columns = BTreeMap::new();
    for (table, places) in tables {
        let declared = &spec.tables[*table];
        let ties = match copula::ties(declared, |column| {
            kinds.get(&Address { table: *table, column }).is_some_and(|kind| kind.is_monotone())
        }) {
            Ok(ties) => ties,
            Err(error) => {
                findings.push(*deeper(error, &format!("/tables/{table}")));
                BTreeMap::new()
            }
        };
        for place in places {
            let address = Address { table: *table, column: *place };
            let Some(kind) = kinds.remove(&address) else { continue };
            let column = &declared.columns[*place];
            let scope = Scope { spec, table: declared, shapes: &shapes };
            let shape = kind.shape(&scope).and_then(|shape| {
                let condition = column
                    .null_when
                    .as_ref()
                    .map(|when| scope.formula(when, Some(Kind::Boolean)).map_err(|error| error.at_field("/null_when")));
                if let Some(rate) = column.null_rate {
                    column::in_range(rate, 0.0, 1.0, "null_rate")?;
                }
                Ok((shape, condition.transpose()?))
            });
            match shape {
                Ok((shape, null_when)) => {
                    shapes.insert((declared.name.clone(), column.name.clone()), shape);
                    let tie = ties.get(&column.name).cloned();
                    columns.insert(address, ColumnPlan { kind, null_when, tie });
                }
                Err(error) => findings.push(*deeper(error, &pointer(address))),
            }
        }
    }
    (columns, shapes)
}

fn parse_dirt<'s>(
    spec: &'s DataSpec,
    declared: &crate::spec::DirtSpec,
    scope: &dyn Fn(usize) -> Scope<'s>,
) -> protocol::Checked<DirtPlan> {
    let Some(entry) = dirt::find(&declared.kind) else {
        let known: Vec<String> = dirt::KINDS.iter().map(|entry| entry.name.to_owned()).collect();
        let diagnostic = Diagnostic::new(Code::DataKind).with("kind", declared.kind.as_str()).with("known", known);
        return Err(diagnostic.at_field("/kind"));
    };
    let Some(table) = spec.tables.iter().position(|table| table.name == declared.table) else {
        return Err(check::unknown_table(spec, &declared.table).at_field("/table"));
    };
    let scope = scope(table);
    for (at, column) in declared.columns.iter().enumerate() {
        scope.column(column).map_err(|error| error.at_field(format!("/columns/{at}")))?;
    }
    let condition = |text: &String| scope.formula(text, Some(Kind::Boolean)).map_err(|error| error.at_field("/when"));
    let when = declared.when.as_ref().map(condition).transpose()?;
    let rate = match &declared.rate {
        Some(Rate::Share(share)) => {
            column::in_range(*share, 0.0, 1.0, "rate")?;
            None
        }
        Some(Rate::Formula(text)) => {
            Some(scope.formula(text, Some(Kind::Number)).map_err(|error| error.at_field("/rate"))?)
        }
        None if declared.count.is_none() => return Err(Diagnostic::new(Code::ParamRequired).at_field("/rate")),
        None => None,
    };
    let kind = entry
        .parse(&declared.params)
        .map_err(|error| Diagnostic::new(Code::ParamInvalid).with("detail", error.to_string()))?;
    kind.check(&scope, declared)?;
    Ok(DirtPlan { entry, kind, when, rate })
}

/// What a column must wait for, those of its null condition included.
pub(crate) fn needs(kind: &dyn ColumnKind, declared: &crate::spec::ColumnSpec) -> Vec<Need> {
    let mut needs = kind.needs();
    if let Some(when) = &declared.null_when {
        needs.extend(Formula::names(when).into_iter().map(Need::Column));
    }
    needs
}
