//! Tables and joins.

use protocol::{Checked, Code, Span};
use sqlparser::ast::{self, JoinConstraint, JoinOperator, TableFactor};

use super::names::{identifier, path, same};
use super::scalar::Scope;
use super::{Binder, Bound, attach, push, unnest};
use crate::sql::kind::Kind;
use crate::sql::place;
use crate::sql::tree::{Field, JoinKind, Operator, Reach, Relation, Scalar};
use crate::table::is_provenance;

impl Binder<'_> {
    /// The list after `FROM`: without one, a single row without columns.
    pub(super) fn from(&mut self, list: &[ast::TableWithJoins]) -> Checked<Bound> {
        let mut made: Option<Bound> = None;
        for item in list {
            made = Some(match made {
                Some(left) if unnest::is_one(&item.relation) => self.beside_lists(left, item)?,
                Some(left) => {
                    let right = self.table_with_joins(item)?;
                    self.pair(JoinKind::Inner, left, right, Vec::new(), None)?
                }
                None => self.table_with_joins(item)?,
            });
        }
        Ok(made.unwrap_or(Bound { relation: Relation::Unit, fields: Vec::new() }))
    }

    fn table_with_joins(&mut self, item: &ast::TableWithJoins) -> Checked<Bound> {
        let left = self.deeper(|binder| binder.factor(&item.relation))?;
        self.joins(left, &item.joins)
    }

    /// Joins, one after the other.
    pub(super) fn joins(&mut self, mut left: Bound, joins: &[ast::Join]) -> Checked<Bound> {
        for join in joins {
            left = self.deeper(|binder| binder.join(left, join))?;
        }
        Ok(left)
    }

    fn factor(&mut self, factor: &TableFactor) -> Checked<Bound> {
        let at = self.at(factor);
        if unnest::is_one(factor) {
            return self.lists_of(Bound { relation: Relation::Unit, fields: Vec::new() }, factor, false);
        }
        match factor {
            TableFactor::Table {
                name,
                alias,
                args,
                with_hints,
                version,
                with_ordinality,
                partitions,
                json_path,
                sample,
                index_hints,
            } => {
                let refusals = [
                    (!with_hints.is_empty() || !index_hints.is_empty(), "WITH (HINT)"),
                    (version.is_some(), "FOR SYSTEM_TIME AS OF"),
                    (*with_ordinality, "WITH ORDINALITY"),
                    (!partitions.is_empty(), "PARTITION"),
                    (json_path.is_some(), "a:b"),
                    (sample.is_some(), "TABLESAMPLE"),
                ];
                if let Some((_, feature)) = refusals.iter().find(|(is_there, _)| *is_there) {
                    return place::unsupported(feature, Some(at));
                }
                let bound = match args {
                    Some(args) => self.series(name, args, at)?,
                    None => self.table(name, at)?,
                };
                renamed(bound, alias.as_ref())
            }
            TableFactor::Derived { lateral: true, .. } => place::unsupported("LATERAL", Some(at)),
            TableFactor::Derived { lateral: false, subquery, alias } => {
                let mut bound = self.query(subquery)?;
                for field in &mut bound.fields {
                    field.qualifier = None;
                }
                renamed(bound, alias.as_ref())
            }
            TableFactor::NestedJoin { table_with_joins, alias: None } => self.table_with_joins(table_with_joins),
            TableFactor::NestedJoin { alias: Some(_), .. } => place::unsupported("(a JOIN b) AS c", Some(at)),
            TableFactor::TableFunction { .. } | TableFactor::Function { .. } => {
                place::unsupported("FROM f(…)", Some(at))
            }
            // The dialect reads it as a call.
            TableFactor::UNNEST { .. } => place::unsupported("UNNEST", Some(at)),
            TableFactor::Pivot { .. } => place::unsupported("PIVOT", Some(at)),
            TableFactor::Unpivot { .. } => place::unsupported("UNPIVOT", Some(at)),
            TableFactor::MatchRecognize { .. } => place::unsupported("MATCH_RECOGNIZE", Some(at)),
            TableFactor::JsonTable { .. } | TableFactor::OpenJsonTable { .. } | TableFactor::XmlTable { .. } => {
                place::unsupported("FROM f(…)", Some(at))
            }
            TableFactor::SemanticView { .. } => place::unsupported("SEMANTIC_VIEW", Some(at)),
        }
    }

    /// A common table expression, or a table given to the query.
    fn table(&mut self, name: &ast::ObjectName, at: Span) -> Checked<Bound> {
        let parts = path(name)?;
        let full = parts.join(".");
        let short = parts.last().copied().unwrap_or_default().to_owned();
        if let [only] = parts.as_slice()
            && let Some(common) = self.in_sight.iter().rev().find(|common| same(&common.name, only)).cloned()
        {
            return Ok(self.common_table(&common));
        }
        let sources = self.sources;
        let exact = sources.iter().position(|source| same(source.name, &full));
        let in_zone = || {
            let mut found = sources.iter().enumerate().filter(|(_, source)| {
                parts.len() == 1 && source.name.rsplit_once('.').is_some_and(|(_, bare)| same(bare, &full))
            });
            found.next().filter(|_| found.next().is_none()).map(|(index, _)| index)
        };
        let Some(index) = exact.or_else(in_zone) else {
            let known =
                sources.iter().map(|source| source.name).chain(self.in_sight.iter().map(|one| one.name.as_str()));
            let candidates = place::nearest(&full, known);
            return Err(place::error(Code::SqlUnknownTable, Some(at))
                .with("table", full)
                .with("candidates", candidates));
        };
        let Some(source) = sources.get(index) else { return place::unsupported("FROM …", Some(at)) };
        let mut fields = Vec::new();
        let mut columns = Vec::new();
        for (name, dtype) in source.schema.iter() {
            // Hidden columns travel as they are stored.
            let (reach, kind) = if is_provenance(name) {
                (Reach::Hidden, Kind::Opaque(dtype.clone()))
            } else {
                (Reach::Full, Kind::of(dtype))
            };
            let plan = self.fresh();
            columns.push((plan.clone(), name.clone(), kind.clone()));
            fields.push(Field { qualifier: Some(short.clone()), name: name.to_string(), plan, kind, reach });
        }
        Ok(Bound { relation: Relation::Scan { table: index, columns }, fields })
    }

    fn common_table(&mut self, common: &super::Common) -> Bound {
        if let Some(reads) = self.reads.get_mut(common.index) {
            *reads += 1;
        }
        let mut columns = Vec::new();
        let mut fields = Vec::new();
        for field in &common.fields {
            let plan = self.fresh();
            columns.push((plan.clone(), field.plan.clone()));
            fields.push(Field { qualifier: Some(common.name.clone()), plan, ..field.clone() });
        }
        Bound { relation: Relation::Common { index: common.index, columns }, fields }
    }

    fn join(&mut self, left: Bound, join: &ast::Join) -> Checked<Bound> {
        let ast::Join { relation, global, join_operator } = join;
        let at = self.at(relation);
        if *global {
            return place::unsupported("GLOBAL JOIN", Some(at));
        }
        if unnest::is_one(relation) {
            return self.join_lists(left, relation, join_operator, at);
        }
        let (kind, constraint) = match join_operator {
            JoinOperator::Join(on) | JoinOperator::Inner(on) => (JoinKind::Inner, on),
            JoinOperator::Left(on) | JoinOperator::LeftOuter(on) => (JoinKind::Left, on),
            JoinOperator::Right(on) | JoinOperator::RightOuter(on) => (JoinKind::Right, on),
            JoinOperator::FullOuter(on) => (JoinKind::Full, on),
            JoinOperator::Semi(on) | JoinOperator::LeftSemi(on) => (JoinKind::Semi, on),
            JoinOperator::Anti(on) | JoinOperator::LeftAnti(on) => (JoinKind::Anti, on),
            JoinOperator::CrossJoin(JoinConstraint::None) => {
                let right = self.factor(relation)?;
                return self.pair(JoinKind::Inner, left, right, Vec::new(), None);
            }
            JoinOperator::CrossJoin(_) => return place::unsupported("CROSS JOIN … ON", Some(at)),
            JoinOperator::RightSemi(_) | JoinOperator::RightAnti(_) => {
                return place::unsupported("RIGHT SEMI JOIN, RIGHT ANTI JOIN", Some(at));
            }
            JoinOperator::CrossApply | JoinOperator::OuterApply => return place::unsupported("APPLY", Some(at)),
            JoinOperator::AsOf { .. } => return place::unsupported("ASOF JOIN", Some(at)),
            JoinOperator::StraightJoin(_) => return place::unsupported("STRAIGHT_JOIN", Some(at)),
        };
        let right = self.factor(relation)?;
        match constraint {
            JoinConstraint::On(condition) => self.on(kind, left, right, condition),
            JoinConstraint::Using(names) => {
                let names = names
                    .iter()
                    .map(|name| match name.0.as_slice() {
                        [ast::ObjectNamePart::Identifier(ident)] => {
                            Ok((identifier(ident)?.to_owned(), place::span(ident.span).unwrap_or(at)))
                        }
                        _ => place::unsupported("USING (t.a)", Some(at)),
                    })
                    .collect::<Checked<Vec<_>>>()?;
                self.using(kind, left, right, &names)
            }
            JoinConstraint::Natural => {
                let visible = |field: &&Field| field.reach == Reach::Full;
                let names: Vec<(String, Span)> = left
                    .fields
                    .iter()
                    .filter(visible)
                    .filter(|field| right.fields.iter().filter(visible).any(|other| same(&other.name, &field.name)))
                    .map(|field| (field.name.clone(), at))
                    .collect();
                if names.is_empty() {
                    return place::unsupported("NATURAL JOIN", Some(at));
                }
                self.using(kind, left, right, &names)
            }
            JoinConstraint::None => place::unsupported("JOIN … (ON)", Some(at)),
        }
    }

    fn on(&mut self, kind: JoinKind, left: Bound, right: Bound, condition: &ast::Expr) -> Checked<Bound> {
        let fields: Vec<Field> = left.fields.iter().chain(&right.fields).cloned().collect();
        let condition = self.condition(condition, &Scope::plain(&fields))?;
        attach::refuse(&condition)?;
        let sides = push::Sides::of(&left.relation, &right.relation);
        let (mut keys, mut rest) = (Vec::new(), Vec::new());
        for term in push::terms(condition) {
            match sides.key(&term) {
                Some(pair) => keys.push(pair),
                None => rest.push(term),
            }
        }
        self.pair(kind, left, right, keys, push::all(rest))
    }

    /// Columns of `USING` show once, where the left one stands; for an outer join, whichever side is there.
    fn using(&mut self, kind: JoinKind, left: Bound, right: Bound, names: &[(String, Span)]) -> Checked<Bound> {
        let mut keys = Vec::new();
        let mut merged: Vec<(Field, Field, Kind)> = Vec::new();
        for (name, at) in names {
            let one = self.field(None, name, &left.fields, *at)?;
            let two = self.field(None, name, &right.fields, *at)?;
            let column = |field: &Field| Scalar::column(field.plan.clone(), field.kind.clone(), *at);
            let pair = self.alike(column(&one), column(&two), "USING")?;
            merged.push((one, two, pair.0.kind.clone()));
            keys.push(pair);
        }
        let only_left = matches!(kind, JoinKind::Semi | JoinKind::Anti);
        let mut made = self.pair(kind, left, right, keys, None)?;
        if only_left {
            return Ok(made);
        }
        let mut items: Vec<_> = made
            .fields
            .iter()
            .map(|field| (field.plan.clone(), Scalar::column(field.plan.clone(), field.kind.clone(), self.here)))
            .collect();
        for (one, two, kind_of_both) in merged {
            let plan = self.fresh();
            let column = |field: &Field| Scalar::column(field.plan.clone(), field.kind.clone(), self.here);
            let (first, second) = match kind {
                JoinKind::Right => (column(&two), None),
                JoinKind::Full => (column(&one), Some(column(&two))),
                _ => (column(&one), None),
            };
            let value = match second {
                None => first,
                Some(second) => {
                    let there = Scalar::operation(Operator::IsNotNull, vec![first.clone()], Kind::Boolean, self.here);
                    self.choice(vec![(there, first)], second, self.here)?
                }
            };
            let value = self.coerce(value, &kind_of_both)?;
            let place = made.fields.iter().position(|field| field.plan == one.plan).unwrap_or(0);
            for field in &mut made.fields {
                if field.plan == one.plan || field.plan == two.plan {
                    field.reach = Reach::Qualified;
                }
            }
            items.push((plan.clone(), value));
            made.fields
                .insert(place, Field { qualifier: None, name: one.name, plan, kind: kind_of_both, reach: Reach::Full });
        }
        made.relation = Relation::Project { input: Box::new(made.relation), items };
        Ok(made)
    }

    /// Names of tables must differ.
    pub(super) fn distinct_names(&self, left: &[Field], right: &[Field]) -> Checked<()> {
        for name in right.iter().filter_map(|field| field.qualifier.as_deref()) {
            if left.iter().any(|other| other.qualifier.as_deref().is_some_and(|known| same(known, name))) {
                return Err(place::error(Code::SqlDuplicateAlias, Some(self.here)).with("name", name));
            }
        }
        Ok(())
    }

    /// Two relations joined; names of tables must differ.
    fn pair(
        &mut self,
        kind: JoinKind,
        left: Bound,
        right: Bound,
        on: Vec<(Scalar, Scalar)>,
        residual: Option<Scalar>,
    ) -> Checked<Bound> {
        self.distinct_names(&left.fields, &right.fields)?;
        let relation =
            Relation::Join { kind, left: Box::new(left.relation), right: Box::new(right.relation), on, residual };
        let mut fields = left.fields;
        if !matches!(kind, JoinKind::Semi | JoinKind::Anti) {
            let mut hidden: Vec<String> =
                fields.iter().filter(|field| field.reach == Reach::Hidden).map(|field| field.name.clone()).collect();
            for mut field in right.fields {
                if field.reach == Reach::Hidden {
                    field.name = another(&field.name, &hidden);
                    hidden.push(field.name.clone());
                }
                fields.push(field);
            }
        }
        Ok(Bound { relation, fields })
    }
}

