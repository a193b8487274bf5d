//! Distributions drawn as bars: a tiny one for headers, a readable one with its figures as a table.

use leptos::prelude::*;
use protocol::profile::HistogramBin;
use protocol::table::ColumnType;

use crate::i18n::use_i18n;

/// Bars without axes: decoration beside figures that are given as text.
pub fn sparkline(bins: &[u64]) -> impl IntoView + use<> {
    let highest = bins.iter().copied().max().unwrap_or(0).max(1) as f64;
    let width = 96.0 / bins.len().max(1) as f64;
    let bars = bars(bins, highest, width, 16.0);
    (!bins.is_empty()).then(|| {
        view! { <svg viewBox="0 0 96 16" preserveAspectRatio="none" aria-hidden="true" focusable="false">{bars}</svg> }
    })
}

fn bars(counts: &[u64], highest: f64, width: f64, height: f64) -> Vec<impl IntoView + use<>> {
    counts
        .iter()
        .enumerate()
        .filter(|(_, count)| **count > 0)
        .map(|(index, count)| {
            // The smallest count is still a visible bar.
            let tall = (*count as f64 / highest * height).max(1.0);
            let (x, gap) = (index as f64 * width, (width * 0.12).min(2.0));
            view! {
                <rect
                    x=format!("{:.2}", x + gap / 2.0)
                    y=format!("{:.2}", height - tall)
                    width=format!("{:.2}", width - gap)
                    height=format!("{tall:.2}")
                ></rect>
            }
        })
        .collect()
}

/// A histogram with its range below it, and the same figures as a table on demand.
#[component]
pub fn Histogram(
    /// Bins, from low to high.
    bins: Vec<HistogramBin>,
    /// Type of the column: how bounds are written.
    kind: ColumnType,
) -> impl IntoView {
    let i18n = use_i18n();
    let counts: Vec<u64> = bins.iter().map(|bin| bin.count).collect();
    let highest = counts.iter().copied().max().unwrap_or(0).max(1);
    let width = 320.0 / counts.len().max(1) as f64;
    let low = bins.first().map(|bin| bin.low.clone()).unwrap_or_default();
    let high = bins.last().map(|bin| bin.high.clone()).unwrap_or_default();
    let label = i18n.text_with(
        "ws-histogram-label",
        &[
            ("bins", counts.len().into()),
            ("low", i18n.cell(kind, &low).into()),
            ("high", i18n.cell(kind, &high).into()),
            ("highest", highest.into()),
        ],
    );
    let rows = bins
        .iter()
        .map(|bin| {
            let range = i18n.text_with(
                "ws-histogram-range",
                &[("low", i18n.cell(kind, &bin.low).into()), ("high", i18n.cell(kind, &bin.high).into())],
            );
            view! {
                <tr>
                    <th scope="row">{range}</th>
                    <td class="end">{i18n.count(bin.count)}</td>
                </tr>
            }
        })
        .collect::<Vec<_>>();
    view! {
        <div>
            <h4>{i18n.text("ws-histogram")}</h4>
            <svg class="histogram" viewBox="0 0 320 120" preserveAspectRatio="none" role="img" aria-label=label>
                <line x1="0" x2="320" y1="119.5" y2="119.5"></line>
                {bars(&counts, highest as f64, width, 119.0)}
            </svg>
            <div class="histogram-axis" aria-hidden="true">
                <span>{i18n.cell(kind, &low)}</span>
                <span>{i18n.cell(kind, &high)}</span>
            </div>
            <details>
                <summary>{i18n.text("ws-histogram-table")}</summary>
                <div class="small-table-scroll" tabindex="0" role="group" aria-label=i18n.text("ws-histogram-table")>
                    <table class="small-table">
                        <thead>
                            <tr>
                                <th scope="col">{i18n.text("ws-histogram-bounds")}</th>
                                <th scope="col" class="end">{i18n.text("ws-histogram-count")}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </details>
        </div>
    }
}
