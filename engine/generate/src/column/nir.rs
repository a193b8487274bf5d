//! Social security numbers (NIR) that agree with sex, date and place of birth.

use std::collections::BTreeMap;
use std::fmt::Write;

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ColumnKind, Fill, Filled, Need, Scope, Shape};
use crate::calendar::{civil, days_of};
use crate::chance::Alias;
use crate::checksum::nir_key;
use crate::lists::communes;
use crate::value::{Bits, Texts, Type, Values};

/// Sex (1 or 2), year and month of birth, département and commune of birth, order in the register of that month and
/// commune, key 97 − (n mod 97). What no column gives is drawn: sex evenly, birth from 1930 to 2005, commune by
/// population. Orders run on, so that two people of one commune and month never share a number (up to 999 of them).
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Nir {
    /// A column with the sex.
    pub sex: Option<String>,
    /// The texts of that column that mean a woman: `F` by default.
    pub women: Vec<String>,
    /// A column with the date of birth; where it holds none, there is no number.
    pub born: Option<String>,
    /// A column with the code of the commune of birth (five characters); where it holds none, there is no number.
    pub insee: Option<String>,
    /// Whether the parts are set apart by spaces.
    pub spaced: bool,
    /// Whether the key is left out.
    pub without_key: bool,
}

impl ColumnKind for Nir {
    fn needs(&self) -> Vec<Need> {
        let columns = [&self.sex, &self.born, &self.insee];
        columns.into_iter().flatten().cloned().map(Need::Column).collect()
    }

    fn shape(&self, scope: &Scope<'_>) -> Checked<Shape> {
        for (name, kind, field) in
            [(&self.sex, Type::Text, "/sex"), (&self.born, Type::Date, "/born"), (&self.insee, Type::Text, "/insee")]
        {
            if let Some(name) = name {
                scope.typed(name, &[kind]).map_err(|error| error.at_field(field))?;
            }
        }
        Ok(Shape::of(Type::Text))
    }

    fn fill(&self, fill: &Fill<'_>) -> Checked<Filled> {
        let column = |name: &Option<String>| name.as_ref().map(|name| fill.of(name)).transpose();
        let (sex, born, insee) = (column(&self.sex)?, column(&self.born)?, column(&self.insee)?);
        let places = communes();
        let Some(alias) = Alias::new(places.iter().map(|one| f64::from(one.population))) else {
            return Err(fill.missing("communes"));
        };
        let (first, last) = (i64::from(days_of(1930, 1, 1)), i64::from(days_of(2005, 12, 31)));
        let is_woman = |text: &str| match self.women.as_slice() {
            [] => text == "F",
            women => women.iter().any(|woman| woman == text),
        };
        let mut stream = fill.stream("value");
        let mut orders: BTreeMap<(u8, i32, u32, u32), u16> = BTreeMap::new();
        let mut nulls = Bits::new();
        let mut texts = Texts::with_capacity(fill.rows as usize, fill.rows as usize * 15);
        let mut number = String::new();
        for row in 0..fill.rows {
            let drawn = (stream.below(2), stream.between(first, last) as i32, alias.draw(&mut stream) as usize);
            let start = stream.below(999) as u16;
            let sex = match sex {
                Some(column) => u8::from(column.text(row).is_some_and(is_woman)) + 1,
                None => drawn.0 as u8 + 1,
            };
            let born = born.map_or(Some(f64::from(drawn.1)), |column| column.number(row));
            let insee = insee.map_or(Some(places[drawn.2].insee), |column| column.text(row));
            let (Some(born), Some(insee)) = (born, insee.filter(|insee| insee.len() == 5)) else {
                nulls.put(row, true);
                texts.push("");
                continue;
            };
            let (year, month, _) = civil(born as i32);
            let year = year.rem_euclid(100);
            let commune = insee.bytes().fold(0, |sum, byte| sum * 36 + u32::from(byte));
            let order = orders.entry((sex, year, month, commune)).or_insert(start);
            *order = *order % 999 + 1;
            number.clear();
            // Writing to a string cannot fail.
            let _ = write!(number, "{sex}{year:02}{month:02}{insee}{:03}", *order);
            let Some(key) = nir_key(&number) else {
                nulls.put(row, true);
                texts.push("");
                continue;
            };
            texts.push_with(|text| {
                let mut from = 0;
                for to in [1, 3, 5, 7, 10, 13] {
                    if self.spaced && from > 0 {
                        text.push(' ');
                    }
                    text.push_str(number.get(from..to).unwrap_or_default());
                    from = to;
                }
                if !self.without_key {
                    let _ = write!(text, "{}{key:02}", if self.spaced { " " } else { "" });
                }
            });
        }
        Ok(Filled { values: Values::Text(texts), nulls, link: None })
    }
}
