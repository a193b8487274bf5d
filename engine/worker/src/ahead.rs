//! The slice of a file that the engine will read next, fetched by a thread of its own while the engine works on
//! the one before. Where there can be no such thread, nothing is fetched ahead.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, MessageEvent, Worker};

/// Beside the engine's own script.
const SCRIPT: &str = "reader.js";

/// The one slice that is fetched ahead.
#[derive(Clone, Default)]
pub struct Ahead(Rc<RefCell<State>>);

#[derive(Default)]
struct State {
    reader: Reader,
    slice: Option<Slice>,
    /// Slices that were asked for: an answer to an older one is dropped.
    number: u32,
}

#[derive(Default)]
enum Reader {
    #[default]
    Unknown,
    Working(Worker),
    Missing,
}

struct Slice {
    /// Of the file.
    identity: String,
    offset: u64,
    arrival: Promise,
    /// Ends the wait for the arrival.
    arrived: Option<Function>,
    bytes: Option<Uint8Array>,
}

impl Ahead {
    /// Begins to fetch; what was fetched before is forgotten.
    pub fn fetch(&self, file: &File, identity: &str, range: Range<u64>) {
        let Some(reader) = self.reader() else { return };
        let mut state = self.0.borrow_mut();
        state.number = state.number.wrapping_add(1);
        let message = Object::new();
        let fields: [(&str, JsValue); 4] = [
            ("number", state.number.into()),
            ("file", file.into()),
            ("start", (range.start as f64).into()),
            ("end", (range.end as f64).into()),
        ];
        let is_whole = fields.iter().all(|(name, value)| Reflect::set(&message, &(*name).into(), value).is_ok());
        if !is_whole || reader.post_message(&message).is_err() {
            state.slice = None;
            return;
        }
        let mut arrived = None;
        let arrival = Promise::new(&mut |resolve, _| arrived = Some(resolve));
        state.slice = Some(Slice { identity: identity.to_owned(), offset: range.start, arrival, arrived, bytes: None });
    }

    /// Waits until the slice on its way, if any, has arrived.
    pub async fn arrive(self) {
        let on_its_way = |slice: &Slice| slice.arrived.is_some().then(|| slice.arrival.clone());
        let arrival = self.0.borrow().slice.as_ref().and_then(on_its_way);
        if let Some(arrival) = arrival {
            let _ = JsFuture::from(arrival).await;
        }
    }

    /// Fills `buffer` from the slice, if it is the one that stands at this place of the file.
    pub fn take(&self, identity: &str, offset: u64, buffer: &mut [u8]) -> bool {
        let mut state = self.0.borrow_mut();
        if !state.slice.as_ref().is_some_and(|slice| slice.identity == identity && slice.offset == offset) {
            return false;
        }
        let bytes = state.slice.take().and_then(|slice| slice.bytes);
        let Some(bytes) = bytes.filter(|bytes| bytes.length() as usize == buffer.len()) else { return false };
        bytes.copy_to(buffer);
        true
    }

    /// The reader, started when it is first needed.
    fn reader(&self) -> Option<Worker> {
        if matches!(self.0.borrow().reader, Reader::Unknown) {
            let started = self.start();
            self.0.borrow_mut().reader = started;
        }
        match &self.0.borrow().reader {
            Reader::Working(worker) => Some(worker.clone()),
            _ => None,
        }
    }

    fn start(&self) -> Reader {
        let Ok(worker) = Worker::new(SCRIPT) else { return Reader::Missing };
        let state = self.0.clone();
        let message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let field = |name: &str| Reflect::get(&event.data(), &name.into()).unwrap_or(JsValue::UNDEFINED);
            let mut state = state.borrow_mut();
            if field("number").as_f64() == Some(f64::from(state.number)) {
                let buffer = field("buffer");
                state.end((!buffer.is_undefined()).then(|| Uint8Array::new(&buffer)));
            }
        });
        let state = self.0.clone();
        let error = Closure::<dyn FnMut()>::new(move || {
            let mut state = state.borrow_mut();
            state.reader = Reader::Missing;
            state.end(None);
        });
        worker.set_onmessage(Some(message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(error.as_ref().unchecked_ref()));
        // Both live as long as the engine.
        message.forget();
        error.forget();
        Reader::Working(worker)
    }
}

impl State {
    /// What could not be fetched is read when it is needed: then the error has a reader.
    fn end(&mut self, bytes: Option<Uint8Array>) {
        let Some(slice) = &mut self.slice else { return };
        slice.bytes = bytes;
        if let Some(arrived) = slice.arrived.take() {
            let _ = arrived.call0(&JsValue::UNDEFINED);
        }
    }
}
