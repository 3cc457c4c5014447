//! Files that appear whole or not at all.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::time::Duration;

use thiserror::Error;

/// A file could not be written. What was there before under its name is untouched.
#[derive(Debug, Error)]
#[error("can't write {}: {source}", path.display())]
pub struct WriteError {
    /// The file that was to be written.
    pub path: PathBuf,
    /// Why not.
    pub source: io::Error,
}

/// Writes a file through `write` so that its final name never shows half of it.
///
/// The bytes go to a temporary file in the same folder, which takes the name once all of them are on disk;
/// an existing file is replaced, a link keeps pointing where it points. If `write` fails, or the disk is full,
/// the temporary file is removed and the old file stays. A device or pipe (`/dev/stdout`) is written directly.
///
/// # Errors
/// The path with the reason: a missing folder, a folder or write-protected file of that name, or what `write`
/// or the system reports.
pub fn write_file<T>(path: &Path, write: impl FnOnce(&mut BufWriter<File>) -> io::Result<T>) -> Result<T, WriteError> {
    attempt(path, write).map_err(|source| WriteError { path: path.to_owned(), source })
}

fn attempt<T>(path: &Path, write: impl FnOnce(&mut BufWriter<File>) -> io::Result<T>) -> io::Result<T> {
    // The file itself, not the link to it; a name that is new stays as it was given.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if let Ok(old) = fs::metadata(&target) {
        if old.is_dir() {
            return Err(io::Error::new(ErrorKind::IsADirectory, "this is a folder; name a file in it"));
        }
        if !old.is_file() {
            let mut out = BufWriter::new(OpenOptions::new().write(true).open(&target)?);
            let result = write(&mut out)?;
            out.flush()?;
            return Ok(result);
        }
        if old.permissions().readonly() {
            return Err(io::Error::new(ErrorKind::PermissionDenied, "a write-protected file of this name exists"));
        }
    }
    let (file, temporary) = create_beside(&target)?;
    let result = fill(file, write).and_then(|(result, file)| {
        fs::rename(&temporary, &target)?;
        // Closed only now, since nobody sweeps a file that is open.
        drop(file);
        Ok(result)
    });
    if result.is_err() {
        // The error that is reported is the first one; a leftover here only wastes a name.
        drop(fs::remove_file(&temporary));
    }
    result
}

/// Writes the file to disk; it stays open, and locked.
fn fill<T>(file: File, write: impl FnOnce(&mut BufWriter<File>) -> io::Result<T>) -> io::Result<(T, File)> {
    let mut out = BufWriter::new(file);
    let result = write(&mut out)?;
    let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.sync_all()?;
    Ok((result, file))
}

/// A new file in the folder of `target`, hidden on Unix, whose name no other writer has.
fn create_beside(target: &Path) -> io::Result<(File, PathBuf)> {
    let name = target.file_name().ok_or_else(|| io::Error::new(ErrorKind::InvalidInput, "the path names no file"))?;
    sweep(target, name);
    let mut number = 0_u32;
    loop {
        let mut temporary = OsString::from(".");
        temporary.push(name);
        temporary.push(format!(".{}-{number}.part", process::id()));
        let temporary = target.with_file_name(temporary);
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        // What is written tells of people: nobody else may read it.
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        match options.open(&temporary) {
            Ok(file) => {
                // Tells others that it is being written; where files can't be locked, nobody sweeps them either.
                drop(file.try_lock());
                return Ok((file, temporary));
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists && number < 1_000 => number += 1,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Err(io::Error::new(ErrorKind::NotFound, "its folder does not exist"));
            }
            Err(error) => return Err(error),
        }
    }
}

/// So old is a file that is swept: one that was just made may not be locked yet.
const LEFT_FOR: Duration = Duration::from_mins(1);

