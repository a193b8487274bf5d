//! What is written is read back equal: cells, types, missing cells, empty texts.

use engine::source::csv::CsvOptions;
use engine::source::csv::options::{ColumnChoice, CsvType, Mark};
use engine::source::parquet::ParquetOptions;
use engine::source::writer::write;
use engine::table::Table;
use engine::table_text;
use polars::prelude::*;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use protocol::source::ExportFormat;

use crate::support::{csv, parquet};

const TYPES: [(&str, CsvType); 7] = [
    ("entier", CsvType::Integer),
    ("nombre", CsvType::Number),
    ("texte, \"é\"", CsvType::Text),
    ("vrai", CsvType::Boolean),
    ("date", CsvType::Date),
    ("instant", CsvType::Datetime),
    ("heure", CsvType::Time),
];

/// One row: each cell may be missing, but not all of a one-column table.
type Row = (Option<i64>, Option<f64>, Option<String>, Option<bool>, Option<i32>, Option<i64>, Option<i64>);

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let number = any::<f64>().prop_map(|number| if number.is_nan() { 0.5 } else { number });
    let text = "[a-zé,;\"\n \t0-9]{0,20}";
    let row = (
        option::of(any::<i64>()),
        option::of(number),
        option::of(text),
        option::of(any::<bool>()),
        option::of(-700_000..2_900_000_i32),
        option::of(-60_000_000_000_000_000..250_000_000_000_000_000_i64),
        option::of(0..86_400_000_000_000_i64),
    );
    vec(row, 0..30)
}

fn table(rows: &[Row]) -> Table {
    let cast = |column: Column, dtype: DataType| column.cast(&dtype).expect("a cast");
    let micro = DataType::Datetime(TimeUnit::Microseconds, None);
    let columns = vec![
        Column::new(TYPES[0].0.into(), rows.iter().map(|row| row.0).collect::<Vec<_>>()),
        Column::new(TYPES[1].0.into(), rows.iter().map(|row| row.1).collect::<Vec<_>>()),
        Column::new(TYPES[2].0.into(), rows.iter().map(|row| row.2.clone()).collect::<Vec<_>>()),
        Column::new(TYPES[3].0.into(), rows.iter().map(|row| row.3).collect::<Vec<_>>()),
        cast(Column::new(TYPES[4].0.into(), rows.iter().map(|row| row.4).collect::<Vec<_>>()), DataType::Date),
        cast(Column::new(TYPES[5].0.into(), rows.iter().map(|row| row.5).collect::<Vec<_>>()), micro),
        cast(Column::new(TYPES[6].0.into(), rows.iter().map(|row| row.6).collect::<Vec<_>>()), DataType::Time),
        Column::new("\u{1f}ailleurs".into(), (0..rows.len() as u32).collect::<Vec<_>>()),
    ];
    Table::unordered(DataFrame::new(columns).expect("a frame"))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn csv_comes_back(rows in rows(), delimiter in prop::sample::select(vec![',', ';', '\t']), comma in any::<bool>(), byte_order_mark in any::<bool>()) {
        let table = table(&rows);
        let decimal = if comma { ',' } else { '.' };
        let bytes = write(&table, &ExportFormat::Csv { delimiter, decimal, byte_order_mark, neutralise: false }).expect("bytes");
        let options = CsvOptions {
            delimiter: delimiter.to_string(),
            decimal: if comma { Mark::Comma } else { Mark::Point },
            columns: TYPES.map(|(name, kind)| ColumnChoice { name: name.to_owned(), kind }).to_vec(),
            ..CsvOptions::default()
        };
        let back = csv(&bytes, &options, 1_000).expect("an import");
        prop_assert_eq!(table_text::write(&back.rejects).lines().count(), 1, "{}", table_text::write(&back.rejects));
        prop_assert_eq!(table_text::write(&back.table), table_text::write(&table));
    }

    #[test]
    fn parquet_comes_back(rows in rows()) {
        let table = table(&rows);
        let bytes = write(&table, &ExportFormat::Parquet).expect("bytes");
        let back = parquet(&bytes, &ParquetOptions::default()).expect("an import");
        prop_assert_eq!(back.table.provenance_names(), vec!["\u{1f}t".to_owned()]);
        prop_assert_eq!(table_text::write(&back.table), table_text::write(&table));
    }
}

#[test]
fn csv_is_written_as_documented() {
    let text = "a:integer | x:number | t:text | d:datetime\n1 | 0.5 | \"\" | 2024-01-02T03:04:05\n∅ | ∅ | ∅ | ∅\n-2 | 1e300 | a;\"b | 2024-01-02T03:04:05.25";
    let table = table_text::read(text, Some("s")).expect("a table");
    let format = |delimiter, decimal, byte_order_mark| ExportFormat::Csv {
        delimiter,
        decimal,
        byte_order_mark,
        neutralise: false,
    };
    for (format, expected) in [
        (
            format(',', '.', false),
            "a,x,t,d\n1,0.5,\"\",2024-01-02T03:04:05\n,,,\n-2,1e300,\"a;\"\"b\",2024-01-02T03:04:05.250\n",
        ),
        (
            format(';', ',', true),
            "\u{feff}a;x;t;d\n1;0,5;\"\";2024-01-02T03:04:05\n;;;\n-2;1e300;\"a;\"\"b\";2024-01-02T03:04:05.250\n",
        ),
    ] {
        assert_eq!(String::from_utf8(write(&table, &format).expect("bytes")).expect("UTF-8"), expected);
    }
    let refused = write(&table, &format('é', '.', false)).expect_err("not ASCII").to_string();
    assert_eq!(refused, "param-invalid field=/delimiter detail=\"é\"");
}

#[test]
fn zoned_instants_and_durations_are_written_as_text() {
    let instants = Column::new("i".into(), [1_700_000_000_000_000_i64]);
    let zoned = instants
        .cast(&DataType::Datetime(TimeUnit::Microseconds, Some(polars::prelude::TimeZone::UTC)))
        .expect("a cast");
    let lasting =
        Column::new("l".into(), [90_000_000_i64]).cast(&DataType::Duration(TimeUnit::Microseconds)).expect("a cast");
    let table = Table::unordered(DataFrame::new(vec![zoned, lasting]).expect("a frame"));
    let bytes =
        write(&table, &ExportFormat::Csv { delimiter: ',', decimal: '.', byte_order_mark: false, neutralise: false })
            .expect("bytes");
    let text = String::from_utf8(bytes).expect("UTF-8");
    assert!(text.starts_with("i,l\n2023-11-14T22:13:20"), "{text}");
}
