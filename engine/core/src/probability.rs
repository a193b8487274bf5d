//! Tails of distributions, for tests. Everything comes from `libm`, so that every platform gives the same bits.
//!
//! Boundary: figures in, figures out. Held to SciPy at a relative precision of 1e-10, up to the degrees of freedom
//! that tables of some hundred thousand rows have.

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
    // Both shares are computed, since neither is precise as what the other leaves of one.
    let (x, rest) = (df / (df + t * t), t * t / (df + t * t));
    beta_below(Sides { a: df / 2.0, b: 0.5, x, rest }, half_step(df / 2.0) - libm::lgamma(0.5))
}

/// Where a series or a fraction has come to its end.
const PRECISION: f64 = 1e-16;
/// From where on series in 1/a are as precise as figures are.
const LARGE: f64 = 20.0;
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
    let scale = libm::exp(if a < LARGE {
        a * libm::log(x) - x - libm::lgamma(a)
    } else {
        // Stirling's series (DLMF 5.11.1), whose large terms cancel before they are computed.
        let away = (x - a) / a;
        let tail = series(a, &[1.0 / 12.0, -1.0 / 360.0, 1.0 / 1260.0, -1.0 / 1680.0, 1.0 / 1188.0]);
        a * (libm::log1p(away) - away) + 0.5 * libm::log(a / std::f64::consts::TAU) - tail
    });
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

/// ln Γ(a + ½) − ln Γ(a), by its series where the two are nearly equal (DLMF 5.11.13).
fn half_step(a: f64) -> f64 {
    if a < LARGE {
        return libm::lgamma(a + 0.5) - libm::lgamma(a);
    }
    0.5 * libm::log(a) + series(a, &[-1.0 / 8.0, 1.0 / 192.0, -1.0 / 640.0, 17.0 / 14336.0, -31.0 / 18432.0])
}

/// A series in odd powers of 1/a.
fn series(a: f64, coefficients: &[f64]) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, coefficient| sum / (a * a) + coefficient) / a
}

/// The arguments of a beta function: `rest` is one less `x`.
#[derive(Clone, Copy)]
struct Sides {
    a: f64,
    b: f64,
    x: f64,
    rest: f64,
}

/// The regularised incomplete beta function I(x; a, b), by its continued fraction (DLMF 8.17.22), on the side
/// where that converges; `scale` is −ln B(a, b).
fn beta_below(sides: Sides, scale: f64) -> f64 {
    let Sides { a, b, x, rest } = sides;
    if x <= 0.0 || rest <= 0.0 {
        return if x <= 0.0 { 0.0 } else { 1.0 };
    }
    if x > (a + 1.0) / (a + b + 2.0) {
        return (1.0 - beta_below(Sides { a: b, b: a, x: rest, rest: x }, scale)).clamp(0.0, 1.0);
    }
    let logarithm = |share: f64, other: f64| if share < 0.5 { libm::log(share) } else { libm::log1p(-other) };
    let first = libm::exp(scale + a * logarithm(x, rest) + b * logarithm(rest, x)) / a;
    let fraction = fraction(1.0, |place| {
        let half = (place / 2) as f64;
        let coefficient = if place % 2 == 0 {
            half * (b - half) / ((a + 2.0 * half - 1.0) * (a + 2.0 * half))
        } else {
            -(a + half) * (a + b + half) / ((a + 2.0 * half) * (a + 2.0 * half + 1.0))
        };
        (coefficient * x, 1.0)
    });
    (first / fraction).clamp(0.0, 1.0)
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
