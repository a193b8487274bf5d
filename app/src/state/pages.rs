//! Rows of a long table, fetched a page at a time; the pages least lately looked at go first.

use std::collections::BTreeMap;

use protocol::table::Window;

/// Rows of one page.
pub const PAGE_ROWS: u64 = 200;
/// Pages that are kept: 12,800 rows are more than any screen's worth of scrolling back.
const KEPT_PAGES: usize = 64;

/// Where a row comes from: source and one-based record, one entry for each source.
pub type Origin = Vec<(String, Option<u32>)>;

/// Fetched pages of one version of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pages {
    pages: BTreeMap<u64, Page>,
    clock: u64,
}

#[derive(Debug, Clone, PartialEq)]
struct Page {
    window: Window,
    used: u64,
    /// Of an older version: shown until the new one is there.
    stale: bool,
}

/// What is known of one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen<'a> {
    /// Not fetched yet.
    Pending,
    /// Null.
    Null,
    /// Canonical text.
    Text(&'a str),
}

impl Pages {
    /// Puts a fetched window in its place; it begins at the first row of a page.
    pub fn insert(&mut self, window: Window) {
        self.clock += 1;
        let page = Page { used: self.clock, window, stale: false };
        self.pages.insert(page.window.offset / PAGE_ROWS, page);
        while self.pages.len() > KEPT_PAGES {
            let oldest = self.pages.iter().min_by_key(|(_, page)| page.used).map(|(index, _)| *index);
            oldest.and_then(|index| self.pages.remove(&index));
        }
    }

    /// Everything is of an older version now: still shown, to be fetched again.
    pub fn age(&mut self) {
        self.pages.values_mut().for_each(|page| page.stale = true);
    }

    /// Pages to fetch so that rows `first..=last` are there; marks those that are as looked at.
    pub fn wanted(&mut self, first: u64, last: u64) -> Vec<u64> {
        self.clock += 1;
        let clock = self.clock;
        let pages = first / PAGE_ROWS..=last / PAGE_ROWS;
        pages
            .filter(|index| match self.pages.get_mut(index) {
                Some(page) => {
                    page.used = clock;
                    page.stale
                }
                None => true,
            })
            .collect()
    }

    /// The cell at a row and a column's name (by name: an older page may have other columns).
    pub fn cell(&self, row: u64, column: usize, name: &str) -> Seen<'_> {
        let Some((page, place)) = self.place(row) else { return Seen::Pending };
        let columns = &page.window.columns;
        let found = columns.get(column).filter(|found| found.name == name);
        let found = found.or_else(|| columns.iter().find(|found| found.name == name));
        match found.and_then(|found| found.cells.get(place)) {
            Some(Some(text)) => Seen::Text(text),
            Some(None) => Seen::Null,
            None => Seen::Pending,
        }
    }

    /// Where a row comes from; `None` if it is not fetched.
    pub fn origin(&self, row: u64) -> Option<Origin> {
        let (page, place) = self.place(row)?;
        let records = page.window.provenance.iter();
        Some(records.map(|source| (source.source.clone(), source.records.get(place).copied().flatten())).collect())
    }

    /// Whether a row is fetched, in its present version.
    pub fn is_fresh(&self, row: u64) -> bool {
        self.place(row).is_some_and(|(page, _)| !page.stale)
    }

    fn place(&self, row: u64) -> Option<(&Page, usize)> {
        let page = self.pages.get(&(row / PAGE_ROWS))?;
        Some((page, (row % PAGE_ROWS) as usize))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::table::{ColumnType, RowSource, WindowColumn};

    fn window(offset: u64) -> Window {
        let cells = (0..PAGE_ROWS).map(|row| (row != 1).then(|| (offset + row).to_string())).collect();
        let records = (0..PAGE_ROWS).map(|row| Some((offset + row) as u32 + 1)).collect();
        Window {
            offset,
            total_rows: 5_000_000,
            columns: vec![WindowColumn { name: "n".to_owned(), kind: ColumnType::Integer, cells }],
            provenance: vec![RowSource { source: "a".to_owned(), records }],
        }
    }

    #[test]
    fn cells_are_found_across_pages() {
        let mut pages = Pages::default();
        assert_eq!(pages.wanted(150, 450), [0, 1, 2]);
        pages.insert(window(200));
        assert_eq!(pages.wanted(150, 450), [0, 2]);
        assert_eq!(pages.cell(205, 0, "n"), Seen::Text("205"));
        assert_eq!(pages.cell(201, 0, "n"), Seen::Null);
        assert_eq!(pages.cell(199, 0, "n"), Seen::Pending);
        assert_eq!(pages.cell(205, 0, "m"), Seen::Pending);
        assert_eq!(pages.origin(205), Some(vec![("a".to_owned(), Some(206))]));
    }

    #[test]
    fn old_pages_stay_until_fetched_again() {
        let mut pages = Pages::default();
        pages.insert(window(0));
        pages.age();
        assert_eq!(pages.cell(5, 0, "n"), Seen::Text("5"));
        assert!(!pages.is_fresh(5));
        assert_eq!(pages.wanted(0, 10), [0]);
        pages.insert(window(0));
        assert!(pages.wanted(0, 10).is_empty());
    }

    #[test]
    fn pages_least_lately_seen_go_first() {
        let mut pages = Pages::default();
        pages.insert(window(0));
        for page in 1..KEPT_PAGES as u64 {
            pages.insert(window(page * PAGE_ROWS));
        }
        assert!(pages.wanted(0, 1).is_empty());
        pages.insert(window(4_000_000));
        assert!(pages.wanted(0, 1).is_empty());
        assert_eq!(pages.wanted(200, 201), [1]);
    }
}
