//! How many sign-ins a row stands for. Most stand for one; summarised sign-ins, as Microsoft Graph gives them, tell
//! a number.

use std::sync::Arc;

use super::{Columns, RowId, TextColumn};
use crate::fields::Log;

/// What rows stand for several sign-ins.
#[derive(Debug)]
pub(super) struct Summaries {
    /// For each row, how many sign-ins it stands for beyond the one that every row counts as.
    beyond_one: Box<[u32]>,
    /// How many sign-ins all rows of each log stand for.
    of_log: [u64; Log::ALL.len()],
}

impl Summaries {
    /// Reads [`Field::SignInCount`]; nothing if no row stands for several. What is no number, or none above one,
    /// counts as one.
    pub(super) fn of(column: &TextColumn, rows: usize, by_log: &[Vec<RowId>; Log::ALL.len()]) -> Option<Arc<Self>> {
        let beyond = |text: &str| text.parse::<u64>().map_or(0, |count| count.saturating_sub(1));
        let known = column.dictionary.iter().map(|(_, text)| u32::try_from(beyond(text)).unwrap_or(u32::MAX));
        let of_code: Vec<u32> = std::iter::once(0).chain(known).collect();
        if of_code.iter().all(|beyond| *beyond == 0) {
            return None;
        }
        let beyond_one: Box<[u32]> = (0..rows).map(|row| of_code[column.code(RowId(row as u32)) as usize]).collect();
        let of_log = by_log.each_ref().map(|rows| rows.iter().map(|row| 1 + u64::from(beyond_one[row.index()])).sum());
        Some(Arc::new(Self { beyond_one, of_log }))
    }
}

impl Columns {
    /// How many sign-ins these rows stand for.
    #[must_use]
    pub fn sign_ins(&self, rows: &[RowId]) -> u64 {
        let mut sign_ins = rows.len() as u64;
        self.each_beyond_one(rows, |_, beyond| sign_ins += beyond);
        sign_ins
    }

    /// How many sign-ins the rows of a log stand for.
    #[must_use]
    pub fn sign_ins_of(&self, log: Log) -> u64 {
        self.summaries.as_ref().map_or(self.rows_of(log).len() as u64, |summaries| summaries.of_log[log as usize])
    }

    /// Hands over the places of those rows in the list that stand for more than one sign-in, each with how many
    /// more. Costs nothing where no row of the snapshot does: whoever counts rows counts sign-ins by adding these.
    #[inline]
    pub fn each_beyond_one(&self, rows: &[RowId], mut each: impl FnMut(usize, u64)) {
        let Some(summaries) = &self.summaries else { return };
        for (place, row) in rows.iter().enumerate() {
            let beyond = summaries.beyond_one[row.index()];
            if beyond > 0 {
                each(place, beyond.into());
            }
        }
    }

    /// How many sign-ins a row stands for beyond one.
    #[inline]
    #[must_use]
    pub fn beyond_one(&self, row: RowId) -> u64 {
        self.summaries.as_ref().map_or(0, |summaries| summaries.beyond_one[row.index()].into())
    }

    /// Whether any row stands for more than one sign-in.
    #[must_use]
    pub fn has_summaries(&self) -> bool {
        self.summaries.is_some()
    }
}

#[cfg(test)]
mod tests {
    use crate::clock::Millis;
    use crate::columns::{Builder, Columns, RowId};
    use crate::fields::{Field, Log};
    use crate::record::{EventId, Record};

    fn columns(counts: &[&str]) -> Columns {
        let mut builder = Builder::default();
        for (number, count) in counts.iter().enumerate() {
            let mut record = Record::new(Log::NonInteractive, Millis(number as i64));
            record.set(Field::SignInCount, *count);
            builder.push(EventId(number as i64 + 1), &record);
        }
        builder.finish()
    }

    #[test]
    fn rows_count_as_many_sign_ins_as_they_say() {
        let columns = columns(&["", "12", "1", "0", "many", "5000000000"]);
        let of_row = |row| columns.sign_ins(&[RowId(row)]);
        assert_eq!((0..6).map(of_row).collect::<Vec<_>>(), [1, 12, 1, 1, 1, 1 + u64::from(u32::MAX)]);
        assert_eq!(columns.sign_ins(&[RowId(0), RowId(1)]), 13);
        assert!(columns.has_summaries());
    }

    #[test]
    fn where_nothing_is_summarised_every_row_counts_once() {
        let columns = columns(&["", "1"]);
        assert!(!columns.has_summaries());
        assert_eq!(columns.sign_ins_of(Log::NonInteractive), 2);
    }
}
