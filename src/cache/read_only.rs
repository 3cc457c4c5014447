//! A cache in a place where nothing can be written: a medium, a share or a folder for reading alone, or a full disk.

use std::fs::{OpenOptions, remove_file};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::backup::beside;
use super::{CacheError, LOG, Passphrase, encryption, schema};

/// Whether a cache could not be opened for writing because nothing can be written at its place.
pub(super) fn is_why(error: &CacheError, path: &Path) -> bool {
    let may_be = match error {
        CacheError::ReadOnly => true,
        CacheError::Sql(error) => matches!(
            error.sqlite_error_code(),
            Some(ErrorCode::CannotOpen | ErrorCode::DiskFull | ErrorCode::SystemIoFailure)
        ),
        _ => false,
    };
    may_be && is_for_reading(path)
}

/// Whether the system refuses to write the file, or the small one beside it that SQLite needs.
fn is_for_reading(path: &Path) -> bool {
    if OpenOptions::new().append(true).open(path).is_err_and(|error| refuses(&error)) {
        return true;
    }
    let try_file = beside(path, "-try");
    let made = OpenOptions::new().write(true).create_new(true).open(&try_file);
    let written = made.and_then(|mut file| file.write_all(&vec![0; SMALL]));
    // If it stays, it is in nobody's way.
    let _ = remove_file(&try_file);
    written.is_err_and(|error| refuses(&error))
}

/// Bytes of the file that SQLite needs beside a cache, twice.
const SMALL: usize = 64 << 10;

fn refuses(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::PermissionDenied
            | ErrorKind::QuotaExceeded
            | ErrorKind::ReadOnlyFilesystem
            | ErrorKind::StorageFull
            | ErrorKind::WriteZero
    )
}

/// Opens such a cache for reading. SQLite takes it that nobody writes it meanwhile, so this is refused where somebody may.
pub(super) fn open(path: &Path, passphrase: Option<&Passphrase>) -> Result<Connection, CacheError> {
    let failed = |reason: String| CacheError::Open { path: path.display().to_string(), reason };
    if path.metadata().is_ok_and(|file| file.len() == 0) {
        return Err(failed("nothing can be written at its place, so that none can be made there".to_owned()));
    }
    if beside(path, LOG).metadata().is_ok_and(|log| log.len() > 0) {
        return Err(failed(
            "nothing can be written at its place, and it is in use or was left in the middle of something: copy it, and \
             the files of its name beside it, to a folder of yours"
                .to_owned(),
        ));
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection =
        Connection::open_with_flags(address(path), flags).map_err(|error| failed(error.to_string()))?;
    if let Some(passphrase) = passphrase {
        encryption::unlock(&connection, passphrase)?;
    }
    if !schema::is_current(&mut connection)? {
        return Err(failed(
            "nothing can be written at its place, and it must be brought up to date first: copy it to a folder of yours"
                .to_owned(),
        ));
    }
    Ok(connection)
}

/// The path as SQLite wants it to be told that the file does not change. Source: <https://www.sqlite.org/uri.html>.
fn address(path: &Path) -> String {
    let path = path.to_string_lossy();
    let path = if cfg!(windows) { path.replace('\\', "/") } else { path.into_owned() };
    let drive = if cfg!(windows) && path.as_bytes().get(1) == Some(&b':') { "/" } else { "" };
    let mut address = format!("file:{drive}");
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/:-._~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            let code = format!("%{byte:02X}");
            address.push_str(&code);
        }
    }
    address + "?immutable=1"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cache::Cache;

    #[test]
    fn a_cache_is_read_without_a_byte_beside_it() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("a 100%?#é.db");
        drop(Cache::open(&path).expect("a new cache opens"));
        let connection = open(&path, None).expect("it can be read");
        let events = connection.query_row("SELECT count(*) FROM event", [], |row| row.get::<_, i64>(0));
        assert_eq!(events.expect("a table"), 0);
        let refused = connection.execute("DELETE FROM event", []).map_err(CacheError::from);
        assert!(matches!(refused, Err(CacheError::ReadOnly)), "{refused:?}");
        assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 1);
        // A place that can be written is none for reading alone, whatever went wrong there.
        assert!(!is_why(&CacheError::ReadOnly, &path));
        assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 1);
        // What somebody may be writing is not read as if nobody did.
        std::fs::write(beside(&path, LOG), "frames").expect("room for a small file");
        assert!(open(&path, None).is_err_and(|error| error.to_string().contains("copy it")));
        std::fs::write(&path, "").expect("room for nothing");
        assert!(open(&path, None).is_err_and(|error| error.to_string().contains("none can be made")));
    }
}
