//! What is known of working without a network: whether the page is kept on this device, whether there is a
//! network, whether a newer version waits.
//!
//! The browser's side tells events; what follows from them is decided here, and carried out by the frame.

/// Why the page is not kept on this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// The address is plain http: browsers keep nothing of such pages.
    PlainHttp,
    /// The browser does not keep pages, here or at all (private window, site data blocked, an older one).
    Browser,
    /// The files that the host sent are not those of the version, or did not all come.
    Refused,
    /// The page is served from a workshop: it changes all the time.
    Workshop,
}

impl Lack {
    /// The key of its sentence.
    pub fn key(self) -> &'static str {
        match self {
            Self::PlainHttp => "offline-lacks-plain-http",
            Self::Browser => "offline-lacks-browser",
            Self::Refused => "offline-lacks-refused",
            Self::Workshop => "offline-lacks-workshop",
        }
    }
}

/// The copy of the page on this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kept {
    /// Being made, or looked for.
    #[default]
    Making,
    /// Whole: the page opens without a network.
    Whole,
    /// There is none.
    Lacking(Lack),
}

/// A version that is newer than the open one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Newer {
    /// None is known.
    #[default]
    None,
    /// It is on this device and waits for the person's word.
    Waiting,
    /// The person has asked for it.
    Asked,
    /// It was asked for, but other tabs work with the open one.
    OtherTabs(u32),
    /// It was asked for, but the work in this tab is not stored.
    Unsaved,
    /// It has come into force by another tab: this page is the older one until it is loaded again.
    InForce,
    /// The person wants to hear of it later.
    Later,
}

/// All of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offline {
    /// The copy on this device.
    pub kept: Kept,
    /// Whether the browser has a network.
    pub network: bool,
    /// Whether the person has read that there is none.
    pub read: bool,
    /// The newer version.
    pub newer: Newer,
    /// Whether a newer version was refused because its files were not right.
    pub newer_refused: bool,
}

impl Default for Offline {
    fn default() -> Self {
        Self { kept: Kept::default(), network: true, read: false, newer: Newer::default(), newer_refused: false }
    }
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// The page cannot be kept here.
    Lacks(Lack),
    /// A version is whole and in force.
    Kept,
    /// A version could not be made whole.
    Refused,
    /// A newer version is whole and waits.
    NewerWaits,
    /// A version has taken control of the page; the first one, if none had it before.
    Controlled {
        /// Whether none had it before.
        first: bool,
    },
    /// Other tabs, this many, keep the newer version waiting.
    OtherTabs(u32),
    /// The network came or went.
    Network(bool),
    /// The person has read that there is no network.
    Read,
    /// The person asks for the newer version.
    Ask {
        /// Whether the work of this tab is stored.
        saved: bool,
    },
    /// The person puts the newer version off.
    PutOff,
}

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Nothing.
    Nothing,
    /// Let the newer version take over.
    TakeOver,
    /// Load the page again.
    Reload,
}

impl Offline {
    /// Takes an event in.
    pub fn take(&mut self, event: Event) -> Deed {
        match event {
            Event::Lacks(lack) => self.kept = Kept::Lacking(lack),
            Event::Kept => self.kept = Kept::Whole,
            Event::Refused if self.kept == Kept::Whole => self.newer_refused = true,
            Event::Refused => self.kept = Kept::Lacking(Lack::Refused),
            Event::NewerWaits => {
                self.newer = Newer::Waiting;
                self.newer_refused = false;
            }
            Event::Controlled { .. } if self.newer == Newer::Asked => return Deed::Reload,
            Event::Controlled { first: true } => {}
            Event::Controlled { first: false } => self.newer = Newer::InForce,
            Event::OtherTabs(count) => self.newer = Newer::OtherTabs(count),
            Event::Network(network) => {
                self.network = network;
                self.read &= !network;
            }
            Event::Read => self.read = true,
            Event::Ask { saved: false } => self.newer = Newer::Unsaved,
            Event::Ask { saved: true } if self.newer == Newer::InForce => return Deed::Reload,
            Event::Ask { saved: true } => {
                self.newer = Newer::Asked;
                return Deed::TakeOver;
            }
            Event::PutOff => self.newer = Newer::Later,
        }
        Deed::Nothing
    }

