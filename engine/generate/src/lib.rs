//! Data with known truth: a specification and a seed give tables, the dirt that was put in them, and files.
//!
//! Boundary: pure functions of the specification, the seed and the scale. No Polars, no clock, no file, no
//! randomness but ChaCha; the same bytes natively and in the browser.
