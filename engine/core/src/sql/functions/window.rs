//! The window functions: what a row is among the rows of its partition. Every aggregate may stand over a
//! window too.

/// A function that has a meaning only over a window.
#[derive(Debug)]
pub struct WindowFunction {
    /// Name in lower case.
    pub name: &'static str,
    /// Parameters and result.
    pub signature: &'static str,
    /// An expression over the example's column `x` with the values 1, 2, 4 and null, and its value in the
    /// row where `x` is 2.
    pub example: (&'static str, &'static str),
    /// What is computed.
    pub place: Place,
}

impl PartialEq for WindowFunction {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// What a window function tells of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Its number, from 1.
    RowNumber,
    /// Rows before its peers, plus one.
    Rank,
    /// Groups of peers up to its own.
    DenseRank,
    /// Rank among 0 to 1.
    PercentRank,
    /// Share of the rows up to its peers.
    CumeDist,
    /// Which of n stretches of like length.
    Ntile,
    /// A value some rows before.
    Lag,
    /// A value some rows after.
    Lead,
    /// The first value of the frame.
    First,
    /// The last value of the frame.
    Last,
    /// The value at a place of the frame.
    Nth,
}

impl Place {
    /// Whether it gives a value of a row, so that nulls may be passed over.
    pub fn is_value(self) -> bool {
        matches!(self, Self::Lag | Self::Lead | Self::First | Self::Last | Self::Nth)
    }
}

macro_rules! windows {
    ($($name:literal $signature:literal, $example:literal => $value:literal, $place:ident;)*) => {
        /// Every window function.
        pub const ALL: &[WindowFunction] = &[$(WindowFunction {
            name: $name,
            signature: $signature,
            example: ($example, $value),
            place: Place::$place,
        },)*];
    };
}

windows! {
    "row_number" "row_number() → integer", "row_number() OVER (ORDER BY x)" => "2", RowNumber;
    "rank" "rank() → integer", "rank() OVER (ORDER BY x DESC)" => "2", Rank;
    "dense_rank" "dense_rank() → integer", "dense_rank() OVER (ORDER BY x > 1)" => "2", DenseRank;
    "percent_rank" "percent_rank() → number", "percent_rank() OVER (ORDER BY x)" => "0.3333333333333333", PercentRank;
    "cume_dist" "cume_dist() → number", "cume_dist() OVER (ORDER BY x)" => "0.5", CumeDist;
    "ntile" "ntile(integer) → integer", "ntile(2) OVER (ORDER BY x)" => "1", Ntile;
    "lag" "lag(T, [integer], [T]) → T", "lag(x) OVER (ORDER BY x)" => "1", Lag;
    "lead" "lead(T, [integer], [T]) → T", "lead(x, 2, 0) OVER (ORDER BY x)" => "∅", Lead;
    "first_value" "first_value(T) → T", "first_value(x) OVER (ORDER BY x)" => "1", First;
    "last_value" "last_value(T) → T", "last_value(x) OVER (ORDER BY x)" => "2", Last;
    "nth_value" "nth_value(T, integer) → T", "nth_value(x, 1) OVER (ORDER BY x)" => "1", Nth;
}
