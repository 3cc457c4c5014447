//! One bit per row: what the terms of a filter answer, and what AND, OR and NOT combine.

use rayon::prelude::*;

use crate::columns::{Codes, RowId};

/// So many words of 64 rows are worth a task of their own.
const STRETCH: usize = 1 << 10;

/// So many listed rows are.
const LIST_STRETCH: usize = 1 << 13;

/// A set of rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bits {
    words: Vec<u64>,
    rows: usize,
}

impl Bits {
    /// No row, of so many.
    pub fn none(rows: usize) -> Self {
        Self { words: vec![0; rows.div_ceil(64)], rows }
    }

    /// Every row, of so many.
    pub fn all(rows: usize) -> Self {
        let mut bits = Self { words: vec![u64::MAX; rows.div_ceil(64)], rows };
        bits.trim();
        bits
    }

    /// The rows for which `holds`.
    pub fn of_rows(rows: usize, mut holds: impl FnMut(usize) -> bool) -> Self {
        let mut words = Vec::with_capacity(rows.div_ceil(64));
        let mut start = 0;
        while start < rows {
            let end = (start + 64).min(rows);
            let mut word = 0;
            for row in start..end {
                word |= u64::from(holds(row)) << (row - start);
            }
            words.push(word);
            start = end;
        }
        Self { words, rows }
    }

    /// These rows, of so many.
    pub fn of_list(rows: usize, list: &[RowId]) -> Self {
        let mut bits = Self::none(rows);
        for row in list {
            bits.words[row.index() / 64] |= 1 << (row.index() % 64);
        }
        bits
    }

    /// The rows for which `holds`, which every core asks at the same time.
    pub fn scan(rows: usize, holds: impl Fn(usize) -> bool + Sync) -> Self {
        let mut bits = Self::none(rows);
        bits.words.par_chunks_mut(STRETCH).enumerate().for_each(|(stretch, words)| {
            for (place, word) in words.iter_mut().enumerate() {
                let start = (stretch * STRETCH + place) * 64;
                for row in start..(start + 64).min(rows) {
                    *word |= u64::from(holds(row)) << (row - start);
                }
            }
        });
        bits
    }

    /// The rows whose code is hit; `hits` has a place for every code.
    pub fn of_codes(rows: usize, codes: &Codes, hits: &[bool]) -> Self {
        if hits.iter().all(|hit| !hit) {
            return Self::none(rows);
        }
        if hits.iter().all(|hit| *hit) {
            return Self::all(rows);
        }
        match codes {
            Codes::Zero => Self::all(rows),
            Codes::Byte(codes) => {
                // A place for whatever a byte holds, so that none has to be checked.
                let mut table = [false; 256];
                table.iter_mut().zip(hits).for_each(|(place, hit)| *place = *hit);
                Self::of_slice(codes, |code| table[usize::from(code)])
            }
            Codes::Short(codes) => Self::of_slice(codes, |code| hits[usize::from(code)]),
            Codes::Wide(codes) => Self::of_slice(codes, |code| hits[code as usize]),
        }
    }

    fn of_slice<T: Copy + Sync>(codes: &[T], hit: impl Fn(T) -> bool + Sync) -> Self {
        let word =
            |chunk: &[T]| chunk.iter().enumerate().fold(0, |word, (place, code)| word | u64::from(hit(*code)) << place);
        let mut bits = Self::none(codes.len());
        bits.words.par_chunks_mut(STRETCH).zip(codes.par_chunks(STRETCH * 64)).for_each(|(words, codes)| {
            words.iter_mut().zip(codes.chunks(64)).for_each(|(bits, codes)| *bits = word(codes));
        });
        bits
    }

    /// How many rows are in the set.
    pub fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The rows of the set, least number first.
    pub fn iter(&self) -> impl Iterator<Item = RowId> {
        self.words.iter().enumerate().flat_map(|(place, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let row = (rest != 0).then(|| RowId((place * 64) as u32 + rest.trailing_zeros()))?;
                rest &= rest - 1;
                Some(row)
            })
        })
    }

    /// Those rows of these lists that are in the set, in their order.
    pub fn rows_among(&self, lists: &[&[RowId]]) -> Vec<RowId> {
        let stretches: Vec<Vec<RowId>> = lists
            .par_iter()
            .flat_map(|rows| rows.par_chunks(LIST_STRETCH))
            .map_init(
                || vec![RowId(0); LIST_STRETCH],
                |kept, rows| {
                    // Every row is written down and counts only if it is in the set: nothing for a core to guess.
                    let mut count = 0;
                    for row in rows {
                        kept[count] = *row;
                        count += usize::from(self.has(*row));
                    }
                    kept[..count].to_vec()
                },
            )
            .collect();
        stretches.concat()
    }

    /// Whether a row is in the set.
    #[inline]
    pub fn has(&self, row: RowId) -> bool {
        self.words[row.index() / 64] >> (row.index() % 64) & 1 != 0
    }

    /// Keeps the rows that are in both.
    pub fn and(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// Adds the rows of the other.
    pub fn or(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    /// The rows that are not in the set.
    pub fn not(mut self) -> Self {
        for word in &mut self.words {
            *word = !*word;
        }
        self.trim();
        self
    }

    /// Clears the bits behind the last row.
    fn trim(&mut self) {
        let used = self.rows % 64;
        if used > 0
            && let Some(last) = self.words.last_mut()
        {
            *last &= (1 << used) - 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_back_from_a_set() {
        let rows: Vec<RowId> = [3, 64, 129].map(RowId).into();
        let bits = Bits::of_list(130, &rows);
        assert_eq!((bits.iter().collect::<Vec<_>>(), bits.count()), (rows, 3));
        assert_eq!(bits, Bits::scan(130, |row| [3, 64, 129].contains(&row)));
        assert_eq!(bits.rows_among(&[&[129, 5].map(RowId), &[RowId(3)]]), [RowId(129), RowId(3)]);
    }

    #[test]
    fn sets_combine_also_where_the_last_word_is_not_full() {
        for rows in [0, 1, 63, 64, 65, 130] {
            let even = Bits::of_rows(rows, |row| row % 2 == 0);
            let mut both = even.clone();
            both.and(&even.clone().not());
            assert_eq!(both, Bits::none(rows));
            let mut either = even.clone();
            either.or(&even.clone().not());
            assert_eq!(either, Bits::all(rows));
            let codes = Codes::pack((0..rows as u32).map(|row| row % 2).collect());
            assert_eq!(Bits::of_codes(rows, &codes, &[true, false]), if rows == 1 { Bits::all(1) } else { even });
        }
    }
}
