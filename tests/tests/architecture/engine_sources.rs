//! What the engine's sources must not name: the host, chance, and Polars' unordered calls.

use tests::repository::{files, read};
use tests::rust_source::{RustSource, has_word};

const ENGINE: &str = "engine/core/src";

/// What would let the host, the clock or chance into the engine.
const HOST: [&str; 21] = [
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "std::thread",
    "std::time",
    "Instant",
    "SystemTime",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "gloo",
    "thread_rng",
    "rand::rng",
    "OsRng",
    "from_os_rng",
    "from_entropy",
    "getrandom",
    "RandomState",
    "println!",
    "eprintln!",
];

/// Calls of Polars whose outcome depends on threads, on its own generator, or that run a plan: only
/// `frame.rs` makes them. Clippy bans them by type; this holds also where clippy did not run.
const UNORDERED: [&str; 25] = [
    ".group_by(",
    ".group_by_stable(",
    ".group_by_with_series(",
    ".group_by_dynamic(",
    ".partition_by(",
    ".join_builder(",
    ".join_asof(",
    ".left_join(",
    ".inner_join(",
    ".full_join(",
    ".cross_join(",
    ".semi_join(",
    ".anti_join(",
    ".sort_by_exprs(",
    ".sort_in_place(",
    ".sort_with(",
    ".unique(",
    ".unique_stable(",
    ".unique_generic(",
    ".sample_n(",
    ".sample_frac(",
    ".sample_n_literal(",
    ".shuffle(",
    ".collect_with_engine(",
    ".top_k(",
];

/// Ways by which Polars or the standard library would open a file.
const FILES: [&str; 9] = [
    "LazyCsvReader",
    "LazyJsonLineReader",
    "scan_parquet",
    "scan_ipc",
    "File::open",
    "CsvReadOptions",
    "read_dir",
    "include_bytes!",
    "env!",
];

/// Where a rule above does not hold, and why.
const EXCEPTIONS: [(&str, &str, &str); 1] = [(
    "engine/core/src/sql/lower/aggregate.rs",
    ".unique_stable(",
    "the values of one group, in the order in which they first stand; a frame is distinct by `frame::distinct`",
)];

fn sources() -> Vec<(String, RustSource)> {
    let paths = files(ENGINE, ".rs").into_iter().filter(|path| !path.ends_with("/tests.rs"));
    let sources: Vec<_> = paths.map(|path| (path.clone(), RustSource::shipped(&read(&path)))).collect();
    assert!(sources.len() > 40, "{ENGINE} is elsewhere");
    sources
}

fn check(words: &[&str], skip: impl Fn(&str) -> bool) {
    let mut found = Vec::new();
    let mut idle: Vec<_> = EXCEPTIONS.iter().filter(|(_, word, _)| words.contains(word)).collect();
    for (path, source) in sources().iter().filter(|(path, _)| !skip(path)) {
        for word in words {
            let lines = source.lines_with(word);
            if EXCEPTIONS.iter().any(|(file, excepted, _)| path == file && excepted == word) {
                idle.retain(|(file, excepted, _)| lines.is_empty() || path != file || excepted != word);
            } else {
                found.extend(lines.into_iter().map(|line| format!("{path}:{line}: {word}")));
            }
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
    assert!(idle.is_empty(), "need no exception any more: {idle:?}");
}

#[test]
fn the_engine_reads_no_clock_file_or_environment() {
    check(&HOST, |_| false);
    check(&FILES, |_| false);
}

#[test]
fn only_the_doorway_sorts_joins_groups_and_collects() {
    check(&UNORDERED, |path| path.ends_with("/frame.rs"));
    let mut found = Vec::new();
    for (path, source) in sources().iter().filter(|(path, _)| !path.ends_with("/frame.rs")) {
        for (line, statement) in statements(&source.code) {
            let is_plan = statement.contains(".lazy()") || has_word(statement, "LazyFrame");
            // An iterator in the same statement collects into a list, without an error to pass on.
            if is_plan && [".collect()?", ".collect().map_err"].iter().any(|end| statement.contains(end)) {
                found.push(format!("{path}:{line}: a plan is collected"));
            }
            // Slices sort without arguments and join by one text; Polars takes options, and two tables with keys.
            let after =
                |call: &'static str| statement.match_indices(call).map(move |(at, _)| &statement[at + call.len()..]);
            if after(".sort(").any(|rest| !rest.trim_start().starts_with(')')) {
                found.push(format!("{path}:{line}: .sort("));
            }
            // A method of our own on `self` joins nothing by itself.
            let own = |at: usize| statement[..at].trim_end().ends_with("self");
            let mut joins = statement.match_indices(".join(").filter(|(at, _)| !own(*at));
            if joins.any(|(at, call)| arguments(&statement[at + call.len()..]) >= 4) {
                found.push(format!("{path}:{line}: .join("));
            }
            if after(".sort_by(").any(|rest| !rest.trim_start().starts_with('|') && !rest.contains("cmp")) {
                found.push(format!("{path}:{line}: .sort_by("));
            }
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// How many arguments a call has, from the text after its opening parenthesis.
fn arguments(text: &str) -> usize {
    let (mut depth, mut count) = (0, 1);
    for char in text.chars() {
        match char {
            '(' | '[' => depth += 1,
            ')' | ']' if depth == 0 => break,
            ')' | ']' => depth -= 1,
            ',' if depth == 0 => count += 1,
            _ => {}
        }
    }
    count
}

/// Pieces of code between `;`, `{` and `}`, with the line on which each starts.
fn statements(code: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut line = 1;
    code.split(['{', '}', ';']).map(move |statement| {
        let start =
            line + statement.chars().take_while(|char| char.is_whitespace()).filter(|char| *char == '\n').count();
        line += statement.matches('\n').count();
        (start, statement)
    })
}

#[test]
fn sql_has_one_gate() {
    for (path, source) in sources().iter().filter(|(path, _)| !path.starts_with("engine/core/src/sql/")) {
        for word in ["sqlparser", "SQLContext", "sql_expr"] {
            assert!(source.lines_with(word).is_empty(), "{path} names {word}");
        }
    }
}

#[test]
fn the_engine_holds_no_unsafe_code() {
    for folder in ["engine/core/src", "engine/protocol/src", "engine/cli/src", "engine/serve/src", "app/src"] {
        for path in files(folder, ".rs") {
            let source = RustSource::whole(&read(&path));
            let allowed: &[&str] = &["app/src/main.rs"];
            assert!(allowed.contains(&path.as_str()) || source.lines_with("unsafe").is_empty(), "{path}");
        }
    }
}
