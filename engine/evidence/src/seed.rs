//! The seed of practice: the same person gets the same data of an exercise on every device.

/// The seed of a candidate for an exercise: sixteen hexadecimal digits of BLAKE3 over both names.
///
/// Spaces around and between words, and capitals, make no difference: what is typed on another day is the same person.
pub fn practice(candidate: &str, exercise: &str) -> String {
    let words: Vec<String> = candidate.split_whitespace().map(str::to_lowercase).collect();
    let mut hasher = blake3::Hasher::new_derive_key("creuset.seed.practice.1");
    for part in [exercise.as_bytes(), &[0], words.join(" ").as_bytes()] {
        hasher.update(part);
    }
    hasher.finalize().to_hex().chars().take(16).collect()
}

#[cfg(test)]
mod tests {
    use super::practice;

    #[test]
    fn a_person_has_one_seed_for_an_exercise() {
        let seed = practice("Zoé Martin", "first");
        assert_eq!((seed.len(), seed.as_str()), (16, practice("  zoé   MARTIN ", "first").as_str()));
        for (candidate, exercise) in [("Zoé Martin", "second"), ("Zoe Martin", "first"), ("Martin Zoé", "first")] {
            assert_ne!(practice(candidate, exercise), seed, "{candidate} {exercise}");
        }
        assert_eq!(seed, "6ffb7e157574f562");
    }
}
