//! The tables of the cache, as SQL a person can paste into a shell, and the way from older ones to these.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use super::write::again;
use super::{CacheError, backup, wide_events};
use crate::fields::Log;

/// Marks the file as ours (`PRAGMA application_id`): the bytes `SiLe`.
pub(super) const APPLICATION_ID: i32 = 0x5369_4c65;

/// The version of the tables below (`PRAGMA user_version`).
pub(super) const VERSION: i32 = 8;

/// Bytes of a page: it suits the blocks of originals.
pub(super) const PAGE: usize = 8192;

/// The first version whose table of events has one column for all texts.
const NARROW: i32 = 5;

/// The first version that keeps what events are found by together with the source that tells it.
const NAMED: i32 = 6;

/// Everything of version 1 but the table of events.
const TABLES: &str = "
-- A file that was imported.
CREATE TABLE source (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    place     TEXT    NOT NULL,          -- path; zip members behind ' › '
    name      TEXT    NOT NULL,
    bytes     INTEGER NOT NULL,
    sha256    BLOB    NOT NULL,
    format    TEXT    NOT NULL,          -- key of the format
    log       TEXT,                      -- key of the log; null if each record tells
    header    TEXT    NOT NULL,          -- header row of a CSV file
    day_first INTEGER NOT NULL,          -- how its dates were read
    exported  INTEGER NOT NULL,          -- UTC milliseconds: later exports win
    imported  INTEGER NOT NULL,          -- UTC milliseconds
    records   INTEGER NOT NULL,
    new       INTEGER NOT NULL,
    merged    INTEGER NOT NULL,
    known     INTEGER NOT NULL,
    rejected  INTEGER NOT NULL
);

-- Every different text of all records, once; columns of `event` hold its id.
CREATE TABLE text (
    id    INTEGER PRIMARY KEY,
    hash  INTEGER NOT NULL,              -- finds a text without an index over the texts themselves
    value TEXT    NOT NULL
);
CREATE INDEX text_hash ON text (hash);

-- The number of the next sign-in. Numbers are never used again, so that a window that shows a forgotten
-- sign-in can't come to show another person's.
CREATE TABLE next_event (
    id INTEGER NOT NULL
);
INSERT INTO next_event VALUES (1);

-- From a request ID's lookup key to the sign-ins that may have it.
CREATE TABLE event_key (
    key   INTEGER NOT NULL,
    event INTEGER NOT NULL,
    PRIMARY KEY (key, event)
) WITHOUT ROWID;

-- Original texts of consecutive records, compressed together (a zstd frame).
CREATE TABLE block (
    id     INTEGER PRIMARY KEY,
    source INTEGER NOT NULL,
    data   BLOB    NOT NULL
);
CREATE INDEX block_source ON block (source);

-- Where a source tells of a sign-in: a piece of a block.
CREATE TABLE occurrence (
    event  INTEGER NOT NULL,
    source INTEGER NOT NULL,
    block  INTEGER NOT NULL,
    start  INTEGER NOT NULL,
    length INTEGER NOT NULL,
    PRIMARY KEY (event, source, block, start)
) WITHOUT ROWID;

-- Rows of authentication details files. They belong to the sign-ins of their request ID, whether those
-- are known already or come weeks later.
CREATE TABLE step_row (
    key        INTEGER NOT NULL,         -- as in `event_key`
    request_id,                          -- as in `event`
    source     INTEGER NOT NULL,
    block      INTEGER NOT NULL,
    start      INTEGER NOT NULL,
    length     INTEGER NOT NULL,
    PRIMARY KEY (key, source, block, start)
) WITHOUT ROWID;

-- Records that could not be read.
CREATE TABLE reject (
    source INTEGER NOT NULL,
    number INTEGER NOT NULL,             -- of the record in the file, from 1
    at     INTEGER NOT NULL,             -- byte where it begins
    reason TEXT    NOT NULL,
    text   TEXT    NOT NULL
);
CREATE INDEX reject_source ON reject (source);
";

