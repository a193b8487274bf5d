//! The documents hold to the tree: what they name in backticks exists, commands exist, data is registered.

#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use std::collections::BTreeSet;
use std::fs;

use tests::repository::{files, read, root};

const DOCUMENTS: [&str; 6] = [
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "docs/accessibility.md",
    "docs/states.md",
    "exercises/LICENCES-DATA.md",
];

/// Made by a build: not in the tree.
const MADE: [&str; 2] = ["dist/", "target/"];

/// First parts of paths outside of the repository.
const OUTSIDE: [&str; 3] = ["~/", "palmerpenguins/", "http"];

struct Line {
    place: String,
    text: String,
    is_code: bool,
}

fn lines() -> Vec<Line> {
    let mut lines = Vec::new();
    for document in DOCUMENTS {
        let mut is_code = false;
        for (index, text) in read(document).lines().enumerate() {
            let is_fence = text.trim_start().starts_with("```");
            is_code ^= is_fence;
            if !is_fence {
                lines.push(Line { place: format!("{document}:{}", index + 1), text: text.to_owned(), is_code });
            }
        }
    }
    lines
}

/// What stands between single backticks, outside of blocks of code.
fn spans() -> impl Iterator<Item = (String, String)> {
    lines().into_iter().filter(|line| !line.is_code).flat_map(|line| {
        let spans = line.text.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
        spans.into_iter().map(move |span| (line.place.clone(), span))
    })
}

/// The path of a span, and the test that it names after `::`; none if it is no path of the repository.
fn path(span: &str) -> Option<(String, Option<String>)> {
    let (path, test) = match span.split_once("::") {
        Some((path, test)) => (path, Some(test.to_owned())),
        None => (span, None),
    };
    let is_foreign = |path: &str| MADE.iter().chain(&OUTSIDE).any(|start| path.starts_with(start));
    let is_path = path.contains('/') && !path.contains([' ', '=', '@', '(', '{', '!']) && !is_foreign(path);
    // What stands before a placeholder such as `<name>` must exist.
    let known = path.split('<').next().unwrap_or_default();
    let known = if known == path { path } else { known.rsplit_once('/').map_or("", |(folder, _)| folder) };
    (is_path && !known.is_empty()).then(|| (known.to_owned(), test))
}

#[test]
fn paths_exist() {
    let mut count = 0;
    for (place, span) in spans() {
        let Some((path, test)) = path(&span) else { continue };
        // `application/wasm` is no path, nor is a package's name: the first part must be ours.
        if !root().join(path.split('/').next().unwrap()).exists() && !path.starts_with('.') {
            panic!("{place}: `{span}` begins with what is not in the repository");
        }
        assert!(root().join(&path).exists(), "{place}: there is no {path}");
        if let Some(test) = test {
            assert!(read(&path).contains(&format!("fn {test}()")), "{place}: {path} has no test {test}");
        }
        count += 1;
    }
    assert!(count > 60, "only {count} paths were found");
}

#[test]
fn links_lead_somewhere() {
    for line in lines().iter().filter(|line| !line.is_code) {
        for link in line.text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if !link.starts_with("https://") && !link.starts_with('#') {
                assert!(root().join(link).exists(), "{}: there is no {link}", line.place);
            }
        }
    }
}

#[test]
fn every_rule_names_its_test() {
    let text = read("ARCHITECTURE.md");
    let table = text.split("| Rule | Held by |").nth(1).unwrap();
    let rows: Vec<&str> = table.lines().skip(2).take_while(|line| line.starts_with('|')).collect();
    assert!(rows.len() > 15, "the table of rules is elsewhere");
    for row in rows {
        let held_by = row.split('|').nth(2).unwrap();
        let tests: Vec<&str> = held_by.split('`').skip(1).step_by(2).collect();
        assert!(!tests.is_empty(), "{row}");
        // A journey is one test; a file of Rust holds many.
        assert!(tests.iter().all(|test| test.ends_with(".mjs") || test.contains("::")), "{row}");
    }
}

