//! Counting into cells: sign-ins, or different values.

use rayon::prelude::*;

use super::counts::add_up;

/// How many of the items fall into each of so many cells. `cells_of` names the cells of a stretch of items,
/// any number of them for each.
#[must_use]
pub fn tally(items: usize, cells: usize, cells_of: impl Fn(usize, &mut dyn FnMut(usize)) + Sync) -> Vec<u64> {
    add_up(items, cells, |stretch, counts| stretch.for_each(|item| cells_of(item, &mut |cell| counts[cell] += 1)))
}

/// How many different values fall into each of so many cells. Values are below `values`; `pairs` hands over
/// cells with values.
#[must_use]
pub fn tally_distinct(cells: usize, values: usize, pairs: impl Fn(&mut dyn FnMut(usize, u32))) -> Vec<u64> {
    if values == 0 {
        return vec![0; cells];
    }
    let words = values.div_ceil(64);
    if cells.saturating_mul(words) <= MOST_WORDS {
        let mut seen = vec![0_u64; cells * words];
        pairs(&mut |cell, value| seen[cell * words + value as usize / 64] |= 1 << (value % 64));
        return seen
            .chunks_exact(words)
            .map(|words| words.iter().map(|word| u64::from(word.count_ones())).sum())
            .collect();
    }
    let mut seen: Vec<(usize, u32)> = Vec::new();
    pairs(&mut |cell, value| seen.push((cell, value)));
    seen.par_sort_unstable();
    seen.dedup();
    let mut counts = vec![0; cells];
    for (cell, _) in seen {
        counts[cell] += 1;
    }
    counts
}

/// A bit for each value of each cell takes 32 MB at most.
const MOST_WORDS: usize = 1 << 22;

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn cells_add_up_over_stretches() {
        let found = tally(50_000, 3, |item, cell| (0..item % 3).for_each(|_| cell(item % 3)));
        assert_eq!(found, [0, 16_667, 2 * 16_666]);
        assert_eq!(tally(0, 2, |_, cell| cell(0)), [0, 0]);
        assert_eq!(tally_distinct(2, 0, |_| {}), [0, 0]);
    }

    #[test]
    fn different_values_count_once_in_bits_and_in_lists() {
        let pairs = || (0..5_000_usize).map(|item| (item % 7, (item * item % 1_000) as u32));
        let different: HashSet<(usize, u32)> = pairs().collect();
        let expected: Vec<u64> =
            (0..7).map(|cell| different.iter().filter(|pair| pair.0 == cell).count() as u64).collect();
        let hand_over = |pair: &mut dyn FnMut(usize, u32)| pairs().for_each(|(cell, value)| pair(cell, value));
        assert_eq!(tally_distinct(7, 1_000, hand_over), expected);
        assert_eq!(tally_distinct(7, MOST_WORDS * 64, hand_over), expected);
    }
}
