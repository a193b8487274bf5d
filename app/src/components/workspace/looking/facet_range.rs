//! The facet of a range: two fields, and a histogram on which the range can be drawn with the pointer.

use leptos::html;
use leptos::prelude::*;
use protocol::facet::Condition;
use protocol::profile::HistogramBin;
use protocol::table::ColumnType;

use super::facets::Subject;
use crate::components::workspace::dom;
use crate::i18n::use_i18n;
use crate::state::facets::bound;

const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 64.0;

/// Which end of the range.
#[derive(Clone, Copy, PartialEq)]
enum End {
    Low,
    High,
}

/// From and to, both included.
#[component]
pub fn Range(subject: Subject) -> impl IntoView {
    let i18n = use_i18n();
    let like = Condition::Range { low: None, high: None };
    let chosen = Memo::new(move |_| match subject.get(&like) {
        Some(Condition::Range { low, high }) => (low, high),
        _ => (None, None),
    });
    let bins = Memo::new(move |_| {
        subject.figures.with(|figures| figures.as_ref().map(|found| found.histogram.clone())).unwrap_or_default()
    });
    let refused = RwSignal::new(None::<End>);
    let typed = move |end: End, text: String| {
        let marks = i18n.language().marks();
        match bound(&text, subject.kind, marks) {
            Ok(bound) => {
                refused.set(None);
                let (low, high) = chosen.get_untracked();
                let (low, high) = if end == End::Low { (bound, high) } else { (low, bound) };
                subject.set(Condition::Range { low, high });
            }
            Err(_) => refused.set(Some(end)),
        }
    };
    let field = move |end: End, id: &'static str, key: &'static str| {
        let shown = move || {
            let (low, high) = chosen.get();
            let bound = if end == End::Low { low } else { high };
            bound.map(|text| written(i18n, subject.kind, &text)).unwrap_or_default()
        };
        let is_number = matches!(subject.kind, ColumnType::Integer | ColumnType::Number | ColumnType::Decimal);
        view! {
            <div class="field">
                <label for=id>{move || i18n.text(key)}</label>
                <input
                    class="input"
                    id=id
                    type=if subject.kind == ColumnType::Date { "date" } else { "text" }
                    inputmode=is_number.then_some("decimal")
                    autocomplete="off"
                    aria-invalid=move || (refused.get() == Some(end)).then_some("true")
                    aria-describedby="facet-range-problem"
                    prop:value=shown
                    on:change=move |event| typed(end, dom::value_of(&event))
                />
            </div>
        }
    };
    view! {
        <fieldset class="field facet">
            <legend>{move || i18n.text("look-range")}</legend>
            {move || (!bins.with(Vec::is_empty)).then(|| view! { <Brush bins=bins.get() subject chosen /> })}
            <div class="facet-bounds">
                {field(End::Low, "facet-low", "look-range-low")}
                {field(End::High, "facet-high", "look-range-high")}
            </div>
            <p class="field-help" id="facet-range-problem" role="alert">
                {move || refused.get().map(|_| i18n.text("look-range-refused"))}
            </p>
        </fieldset>
    }
}

/// A bound as its field shows it: dates stay as the field of dates wants them.
fn written(i18n: crate::i18n::I18n, kind: ColumnType, text: &str) -> String {
    match kind {
        ColumnType::Integer | ColumnType::Number | ColumnType::Decimal => i18n.cell(kind, text),
        _ => text.to_owned(),
    }
}

/// The histogram: pressing and moving the pointer over it chooses the bins between. Its figures are those of the
/// fields and of the profile, so that it is only drawn for the eye.
#[component]
fn Brush(bins: Vec<HistogramBin>, subject: Subject, chosen: Memo<(Option<String>, Option<String>)>) -> impl IntoView {
    let element = NodeRef::<html::Div>::new();
    let count = bins.len();
    let highest = bins.iter().map(|bin| bin.count).max().unwrap_or(0).max(1) as f64;
    let width = WIDTH / count as f64;
    let bounds = StoredValue::new(bins.iter().map(|bin| (bin.low.clone(), bin.high.clone())).collect::<Vec<_>>());
    let pressed = RwSignal::new(None::<(usize, usize)>);
    let bin_at = move |event: &web_sys::PointerEvent| {
        let wide = element.get_untracked().map_or(1.0, |element| f64::from(element.client_width()).max(1.0));
        ((f64::from(event.offset_x()) / wide * count as f64).max(0.0) as usize).min(count - 1)
    };
    let is_in = move |index: usize| match pressed.get() {
        Some((from, to)) => (from.min(to)..=from.max(to)).contains(&index),
        None => {
            let (low, high) = chosen.get();
            bounds.with_value(|bounds| {
                let number = |text: &str| text.parse::<f64>().ok();
                let after = |one: &str, two: &str| match (number(one), number(two)) {
                    (Some(one), Some(two)) => one >= two,
                    _ => one >= two,
                };
                let (of_low, of_high) = &bounds[index];
                low.is_none_or(|low| after(of_high, &low)) && high.is_none_or(|high| after(&high, of_low))
            })
        }
    };
    let bars = bins.iter().enumerate().map(|(index, bin)| {
        let tall = if bin.count == 0 { 0.0 } else { (bin.count as f64 / highest * HEIGHT).max(1.0) };
        view! {
            <rect
                class:out=move || !is_in(index)
                x=format!("{:.2}", index as f64 * width + 0.5)
                y=format!("{:.2}", HEIGHT - tall)
                width=format!("{:.2}", (width - 1.0).max(0.5))
                height=format!("{tall:.2}")
            ></rect>
        }
    });
    view! {
        <div
            class="facet-brush"
            aria-hidden="true"
            node_ref=element
            on:pointerdown=move |event| {
                if let Some(element) = element.get_untracked() {
                    let _ = element.set_pointer_capture(event.pointer_id());
                }
                let bin = bin_at(&event);
                pressed.set(Some((bin, bin)));
            }
            on:pointermove=move |event| {
                if let Some((from, _)) = pressed.get_untracked() {
                    pressed.set(Some((from, bin_at(&event))));
                }
            }
            on:pointercancel=move |_| pressed.set(None)
            on:pointerup=move |_| {
                if let Some((from, to)) = pressed.get_untracked() {
                    let (low, high) = bounds.with_value(|bounds| (bounds[from.min(to)].0.clone(), bounds[from.max(to)].1.clone()));
                    pressed.set(None);
                    subject.set(Condition::Range { low: Some(low), high: Some(high) });
                }
            }
        >
            <svg class="histogram" viewBox=format!("0 0 {WIDTH} {HEIGHT}") preserveAspectRatio="none" focusable="false">
                {bars.collect_view()}
            </svg>
        </div>
    }
}
