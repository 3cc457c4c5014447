//! Which of two things occur together.

use rayon::prelude::*;

/// Different pairs of numbers, the left ones and the right ones each below a number.
#[derive(Clone, Debug)]
pub struct Pairs {
    lefts: usize,
    kept: Kept,
}

#[derive(Clone, Debug)]
enum Kept {
    /// So many words for each left number with a bit for each right one.
    Bits { words: usize, bits: Vec<u64> },
    /// The pairs, some more than once.
    List(Vec<(usize, u32)>),
}

/// A bit for each pair takes 32 MB at most.
const MOST_WORDS: usize = 1 << 22;
/// So many words are looked through as fast as a pair is put in order.
const WORDS_FOR_ONE: usize = 16;
/// So many pairs are listed before those that are there more than once are taken out.
const MOST_LISTED: usize = 1 << 20;

impl Pairs {
    /// None yet, of numbers below these. At most `expected` will be added, else it takes longer.
    #[must_use]
    pub fn new(lefts: usize, rights: usize, expected: usize) -> Self {
        let words = rights.div_ceil(64);
        let worth_it = MOST_WORDS.min(expected.saturating_mul(WORDS_FOR_ONE));
        let kept = if lefts.saturating_mul(words) <= worth_it {
            Kept::Bits { words, bits: vec![0; lefts * words] }
        } else {
            Kept::List(Vec::new())
        };
        Self { lefts, kept }
    }

    /// Adds a pair.
    #[inline]
    pub fn insert(&mut self, left: usize, right: u32) {
        match &mut self.kept {
            Kept::Bits { words, bits } => bits[left * *words + right as usize / 64] |= 1 << (right % 64),
            Kept::List(pairs) => {
                if pairs.len() == pairs.capacity() && pairs.len() >= MOST_LISTED {
                    sort(pairs);
                }
                pairs.push((left, right));
            }
        }
    }

    /// The pairs, in the order of their numbers.
    pub fn each(self, mut each: impl FnMut(usize, u32)) {
        match self.kept {
            Kept::Bits { words, bits } => {
                for (left, bits) in bits.chunks_exact(words.max(1)).enumerate() {
                    for (at, word) in bits.iter().enumerate() {
                        let mut rest = *word;
                        while rest != 0 {
                            each(left, at as u32 * 64 + rest.trailing_zeros());
                            rest &= rest - 1;
                        }
                    }
                }
            }
            Kept::List(mut pairs) => {
                sort(&mut pairs);
                for (left, right) in pairs {
                    each(left, right);
                }
            }
        }
    }

    /// How many right numbers each left one has, but for those for which `counts` says no.
    #[must_use]
    pub fn count_rights(self, counts: impl Fn(u32) -> bool) -> Vec<u64> {
        match self.kept {
            Kept::Bits { words, bits } if words > 0 => {
                let mut counted = vec![0_u64; words];
                for right in (0..words as u32 * 64).filter(|right| counts(*right)) {
                    counted[right as usize / 64] |= 1 << (right % 64);
                }
                let ones = |(word, counted): (&u64, &u64)| u64::from((word & counted).count_ones());
                bits.chunks_exact(words).map(|bits| bits.iter().zip(&counted).map(ones).sum()).collect()
            }
            _ => {
                let mut of_left = vec![0; self.lefts];
                self.each(|left, right| of_left[left] += u64::from(counts(right)));
                of_left
            }
        }
    }
}

fn sort(pairs: &mut Vec<(usize, u32)>) {
    pairs.par_sort_unstable();
    pairs.dedup();
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn pairs_count_once_in_bits_and_in_lists() {
        let all: Vec<(usize, u32)> = (0..5_000_usize).map(|item| (item % 7, (item * item % 1_000) as u32)).collect();
        let different: BTreeSet<(usize, u32)> = all.iter().copied().collect();
        for rights in [1_000, MOST_WORDS * 64] {
            let mut pairs = Pairs::new(7, rights, all.len());
            for (left, right) in &all {
                pairs.insert(*left, *right);
            }
            let mut found = Vec::new();
            pairs.clone().each(|left, right| found.push((left, right)));
            assert_eq!(found, different.iter().copied().collect::<Vec<_>>());
            let even: Vec<u64> = (0..7)
                .map(|left| different.iter().filter(|pair| pair.0 == left && pair.1.is_multiple_of(2)).count() as u64)
                .collect();
            assert_eq!(pairs.count_rights(|right| right.is_multiple_of(2)), even);
        }
        assert_eq!(Pairs::new(2, 0, 0).count_rights(|_| true), [0, 0]);
    }

    #[test]
    fn a_long_list_is_cut_down_on_the_way() {
        let mut pairs = Pairs::new(3, MOST_WORDS * 64, usize::MAX);
        (0..3 * MOST_LISTED).for_each(|item| pairs.insert(item % 3, (item % 10) as u32));
        assert_eq!(pairs.count_rights(|_| true), [10, 10, 10]);
    }
}
