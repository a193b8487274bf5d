//! The workspace of a recipe: what its panes share, and the names of their parts.
//!
//! Boundary: draws the open [`Room`] and calls its methods; knows no message of the worker.

mod announce;
mod column_profile;
mod context;
pub(crate) mod dom;
mod effect;
mod export_dialog;
mod first_steps;
mod form;
mod grid;
mod histogram;
mod import_dialog;
mod import_encoding;
mod inspector;
mod layout;
mod looking;
mod made_files;
mod modal;
mod note_editor;
mod palette;
mod palette_entries;
mod paste_dialog;
mod recipe_file;
mod recipe_list;
mod rejects;
mod separator;
mod shortcuts;
mod shortcuts_dialog;
mod small_table;
mod sources;
mod sql_drawer;
mod sql_field;
mod step_drag;
mod step_item;
mod step_progress;
mod table_list;
mod table_pane;
mod templates_dialog;
mod work_status;

pub use context::{Pane, use_workspace};
pub use grid::type_key;
pub use layout::WorkspaceLayout;
pub use made_files::MadeFiles;
pub use modal::Modal;
