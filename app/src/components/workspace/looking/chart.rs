//! A small drawing of a column, alone or with the numbers of another, and its figures as a table beside it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::Diagnostic;
use protocol::overview::{Chart, Mark, Point};
use protocol::table::ColumnType;

use crate::components::workspace::column_profile::rounded;
use crate::components::workspace::context::use_workspace;
use crate::components::workspace::dom;
use crate::i18n::{I18n, use_i18n};

const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 140.0;
/// Points of a scatter that the table beside it lists: more are no alternative to the eye.
const LISTED: usize = 60;

/// The choice of a second column, and the drawing. Numbers and dates alone are drawn by the profile already.
#[component]
pub fn ColumnChart(column: String, kind: ColumnType) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let column = StoredValue::new(column);
    let other = RwSignal::new(String::new());
    let answer = RwSignal::new(None::<Result<Chart, Diagnostic>>);
    let asked = StoredValue::new(0u32);
    let numeric = Memo::new(move |_| {
        let columns = workspace.shown.get().map(|shown| shown.info.columns).unwrap_or_default();
        let is_number = |kind| matches!(kind, ColumnType::Integer | ColumnType::Number | ColumnType::Decimal);
        let names = columns.into_iter().filter(|info| is_number(info.kind)).map(|info| info.name);
        names.filter(|name| column.with_value(|column| name != column)).collect::<Vec<_>>()
    });
    let is_drawn_already = !matches!(kind, ColumnType::Text | ColumnType::Boolean);
    Effect::new(move |_| {
        workspace.epoch.track();
        asked.update_value(|asked| *asked += 1);
        let number = asked.get_value();
        let measured = Some(other.get()).filter(|other| !other.is_empty());
        let Some(version) = workspace.shown.get() else { return };
        if measured.is_none() && is_drawn_already {
            answer.set(None);
            return;
        }
        spawn_local(async move {
            let found = workspace.room.chart(version.at(), column.get_value(), measured).await;
            if asked.try_get_value() == Some(number) {
                answer.try_set(Some(found));
            }
        });
    });
    view! {
        <section class="chart" aria-labelledby="chart-heading">
            <h4 id="chart-heading">{move || i18n.text("look-chart")}</h4>
            <div class="field">
                <label for="chart-other">{move || i18n.text("look-chart-other")}</label>
                <select class="input" id="chart-other" on:change=move |event| other.set(dom::value_of(&event))>
                    <option value="">{move || i18n.text("look-chart-rows")}</option>
                    {move || numeric.get().into_iter().map(|name| {
                        let (value, label) = (name.clone(), name.clone());
                        view! { <option value=value selected=move || other.get() == name>{label}</option> }
                    }).collect_view()}
                </select>
            </div>
            {move || answer.get().map(|answer| match answer {
                Ok(chart) => drawn(i18n, &column.get_value(), &other.get_untracked(), chart).into_any(),
                Err(reason) => view! { <p class="field-error" role="alert"><span>{i18n.diagnostic(&reason)}</span></p> }.into_any(),
            })}
        </section>
    }
}

