//! One of some values, by weight; the weights may depend on another column.

use std::collections::BTreeMap;

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::scope::invalid;
use super::{ColumnKind, Fill, Filled, Need, Scope, Shape};
use crate::chance::Alias;
use crate::value::{Texts, Type, Values};

/// Value `k` comes with probability `weight_k / Σ weights`. All values are of one type: texts, whole numbers, numbers or
/// booleans.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Categorical {
    /// The values.
    pub values: Vec<Value>,
    /// A weight for each; all equal if there are none.
    #[serde(default)]
    pub weights: Vec<f64>,
    /// A column whose text chooses the weights.
    #[serde(default)]
    pub by: Option<String>,
    /// With `by`: the weights for each of its texts; for others, `weights` hold.
    #[serde(default)]
    pub cases: BTreeMap<String, Vec<f64>>,
}

impl Categorical {
    fn table(&self, weights: &[f64], field: &str) -> Checked<Alias> {
        let weights = if weights.is_empty() { vec![1.0; self.values.len()] } else { weights.to_vec() };
        if weights.len() != self.values.len() {
            return Err(invalid(format!("{} weights, {} values", weights.len(), self.values.len()), field));
        }
        if weights.iter().any(|weight| !weight.is_finite() || *weight < 0.0) {
            return Err(invalid("negative weight", field));
        }
        Alias::new(weights).ok_or_else(|| invalid("no weight", field))
    }
}

impl ColumnKind for Categorical {
    fn needs(&self) -> Vec<Need> {
        self.by.iter().cloned().map(Need::Column).collect()
    }

    fn shape(&self, scope: &Scope<'_>) -> Checked<Shape> {
        self.table(&self.weights, "weights")?;
        for (case, weights) in &self.cases {
            self.table(weights, &format!("cases/{case}"))?;
        }
        if let Some(by) = &self.by {
            scope.typed(by, &[Type::Text])?;
        } else if !self.cases.is_empty() {
            return Err(invalid("cases without by", "cases"));
        }
        let all = |is: fn(&Value) -> bool| self.values.iter().all(is);
        let kind = if all(Value::is_string) {
            Type::Text
        } else if all(Value::is_i64) {
            Type::Integer
        } else if all(Value::is_number) {
            Type::Number
        } else if all(Value::is_boolean) {
            Type::Boolean
        } else {
            return Err(invalid("values of several types", "values"));
        };
        Ok(Shape::of(kind))
    }

    fn fill(&self, fill: &Fill<'_>) -> Checked<Filled> {
        let general = self.table(&self.weights, "weights")?;
        let mut cases = BTreeMap::new();
        for (case, weights) in &self.cases {
            cases.insert(case.as_str(), self.table(weights, "cases")?);
        }
        let by = self.by.as_ref().map(|name| fill.of(name)).transpose()?;
        let mut stream = fill.stream("value");
        let draws = (0..fill.rows).map(|row| {
            let case = by.and_then(|by| by.text(row)).and_then(|text| cases.get(text));
            case.unwrap_or(&general).draw(&mut stream) as usize
        });
        let first = self.values.first();
        let values = if first.is_some_and(Value::is_string) {
            let mut texts = Texts::with_capacity(fill.rows as usize, 0);
            let pieces: Vec<_> = self.values.iter().map(|value| texts.intern(value.as_str().unwrap_or(""))).collect();
            draws.for_each(|place| texts.push_piece(pieces[place]));
            Values::Text(texts)
        } else if first.is_some_and(Value::is_boolean) {
            Values::Boolean(draws.map(|place| self.values[place] == Value::Bool(true)).collect())
        } else if self.values.iter().all(Value::is_i64) {
            let numbers: Vec<i64> = self.values.iter().map(|value| value.as_i64().unwrap_or(0)).collect();
            Values::Integer(draws.map(|place| numbers[place]).collect())
        } else {
            let numbers: Vec<f64> = self.values.iter().map(|value| value.as_f64().unwrap_or(0.0)).collect();
            Values::Number(draws.map(|place| numbers[place]).collect())
        };
        Ok(values.into())
    }
}
