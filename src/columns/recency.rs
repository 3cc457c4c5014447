//! The rows in the order of time: what every list starts from and what decides among equals.

use rayon::prelude::*;

use super::RowId;
use crate::clock::Millis;

/// Every row of every log, newest first; of one moment the row with the greater number first.
#[derive(Debug, Default)]
pub struct Recency {
    rows: Vec<RowId>,
    places: Vec<u32>,
    ranks: Vec<u32>,
}

impl Recency {
    /// Of these times, from lists that together hold every row once and are newest first each.
    pub(super) fn new<'r>(times: &[Millis], lists: impl Iterator<Item = &'r [RowId]>) -> Self {
        let mut newest: Vec<(i64, u32)> = lists.flatten().map(|row| (!times[row.index()].0, !row.0)).collect();
        newest.par_sort_unstable();
        let rows: Vec<RowId> = newest.iter().map(|(_, row)| RowId(!row)).collect();
        let (mut places, mut ranks) = (vec![0; rows.len()], vec![0; rows.len()]);
        let mut rank = 0;
        for (place, row) in rows.iter().enumerate() {
            if place > 0 && newest[place - 1].0 != newest[place].0 {
                rank = place as u32;
            }
            places[row.index()] = place as u32;
            ranks[row.index()] = rank;
        }
        Self { rows, places, ranks }
    }

    /// The rows, newest first.
    #[must_use]
    pub fn rows(&self) -> &[RowId] {
        &self.rows
    }

    /// The place of a row among [`Self::rows`].
    #[inline]
    #[must_use]
    pub fn place(&self, row: RowId) -> u32 {
        self.places[row.index()]
    }

    /// For each row how many rows are of later moments: less is newer, equal is of the same moment.
    #[must_use]
    pub fn ranks(&self) -> &[u32] {
        &self.ranks
    }
}
