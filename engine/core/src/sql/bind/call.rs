//! Calls of functions, and the forms that are calls in other words.

use protocol::{Checked, Code, Span};
use sqlparser::ast::{self, CeilFloorKind, DateTimeField, Expr};

use super::scalar::Scope;
use super::{Binder, literal, names};
use crate::sql::functions::{self, Function, Outcome, Signature, Want};
use crate::sql::kind::Kind;
use crate::sql::place;
use crate::sql::tree::{Node, Scalar, Value};

/// Functions of DuckDB that the tree does not hold: refused by name rather than called unknown.
const KNOWN_ELSEWHERE: &str = "approx_count_distinct approx_quantile histogram now today current_date current_time \
    current_timestamp random uuid gen_random_uuid setseed getenv read_csv read_parquet read_json \
    generate_series range struct_pack date_add age printf format md5 sha256 hash list_transform list_filter \
    list_reduce list_aggregate array_transform array_filter list_zip flatten to_json json_extract kurtosis skewness";

impl Binder<'_> {
    /// A call by its name.
    pub(super) fn function(&mut self, call: &ast::Function, scope: &Scope) -> Checked<Scalar> {
        let at = place::of(&call.name).unwrap_or(self.here);
        let ast::Function { name, uses_odbc_syntax, parameters, args, filter, null_treatment, over, within_group } =
            call;
        let refusals =
            [(*uses_odbc_syntax, "{fn …}"), (!matches!(parameters, ast::FunctionArguments::None), "f(…)(…)")];
        if let Some((_, feature)) = refusals.iter().find(|(is_there, _)| *is_there) {
            return place::unsupported(feature, Some(at));
        }
        let path = names::path(name)?;
        let [written] = path.as_slice() else { return place::unsupported("schema.f(…)", Some(at)) };
        let lower = written.to_lowercase();
        let mut called = match args {
            ast::FunctionArguments::List(list) => Called::of(list, at)?,
            ast::FunctionArguments::None => {
                return place::unsupported(written, Some(at));
            }
            ast::FunctionArguments::Subquery(_) => return place::unsupported("f(SELECT …)", Some(at)),
        };
        called.filter = filter.as_deref();
        called.ignore_nulls |= *null_treatment == Some(ast::NullTreatment::IgnoreNulls);
        if !within_group.is_empty() {
            called.within(&lower, within_group, at)?;
        }
        let lower = standard_name(&lower, !within_group.is_empty()).to_owned();
        if let Some(over) = over {
            return self.over(&lower, &called, over, scope, at);
        }
        if lower == "grouping" || lower == "grouping_id" {
            return self.grouping_of(&called, scope, at);
        }
        if let Some(aggregator) = functions::aggregator(&lower) {
            return self.aggregate(aggregator, &called, scope, at);
        }
        if functions::window(&lower).is_some() {
            return place::unsupported(&format!("{lower}(…) (OVER)"), Some(at));
        }
        let Called { args, distinct, order, filter, ignore_nulls } = called;
        let unnest = functions::unnest(&lower);
        let refusals = [
            (distinct, "f(DISTINCT …)"),
            (!order.is_empty(), "f(… ORDER BY …)"),
            (filter.is_some(), "f(…) FILTER"),
            (ignore_nulls, "IGNORE NULLS"),
        ];
        if let Some((_, feature)) = refusals.iter().find(|(is_there, _)| *is_there) {
            return place::unsupported(feature, Some(at));
        }
        if unnest.is_some() && !scope.unnests {
            return place::unsupported(&lower.to_uppercase(), Some(at));
        }
        let inner = if unnest.is_some() { Scope { windows: false, unnests: false, ..*scope } } else { *scope };
        let mut bound = Vec::with_capacity(args.len());
        for arg in &args {
            match arg {
                Argument::Expr(expr) => bound.push(self.scalar(expr, &inner)?),
                Argument::Star => return place::unsupported("f(*)", Some(at)),
            }
        }
        if let Some(unnest) = unnest {
            return self.unnest(unnest, bound, at);
        }
        match functions::scalar(&lower) {
            Some(function) => self.apply(function, bound, at),
            None if lower == "date_part" || lower == "datepart" => self.date_part(bound, at),
            None => Err(unknown(&lower, at)),
        }
    }

    /// A scalar function by its name, over bound arguments.
    pub(super) fn call(&mut self, name: &str, args: Vec<Scalar>, at: Span) -> Checked<Scalar> {
        match functions::scalar(name) {
            Some(function) => self.apply(function, args, at),
            None => Err(unknown(name, at)),
        }
    }

    /// A scalar function over bound arguments.
    fn apply(&mut self, function: &'static Function, args: Vec<Scalar>, at: Span) -> Checked<Scalar> {
        let (function, args) = self.for_lists(function, args)?;
        let (args, kind) = self.fit(function.name, function.signature, args, at)?;
        if function.name == "if" {
            let mut args = args.into_iter();
            if let (Some(condition), Some(yes), Some(no)) = (args.next(), args.next(), args.next()) {
                return self.choice(vec![(condition, yes)], no, at);
            }
            return Err(unknown("if", at));
        }
        // Constants that the translation reads are checked now, not when the query runs.
        let probe: Vec<functions::Arg> = args.iter().map(crate::sql::lower::probe).collect();
        let _checked = (function.build)(&probe)?;
        Ok(Scalar::new(Node::Call(function, args), kind, at))
    }

    /// Arguments brought to the types of a signature, and the type of the result.
    pub(super) fn fit(
        &mut self,
        name: &str,
        signature: &str,
        args: Vec<Scalar>,
        at: Span,
    ) -> Checked<(Vec<Scalar>, Kind)> {
        let signature = Signature::parse(signature);
        let too_many = !signature.repeats && args.len() > signature.wants.len();
        if args.len() < signature.required || too_many {
            return Err(place::error(Code::SqlArgumentCount, Some(at))
                .with("function", name)
                .with("found", args.len())
                .with("expected", signature.counts()));
        }
        let meet = |wanted: Want| -> Checked<Kind> {
            let mut kind = Kind::Null;
            for (index, arg) in args.iter().enumerate() {
                let met = match (signature.want(index), &arg.kind) {
                    (Some(want), _) if *want == wanted => self.common(&kind, arg, name).ok(),
                    (Some(Want::List(want)), Kind::List(cell)) if **want == wanted => kind.common(cell),
                    (Some(Want::List(want)), found) if **want == wanted && *found != Kind::Null => None,
                    _ => continue,
                };
                kind = met.ok_or_else(|| wrong(name, index, &arg.kind, kind.word(), arg.at.0))?;
            }
            Ok(kind)
        };
        let (numeric, shared) = (meet(Want::Numeric)?, meet(Want::Same)?);
        let numeric = if numeric == Kind::Null { Kind::Number } else { numeric };
        let mut temporal = Kind::Datetime;
        let mut made = Vec::with_capacity(args.len());
        for (index, arg) in args.into_iter().enumerate() {
            let to = match signature.want(index) {
                Some(Want::Kind(kind)) => kind.clone(),
                Some(Want::Numeric) if numeric.is_numeric() => numeric.clone(),
                Some(Want::Same) => shared.clone(),
                Some(Want::Temporal) if arg.kind == Kind::Date => Kind::Date,
                Some(Want::Temporal) => Kind::Datetime,
                Some(Want::Any) | None => arg.kind.clone(),
                Some(Want::List(want)) => {
                    let cell = match (want.as_ref(), &arg.kind) {
                        (Want::Numeric, _) => numeric.clone(),
                        (Want::Same, _) => shared.clone(),
                        (_, Kind::List(cell)) => cell.as_ref().clone(),
                        _ => Kind::Null,
                    };
                    Kind::List(Box::new(cell))
                }
                Some(want) => return Err(wrong(name, index, &arg.kind, want.word(), arg.at.0)),
            };
            if signature.want(index) == Some(&Want::Temporal) {
                temporal = to.clone();
            }
            let found = arg.kind.clone();
            let fits = self.common(&to, &arg, name).is_ok_and(|common| common == to);
            if !fits {
                return Err(wrong(name, index, &found, to.word(), arg.at.0));
            }
            made.push(self.coerce(arg, &to)?);
        }
        let kind = match signature.outcome {
            Outcome::Kind(kind) => kind,
            Outcome::As(Want::Numeric) => numeric,
            Outcome::As(Want::List(want)) if *want == Want::Numeric => Kind::List(Box::new(numeric)),
            Outcome::As(Want::List(_)) => Kind::List(Box::new(shared)),
            Outcome::As(Want::Temporal) => temporal,
            Outcome::As(_) => shared,
        };
        Ok((made, kind))
    }

    /// `date_part('month', d)`: the function of that name.
    fn date_part(&mut self, args: Vec<Scalar>, at: Span) -> Checked<Scalar> {
        let count = args.len();
        let Ok([part, arg]) = <[Scalar; 2]>::try_from(args) else {
            return Err(place::error(Code::SqlArgumentCount, Some(at))
                .with("function", "date_part")
                .with("found", count)
                .with("expected", "2"));
        };
        match &part.node {
            Node::Constant(Value::Text(name)) => self.part(&name.to_lowercase(), arg, at),
            _ => place::unsupported("date_part(x, …)", Some(part.at.0)),
        }
    }

    fn part(&mut self, name: &str, arg: Scalar, at: Span) -> Checked<Scalar> {
        let function = match name {
            "year" | "years" => "year",
            "quarter" | "quarters" => "quarter",
            "month" | "months" => "month",
            "week" | "weeks" | "weekofyear" => "week",
            "day" | "days" | "dayofmonth" => "day",
            "doy" | "dayofyear" => "dayofyear",
            "dow" | "dayofweek" | "weekday" => "dayofweek",
            "isodow" | "isoyear" | "epoch" | "yearweek" => name,
            "decade" | "decades" => "decade",
            "century" | "centuries" => "century",
            "millennium" | "millennia" | "millenniums" => "millennium",
            "millisecond" | "milliseconds" | "ms" => "millisecond",
            "microsecond" | "microseconds" | "us" => "microsecond",
            "hour" | "hours" => "hour",
            "minute" | "minutes" => "minute",
            "second" | "seconds" => "second",
            _ => {
                let bad = place::error(Code::SqlBadLiteral, Some(at));
                return Err(bad.with("value", name).with("type", "datepart"));
            }
        };
        match functions::scalar(function) {
            Some(function) => self.apply(function, vec![arg], at),
            None => Err(unknown(function, at)),
        }
    }

    /// Forms with a syntax of their own; the last stop: what is not here is not held.
    pub(super) fn special(&mut self, expr: &Expr, scope: &Scope, at: Span) -> Checked<Scalar> {
        match expr {
            Expr::Extract { field, syntax: ast::ExtractSyntax::From, expr } => {
                let arg = self.scalar(expr, scope)?;
                self.part(&literal::field(field), arg, at)
            }
            Expr::Ceil { expr, field: CeilFloorKind::DateTimeField(DateTimeField::NoDateTime) } => {
                self.named("ceil", &[Some(expr.as_ref())], scope, at)
            }
            Expr::Floor { expr, field: CeilFloorKind::DateTimeField(DateTimeField::NoDateTime) } => {
                self.named("floor", &[Some(expr.as_ref())], scope, at)
            }
            Expr::Position { expr, r#in } => {
                self.named("instr", &[Some(r#in.as_ref()), Some(expr.as_ref())], scope, at)
            }
            Expr::Substring { expr, substring_from: Some(from), substring_for, special: _, shorthand: _ } => {
                self.named("substr", &[Some(expr.as_ref()), Some(from.as_ref()), substring_for.as_deref()], scope, at)
            }
            Expr::Trim { expr, trim_where, trim_what, trim_characters: None } => {
                let name = match trim_where {
                    None | Some(ast::TrimWhereField::Both) => "trim",
                    Some(ast::TrimWhereField::Leading) => "ltrim",
                    Some(ast::TrimWhereField::Trailing) => "rtrim",
                };
                self.named(name, &[Some(expr.as_ref()), trim_what.as_deref()], scope, at)
            }
            Expr::Trim { expr, trim_where: None, trim_what: None, trim_characters: Some(marks) }
                if marks.len() == 1 =>
            {
                let mut args = vec![self.scalar(expr, scope)?];
                for mark in marks {
                    args.push(self.scalar(mark, scope)?);
                }
                match functions::scalar("trim") {
                    Some(function) => self.apply(function, args, at),
                    None => Err(unknown("trim", at)),
                }
            }
            Expr::Interval(_) => place::unsupported("SELECT INTERVAL", Some(at)),
            Expr::Tuple(_) => place::unsupported("(a, b)", Some(at)),
            Expr::AnyOp { .. } | Expr::AllOp { .. } => place::unsupported("ANY, ALL", Some(at)),
            Expr::SimilarTo { .. } => place::unsupported("SIMILAR TO", Some(at)),
            Expr::RLike { .. } => place::unsupported("RLIKE", Some(at)),
            Expr::AtTimeZone { .. } => place::unsupported("AT TIME ZONE", Some(at)),
            Expr::Collate { .. } => place::unsupported("COLLATE", Some(at)),
            Expr::Rollup(_) | Expr::Cube(_) | Expr::GroupingSets(_) => {
                place::unsupported("(ROLLUP, CUBE, GROUPING SETS)", Some(at))
            }
            Expr::Array(array) => self.list_of(array, scope, at),
            Expr::CompoundFieldAccess { root, access_chain } => self.access(root, access_chain, scope, at),
            Expr::Struct { .. } | Expr::Dictionary(_) | Expr::Map(_) | Expr::Named { .. } => {
                place::unsupported("{…}", Some(at))
            }
            Expr::JsonAccess { .. } => place::unsupported("a.b[…]", Some(at)),
            Expr::Lambda(_) => place::unsupported("x -> …", Some(at)),
            Expr::Wildcard(_) | Expr::QualifiedWildcard(..) => place::unsupported("*", Some(at)),
            other => {
                let text: String = other.to_string().chars().take(40).collect();
                place::unsupported(&text, Some(at))
            }
        }
    }

    fn named(&mut self, name: &str, args: &[Option<&Expr>], scope: &Scope, at: Span) -> Checked<Scalar> {
        let bound = args.iter().flatten().map(|arg| self.scalar(arg, scope)).collect::<Checked<Vec<_>>>()?;
        match functions::scalar(name) {
            Some(function) => self.apply(function, bound, at),
            None => Err(unknown(name, at)),
        }
    }
}

/// One argument of a call.
pub(super) enum Argument<'a> {
    /// A value.
    Expr(&'a Expr),
    /// `*`.
    Star,
}

/// What stands in and beside the brackets of a call.
pub(super) struct Called<'a> {
    /// Arguments.
    pub args: Vec<Argument<'a>>,
    /// `DISTINCT`.
    pub distinct: bool,
    /// `ORDER BY` inside, or after `WITHIN GROUP`.
    pub order: &'a [ast::OrderByExpr],
    /// `FILTER (WHERE …)`.
    pub filter: Option<&'a Expr>,
    /// `IGNORE NULLS`.
    pub ignore_nulls: bool,
}

impl<'a> Called<'a> {
    fn of(list: &'a ast::FunctionArgumentList, at: Span) -> Checked<Self> {
        let ast::FunctionArgumentList { duplicate_treatment, args, clauses } = list;
        let distinct = *duplicate_treatment == Some(ast::DuplicateTreatment::Distinct);
        let mut made = Self { args: Vec::new(), distinct, order: &[], filter: None, ignore_nulls: false };
        for clause in clauses {
            match clause {
                ast::FunctionArgumentClause::OrderBy(order) => made.order = order,
                ast::FunctionArgumentClause::IgnoreOrRespectNulls(treatment) => {
                    made.ignore_nulls = *treatment == ast::NullTreatment::IgnoreNulls;
                }
                other => {
                    let text: String = other.to_string().chars().take(40).collect();
                    return place::unsupported(&text, Some(at));
                }
            }
        }
        for arg in args {
            made.args.push(match arg {
                ast::FunctionArg::Unnamed(ast::FunctionArgExpr::Expr(expr)) => Argument::Expr(expr),
                ast::FunctionArg::Unnamed(ast::FunctionArgExpr::Wildcard) => Argument::Star,
                ast::FunctionArg::Unnamed(ast::FunctionArgExpr::QualifiedWildcard(_)) => {
                    return place::unsupported("f(*)", Some(at));
                }
                ast::FunctionArg::Named { .. } | ast::FunctionArg::ExprNamed { .. } => {
                    return place::unsupported("f(a := …)", Some(at));
                }
            });
        }
        Ok(made)
    }

    /// `WITHIN GROUP (ORDER BY x)`: of a quantile and of the mode, what is measured stands there.
    fn within(&mut self, name: &str, order: &'a [ast::OrderByExpr], at: Span) -> Checked<()> {
        let plain = |key: &ast::OrderByExpr| key.options.asc != Some(false) && key.options.nulls_first.is_none();
        match (name, order) {
            ("percentile_cont" | "percentile_disc" | "mode", [key]) if plain(key) && self.order.is_empty() => {
                self.args.insert(0, Argument::Expr(&key.expr));
                Ok(())
            }
            _ => place::unsupported("WITHIN GROUP", Some(at)),
        }
    }
}

/// The names that the standard gives to quantiles within a group.
fn standard_name(name: &str, within_group: bool) -> &str {
    match name {
        "percentile_cont" if within_group => "quantile_cont",
        "percentile_disc" if within_group => "quantile_disc",
        other => other,
    }
}

/// An unknown function, or one of DuckDB's that is not held.
pub(super) fn unknown(name: &str, at: Span) -> Box<protocol::Diagnostic> {
    if KNOWN_ELSEWHERE.split_ascii_whitespace().any(|known| known == name) {
        return place::error(Code::SqlUnsupported, Some(at)).with("feature", name);
    }
    let candidates = place::nearest(name, functions::names());
    place::error(Code::SqlUnknownFunction, Some(at)).with("function", name).with("candidates", candidates)
}

/// An argument of a type that the function does not take.
pub(super) fn wrong(name: &str, index: usize, found: &Kind, expected: &str, at: Span) -> Box<protocol::Diagnostic> {
    place::error(Code::SqlArgumentType, Some(at))
        .with("function", name)
        .with("position", index + 1)
        .with("found", found.word())
        .with("expected", expected)
}
