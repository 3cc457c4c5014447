//! How fast and in how much memory a large download is imported, against `DuckDB` reading the same file
//! into a table, in the same run.
//!
//! `cargo bench --bench import` measures 250,000 interactive sign-ins as JSON. Set `RECORDS` for another
//! size, `RUNS` for more runs (the median counts), and `DUCKDB_PYTHON` to a Python that has the `duckdb`
//! package (`python3` if not set). With `REQUIRE=1` a missed goal fails the bench: no slower than `DuckDB`,
//! and below 400 MB of memory.

use std::process::Command;

#[allow(dead_code, reason = "the bench writes reports only")]
#[path = "../examples/make_reports/generator.rs"]
mod generator;
#[path = "import/measure.rs"]
mod measure;

use measure::{median, run, setting};

use generator::{Form, Log, Options, Report, Selection, write_reports};

const GOAL_MEMORY_MB: u64 = 400;

fn main() {
    let records = setting("RECORDS", 250_000);
    let runs = setting("RUNS", 3);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let options = Options { records, ..Options::default() };
    let report = Report { log: Log::Interactive, form: Form::Json };
    let files = write_reports(&options, Selection::Only(report), folder.path()).expect("reports can be written");
    let file = &files[0];
    let bytes = std::fs::metadata(file).map_or(0, |data| data.len());
    println!("{records} interactive sign-ins as JSON, {} MB, median of {runs}", bytes / 1_000_000);

    let mut peak_mb = 0;
    let ours = median(runs, || {
        let cache = folder.path().join("cache.db");
        for ending in ["", "-wal", "-shm"] {
            // Absent in the first run.
            let _ = std::fs::remove_file(format!("{}{ending}", cache.display()));
        }
        let (time, mb) = run(Command::new(env!("CARGO_BIN_EXE_signin-lens"))
            .args(["import", "--format", "json", "--cache"])
            .arg(&cache)
            .arg(file))?;
        peak_mb = peak_mb.max(mb);
        Some(time)
    })
    .expect("the import runs");
    println!("signin-lens import   {:.2} s, {peak_mb} MB of memory at most", ours.as_secs_f64());
    let size = std::fs::metadata(folder.path().join("cache.db")).map_or(0, |data| data.len());
    println!("cache                {:.1} % of the file", size as f64 * 100.0 / bytes as f64);

    let python = std::env::var("DUCKDB_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let duckdb = median(runs, || {
        run(Command::new(&python).args(["-c", DUCKDB]).arg(file).arg(folder.path())).map(|(time, _)| time)
    });
    let required = std::env::var("REQUIRE").is_ok();
    let Some(duckdb) = duckdb else {
        println!("DuckDB               not available to {python}; nothing to compare with");
        assert!(!required, "the comparison is required");
        return;
    };
    let ratio = duckdb.as_secs_f64() / ours.as_secs_f64();
    println!("DuckDB read_json     {:.2} s", duckdb.as_secs_f64());
    println!("signin-lens is {ratio:.2} times as fast");
    if required {
        assert!(ratio >= 1.0, "slower than DuckDB");
        assert!(peak_mb < GOAL_MEMORY_MB, "{peak_mb} MB of memory");
    }
}

/// Reads the file into a table of a database file, as our import does.
const DUCKDB: &str = "
import os, sys, duckdb
path = os.path.join(sys.argv[2], 'duck.db')
if os.path.exists(path): os.remove(path)
db = duckdb.connect(path)
db.execute('CREATE TABLE sign_in AS SELECT * FROM read_json(?, maximum_object_size = 67108864)', [sys.argv[1]])
";
