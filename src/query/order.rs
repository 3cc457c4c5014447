//! Sort orders as small integers, by which rows and groups are sorted digit by digit.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::Hash;

use foldhash::fast::FixedState;
use rayon::prelude::*;

use super::bits::Bits;
use crate::columns::{Codes, Columns, RowId, sort_by_bits};
use crate::fields::{Field, Kind};

/// The place of every item (a row, a group) in one order. Less comes first.
pub(super) enum Ordinals<'a> {
    /// The place of an item's code.
    Codes { codes: &'a Codes, places: Vec<u32> },
    /// The rank of an item, the greatest of those below `known` first if so asked.
    Ranks { ranks: &'a [u32], known: u32, descending: bool },
    /// A place per item.
    Places(Vec<u64>),
}

impl<'a> Ordinals<'a> {
    /// Numbers, least first or greatest first.
    pub fn of_numbers(numbers: &[i64], descending: bool) -> Self {
        let least = numbers.iter().copied().min().unwrap_or(0);
        let greatest = numbers.iter().copied().max().unwrap_or(0);
        let place = |number: &i64| if descending { greatest.abs_diff(*number) } else { number.abs_diff(least) };
        Self::Places(numbers.iter().map(place).collect())
    }

    /// The values of a field; items are rows. What is missing comes last in both directions.
    pub fn of_field(columns: &'a Columns, field: Field, descending: bool) -> Self {
        if field.kind() == Kind::Time {
            let ranks = columns.recency().ranks();
            // Less is newer.
            return Self::Ranks { ranks, known: columns.len() as u32, descending: !descending };
        }
        if let Some(ids) = columns.unique_id_column(field) {
            let order = ids.order();
            return Self::Ranks { ranks: order.ranks(), known: order.different(), descending };
        }
        let column = columns.text_column(field);
        let missing = column.dictionary.len() as u32;
        let ranks = column.dictionary.ranks(field.kind());
        let place = |rank: &u32| if descending && *rank < missing { missing - 1 - rank } else { *rank };
        Self::Codes { codes: &column.codes, places: ranks.iter().map(place).collect() }
    }

    /// The same order of groups, told by the rows that stand for them.
    pub fn of_rows(&self, rows: &[RowId]) -> Self {
        Self::Places(rows.iter().map(|row| self.place(row.0)).collect())
    }

    fn place(&self, item: u32) -> u64 {
        match self {
            Self::Codes { codes, places } => u64::from(places[codes.get(item as usize) as usize]),
            Self::Ranks { ranks, known, descending } => u64::from(flipped(ranks[item as usize], *known, *descending)),
            Self::Places(places) => places[item as usize],
        }
    }

    /// How many bits the greatest place needs.
    fn bits(&self) -> u32 {
        let greatest = match self {
            Self::Codes { places, .. } => places.len() as u64,
            Self::Ranks { known, .. } => u64::from(*known),
            Self::Places(places) => places.iter().copied().max().unwrap_or(0),
        };
        u64::BITS - greatest.leading_zeros()
    }

    /// Puts some bits of each item's place behind what is known of its key. An item is the lower half of
    /// its integer, its key the upper.
    fn append(&self, items: &mut [u64], shift: u32, bits: u32) {
        items.par_chunks_mut(STRETCH).for_each(|items| match self {
            Self::Codes { codes: Codes::Zero, places } => append(items, shift, bits, |_| places[0].into()),
            Self::Codes { codes: Codes::Byte(codes), places } => {
                append(items, shift, bits, |at| places[usize::from(codes[at])].into());
            }
            Self::Codes { codes: Codes::Short(codes), places } => {
                append(items, shift, bits, |at| places[usize::from(codes[at])].into());
            }
            Self::Codes { codes: Codes::Wide(codes), places } => {
                append(items, shift, bits, |at| places[codes[at] as usize].into());
            }
            Self::Ranks { ranks, known, descending } => {
                append(items, shift, bits, |at| flipped(ranks[at], *known, *descending).into());
            }
            Self::Places(places) => append(items, shift, bits, |at| places[at]),
        });
    }
}

fn append(items: &mut [u64], shift: u32, bits: u32, place: impl Fn(usize) -> u64) {
    let mask = u64::MAX >> (u64::BITS - bits);
    for item in items {
        let number = *item as u32;
        let key = *item >> u32::BITS << bits | place(number as usize) >> shift & mask;
        *item = key << u32::BITS | u64::from(number);
    }
}

/// So many items are worth a task of their own.
const STRETCH: usize = 1 << 14;

fn flipped(rank: u32, known: u32, descending: bool) -> u32 {
    if descending && rank < known { known - 1 - rank } else { rank }
}

/// Sorts items by orders, the first order first; what is equal in all keeps its order.
pub(super) fn sorted(items: impl Iterator<Item = u32>, orders: &[Ordinals<'_>]) -> Vec<u32> {
    let mut items: Vec<u64> = items.map(u64::from).collect();
    // From the last order to the first, as many bits at a time as the upper half of an integer holds.
    let mut pieces: Vec<(&Ordinals<'_>, u32, u32)> = Vec::new();
    for order in orders.iter().rev() {
        let bits = order.bits();
        for shift in (0..bits).step_by(u32::BITS as usize) {
            pieces.push((order, shift, (bits - shift).min(u32::BITS)));
        }
    }
    let mut rest = pieces.as_slice();
    while !rest.is_empty() {
        let mut bits = 0;
        let fits = rest.iter().take_while(|piece| {
            bits += piece.2;
            bits <= u32::BITS
        });
        let (now, later) = rest.split_at(fits.count());
        for (order, shift, bits) in now.iter().rev() {
            order.append(&mut items, *shift, *bits);
        }
        items = sort_by_bits(items, u32::BITS, now.iter().map(|piece| piece.2).sum());
        for item in &mut items {
            *item &= u64::from(u32::MAX);
        }
        rest = later;
    }
    items.into_iter().map(|item| item as u32).collect()
}

/// The rows, each of which is there once, newest first; of one moment the row with the greater number first.
pub(super) fn newest_first<'r>(columns: &'r Columns, rows: &'r [RowId]) -> Cow<'r, [RowId]> {
    let recency = columns.recency();
    if rows.is_sorted_by(|a, b| recency.place(*a) <= recency.place(*b)) {
        return Cow::Borrowed(rows);
    }
    if rows.len() == columns.len() {
        return Cow::Borrowed(recency.rows());
    }
    // Of many rows the places are marked and gone through.
    if rows.len() >= columns.len() / 64 {
        let mut placed = Bits::none(columns.len());
        placed.insert_places(rows.iter().map(|row| recency.place(*row)));
        if placed.count() == rows.len() {
            return Cow::Owned(placed.items_at(0, recency.rows()).copied().collect());
        }
    }
    let places = Ordinals::Places(rows.iter().map(|row| u64::from(recency.place(*row))).collect());
    let order = sorted(0..rows.len() as u32, &[places]);
    Cow::Owned(order.into_iter().map(|place| rows[place as usize]).collect())
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
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn orders_sort_as_tuples_do(
            items in prop::collection::vec((any::<u64>(), 0..3_u64, any::<i64>(), any::<u64>()), 0..40),
            bits in 0..64_u32,
        ) {
            let orders = [
                Ordinals::Places(items.iter().map(|item| item.0 >> bits).collect()),
                Ordinals::Places(items.iter().map(|item| item.1).collect()),
                Ordinals::of_numbers(&items.iter().map(|item| item.2).collect::<Vec<_>>(), true),
                Ordinals::Places(items.iter().map(|item| item.3 >> bits).collect()),
            ];
            let mut expected: Vec<u32> = (0..items.len() as u32).rev().collect();
            expected.sort_by_key(|at| {
                let item = items[*at as usize];
                (item.0 >> bits, item.1, std::cmp::Reverse(item.2), item.3 >> bits)
            });
            prop_assert_eq!(sorted((0..items.len() as u32).rev(), &orders), expected);
        }
    }
}
