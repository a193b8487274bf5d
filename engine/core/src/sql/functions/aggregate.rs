//! The aggregate functions. All pass over nulls; of no values at all, `count` is 0 and the rest is null.

/// An aggregate function.
#[derive(Debug)]
pub struct Aggregator {
    /// Name in lower case.
    pub name: &'static str,
    /// Other names of the same function.
    pub aliases: &'static [&'static str],
    /// Parameters and result.
    pub signature: &'static str,
    /// An expression over the example's column `x` with the values 1, 2, 4 and null, and its value.
    pub example: (&'static str, &'static str),
    /// What is computed.
    pub measure: Measure,
}

impl PartialEq for Aggregator {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// What an aggregate function computes of the values of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Values that are not null, or rows.
    Count,
    /// Rows for which a condition is true.
    CountIf,
    /// Sum.
    Sum,
    /// Arithmetic mean.
    Mean,
    /// Smallest.
    Min,
    /// Largest.
    Max,
    /// Continuous quantile at one half.
    Median,
    /// Continuous quantile: linear between the two nearest values.
    Quantile,
    /// Standard deviation, divisor n − 1.
    DeviationSample,
    /// Standard deviation, divisor n.
    DeviationPopulation,
    /// Variance, divisor n − 1.
    VarianceSample,
    /// Variance, divisor n.
    VariancePopulation,
    /// Whether all are true.
    BoolAnd,
    /// Whether one is true.
    BoolOr,
    /// The first value that is not null, in the order of rows.
    AnyValue,
    /// Pearson's correlation.
    Correlation,
    /// Covariance, divisor n − 1.
    CovarianceSample,
    /// Covariance, divisor n.
    CovariancePopulation,
    /// Slope of the line of least squares.
    Slope,
    /// Where that line meets zero.
    Intercept,
    /// Product.
    Product,
    /// Discrete quantile: one of the values.
    QuantileDiscrete,
    /// The most frequent value, the first of equally frequent ones.
    Mode,
    /// The value where another is smallest.
    ArgMin,
    /// The value where another is largest.
    ArgMax,
    /// The first value, null or not.
    First,
    /// The last value, null or not.
    Last,
    /// Texts end to end.
    Texts,
    /// All values, nulls among them, as a list.
    Values,
}

impl Measure {
    /// Whether Polars has no measure of that kind: then our own kernels compute it.
    pub fn is_ours(self) -> bool {
        matches!(
            self,
            Self::CovarianceSample
                | Self::CovariancePopulation
                | Self::Slope
                | Self::Intercept
                | Self::Product
                | Self::QuantileDiscrete
                | Self::Mode
                | Self::ArgMin
                | Self::ArgMax
                | Self::First
                | Self::Last
                | Self::Texts
                | Self::Values
        )
    }

    /// Whether nulls are among the values measured.
    pub fn keeps_nulls(self) -> bool {
        matches!(self, Self::First | Self::Last | Self::Values)
    }

    /// Whether it takes values that are not compared: lists, and what only travels.
    pub fn takes_any(self) -> bool {
        matches!(self, Self::Count | Self::AnyValue | Self::First | Self::Last | Self::Values)
    }

    /// Whether equal values once, or as often as they come, are two things.
    pub fn hangs_on_repeats(self) -> bool {
        !matches!(self, Self::Min | Self::Max | Self::BoolAnd | Self::BoolOr | Self::AnyValue)
    }

    /// Whether it measures two columns at once.
    pub fn is_of_pairs(self) -> bool {
        matches!(
            self,
            Self::Correlation
                | Self::CovarianceSample
                | Self::CovariancePopulation
                | Self::Slope
                | Self::Intercept
                | Self::ArgMin
                | Self::ArgMax
        )
    }
}

macro_rules! aggregators {
    ($($name:literal $aliases:tt $signature:literal, $example:literal => $value:literal, $measure:ident;)*) => {
        /// Every aggregate function.
        pub const ALL: &[Aggregator] = &[$(Aggregator {
            name: $name,
            aliases: &$aliases,
            signature: $signature,
            example: ($example, $value),
            measure: Measure::$measure,
        },)*];
    };
}

aggregators! {
    "count" [] "count([any]) → integer", "count(x)" => "3", Count;
    "count_if" ["countif"] "count_if(boolean) → integer", "count_if(x > 1)" => "2", CountIf;
    "sum" [] "sum(numeric) → numeric", "sum(x)" => "7", Sum;
    "avg" ["mean"] "avg(number) → number", "avg(x)" => "2.3333333333333335", Mean;
    "min" [] "min(T) → T", "min(x)" => "1", Min;
    "max" [] "max(T) → T", "max(x)" => "4", Max;
    "median" [] "median(number) → number", "median(x)" => "2.0", Median;
    "quantile_cont" [] "quantile_cont(number, number) → number", "quantile_cont(x, 0.25)" => "1.5", Quantile;
    "stddev_samp" ["stddev"] "stddev_samp(number) → number", "stddev_samp(x)" => "1.5275252316519468", DeviationSample;
    "stddev_pop" [] "stddev_pop(number) → number", "stddev_pop(x)" => "1.247219128924647", DeviationPopulation;
    "var_samp" ["variance"] "var_samp(number) → number", "var_samp(x)" => "2.3333333333333335", VarianceSample;
    "var_pop" [] "var_pop(number) → number", "var_pop(x)" => "1.5555555555555556", VariancePopulation;
    "bool_and" [] "bool_and(boolean) → boolean", "bool_and(x > 0)" => "true", BoolAnd;
    "bool_or" [] "bool_or(boolean) → boolean", "bool_or(x > 9)" => "false", BoolOr;
    "any_value" [] "any_value(T) → T", "any_value(x)" => "1", AnyValue;
    "product" [] "product(number) → number", "product(x)" => "8.0", Product;
    "quantile_disc" [] "quantile_disc(T, number) → T", "quantile_disc(x, 0.5)" => "2", QuantileDiscrete;
    "mode" [] "mode(T) → T", "mode(x > 1)" => "true", Mode;
    "arg_min" ["argmin", "min_by"] "arg_min(T, any) → T", "arg_min(x, -x)" => "4", ArgMin;
    "arg_max" ["argmax", "max_by"] "arg_max(T, any) → T", "arg_max(x, -x)" => "1", ArgMax;
    "first" [] "first(T) → T", "first(x ORDER BY x)" => "1", First;
    "last" [] "last(T) → T", "last(x ORDER BY x DESC NULLS FIRST)" => "1", Last;
    "string_agg" ["listagg", "group_concat"] "string_agg(text, [text]) → text",
        "string_agg(x::VARCHAR, '-' ORDER BY x DESC)" => "4-2-1", Texts;
    "array_agg" ["list"] "array_agg(T) → list(T)", "array_agg(x ORDER BY x)" => "[1, 2, 4, null]", Values;
    "covar_samp" [] "covar_samp(number, number) → number", "covar_samp(x, x)" => "2.3333333333333335", CovarianceSample;
    "covar_pop" [] "covar_pop(number, number) → number", "covar_pop(x, x)" => "1.5555555555555556", CovariancePopulation;
    "regr_slope" [] "regr_slope(number, number) → number", "regr_slope(x, x)" => "1.0", Slope;
    "regr_intercept" [] "regr_intercept(number, number) → number", "regr_intercept(x, x)" => "0.0", Intercept;
    "corr" [] "corr(number, number) → number", "corr(x, x)" => "1.0", Correlation;
}
