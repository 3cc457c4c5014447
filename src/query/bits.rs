//! One bit per row: what the terms of a filter answer, and what AND, OR and NOT combine.

use std::ops::Range;

use rayon::prelude::*;

use crate::columns::{Codes, RowId};

/// So many words of 64 rows are worth a task of their own.
const STRETCH: usize = 1 << 10;

/// So few codes are compared with each row's, many rows at a time; more are looked up in a table.
const FEW_CODES: usize = 8;

/// So many rows are worth a table with a place for every code of 16 bits.
const MANY_ROWS: usize = 1 << 16;

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

    /// The rows for which `holds`, which every core asks at the same time.
    pub fn scan(rows: usize, holds: impl Fn(RowId) -> bool + Sync) -> Self {
        Self::scan_with(rows, || (), |(), row| holds(row))
    }

    /// The rows for which `holds`, which every core asks at the same time with something of its own.
    pub fn scan_with<T>(rows: usize, own: impl Fn() -> T + Sync, holds: impl Fn(&mut T, RowId) -> bool + Sync) -> Self {
        let mut bits = Self::none(rows);
        bits.words.par_chunks_mut(STRETCH).enumerate().for_each(|(stretch, words)| {
            let mut own = own();
            for (place, word) in words.iter_mut().enumerate() {
                let start = (stretch * STRETCH + place) * 64;
                let held = (start..(start + 64).min(rows))
                    .fold(0, |held, row| held | u64::from(holds(&mut own, RowId(row as u32))) << (row - start));
                *word = held;
            }
        });
        bits
    }

    /// The rows whose value in a column is hit.
    pub fn of_slice<T: Sync>(values: &[T], hit: impl Fn(&T) -> bool + Sync) -> Self {
        let word = |values: &[T]| {
            values.iter().enumerate().fold(0, |word, (place, value)| word | u64::from(hit(value)) << place)
        };
        Self::of_words(values, |values: &[T; 64]| word(values), word)
    }

    /// The rows whose code is hit; `hits` has a place for every code.
    pub fn of_codes(rows: usize, codes: &Codes, hits: &[bool]) -> Self {
        let count = hits.iter().filter(|hit| **hit).count();
        if count == 0 {
            return Self::none(rows);
        }
        if count == hits.len() {
            return Self::all(rows);
        }
        match codes {
            Codes::Zero => Self::all(rows),
            Codes::Byte(codes) if count <= FEW_CODES => Self::of_few_codes(codes, hits, true),
            Codes::Byte(codes) if hits.len() - count <= FEW_CODES => Self::of_few_codes(codes, hits, false).not(),
            Codes::Byte(codes) => {
                let table: [bool; 1 << 8] = table(hits);
                Self::of_slice(codes, |code| table[usize::from(*code)])
            }
            Codes::Short(codes) if codes.len() >= MANY_ROWS => {
                let table: [bool; 1 << 16] = table(hits);
                Self::of_slice(codes, |code| table[usize::from(*code)])
            }
            Codes::Short(codes) => Self::of_slice(codes, |code| hits[usize::from(*code)]),
            Codes::Wide(codes) => Self::of_slice(codes, |code| hits[*code as usize]),
        }
    }

    /// The rows whose code is one of the few for which `hits` says so: each is compared with 64 rows at once.
    fn of_few_codes(codes: &[u8], hits: &[bool], wanted: bool) -> Self {
        let hits = hits.iter().zip(0..=u8::MAX).filter(|(hit, _)| **hit == wanted);
        let few: Vec<u8> = hits.map(|(_, code)| code).collect();
        let full = |codes: &[u8; 64]| {
            let mut flags = [0_u8; 64];
            for wanted in &few {
                flags.iter_mut().zip(codes).for_each(|(flag, code)| *flag |= u8::from(code == wanted));
            }
            packed(&flags)
        };
        let rest = |codes: &[u8]| {
            codes.iter().enumerate().fold(0, |word, (place, code)| word | u64::from(few.contains(code)) << place)
        };
        Self::of_words(codes, full, rest)
    }

    /// A word for every 64 values of a column, and one for the rest.
    fn of_words<T: Sync>(
        values: &[T],
        full: impl Fn(&[T; 64]) -> u64 + Sync,
        rest: impl Fn(&[T]) -> u64 + Sync,
    ) -> Self {
        let mut bits = Self::none(values.len());
        bits.words.par_chunks_mut(STRETCH).zip(values.par_chunks(STRETCH * 64)).for_each(|(words, values)| {
            let (sixty_fours, last) = values.as_chunks::<64>();
            let (of_full, of_last) = words.split_at_mut(sixty_fours.len());
            of_full.iter_mut().zip(sixty_fours).for_each(|(word, values)| *word = full(values));
            for word in of_last {
                *word = rest(last);
            }
        });
        bits
    }

    /// Adds these rows.
    pub fn insert(&mut self, rows: &[RowId]) {
        self.insert_places(rows.iter().map(|row| row.0));
    }

    /// Adds the rows, or places, of these numbers.
    pub fn insert_places(&mut self, numbers: impl IntoIterator<Item = u32>) {
        for number in numbers {
            self.words[number as usize / 64] |= 1 << (number % 64);
        }
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

    /// Those rows of these lists that are in the set, in their order. The lists together hold a row once at most.
    pub fn rows_among(&self, lists: &[&[RowId]]) -> Vec<RowId> {
        let listed = lists.iter().map(|rows| rows.len()).sum();
        let mut kept = vec![RowId(0); self.count().min(listed) + 1];
        // Every row is written down and counts only if it is in the set: nothing for a core to guess.
        let mut count = 0;
        for row in lists.iter().copied().flatten() {
            kept[count] = *row;
            count += usize::from(self.has(*row));
        }
        kept.truncate(count);
        kept
    }

    /// The set of the places that the rows of this set have.
    pub fn in_places(&self, places: &[u32]) -> Self {
        let mut bits = Self::none(self.rows);
        bits.insert_places(self.iter().map(|row| places[row.index()]));
        bits
    }

    /// The items of this list whose places are in the set; the first has place `first`.
    pub fn items_at<'l, T>(&self, first: usize, list: &'l [T]) -> impl Iterator<Item = &'l T> {
        let end = first + list.len();
        let words = self.words[first / 64..end.div_ceil(64)].iter().zip(first / 64..);
        words.flat_map(move |(word, at)| {
            let start = at * 64;
            let mut rest = word & u64::MAX << first.saturating_sub(start);
            if end - start < 64 {
                rest &= (1 << (end - start)) - 1;
            }
            std::iter::from_fn(move || {
                let place = (rest != 0).then(|| start + rest.trailing_zeros() as usize)?;
                rest &= rest - 1;
                Some(&list[place - first])
            })
        })
    }

    /// The places of the set within a stretch, the first one first.
    #[inline]
    pub fn each_of(&self, stretch: Range<usize>, mut each: impl FnMut(usize)) {
        let Range { start, end } = stretch;
        for at in start / 64..end.div_ceil(64) {
            let first = at * 64;
            let mut rest = self.words[at] & u64::MAX << start.saturating_sub(first);
            if end - first < 64 {
                rest &= (1 << (end - first)) - 1;
            }
            while rest != 0 {
                each(first + rest.trailing_zeros() as usize);
                rest &= rest - 1;
            }
        }
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

/// A table with a place for every code that an integer can hold, so that none has to be checked.
fn table<const PLACES: usize>(hits: &[bool]) -> [bool; PLACES] {
    let mut table = [false; PLACES];
    table.iter_mut().zip(hits).for_each(|(place, hit)| *place = *hit);
    table
}

/// The bits of 64 bytes that are 0 or 1.
fn packed(flags: &[u8; 64]) -> u64 {
    let (eights, _) = flags.as_chunks::<8>();
    // Multiplying brings the lowest bit of each of eight bytes into the highest byte, in their order.
    let byte = |eight: &[u8; 8]| u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
    eights.iter().zip((0..64).step_by(8)).fold(0, |word, (eight, shift)| word | byte(eight) << shift)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_back_from_a_set() {
        let rows: Vec<RowId> = [3, 64, 129].map(RowId).into();
        let mut bits = Bits::none(130);
        bits.insert(&rows);
        assert_eq!((bits.iter().collect::<Vec<_>>(), bits.count()), (rows, 3));
        assert_eq!(bits, Bits::scan(130, |row| [3, 64, 129].contains(&row.0)));
        assert_eq!(bits.rows_among(&[&[129, 5].map(RowId), &[RowId(3)]]), [RowId(129), RowId(3)]);
    }

    #[test]
    fn sets_combine_also_where_the_last_word_is_not_full() {
        for rows in [0, 1, 63, 64, 65, 130] {
            let even = Bits::scan(rows, |row| row.0 % 2 == 0);
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

    #[test]
    fn codes_are_found_however_many_are_asked_for() {
        for (rows, different) in [(1_000, 3), (1_000, 40), (200, 300), (70_000, 300), (70_000, 66_000)] {
            let of_row: Vec<u32> = (0..rows).map(|row| row * 7_919 % different).collect();
            let codes = Codes::pack(of_row.clone());
            for asked in [1, 2, different / 2, different - 1] {
                let hits: Vec<bool> = (0..different).map(|code| code * 31 % different < asked).collect();
                let expected = Bits::scan(rows as usize, |row| hits[of_row[row.index()] as usize]);
                assert_eq!(Bits::of_codes(rows as usize, &codes, &hits), expected, "{rows} {different} {asked}");
            }
        }
    }

    #[test]
    fn rows_are_put_in_order_by_their_places() {
        let rows: Vec<RowId> = (0..300).map(|place| RowId(place * 7 % 300)).collect();
        let mut places = vec![0; 300];
        for (place, row) in rows.iter().enumerate() {
            places[row.index()] = place as u32;
        }
        let set = Bits::scan(300, |row| row.0 % 3 == 0 || row.0 > 250);
        let moved = set.in_places(&places);
        for (first, end) in [(0, 300), (0, 64), (1, 63), (64, 65), (100, 260), (299, 300), (5, 5), (300, 300)] {
            let expected: Vec<RowId> = rows[first..end].iter().copied().filter(|row| set.has(*row)).collect();
            let found: Vec<RowId> = moved.items_at(first, &rows[first..end]).copied().collect();
            assert_eq!(found, expected, "{first}..{end}");
        }
    }
}
