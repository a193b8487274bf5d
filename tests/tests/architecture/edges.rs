//! Crates: which depends on which, and that Polars is compiled once.

use std::collections::{BTreeMap, BTreeSet};

use tests::crates::{features, members};

const WASM: &str = "wasm32-unknown-unknown";

/// Our crates, and those of ours that each may depend on. Dependencies run one way: down this list.
const EDGES: [(&str, &[&str]); 13] = [
    ("xtask", &["serve"]),
    ("tests", &["engine", "form", "protocol"]),
    ("app", &["evidence", "form", "pack", "protocol"]),
    ("cli", &["engine", "pack", "protocol", "serve"]),
    ("worker", &["engine", "protocol"]),
    ("engine", &["generate", "protocol", "unpack"]),
    ("pack", &["form", "generate", "protocol"]),
    ("form", &["protocol"]),
    ("evidence", &["protocol"]),
    ("generate", &["protocol"]),
    ("serve", &[]),
    ("unpack", &[]),
    ("protocol", &[]),
];

/// Features of Polars' crates with which a query or a plan could read or write a file, or be run by another
/// engine than the one that is proved deterministic.
const FORBIDDEN_FEATURES: [&str; 12] = [
    "csv",
    "json",
    "ipc",
    "ipc_streaming",
    "parquet",
    "avro",
    "scan_lines",
    "cloud",
    "aws",
    "http",
    "streaming",
    "new_streaming",
];

#[test]
fn dependencies_run_one_way() {
    let allowed: BTreeMap<&str, &[&str]> = EDGES.into_iter().collect();
    let members = members();
    assert_eq!(
        members.keys().map(String::as_str).collect::<BTreeSet<_>>(),
        allowed.keys().copied().collect::<BTreeSet<_>>(),
        "a crate came or went: say here what it may depend on"
    );
    for (name, dependencies) in &members {
        let ours: BTreeSet<&str> =
            dependencies.iter().map(|one| one.name.as_str()).filter(|one| members.contains_key(*one)).collect();
        let allowed: BTreeSet<&str> = allowed[name.as_str()].iter().copied().collect();
        assert_eq!(ours, allowed, "dependencies of {name}");
    }
    for (place, (name, dependencies)) in EDGES.into_iter().enumerate() {
        let below: Vec<&str> = EDGES[place + 1..].iter().map(|(name, _)| *name).collect();
        assert!(dependencies.iter().all(|one| below.contains(one)), "{name} stands below what it depends on");
    }
}

#[test]
fn the_page_never_reaches_the_engine() {
    for selection in [vec!["-p", "app", "--target", WASM], vec!["-p", "app"]] {
        let packages = features(&selection, "normal,build,dev");
        assert!(packages.keys().any(|name| name.starts_with("protocol v")), "{packages:?}");
        let reached: Vec<_> =
            packages.keys().filter(|name| name.starts_with("engine v") || name.starts_with("polars")).collect();
        assert!(reached.is_empty(), "{selection:?} reaches {reached:?}");
    }
}

#[test]
fn the_protocol_is_light() {
    let reached = features(&["-p", "protocol"], "normal,build");
    for heavy in ["polars", "web-sys", "js-sys", "wasm-bindgen", "tokio", "sqlparser"] {
        assert!(!reached.keys().any(|name| name.starts_with(heavy)), "protocol reaches {heavy}");
    }
}

#[test]
fn polars_is_pinned() {
    let members = members();
    let requirements = members.values().flatten().filter(|one| one.name.starts_with("polars"));
    let mut count = 0;
    for requirement in requirements {
        assert_eq!(requirement.req, "=0.51.0", "{}", requirement.name);
        count += 1;
    }
    assert!(count >= 2, "the engine depends on polars and polars-io");
    let built = features(&["-p", "engine"], "normal,build");
    for package in built.keys().filter(|name| name.starts_with("polars")) {
        // `polars-arrow-format` and `polars-parquet-format` are formats of others, with versions of their own.
        assert!(package.ends_with(" v0.51.0") || package.contains("-format v"), "{package}");
    }
}

#[test]
fn no_query_can_name_a_file() {
    for selection in [vec!["-p", "cli"], vec!["-p", "worker", "--target", WASM]] {
        for (package, features) in features(&selection, "normal,build") {
            let name = package.split(' ').next().unwrap_or_default();
            assert!(
                !matches!(name, "polars-sql" | "polars-stream" | "object_store" | "reqwest" | "tokio"),
                "{selection:?} builds {package}"
            );
            if !matches!(name, "polars" | "polars-lazy" | "polars-plan" | "polars-mem-engine" | "polars-expr") {
                continue;
            }
            let on: BTreeSet<&str> = features.iter().flat_map(|list| list.split(',')).collect();
            let found: Vec<_> = FORBIDDEN_FEATURES.iter().filter(|feature| on.contains(**feature)).collect();
            assert!(found.is_empty(), "{selection:?}: {package} has {found:?}");
        }
    }
}

/// Every command of the loop must build the same Polars: a feature that only one selection switches on
/// anywhere below it, in a build script of a dependency too, would compile it a second time, for a quarter of
/// an hour. `app` is therefore built and tested in calls of its own: what its build script needs of `memchr`
/// would reach Polars.
#[test]
fn polars_compiles_once() {
    let natively: [&[&str]; 5] = [
        &["-p", "engine"],
        &["-p", "cli"],
        &["-p", "tests"],
        &["-p", "worker"],
        &["-p", "engine", "-p", "worker", "-p", "cli", "-p", "tests"],
    ];
    same_features(&["-p", "engine"], &natively);
    same_features(&["-p", "worker", "--target", WASM], &[&["-p", "worker", "--target", WASM]]);
}

fn same_features(reference: &[&str], selections: &[&[&str]]) {
    let expected = features(reference, "normal,build");
    assert!(expected.len() > 100, "{reference:?} builds only {} packages", expected.len());
    let mut differences = Vec::new();
    for selection in selections {
        for edges in ["normal,build", "normal,build,dev"] {
            let found = features(selection, edges);
            for (package, features) in &expected {
                let Some(other) = found.get(package) else { continue };
                if other != features {
                    differences.push(format!("{selection:?} with {edges}: {package} {features:?} ≠ {other:?}"));
                }
            }
        }
    }
    assert!(differences.is_empty(), "against {reference:?}:\n{}", differences.join("\n"));
}
