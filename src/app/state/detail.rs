//! Sign-ins that are open, and what is known of them.

use std::sync::Arc;

use super::super::jobs::Task;
use super::State;
use crate::cache::Detail;
use crate::fields::Field;
use crate::record::{EventId, Record, is_made_id};

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
            (Found::Ready(old), Found::Ready(new)) => !is_same(&old.record, &new.record),
            _ => false,
        };
        self.found = if is_another { Found::Gone } else { found };
    }
}

/// Whether two records can be of one event: of one log, and with one request ID. One that was made stands for the one
/// that another file tells, or the reverse once that file is forgotten.
fn is_same(old: &Record<'_>, new: &Record<'_>) -> bool {
    let [old_id, new_id] = [old, new].map(|record| record.get(Field::RequestId));
    let is_made = |id: Option<&str>| id.is_some_and(is_made_id);
    old.log == new.log && (old_id == new_id || is_made(old_id) || is_made(new_id))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Millis;
    use crate::fields::Log;

    fn ready(log: Log, id: &'static str) -> Found {
        let mut record = Record::new(log, Millis(0));
        record.set(Field::RequestId, id);
        Found::Ready(Arc::new(Detail { event: EventId(1), record, originals: Vec::new() }))
    }

    #[test]
    fn an_open_event_stays_open_when_another_file_tells_or_forgets_its_identifier() {
        for (before, after, stays) in [
            (ready(Log::Audit, "row-1a"), ready(Log::Audit, "Directory_1"), true),
            (ready(Log::Audit, "Directory_1"), ready(Log::Audit, "row-1a"), true),
            (ready(Log::Audit, "Directory_1"), ready(Log::Audit, "Directory_1"), true),
            (ready(Log::Audit, "Directory_1"), ready(Log::Audit, "Directory_2"), false),
            (ready(Log::Audit, "row-1a"), ready(Log::Provisioning, "row-1a"), false),
            (Found::Gone, ready(Log::Audit, "row-1a"), false),
        ] {
            let mut open = OpenDetail { event: EventId(1), found: before };
            open.take(after);
            assert_eq!(matches!(open.found, Found::Ready(_)), stays, "{open:?}");
        }
    }
}
