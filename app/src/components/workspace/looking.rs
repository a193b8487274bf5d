//! Looking at a table without changing it: facets, its profile, drawings, what a step changed, the way of a row.
//!
//! Boundary: nothing here edits the recipe but the button that makes a step of the facets.

mod changes;
mod chart;
mod facet_choices;
mod facet_range;
mod facets;
mod filter;
mod grid_table;
mod history;
mod history_events;
mod overview;
mod overview_tables;

use leptos::prelude::*;
use protocol::Diagnostic;

pub use changes::StepChanges;
pub use chart::ColumnChart;
pub use facets::FacetsTab;
pub use filter::FilterLine;
pub use history::HistoryTab;
pub use overview::TableOverview;

use super::context::{InspectorTab, Pane, Workspace};
use super::grid::GridSource;
use crate::state::facets::Chosen;

/// What the parts share, in the context of the workspace.
#[derive(Clone, Copy)]
pub struct Looking {
    /// The chosen facets.
    pub chosen: RwSignal<Chosen>,
    /// The rows that they let through, as the grid shows them; `None` without facets.
    pub filtered: RwSignal<Option<GridSource>>,
    /// Why the facets could not be applied: the grid shows all rows then.
    pub problem: RwSignal<Option<Diagnostic>>,
    /// The condition of the step that is being made of the facets.
    pub made: RwSignal<Option<String>>,
    /// The record whose way is shown: source and number.
    pub record: RwSignal<Option<(String, u32)>>,
    /// Set when the profile of the table is to be computed.
    pub wants_overview: RwSignal<bool>,
}

/// Makes the handle over a workspace, and puts it into the context.
pub fn provide_looking(workspace: Workspace) {
    let looking = Looking {
        chosen: RwSignal::new(Chosen::default()),
        filtered: RwSignal::new(None),
        problem: RwSignal::new(None),
        made: RwSignal::new(None),
        record: RwSignal::new(None),
        wants_overview: RwSignal::new(false),
    };
    provide_context(looking);
    filter::follow(workspace, looking);
}

/// The handle of the context.
pub fn use_looking() -> Looking {
    expect_context::<Looking>()
}

impl Looking {
    /// Shows the facets of a column.
    pub fn facets(self, workspace: Workspace, column: &str) {
        workspace.room.selection.update(|selection| selection.column = Some(column.to_owned()));
        show(workspace, InspectorTab::Facets);
    }

    /// Shows the way of a record.
    pub fn history(self, workspace: Workspace, source: &str, record: u32) {
        self.record.set(Some((source.to_owned(), record)));
        show(workspace, InspectorTab::History);
    }

    /// Shows the profile of the table.
    pub fn overview(self, workspace: Workspace) {
        workspace.room.selection.update(|selection| selection.column = None);
        self.wants_overview.set(true);
        show(workspace, InspectorTab::Column);
    }
}

/// Shows a tab and moves the focus to it: what was pressed to get there may be in another pane.
fn show(workspace: Workspace, tab: InspectorTab) {
    workspace.tab.set(tab);
    workspace.pane.set(Pane::Inspector);
    super::dom::focus_later("inspector-panel".to_owned());
}