/// Removes what a writer that was killed has left beside `target`: it may tell of people.
fn sweep(target: &Path, name: &OsStr) {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Some(begin) = name.to_str().map(|name| format!(".{name}.")) else { return };
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let found = entry.file_name();
        let numbers = found.to_str().and_then(|found| found.strip_prefix(&begin)?.strip_suffix(".part"));
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let is_own = numbers
            .and_then(|numbers| numbers.split_once('-'))
            .is_some_and(|(process, number)| is_number(process) && is_number(number));
        let is_left = is_own
            && entry.metadata().is_ok_and(|metadata| {
                let age = metadata.modified().ok().and_then(|time| time.elapsed().ok());
                metadata.is_file() && age.is_some_and(|age| age > LEFT_FOR)
            })
            && OpenOptions::new().write(true).open(entry.path()).is_ok_and(|file| file.try_lock().is_ok());
        if is_left {
            // If it can't be removed now, the next writer tries again.
            drop(fs::remove_file(entry.path()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names_in(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("a folder");
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn what_a_killed_writer_left_is_swept_and_a_living_ones_file_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("rows.csv");
        let hour_ago = std::time::SystemTime::now() - Duration::from_hours(1);
        for name in [".rows.csv.1-0.part", ".rows.csv.1-1.part", ".other.csv.1-0.part", ".rows.csv.pdf.part"] {
            let mut file = File::create(folder.path().join(name)).expect("a new file");
            file.write_all(b"Zoe").expect("room for a small file");
            // The second one was made just now.
            file.set_modified(if name.contains("1-1") { hour_ago + Duration::from_hours(1) } else { hour_ago })
                .expect("its time");
        }
        write_file(&path, |_| {
            write_file(&path, |out| out.write_all(b"inner"))
                .map_err(|error| error.source)
                .and_then(|()| if names_in(folder.path()).len() == 5 { Ok(()) } else { Err(io::Error::other("swept")) })
        })
        .expect("written");
        let mut left = names_in(folder.path());
        left.sort();
        assert_eq!(left, [".other.csv.1-0.part", ".rows.csv.1-1.part", ".rows.csv.pdf.part", "rows.csv"]);
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_read_what_is_written() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("rows.csv");
        write_file(&path, |out| out.write_all(b"time")).expect("written");
        assert_eq!(fs::metadata(&path).expect("a file").permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn a_file_appears_whole_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("rows.csv");
        let rows = write_file(&path, |out| {
            out.write_all(b"time\n")?;
            assert!(!path.exists(), "the name is free until all is written");
            Ok(1)
        });
        assert_eq!(rows.expect("written"), 1);
        assert_eq!(fs::read(&path).expect("a file"), b"time\n");
        assert_eq!(names_in(folder.path()), ["rows.csv"]);
    }

    #[test]
    fn a_failed_write_leaves_the_old_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("rows.csv");
        fs::write(&path, "old").expect("written");
        let error = write_file(&path, |out| {
            out.write_all(b"half of the new")?;
            Err::<(), _>(io::Error::other("cancelled"))
        });
        let message = error.expect_err("a failure").to_string();
        assert!(message.contains("rows.csv") && message.contains("cancelled"), "{message}");
        assert_eq!(fs::read(&path).expect("a file"), b"old");
        assert_eq!(names_in(folder.path()), ["rows.csv"]);
    }

    #[test]
    fn an_existing_file_is_replaced() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("rows.csv");
        fs::write(&path, "a longer text than the new one").expect("written");
        write_file(&path, |out| out.write_all(b"new")).expect("written");
        assert_eq!(fs::read(&path).expect("a file"), b"new");
    }

    #[test]
    fn what_is_wrong_with_a_path_is_said() {
        let folder = tempfile::tempdir().expect("a folder");
        let reason = |path: &Path| write_file(path, |_| Ok(())).expect_err("a failure").to_string();
        assert!(reason(folder.path()).ends_with("this is a folder; name a file in it"));
        assert!(reason(&folder.path().join("missing/rows.csv")).ends_with("its folder does not exist"));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_keeps_pointing_at_the_file_that_is_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let (file, link) = (folder.path().join("file.csv"), folder.path().join("link.csv"));
        fs::write(&file, "old").expect("written");
        std::os::unix::fs::symlink(&file, &link).expect("a link");
        write_file(&link, |out| out.write_all(b"new")).expect("written");
        assert!(fs::symlink_metadata(&link).expect("a link").is_symlink());
        assert_eq!(fs::read(&file).expect("a file"), b"new");
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_written_directly() {
        write_file(Path::new("/dev/null"), |out| out.write_all(b"rows")).expect("written");
        assert!(Path::new("/dev/null").exists());
    }
}
