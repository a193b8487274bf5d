//! The steps of a row's way in words, with the cells that changed at each.

use leptos::prelude::*;
use protocol::history::{CellChange, Fate, RowEvent, RowHistory, Why};

use crate::components::workspace::context::Workspace;
use crate::components::workspace::step_item::sentence;
use crate::components::workspace::table_list::short_name;
use crate::i18n::I18n;

/// The list of steps, each with its number and sentence.
pub fn events(i18n: I18n, workspace: Workspace, history: RowHistory) -> impl IntoView {
    let recipe = workspace.room.recipe_now();
    let title = i18n.text_with(
        "look-history-title",
        &[("source", history.source.as_str().into()), ("record", u64::from(history.record).into())],
    );
    let is_known = !history.events.is_empty();
    let items = history.events.into_iter().filter_map(|event| {
        let index = recipe.position(&event.step)?;
        let step = &recipe.steps[index];
        let id = step.id.clone();
        let number = i18n.text_with("ws-after-step", &[("number", (index + 1).into())]);
        let show = i18n.text_with("look-history-show", &[("number", (index + 1).into())]);
        let has_changes = !event.changes.is_empty();
        Some(view! {
            <li class="history-event" data-fate=event_mark(event.fate)>
                <p class="history-step">
                    <span class="figure">{number}</span>
                    " "
                    {sentence(i18n, step)}
                </p>
                <p class="history-fate">{fate(i18n, &event)}</p>
                {event.why.as_ref().map(|why| reason(i18n, why))}
                {has_changes.then(|| changes(i18n, &event))}
                <button type="button" class="tool" on:click=move |_| workspace.room.select_step(Some(id.clone()))>
                    {show}
                </button>
            </li>
        })
    });
    view! {
        <section aria-labelledby="history-heading">
            <h3 id="history-heading">{title}</h3>
            <div role="status">
                {(!is_known).then(|| view! { <p class="empty">{i18n.text("look-history-unknown")}</p> })}
            </div>
            <ol class="plain-list history">{items.collect_view()}</ol>
        </section>
    }
}

/// What the style sheet tells events apart by, beside the words.
fn event_mark(fate: Fate) -> &'static str {
    match fate {
        Fate::Read | Fate::Kept => "stays",
        Fate::SetAside => "aside",
        Fate::Removed | Fate::Merged => "ends",
    }
}

fn fate(i18n: I18n, event: &RowEvent) -> String {
    let table = event.table.as_ref().map(short_name);
    let key = match (event.fate, &table) {
        (Fate::Read, _) => "look-fate-read",
        (Fate::Kept, _) if event.rows > 1 => "look-fate-multiplied",
        (Fate::Kept, _) if event.changes.is_empty() => "look-fate-kept",
        (Fate::Kept, _) => "look-fate-changed",
        (Fate::SetAside, Some(_)) => "look-fate-aside",
        (Fate::SetAside, None) => "look-fate-aside-nowhere",
        (Fate::Removed, _) => "look-fate-removed",
        (Fate::Merged, _) => "look-fate-merged",
    };
    let args = [
        ("table", table.unwrap_or_default().into()),
        ("rows", event.rows.into()),
        ("cells", event.changes.len().into()),
    ];
    i18n.text_with(key, &args)
}

fn reason(i18n: I18n, why: &Why) -> impl IntoView + use<> {
    match why {
        Why::Condition { condition, dropped, cells } => {
            let key = if *dropped { "look-why-dropped" } else { "look-why-condition" };
            let cells = cells.iter().map(|cell| {
                let value = text(i18n, cell, &cell.before);
                i18n.text_with("look-why-cell", &[("column", cell.column.as_str().into()), ("value", value.into())])
            });
            view! {
                <p>{i18n.text(key)}" "<code>{condition.clone()}</code></p>
                <ul>{cells.map(|cell| view! { <li>{cell}</li> }).collect_view()}</ul>
            }
            .into_any()
        }
        Why::Reason { code, columns } => {
            let reason = i18n.text_or(&format!("ws-reason-{code}"), code);
            let said = match columns {
                Some(columns) => i18n.text_with(
                    "look-why-reason-in",
                    &[("reason", reason.into()), ("columns", columns.as_str().into())],
                ),
                None => i18n.text_with("look-why-reason", &[("reason", reason.into())]),
            };
            view! { <p>{said}</p> }.into_any()
        }
        Why::Survivor { record, keys } => {
            let record = record.map(u64::from).unwrap_or_default();
            let keys_said = if keys.is_empty() { i18n.text("look-why-all-columns") } else { keys.join(", ") };
            let key = if record > 0 { "look-why-survivor" } else { "look-why-no-survivor" };
            let said = i18n.text_with(key, &[("record", record.into()), ("keys", keys_said.into())]);
            view! { <p>{said}</p> }.into_any()
        }
    }
}

fn text(i18n: I18n, cell: &CellChange, text: &Option<String>) -> String {
    match text {
        Some(text) if text.trim().is_empty() => i18n.text("ws-cell-blank"),
        Some(text) => i18n.cell(cell.kind, text),
        None => i18n.text("ws-cell-null"),
    }
}

fn changes(i18n: I18n, event: &RowEvent) -> impl IntoView + use<> {
    let is_read = event.fate == Fate::Read;
    let caption = i18n.text(if is_read { "look-history-cells" } else { "look-history-changes" });
    let label = caption.clone();
    let rows = event.changes.iter().map(|cell| {
        let before = (!is_read).then(|| view! { <td>{text(i18n, cell, &cell.before)}</td> });
        view! {
            <tr>
                <th scope="row" title=cell.column.clone()>{cell.column.clone()}</th>
                {before}
                <td>{text(i18n, cell, &cell.after)}</td>
            </tr>
        }
    });
    view! {
        <div class="small-table-scroll" tabindex="0" role="group" aria-label=label>
            <table class="small-table">
                <caption>{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{i18n.text("ws-profile-column")}</th>
                        {(!is_read).then(|| view! { <th scope="col">{i18n.text("look-history-before")}</th> })}
                        <th scope="col">{i18n.text(if is_read { "ws-profile-value" } else { "look-history-after" })}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}
