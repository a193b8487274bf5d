//! The inner bytes of a wrapped file, slice by slice.

use std::io::Write;

use flate2::write::{DeflateDecoder, MultiGzDecoder};
use protocol::source::attached_name;
use protocol::{Checked, Code, Diagnostic};

use super::zip::{self, Method};
use super::{FREE_BYTES, MAX_INNER_BYTES, MAX_RATIO, Wrapping, find, malformed, wrapping};
use crate::source::{ByteSource, MemorySource, Progress, read_onto};

/// Compressed bytes that one call of [`Unpacking::advance`] reads.
const SLICE_BYTES: usize = 1 << 20;

/// Bytes of room that are made at once, on the word of an archive.
const MAX_ROOM_BYTES: u64 = 64 << 20;

/// A file that is being unpacked.
pub struct Unpacking {
    reference: String,
    decoder: Decoder,
    start: u64,
    offset: u64,
    end: u64,
    /// Length and checksum that the archive promises.
    promised: Option<(u64, u32)>,
}

enum Decoder {
    Gzip(Box<MultiGzDecoder<Vec<u8>>>),
    Deflate(Box<DeflateDecoder<Vec<u8>>>),
    Stored(Vec<u8>),
}

impl Decoder {
    fn bytes_out(&self) -> u64 {
        let bytes = match self {
            Self::Gzip(decoder) => decoder.get_ref(),
            Self::Deflate(decoder) => decoder.get_ref(),
            Self::Stored(bytes) => bytes,
        };
        bytes.len() as u64
    }

    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        match self {
            Self::Gzip(decoder) => decoder.write(bytes),
            Self::Deflate(decoder) => decoder.write(bytes),
            Self::Stored(stored) => stored.write(bytes),
        }
    }

    fn finish(self) -> std::io::Result<Vec<u8>> {
        match self {
            Self::Gzip(decoder) => decoder.finish(),
            Self::Deflate(decoder) => decoder.finish(),
            Self::Stored(bytes) => Ok(bytes),
        }
    }
}

impl Unpacking {
    /// Begins to unpack what a reference names; `None` where the file is not wrapped.
    ///
    /// # Errors
    /// `archive-malformed`, `archive-member`, `archive-unsupported`, `archive-too-large`, `file-unreadable`.
    pub fn begin(source: &dyn ByteSource, reference: &str) -> Checked<Option<Self>> {
        let (decoder, start, end, promised) = match wrapping(source) {
            None => return Ok(None),
            Some(Wrapping::Gzip) => (Decoder::Gzip(Box::new(MultiGzDecoder::new(Vec::new()))), 0, source.len(), None),
            Some(Wrapping::Zip) => {
                let member = find(&zip::members(source, reference)?, reference)?;
                if member.bytes > MAX_INNER_BYTES {
                    return Err(too_large(reference));
                }
                let start = zip::data_start(source, reference, &member)?;
                // Room for what is promised, as far as that can be believed.
                let room = Vec::with_capacity(member.bytes.min(MAX_ROOM_BYTES) as usize);
                let decoder = match member.method {
                    Method::Stored => Decoder::Stored(room),
                    Method::Deflated => Decoder::Deflate(Box::new(DeflateDecoder::new(room))),
                    Method::Other(feature) => {
                        return Err(Diagnostic::new(Code::ArchiveUnsupported)
                            .with("name", attached_name(reference))
                            .with("feature", feature));
                    }
                };
                (decoder, start, start + member.compressed, Some((member.bytes, member.checksum)))
            }
        };
        let reference = reference.to_owned();
        Ok(Some(Self { reference, decoder, start, offset: start, end, promised }))
    }

    /// Unpacks the next slice; `None` when all is unpacked.
    ///
    /// # Errors
    /// `archive-malformed`, `archive-too-large`, `archive-ratio`, `file-unreadable`.
    pub fn advance(&mut self, source: &dyn ByteSource) -> Checked<Option<Progress>> {
        if self.offset >= self.end {
            return Ok(None);
        }
        let length = usize::try_from(self.end - self.offset).unwrap_or(SLICE_BYTES).min(SLICE_BYTES);
        let mut slice = Vec::new();
        read_onto(source, &self.reference, self.offset, length, &mut slice)?;
        let mut rest = slice.as_slice();
        while !rest.is_empty() {
            let written = self.decoder.write(rest).map_err(|error| malformed(&self.reference, error.to_string()))?;
            let read = self.offset - self.start + (slice.len() - rest.len() + written) as u64;
            let made = self.decoder.bytes_out();
            if made > MAX_INNER_BYTES {
                return Err(too_large(&self.reference));
            }
            if made > FREE_BYTES && made / MAX_RATIO > read {
                return Err(Diagnostic::new(Code::ArchiveRatio)
                    .with("name", attached_name(&self.reference))
                    .with("limit", MAX_RATIO));
            }
            if written == 0 {
                return Err(malformed(&self.reference, "trailing bytes"));
            }
            rest = &rest[written..];
        }
        self.offset += slice.len() as u64;
        Ok(Some(Progress { bytes_done: self.offset - self.start, bytes_total: self.end - self.start }))
    }

    /// The unpacked file.
    ///
    /// # Errors
    /// `archive-malformed` where something is missing or the checksum is another.
    pub fn finish(self) -> Checked<MemorySource> {
        let bytes = self.decoder.finish().map_err(|error| malformed(&self.reference, error.to_string()))?;
        if let Some((length, checksum)) = self.promised {
            let mut found = flate2::Crc::new();
            found.update(&bytes);
            if bytes.len() as u64 != length || found.sum() != checksum {
                return Err(malformed(&self.reference, "checksum"));
            }
        }
        Ok(MemorySource(bytes))
    }
}

fn too_large(reference: &str) -> Box<Diagnostic> {
    Diagnostic::new(Code::ArchiveTooLarge).with("name", attached_name(reference)).with("limit", MAX_INNER_BYTES)
}
