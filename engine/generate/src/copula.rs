//! Gaussian copulas: columns that keep their distributions and have the rank correlations that were asked.
//!
//! A Spearman correlation ρ is had by normal draws with correlation r = 2 sin(π ρ / 6) (W. H. Kruskal, “Ordinal
//! Measures of Association”, 1958). The draws of a column are a weighted sum of independent ones of the columns before
//! it and its own: a row of the Cholesky factor of the matrix of r.

use std::collections::BTreeMap;

use protocol::{Arg, Checked, Code, Diagnostic};

use crate::column::{Tie, invalid};
use crate::spec::{Copula, TableSpec};

/// The ties of a table's columns, by name. `monotone` says whether a column can be tied.
pub(crate) fn ties(table: &TableSpec, monotone: impl Fn(usize) -> bool) -> Checked<BTreeMap<String, Tie>> {
    let mut ties = BTreeMap::new();
    for (place, copula) in table.copulas.iter().enumerate() {
        for (at, name) in copula.columns.iter().enumerate() {
            let field = format!("copulas/{place}/columns/{at}");
            let Some(column) = table.columns.iter().position(|column| column.name == *name) else {
                let names: Vec<String> = table.columns.iter().map(|column| column.name.clone()).collect();
                let diagnostic = Diagnostic::new(Code::ColumnUnknown).with("column", name.as_str());
                return Err(diagnostic.with("candidates", Arg::List(names)).at_field(format!("/{field}")));
            };
            if !monotone(column) || ties.contains_key(name) {
                return Err(Diagnostic::new(Code::DataCopula)
                    .with("column", name.as_str())
                    .at_field(format!("/{field}")));
            }
            ties.insert(name.clone(), Tie { columns: Vec::new(), weights: Vec::new() });
        }
        let factor = cholesky(copula)
            .ok_or_else(|| invalid("no correlation matrix", &format!("copulas/{place}/correlations")))?;
        for (at, (name, weights)) in copula.columns.iter().zip(factor).enumerate() {
            ties.insert(name.clone(), Tie { columns: copula.columns[..=at].to_vec(), weights });
        }
    }
    Ok(ties)
}

/// The lower factor of the matrix of normal correlations; none if the correlations cannot be had together.
fn cholesky(copula: &Copula) -> Option<Vec<Vec<f64>>> {
    let count = copula.columns.len();
    if copula.correlations.len() + 1 != count {
        return None;
    }
    let mut factor: Vec<Vec<f64>> = Vec::with_capacity(count);
    for row in 0..count {
        let asked = if row == 0 { &[][..] } else { copula.correlations[row - 1].as_slice() };
        if asked.len() != row || asked.iter().any(|value| !(-1.0..=1.0).contains(value)) {
            return None;
        }
        let mut weights: Vec<f64> = Vec::with_capacity(row + 1);
        for column in 0..row {
            let normal = 2.0 * libm::sin(std::f64::consts::PI * asked[column] / 6.0);
            let above: f64 = weights.iter().zip(&factor[column]).map(|(x, y)| x * y).sum();
            weights.push((normal - above) / factor[column][column]);
        }
        let rest = 1.0 - weights.iter().map(|weight| weight * weight).sum::<f64>();
        if rest < 1e-9 {
            return None;
        }
        weights.push(rest.sqrt());
        factor.push(weights);
    }
    Some(factor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn factors_give_the_correlations_back() {
        let names = |count: usize| (0..count).map(|place| format!("c{place}")).collect();
        let copula = Copula { columns: names(3), correlations: vec![vec![0.5], vec![-0.3, 0.2]] };
        let factor = cholesky(&copula).unwrap();
        let product = |i: usize, j: usize| -> f64 { factor[i].iter().zip(&factor[j]).map(|(x, y)| x * y).sum() };
        for (i, j, asked) in [(0, 0, 1.0), (1, 1, 1.0), (2, 2, 1.0)] {
            assert!((product(i, j) - asked).abs() < 1e-12);
        }
        for (i, j, asked) in [(1, 0, 0.5), (2, 0, -0.3), (2, 1, 0.2)] {
            assert!((product(i, j) - 2.0 * libm::sin(std::f64::consts::PI * asked / 6.0)).abs() < 1e-12);
        }
        for correlations in [vec![vec![0.9], vec![0.9, -0.9]], vec![vec![0.5]], vec![vec![1.5], vec![0.0, 0.0]]] {
            assert!(cholesky(&Copula { columns: names(3), correlations }).is_none());
        }
    }
}
