//! Encryption of the cache: `SQLCipher` encrypts each page with AES-256 and proves by an HMAC that it was not changed; its keys
//! come from the passphrase and a salt in the file's first 16 bytes. Source: <https://www.zetetic.net/sqlcipher/design/>.
//!
//! A cache is encrypted, decrypted or given another passphrase by copying it: the file is the old one or the new one,
//! whenever the program is killed.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::Once;
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::Connection;

use super::backup::{self, beside, removed_with_logs};
use super::file::{CacheFile, Passphrase};
use super::schema::PAGE;
use super::{Cache, CacheError};

/// How long the other threads of this program are waited for to close the cache.
const ALONE: Duration = Duration::from_secs(5);

/// Waits until `SQLCipher` is ready for all threads. SQLite makes it so as the last part of its own beginning, for which other
/// threads do not wait (`sqlite3_initialize` in its source): they would fail to set a key.
pub(super) fn get_ready() {
    static BEGUN: Once = Once::new();
    BEGUN.call_once(|| drop(Connection::open_in_memory()));
}

/// Lets a connection that has read nothing yet read and write with this passphrase.
pub(super) fn unlock(connection: &Connection, passphrase: &Passphrase) -> Result<(), CacheError> {
    // A passphrase that does not open the file is told by the error; SQLCipher would write lines to standard error, too.
    connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
    connection.pragma_update(None, "key", passphrase.text())?;
    connection.execute_batch(&format!("PRAGMA cipher_page_size = {PAGE}"))?;
    Ok(())
}

/// Bytes at each page's end for what encryption needs there: 16 of its vector and 64 of its HMAC.
const RESERVED: usize = 16 + 64;

/// Lets a connection that is within a transaction read the pages behind one that can't be decrypted, too; without that it reads
/// nothing more then. It holds until the transaction ends, and must never write.
pub(super) fn read_beyond_damage(connection: &Connection) -> Result<(), CacheError> {
    // The first page, which stays in memory until the transaction ends.
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    // SQLCipher takes a file for one that is being recovered if its whole first page is not encrypted; an error in a page
    // then is an error of that page alone (`sqlite3Codec` in its source). It does not look at that page again.
    connection.execute_batch(&format!("PRAGMA cipher_plaintext_header_size = {}", PAGE - RESERVED))?;
    Ok(())
}

/// Whether a file that is no database that can be read is an encrypted one as far as can be told: its first page
/// looks like noise. It must not be called while this process has the file open as a database: closing it would
/// take the locks of that away (<https://www.sqlite.org/howtocorrupt.html>, section 2.2).
pub(super) fn is_likely(path: &Path) -> bool {
    let mut page = [0; PAGE];
    if File::open(path).and_then(|mut file| file.read_exact(&mut page)).is_err() {
        return false;
    }
    let mut counts = [0_u32; 256];
    for byte in page {
        counts[usize::from(byte)] += 1;
    }
    // In noise each byte is there about 32 times, and none more than 96 times in as many files as there may ever be. In a
    // page of a database or a text one byte takes a large part.
    counts.iter().all(|count| *count <= 3 * (PAGE / 256) as u32)
}

impl Cache {
    /// Whether its file is encrypted.
    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        // Without a passphrase there is no answer at all, or it is no.
        let status = self.connection.query_row("PRAGMA cipher_status", [], |row| row.get::<_, String>(0));
        status.is_ok_and(|status| status == "1")
    }

    /// Takes the cache for this connection alone, until that is closed. Nobody else may have it open.
    fn take_alone(&self) -> Result<(), CacheError> {
        self.connection.execute_batch("PRAGMA main.locking_mode = EXCLUSIVE")?;
        let until = Instant::now() + ALONE;
        loop {
            // Only who is alone may do away with the write-ahead log.
            let mode =
                self.connection.query_row("PRAGMA main.journal_mode = DELETE", [], |row| row.get::<_, String>(0));
            match mode.map_err(CacheError::from) {
                Ok(mode) if mode == "delete" => return Ok(()),
                Ok(_) | Err(CacheError::Busy) if Instant::now() < until => thread::sleep(Duration::from_millis(50)),
                Ok(_) | Err(CacheError::Busy) => return Err(CacheError::InUse),
                Err(error) => return Err(error),
            }
        }
    }

    /// Writes everything to another file, which is encrypted if there is a passphrase.
    fn copy_to(&self, path: &Path, passphrase: Option<&Passphrase>) -> Result<(), CacheError> {
        let name = path.to_str().ok_or_else(|| CacheError::Open {
            path: path.display().to_string(),
            reason: "its folder has a name that is no text".to_owned(),
        })?;
        let key = passphrase.map_or("", Passphrase::text);
        self.connection.execute("ATTACH DATABASE ?1 AS copy KEY ?2", [name, key])?;
        let size = if passphrase.is_some() { "cipher_page_size" } else { "page_size" };
        // A copy that is not finished is thrown away; with a journal, SQLite would make a third one over both files.
        self.connection
            .execute_batch(&format!("PRAGMA copy.{size} = {PAGE}; PRAGMA copy.journal_mode = OFF; BEGIN EXCLUSIVE"))?;
        self.connection.query_row("SELECT sqlcipher_export('copy')", [], |_| Ok(()))?;
        for mark in ["application_id", "user_version"] {
            let value: i64 = self.connection.query_row(&format!("PRAGMA main.{mark}"), [], |row| row.get(0))?;
            self.connection.execute_batch(&format!("PRAGMA copy.{mark} = {value}"))?;
        }
        self.compare_with_copy()?;
        self.connection.execute_batch("COMMIT; DETACH DATABASE copy")?;
        Ok(())
    }

    /// Sees that the copy lacks no row of any table.
    fn compare_with_copy(&self) -> Result<(), CacheError> {
        let mut tables = self.connection.prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table'")?;
        for table in tables.query_map([], |row| row.get::<_, String>(0))? {
            let table = table?;
            let rows = |of: &str| -> rusqlite::Result<i64> {
                self.connection.query_row(&format!("SELECT count(*) FROM {of}.\"{table}\""), [], |row| row.get(0))
            };
            if rows("main")? != rows("copy")? {
                return Err(CacheError::Damaged(format!("the table {table} could not be copied as a whole")));
            }
        }
        Ok(())
    }
}

