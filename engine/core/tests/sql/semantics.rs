//! What the fixture cannot tell: options, names, expressions for operations, where we differ from DuckDB.

use engine::sql::{Expression, Options, Query};
use engine::table_text;
use polars::prelude::*;
use protocol::Code;

use crate::support::{run, tables};

#[test]
fn a_limit_without_order_is_refused_where_marks_hang_on_it() {
    let graded = Options { graded: true };
    let code = |text: &str| {
        let finding = Query::parse(text).unwrap().run(&tables(), graded).err();
        finding.map(|finding| (finding.code, finding.place.span.map(|span| (span.line, span.column))))
    };
    assert_eq!(code("SELECT id FROM tenants LIMIT 3"), Some((Code::SqlLimitWithoutOrder, Some((1, 30)))));
    assert_eq!(
        code("SELECT id FROM (SELECT id FROM tenants LIMIT 3) t ORDER BY id").map(|found| found.0),
        Some(Code::SqlLimitWithoutOrder)
    );
    assert_eq!(code("SELECT id FROM tenants ORDER BY id LIMIT 3"), None);
    assert_eq!(run("SELECT id FROM tenants LIMIT 3").unwrap().height(), 3);
}

#[test]
fn the_tables_of_a_query_are_those_it_does_not_make() {
    let tables = |text: &str| Query::parse(text).unwrap().tables();
    assert_eq!(tables("SELECT * FROM a JOIN Staging.b USING (x), (SELECT 1 FROM c) d"), ["a", "Staging.b", "c"]);
    assert_eq!(tables("WITH a AS (SELECT * FROM b) SELECT * FROM a WHERE x IN (SELECT y FROM e)"), ["b", "e"]);
    assert_eq!(tables("SELECT (SELECT max(x) FROM m) FROM t UNION SELECT 1 FROM \"U u\""), ["t", "m", "U u"]);
}

#[test]
fn a_table_is_found_by_its_zone_too() {
    let table = table_text::read("x:integer\n1", None).unwrap();
    let tables = [("staging.Tenants".to_owned(), table)].into();
    for text in [
        "SELECT x FROM tenants",
        "SELECT tenants.x FROM STAGING.TENANTS",
        "SELECT staging.tenants.x FROM staging.tenants",
    ] {
        Query::parse(text)
            .unwrap()
            .run(&tables, Options::default())
            .unwrap_or_else(|finding| panic!("{text}: {finding}"));
    }
}

#[test]
fn result_names_are_unique() {
    let names = |text: &str| run(text).unwrap().visible_names();
    assert_eq!(names("SELECT a.id, b.id FROM tenants a JOIN tenants b ON a.id = b.id"), ["id", "id_1"]);
    assert_eq!(names("SELECT 1 AS x, 2 AS X, 3 AS x"), ["x", "X_1", "x_2"]);
    assert_eq!(names("SELECT sum(id), Name FROM tenants GROUP BY name"), ["sum(id)", "Name"]);
}

#[test]
fn integers_that_leave_64_bits_are_an_error_and_never_wrap() {
    let table =
        table_text::read("k:text | n:integer\na | 9223372036854775807\na | 1\nb | -9223372036854775808\nb | 5", None)
            .unwrap();
    let tables = [("t".to_owned(), table)].into();
    let code = |text: &str| Query::parse(text).unwrap().run(&tables, Options::default()).err().map(|found| found.code);
    for text in [
        "SELECT n + 1 FROM t",
        "SELECT n - 1 FROM t",
        "SELECT n * 2 FROM t",
        "SELECT -n FROM t",
        "SELECT abs(n) FROM t",
        "SELECT n // -1 FROM t",
        "SELECT k, sum(n) FROM t GROUP BY k",
        "SELECT sum(n) FROM t WHERE k = 'a'",
        "SELECT 9223372036854775807 + 1",
    ] {
        assert_eq!(code(text), Some(Code::SqlOverflow), "{text}");
    }
    let fine = Query::parse("SELECT sum(n) AS s FROM t").unwrap().run(&tables, Options::default()).unwrap();
    assert_eq!(fine.frame.column("s").unwrap().get(0).unwrap(), AnyValue::Int64(5));
    let fine = Query::parse("SELECT n + 1 AS s FROM t WHERE n < 9223372036854775807").unwrap();
    assert_eq!(fine.run(&tables, Options::default()).unwrap().height(), 3);
}

