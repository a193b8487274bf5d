//! One worker: where its script stands, what is posted to it, what comes from it. Dropping the link
//! terminates the worker.

use leptos::prelude::document;
use protocol::message::{FromWorker, ToWorker};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::js_sys::{ArrayBuffer, Object, Reflect};
use web_sys::{ErrorEvent, Event, MessageEvent, Url, Worker, WorkerOptions, WorkerType};

/// What comes from a worker.
pub enum Received {
    /// A message, with the bytes beside it.
    Message(FromWorker, Option<ArrayBuffer>),
    /// The worker could not be loaded, or says what is not understood.
    Broken(String),
}

/// A running worker.
pub struct Link {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

/// The build of the engine that this page was made with.
pub fn page_build() -> String {
    document()
        .query_selector("meta[name='engine-build']")
        .ok()
        .flatten()
        .and_then(|meta| meta.get_attribute("content"))
        .unwrap_or_default()
}

fn script_url() -> Result<String, JsValue> {
    let base = document().base_uri()?.unwrap_or_default();
    Ok(Url::new_with_base(&format!("./engine/{}/worker.js", page_build()), &base)?.href())
}

fn worded(value: &JsValue) -> String {
    let message = Reflect::get(value, &"message".into()).ok().and_then(|message| message.as_string());
    message.or_else(|| value.as_string()).unwrap_or_else(|| format!("{value:?}"))
}

impl Link {
    /// Starts a worker; what comes from it goes to `receive`.
    ///
    /// # Errors
    /// What the browser says of a worker that it refuses.
    pub fn open(receive: impl Fn(Received) + Clone + 'static) -> Result<Self, String> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let url = script_url().map_err(|error| worded(&error))?;
        let worker = Worker::new_with_options(&url, &options).map_err(|error| worded(&error))?;
        let deliver = receive.clone();
        let on_message = Closure::new(move |event: MessageEvent| deliver(read(&event.data())));
        let on_error = Closure::new(move |event: Event| {
            let detail = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).unwrap_or_default();
            receive(Received::Broken(if detail.is_empty() { url.clone() } else { detail }));
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self { worker, _on_message: on_message, _on_error: on_error })
    }

    /// Posts a message, with a file beside it.
    ///
    /// # Errors
    /// A message that cannot be encoded or cloned.
    pub fn post(&self, message: &ToWorker, file: Option<&web_sys::File>) -> Result<(), String> {
        let encoded =
            message.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(|error| error.to_string())?;
        let envelope = Object::new();
        let put = |name: &str, value: &JsValue| Reflect::set(&envelope, &name.into(), value).map_err(|e| worded(&e));
        put("message", &encoded)?;
        if let Some(file) = file {
            put("file", file)?;
        }
        self.worker.post_message(&envelope).map_err(|error| worded(&error))
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

fn read(data: &JsValue) -> Received {
    let message = Reflect::get(data, &"message".into()).unwrap_or(JsValue::UNDEFINED);
    let bytes = Reflect::get(data, &"bytes".into()).ok().and_then(|bytes| bytes.dyn_into::<ArrayBuffer>().ok());
    match serde_wasm_bindgen::from_value(message) {
        Ok(message) => Received::Message(message, bytes),
        Err(error) => Received::Broken(error.to_string()),
    }
}
