//! The signals of one grid, and the geometry that follows from them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Range, RangeInclusive};
use std::sync::Arc;

use leptos::prelude::*;
use protocol::facet::Facet;
use protocol::profile::ColumnSummary;
use protocol::table::{ColumnInfo, ColumnType, TableInfo};
use protocol::{Diagnostic, Zone};

use crate::components::workspace::context::{Workspace, use_workspace};
use crate::i18n::I18n;
use crate::state::grid::Viewport;
use crate::state::pages::Pages;
use crate::state::tables::TableVersion;

/// Height of a row, as in the style sheet.
pub const ROW_PX: f64 = 28.0;
/// Height of the header, as in the style sheet.
pub const HEADER_PX: f64 = 64.0;
/// Narrowest and widest column.
pub const WIDTHS_PX: (f64, f64) = (64.0, 640.0);

/// What a grid shows.
#[derive(Debug, Clone, PartialEq)]
pub enum GridSource {
    /// A version of a table; the number changes with each run, when its cells may be others.
    Table(TableVersion, u64),
    /// The rows of a version that facets let through: the version with the number of the run, the facets, and the
    /// shape of what is let through.
    Filtered(TableVersion, u64, Arc<[Facet]>, TableInfo),
    /// The result of the last query; the number changes with each query.
    Query(TableInfo, u64),
}

impl GridSource {
    /// Shape of what is shown.
    pub fn info(&self) -> &TableInfo {
        match self {
            Self::Table(version, _) => &version.info,
            Self::Filtered(.., info) | Self::Query(info, _) => info,
        }
    }

    /// The version of a table that is shown, in whole or in part, and the run that it is of.
    pub fn version(&self) -> Option<(&TableVersion, u64)> {
        match self {
            Self::Table(version, run) | Self::Filtered(version, run, ..) => Some((version, *run)),
            Self::Query(..) => None,
        }
    }
}

/// A place in the grid: a row (`None` for the header) and a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Row, `None` for the header.
    pub row: Option<u64>,
    /// Column.
    pub column: usize,
}

/// Handle of one grid.
#[derive(Clone, Copy)]
pub struct Grid {
    /// Prefix of ids.
    pub id: &'static str,
    /// The workspace around it.
    pub workspace: Workspace,
    /// What is shown.
    pub source: Signal<Option<GridSource>>,
    /// Whether columns have a menu and figures.
    pub operations: bool,
    /// Columns, those that are kept at the left first.
    pub columns: Memo<Vec<ColumnInfo>>,
    /// Names of the columns that are kept at the left.
    pub kept: RwSignal<BTreeSet<String>>,
    /// How many of the columns are kept at the left.
    pub kept_count: Memo<usize>,
    /// Rows of the table.
    pub rows: Memo<u64>,
    /// Whether these are rows set aside, with the codes of their reasons.
    pub is_set_aside: Memo<bool>,
    /// Figures of the headers, by column name.
    pub summaries: RwSignal<BTreeMap<String, ColumnSummary>>,
    /// Fetched cells.
    pub pages: RwSignal<Pages>,
    /// The one place with the tab stop.
    pub active: RwSignal<Place>,
    /// The corner of the selection that is not the active place, if more than one cell is selected.
    pub anchor: RwSignal<Option<Place>>,
    /// Whether the field that finds cells is open.
    pub finder: RwSignal<bool>,
    /// Set when the active place is to get the focus.
    pub wants_focus: RwSignal<bool>,
    /// The row that holds the focus: drawn wherever it is.
    pub focused_row: RwSignal<Option<u64>>,
    /// Widths that the person chose, by column name.
    pub chosen_widths: RwSignal<BTreeMap<String, f64>>,
    /// Scrolled to: top, left, in pixels.
    pub scroll: RwSignal<(f64, f64)>,
    /// Where the code wants to scroll.
    pub wish: RwSignal<Option<(f64, f64)>>,
    /// Size of the part that shows rows: height without the header, width.
    pub view: RwSignal<(f64, f64)>,
    /// The column whose menu is open.
    pub menu: RwSignal<Option<usize>>,
    /// Whether the card of the active cell is open.
    pub card: RwSignal<bool>,
    /// Cells in view are on their way.
    pub is_loading: RwSignal<bool>,
    /// They have been for long enough to say so.
    pub is_slow: Signal<bool>,
    /// Why cells could not be had.
    pub problem: RwSignal<Option<Diagnostic>>,
    /// The visible part, for `state::grid`.
    pub viewport: Memo<Viewport>,
    /// Left edge of each column, and of the end, behind the row numbers.
    pub edges: Memo<Vec<f64>>,
    /// Rows to draw: those in view, the active one, the focused one.
    pub drawn_rows: Memo<Vec<u64>>,
    /// Columns to draw.
    pub drawn_columns: Memo<Vec<usize>>,
    /// Movement of the wheel that is less than a pixel of the scaled element.
    pub wheel_left: StoredValue<f64>,
    /// Letters typed in the header: what, and when it ends.
    pub typed: StoredValue<(String, f64)>,
}

