//! What the panes of the workspace share: the step in its form, the open dialog, what is shown.

use leptos::prelude::*;
use protocol::operation::OperationInfo;
use protocol::recipe::begins_as;
use protocol::{Step, StepId, TableRef, Zone};
use serde_json::{Map, Value};
use web_sys::File;

use super::dom;
use super::separator::PaneSizes;
use crate::i18n::{I18n, use_i18n};
use crate::room::{Notice, Room, use_room};
use crate::state::draft::{Draft, new_step};
use crate::state::first_steps::sample_step;
use crate::state::tables::{self, TableVersion};

/// Tabs of the inspector.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InspectorTab {
    /// The form of a step.
    Step,
    /// The profile of a column, or of the whole table.
    Column,
    /// The facets of a column.
    Facets,
    /// The way of a row through the recipe.
    History,
    /// Rows set aside by the selected step.
    Rejects,
}

/// Panes, in the order of reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// What the exercise asks for.
    Exercise,
    /// Sources, tables, recipe.
    Recipe,
    /// The table, and the SQL drawer.
    Table,
    /// The inspector.
    Inspector,
}

/// A dialog over the page. One at a time.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Overlay {
    /// Operations and commands; a new step goes to this index.
    Palette(usize),
    /// A file to read in.
    Import(String),
    /// A text to paste, with what was pasted already.
    Paste(String),
    /// Steps kept under a name.
    Templates,
    /// A table or the recipe to save.
    Export,
    /// The list of shortcuts.
    Shortcuts,
}

/// Handle of the workspace, in the context of its panes.
#[derive(Clone, Copy)]
pub struct Workspace {
    /// The open work.
    pub room: Room,
    /// The step in the form, if one is open.
    pub draft: RwSignal<Option<Draft>>,
    /// Changes with each opening of the form: the form is built anew.
    pub opening: RwSignal<u32>,
    /// The inspector's tab.
    pub tab: RwSignal<InspectorTab>,
    /// The pane shown where there is room for one only.
    pub pane: RwSignal<Pane>,
    /// What the left column shows where all panes have room: the exercise, or the recipe.
    pub side: RwSignal<Pane>,
    /// Sizes of the panes.
    pub sizes: PaneSizes,
    /// The open dialog.
    pub overlay: RwSignal<Option<Overlay>>,
    /// Files that wait for the import dialog.
    pub waiting: RwSignal<Vec<String>>,
    /// Why a file was refused, by its name: shown beside the sources.
    pub refused: RwSignal<Option<(String, protocol::Diagnostic)>>,
    /// Whether the SQL drawer is open.
    pub drawer: RwSignal<bool>,
    /// The form that stands in the place of the table, by its id.
    pub form: RwSignal<Option<String>>,
    /// Tables as they stand after the selected step.
    pub tables: Memo<Vec<TableVersion>>,
    /// The table that is shown.
    pub shown: Memo<Option<TableVersion>>,
    /// Counts the reports of runs: after each, cells may be others.
    pub epoch: Memo<u64>,
    back: StoredValue<Option<web_sys::HtmlElement>, LocalStorage>,
    i18n: I18n,
}

/// Makes the handle over the room of the context, and puts it there.
pub fn provide_workspace() -> Workspace {
    let room = use_room();
    let tables = Memo::new(move |_| {
        let step = room.selection.with(|selection| selection.step.clone());
        room.report
            .with(|report| report.as_ref().map(|report| tables::after(report, step.as_ref())).unwrap_or_default())
    });
    let shown = Memo::new(move |_| {
        let selection = room.selection.get();
        let recipe = room.recipe.get();
        tables.with(|tables| tables::shown(tables, &recipe, selection.step.as_ref(), selection.table.as_ref()).cloned())
    });
    let epoch = Memo::new(move |before: Option<&u64>| {
        room.report.track();
        before.map_or(0, |count| count + 1)
    });
    let first = if room.is_exercise() { Pane::Exercise } else { Pane::Recipe };
    let workspace = Workspace {
        room,
        draft: RwSignal::new(None),
        opening: RwSignal::new(0),
        tab: RwSignal::new(InspectorTab::Step),
        pane: RwSignal::new(first),
        side: RwSignal::new(first),
        sizes: PaneSizes::remembered(room.is_exercise()),
        overlay: RwSignal::new(None),
        waiting: RwSignal::new(Vec::new()),
        refused: RwSignal::new(None),
        drawer: RwSignal::new(false),
        form: RwSignal::new(None),
        tables,
        shown,
        epoch,
        back: StoredValue::new_local(None),
        i18n: use_i18n(),
    };
    provide_context(workspace);
    super::looking::provide_looking(workspace);
    workspace
}

