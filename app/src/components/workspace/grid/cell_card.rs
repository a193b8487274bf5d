//! The card of a cell (F2): its whole value, and where its row comes from.

use leptos::prelude::*;

use super::header::type_key;
use super::model::Grid;
use crate::components::workspace::looking::use_looking;
use crate::i18n::use_i18n;
use crate::state::pages::Seen;

/// The card, while it is open.
pub fn view(grid: Grid) -> impl IntoView {
    let i18n = use_i18n();
    let looking = use_looking();
    let content = Memo::new(move |_| {
        let row = grid.active.get().row?;
        let info = grid.active_column()?;
        let column = grid.active.get().column;
        grid.pages.with(|pages| {
            let text = match pages.cell(row, column, &info.name) {
                Seen::Pending => return None,
                Seen::Null => None,
                Seen::Text(text) => Some(text.to_owned()),
            };
            Some((row, info.clone(), text, pages.origin(row).unwrap_or_default()))
        })
    });
    move || {
        if !grid.card.get() {
            return None;
        }
        let (row, info, text, origin) = content.get()?;
        let is_null = text.is_none();
        let ways = origin
            .iter()
            .filter_map(|(source, record)| Some((source.clone(), (*record)?)))
            .map(|(source, record)| {
                let label = i18n.text_with("look-history-of", &[("source", source.clone().into())]);
                view! {
                    <button type="button" class="button" on:click=move |_| {
                        grid.card.set(false);
                        looking.history(grid.workspace, &source, record);
                    }>
                        {label}
                    </button>
                }
            })
            .collect::<Vec<_>>();
        let sources = origin
            .into_iter()
            .map(|(source, record)| {
                let record = match record {
                    Some(record) => i18n.text_with("ws-card-record", &[("record", u64::from(record).into())]),
                    None => i18n.text("ws-card-no-record"),
                };
                view! {
                    <dt>{i18n.text_with("ws-card-source", &[("source", source.into())])}</dt>
                    <dd>{record}</dd>
                }
            })
            .collect::<Vec<_>>();
        let has_origin = !sources.is_empty();
        Some(view! {
            <div class="cell-card" role="status">
                <h3>
                    {i18n.text_with("ws-card-title", &[("row", (row + 1).into()), ("column", grid.label(i18n, &info.name).into())])}
                    " · "
                    {i18n.text(type_key(info.kind))}
                </h3>
                <pre tabindex="0">{text.unwrap_or_else(|| i18n.text("ws-cell-null"))}</pre>
                {is_null.then(|| view! { <p>{i18n.text("ws-card-null-help")}</p> })}
                {has_origin.then(|| view! { <dl>{sources}</dl> })}
                {ways}
                {(!has_origin).then(|| view! { <p>{i18n.text("ws-card-no-origin")}</p> })}
                <button type="button" class="button" on:click=move |_| {
                    grid.card.set(false);
                    let place = grid.active.get_untracked();
                    grid.go(place);
                }>
                    {i18n.text("ws-close")}
                </button>
            </div>
        })
    }
}
