//! Counting into cells: sign-ins, or different values.

use super::counts::add_up;
use super::pairs::Pairs;

/// How many of the items fall into each of so many cells. `cells_of` names the cells of a stretch of items,
/// any number of them for each.
#[must_use]
pub(super) fn tally(items: usize, cells: usize, cells_of: impl Fn(usize, &mut dyn FnMut(usize)) + Sync) -> Vec<u64> {
    add_up(items, cells, |stretch, counts| stretch.for_each(|item| cells_of(item, &mut |cell| counts[cell] += 1)))
}

/// How many different values fall into each of so many cells. Values are below `values`; `pairs` hands over
/// cells with values.
#[must_use]
pub(super) fn tally_distinct(cells: usize, values: usize, pairs: impl Fn(&mut dyn FnMut(usize, u32))) -> Vec<u64> {
    let mut met = Pairs::new(cells, values, usize::MAX);
    pairs(&mut |cell, value| met.insert(cell, value));
    met.count_rights(|_| true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_add_up_over_stretches() {
        let found = tally(50_000, 3, |item, cell| (0..item % 3).for_each(|_| cell(item % 3)));
        assert_eq!(found, [0, 16_667, 2 * 16_666]);
        assert_eq!(tally(0, 2, |_, cell| cell(0)), [0, 0]);
        assert_eq!(tally_distinct(2, 0, |_| {}), [0, 0]);
        assert_eq!(tally_distinct(2, 5, |pair| [4, 4, 0].iter().for_each(|value| pair(1, *value))), [0, 2]);
    }
}
