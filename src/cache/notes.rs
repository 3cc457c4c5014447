//! What the analyst says of sign-ins: bookmarks and notes.
//!
//! They are kept by the sign-in's identity. Forgetting a source leaves them, so that they are there again when
//! the sign-in is; only taking the bookmark and the note away takes them out of the file.

mod kept;

use rusqlite::{Connection, TransactionBehavior};

use super::event::{EventRow, with_request_id};
use super::keys::Keys;
use super::texts::Texts;
use super::{Cache, CacheError, names};
use crate::record::{EventId, Identity};

use kept::{alias, identity_of};
pub(super) use kept::{follow, know_by_made_ids};

/// What the analyst says of a sign-in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annotation {
    /// Whether it is marked.
    pub bookmarked: bool,
    /// The note on it; empty if there is none.
    pub note: String,
}

impl Annotation {
    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.bookmarked && self.note.is_empty()
    }

    /// What both say.
    fn joined(&self, other: &Self) -> Self {
        let note = match (self.note.as_str(), other.note.as_str()) {
            (own, other) if own.contains(other) => own.to_owned(),
            (own, other) if other.contains(own) => other.to_owned(),
            (own, other) => format!("{own}\n{other}"),
        };
        Self { bookmarked: self.bookmarked || other.bookmarked, note }
    }
}

impl Cache {
    /// Keeps what the analyst says of sign-ins, in place of what was said of them before: all of it or nothing. What they
    /// are called by meanwhile counts: another file may have told the identifier or the second.
    pub fn annotate(&mut self, annotations: &[(Identity, Annotation)]) -> Result<(), CacheError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        {
            let mut texts = Texts::default();
            let keys = Keys::new(&transaction)?;
            for (identity, annotation) in annotations {
                let row = called(&transaction, &mut texts, &keys, identity)?;
                let mut identity = match &row {
                    Some(row) => identity_of(&transaction, &mut texts, row)?.unwrap_or_else(|| identity.clone()),
                    None => identity.clone(),
                };
                if let Some(alias) = alias(&transaction, &identity)?
                    && called(&transaction, &mut texts, &keys, &alias)?.is_none()
                {
                    identity = alias;
                }
                kept::replace(&transaction, &identity, annotation)?;
                if let Some(row) = row.filter(|row| names::NAMED.contains(row.log)) {
                    know_by_made_ids(&transaction, &mut texts, &row)?;
                }
            }
        }
        transaction.commit()?;
        Ok(())
    }

    /// What the analyst says of the sign-ins that the cache holds, in the order of their numbers.
    pub fn annotations(&self) -> Result<Vec<(EventId, Annotation)>, CacheError> {
        let keys = Keys::new(&self.connection)?;
        let mut texts = Texts::default();
        let mut found: Vec<(EventId, Annotation)> = Vec::new();
        for (identity, annotation) in kept::all(&self.connection)? {
            let mut events = with_request_id(&self.connection, &keys, &identity.request_id)?;
            events.retain(|event| event.log == identity.log && event.time.second() == identity.second);
            let mut event = None;
            for row in events {
                let is_it =
                    identity_of(&self.connection, &mut texts, &row)?.is_some_and(|own| own.deed.may_be(identity.deed));
                if is_it && event.is_none() {
                    event = Some(row.event);
                }
            }
            for made in kept::aliases_of(&self.connection, &identity)? {
                if event.is_none() {
                    let events = with_request_id(&self.connection, &keys, &made)?;
                    event = events.iter().find(|row| row.log == identity.log).map(|row| row.event);
                }
            }
            if let Some(event) = event {
                found.push((event, annotation));
            }
        }
        found.sort_by_key(|(event, _)| *event);
        // A note on what one file tells, and one on what another told, can turn out to be on one event.
        found.dedup_by(|(later, more), (event, annotation)| {
            let is_same = later == event;
            if is_same {
                *annotation = annotation.joined(more);
            }
            is_same
        });
        Ok(found)
    }
}

