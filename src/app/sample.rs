//! The sample tenant that comes with the program: thirty days of an invented company.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::clock::Millis;

/// The reports, as the portal's JSON downloads are named and written.
const REPORTS: [(&str, &[u8]); 4] = [
    (
        "InteractiveSignIns_2026-10-02_2026-10-31.json",
        include_bytes!("../../assets/sample/InteractiveSignIns_2026-10-02_2026-10-31.json"),
    ),
    (
        "NonInteractiveSignIns_2026-10-02_2026-10-31.json",
        include_bytes!("../../assets/sample/NonInteractiveSignIns_2026-10-02_2026-10-31.json"),
    ),
    (
        "ApplicationSignIns_2026-10-02_2026-10-31.json",
        include_bytes!("../../assets/sample/ApplicationSignIns_2026-10-02_2026-10-31.json"),
    ),
    (
        "MSISignIns_2026-10-02_2026-10-31.json",
        include_bytes!("../../assets/sample/MSISignIns_2026-10-02_2026-10-31.json"),
    ),
];

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

/// Writes the reports to a new folder among the temporary ones.
pub(super) fn unpack() -> io::Result<Unpacked> {
    let name = format!("signin-lens-sample-{}-{}", std::process::id(), Millis::now().0);
    let folder = std::env::temp_dir().join(name);
    fs::create_dir(&folder)?;
    let unpacked = Unpacked(folder);
    for (name, bytes) in REPORTS {
        fs::write(unpacked.path().join(name), bytes)?;
    }
    Ok(unpacked)
}
