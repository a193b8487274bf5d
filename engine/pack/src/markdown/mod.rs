//! Markdown of authors: rendered by a library, and made safe on the way.
//!
//! What a text may do is decided here and nowhere else: raw HTML is shown as text, images come from the pack,
//! links go to the web, to a letter, or to a file of the pack. Nothing is evaluated, nothing is fetched from
//! elsewhere.

mod outline;
mod target;
#[cfg(test)]
mod tests;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

pub use outline::{Heading, Reference, outline, references};
pub use target::{Target, is_image, of_image, of_link};

/// How a text is put into a page.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    /// By how many levels headings go down, so that the page keeps its own above them.
    pub demote: u8,
    /// The address of the folder to which images and links are relative, with a `/` at the end.
    pub base: &'a str,
    /// What a frame around a table is called: it scrolls, so it can be reached and says what it is.
    pub table_label: &'a str,
}

/// The HTML of a text.
pub fn render(text: &str, frame: &Frame<'_>) -> String {
    let mut safe = Safe { frame, in_image: Vec::new(), in_link: Vec::new() };
    let mut events = Vec::new();
    for event in parser(text) {
        let (before, after) = safe.around(&event);
        events.extend(before);
        events.extend(safe.event(event));
        events.extend(after);
    }
    let mut out = String::new();
    html::push_html(&mut out, events.into_iter());
    // Tables of Markdown have headers of columns only. What authors write cannot look so: its `<` is escaped.
    out.replace("<th>", "<th scope=\"col\">").replace("<th style", "<th scope=\"col\" style")
}

fn parser(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH)
}

/// What is open: whether the image or link around is one that may stay.
struct Safe<'f> {
    frame: &'f Frame<'f>,
    in_image: Vec<bool>,
    in_link: Vec<bool>,
}

impl Safe<'_> {
    fn event<'e>(&mut self, event: Event<'e>) -> Option<Event<'e>> {
        match event {
            Event::Html(raw) | Event::InlineHtml(raw) => Some(Event::Text(raw)),
            Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
            Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
            Event::Start(Tag::Heading { level, .. }) => {
                let level = self.demoted(level);
                Some(Event::Start(Tag::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() }))
            }
            Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(self.demoted(level)))),
            Event::Start(Tag::Link { dest_url, .. }) => self.link(&dest_url),
            Event::End(TagEnd::Link) => {
                let kept = self.in_link.pop() == Some(true) && self.in_image.is_empty();
                kept.then(|| Event::InlineHtml("</a>".into()))
            }
            Event::Start(Tag::Image { link_type, dest_url, id, .. }) => {
                let address = match of_image(&dest_url) {
                    Target::Pack(path) => Some(format!("{}{path}", self.frame.base)),
                    _ => None,
                };
                self.in_image.push(address.is_some());
                let dest_url = CowStr::from(address?);
                Some(Event::Start(Tag::Image { link_type, dest_url, title: CowStr::from(""), id }))
            }
            // What an image that is left out would say stands in its place.
            Event::End(TagEnd::Image) => self.in_image.pop().and_then(|kept| kept.then_some(Event::End(TagEnd::Image))),
            other => Some(other),
        }
    }

    /// What stands before and after an event: the frame of a table, in which it scrolls where the page is narrow.
    fn around<'e>(&self, event: &Event<'_>) -> (Option<Event<'e>>, Option<Event<'e>>) {
        match event {
            Event::Start(Tag::Table(_)) => {
                let label = escaped(self.frame.table_label);
                let frame = format!("<div class=\"prose-table\" tabindex=\"0\" role=\"group\" aria-label=\"{label}\">");
                (Some(Event::Html(frame.into())), None)
            }
            Event::End(TagEnd::Table) => (None, Some(Event::Html("</div>\n".into()))),
            _ => (None, None),
        }
    }

    fn link<'e>(&mut self, address: &str) -> Option<Event<'e>> {
        let address = match of_link(address) {
            Target::Web(address) => Some(address),
            Target::Pack(path) => Some(format!("{}{path}", self.frame.base)),
            Target::Refused => None,
        };
        self.in_link.push(address.is_some());
        let address = address.filter(|_| self.in_image.is_empty())?;
        Some(Event::InlineHtml(format!("<a href=\"{}\" rel=\"noopener noreferrer\">", escaped(&address)).into()))
    }

    fn demoted(&self, level: HeadingLevel) -> HeadingLevel {
        let level = level as usize + usize::from(self.frame.demote);
        HeadingLevel::try_from(level).unwrap_or(HeadingLevel::H6)
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(char),
        }
    }
    out
}