    /// The key of what the settings say of the copy.
    pub fn kept_key(self) -> &'static str {
        match self.kept {
            Kept::Making => "offline-making",
            Kept::Whole => "offline-whole",
            Kept::Lacking(lack) => lack.key(),
        }
    }

    /// The key of what is said of the missing network, until it is read.
    pub fn network_key(self) -> Option<&'static str> {
        match self.kept {
            _ if self.network || self.read => None,
            Kept::Whole => Some("offline-now"),
            Kept::Lacking(_) => Some("offline-now-unkept"),
            // What is not known yet is not said.
            Kept::Making => None,
        }
    }

    /// The key of what is said of the newer version.
    pub fn newer_key(self) -> Option<&'static str> {
        match self.newer {
            Newer::None | Newer::Later => None,
            Newer::Waiting => Some("newer-waiting"),
            Newer::Asked => Some("newer-asked"),
            Newer::OtherTabs(_) => Some("newer-other-tabs"),
            Newer::Unsaved => Some("newer-unsaved"),
            Newer::InForce => Some("newer-in-force"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What happened, what was to be done last, and what is said: of the copy, the network, the newer version.
    type Case = (&'static [Event], Deed, &'static str, Option<&'static str>, Option<&'static str>);

    const SAVED: Event = Event::Ask { saved: true };
    const UNSAVED: Event = Event::Ask { saved: false };
    const TAKEN: Event = Event::Controlled { first: false };

    #[test]
    fn events_are_told_and_carried_out() {
        use Deed::{Nothing, Reload, TakeOver};
        use Event::{Controlled, Kept, Lacks, Network, NewerWaits, OtherTabs, PutOff, Read, Refused};
        let cases: [Case; 19] = [
            (&[], Nothing, "offline-making", None, None),
            (&[Kept], Nothing, "offline-whole", None, None),
            // The first version of all takes control of the page that brought it: nothing to load again.
            (&[Controlled { first: true }, Kept], Nothing, "offline-whole", None, None),
            (&[Refused], Nothing, "offline-lacks-refused", None, None),
            (&[Lacks(Lack::PlainHttp)], Nothing, "offline-lacks-plain-http", None, None),
            (&[Kept, Network(false)], Nothing, "offline-whole", Some("offline-now"), None),
            (&[Network(false)], Nothing, "offline-making", None, None),
            (&[Network(false), Refused], Nothing, "offline-lacks-refused", Some("offline-now-unkept"), None),
            (&[Kept, Network(false), Read], Nothing, "offline-whole", None, None),
            (
                &[Kept, Network(false), Read, Network(true), Network(false)],
                Nothing,
                "offline-whole",
                Some("offline-now"),
                None,
            ),
            (&[Kept, NewerWaits], Nothing, "offline-whole", None, Some("newer-waiting")),
            // The version before stays.
            (&[Kept, Refused], Nothing, "offline-whole", None, None),
            (&[Kept, NewerWaits, SAVED], TakeOver, "offline-whole", None, Some("newer-asked")),
            (&[Kept, NewerWaits, SAVED, TAKEN], Reload, "offline-whole", None, Some("newer-asked")),
            (&[Kept, NewerWaits, SAVED, OtherTabs(2)], Nothing, "offline-whole", None, Some("newer-other-tabs")),
            (&[Kept, NewerWaits, SAVED, OtherTabs(2), SAVED], TakeOver, "offline-whole", None, Some("newer-asked")),
            // What is not stored is never loaded over.
            (&[Kept, NewerWaits, UNSAVED], Nothing, "offline-whole", None, Some("newer-unsaved")),
            (&[Kept, TAKEN, SAVED], Reload, "offline-whole", None, Some("newer-in-force")),
            (&[Kept, NewerWaits, PutOff], Nothing, "offline-whole", None, None),
        ];
        for (events, deed, kept, network, newer) in cases {
            let mut offline = Offline::default();
            let done = events.iter().map(|event| offline.take(*event)).last().unwrap_or(Deed::Nothing);
            let said = (offline.kept_key(), offline.network_key(), offline.newer_key());
            assert_eq!((done, said), (deed, (kept, network, newer)), "{events:?}");
        }
    }

    #[test]
    fn a_refused_version_is_forgotten_with_the_next_one() {
        let mut offline = Offline::default();
        offline.take(Event::Kept);
        offline.take(Event::Refused);
        assert!(offline.newer_refused);
        offline.take(Event::NewerWaits);
        assert!(!offline.newer_refused);
    }
}
