//! The profile of the selected column.

use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::Diagnostic;
use protocol::profile::ColumnProfile;

use super::announce::{Wait, wait_of};
use super::context::use_workspace;
use super::dom;
use super::grid::type_key;
use super::histogram::Histogram;
use super::looking::{ColumnChart, TableOverview};
use crate::i18n::{I18n, use_i18n};

/// The tab of the inspector.
#[component]
pub fn ColumnTab() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let room = workspace.room;
    let profile = RwSignal::new(None::<Result<ColumnProfile, Diagnostic>>);
    let busy = RwSignal::new(false);
    let wait = wait_of(busy.into());
    let asked = StoredValue::new(0u32);
    let subject = Memo::new(move |_| {
        let column = room.selection.with(|selection| selection.column.clone())?;
        let shown = workspace.shown.get()?;
        let known = shown.info.columns.iter().any(|info| info.name == column);
        known.then(|| (shown.at(), column, workspace.epoch.get()))
    });
    // The drawing keeps its second column while the figures are computed again.
    let charted = Memo::new(move |_| {
        profile.with(|profile| profile.as_ref()?.as_ref().ok().map(|profile| (profile.name.clone(), profile.kind)))
    });
    let is_table = Memo::new(move |_| subject.with(Option::is_none));
    Effect::new(move |_| {
        asked.update_value(|asked| *asked += 1);
        let number = asked.get_value();
        let Some((at, column, _)) = subject.get() else {
            profile.set(None);
            busy.set(false);
            return;
        };
        // Figures of another column must not stand under this one's name.
        let same = matches!(profile.get_untracked(), Some(Ok(known)) if known.name == column);
        if !same {
            profile.set(None);
        }
        busy.set(true);
        spawn_local(async move {
            let answer = room.profile(at, column).await;
            if asked.try_get_value() == Some(number) {
                busy.try_set(false);
                profile.try_set(Some(answer));
            }
        });
    });
    let columns = move || workspace.shown.get().map(|shown| shown.info.columns).unwrap_or_default();
    let chosen = move || room.selection.with(|selection| selection.column.clone()).unwrap_or_default();
    view! {
        <div class="profile">
            <div class="field">
                <label for="profile-column">{move || i18n.text("ws-profile-column")}</label>
                <select
                    class="input"
                    id="profile-column"
                    on:change=move |event| {
                        let column = dom::value_of(&event);
                        room.selection.update(|selection| selection.column = (!column.is_empty()).then_some(column));
                    }
                >
                    <option value="" selected=move || chosen().is_empty()>{move || i18n.text("ws-profile-choose")}</option>
                    {move || columns().into_iter().map(|column| {
                        let (value, label) = (column.name.clone(), column.name.clone());
                        view! { <option value=value selected=move || chosen() == column.name>{label}</option> }
                    }).collect_view()}
                </select>
            </div>
            <div role="status">
                {move || (wait.get() != Wait::Unseen).then(|| view! { <p class="field-help">{i18n.text("ws-profile-working")}</p> })}
            </div>
            {move || match profile.get() {
                Some(Ok(profile)) => figures(i18n, profile).into_any(),
                Some(Err(reason)) => view! { <p class="field-error" role="alert"><span>{i18n.diagnostic(&reason)}</span></p> }.into_any(),
                None => ().into_any(),
            }}
            {move || charted.get().map(|(column, kind)| view! { <ColumnChart column kind /> })}
            {move || is_table.get().then(|| view! {
                <p class="empty">{i18n.text("ws-profile-empty")}</p>
                <TableOverview />
            })}
        </div>
    }
}

fn figures(i18n: I18n, profile: ColumnProfile) -> impl IntoView {
    let kind = profile.kind;
    let cell = |text: &String| i18n.cell(kind, text);
    let share = |count: u64| {
        let percent =
            if profile.rows == 0 { 0.0 } else { (count as f64 / profile.rows as f64 * 1_000.0).round() / 10.0 };
        let key = if count > 0 && percent == 0.0 { "ws-count-share-small" } else { "ws-count-share" };
        i18n.text_with(key, &[("count", count.into()), ("share", i18n.number(percent).into())])
    };
    let mut lines: Vec<(&str, String)> = vec![
        ("ws-profile-type", i18n.text(type_key(kind))),
        ("ws-profile-rows", i18n.count(profile.rows)),
        ("ws-profile-nulls", share(profile.nulls)),
        ("ws-profile-distinct", share(profile.distinct)),
    ];
    let mut add = |key: &'static str, text: String| lines.push((key, text));
    profile.min.iter().for_each(|min| add("ws-profile-min", cell(min)));
    profile.max.iter().for_each(|max| add("ws-profile-max", cell(max)));
    if let Some(numeric) = &profile.numeric {
        add("ws-profile-mean", i18n.number(rounded(numeric.mean)));
        numeric.std_dev.iter().for_each(|spread| add("ws-profile-std-dev", i18n.number(rounded(*spread))));
        let keys = ["ws-profile-q05", "ws-profile-q25", "ws-profile-q50", "ws-profile-q75", "ws-profile-q95"];
        for (key, value) in keys.into_iter().zip(numeric.quantiles) {
            add(key, i18n.number(rounded(value)));
        }
        add("ws-profile-zeros", share(numeric.zeros));
        add("ws-profile-negatives", share(numeric.negatives));
        if numeric.nans > 0 {
            add("ws-profile-nans", share(numeric.nans));
        }
    }
    if let Some(text) = &profile.text {
        add("ws-profile-blank", share(text.blank));
        add("ws-profile-untrimmed", share(text.untrimmed));
        add(
            "ws-profile-lengths",
            i18n.text_with(
                "ws-profile-length-range",
                &[("low", u64::from(text.min_chars).into()), ("high", u64::from(text.max_chars).into())],
            ),
        );
    }
    let top = profile.top.iter().map(|entry| {
        let value = match &entry.value {
            Some(value) if value.trim().is_empty() => i18n.text("ws-cell-blank"),
            Some(value) => i18n.cell(kind, value),
            None => i18n.text("ws-cell-null"),
        };
        view! {
            <tr><th scope="row" title=value.clone()>{value.clone()}</th><td class="end">{share(entry.count)}</td></tr>
        }
    }).collect_view();
    let has_top = !profile.top.is_empty();
    view! {
        <h3>{profile.name.clone()}</h3>
        <dl class="figures">
            {lines.into_iter().map(|(key, text)| view! { <dt>{i18n.text(key)}</dt><dd>{text}</dd> }).collect_view()}
        </dl>
        {(!profile.histogram.is_empty()).then(|| view! { <Histogram bins=profile.histogram.clone() kind /> })}
        {has_top.then(|| view! {
            <div>
                <div class="small-table-scroll" tabindex="0" role="group" aria-label=i18n.text("ws-profile-top")>
                    <table class="small-table">
                        <caption>{i18n.text("ws-profile-top")}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{i18n.text("ws-profile-value")}</th>
                                <th scope="col" class="end">{i18n.text("ws-histogram-count")}</th>
                            </tr>
                        </thead>
                        <tbody>{top}</tbody>
                    </table>
                </div>
            </div>
        })}
    }
}

/// Six significant digits: enough to read, few enough to compare.
pub(super) fn rounded(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let digits = 5 - value.abs().log10().floor() as i32;
    let factor = 10f64.powi(digits.clamp(-12, 12));
    (value * factor).round() / factor
}
