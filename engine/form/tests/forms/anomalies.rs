//! F-ANOMALIES: the rules, a case each.

use form::{Figures, Form, Known, Linkable, Mode, Reading, Target, Term, check, kind};
use serde_json::{Value, json};

use crate::sample::Keys;

fn known() -> Known {
    let link = |id: &str, within: &str, about: Value| Linkable {
        id: id.into(),
        label: id.into(),
        within: within.into(),
        about,
    };
    let term = |id: &str, tags: &[&str]| Term {
        id: id.into(),
        label: format!("<{id}>"),
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
    };
    let step = |id: &str, op: &str, group: &str, params: Value| {
        link(id, "", json!({"op": op, "group": group, "params": params}))
    };
    let counted = |table: &str, column: &str, kind: &str| vec![table.to_owned(), column.to_owned(), kind.to_owned()];
    let declarations = json!({"declarations": [{"column": "income", "mechanism": "mnar"}, {"column": "age"}]});
    Known {
        links: [
            (Target::Table, vec![link("tenants", "", json!({})), link("flats", "", json!({}))]),
            (
                Target::Column,
                vec![
                    link("income", "tenants", json!({})),
                    link("age", "tenants", json!({})),
                    link("rent", "flats", json!({})),
                ],
            ),
            (
                Target::Step,
                vec![
                    step("s1", "import_csv", "source", json!({})),
                    step("s2", "report_anomalies", "quality", json!({})),
                    step("s3", "missingness", "quality", declarations),
                ],
            ),
            (
                Target::BusinessRule,
                vec![
                    link("mend", "", json!({"action": "fix"})),
                    link("ask", "", json!({"action": "escalate"})),
                    link("estimate", "", json!({"action": "impute"})),
                    link("free", "", json!({})),
                ],
            ),
        ]
        .into(),
        listed: [(
            "kind".to_owned(),
            vec![term("outlier", &[]), term("twice", &["record"]), term("missing", &["missing"])],
        )]
        .into(),
        figures: [
            (
                "count".to_owned(),
                Figures {
                    run: "abc".into(),
                    values: [(counted("tenants", "income", "outlier"), 12.0), (counted("tenants", "", "twice"), 3.0)]
                        .into(),
                },
            ),
            (
                "missing".to_owned(),
                Figures {
                    run: "abc".into(),
                    values: ["income", "age", "rent"]
                        .map(|column| (vec![column.to_owned(), "missing".to_owned()], 40.0))
                        .into(),
                },
            ),
            (
                "p_value".to_owned(),
                Figures { run: "abc".into(), values: [(vec!["income".to_owned(), "mnar".to_owned()], 0.0001)].into() },
            ),
        ]
        .into(),
    }
}

