//! How numbers are written.

use std::fmt::Write;

use crate::spec::Decimal;
use crate::value::Cell;

/// What stands between whole and part, and between groups of three digits.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NumberFormat<'a> {
    /// Between whole and part.
    pub(crate) decimal: Decimal,
    /// Between groups; none if empty.
    pub(crate) thousands: &'a str,
}

impl NumberFormat<'_> {
    /// With a point and without groups.
    pub(crate) const PLAIN: NumberFormat<'static> = NumberFormat { decimal: Decimal::Point, thousands: "" };

    /// Writes a number; false if the cell is none.
    #[inline]
    pub(crate) fn write(self, out: &mut String, cell: Cell<'_>) -> bool {
        match cell {
            Cell::Integer(value) => {
                if self.thousands.is_empty() {
                    integer(out, value);
                } else {
                    self.grouped(out, value < 0, value.unsigned_abs());
                }
            }
            Cell::Decimal(units, scale) => {
                let one = 10_u64.saturating_pow(u32::from(scale));
                self.grouped(out, units < 0, units.unsigned_abs() / one);
                if scale > 0 {
                    self.point(out);
                    padded(out, units.unsigned_abs() % one, usize::from(scale));
                }
            }
            Cell::Number(value) => self.number(out, value),
            _ => return false,
        }
        true
    }

    fn number(self, out: &mut String, value: f64) {
        let start = out.len();
        // Writing to a string cannot fail.
        let _ = write!(out, "{value}");
        if self.thousands.is_empty() && self.decimal == Decimal::Point {
            return;
        }
        let plain = out.split_off(start);
        let (sign, digits) = plain.strip_prefix('-').map_or((false, plain.as_str()), |digits| (true, digits));
        let (whole, part) = digits.split_once('.').map_or((digits, None), |(whole, part)| (whole, Some(part)));
        if sign {
            out.push('-');
        }
        self.groups(out, whole);
        if let Some(part) = part {
            self.point(out);
            out.push_str(part);
        }
    }

    fn grouped(self, out: &mut String, negative: bool, whole: u64) {
        if negative {
            out.push('-');
        }
        let mut buffer = [0; 20];
        self.groups(out, digits(&mut buffer, whole, 1));
    }

    fn groups(self, out: &mut String, whole: &str) {
        if self.thousands.is_empty() {
            return out.push_str(whole);
        }
        for (place, digit) in whole.char_indices() {
            if place > 0 && (whole.len() - place).is_multiple_of(3) {
                out.push_str(self.thousands);
            }
            out.push(digit);
        }
    }

    fn point(self, out: &mut String) {
        out.push(match self.decimal {
            Decimal::Point => '.',
            Decimal::Comma => ',',
        });
    }
}

/// Writes an integer in plain form.
#[inline]
pub(crate) fn integer(out: &mut String, value: i64) {
    if value < 0 {
        out.push('-');
    }
    padded(out, value.unsigned_abs(), 1);
}

/// Writes a number with at least so many digits.
#[inline]
pub(super) fn padded(out: &mut String, value: u64, least: usize) {
    let mut buffer = [0; 20];
    out.push_str(digits(&mut buffer, value, least));
}

/// The digits of a number, at least so many (at most 20).
#[inline]
fn digits(buffer: &mut [u8; 20], mut value: u64, least: usize) -> &str {
    let mut first = buffer.len();
    let last = buffer.len().saturating_sub(least);
    while value > 0 || first > last {
        first -= 1;
        buffer[first] = b'0' + (value % 10) as u8;
        value /= 10;
    }
    // Digits are ASCII.
    std::str::from_utf8(&buffer[first..]).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_dialect_says() {
        let french = NumberFormat { decimal: Decimal::Comma, thousands: "\u{202f}" };
        let cases = [
            (NumberFormat::PLAIN, Cell::Integer(i64::MIN), "-9223372036854775808"),
            (NumberFormat::PLAIN, Cell::Integer(0), "0"),
            (NumberFormat::PLAIN, Cell::Decimal(-5, 2), "-0.05"),
            (NumberFormat::PLAIN, Cell::Number(0.1), "0.1"),
            (french, Cell::Integer(-1_234_567), "-1\u{202f}234\u{202f}567"),
            (french, Cell::Decimal(123_456, 2), "1\u{202f}234,56"),
            (french, Cell::Decimal(7, 0), "7"),
            (french, Cell::Number(-1234.5), "-1\u{202f}234,5"),
        ];
        for (format, cell, expected) in cases {
            let mut out = String::new();
            assert!(format.write(&mut out, cell));
            assert_eq!(out, expected);
        }
        assert!(!french.write(&mut String::new(), Cell::Text("1")));
    }
}
