//! Names of streets, composed: kinds of way and what they are called after.

/// Kinds of way with a weight each.
pub(crate) const WAYS: [(&str, f64); 12] = [
    ("rue", 55.0),
    ("avenue", 12.0),
    ("allée", 6.0),
    ("chemin", 6.0),
    ("impasse", 5.0),
    ("boulevard", 4.0),
    ("place", 4.0),
    ("route", 3.0),
    ("square", 2.0),
    ("résidence", 1.0),
    ("quai", 1.0),
    ("cité", 1.0),
];

/// What ways are called after.
pub(crate) fn streets() -> Vec<&'static str> {
    include_str!("streets.txt").lines().collect()
}
