//! The cache: one SQLite file that holds everything imported.
//!
//! Its truth are the original texts and the sources they came in; the table `event` holds what all
//! originals of a sign-in tell together, and can be made anew from them at any time. That is how a
//! source is forgotten, and how authentication details find sign-ins that come later.
//!
//! An import is one transaction: cancelled, crashed or out of disk, the cache is as it was before. Only
//! this floor knows SQLite. It knows readers and records, but no columns, no query and no window.

mod aside;
mod backup;
mod cells;
mod check;
mod directory;
mod encryption;
mod event;
mod file;
mod forget;
mod kept_columns;
mod keys;
mod lock;
mod mappings;
mod marks;
mod names;
mod notes;
mod originals;
mod read_only;
mod records;
mod rescue;
mod retention;
mod same_event;
mod schema;
mod settle;
mod sources;
mod texts;
mod types;
mod wide_events;
mod write;

use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode};

pub use aside::{Replaced, Trouble};
pub use cells::fields as stored_fields;
pub use check::Checked;
pub use event::{EventRow, StoredEvent};
pub use file::{CacheFile, Passphrase};
pub use forget::Leaving;
pub use marks::Marks;
pub use notes::Annotation;
pub use records::{Places, Telling};
pub use rescue::Rescued;
pub use retention::Outdated;
pub use types::{Counts, Detail, OriginalText, RejectedRecord, Source, SourceId};
pub use write::{ImportFailure, Imported};

/// Why the cache can't be used.
#[derive(Debug, thiserror::Error)]
pub enum CacheError {
    /// The folder or file can't be made or opened.
    #[error("The cache {path} can't be opened ({reason}); choose another file with --cache")]
    Open {
        /// The file asked for.
        path: String,
        /// What the system says.
        reason: String,
    },
    /// The file is no database at all, and nothing in it says that it was one of ours.
    #[error("This file is no cache of Sign-in Lens; choose another file with --cache")]
    NoCache,
    /// The file is a database, but not ours.
    #[error("This file is a database of another program; choose another file with --cache")]
    Foreign,
    /// The file is ours, and can't be read as a whole.
    #[error(
        "The cache is damaged ({0}): `signin-lens rescue` sets it aside untouched and takes what can be read into a new one"
    )]
    Broken(#[source] rusqlite::Error),
    /// The file is encrypted, and no passphrase was given.
    #[error("The cache is encrypted: its passphrase is needed")]
    Locked,
    /// The file is encrypted, and not with the passphrase that was given.
    #[error("This passphrase does not open the cache, or the beginning of its file is damaged")]
    WrongPassphrase,
    /// Somebody else has it open, which must not be while it is encrypted.
    #[error("Another window or program has this cache open: close it and try again")]
    InUse,
    /// The copy that is to be encrypted or decrypted could not be made.
    #[error(
        "The cache could not be written anew and is as it was ({0}): see that its folder has room and can be written"
    )]
    Copy(String),
    /// What was there before the cache was encrypted could not be overwritten.
    #[error("The cache is changed, but the bytes of the file before could not be overwritten ({0})")]
    Remains(String),
    /// The cache of an older version could not be copied before it is changed.
    #[error(
        "The cache is of an older version and can't be copied to be safe before it is changed ({0}): make room beside it"
    )]
    Backup(String),
    /// A damaged file can't be given another name.
    #[error("The cache could not be set aside ({0}): close other windows, and see that its folder can be written")]
    Aside(String),
    /// The file was made by another version of the program.
    #[error(
        "The cache has version {found}, this program reads version {known}; use the program that made it, or another file with --cache"
    )]
    Version {
        /// Version of the file.
        found: i32,
        /// Version of this program.
        known: i32,
    },
    /// A stored original can't be read back.
    #[error("A stored original text is damaged ({0})")]
    Damaged(String),
    /// It is in a place where nothing can be written, and was asked to hold something.
    #[error(
        "Nothing can be written where the cache is: make room there, or copy it to a folder of yours and open that one with --cache"
    )]
    ReadOnly,
    /// Somebody else has been writing for longer than was waited for.
    #[error("Another window or program is writing to this cache; try again once it is done")]
    Busy,
    /// Anything else SQLite reports, such as a full disk.
    #[error("The cache can't be read or written ({0})")]
    Sql(#[source] rusqlite::Error),
}

