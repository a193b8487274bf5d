//! The headers of the pages of a column chunk, checked before the decoder believes them.
//!
//! A header is a Thrift structure in the compact protocol; only the sizes and counts are looked at here:
//! with a wrong one the decoder would ask for memory that no machine has.

/// Most bytes that a page may become. Writers aim at one megabyte.
const MAX_PAGE_BYTES: i64 = 512 << 20;

/// Why the pages of a chunk cannot be what they say; nothing if they can.
pub fn fault(chunk: &[u8], values: i64) -> Option<&'static str> {
    let (mut at, mut found) = (0, 0_i64);
    while at < chunk.len() && found < values {
        let mut reader = Compact { bytes: chunk, at };
        let Some(page) = reader.page() else { return Some("a page header is damaged") };
        let size = usize::try_from(page.compressed).ok();
        let end = size.and_then(|size| reader.at.checked_add(size)).filter(|end| *end <= chunk.len());
        let Some(end) = end else { return Some("a page lies outside its column chunk") };
        if !(0..=MAX_PAGE_BYTES).contains(&page.uncompressed) || page.values < 0 {
            return Some("a page has an impossible size");
        }
        if page.is_dictionary {
            // A value has at least one bit.
            if page.values > page.uncompressed.saturating_mul(8) {
                return Some("a dictionary has more values than bits");
            }
        } else {
            found = found.saturating_add(page.values);
        }
        at = end;
    }
    (found != values).then_some("the pages of a column chunk have another number of values")
}

#[derive(Default)]
struct Page {
    uncompressed: i64,
    compressed: i64,
    values: i64,
    is_dictionary: bool,
}

/// Reads the Thrift compact protocol (Apache Thrift, `thrift-compact-protocol.md`).
struct Compact<'a> {
    bytes: &'a [u8],
    at: usize,
}

/// Deepest nesting that is followed.
const MAX_DEPTH: u32 = 8;

const BOOLEANS: std::ops::RangeInclusive<u8> = 1..=2;
const BYTE: u8 = 3;
const INTEGERS: std::ops::RangeInclusive<u8> = 4..=6;
const DOUBLE: u8 = 7;
const BINARY: u8 = 8;
const LISTS: std::ops::RangeInclusive<u8> = 9..=10;
const STRUCTURE: u8 = 12;

impl Compact<'_> {
    /// `PageHeader`: 2 and 3 are the sizes; 5, 7 and 8 the headers of data, dictionary and data v2, whose
    /// field 1 is the number of values.
    fn page(&mut self) -> Option<Page> {
        let (mut page, mut id) = (Page::default(), 0);
        while let Some(kind) = self.field(&mut id)? {
            match (id, kind) {
                (2, 5) => page.uncompressed = self.integer()?,
                (3, 5) => page.compressed = self.integer()?,
                (5 | 7 | 8, STRUCTURE) => {
                    page.is_dictionary = id == 7;
                    page.values = self.values()?;
                }
                _ => self.skip(kind, 0)?,
            }
        }
        Some(page)
    }

    fn values(&mut self) -> Option<i64> {
        let (mut values, mut id) = (None, 0);
        while let Some(kind) = self.field(&mut id)? {
            match (id, kind) {
                (1, 5) => values = Some(self.integer()?),
                _ => self.skip(kind, 1)?,
            }
        }
        values
    }

    /// Type of the next field, whose number is left in `id`; `Some(None)` at the end of the structure.
    fn field(&mut self, id: &mut i64) -> Option<Option<u8>> {
        let head = self.byte()?;
        if head == 0 {
            return Some(None);
        }
        *id = match head >> 4 {
            0 => self.integer()?,
            step => id.checked_add(i64::from(step))?,
        };
        Some(Some(head & 0x0f))
    }

    fn skip(&mut self, kind: u8, depth: u32) -> Option<()> {
        if depth > MAX_DEPTH {
            return None;
        }
        match kind {
            kind if BOOLEANS.contains(&kind) => {}
            BYTE => self.advance(1)?,
            kind if INTEGERS.contains(&kind) => drop(self.varint()?),
            DOUBLE => self.advance(8)?,
            BINARY => {
                let length = usize::try_from(self.varint()?).ok()?;
                self.advance(length)?;
            }
            kind if LISTS.contains(&kind) => {
                let head = self.byte()?;
                let count = if head >> 4 == 15 { self.varint()? } else { u64::from(head >> 4) };
                for _ in 0..count {
                    // In lists a truth value takes a byte.
                    let item = head & 0x0f;
                    if BOOLEANS.contains(&item) { self.advance(1)? } else { self.skip(item, depth + 1)? }
                }
            }
            STRUCTURE => {
                let mut id = 0;
                while let Some(kind) = self.field(&mut id)? {
                    self.skip(kind, depth + 1)?;
                }
            }
            _ => return None,
        }
        Some(())
    }

    fn byte(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    fn advance(&mut self, length: usize) -> Option<()> {
        self.at = self.at.checked_add(length).filter(|at| *at <= self.bytes.len())?;
        Some(())
    }

    fn varint(&mut self) -> Option<u64> {
        let mut value = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }

    /// A zigzag integer.
    fn integer(&mut self) -> Option<i64> {
        let value = self.varint()?;
        Some((value >> 1) as i64 ^ -((value & 1) as i64))
    }
}