/// The handle of the context.
pub fn use_workspace() -> Workspace {
    expect_context::<Workspace>()
}

impl Workspace {
    /// What the catalogue says of an operation.
    pub fn operation(self, name: &str) -> Option<OperationInfo> {
        self.room
            .catalogue
            .with(|catalogue| catalogue.as_ref()?.operations.iter().find(|operation| operation.name == name).cloned())
    }

    /// Index in the list for a step that follows the selected one (the end, if none is selected).
    pub fn next_index(self) -> usize {
        let recipe = self.room.recipe.get_untracked();
        let selected = self.room.selection.with_untracked(|selection| selection.step.clone());
        selected.and_then(|id| recipe.position(&id)).map_or(recipe.steps.len(), |index| index + 1)
    }

    /// The tables that a step at this index may read.
    pub fn tables_before(self, index: usize) -> Vec<TableVersion> {
        let recipe = self.room.recipe.get();
        self.room
            .report
            .with(|report| report.as_ref().map(|report| tables::before(report, &recipe, index)).unwrap_or_default())
    }

    /// Opens the palette for a step at an index.
    pub fn open_palette(self, index: usize) {
        self.open(Overlay::Palette(index));
    }

    /// Opens a dialog; what had the focus gets it back when it closes.
    pub fn open(self, overlay: Overlay) {
        if self.overlay.with_untracked(Option::is_none) {
            self.back.set_value(dom::focused());
        }
        self.overlay.set(Some(overlay));
    }

    /// Closes the dialog, and gives the focus back.
    pub fn close(self) {
        self.overlay.set(None);
        self.give_focus_back();
    }

    /// Closes the dialog because something else takes the focus now.
    pub fn leave_overlay(self) {
        self.overlay.set(None);
    }

    /// Opens the form of a new step of this operation, pre-filled for a column if there is one.
    pub fn begin(self, operation: &str, index: usize, column: Option<&str>, given: Map<String, Value>) {
        let Some(info) = self.operation(operation) else { return };
        if takes_none(&info) {
            let table = self.free_table_name(operation.rsplit('_').next().unwrap_or(operation));
            let step = self.source_step(&info, &table, &given);
            return self.begin_with(Draft { step, index: self.source_index(), editing: false });
        }
        let recipe = self.room.recipe_now();
        let mut before = tables::named_before(&recipe, index);
        let asked = self.room.selection.with_untracked(|selection| selection.table.clone());
        let from = self
            .room
            .report
            .with_untracked(|report| tables::continued(report.as_ref(), &recipe, index, asked.as_ref()));
        // A raw table and the one in preparation that begins as it are one to choose from.
        let raw = from.as_ref().filter(|from| !before.contains(from)).and_then(begins_as);
        before.retain(|table| Some(table) != raw.as_ref());
        let step = self.new_step(&info, from.as_ref(), &before, column, &given);
        if self.overlay.with_untracked(Option::is_none) {
            self.back.set_value(dom::focused());
        }
        self.show_form(Draft { step, index, editing: false });
    }

    /// A step that is not in the recipe yet, as of [`new_step`], in the reader's words.
    pub fn new_step(
        self,
        info: &OperationInfo,
        from: Option<&TableRef>,
        tables: &[TableRef],
        column: Option<&str>,
        given: &Map<String, Value>,
    ) -> Step {
        let word = |path: &str, value: &str| {
            untrack(|| self.i18n.text_or(&format!("op-{}-param-{path}-value-{value}", info.name), value))
        };
        new_step(info, from, tables, column, given, &word)
    }

    /// A step that makes a raw table out of no other, as of [`Self::new_step`].
    pub fn source_step(self, info: &OperationInfo, table: &str, given: &Map<String, Value>) -> Step {
        let main = TableRef::new(Zone::Raw, table);
        let mut step = self.new_step(info, Some(&main), &[], None, given);
        step.inputs.clear();
        if let Some(output) = step.outputs.get_mut("main") {
            *output = main;
        }
        step
    }

