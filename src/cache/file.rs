//! Where a cache is, and what opens it: what all threads and verbs that use one cache share.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::{Cache, CacheError};

/// What an encrypted cache is opened with. It is kept in memory alone, and nothing prints it.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(String);

impl Passphrase {
    /// The fewest characters of one that is given to a cache. Whoever has the file can try as many as they like: several
    /// words are better.
    pub const FEWEST: usize = 8;

    /// `None` for an empty text.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Option<Self> {
        Some(Self(text.into())).filter(|passphrase| !passphrase.0.is_empty())
    }

    /// Whether it has too few characters to be given to a cache.
    #[must_use]
    pub fn is_short(&self) -> bool {
        self.0.chars().count() < Self::FEWEST
    }

    pub(super) fn text(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Passphrase(..)")
    }
}

/// A cache that may be opened: its file, and the passphrase once that is known. Copies share the passphrase.
#[derive(Clone, Debug, Default)]
pub struct CacheFile {
    path: PathBuf,
    passphrase: Arc<Mutex<Option<Passphrase>>>,
}

impl CacheFile {
    /// The cache in this file. A new one is encrypted if there is a passphrase.
    #[must_use]
    pub fn new(path: PathBuf, passphrase: Option<Passphrase>) -> Self {
        Self { path, passphrase: Arc::new(Mutex::new(passphrase)) }
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Opens it as [`Cache::open`] does. A passphrase that does not open it is not kept.
    pub fn open(&self) -> Result<Cache, CacheError> {
        let tried = self.passphrase();
        let opened = Cache::open_with(&self.path, tried.as_ref());
        if matches!(opened, Err(CacheError::WrongPassphrase)) {
            let mut kept = self.passphrase.lock().unwrap_or_else(PoisonError::into_inner);
            // Another thread may have been given the right one meanwhile.
            if *kept == tried {
                *kept = None;
            }
        }
        opened
    }

    /// Opens it with this from now on.
    pub fn set_passphrase(&self, passphrase: Option<Passphrase>) {
        *self.passphrase.lock().unwrap_or_else(PoisonError::into_inner) = passphrase;
    }

    pub(super) fn passphrase(&self) -> Option<Passphrase> {
        self.passphrase.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl From<PathBuf> for CacheFile {
    fn from(path: PathBuf) -> Self {
        Self::new(path, None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_is_never_printed() {
        let file = CacheFile::new(PathBuf::from("cache.db"), Passphrase::new("correct horse"));
        assert!(!format!("{file:?} {:?}", file.passphrase()).contains("horse"));
        assert_eq!(Passphrase::new(""), None);
        assert_eq!(Passphrase::new("éèêàâïô").map(|passphrase| passphrase.is_short()), Some(true));
        assert_eq!(Passphrase::new("éèêàâïôü").map(|passphrase| passphrase.is_short()), Some(false));
    }
}
