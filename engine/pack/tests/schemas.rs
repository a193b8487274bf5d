//! The JSON Schemas in `exercises/schema/` are those of the types.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "the test reads the repository and its own switch")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// `UPDATE_SCHEMAS=1 cargo test -p pack --test schemas` writes them anew.
#[test]
fn schemas_are_current() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../exercises/schema");
    let expected: BTreeMap<String, String> = pack::schema::all().into_iter().collect();
    if std::env::var_os("UPDATE_SCHEMAS").is_some() {
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        expected.iter().for_each(|(name, text)| fs::write(folder.join(name), text).unwrap());
    }
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        found.insert(path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(&path).unwrap());
    }
    assert_eq!(found.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
    for (name, text) in &expected {
        assert_eq!(&found[name], text, "{name} is out of date: see above how it is written anew");
    }
}
