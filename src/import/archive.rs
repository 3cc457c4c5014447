//! A zip whose directory is read once for all its members: in one of many members it is long.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use zip::ZipArchive;
use zip::result::ZipError;

/// A zip as it was when its directory was read. Clones share the directory, and each opens the file anew.
#[derive(Clone)]
pub(super) struct Archive {
    zip: ZipArchive<Reopened>,
    path: Arc<Path>,
    written: Option<(u64, SystemTime)>,
    packed: u128,
}

impl Archive {
    /// Reads the directory of a zip.
    pub(super) fn open(path: &Path) -> Result<Self, ZipError> {
        let path: Arc<Path> = path.into();
        let written = written(&path);
        let zip = ZipArchive::new(Reopened { path: Arc::clone(&path), file: None })?;
        let packed = (0..zip.len())
            .map(|index| zip.by_index_data(index).map(|entry| u128::from(entry.compressed_size())))
            .sum::<Result<_, _>>()?;
        Ok(Self { zip, path, written, packed })
    }

    /// Whether its file is as it was.
    pub(super) fn is_current(&self) -> bool {
        self.written.is_some() && self.written == written(&self.path)
    }

    /// Its directory.
    pub(super) fn directory(&self) -> &ZipArchive<Reopened> {
        &self.zip
    }

    /// How many bytes all members take in it, as its directory tells.
    pub(super) fn packed(&self) -> u128 {
        self.packed
    }
}

impl fmt::Debug for Archive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Archive").field("path", &self.path).finish_non_exhaustive()
    }
}

/// Size and time of a file; `None` if they can't be told.
fn written(path: &Path) -> Option<(u64, SystemTime)> {
    let metadata = fs::metadata(path).ok()?;
    Some((metadata.len(), metadata.modified().ok()?))
}

/// A file that is opened when it is first read; a clone reads it from its begin.
pub(super) struct Reopened {
    path: Arc<Path>,
    file: Option<BufReader<File>>,
}

impl Reopened {
    fn file(&mut self) -> io::Result<&mut BufReader<File>> {
        match &mut self.file {
            Some(file) => Ok(file),
            none => Ok(none.insert(BufReader::new(File::open(&self.path)?))),
        }
    }
}

impl Clone for Reopened {
    fn clone(&self) -> Self {
        Self { path: Arc::clone(&self.path), file: None }
    }
}

impl Read for Reopened {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.file()?.read(into)
    }
}

impl Seek for Reopened {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file()?.seek(to)
    }
}
