//! Pairs within blocks, compared piece by piece, and the clusters that they connect.

use polars::prelude::*;
use protocol::{Checked, Code, Diagnostic};

use super::flag_duplicates::{ADDED, Combine, Params};
use super::similarity::Cells;
use crate::cell;
use crate::frame;
use crate::ops::Tables;
use crate::ops::columns::with_columns;
use crate::table::Table;

/// Pairs that may be found: a bound against thresholds that let everything through.
const MAX_PAIRS: usize = 2_000_000;

/// By how much rounding may leave a bound below what it bounds.
const ROUNDING: f64 = 1e-9;

/// A comparison, ready: the name of its scores, what they must reach, and the cells.
type Compared = (String, f64, Cells);

/// A search for pairs under way.
pub struct Matching {
    table: Table,
    combine: Combine,
    threshold: f64,
    compared: Vec<Compared>,
    blocks: Vec<Vec<IdxSize>>,
    /// The block and the row within it that come next.
    next: (usize, usize),
    done: u64,
    total: u64,
    pairs: Vec<(IdxSize, IdxSize)>,
    /// Of each pair, the scores of its comparisons.
    scores: Vec<Option<f64>>,
    /// A row of the same cluster that stands above, or the row itself.
    parent: Vec<IdxSize>,
}

impl Matching {
    /// Puts rows into blocks; nothing is compared yet.
    ///
    /// # Errors
    /// `block-too-large`, and of the doorway.
    pub fn start(params: &Params, table: &Table, compared: Vec<Compared>) -> Checked<Self> {
        let groups = frame::groups(&table.frame, &params.keys)?;
        let mut known = vec![true; table.height()];
        for name in &params.keys {
            let nulls = table.column(name)?.as_materialized_series().is_null();
            known.iter_mut().zip(&nulls).for_each(|(known, null)| *known &= null == Some(false));
        }
        let mut blocks: Vec<Vec<IdxSize>> = vec![Vec::new(); groups.first.len()];
        for (row, group) in groups.of_row.iter().enumerate().filter(|(row, _)| known[*row]) {
            blocks[*group as usize].push(row as IdxSize);
        }
        blocks.retain(|block| block.len() > 1);
        if let Some(largest) = blocks.iter().max_by_key(|block| block.len())
            && largest.len() > params.limit as usize
        {
            let first = largest[0] as usize;
            let mut key = Vec::new();
            for name in &params.keys {
                let text = cell::texts(&table.column(name)?.slice(first as i64, 1), 80).into_iter().next().flatten();
                key.push(format!("{name} = {}", text.unwrap_or_default()));
            }
            let finding = Diagnostic::new(Code::BlockTooLarge).with("block", key.join(", "));
            let finding = finding.with("rows", largest.len()).with("limit", u64::from(params.limit));
            return Err(finding.at_field("/keys"));
        }
        let total = blocks.iter().map(|block| (block.len() * (block.len() - 1) / 2) as u64).sum();
        Ok(Self {
            parent: (0..table.height() as IdxSize).collect(),
            table: table.clone(),
            combine: params.combine,
            threshold: params.threshold,
            compared,
            blocks,
            next: (0, 0),
            done: 0,
            total,
            pairs: Vec::new(),
            scores: Vec::new(),
        })
    }

    /// Pairs that were compared.
    pub fn done(&self) -> u64 {
        self.done
    }

    /// Pairs that are to be compared.
    pub fn total(&self) -> u64 {
        self.total
    }

    /// Compares the pairs of the next rows, until about so many are done; whether there were any.
    ///
    /// # Errors
    /// `result-too-large` where more pairs are found than can be held.
    pub fn next(&mut self, pairs: u64) -> Checked<bool> {
        let before = self.done;
        while self.done - before < pairs {
            let (block, row) = self.next;
            let Some(rows) = self.blocks.get(block) else { break };
            let (one, count) = (rows[row], rows.len());
            self.next = if row + 2 < count { (block, row + 1) } else { (block + 1, 0) };
            self.done += (count - row - 1) as u64;
            for place in row + 1..count {
                self.look(one, self.blocks[block][place]);
            }
            if self.pairs.len() > MAX_PAIRS {
                let finding = Diagnostic::new(Code::ResultTooLarge).with("rows", self.pairs.len());
                return Err(finding.with("limit", MAX_PAIRS).at_field("/compare"));
            }
        }
        Ok(self.done > before)
    }

    fn look(&mut self, one: IdxSize, two: IdxSize) {
        let (left, right) = (one as usize, two as usize);
        if !self.is_pair(left, right) {
            return;
        }
        self.pairs.push((one, two));
        self.scores.extend(self.compared.iter().map(|(_, _, cells)| cells.alike(left, right)));
        let (one, two) = (self.root(one), self.root(two));
        self.parent[one.max(two) as usize] = one.min(two);
    }