/// From each version to the next, as far as tables were added: the first leads from version 1 to version 2.
const MIGRATIONS: [&str; NARROW as usize - 2] = [
    "
-- What the analyst says of a sign-in. It belongs to the sign-in's identity and not to its number, so that it
-- outlives forgetting the source and importing it again.
CREATE TABLE annotation (
    key        INTEGER NOT NULL,         -- as in `event_key`
    log        INTEGER NOT NULL,         -- as in `event`
    second     INTEGER NOT NULL,         -- UTC seconds
    request_id          NOT NULL,        -- as in `event`
    bookmarked INTEGER NOT NULL,
    note       TEXT    NOT NULL,         -- empty if there is none
    changed    INTEGER NOT NULL,         -- UTC milliseconds
    PRIMARY KEY (key, log, second, request_id)
) WITHOUT ROWID;
",
    "
-- What look-ups in the directory tell: a row for each record. Texts that are not known are empty.
CREATE TABLE directory_entry (
    source          INTEGER NOT NULL,
    number          INTEGER NOT NULL,    -- of the entry among those of its file, from 1
    kind            TEXT    NOT NULL,    -- user, group or other
    id              TEXT    NOT NULL,    -- object ID
    username        TEXT    NOT NULL,
    name            TEXT    NOT NULL,
    told            TEXT    NOT NULL,    -- values by the keys of their fields, as a JSON object
    block           INTEGER NOT NULL,    -- where the original text is, as in `occurrence`
    start           INTEGER NOT NULL,
    length          INTEGER NOT NULL,
    PRIMARY KEY (source, number)
) WITHOUT ROWID;

-- The group whose members a source lists, by the name of its file or as the analyst calls it.
CREATE TABLE directory_group (
    source INTEGER PRIMARY KEY,
    name   TEXT    NOT NULL
);
",
    "
-- What was taken for granted when a file was read: a JSON list of sentences.
ALTER TABLE source ADD COLUMN notes TEXT NOT NULL DEFAULT '[]';

-- How tables are read whose columns a person has assigned. Older programs made it when they needed it.
CREATE TABLE IF NOT EXISTS column_mapping (
    fingerprint TEXT PRIMARY KEY,        -- of the names of the columns
    mapping     TEXT NOT NULL            -- JSON: each column with the key of its field
) WITHOUT ROWID;

-- Whether the times of a source have no seconds, as spreadsheets leave them out.
ALTER TABLE source ADD COLUMN whole_minutes INTEGER NOT NULL DEFAULT 0;
",
];

/// The step to [`NAMED`].
const NAMES: &str = "
-- What else than its identifier an event is found by, through `event_key`: the change by which details files name it,
-- what it says where other exports tell it without an identifier, and the identifier that was made for one of these. Each
-- as told by one source, with which it goes.
DROP TABLE IF EXISTS event_name;
CREATE TABLE event_name (
    event  INTEGER NOT NULL,
    name           NOT NULL,             -- as request_id in `event`
    source INTEGER NOT NULL,
    time   INTEGER NOT NULL,             -- of the event as the source tells it, in UTC milliseconds
    PRIMARY KEY (event, name, source)
) WITHOUT ROWID;

-- Several events of the audit log can have one identifier and second: what was done tells them apart.
ALTER TABLE annotation RENAME TO old_annotation;
CREATE TABLE annotation (
    key        INTEGER NOT NULL,         -- as in `event_key`
    log        INTEGER NOT NULL,         -- as in `event`
    second     INTEGER NOT NULL,         -- UTC seconds
    request_id          NOT NULL,        -- as in `event`
    deed       INTEGER NOT NULL DEFAULT 0, -- a hash of what was done to what; 0 if that is not known
    bookmarked INTEGER NOT NULL,
    note       TEXT    NOT NULL,         -- empty if there is none
    changed    INTEGER NOT NULL,         -- UTC milliseconds
    PRIMARY KEY (key, log, second, request_id, deed)
) WITHOUT ROWID;
INSERT INTO annotation SELECT key, log, second, request_id, 0, bookmarked, note, changed FROM old_annotation;
DROP TABLE old_annotation;

-- Under which identity that is kept what the analyst says of events whose identifier was made, once another source has
-- told the real one: they are found even if only the source without identifiers is left, or comes again.
CREATE TABLE annotation_alias (
    made       TEXT    NOT NULL,         -- identifier that was made
    log        INTEGER NOT NULL,
    second     INTEGER NOT NULL,
    request_id          NOT NULL,
    deed       INTEGER NOT NULL,
    PRIMARY KEY (made, log)
) WITHOUT ROWID;
";

/// The first version that keeps columns.
const COLUMNS: i32 = 7;

/// The step to [`COLUMNS`].
const KEPT_COLUMNS: &str = "
-- A copy of what the events tell, column by column, for a quick start; src/columns/kept.rs says how. Chunks hold
-- consecutive events.
CREATE TABLE kept_columns (
    chunk INTEGER PRIMARY KEY,
    until INTEGER NOT NULL,              -- its last event
    data  BLOB    NOT NULL
);

-- Events that changed or went since.
CREATE TABLE kept_changed (
    event INTEGER PRIMARY KEY
);
";

/// The first version that knows how many records of a source are missing.
const MISSING_TOLD: i32 = 8;

/// The step to [`MISSING_TOLD`].
const MISSING: &str = "
-- How many records of the file are not here any more: forgotten by their age, or lost with a damaged cache. Such a file
-- is not taken for known: importing it again brings them back.
ALTER TABLE source ADD COLUMN missing INTEGER NOT NULL DEFAULT 0;
";

