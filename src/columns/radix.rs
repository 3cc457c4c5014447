//! Sorting integers digit by digit: no comparison, and every core takes part.
//!
//! Each pass counts how often each digit occurs in each stretch of the items, works out from the counts where
//! every stretch puts its items, and moves them there. No two stretches write to the same place. The compiler can't
//! know that, so the places are atomic integers; writing them without an order costs the same as plain ones.

use std::sync::atomic::{AtomicU64, Ordering};

use rayon::prelude::*;

/// Digits of more bits scatter over more places than the caches of a core hold.
const MOST_DIGIT_BITS: u32 = 12;

/// Fewer items are sorted by comparison.
const FEW: usize = 1 << 11;

/// Below this it takes longer to wake the other cores than to do it alone.
const LEAST_STRETCH: usize = 1 << 14;

/// Sorts by `bits` bits from bit `low` on; what is equal there keeps its order.
pub(crate) fn sort_by_bits(mut items: Vec<u64>, low: u32, bits: u32) -> Vec<u64> {
    if bits == 0 {
        return items;
    }
    if items.len() < FEW {
        let mask = u64::MAX >> (u64::BITS - bits);
        items.sort_by_key(|item| item >> low & mask);
        return items;
    }
    let passes = bits.div_ceil(MOST_DIGIT_BITS);
    let digit_bits = bits.div_ceil(passes);
    let mut from: Vec<AtomicU64> = items.into_iter().map(AtomicU64::new).collect();
    let mut to: Vec<AtomicU64> = std::iter::repeat_with(AtomicU64::default).take(from.len()).collect();
    for pass in 0..passes {
        let shift = pass * digit_bits;
        if scatter(&from, &to, low + shift, digit_bits.min(bits - shift)) {
            std::mem::swap(&mut from, &mut to);
        }
    }
    from.into_iter().map(AtomicU64::into_inner).collect()
}

/// Moves the items, ordered by one digit; not if all have the same one.
fn scatter(from: &[AtomicU64], to: &[AtomicU64], shift: u32, bits: u32) -> bool {
    let mask = (1_usize << bits) - 1;
    let digit = |item: u64| (item >> shift) as usize & mask;
    let stretch = from.len().div_ceil(rayon::current_num_threads()).max(LEAST_STRETCH);
    let mut places: Vec<Vec<u32>> = from
        .par_chunks(stretch)
        .map(|items| {
            let mut counts = vec![0; mask + 1];
            for item in items {
                counts[digit(item.load(Ordering::Relaxed))] += 1;
            }
            counts
        })
        .collect();
    let mut next = 0;
    for digit in 0..=mask {
        let before = next;
        for counts in &mut places {
            let count = counts[digit];
            counts[digit] = next;
            next += count;
        }
        if (next - before) as usize == from.len() {
            return false;
        }
    }
    from.par_chunks(stretch).zip(&mut places).for_each(|(items, places)| {
        for item in items {
            let item = item.load(Ordering::Relaxed);
            let place = &mut places[digit(item)];
            to[*place as usize].store(item, Ordering::Relaxed);
            *place += 1;
        }
    });
    true
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn items_are_sorted_as_by_comparison(
            seed: u64,
            length in prop::sample::select(vec![0_usize, 1, 2_047, 2_048, 70_000]),
            low in 0..40_u32,
            bits in 0..24_u32,
            spread in 0..63_u32,
        ) {
            let mut state = seed;
            let items: Vec<u64> = (0..length)
                .map(|_| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    state >> spread
                })
                .collect();
            let mut expected = items.clone();
            expected.sort_by_key(|item| item >> low & ((1 << bits) - 1));
            prop_assert_eq!(sort_by_bits(items, low, bits), expected);
        }
    }
}
