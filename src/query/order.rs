//! Sort keys as small integers, packed so that whole rows compare in one instruction.

use std::collections::HashMap;
use std::hash::Hash;

use foldhash::fast::FixedState;
use rayon::slice::ParallelSliceMut;

use crate::columns::{Columns, RowId, UniqueIds};
use crate::fields::{Field, Kind};
use crate::record::UniqueId;

/// The place of every item (a row, a group) in one order. Less comes first.
pub(super) struct Ordinals {
    places: Vec<u64>,
    /// How many bits the greatest place needs.
    bits: u32,
}

impl Ordinals {
    /// Places as they are.
    pub fn new(places: Vec<u64>) -> Self {
        let bits = places.iter().copied().max().map_or(0, |greatest| u64::BITS - greatest.leading_zeros());
        Self { places, bits }
    }

    /// Numbers, least first or greatest first.
    pub fn of_numbers(numbers: &[i64], descending: bool) -> Self {
        let least = numbers.iter().copied().min().unwrap_or(0);
        let greatest = numbers.iter().copied().max().unwrap_or(0);
        let place = |number: &i64| if descending { greatest.abs_diff(*number) } else { number.abs_diff(least) };
        Self::new(numbers.iter().map(place).collect())
    }

    /// The values of a field, of these rows. What is missing comes last in both directions.
    pub fn of_field(columns: &Columns, rows: &[RowId], field: Field, descending: bool) -> Self {
        if field.kind() == Kind::Time {
            let times: Vec<i64> = rows.iter().map(|row| columns.time(*row).0).collect();
            return Self::of_numbers(&times, descending);
        }
        if let Some(ids) = columns.unique_id_column(field) {
            return Self::of_ids(ids, rows, descending);
        }
        let column = columns.text_column(field);
        let missing = column.dictionary.len() as u32;
        let ranks = column.dictionary.ranks(field.kind());
        // Of every code, so that rows only look up.
        let places: Vec<u64> = ranks
            .iter()
            .map(|rank| u64::from(if descending && *rank < missing { missing - 1 - rank } else { *rank }))
            .collect();
        Self::new(rows.iter().map(|row| places[column.code(*row) as usize]).collect())
    }

    fn of_ids(ids: &UniqueIds, rows: &[RowId], descending: bool) -> Self {
        // By form, then by its 16 bytes: sorting moves plain integers. Other texts are few.
        let mut texts: Vec<Box<str>> = rows.iter().filter_map(|row| other_text(ids.get(*row))).collect();
        texts.sort_unstable();
        texts.dedup();
        let mut known: Vec<(u8, u128, u32)> = Vec::with_capacity(rows.len());
        for (place, row) in rows.iter().enumerate() {
            let (form, bits) = match ids.get(*row) {
                None => continue,
                Some(UniqueId::Guid(bits)) => (0, bits),
                Some(UniqueId::Token(bits)) => (1, bits),
                Some(UniqueId::Text(text)) => (2, texts.partition_point(|known| *known < text) as u128),
            };
            known.push((form, bits, place as u32));
        }
        known.par_sort_unstable();
        let mut places = vec![known.len() as u64; rows.len()];
        let mut rank = 0;
        for (at, (form, bits, place)) in known.iter().enumerate() {
            let is_new = at > 0 && (known[at - 1].0, known[at - 1].1) != (*form, *bits);
            rank += u64::from(is_new);
            places[*place as usize] = rank;
        }
        if descending {
            for (.., place) in &known {
                let place = &mut places[*place as usize];
                *place = rank - *place;
            }
        }
        Self::new(places)
    }

    /// The order by the first of two, then by the second, as one.
    fn then(&self, second: &Self) -> Self {
        let both: Vec<u128> = self
            .places
            .iter()
            .zip(&second.places)
            .map(|(a, b)| u128::from(*a) << second.bits | u128::from(*b))
            .collect();
        let mut different = both.clone();
        different.par_sort_unstable();
        different.dedup();
        Self::new(both.iter().map(|place| different.binary_search(place).unwrap_or(0) as u64).collect())
    }
}

