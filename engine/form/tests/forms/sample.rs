//! A kind with a field of every shape, what is known beside it, and words that are their keys.

use form::{Field, Figures, Form, Kind, Known, Linkable, Reading, RowId, Shape, Target, Term, Words};
use protocol::Arg;
use serde_json::json;

/// The kind.
pub const KIND: Kind = Kind {
    name: "sample",
    code: "F-SAMPLE",
    version: 1,
    fields: &[
        Field::required("name", Shape::Text),
        Field::optional("cost", Shape::Number { low: 0.0, high: 1_000.0 }).or_unknown(),
        Field::optional("due", Shape::Date),
        Field::optional("state", Shape::Choice(&["open", "closed"])),
        Field::optional("family", Shape::Listed { tags: &["special"] }),
        Field::optional("done", Shape::Tick),
        Field::optional("facts", Shape::Link { to: Target::Fact, within: None, most: 2 }),
        Field::optional("after", Shape::link(Target::Row)),
        Field::optional("runs", Shape::Figure { by: &["name", "state"] }),
        Field::optional("column", Shape::Link { to: Target::Column, within: Some("name"), most: 1 }),
        Field::optional("note", Shape::LongText),
    ],
    key: &["name", "state"],
    rules: &[],
};

/// What is known.
pub fn known() -> Known {
    let link = |id: &str, label: &str, within: &str| Linkable {
        id: id.into(),
        label: label.into(),
        within: within.into(),
        about: json!({}),
    };
    let term = |id: &str, label: &str| Term { id: id.into(), label: label.into(), tags: Vec::new() };
    Known {
        links: [
            (Target::Fact, vec![link("f1", "Fact one", ""), link("f2", "Fact two", ""), link("f3", "Three", "")]),
            (Target::Column, vec![link("rent", "rent", "flats"), link("age", "age", "people")]),
        ]
        .into(),
        listed: [("family".to_owned(), vec![term("law", "The law"), term("cost", "The cost")])].into(),
        figures: [(
            "runs".to_owned(),
            Figures { run: "abc".into(), values: [(vec!["flats".to_owned(), "open".to_owned()], 1234.5)].into() },
        )]
        .into(),
    }
}

/// Keys as words, but for those that are typed; arguments behind them.
pub struct Keys;

impl Words for Keys {
    fn text(&self, key: &str, args: &[(&str, Arg)]) -> String {
        let word = match key {
            "form-yes" => "oui",
            "form-no" => "non",
            "form-kind-sample-state-value-open" => "ouvert",
            "form-kind-sample-name" => "Nom",
            "form-kind-sample-cost" => "Coût",
            _ => key,
        };
        args.iter().fold(word.to_owned(), |text, (_, value)| format!("{text} {value}"))
    }

    fn number(&self, value: f64) -> String {
        value.to_string().replace('.', ",")
    }
}

/// The sample kind, read with what is known.
pub fn reading(known: &Known) -> Reading<'_> {
    Reading { kind: &KIND, known, words: &Keys }
}

/// A form with a row for each line of cells.
pub fn form(rows: &[&[(&str, &str)]]) -> Form {
    let known = known();
    let reading = reading(&known);
    let mut form = Form::new(&KIND);
    for cells in rows {
        let row = form.insert(form.rows.len()).unwrap();
        for (name, typed) in *cells {
            let field = KIND.field(name).unwrap();
            form.set(&row, name, reading.read(field, typed));
        }
    }
    form
}

/// Ids of rows, in their order.
pub fn ids(form: &Form) -> Vec<&str> {
    form.rows.iter().map(|row| row.id.0.as_str()).collect()
}

/// The id of a text.
pub fn id(text: &str) -> RowId {
    RowId::from(text)
}