    /// Whether two rows are a pair; what is known at once is asked before what must be computed.
    fn is_pair(&self, one: usize, two: usize) -> bool {
        let can_reach = |(_, threshold, cells): &Compared| {
            cells.at_most(one, two).is_some_and(|most| most + ROUNDING >= *threshold)
        };
        let reaches = |(_, threshold, cells): &Compared| cells.alike(one, two).is_some_and(|found| found >= *threshold);
        match self.combine {
            Combine::All => self.compared.iter().all(can_reach) && self.compared.iter().all(reaches),
            Combine::Any => self.compared.iter().any(|compared| can_reach(compared) && reaches(compared)),
            Combine::Mean => {
                let most = mean(self.compared.iter().map(|(_, _, cells)| cells.at_most(one, two)));
                most.is_some_and(|most| most + ROUNDING >= self.threshold)
                    && mean(self.compared.iter().map(|(_, _, cells)| cells.alike(one, two)))
                        .is_some_and(|found| found >= self.threshold)
            }
        }
    }

    /// The first row of the cluster of a row; the way there is shortened by half (Tarjan and van Leeuwen 1984).
    fn root(&mut self, row: IdxSize) -> IdxSize {
        let mut row = row as usize;
        while self.parent[row] as usize != row {
            let above = self.parent[self.parent[row] as usize];
            self.parent[row] = above;
            row = above as usize;
        }
        row as IdxSize
    }

    /// The table with its clusters, and the pairs.
    ///
    /// # Errors
    /// None that input can cause.
    pub fn finish(&mut self) -> Checked<Tables> {
        let rows = self.table.height();
        let records = records(&self.table);
        let roots: Vec<usize> = (0..rows).map(|row| self.root(row as IdxSize) as usize).collect();
        let mut sizes = vec![0_i64; rows];
        // Of each cluster, the smallest record, and the first row that has it.
        let mut first: Vec<Option<(i64, usize)>> = vec![None; rows];
        for (row, root) in roots.iter().enumerate() {
            sizes[*root] += 1;
            let here = (records[row], row);
            first[*root] = Some(first[*root].map_or(here, |known| known.min(here)));
        }
        let firsts: Vec<(i64, usize)> =
            roots.iter().enumerate().map(|(row, root)| first[*root].unwrap_or((records[row], row))).collect();
        let cluster = firsts.iter().zip(&roots).map(|((record, _), root)| (sizes[*root] > 1).then_some(*record));
        let made = [
            Column::new(ADDED[0].into(), cluster.collect::<Vec<_>>()),
            Column::new(ADDED[1].into(), roots.iter().map(|root| sizes[*root]).collect::<Vec<_>>()),
            Column::new(
                ADDED[2].into(),
                firsts.iter().enumerate().map(|(row, (_, at))| row == *at).collect::<Vec<_>>(),
            ),
        ];
        let main = with_columns(&self.table, made)?;
        Ok(Tables::from([("main".to_owned(), main), ("pairs".to_owned(), self.found(&records)?)]))
    }

    /// The pairs by their records, with their scores.
    fn found(&self, records: &[i64]) -> Checked<Table> {
        let count = self.compared.len();
        let mut order: Vec<(i64, i64, usize)> = self
            .pairs
            .iter()
            .enumerate()
            .map(|(pair, (one, two))| {
                let (one, two) = (records[*one as usize], records[*two as usize]);
                (one.min(two), one.max(two), pair)
            })
            .collect();
        order.sort_unstable();
        let score = |pair: usize, index: usize| self.scores[pair * count + index];
        let mut columns = vec![
            Column::new("record_a".into(), order.iter().map(|(one, _, _)| *one).collect::<Vec<_>>()),
            Column::new("record_b".into(), order.iter().map(|(_, two, _)| *two).collect::<Vec<_>>()),
            Column::new(
                "score".into(),
                order.iter().map(|(_, _, pair)| mean((0..count).map(|index| score(*pair, index)))).collect::<Vec<_>>(),
            ),
        ];
        for (index, (name, _, _)) in self.compared.iter().enumerate() {
            let scores: Vec<Option<f64>> = order.iter().map(|(_, _, pair)| score(*pair, index)).collect();
            columns.push(Column::new(name.as_str().into(), scores));
        }
        let frame = DataFrame::new(columns).map_err(|error| frame::fault(&error))?;
        Ok(Table { frame, ordered: true })
    }
}

/// The mean of the scores that are known.
fn mean(scores: impl Iterator<Item = Option<f64>>) -> Option<f64> {
    let (sum, count) = scores.flatten().fold((0.0, 0_u32), |(sum, count), score| (sum + score, count + 1));
    (count > 0).then(|| sum / f64::from(count))
}

/// What rows are called: their records where all come from one source, else their numbers from 1.
fn records(table: &Table) -> Vec<i64> {
    if let [source] = table.provenance_names().as_slice()
        && let Ok(records) = table.frame.column(source).and_then(|column| column.u32().cloned())
        && records.null_count() == 0
    {
        return records.into_no_null_iter().map(i64::from).collect();
    }
    (1..=table.height() as i64).collect()
}
