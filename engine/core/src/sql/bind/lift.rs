//! Parts of an expression that are computed before it: each is taken out, and a column stands in its place.

use polars::prelude::PlSmallStr;

use super::Binder;
use crate::sql::tree::{Node, Scalar, Value};

impl Binder<'_> {
    /// Puts columns in the place of the parts that `take` takes out, and adds these to what was lifted before; equal
    /// ones are lifted once. `take` gives back what it leaves.
    pub(super) fn lifted<T: PartialEq>(
        &mut self,
        scalar: Scalar,
        lifted: &mut Vec<(PlSmallStr, T)>,
        take: fn(Node) -> Result<T, Node>,
    ) -> Scalar {
        let Scalar { node, kind, at } = scalar;
        let node = match take(node) {
            Ok(taken) => return Scalar::column(self.plan_of(lifted, taken), kind, at.0),
            Err(node) => node,
        };
        let mut made = Scalar { node, kind, at };
        for part in made.parts_mut() {
            let blank = Scalar::new(Node::Constant(Value::Null), part.kind.clone(), at.0);
            let part_of = std::mem::replace(part, blank);
            *part = self.lifted(part_of, lifted, take);
        }
        made
    }

    /// The plan name of a part: that of an equal one, or a fresh one.
    pub(super) fn plan_of<T: PartialEq>(&mut self, lifted: &mut Vec<(PlSmallStr, T)>, part: T) -> PlSmallStr {
        let known = lifted.iter().find(|(_, known)| *known == part).map(|(plan, _)| plan.clone());
        known.unwrap_or_else(|| {
            let plan = self.fresh();
            lifted.push((plan.clone(), part));
            plan
        })
    }
}
