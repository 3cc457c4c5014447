//! Counting rows by the code of a column: every core counts a stretch of the rows.

use std::ops::Range;

use rayon::prelude::*;

use crate::columns::{Codes, Columns, RowId};
use crate::fields::Field;

/// How many sign-ins have each code.
pub(super) fn count_codes(columns: &Columns, rows: &[RowId], field: Field) -> Vec<u64> {
    let column = columns.text_column(field);
    let size = column.dictionary.len() + 1;
    let mut counts = match &column.codes {
        Codes::Zero => {
            let mut counts = vec![0; size];
            counts[0] = rows.len() as u64;
            counts
        }
        Codes::Byte(codes) => count(rows, size, |row| codes[row.index()].into()),
        Codes::Short(codes) => count(rows, size, |row| codes[row.index()].into()),
        Codes::Wide(codes) => count(rows, size, |row| codes[row.index()] as usize),
    };
    columns.each_beyond_one(rows, |place, beyond| counts[column.code(rows[place]) as usize] += beyond);
    counts
}

/// How many rows there are of each number below `size`.
pub(super) fn count(rows: &[RowId], size: usize, number: impl Fn(RowId) -> usize + Sync) -> Vec<u64> {
    // Neighbours often have the same number. Counting them in turns in four lists, no count waits for the one before.
    if size <= SMALL { count_in::<4>(rows, size, number) } else { count_in::<1>(rows, size, number) }
}

fn count_in<const LISTS: usize>(rows: &[RowId], size: usize, number: impl Fn(RowId) -> usize + Sync) -> Vec<u64> {
    let counts = add_up(rows.len(), size * LISTS, |stretch, counts| {
        let (chunks, rest) = rows[stretch].as_chunks::<LISTS>();
        for chunk in chunks {
            for (list, row) in chunk.iter().enumerate() {
                counts[list * size + number(*row)] += 1;
            }
        }
        for row in rest {
            counts[number(*row)] += 1;
        }
    });
    let mut all = vec![0; size];
    for counts in counts.chunks_exact(size.max(1)) {
        all.iter_mut().zip(counts).for_each(|(all, count)| *all += count);
    }
    all
}

/// Adds up what every core counts into cells of its own: `count` is given a stretch of so many items.
pub(super) fn add_up(items: usize, cells: usize, count: impl Fn(Range<usize>, &mut [u32]) + Sync) -> Vec<u64> {
    // Each stretch has cells of its own, which must be worth it.
    let stretch = items.div_ceil(rayon::current_num_threads()).max(LEAST_STRETCH).max(cells);
    let counted = |number: usize| {
        let mut counts = vec![0; cells];
        count(number * stretch..((number + 1) * stretch).min(items), &mut counts);
        counts
    };
    let stretches: Vec<Vec<u32>> = (0..items.div_ceil(stretch)).into_par_iter().map(counted).collect();
    let mut all = vec![0; cells];
    for counts in stretches {
        all.iter_mut().zip(counts).for_each(|(all, count)| *all += u64::from(count));
    }
    all
}

const LEAST_STRETCH: usize = 1 << 14;
/// So few cells are counted in several lists.
pub(super) const SMALL: usize = 1 << 10;

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
