//! What the palette lists: operations of the catalogue, then commands.

use leptos::prelude::*;
use protocol::operation::Group;

use super::context::{Overlay, Workspace};
use super::dom;
use super::separator::SizedPane;
use crate::i18n::{I18n, Language};
use crate::shell::look::{SettingsHandle, use_settings};
use crate::shell::{Shell, use_shell};
use crate::state::route::{FIRST_TOPIC, Route};
use crate::state::schema::{FieldKind, read};
use crate::state::search::rank;
use crate::state::settings::Theme;

/// One line of the palette.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// What it does.
    pub kind: EntryKind,
    /// Its words.
    pub label: String,
    /// One line on it.
    pub summary: String,
    /// Group, in words.
    pub group: String,
    /// Help, shown beside the list.
    pub help: String,
    /// Further words that find it.
    terms: String,
}

/// What an entry does.
#[derive(Debug, Clone, PartialEq)]
pub enum EntryKind {
    /// Opens the form of a step.
    Operation(String),
    /// Does something at once.
    Command(Command),
}

/// Commands of the palette.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Take back.
    Undo,
    /// Do again.
    Redo,
    /// Choose a file.
    ImportFile,
    /// Paste a text.
    Paste,
    /// Keep steps under a name, put kept ones in.
    Templates,
    /// Save a table or the recipe.
    Export,
    /// Read a recipe in.
    ImportRecipe,
    /// Open the SQL drawer.
    Sql,
    /// Go to the settings.
    Settings,
    /// Go to the help.
    Help,
    /// The other language.
    Language,
    /// The next theme.
    Theme,
    /// The list of shortcuts.
    Shortcuts,
    /// Make a pane larger, or smaller.
    Resize(SizedPane, bool),
}

const COMMANDS: [(Command, &str); 19] = [
    (Command::Undo, "undo"),
    (Command::Redo, "redo"),
    (Command::ImportFile, "import-file"),
    (Command::Paste, "paste"),
    (Command::Templates, "templates"),
    (Command::Export, "export"),
    (Command::ImportRecipe, "import-recipe"),
    (Command::Sql, "sql"),
    (Command::Shortcuts, "shortcuts"),
    (Command::Resize(SizedPane::Left, true), "wider-left"),
    (Command::Resize(SizedPane::Left, false), "narrower-left"),
    (Command::Resize(SizedPane::Right, true), "wider-right"),
    (Command::Resize(SizedPane::Right, false), "narrower-right"),
    (Command::Resize(SizedPane::Drawer, true), "higher-sql"),
    (Command::Resize(SizedPane::Drawer, false), "lower-sql"),
    (Command::Settings, "settings"),
    (Command::Language, "language"),
    (Command::Theme, "theme"),
    (Command::Help, "help"),
];

/// Key of the word for a group.
fn group_key(group: Group) -> &'static str {
    match group {
        Group::Source => "ws-group-source",
        Group::Clean => "ws-group-clean",
        Group::Transform => "ws-group-transform",
        Group::Quality => "ws-group-quality",
    }
}

/// Key of the help beside a command: that of sizes is one.
fn help_key(command: Command, name: &str) -> String {
    match command {
        Command::Resize(..) => "ws-command-resize-help".to_owned(),
        _ => format!("ws-command-{name}-help"),
    }
}

/// Every entry, in the order of an empty search.
pub fn entries(workspace: Workspace, i18n: I18n) -> Vec<Entry> {
    let mut entries = Vec::new();
    workspace.room.catalogue.with(|catalogue| {
        for info in catalogue.iter().flat_map(|catalogue| &catalogue.operations) {
            let name = &info.name;
            let text = |ending: &str| i18n.text_or(&format!("op-{name}{ending}"), "");
            entries.push(Entry {
                kind: EntryKind::Operation(name.clone()),
                label: i18n.text_or(&format!("op-{name}"), name),
                summary: text("-summary"),
                group: i18n.text(group_key(info.group)),
                help: text("-help"),
                terms: format!("{name} {} {}", text("-terms"), text("-summary")),
            });
        }
    });
    for (command, name) in COMMANDS {
        entries.push(Entry {
            kind: EntryKind::Command(command),
            label: i18n.text(&format!("ws-command-{name}")),
            summary: String::new(),
            group: i18n.text("ws-group-command"),
            help: i18n.text(&help_key(command, name)),
            terms: name.replace('-', " "),
        });
    }
    entries
}

/// The entries that match a search, best first.
pub fn found(entries: &[Entry], query: &str) -> Vec<Entry> {
    let words = entries.iter().map(|entry| (entry.label.as_str(), entry.terms.as_str()));
    rank(query, words).into_iter().map(|index| entries[index].clone()).collect()
}

/// What a command needs from the context, taken while the palette is built.
#[derive(Clone, Copy)]
pub struct Hands {
    workspace: Workspace,
    shell: Shell,
    settings: SettingsHandle,
    i18n: I18n,
}

impl Hands {
    /// From the context.
    pub fn new(workspace: Workspace, i18n: I18n) -> Self {
        Self { workspace, shell: use_shell(), settings: use_settings(), i18n }
    }

    /// Does what an entry says; a new step goes to `index`.
    pub fn choose(self, kind: &EntryKind, index: usize) {
        let workspace = self.workspace;
        match kind {
            EntryKind::Operation(name) => {
                let reads_file = workspace
                    .operation(name)
                    .is_some_and(|info| read(&info.schema).fields.iter().any(|field| field.kind == FieldKind::File));
                if reads_file {
                    // A file is chosen and looked at first: its step is proposed from what it holds.
                    workspace.close();
                    dom::click("add-file");
                } else {
                    workspace.begin(name, index, None, Default::default());
                }
            }
            EntryKind::Command(command) => self.command(*command),
        }
    }

    fn command(self, command: Command) {
        let workspace = self.workspace;
        match command {
            Command::Templates => return workspace.overlay.set(Some(Overlay::Templates)),
            Command::Paste => return workspace.overlay.set(Some(Overlay::Paste(String::new()))),
            Command::Export => return workspace.overlay.set(Some(Overlay::Export)),
            Command::Shortcuts => return workspace.overlay.set(Some(Overlay::Shortcuts)),
            Command::Sql => {
                workspace.leave_overlay();
                if !workspace.drawer.get_untracked() {
                    dom::click("sql-toggle");
                }
                return dom::focus_later("sql-text".to_owned());
            }
            _ => workspace.close(),
        }
        match command {
            Command::Resize(pane, larger) => workspace.sizes.of(pane).change(larger),
            Command::Undo => workspace.room.undo(),
            Command::Redo => workspace.room.redo(),
            Command::ImportFile => dom::click("add-file"),
            Command::ImportRecipe => dom::click("recipe-file"),
            Command::Settings => self.shell.go(&Route::Settings),
            Command::Help => self.shell.go(&Route::Help { topic: FIRST_TOPIC.to_owned() }),
            Command::Language => {
                let other = match untrack(|| self.i18n.language()) {
                    Language::Fr => Language::En,
                    Language::En => Language::Fr,
                };
                self.i18n.set_language(other);
                self.settings.value.update(|settings| settings.language = Some(other));
            }
            Command::Theme => self.settings.value.update(|settings| {
                let now = Theme::ALL.iter().position(|theme| *theme == settings.theme).unwrap_or(0);
                settings.theme = Theme::ALL[(now + 1) % Theme::ALL.len()];
            }),
            Command::Export | Command::Paste | Command::Templates | Command::Shortcuts | Command::Sql => {}
        }
    }
}
