//! Counting rows by the code of a column: every core counts a stretch of the rows.

use rayon::prelude::*;

use crate::columns::{Codes, Columns, RowId};
use crate::fields::Field;

/// How many of the rows have each code.
pub(super) fn count_codes(columns: &Columns, rows: &[RowId], field: Field) -> Vec<u64> {
    let column = columns.text_column(field);
    let size = column.dictionary.len() + 1;
    match &column.codes {
        Codes::Zero => {
            let mut counts = vec![0; size];
            counts[0] = rows.len() as u64;
            counts
        }
        Codes::Byte(codes) => count(rows, size, |row| codes[row.index()].into()),
        Codes::Short(codes) => count(rows, size, |row| codes[row.index()].into()),
        Codes::Wide(codes) => count(rows, size, |row| codes[row.index()] as usize),
    }
}

/// How many rows there are of each number below `size`.
pub(super) fn count(rows: &[RowId], size: usize, number: impl Fn(RowId) -> usize + Sync) -> Vec<u64> {
    // Each stretch has counts of its own, which must be worth it.
    let stretch = rows.len().div_ceil(rayon::current_num_threads()).max(LEAST_STRETCH).max(4 * size);
    let count = |rows: &[RowId]| {
        // Neighbours often have the same number. Counting them in turns in four lists, no count waits for the one before.
        let lists = if size <= SMALL { LISTS } else { 1 };
        let mut counts = vec![0_u32; size * lists];
        if lists == 1 {
            for row in rows {
                counts[number(*row)] += 1;
            }
            return counts;
        }
        let mut fours = rows.chunks_exact(LISTS);
        for four in &mut fours {
            for (list, row) in four.iter().enumerate() {
                counts[list * size + number(*row)] += 1;
            }
        }
        for row in fours.remainder() {
            counts[number(*row)] += 1;
        }
        counts
    };
    let mut all = vec![0_u64; size];
    for counts in rows.par_chunks(stretch).map(count).collect::<Vec<_>>() {
        for counts in counts.chunks_exact(size.max(1)) {
            all.iter_mut().zip(counts).for_each(|(all, count)| *all += u64::from(*count));
        }
    }
    all
}

const LEAST_STRETCH: usize = 1 << 14;
const LISTS: usize = 4;
const SMALL: usize = 1 << 10;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_and_lists_add_up() {
        for length in [0, 1, 7, 40_003] {
            let rows: Vec<RowId> = (0..length).map(RowId).collect();
            for size in [1_usize, 3, 5_000] {
                let mut expected = vec![0; size];
                for row in &rows {
                    expected[row.index() * 7 % size] += 1;
                }
                assert_eq!(count(&rows, size, |row| row.index() * 7 % size), expected);
            }
        }
    }
}
