//! Many texts in one arena: a cell is where its text starts and how long it is.
//!
//! Equal texts may share their bytes (a category is stored once), and a changed cell only points elsewhere, so
//! neither filling nor dirtying allocates by cell.

/// Where a text stands in its arena: 40 bits of start, 24 bits of length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Piece(u64);

/// Longest text of a cell, in bytes.
const LONGEST: usize = (1 << 24) - 1;

impl Piece {
    fn new(start: usize, length: usize) -> Self {
        Self((start as u64) << 24 | length as u64)
    }
    fn range(self) -> std::ops::Range<usize> {
        let start = (self.0 >> 24) as usize;
        start..start + (self.0 & 0xff_ffff) as usize
    }
}

/// A column of texts.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    arena: String,
    pieces: Vec<Piece>,
}

impl Texts {
    /// No texts, with room for some.
    pub fn with_capacity(rows: usize, bytes: usize) -> Self {
        Self { arena: String::with_capacity(bytes), pieces: Vec::with_capacity(rows) }
    }

    /// Number of cells.
    pub fn len(&self) -> usize {
        self.pieces.len()
    }

    /// Whether there is no cell.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// The text of a cell; empty beyond the end.
    pub fn get(&self, row: usize) -> &str {
        self.pieces.get(row).map_or("", |piece| self.piece(*piece))
    }

    /// The text of a piece of this arena.
    pub fn piece(&self, piece: Piece) -> &str {
        self.arena.get(piece.range()).unwrap_or_default()
    }

    /// Stores a text without giving it a cell; texts longer than 16 MiB are cut at a character.
    pub fn intern(&mut self, text: &str) -> Piece {
        let mut length = text.len().min(LONGEST);
        while !text.is_char_boundary(length) {
            length -= 1;
        }
        let start = self.arena.len();
        self.arena.push_str(&text[..length]);
        Piece::new(start, length)
    }

    /// Adds a cell with this text.
    pub fn push(&mut self, text: &str) {
        let piece = self.intern(text);
        self.pieces.push(piece);
    }

    /// Adds a cell that shares a stored text.
    pub fn push_piece(&mut self, piece: Piece) {
        self.pieces.push(piece);
    }

    /// Adds a cell whose text the closure appends to what it is given (never removes from it).
    pub fn push_with(&mut self, write: impl FnOnce(&mut String)) {
        let start = self.arena.len();
        write(&mut self.arena);
        let length = self.arena.len().saturating_sub(start).min(LONGEST);
        self.pieces.push(Piece::new(start, length));
    }

    /// Gives a cell another text.
    pub fn set(&mut self, row: usize, text: &str) {
        let piece = self.intern(text);
        if let Some(cell) = self.pieces.get_mut(row) {
            *cell = piece;
        }
    }

    /// Adds a cell that shares the text of another.
    pub fn push_copy(&mut self, row: usize) {
        let piece = self.pieces.get(row).copied().unwrap_or_default();
        self.pieces.push(piece);
    }

    /// The texts of these cells, in this order, over the same arena; empty beyond the end.
    pub fn gather(&self, rows: &[u32]) -> Self {
        let pieces = rows.iter().map(|row| self.pieces.get(*row as usize).copied().unwrap_or_default());
        Self { arena: self.arena.clone(), pieces: pieces.collect() }
    }

    /// The texts in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().map(|piece| self.piece(*piece))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_share_change_and_are_copied() {
        let mut texts = Texts::default();
        let shared = texts.intern("Évry");
        texts.push_piece(shared);
        texts.push_piece(shared);
        texts.push_with(|arena| arena.push_str("Lille"));
        texts.set(1, "Nîmes");
        texts.push_copy(1);
        assert_eq!(texts.iter().collect::<Vec<_>>(), ["Évry", "Nîmes", "Lille", "Nîmes"]);
        assert_eq!(texts.get(9), "");
    }
}
