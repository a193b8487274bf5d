//! The arguments of a step's one-line sentence, `op-<op>-sentence` in the locales.
//!
//! Every parameter is an argument of its own name; a list is one argument of joined names and one
//! `<name>-count`; a list of objects is named by its main property. Tables stand as `in-<port>` and
//! `out-<port>` by their names, and `inputs` lists all that go in.

use protocol::{Arg, Step};
use serde_json::Value;

/// Properties that name an object of a list, the first that is there.
const NAMING: [&str; 7] = ["column", "name", "as", "left", "expression", "function", "to"];
/// Longest text of an argument, in characters: a sentence stays on its line.
const MAX_CHARS: usize = 60;

/// The arguments of the sentence.
pub fn args(step: &Step) -> Vec<(String, Arg)> {
    let mut args = Vec::new();
    for (name, value) in &step.params {
        push(&mut args, name, value);
    }
    for (port, table) in &step.inputs {
        args.push((format!("in-{port}"), Arg::from(table.name.as_str())));
    }
    for (port, table) in &step.outputs {
        args.push((format!("out-{port}"), Arg::from(table.name.as_str())));
    }
    let inputs: Vec<String> = step.inputs.values().map(|table| table.name.clone()).collect();
    args.push(("inputs".to_owned(), Arg::from(inputs)));
    args
}

fn push(args: &mut Vec<(String, Arg)>, name: &str, value: &Value) {
    match value {
        Value::Null => args.push((name.to_owned(), Arg::from(""))),
        Value::Bool(flag) => args.push((name.to_owned(), Arg::from(if *flag { "true" } else { "false" }))),
        Value::Number(number) => {
            let arg = number.as_i64().map(Arg::from).unwrap_or_else(|| Arg::from(number.as_f64().unwrap_or_default()));
            args.push((name.to_owned(), arg));
        }
        Value::String(text) => args.push((name.to_owned(), Arg::from(short(text)))),
        Value::Array(items) => {
            let names: Vec<String> = items.iter().map(item_name).collect();
            args.push((format!("{name}-count"), Arg::from(names.len())));
            args.push((name.to_owned(), Arg::from(short(&names.join(", ")))));
        }
        Value::Object(fields) => {
            for (field, value) in fields {
                push(args, &format!("{name}-{field}"), value);
            }
        }
    }
}

fn item_name(item: &Value) -> String {
    match item {
        Value::String(text) => text.clone(),
        Value::Object(fields) => NAMING
            .iter()
            .find_map(|property| fields.get(*property)?.as_str().filter(|text| !text.is_empty()))
            .unwrap_or("…")
            .to_owned(),
        other => other.to_string(),
    }
}

/// One line, cut with an ellipsis.
fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MAX_CHARS {
        return line;
    }
    let mut cut: String = line.chars().take(MAX_CHARS - 1).collect();
    cut.push('…');
    cut
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::recipe;

    #[test]
    fn parameters_and_tables_become_arguments() {
        let text = r#"{"format":"creuset.recipe","version":1,"steps":[{"id":"s1","op":"sort",
            "params":{"keys":[{"column":"rent","descending":true},{"column":"name"}],"limit":5,"ratio":0.5,
            "stable":true,"where":"a\n  >  1","none":null,"columns":["x","y"]},
            "inputs":{"main":"raw.tenants"},"outputs":{"main":"staging.tenants"}}]}"#;
        let recipe = recipe::parse(text).unwrap();
        let args = args(&recipe.steps[0]);
        for (name, value) in [
            ("keys", Arg::from("rent, name")),
            ("keys-count", Arg::from(2usize)),
            ("limit", Arg::from(5i64)),
            ("ratio", Arg::from(0.5)),
            ("stable", Arg::from("true")),
            ("where", Arg::from("a > 1")),
            ("none", Arg::from("")),
            ("columns", Arg::from("x, y")),
            ("in-main", Arg::from("tenants")),
            ("out-main", Arg::from("tenants")),
            ("inputs", Arg::from(vec!["tenants".to_owned()])),
        ] {
            assert_eq!(args.iter().find(|(key, _)| key == name).map(|(_, value)| value), Some(&value), "{name}");
        }
    }

    #[test]
    fn long_texts_are_cut() {
        let cut = short(&"é".repeat(80));
        assert_eq!((cut.chars().count(), cut.ends_with('…')), (MAX_CHARS, true));
    }
}
