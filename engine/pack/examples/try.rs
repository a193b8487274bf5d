fn main() {
    let text = std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap();
    let mut value: toml::Table = toml::from_str(&text).unwrap();
    value.remove("format");
    value.remove("version");
    let json = serde_json::to_value(&value).unwrap();
    let spec: generate::DataSpec = serde_json::from_value(json).unwrap();
    let t = std::time::Instant::now();
    match generate::generate(&spec, "essai", generate::Scale::Practice) {
        Err(findings) => {
            for f in findings {
                println!("{f}");
            }
        }
        Ok(made) => {
            println!("{:?}", t.elapsed());
            for table in &made.tables {
                println!("{} {} shown", table.name, table.order().len());
                for row in table.order().iter().take(4) {
                    println!(
                        "   {}",
                        table
                            .columns()
                            .iter()
                            .enumerate()
                            .map(|(p, c)| format!("{}={:?}", c.name, table.cell(p, *row)))
                            .collect::<Vec<_>>()
                            .join(" ")
                    );
                }
            }
            for m in &made.ledger.marks {
                println!(
                    "{} {:?} {} {}: {:?}",
                    m.table,
                    m.column,
                    m.kind,
                    m.rows.len(),
                    (0..4.min(m.rows.len()))
                        .map(|i| {
                            let t = made.tables.iter().find(|t| t.name == m.table).unwrap();
                            match &m.column {
                                Some(c) => {
                                    let (p, _) = t.column(c).unwrap();
                                    format!("{:?}→{:?}", m.originals.cell(i as u32), t.cell(p, m.rows[i]))
                                }
                                None => "row".into(),
                            }
                        })
                        .collect::<Vec<_>>()
                );
            }
            println!("twins {} missingness {:?}", made.ledger.twins.len(), made.ledger.missingness);
        }
    }
}
