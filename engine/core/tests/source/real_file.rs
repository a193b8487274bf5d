//! A file that no one here wrote, from `tests/data`, read with nothing but what is detected of it.

use std::fs;
use std::path::Path;

use engine::source::{MemorySource, detect};
use engine::table_text;

use crate::support;

/// Names and types of the raw measurements of penguins (344 records; missing values are written `NA`).
const COLUMNS: &str = "studyName:text | Sample Number:integer | Species:text | Region:text | Island:text | \
    Stage:text | Individual ID:text | Clutch Completion:text | Date Egg:date | Culmen Length (mm):number | \
    Culmen Depth (mm):number | Flipper Length (mm):integer | Body Mass (g):integer | Sex:text | \
    Delta 15 N (o/oo):number | Delta 13 C (o/oo):number | Comments:text";

/// What the file says of itself: rows of a species, missing cells and sums, counted by other means.
#[test]
fn the_penguins_are_read_as_they_were_counted() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/penguins_raw/penguins-raw.csv");
    let bytes = fs::read(path).expect("the file of the register");
    let chosen = r#"{"null_tokens":["NA"]}"#;
    let found = detect("penguins-raw.csv", &MemorySource(bytes.clone()), Some(chosen)).expect("a detection");
    assert_eq!(found.table, "penguins_raw");
    let options = serde_json::from_str(&found.params).expect("parameters");
    let imported = support::csv(&bytes, &options, 4_096).expect("an import");

    let text = table_text::write(&imported.table);
    assert_eq!(text.lines().next(), Some(COLUMNS));
    assert_eq!((imported.table.height(), imported.rejects.height()), (344, 0));
    assert_eq!(imported.bytes_read, 53_098);

    let frame = &imported.table.frame;
    let nulls = |name: &str| frame.column(name).expect(name).null_count();
    for (name, expected) in [
        ("Culmen Length (mm)", 2),
        ("Body Mass (g)", 2),
        ("Sex", 11),
        ("Delta 15 N (o/oo)", 14),
        ("Delta 13 C (o/oo)", 13),
        ("Comments", 290),
    ] {
        assert_eq!(nulls(name), expected, "{name}");
    }
    let mass = frame.column("Body Mass (g)").expect("masses").i64().expect("integers");
    assert_eq!(mass.into_iter().flatten().sum::<i64>(), 1_437_000);
    let adelie = frame.column("Species").expect("species").str().expect("texts");
    assert_eq!(adelie.into_iter().flatten().filter(|name| name.starts_with("Adelie")).count(), 152);
    // A comma inside quotes parts nothing.
    let stage = frame.column("Stage").expect("stages").str().expect("texts");
    assert!(stage.into_iter().all(|stage| stage == Some("Adult, 1 Egg Stage")));
}