impl From<rusqlite::Error> for CacheError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Broken(error),
            Some(ErrorCode::ReadOnly) => Self::ReadOnly,
            _ if lock::is_busy(&error) => Self::Busy,
            _ => Self::Sql(error),
        }
    }
}

/// How long another connection is waited for.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long it is waited for where that only tidies up.
const MOMENT: Duration = Duration::from_secs(1);
/// What SQLite adds to the name of a cache for its write-ahead log, and for what processes share of it.
const LOG: &str = "-wal";
const SHARED: &str = "-shm";
/// No database has fewer bytes: its smallest page. SQLite takes such a file for empty and would write over it.
const SMALLEST: u64 = 512;
/// Bytes to which the write-ahead log is cut.
const LOG_LIMIT: u64 = 64 << 20;

/// Makes an empty file that only its owner may read: it will hold everyone's sign-ins. `SQLite` gives its own
/// files beside it the same rights.
fn make_private(path: &Path) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

/// Makes or checks the tables, and sets what holds for a connection that may write.
fn set_up(connection: &mut Connection, path: &Path) -> Result<(), CacheError> {
    schema::prepare(connection, path)?;
    set_up_reading(connection)?;
    // What is deleted is overwritten, also where there is no room to write the file anew after forgetting.
    connection.execute_batch(&format!(
        "PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON; PRAGMA journal_mode = WAL;
         PRAGMA journal_size_limit = {LOG_LIMIT};",
    ))?;
    Ok(())
}

/// Sets what holds for every connection.
fn set_up_reading(connection: &Connection) -> Result<(), CacheError> {
    // Plans do not depend on what is looked for: without this, some statements are planned anew for each value.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // 64 MiB of pages; an import of any size stays within it.
    connection.execute_batch("PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;")?;
    Ok(())
}

/// Whether SQLite could not take the file for a database at all.
fn is_unread(opened: &Result<Cache, CacheError>) -> bool {
    matches!(opened, Err(CacheError::Broken(error)) if error.sqlite_error_code() == Some(ErrorCode::NotADatabase))
}

/// An open cache. Each thread opens its own; SQLite keeps them apart.
#[derive(Debug)]
pub struct Cache {
    connection: Connection,
    path: PathBuf,
}

impl Cache {
    /// Opens the cache in this file, or makes a new one, its folder included. Where nothing can be written it is opened for
    /// reading alone.
    pub fn open(path: &Path) -> Result<Self, CacheError> {
        Self::open_with(path, None)
    }

