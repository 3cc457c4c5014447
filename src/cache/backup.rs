//! A copy of a cache of an older version, made before it is changed.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use rusqlite::Connection;

use super::encryption::overwrite;
use super::{CacheError, LOG, SHARED, make_private};

/// What stands behind the cache's name in that of a copy, before the number of the version.
const BEHIND: &str = ".before-version-";

/// Copies a cache of an older version to a file beside it, unless there is such a copy.
pub(super) fn make(connection: &Connection, path: &Path) -> Result<(), CacheError> {
    let version: i32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let backup = beside(path, &format!("{BEHIND}{}", version + 1));
    if backup.exists() {
        return Ok(());
    }
    // Another thread or process may make the same copy just now: the first one counts, since the cache may be changed
    // as soon as it is there.
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let part = beside(&backup, &format!(".{}-{number}.part", std::process::id()));
    let copied = copy(connection, &part).and_then(|()| {
        let linked = fs::hard_link(&part, &backup);
        match linked {
            // Not every file system can; what is renamed is the same file.
            Err(_) if !backup.exists() => fs::rename(&part, &backup),
            _ => Ok(()),
        }
        .map_err(|error| CacheError::Backup(error.to_string()))
    });
    drop(fs::remove_file(&part));
    if backup.exists() { Ok(()) } else { copied }
}

/// Numbers of the copies that a run of the program makes.
static NEXT: AtomicU64 = AtomicU64::new(0);

fn copy(connection: &Connection, part: &Path) -> Result<(), CacheError> {
    let failed = |reason: String| CacheError::Backup(reason);
    make_private(part).map_err(|error| failed(error.to_string()))?;
    let name = part.to_str().ok_or_else(|| failed("its folder has a name that is no text".to_owned()))?;
    match connection.execute("VACUUM INTO ?1", [name]).map_err(CacheError::from) {
        // That the cache is damaged, or in use, is no matter of the copy.
        Err(error @ (CacheError::Broken(_) | CacheError::Busy)) => Err(error),
        Err(error) => Err(failed(error.to_string())),
        Ok(_) => Ok(()),
    }
}

/// Overwrites and removes all copies of a cache: they hold what it forgets, and as plain text what it encrypts.
pub(super) fn remove_all(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Some(begin) = path.file_name().map(|name| format!("{}{BEHIND}", name.to_string_lossy())) else { return Ok(()) };
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(&begin) {
            overwrite(fs::File::options().write(true).open(entry.path())?)?;
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Removes a database, if it is there, with what SQLite keeps beside it.
pub(super) fn removed_with_logs(path: &Path) -> io::Result<()> {
    for behind in ["", LOG, SHARED, "-journal"] {
        match fs::remove_file(beside(path, behind)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

/// The path with something behind its name.
pub(super) fn beside(path: &Path, behind: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(behind);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::super::{Cache, wide_events};
    use super::*;

    #[test]
    fn an_older_cache_is_copied_before_it_is_changed_and_forgetting_removes_the_copy() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("cache.db");
        drop(Cache::open(&path).expect("a new cache"));
        let old = Connection::open(&path).expect("the cache is a database");
        old.execute_batch(
            "INSERT INTO source (place, name, bytes, sha256, format, header, day_first, exported, imported, records, new,
                                 merged, known, rejected) VALUES ('a', 'a', 1, x'', 'portal-json', '', 0, 0, 0, 0, 0, 0, 0, 0)",
        )
        .expect("a source");
        wide_events::make_old(&old, 3);
        drop(old);
        let mut cache = Cache::open(&path).expect("an older cache opens");
        let backup = beside(&path, ".before-version-4");
        let version = |path: &Path| -> i32 {
            let connection = Connection::open(path).expect("a database");
            connection.query_row("PRAGMA user_version", [], |row| row.get(0)).expect("it has a version")
        };
        assert_eq!(version(&backup), 3);
        assert!(version(&path) > 3);
        let source = cache.sources().expect("sources are listed").remove(0).id;
        assert!(cache.forget(source).expect("it is forgotten"));
        assert!(!backup.exists());
    }
}
