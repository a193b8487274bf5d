//! Set operations and lists of rows.

use protocol::{Checked, Code};
use sqlparser::ast::{self, SetExpr, SetOperator, SetQuantifier};

use super::grouping::Item;
use super::order::Slice;
use super::scalar::Scope;
use super::{Binder, Bound};
use crate::sql::kind::Kind;
use crate::sql::place;
use crate::sql::tree::{Field, Membership, Node, Reach, Relation, Scalar, Value};

/// Most rows of `VALUES`.
const MAX_VALUES: usize = 2_000;

impl Binder<'_> {
    /// The body of a query that is not a plain select.
    pub(super) fn set(&mut self, body: &SetExpr) -> Checked<Bound> {
        self.deeper(|binder| match body {
            SetExpr::Select(select) => binder.select(select, None, Slice::default()),
            SetExpr::Query(query) => binder.query(query),
            SetExpr::SetOperation { op, set_quantifier, left, right } => {
                let (left, right) = (binder.set(left)?, binder.set(right)?);
                binder.operation(*op, *set_quantifier, left, right)
            }
            SetExpr::Values(values) => binder.values(values),
            SetExpr::Table(_) => place::unsupported("TABLE", Some(binder.here)),
            SetExpr::Insert(_) | SetExpr::Update(_) | SetExpr::Delete(_) | SetExpr::Merge(_) => {
                Err(place::error(Code::SqlNotQuery, Some(binder.here)))
            }
        })
    }

    fn operation(&mut self, op: SetOperator, quantifier: SetQuantifier, left: Bound, right: Bound) -> Checked<Bound> {
        let all = match quantifier {
            SetQuantifier::All => true,
            SetQuantifier::Distinct | SetQuantifier::None => false,
            _ => return place::unsupported("BY NAME", Some(self.here)),
        };
        let (columns, left, right) = self.alike_columns(left, right, op == SetOperator::Union && all)?;
        let fits = |kind: &Kind| if op == SetOperator::Union { kind.is_groupable() } else { kind.is_plain() };
        if !all && !columns.iter().all(|field| fits(&field.kind)) {
            return place::unsupported("UNION […]", Some(self.here));
        }
        let relation = match (op, all) {
            (SetOperator::Union, true) => concat(left, right),
            (SetOperator::Union, false) => Relation::Distinct { input: Box::new(concat(left, right)) },
            (SetOperator::Intersect, false) => {
                Relation::Members { membership: Membership::Intersect, left: Box::new(left), right: Box::new(right) }
            }
            (SetOperator::Except, false) => {
                Relation::Members { membership: Membership::Except, left: Box::new(left), right: Box::new(right) }
            }
            (SetOperator::Intersect, true) => return place::unsupported("INTERSECT ALL", Some(self.here)),
            (SetOperator::Except, true) => return place::unsupported("EXCEPT ALL", Some(self.here)),
            (SetOperator::Minus, _) => return place::unsupported("MINUS", Some(self.here)),
        };
        Ok(Bound { relation, fields: columns })
    }

    /// Both sides with the same plan names and kinds, by position; hidden columns by name, if kept.
    fn alike_columns(
        &mut self,
        left: Bound,
        right: Bound,
        with_hidden: bool,
    ) -> Checked<(Vec<Field>, Relation, Relation)> {
        let of = |bound: &Bound, reach: Reach| -> Vec<Field> {
            bound.fields.iter().filter(|field| field.reach == reach).cloned().collect()
        };
        let (shown_left, shown_right) = (of(&left, Reach::Full), of(&right, Reach::Full));
        if shown_left.len() != shown_right.len() {
            return Err(place::error(Code::SqlSetWidth, Some(self.here))
                .with("left", shown_left.len())
                .with("right", shown_right.len()));
        }
        let (mut fields, mut to_left, mut to_right) = (Vec::new(), Vec::new(), Vec::new());
        for (one, two) in shown_left.into_iter().zip(shown_right) {
            let Some(kind) = one.kind.common(&two.kind) else {
                return Err(self.mismatch(&one.kind, &two.kind, "UNION", self.here));
            };
            let plan = self.fresh();
            let here = self.here;
            let column = |field: &Field| Scalar::column(field.plan.clone(), field.kind.clone(), here);
            to_left.push((plan.clone(), self.coerce(column(&one), &kind)?));
            to_right.push((plan.clone(), self.coerce(column(&two), &kind)?));
            fields.push(Field { qualifier: None, plan, kind, ..one });
        }
        if with_hidden {
            let (hidden_left, hidden_right) = (of(&left, Reach::Hidden), of(&right, Reach::Hidden));
            let mut names: Vec<Field> = hidden_left.clone();
            for field in &hidden_right {
                if !names.iter().any(|known| known.name == field.name) {
                    names.push(field.clone());
                }
            }
            for field in names {
                let plan = self.fresh();
                let value = |side: &[Field]| match side.iter().find(|other| other.name == field.name) {
                    Some(found) => Scalar::column(found.plan.clone(), field.kind.clone(), self.here),
                    None => Scalar::new(Node::Constant(Value::Null), field.kind.clone(), self.here),
                };
                to_left.push((plan.clone(), value(&hidden_left)));
                to_right.push((plan.clone(), value(&hidden_right)));
                fields.push(Field { plan, ..field });
            }
        }
        let project = |bound: Bound, items| Relation::Project { input: Box::new(bound.relation), items };
        Ok((fields, project(left, to_left), project(right, to_right)))
    }

    fn values(&mut self, values: &ast::Values) -> Checked<Bound> {
        let ast::Values { explicit_row: _, rows } = values;
        if rows.len() > MAX_VALUES {
            return Err(place::error(Code::SqlTooComplex, Some(self.here)).with("limit", MAX_VALUES));
        }
        let width = rows.first().map_or(0, Vec::len);
        let mut kinds = vec![Kind::Null; width];
        let mut bound = Vec::with_capacity(rows.len());
        for row in rows {
            if row.len() != width || width == 0 {
                return Err(place::error(Code::SqlSetWidth, Some(self.here))
                    .with("left", width)
                    .with("right", row.len()));
            }
            let cells = row.iter().map(|cell| self.scalar(cell, &Scope::plain(&[]))).collect::<Checked<Vec<_>>>()?;
            for (kind, cell) in kinds.iter_mut().zip(&cells) {
                *kind = self.common(kind, cell, "VALUES")?;
            }
            bound.push(cells);
        }
        let plans: Vec<_> = kinds.iter().map(|_| self.fresh()).collect();
        let mut inputs = Vec::with_capacity(bound.len());
        for cells in bound {
            let mut items = Vec::with_capacity(width);
            for ((cell, kind), plan) in cells.into_iter().zip(&kinds).zip(&plans) {
                items.push((plan.clone(), self.coerce(cell, kind)?));
            }
            inputs.push(Relation::Project { input: Box::new(Relation::Unit), items });
        }
        let items = plans
            .iter()
            .zip(&kinds)
            .enumerate()
            .map(|(index, (plan, kind))| Item {
                name: format!("col{index}"),
                value: Scalar::column(plan.clone(), kind.clone(), self.here),
            })
            .collect();
        Ok(self.project(Relation::Concat { inputs }, items, &[]))
    }
}

/// One after the other; a chain of unions stays flat.
fn concat(left: Relation, right: Relation) -> Relation {
    Relation::Concat { inputs: vec![left, right] }
}
