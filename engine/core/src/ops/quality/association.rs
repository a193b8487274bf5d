//! Whether rows of two kinds differ in a column: the test that its type asks for.

use polars::prelude::*;
use protocol::Checked;
use protocol::table::ColumnType;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::frame;
use crate::probability::{chi_square_above, normal_two_sided, student_two_sided};
use crate::table::{Table, column_type};

/// How numbers are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum NumberTest {
    /// Their means, whatever the variances (Welch 1947).
    #[default]
    Welch,
    /// Their ranks, whatever the distribution (Mann and Whitney 1947).
    MannWhitney,
}

/// What a test found.
#[derive(Debug, Clone, PartialEq)]
pub struct Association {
    /// Its name.
    pub test: &'static str,
    /// Its statistic.
    pub statistic: f64,
    /// Its degrees of freedom, where it has some.
    pub df: Option<f64>,
    /// The probability of a statistic at least as far out, if the kinds do not differ.
    pub p_value: f64,
    /// Size of the difference: Cohen's d, the rank-biserial correlation or Cramér's V.
    pub effect: f64,
}

/// How a column is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Number,
    Category,
}

fn shape(kind: ColumnType) -> Option<Shape> {
    use ColumnType::*;
    match kind {
        Integer | Number | Decimal | Date | Datetime | Time | Duration => Some(Shape::Number),
        Boolean | Text => Some(Shape::Category),
        Other => None,
    }
}

/// Whether rows can be compared in a column of this type.
pub fn is_comparable(kind: ColumnType) -> bool {
    shape(kind).is_some()
}

/// Compares the marked rows of a table with the others in a column, over the rows where it is known. `None` where
/// there is nothing to compare: rows of one kind only, or a column that does not vary.
///
/// # Errors
/// Of the doorway.
pub fn compare(table: &Table, marked: &[bool], column: &str, numbers: NumberTest) -> Checked<Option<Association>> {
    let cells = table.column(column)?;
    match shape(column_type(cells.dtype())) {
        None => Ok(None),
        Some(Shape::Category) => {
            let groups = frame::groups(&table.frame, &[column.to_owned()])?;
            let known = cells.as_materialized_series().is_not_null();
            let mut counts = vec![[0_u64; 2]; groups.first.len()];
            for ((group, known), marked) in groups.of_row.iter().zip(&known).zip(marked) {
                counts[*group as usize][usize::from(*marked)] += u64::from(known == Some(true));
            }
            Ok(chi_square(&counts))
        }
        Some(Shape::Number) => {
            let series = cells.as_materialized_series();
            let known = match column_type(cells.dtype()) {
                ColumnType::Decimal => series.cast(&DataType::Float64),
                _ => series.to_physical_repr().cast(&DataType::Float64),
            };
            let known = known.map_err(|error| frame::fault(&error))?;
            let known = known.f64().map_err(|error| frame::fault(&error))?;
            let mut sides = [Vec::new(), Vec::new()];
            for (number, marked) in known.iter().zip(marked) {
                sides[usize::from(*marked)].extend(number.filter(|number| number.is_finite()));
            }
            let [others, marked] = sides;
            Ok(match numbers {
                NumberTest::Welch => welch(&marked, &others),
                NumberTest::MannWhitney => mann_whitney(&marked, &others),
            })
        }
    }
}

/// Mean and sum of the squares around it.
fn moments(numbers: &[f64]) -> (f64, f64) {
    let mean = numbers.iter().sum::<f64>() / numbers.len() as f64;
    (mean, numbers.iter().map(|number| (number - mean) * (number - mean)).sum())
}

