//! Names: which field a name means, and which names a result may have.

use protocol::{Checked, Code, Span};
use sqlparser::ast;

use super::Binder;
use crate::sql::place;
use crate::sql::tree::{Field, Reach};

/// Whether two names are the same: letters in any case.
pub fn same(left: &str, right: &str) -> bool {
    left == right || left.to_lowercase() == right.to_lowercase()
}

/// An identifier in the forms that the dialect has: bare or in double quotes.
///
/// # Errors
/// `sql-unsupported` for other quotes.
pub fn identifier(ident: &ast::Ident) -> Checked<&str> {
    match ident.quote_style {
        None | Some('"') => Ok(&ident.value),
        Some('\'') => place::unsupported("'…'", place::span(ident.span)),
        Some(_) => place::unsupported("`…`", place::span(ident.span)),
    }
}

/// The identifiers of a name with points.
///
/// # Errors
/// Those of [`identifier`].
pub fn path(name: &ast::ObjectName) -> Checked<Vec<&str>> {
    name.0
        .iter()
        .map(|part| match part {
            ast::ObjectNamePart::Identifier(ident) => identifier(ident),
            ast::ObjectNamePart::Function(function) => {
                place::unsupported("IDENTIFIER(…)", place::span(function.name.span))
            }
        })
        .collect()
}

/// Names made unique: the second `id` becomes `id_1`.
pub fn dedupe(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut made: Vec<String> = Vec::new();
    let mut taken = std::collections::HashSet::new();
    for name in names {
        let mut candidate = name.clone();
        let mut count = 0;
        while !taken.insert(candidate.to_lowercase()) {
            count += 1;
            candidate = format!("{name}_{count}");
        }
        made.push(candidate);
    }
    made
}

impl Binder<'_> {
    /// The field that a column name means.
    ///
    /// # Errors
    /// `sql-unknown-column`, `sql-ambiguous-column`, `sql-unknown-table` (for the qualifier), and
    /// `sql-unsupported` where the name is one of the query around.
    pub(super) fn field(&self, qualifier: Option<&str>, name: &str, fields: &[Field], at: Span) -> Checked<Field> {
        let reachable = |field: &&Field| match qualifier {
            Some(qualifier) => {
                field.reach != Reach::Hidden && field.qualifier.as_deref().is_some_and(|known| same(known, qualifier))
            }
            None => field.reach == Reach::Full,
        };
        let found: Vec<&Field> = fields.iter().filter(reachable).filter(|field| same(&field.name, name)).collect();
        // Where names differ by case only, the exact one is meant.
        let exact: Vec<&Field> = found.iter().copied().filter(|field| field.name == name).collect();
        match (exact.as_slice(), found.as_slice()) {
            ([one], _) | ([], [one]) => Ok((*one).clone()),
            ([], []) => Err(self.unknown(qualifier, name, fields, at)),
            ([], many) | (many, _) => {
                let tables: Vec<String> = many.iter().filter_map(|field| field.qualifier.clone()).collect();
                Err(place::error(Code::SqlAmbiguousColumn, Some(at)).with("column", name).with("tables", tables))
            }
        }
    }

    /// The field that a column name means here, or in the query around a subquery.
    ///
    /// # Errors
    /// Those of [`Self::field`].
    pub(super) fn reached(&self, qualifier: Option<&str>, name: &str, fields: &[Field], at: Span) -> Checked<Field> {
        let found = self.field(qualifier, name, fields, at);
        match (&found, self.outer.last()) {
            (Err(finding), Some(around)) if finding.code == Code::SqlUnsupported => {
                self.field(qualifier, name, around, at)
            }
            _ => found,
        }
    }

    fn unknown(&self, qualifier: Option<&str>, name: &str, fields: &[Field], at: Span) -> Box<protocol::Diagnostic> {
        let around = self.outer.iter().flatten().any(|field| {
            field.reach != Reach::Hidden
                && same(&field.name, name)
                && qualifier.is_none_or(|wanted| field.qualifier.as_deref().is_some_and(|known| same(known, wanted)))
        });
        if around {
            return place::error(Code::SqlUnsupported, Some(at)).with("feature", "(SELECT … WHERE inner.a = outer.b)");
        }
        let visible = || fields.iter().filter(|field| field.reach != Reach::Hidden);
        if let Some(qualifier) = qualifier {
            let known = visible().any(|field| field.qualifier.as_deref().is_some_and(|known| same(known, qualifier)));
            if !known {
                let tables = place::nearest(qualifier, visible().filter_map(|field| field.qualifier.as_deref()));
                return place::error(Code::SqlUnknownTable, Some(at))
                    .with("table", qualifier)
                    .with("candidates", tables);
            }
        }
        let candidates = place::nearest(name, visible().map(|field| field.name.as_str()));
        place::error(Code::SqlUnknownColumn, Some(at)).with("column", name).with("candidates", candidates)
    }
}
