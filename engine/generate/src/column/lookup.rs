//! A value that follows from another column: a functional dependency by construction.

use std::collections::BTreeMap;

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::scope::{in_range, invalid};
use super::{ColumnKind, Fill, Filled, Need, Scope, Shape};
use crate::chance::Alias;
use crate::value::{Bits, Cell, Texts, Type, Values};

/// The value that `values` has for the plain text of the column `on`. Where it has none: one of `others`, drawn once for
/// each text of `on` and then kept; without `others`, no value. All values are texts, or all are whole numbers.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lookup {
    /// The columns that decide; several are joined with `|`.
    pub on: Vec<String>,
    /// The value for each text.
    #[serde(default)]
    pub values: BTreeMap<String, Value>,
    /// Values for all other texts.
    #[serde(default)]
    pub others: Vec<Value>,
    /// A weight for each of `others`; all equal if there are none.
    #[serde(default)]
    pub weights: Vec<f64>,
}

impl Lookup {
    fn alias(&self) -> Option<Alias> {
        let weights = if self.weights.is_empty() { vec![1.0; self.others.len()] } else { self.weights.clone() };
        Alias::new(weights)
    }

    fn all(&self, is: fn(&Value) -> bool) -> bool {
        self.values.values().chain(&self.others).all(is)
    }
}

impl ColumnKind for Lookup {
    fn needs(&self) -> Vec<Need> {
        self.on.iter().cloned().map(Need::Column).collect()
    }

    fn shape(&self, scope: &Scope<'_>) -> Checked<Shape> {
        for (place, name) in self.on.iter().enumerate() {
            scope.column(name).map_err(|error| error.at_field(format!("/on/{place}")))?;
        }
        if !self.weights.is_empty() && self.weights.len() != self.others.len() {
            return Err(invalid(format!("{} weights, {} values", self.weights.len(), self.others.len()), "weights"));
        }
        for (place, weight) in self.weights.iter().enumerate() {
            in_range(*weight, 0.0, 1e12, &format!("weights/{place}"))?;
        }
        if !self.others.is_empty() && self.alias().is_none() {
            return Err(invalid("no weight", "weights"));
        }
        if self.all(Value::is_string) {
            Ok(Shape::of(Type::Text))
        } else if self.all(Value::is_i64) {
            Ok(Shape::of(Type::Integer))
        } else {
            Err(invalid("values of several types", "values"))
        }
    }

    fn fill(&self, fill: &Fill<'_>) -> Checked<Filled> {
        let mut on = Vec::new();
        for name in &self.on {
            on.push(fill.of(name)?);
        }
        let alias = self.alias();
        let is_text = self.all(Value::is_string);
        let (mut texts, mut numbers, mut nulls) = (Texts::default(), Vec::new(), Bits::new());
        let mut pieces = Vec::new();
        for value in self.values.values().chain(&self.others) {
            pieces.push(texts.intern(value.as_str().unwrap_or("")));
        }
        let all: Vec<&Value> = self.values.values().chain(&self.others).collect();
        let listed: BTreeMap<&str, usize> =
            self.values.keys().enumerate().map(|(place, key)| (key.as_str(), place)).collect();
        let mut known: BTreeMap<String, Option<usize>> = BTreeMap::new();
        let mut key = String::new();
        for row in 0..fill.rows {
            key.clear();
            for (place, column) in on.iter().enumerate() {
                if place > 0 {
                    key.push('|');
                }
                match column.cell(row) {
                    Cell::Text(text) => key.push_str(text),
                    cell => key.push_str(&cell.to_string()),
                }
            }
            let place = match known.get(key.as_str()) {
                Some(place) => *place,
                None => {
                    let drawn = || {
                        alias.as_ref().map(|alias| {
                            // Each text has a stream of its own, so that it is not the order of rows that decides.
                            let mut stream = fill.stream(&key);
                            self.values.len() + alias.draw(&mut stream) as usize
                        })
                    };
                    let place = listed.get(key.as_str()).copied().or_else(drawn);
                    known.insert(key.clone(), place);
                    place
                }
            };
            nulls.put(row, place.is_none());
            if is_text {
                texts.push_piece(place.map_or_else(Default::default, |place| pieces[place]));
            } else {
                numbers.push(place.and_then(|place| all[place].as_i64()).unwrap_or(0));
            }
        }
        let values = if is_text { Values::Text(texts) } else { Values::Integer(numbers) };
        Ok(Filled { values, nulls, link: None })
    }
}
