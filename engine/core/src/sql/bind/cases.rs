//! A `CASE` whose parts come as texts of their own.

use protocol::{Diagnostic, Span};

use super::Binder;
use crate::sql::kind::Kind;
use crate::sql::tree::{Node, Scalar, Value};

/// A part of a `CASE`, by the number of its branch from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CasePart {
    /// A condition.
    When(usize),
    /// The value of a branch.
    Then(usize),
    /// The value where no condition holds.
    Otherwise,
}

/// What is wrong, and with which part.
pub type Misfits = Vec<(CasePart, Box<Diagnostic>)>;

impl Binder<'_> {
    /// Joins parts that were bound apart: conditions must be boolean, values are brought to one type, that of
    /// the first ones. Without an `otherwise`, it is null.
    ///
    /// # Errors
    /// `sql-type-mismatch` and `sql-bad-literal`, by part.
    pub fn cases(mut self, branches: Vec<(Scalar, Scalar)>, otherwise: Option<Scalar>) -> Result<Scalar, Misfits> {
        let at = branches.first().map_or(Span::default(), |(_, value)| value.at.0);
        let otherwise = otherwise.unwrap_or_else(|| Scalar::new(Node::Constant(Value::Null), Kind::Null, at));
        let (mut conditions, mut values) = (Vec::new(), Vec::new());
        let mut misfits = Misfits::new();
        for (index, (condition, value)) in branches.into_iter().enumerate() {
            match self.expect(condition, &Kind::Boolean, "condition") {
                Ok(condition) => conditions.push(condition),
                Err(finding) => misfits.push((CasePart::When(index), finding)),
            }
            values.push((CasePart::Then(index), value));
        }
        values.push((CasePart::Otherwise, otherwise));
        let mut kind = Kind::Null;
        for (part, value) in &values {
            match self.common(&kind, value, "CASE") {
                Ok(common) => kind = common,
                Err(finding) => misfits.push((*part, finding)),
            }
        }
        let mut coerced = Vec::with_capacity(values.len());
        for (part, value) in values.into_iter().filter(|_| misfits.is_empty()).collect::<Vec<_>>() {
            match self.coerce(value, &kind) {
                Ok(value) => coerced.push(value),
                Err(finding) => misfits.push((part, finding)),
            }
        }
        match coerced.pop() {
            Some(otherwise) if misfits.is_empty() => {
                let branches = conditions.into_iter().zip(coerced).collect();
                Ok(Scalar::new(Node::Case { branches, otherwise: Box::new(otherwise) }, kind, at))
            }
            _ => Err(misfits),
        }
    }
}
