//! Taking a source out again: what only it brought goes, the rest stays.

use std::collections::{BTreeSet, HashSet};

use rusqlite::{Connection, TransactionBehavior};

use super::event::{self, unique_id_from_sql};
use super::keys::Keys;
use super::names::IS_STEP_OF_EVENT;
use super::same_event::{self, Minute};
use super::write::rebuild::{self, rebuild_events};
use super::{Cache, CacheError, SourceId, backup, kept_columns};
use crate::record::EventId;

/// Sign-ins that a source tells of, directly or by authentication details.
fn told() -> String {
    format!(
        "SELECT event FROM occurrence WHERE source = ?1
         UNION
         SELECT event.id FROM step_row
         JOIN event_key ON event_key.key = step_row.key
         JOIN event ON event.id = event_key.event AND {IS_STEP_OF_EVENT}
         WHERE step_row.source = ?1"
    )
}

/// What goes with a source. Summaries count as the sign-ins that they stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Leaving {
    /// Sign-ins that only it tells of: they go.
    pub gone: u64,
    /// Sign-ins that other sources tell of too: they stay, with what those tell.
    pub kept: u64,
    /// Entries of the directory, which enrich events: they go with it.
    pub entries: u64,
}

impl Cache {
    /// What would go if a source were forgotten.
    pub fn weigh(&self, source: SourceId) -> Result<Leaving, CacheError> {
        let query = format!(
            "SELECT coalesce(sum(event.sign_ins), 0), coalesce(sum(event.sign_ins * EXISTS (
                 SELECT 1 FROM occurrence WHERE occurrence.event = told.event AND occurrence.source <> ?1)), 0)
             FROM ({}) AS told JOIN event ON event.id = told.event",
            told()
        );
        let (told, kept) = self.connection.query_row(&query, [source.0], |row| {
            Ok((row.get::<_, i64>(0)?.unsigned_abs(), row.get::<_, i64>(1)?.unsigned_abs()))
        })?;
        Ok(Leaving { gone: told - kept, kept, entries: self.entries_of(source)? })
    }

    /// Forgets a source. Sign-ins that only it told of are gone, texts that only they used with them; sign-ins that
    /// other sources tell of keep what those tell. Whether there was such a source.
    pub fn forget(&mut self, source: SourceId) -> Result<bool, CacheError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let found = transaction.prepare("SELECT 1 FROM source WHERE id = ?1")?.exists([source.0])?;
        if found {
            forget_within(&transaction, source)?;
        }
        transaction.commit()?;
        if found {
            self.leave_no_trace();
        }
        Ok(found)
    }

    /// Takes what was deleted out of the files.
    pub(super) fn leave_no_trace(&self) {
        // Deleting only unlinks: people's traces are gone once the file is written anew, which also shrinks it.
        // Forgotten is forgotten even if there is no room for that now.
        if let Err(error) = self.connection.execute_batch("VACUUM") {
            tracing::warn!("the cache could not be written anew after forgetting ({error})");
        }
        self.empty_log();
        if let Err(error) = backup::remove_all(&self.path) {
            tracing::warn!("a copy of the cache of an older version could not be removed ({error})");
        }
    }
}

