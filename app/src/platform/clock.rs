//! The time, waiting, and a little chance: the only place where the page asks for any of them.

use gloo::timers::callback::Timeout;
use web_sys::js_sys::{Date, Math};

use crate::reply::Reply;

/// Now, in milliseconds since 1970, UTC.
pub fn now_ms() -> f64 {
    Date::now()
}

/// The milliseconds of an instant as logs write it (RFC 3339).
pub fn ms_of(instant: &str) -> f64 {
    Date::parse(instant)
}

/// Minutes that the person's clock is ahead of UTC at an instant.
pub fn offset_minutes(at_ms: f64) -> i32 {
    -(Date::new(&at_ms.into()).get_timezone_offset() as i32)
}

/// A random number for ids; nothing secret hangs on it.
pub fn random() -> u32 {
    (Math::random() * f64::from(u32::MAX)) as u32
}

/// Waits.
pub async fn sleep(ms: u32) {
    let reply = Reply::default();
    let done = reply.clone();
    Timeout::new(ms, move || done.resolve(())).forget();
    reply.await;
}
