//! Copies of imported files in the browser's private file system, one folder a work.
//!
//! Not every browser has it, and never on a plain-http address: then nothing is kept, and the person
//! is asked for the file again after a reload.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{Function, Promise, Reflect};
use web_sys::{
    File, FileSystemDirectoryHandle, FileSystemFileHandle, FileSystemGetDirectoryOptions, FileSystemGetFileOptions,
    FileSystemRemoveOptions, FileSystemWritableFileStream, StorageEstimate, StorageManager,
};

/// Room that is left free beside the copy, in bytes.
const SPARE_BYTES: f64 = 16e6;

/// Keys of the reasons why a file is not kept.
const NO_FILE_SYSTEM: &str = "files-unkept-unsupported";
const NO_ROOM: &str = "files-unkept-quota";
const NOT_WRITTEN: &str = "files-unkept-failed";

fn manager() -> Option<StorageManager> {
    let navigator = web_sys::window()?.navigator();
    let storage = Reflect::get(&navigator, &"storage".into()).ok()?;
    let has_folder = Reflect::has(&storage, &"getDirectory".into()).unwrap_or(false);
    has_folder.then(|| storage.unchecked_into())
}

async fn wait<T: JsCast>(promise: Promise) -> Option<T> {
    JsFuture::from(promise).await.ok().map(JsCast::unchecked_into)
}

async fn folder(work: &str, create: bool) -> Option<FileSystemDirectoryHandle> {
    let options = FileSystemGetDirectoryOptions::new();
    options.set_create(create);
    let root: FileSystemDirectoryHandle = wait(manager()?.get_directory()).await?;
    let works: FileSystemDirectoryHandle = wait(root.get_directory_handle_with_options("works", &options)).await?;
    wait(works.get_directory_handle_with_options(work, &options)).await
}

/// Names of files may hold what a folder refuses (`:`, `/`): letters, digits and a few marks stay.
fn entry_name(name: &str) -> String {
    let mut entry = String::from("f-");
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_".contains(&byte) {
            entry.push(char::from(byte));
        } else {
            entry.push_str(&format!(".{byte:02x}"));
        }
    }
    entry
}

/// Keeps a copy of a file.
///
/// # Errors
/// The key of the sentence that says why there is no copy.
pub async fn save(work: &str, name: &str, file: &File) -> Result<(), &'static str> {
    let storage = manager().ok_or(NO_FILE_SYSTEM)?;
    if let Ok(promise) = storage.estimate()
        && let Some(estimate) = wait::<StorageEstimate>(promise.unchecked_into()).await
        && let (Some(quota), Some(usage)) = (estimate.get_quota(), estimate.get_usage())
        && quota - usage < file.size() + SPARE_BYTES
    {
        return Err(NO_ROOM);
    }
    let folder = folder(work, true).await.ok_or(NO_FILE_SYSTEM)?;
    let options = FileSystemGetFileOptions::new();
    options.set_create(true);
    let entry = entry_name(name);
    let handle: FileSystemFileHandle =
        wait(folder.get_file_handle_with_options(&entry, &options)).await.ok_or(NOT_WRITTEN)?;
    let can_write =
        Reflect::get(&handle, &"createWritable".into()).is_ok_and(|method| method.is_instance_of::<Function>());
    if !can_write {
        remove(work, name).await;
        return Err(NO_FILE_SYSTEM);
    }
    let written = write(&handle, file).await;
    if written.is_none() {
        remove(work, name).await;
        return Err(NO_ROOM);
    }
    Ok(())
}

async fn write(handle: &FileSystemFileHandle, file: &File) -> Option<()> {
    let stream: FileSystemWritableFileStream = wait(handle.create_writable()).await?;
    wait::<JsValue>(stream.write_with_blob(file).ok()?).await?;
    wait::<JsValue>(stream.close()).await?;
    Some(())
}

/// The copy of a file, if there is one.
pub async fn load(work: &str, name: &str) -> Option<File> {
    let folder = folder(work, false).await?;
    let handle: FileSystemFileHandle = wait(folder.get_file_handle(&entry_name(name))).await?;
    wait(handle.get_file()).await
}

/// Removes the copy of a file.
pub async fn remove(work: &str, name: &str) {
    if let Some(folder) = folder(work, false).await {
        wait::<JsValue>(folder.remove_entry(&entry_name(name))).await;
    }
}

/// Removes every copy of a work.
pub async fn remove_work(work: &str) {
    let Some(storage) = manager() else { return };
    let Some(root) = wait::<FileSystemDirectoryHandle>(storage.get_directory()).await else { return };
    let Some(works) = wait::<FileSystemDirectoryHandle>(root.get_directory_handle("works")).await else { return };
    let options = FileSystemRemoveOptions::new();
    options.set_recursive(true);
    wait::<JsValue>(works.remove_entry_with_options(work, &options)).await;
}

/// Bytes used and allowed, where the browser says so.
pub async fn usage() -> Option<(u64, u64)> {
    let storage = manager()?;
    let estimate: StorageEstimate = wait(storage.estimate().ok()?.unchecked_into()).await?;
    Some((estimate.get_usage()? as u64, estimate.get_quota()? as u64))
}
