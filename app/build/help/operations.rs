//! Reference pages: one for each operation of the catalogue, one for the functions of SQL.

use serde_json::Value;

use super::words::Words;
use super::{Page, escaped, markdown};

/// Bound of nested parameters.
const MAX_DEPTH: usize = 5;

/// The pages of a catalogue; none without one.
pub fn pages(catalogue: &Value, words: &Words) -> Vec<Page> {
    let mut pages: Vec<Page> =
        array(catalogue, "operations").iter().map(|operation| operation_page(operation, words)).collect();
    if !array(catalogue, "functions").is_empty() {
        pages.push(functions_page(catalogue, words));
    }
    pages
}

fn array<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn operation_page(operation: &Value, words: &Words) -> Page {
    let name = text(operation, "name");
    let mut html = String::new();
    if let Some(summary) = words.get(&format!("op-{name}-summary")) {
        html.push_str(&format!("<p class=\"lead\">{}</p>", escaped(&summary)));
    }
    if let Some(help) = words.get(&format!("op-{name}-help")) {
        html.push_str(&markdown(&help, |text| text).1);
    }
    let mut rows = String::new();
    let schema = operation.get("schema").unwrap_or(&Value::Null);
    parameters(schema, schema, name, "", words, &mut rows, 0);
    if !rows.is_empty() {
        html.push_str(&format!(
            "<h2>{}</h2><div class=\"help-table\"><table><thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th>\
             <th scope=\"col\">{}</th></tr></thead><tbody>{rows}</tbody></table></div>",
            escaped(&words.or("help-op-parameters", "")),
            escaped(&words.or("help-op-parameter", "")),
            escaped(&words.or("help-op-key", "")),
            escaped(&words.or("help-op-values", "")),
        ));
    }
    let examples = array(operation, "examples");
    if !examples.is_empty() {
        html.push_str(&format!("<h2>{}</h2>", escaped(&words.or("help-op-examples", ""))));
    }
    for example in examples {
        html.push_str(&example_html(example, name, words));
    }
    Page { id: format!("op-{name}"), kind: "operation", title: words.or(&format!("op-{name}"), name), html }
}

fn parameters(root: &Value, object: &Value, op: &str, path: &str, words: &Words, rows: &mut String, depth: usize) {
    let Some(properties) = object.get("properties").and_then(Value::as_object) else { return };
    for (name, schema) in properties {
        let path = if path.is_empty() { name.clone() } else { format!("{path}-{name}") };
        let label = words.or(&format!("op-{op}-param-{path}"), name);
        let choices: Vec<String> = choices(root, schema, 0)
            .into_iter()
            .map(|word| {
                let said = words.get(&format!("op-{op}-param-{path}-value-{word}"));
                let said = said.map(|said| format!(" — {}", escaped(&said))).unwrap_or_default();
                format!("<code>{}</code>{said}", escaped(&word))
            })
            .collect();
        let hint = words.get(&format!("op-{op}-param-{path}-hint")).map(|hint| escaped(&hint)).unwrap_or_default();
        let key = path.replace('-', " › ");
        rows.push_str(&format!(
            "<tr><th scope=\"row\">{}</th><td><code>{}</code></td><td>{hint}{}</td></tr>",
            escaped(&label),
            escaped(&key),
            choices.join("<br>")
        ));
        if depth < MAX_DEPTH {
            let inner = resolved(root, schema);
            parameters(root, inner, op, &path, words, rows, depth + 1);
            if let Some(items) = inner.get("items") {
                parameters(root, resolved(root, items), op, &path, words, rows, depth + 1);
            }
        }
    }
}

fn resolved<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    let target = schema.get("$ref").and_then(Value::as_str);
    let direct = target.and_then(|target| root.pointer(target.trim_start_matches('#')));
    let optional = || {
        let some = array(schema, "anyOf").iter().find(|choice| choice.get("$ref").is_some())?;
        root.pointer(text(some, "$ref").trim_start_matches('#'))
    };
    direct.or_else(optional).unwrap_or(schema)
}

