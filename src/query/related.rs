//! Events that belong to one: by the identifier of a request, or of the attempt that it was a part of.

use crate::columns::{Columns, RowId};
use crate::fields::{Field, Log, Report, is_zero_id};
use crate::record::UniqueId;

/// Events that belong to one of them, without itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Related {
    /// A detection's sign-in, or the detections of a sign-in: one names the request ID of the other.
    pub by_request: Vec<RowId>,
    /// Events of any log with the same correlation ID that are not among those, newest first.
    pub by_correlation: Vec<RowId>,
}

impl Related {
    /// What belongs to the event of a row. Looks at the detections, and at as many other rows as it finds.
    #[must_use]
    pub fn of(columns: &Columns, row: RowId) -> Self {
        let by_request = by_request(columns, row);
        let mut by_correlation = with_same(columns, Field::CorrelationId, row);
        by_correlation.retain(|other| *other != row && !by_request.contains(other));
        let recency = columns.recency();
        by_correlation.sort_unstable_by_key(|other| recency.place(*other));
        Self { by_request, by_correlation }
    }

    /// Whether nothing belongs to it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_request.is_empty() && self.by_correlation.is_empty()
    }
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

fn with_same(columns: &Columns, field: Field, row: RowId) -> Vec<RowId> {
    let Some(column) = columns.unique_id_column(field) else { return Vec::new() };
    match column.get(row) {
        // Zeros stand for no identifier.
        None | Some(UniqueId::Guid(0)) => Vec::new(),
        Some(id) => column.rows_with(&id).to_vec(),
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
            let Related { by_request, by_correlation } = Related::of(&columns, RowId(row));
            let numbers = |rows: Vec<RowId>| rows.into_iter().map(|row| row.0).collect::<Vec<_>>();
            (numbers(by_request), numbers(by_correlation))
        };
        assert_eq!(of(0), (vec![1], vec![3, 2]));
        assert_eq!(of(1), (vec![0], vec![3, 2]));
        assert_eq!(of(2), (vec![], vec![3, 1, 0]));
        assert!(Related::of(&columns, RowId(4)).is_empty(), "zeros are no identifier");
    }
}