fn forget_within(connection: &Connection, source: SourceId) -> Result<(), CacheError> {
    let told: HashSet<i64> =
        connection.prepare(&told())?.query_map([source.0], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let alike = alike_in(connection, source)?;
    let minutes = minutes_in(connection, &told)?;
    for table in ["occurrence", "step_row", "event_name", "directory_entry", "directory_group", "reject", "block"] {
        connection.execute(&format!("DELETE FROM {table} WHERE source = ?1"), [source.0])?;
    }
    connection.execute("DELETE FROM source WHERE id = ?1", [source.0])?;
    // They hold what is to be forgotten.
    kept_columns::drop_all(connection)?;
    let mut kept = Vec::new();
    for event in told {
        let remains =
            connection.prepare_cached("SELECT 1 FROM occurrence WHERE event = ?1 LIMIT 1")?.exists([event])?;
        if remains {
            kept.push(EventId(event));
        } else {
            connection.prepare_cached("DELETE FROM event WHERE id = ?1")?.execute([event])?;
        }
    }
    for table in ["event_key", "event_name"] {
        connection.execute(&format!("DELETE FROM {table} WHERE event NOT IN (SELECT id FROM event)"), [])?;
    }
    // In the order of their numbers, which is that of the blocks: each block is read about once.
    kept.sort_unstable();
    rebuild_events(connection, kept.into_iter(), |_, _| {})?;
    // What the source told may have decided of which events the records of others are.
    let mut next_event = rebuild::next_event(connection)?;
    let settled = rebuild::settle_all(connection, &mut Keys::new(connection)?, &alike, &minutes, &mut next_event)?;
    rebuild_events(connection, settled.changed.into_iter(), |_, _| {})?;
    forget_unused_texts(connection)
}

/// The lookup keys of what the events of a source may have in common with others whose identifier is not told.
fn alike_in(connection: &Connection, source: SourceId) -> Result<BTreeSet<i64>, CacheError> {
    let mut statement = connection.prepare("SELECT DISTINCT name FROM event_name WHERE source = ?1")?;
    let names = statement.query_map([source.0], |row| Ok(unique_id_from_sql(row.get_ref(0)?)))?;
    Ok(names.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().map(|name| name.lookup_key()).collect())
}

/// The minutes of these events, if records without seconds can be of them.
fn minutes_in(connection: &Connection, events: &HashSet<i64>) -> Result<BTreeSet<Minute>, CacheError> {
    let mut minutes = BTreeSet::new();
    if same_event::is_any_in_minutes(connection)? {
        for number in events {
            minutes.extend(event::find(connection, EventId(*number))?.as_ref().and_then(same_event::minute_of));
        }
    }
    Ok(minutes)
}

pub(super) fn forget_unused_texts(connection: &Connection) -> Result<(), CacheError> {
    let mut used = HashSet::new();
    super::event::for_each(connection, |row| used.extend(row.texts.iter().copied()))?;
    let all: Vec<i64> =
        connection.prepare("SELECT id FROM text")?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for id in all.into_iter().filter(|id| !used.contains(id)) {
        connection.prepare_cached("DELETE FROM text WHERE id = ?1")?.execute([id])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Options, Progress, find_inputs};

    #[test]
    fn what_goes_with_a_source_is_what_only_it_tells_of() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut cache = Cache::open(&folder.path().join("cache.sqlite")).expect("a new cache opens");
        let mut import = |name: &str, numbers: &[u8]| {
            let sign_in = |number: &u8| {
                format!(
                    r#"{{"id":"r{number}","createdDateTime":"2026-10-05T08:00:00Z","appId":"a","userId":"{name}"}}"#
                )
            };
            let path = folder.path().join(name);
            let content = numbers.iter().map(sign_in).collect::<Vec<_>>().join(",");
            std::fs::write(&path, format!("[{content}]")).expect("a file is written");
            let input = find_inputs(&[path]).remove(0).expect("the file is there");
            cache.import(&input, &Options::default(), &Progress::default()).expect("it is a report").source
        };
        let (first, second) = (import("first.json", &[1, 2, 3]), import("second.json", &[3, 4]));
        assert_eq!(cache.weigh(first).expect("it is weighed"), Leaving { gone: 2, kept: 1, entries: 0 });
        assert_eq!(cache.weigh(second).expect("it is weighed"), Leaving { gone: 1, kept: 1, entries: 0 });
        let before = cache.len().expect("the cache counts");
        assert!(cache.forget(first).expect("it is forgotten"));
        assert_eq!(before - cache.len().expect("the cache counts"), 2);
        assert_eq!(cache.weigh(second).expect("it is weighed"), Leaving { gone: 2, kept: 0, entries: 0 });
        assert_eq!(cache.weigh(first).expect("it is weighed"), Leaving::default());
    }
}
