//! What a kind of dirt is given: rows to choose from, and changes that the ledger keeps.

use std::collections::{BTreeMap, BTreeSet};

use crate::chance::{Seed, Stream, choose};
use crate::ledger::{Alike, Genuine, Ledger, Marks, Mechanism, Missingness};
use crate::spec::{DataSpec, DirtSpec, Rate};
use crate::value::{Bits, Cell, Row, Table};

/// Cells that are dirty, by table and place of the column.
pub(crate) type Touched = BTreeMap<String, BTreeMap<usize, Bits>>;

/// One dirt at work on its table.
pub struct Work<'a> {
    pub(crate) seed: &'a Seed,
    pub(crate) spec: &'a DataSpec,
    pub(crate) declared: &'a DirtSpec,
    pub(crate) kind: &'static str,
    /// Place of the dirt in the specification.
    pub(crate) place: u32,
    /// How many dirts of the same kind, table and columns were declared before.
    pub(crate) nth: u32,
    pub(crate) composes: bool,
    pub(crate) tables: &'a mut [Table],
    pub(crate) table: usize,
    /// Clean rows that meet the condition.
    pub(crate) condition: Option<Bits>,
    /// Probability of each clean row.
    pub(crate) probabilities: Option<Vec<f64>>,
    pub(crate) touched: &'a mut Touched,
    pub(crate) ledger: &'a mut Ledger,
    pub(crate) marks: BTreeMap<usize, Marks>,
    pub(crate) genuine: BTreeMap<usize, Vec<Row>>,
}

