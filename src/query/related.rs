//! Events that belong to one: by the identifier of a request, or of the attempt that it was a part of.

use crate::columns::{Columns, RowId};
use crate::fields::{Field, Log, Report, is_zero_id};
use crate::record::UniqueId;

/// Events that belong to one of them, without itself. Of many only some are listed, and all are counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Related {
    /// A detection's sign-in, or the detections of a sign-in: one names the request ID of the other.
    pub by_request: Vec<RowId>,
    /// Events of any log with the same correlation ID that are not among those: the nearest in time, newest first.
    pub by_correlation: Vec<RowId>,
    /// How many of each log belong to it by request, whether they are listed or not.
    pub of_request: Vec<(Log, u64)>,
    /// How many others of each log have the same correlation ID, whether they are listed or not.
    pub of_attempt: Vec<(Log, u64)>,
}

impl Related {
    /// So many are listed at most, by request and by correlation ID each: a client can give the same correlation ID to
    /// thousands of requests.
    pub const MOST: usize = 4;

    /// What belongs to the event of a row. Looks at the detections, and at as many other rows as it finds.
    #[must_use]
    pub fn of(columns: &Columns, row: RowId) -> Self {
        let mut by_request = by_request(columns, row);
        let attempt = with_same(columns, Field::CorrelationId, row);
        let of_request = counted(columns, by_request.iter().copied());
        let of_attempt = counted(columns, attempt.iter().copied().filter(|other| *other != row));
        let others = attempt.iter().copied().filter(|other| *other != row && !by_request.contains(other));
        let mut others: Vec<RowId> = others.collect();
        if others.len() > Self::MOST {
            let at = columns.time(row).0;
            let distance = |other: &RowId| (columns.time(*other).0.abs_diff(at), other.0);
            others.select_nth_unstable_by_key(Self::MOST, distance);
            others.truncate(Self::MOST);
        }
        let recency = columns.recency();
        others.sort_unstable_by_key(|other| recency.place(*other));
        by_request.truncate(Self::MOST);
        Self { by_request, by_correlation: others, of_request, of_attempt }
    }

    /// How many events of a log that have the correlation ID of the event of this row are listed.
    #[must_use]
    pub fn listed_of_attempt(&self, columns: &Columns, row: RowId, log: Log) -> u64 {
        let attempt = |row| columns.unique_id_column(Field::CorrelationId).and_then(|column| column.get(row));
        let listed = self.by_request.iter().chain(&self.by_correlation).copied();
        listed.filter(|other| columns.log(*other) == log && attempt(*other) == attempt(row)).count() as u64
    }

    /// Whether nothing belongs to it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_request.is_empty() && self.by_correlation.is_empty()
    }
}

/// How many of these rows there are of each log that has any.
fn counted(columns: &Columns, rows: impl Iterator<Item = RowId>) -> Vec<(Log, u64)> {
    let mut counts = [0_u64; Log::ALL.len()];
    for row in rows {
        counts[columns.log(row) as usize] += 1;
    }
    Log::ALL.into_iter().zip(counts).filter(|(_, count)| *count > 0).collect()
}

fn by_request(columns: &Columns, row: RowId) -> Vec<RowId> {
    let named = columns.text_column(Field::SignInRequestId);
    if columns.log(row) == Log::RiskDetections {
        let Some(id) = named.text(row).filter(|id| !is_zero_id(id)) else { return Vec::new() };
        let Some(requests) = columns.unique_id_column(Field::RequestId) else { return Vec::new() };
        let sign_ins = requests.rows_with(&UniqueId::parse(id)).iter().copied();
        return sign_ins.filter(|other| columns.log(*other).report() == Report::SignIns).collect();
    }
    if columns.log(row).report() != Report::SignIns {
        return Vec::new();
    }
    let Some(id) = columns.value(Field::RequestId, row) else { return Vec::new() };
    let Some((code, _)) = named.dictionary.iter().find(|(_, named)| named.eq_ignore_ascii_case(&id)) else {
        return Vec::new();
    };
    columns.rows_of(Log::RiskDetections).iter().copied().filter(|other| named.code(*other) == code).collect()
}

