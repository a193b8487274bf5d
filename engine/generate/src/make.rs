//! From a plan to dirty tables and their ledger, column by column, so that a host can stop in between.

use std::collections::BTreeMap;

use protocol::{Checked, Diagnostic};

use crate::chance::{Seed, Stream};
use crate::column::{Fill, Link, NO_ROW};
use crate::dirt::{Touched, Work};
use crate::formula::Rowset;
use crate::ledger::Ledger;
use crate::plan::{Address, Plan};
use crate::spec::{Count, DataSpec, Rate, Rows, Scale};
use crate::value::{Bits, Column, Row, Table};

/// What was generated.
#[derive(Debug)]
pub struct Generated {
    /// The tables with their dirt, in the order of the specification, hidden columns included.
    pub tables: Vec<Table>,
    /// What dirt did.
    pub ledger: Ledger,
    /// For each file of the specification: the clean rows that meet its condition; none for all of them.
    pub files: Vec<Option<Bits>>,
}

/// Generates everything at once.
///
/// # Errors
/// Everything that is wrong with the specification.
pub fn generate(spec: &DataSpec, seed: &str, scale: Scale) -> Result<Generated, Vec<Diagnostic>> {
    let mut making = Making::new(Plan::new(spec)?, seed, scale);
    while making.advance().map_err(|error| vec![*error])?.is_some() {}
    Ok(making.finish())
}

/// Generation in pieces: a column, or one dirt, at a time.
pub struct Making {
    plan: Plan,
    seed: Seed,
    own_rows: Vec<Option<u32>>,
    scale: Scale,
    done: usize,
    /// Filled tables, in the order of the plan.
    tables: Vec<Table>,
    filling: Option<Filling>,
    dirt: Option<Dirtying>,
}

/// A table whose columns are being filled.
struct Filling {
    rows: Row,
    parent: Option<Link>,
    places: Vec<u32>,
    columns: Vec<Column>,
    links: BTreeMap<String, Link>,
}

/// What is known of the clean tables, before the first dirt.
struct Dirtying {
    conditions: Vec<Option<Bits>>,
    probabilities: Vec<Option<Vec<f64>>>,
    files: Vec<Option<Bits>>,
    touched: Touched,
    ledger: Ledger,
    next: usize,
}

impl Making {
    /// Nothing made yet.
    pub fn new(plan: Plan, seed: &str, scale: Scale) -> Self {
        let own_rows = plan.own_rows(scale);
        Self { plan, seed: Seed::new(seed), own_rows, scale, done: 0, tables: Vec::new(), filling: None, dirt: None }
    }

    /// Makes the next piece: pieces done and pieces in all, or nothing when there is no more.
    ///
    /// # Errors
    /// What only the rows can show.
    pub fn advance(&mut self) -> Checked<Option<(usize, usize)>> {
        let total = self.plan.columns.len() + self.plan.dirt.len();
        let advanced = if self.tables.len() < self.plan.tables.len() { self.fill()? } else { self.dirty()? };
        self.done += usize::from(advanced);
        Ok(advanced.then_some((self.done, total)))
    }

    /// What was made, once there is no more to make.
    pub fn finish(mut self) -> Generated {
        let mut dirt = self.dirt.take().unwrap_or_else(|| Dirtying::new(&self.plan, &self.tables));
        let mut tables: Vec<Option<Table>> = self.tables.into_iter().map(Some).collect();
        let mut places: Vec<(usize, usize)> =
            self.plan.tables.iter().enumerate().map(|(made, (declared, _))| (*declared, made)).collect();
        places.sort_unstable();
        let tables = places.iter().filter_map(|(_, made)| tables.get_mut(*made).and_then(Option::take)).collect();
        Generated { tables, ledger: std::mem::take(&mut dirt.ledger), files: dirt.files }
    }

    /// Fills a column, and puts the table together after its last.
    fn fill(&mut self) -> Checked<bool> {
        let (place, order) = &self.plan.tables[self.tables.len()];
        let declared = &self.plan.spec.tables[*place];
        if self.filling.is_none() {
            self.filling = Some(self.begin(*place));
        }
        let Some(filling) = &mut self.filling else { return Ok(false) };
        if let Some(column) = order.get(filling.columns.len()) {
            let address = Address { table: *place, column: *column };
            let Some(plan) = self.plan.columns.get(&address) else { return Ok(false) };
            let spec = &declared.columns[*column];
            let fill = Fill {
                seed: &self.seed,
                table: &declared.name,
                column: &spec.name,
                rows: filling.rows,
                columns: &filling.columns,
                tables: &self.tables,
                links: &filling.links,
                parent: filling.parent.as_ref(),
                places: &filling.places,
                tie: plan.tie.as_ref(),
            };
            let mut filled = plan.kind.fill(&fill)?;
            if spec.null_rate.is_some() || plan.null_when.is_some() {
                let condition = plan.null_when.as_ref().map(|when| when.truths(fill.rowset(), fill.rows));
                let mut stream = fill.stream("null");
                for row in 0..fill.rows {
                    let happens = stream.happens(spec.null_rate.unwrap_or(1.0));
                    if happens && condition.as_ref().is_none_or(|bits| bits.get(row)) {
                        filled.nulls.put(row, true);
                    }
                }
            }
            if let Some(mut rows) = filled.link {
                filled.nulls.rows().for_each(|row| rows[row as usize] = NO_ROW);
                let table = spec.params.get("table").and_then(|table| table.as_str()).unwrap_or_default().to_owned();
                filling.links.insert(spec.name.clone(), Link { table, rows });
            }
            let mut column = Column::new(spec.name.clone(), filled.values).with_nulls(filled.nulls);
            column.hidden = spec.hidden;
            filling.columns.push(column);
        }
        if filling.columns.len() == order.len()
            && let Some(filling) = self.filling.take()
        {
            let mut columns: Vec<(usize, Column)> = order.iter().copied().zip(filling.columns).collect();
            columns.sort_unstable_by_key(|(place, _)| *place);
            let columns = columns.into_iter().map(|(_, column)| column).collect();
            self.tables.push(Table::new(declared.name.clone(), columns, filling.rows));
        }
        Ok(true)
    }

