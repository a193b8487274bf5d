//! A separator that resizes a pane: by dragging, by arrows, by Home and End; the size is remembered.

use leptos::prelude::*;
use web_sys::PointerEvent;

use crate::platform::storage;

/// Pixels of one press of an arrow.
const STEP_PX: f64 = 16.0;
/// Pixels of one command, for who neither drags nor has arrows.
const COMMAND_PX: f64 = 80.0;

/// Which way the pane grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grows {
    /// To the right: the pane is before the separator.
    Right,
    /// To the left: the pane is after it.
    Left,
    /// Upwards: the pane is below it.
    Up,
}

/// A size that is remembered under a key, in pixels.
#[derive(Clone, Copy)]
pub struct PaneSize {
    /// Current size.
    pub pixels: RwSignal<f64>,
    key: &'static str,
    low: f64,
    high: f64,
}

impl PaneSize {
    /// The remembered size, or `usual`.
    fn remembered(key: &'static str, low: f64, usual: f64, high: f64) -> Self {
        let stored = storage::get(key).and_then(|text| text.parse::<f64>().ok()).filter(|size| size.is_finite());
        Self { pixels: RwSignal::new(stored.unwrap_or(usual).clamp(low, high)), key, low, high }
    }

    fn set(self, pixels: f64) {
        self.pixels.set(pixels.clamp(self.low, self.high).round());
    }

    /// Makes the pane larger or smaller by a command, and remembers it.
    pub fn change(self, larger: bool) {
        let by_px = if larger { COMMAND_PX } else { -COMMAND_PX };
        self.set(self.pixels.get_untracked() + by_px);
        self.keep();
    }

    fn keep(self) {
        // A size that cannot be remembered is no loss worth a message.
        let _ = storage::set(self.key, &self.pixels.get_untracked().to_string());
    }
}

/// Panes whose size is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SizedPane {
    /// The recipe.
    Left,
    /// The inspector.
    Right,
    /// The SQL drawer.
    Drawer,
}

/// The sizes of the panes.
#[derive(Clone, Copy)]
pub struct PaneSizes {
    /// Width of the recipe.
    pub left: PaneSize,
    /// Width of the inspector.
    pub right: PaneSize,
    /// Height of the SQL drawer.
    pub drawer: PaneSize,
}

impl PaneSizes {
    /// As they are remembered; else wider where the window is.
    pub fn remembered(
        // Whether the left pane holds an exercise, which is read.
        exercise: bool,
    ) -> Self {
        let window_px = window().inner_width().ok().and_then(|width| width.as_f64()).unwrap_or_default();
        let share = |percent: f64, low: f64, high: f64| (window_px * percent / 100.0).round().clamp(low, high);
        Self {
            left: if exercise {
                PaneSize::remembered("creuset.pane.exercise", 260.0, share(27.0, 368.0, 520.0), 640.0)
            } else {
                PaneSize::remembered("creuset.pane.left", 220.0, share(18.0, 296.0, 400.0), 520.0)
            },
            right: PaneSize::remembered("creuset.pane.right", 260.0, share(23.0, 352.0, 480.0), 640.0),
            drawer: PaneSize::remembered("creuset.pane.sql", 180.0, 320.0, 900.0),
        }
    }

    /// The size of one.
    pub fn of(self, pane: SizedPane) -> PaneSize {
        match pane {
            SizedPane::Left => self.left,
            SizedPane::Right => self.right,
            SizedPane::Drawer => self.drawer,
        }
    }
}

/// The separator of a pane.
#[component]
pub fn Separator(
    /// The pane's size.
    size: PaneSize,
    /// Which way it grows.
    grows: Grows,
    /// Accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// Id of the pane.
    controls: &'static str,
) -> impl IntoView {
    let start = StoredValue::new(None::<(f64, f64)>);
    let place = move |event: &PointerEvent| match grows {
        Grows::Right => f64::from(event.client_x()),
        Grows::Left => -f64::from(event.client_x()),
        Grows::Up => -f64::from(event.client_y()),
    };
    let keyed = move |event: web_sys::KeyboardEvent| {
        let (more, less) = match grows {
            Grows::Right => ("ArrowRight", "ArrowLeft"),
            Grows::Left => ("ArrowLeft", "ArrowRight"),
            Grows::Up => ("ArrowUp", "ArrowDown"),
        };
        let now = size.pixels.get_untracked();
        match event.key().as_str() {
            key if key == more => size.set(now + STEP_PX),
            key if key == less => size.set(now - STEP_PX),
            "Home" => size.set(size.low),
            "End" => size.set(size.high),
            _ => return,
        }
        event.prevent_default();
        size.keep();
    };
    view! {
        <div
            class="separator"
            role="separator"
            tabindex="0"
            aria-orientation=if grows == Grows::Up { "horizontal" } else { "vertical" }
            aria-label=move || label.get()
            aria-controls=controls
            aria-valuemin=size.low.to_string()
            aria-valuemax=size.high.to_string()
            aria-valuenow=move || size.pixels.get().to_string()
            on:keydown=keyed
            on:pointerdown=move |event| {
                event.prevent_default();
                if let Some(target) = event.current_target() {
                    let element: web_sys::Element = wasm_bindgen::JsCast::unchecked_into(target);
                    let _ = element.set_pointer_capture(event.pointer_id());
                }
                start.set_value(Some((place(&event), size.pixels.get_untracked())));
            }
            on:pointermove=move |event| {
                if let Some((from, before)) = start.get_value() {
                    size.set(before + place(&event) - from);
                }
            }
            on:pointerup=move |_| {
                start.set_value(None);
                size.keep();
            }
            on:pointercancel=move |_| start.set_value(None)
        ></div>
    }
}
