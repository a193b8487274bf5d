//! Files that the page handed over, read in slices by the worker's synchronous reader.

use std::collections::BTreeMap;

use engine::ops::Files;
use engine::source::ByteSource;
use wasm_bindgen::JsValue;
use web_sys::{File, FileReaderSync};

/// Attached files by name.
#[derive(Default)]
pub struct Attached {
    files: BTreeMap<String, PageFile>,
    count: u64,
}

struct PageFile {
    file: File,
    reader: FileReaderSync,
    identity: String,
}

impl Attached {
    /// Keeps a file under a name; an older one of that name is forgotten.
    pub fn attach(&mut self, name: String, file: File) -> Result<(), JsValue> {
        self.count += 1;
        let identity = format!("{}:{}", self.count, file.size());
        let reader = FileReaderSync::new()?;
        self.files.insert(name, PageFile { file, reader, identity });
        Ok(())
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

impl ByteSource for PageFile {
    fn len(&self) -> u64 {
        self.file.size() as u64
    }

    fn read(&self, offset: u64, buffer: &mut [u8]) -> Result<(), String> {
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
}

/// What the browser says of an error.
pub fn describe(error: &JsValue) -> String {
    js_sys::Reflect::get(error, &"message".into())
        .ok()
        .and_then(|message| message.as_string())
        .unwrap_or_else(|| format!("{error:?}"))
}