fn with_same(columns: &Columns, field: Field, row: RowId) -> &[RowId] {
    let Some(column) = columns.unique_id_column(field) else { return &[] };
    match column.get(row) {
        // Zeros stand for no identifier.
        None | Some(UniqueId::Guid(0)) => &[],
        Some(id) => column.rows_with(&id),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::fixtures::{columns, sign_in};

    const ATTEMPT: &str = "dddddddd-2222-4333-8444-555555555501";
    const REQUEST: &str = "eeeeeeee-2222-4333-8444-555555555501";
    const NOBODY: &str = "00000000-0000-0000-0000-000000000000";

    #[test]
    fn a_detection_and_its_sign_in_find_each_other_and_an_attempt_finds_all_its_events() {
        let columns = columns(&[
            sign_in(Log::Interactive, 1, &[(Field::RequestId, REQUEST), (Field::CorrelationId, ATTEMPT)]),
            sign_in(Log::RiskDetections, 2, &[(Field::SignInRequestId, REQUEST), (Field::CorrelationId, ATTEMPT)]),
            sign_in(Log::Audit, 3, &[(Field::CorrelationId, ATTEMPT)]),
            sign_in(Log::NonInteractive, 4, &[(Field::CorrelationId, ATTEMPT)]),
            sign_in(Log::NonInteractive, 5, &[(Field::CorrelationId, NOBODY)]),
            sign_in(Log::NonInteractive, 6, &[(Field::CorrelationId, NOBODY)]),
        ]);
        let of = |row| {
            let Related { by_request, by_correlation, .. } = Related::of(&columns, RowId(row));
            let numbers = |rows: Vec<RowId>| rows.into_iter().map(|row| row.0).collect::<Vec<_>>();
            (numbers(by_request), numbers(by_correlation))
        };
        assert_eq!(of(0), (vec![1], vec![3, 2]));
        assert_eq!(of(1), (vec![0], vec![3, 2]));
        assert_eq!(of(2), (vec![], vec![3, 1, 0]));
        assert!(Related::of(&columns, RowId(4)).is_empty(), "zeros are no identifier");
    }

    #[test]
    fn of_many_detections_of_one_sign_in_some_are_listed_and_all_are_counted() {
        let request = (Field::RequestId, REQUEST);
        let sign_in_itself = sign_in(Log::Interactive, 0, &[request, (Field::CorrelationId, ATTEMPT)]);
        let alone = (1..6).map(|second| sign_in(Log::RiskDetections, second, &[(Field::SignInRequestId, REQUEST)]));
        let of_attempt = [(Field::SignInRequestId, REQUEST), (Field::CorrelationId, ATTEMPT)];
        let together = (6..8).map(|second| sign_in(Log::RiskDetections, second, &of_attempt));
        let columns = columns(&std::iter::once(sign_in_itself).chain(alone).chain(together).collect::<Vec<_>>());
        let related = Related::of(&columns, RowId(0));
        assert_eq!(related.by_request.len(), Related::MOST);
        assert_eq!(related.of_request, [(Log::RiskDetections, 7)]);
        assert_eq!(related.of_attempt, [(Log::RiskDetections, 2)]);
        let listed = related.listed_of_attempt(&columns, RowId(0), Log::RiskDetections);
        assert_eq!(listed, 2, "those of another attempt, or of none, are not among them");
    }

    #[test]
    fn of_thousands_that_share_an_identifier_the_nearest_are_listed_and_all_are_counted() {
        let of_log = |log, seconds: std::ops::Range<i64>| {
            seconds.map(move |second| sign_in(log, second, &[(Field::CorrelationId, ATTEMPT)]))
        };
        let records: Vec<_> = of_log(Log::NonInteractive, 0..3_000).chain(of_log(Log::Audit, 3_000..3_002)).collect();
        let columns = columns(&records);
        let middle = RowId(1_500);
        let related = Related::of(&columns, middle);
        let seconds: Vec<i64> = related.by_correlation.iter().map(|row| columns.time(*row).0 / 1_000).collect();
        let of = columns.time(middle).0 / 1_000;
        assert_eq!(seconds, [of + 2, of + 1, of - 1, of - 2]);
        assert_eq!(related.of_attempt, [(Log::NonInteractive, 2_999), (Log::Audit, 2)]);
    }
}
