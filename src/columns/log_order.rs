//! The rows one log behind the other: where each row stands.

use super::RowId;
use crate::fields::Log;

/// The places of all rows when one log stands behind the other, each in the order of its list.
#[derive(Debug, Default)]
pub struct LogOrder {
    places: Vec<u32>,
    firsts: [usize; Log::ALL.len()],
}

impl LogOrder {
    /// Of so many rows, from lists that together hold every row once.
    pub(super) fn new(rows: usize, lists: &[Vec<RowId>; Log::ALL.len()]) -> Self {
        let (mut places, mut firsts) = (vec![0; rows], [0; Log::ALL.len()]);
        let mut next = 0;
        for (rows, first) in lists.iter().zip(&mut firsts) {
            *first = next;
            for row in rows {
                places[row.index()] = next as u32;
                next += 1;
            }
        }
        Self { places, firsts }
    }

    /// For each row its place.
    #[must_use]
    pub fn places(&self) -> &[u32] {
        &self.places
    }

    /// The place of a log's first row.
    #[must_use]
    pub fn first(&self, log: Log) -> usize {
        self.firsts[log as usize]
    }
}
