//! The columns that a window loads, kept in the cache so that the next start need not read every event.
//!
//! They are a copy of what the events told when they were kept, in chunks of consecutive events. What came later is found by
//! its number, which is greater; what changed or went since is marked. Whoever loads reads the copy, the marked events
//! and the later ones. What is in a chunk is for [`crate::columns`] to say.

use rusqlite::{CachedStatement, Connection, OptionalExtension, TransactionBehavior};

use super::{Cache, CacheError};
use crate::record::EventId;

/// Marks events that are not any more as they were when the columns were kept.
pub(super) struct KeptMarks<'c> {
    /// The last event of those that were kept.
    until: i64,
    insert: CachedStatement<'c>,
}

impl<'c> KeptMarks<'c> {
    pub(super) fn new(connection: &'c Connection) -> Result<Self, CacheError> {
        let insert = connection.prepare_cached("INSERT OR IGNORE INTO kept_changed (event) VALUES (?1)")?;
        Ok(Self { until: until(connection)?.map_or(i64::MIN, |event| event.0), insert })
    }

    /// An event has changed or is gone.
    pub(super) fn mark(&mut self, event: EventId) -> Result<(), CacheError> {
        if event.0 <= self.until {
            self.insert.execute([event.0])?;
        }
        Ok(())
    }
}

/// The last event of those that were kept.
fn until(connection: &Connection) -> Result<Option<EventId>, CacheError> {
    let mut select = connection.prepare_cached("SELECT max(until) FROM kept_columns")?;
    Ok(select.query_row([], |row| row.get::<_, Option<i64>>(0))?.map(EventId))
}

/// Takes the kept columns away.
pub(super) fn drop_all(connection: &Connection) -> Result<(), CacheError> {
    Ok(connection.execute_batch("DELETE FROM kept_columns; DELETE FROM kept_changed;")?)
}

impl Cache {
    /// A number that is another one once any other connection has written.
    pub fn data_version(&self) -> Result<i64, CacheError> {
        Ok(self.connection.query_row("PRAGMA data_version", [], |row| row.get(0))?)
    }

    /// The last event of those whose columns were kept; `None` if none are.
    pub fn kept_until(&self) -> Result<Option<EventId>, CacheError> {
        until(&self.connection)
    }

    /// A chunk of the kept columns, from 0; `None` behind the last.
    pub fn kept_chunk(&self, chunk: u32) -> Result<Option<Vec<u8>>, CacheError> {
        let mut select = self.connection.prepare_cached("SELECT data FROM kept_columns WHERE chunk = ?1")?;
        Ok(select.query_row([chunk], |row| row.get(0)).optional()?)
    }

    /// How many chunks of kept columns there are, the head among them.
    pub fn kept_chunks(&self) -> Result<u64, CacheError> {
        let select = "SELECT count(*) FROM kept_columns";
        Ok(self.connection.query_row(select, [], |row| row.get::<_, i64>(0))?.unsigned_abs())
    }

    /// Events that changed or went since their columns were kept, in the order of their numbers.
    pub fn changed_since_kept(&self) -> Result<Vec<EventId>, CacheError> {
        let mut select = self.connection.prepare_cached("SELECT event FROM kept_changed ORDER BY event")?;
        Ok(select.query_map([], |row| row.get(0).map(EventId))?.collect::<Result<_, _>>()?)
    }

    /// How many events are not, or not any more, as they were kept.
    pub fn count_not_kept(&self) -> Result<u64, CacheError> {
        let select = "SELECT (SELECT count(*) FROM event WHERE id > ?1) + (SELECT count(*) FROM kept_changed)";
        let until = self.kept_until()?.map_or(i64::MIN, |event| event.0);
        Ok(self.connection.query_row(select, [until], |row| row.get::<_, i64>(0))?.unsigned_abs())
    }

    /// Keeps columns in place of those that were kept before: chunks with the last event of each. Nothing happens, and
    /// `false` comes back, if others have written since `data_version`, when these columns were read.
    pub fn keep_columns(
        &mut self,
        data_version: i64,
        chunks: impl Iterator<Item = Result<(EventId, Vec<u8>), CacheError>>,
    ) -> Result<bool, CacheError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if transaction.query_row("PRAGMA data_version", [], |row| row.get::<_, i64>(0))? != data_version {
            return Ok(false);
        }
        drop_all(&transaction)?;
        {
            let mut insert =
                transaction.prepare_cached("INSERT INTO kept_columns (chunk, until, data) VALUES (?1, ?2, ?3)")?;
            for (number, chunk) in (0_u32..).zip(chunks) {
                let (until, data) = chunk?;
                insert.execute((number, until.0, data))?;
            }
        }
        transaction.commit()?;
        self.shrink_log()?;
        Ok(true)
    }

    /// Takes the kept columns away.
    pub fn drop_kept_columns(&self) -> Result<(), CacheError> {
        drop_all(&self.connection)
    }
}
