//! Readers and writers against folders of cases, and against properties that hold for any bytes.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where it fails")]
#![allow(clippy::disallowed_methods, reason = "tests read their cases from files")]

mod cases;
mod damage;
mod detection;
mod formats;
mod hostile;
mod properties;
mod proposals;
mod real_file;
mod round_trip;
mod support;
