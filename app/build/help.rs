//! Renders the help: topics written in Markdown, and a page for each operation and one for the
//! functions of SQL, made from a snapshot of the engine's catalogue and the locale texts.
//!
//! The HTML is static and safe: raw HTML of a topic is written as text (but `<kbd>`), links stay in the
//! page or are `https`.

#[path = "help/operations.rs"]
mod operations;
#[path = "help/words.rs"]
mod words;

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use words::Words;

/// A rendered page of help.
pub struct Page {
    /// What stands in its address.
    pub id: String,
    /// `topic`, `operation` or `functions`.
    pub kind: &'static str,
    /// Its heading.
    pub title: String,
    /// What stands below the heading.
    pub html: String,
}

/// Writes `help.rs`: the pages of each language, in the order of the list.
pub fn render(root: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let snapshot = root.join("help").join("catalogue.json");
    println!("cargo::rerun-if-changed={}", root.join("help").display());
    println!("cargo::rerun-if-changed={}", snapshot.display());
    let catalogue: serde_json::Value = match std::fs::read_to_string(&snapshot) {
        Ok(text) => serde_json::from_str(&text)?,
        Err(_) => serde_json::Value::Null,
    };
    let mut code = String::new();
    for language in ["fr", "en"] {
        let words = Words::load(root, language)?;
        let mut pages = topics(root, language)?;
        pages.extend(operations::pages(&catalogue, &words));
        writeln!(code, "/// Pages in {language}.")?;
        writeln!(code, "pub const {}: &[HelpPage] = &[", language.to_uppercase())?;
        // A frame that scrolls can be reached by keyboard, and says what it is.
        let frame = format!(
            "<div class=\"help-table\" tabindex=\"0\" role=\"group\" aria-label=\"{}\">",
            escaped(&words.or("help-table", ""))
        );
        for page in pages {
            let html = page.html.replace("<div class=\"help-table\">", &frame);
            writeln!(
                code,
                "    HelpPage {{ id: {:?}, kind: HelpKind::{}, title: {:?}, html: {:?} }},",
                page.id,
                match page.kind {
                    "operation" => "Operation",
                    "functions" => "Functions",
                    _ => "Topic",
                },
                page.title,
                html
            )?;
        }
        writeln!(code, "];")?;
    }
    std::fs::write(out.join("help.rs"), code)?;
    Ok(())
}

/// Topics `NN-id.md` in the order of their numbers.
fn topics(root: &Path, language: &str) -> Result<Vec<Page>, Box<dyn Error>> {
    let folder = root.join("help").join(language);
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files: Vec<_> = std::fs::read_dir(&folder)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    files.sort();
    let mut pages = Vec::new();
    for file in files {
        println!("cargo::rerun-if-changed={}", file.display());
        let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let id = stem.split_once('-').map_or(stem.as_str(), |(_, id)| id).to_owned();
        let text = std::fs::read_to_string(&file)?;
        let (title, html) = markdown(&text, |text| spaced(language, text));
        pages.push(Page { id, kind: "topic", title, html });
    }
    Ok(pages)
}

/// A text with the spacing of its language.
pub fn spaced(language: &str, text: String) -> String {
    if language == "fr" { super::typography::french(&text) } else { text }
}

/// The heading of a Markdown text and the HTML of the rest; what is no code goes through `set`.
pub fn markdown(text: &str, set: impl Fn(String) -> String) -> (String, String) {
    let mut title = String::new();
    let mut in_title = false;
    let mut in_code = false;
    let events = Parser::new_ext(text, Options::ENABLE_TABLES).filter_map(|event| match event {
        Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => {
            in_title = true;
            None
        }
        Event::End(TagEnd::Heading(HeadingLevel::H1)) => {
            in_title = false;
            None
        }
        Event::Text(text) | Event::Code(text) if in_title => {
            title.push_str(&text);
            None
        }
        Event::Start(Tag::CodeBlock(kind)) => {
            in_code = true;
            Some(Event::Start(Tag::CodeBlock(kind)))
        }
        Event::End(TagEnd::CodeBlock) => {
            in_code = false;
            Some(Event::End(TagEnd::CodeBlock))
        }
        Event::Text(text) if !in_code => Some(Event::Text(set(text.into_string()).into())),
        // Keys are the one element that Markdown lacks.
        Event::InlineHtml(raw) if matches!(raw.as_ref(), "<kbd>" | "</kbd>") => Some(Event::InlineHtml(raw)),
        Event::Html(raw) | Event::InlineHtml(raw) => Some(Event::Text(raw)),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let safe = dest_url.starts_with("#/") || dest_url.starts_with("https://");
            let dest_url = if safe { dest_url } else { CowStr::from("#/") };
            Some(Event::Start(Tag::Link { link_type, dest_url, title, id }))
        }
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        other => Some(other),
    });
    let events: Vec<Event<'_>> = events.collect();
    let mut html = String::new();
    html::push_html(&mut html, events.into_iter());
    (title, framed_tables(&html))
}

/// Tables scroll in a frame of their own where the page is narrow.
pub fn framed_tables(html: &str) -> String {
    html.replace("<table>", "<div class=\"help-table\"><table>").replace("</table>", "</table></div>")
}

/// Text as it stands in HTML.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