/// Difference of the means, in units of its own error, with the degrees of freedom of Welch and Satterthwaite. The
/// effect is in pooled standard deviations (Cohen 1988). Numbers that vary on neither side are compared by rank.
fn welch(one: &[f64], two: &[f64]) -> Option<Association> {
    if one.len() < 2 || two.len() < 2 {
        return None;
    }
    let (first, second) = (one.len() as f64, two.len() as f64);
    let ((mean_one, squares_one), (mean_two, squares_two)) = (moments(one), moments(two));
    let (error_one, error_two) = (squares_one / (first - 1.0) / first, squares_two / (second - 1.0) / second);
    let error = error_one + error_two;
    if error == 0.0 {
        return mann_whitney(one, two);
    }
    let statistic = (mean_one - mean_two) / libm::sqrt(error);
    let df = error * error / (error_one * error_one / (first - 1.0) + error_two * error_two / (second - 1.0));
    let pooled = libm::sqrt((squares_one + squares_two) / (first + second - 2.0));
    let found = Association {
        test: "welch",
        statistic,
        df: Some(df),
        p_value: student_two_sided(statistic, df),
        effect: (mean_one - mean_two) / pooled,
    };
    found.is_finite().then_some(found)
}

/// Pairs in which the first side is above the second, by the normal approximation with ties and continuity. The
/// effect is the rank-biserial correlation: 1 where all of the first side is above all of the second.
fn mann_whitney(one: &[f64], two: &[f64]) -> Option<Association> {
    let (first, second) = (one.len() as f64, two.len() as f64);
    let mut all: Vec<(f64, bool)> =
        one.iter().map(|number| (*number, true)).chain(two.iter().map(|number| (*number, false))).collect();
    all.sort_by(|one, two| one.0.total_cmp(&two.0));
    let (mut below, mut ranks, mut ties) = (0.0, 0.0, 0.0);
    for equal in all.chunk_by(|one, two| one.0 == two.0) {
        let count = equal.len() as f64;
        ranks += (below + (count + 1.0) / 2.0) * equal.iter().filter(|(_, is_first)| *is_first).count() as f64;
        ties += count * count * count - count;
        below += count;
    }
    let statistic = ranks - first * (first + 1.0) / 2.0;
    let pairs = first * second;
    let variance = pairs / 12.0 * (below + 1.0 - ties / (below * (below - 1.0)));
    let away = ((statistic - pairs / 2.0).abs() - 0.5).max(0.0);
    let found = Association {
        test: "mann_whitney",
        statistic,
        df: None,
        p_value: normal_two_sided(away / libm::sqrt(variance)),
        effect: 2.0 * statistic / pairs - 1.0,
    };
    found.is_finite().then_some(found)
}

/// Fewest rows to be expected in a cell; rarer categories are counted together (Cochran 1954).
const EXPECTED: f64 = 5.0;

/// Independence of two kinds of rows and categories (Pearson 1900), from the counts of each category. The effect is
/// Cramér's V.
fn chi_square(counts: &[[u64; 2]]) -> Option<Association> {
    let sum = |side: usize| counts.iter().map(|count| count[side]).sum::<u64>();
    let sums = [sum(0), sum(1)];
    let total = (sums[0] + sums[1]) as f64;
    let shares = sums.map(|sum| sum as f64 / total);
    let expected = |count: &[u64; 2]| shares.map(|share| share * (count[0] + count[1]) as f64);
    let is_rare = |count: &[u64; 2]| expected(count).iter().any(|expected| *expected < EXPECTED);
    let (rare, mut kept): (Vec<[u64; 2]>, Vec<[u64; 2]>) = counts.iter().partition(|count| is_rare(count));
    let rest = rare.iter().fold([0, 0], |sum, count| [sum[0] + count[0], sum[1] + count[1]]);
    kept.extend((rest != [0, 0]).then_some(rest));
    if kept.len() < 2 || sums.contains(&0) {
        return None;
    }
    let distance = |(found, expected): (u64, f64)| {
        let away = found as f64 - expected;
        away * away / expected
    };
    let statistic = kept.iter().flat_map(|count| count.iter().copied().zip(expected(count)).map(distance)).sum();
    let df = (kept.len() - 1) as f64;
    Some(Association {
        test: "chi_square",
        statistic,
        df: Some(df),
        p_value: chi_square_above(statistic, df),
        effect: libm::sqrt(statistic / total),
    })
}

impl Association {
    fn is_finite(&self) -> bool {
        [self.statistic, self.p_value, self.effect, self.df.unwrap_or_default()].iter().all(|figure| figure.is_finite())
    }
}
