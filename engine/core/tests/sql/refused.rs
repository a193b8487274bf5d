//! What is refused, under which code, and where: `refused.txt`, one case a line.
//!
//! A line is `code line:column [argument] | text`; in the text `⏎` is a line break.

use engine::sql::Query;
use protocol::Arg;

use crate::support::{folder, tables};

#[test]
fn refusals_have_their_code_and_place() {
    let tables = tables();
    let text = std::fs::read_to_string(folder().join("refused.txt")).unwrap();
    let schemas = tables.iter().map(|(name, table)| (name.clone(), table.frame.schema().as_ref().clone())).collect();
    let mut made = String::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let (_, query) = line.split_once(" | ").unwrap_or_else(|| panic!("no bar: {line}"));
        let query_text = query.replace('⏎', "\n");
        let outcome = Query::parse(&query_text).and_then(|query| query.output_schema(&schemas));
        let found = match outcome {
            Ok(_) => "accepted".to_owned(),
            Err(finding) => {
                let place = finding.place.span.map_or("?".to_owned(), |span| format!("{}:{}", span.line, span.column));
                let arg = ["feature", "column", "table", "function", "name", "operator", "value"]
                    .iter()
                    .find_map(|name| finding.args.get(*name));
                let arg = match arg {
                    Some(Arg::Text(text)) => format!(" [{text}]"),
                    _ => String::new(),
                };
                format!("{} {place}{arg}", finding.code.id())
            }
        };
        made.push_str(&format!("{found} | {query}\n"));
    }
    if std::env::var_os("UPDATE_REFUSED").is_some() {
        std::fs::write(folder().join("refused.txt"), &made).unwrap();
    }
    let expected: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let wrong: Vec<String> = made
        .lines()
        .zip(expected)
        .filter(|(found, expected)| found != expected)
        .map(|(found, expected)| format!("found    {found}\nexpected {expected}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
