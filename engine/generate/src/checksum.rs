//! Keys of French and international identifiers.

/// The key of a social security number (NIR) from its first thirteen characters: 97 − (n mod 97), with `2A` read as
/// 19 and `2B` as 18 (Insee, “Répertoire national d’identification des personnes physiques”; the départements of
/// Corsica: decree 82-103). None if they are no NIR.
pub fn nir_key(number: &str) -> Option<u8> {
    let bytes = number.as_bytes();
    if bytes.len() != 13 {
        return None;
    }
    let mut value = 0_u64;
    for (place, byte) in bytes.iter().enumerate() {
        let digit = match (place, byte) {
            (_, b'0'..=b'9') => byte - b'0',
            // The letter follows a 2: 2A is 19, so ten less and one; 2B is 18.
            (6, b'A' | b'B') if bytes[5] == b'2' => {
                value = value - 2 + 1;
                if *byte == b'A' { 9 } else { 8 }
            }
            _ => return None,
        };
        value = value * 10 + u64::from(digit);
    }
    Some((97 - value % 97) as u8)
}

/// The digit that makes a number valid by Luhn's formula when it is put after these digits (ISO/IEC 7812-1, annex B).
pub fn luhn_digit(digits: &[u8]) -> u8 {
    let sum: u32 = digits.iter().rev().enumerate().map(|(place, digit)| doubled(place % 2 == 0, *digit)).sum();
    ((10 - sum % 10) % 10) as u8
}

/// Whether a number is valid by Luhn's formula; all its bytes must be digits.
pub fn luhn_is_valid(number: &str) -> bool {
    let Some(digits) = digits(number) else { return false };
    digits.split_last().is_some_and(|(last, rest)| luhn_digit(rest) == *last)
}

fn doubled(is_doubled: bool, digit: u8) -> u32 {
    let value = u32::from(digit) << u32::from(is_doubled);
    if value > 9 { value - 9 } else { value }
}

/// The digits of a text that has nothing else.
pub fn digits(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| byte.is_ascii_digit().then(|| byte - b'0');
    text.bytes().map(digit).collect::<Option<Vec<u8>>>().filter(|digits| !digits.is_empty())
}

/// The SIREN of La Poste, whose establishments have another key.
pub const LA_POSTE: &str = "356000000";

/// Whether a SIRET is valid: 14 digits by Luhn's formula; those of La Poste but its seat have a sum of digits that is a
/// multiple of 5 (Insee, “Le numéro Siret”).
pub fn siret_is_valid(number: &str) -> bool {
    let Some(digits) = digits(number).filter(|digits| digits.len() == 14) else { return false };
    let sum: u32 = digits.iter().map(|digit| u32::from(*digit)).sum();
    luhn_is_valid(number) || (number.starts_with(LA_POSTE) && sum.is_multiple_of(5))
}

/// The key of a French account (RIB): 97 − ((89·bank + 15·branch + 3·account) mod 97), letters of the account read as
/// digits 1 to 9 in rows A–I, J–R, and 2 to 9 in S–Z (Comité français d’organisation et de normalisation bancaires).
pub fn rib_key(bank: u64, branch: u64, account: &str) -> Option<u8> {
    let mut number = 0_u64;
    for byte in account.bytes() {
        let digit = match byte {
            b'0'..=b'9' => byte - b'0',
            b'A'..=b'I' => byte - b'A' + 1,
            b'J'..=b'R' => byte - b'J' + 1,
            b'S'..=b'Z' => byte - b'S' + 2,
            _ => return None,
        };
        number = (number * 10 + u64::from(digit)) % 97;
    }
    Some((97 - (89 * (bank % 97) + 15 * (branch % 97) + 3 * number) % 97) as u8)
}

/// The two check digits of an IBAN: 98 − (n mod 97), n being the account, the country and `00`, letters read as 10 to
/// 35 (ISO 13616, by ISO 7064 MOD 97-10).
pub fn iban_check(country: &str, account: &str) -> Option<u8> {
    Some(98 - remainder(&[account, country, "00"])? as u8)
}

/// Whether an IBAN, without spaces, has its check digits.
pub fn iban_is_valid(iban: &str) -> bool {
    match (iban.get(..4), iban.get(4..)) {
        (Some(head), Some(account)) => remainder(&[account, head]) == Some(1),
        _ => false,
    }
}

fn remainder(parts: &[&str]) -> Option<u64> {
    let mut rest = 0;
    for byte in parts.iter().flat_map(|part| part.bytes()) {
        rest = match byte {
            b'0'..=b'9' => rest * 10 + u64::from(byte - b'0'),
            b'A'..=b'Z' => rest * 100 + u64::from(byte - b'A') + 10,
            _ => return None,
        } % 97;
    }
    Some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_those_of_known_numbers() {
        // Examples of public documents.
        assert_eq!(nir_key("2550814168025"), Some(38));
        assert_eq!(nir_key("1840275189001"), nir_by_replacement("1840275189001"));
        for corsican in ["195012A004001", "270032B033999"] {
            assert_eq!(nir_key(corsican), nir_by_replacement(corsican));
        }
        assert_eq!(nir_key("25508141680"), None);
        assert_eq!(nir_key("2550814C68025"), None);
        assert!(luhn_is_valid("732829320") && !luhn_is_valid("732829321") && !luhn_is_valid("73282932a"));
        assert!(siret_is_valid("73282932000074") && !siret_is_valid("73282932000075"));
        assert!(siret_is_valid("35600000000048") && siret_is_valid("35600000049837"));
        assert!(!siret_is_valid("35600000049838"));
        assert_eq!(rib_key(20041, 1005, "0500013M026"), Some(6));
        assert_eq!(iban_check("FR", "20041010050500013M02606"), Some(14));
        for iban in ["FR1420041010050500013M02606", "DE89370400440532013000", "GB82WEST12345698765432"] {
            assert!(iban_is_valid(iban), "{iban}");
        }
        assert!(!iban_is_valid("FR1520041010050500013M02606") && !iban_is_valid("FR"));
    }

    /// As the rule is worded: the letters replaced first.
    fn nir_by_replacement(number: &str) -> Option<u8> {
        let replaced = number.replace("2A", "19").replace("2B", "18");
        replaced.parse::<u64>().ok().map(|value| (97 - value % 97) as u8)
    }
}
