//! Files that the page handed over, read in slices: fetched ahead while the engine works where it says what
//! comes next, else by the worker's synchronous reader.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use engine::ops::Files;
use engine::source::ByteSource;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileReaderSync};

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
}

/// The one slice that is fetched ahead.
#[derive(Clone, Default)]
pub struct Ahead(Rc<RefCell<Option<Slice>>>);

struct Slice {
    /// Of the file.
    identity: String,
    offset: u64,
    fetch: js_sys::Promise,
    bytes: Option<js_sys::Uint8Array>,
}

impl Ahead {
    /// Waits until the slice on its way, if any, has arrived.
    pub async fn arrive(self) {
        let on_its_way = |slice: &Slice| slice.bytes.is_none().then(|| slice.fetch.clone());
        let Some(fetch) = self.0.borrow().as_ref().and_then(on_its_way) else { return };
        let arrived = JsFuture::from(fetch.clone()).await;
        let mut slot = self.0.borrow_mut();
        // Another may have taken its place meanwhile. What could not be fetched is read when it is needed:
        // then the error has a reader.
        if let Some(slice) = slot.as_mut().filter(|slice| js_sys::Object::is(&slice.fetch, &fetch)) {
            match arrived {
                Ok(buffer) => slice.bytes = Some(js_sys::Uint8Array::new(&buffer)),
                Err(_) => *slot = None,
            }
        }
    }

    fn take(&self, identity: &str, offset: u64, length: usize) -> Option<js_sys::Uint8Array> {
        let mut slot = self.0.borrow_mut();
        let slice = slot.as_ref().filter(|slice| slice.identity == identity && slice.offset == offset)?;
        let bytes = slice.bytes.clone();
        *slot = None;
        bytes.filter(|bytes| bytes.length() as usize == length)
    }
}

impl Attached {
    /// Keeps a file under a name; an older one of that name is forgotten.
    pub fn attach(&mut self, name: String, file: File) -> Result<(), JsValue> {
        self.count += 1;
        let identity = format!("{}:{}", self.count, file.size());
        let reader = FileReaderSync::new()?;
        self.files.insert(name, PageFile { file, reader, identity, ahead: self.ahead.clone() });
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

impl ByteSource for PageFile {
    fn len(&self) -> u64 {
        self.file.size() as u64
    }

    fn read(&self, offset: u64, buffer: &mut [u8]) -> Result<(), String> {
        if let Some(bytes) = self.ahead.take(&self.identity, offset, buffer.len()) {
            bytes.copy_to(buffer);
            return Ok(());
        }
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

    fn prefetch(&self, offset: u64, length: usize) {
        let end = (offset + length as u64).min(self.len());
        let Ok(slice) = self.file.slice_with_f64_and_f64(offset as f64, end as f64) else { return };
        let (identity, fetch) = (self.identity.clone(), slice.array_buffer());
        *self.ahead.0.borrow_mut() = Some(Slice { identity, offset, fetch, bytes: None });
    }
}

/// What the browser says of an error.
pub fn describe(error: &JsValue) -> String {
    js_sys::Reflect::get(error, &"message".into())
        .ok()
        .and_then(|message| message.as_string())
        .unwrap_or_else(|| format!("{error:?}"))
}
