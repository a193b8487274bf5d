//! One file a command.

pub mod catalogue;
pub mod run;
pub mod serve;
pub mod time;
