//! What touches the browser: storage, files, locks, downloads, the clock, the copy for
//! working without a network. Everything degrades to a
//! clear state; nothing here panics.

pub mod clipboard;
pub mod clock;
pub mod download;
pub mod fetch;
pub mod files;
pub mod locks;
pub mod offline;
pub mod storage;
