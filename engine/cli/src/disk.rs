//! Files on disk, for the engine, which reads none itself.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Mutex;

use engine::ops::Files;
use engine::source::ByteSource;

/// Attached files by name.
#[derive(Default)]
pub struct Disk(BTreeMap<String, DiskFile>);

struct DiskFile {
    file: Mutex<File>,
    bytes: u64,
    identity: String,
}

impl Disk {
    /// Opens a file under a name.
    ///
    /// # Errors
    /// Of the system.
    pub fn attach(&mut self, name: &str, path: &Path) -> std::io::Result<()> {
        let file = File::open(path)?;
        let bytes = file.metadata()?.len();
        let identity = path.display().to_string();
        self.0.insert(name.to_owned(), DiskFile { file: Mutex::new(file), bytes, identity });
        Ok(())
    }
}

impl Files for Disk {
    fn open(&self, name: &str) -> Option<&dyn ByteSource> {
        self.0.get(name).map(|file| file as &dyn ByteSource)
    }

    fn identity(&self, name: &str) -> Option<String> {
        self.0.get(name).map(|file| file.identity.clone())
    }
}

impl ByteSource for DiskFile {
    fn len(&self) -> u64 {
        self.bytes
    }

    fn read(&self, offset: u64, buffer: &mut [u8]) -> Result<(), String> {
        let mut file = self.file.lock().map_err(|error| error.to_string())?;
        file.seek(SeekFrom::Start(offset)).and_then(|_| file.read_exact(buffer)).map_err(|error| error.to_string())
    }
}
