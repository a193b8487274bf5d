//! Where the columns of a text stand: between the characters that are blank in every line.

/// Lines that are looked at.
const LINES: usize = 200;

/// Characters of a line that are looked at.
const CHARACTERS: usize = 2_000;

/// Fewest lines from which columns are told.
const FEWEST_LINES: usize = 3;

/// First character (counted from one) and width of each column; a column reaches to the next one, and the last one to
/// the end of the longest line, so that a longer cell further down still fits.
pub fn ruler(head: &str) -> Vec<(u32, u32)> {
    let lines: Vec<Vec<char>> = lines(head);
    let width = lines.iter().map(Vec::len).max().unwrap_or(0);
    let longest = head.lines().map(|line| line.trim_end().chars().take(CHARACTERS).count()).max().unwrap_or(0);
    let is_blank = |place: usize| lines.iter().all(|line| line.get(place).is_none_or(|char| char.is_whitespace()));
    let starts: Vec<usize> =
        (0..width).filter(|place| !is_blank(*place) && (*place == 0 || is_blank(*place - 1))).collect();
    let ends = starts.iter().skip(1).copied().chain([longest]);
    starts.iter().zip(ends).map(|(start, end)| (*start as u32 + 1, (end - start) as u32)).collect()
}

/// Whether a text seems to have fixed columns: several, in lines of nearly one length, that are more than words.
pub fn has_ruler(head: &str) -> bool {
    let lines = lines(head);
    if lines.len() < FEWEST_LINES || ruler(head).len() < 2 {
        return false;
    }
    // Two blanks in a row in most lines: prose has none.
    let padded = lines.iter().filter(|line| line.windows(2).any(|pair| pair == [' ', ' '])).count();
    padded * 10 >= lines.len() * 6 && !head.contains('\t')
}

fn lines(head: &str) -> Vec<Vec<char>> {
    let lines = head.lines().filter(|line| !line.trim().is_empty()).take(LINES);
    lines.map(|line| line.trim_end().chars().take(CHARACTERS).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_between_blanks() {
        let text = "id  town      rent\n 1  Lyon       900\n22  Béziers   1200\n";
        assert_eq!(ruler(text), [(1, 4), (5, 10), (15, 4)]);
        assert!(has_ruler(text));
        let text = format!("{}1  x  longer\n", "1  x  y\n".repeat(LINES));
        assert_eq!(ruler(&text), [(1, 3), (4, 3), (7, 6)]);
        for text in ["one line", "plain words here\nand more of them\nwithout columns\n", "a  b\n"] {
            assert!(!has_ruler(text), "{text}");
        }
    }
}
