//! The form as a readable page: headings, one table, long texts below it. Everything from outside is escaped.

use std::fmt::Write as _;

use protocol::Arg;

use crate::document::Form;
use crate::kind::{Field, Shape};
use crate::value::Reading;

/// What stands around the rows.
pub struct Page<'a> {
    /// Tag of the language of the words (`fr`).
    pub language: &'a str,
    /// Title of the document.
    pub title: &'a str,
    /// What is found of it, worded.
    pub remarks: &'a [String],
}

/// An `article` in HTML, without style.
pub fn print(form: &Form, reading: &Reading<'_>, page: &Page<'_>) -> String {
    let (kind, words) = (reading.kind, reading.words);
    let mut out = format!("<article lang=\"{}\">", escaped(page.language));
    let name = words.text(&kind.key_of_name(), &[]);
    add(&mut out, "h1", page.title);
    add(&mut out, "p", &format!("{name} ({})", kind.code));
    add(&mut out, "p", &words.text("form-print-rows", &[("rows", Arg::from(form.rows.len()))]));
    table(&mut out, form, reading, &name);
    long_texts(&mut out, form, reading);
    if !page.remarks.is_empty() {
        add(&mut out, "h2", &words.text("form-findings", &[]));
        out.push_str("<ul>");
        page.remarks.iter().for_each(|remark| add(&mut out, "li", remark));
        out.push_str("</ul>");
    }
    for (field, figures) in &reading.known.figures {
        let Some(field) = kind.field(field) else { continue };
        let label = words.text(&kind.key_of(field), &[]);
        let from = [("field", Arg::from(label)), ("run", Arg::from(figures.run.as_str()))];
        add(&mut out, "p", &words.text("form-print-run", &from));
    }
    add(&mut out, "p", &words.text("form-print-hash", &[("hash", Arg::from(form.hash()))]));
    out.push_str("</article>");
    out
}

fn table(out: &mut String, form: &Form, reading: &Reading<'_>, caption: &str) {
    let (kind, words) = (reading.kind, reading.words);
    let fields: Vec<&Field> = kind.fields.iter().filter(|field| !is_long(field)).collect();
    out.push_str("<table>");
    add(out, "caption", caption);
    out.push_str("<thead><tr>");
    let labels = fields.iter().map(|field| words.text(&kind.key_of(field), &[]));
    for label in std::iter::once(words.text("form-row", &[])).chain(labels) {
        cell(out, "th scope=\"col\"", "th", &label);
    }
    out.push_str("</tr></thead><tbody>");
    for (place, row) in form.rows.iter().enumerate() {
        out.push_str("<tr>");
        cell(out, "th scope=\"row\"", "th", &(place + 1).to_string());
        fields.iter().for_each(|field| add(out, "td", &reading.shown(field, row)));
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table>");
}

fn long_texts(out: &mut String, form: &Form, reading: &Reading<'_>) {
    for field in reading.kind.fields.iter().filter(|field| is_long(field)) {
        let rows = form.rows.iter().enumerate().filter(|(_, row)| row.cell(field.name).is_some());
        let mut rows = rows.peekable();
        if rows.peek().is_none() {
            continue;
        }
        add(out, "h2", &reading.words.text(&reading.kind.key_of(field), &[]));
        for (place, row) in rows {
            add(out, "h3", &reading.words.text("form-row-number", &[("row", Arg::from(place + 1))]));
            let text = reading.shown(field, row);
            text.lines().filter(|line| !line.trim().is_empty()).for_each(|line| add(out, "p", line));
        }
    }
}

fn is_long(field: &Field) -> bool {
    matches!(field.shape, Shape::LongText)
}

fn add(out: &mut String, tag: &str, text: &str) {
    cell(out, tag, tag, text);
}

fn cell(out: &mut String, open: &str, close: &str, text: &str) {
    // Writing to a text cannot fail.
    let _ = write!(out, "<{open}>{}</{close}>", escaped(text));
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('"', "&quot;").replace('\'', "&#39;")
}