fn choices(root: &Value, schema: &Value, depth: usize) -> Vec<String> {
    if depth > MAX_DEPTH {
        return Vec::new();
    }
    let schema = resolved(root, schema);
    if let Some(word) = schema.get("const").and_then(Value::as_str) {
        return vec![word.to_owned()];
    }
    let listed = array(schema, "enum").iter().filter_map(Value::as_str).map(str::to_owned);
    let nested = ["oneOf", "anyOf"].into_iter().flat_map(|name| array(schema, name));
    listed.chain(nested.flat_map(|choice| choices(root, choice, depth + 1))).collect()
}

fn example_html(example: &Value, op: &str, words: &Words) -> String {
    let name = text(example, "name");
    let caption = words.or(&format!("op-{op}-example-{name}"), name);
    let mut html = format!("<h3>{}</h3>", escaped(&caption));
    for (side, key) in [("inputs", "help-op-before"), ("outputs", "help-op-after")] {
        if side == "outputs" {
            let params = example.get("params").map(|params| format!("{params:#}")).unwrap_or_default();
            html.push_str(&format!("<pre><code>{}</code></pre>", escaped(&params)));
        }
        let tables = example.get(side).and_then(Value::as_object);
        for (port, table) in tables.into_iter().flatten() {
            let caption = format!("{} ({port})", words.or(key, side));
            html.push_str(&table_html(&caption, table.as_str().unwrap_or_default()));
        }
    }
    html
}

/// A table in the text form of the engine: a header of `name:type`, cells separated by `|`.
fn table_html(caption: &str, table: &str) -> String {
    let mut lines = table.lines().map(str::trim).filter(|line| !line.is_empty());
    let cells = |line: &str| line.split('|').map(|cell| escaped(cell.trim())).collect::<Vec<_>>();
    let head: String = lines
        .next()
        .map(cells)
        .unwrap_or_default()
        .iter()
        .map(|cell| {
            let (name, kind) = cell.split_once(':').unwrap_or((cell, ""));
            format!("<th scope=\"col\">{name} <small>{kind}</small></th>")
        })
        .collect();
    let body: String = lines
        .map(|line| {
            format!("<tr>{}</tr>", cells(line).iter().map(|cell| format!("<td>{cell}</td>")).collect::<String>())
        })
        .collect();
    format!(
        "<div class=\"help-table\"><table class=\"data\"><caption>{}</caption><thead><tr>{head}</tr></thead>\
         <tbody>{body}</tbody></table></div>",
        escaped(caption)
    )
}

fn functions_page(catalogue: &Value, words: &Words) -> Page {
    let mut html = format!("<p class=\"lead\">{}</p>", escaped(&words.or("help-functions-lead", "")));
    let functions = array(catalogue, "functions");
    let mut groups: Vec<&str> = Vec::new();
    for function in functions {
        if !groups.contains(&text(function, "group")) {
            groups.push(text(function, "group"));
        }
    }
    for group in groups {
        html.push_str(&format!(
            "<h2>{}</h2><div class=\"help-table\"><table><thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th>\
             <th scope=\"col\">{}</th></tr></thead><tbody>",
            escaped(&words.or(&format!("help-functions-{group}"), group)),
            escaped(&words.or("help-functions-signature", "")),
            escaped(&words.or("help-functions-what", "")),
            escaped(&words.or("help-functions-example", "")),
        ));
        for function in functions.iter().filter(|function| text(function, "group") == group) {
            let key = format!("fn-{}", text(function, "name").replace('_', "-"));
            let example: Vec<&str> = array(function, "example").iter().filter_map(Value::as_str).collect();
            html.push_str(&format!(
                "<tr><th scope=\"row\"><code>{}</code></th><td>{}</td><td><code>{}</code> → <code>{}</code></td></tr>",
                escaped(text(function, "signature")),
                escaped(&words.or(&key, "")),
                escaped(example.first().unwrap_or(&"")),
                escaped(example.get(1).unwrap_or(&"")),
            ));
        }
        html.push_str("</tbody></table></div>");
    }
    Page { id: "functions".to_owned(), kind: "functions", title: words.or("help-functions-title", ""), html }
}
