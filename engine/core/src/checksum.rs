//! Numbers that carry their own check digits. White space between the digits is passed over, as are hyphens and
//! full stops; anything else that does not belong makes a number invalid.

/// A number without its separators, in capitals.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|char| !char.is_whitespace() && !['-', '.'].contains(char))
        .flat_map(char::to_uppercase)
        .collect()
}

/// Its digits, if it is made of `length` of them (of at least two, if no length is asked for).
fn digits(text: &str, length: Option<usize>) -> Option<Vec<u32>> {
    let found = plain(text).chars().map(|char| char.to_digit(10)).collect::<Option<Vec<u32>>>()?;
    length.map_or(found.len() >= 2, |length| found.len() == length).then_some(found)
}

/// Sum of the digits, every second one from the right doubled, and its digits summed: a multiple of ten
/// (ISO/IEC 7812-1, annex B).
fn holds(digits: &[u32]) -> bool {
    let weighted = digits.iter().rev().enumerate().map(|(place, digit)| match (place % 2, digit * 2) {
        (0, _) => *digit,
        (_, doubled) if doubled > 9 => doubled - 9,
        (_, doubled) => doubled,
    });
    weighted.sum::<u32>() % 10 == 0
}

/// Any number with a Luhn digit at its end: cards, IMEI.
pub fn luhn(text: &str) -> bool {
    digits(text, None).is_some_and(|digits| holds(&digits))
}

/// French number of a company: nine digits, Luhn (INSEE).
pub fn siren(text: &str) -> bool {
    digits(text, Some(9)).is_some_and(|digits| holds(&digits))
}

/// SIREN of La Poste, whose offices do not follow Luhn.
const LA_POSTE: [u32; 9] = [3, 5, 6, 0, 0, 0, 0, 0, 0];

/// French number of an establishment: fourteen digits that begin with a SIREN, Luhn. For La Poste the sum of the
/// digits is a multiple of five; its head office follows Luhn (INSEE).
pub fn siret(text: &str) -> bool {
    digits(text, Some(14)).is_some_and(|digits| {
        let is_of_la_poste = digits.starts_with(&LA_POSTE) && digits.iter().sum::<u32>() % 5 == 0;
        holds(&digits[..9]) && (holds(&digits) || is_of_la_poste)
    })
}

/// French number of social security: thirteen characters and a key of two digits, 97 − (number mod 97). The
/// departments of Corsica, 2A and 2B, count as 19 and 18 (INSEE).
pub fn nir(text: &str) -> bool {
    let text = plain(text);
    let (Some(number), Some(key)) = (text.get(..13), text.get(13..)) else { return false };
    let number = match number.get(5..7) {
        Some("2A") => format!("{}19{}", &number[..5], &number[7..]),
        Some("2B") => format!("{}18{}", &number[..5], &number[7..]),
        _ => number.to_owned(),
    };
    let is_plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let begins = number.starts_with(['1', '2', '3', '4', '7', '8']);
    match (number.parse::<u64>(), key.parse::<u64>()) {
        (Ok(value), Ok(expected)) => {
            begins && key.len() == 2 && is_plain(&number) && is_plain(key) && 97 - value % 97 == expected
        }
        _ => false,
    }
}

/// International bank account number: country, two check digits and the account, 15 to 34 characters; its first
/// four moved to the end and its letters written as 10 to 35, the rest by 97 is 1 (ISO 13616, ISO 7064 MOD 97-10).
pub fn iban(text: &str) -> bool {
    let text = plain(text);
    let bytes = text.as_bytes();
    let begins =
        bytes.len() >= 4 && bytes[..2].iter().all(u8::is_ascii_uppercase) && bytes[2..4].iter().all(u8::is_ascii_digit);
    if !begins || !(15..=34).contains(&bytes.len()) {
        return false;
    }
    let rest = bytes[4..].iter().chain(&bytes[..4]).try_fold(0_u32, |rest, byte| {
        let value = char::from(*byte).to_digit(36)?;
        Some((rest * if value > 9 { 100 } else { 10 } + value) % 97)
    });
    rest == Some(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, valid: fn(&str) -> bool, cases: &[(&str, bool)]) {
        for (text, expected) in cases {
            assert_eq!(valid(text), *expected, "{name} {text:?}");
        }
    }

    #[test]
    fn published_numbers_hold_and_others_do_not() {
        check(
            "luhn",
            luhn,
            &[
                ("79927398713", true),
                ("79927398710", false),
                ("4539 1488 0343 6467", true),
                ("8273-1232-7352-0569", false),
                ("0", false),
                ("", false),
                ("7992739871X", false),
                ("٧٩٩٢٧٣٩٨٧١٣", false),
            ],
        );
        check(
            "siren",
            siren,
            &[
                ("732829320", true),
                ("732 829 320", true),
                ("732829321", false),
                ("73282932", false),
                ("7328293200", false),
            ],
        );
        check(
            "siret",
            siret,
            &[
                ("73282932000074", true),
                ("732 829 320 00074", true),
                ("73282932000075", false),
                ("35600000000048", true),
                ("35600000049837", true),
                ("35600000049838", false),
                ("7328293200007", false),
            ],
        );
        check(
            "nir",
            nir,
            &[
                ("2 69 05 49 588 157 80", true),
                ("255081416802538", true),
                ("255081416802539", false),
                ("184122A01234546", true),
                ("184122b01234573", true),
                ("184122C01234573", false),
                ("069054958815780", false),
                ("2690549588157", false),
                ("26905495881578", false),
                ("éééééééé", false),
            ],
        );
        check(
            "iban",
            iban,
            &[
                ("FR14 2004 1010 0505 0001 3M02 606", true),
                ("GB82WEST12345698765432", true),
                ("gb82west12345698765432", true),
                ("GB83WEST12345698765432", false),
                ("1482WEST12345698765432", false),
                ("GB82", false),
                ("", false),
                ("GB82WEST1234569876543é", false),
            ],
        );
    }
}
