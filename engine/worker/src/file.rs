//! Files that the page handed over, read in slices: fetched ahead while the engine works where it says what
//! comes next, else by the worker's synchronous reader.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};

use engine::ops::Files;
use engine::source::ByteSource;
use wasm_bindgen::JsValue;
use web_sys::{File, FileReaderSync};

use crate::ahead::Ahead;

/// Attached files by name.
#[derive(Default)]
pub struct Attached {
    files: BTreeMap<String, PageFile>,
    count: u64,
    ahead: Ahead,
}

struct PageFile {
    file: File,
    reader: FileReaderSync,
    identity: String,
    ahead: Ahead,
    near: RefCell<VecDeque<Block>>,
}

/// Bytes of a file that were read for something small: its first and last ones are asked for again and again.
struct Block {
    offset: u64,
    bytes: Vec<u8>,
}

/// Length of the block that is read where a small piece at either end of a file is asked for: each read by the
/// synchronous reader costs about a millisecond.
const BLOCK_BYTES: u64 = 128 << 10;
/// Longest piece that is kept: detection and import begin with the same row group.
const KEPT_BYTES: u64 = 4 << 20;
/// Pieces of a file that are kept.
const BLOCKS: usize = 8;

impl Block {
    fn part(&self, offset: u64, length: usize) -> Option<&[u8]> {
        let start = usize::try_from(offset.checked_sub(self.offset)?).ok()?;
        self.bytes.get(start..start.checked_add(length)?)
    }
}

impl Attached {
    /// Keeps a file under a name; an older one of that name is forgotten.
    pub fn attach(&mut self, name: String, file: File) -> Result<(), JsValue> {
        self.count += 1;
        let identity = format!("{}:{}", self.count, file.size());
        let reader = FileReaderSync::new()?;
        self.files
            .insert(name, PageFile { file, reader, identity, ahead: self.ahead.clone(), near: RefCell::default() });
        Ok(())
    }

    /// What is fetched ahead of the engine.
    pub fn ahead(&self) -> Ahead {
        self.ahead.clone()
    }

    /// Forgets a file.
    pub fn detach(&mut self, name: &str) {
        self.files.remove(name);
    }
}

impl Files for Attached {
    fn open(&self, name: &str) -> Option<&dyn ByteSource> {
        self.files.get(name).map(|file| file as &dyn ByteSource)
    }

    fn identity(&self, name: &str) -> Option<String> {
        self.files.get(name).map(|file| file.identity.clone())
    }
}

impl PageFile {
    /// Fills `buffer`, waiting for the browser.
    fn read_now(&self, offset: u64, buffer: &mut [u8]) -> Result<(), String> {
        let end = offset + buffer.len() as u64;
        let read = || {
            let slice = self.file.slice_with_f64_and_f64(offset as f64, end as f64)?;
            self.reader.read_as_array_buffer(&slice)
        };
        let bytes = read().map_err(|error| describe(&error))?;
        let bytes = js_sys::Uint8Array::new(&bytes);
        if bytes.length() as usize != buffer.len() {
            return Err(format!("{} bytes of {} at {offset}", bytes.length(), buffer.len()));
        }
        bytes.copy_to(buffer);
        Ok(())
    }

    /// Fills a small `buffer` from a block.
    fn read_near(&self, offset: u64, buffer: &mut [u8]) -> Result<(), String> {
        let (length, end) = (self.len(), offset + buffer.len() as u64);
        let mut near = self.near.borrow_mut();
        if let Some(part) = near.iter().find_map(|block| block.part(offset, buffer.len())) {
            buffer.copy_from_slice(part);
            return Ok(());
        }
        let last = length.saturating_sub(BLOCK_BYTES);
        let range = match () {
            () if end <= BLOCK_BYTES => 0..length.min(BLOCK_BYTES),
            () if offset >= last => last..length,
            () => offset..end,
        };
        let mut bytes = vec![0; (range.end - range.start) as usize];
        self.read_now(range.start, &mut bytes)?;
        let block = Block { offset: range.start, bytes };
        block.part(offset, buffer.len()).map(|part| buffer.copy_from_slice(part)).ok_or("out of range")?;
        near.truncate(BLOCKS - 1);
        near.push_front(block);
        Ok(())
    }
}

impl ByteSource for PageFile {
    fn len(&self) -> u64 {
        self.file.size() as u64
    }

    fn read(&self, offset: u64, buffer: &mut [u8]) -> Result<(), String> {
        if self.ahead.take(&self.identity, offset, buffer) {
            return Ok(());
        }
        if buffer.len() as u64 <= KEPT_BYTES { self.read_near(offset, buffer) } else { self.read_now(offset, buffer) }
    }

    fn prefetch(&self, offset: u64, length: usize) {
        let end = (offset + length as u64).min(self.len());
        self.ahead.fetch(&self.file, &self.identity, offset..end);
    }
}

/// What the browser says of an error.
pub fn describe(error: &JsValue) -> String {
    js_sys::Reflect::get(error, &"message".into())
        .ok()
        .and_then(|message| message.as_string())
        .unwrap_or_else(|| format!("{error:?}"))
}
