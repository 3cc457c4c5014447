//! Pages of insights, and the rows behind their figures.

use std::ops::Range;
use std::sync::Arc;

use super::answers::scope;
use crate::app::insights::{PagePlace, Span};
use crate::app::pictures::Sources;
use crate::clock::{Clock, Every, Millis};
use crate::columns::Columns;
use crate::fields::{Log, Logs};
use crate::insights::{Ask, Choices, Period, Rows, Section, in_force};
use crate::query::{self, Query, Scope};

/// What a page depends on.
#[derive(Clone, Debug, PartialEq)]
pub struct PageKey {
    /// Number of the snapshot of the cache.
    pub version: u64,
    /// The zone of days and weeks.
    pub clock: Clock,
    /// The filter.
    pub query: Query,
    /// Whether "last 7 days" ends now.
    pub end_at_now: bool,
    /// The page.
    pub place: PagePlace,
    /// The time.
    pub span: Span,
    /// The step.
    pub every: Every,
    /// The logs.
    pub logs: Logs,
    /// What its graph shows.
    pub choices: Choices,
}

/// A page.
#[derive(Debug)]
pub struct PageAnswer {
    /// What was asked.
    pub key: PageKey,
    /// The sign-ins it was made of, which its rows are numbers of.
    pub columns: Arc<Columns>,
    /// The period.
    pub period: Range<Millis>,
    /// The parts of the filter that the logs of the page have: those it was made under.
    pub in_force: Query,
    /// The sign-ins it tells of.
    pub sources: Sources,
    /// The sections.
    pub sections: Vec<Section>,
}

/// What the numbers of rows behind a figure depend on.
#[derive(Clone, Debug, PartialEq)]
pub struct BehindKey {
    /// Number of the snapshot of the cache.
    pub version: u64,
    /// The zone that calendar days of the filter are in.
    pub clock: Clock,
    /// Whether "last 7 days" ends now.
    pub end_at_now: bool,
    /// The rows.
    pub rows: Rows,
    /// The figure in words.
    pub figure: String,
    /// Whether the logs are offered where there are several.
    pub offers: bool,
}

/// The numbers of rows behind a figure, log by log.
#[derive(Clone, Debug, PartialEq)]
pub struct BehindAnswer {
    /// What was asked.
    pub key: BehindKey,
    /// The rows of each log.
    pub counts: [u64; Log::ALL.len()],
}

impl BehindAnswer {
    /// The logs that have some, with their numbers.
    #[must_use]
    pub fn known(&self) -> Vec<(Log, u64)> {
        Log::ALL.into_iter().zip(self.counts).filter(|(_, count)| *count > 0).collect()
    }
}

pub(super) fn page(columns: &Arc<Columns>, key: PageKey) -> PageAnswer {
    let scope = scope(columns, key.clock, key.end_at_now);
    let mut ask = ask(&scope, &key);
    if let Some(subject) = &key.place.subject {
        ask = ask.only(&subject.filter);
    }
    let sections = (key.place.spec().make)(&ask, &key.choices);
    let (period, sources) = (ask.period(), Sources::of(&ask));
    let in_force = in_force(&key.query, key.logs);
    PageAnswer { key, period, in_force, sources, sections, columns: columns.clone() }
}

fn ask<'c>(scope: &Scope<'c>, key: &PageKey) -> Ask<'c> {
    let period = match key.span {
        Span::Of(period) => period,
        Span::Filter => Period::All,
    };
    Ask::new(scope, &key.query, period, key.every, key.logs)
}

pub(super) fn behind(columns: &Columns, key: BehindKey) -> BehindAnswer {
    let scope = scope(columns, key.clock, key.end_at_now);
    let counts = Log::ALL.map(|log| {
        if key.rows.logs.contains(log) {
            query::select(&scope, log.into(), &key.rows.query.for_log(log)).len() as u64
        } else {
            0
        }
    });
    BehindAnswer { key, counts }
}