impl Grid {
    /// A grid over a source.
    pub fn new(id: &'static str, source: Signal<Option<GridSource>>, operations: bool) -> Self {
        let kept = RwSignal::new(BTreeSet::<String>::new());
        let columns = Memo::new(move |_| {
            let mut columns =
                source.with(|source| source.as_ref().map(|source| source.info().columns.clone()).unwrap_or_default());
            kept.with(|kept| columns.sort_by_key(|column| !kept.contains(&column.name)));
            columns
        });
        let kept_count = Memo::new(move |_| {
            kept.with(|kept| columns.with(|columns| columns.iter().filter(|info| kept.contains(&info.name)).count()))
        });
        let rows = Memo::new(move |_| source.with(|source| source.as_ref().map_or(0, |source| source.info().rows)));
        let scroll = RwSignal::new((0.0, 0.0));
        let view = RwSignal::new((ROW_PX * 12.0, 800.0));
        let active = RwSignal::new(Place { row: Some(0), column: 0 });
        let focused_row = RwSignal::new(None);
        let chosen_widths = RwSignal::new(BTreeMap::<String, f64>::new());
        let is_loading = RwSignal::new(false);
        let viewport =
            Memo::new(move |_| Viewport { rows: rows.get(), row_px: ROW_PX, view_px: view.get().0.max(ROW_PX) });
        let edges = Memo::new(move |_| edges(&columns.read(), &chosen_widths.read(), rows.get()));
        let drawn_rows = Memo::new(move |_| {
            let (total, view) = (rows.get(), viewport.get());
            let mut drawn: Vec<u64> = view.drawn(scroll.get().0).collect();
            for kept in [active.get().row, focused_row.get()].into_iter().flatten() {
                if kept < total && !drawn.contains(&kept) {
                    drawn.push(kept);
                }
            }
            drawn
        });
        let drawn_columns = Memo::new(move |_| {
            let in_view = edges.with(|edges| in_view(edges, scroll.get().1, view.get().1));
            let active = active.get().column;
            let always = (0..kept_count.get()).chain((active < columns.with(Vec::len)).then_some(active));
            always.chain(in_view).collect::<BTreeSet<usize>>().into_iter().collect()
        });
        let wait = crate::components::workspace::announce::wait_of(is_loading.into());
        Self {
            id,
            workspace: use_workspace(),
            source,
            operations,
            columns,
            kept,
            kept_count,
            rows,
            is_set_aside: Memo::new(move |_| {
                source.with(|source| source.as_ref().is_some_and(|source| source.info().table.zone == Zone::Quarantine))
            }),
            summaries: RwSignal::new(BTreeMap::new()),
            pages: RwSignal::new(Pages::default()),
            active,
            anchor: RwSignal::new(None),
            finder: RwSignal::new(false),
            wants_focus: RwSignal::new(false),
            focused_row,
            chosen_widths,
            scroll,
            wish: RwSignal::new(None),
            view,
            menu: RwSignal::new(None),
            card: RwSignal::new(false),
            is_loading,
            is_slow: Signal::derive(move || wait.get() != crate::components::workspace::announce::Wait::Unseen),
            problem: RwSignal::new(None),
            viewport,
            edges,
            drawn_rows,
            drawn_columns,
            wheel_left: StoredValue::new(0.0),
            typed: StoredValue::new((String::new(), 0.0)),
        }
    }

    /// Id of the element of a place.
    pub fn place_id(self, place: Place) -> String {
        match place.row {
            Some(row) => format!("{}-r{row}-c{}", self.id, place.column),
            None => format!("{}-h-c{}", self.id, place.column),
        }
    }

    /// Takes over where the element is scrolled to.
    pub fn read_scroll(self, element: Option<web_sys::HtmlDivElement>) {
        if let Some(element) = element {
            let now = (f64::from(element.scroll_top()), f64::from(element.scroll_left()));
            if self.scroll.get_untracked() != now {
                self.scroll.set(now);
            }
        }
    }

    /// Makes a place the active one, brings it into view, and gives it the focus.
    pub fn go(self, place: Place) {
        self.show(place);
        self.wants_focus.set(true);
    }

    /// Makes a place the active one and brings it into view; the focus stays where it is.
    pub fn show(self, place: Place) {
        self.active.set(place);
        self.reveal(place);
    }

    /// Rows and columns between the active place and the other corner of the selection.
    pub fn selected(self) -> Option<Selected> {
        between(self.active.get(), self.anchor.get())
    }

    /// As [`Self::selected`], without tracking.
    pub fn selected_untracked(self) -> Option<Selected> {
        between(self.active.get_untracked(), self.anchor.get_untracked())
    }

    /// Keeps a column at the left, or lets it go back to its place. The active place stays with its column.
    pub fn toggle_kept(self, name: &str) {
        self.anchor.set(None);
        self.kept.update(|kept| {
            if !kept.remove(name) {
                kept.insert(name.to_owned());
            }
        });
        let place = self.columns.with_untracked(|columns| columns.iter().position(|info| info.name == name));
        self.go(Place { row: None, column: place.unwrap_or(0) });
    }