/// A row by what is typed: table, column, kind, found, mechanism, test, action, rule, escalation.
type Typed = [&'static str; 9];

const FIELDS: [&str; 9] = ["table", "column", "kind", "found", "mechanism", "test", "action", "rule", "escalation"];
const OUTLIER: Typed = ["tenants", "income", "outlier", "s2", "", "", "fix", "mend", ""];
const TWICE: Typed = ["tenants", "", "twice", "s2", "", "", "fix", "free", ""];
const INCOME: Typed = ["tenants", "income", "missing", "s3", "mnar", "s3", "impute", "estimate", ""];
const AGE: Typed = ["tenants", "age", "missing", "s3", "mcar", "s3", "keep", "free", ""];
const RENT: Typed = ["flats", "rent", "missing", "s3", "? nobody tested it", "", "escalate", "ask", "Sud agency"];

fn form(known: &Known, rows: &[Typed]) -> Form {
    let kind = kind("anomalies").unwrap();
    let reading = Reading { kind, known, words: &Keys };
    let mut form = Form::new(kind);
    for typed in rows {
        let row = form.insert(form.rows.len()).unwrap();
        for (name, typed) in FIELDS.iter().zip(typed).chain([(&"severity", &"major")]) {
            form.set(&row, name, reading.read(kind.field(name).unwrap(), typed));
        }
    }
    form
}

fn found(rows: &[Typed], mode: Mode) -> Vec<String> {
    let known = known();
    let findings = check(&form(&known, rows), kind("anomalies").unwrap(), &known, mode);
    let each = findings.iter().map(|one| {
        let row = one.row.as_ref().map(|row| row.0.as_str()).unwrap_or_default();
        format!("{row}/{}: {}", one.field.unwrap_or_default(), one.diagnostic)
    });
    each.collect()
}

/// A row with some of its cells typed anew.
fn but(mut row: Typed, changes: &[(&str, &'static str)]) -> Typed {
    for (name, typed) in changes {
        row[FIELDS.iter().position(|field| field == name).unwrap()] = typed;
    }
    row
}

#[test]
fn a_form_that_agrees_is_silent() {
    let rows = [OUTLIER, TWICE, INCOME, AGE, RENT];
    assert_eq!(found(&rows, Mode::Practice), [] as [&str; 0]);
    let known = known();
    let form = form(&known, &rows);
    let kind = kind("anomalies").unwrap();
    let reading = Reading { kind, known: &known, words: &Keys };
    let shown =
        |name: &str| form.rows.iter().map(|row| reading.shown(kind.field(name).unwrap(), row)).collect::<Vec<_>>();
    assert_eq!(shown("count"), ["12", "3", "", "", ""]);
    assert_eq!(shown("missing"), ["", "", "40", "40", "40"]);
    assert_eq!(shown("p_value"), ["", "", "0,0001", "", ""]);
}

#[test]
fn each_rule_finds_what_it_is_for() {
    for (row, changes, expected) in [
        (OUTLIER, &[("column", "")][..], &["r1/column: form-cell-empty", "r1/count: form-count-zero"][..]),
        (TWICE, &[("column", "income")], &["r1/column: form-cell-unused", "r1/count: form-count-zero"]),
        (OUTLIER, &[("column", "rent")], &["r1/column: form-link-lost name=\"rent\"", "r1/count: form-count-zero"]),
        (OUTLIER, &[("table", "flats"), ("column", "rent")], &["r1/count: form-count-zero"]),
        (OUTLIER, &[("kind", "odd")], &["r1/kind: form-choice text=\"odd\""]),
        (OUTLIER, &[("found", "s1")], &["r1/found: form-step-other operation=\"import_csv\""]),
        (OUTLIER, &[("found", "s9")], &["r1/found: form-link-lost name=\"s9\""]),
        (OUTLIER, &[("mechanism", "mcar")], &["r1/mechanism: form-cell-unused"]),
        (OUTLIER, &[("test", "s3")], &["r1/test: form-cell-unused"]),
        (INCOME, &[("mechanism", "")], &["r1/mechanism: form-cell-empty"]),
        (INCOME, &[("mechanism", "mar")], &["r1/mechanism: form-mechanism-differs expected=\"mnar\""]),
        (INCOME, &[("test", "")], &["r1/test: form-cell-empty"]),
        (INCOME, &[("test", "s2")], &["r1/test: form-step-other operation=\"report_anomalies\""]),
        (RENT, &[("mechanism", "mar"), ("test", "s3")], &["r1/test: form-test-other column=\"rent\""]),
        (OUTLIER, &[("action", "impute")], &["r1/action: form-action-refused expected=\"fix\""]),
        (OUTLIER, &[("rule", "")], &["r1/rule: form-cell-empty"]),
        (RENT, &[("escalation", "")], &["r1/escalation: form-cell-empty"]),
        (OUTLIER, &[("escalation", "someone")], &["r1/escalation: form-cell-unused"]),
    ] {
        let found = found(&[but(row, changes)], Mode::Practice);
        let of_row: Vec<&String> = found.iter().filter(|one| !one.starts_with("/:")).collect();
        assert_eq!(of_row, expected, "{row:?} {changes:?}");
    }
}

#[test]
fn what_the_engine_counts_and_no_row_says_is_named() {
    assert_eq!(
        found(&[INCOME, RENT], Mode::Practice),
        [
            "/: form-count-uncovered count=3 kind=\"<twice>\" place=\"tenants\"",
            "/: form-count-uncovered count=12 kind=\"<outlier>\" place=\"tenants.income\"",
            "/: form-count-uncovered count=40 kind=\"<missing>\" place=\"age\"",
        ]
    );
}

#[test]
fn an_exam_says_only_what_is_wrong() {
    let rows = [but(OUTLIER, &[("action", "impute")]), TWICE, but(INCOME, &[("mechanism", "mar")]), AGE, RENT];
    assert_eq!(found(&rows, Mode::Exam), ["r1/action: form-action-refused", "r3/mechanism: form-mechanism-differs"]);
}

#[test]
fn texts_earn_and_cost_nothing() {
    let known = known();
    let kind = kind("anomalies").unwrap();
    let mut form = form(&known, &[OUTLIER, TWICE, INCOME, AGE, RENT]);
    let row = form.rows[0].id.clone();
    form.set(&row, "note", Some(json!("anything at all")));
    assert_eq!(check(&form, kind, &known, Mode::Practice), []);
}
