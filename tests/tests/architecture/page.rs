//! The page: no request leaves its origin, nothing is evaluated, the engine stays in its worker, and the service
//! worker keeps what is listed and acts on the person's word.

use std::collections::BTreeMap;

use tests::repository::{files, read};
use tests::rust_source::RustSource;

/// Sources that a policy may name, by directive. Anything else needs a reason and a line here.
const POLICY: [(&str, &[&str]); 11] = [
    ("default-src", &["'self'"]),
    ("script-src", &["'self'", "'wasm-unsafe-eval'"]),
    ("style-src", &["'self'", "'unsafe-inline'"]),
    ("img-src", &["'self'", "data:", "blob:"]),
    ("font-src", &["'self'"]),
    ("worker-src", &["'self'"]),
    ("connect-src", &["'self'"]),
    ("manifest-src", &["'self'"]),
    ("object-src", &["'none'"]),
    ("base-uri", &["'self'"]),
    ("form-action", &["'none'"]),
];

/// Scripts that are ours: the page's, and the worker's.
fn scripts() -> Vec<String> {
    let mut paths: Vec<String> = files("app/js/src", ".js");
    paths.extend(files("engine/worker/js", ".js"));
    assert!(paths.len() >= 3, "{paths:?}");
    paths
}

/// A script without its comments (a URL in one is no request).
fn script(path: &str) -> String {
    let text = read(path);
    let mut code = String::new();
    let mut in_block = false;
    for line in text.lines() {
        let trimmed = line.trim_start();
        in_block |= trimmed.starts_with("/*");
        if !in_block && !trimmed.starts_with("//") {
            code.push_str(line);
        }
        code.push('\n');
        in_block &= !trimmed.contains("*/");
    }
    code
}

#[test]
fn the_policy_names_only_this_origin() {
    let page = read("app/index.html");
    let start = page.find("http-equiv=\"Content-Security-Policy\"").unwrap();
    let content = page[start..].split("content=\"").nth(1).unwrap().split('"').next().unwrap();
    let allowed: BTreeMap<&str, &[&str]> = POLICY.into_iter().collect();
    let mut found = BTreeMap::new();
    for directive in content.split(';') {
        let mut words = directive.split_whitespace();
        let Some(name) = words.next() else { continue };
        let sources: Vec<&str> = words.collect();
        let allowed = allowed.get(name).unwrap_or_else(|| panic!("{name} is a new directive"));
        assert!(sources.iter().all(|source| allowed.contains(source)), "{name} {sources:?}");
        found.insert(name, sources);
    }
    for name in ["default-src", "connect-src", "worker-src", "manifest-src"] {
        assert_eq!(found.get(name), Some(&vec!["'self'"]), "{name}");
    }
    assert_eq!(found.get("object-src"), Some(&vec!["'none'"]));
    assert!(found["script-src"].contains(&"'self'"));
}

#[test]
fn no_address_of_elsewhere_stands_in_the_page() {
    let mut places = ["app/index.html", "app/manifest.webmanifest", "app/hosts/_headers"].map(str::to_owned).to_vec();
    places.extend(files("app/styles", ".css"));
    for path in &places {
        let text = read(path);
        for address in ["http:", "https:", "url(//", "src=\"//", "href=\"//"] {
            assert!(!text.contains(address), "{path} names {address}");
        }
    }
    for path in scripts() {
        let code = script(&path);
        assert!(!code.contains("http:") && !code.contains("https:"), "{path} names an address");
    }
    for folder in ["app/src", "engine/worker/src"] {
        for path in files(folder, ".rs") {
            for literal in RustSource::shipped(&read(&path)).literals {
                // `https://` alone is a test of what a link is; the names of SVG and XLink are no addresses.
                let is_address = ["http://", "https://", "ws://", "wss://"].iter().any(|scheme| {
                    literal.text.contains(scheme)
                        && literal.text != *scheme
                        && !literal.text.starts_with("http://www.w3.org/")
                });
                assert!(!is_address, "{path}:{}: {}", literal.line, literal.text);
            }
        }
    }
}