/// The event that has an identity now: under its identifier, whether or not it still is what the event is shown by, and at
/// its second; an identity on a whole minute may have been told without seconds, so that the only one in its minute will do.
fn called(
    connection: &Connection,
    texts: &mut Texts,
    keys: &Keys,
    identity: &Identity,
) -> Result<Option<EventRow>, CacheError> {
    let mut rows = names::events_called(connection, keys, &identity.request_id)?;
    rows.retain(|row| row.log == identity.log);
    if names::is_made(&identity.request_id) {
        return Ok(rows.into_iter().next());
    }
    if rows.iter().any(|row| row.time.second() == identity.second) {
        rows.retain(|row| row.time.second() == identity.second);
    } else {
        let is_in_minutes = identity.second.rem_euclid(60) == 0;
        rows.retain(|row| is_in_minutes && row.time.second().div_euclid(60) == identity.second.div_euclid(60));
        rows.truncate(usize::from(rows.len() == 1));
    }
    for row in rows {
        if identity_of(connection, texts, &row)?.is_some_and(|own| own.deed.may_be(identity.deed)) {
            return Ok(Some(row));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::super::wide_events;
    use super::*;
    use crate::fields::Log;
    use crate::import::{Options, Progress, find_inputs};
    use crate::record::{Deed, UniqueId};

    const REQUEST: &str = "00000000-0000-4000-8000-000000000001";

    fn report(folder: &Path, name: &str, more: &str) -> PathBuf {
        let path = folder.join(name);
        let text = format!(
            "Date (UTC),Request ID,User,Application,Status,Sign-in error code,IP address\n\
             2026-10-05T08:00:00Z,{REQUEST},Anna,Mail,Success,0,203.0.113.1\n{more}"
        );
        std::fs::write(&path, text).expect("room for a small file");
        path
    }

    fn import(cache: &mut Cache, path: &Path) {
        for input in find_inputs(&[path.to_owned()]) {
            let input = input.expect("the file is there");
            cache.import(&input, &Options::default(), &Progress::default()).expect("the report imports");
        }
    }

    fn identity(second: i64) -> Identity {
        Identity { log: Log::Interactive, request_id: UniqueId::parse(REQUEST), second, deed: Deed::default() }
    }

    /// 5 October 2026, 08:00 UTC.
    const SECOND: i64 = 1_791_187_200;

    #[test]
    fn a_note_outlives_importing_again_and_forgetting_every_source() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut cache = Cache::open(&folder.path().join("cache.sqlite")).expect("a new cache");
        let first = report(folder.path(), "InteractiveSignIns.csv", "");
        import(&mut cache, &first);
        let note = Annotation { bookmarked: true, note: "Asked Anna; it was her".to_owned() };
        cache.annotate(&[(identity(SECOND), note.clone())]).expect("a note is kept");
        import(&mut cache, &first);
        let noted = |cache: &Cache| -> Vec<Annotation> {
            cache.annotations().expect("notes are listed").into_iter().map(|(_, annotation)| annotation).collect()
        };
        assert_eq!(noted(&cache), std::slice::from_ref(&note));
        for source in cache.sources().expect("sources are listed") {
            cache.forget(source.id).expect("a source can be forgotten");
        }
        assert_eq!(noted(&cache), [], "there is no such sign-in now");
        let more = "2026-10-05T09:00:00Z,00000000-0000-4000-8000-000000000002,Boris,Mail,Success,0,203.0.113.2\n";
        import(&mut cache, &report(folder.path(), "InteractiveSignIns_2.csv", more));
        assert_eq!(noted(&cache), [note]);
    }

    #[test]
    fn a_note_belongs_to_one_log_and_second_and_can_be_taken_away() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut cache = Cache::open(&folder.path().join("cache.sqlite")).expect("a new cache");
        import(&mut cache, &report(folder.path(), "InteractiveSignIns.csv", ""));
        let note = Annotation { bookmarked: false, note: "Another one".to_owned() };
        cache.annotate(&[(identity(SECOND + 1), note.clone())]).expect("a note is kept");
        assert_eq!(cache.annotations().expect("notes are listed"), []);
        cache.annotate(&[(identity(SECOND), note)]).expect("a note is kept");
        assert_eq!(cache.annotations().expect("notes are listed").len(), 1);
        cache.annotate(&[(identity(SECOND), Annotation::default())]).expect("a note is taken away");
        assert_eq!(cache.annotations().expect("notes are listed"), []);
    }

    #[test]
    fn a_cache_of_the_first_version_keeps_its_sign_ins_and_takes_notes() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("cache.sqlite");
        let mut cache = Cache::open(&path).expect("a new cache");
        import(&mut cache, &report(folder.path(), "InteractiveSignIns.csv", ""));
        drop(cache);
        let old = Connection::open(&path).expect("the cache is a database");
        wide_events::make_old(&old, 1);
        drop(old);
        let mut cache = Cache::open(&path).expect("an older cache opens");
        assert_eq!(cache.len().expect("it counts"), 1);
        let note = Annotation { bookmarked: true, note: String::new() };
        cache.annotate(&[(identity(SECOND), note)]).expect("a bookmark is kept");
        drop(cache);
        let cache = Cache::open(&path).expect("it opens again");
        assert_eq!(cache.annotations().expect("bookmarks are listed").len(), 1);
    }
}
