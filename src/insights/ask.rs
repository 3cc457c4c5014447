//! What a page of insights is asked.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use chrono::Days;

use super::entity::{By, Entities};
use super::found::{Selected, Sets};
use super::measure::{Measure, Value};
use super::period::Period;
use crate::clock::{Clock, Every, Millis};
use crate::columns::RowId;
use crate::fields::{Field, Log, Logs};
use crate::query::{self, Hits, Query, Scope, Test, buckets};

/// A question to a page: which sign-ins, of which time, in which steps.
#[derive(Clone, Debug)]
pub struct Ask<'a> {
    scope: Scope<'a>,
    filter: Query,
    period: Range<Millis>,
    every: Every,
    logs: Logs,
    selected: Selected,
    /// What is found out about all sign-ins, whatever the question.
    sets: Arc<Sets>,
}

impl<'a> Ask<'a> {
    /// The sign-ins of these logs that a filter finds within a period.
    ///
    /// Of each log those parts of the filter are in force all of whose fields the log has, as in its tab. The time
    /// range of the filter, if it has just one, limits the period instead, so that there is a period before it.
    #[must_use]
    pub fn new(scope: &Scope<'a>, filter: &Query, period: Period, every: Every, logs: Logs) -> Self {
        let (filter, limit) = without_time(filter, scope);
        let ask = Self {
            scope: *scope,
            filter,
            period: Millis(i64::MIN)..Millis(i64::MAX),
            every,
            logs,
            selected: Selected::default(),
            sets: Arc::default(),
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
        let range = match limit {
            // An open end of the filter's range is that of the period.
            Some(limit) if range.start < range.end => {
                let start = range.start.max(limit.start).min(range.end);
                start..range.end.min(limit.end).max(start)
            }
            _ => range,
        };
        ask.within(range)
    }

    /// The same question about another stretch of time.
    #[must_use]
    pub fn within(&self, period: Range<Millis>) -> Self {
        Self { period, ..self.clone() }.with_rows()
    }

    /// The same question about those sign-ins that also match this.
    #[must_use]
    pub fn only(&self, filter: &Query) -> Self {
        Self { filter: self.filter.and(filter), ..self.clone() }.with_rows()
    }

    /// The same question about other logs.
    #[must_use]
    pub fn of_logs(&self, logs: Logs) -> Self {
        Self { logs, ..self.clone() }.with_rows()
    }

    /// The same question about the period before, which ends where this one begins. It has as many days, if this one
    /// is made of days of the clock, else it is as long.
    #[must_use]
    pub fn before(&self) -> Self {
        let clock = self.scope.clock;
        let Range { start, end } = self.period;
        if [start, end].iter().any(|edge| clock.floor(*edge, Every::Day) != *edge) {
            let length = end.0.saturating_sub(start.0);
            return self.within(Millis(start.0.saturating_sub(length))..start);
        }
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

    /// The parts of the filter that some of the logs have: those that limit what is counted.
    #[must_use]
    pub fn in_force(&self) -> Query {
        in_force(&self.filter, self.logs)
    }

    /// The parts of the filter that none of the logs has: those that are left out.
    #[must_use]
    pub fn left_out(&self) -> Vec<Query> {
        let in_force = self.in_force().parts();
        self.filter.parts().into_iter().filter(|part| !in_force.contains(part)).collect()
    }

    /// The filter limited to another stretch of time.
    #[must_use]
    pub fn query_within(&self, period: Range<Millis>) -> Query {
        self.filter.and(&Query::default().set_period(period.start, period.end, self.scope.clock))
    }

    /// The sign-ins of the question: log by log, each newest first.
    #[must_use]
    pub fn rows(&self) -> &[RowId] {
        &self.selected.rows
    }

    /// The steps of the period: the beginnings and the end of the last one, and the step itself, which is a
    /// coarser one than was asked for where there would be more than anyone could look at.
    #[must_use]
    pub fn steps(&self) -> (Every, Vec<Millis>) {
        buckets(self.scope.clock, &self.period, self.every)
    }

    /// How many steps the period has.
    pub(super) fn step_count(&self) -> usize {
        self.selected.found.edges(|| self.steps().1.into()).len().saturating_sub(1)
    }

    /// Whether every log that is loaded at all is loaded back to the day of this moment: it has a sign-in of
    /// that day or of an earlier one. Gaps after that sign-in cannot be seen, since logs do not tell what they
    /// lack.
    #[must_use]
    pub fn reaches_back_to(&self, moment: Millis) -> bool {
        // A filter that still asks for times leaves out what lies before.
        if self.filter.asks(Field::Time) {
            return false;
        }
        let end = end_of_day(self.scope.clock, moment);
        let columns = self.scope.columns;
        let mut oldest =
            self.logs.iter().filter_map(|log| columns.rows_of(log).last()).map(|row| columns.time(*row)).peekable();
        oldest.peek().is_some() && oldest.all(|oldest| oldest < end)
    }

    /// The same question about those of its logs that tell such things at all: what a log has no field for is not
    /// unknown of its sign-ins.
    pub(super) fn telling(&self, by: By) -> Cow<'_, Self> {
        let able: Vec<Log> = self.logs.iter().filter(|log| by.logs().contains(*log)).collect();
        let able = Logs::of(&able);
        if able == self.logs {
            return Cow::Borrowed(self);
        }
        if self.selected.of_logs.iter().all(|(log, rows)| able.contains(*log) || rows.is_empty()) {
            // The sign-ins are the same, and so is what is found out about them.
            return Cow::Owned(Self { logs: able, ..self.clone() });
        }
        let selected = self.selected.found.of_others(able, || self.of_logs(able).selected);
        Cow::Owned(Self { logs: able, selected: selected.as_ref().clone(), ..self.clone() })
    }

    /// What the sign-ins are of. It is found out once for all sections of a page.
    pub(super) fn entities(&self, by: By) -> Arc<Entities> {
        self.selected.found.entities(by, || Entities::of(self.scope.columns, &self.selected.rows, by))
    }

    /// The step of each sign-in by its number in [`Self::steps`], likewise.
    pub(super) fn step_of_rows(&self) -> Arc<[u32]> {
        self.selected.found.step_of_rows(|| {
            query::bucket_of_rows(
                self.scope.columns,
                &self.selected.rows,
                &self.selected.found.edges(|| self.steps().1.into()),
            )
            .into()
        })
    }

    /// Which of the sign-ins a filter finds, likewise.
    pub(super) fn hits(&self, filter: &Query) -> Arc<Hits> {
        self.selected.found.hits(filter, || {
            if filter.is_empty() {
                return Hits::all(self.selected.rows.len());
            }
            Hits::among(&self.selected.rows, &self.sets.set(filter, || query::matching(&self.scope, filter)))
        })
    }

    /// Where the sign-ins of each log end among those of the question.
    pub(super) fn log_ends(&self) -> impl Iterator<Item = usize> {
        self.selected.of_logs.iter().map(|(_, rows)| rows.end)
    }

    /// What a measure tells of each of the entities, likewise.
    pub(super) fn figures(&self, by: By, measure: &Measure, find: impl FnOnce() -> Vec<Value>) -> Arc<Vec<Value>> {
        self.selected.found.figures(by, measure, find)
    }

    /// With the rows of the question as it is now.
    fn with_rows(mut self) -> Self {
        let query = self.query();
        let of_log = |log: Log| query::select(&self.scope, log.into(), &query.for_log(log));
        let (mut rows, mut of_logs) = (Vec::new(), Vec::new());
        for log in self.logs.iter() {
            let start = rows.len();
            rows.extend(of_log(log));
            of_logs.push((log, start..rows.len()));
        }
        self.selected = Selected { rows: rows.into(), of_logs: of_logs.into(), found: Arc::default() };
        self
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

/// The parts of a filter that some of these logs have.
#[must_use]
pub fn in_force(query: &Query, logs: Logs) -> Query {
    let in_force: Vec<Query> = logs.iter().flat_map(|log| query.for_log(log).parts()).collect();
    let parts = query.parts();
    parts.iter().filter(|part| in_force.contains(part)).fold(Query::default(), |parts, part| parts.and(part))
}

/// A filter without its time range, and the moments that the range leaves; all of it if it has none, several, or
/// one that begins or ends so long before the newest sign-in.
fn without_time(filter: &Query, scope: &Scope<'_>) -> (Query, Option<Range<Millis>>) {
    let is_single = filter.parts().iter().filter(|part| part.time_range().is_some()).count() == 1;
    let span = match filter.time_range() {
        Some(Test::Last(millis)) if is_single => {
            let end = Millis(scope.anchor.0.saturating_add(1));
            Some(Millis(end.0.saturating_sub(*millis))..end)
        }
        Some(_) if is_single => filter
            .time_span(scope.clock)
            .map(|(from, to)| from.unwrap_or(Millis(i64::MIN))..to.unwrap_or(Millis(i64::MAX))),
        _ => None,
    };
    match span {
        Some(span) => (filter.set_last(None), Some(span)),
        None => (filter.clone(), None),
    }
}