#[test]
fn errors_of_running_name_their_place() {
    for (text, code, place) in [
        ("SELECT id // 0 FROM tenants", Code::SqlDivisionByZero, (1, 8)),
        ("SELECT id,\n  CAST(name AS BIGINT) FROM tenants", Code::SqlCastFailed, (2, 8)),
        ("SELECT (SELECT id FROM tenants)", Code::SqlScalarRows, (1, 9)),
    ] {
        let finding = run(text).expect_err(text);
        let found = finding.place.span.map(|span| (span.line, span.column));
        assert_eq!((finding.code, found), (code, Some(place)), "{text}");
    }
}

#[test]
fn expressions_serve_operations() {
    let table = table_text::read("Id:integer | s:text\n1 | a\n2 | b\n3 | ∅", None).unwrap();
    let schema = table.frame.schema();
    let compiled = Expression::compile("id * 2 > 3 AND s IS NOT NULL", schema).unwrap();
    assert_eq!(compiled.kind(), DataType::Boolean);
    assert_eq!(compiled.columns().into_iter().collect::<Vec<_>>(), ["Id", "s"]);
    let kept = engine::frame::collect(table.frame.clone().lazy().filter(compiled.expr())).unwrap();
    assert_eq!(kept.height(), 1);
    assert_eq!(Expression::compile("sum(id)", schema).unwrap_err().code, Code::SqlAggregateMisplaced);
    assert_eq!(Expression::compile_aggregate("sum(id) + id", schema).unwrap_err().code, Code::SqlNotGrouped);
    assert_eq!(Expression::compile("id + ", schema).unwrap_err().code, Code::SqlSyntax);
    assert_eq!(Expression::compile("id; SELECT 1", schema).unwrap_err().code, Code::SqlSyntax);
}

#[test]
fn measures_serve_groups() {
    let table = table_text::read("k:text | n:integer | x:number\na | 1 | 1.5\na | 3 | ∅\nb | ∅ | ∅", None).unwrap();
    let schema = table.frame.schema();
    let measures: Vec<Expr> = [
        ("s", "sum(n)"),
        ("c", "count(*)"),
        ("m", "sum(x) / count(*)"),
        ("d", "count(DISTINCT n)"),
        ("p", "sum(n * n) + 1"),
        ("b", "bool_or(n > 2)"),
    ]
    .map(|(name, text)| Expression::compile_aggregate(text, schema).unwrap().expr().alias(name))
    .to_vec();
    let grouped = engine::frame::group(table.frame.clone().lazy(), vec![col("k")], measures.clone());
    let made = engine::table::Table::unordered(engine::frame::collect(grouped).unwrap());
    assert_eq!(
        table_text::write(&made),
        "k:text | s:integer | c:integer | m:number | d:integer | p:integer | b:boolean\n\
         a | 4 | 2 | 0.75 | 2 | 11 | true\nb | ∅ | 1 | ∅ | 0 | ∅ | ∅"
    );
    let whole = engine::frame::collect(table.frame.lazy().select(measures)).unwrap();
    assert_eq!(
        table_text::write(&engine::table::Table::unordered(whole)),
        "s:integer | c:integer | m:number | d:integer | p:integer | b:boolean\n4 | 3 | 0.5 | 2 | 11 | true"
    );
}

#[test]
fn stored_types_are_read_under_their_kinds() {
    let frame =
        df!("small" => [Some(1_i8), None, Some(3)], "single" => [1.5_f32, 2.0, 2.5], "big" => [1_u64, 2, 3]).unwrap();
    let tables = [("t".to_owned(), engine::table::Table::unordered(frame))].into();
    let made = Query::parse("SELECT small + 1 AS a, single * 2 AS b, small AS c FROM t WHERE single > 1.5").unwrap();
    let made = made.run(&tables, Options::default()).unwrap();
    assert_eq!(table_text::write(&made), "a:integer | b:number | c:integer\n∅ | 4.0 | ∅\n4 | 5.0 | 3");
    let schema = tables["t"].frame.schema();
    let compiled = Expression::compile("small + 1", schema).unwrap();
    let made = engine::frame::collect(tables["t"].frame.clone().lazy().select([compiled.expr()])).unwrap();
    assert_eq!(made.dtypes(), [DataType::Int64]);
}
