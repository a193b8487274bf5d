//! From bytes of a text to lines and columns.

use std::ops::Range;

use protocol::Span;

/// The line and column of a stretch, both from 1, in characters; the length is 0 where it goes over lines.
pub fn span(text: &str, range: &Range<usize>) -> Span {
    let start = floor(text, range.start);
    let end = floor(text, range.end.max(start));
    let before = &text[..start];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let stretch = &text[start..end];
    let length = if stretch.contains('\n') { 0 } else { stretch.chars().count() };
    Span {
        line: number(before.matches('\n').count() + 1),
        column: number(text[line_start..start].chars().count() + 1),
        length: number(length),
    }
}

/// The start of the character that a byte belongs to.
fn floor(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

fn number(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_characters_from_one() {
        let text = "a = 1\né = \"où\"\n";
        let cases = [
            ((0, 1), (1, 1, 1)),
            ((6, 8), (2, 1, 1)),
            ((11, 16), (2, 5, 4)),
            ((0, 9), (1, 1, 0)),
            ((99, 99), (3, 1, 0)),
        ];
        for ((start, end), (line, column, length)) in cases {
            assert_eq!(span(text, &(start..end)), Span { line, column, length }, "{start}..{end}");
        }
    }
}
