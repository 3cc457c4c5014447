//! Which of some rows a filter finds, by their places among them, and counting those.

use std::ops::Range;

use super::bits::Bits;
use super::counts::{SMALL, add_up};
use super::row_set::RowSet;
use crate::columns::RowId;

/// Which of some rows a filter finds, by their places in the list of them. What is counted of rows in their order
/// is read one after the other this way, and what does not fit costs nothing.
#[derive(Clone, Debug)]
pub struct Hits {
    rows: usize,
    /// The places; all of them if there are none.
    places: Option<Bits>,
}

impl Hits {
    /// All of so many rows.
    #[must_use]
    pub fn all(rows: usize) -> Self {
        Self { rows, places: None }
    }

    /// Those of these rows that are in a set.
    #[must_use]
    pub fn among(rows: &[RowId], set: &RowSet) -> Self {
        // Places are numbered as rows are.
        let places = Bits::scan(rows.len(), |place| set.has(rows[place.index()]));
        Self { rows: rows.len(), places: Some(places) }
    }

    /// Whether every row fits because nothing is asked.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.places.is_none()
    }

    /// How many rows fit.
    #[must_use]
    pub fn count(&self) -> usize {
        self.places.as_ref().map_or(self.rows, Bits::count)
    }

    /// The places that fit, the first one first.
    #[inline]
    pub fn each(&self, each: impl FnMut(usize)) {
        self.each_of(0..self.rows, each);
    }

    /// How many of the rows that fit fall into each of so many cells; what `cell` finds no cell for is not counted.
    #[must_use]
    pub fn tally(&self, cells: usize, cell: impl Fn(usize) -> Option<usize> + Sync) -> Vec<u64> {
        // Neighbours often fall into the same cell. Counted in turns in several lists, none waits for the one before.
        let lists = if cells <= SMALL { LISTS } else { 1 };
        let counts = add_up(self.rows, cells * lists, |stretch, counts| {
            self.each_of(stretch, |place| {
                if let Some(cell) = cell(place) {
                    counts[place % lists * cells + cell] += 1;
                }
            });
        });
        let mut all = vec![0; cells];
        for counts in counts.chunks_exact(cells.max(1)) {
            all.iter_mut().zip(counts).for_each(|(all, count)| *all += count);
        }
        all
    }

    #[inline]
    fn each_of(&self, stretch: Range<usize>, each: impl FnMut(usize)) {
        match &self.places {
            None => stretch.for_each(each),
            Some(places) => places.each_of(stretch, each),
        }
    }
}

/// In so many lists of few cells it is counted in turns.
const LISTS: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_is_counted_by_place_whatever_the_order_of_the_rows() {
        for length in [0_u32, 1, 64, 70_001] {
            let rows: Vec<RowId> = (0..length).rev().map(RowId).collect();
            let set = RowSet(Bits::scan(length as usize, |row| row.0.is_multiple_of(3)));
            for hits in [Hits::all(rows.len()), Hits::among(&rows, &set)] {
                let expected: Vec<usize> =
                    (0..rows.len()).filter(|place| hits.is_all() || rows[*place].0.is_multiple_of(3)).collect();
                let mut places = Vec::new();
                hits.each(|place| places.push(place));
                assert_eq!(places, expected);
                assert_eq!(hits.count(), expected.len());
                for cells in [1, 7, 5_000] {
                    let mut counts = vec![0; cells];
                    expected
                        .iter()
                        .filter(|place| place.is_multiple_of(2))
                        .for_each(|place| counts[place % cells] += 1);
                    let even = |place: usize| place.is_multiple_of(2).then_some(place % cells);
                    assert_eq!(hits.tally(cells, even), counts);
                }
            }
        }
    }
}