    /// The rows of a table, and those of its parent that they belong to.
    fn begin(&self, place: usize) -> Filling {
        let declared = &self.plan.spec.tables[place];
        let mut filling = Filling {
            rows: self.own_rows[place].unwrap_or(0),
            parent: None,
            places: Vec::new(),
            columns: Vec::new(),
            links: BTreeMap::new(),
        };
        if let Rows::PerParent(rows) = &declared.rows {
            let parents = self.tables.iter().find(|table| table.name == rows.per).map_or(0, Table::clean_rows);
            let mut stream = self.seed.stream(&[&declared.name, "", "rows"]);
            let mut link = Vec::new();
            for parent in 0..parents {
                let count = count(&rows.count, self.scale, &mut stream);
                link.extend(std::iter::repeat_n(parent, count as usize));
                filling.places.extend(0..count);
            }
            filling.rows = link.len() as Row;
            filling.parent = Some(Link { table: rows.per.clone(), rows: link });
        }
        filling
    }

    fn dirty(&mut self) -> Checked<bool> {
        let dirt = self.dirt.get_or_insert_with(|| Dirtying::new(&self.plan, &self.tables));
        let Some(plan) = self.plan.dirt.get(dirt.next) else { return Ok(false) };
        let declared = &self.plan.spec.dirt[dirt.next];
        let same = |other: &&crate::spec::DirtSpec| {
            (&other.kind, &other.table, &other.columns) == (&declared.kind, &declared.table, &declared.columns)
        };
        let nth = self.plan.spec.dirt[..dirt.next].iter().filter(same).count() as u32;
        let Some(table) = self.tables.iter().position(|table| table.name == declared.table) else { return Ok(false) };
        let mut work = Work {
            seed: &self.seed,
            spec: &self.plan.spec,
            declared,
            kind: plan.entry.name,
            place: dirt.next as u32,
            nth,
            composes: plan.kind.composes(),
            tables: &mut self.tables,
            table,
            condition: dirt.conditions[dirt.next].take(),
            probabilities: dirt.probabilities[dirt.next].take(),
            touched: &mut dirt.touched,
            ledger: &mut dirt.ledger,
            marks: BTreeMap::new(),
            genuine: BTreeMap::new(),
        };
        plan.kind.apply(&mut work)?;
        work.finish();
        dirt.next += 1;
        Ok(true)
    }
}

impl Dirtying {
    /// Computes every condition and probability over the clean tables.
    fn new(plan: &Plan, tables: &[Table]) -> Self {
        let over = |name: &str| {
            let table = tables.iter().find(|table| table.name == name);
            table.map_or((&[][..], 0), |table| (table.columns(), table.clean_rows()))
        };
        let truths = |formula: &crate::formula::Formula, name: &str| {
            let (columns, rows) = over(name);
            formula.truths(Rowset { columns, places: &[] }, rows)
        };
        let dirt = || plan.dirt.iter().zip(&plan.spec.dirt);
        let conditions = dirt().map(|(plan, spec)| plan.when.as_ref().map(|when| truths(when, &spec.table))).collect();
        let probabilities = dirt().map(|(plan, spec)| {
            debug_assert_eq!(plan.rate.is_some(), matches!(spec.rate, Some(Rate::Formula(_))));
            let (columns, rows) = over(&spec.table);
            plan.rate.as_ref().map(|rate| rate.numbers(Rowset { columns, places: &[] }, rows))
        });
        let probabilities = probabilities.collect();
        let files = plan.files.iter().zip(&plan.spec.files);
        let files = files.map(|(when, file)| when.as_ref().map(|when| truths(when, &file.table))).collect();
        Self { conditions, probabilities, files, touched: Touched::new(), ledger: Ledger::default(), next: 0 }
    }
}

/// How many rows one parent has.
fn count(count: &Count, scale: Scale, stream: &mut Stream) -> u32 {
    match count {
        Count::Fixed(count) => *count,
        Count::Scaled(count) => count.at(scale),
        Count::Between { low, high } => stream.between(i64::from(*low), i64::from(*high)) as u32,
        Count::Poisson { mean } => {
            // Inversion by multiplication (D. Knuth, The Art of Computer Programming 2, 3.4.1), in steps of the mean so
            // that no product underflows.
            let (mut count, mut rest) = (0, *mean);
            while rest > 0.0 {
                let limit = libm::exp(-rest.min(16.0));
                rest -= 16.0;
                let mut product = stream.unit();
                while product > limit {
                    count += 1;
                    product *= stream.unit();
                }
            }
            count
        }
    }
}