/// The table of events. What it was before version 5 is told by [`super::wide_events`].
pub(super) fn event_table() -> String {
    let logs: Vec<String> =
        (0..).zip(Log::ALL).map(|(number, log): (u8, _)| format!("{number} {}", log.in_a_sentence())).collect();
    format!(
        "-- A sign-in or a record of another log: what all its originals tell together.
CREATE TABLE event (
    id           INTEGER PRIMARY KEY,
    log          INTEGER NOT NULL,       -- {}
    time         INTEGER NOT NULL,       -- UTC milliseconds
    sign_ins     INTEGER NOT NULL,       -- how many it stands for: more than one if it is a summary
    first_source INTEGER NOT NULL,       -- of the earliest and the latest export that tell of it
    last_source  INTEGER NOT NULL,
    -- Identifiers: a GUID's 16 bytes, a token's text of 22 characters, or any other text.
    request_id,
    correlation_id,
    unique_token_id,
    session_id,
    original_request_id,
    texts        BLOB    NOT NULL        -- numbers of its texts by field; see src/cache/cells.rs
);",
        logs.join(", ")
    )
}

/// Makes the tables in a new file, or checks that an old one is ours and current.
pub(super) fn prepare(connection: &mut Connection, path: &Path) -> Result<(), CacheError> {
    let (application_id, version, tables) = marks(connection)?;
    if application_id == 0 && version == 0 && tables == 0 {
        // The page size must be set before the first table.
        connection.execute_batch(&format!("PRAGMA page_size = {PAGE}; PRAGMA journal_mode = WAL;"))?;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Another process may have been faster.
        let made: i64 = transaction.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
        if made == 0 {
            transaction.execute_batch(TABLES)?;
            transaction.execute_batch(&MIGRATIONS.concat())?;
            transaction.execute_batch(&event_table())?;
            transaction.execute_batch(NAMES)?;
            transaction.execute_batch(KEPT_COLUMNS)?;
            transaction.execute_batch(MISSING)?;
            transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
            transaction.pragma_update(None, "user_version", VERSION)?;
        }
        transaction.commit()?;
        return Ok(());
    }
    if !is_current(connection)? {
        backup::make(connection, path)?;
        migrate(connection)?;
    }
    Ok(())
}

/// Whether a file is ours and of the present version; an error if it is not ours, or newer.
pub(super) fn is_current(connection: &mut Connection) -> Result<bool, CacheError> {
    let (application_id, version, _) = marks(connection)?;
    if application_id != APPLICATION_ID {
        return Err(CacheError::Foreign);
    }
    if !(1..=VERSION).contains(&version) {
        return Err(CacheError::Version { found: version, known: VERSION });
    }
    Ok(version == VERSION)
}

/// Application ID, version and number of tables at one moment: another thread may be making the tables just now.
fn marks(connection: &mut Connection) -> Result<(i32, i32, i64), CacheError> {
    let transaction = connection.transaction()?;
    let tables = transaction.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let pragma = |name: &str| transaction.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0));
    Ok((pragma("application_id")?, pragma("user_version")?, tables))
}

/// Leads an older file to the present version, or leaves it as it is.
fn migrate(connection: &mut Connection) -> Result<(), CacheError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another process may have been faster.
    let version: i32 = transaction.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    for step in MIGRATIONS.iter().skip(usize::try_from(version - 1).unwrap_or_default()) {
        transaction.execute_batch(step)?;
    }
    if version < COLUMNS {
        // Before the other steps, which may change events.
        transaction.execute_batch(KEPT_COLUMNS)?;
    }
    if version < NARROW {
        wide_events::narrow(&transaction)?;
    }
    if version < MISSING_TOLD {
        transaction.execute_batch(MISSING)?;
    }
    if version < NAMED {
        transaction.execute_batch(NAMES)?;
        again::add_named_again(&transaction)?;
    }
    transaction.pragma_update(None, "user_version", VERSION)?;
    transaction.commit()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::thread;

    use crate::cache::Cache;

    #[test]
    fn a_new_cache_can_be_opened_by_several_threads_at_once() {
        for _ in 0..40 {
            let folder = tempfile::tempdir().expect("a temporary folder");
            let path = folder.path().join("cache.sqlite");
            let opened: Vec<_> = thread::scope(|scope| {
                let threads: Vec<_> = (0..4).map(|_| scope.spawn(|| Cache::open(&path).map(|_| ()))).collect();
                threads.into_iter().map(|thread| thread.join().expect("no panic")).collect()
            });
            assert!(opened.iter().all(Result::is_ok), "{opened:?}");
        }
    }
}
