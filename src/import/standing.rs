//! Whether a file is still what was imported.

use std::path::{Path, PathBuf};

use super::inputs::BEHIND_ZIP;
use super::reader::sha256_of;
use super::{ImportError, Input, Progress, ReadError};

/// How a file that was imported stands to what is at its place now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The very same bytes.
    Same,
    /// Other bytes, with this SHA-256.
    Changed([u8; 32]),
    /// Nothing is there any more.
    Gone,
    /// The zip is there, but has no such member any more.
    GoneFromZip,
    /// It can't be read; why, as [`ImportError::reason`] tells it.
    Unreadable(String),
}

impl Standing {
    /// Reads what is at a place, as [`Input::place`] writes it, and compares it with the SHA-256 of what was imported.
    /// `progress` counts the bytes. `None` if it was cancelled.
    #[must_use]
    pub fn of(place: &str, sha256: &[u8; 32], progress: &Progress) -> Option<Self> {
        let input = input_at(place);
        match sha256_of(&input, progress, progress) {
            Ok(found) if found == *sha256 => Some(Self::Same),
            Ok(found) => Some(Self::Changed(found)),
            Err(ReadError::Cancelled) => None,
            Err(ReadError::Import(ImportError::NotFound { .. })) if input.path.exists() => Some(Self::GoneFromZip),
            Err(ReadError::Import(ImportError::NotFound { .. })) => Some(Self::Gone),
            Err(ReadError::Import(error)) => Some(Self::Unreadable(error.reason())),
            Err(ReadError::Sink(never)) => match never {},
        }
    }
}

/// The file, or the member of a zip, of a place. Names of files and of members may hold the sign that stands between
/// them: the longest path that is there is the file.
fn input_at(place: &str) -> Input {
    let whole = (PathBuf::from(place), None);
    let mut cuts = place.rmatch_indices(BEHIND_ZIP).map(|(at, sign)| (&place[..at], &place[at + sign.len()..]));
    let (path, member) = if whole.0.exists() {
        whole
    } else {
        let zip = cuts.find(|(zip, _)| Path::new(zip).is_file());
        zip.map_or(whole, |(zip, member)| (PathBuf::from(zip), Some(member.to_owned())))
    };
    Input { path, member, bytes: 0, modified: None, archive: None }
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::io::Write;

    use sha2::{Digest, Sha256};
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn sha256(text: &str) -> [u8; 32] {
        Sha256::digest(text).into()
    }

    fn standing(place: &str) -> Option<Standing> {
        Standing::of(place, &sha256("one"), &Progress::default())
    }

    fn zip(path: &Path, member: &str, text: &str) {
        let mut zip = ZipWriter::new(File::create(path).expect("a new file"));
        zip.start_file(member, SimpleFileOptions::default()).expect("room for a small file");
        zip.write_all(text.as_bytes()).expect("room for a small file");
        zip.finish().expect("room for a small file");
    }

    #[test]
    fn a_file_is_compared_with_what_it_was() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("a.csv");
        let place = path.display().to_string();
        assert_eq!(standing(&place), Some(Standing::Gone));
        std::fs::write(&path, "one").expect("room for a small file");
        assert_eq!(standing(&place), Some(Standing::Same));
        std::fs::write(&path, "two").expect("room for a small file");
        assert_eq!(standing(&place), Some(Standing::Changed(sha256("two"))));
        std::fs::remove_file(&path).expect("it is there");
        std::fs::create_dir(&path).expect("a folder");
        assert!(matches!(standing(&place), Some(Standing::Unreadable(_))), "{:?}", standing(&place));
    }

    #[test]
    fn a_member_is_looked_for_in_the_longest_path_that_is_there() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        // Folder, zip and member have the sign in their names.
        let inner = folder.path().join("May \u{203a} June");
        let path = inner.join("a \u{203a} b.zip");
        let place = format!("{} \u{203a} c \u{203a} d.csv", path.display());
        assert_eq!(standing(&place), Some(Standing::Gone));
        std::fs::create_dir(&inner).expect("a folder");
        assert_eq!(standing(&place), Some(Standing::Gone));
        zip(&path, "c \u{203a} d.csv", "one");
        assert_eq!(standing(&place), Some(Standing::Same));
        zip(&path, "c \u{203a} d.csv", "two");
        assert_eq!(standing(&place), Some(Standing::Changed(sha256("two"))));
        zip(&path, "d.csv", "one");
        assert_eq!(standing(&place), Some(Standing::GoneFromZip));
        std::fs::write(&path, "no zip").expect("room for a small file");
        assert!(matches!(standing(&place), Some(Standing::Unreadable(_))), "{:?}", standing(&place));
    }

    #[test]
    fn the_bytes_are_counted_and_the_reading_can_be_stopped() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("a.csv");
        std::fs::write(&path, "one").expect("room for a small file");
        let place = path.display().to_string();
        let progress = Progress::default();
        assert_eq!(Standing::of(&place, &sha256("one"), &progress), Some(Standing::Same));
        assert_eq!(progress.bytes(), 3);
        progress.cancel();
        assert_eq!(Standing::of(&place, &sha256("one"), &progress), None);
    }
}
