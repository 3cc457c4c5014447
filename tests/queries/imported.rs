//! Files in a cache of their own.

use std::path::{Path, PathBuf};

use signin_lens::cache::Cache;
use signin_lens::columns::{self, Columns};
use signin_lens::import::{Options, Progress, find_inputs};

/// A cache with these files, its columns, and the folder that it is in.
pub fn imported(paths: &[PathBuf]) -> (tempfile::TempDir, PathBuf, Columns) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("cache.db");
    let mut cache = Cache::open(&path).expect("a new cache opens");
    for input in find_inputs(paths) {
        let input = input.expect("the file is there");
        cache.import(&input, &Options::default(), &Progress::default()).expect("it imports");
    }
    let columns = columns::load(&cache).expect("it loads");
    (folder, path, columns)
}

/// The sample tenant, from its JSON files.
pub fn sample() -> (tempfile::TempDir, PathBuf, Columns) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample");
    let files = std::fs::read_dir(folder).expect("the sample is there").map(|entry| entry.expect("a file").path());
    imported(&files.filter(|path| path.extension().is_some_and(|ending| ending == "json")).collect::<Vec<_>>())
}
