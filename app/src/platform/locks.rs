//! One tab writes a work: Web Locks where the browser has them, else a heartbeat in local storage.

mod heartbeat;
mod web;

/// Who has the work for writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// This tab.
    Mine,
    /// Another tab; this one waits for it.
    Elsewhere,
}

/// A place in the queue for a work: dropping it gives the work to the next tab.
pub enum WorkLock {
    /// By Web Locks.
    Web(web::WebLock),
    /// By heartbeat.
    Heartbeat(heartbeat::Heartbeat),
}

/// Asks for a work. `tell` is called when it is known who has it, and again when this tab gets it.
pub fn hold(work: &str, tell: impl Fn(Hold) + Clone + 'static) -> WorkLock {
    match web::WebLock::request(work, tell.clone()) {
        Some(lock) => WorkLock::Web(lock),
        None => WorkLock::Heartbeat(heartbeat::Heartbeat::start(work, tell)),
    }
}