#[test]
fn nothing_is_evaluated() {
    for path in scripts() {
        let code = script(&path);
        for call in
            ["eval(", "new Function", "Function(", "importScripts", "document.write", "setTimeout(\"", "XMLHttpRequest"]
        {
            assert!(!code.contains(call), "{path} has {call}");
        }
    }
    for path in files("app/src", ".rs") {
        let source = RustSource::shipped(&read(&path));
        for call in [
            "eval",
            "js_sys::Function::new_no_args",
            "Function::new_with_args",
            "WebSocket",
            "XmlHttpRequest",
            "EventSource",
        ] {
            assert!(source.lines_with(call).is_empty(), "{path} has {call}");
        }
    }
}

#[test]
fn the_engine_loads_in_its_worker_only() {
    let mut makers = Vec::new();
    for path in files("app/src", ".rs") {
        let source = RustSource::shipped(&read(&path));
        for literal in &source.literals {
            for name in ["engine.js", "engine_bg"] {
                assert!(!literal.text.contains(name), "{path}:{} loads {name}", literal.line);
            }
        }
        if !source.lines_with("Worker::new_with_options").is_empty() || !source.lines_with("Worker::new").is_empty() {
            makers.push(path);
        }
    }
    assert_eq!(makers.len(), 1, "one place talks to the worker: {makers:?}");
    assert!(makers[0].starts_with("app/src/engine"), "{makers:?}");
    for path in files("app/js/src", ".js").into_iter().chain(["app/index.html".to_owned()]) {
        assert!(!read(&path).contains("engine_bg") && !read(&path).contains("engine.js"), "{path} loads the engine");
    }
}

/// Where the service worker may ask the network, store, and let a version take over: once each.
const SERVICE_WORKER: &str = "app/js/src/service-worker.js";

#[test]
fn the_service_worker_keeps_what_is_listed() {
    let code = script(SERVICE_WORKER);
    // One list decides what of the page is fetched for keeping and answered for, one folder what of the exercises;
    // nothing else is stored.
    for (call, count) in [("cache.put(", 2), ("cache.add", 0), ("fetch(", 3), ("respondWith(", 2), ("skipWaiting(", 1)]
    {
        assert_eq!(code.matches(call).count(), count, "{call}");
    }
    assert!(code.contains("cache.put(url, await obtained(url, hashes))"), "what is stored is verified");
    assert!(code.contains("if (url) event.respondWith("), "only what is listed is answered for");
    assert!(code.contains("url.href.startsWith(EXERCISES) ? url.href : undefined"), "and what is of the exercises");
    assert!(code.contains("if (!url && exercise) event.respondWith("), "and nothing else");
    // A version takes over when a page says so: in the worker's answer to a message, and in the page from one place.
    let install = code.split("\"install\"").nth(1).and_then(|rest| rest.lines().next()).unwrap_or_default();
    assert!(!install.contains("skipWaiting") && !install.contains("takeOver"), "{install}");
    assert!(code.contains("\"take-over\") event.waitUntil(takeOver("), "the word of the person");
    let askers: Vec<String> = files("app/src", ".rs")
        .into_iter()
        .filter(|path| !RustSource::shipped(&read(path)).lines_with("browser::take_over()").is_empty())
        .collect();
    assert_eq!(askers, ["app/src/shell/offline.rs"]);
    for path in scripts().iter().filter(|path| *path != SERVICE_WORKER) {
        assert!(!script(path).contains("caches."), "{path} keeps files");
    }
}

#[test]
fn the_installed_page_has_the_colours_of_the_tokens() {
    let manifest = read("app/manifest.webmanifest");
    let field = |name: &str| {
        let rest = manifest.split(&format!("\"{name}\": \"")).nth(1).unwrap_or_default();
        rest.split('"').next().unwrap_or_default().to_owned()
    };
    let tokens = read("app/styles/tokens.css");
    let colours = |name: &str| -> Vec<String> {
        let token = format!("--color-{name}: ");
        let values = tokens.split(&token).skip(1);
        values.filter_map(|rest| rest.split(';').next()).map(str::to_owned).collect()
    };
    assert_eq!(field("theme_color"), colours("surface")[0]);
    assert_eq!(field("background_color"), colours("bg")[0]);
    let page = read("app/index.html");
    for colour in &colours("surface")[..2] {
        assert!(page.contains(&format!("content=\"{colour}\"")), "theme-color {colour}");
    }
    for icon in manifest.split("\"src\": \"").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(tests::repository::root().join("app").join(icon).is_file(), "no {icon}");
    }
}
