//! Pages of insights, and the rows behind their figures.

use std::sync::{Arc, OnceLock};

use super::answers::scope;
use crate::app::export::ExportError;
use crate::app::insights::{PagePlace, Span};
use crate::app::pictures::{Frame, KeptColors, files_of};
use crate::cache::Cache;
use crate::clock::{Clock, Every};
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
    /// Its period, its sources, the colours of its lines: what stands around its pictures.
    pub frame: Frame,
    /// The parts of the filter that the logs of the page have: those it was made under.
    pub in_force: Query,
    /// The sections.
    pub sections: Vec<Section>,
    /// The names of the files that tell of its sign-ins, once a picture asked for them.
    pub files: OnceLock<Vec<String>>,
}

impl PageAnswer {
    /// The names of the files that tell of its sign-ins.
    ///
    /// # Errors
    /// [`ExportError`] if the cache can't be read.
    pub fn files(&self, cache: &Cache) -> Result<&[String], ExportError> {
        if let Some(files) = self.files.get() {
            return Ok(files);
        }
        let scope = scope(&self.columns, self.key.clock, self.key.end_at_now);
        let all = asked(&scope, &self.key);
        let ask = limited(&all, &self.key).unwrap_or(all);
        let files = cache.at_one_moment(|| files_of(cache, &ask))??;
        Ok(self.files.get_or_init(|| files))
    }
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

pub(super) fn page(columns: &Arc<Columns>, key: PageKey, colors: &KeptColors) -> PageAnswer {
    let scope = scope(columns, key.clock, key.end_at_now);
    let all = asked(&scope, &key);
    let limited = limited(&all, &key);
    let ask = limited.as_ref().unwrap_or(&all);
    let sections = (key.place.spec().make)(ask, &key.choices);
    let mut frame = Frame::of(ask);
    if let Some(subject) = &key.place.subject {
        frame = frame.about(&subject.title, all.in_force());
    }
    frame.colors = colors.of(columns, &scope, &sections);
    let in_force = in_force(&key.query, key.logs);
    PageAnswer { key, frame, in_force, sections, columns: columns.clone(), files: OnceLock::new() }
}

/// What a page is asked, whatever it is about.
fn asked<'c>(scope: &Scope<'c>, key: &PageKey) -> Ask<'c> {
    let period = match key.span {
        Span::Of(period) => period,
        Span::Filter => Period::All,
    };
    Ask::new(scope, &key.query, period, key.every, key.logs)
}

/// The question limited to what the page is about, if it is about one of many.
fn limited<'c>(ask: &Ask<'c>, key: &PageKey) -> Option<Ask<'c>> {
    key.place.subject.as_ref().map(|subject| ask.only(&subject.filter))
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
