//! The rows that match a filter.

use std::ops::Range;

use super::bits::Bits;
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
    let lists: Vec<&[RowId]> = logs.iter().map(|log| rows_within(scope.columns, log, period.as_ref())).collect();
    let Some(matching) = eval::rows_of_all(scope, others) else {
        return lists.concat();
    };
    if lists.iter().map(|rows| rows.len()).sum::<usize>() == 0 {
        return Vec::new();
    }
    if matching.count() < scope.columns.len() / FEW {
        return few(scope.columns, logs, period.as_ref(), &matching);
    }
    matching.rows_among(&lists)
}

/// Below this part of all rows it is faster to put those that match in order than to look at each in order.
const FEW: usize = 16;

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

/// The rows of a log within a period, which stand together since they come newest first.
fn rows_within<'a>(columns: &'a Columns, log: Log, period: Option<&Range<Millis>>) -> &'a [RowId] {
    let rows = columns.rows_of(log);
    let Some(period) = period else { return rows };
    let start = rows.partition_point(|row| columns.time(*row) >= period.end);
    let length = rows[start..].partition_point(|row| columns.time(*row) >= period.start);
    &rows[start..start + length]
}

/// The few rows that match, put in order.
fn few(columns: &Columns, logs: Logs, period: Option<&Range<Millis>>, matching: &Bits) -> Vec<RowId> {
    let recency = columns.recency();
    let mut rows: Vec<(Log, u32, RowId)> = matching
        .iter()
        .filter(|row| period.is_none_or(|period| period.contains(&columns.time(*row))))
        .map(|row| (columns.log(row), recency.place(row), row))
        .filter(|(log, ..)| logs.contains(*log))
        .collect();
    rows.sort_unstable_by_key(|(log, place, _)| (*log as u32, *place));
    rows.into_iter().map(|(.., row)| row).collect()
}
