//! Whether something happens, with a probability that may follow from other columns.

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ColumnKind, Fill, Filled, Need, Scope, Shape};
use crate::formula::{Formula, Kind};
use crate::value::{Bits, Column, Type, Values};

/// True with the probability that the formula gives for the row, which is cut to 0 to 1; no value where it gives none.
/// `0.02`, `1 / (1 + exp(4 - debt_ratio * 3))`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// The probability.
    pub probability: String,
}

impl ColumnKind for Event {
    fn needs(&self) -> Vec<Need> {
        Formula::names(&self.probability).into_iter().map(Need::Column).collect()
    }

    fn shape(&self, scope: &Scope<'_>) -> Checked<Shape> {
        let formula = scope.formula(&self.probability, Some(Kind::Number));
        formula.map_err(|error| error.at_field("/probability"))?;
        Ok(Shape::of(Type::Boolean))
    }

    fn fill(&self, fill: &Fill<'_>) -> Checked<Filled> {
        let formula = Formula::compile(&self.probability, &|name| fill.of(name).ok().map(Column::kind))?;
        let mut stream = fill.stream("value");
        let mut nulls = Bits::new();
        let mut values = Vec::with_capacity(fill.rows as usize);
        for (row, probability) in formula.numbers(fill.rowset(), fill.rows).into_iter().enumerate() {
            nulls.put(row as u32, probability.is_nan());
            values.push(stream.happens(probability));
        }
        Ok(Filled { values: Values::Boolean(values), nulls, link: None })
    }
}
