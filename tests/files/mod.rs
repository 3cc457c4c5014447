//! The files of the bundled sample tenant.

use std::path::{Path, PathBuf};

/// Those with this ending, by name.
pub fn sample_files(ending: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the sample is there")
        .map(|entry| entry.expect("it can be listed").path())
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .collect();
    files.sort();
    files
}

/// The folder of those of its reports that are no sign-ins.
#[allow(dead_code, reason = "not every test that includes this needs it")]
pub fn sample_reports() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample-reports")
}
