//! The order in which tables and columns are filled: each after what it reads, else as declared.

use std::collections::BTreeMap;

use protocol::{Checked, Code, Diagnostic};

use super::{Address, needs};
use crate::column::{ColumnKind, Need};
use crate::spec::{DataSpec, Rows};

/// Tables with their columns, in order.
pub(super) fn order(
    spec: &DataSpec,
    kinds: &BTreeMap<Address, Box<dyn ColumnKind>>,
) -> Checked<Vec<(usize, Vec<usize>)>> {
    let table_of = |name: &str| spec.tables.iter().position(|table| table.name == name);
    let needs_of = |table: usize, column: usize| {
        let kind = kinds.get(&Address { table, column });
        kind.map_or_else(Vec::new, |kind| needs(kind.as_ref(), &spec.tables[table].columns[column]))
    };
    let mut before: Vec<Vec<usize>> = Vec::new();
    for (place, table) in spec.tables.iter().enumerate() {
        let mut first: Vec<usize> = match &table.rows {
            Rows::PerParent(rows) => table_of(&rows.per).into_iter().collect(),
            _ => Vec::new(),
        };
        for column in 0..table.columns.len() {
            first.extend(needs_of(place, column).iter().filter_map(|need| match need {
                Need::Other(other, _) if *other != table.name => table_of(other),
                _ => None,
            }));
        }
        before.push(first);
    }
    let names: Vec<&str> = spec.tables.iter().map(|table| table.name.as_str()).collect();
    let tables = sort(&before).map_err(|circle| circular(&circle, &names).at_field("/tables"))?;
    let mut ordered = Vec::with_capacity(tables.len());
    for place in tables {
        let table = &spec.tables[place];
        let names: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
        let column_of = |name: &str| names.iter().position(|known| *known == name);
        let before: Vec<Vec<usize>> = (0..names.len())
            .map(|column| {
                let needs = needs_of(place, column);
                let own = needs.iter().filter_map(|need| match need {
                    Need::Column(name) => column_of(name),
                    Need::Other(other, name) if *other == table.name => column_of(name),
                    Need::Other(..) => None,
                });
                own.collect()
            })
            .collect();
        let columns = sort(&before).map_err(|circle| circular(&circle, &names).at_field(format!("/tables/{place}")))?;
        ordered.push((place, columns));
    }
    Ok(ordered)
}

fn circular(places: &[usize], names: &[&str]) -> Box<Diagnostic> {
    let names: Vec<String> = places.iter().map(|place| names[*place].to_owned()).collect();
    Diagnostic::new(Code::DataCircle).with("names", names)
}

/// Items after those that they need, else in their order.
///
/// # Errors
/// The items that need each other.
fn sort(before: &[Vec<usize>]) -> Result<Vec<usize>, Vec<usize>> {
    let mut sorted: Vec<usize> = Vec::new();
    while sorted.len() < before.len() {
        let waiting = (0..before.len()).filter(|item| !sorted.contains(item));
        let next = waiting.clone().find(|item| before[*item].iter().all(|need| sorted.contains(need)));
        match next {
            Some(item) => sorted.push(item),
            None => return Err(waiting.collect()),
        }
    }
    Ok(sorted)
}