fn drawn(i18n: I18n, column: &str, other: &str, chart: Chart) -> impl IntoView {
    let measured = if other.is_empty() { i18n.text("look-chart-rows") } else { other.to_owned() };
    let key = match chart.mark {
        Mark::Bars | Mark::Histogram => "look-chart-bars",
        Mark::Scatter => "look-chart-scatter",
        Mark::Line => "look-chart-line",
    };
    let args = [("column", column.into()), ("other", measured.as_str().into()), ("count", chart.points.len().into())];
    let label = i18n.text_with(key, &args);
    let left = chart.rows_left;
    let kind = chart.kind;
    let step = if chart.mark == Mark::Scatter { chart.points.len().div_ceil(LISTED).max(1) } else { 1 };
    let said = move |point: &Point| match &point.label {
        Some(text) if text.trim().is_empty() => i18n.text("ws-cell-blank"),
        Some(text) => i18n.cell(kind, text),
        None => i18n.text("ws-cell-null"),
    };
    let rows = chart.points.iter().step_by(step).map(|point| {
        let label = said(point);
        view! { <tr><th scope="row" title=label.clone()>{label.clone()}</th><td class="end">{i18n.number(rounded(point.value))}</td></tr> }
    });
    let rows = rows.collect_view();
    let ends = chart.points.first().zip(chart.points.last()).filter(|_| chart.mark != Mark::Bars);
    let axis = ends.map(|(first, last)| {
        let (first, last) = match chart.mark {
            Mark::Scatter => {
                let by_place = |one: &&Point, two: &&Point| one.place.total_cmp(&two.place);
                (
                    chart.points.iter().min_by(by_place).unwrap_or(first),
                    chart.points.iter().max_by(by_place).unwrap_or(last),
                )
            }
            _ => (first, last),
        };
        view! {
            <div class="histogram-axis" aria-hidden="true"><span>{said(first)}</span><span>{said(last)}</span></div>
        }
    });
    view! {
        <svg class="chart-drawing" viewBox=format!("0 0 {WIDTH} {HEIGHT}") preserveAspectRatio="none" role="img" aria-label=label>
            {marks(&chart)}
        </svg>
        {axis}
        {(left > 0).then(|| view! { <p class="field-help">{i18n.text_with("look-chart-left", &[("rows", left.into())])}</p> })}
        <div class="small-table-scroll chart-table" tabindex="0" role="group" aria-label=i18n.text("look-chart-table")>
            <table class="small-table">
                <caption>{i18n.text("look-chart-table")}</caption>
                <thead>
                    <tr><th scope="col">{column.to_owned()}</th><th scope="col" class="end">{measured}</th></tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn marks(chart: &Chart) -> AnyView {
    let values = || chart.points.iter().map(|point| point.value);
    // Bars stand on zero; points and lines fill the height.
    let stands = matches!(chart.mark, Mark::Bars | Mark::Histogram);
    let low = values().fold(if stands { 0.0 } else { f64::INFINITY }, f64::min);
    let high = values().fold(if stands { 0.0 } else { f64::NEG_INFINITY }, f64::max);
    let span = if high > low { high - low } else { 1.0 };
    let y = |value: f64| HEIGHT - 2.0 - (value - low) / span * (HEIGHT - 4.0);
    let first = chart.points.iter().map(|point| point.place).fold(f64::INFINITY, f64::min);
    let last = chart.points.iter().map(|point| point.place).fold(f64::NEG_INFINITY, f64::max);
    let wide = if last > first { last - first } else { 1.0 };
    let x = |place: f64| 4.0 + (place - first) / wide * (WIDTH - 8.0);
    let base = view! { <line x1="0" x2=WIDTH.to_string() y1=format!("{:.2}", y(low.max(0.0).min(high))) y2=format!("{:.2}", y(low.max(0.0).min(high)))></line> };
    let drawn = match chart.mark {
        Mark::Bars | Mark::Histogram => {
            let width = WIDTH / chart.points.len().max(1) as f64;
            let gap = (width * 0.12).min(4.0);
            let bars = chart.points.iter().enumerate().map(|(index, point)| {
                let (from, to) = (y(point.value.max(0.0)), y(point.value.min(0.0)));
                view! {
                    <rect
                        x=format!("{:.2}", index as f64 * width + gap / 2.0)
                        y=format!("{from:.2}")
                        width=format!("{:.2}", width - gap)
                        height=format!("{:.2}", (to - from).max(1.0))
                    ></rect>
                }
            });
            bars.collect_view().into_any()
        }
        Mark::Scatter => {
            let points = chart.points.iter().map(|point| {
                view! { <circle cx=format!("{:.2}", x(point.place)) cy=format!("{:.2}", y(point.value)) r="2.5"></circle> }
            });
            points.collect_view().into_any()
        }
        Mark::Line => {
            let places = chart.points.iter().map(|point| format!("{:.2},{:.2}", x(point.place), y(point.value)));
            let line = places.collect::<Vec<_>>().join(" ");
            view! { <polyline points=line></polyline> }.into_any()
        }
    };
    view! { {base}{drawn} }.into_any()
}
