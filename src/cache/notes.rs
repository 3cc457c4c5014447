//! What the analyst says of sign-ins: bookmarks and notes.
//!
//! They are kept by the sign-in's identity. Forgetting a source leaves them, so that they are there again when
//! the sign-in is; only taking the bookmark and the note away takes them out of the file.

use rusqlite::{TransactionBehavior, params};

use super::event::{UniqueIdSql, unique_id_from_sql, with_request_id};
use super::keys::Keys;
use super::{Cache, CacheError};
use crate::clock::Millis;
use crate::fields::Log;
use crate::record::{EventId, Identity};

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
}

impl Cache {
    /// Keeps what the analyst says of sign-ins, in place of what was said of them before: all of it or nothing.
    pub fn annotate(&mut self, annotations: &[(Identity, Annotation)]) -> Result<(), CacheError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        {
            let mut forget = transaction.prepare_cached(
                "DELETE FROM annotation WHERE key = ?1 AND log = ?2 AND second = ?3 AND request_id = ?4",
            )?;
            let mut keep = transaction.prepare_cached(
                "REPLACE INTO annotation (key, log, second, request_id, bookmarked, note, changed)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?;
            for (identity, annotation) in annotations {
                let (log, key) = (identity.log as u8, identity.request_id.lookup_key());
                let request_id = UniqueIdSql(Some(&identity.request_id));
                if annotation.is_empty() {
                    forget.execute(params![key, log, identity.second, request_id])?;
                } else {
                    keep.execute(params![
                        key,
                        log,
                        identity.second,
                        request_id,
                        annotation.bookmarked,
                        annotation.note,
                        Millis::now().0
                    ])?;
                }
            }
        }
        transaction.commit()?;
        Ok(())
    }

    /// What the analyst says of the sign-ins that the cache holds, in the order of their numbers.
    pub fn annotations(&self) -> Result<Vec<(EventId, Annotation)>, CacheError> {
        let mut statement =
            self.connection.prepare_cached("SELECT log, second, request_id, bookmarked, note FROM annotation")?;
        let keys = Keys::new(&self.connection)?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let (log, second): (u8, i64) = (row.get(0)?, row.get(1)?);
            let (Some(log), Some(request_id)) = (Log::from_number(log), unique_id_from_sql(row.get_ref(2)?)) else {
                continue;
            };
            let annotation = Annotation { bookmarked: row.get(3)?, note: row.get(4)? };
            let events = with_request_id(&self.connection, &keys, &request_id)?;
            if let Some(event) = events.iter().find(|event| event.log == log && event.time.second() == second) {
                found.push((event.event, annotation));
            }
        }
        found.sort_by_key(|(event, _)| *event);
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use rusqlite::Connection;

    use super::super::wide_events;
    use super::*;
    use crate::import::{Options, Progress, find_inputs};
    use crate::record::UniqueId;

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
        Identity { log: Log::Interactive, request_id: UniqueId::parse(REQUEST), second }
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
