//! The table of gates.

/// Whether something holds, with what was found.
pub struct Gate {
    holds: bool,
    found: String,
}

impl Gate {
    /// It holds.
    pub fn held(found: impl ToString) -> Self {
        Self { holds: true, found: found.to_string() }
    }

    /// It does not.
    pub fn failed(found: impl ToString) -> Self {
        Self { holds: false, found: found.to_string() }
    }

    /// By what was found.
    pub fn of(holds: bool, found: impl ToString) -> Self {
        Self { holds, found: found.to_string() }
    }

    /// What an attempt came to: an error is a gate that does not hold.
    pub fn tried(outcome: anyhow::Result<Self>) -> Self {
        outcome.unwrap_or_else(|error| Self::failed(format!("{error:#}")))
    }
}

/// Gates that were looked at, printed as they come.
#[derive(Default)]
pub struct Gates {
    count: usize,
    failed: usize,
}

impl Gates {
    /// Prints a gate.
    pub fn add(&mut self, id: &str, name: &str, gate: Gate) {
        self.count += 1;
        self.failed += usize::from(!gate.holds);
        println!("{:<12} {:<7} {name:<40} {}", id, if gate.holds { "holds" } else { "FAILS" }, gate.found);
    }

    /// How many were looked at.
    pub fn count(&self) -> usize {
        self.count
    }

    /// How many do not hold.
    pub fn failed(&self) -> usize {
        self.failed
    }
}
