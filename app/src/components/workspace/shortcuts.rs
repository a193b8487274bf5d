//! Keys that act on the whole workspace.

use leptos::ev;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::context::{Overlay, Pane, Workspace};
use super::dom;
use crate::shell::look::use_settings;
use crate::state::keys::{Action, Press, action};

/// The panes by the id of what F6 gives the focus to, in the order of reading.
const PANES: [(Pane, &str); 4] = [
    (Pane::Exercise, "pane-exercise"),
    (Pane::Recipe, "pane-recipe"),
    (Pane::Table, "pane-table"),
    (Pane::Inspector, "pane-inspector"),
];

/// The panes that there are: only the work on an exercise has its pane.
fn panes(workspace: Workspace) -> &'static [(Pane, &'static str)] {
    if workspace.room.is_exercise() { &PANES } else { &PANES[1..] }
}

/// Listens as long as the workspace is open, and carries out what the frame asks for.
pub fn listen(workspace: Workspace) {
    let settings = use_settings();
    let handle = window_event_listener(ev::keydown, move |event: KeyboardEvent| {
        if event.default_prevented() || event.is_composing() || workspace.overlay.with_untracked(Option::is_some) {
            return;
        }
        let key = event.key();
        let press = Press {
            key: &key,
            command: event.ctrl_key() || event.meta_key(),
            alt: event.alt_key(),
            shift: event.shift_key(),
            in_text: dom::is_writing(&event),
        };
        let single_keys = settings.value.with_untracked(|settings| settings.single_keys);
        if let Some(found) = action(&press, single_keys)
            && act(workspace, found, press.in_text)
        {
            event.prevent_default();
        }
    });
    on_cleanup(move || handle.remove());
    Effect::new(move |_| {
        if let Some(wish) = workspace.room.wish.get() {
            workspace.room.wish.set(None);
            act(workspace, wish, false);
        }
    });
}

/// Carries an action out. Says whether there was something to do.
fn act(workspace: Workspace, action: Action, in_text: bool) -> bool {
    let room = workspace.room;
    match action {
        Action::Palette | Action::AddStep => workspace.open_palette(workspace.next_index()),
        Action::Undo => keeping_focus(|| room.undo()),
        Action::Redo => keeping_focus(|| room.redo()),
        Action::NextPane => cycle(workspace, true),
        Action::PreviousPane => cycle(workspace, false),
        // Alt and an arrow mean something else in a text.
        Action::StepUp | Action::StepDown if in_text => return false,
        Action::StepUp => return move_selected(workspace, |index| index.checked_sub(1)),
        Action::StepDown => return move_selected(workspace, |index| Some(index + 1)),
        // The SQL editor answers to this key itself.
        Action::RunSql => return false,
        Action::Cancel => room.cancel(),
        Action::ShowKeys => workspace.open(Overlay::Shortcuts),
        Action::GoRecipe => go(workspace, Pane::Recipe),
        Action::GoTable => go(workspace, Pane::Table),
        Action::GoSql => {
            workspace.pane.set(Pane::Table);
            if workspace.drawer.get_untracked() {
                dom::focus_later("sql-text".to_owned());
            } else {
                dom::click("sql-toggle");
            }
        }
    }
    true
}

/// Makes a change that may draw what has the focus anew, or take it away: then it goes to the same place,
/// or to the button that adds a step.
fn keeping_focus(change: impl FnOnce()) {
    let held = dom::focused().map(|element| element.id()).filter(|id| !id.is_empty());
    change();
    if let Some(held) = held {
        dom::focus_later_if_lost(held, "add-step");
    }
}

fn move_selected(workspace: Workspace, to: impl FnOnce(usize) -> Option<usize>) -> bool {
    let recipe = workspace.room.recipe_now();
    let selected = workspace.room.selection.with_untracked(|selection| selection.step.clone());
    let Some((id, index)) = selected.and_then(|id| recipe.position(&id).map(|index| (id, index))) else { return false };
    if let Some(to) = to(index).filter(|to| *to < recipe.steps.len()) {
        workspace.room.move_step(&id, to);
    }
    true
}

fn go(workspace: Workspace, pane: Pane) {
    workspace.show(pane);
    if let Some((_, id)) = PANES.iter().find(|(known, _)| *known == pane) {
        dom::focus_later((*id).to_owned());
    }
}

fn cycle(workspace: Workspace, forward: bool) {
    let focused = dom::focused();
    let panes = panes(workspace);
    let now = panes.iter().position(|(_, id)| {
        let pane = dom::document().and_then(|document| document.get_element_by_id(id));
        pane.is_some_and(|pane| pane.contains(focused.as_deref().map(AsRef::as_ref)))
    });
    let next = match (now, forward) {
        (None, _) => 0,
        (Some(now), true) => (now + 1) % panes.len(),
        (Some(now), false) => (now + panes.len() - 1) % panes.len(),
    };
    go(workspace, panes[next].0);
}
