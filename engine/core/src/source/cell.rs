//! One cell: its text as a value of a type, by the marks and formats of the file.
//!
//! White space around numbers, dates and truth values is ignored; text is taken as it stands.

use protocol::{Checked, Code, Diagnostic};

use super::csv::options::{Mark, Thousands};
use super::moment::DateFormat;

/// How cells are written in a file.
#[derive(Debug, Clone)]
pub struct Format {
    /// Mark before the decimals.
    pub decimal: Mark,
    /// Mark between thousands.
    pub thousands: Thousands,
    /// Format of dates.
    pub date: DateFormat,
}

impl Default for Format {
    fn default() -> Self {
        Self { decimal: Mark::Point, thousands: Thousands::None, date: DateFormat::Iso }
    }
}

impl Format {
    /// Numbers without marks between thousands, and dates in a `strftime` format; `field` is the parameter that
    /// holds it.
    ///
    /// # Errors
    /// `param-invalid`.
    pub fn new(decimal: Mark, date_format: Option<&str>, field: &str) -> Checked<Self> {
        let date = DateFormat::parse(date_format).ok_or_else(|| {
            Diagnostic::new(Code::ParamInvalid).with("detail", date_format.unwrap_or_default()).at_field(field)
        })?;
        Ok(Self { decimal, date, ..Self::default() })
    }

    /// A whole number in 64 bits.
    #[inline]
    pub fn integer(&self, text: &str) -> Option<i64> {
        plain_integer(text.as_bytes()).or_else(|| {
            let mut plain = Plain::new();
            self.ungroup(text.trim(), &mut plain)?;
            plain_integer(plain.bytes())
        })
    }

    /// A number: digits with at most one decimal mark and an exponent, `NaN`, `Infinity`.
    #[inline]
    pub fn number(&self, text: &str) -> Option<f64> {
        plain_number(text.as_bytes(), self.decimal.byte()).or_else(|| {
            let mut plain = Plain::new();
            self.ungroup(text.trim(), &mut plain)?;
            fast_float2::parse(plain.bytes()).ok()
        })
    }

    /// Writes a number with `.` and without thousands marks; `None` where a mark is misplaced.
    fn ungroup(&self, text: &str, plain: &mut Plain) -> Option<()> {
        // Digits since the last thousands mark, and whether there was one.
        let (mut run, mut grouped, mut whole) = (0, false, true);
        for char in text.chars() {
            if whole && char.is_ascii_digit() {
                run += 1;
                plain.push(char)?;
            } else if whole && self.is_thousands(char) {
                if run == 0 || run > 3 || (grouped && run != 3) {
                    return None;
                }
                (run, grouped) = (0, true);
            } else {
                let is_decimal = char == char::from(self.decimal.byte());
                if !is_decimal && !char.is_ascii_alphanumeric() && !matches!(char, '+' | '-') {
                    return None;
                }
                if is_decimal && !whole {
                    return None;
                }
                let is_sign = plain.bytes().is_empty() && matches!(char, '+' | '-');
                if whole && !is_sign && grouped && run != 3 {
                    return None;
                }
                whole &= is_sign;
                plain.push(if is_decimal { '.' } else { char })?;
            }
        }
        (!whole || !grouped || run == 3).then_some(())
    }

    fn is_thousands(&self, char: char) -> bool {
        match self.thousands {
            Thousands::None => false,
            Thousands::Space => matches!(char, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'),
            Thousands::Point => char == '.',
            Thousands::Comma => char == ',',
            Thousands::Apostrophe => matches!(char, '\'' | '\u{2019}'),
        }
    }
}

/// True or false, in the words that exports of the field use.
pub fn boolean(text: &str) -> Option<bool> {
    let text = text.trim();
    let among = |words: &[&str]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    if among(&["true", "1", "t", "yes", "y", "vrai", "oui", "o"]) {
        Some(true)
    } else if among(&["false", "0", "f", "no", "n", "faux", "non"]) {
        Some(false)
    } else {
        None
    }
}

/// A short text without allocation: no number that means anything is longer.
struct Plain {
    bytes: [u8; 400],
    length: usize,
}

impl Plain {
    fn new() -> Self {
        Self { bytes: [0; 400], length: 0 }
    }

    fn push(&mut self, char: char) -> Option<()> {
        *self.bytes.get_mut(self.length)? = u8::try_from(char).ok()?;
        self.length += 1;
        Some(())
    }

    fn bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }
}

#[inline]
fn plain_integer(bytes: &[u8]) -> Option<i64> {
    let (negative, digits) = match bytes {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] => (false, digits),
        digits => (false, digits),
    };
    if digits.is_empty() {
        return None;
    }
    if digits.len() <= 18 {
        let mut value = 0_i64;
        for byte in digits {
            let digit = byte.wrapping_sub(b'0');
            if digit > 9 {
                return None;
            }
            value = value * 10 + i64::from(digit);
        }
        return Some(if negative { -value } else { value });
    }
    if !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    std::str::from_utf8(bytes).ok()?.parse().ok()
}

/// Powers of ten that a 64-bit float holds exactly.
const EXACT_POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
];

/// Digits and at most one mark, few enough that one division rounds correctly (Clinger, 1990).
#[inline]
fn plain_number(bytes: &[u8], mark: u8) -> Option<f64> {
    let (negative, digits) = match bytes {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    if digits.len() > 19 {
        return None;
    }
    let (mut mantissa, mut decimals, mut any) = (0_u64, None, false);
    for (index, byte) in digits.iter().enumerate() {
        let digit = byte.wrapping_sub(b'0');
        if digit <= 9 {
            mantissa = mantissa * 10 + u64::from(digit);
            any = true;
        } else if *byte == mark && decimals.is_none() {
            decimals = Some(digits.len() - index - 1);
        } else {
            return None;
        }
    }
    if !any || mantissa > 1 << 53 {
        return None;
    }
    let value = mantissa as f64 / EXACT_POWERS[decimals.unwrap_or(0)];
    Some(if negative { -value } else { value })
}
