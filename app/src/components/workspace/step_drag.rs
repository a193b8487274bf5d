//! Steps moved by dragging: a mark stands where the step would go, Esc lets go. Buttons and Alt with an
//! arrow do the same without a pointer.

use leptos::ev;
use leptos::prelude::*;
use protocol::StepId;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

use super::dom;

/// Pixels that a press moves before it is a drag and no longer a click.
const THRESHOLD_PX: f64 = 6.0;
/// How near to the edge of the pane a drag scrolls it, and by how much each time.
const EDGE_PX: f64 = 36.0;
const SCROLL_PX: f64 = 12.0;

/// A step on its way.
#[derive(Debug, Clone, PartialEq)]
struct Drag {
    id: StepId,
    from: usize,
    /// It would stand before the step of this index (behind the last, if it is the length).
    gap: usize,
}

/// Handle of the list's drag, in the context of its items.
#[derive(Clone, Copy)]
pub struct StepDrag {
    /// A press that may become a drag: which step, where it began.
    pressed: StoredValue<Option<(StepId, f64)>>,
    under_way: RwSignal<Option<Drag>>,
}

/// Puts the handle into the context, and lets Esc end a drag.
pub fn provide_step_drag() {
    let drag = StepDrag { pressed: StoredValue::new(None), under_way: RwSignal::new(None) };
    provide_context(drag);
    let handle = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" && drag.under_way.with_untracked(Option::is_some) {
            event.prevent_default();
            event.stop_propagation();
            drag.end();
        }
    });
    on_cleanup(move || handle.remove());
}

/// The handle of the context.
pub fn use_step_drag() -> StepDrag {
    expect_context::<StepDrag>()
}

impl StepDrag {
    /// Whether this step is on its way.
    pub fn carries(self, id: &StepId) -> bool {
        self.under_way.with(|drag| drag.as_ref().is_some_and(|drag| &drag.id == id))
    }

    /// Where the mark stands at a step of the list: before it, or behind it if it is the last.
    pub fn mark(self, index: usize, count: usize) -> Option<&'static str> {
        self.under_way.with(|drag| {
            let gap = drag.as_ref()?.gap;
            match gap {
                gap if gap == index => Some("before"),
                gap if gap == count && index + 1 == count => Some("after"),
                _ => None,
            }
        })
    }

    /// A press on a step: with a mouse anywhere on it, with a finger or a pen on its grip, so that the list
    /// still scrolls.
    pub fn press(self, id: &StepId, event: &PointerEvent) {
        let is_on = |selector: &str| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            target.is_some_and(|target| target.closest(selector).ok().flatten().is_some())
        };
        let is_mouse = event.pointer_type() == "mouse" && event.button() == 0 && is_on(".step-main");
        if is_mouse || is_on(".step-grip") {
            self.pressed.set_value(Some((id.clone(), f64::from(event.client_y()))));
        }
    }

    /// The pointer moved over the list.
    pub fn go(self, from: usize, event: &PointerEvent) {
        let Some((id, start)) = self.pressed.get_value() else { return };
        let y = f64::from(event.client_y());
        if event.buttons() & 1 == 0 {
            return self.end();
        }
        if self.under_way.with_untracked(Option::is_none) {
            if (y - start).abs() < THRESHOLD_PX {
                return;
            }
            if let Some(item) = event.current_target().and_then(|item| item.dyn_into::<Element>().ok()) {
                // From here on the pointer belongs to the step, wherever it is.
                let _ = item.set_pointer_capture(event.pointer_id());
            }
        }
        event.prevent_default();
        scroll_near_edge(event, y);
        let gap = gap_at(y);
        let drag = Drag { id, from, gap };
        if self.under_way.with_untracked(|now| now.as_ref() != Some(&drag)) {
            self.under_way.set(Some(drag));
        }
    }

    /// Lets go: the step and the index where it is to stand, if that is another place.
    pub fn drop(self) -> Option<(StepId, usize)> {
        let drag = self.under_way.get_untracked();
        self.end();
        let Drag { id, from, gap } = drag?;
        let to = if gap > from { gap - 1 } else { gap };
        (to != from).then_some((id, to))
    }

    /// Ends the drag; the step stays where it is.
    pub fn end(self) {
        self.pressed.set_value(None);
        if self.under_way.with_untracked(Option::is_some) {
            self.under_way.set(None);
        }
    }
}

/// How many steps have their middle above this height.
fn gap_at(y: f64) -> usize {
    let Some(items) = dom::document().and_then(|document| document.query_selector_all(".steps > .step").ok()) else {
        return 0;
    };
    let middles = (0..items.length()).filter_map(|index| {
        let item = items.get(index)?.dyn_into::<Element>().ok()?.get_bounding_client_rect();
        Some(item.top() + item.height() / 2.0)
    });
    middles.filter(|middle| *middle < y).count()
}

fn scroll_near_edge(event: &PointerEvent, y: f64) {
    let item = event.current_target().and_then(|item| item.dyn_into::<Element>().ok());
    let Some(pane) = item.and_then(|item| item.closest(".pane-body").ok().flatten()) else { return };
    let view = pane.get_bounding_client_rect();
    let by = if y < view.top() + EDGE_PX {
        -SCROLL_PX
    } else if y > view.bottom() - EDGE_PX {
        SCROLL_PX
    } else {
        return;
    };
    pane.set_scroll_top(pane.scroll_top() + by as i32);
}
