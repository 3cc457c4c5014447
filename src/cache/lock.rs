//! Waiting for others: one connection writes at a time, of whatever window or program.

use std::time::{Duration, Instant};

use rusqlite::{ErrorCode, Transaction, TransactionBehavior};

use super::{Cache, ImportFailure, PATIENCE};
use crate::import::Progress;

/// How long it is waited before it is seen whether the import was cancelled.
const ATTEMPT: Duration = Duration::from_millis(100);

pub(super) fn is_busy(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked))
}

impl Cache {
    /// Begins to write what an import brings, once nobody else writes. Another import may take an hour: however long it is,
    /// `progress` tells that this one waits, and cancels it. The lock of a program that died is free.
    pub(super) fn begin_import(&self, progress: &Progress) -> Result<Transaction<'_>, ImportFailure> {
        self.connection.busy_timeout(ATTEMPT)?;
        let since = Instant::now();
        let begun = loop {
            if progress.is_cancelled() {
                break Err(ImportFailure::Cancelled);
            }
            match Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate) {
                Err(error) if is_busy(&error) => progress.set_waiting(since.elapsed()),
                begun => break begun.map_err(ImportFailure::from),
            }
        };
        progress.end_waiting();
        self.connection.busy_timeout(PATIENCE)?;
        begun
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::{Connection, Error, ffi};

    use super::*;
    use crate::cache::CacheError;

    #[test]
    fn nobody_reads_that_a_database_is_locked() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("cache.db");
        let cache = Cache::open(&path).expect("a new cache opens");
        cache.connection.busy_timeout(Duration::ZERO).expect("it can be set");
        let other = Connection::open(&path).expect("the cache is a database");
        other.execute_batch("BEGIN IMMEDIATE").expect("nobody else writes");
        let told = cache.drop_kept_columns().expect_err("somebody writes").to_string();
        assert_eq!(told, "Another window or program is writing to this cache; try again once it is done");
        let full = CacheError::from(Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_FULL), None));
        assert!(matches!(full, CacheError::Sql(_)));
    }
}
