//! The facets that are chosen on a table: one condition of each kind for each column.

use std::mem::discriminant;

use protocol::TableRef;
use protocol::facet::{CellState, Condition, Facet};
use protocol::table::{ColumnType, TableInfo};

use super::format::Marks;

/// Facets, and the table that they are about: on another they mean nothing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Chosen {
    table: Option<TableRef>,
    facets: Vec<Facet>,
}

impl Chosen {
    /// The facets of a table, without those of columns that it does not have any more.
    pub fn of(&self, info: &TableInfo) -> Vec<Facet> {
        let stands = |facet: &&Facet| info.columns.iter().any(|column| column.name == facet.column);
        let facets = self.facets.iter().filter(stands).cloned();
        if self.table.as_ref() == Some(&info.table) { facets.collect() } else { Vec::new() }
    }

    /// The condition of a kind on a column.
    pub fn get(&self, column: &str, like: &Condition) -> Option<&Condition> {
        let place = self.place(column, like)?;
        Some(&self.facets[place].condition)
    }

    /// Puts a condition in the place of the one of its kind; one that asks for nothing takes it away.
    pub fn set(&mut self, table: &TableRef, column: &str, condition: Condition) {
        if self.table.as_ref() != Some(table) {
            *self = Self { table: Some(table.clone()), facets: Vec::new() };
        }
        match (self.place(column, &condition), is_empty(&condition)) {
            (Some(place), true) => {
                self.facets.remove(place);
            }
            (Some(place), false) => self.facets[place].condition = condition,
            (None, true) => {}
            (None, false) => self.facets.push(Facet { column: column.to_owned(), condition }),
        }
    }

    /// Takes a facet away.
    pub fn remove(&mut self, facet: &Facet) {
        self.facets.retain(|known| known != facet);
    }

    fn place(&self, column: &str, like: &Condition) -> Option<usize> {
        let is_it = |facet: &Facet| facet.column == column && discriminant(&facet.condition) == discriminant(like);
        self.facets.iter().position(is_it)
    }
}

fn is_empty(condition: &Condition) -> bool {
    match condition {
        Condition::Values { values, .. } => values.is_empty(),
        Condition::Patterns { patterns, .. } => patterns.is_empty(),
        Condition::States { states } => states.is_empty(),
        Condition::Range { low, high } => low.is_none() && high.is_none(),
        Condition::Duplicated => false,
    }
}

/// A list with an entry more, or less if it was there.
pub fn toggled<T: PartialEq>(mut list: Vec<T>, entry: T) -> Vec<T> {
    match list.iter().position(|known| *known == entry) {
        Some(place) => {
            list.remove(place);
        }
        None => list.push(entry),
    }
    list
}

/// States that a column of a type can have cells in.
pub fn states(kind: ColumnType) -> &'static [CellState] {
    match kind {
        ColumnType::Text => &[CellState::Missing, CellState::Blank, CellState::Filled],
        _ => &[CellState::Missing, CellState::Filled],
    }
}

/// Whether a column of a type has an order that bounds can be set on.
pub fn has_range(kind: ColumnType) -> bool {
    use ColumnType::*;
    matches!(kind, Integer | Number | Decimal | Date | Datetime | Time)
}

/// Whether single values of a type can be asked for.
pub fn has_values(kind: ColumnType) -> bool {
    !matches!(kind, ColumnType::Duration | ColumnType::Other)
}

/// A text that is no bound of its column's type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotOfType;

/// A bound as it was typed, in canonical text: `None` for an empty field.
///
/// # Errors
/// [`NotOfType`].
pub fn bound(text: &str, kind: ColumnType, marks: Marks) -> Result<Option<String>, NotOfType> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    match kind {
        ColumnType::Integer | ColumnType::Number | ColumnType::Decimal => {
            let kept = text.chars().filter(|char| !char.is_whitespace() && *char != marks.group);
            let plain: String = kept.map(|char| if char == marks.decimal { '.' } else { char }).collect();
            let plain = plain.replace('\u{2212}', "-");
            let is_number = plain.parse::<f64>().is_ok_and(f64::is_finite);
            if is_number { Ok(Some(plain)) } else { Err(NotOfType) }
        }
        ColumnType::Date => is_shaped(text, "9999-99-99").then(|| Some(text.to_owned())).ok_or(NotOfType),
        ColumnType::Time => {
            let is_time = ["99:99", "99:99:99"].into_iter().any(|shape| is_shaped(text, shape));
            is_time.then(|| Some(text.to_owned())).ok_or(NotOfType)
        }
        _ => {
            let is_moment = text.len() >= 10 && text.is_char_boundary(10) && is_shaped(&text[..10], "9999-99-99");
            is_moment.then(|| Some(text.replace(' ', "T"))).ok_or(NotOfType)
        }
    }
}

fn is_shaped(text: &str, shape: &str) -> bool {
    let fits = |(char, wanted): (char, char)| if wanted == '9' { char.is_ascii_digit() } else { char == wanted };
    text.chars().count() == shape.len() && text.chars().zip(shape.chars()).all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::Zone;
    use protocol::table::ColumnInfo;

    #[test]
    fn one_condition_of_a_kind_stands() {
        let table = TableRef::new(Zone::Raw, "rents");
        let values = |values: &[&str]| Condition::Values {
            values: values.iter().map(|value| Some((*value).to_owned())).collect(),
            invert: false,
        };
        let mut chosen = Chosen::default();
        chosen.set(&table, "city", values(&["a"]));
        chosen.set(&table, "city", values(&["a", "b"]));
        chosen.set(&table, "city", Condition::Duplicated);
        chosen.set(&table, "rent", Condition::Range { low: Some("1".to_owned()), high: None });
        let columns = vec![ColumnInfo { name: "city".to_owned(), kind: ColumnType::Text }];
        let info = TableInfo { table: table.clone(), rows: 0, columns, ordered: false, bytes: 0 };
        assert_eq!(chosen.of(&info).len(), 2);
        assert_eq!(chosen.get("city", &values(&[])), Some(&values(&["a", "b"])));
        chosen.set(&table, "city", values(&[]));
        assert_eq!(chosen.of(&info).len(), 1);
        let other = TableRef::new(Zone::Staging, "rents");
        assert!(chosen.of(&TableInfo { table: other.clone(), ..info.clone() }).is_empty());
        chosen.set(&other, "city", values(&["a"]));
        assert!(chosen.of(&info).is_empty());
        assert_eq!(toggled(toggled(vec![1], 2), 1), [2]);
    }

    #[test]
    fn bounds_are_read_as_they_are_written() {
        use ColumnType::{Date, Datetime, Integer, Number, Time};
        let french = Marks { group: '\u{202f}', decimal: ',' };
        let english = Marks { group: ',', decimal: '.' };
        for (text, kind, marks, expected) in [
            ("", Number, french, Ok(None)),
            ("1\u{202f}234,5", Number, french, Ok(Some("1234.5"))),
            ("1,234.5", Number, english, Ok(Some("1234.5"))),
            ("\u{2212}12", Integer, french, Ok(Some("-12"))),
            ("douze", Integer, french, Err(NotOfType)),
            ("2024-01-31", Date, french, Ok(Some("2024-01-31"))),
            ("31/01/2024", Date, french, Err(NotOfType)),
            ("2024-01-31 10:00", Datetime, french, Ok(Some("2024-01-31T10:00"))),
            ("10:00", Time, french, Ok(Some("10:00"))),
        ] {
            assert_eq!(bound(text, kind, marks), expected.map(|text| text.map(str::to_owned)), "{text}");
        }
    }
}
