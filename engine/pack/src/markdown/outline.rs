//! What a text is made of: its headings, and what it refers to.

use pulldown_cmark::{Event, Tag};

/// A heading of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading {
    /// From 1.
    pub level: u8,
    /// The byte at which it begins.
    pub byte: usize,
}

/// A link or an image of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The address, as it is written.
    pub address: String,
    /// Whether it is an image.
    pub is_image: bool,
    /// The byte at which it begins.
    pub byte: usize,
}

/// The headings in their order.
pub fn outline(text: &str) -> Vec<Heading> {
    let events = super::parser(text).into_offset_iter();
    events
        .filter_map(|(event, range)| match event {
            Event::Start(Tag::Heading { level, .. }) => Some(Heading { level: level as u8, byte: range.start }),
            _ => None,
        })
        .collect()
}

/// The links and images in their order.
pub fn references(text: &str) -> Vec<Reference> {
    let events = super::parser(text).into_offset_iter();
    events
        .filter_map(|(event, range)| {
            let (address, is_image) = match event {
                Event::Start(Tag::Link { dest_url, .. }) => (dest_url.into_string(), false),
                Event::Start(Tag::Image { dest_url, .. }) => (dest_url.into_string(), true),
                _ => return None,
            };
            Some(Reference { address, is_image, byte: range.start })
        })
        .collect()
}
