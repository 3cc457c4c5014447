//! Whether a file is still what was imported.

use std::path::{Path, PathBuf};

use super::inputs::BEHIND_ZIP;
use super::{ImportError, Input, Progress, ReadError, fingerprint};

/// How a file that was imported stands to what is at its place now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The very same bytes.
    Same,
    /// Other bytes, with this SHA-256.
    Changed([u8; 32]),
    /// Nothing is there any more.
    Gone,
    /// It can't be read; why, as [`ImportError::reason`] tells it.
    Unreadable(String),
}

impl Standing {
    /// Reads what is at a place, as [`Input::place`] writes it, and compares it with the SHA-256 of what was imported.
    /// `None` if `progress` was cancelled.
    #[must_use]
    pub fn of(place: &str, sha256: &[u8; 32], progress: &Progress) -> Option<Self> {
        match fingerprint(&input_at(place), progress) {
            Ok(found) if found == *sha256 => Some(Self::Same),
            Ok(found) => Some(Self::Changed(found)),
            Err(ReadError::Cancelled) => None,
            Err(ReadError::Import(ImportError::NotFound { .. })) => Some(Self::Gone),
            Err(ReadError::Import(error)) => Some(Self::Unreadable(error.reason())),
            Err(ReadError::Sink(never)) => match never {},
        }
    }
}

/// The file, or the member of a zip, of a place. A name with the sign between a zip and its member in it is a file's if
/// there is such a file.
fn input_at(place: &str) -> Input {
    let (path, member) = match place.split_once(BEHIND_ZIP) {
        Some((zip, member)) if !Path::new(place).exists() => (PathBuf::from(zip), Some(member.to_owned())),
        _ => (PathBuf::from(place), None),
    };
    Input { path, member, bytes: 0, modified: None, archive: None }
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;

    #[test]
    fn a_file_is_compared_with_what_it_was() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("a.csv");
        let place = path.display().to_string();
        let sha256: [u8; 32] = Sha256::digest(b"one").into();
        let standing = || Standing::of(&place, &sha256, &Progress::default());
        assert_eq!(standing(), Some(Standing::Gone));
        std::fs::write(&path, "one").expect("room for a small file");
        assert_eq!(standing(), Some(Standing::Same));
        std::fs::write(&path, "two").expect("room for a small file");
        assert_eq!(standing(), Some(Standing::Changed(Sha256::digest(b"two").into())));
        std::fs::remove_file(&path).expect("it is there");
        std::fs::create_dir(&path).expect("a folder");
        assert!(matches!(standing(), Some(Standing::Unreadable(_))), "{:?}", standing());
    }
}
