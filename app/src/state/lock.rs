//! The signature of the tab that writes a work, for browsers without Web Locks.

/// How often a tab signs, in milliseconds.
pub const BEAT_MS: u32 = 2_000;
/// Beats without a signature after which a tab is taken for gone.
const STALE_BEATS: f64 = 3.0;

/// Who signed, and when.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Signature {
    /// Random number of the tab.
    pub tab: u32,
    /// When, milliseconds since 1970, UTC.
    pub at_ms: f64,
}

impl Signature {
    /// Reads a stored signature.
    pub fn parse(text: &str) -> Option<Self> {
        let (tab, at) = text.split_once('@')?;
        Some(Self { tab: tab.parse().ok()?, at_ms: at.parse().ok()? })
    }

    /// Whether another tab signed, recently enough to be alive. A signature from the future (a clock set
    /// back) is as fresh as one of now, no longer.
    pub fn is_of_another(&self, tab: u32, now_ms: f64) -> bool {
        self.tab != tab && (now_ms - self.at_ms).abs() < STALE_BEATS * f64::from(BEAT_MS)
    }
}

impl std::fmt::Display for Signature {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}@{}", self.tab, self.at_ms)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stale_signature_is_of_no_one() {
        let signature = Signature { tab: 1, at_ms: 10_000.0 };
        assert_eq!(Signature::parse(&signature.to_string()), Some(signature));
        for (tab, now, another) in
            [(1, 10_001.0, false), (2, 10_001.0, true), (2, 15_999.0, true), (2, 16_000.0, false), (2, 1.0, false)]
        {
            assert_eq!(signature.is_of_another(tab, now), another, "{tab} {now}");
        }
    }
}
