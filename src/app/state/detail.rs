//! Sign-ins that are open, and what is known of them.

use std::sync::Arc;

use super::super::jobs::Task;
use super::State;
use crate::cache::Detail;
use crate::fields::{Field, Log};
use crate::record::EventId;

/// What is known of a sign-in that was asked for.
#[derive(Clone, Debug)]
pub enum Found {
    /// It is being read.
    Loading,
    /// Everything.
    Ready(Arc<Detail>),
    /// The cache does not have it any more.
    Gone,
    /// It can't be read, and why.
    Failed(String),
}

/// A sign-in shown in the side panel or in a window of its own.
#[derive(Clone, Debug)]
pub struct OpenDetail {
    /// Its number.
    pub event: EventId,
    /// What is known of it.
    pub found: Found,
}

impl OpenDetail {
    /// Takes in what the cache has under this number now. A number is never given to another sign-in, but the window
    /// may show another cache by now.
    pub(super) fn take(&mut self, found: Found) {
        let is_another = match (&self.found, &found) {
            (Found::Gone, _) => true,
            (Found::Ready(old), Found::Ready(new)) => identity(old) != identity(new),
            _ => false,
        };
        self.found = if is_another { Found::Gone } else { found };
    }
}

/// What no later report changes of a sign-in.
fn identity(detail: &Detail) -> (Log, Option<&str>) {
    (detail.record.log, detail.record.get(Field::RequestId))
}

impl State {
    /// Reads a sign-in from the cache. What an open detail shows of it stands in until then.
    pub(in crate::app) fn read_detail(&mut self, event: EventId) -> OpenDetail {
        let known = self.detail.iter().chain(&self.detail_windows).find(|open| open.event == event);
        let found = match known.map(|open| &open.found) {
            Some(Found::Ready(detail)) => Found::Ready(detail.clone()),
            Some(Found::Loading | Found::Gone | Found::Failed(_)) | None => Found::Loading,
        };
        self.jobs.run(Task::ReadDetail(event));
        OpenDetail { event, found }
    }

    /// The cache has changed: what is open may be told of by other files now, or by none.
    pub(super) fn read_details_anew(&mut self) {
        let mut events: Vec<EventId> = self
            .detail
            .iter()
            .chain(&self.detail_windows)
            .filter(|open| !matches!(open.found, Found::Gone))
            .map(|open| open.event)
            .collect();
        events.sort_unstable();
        events.dedup();
        for event in events {
            self.jobs.run(Task::ReadDetail(event));
        }
    }
}
