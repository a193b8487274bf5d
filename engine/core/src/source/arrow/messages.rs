//! The messages of a stream, looked at before the decoder trusts them.
//!
//! A message is a mark, the length of its metadata, the metadata (a flatbuffer), and a body (Arrow columnar format
//! 1.5, encapsulated messages). Of the metadata only what decides on memory is read: the numbers of rows, and
//! where buffers lie.

use crate::frame::MAX_ROWS;

/// Most bytes that the buffers of one batch may unpack to.
const MAX_BATCH_BYTES: u64 = 1_000_000_000;

/// The mark before the length of the metadata.
pub const MARK: [u8; 4] = [0xff; 4];

/// Why a stream cannot be read: a word of the format, not a sentence.
pub type Fault = &'static str;

/// What stands at a place of a stream.
pub enum Found {
    /// A message that ends at this place, and whether it is a batch of rows.
    Message {
        /// Where the next one begins.
        end: usize,
        /// Whether it holds rows.
        is_batch: bool,
    },
    /// The stream ends.
    End,
    /// The bytes end inside of a message.
    Cut,
}

/// Looks at the message that begins at `start`.
///
/// # Errors
/// What is wrong with it.
pub fn message(bytes: &[u8], start: usize) -> Result<Found, Fault> {
    let Some(first) = bytes.get(start..start + 4) else {
        return if start == bytes.len() { Ok(Found::End) } else { Ok(Found::Cut) };
    };
    let length_at = if first == MARK { start + 4 } else { start };
    let Some(length) = number::<4>(bytes, length_at) else { return Ok(Found::Cut) };
    if length == 0 {
        return Ok(Found::End);
    }
    let from = length_at + 4;
    let Some(metadata) = from.checked_add(length as usize).and_then(|end| bytes.get(from..end)) else {
        return Ok(Found::Cut);
    };
    let message = Fields::root(metadata).ok_or("metadata")?;
    let body_length = message.number::<8>(3).unwrap_or(0);
    let body_start = from + length as usize;
    let body = usize::try_from(body_length).ok().and_then(|length| body_start.checked_add(length));
    let Some(body) = body.and_then(|end| bytes.get(body_start..end)) else { return Ok(Found::Cut) };
    let kind = message.number::<1>(1).unwrap_or(0);
    let header = message.table(2);
    match (kind, header) {
        (2, Some(dictionary)) => batch(&dictionary.table(1).ok_or("dictionary")?, body)?,
        (3, Some(rows)) => batch(&rows, body)?,
        (2 | 3, None) => return Err("message without header"),
        _ => {}
    }
    Ok(Found::Message { end: body_start + body.len(), is_batch: kind == 3 })
}

/// Whether a batch can be what it says.
fn batch(batch: &Fields, body: &[u8]) -> Result<(), Fault> {
    if batch.number::<8>(0).unwrap_or(0) > MAX_ROWS {
        return Err("number of rows");
    }
    let nodes = batch.structs(1).ok_or("nodes")?;
    if nodes.iter().any(|(length, nulls)| *length > MAX_ROWS || nulls > length) {
        return Err("number of values");
    }
    let is_compressed = batch.table(3).is_some();
    let mut unpacked = 0_u64;
    for (offset, length) in batch.structs(2).ok_or("buffers")? {
        let start = usize::try_from(offset).unwrap_or(usize::MAX);
        let end = start.saturating_add(usize::try_from(length).unwrap_or(usize::MAX));
        let buffer = body.get(start..end).ok_or("buffer outside body")?;
        if is_compressed && !buffer.is_empty() {
            let promised = number::<8>(buffer, 0).ok_or("buffer too short")?;
            // Minus one stands for a buffer that is not compressed.
            unpacked = unpacked.saturating_add(if promised == u64::MAX { length } else { promised });
        }
    }
    if unpacked > MAX_BATCH_BYTES { Err("batch too large") } else { Ok(()) }
}

/// A little-endian number of some bytes, without sign: what is negative becomes too large.
fn number<const BYTES: usize>(bytes: &[u8], at: usize) -> Option<u64> {
    let mut whole = [0; 8];
    whole[..BYTES].copy_from_slice(bytes.get(at..at.checked_add(BYTES)?)?);
    Some(u64::from_le_bytes(whole))
}

/// A table of a flatbuffer: fields by number, found through its list of offsets.
struct Fields<'a> {
    bytes: &'a [u8],
    at: usize,
    offsets: usize,
}

impl<'a> Fields<'a> {
    fn root(bytes: &'a [u8]) -> Option<Self> {
        Self::at(bytes, number::<4>(bytes, 0)? as usize)
    }

    fn at(bytes: &'a [u8], at: usize) -> Option<Self> {
        let back = i32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?);
        let offsets = usize::try_from(i64::try_from(at).ok()? - i64::from(back)).ok()?;
        Some(Self { bytes, at, offsets })
    }

    /// Place of a field; none where it has its default.
    fn place(&self, field: usize) -> Option<usize> {
        let size = number::<2>(self.bytes, self.offsets)? as usize;
        let entry = 4 + 2 * field;
        let offset = (entry + 2 <= size).then(|| number::<2>(self.bytes, self.offsets + entry)).flatten()?;
        (offset > 0).then_some(self.at + offset as usize)
    }

    fn number<const BYTES: usize>(&self, field: usize) -> Option<u64> {
        number::<BYTES>(self.bytes, self.place(field)?)
    }

    /// What a field points to.
    fn target(&self, field: usize) -> Option<usize> {
        let place = self.place(field)?;
        place.checked_add(number::<4>(self.bytes, place)? as usize)
    }

    fn table(&self, field: usize) -> Option<Fields<'a>> {
        Fields::at(self.bytes, self.target(field)?)
    }

    /// A list of pairs of 64-bit numbers; empty where the field is missing.
    fn structs(&self, field: usize) -> Option<Vec<(u64, u64)>> {
        let Some(list) = self.target(field) else { return Some(Vec::new()) };
        let count = number::<4>(self.bytes, list)? as usize;
        let pairs = self.bytes.get(list + 4..(list + 4).checked_add(count.checked_mul(16)?)?)?;
        pairs.chunks_exact(16).map(|pair| Some((number::<8>(pair, 0)?, number::<8>(pair, 8)?))).collect()
    }
}
