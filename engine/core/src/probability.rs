//! Tails of distributions, for tests. Everything comes from `libm`, so that every platform gives the same bits.
//!
//! Boundary: figures in, figures out. Relative precision is about 1e-12 for the degrees of freedom that tables of
//! some millions of rows have.

/// Probability that a standard normal variable is at least this far from zero, on either side.
pub fn normal_two_sided(z: f64) -> f64 {
    libm::erfc(z.abs() / std::f64::consts::SQRT_2)
}

/// Probability that a chi-square variable with `df` degrees of freedom is at least `x`.
pub fn chi_square_above(x: f64, df: f64) -> f64 {
    gamma_above(df / 2.0, x / 2.0)
}

/// Probability that a variable of Student with `df` degrees of freedom is at least this far from zero, on either
/// side (Abramowitz and Stegun 26.7.1 with 26.5.27).
pub fn student_two_sided(t: f64, df: f64) -> f64 {
    beta_below(df / 2.0, 0.5, df / (df + t * t))
}

/// Where a series or a fraction has come to its end.
const PRECISION: f64 = 1e-16;
/// Terms at most: their number grows with the root of the parameters.
const TERMS: usize = 100_000;
/// Stands for a zero that would be divided by (modified method of Lentz).
const TINY: f64 = 1e-300;

/// The regularised incomplete gamma function Q(a, x): its series below a + 1, its continued fraction above (DLMF
/// 8.7.1 and 8.9.2).
fn gamma_above(a: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 1.0;
    }
    let scale = libm::exp(a * libm::log(x) - x - libm::lgamma(a));
    if x < a + 1.0 {
        let (mut term, mut sum) = (1.0 / a, 1.0 / a);
        for place in 1..TERMS {
            term *= x / (a + place as f64);
            sum += term;
            if term < sum * PRECISION {
                break;
            }
        }
        return (1.0 - sum * scale).clamp(0.0, 1.0);
    }
    let first = x + 1.0 - a;
    let fraction = fraction(first, |place| {
        let place = place as f64;
        (-place * (place - a), first + 2.0 * place)
    });
    (scale / fraction).clamp(0.0, 1.0)
}

/// The regularised incomplete beta function I(x; a, b), by its continued fraction (DLMF 8.17.22), on the side
/// where that converges.
fn beta_below(a: f64, b: f64, x: f64) -> f64 {
    if x <= 0.0 || x >= 1.0 {
        return if x <= 0.0 { 0.0 } else { 1.0 };
    }
    if x > (a + 1.0) / (a + b + 2.0) {
        return (1.0 - beta_below(b, a, 1.0 - x)).clamp(0.0, 1.0);
    }
    let of_both = libm::lgamma(a + b) - libm::lgamma(a) - libm::lgamma(b);
    let scale = libm::exp(of_both + a * libm::log(x) + b * libm::log1p(-x)) / a;
    let fraction = fraction(1.0, |place| {
        let half = (place / 2) as f64;
        let coefficient = if place % 2 == 0 {
            half * (b - half) / ((a + 2.0 * half - 1.0) * (a + 2.0 * half))
        } else {
            -(a + half) * (a + b + half) / ((a + 2.0 * half) * (a + 2.0 * half + 1.0))
        };
        (coefficient * x, 1.0)
    });
    (scale / fraction).clamp(0.0, 1.0)
}

/// A continued fraction `first + n₁/(d₁ + n₂/(d₂ + …))` by the modified method of Lentz (Thompson and Barnett 1986);
/// `term` gives the numerator and the denominator of a place, from 1.
fn fraction(first: f64, term: impl Fn(usize) -> (f64, f64)) -> f64 {
    let kept = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut made = kept(first);
    let (mut above, mut below) = (made, 0.0);
    for place in 1..TERMS {
        let (numerator, denominator) = term(place);
        below = 1.0 / kept(denominator + numerator * below);
        above = kept(denominator + numerator / above);
        let step = above * below;
        made *= step;
        if (step - 1.0).abs() <= PRECISION {
            break;
        }
    }
    made
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn tails_are_those_of_scipy() {
        let reference: Value = serde_json::from_str(include_str!("../tests/reference/quality.json")).unwrap();
        let mut seen = 0;
        for case in reference["tails"].as_array().unwrap() {
            let (x, df) = (case["x"].as_f64().unwrap(), case["df"].as_f64().unwrap_or_default());
            let found = match case["tail"].as_str().unwrap() {
                "normal" => normal_two_sided(x),
                "chi_square" => chi_square_above(x, df),
                _ => student_two_sided(x, df),
            };
            let expected = case["p"].as_f64().unwrap();
            assert!((found - expected).abs() <= 1e-10 * expected + 1e-300, "{case}: {found}");
            seen += 1;
        }
        assert!(seen > 100);
    }
}
