//! Choosing without replacement, and permutations.

use super::Stream;

/// So many of the items, each set of that size as likely, in the order of the items (selection sampling: D. Knuth,
/// The Art of Computer Programming 2, 3.4.2, algorithm S). All of them if there are no more.
pub fn choose<T: Copy>(stream: &mut Stream, items: &[T], count: u64) -> Vec<T> {
    let mut chosen = Vec::new();
    let mut wanted = count.min(items.len() as u64);
    for (place, item) in items.iter().enumerate() {
        if wanted == 0 {
            break;
        }
        if stream.below((items.len() - place) as u64) < wanted {
            chosen.push(*item);
            wanted -= 1;
        }
    }
    chosen
}

/// The numbers below `count` in a random order (Fisher and Yates, in Durstenfeld's form).
pub fn permutation(stream: &mut Stream, count: u32) -> Vec<u32> {
    let mut order: Vec<u32> = (0..count).collect();
    for place in (1..count).rev() {
        order.swap(place as usize, stream.below(u64::from(place) + 1) as usize);
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::Seed;

    #[test]
    fn samples_have_their_size_and_favour_none() {
        let items: Vec<u32> = (0..10).collect();
        let mut stream = Seed::new("s").stream(&[]);
        let mut counts = [0_i32; 10];
        for _ in 0..10_000 {
            let chosen = choose(&mut stream, &items, 3);
            assert!(chosen.len() == 3 && chosen.is_sorted());
            chosen.iter().for_each(|item| counts[*item as usize] += 1);
        }
        assert!(counts.iter().all(|count| (count - 3000).abs() < 200), "{counts:?}");
        assert_eq!(choose(&mut stream, &items, 99), items);
        let mut order = permutation(&mut stream, 1000);
        assert!(order != (0..1000).collect::<Vec<_>>());
        order.sort_unstable();
        assert_eq!(order, (0..1000).collect::<Vec<_>>());
    }
}
