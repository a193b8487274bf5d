//! Another number of the same holder's shape, with a key that fits.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::chance::Stream;
use crate::checksum::{iban_check, luhn_digit, nir_key, rib_key};

/// An identifier with a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Scheme {
    /// French social security number: another order in the register of the same month and commune.
    Nir,
    /// French IBAN: another account of the same branch.
    Iban,
    /// Digits with Luhn's key (SIREN): all but the first and the key are drawn.
    Luhn,
}

impl Scheme {
    /// Writes another number with the spaces of this one; false if this one has not the shape.
    pub(super) fn write(self, text: &str, stream: &mut Stream, out: &mut String) -> bool {
        let number: String = text.chars().filter(|char| *char != ' ').collect();
        let Some(new) = self.another(&number, stream) else { return false };
        let mut new = new.chars();
        out.extend(text.chars().map(|char| if char == ' ' { ' ' } else { new.next().unwrap_or(char) }));
        true
    }

    fn another(self, number: &str, stream: &mut Stream) -> Option<String> {
        let mut drawn = |count: usize| -> String { (0..count).map(|_| digit(stream.below(10) as u8)).collect() };
        match self {
            Self::Nir => {
                let place = number.get(..10).filter(|_| number.len() == 15 || number.len() == 13)?;
                let new = format!("{place}{:03}", 1 + drawn(3).parse::<u16>().unwrap_or(0) % 999);
                let key = nir_key(&new)?;
                Some(if number.len() == 15 { format!("{new}{key:02}") } else { new })
            }
            Self::Iban => {
                let (country, head) = (number.get(..2)?, number.get(4..14).filter(|_| number.len() == 27)?);
                let account = drawn(11);
                let (bank, branch) = (head.get(..5)?.parse().ok()?, head.get(5..)?.parse().ok()?);
                let account = format!("{head}{account}{:02}", rib_key(bank, branch, &account)?);
                Some(format!("{country}{:02}{account}", iban_check(country, &account)?))
            }
            Self::Luhn => {
                let all = number.bytes().all(|byte| byte.is_ascii_digit()) && number.len() > 2;
                let new = format!("{}{}", number.get(..1).filter(|_| all)?, drawn(number.len() - 2));
                let digits: Vec<u8> = new.bytes().map(|byte| byte - b'0').collect();
                Some(format!("{new}{}", luhn_digit(&digits)))
            }
        }
    }
}

fn digit(value: u8) -> char {
    char::from(b'0' + value)
}
