//! SIRET: a SIREN, four digits of an establishment, and a key.

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::siren::Sirens;
use super::{ColumnKind, Fill, Filled, Need, Scope, Shape};
use crate::checksum::{LA_POSTE, digits, luhn_digit};
use crate::value::{Bits, Texts, Type, Values};

/// The number of an establishment: of the company whose SIREN stands in a column, or of one that is drawn. The
/// establishment is 0001 for seven in ten, else up to 0030. The key follows Luhn; establishments of La Poste have a sum
/// of digits that is a multiple of 5.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Siret {
    /// A column with SIREN numbers; where it holds none, there is no SIRET.
    pub siren: Option<String>,
}

impl ColumnKind for Siret {
    fn needs(&self) -> Vec<Need> {
        self.siren.iter().cloned().map(Need::Column).collect()
    }

    fn shape(&self, scope: &Scope<'_>) -> Checked<Shape> {
        if let Some(siren) = &self.siren {
            scope.typed(siren, &[Type::Text]).map_err(|error| error.at_field("/siren"))?;
        }
        Ok(Shape::of(Type::Text))
    }

    fn fill(&self, fill: &Fill<'_>) -> Checked<Filled> {
        let given = self.siren.as_ref().map(|name| fill.of(name)).transpose()?;
        let drawn = Sirens::new(fill);
        let mut stream = fill.stream("establishment");
        let mut nulls = Bits::new();
        let mut texts = Texts::with_capacity(fill.rows as usize, fill.rows as usize * 14);
        for row in 0..fill.rows {
            let is_seat = stream.happens(0.7);
            let establishment = if is_seat { 1 } else { stream.between(2, 30) as u16 };
            let siren = match given {
                None => Some(drawn.of(row).to_vec()),
                Some(column) => column.text(row).map(|text| text.replace(' ', "")).and_then(|text| digits(&text)),
            };
            let Some(siren) = siren.filter(|siren| siren.len() == 9) else {
                nulls.put(row, true);
                texts.push("");
                continue;
            };
            let number = complete(siren, establishment);
            texts.push_with(|text| text.extend(number.iter().map(|digit| char::from(b'0' + digit))));
        }
        Ok(Filled { values: Values::Text(texts), nulls, link: None })
    }
}

/// The fourteen digits of an establishment.
fn complete(mut siren: Vec<u8>, establishment: u16) -> Vec<u8> {
    let is_la_poste = digits(LA_POSTE).is_some_and(|digits| digits == siren);
    siren.extend([1000, 100, 10, 1].map(|unit| (establishment / unit % 10) as u8));
    let key = if is_la_poste {
        (5 - siren.iter().map(|digit| u32::from(*digit)).sum::<u32>() % 5) as u8 % 5
    } else {
        luhn_digit(&siren)
    };
    siren.push(key);
    siren
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checksum::siret_is_valid;

    #[test]
    fn numbers_are_valid_those_of_la_poste_too() {
        for siren in ["732829320", LA_POSTE] {
            for establishment in 1..200 {
                let number = complete(digits(siren).unwrap(), establishment);
                let text: String = number.iter().map(|digit| char::from(b'0' + digit)).collect();
                assert!(siret_is_valid(&text), "{text}");
            }
        }
    }
}
