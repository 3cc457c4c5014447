//! The program itself, run on the sample tenant.

use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::LazyLock;

use crate::files::sample_files;

/// A cache with the sample's JSON, imported once for all tests of a file.
pub static SAMPLE: LazyLock<(tempfile::TempDir, PathBuf)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let cache = folder.path().join("cache.db");
    let output = Command::new(env!("CARGO_BIN_EXE_signin-lens"))
        .args(["import", "--cache"])
        .arg(&cache)
        .args(sample_files("json"))
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    (folder, cache)
});

/// What came of a call.
pub fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_signin-lens"))
        .env("SIGNIN_LENS_CACHE", &SAMPLE.1)
        .args(arguments)
        .output()
        .expect("the program runs")
}

/// What a call that succeeds prints.
pub fn text(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("output is UTF-8")
}
