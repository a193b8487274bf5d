//! One file a command.

pub mod catalogue;
pub mod check;
pub mod generate;
pub mod new;
pub mod pack;
pub mod run;
pub mod score;
pub mod serve;
pub mod time;