impl CacheFile {
    /// Encrypts the cache with this passphrase from now on, or without one decrypts it. Nobody else may have it open. The bytes
    /// of copies of older versions, and of the file that was before, are overwritten, as far as the disk does that: some write
    /// elsewhere and keep the old bytes for a while, and so does what was in SQLite's log.
    pub fn encrypt(&self, passphrase: Option<Passphrase>) -> Result<(), CacheError> {
        let (path, part) = (self.path(), beside(self.path(), PART));
        let failed = |error: io::Error| CacheError::Copy(error.to_string());
        let made = self.open().and_then(|cache| {
            if cache.is_for_reading() {
                return Err(CacheError::ReadOnly);
            }
            cache.take_alone()?;
            super::make_private(&part).map_err(failed)?;
            cache.copy_to(&part, passphrase.as_ref())?;
            // What was meant opens it, before there is no other.
            if Cache::open_with(&part, passphrase.as_ref())?.is_encrypted() != passphrase.is_some() {
                return Err(CacheError::Damaged("the copy is not as it was meant to be".to_owned()));
            }
            File::open(&part).and_then(|file| file.sync_all()).map_err(failed)?;
            backup::remove_all(path).map_err(failed)?;
            Ok(cache)
        });
        match made.and_then(|cache| exchange(cache, path, &part)) {
            Ok(old) => {
                self.set_passphrase(passphrase);
                old.and_then(overwrite).map_err(|error| CacheError::Remains(error.to_string()))
            }
            Err(error) => {
                // If it can't go now, it goes when the cache is opened next.
                drop(remove_part(path));
                Err(error)
            }
        }
    }
}

/// Puts the copy in the place of the cache; comes back with what was there, without a name.
fn exchange(cache: Cache, path: &Path, part: &Path) -> Result<io::Result<File>, CacheError> {
    let failed = |error: io::Error| CacheError::Copy(error.to_string());
    // Nobody else can have it until the copy is in its place; but Windows puts nothing in the place of what SQLite has open.
    let held = (!cfg!(windows)).then_some(cache);
    let mut old = File::options().write(true).open(path);
    if let Err(error) = fs::rename(part, path) {
        if old.is_err() || !cfg!(windows) {
            return Err(failed(error));
        }
        // Some file systems replace nothing that anybody has open.
        old = Err(error);
        fs::rename(part, path).map_err(failed)?;
    }
    // Were the power cut, the old bytes must not go before the new name is there.
    if cfg!(unix)
        && let Some(folder) = path.parent()
    {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)?;
    }
    drop(held);
    Ok(old)
}

/// What stands behind the name of the cache in that of the copy that is to take its place.
const PART: &str = ".encrypting";

/// Removes what was left of a copy that did not come to its end: it may be plain text beside an encrypted cache. Who has the
/// cache open knows that nobody is making one.
pub(super) fn remove_part(path: &Path) -> io::Result<()> {
    let part = beside(path, PART);
    if part.exists() {
        overwrite(File::options().write(true).open(&part)?)?;
    }
    removed_with_logs(&part)
}

/// Overwrites all of a file.
pub(super) fn overwrite(mut file: File) -> io::Result<()> {
    let bytes = file.seek(SeekFrom::End(0))?;
    file.rewind()?;
    io::copy(&mut io::repeat(0).take(bytes), &mut file)?;
    file.flush()?;
    file.sync_all()
}