    /// Where a step that makes a table out of no other goes: after those that stand at the head of the recipe.
    pub fn source_index(self) -> usize {
        let is_source = |op: &str| self.operation(op).is_some_and(|info| takes_none(&info));
        self.room.recipe_now().steps.iter().take_while(|step| untrack(|| is_source(&step.op))).count()
    }

    /// The proposed name, with a number where a step makes a table of that name already.
    pub fn free_table_name(self, proposed: &str) -> String {
        let recipe = self.room.recipe_now();
        let is_taken =
            |name: &str| recipe.steps.iter().any(|step| step.outputs.values().any(|table| table.name == name));
        if !is_taken(proposed) {
            return proposed.to_owned();
        }
        (2u32..).map(|number| format!("{proposed}_{number}")).find(|name| !is_taken(name)).unwrap_or_default()
    }

    /// Adds the step that makes a table of chance numbers, of this many rows.
    pub fn add_sample(self, rows: u32) {
        let table = self.free_table_name("sample");
        let id = self.room.insert_step(sample_step(rows, &table), self.source_index());
        self.close_form(id);
    }

    /// Opens a form for a step that is already written but not in the recipe.
    pub fn begin_with(self, draft: Draft) {
        self.back.set_value(dom::focused());
        self.show_form(draft);
    }

    /// Opens the form of a step of the recipe.
    pub fn edit(self, id: &StepId) {
        let recipe = self.room.recipe_now();
        let Some(index) = recipe.position(id) else { return };
        self.back.set_value(dom::focused());
        self.room.select_step(Some(id.clone()));
        self.show_form(Draft { step: recipe.steps[index].clone(), index, editing: true });
    }

    fn show_form(self, draft: Draft) {
        self.overlay.set(None);
        self.draft.set(Some(draft));
        self.tab.set(InspectorTab::Step);
        self.pane.set(Pane::Inspector);
        self.opening.update(|serial| *serial += 1);
    }

    /// Closes the form; `applied` names the step that it became, which then has the focus.
    pub fn close_form(self, applied: Option<StepId>) {
        self.draft.set(None);
        match applied {
            Some(id) => {
                self.side.set(Pane::Recipe);
                self.pane.set(Pane::Table);
                dom::focus_later(format!("step-{id}"));
            }
            None => self.give_focus_back(),
        }
    }

    /// Shows a pane where there is room for one only, and brings it up in the left column.
    pub fn show(self, pane: Pane) {
        self.pane.set(pane);
        if matches!(pane, Pane::Exercise | Pane::Recipe) {
            self.side.set(pane);
        }
    }

    /// Shows the profile of a column.
    pub fn profile(self, column: &str) {
        self.room.selection.update(|selection| selection.column = Some(column.to_owned()));
        self.tab.set(InspectorTab::Column);
        self.pane.set(Pane::Inspector);
    }

    /// Takes files that were dropped or chosen: each is attached, then shown in the import dialog.
    pub fn take_files(self, files: Vec<File>) {
        self.refused.set(None);
        if self.room.is_exercise() {
            self.room.say(Notice::assertive("said-exercise-files"));
            return;
        }
        leptos::task::spawn_local(async move {
            for file in files {
                let name = file.name();
                match self.room.attach(file).await {
                    Ok(name) => self.waiting.update(|waiting| waiting.push(name)),
                    Err(reason) => self.refused.set(Some((name, reason))),
                }
            }
            self.show_next_import();
        });
    }

    /// Opens the import dialog for the next file that waits, if no other dialog is open.
    pub fn show_next_import(self) {
        if self.overlay.with_untracked(Option::is_some) {
            return;
        }
        let next = self.waiting.try_update(|waiting| (!waiting.is_empty()).then(|| waiting.remove(0))).flatten();
        if let Some(name) = next {
            self.open(Overlay::Import(name));
        }
    }

    fn give_focus_back(self) {
        if let Some(element) = self.back.get_value() {
            dom::focus_element_later(element);
        }
    }
}

/// Whether an operation makes tables out of no other.
fn takes_none(info: &OperationInfo) -> bool {
    info.inputs.is_empty() && !info.open_inputs
}
