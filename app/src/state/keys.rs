//! The table of shortcuts: one list for what keys do, for the list that `?` shows and for the help.

/// What a shortcut does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Opens the palette.
    Palette,
    /// Takes back the last edit.
    Undo,
    /// Does it again.
    Redo,
    /// Goes to the next pane.
    NextPane,
    /// Goes to the previous pane.
    PreviousPane,
    /// Moves the selected step up.
    StepUp,
    /// Moves the selected step down.
    StepDown,
    /// Runs the SQL of the drawer.
    RunSql,
    /// Stops what the engine is at.
    Cancel,
    /// Shows the list of shortcuts.
    ShowKeys,
    /// Goes to the recipe.
    GoRecipe,
    /// Goes to the table.
    GoTable,
    /// Goes to the SQL editor.
    GoSql,
    /// Adds a step.
    AddStep,
}

/// A key with its modifiers. `command` is Ctrl, or ⌘ on a Mac.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Chord {
    /// `KeyboardEvent.key`, letters in lower case.
    pub key: &'static str,
    /// Ctrl, or ⌘ on a Mac.
    pub command: bool,
    /// Alt.
    pub alt: bool,
    /// Shift. Ignored for keys that are characters (`?` needs it on some keyboards only).
    pub shift: bool,
}

/// A line of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shortcut {
    /// What it does.
    pub action: Action,
    /// Key of its label.
    pub label: &'static str,
    /// The keys.
    pub chord: Chord,
}

const fn chord(key: &'static str, modifiers: &str) -> Chord {
    let mut chord = Chord { key, command: false, alt: false, shift: false };
    let bytes = modifiers.as_bytes();
    let mut index = 0;
    while index < bytes.len() {
        match bytes[index] {
            b'c' => chord.command = true,
            b'a' => chord.alt = true,
            _ => chord.shift = true,
        }
        index += 1;
    }
    chord
}

/// All shortcuts.
pub const SHORTCUTS: &[Shortcut] = &[
    Shortcut { action: Action::Palette, label: "key-palette", chord: chord("k", "c") },
    Shortcut { action: Action::Undo, label: "key-undo", chord: chord("z", "c") },
    Shortcut { action: Action::Redo, label: "key-redo", chord: chord("y", "c") },
    Shortcut { action: Action::Redo, label: "key-redo", chord: chord("z", "cs") },
    Shortcut { action: Action::NextPane, label: "key-next-pane", chord: chord("F6", "") },
    Shortcut { action: Action::PreviousPane, label: "key-previous-pane", chord: chord("F6", "s") },
    Shortcut { action: Action::StepUp, label: "key-step-up", chord: chord("ArrowUp", "a") },
    Shortcut { action: Action::StepDown, label: "key-step-down", chord: chord("ArrowDown", "a") },
    Shortcut { action: Action::RunSql, label: "key-run-sql", chord: chord("Enter", "c") },
    Shortcut { action: Action::Cancel, label: "key-cancel", chord: chord(".", "c") },
    Shortcut { action: Action::ShowKeys, label: "key-show-keys", chord: chord("?", "") },
    Shortcut { action: Action::GoRecipe, label: "key-go-recipe", chord: chord("r", "") },
    Shortcut { action: Action::GoTable, label: "key-go-table", chord: chord("t", "") },
    Shortcut { action: Action::GoSql, label: "key-go-sql", chord: chord("s", "") },
    Shortcut { action: Action::AddStep, label: "key-add-step", chord: chord("a", "") },
];

/// A key that was pressed.
#[derive(Debug, Clone, Copy)]
pub struct Press<'a> {
    /// `KeyboardEvent.key`.
    pub key: &'a str,
    /// Ctrl or ⌘.
    pub command: bool,
    /// Alt.
    pub alt: bool,
    /// Shift.
    pub shift: bool,
    /// Whether the focus is in a field that takes text: keys that write are the field's then.
    pub in_text: bool,
}

impl Chord {
    /// Whether it is one character key without Ctrl, Alt or ⌘ (WCAG 2.1.4 lets these be switched off).
    pub fn is_single_key(&self) -> bool {
        !self.command && !self.alt && self.key.chars().count() == 1
    }

    fn matches(&self, press: &Press<'_>) -> bool {
        let is_sign = self.key.len() == 1 && !self.key.as_bytes()[0].is_ascii_alphabetic();
        self.key.eq_ignore_ascii_case(press.key)
            && self.command == press.command
            && self.alt == press.alt
            && (is_sign || self.shift == press.shift)
    }
}

/// What a key press does, if anything.
pub fn action(press: &Press<'_>, single_keys: bool) -> Option<Action> {
    let shortcut = SHORTCUTS.iter().find(|shortcut| shortcut.chord.matches(press))?;
    // A field undoes its own typing, and takes letters.
    let is_fields_own = shortcut.chord.is_single_key() || matches!(shortcut.action, Action::Undo | Action::Redo);
    if press.in_text && is_fields_own || shortcut.chord.is_single_key() && !single_keys {
        return None;
    }
    Some(shortcut.action)
}

/// How a chord is written: `Ctrl+Maj+Z`, `⌘⇧Z`. The names of the modifiers and of named keys come in.
pub fn written(chord: &Chord, command: &str, shift: &str, named: impl Fn(&str) -> Option<String>) -> String {
    let mut parts = Vec::new();
    if chord.command {
        parts.push(command.to_owned());
    }
    if chord.alt {
        parts.push("Alt".to_owned());
    }
    if chord.shift {
        parts.push(shift.to_owned());
    }
    parts.push(named(chord.key).unwrap_or_else(|| match chord.key {
        "ArrowUp" => "↑".to_owned(),
        "ArrowDown" => "↓".to_owned(),
        key => key.to_uppercase(),
    }));
    parts.join("+")
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn press(key: &'static str, command: bool, shift: bool, in_text: bool) -> Press<'static> {
        Press { key, command, alt: false, shift, in_text }
    }

    #[test]
    fn presses_find_their_action() {
        for (pressed, single_keys, expected) in [
            (press("k", true, false, true), false, Some(Action::Palette)),
            (press("K", true, false, false), true, Some(Action::Palette)),
            (press("z", true, false, false), true, Some(Action::Undo)),
            (press("Z", true, true, false), true, Some(Action::Redo)),
            (press("z", true, false, true), true, None),
            (press("?", false, true, false), true, Some(Action::ShowKeys)),
            (press("?", false, false, false), true, Some(Action::ShowKeys)),
            (press("?", false, true, false), false, None),
            (press("a", false, false, true), true, None),
            (press("F6", false, false, true), false, Some(Action::NextPane)),
            (press("F6", false, true, true), false, Some(Action::PreviousPane)),
            (press("q", false, false, false), true, None),
        ] {
            assert_eq!(action(&pressed, single_keys), expected, "{pressed:?}");
        }
    }

    #[test]
    fn no_chord_stands_twice() {
        for (index, shortcut) in SHORTCUTS.iter().enumerate() {
            assert!(SHORTCUTS[..index].iter().all(|other| other.chord != shortcut.chord), "{shortcut:?}");
        }
        let chord = SHORTCUTS[3].chord;
        assert_eq!(written(&chord, "Ctrl", "Maj", |_| None), "Ctrl+Maj+Z");
    }
}