    /// Opens or makes one that is encrypted with this passphrase; one that is not encrypted is opened without.
    pub fn open_with(path: &Path, passphrase: Option<&Passphrase>) -> Result<Self, CacheError> {
        let failed = |reason: String| CacheError::Open { path: path.display().to_string(), reason };
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder).map_err(|error| failed(error.to_string()))?;
        }
        make_private(path).map_err(|error| failed(error.to_string()))?;
        let bytes = std::fs::metadata(path).map_err(|error| failed(error.to_string()))?.len();
        if (1..SMALLEST).contains(&bytes) {
            return Err(CacheError::NoCache);
        }
        let mut opened = Self::open_as(path, passphrase);
        if passphrase.is_some() {
            if bytes == 0 && is_unread(&opened) {
                // Another thread or process may have made it meanwhile, with a salt of its own.
                opened = Self::open_as(path, passphrase);
            }
            if is_unread(&opened) {
                opened = Self::open_as(path, None);
            }
        }
        if opened.is_ok() && encryption::remove_part(path).is_err() {
            tracing::warn!("what was left of an encryption that was broken off can't be removed beside the cache");
        }
        match opened {
            Err(CacheError::Broken(_)) if is_unread(&opened) && encryption::is_likely(path) => {
                Err(if passphrase.is_some() { CacheError::WrongPassphrase } else { CacheError::Locked })
            }
            // What is read with a passphrase up to a damaged page is ours, though its file does not show it.
            Err(CacheError::Broken(_)) if (passphrase.is_none() || is_unread(&opened)) && !aside::is_ours(path) => {
                Err(CacheError::NoCache)
            }
            other => other,
        }
    }

    fn open_as(path: &Path, passphrase: Option<&Passphrase>) -> Result<Self, CacheError> {
        let failed = |reason: String| CacheError::Open { path: path.display().to_string(), reason };
        encryption::get_ready();
        let mut connection = Connection::open(path).map_err(|error| failed(error.to_string()))?;
        if let Some(passphrase) = passphrase {
            encryption::unlock(&connection, passphrase)?;
        }
        connection.busy_timeout(PATIENCE)?;
        // Until it is known to be whole and ours, nothing is written to the file.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        let until = Instant::now() + PATIENCE;
        loop {
            match set_up(&mut connection, path) {
                Ok(()) => break,
                // SQLite does not wait by itself while another thread sets the journal of a new file.
                Err(CacheError::Busy) if Instant::now() < until => {
                    thread::sleep(Duration::from_millis(5));
                }
                Err(error) if read_only::is_why(&error, path) => {
                    connection = read_only::open(path, passphrase)?;
                    set_up_reading(&connection)?;
                    break;
                }
                Err(CacheError::Sql(error)) => return Err(failed(error.to_string())),
                Err(other) => return Err(other),
            }
        }
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
        connection.set_prepared_statement_cache_capacity(64);
        Ok(Self { connection, path: path.to_owned() })
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether nothing can be written to it, since nothing could be at its place when it was opened.
    #[must_use]
    pub fn is_for_reading(&self) -> bool {
        self.connection.is_readonly("main").unwrap_or_default()
    }

    /// How many sign-ins it holds.
    pub fn len(&self) -> Result<u64, CacheError> {
        Ok(self.connection.query_row("SELECT count(*) FROM event", [], |row| row.get::<_, i64>(0))?.unsigned_abs())
    }

    /// Whether it holds no sign-in.
    pub fn is_empty(&self) -> Result<bool, CacheError> {
        Ok(self.len()? == 0)
    }

    /// Moves what SQLite's write-ahead log holds into the cache, as much as readers allow. A long log, which an import
    /// makes as long as what it wrote, is also cut, if readers leave it within a moment; else when it is next used.
    fn shrink_log(&self) -> Result<(), CacheError> {
        let is_long = std::fs::metadata(backup::beside(&self.path, LOG)).is_ok_and(|log| log.len() > LOG_LIMIT);
        let mode = if is_long { "TRUNCATE" } else { "PASSIVE" };
        self.connection.busy_timeout(MOMENT)?;
        let moved = self.connection.query_row(&format!("PRAGMA wal_checkpoint({mode})"), [], |_| Ok(()));
        self.connection.busy_timeout(PATIENCE)?;
        Ok(moved?)
    }

    /// Moves what SQLite's write-ahead log holds into the cache and empties the log, so that nothing of what was
    /// rolled back or forgotten stays on disk. Waits for readers as long as for any lock.
    fn empty_log(&self) {
        let busy = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, bool>(0));
        if !matches!(busy, Ok(false)) {
            tracing::warn!("the write-ahead log of the cache is in use; it is emptied when the last window closes");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_deleted_is_overwritten() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let cache = Cache::open(&folder.path().join("cache.db")).expect("a new cache opens");
        let is_on = cache.connection.query_row("PRAGMA secure_delete", [], |row| row.get::<_, i64>(0));
        assert_eq!(is_on.expect("it is asked"), 1);
    }
}
