//! What may come from outside, and what must hold of it whatever it is: one function for each door. `tests/fuzzed.rs` calls
//! them with inputs that were once found and with changed seeds; `fuzz/` lets libFuzzer look for more.

mod cache;
mod explain;
mod query;
mod readers;

use std::fs;
use std::path::Path;

use signin_lens::cache::{Cache, CacheError, ImportFailure};
use signin_lens::import::{Options, Progress, find_inputs};

/// Something to try with any bytes.
pub struct Target {
    /// Its name: that of the binary in `fuzz/`, and of its folders of inputs.
    pub name: &'static str,
    /// Tries it; panics if something does not hold.
    pub run: fn(&[u8]),
    /// How many changed seeds take about a second.
    pub short: u32,
}

/// Files of any content under any name.
pub const READERS: Target = Target { name: "readers", run: readers::run, short: 300 };
/// What is typed in the search line.
pub const QUERY: Target = Target { name: "query", run: query::run, short: 300 };
/// A cache that was damaged.
pub const CACHE: Target = Target { name: "cache", run: cache::run, short: 100 };
/// What is asked of the table of AADSTS codes.
pub const EXPLAIN: Target = Target { name: "explain", run: explain::run, short: 300 };

/// Small reports and look-ups of every kind, with a record that can't be read.
const FILES: [(&str, &str); 6] = [
    ("ApplicationSignIns.csv", include_str!("files/ApplicationSignIns.csv")),
    ("AuditLogs.json", include_str!("files/AuditLogs.json")),
    ("Finance members.csv", include_str!("files/Finance members.csv")),
    ("InteractiveSignIns.json", include_str!("files/InteractiveSignIns.json")),
    ("InteractiveSignIns_AuthDetails.csv", include_str!("files/InteractiveSignIns_AuthDetails.csv")),
    ("exportUsers_2026-11-1.csv", include_str!("files/exportUsers_2026-11-1.csv")),
];

/// Imports the first of [`FILES`], from a folder where they are written for it.
fn import(cache: &mut Cache, folder: &Path, files: usize) -> Result<(), CacheError> {
    for (name, text) in &FILES[..files] {
        let path = folder.join(name);
        fs::write(&path, text).expect("room for a small file");
        for input in find_inputs(&[path]) {
            let input = input.expect("the file just written");
            match cache.import(&input, &Options::default(), &Progress::default()) {
                Ok(_) => {}
                Err(ImportFailure::Cache(error)) => return Err(error),
                Err(other) => panic!("{name}: {other}"),
            }
        }
    }
    Ok(())
}
