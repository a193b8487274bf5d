//! Files of comma-separated values, and blocks that a spreadsheet copies.

use form::document::MAX_ROWS;
use form::sheet::{Placed, export, import, paste};
use form::{Form, Mode, check};
use proptest::prelude::*;
use protocol::Code;

use crate::sample::{KIND, form, id, ids, known, reading};

fn filled() -> Form {
    form(&[
        &[
            ("name", "flats"),
            ("cost", "12,5"),
            ("state", "open"),
            ("done", "x"),
            ("facts", "f1;f2"),
            ("column", "rent"),
        ],
        &[("name", "=1+1"), ("due", "2026-01-31"), ("cost", "? later"), ("note", "one, \"two\"\nthree")],
        &[("name", "-5"), ("cost", "much"), ("after", "r1"), ("family", "law"), ("note", "@all")],
    ])
}

fn said(placed: &Placed) -> Vec<String> {
    let each = placed.findings.iter();
    each.map(|one| {
        let row = one.row.as_ref().map(|row| row.0.as_str()).unwrap_or_default();
        format!("{row}/{}: {}", one.field.unwrap_or_default(), one.diagnostic)
    })
    .collect()
}

#[test]
fn what_goes_out_comes_back() {
    let known = known();
    let form = filled();
    let file = export(&form, &reading(&known));
    assert_eq!(
        file,
        "id,name,cost,due,state,family,done,facts,after,runs,column,note\n\
         r1,flats,12.5,,open,,true,f1; f2,,1234.5,rent,\n\
         r2,'=1+1,? later,2026-01-31,,,,,,,,\"one, \"\"two\"\"\nthree\"\n\
         r3,-5,much,,,law,,,r1,,,'@all\n"
    );
    let (back, placed) = import(&form, &reading(&known), &file).unwrap();
    assert_eq!((&back.rows, placed.rows, placed.cells), (&form.rows, 3, 15));
    assert_eq!(said(&placed), ["r3/cost: form-number text=\"much\""]);
    let (fresh, _) = import(&Form::new(&KIND), &reading(&known), &file).unwrap();
    assert_eq!(ids(&fresh), ["r1", "r2", "r3"]);
}

#[test]
fn files_of_others_are_read() {
    let known = known();
    let form = form(&[&[("name", "old")], &[("name", "kept")]]);
    let file = "\u{feff}COÛT;colour;nom;id\r\n\"3,5\";red;one;r2\r\n;;;\r\n4;blue;two;r2\r\n5;;three;r77\r\n";
    let (read, placed) = import(&form, &reading(&known), file).unwrap();
    assert_eq!(ids(&read), ["r2", "r4", "r5"], "a row that is known keeps its id, once");
    assert_eq!(read.rows.iter().map(|row| row.written("name")).collect::<Vec<_>>(), ["one", "two", "three"]);
    assert_eq!(said(&placed), ["/: column-unknown candidates=[] column=\"colour\""]);
    assert_eq!(import(&form, &reading(&known), "").unwrap_err().code, Code::ParamRequired);
    let long = format!("name\n{}", "a\n".repeat(MAX_ROWS + 1));
    assert_eq!(import(&form, &reading(&known), &long).unwrap_err().code, Code::FormTooLong);
}

#[test]
fn blocks_are_placed_cell_by_cell() {
    let known = known();
    let mut form = form(&[&[("name", "a")], &[("name", "b"), ("cost", "1")]]);
    let block = "5\t31/12/2026\topen\nmuch\t2026-13-01\tshut\n\t\t\n";
    let placed = paste(&mut form, &reading(&known), 1, 1, block).unwrap();
    assert_eq!((placed.rows, placed.cells), (3, 6));
    assert_eq!(
        said(&placed),
        [
            "r3/cost: form-number text=\"much\"",
            "r3/due: form-date text=\"2026-13-01\"",
            "r3/state: form-choice text=\"shut\"",
        ]
    );
    assert_eq!(ids(&form), ["r1", "r2", "r3", "r4"]);
    assert_eq!((form.rows[1].written("due"), form.rows[1].written("name")), ("2026-12-31", "b"));
    assert_eq!(check(&form, &KIND, &known, Mode::Practice).len(), 5, "two rows lack a name besides");
}

#[test]
fn an_empty_cell_of_a_block_empties_its_cell() {
    let known = known();
    let mut form = form(&[&[("name", "a"), ("cost", "1"), ("due", "2026-01-01")]]);
    paste(&mut form, &reading(&known), 0, 1, "\t2026-01-02").unwrap();
    assert_eq!((form.rows[0].cell("cost"), form.rows[0].written("due")), (None, "2026-01-02"));
}

#[test]
fn headings_computed_cells_and_what_is_beyond_are_left_out() {
    let known = known();
    let mut made = form(&[]);
    let placed = paste(&mut made, &reading(&known), 0, 0, "Nom\tcoût\n\"a\nb\"\t1\n").unwrap();
    assert_eq!((placed.rows, made.rows[0].written("name")), (1, "a b"));
    let placed = paste(&mut made, &reading(&known), 0, 8, "77\trent\tnote\tbeyond\tmore").unwrap();
    assert_eq!(
        said(&placed),
        ["r1/runs: form-cell-computed", "/: form-paste-wide count=2", "r1/column: form-link-lost name=\"rent\"",]
    );
    let before = made.clone();
    let long = "a\n".repeat(MAX_ROWS);
    assert_eq!(paste(&mut made, &reading(&known), 1, 0, &long).unwrap_err().code, Code::FormTooLong);
    assert_eq!(made, before);
    assert!(made.row(&id("r1")).is_some());
}

#[test]
fn long_cells_wide_lines_and_open_quotes_are_read() {
    let known = known();
    let mut made = form(&[]);
    let long = "é".repeat(3_000);
    paste(&mut made, &reading(&known), 0, 0, &format!("a\t1\n\"{long}")).unwrap();
    assert_eq!((made.rows.len(), made.rows[1].written("name")), (2, long.as_str()));
    let placed = paste(&mut made, &reading(&known), 0, 0, &"x\t".repeat(300)).unwrap();
    assert_eq!((placed.rows, made.rows[0].written("name")), (1, "x"));
    assert!(said(&placed).contains(&format!("/: form-paste-wide count={}", 300 - KIND.fields.len())), "{placed:?}");
    assert_eq!(paste(&mut made, &reading(&known), 0, 0, "").unwrap(), Placed::default());
}

proptest! {
    #[test]
    fn any_text_comes_back(texts in prop::collection::vec("\\PC{0,20}|[\\n\",;'=+@\\t -]{0,8}", 1..6)) {
        let known = known();
        let rows: Vec<_> = texts.iter().map(|text| [("name", "a"), ("note", text.as_str())]).collect();
        let form = form(&rows.iter().map(|row| &row[..]).collect::<Vec<_>>());
        let (back, _) = import(&form, &reading(&known), &export(&form, &reading(&known))).unwrap();
        prop_assert_eq!(back.rows, form.rows);
    }
}
