//! The rows that facets let through: counted by the engine, shown by the grid, said above it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::Code;
use protocol::facet::{Facet, expression, query};
use protocol::table::{ColumnInfo, TableInfo};
use serde_json::{Map, Value};

use super::{Looking, use_looking};
use crate::components::workspace::context::{Workspace, use_workspace};
use crate::components::workspace::dom;
use crate::components::workspace::grid::GridSource;
use crate::i18n::use_i18n;
use crate::room::Notice;

/// Parameters that a step made of facets keeps their condition in.
const CONDITIONS: [&str; 2] = ["condition", "query"];

/// Asks how many rows the facets let through whenever they, the table or its cells change, and says it; lets the
/// facets go when they have become a step.
pub fn follow(workspace: Workspace, looking: Looking) {
    let room = workspace.room;
    let asked = StoredValue::new(0u32);
    let subject = Memo::new(move |_| {
        let version = workspace.shown.get()?;
        let facets = looking.chosen.with(|chosen| chosen.of(&version.info));
        (!facets.is_empty()).then(|| (version, facets, workspace.epoch.get()))
    });
    Effect::new(move |_| {
        asked.update_value(|asked| *asked += 1);
        let number = asked.get_value();
        let Some((version, facets, epoch)) = subject.get() else {
            looking.filtered.set(None);
            looking.problem.set(None);
            return;
        };
        // The rows of another table must not stand under this one's name.
        looking.filtered.update(|known| {
            known.take_if(|known| known.info().table != version.info.table);
        });
        spawn_local(async move {
            let answer = room.filtered(version.at(), facets.clone(), 0, 0).await;
            if asked.try_get_value() != Some(number) {
                return;
            }
            let source = match answer {
                Ok(counted) => {
                    // The line above the grid may be in a pane that is not shown.
                    let rows = version.info.rows;
                    let key = if counted.total_rows == 0 { "look-kept-none" } else { "look-kept" };
                    room.say(Notice::polite(key).with("kept", counted.total_rows).with("rows", rows));
                    let info = TableInfo { rows: counted.total_rows, ..version.info.clone() };
                    Some(GridSource::Filtered(version, epoch, Arc::from(facets), info))
                }
                // The page moved on while it asked: the next answer is the one that counts.
                Err(reason) if matches!(reason.code, Code::Stale | Code::Cancelled) => return,
                Err(reason) => {
                    looking.filtered.try_set(None);
                    looking.problem.try_set(Some(reason));
                    return;
                }
            };
            looking.problem.try_set(None);
            looking.filtered.try_set(source);
        });
    });
    Effect::new(move |_| {
        let Some(made) = looking.made.get() else { return };
        let is_step = room.recipe.with(|recipe| {
            let mut params = recipe.steps.iter().map(|step| &step.params);
            params.any(|params| CONDITIONS.iter().any(|key| params.get(*key).and_then(Value::as_str) == Some(&made)))
        });
        if is_step {
            looking.made.set(None);
            looking.chosen.set(Default::default());
        }
    });
}

/// Opens the form of a step that keeps the rows of the facets: a filter where an expression says them, else a query.
pub fn make_step(workspace: Workspace, looking: Looking) {
    let Some(version) = workspace.shown.get_untracked() else { return };
    let facets = looking.chosen.with_untracked(|chosen| chosen.of(&version.info));
    let (operation, key, text) = written(&version.info.table.name, &facets, &version.info.columns);
    let given = Map::from_iter([(key.to_owned(), Value::from(text.clone()))]);
    workspace.room.selection.update(|selection| selection.table = Some(version.info.table.clone()));
    looking.made.set(Some(text));
    workspace.begin(operation, workspace.next_index(), None, given);
}

fn written(table: &str, facets: &[Facet], columns: &[ColumnInfo]) -> (&'static str, &'static str, String) {
    match expression(facets, columns) {
        Some(condition) => ("filter", CONDITIONS[0], condition),
        None => ("sql", CONDITIONS[1], query(table, facets, columns)),
    }
}

/// How many rows the facets let through, or why they could not be applied, with the button that takes them away;
/// nothing without facets.
#[component]
pub fn FilterLine() -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, looking) = (use_workspace(), use_looking());
    let said = Memo::new(move |_| match looking.problem.get() {
        Some(reason) => {
            let args = [("reason", i18n.diagnostic(&reason).into())];
            Some(i18n.text_with("look-facets-failed", &args))
        }
        None => counts(workspace, looking)
            .map(|(kept, rows)| i18n.text_with("look-kept", &[("kept", kept.into()), ("rows", rows.into())])),
    });
    move || {
        said.get().map(|said| {
            view! {
                <div class="filter-line">
                    <span role=move || looking.problem.with(Option::is_some).then_some("alert")>{said}</span>
                    <button type="button" class="tool" on:click=move |_| {
                        looking.chosen.set(Default::default());
                        dom::focus_later("pane-table".to_owned());
                    }>
                        {i18n.text("look-facets-clear")}
                    </button>
                </div>
            }
        })
    }
}

/// Rows that the facets let through, and rows of the table.
pub fn counts(workspace: Workspace, looking: Looking) -> Option<(u64, u64)> {
    let kept = looking.filtered.with(|source| source.as_ref().map(|source| source.info().rows))?;
    Some((kept, workspace.shown.with(|shown| shown.as_ref().map_or(0, |shown| shown.info.rows))))
}
