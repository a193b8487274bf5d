//! A value computed from other columns of the row.

use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ColumnKind, Fill, Filled, Need, Scope, Shape};
use crate::formula::{Batch, Formula, Kind};
use crate::value::{Bits, Texts, Type, Values};

/// The value of a formula ([`crate::formula`]), as a type.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FormulaColumn {
    /// The formula.
    pub formula: String,
    /// The type; numbers may become integers, decimals, dates or times (rounded). Without it, what the formula gives.
    #[serde(default, rename = "type")]
    pub kind: Option<Type>,
    /// Digits after the point of decimals (at most 9).
    #[serde(default = "two")]
    pub scale: u8,
}

fn two() -> u8 {
    2
}

impl FormulaColumn {
    fn result(&self, given: Kind) -> Option<Type> {
        match (given, self.kind) {
            (Kind::Number, None) => Some(Type::Number),
            (Kind::Text, None | Some(Type::Text)) => Some(Type::Text),
            (Kind::Boolean, None | Some(Type::Boolean)) => Some(Type::Boolean),
            (Kind::Number, Some(kind)) => Some(kind).filter(|kind| !matches!(kind, Type::Text | Type::Boolean)),
            _ => None,
        }
    }
}

impl ColumnKind for FormulaColumn {
    fn needs(&self) -> Vec<Need> {
        Formula::names(&self.formula).into_iter().map(Need::Column).collect()
    }

    fn shape(&self, scope: &Scope<'_>) -> Checked<Shape> {
        super::scope::in_range(f64::from(self.scale), 0.0, 9.0, "scale")?;
        let formula = scope.formula(&self.formula, None).map_err(|error| error.at_field("/formula"))?;
        let Some(kind) = self.result(formula.kind()) else {
            let expected = self.kind.map_or("", super::scope::type_name);
            let diagnostic = Diagnostic::new(Code::FormulaType).with("found", formula.kind().name());
            return Err(diagnostic.with("expected", expected).at_field("/type"));
        };
        Ok(Shape { kind, scale: if kind == Type::Decimal { self.scale } else { 0 } })
    }

    fn fill(&self, fill: &Fill<'_>) -> Checked<Filled> {
        let types = |name: &str| fill.of(name).ok().map(crate::value::Column::kind);
        let formula = Formula::compile(&self.formula, &types)?;
        let rows = fill.rows as usize;
        let mut nulls = Bits::new();
        let mut row = 0;
        let mut texts = Texts::default();
        let mut truths = Vec::new();
        let mut numbers = Vec::with_capacity(if formula.kind() == Kind::Number { rows } else { 0 });
        formula.each_batch(fill.rowset(), fill.rows, |batch| match batch {
            Batch::Numbers(batch) => numbers.extend(batch),
            Batch::Texts(batch) => {
                for text in batch {
                    nulls.put(row, text.is_none());
                    texts.push(text.as_deref().unwrap_or(""));
                    row += 1;
                }
            }
            Batch::Booleans(batch) => {
                for truth in batch {
                    nulls.put(row, truth.is_none());
                    truths.push(truth.unwrap_or(false));
                    row += 1;
                }
            }
        });
        let values = match formula.kind() {
            Kind::Text => Values::Text(texts),
            Kind::Boolean => Values::Boolean(truths),
            Kind::Number => {
                let missing = numbers.iter().enumerate().filter(|(_, value)| value.is_nan());
                missing.for_each(|(row, _)| nulls.put(row as u32, true));
                super::fill::typed(numbers, self.result(Kind::Number).unwrap_or(Type::Number), self.scale)
            }
        };
        Ok(Filled { values, nulls, link: None })
    }
}
