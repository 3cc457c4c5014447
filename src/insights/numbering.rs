//! Numbers for the different keys of many rows.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use rayon::prelude::*;

/// What rows are told apart by: codes of some columns.
pub(super) type Key<const CODES: usize> = [u32; CODES];

/// The keys of rows by number, each with how many rows have it, and the number of each row. Keys are numbered in
/// the order in which they are met.
pub(super) struct Numbered<const CODES: usize> {
    pub keys: Vec<(Key<CODES>, u64)>,
    pub numbers: Vec<u32>,
}

/// Numbers the keys of so many rows, stretch by stretch at once. The first code of each is below `firsts`.
pub(super) fn numbered<const CODES: usize>(
    rows: usize,
    firsts: usize,
    key: impl Fn(usize) -> Key<CODES> + Sync,
) -> Numbered<CODES> {
    let stretch = rows.div_ceil(rayon::current_num_threads()).max(LEAST_STRETCH);
    let mut numbers = vec![0; rows];
    let met: Vec<Vec<(Key<CODES>, u64)>> = numbers
        .par_chunks_mut(stretch)
        .enumerate()
        .map(|(at, numbers)| {
            let mut all = Met::new(firsts);
            for (number, place) in numbers.iter_mut().zip(at * stretch..) {
                *number = all.number(key(place), 1);
            }
            all.keys
        })
        .collect();
    let mut all = Met::new(firsts);
    let number_of: Vec<Vec<u32>> =
        met.into_iter().map(|keys| keys.into_iter().map(|(key, count)| all.number(key, count)).collect()).collect();
    numbers.par_chunks_mut(stretch).zip(&number_of).for_each(|(numbers, number_of)| {
        for number in numbers {
            *number = number_of[*number as usize];
        }
    });
    Numbered { keys: all.keys, numbers }
}

/// Puts another number in the place of each.
pub(super) fn renumber(numbers: &mut [u32], number_of: &[u32]) {
    numbers.par_iter_mut().with_min_len(LEAST_STRETCH).for_each(|number| *number = number_of[*number as usize]);
}

/// So many rows are worth a task of their own.
const LEAST_STRETCH: usize = 1 << 14;

/// Keys and their numbers.
struct Met<const CODES: usize> {
    numbers: HashMap<Key<CODES>, u32, FixedState>,
    keys: Vec<(Key<CODES>, u64)>,
    /// The number that was met last for each first code, and one more: mostly the first code tells the others, so that
    /// nothing has to be looked up.
    last: Vec<u32>,
}

impl<const CODES: usize> Met<CODES> {
    fn new(firsts: usize) -> Self {
        Self { numbers: HashMap::default(), keys: Vec::new(), last: vec![0; firsts] }
    }

    #[inline]
    fn number(&mut self, key: Key<CODES>, count: u64) -> u32 {
        let last = &mut self.last[key[0] as usize];
        if let Some((met, counted)) = self.keys.get_mut((*last as usize).wrapping_sub(1))
            && *met == key
        {
            *counted += count;
            return *last - 1;
        }
        let number = *self.numbers.entry(key).or_insert_with(|| {
            self.keys.push((key, 0));
            self.keys.len() as u32 - 1
        });
        self.keys[number as usize].1 += count;
        *last = number + 1;
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_have_one_number_over_all_stretches() {
        let key = |place: usize| [(place * 7 % 100) as u32, (place * 7 % 1_000) as u32];
        let found = numbered(100_000, 100, key);
        assert_eq!(found.keys.len(), 1_000);
        assert!(found.keys.iter().all(|(_, count)| *count == 100));
        assert!(found.numbers.iter().enumerate().all(|(place, number)| found.keys[*number as usize].0 == key(place)));
        assert!(numbered(0, 100, key).keys.is_empty());
    }
}
