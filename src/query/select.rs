//! The rows that match a filter.

use std::ops::Range;

use super::expr::{Expr, Subject, Term, Test};
use super::{Query, Scope, eval};
use crate::clock::Millis;
use crate::columns::{Columns, RowId};
use crate::fields::{Field, Log, Logs};

/// The rows of these logs that match: log by log, each newest first.
#[must_use]
pub fn select(scope: &Scope<'_>, logs: Logs, query: &Query) -> Vec<RowId> {
    let (times, others): (Vec<&Expr>, Vec<&Expr>) =
        query.members().iter().partition(|member| period_of(scope, member).is_some());
    let period = times
        .into_iter()
        .filter_map(|member| period_of(scope, member))
        .reduce(|a, b| a.start.max(b.start)..a.end.min(b.end));
    let columns = scope.columns;
    let parts: Vec<(Log, Range<usize>)> =
        logs.iter().map(|log| (log, places_within(columns, log, period.as_ref()))).collect();
    let lists: Vec<&[RowId]> = parts.iter().map(|(log, places)| &columns.rows_of(*log)[places.clone()]).collect();
    let listed: usize = lists.iter().map(|rows| rows.len()).sum();
    if listed == 0 {
        return Vec::new();
    }
    let Some(matching) = eval::rows_of_all(scope, others) else {
        return lists.concat();
    };
    let count = matching.count();
    if count >= listed / FEW {
        return matching.rows_among(&lists);
    }
    let order = columns.log_order();
    let placed = matching.in_places(order.places());
    let mut rows = Vec::with_capacity(count);
    for ((log, places), list) in parts.iter().zip(lists) {
        rows.extend(placed.items_at(order.first(*log) + places.start, list));
    }
    rows
}

/// Below this part of the rows it is faster to look up the places of those that match than to look at each in order.
const FEW: usize = 4;

/// The moments that a part of a filter asks for, if it asks for nothing else.
fn period_of(scope: &Scope<'_>, member: &Expr) -> Option<Range<Millis>> {
    match member {
        Expr::Term(Term { subject: Subject::Field(Field::Time), test }) => match test {
            Test::Range { from, to } => Some(eval::period(scope, from.as_ref(), to.as_ref())),
            Test::Last(millis) => Some(eval::last(scope, *millis)),
            _ => None,
        },
        _ => None,
    }
}

/// Where the rows of a log within a period stand among those of the log; together, since they come newest first.
fn places_within(columns: &Columns, log: Log, period: Option<&Range<Millis>>) -> Range<usize> {
    let rows = columns.rows_of(log);
    let Some(period) = period else { return 0..rows.len() };
    let start = rows.partition_point(|row| columns.time(*row) >= period.end);
    let length = rows[start..].partition_point(|row| columns.time(*row) >= period.start);
    start..start + length
}
