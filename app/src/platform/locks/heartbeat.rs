//! Where there are no Web Locks: the writing tab signs a key of the local storage every two seconds;
//! a signature older than three beats is of a tab that is gone.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Interval;

use super::Hold;
use crate::platform::{clock, storage};
use crate::state::lock::{BEAT_MS, Signature};

/// A signature that is kept fresh, or waited for.
pub struct Heartbeat {
    key: String,
    tab: u32,
    mine: Rc<Cell<bool>>,
    _beat: Interval,
    _leave: Option<EventListener>,
}

impl Heartbeat {
    /// Signs if nobody else does; else waits until the other's signature is stale.
    pub fn start(work: &str, tell: impl Fn(Hold) + 'static) -> Self {
        let key = format!("creuset.lock.{work}");
        let tab = clock::random();
        let mine = Rc::new(Cell::new(false));
        let told = Cell::new(None);
        let beat = {
            let (key, mine) = (key.clone(), Rc::clone(&mine));
            move || {
                let now = clock::now_ms();
                let signed = storage::get(&key).and_then(|text| Signature::parse(&text));
                let hold = match signed {
                    Some(other) if other.is_of_another(tab, now) => Hold::Elsewhere,
                    _ => Hold::Mine,
                };
                mine.set(hold == Hold::Mine);
                if hold == Hold::Mine {
                    // Without storage there is nothing that two tabs could overwrite.
                    let _ = storage::set(&key, &Signature { tab, at_ms: now }.to_string());
                }
                if told.replace(Some(hold)) != Some(hold) {
                    tell(hold);
                }
            }
        };
        beat();
        let leave = web_sys::window().map(|window| {
            let (key, mine) = (key.clone(), Rc::clone(&mine));
            EventListener::new(&window, "pagehide", move |_| sign_off(&key, &mine))
        });
        Self { key, tab, mine, _beat: Interval::new(BEAT_MS, beat), _leave: leave }
    }
}

fn sign_off(key: &str, mine: &Cell<bool>) {
    if mine.replace(false) {
        storage::remove(key);
    }
}

impl Drop for Heartbeat {
    fn drop(&mut self) {
        let signed = storage::get(&self.key).and_then(|text| Signature::parse(&text));
        if signed.is_some_and(|signature| signature.tab == self.tab) {
            sign_off(&self.key, &self.mine);
        }
    }
}
