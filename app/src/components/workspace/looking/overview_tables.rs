//! The tables of a table's profile: correlations, nulls together, patterns of nulls.

use leptos::prelude::*;
use protocol::overview::{Correlations, Missing};

use super::grid_table::{Square, SquareTable};
use crate::i18n::I18n;

/// Coefficients between numeric columns; nothing for fewer than two.
pub fn correlations(i18n: I18n, found: Correlations) -> impl IntoView {
    let square = |coefficient: &Option<f64>| match coefficient {
        Some(value) => {
            let rounded = (value * 100.0).round() / 100.0;
            // Minus zero is zero.
            Square { text: i18n.number(rounded + 0.0), share: value.abs(), negative: *value < 0.0 }
        }
        None => Square { text: "—".to_owned(), share: 0.0, negative: false },
    };
    let table = |caption: &str, cells: &[Vec<Option<f64>>]| {
        let cells = cells.iter().map(|row| row.iter().map(square).collect()).collect();
        view! { <SquareTable caption=i18n.text(caption) names=found.columns.clone() cells /> }
    };
    (found.columns.len() > 1).then(|| {
        let (left, rows) = (found.columns_left, found.rows);
        view! {
            <section aria-labelledby="overview-correlations">
                <h4 id="overview-correlations">{i18n.text("look-correlations")}</h4>
                <p class="field-help">{i18n.text_with("look-correlations-help", &[("rows", rows.into())])}</p>
                {table("look-pearson", &found.pearson)}
                {table("look-spearman", &found.spearman)}
                {(left > 0).then(|| view! { <p class="field-help">{i18n.text_with("look-columns-left", &[("count", left.into())])}</p> })}
            </section>
        }
    })
}

/// Where nulls stand, alone and together.
pub fn missing(i18n: I18n, found: Missing, rows: u64) -> impl IntoView {
    let share = |count: u64| if rows == 0 { 0.0 } else { count as f64 / rows as f64 };
    let percent = |count: u64| i18n.number((share(count) * 1_000.0).round() / 10.0);
    let counted =
        |count: u64| i18n.text_with("ws-count-share", &[("count", count.into()), ("share", percent(count).into())]);
    let names: Vec<String> = found.columns.iter().map(|(name, _)| name.clone()).collect();
    if names.is_empty() {
        return view! {
            <section aria-labelledby="overview-missing">
                <h4 id="overview-missing">{i18n.text("look-missing")}</h4>
                <p class="field-help">{i18n.text("look-missing-none")}</p>
            </section>
        }
        .into_any();
    }
    let square = |count: &u64| Square { text: i18n.count(*count), share: share(*count), negative: false };
    let together: Vec<Vec<Square>> = found.together.iter().map(|row| row.iter().map(square).collect()).collect();
    let shares = found.columns.iter().map(|(name, nulls)| {
        view! { <tr><th scope="row" title=name.clone()>{name.clone()}</th><td class="end">{counted(*nulls)}</td></tr> }
    });
    let patterns = found.patterns.iter().map(|pattern| {
        let said = if pattern.columns.is_empty() { i18n.text("look-pattern-whole") } else { pattern.columns.join(", ") };
        view! { <tr><th scope="row" title=said.clone()>{said.clone()}</th><td class="end">{counted(pattern.count)}</td></tr> }
    });
    let table = |caption: &str, head: &str, rows: AnyView| {
        let (label, caption) = (i18n.text(caption), i18n.text(caption));
        view! {
            <div class="small-table-scroll" tabindex="0" role="group" aria-label=label>
                <table class="small-table">
                    <caption>{caption}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{i18n.text(head)}</th>
                            <th scope="col" class="end">{i18n.text("ws-histogram-count")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    };
    let more = found.distinct_patterns.saturating_sub(found.patterns.len() as u64);
    let left = found.columns_left;
    view! {
        <section aria-labelledby="overview-missing">
            <h4 id="overview-missing">{i18n.text("look-missing")}</h4>
            {table("look-missing-shares", "ws-profile-column", shares.collect_view().into_any())}
            {(names.len() > 1).then(|| view! {
                <SquareTable caption=i18n.text("look-missing-together") names=names.clone() cells=together />
            })}
            {table("look-missing-patterns", "look-missing-columns", patterns.collect_view().into_any())}
            {(more > 0).then(|| view! { <p class="field-help">{i18n.text_with("look-patterns-more", &[("count", more.into())])}</p> })}
            {(left > 0).then(|| view! { <p class="field-help">{i18n.text_with("look-columns-left", &[("count", left.into())])}</p> })}
        </section>
    }
    .into_any()
}
