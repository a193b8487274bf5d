//! How long each part took: said when it ends, and once more all together.

use std::time::{Duration, Instant};

use anyhow::Result;

/// Parts that have ended.
#[derive(Default)]
pub struct Clock {
    parts: Vec<(String, Duration)>,
}

impl Clock {
    /// Runs a part under its name.
    pub fn part<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        println!("\n── {name}");
        let start = Instant::now();
        let result = work();
        let took = start.elapsed();
        let verdict = if result.is_ok() { "done" } else { "FAILED" };
        println!("── {name}: {verdict} in {}", seconds(took));
        self.parts.push((name.to_owned(), took));
        result
    }

    /// Prints the table of all parts.
    pub fn summary(&self) {
        println!("\n── durations");
        let width = self.parts.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        for (name, took) in &self.parts {
            println!("   {name:width$}  {:>9}", seconds(*took));
        }
        println!("   {:width$}  {:>9}", "total", seconds(self.parts.iter().map(|(_, took)| *took).sum()));
    }
}

/// A duration as a person reads it.
pub fn seconds(took: Duration) -> String {
    let whole = took.as_secs();
    if whole < 60 { format!("{:.1} s", took.as_secs_f64()) } else { format!("{} min {:02} s", whole / 60, whole % 60) }
}
