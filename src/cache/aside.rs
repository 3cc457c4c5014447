//! Setting aside a file that can't be used as a cache, so that another can take its place. It is renamed and never changed.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::backup::{beside, removed_with_logs};
use super::schema::APPLICATION_ID;
use super::{Cache, CacheError, CacheFile, LOG, Rescued, SHARED, encryption};
use crate::clock::Millis;

/// Why a file can't be used as a cache at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It is damaged: what can be read of it can be rescued.
    Damaged,
    /// It is not ours, or of a newer version than this program: another can take its place.
    NotOurs,
    /// It can't be opened just now: its folder or the file is not accessible.
    OutOfReach,
    /// It is encrypted, and its passphrase is not known.
    Locked,
}

impl CacheError {
    /// What keeps the file from being used; `None` if only what was tried failed.
    #[must_use]
    pub fn trouble(&self) -> Option<Trouble> {
        match self {
            Self::Broken(_) => Some(Trouble::Damaged),
            Self::NoCache | Self::Foreign | Self::Version { .. } => Some(Trouble::NotOurs),
            Self::Open { .. } | Self::Backup(_) => Some(Trouble::OutOfReach),
            Self::Locked | Self::WrongPassphrase => Some(Trouble::Locked),
            Self::Aside(_)
            | Self::Busy
            | Self::Copy(_)
            | Self::Damaged(_)
            | Self::InUse
            | Self::ReadOnly
            | Self::Remains(_)
            | Self::Sql(_) => None,
        }
    }

    /// What a window says of it that has words and a way out of its own for [`Self::trouble`].
    #[must_use]
    pub fn reason(&self) -> String {
        match self {
            Self::Broken(error) => format!("SQLite says: {error}"),
            other => other.to_string(),
        }
    }
}

/// Where SQLite's header has the number of the program (section 1.3 of its file format).
const ID_AT: usize = 68;
/// Bytes of the header.
const HEADER: usize = 100;

/// Whether the header says that the file is ours, even if it is damaged otherwise; so does a first page in SQLite's log.
pub(super) fn is_ours(path: &Path) -> bool {
    let begins = |path: &Path, at: usize| {
        let mut head = vec![0; at + 4];
        let read = File::open(path).and_then(|mut file| file.read_exact(&mut head));
        read.is_ok() && head[at..] == APPLICATION_ID.to_be_bytes()
    };
    // The log has a header of 32 bytes, and each page one of 24.
    begins(path, ID_AT) || begins(&beside(path, LOG), 32 + 24 + ID_AT)
}

/// A cache was set aside, and another is in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// Where the old one is now.
    pub old: PathBuf,
    /// What was taken over from it; `None` if that was not asked for.
    pub rescued: Option<Rescued>,
}

impl CacheFile {
    /// Puts a new cache in the place of one that can't be used, which gets another name in its folder: an empty one, or with
    /// `rescue`, which hears how many records were taken over so far, one with what can be read of the old one. The new one
    /// is made first: if that fails, everything is as it was. It is encrypted if the old one is and its passphrase is known.
    /// Nobody else may have the old one open: what is written to it from then on is written to what was set aside.
    pub fn replace(&self, rescue: Option<&mut dyn FnMut(u64)>) -> Result<Replaced, CacheError> {
        let path = self.path();
        let failed = |error: io::Error| CacheError::Aside(error.to_string());
        let part = beside(path, ".new");
        // What a rescue left that was killed.
        removed_with_logs(&part).map_err(failed)?;
        // One whose passphrase is not known is only set aside.
        let passphrase = self.passphrase().filter(|_| encryption::is_likely(path));
        let made = Cache::open_with(&part, passphrase.as_ref()).and_then(|mut new| {
            new.number_behind(path, passphrase.as_ref())?;
            rescue.map(|told| new.rescue(path, passphrase.as_ref(), told)).transpose()
        });
        let rescued = match made {
            Ok(rescued) => rescued,
            Err(error) => {
                // The next one tries again.
                drop(removed_with_logs(&part));
                return Err(error);
            }
        };
        let old = set_aside(path)?;
        for behind in [LOG, ""] {
            match fs::rename(beside(&part, behind), beside(path, behind)) {
                // Nothing was left to be moved out of the log.
                Err(error) if behind == LOG && error.kind() == io::ErrorKind::NotFound => {}
                moved => moved.map_err(failed)?,
            }
        }
        Ok(Replaced { old, rescued })
    }
}

/// Gives a cache that can't be used, and SQLite's files beside it, another name in its folder, which comes back.
fn set_aside(path: &Path) -> Result<PathBuf, CacheError> {
    let failed = |error: io::Error| CacheError::Aside(error.to_string());
    let moment = Millis::now().iso().replace([':', '.'], "");
    let mut aside = beside(path, &format!(".set-aside-{moment}"));
    for number in 2_u32.. {
        if !aside.exists() {
            break;
        }
        aside = beside(path, &format!(".set-aside-{moment}-{number}"));
    }
    // The log first: were the program killed now, SQLite would delete a log whose file is gone.
    for behind in [LOG, SHARED, ""] {
        match fs::rename(beside(path, behind), beside(&aside, behind)) {
            Err(error) if behind.is_empty() || error.kind() != io::ErrorKind::NotFound => {
                // What can't go together stays together. The file itself comes last, and can't have gone.
                for behind in [LOG, SHARED] {
                    drop(fs::rename(beside(&aside, behind), beside(path, behind)));
                }
                return Err(failed(error));
            }
            _ => {}
        }
    }
    Ok(aside)
}

/// A file with the header that all caches have in place of a damaged one, removed once it is dropped.
#[derive(Debug)]
pub(super) struct Mended {
    path: PathBuf,
}

impl Mended {
    /// A copy of the file, if its header is not one of a cache.
    pub(super) fn of(path: &Path) -> io::Result<Option<Self>> {
        let mut head = [0; HEADER];
        File::open(path)?.read_exact(&mut head)?;
        let mut right = head;
        right[..16].copy_from_slice(b"SQLite format 3\0");
        // Pages of 8 KiB; a write-ahead log; no reserved bytes; the fractions that the format prescribes.
        right[16..24].copy_from_slice(&[0x20, 0, 2, 2, 0, 64, 32, 32]);
        // The present form of the schema, text in UTF-8.
        right[44..48].copy_from_slice(&4_u32.to_be_bytes());
        right[56..60].copy_from_slice(&1_u32.to_be_bytes());
        if right == head {
            return Ok(None);
        }
        let mended = Self { path: beside(path, ".mended") };
        super::make_private(&mended.path)?;
        fs::copy(path, &mended.path)?;
        if beside(path, LOG).exists() {
            fs::copy(beside(path, LOG), beside(&mended.path, LOG))?;
        }
        let mut file = File::options().write(true).open(&mended.path)?;
        io::Write::write_all(&mut file, &right)?;
        Ok(Some(mended))
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Mended {
    fn drop(&mut self) {
        for behind in ["", LOG, SHARED] {
            // What can't be removed now holds nothing that the file set aside does not hold.
            drop(fs::remove_file(beside(&self.path, behind)));
        }
    }
}
