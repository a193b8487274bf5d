//! What a visitor downloads: each file as it stands, and as a host that compresses sends it.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::build::precache;

/// Bytes that the compressed engine may take.
const ENGINE_LIMIT: u64 = 8_000_000;
/// Bytes that common static hosts accept in one file.
const FILE_LIMIT: u64 = 25 * 1024 * 1024;

struct Measured {
    name: String,
    raw: u64,
    sent: u64,
}

/// Prints the report.
///
/// # Errors
/// The engine or a file is over its limit.
pub fn report(dist: &Path) -> Result<()> {
    let mut files = precache::names(dist)?.into_iter().map(|name| measure(dist, name)).collect::<Result<Vec<_>>>()?;
    files.sort_by(|a, b| b.sent.cmp(&a.sent).then_with(|| a.name.cmp(&b.name)));
    let width = files.iter().map(|file| file.name.chars().count()).max().unwrap_or(0);
    println!("   {:width$}  {:>12}  {:>12}", "file", "bytes", "gzip -6");
    for file in &files {
        println!("   {:width$}  {:>12}  {:>12}", file.name, grouped(file.raw), grouped(file.sent));
    }
    let visited: Vec<_> = files.iter().filter(|file| precache::is_visited(&file.name)).collect();
    let sum = |size: fn(&Measured) -> u64| grouped(visited.iter().map(|file| size(file)).sum());
    println!("   {:width$}  {:>12}  {:>12}", "first visit", sum(|file| file.raw), sum(|file| file.sent));
    println!("   kept for use without a network: the {} files of a first visit", visited.len());

    for file in &files {
        ensure!(file.raw <= FILE_LIMIT, "{} has {} bytes: hosts refuse more than {FILE_LIMIT}", file.name, file.raw);
    }
    let engine: u64 = files.iter().filter(|file| file.name.ends_with(".wasm.gz")).map(|file| file.raw).sum();
    ensure!(engine > 0, "there is no engine in {}", dist.display());
    ensure!(engine <= ENGINE_LIMIT, "the engine has {engine} bytes: at most {ENGINE_LIMIT}");
    println!("   engine: {} of {} bytes", grouped(engine), grouped(ENGINE_LIMIT));
    Ok(())
}

fn measure(root: &Path, name: String) -> Result<Measured> {
    let bytes = fs::read(root.join(&name))?;
    let is_packed = [".gz", ".woff2", ".png"].iter().any(|ending| name.ends_with(ending));
    let sent = if is_packed { bytes.len() } else { packed(&bytes)? };
    Ok(Measured { name, raw: bytes.len() as u64, sent: sent as u64 })
}

fn packed(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

/// `1234567` as `1,234,567`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_grouped() {
        for (number, text) in [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(grouped(number), text);
        }
    }
}
