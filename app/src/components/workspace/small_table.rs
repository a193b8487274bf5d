//! A small native table for a few rows: previews and examples.

use leptos::prelude::*;
use protocol::table::ColumnType;

use super::grid::{is_at_end, type_key};
use crate::i18n::use_i18n;

/// A cell, as it is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Type of its column.
    pub kind: ColumnType,
    /// Text, `None` for null.
    pub text: Option<String>,
    /// What stood there, if it was something else.
    pub before: Option<Option<String>>,
}

/// The table; scrolls sideways on its own.
#[component]
pub fn SmallTable(
    /// Caption.
    caption: String,
    /// Names and types.
    columns: Vec<(String, ColumnType)>,
    /// Rows of cells.
    rows: Vec<Vec<Cell>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let null = i18n.text("ws-cell-null");
    let was = i18n.text("ws-cell-was");
    let shown = move |text: &Option<String>| {
        match text {
        Some(text) => view! { <span>{text.clone()}</span> }.into_any(),
        None => view! { <span><span aria-hidden="true">"∅"</span><span class="visually-hidden">{null.clone()}</span></span> }.into_any(),
    }
    };
    let cells = move |cell: Cell| {
        let before = cell.before.as_ref().map(|before| {
            view! {
                <span class="before"><span class="visually-hidden">{was.clone()}" "</span>{shown(before)}</span>
            }
        });
        view! {
            <td class:end=is_at_end(cell.kind) class:changed=cell.before.is_some()>{before}{shown(&cell.text)}</td>
        }
    };
    let label = caption.clone();
    view! {
        <div class="small-table-scroll" tabindex="0" role="group" aria-label=label>
            <table class="small-table">
                <caption>{caption}</caption>
                <thead>
                    <tr>
                        {columns
                            .into_iter()
                            .map(|(name, kind)| view! {
                                <th scope="col">{name}<span class="type">{i18n.text(type_key(kind))}</span></th>
                            })
                            .collect_view()}
                    </tr>
                </thead>
                <tbody>
                    {rows
                        .into_iter()
                        .map(|row| view! { <tr>{row.into_iter().map(&cells).collect_view()}</tr> })
                        .collect_view()}
                </tbody>
            </table>
        </div>
    }
}
