//! What statistical tests compute.

/// Mean and standard deviation.
pub fn mean_and_sd(values: &[f64]) -> (f64, f64) {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let variance = values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (count - 1.0);
    (mean, variance.sqrt())
}

/// Pearson's chi-square of counts against shares must not be further out than four deviations of its distribution.
pub fn shares_fit(counts: &[f64], weights: &[f64]) {
    assert_eq!(counts.len(), weights.len());
    let (rows, total) = (counts.iter().sum::<f64>(), weights.iter().sum::<f64>());
    let mut chi_square = 0.0;
    for (count, weight) in counts.iter().zip(weights) {
        let expected = rows * weight / total;
        if expected == 0.0 {
            assert_eq!(*count, 0.0, "{counts:?}");
        } else {
            chi_square += (count - expected) * (count - expected) / expected;
        }
    }
    let freedom = counts.len() as f64 - 1.0;
    assert!(chi_square < freedom + 4.0 * (2.0 * freedom).sqrt() + 4.0, "{chi_square}: {counts:?} for {weights:?}");
}

/// Spearman's rank correlation (ties by order: none is expected).
pub fn rank_correlation(x: &[f64], y: &[f64]) -> f64 {
    let ranks = |values: &[f64]| {
        let mut order: Vec<usize> = (0..values.len()).collect();
        order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
        let mut ranks = vec![0.0; values.len()];
        order.iter().enumerate().for_each(|(rank, place)| ranks[*place] = rank as f64);
        ranks
    };
    let (x, y) = (ranks(x), ranks(y));
    let ((mean_x, sd_x), (mean_y, sd_y)) = (mean_and_sd(&x), mean_and_sd(&y));
    let covariance: f64 = x.iter().zip(&y).map(|(x, y)| (x - mean_x) * (y - mean_y)).sum();
    covariance / ((x.len() as f64 - 1.0) * sd_x * sd_y)
}
