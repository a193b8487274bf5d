//! How to begin: a new sandbox, a data file, or a recipe that someone exported.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::{Diagnostic, Recipe, Step};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::Array;
use web_sys::{DragEvent, File, FileList};

use crate::components::icon::{Glyph, Icon};
use crate::components::samples::SampleSizes;
use crate::i18n::use_i18n;
use crate::platform::{clock, storage};
use crate::room::StorageProblem;
use crate::shell::{Shell, use_shell};
use crate::state::first_steps::{Sample, sample_step};
use crate::state::route::Route;
use crate::state::work::{KEY_PREFIX, WorkDocument, new_id};

/// Why a recipe could not be opened.
#[derive(Debug, Clone)]
enum Refusal {
    Recipe(Diagnostic),
    Storage(StorageProblem),
}

/// Endings of the files that are offered first; what a file is, is told by its bytes.
const ACCEPTED: &str = ".csv,.tsv,.txt,.dat,.log,.json,.jsonl,.ndjson,.xml,.parquet,.pq,.arrow,.feather,.ipc,.gz,.zip";

/// Longest file that may be a recipe.
const MAX_RECIPE_BYTES: f64 = 16_000_000.0;

fn list(files: Option<FileList>) -> Vec<File> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length()).filter_map(|index| files.get(index)).collect()
}

fn free_work() -> Route {
    Route::Sandbox { work: new_id(clock::now_ms(), clock::random()) }
}

/// The text of a file that is a recipe. Data may be JSON as well: a recipe says what it is, and is not long.
async fn recipe_text(file: &File) -> Option<String> {
    if !file.name().to_lowercase().ends_with(".json") || file.size() > MAX_RECIPE_BYTES {
        return None;
    }
    let text = JsFuture::from(file.text()).await.ok()?.as_string()?;
    text.contains(protocol::Recipe::FORMAT).then_some(text)
}

/// Opens data files in a new sandbox; a recipe becomes a work of its own.
async fn open(shell: Shell, files: Vec<File>) -> Result<(), Refusal> {
    let recipe = match files.first() {
        Some(file) => recipe_text(file).await,
        None => None,
    };
    match (recipe, files.is_empty()) {
        (Some(text), _) => {
            let recipe = protocol::recipe::parse(&text).map_err(|refusal| Refusal::Recipe(*refusal))?;
            shell.go(&store(recipe, false)?);
        }
        (None, false) => shell.go_with_files(&free_work(), files),
        (None, true) => {}
    }
    Ok(())
}

/// Stores a new work of this recipe, and gives its address.
fn store(recipe: Recipe, guided: bool) -> Result<Route, Refusal> {
    let now = clock::now_ms();
    let id = new_id(now, clock::random());
    let work = WorkDocument { recipe, guided, ..WorkDocument::new(&id, now) };
    storage::set(&format!("{KEY_PREFIX}{id}"), &work.to_json()).map_err(Refusal::Storage)?;
    Ok(Route::Sandbox { work: id })
}

/// Opens the small sample of the first minute, with its guide.
fn open_guided(shell: Shell, title: String, sample: &Sample) -> Result<(), Refusal> {
    let route = store(Recipe { title, ..Recipe::default() }, true)?;
    let file = File::new_with_str_sequence(&Array::of1(&sample.text.into()), sample.name);
    shell.go_with_files(&route, file.into_iter().collect());
    Ok(())
}

/// Opens a work that makes a table of so many rows.
fn open_sample(shell: Shell, title: String, rows: u32) -> Result<(), Refusal> {
    let mut recipe = Recipe { title, ..Recipe::default() };
    let step = Step { id: recipe.free_step_id(), ..sample_step(rows, "sample") };
    recipe.steps.push(step);
    shell.go(&store(recipe, false)?);
    Ok(())
}

/// The section.
#[component]
pub fn Begin() -> impl IntoView {
    let (shell, i18n) = (use_shell(), use_i18n());
    let input = NodeRef::<html::Input>::new();
    let over = RwSignal::new(false);
    let refusal = RwSignal::new(None::<Refusal>);
    let take = move |files: Vec<File>| {
        refusal.set(None);
        spawn_local(async move {
            if let Err(reason) = open(shell, files).await {
                refusal.try_set(Some(reason));
            }
        });
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        take(list(event.data_transfer().and_then(|data| data.files())));
    };
    let keep = move |outcome: Result<(), Refusal>| refusal.set(outcome.err());
    let guided = move || {
        let (title, language) = untrack(|| (i18n.text("first-steps"), i18n.language()));
        keep(open_guided(shell, title, Sample::of_language(language)));
    };
    let sampled = move |rows: u32| {
        let title = untrack(|| i18n.text_with("sample-title", &[("rows", u64::from(rows).into())]));
        keep(open_sample(shell, title, rows));
    };
    let said = move || match refusal.get()? {
        Refusal::Recipe(diagnostic) => Some(i18n.diagnostic(&diagnostic)),
        Refusal::Storage(problem) => Some(i18n.text(problem.key())),
    };
    view! {
        <section class="begin" aria-labelledby="begin-heading">
            <h2 id="begin-heading">{move || i18n.text("begin-heading")}</h2>
            <div
                class="drop"
                class:over=move || over.get()
                on:dragover=move |event| {
                    event.prevent_default();
                    over.set(true);
                }
                on:dragleave=move |_| over.set(false)
                on:drop=dropped
            >
                <p>{move || i18n.text("begin-drop")}</p>
                <div class="actions">
                    <button
                        type="button"
                        class="button primary"
                        aria-describedby="begin-hint"
                        on:click=move |_| {
                            if let Some(input) = input.get() {
                                input.click();
                            }
                        }
                    >
                        <Icon glyph=Glyph::Open />
                        {move || i18n.text("begin-open")}
                    </button>
                    <a class="button" href=free_work().href()>
                        <Icon glyph=Glyph::Plus />
                        {move || i18n.text("begin-new")}
                    </a>
                </div>
                <p class="hint" id="begin-hint">{move || i18n.text("begin-hint")}</p>
                <input
                    node_ref=input
                    type="file"
                    class="visually-hidden"
                    tabindex="-1"
                    multiple
                    accept=ACCEPTED
                    aria-label=move || i18n.text("begin-file")
                    on:change=move |_| {
                        if let Some(input) = input.get() {
                            let files = list(input.files());
                            input.set_value("");
                            take(files);
                        }
                    }
                />
                <div class="try">
                    <h3>{move || i18n.text("begin-try")}</h3>
                    <button type="button" class="button" aria-describedby="begin-try-hint" on:click=move |_| guided()>
                        <Icon glyph=Glyph::Play />
                        {move || i18n.text("begin-guided")}
                    </button>
                    <p class="hint" id="begin-try-hint">{move || i18n.text("begin-guided-hint")}</p>
                    <SampleSizes on_choose=move |rows| sampled(rows) />
                </div>
                {move || said().map(|said| view! { <p class="problem" role="alert">{said}</p> })}
            </div>
        </section>
    }
}
