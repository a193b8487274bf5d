//! The page on this machine, built again when a source changes.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result, bail};

use crate::build::{Audience, Effort, engine, page, site};
use crate::call::{Call, which};
use crate::clock::Clock;
use crate::place::Places;

const PORT: u16 = 8080;
/// What the site is made from.
const SOURCES: [&str; 5] = ["app", "engine", "exercises", "Cargo.toml", "Trunk.toml"];
/// Made, not written.
const MADE: [&str; 3] = ["node_modules", "dist", "target"];

/// Builds, serves, and watches until the process is stopped.
pub fn run(places: &Places, arguments: &[String]) -> Result<()> {
    let (mut port, mut open) = (PORT, std::env::var_os("CI").is_none());
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--port" => {
                port = rest.next().context("--port wants a number")?.parse().context("--port wants a number")?
            }
            "--no-open" => open = false,
            other => bail!("unknown argument {other}"),
        }
    }
    let mut built = newest(places);
    build(places, Audience::Author)?;
    let server = serve::Server::start(&places.site(), port, None)
        .with_context(|| format!("port {port} cannot be opened: choose another with --port, or 0 for a free one"))?;
    println!("\n   {}   (Ctrl+C stops)", server.url());
    if open {
        show(places, server.url());
    }
    loop {
        std::thread::sleep(Duration::from_secs(1));
        let changed = newest(places);
        if changed > built {
            built = changed;
            match build(places, Audience::Author) {
                Ok(()) => println!("\n   {}   reload the page", server.url()),
                // A mistake while typing ends nothing: the last good page stays.
                Err(error) => println!("\n   {error:#}\n   the page stays as it was"),
            }
        }
    }
}

/// Builds `target/site` for an audience.
pub fn build(places: &Places, audience: Audience) -> Result<()> {
    let mut clock = Clock::default();
    let engine = clock.part("engine", || engine::build(places, Effort::Quick))?;
    let page = clock.part("page", || page::build(places, Effort::Quick))?;
    let script = fs::read_to_string(places.service_worker())?;
    let parts = site::Parts { page: &page, engine: &engine, exercises: &places.exercises(), script: &script };
    site::assemble(&parts, audience, &places.site())
}

/// When a source was last written.
fn newest(places: &Places) -> SystemTime {
    SOURCES.iter().map(|source| newest_below(&places.root.join(source))).max().unwrap_or(SystemTime::UNIX_EPOCH)
}

fn newest_below(path: &Path) -> SystemTime {
    let own = fs::metadata(path).and_then(|data| data.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    let Ok(entries) = fs::read_dir(path) else { return own };
    // A folder's own time tells of files that were added or removed, but also of those that we make.
    let kept = entries.flatten().filter(|entry| !MADE.iter().any(|made| entry.file_name() == *made));
    kept.map(|entry| newest_below(&entry.path())).max().unwrap_or(SystemTime::UNIX_EPOCH)
}

fn show(places: &Places, url: &str) {
    let Some(opener) = ["xdg-open", "open"].into_iter().find(|program| which(places, program).is_some()) else {
        return;
    };
    // Without a desktop there is nothing to open; the address stands on the screen.
    let _ = Call::new(places, opener).arg(url).output();
}
