//! Help: topics and reference pages, rendered when the page was built.

use leptos::prelude::*;

use crate::i18n::use_i18n;
use crate::shell::use_shell;
use crate::state::help::{HelpKind, pages};
use crate::state::route::Route;

/// A page of help with the list of all.
#[component]
pub fn HelpView(
    /// What stands in the address.
    topic: String,
) -> impl IntoView {
    let (shell, i18n) = (use_shell(), use_i18n());
    let topic = StoredValue::new(topic);
    let page = move || topic.with_value(|topic| pages(i18n.language()).iter().find(|page| page.id == topic));
    let title = move || page().map_or_else(|| i18n.text("help-unknown"), |page| page.title.to_owned());
    Effect::new(move |_| shell.title.set(title()));
    let group = move |kinds: &'static [HelpKind], key: &'static str| {
        let links = pages(i18n.language())
            .iter()
            .filter(|page| kinds.contains(&page.kind))
            .map(|page| {
                let current = topic.with_value(|topic| topic == page.id);
                view! {
                    <li>
                        <a href=Route::Help { topic: page.id.to_owned() }.href() aria-current=current.then_some("page")>
                            {page.title}
                        </a>
                    </li>
                }
            })
            .collect::<Vec<_>>();
        // No headings: they would stand before the heading of the page.
        (!links.is_empty()).then(|| {
            view! {
                <p class="help-group" id=key>{i18n.text(key)}</p>
                <ul aria-labelledby=key>{links}</ul>
            }
        })
    };
    view! {
        <div class="page help">
            <nav class="help-list" aria-label=move || i18n.text("help-list")>
                {move || group(&[HelpKind::Topic], "help-topics")}
                {move || group(&[HelpKind::Operation, HelpKind::Functions], "help-reference")}
            </nav>
            <article class="prose">
                <h1 id="page-heading" tabindex="-1">{title}</h1>
                {move || match page() {
                    Some(page) => view! { <div inner_html=page.html></div> }.into_any(),
                    None => view! { <p>{i18n.text("help-unknown-text")}</p> }.into_any(),
                }}
            </article>
        </div>
    }
}