    /// Gives a column its usual width again.
    pub fn forget_width(self, column: usize) {
        let name = self.columns.with_untracked(|columns| columns.get(column).map(|info| info.name.clone()));
        self.chosen_widths.update(|widths| {
            name.and_then(|name| widths.remove(&name));
        });
    }

    fn reveal(self, place: Place) {
        let (top, left) = self.scroll.get_untracked();
        let wanted_top = place.row.map_or(top, |row| self.viewport.get_untracked().scroll_to(row, top));
        let width = self.view.get_untracked().1;
        let wanted_left = self.edges.with_untracked(|edges| {
            let (Some(start), Some(end)) = (edges.get(place.column), edges.get(place.column + 1)) else { return left };
            let kept = self.kept_count.get_untracked();
            let fixed = edges.get(kept).copied().unwrap_or(0.0);
            if place.column < kept {
                left
            } else if start - left < fixed {
                start - fixed
            } else if end - left > width {
                (end - width).min(start - fixed)
            } else {
                left
            }
        });
        if (wanted_top, wanted_left) != (top, left) {
            self.wish.set(Some((wanted_top, wanted_left.max(0.0))));
        }
    }

    /// The active column, if there is one.
    pub fn active_column(self) -> Option<ColumnInfo> {
        let column = self.active.get().column;
        self.columns.with(|columns| columns.get(column).cloned())
    }

    /// The name of a column as it is shown. What readers and casts add to rows set aside is worded.
    pub fn label(self, i18n: I18n, column: &str) -> String {
        if self.is_reasons_own(column) { i18n.text(&format!("ws-reject-column-{column}")) } else { column.to_owned() }
    }

    /// Whether a column was added to rows set aside, and is not of the data itself.
    pub fn is_reasons_own(self, column: &str) -> bool {
        self.source.with(|source| match source {
            Some(GridSource::Table(version, _)) if version.info.table.zone == Zone::Quarantine => {
                let added: &[&str] = match version.port.as_str() {
                    "rejects" => &["line", "record", "column", "code", "value", "expected"],
                    _ => &["quarantine_columns", "quarantine_reason"],
                };
                added.contains(&column)
            }
            _ => false,
        })
    }

    /// Makes a column wider or narrower.
    pub fn widen(self, column: usize, by_px: f64) {
        let Some(name) = self.columns.with_untracked(|columns| columns.get(column).map(|column| column.name.clone()))
        else {
            return;
        };
        let now = self.edges.with_untracked(|edges| edges[column + 1] - edges[column]);
        let width = (now + by_px).clamp(WIDTHS_PX.0, WIDTHS_PX.1);
        self.chosen_widths.update(|widths| {
            widths.insert(name, width);
        });
    }
}

/// Rows and columns of a selection.
pub type Selected = (RangeInclusive<u64>, RangeInclusive<usize>);

fn between(active: Place, anchor: Option<Place>) -> Option<Selected> {
    let row = active.row?;
    let other = anchor.and_then(|anchor| Some((anchor.row?, anchor.column)));
    let (other_row, other_column) = other.unwrap_or((row, active.column));
    let columns = active.column.min(other_column)..=active.column.max(other_column);
    Some((row.min(other_row)..=row.max(other_row), columns))
}

/// Whether cells of a type stand at the end of their column.
pub fn is_at_end(kind: ColumnType) -> bool {
    matches!(kind, ColumnType::Integer | ColumnType::Number | ColumnType::Decimal | ColumnType::Duration)
}

fn usual_width(column: &ColumnInfo) -> f64 {
    let by_type = match column.kind {
        ColumnType::Boolean => 96.0,
        ColumnType::Integer | ColumnType::Number | ColumnType::Decimal => 120.0,
        ColumnType::Date | ColumnType::Time => 120.0,
        ColumnType::Datetime => 184.0,
        _ => 176.0,
    };
    // The name, the menu button and the paddings.
    let by_name = column.name.chars().count() as f64 * 8.0 + 52.0;
    by_name.clamp(by_type, 260.0)
}

fn edges(columns: &[ColumnInfo], chosen: &BTreeMap<String, f64>, rows: u64) -> Vec<f64> {
    let digits = rows.max(1).ilog10() as f64 + 1.0;
    let mut edge = (digits * 8.5 + 20.0).max(48.0).round();
    let mut edges = vec![edge];
    for column in columns {
        edge += chosen.get(&column.name).copied().unwrap_or_else(|| usual_width(column));
        edges.push(edge);
    }
    edges
}

/// Columns that are at least partly in view.
fn in_view(edges: &[f64], left: f64, width: f64) -> Range<usize> {
    let columns = edges.len().saturating_sub(1);
    let first = edges.iter().skip(1).position(|end| *end > left).unwrap_or(columns);
    let last = edges.iter().take(columns).position(|start| *start > left + width).unwrap_or(columns);
    first..last.max(first)
}
