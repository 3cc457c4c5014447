//! The sample tenant that comes with the program: thirty days of an invented company.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::clock::Millis;

/// The JSON downloads of `assets/sample`, packed by `build.rs`.
const REPORTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/sample.zip.zst"));

/// A folder that goes when the value does.
pub(super) struct Unpacked(PathBuf);

impl Unpacked {
    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Unpacked {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.0) {
            tracing::warn!("{} could not be removed: {error}", self.0.display());
        }
    }
}

/// Writes the reports as one zip to a new folder among the temporary ones.
pub(super) fn unpack() -> io::Result<Unpacked> {
    let name = format!("signin-lens-sample-{}-{}", std::process::id(), Millis::now().0);
    let folder = std::env::temp_dir().join(name);
    fs::create_dir(&folder)?;
    let unpacked = Unpacked(folder);
    zstd::stream::copy_decode(REPORTS, File::create_new(unpacked.path().join("sample.zip"))?)?;
    Ok(unpacked)
}
