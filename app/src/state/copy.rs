//! Cells as text for elsewhere: parted by tabs for a spreadsheet, as CSV, as a table of Markdown.

/// Rows of cells; `None` is null.
pub type Rows = [Vec<Option<String>>];

/// What cells are written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Cells alone, parted by tabs and line ends: a spreadsheet takes them into its cells.
    Tabs,
    /// RFC 4180 with commas, names first.
    Csv,
    /// A table of Markdown, names first.
    Markdown,
}

/// Writes cells. Null is empty.
pub fn write(form: Form, names: &[String], rows: &Rows) -> String {
    let text = |cell: &Option<String>| cell.clone().unwrap_or_default();
    let line = |cells: Vec<String>, mark: &str| cells.join(mark);
    let body = |write: &dyn Fn(String) -> String, mark: &str| -> Vec<String> {
        rows.iter().map(|row| line(row.iter().map(|cell| write(text(cell))).collect(), mark)).collect()
    };
    let head = |write: &dyn Fn(String) -> String, mark: &str| line(names.iter().cloned().map(write).collect(), mark);
    match form {
        Form::Tabs => body(&|cell| cell.replace(['\t', '\n', '\r'], " "), "\t").join("\n"),
        Form::Csv => {
            let mut lines = vec![head(&quoted, ",")];
            lines.extend(body(&quoted, ","));
            lines.join("\n") + "\n"
        }
        Form::Markdown => {
            let framed = |line: String| format!("| {line} |");
            let mut lines = vec![framed(head(&escaped, " | ")), framed(vec!["---"; names.len()].join(" | "))];
            lines.extend(body(&escaped, " | ").into_iter().map(framed));
            lines.join("\n") + "\n"
        }
    }
}

fn quoted(cell: String) -> String {
    if cell.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

fn escaped(cell: String) -> String {
    cell.replace('\\', "\\\\").replace('|', "\\|").replace(['\n', '\r'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_written_for_elsewhere() {
        let cell = |text: &str| Some(text.to_owned());
        let rows = [vec![cell("a,b"), None], vec![cell("say \"hi\""), cell("x|y\n")]];
        let names = ["n".to_owned(), "m".to_owned()];
        for (form, expected) in [
            (Form::Tabs, "a,b\t\nsay \"hi\"\tx|y "),
            (Form::Csv, "n,m\n\"a,b\",\n\"say \"\"hi\"\"\",\"x|y\n\"\n"),
            (Form::Markdown, "| n | m |\n| --- | --- |\n| a,b |  |\n| say \"hi\" | x\\|y  |\n"),
        ] {
            assert_eq!(write(form, &names, &rows), expected, "{form:?}");
        }
    }
}
