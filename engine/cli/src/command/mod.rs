//! One file a command.

pub mod catalogue;
pub mod new;
pub mod pack;
pub mod run;
pub mod serve;
pub mod time;
