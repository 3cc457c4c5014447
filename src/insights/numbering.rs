//! Numbers for the different keys of many rows.

use std::collections::HashMap;
use std::hash::Hash;

use foldhash::fast::FixedState;
use rayon::prelude::*;

use crate::columns::RowId;

/// The keys of rows by number, each with how many rows have it, and the number of each row. Keys are numbered in
/// the order in which they are met.
pub(super) struct Numbered<K> {
    pub keys: Vec<(K, u64)>,
    pub numbers: Vec<u32>,
}

/// Numbers the keys of rows, stretch by stretch at once.
pub(super) fn numbered<K>(rows: &[RowId], key: impl Fn(RowId) -> K + Sync) -> Numbered<K>
where
    K: Copy + Eq + Hash + Send + Sync,
{
    let stretch = rows.len().div_ceil(rayon::current_num_threads()).max(LEAST_STRETCH);
    let mut numbers = vec![0; rows.len()];
    let met: Vec<Vec<(K, u64)>> = numbers
        .par_chunks_mut(stretch)
        .zip(rows.par_chunks(stretch))
        .map(|(numbers, rows)| {
            let mut all = Met::default();
            for (number, row) in numbers.iter_mut().zip(rows) {
                *number = all.number(key(*row), 1);
            }
            all.keys
        })
        .collect();
    let mut all = Met::default();
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

struct Met<K> {
    numbers: HashMap<K, u32, FixedState>,
    keys: Vec<(K, u64)>,
}

impl<K> Default for Met<K> {
    fn default() -> Self {
        Self { numbers: HashMap::default(), keys: Vec::new() }
    }
}

impl<K: Copy + Eq + Hash> Met<K> {
    #[inline]
    fn number(&mut self, key: K, count: u64) -> u32 {
        let number = *self.numbers.entry(key).or_insert_with(|| {
            self.keys.push((key, 0));
            self.keys.len() as u32 - 1
        });
        self.keys[number as usize].1 += count;
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_have_one_number_over_all_stretches() {
        let rows: Vec<RowId> = (0..100_000).map(RowId).collect();
        let found = numbered(&rows, |row| (row.0 * 7) % 1_000);
        assert_eq!(found.keys.len(), 1_000);
        assert!(found.keys.iter().all(|(_, count)| *count == 100));
        assert!(
            rows.iter().zip(&found.numbers).all(|(row, number)| found.keys[*number as usize].0 == row.0 * 7 % 1_000)
        );
        assert!(numbered(&[], |row| row).keys.is_empty());
    }
}
