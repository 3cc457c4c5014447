//! One bit per row: what the terms of a filter answer, and what AND, OR and NOT combine.

use crate::columns::{Codes, RowId};

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
            Codes::Byte(codes) => Self::of_slice(codes, |code| hits[usize::from(code)]),
            Codes::Short(codes) => Self::of_slice(codes, |code| hits[usize::from(code)]),
            Codes::Wide(codes) => Self::of_slice(codes, |code| hits[code as usize]),
        }
    }

    fn of_slice<T: Copy>(codes: &[T], hit: impl Fn(T) -> bool) -> Self {
        let word =
            |chunk: &[T]| chunk.iter().enumerate().fold(0, |word, (place, code)| word | u64::from(hit(*code)) << place);
        Self { words: codes.chunks(64).map(word).collect(), rows: codes.len() }
    }

    /// Whether a row is in the set.
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