/// The name of a hidden column beside others: the second of a source is `~2`, and so on.
fn another(name: &str, taken: &[String]) -> String {
    let base = name.rsplit_once('~').filter(|(_, number)| number.parse::<u32>().is_ok()).map_or(name, |(base, _)| base);
    let mut candidate = name.to_owned();
    let mut count = 1;
    while taken.contains(&candidate) {
        count += 1;
        candidate = format!("{base}~{count}");
    }
    candidate
}

/// Fields under an alias, with the column names it gives.
pub(super) fn renamed(mut bound: Bound, alias: Option<&ast::TableAlias>) -> Checked<Bound> {
    let Some(ast::TableAlias { name, columns }) = alias else { return Ok(bound) };
    let qualifier = identifier(name)?;
    for field in &mut bound.fields {
        field.qualifier = Some(qualifier.to_owned());
        if field.reach == Reach::Qualified {
            field.reach = Reach::Full;
        }
    }
    let mut visible = bound.fields.iter_mut().filter(|field| field.reach == Reach::Full);
    for column in columns {
        let at = place::span(column.name.span);
        if column.data_type.is_some() {
            return place::unsupported("AS t(a TYPE)", at);
        }
        match visible.next() {
            Some(field) => field.name = identifier(&column.name)?.to_owned(),
            None => {
                return Err(place::error(Code::SqlSetWidth, at)
                    .with("left", bound.fields.iter().filter(|field| field.reach == Reach::Full).count())
                    .with("right", columns.len()));
            }
        }
    }
    Ok(bound)
}
