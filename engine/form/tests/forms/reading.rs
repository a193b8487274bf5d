//! What is typed in a cell: how it is stored, shown, and what is wrong with it.

use form::{Mode, check};
use protocol::Code;
use serde_json::{Value, json};

use crate::sample::{KIND, form, known, reading};

/// Field, what is typed, what is stored, what is shown, and what is found.
type Case = (&'static str, &'static str, Value, &'static str, Option<Code>);

fn cases() -> Vec<Case> {
    vec![
        ("name", "  a  b ", json!("a b"), "a b", None),
        ("name", "? is a text", json!("? is a text"), "? is a text", None),
        ("cost", "12,5", json!(12.5), "12,5", None),
        ("cost", "1\u{202f}000", json!(1000.0), "1000", None),
        ("cost", "1.5", json!(1.5), "1,5", None),
        ("cost", "1000.5", json!(1000.5), "1000,5", Some(Code::ParamRange)),
        ("cost", "-1", json!(-1.0), "-1", Some(Code::ParamRange)),
        ("cost", "a lot", json!("a lot"), "a lot", Some(Code::FormNumber)),
        ("cost", "inf", json!("inf"), "inf", Some(Code::FormNumber)),
        ("cost", "1,000,000", json!("1,000,000"), "1,000,000", Some(Code::FormNumber)),
        ("cost", "? no offer yet", json!({"unknown": "no offer yet"}), "form-unknown \"no offer yet\"", None),
        ("cost", "?", json!({"unknown": ""}), "form-unknown \"\"", Some(Code::FormUnknownReason)),
        ("due", "2026-02-28", json!("2026-02-28"), "2026-02-28", None),
        ("due", "28/02/2026", json!("2026-02-28"), "2026-02-28", None),
        ("due", "2026-02-29", json!("2026-02-29"), "2026-02-29", Some(Code::FormDate)),
        ("due", "? later", json!({"unknown": "later"}), "form-unknown \"later\"", Some(Code::FormUnknownRefused)),
        ("state", "open", json!("open"), "ouvert", None),
        ("state", "Ouvert", json!("open"), "ouvert", None),
        ("state", "maybe", json!("maybe"), "maybe", Some(Code::FormChoice)),
        ("family", "LAW", json!("law"), "The law", None),
        ("family", "the cost", json!("cost"), "The cost", None),
        ("family", "love", json!("love"), "love", Some(Code::FormChoice)),
        ("done", "X", json!(true), "oui", None),
        ("done", "Non", json!(false), "non", None),
        ("done", "almost", json!("almost"), "almost", Some(Code::FormChoice)),
        ("facts", "f1", json!(["f1"]), "Fact one", None),
        ("facts", "fact two ; f1", json!(["f2", "f1"]), "Fact two; Fact one", None),
        ("facts", "f1; f2; f3", json!(["f1", "f2", "f3"]), "Fact one; Fact two; Three", Some(Code::FormLinksMany)),
        ("facts", "f1; f9", json!(["f1", "f9"]), "Fact one; f9", Some(Code::FormLinkLost)),
        ("after", "r1", json!("r1"), "r1", None),
        ("after", "r9", json!("r9"), "r9", Some(Code::FormLinkLost)),
        ("column", "rent", json!("rent"), "rent", None),
        ("column", "age", json!("age"), "age", Some(Code::FormLinkLost)),
        ("note", "two\nlines", json!("two\nlines"), "two\nlines", None),
    ]
}

#[test]
fn cells_hold_what_is_typed() {
    let known = known();
    let reading = reading(&known);
    for (name, typed, stored, shown, found) in cases() {
        let mut form = form(&[&[("name", "flats")]]);
        let field = KIND.field(name).unwrap();
        let row = form.rows[0].id.clone();
        form.set(&row, name, reading.read(field, typed));
        assert_eq!(form.rows[0].cells[name], stored, "{name}: {typed}");
        assert_eq!(reading.shown(field, &form.rows[0]), shown, "{name}: {typed}");
        let findings = check(&form, &KIND, &known, Mode::Practice);
        let codes: Vec<_> = findings.iter().map(|one| (one.field, one.diagnostic.code)).collect();
        assert_eq!(
            codes,
            found.map(|code| (Some(field.name), code)).into_iter().collect::<Vec<_>>(),
            "{name}: {typed}"
        );
        // What is written reads as the same value.
        let again = reading.read(field, &form::value::text(&form.rows[0].cells[name]));
        assert_eq!(again, Some(stored.clone()), "{name}: {typed}");
        assert_eq!(reading.read(field, &reading.typed(field, &form.rows[0])), Some(stored), "{name}: {typed}");
    }
    for field in KIND.fields {
        assert_eq!(reading.read(field, "  "), None, "{}", field.name);
    }
}

#[test]
fn long_texts_are_refused_and_kept() {
    let text = "é".repeat(form::document::MAX_TEXT + 1);
    let form = form(&[&[("name", "a"), ("note", &text)]]);
    let findings = check(&form, &KIND, &known(), Mode::Practice);
    assert_eq!(findings.iter().map(|one| one.diagnostic.code).collect::<Vec<_>>(), [Code::FormTextLong]);
    assert_eq!(form.rows[0].written("note"), text);
}

#[test]
fn figures_are_those_of_the_engine() {
    let known = known();
    let (reading, form) = (reading(&known), form(&[&[("name", "flats"), ("state", "open")], &[("name", "other")]]));
    let field = KIND.field("runs").unwrap();
    assert_eq!(reading.read(field, "99"), None, "nobody types a figure");
    assert_eq!(form.rows.iter().map(|row| reading.shown(field, row)).collect::<Vec<_>>(), ["1234,5", ""]);
    let mut unknown = known.clone();
    unknown.figures.clear();
    assert_eq!(crate::sample::reading(&unknown).shown(field, &form.rows[0]), "", "not computed yet");
}

#[test]
fn what_is_not_known_yet_is_not_lost() {
    let form = form(&[&[("name", "a"), ("family", "love"), ("facts", "f9"), ("column", "age")]]);
    assert_eq!(check(&form, &KIND, &form::Known::default(), Mode::Practice), []);
}

#[test]
fn rows_that_say_the_same_are_named() {
    let form = form(&[&[("name", "a"), ("state", "open")], &[("name", "a")], &[("state", "open"), ("name", "a")], &[]]);
    let found = check(&form, &KIND, &known(), Mode::Practice);
    let said: Vec<String> =
        found.iter().map(|one| format!("{:?} {:?} {}", one.row, one.field, one.diagnostic)).collect();
    assert_eq!(
        said,
        ["Some(RowId(\"r3\")) None form-row-repeated row=1", "Some(RowId(\"r4\")) Some(\"name\") form-cell-empty",]
    );
}

#[test]
fn a_link_is_chosen_among_what_stands_in_the_same_thing() {
    let known = known();
    let (reading, form) = (reading(&known), form(&[&[("name", "flats")], &[("name", "people")], &[]]));
    let choices = |name: &str, row: usize| {
        let choices = reading.choices(KIND.field(name).unwrap(), &form.rows[row]);
        choices.into_iter().map(|(id, _)| id).collect::<Vec<_>>()
    };
    assert_eq!((choices("column", 0), choices("column", 1)), (vec!["rent".into()], vec!["age".into()]));
    assert_eq!(choices("column", 2), ["rent", "age"]);
    assert_eq!(choices("state", 0), ["open", "closed"]);
    assert_eq!(choices("cost", 0), [] as [&str; 0]);
}
