//! What a page of insights is asked.

use std::ops::Range;

use chrono::Days;

use super::usage::Period;
use crate::clock::{Clock, Every, Millis};
use crate::columns::RowId;
use crate::fields::{Log, Logs};
use crate::query::{self, Query, Scope, buckets};

/// A question to a page: which sign-ins, of which time, in which steps.
#[derive(Clone, Debug)]
pub struct Ask<'a> {
    scope: Scope<'a>,
    filter: Query,
    period: Range<Millis>,
    every: Every,
    logs: Logs,
    rows: Vec<RowId>,
}

impl<'a> Ask<'a> {
    /// The sign-ins of these logs that a filter finds within a period.
    ///
    /// Of each log those parts of the filter are in force all of whose fields the log has, as in its tab.
    #[must_use]
    pub fn new(scope: &Scope<'a>, filter: &Query, period: Period, every: Every, logs: Logs) -> Self {
        let ask = Self {
            scope: *scope,
            filter: filter.clone(),
            period: Millis(i64::MIN)..Millis(i64::MAX),
            every,
            logs,
            rows: Vec::new(),
        };
        let range = match period {
            Period::Days(days) => {
                let last = scope.clock.day_of(scope.anchor);
                let first = last.checked_sub_days(Days::new(u64::from(days).saturating_sub(1))).unwrap_or(last);
                scope.clock.start_of_day(first)..end_of_day(scope.clock, scope.anchor)
            }
            Period::All => {
                let times = || logs.iter().map(|log| scope.columns.rows_of(log));
                let newest = times().filter_map(<[RowId]>::first).map(|row| scope.columns.time(*row)).max();
                let oldest = times().filter_map(<[RowId]>::last).map(|row| scope.columns.time(*row)).min();
                match (oldest, newest) {
                    (Some(oldest), Some(newest)) => {
                        scope.clock.floor(oldest, Every::Day)..end_of_day(scope.clock, newest)
                    }
                    _ => Millis(0)..Millis(0),
                }
            }
        };
        ask.within(range)
    }

    /// The same question about another stretch of time.
    #[must_use]
    pub fn within(&self, period: Range<Millis>) -> Self {
        let mut ask = Self { period, rows: Vec::new(), ..self.clone() };
        ask.rows = ask.select(&ask.query());
        ask
    }

    /// The same question about those sign-ins that also match this.
    #[must_use]
    pub fn only(&self, filter: &Query) -> Self {
        let mut ask = Self { filter: self.filter.and(filter), rows: Vec::new(), ..self.clone() };
        ask.rows = ask.select(&ask.query());
        ask
    }

    /// The same question about other logs.
    #[must_use]
    pub fn of_logs(&self, logs: Logs) -> Self {
        let mut ask = Self { logs, rows: Vec::new(), ..self.clone() };
        ask.rows = ask.select(&ask.query());
        ask
    }

    /// The same question about the period before, which has as many days and ends where this one begins.
    #[must_use]
    pub fn before(&self) -> Self {
        let clock = self.scope.clock;
        let start = clock.day_of(self.period.start);
        let days = (clock.day_of(Millis(self.period.end.0.saturating_sub(1))) - start).num_days().max(0) as u64 + 1;
        let before = start.checked_sub_days(Days::new(days)).unwrap_or(start);
        self.within(clock.start_of_day(before)..self.period.start)
    }

    /// What the question runs on.
    #[must_use]
    pub fn scope(&self) -> &Scope<'a> {
        &self.scope
    }

    /// The logs whose sign-ins count.
    #[must_use]
    pub fn logs(&self) -> Logs {
        self.logs
    }

    /// The first moment and the moment after the last one.
    #[must_use]
    pub fn period(&self) -> Range<Millis> {
        self.period.clone()
    }

    /// The filter without the period.
    #[must_use]
    pub fn filter(&self) -> &Query {
        &self.filter
    }

    /// The filter that finds the sign-ins of the question, period included.
    #[must_use]
    pub fn query(&self) -> Query {
        self.query_within(self.period.clone())
    }

    /// The filter limited to another stretch of time.
    #[must_use]
    pub fn query_within(&self, period: Range<Millis>) -> Query {
        self.filter.and(&Query::default().set_period(period.start, period.end, self.scope.clock))
    }

    /// The sign-ins of the question: log by log, each newest first.
    #[must_use]
    pub fn rows(&self) -> &[RowId] {
        &self.rows
    }

    /// The steps of the period: the beginnings and the end of the last one, and the step itself, which is a
    /// coarser one than was asked for where there would be more than anyone could look at.
    #[must_use]
    pub fn steps(&self) -> (Every, Vec<Millis>) {
        buckets(self.scope.clock, &self.period, self.every)
    }

    fn select(&self, query: &Query) -> Vec<RowId> {
        self.logs.iter().flat_map(|log| query::select(&self.scope, log.into(), &query.for_log(log))).collect()
    }
}

/// The rows behind a figure: those of these logs that a filter finds.
///
/// Each log's tab lists the part of them that is in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows {
    /// The filter.
    pub query: Query,
    /// The logs.
    pub logs: Logs,
}

impl Rows {
    /// The rows of these logs that match all of this. `own` is what a figure asks beyond the page's filter: a log
    /// that lacks a field of it has no row behind the figure, while of `base` a log's tab leaves such parts out.
    #[must_use]
    pub fn new(base: &Query, own: &Query, logs: Logs) -> Self {
        let able: Vec<Log> = logs.iter().filter(|log| own.for_log(*log) == *own).collect();
        Self { query: base.and(own), logs: Logs::of(&able) }
    }

    /// The rows themselves, as the tabs of the logs list them.
    #[must_use]
    pub fn select(&self, scope: &Scope<'_>) -> Vec<RowId> {
        self.logs.iter().flat_map(|log| query::select(scope, log.into(), &self.query.for_log(log))).collect()
    }
}

fn end_of_day(clock: Clock, at: Millis) -> Millis {
    clock.next(clock.floor(at, Every::Day), Every::Day)
}
