//! What is handed in, held against the tables of the last run while one works.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::task::spawn_local;
use pack::file::deliverables::Deliverable;
use protocol::Arg;
use protocol::table::{ColumnType, TableAt, TableInfo};

use crate::attempt::Attempt;
use crate::components::form::FormList;
use crate::components::icon::{Glyph, Icon};
use crate::i18n::{I18n, use_i18n};
use crate::state::contract::{Held, TableHeld, hold, key_step, table};

/// Empty cells by column.
type Nulls = BTreeMap<String, u64>;

/// The tab.
#[component]
pub fn DeliverablesTab(attempt: Attempt) -> impl IntoView {
    let i18n = use_i18n();
    let deliverables = attempt.opened.with_value(|opened| opened.pack.deliverables.clone());
    view! {
        <p class="field-help">{move || i18n.text("contract-lead")}</p>
        {deliverables.into_iter().map(|deliverable| view! { <Contract attempt deliverable /> }).collect_view()}
        <FormList attempt />
    }
}

#[component]
fn Contract(attempt: Attempt, deliverable: Deliverable) -> impl IntoView {
    let i18n = use_i18n();
    let room = attempt.room;
    let deliverable = StoredValue::new(deliverable);
    let nulls = RwSignal::new(Nulls::new());
    let info = Memo::new(move |_| {
        room.report.with(|report| deliverable.with_value(|one| table(one, report.as_ref()?).cloned()))
    });
    // Empty cells are asked for after each run that has the table.
    Effect::new(move |_| {
        room.report.track();
        let Some(info) = info.get() else { return nulls.set(Nulls::new()) };
        spawn_local(async move {
            if let Ok(columns) = room.summaries(TableAt { table: info.table, after: None }).await {
                nulls.try_set(columns.into_iter().map(|one| (one.column.name, one.nulls)).collect());
            }
        });
    });
    let repeated = follow_key(attempt, deliverable, info);
    let held = Memo::new(move |_| {
        let (info, repeated) = (info.get(), repeated.get());
        let nulls = |column: &str| nulls.with(|nulls| nulls.get(column).copied());
        deliverable.with_value(|one| hold(one, info.as_ref(), nulls, repeated))
    });
    let label = move || deliverable.with_value(|one| i18n.words(&one.label));
    let key = deliverable.with_value(|one| one.key.clone());
    let columns = move || {
        let TableHeld { columns, .. } = held.get();
        deliverable.with_value(|one| {
            let lines = one.columns.iter().zip(columns).map(|(column, held)| {
                let kind = type_word(i18n, column.kind);
                let about = column.label.as_ref().map(|label| i18n.words(label));
                view! {
                    <li>
                        <span><code>{column.name.clone()}</code> " " <span class="hint">{kind} {about.map(|about| format!(" · {about}"))}</span></span>
                        <State held />
                    </li>
                }
            });
            lines.collect_view()
        })
    };
    view! {
        <div class="contract">
            <h3><code>{deliverable.with_value(|one| one.table.clone())}</code></h3>
            <p class="field-help">{label}</p>
            <p role="status">
                {move || view! { <State held=held.get().held /> }}
                {move || held.get().rows.map(|rows| view! { " " <span class="hint">{i18n.text_with("ws-rows", &[("rows", rows.into())])}</span> })}
            </p>
            <ul class="plain-list contract-columns">{columns}</ul>
            {move || held.get().key.map(|held| view! {
                <p class="contract-key">
                    <span class="hint">{i18n.text_with("contract-key", &[("columns", Arg::List(key.clone()))])}</span>
                    " "
                    <State held />
                </p>
            })}
        </div>
    }
}

/// Rows that repeat the key, asked for after each run that has the table; none as long as they are not known.
fn follow_key(
    attempt: Attempt,
    deliverable: StoredValue<Deliverable>,
    info: Memo<Option<TableInfo>>,
) -> RwSignal<Option<u64>> {
    let room = attempt.room;
    let (repeated, asked) = (RwSignal::new(None), StoredValue::new(0_u32));
    Effect::new(move |_| {
        room.report.track();
        asked.update_value(|asked| *asked += 1);
        let number = asked.get_value();
        repeated.set(None);
        let Some(step) = info.get().and_then(|info| deliverable.with_value(|one| key_step(one, &info))) else { return };
        spawn_local(async move {
            let effect = room.preview(step, usize::MAX).await;
            if asked.try_get_value() == Some(number) {
                repeated.try_set(effect.ok().map(|effect| effect.rows_before.saturating_sub(effect.rows_after)));
            }
        });
    });
    repeated
}

fn type_word(i18n: I18n, kind: ColumnType) -> String {
    i18n.text(crate::components::workspace::type_key(kind))
}

/// A state as a sign and words.
#[component]
fn State(held: Held) -> impl IntoView {
    let i18n = use_i18n();
    let glyph = match held {
        Held::Yes => Glyph::Check,
        Held::Optional | Held::Unknown => Glyph::Pause,
        Held::Missing | Held::OtherType(_) | Held::Empty(_) | Held::Repeated(_) | Held::Broken => Glyph::Warning,
    };
    let said = move || match held {
        Held::OtherType(found) => i18n.text_with(held.key(), &[("found", Arg::from(type_word(i18n, found)))]),
        Held::Empty(count) | Held::Repeated(count) => i18n.text_with(held.key(), &[("count", Arg::from(count))]),
        Held::Yes | Held::Optional | Held::Unknown | Held::Missing | Held::Broken => i18n.text(held.key()),
    };
    view! { <span class="held" data-fine=held.is_fine().then_some("")><Icon glyph /> {said}</span> }
}
