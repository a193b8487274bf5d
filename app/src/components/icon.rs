//! Drawn signs beside words: never the only bearer of a meaning.

use leptos::prelude::*;

/// A sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glyph {
    /// The product: a crucible.
    Crucible,
    /// Done, saved.
    Check,
    /// Something to look at.
    Warning,
    /// Not to be changed here.
    Lock,
    /// Take back.
    Undo,
    /// Do again.
    Redo,
    /// Look for.
    Search,
    /// Help.
    Help,
    /// Settings.
    Settings,
    /// A file.
    File,
    /// Bring in.
    Open,
    /// Something new.
    Plus,
    /// Take away.
    Bin,
    /// Write.
    Pen,
    /// Twice.
    Copy,
    /// Save outside.
    Export,
    /// Higher in a list.
    Up,
    /// Lower in a list.
    Down,
    /// Something new above.
    Before,
    /// Something new below.
    After,
    /// Switch off for a while.
    Pause,
    /// Switch on, run.
    Play,
    /// A comment.
    Note,
    /// Close, take out.
    Close,
    /// A menu opens below.
    Chevron,
    /// No network.
    Unplugged,
    /// A tree of things.
    Tree,
    /// A book.
    Book,
    /// A person decides.
    Person,
    /// A rule decides.
    Gauge,
}

impl Glyph {
    /// Strokes on a 20 × 20 ground.
    fn path(self) -> &'static str {
        match self {
            Self::Crucible => {
                "M3 6h14M4.5 6l1.6 9a2 2 0 0 0 2 1.6h3.8a2 2 0 0 0 2-1.6l1.6-9M7 10.5c1.5-1.4 4.5 1.4 6 0"
            }
            Self::Check => "M4 10.5l4 4 8-9",
            Self::Warning => "M10 3l8 14H2zM10 8v4M10 14.6v.2",
            Self::Lock => "M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9",
            Self::Undo => "M8 4L4 8l4 4M4 8h8a4 4 0 0 1 0 8H9",
            Self::Redo => "M12 4l4 4-4 4M16 8H8a4 4 0 0 0 0 8h3",
            Self::Search => "M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M13 13l4 4",
            Self::Help => {
                "M7.5 7.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M10 14.6v.2M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16"
            }
            Self::Settings => "M3 6h6M13 6h4M11 4v4M3 14h3M10 14h7M8 12v4",
            Self::File => "M5 2.5h6l4 4v11H5zM11 2.5v4h4",
            Self::Open => "M10 13V3M6 7l4-4 4 4M3 13v4h14v-4",
            Self::Plus => "M10 4v12M4 10h12",
            Self::Bin => "M4 6h12M8 6V4h4v2M6 6l.7 11h6.6L14 6M8.5 9v5M11.5 9v5",
            Self::Pen => "M4 16l1-4 8-8 3 3-8 8zM12 5l3 3",
            Self::Copy => "M7 7h9v10H7zM4 13V3h9",
            Self::Up => "M10 16V4M5 9l5-5 5 5",
            Self::Down => "M10 4v12M5 11l5 5 5-5",
            Self::Before => "M3 16h14M10 2v8M6 6h8",
            Self::After => "M3 4h14M10 10v8M6 14h8",
            Self::Pause => "M7 4v12M13 4v12",
            Self::Play => "M6 4l10 6-10 6z",
            Self::Note => "M3 4h14v10H9l-4 3v-3H3zM6.5 8h7M6.5 11h4",
            Self::Close => "M5 5l10 10M15 5L5 15",
            Self::Chevron => "M5 8l5 5 5-5",
            Self::Unplugged => {
                "M3 3l14 14M5 12a7 7 0 0 1 3-1.7M2.5 8.5a11 11 0 0 1 3-2M9 5a11 11 0 0 1 8.5 3.5M10 16v.2"
            }
            Self::Tree => "M4 3v12h4M4 8h4M11 8h6M11 15h6M3 3h8",
            Self::Book => "M4 14.5V5a2 2 0 0 1 2-2h10v14H6a2 2 0 0 1 0-4h10",
            Self::Person => "M10 3a3 3 0 1 1 0 6 3 3 0 0 1 0-6M4 17c0-3.4 2.6-5.5 6-5.5s6 2.1 6 5.5",
            Self::Gauge => "M3.5 14.5a7.5 7.5 0 1 1 13 0M10 12l3.5-4.5M10 12v.2",
            Self::Export => "M10 3v10M6 9l4 4 4-4M3 13v4h14v-4",
        }
    }
}

/// A sign, hidden from screen readers: the words stand beside it or in the name of its button.
#[component]
pub fn Icon(
    /// Which.
    glyph: Glyph,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <path d=glyph.path() />
        </svg>
    }
}
