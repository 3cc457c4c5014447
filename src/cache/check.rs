//! Whether a cache is whole: its pages, and every original in it.

use rusqlite::OptionalExtension;

use super::originals::Originals;
use super::{Cache, CacheError, SourceId, directory};
use crate::record::EventId;

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// Records whose originals were read.
    pub records: u64,
    /// What is wrong, in SQLite's words or ours; empty if all is whole.
    pub problems: Vec<String>,
}

/// So many problems are told.
const MOST_PROBLEMS: usize = 100;

impl Cache {
    /// Reads every page and every original of the cache. `goes_on` hears how many originals were read, and may end it;
    /// then `None` comes back.
    pub fn check(&self, goes_on: &mut dyn FnMut(u64) -> bool) -> Result<Option<Checked>, CacheError> {
        self.at_one_moment(|| self.check_now(goes_on))?
    }

    fn check_now(&self, goes_on: &mut dyn FnMut(u64) -> bool) -> Result<Option<Checked>, CacheError> {
        let mut checked = Checked::default();
        let mut pages = self.connection.prepare(&format!("PRAGMA integrity_check({MOST_PROBLEMS})"))?;
        for problem in pages.query_map([], |row| row.get::<_, String>(0))? {
            checked.problems.push(problem?);
        }
        checked.problems.retain(|problem| problem != "ok");
        if !checked.problems.is_empty() {
            // What pages hold that are damaged says nothing.
            return Ok(Some(checked));
        }
        let mut originals = Originals::new(&self.connection);
        let mut next =
            self.connection.prepare("SELECT event FROM occurrence WHERE event > ?1 ORDER BY event LIMIT 1")?;
        let mut event = i64::MIN;
        while let Some(found) = next.query_row([event], |row| row.get(0)).optional()? {
            event = found;
            if checked.problems.len() >= MOST_PROBLEMS {
                break;
            }
            if !goes_on(checked.records) {
                return Ok(None);
            }
            let occurrences = match originals.occurrences(EventId(event)) {
                Err(CacheError::Damaged(reason)) => {
                    checked.problems.push(format!("The originals of record {event} can't be found: {reason}"));
                    continue;
                }
                found => found?,
            };
            for occurrence in occurrences {
                match originals.record(&occurrence) {
                    Ok(None) if !occurrence.step => {
                        checked.problems.push(unreadable(event, occurrence.source, "it tells no record"));
                    }
                    Err(CacheError::Damaged(reason)) => {
                        checked.problems.push(unreadable(event, occurrence.source, &reason));
                    }
                    Err(error) => return Err(error),
                    Ok(_) => checked.records += 1,
                }
            }
        }
        for problem in directory::unreadable(&self.connection)? {
            checked.problems.push(problem);
        }
        checked.problems.truncate(MOST_PROBLEMS);
        Ok(Some(checked))
    }
}

fn unreadable(event: i64, source: SourceId, reason: &str) -> String {
    format!("The original of record {event} in source {} can't be read: {reason}", source.0)
}
