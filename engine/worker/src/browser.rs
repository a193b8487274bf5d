//! Between the event loop and the desk: takes messages, posts answers, yields between two pieces.

use std::cell::{Cell, RefCell};

use protocol::message::{FromWorker, Request, Response, ToWorker};
use protocol::{Code, Diagnostic};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, File, MessageChannel};

use crate::allocator;
use crate::desk::{Desk, Outcome};
use crate::file::{Attached, describe};
use crate::queue::{Job, Queue};

#[derive(Default)]
struct Worker {
    desk: RefCell<Desk>,
    files: RefCell<Attached>,
    queue: RefCell<Queue>,
    /// The job at work.
    current: Cell<Option<u32>>,
    is_looping: Cell<bool>,
}

thread_local! {
    static WORKER: Worker = Worker::default();
    static PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Called once by the loader: panics leave their message where the loader finds it after the trap.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        let text = info.to_string();
        PANIC.with(|panic| panic.try_borrow_mut().map(|mut panic| *panic = text).unwrap_or(()));
    }));
}

/// What the last panic said; empty if there was none.
#[wasm_bindgen]
pub fn panic_message() -> String {
    PANIC.with(|panic| panic.try_borrow().map(|panic| panic.clone()).unwrap_or_default())
}

/// Whether memory ran out.
#[wasm_bindgen]
pub fn memory_exhausted() -> bool {
    allocator::is_exhausted()
}

/// The id of the question at work, if any.
#[wasm_bindgen]
pub fn working_on() -> Option<u32> {
    WORKER.with(|worker| worker.current.get())
}

/// Takes a message of the page, with the file that may ride beside it.
#[wasm_bindgen]
pub fn receive(message: JsValue, file: Option<File>) {
    match serde_wasm_bindgen::from_value(message) {
        Ok(ToWorker::Ask { id, revision, request }) => take(id, revision, request, file),
        Ok(ToWorker::Cancel { id }) => cancel(id),
        Err(error) => web_sys::console::error_1(&format!("not a message: {error}").into()),
    }
}

fn take(id: u32, revision: u32, request: Request, file: Option<File>) {
    WORKER.with(|worker| {
        let mut files = worker.files.borrow_mut();
        match (&request, file) {
            (Request::Attach { name }, Some(file)) => {
                if let Err(error) = files.attach(name.clone(), file) {
                    let finding = Diagnostic::new(Code::FileUnreadable).with("name", name.as_str());
                    answer(id, Response::Failed(*finding.with("detail", describe(&error))), None);
                    return;
                }
            }
            (Request::Attach { name }, None) => {
                let finding = Diagnostic::new(Code::FileMissing).with("name", name.as_str());
                answer(id, Response::Failed(*finding), None);
                return;
            }
            (Request::Detach { name }, _) => files.detach(name),
            _ => {}
        }
        drop(files);
        let replaced = worker.queue.borrow_mut().push(id, revision, request);
        replaced.into_iter().for_each(|(id, response)| answer(id, response, None));
        if !worker.is_looping.replace(true) {
            spawn_local(work());
        }
    });
}

fn cancel(id: u32) {
    WORKER.with(|worker| {
        if let Some(response) = worker.queue.borrow_mut().cancel(id) {
            answer(id, response, None);
        }
    });
}

/// Works until nothing waits. Messages arrive only while it yields: after each piece.
async fn work() {
    while let Some(job) = WORKER.with(|worker| worker.queue.borrow_mut().take()) {
        WORKER.with(|worker| advance(worker, job));
        yield_to_events().await;
        WORKER.with(|worker| worker.files.borrow().ahead()).arrive().await;
    }
    WORKER.with(|worker| worker.is_looping.set(false));
}

fn advance(worker: &Worker, Job { ticket, task }: Job) {
    let id = ticket.id;
    worker.current.set(Some(id));
    let (rest, outcome) = worker.desk.borrow_mut().advance(task, &*worker.files.borrow());
    worker.current.set(None);
    if let Some(task) = rest {
        worker.queue.borrow_mut().put_back(Job { ticket, task });
    }
    match outcome {
        Outcome::Working(progress) => answer(id, Response::Progress(progress), None),
        Outcome::Done(done) => answer(id, done.response, done.bytes),
    }
}

fn answer(id: u32, response: Response, bytes: Option<Vec<u8>>) {
    if let Err(error) = post(&FromWorker::Answer { id, response }, bytes) {
        web_sys::console::error_1(&error);
    }
}

fn post(message: &FromWorker, bytes: Option<Vec<u8>>) -> Result<(), JsValue> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let envelope = js_sys::Object::new();
    let message = message.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?;
    js_sys::Reflect::set(&envelope, &"message".into(), &message)?;
    let transfer = js_sys::Array::new();
    if let Some(bytes) = bytes {
        let buffer = js_sys::Uint8Array::from(bytes.as_slice()).buffer();
        js_sys::Reflect::set(&envelope, &"bytes".into(), &buffer)?;
        transfer.push(&buffer);
    }
    scope.post_message_with_transfer(&envelope, &transfer)
}

/// Lets the event loop run once: a message to ourselves comes back after those that wait. (A timer would
/// cost 4 ms a piece.)
async fn yield_to_events() {
    let Ok(channel) = MessageChannel::new() else { return };
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        channel.port1().set_onmessage(Some(&resolve));
        let _ = channel.port2().post_message(&JsValue::NULL);
    });
    let _ = JsFuture::from(promise).await;
    channel.port1().close();
}