impl Work<'_> {
    /// The table, as it is by now.
    pub fn table(&self) -> &Table {
        &self.tables[self.table]
    }

    /// Another table, as it is by now.
    pub fn other(&self, name: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.name == name)
    }

    /// The declaration of the dirt.
    pub fn declared(&self) -> &DirtSpec {
        self.declared
    }

    /// The specification.
    pub fn spec(&self) -> &DataSpec {
        self.spec
    }

    /// The places of the declared columns.
    pub fn columns(&self) -> Vec<usize> {
        let table = self.table();
        self.declared.columns.iter().filter_map(|name| table.column(name).map(|(place, _)| place)).collect()
    }

    /// The stream of this dirt for a purpose. It depends on the kind, the table, the columns and how often the same
    /// dirt was declared before, not on other dirt.
    pub fn stream(&self, purpose: &str) -> Stream {
        let columns = self.declared.columns.join("\u{1f}");
        let nth = self.nth.to_string();
        self.seed.stream(&["dirt", self.kind, &self.declared.table, &columns, &nth, purpose])
    }

    /// The shown rows that meet the condition and the filter, ascending.
    pub fn eligible_rows(&self, filter: impl Fn(Row) -> bool) -> Vec<Row> {
        let table = self.table();
        let meets = |row: Row| self.condition.as_ref().is_none_or(|bits| bits.get(table.root(row)));
        let mut shown = Bits::new();
        table.order().iter().for_each(|row| shown.put(*row, true));
        shown.rows().filter(|row| meets(*row) && filter(*row)).collect()
    }

    /// The shown rows that meet the condition and whose cell of this column has a value, is not dirty (unless the kind
    /// composes) and passes the filter; ascending.
    pub fn eligible(&self, column: usize, filter: impl Fn(Cell<'_>) -> bool) -> Vec<Row> {
        self.eligible_in(&[column], |table, row| {
            let cell = table.cell(column, row);
            !cell.is_null() && filter(cell)
        })
    }

    /// The shown rows that meet the condition and the filter and have no dirty cell in these columns (unless the kind
    /// composes), ascending.
    pub fn eligible_in(&self, columns: &[usize], filter: impl Fn(&Table, Row) -> bool) -> Vec<Row> {
        let touched = self.touched.get(&self.declared.table).filter(|_| !self.composes);
        let dirty: Vec<&Bits> = columns.iter().filter_map(|column| touched?.get(column)).collect();
        self.eligible_rows(|row| !dirty.iter().any(|bits| bits.get(row)) && filter(self.table(), row))
    }

    /// Whether a cell is dirty.
    pub fn is_touched(&self, column: usize, row: Row) -> bool {
        let touched = self.touched.get(&self.declared.table).and_then(|columns| columns.get(&column));
        touched.is_some_and(|bits| bits.get(row))
    }

    /// The declared number of the eligible rows, in their order: with `count` that number, with a share the rounded
    /// part of them, with a formula each by its probability.
    pub fn choose(&self, rows: &[Row]) -> Vec<Row> {
        self.choose_for(rows, "rows")
    }

    /// As [`Work::choose`], from a stream of another purpose: for kinds that choose more than once.
    pub fn choose_for(&self, rows: &[Row], purpose: &str) -> Vec<Row> {
        let mut stream = self.stream(purpose);
        if let Some(wanted) = self.wanted(rows.len()) {
            return choose(&mut stream, rows, wanted);
        }
        if let Some(probabilities) = &self.probabilities {
            let table = self.table();
            let probability = |row: Row| probabilities.get(table.root(row) as usize).copied().unwrap_or(0.0);
            return rows.iter().copied().filter(|row| stream.happens(probability(*row))).collect();
        }
        Vec::new()
    }

    /// How many of so many eligible rows are asked for; none where each has a probability of its own.
    pub fn wanted(&self, rows: usize) -> Option<u64> {
        match (self.declared.count, &self.declared.rate) {
            (Some(count), _) => Some(u64::from(count)),
            (None, Some(Rate::Share(share))) => Some((rows as f64 * share).round() as u64),
            (None, _) => None,
        }
    }

    /// Changes a cell, and keeps what stood there.
    pub fn set(&mut self, column: usize, row: Row, cell: Cell<'_>) {
        let Some(found) = self.tables[self.table].column_mut(column) else { return };
        let marks = self.marks.entry(column).or_insert_with(|| Marks {
            table: self.declared.table.clone(),
            column: Some(found.name.clone()),
            kind: self.kind,
            dirt: self.place,
            rows: Vec::new(),
            originals: found.empty_like(),
        });
        marks.rows.push(row);
        marks.originals.push(found.cell(row));
        found.set(row, cell);
        self.touch(column, row);
    }

    fn touch(&mut self, column: usize, row: Row) {
        if let Some(columns) = self.touched.get_mut(&self.declared.table) {
            columns.entry(column).or_default().put(row, true);
        } else {
            self.touched.entry(self.declared.table.clone()).or_default();
            self.touch(column, row);
        }
    }

    /// Changes a cell of a row that this dirt adds and that is no dirt.
    pub fn put(&mut self, column: usize, row: Row, cell: Cell<'_>) {
        if let Some(found) = self.tables[self.table].column_mut(column) {
            found.set(row, cell);
        }
    }

    /// Changes a cell to a value that is true though it looks wrong; dirt that comes later leaves it alone.
    pub fn set_genuine(&mut self, column: usize, row: Row, cell: Cell<'_>) {
        self.put(column, row, cell);
        self.touch(column, row);
        self.genuine.entry(column).or_default().push(row);
    }

    /// Copies rows without showing them; what is dirty in a row is dirty in its copy.
    pub fn copy_rows(&mut self, rows: &[Row]) -> Vec<Row> {
        let table = &mut self.tables[self.table];
        let copies: Vec<Row> = rows.iter().map(|row| table.push_copy(*row)).collect();
        let mut of: Vec<Option<Row>> = vec![None; table.stored_rows() as usize];
        rows.iter().zip(&copies).for_each(|(row, copy)| of[*row as usize] = Some(*copy));
        let touched = self.touched.entry(self.declared.table.clone()).or_default();
        for marks in self.ledger.marks.iter_mut().chain(self.marks.values_mut()) {
            let Some(column) = marks.column.as_ref().filter(|_| marks.table == self.declared.table) else { continue };
            let Some((place, _)) = self.tables[self.table].column(column) else { continue };
            let touched = touched.entry(place).or_default();
            for at in 0..marks.rows.len() {
                if let Some(copy) = of[marks.rows[at] as usize] {
                    marks.rows.push(copy);
                    marks.originals.push_copy(at as Row);
                    touched.put(copy, true);
                }
            }
        }
        copies
    }

    /// Shows rows at random places among those that are shown.
    pub fn show_anywhere(&mut self, rows: &[Row]) {
        let mut stream = self.stream("places");
        let table = &mut self.tables[self.table];
        let shown = table.order().len() as u64;
        let mut places: Vec<(u64, Row)> = rows.iter().map(|row| (stream.below(shown + 1), *row)).collect();
        places.sort_unstable();
        let mut order = Vec::with_capacity(table.order().len() + rows.len());
        let mut next = places.into_iter().peekable();
        for (place, row) in table.order().iter().enumerate() {
            while let Some((_, new)) = next.next_if(|(at, _)| *at <= place as u64) {
                order.push(new);
            }
            order.push(*row);
        }
        order.extend(next.map(|(_, new)| new));
        table.reorder(order);
    }

    /// Shows each row right below another.
    pub fn show_below(&mut self, above: &[Row], rows: &[Row]) {
        let below: BTreeMap<Row, Row> = above.iter().copied().zip(rows.iter().copied()).collect();
        let table = &mut self.tables[self.table];
        let order = table.order().iter().flat_map(|row| std::iter::once(*row).chain(below.get(row).copied()));
        let order = order.collect();
        table.reorder(order);
    }

    /// Shows rows no longer, and keeps that they were dropped.
    pub fn drop_rows(&mut self, rows: &[Row]) {
        let gone: BTreeSet<Row> = rows.iter().copied().collect();
        let table = &mut self.tables[self.table];
        let order = table.order().iter().copied().filter(|row| !gone.contains(row)).collect();
        table.reorder(order);
        self.mark_rows(rows);
    }

    /// Shows the rows in another order: the closure gets the order and changes it.
    pub fn reorder(&mut self, change: impl FnOnce(&mut Vec<Row>)) {
        let table = &mut self.tables[self.table];
        let mut order = table.order().to_vec();
        change(&mut order);
        table.reorder(order);
    }

    /// Keeps in the ledger that these rows as a whole are of this dirt.
    pub fn mark_rows(&mut self, rows: &[Row]) {
        let marks = Marks::of_rows(&self.declared.table, self.kind, self.place, rows.to_vec());
        self.ledger.marks.push(marks);
    }

    /// Keeps that a row is a duplicate of another.
    pub fn same_entity(&mut self, row: Row, duplicate: Row) {
        self.ledger.same_entity(&self.declared.table, row, duplicate);
    }

    /// Keeps that rows look alike and are not one entity.
    pub fn twins(&mut self, rows: Vec<Row>) {
        self.ledger.twins.push(Alike { table: self.declared.table.clone(), rows });
    }

    /// Keeps why values of a column are missing.
    pub fn missingness(&mut self, column: usize, mechanism: Mechanism, driver: Option<&str>) {
        let name = self.table().columns().get(column).map(|column| column.name.clone());
        self.ledger.missingness.push(Missingness {
            table: self.declared.table.clone(),
            column: name.unwrap_or_default(),
            mechanism,
            driver: driver.map(str::to_owned),
        });
    }

    /// Moves the marks of cells to the ledger.
    pub(crate) fn finish(mut self) {
        self.ledger.marks.extend(std::mem::take(&mut self.marks).into_values());
        for (column, rows) in std::mem::take(&mut self.genuine) {
            let name = self.table().columns().get(column).map(|column| column.name.clone());
            let table = self.declared.table.clone();
            self.ledger.genuine.push(Genuine { table, column: name.unwrap_or_default(), rows });
        }
    }
}