fn other_text(id: Option<UniqueId>) -> Option<Box<str>> {
    match id {
        Some(UniqueId::Text(text)) => Some(text),
        Some(UniqueId::Guid(_) | UniqueId::Token(_)) | None => None,
    }
}

/// These numbers, which differ, sorted by the orders of their items (the first order first) and at last
/// by themselves.
pub(super) fn sorted(numbers: &[u32], mut keys: Vec<Ordinals>) -> Vec<u32> {
    let greatest = numbers.iter().copied().max().unwrap_or(0);
    let number_bits = u32::BITS - greatest.leading_zeros();
    let bits = |keys: &[Ordinals]| keys.iter().map(|key| key.bits).sum::<u32>() + number_bits;
    // Too much to pack happens only with many keys: the first two then become one.
    while bits(&keys) > u128::BITS && keys.len() > 1 {
        let second = keys.remove(1);
        keys[0] = keys[0].then(&second);
    }
    // The lowest bits are the number itself, so the sorted integers tell what was sorted.
    if bits(&keys) < u64::BITS {
        let mut packed = vec![0_u64; numbers.len()];
        for key in &keys {
            packed.iter_mut().zip(&key.places).for_each(|(packed, place)| *packed = *packed << key.bits | place);
        }
        packed
            .iter_mut()
            .zip(numbers)
            .for_each(|(packed, number)| *packed = *packed << number_bits | u64::from(*number));
        packed.par_sort_unstable();
        let mask = (1 << number_bits) - 1;
        packed.into_iter().map(|packed| (packed & mask) as u32).collect()
    } else {
        let mut packed = vec![0_u128; numbers.len()];
        for key in &keys {
            let append = |(packed, place): (&mut u128, &u64)| *packed = *packed << key.bits | u128::from(*place);
            packed.iter_mut().zip(&key.places).for_each(append);
        }
        packed
            .iter_mut()
            .zip(numbers)
            .for_each(|(packed, number)| *packed = *packed << number_bits | u128::from(*number));
        packed.par_sort_unstable();
        let mask = (1 << number_bits) - 1;
        packed.into_iter().map(|packed| (packed & mask) as u32).collect()
    }
}

/// Small numbers for values: equal values have equal numbers, counted from 0 as they are met.
pub(super) struct Numbering<T> {
    numbers: HashMap<T, u32, FixedState>,
}

impl<T> Default for Numbering<T> {
    fn default() -> Self {
        Self { numbers: HashMap::default() }
    }
}

impl<T: Eq + Hash> Numbering<T> {
    /// The number of a value.
    pub fn number(&mut self, value: T) -> u32 {
        let next = self.numbers.len() as u32;
        *self.numbers.entry(value).or_insert(next)
    }

    /// How many values have been met.
    pub fn len(&self) -> usize {
        self.numbers.len()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn packed_keys_sort_as_tuples_do(
            items in prop::collection::vec((any::<u64>(), 0..3_u64, any::<i64>(), any::<u64>()), 0..40),
            bits in 0..64_u32,
        ) {
            let numbers: Vec<u32> = (0..items.len() as u32).rev().collect();
            let keys = vec![
                Ordinals::new(items.iter().map(|item| item.0 >> bits).collect()),
                Ordinals::new(items.iter().map(|item| item.1).collect()),
                Ordinals::of_numbers(&items.iter().map(|item| item.2).collect::<Vec<_>>(), true),
                Ordinals::new(items.iter().map(|item| item.3 >> bits).collect()),
            ];
            let mut expected: Vec<usize> = (0..items.len()).collect();
            expected.sort_by_key(|at| {
                let item = items[*at];
                (item.0 >> bits, item.1, std::cmp::Reverse(item.2), item.3 >> bits, numbers[*at])
            });
            let expected: Vec<u32> = expected.into_iter().map(|at| numbers[at]).collect();
            prop_assert_eq!(sorted(&numbers, keys), expected);
        }
    }
}