#[test]
fn commands_exist() {
    let tasks = read("xtask/src/main.rs");
    let parts = read("xtask/src/task/test.rs");
    let binary: BTreeSet<String> = files("engine/cli/src/command", ".rs")
        .iter()
        .filter_map(|path| {
            // A command is a file, or a folder.
            let command = path.strip_suffix("/mod.rs").or_else(|| path.strip_suffix(".rs"))?;
            command.rsplit('/').next().map(str::to_owned)
        })
        .collect();
    let mut count = 0;
    let code = lines().into_iter().filter(|line| line.is_code).map(|line| (line.place, line.text));
    for (place, text) in code.chain(spans()) {
        let words: Vec<&str> = text.split('#').next().unwrap().split_whitespace().collect();
        for (index, word) in words.iter().enumerate() {
            let rest = &words[index + 1..];
            match (*word, rest) {
                ("xtask", [task, rest @ ..]) if words[..index].ends_with(&["cargo"]) => {
                    assert!(tasks.contains(&format!("\"{task}\" =>")), "{place}: no task {task}");
                    let named = rest.first().filter(|_| *task == "test");
                    assert!(named.is_none_or(|part| parts.contains(&format!("\"{part}\""))), "{place}: {text}");
                    count += 1;
                }
                ("creuset", [command, ..]) if index == 0 => {
                    assert!(binary.contains(*command), "{place}: no command {command}");
                    count += 1;
                }
                ("--test", [name, ..]) => {
                    // Those of a crate of its own stand in its folder.
                    let package = words.iter().position(|word| *word == "-p").and_then(|at| words.get(at + 1));
                    let own = package.map_or("tests/tests".to_owned(), |name| format!("engine/{name}/tests"));
                    let exists = ["tests/tests", &own].iter().map(|folder| root().join(folder)).any(|folder| {
                        folder.join(format!("{name}.rs")).exists() || folder.join(name).join("main.rs").exists()
                    });
                    assert!(exists, "{place}: no test {name}");
                    count += 1;
                }
                _ => {}
            }
        }
    }
    assert!(count > 10, "only {count} commands were found");
}

#[test]
fn one_sentence_stands_on_a_line() {
    for line in lines().iter().filter(|line| !line.is_code && !line.text.starts_with(['|', '#', '!'])) {
        let prose: String = line.text.split('`').step_by(2).collect::<Vec<_>>().join("x");
        let ends = prose.match_indices(". ").map(|(at, _)| (&prose[..at], &prose[at + 2..]));
        let mut joined = ends.filter(|(before, after)| {
            // `1.` opens a list.
            !before.trim().chars().all(char::is_numeric) && after.starts_with(char::is_uppercase)
        });
        assert!(joined.next().is_none(), "{}: {}", line.place, line.text);
    }
}

#[test]
fn data_of_others_is_registered() {
    let register = read("exercises/LICENCES-DATA.md");
    let (data, fonts) = (files("tests/data", ""), files("app/fonts", ".woff2"));
    let lists = [".tsv", ".txt"].map(|end| files("exercises/data", end)).concat();
    assert!(!data.is_empty() && !fonts.is_empty() && !lists.is_empty(), "data or fonts are elsewhere");
    let files: Vec<String> = data.into_iter().chain(lists).chain(fonts).collect();
    let mut hashes = 0;
    for path in &files {
        assert!(register.contains(&format!("`{path}`")), "{path} is not registered");
        if !path.rsplit('/').next().unwrap().starts_with("LICENCE") {
            let hash = blake3::hash(&fs::read(root().join(path)).unwrap()).to_hex();
            let section = register.split("\n## ").find(|section| section.starts_with(&format!("`{path}`"))).unwrap();
            assert!(section.contains(hash.as_str()), "{path} has the hash {hash}");
            for fact in ["| Taken from |", "| Licence", "| Changes |"] {
                assert!(section.contains(fact), "{path}: no {fact}");
            }
            hashes += 1;
        }
    }
    assert_eq!(hashes, register.matches("| BLAKE3 |").count(), "a file that is registered is gone");
}
