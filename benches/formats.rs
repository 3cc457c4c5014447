//! How fast each form of a report is imported, against `DuckDB` reading the same file into a table, in the same run.
//!
//! `cargo bench --bench formats` measures 25,000 interactive sign-ins in every form that the generator writes, and as many
//! records of the sibling reports. Set
//! `RECORDS` for another size, `RUNS` for more runs (the median counts), `ONLY` for the forms whose name contains it, and `DUCKDB_PYTHON` to a Python that has the
//! `duckdb` package (`python3` if not set). With `REQUIRE=1` a form that is read slower than `DuckDB` reads it fails
//! the bench. We keep every original and merge; `DuckDB` only reads.

use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::process::Command;

#[allow(dead_code, reason = "the bench writes reports only")]
#[path = "../examples/make_reports/generator.rs"]
mod generator;
#[allow(dead_code, reason = "other benches use the rest")]
#[path = "import/measure.rs"]
mod measure;
#[path = "import/other_reports.rs"]
mod other_reports;

use measure::{median, run, setting};

use generator::translated::{self, Form};
use generator::{Layout, Log, Options, Report, write_report};

fn main() {
    let records = setting("RECORDS", 25_000);
    let runs = setting("RUNS", 3);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let python = std::env::var("DUCKDB_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    println!("{records} records of each report and form, median of {runs}");
    let mut slower = measure_all(&files(records, folder.path()), runs, folder.path(), &python);
    slower.extend(measure_all(&other_reports::files(records, folder.path()), runs, folder.path(), &python));
    if std::env::var("REQUIRE").is_ok() {
        assert!(slower.is_empty(), "slower than DuckDB: {slower:?}");
    }
}

/// Prints how fast each file is imported into a new cache and read by `DuckDB`; returns the names of those that `DuckDB`
/// reads faster.
fn measure_all(files: &[(String, PathBuf)], runs: usize, folder: &Path, python: &str) -> Vec<String> {
    println!("\n| form | MB | ours s | ours MB/s | memory MB | DuckDB s | ratio |");
    println!("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    let mut slower = Vec::new();
    let only = std::env::var("ONLY").unwrap_or_default();
    for (name, file) in files.iter().filter(|(name, _)| name.contains(&only)) {
        let megabytes = std::fs::metadata(file).map_or(0, |data| data.len()) as f64 / 1e6;
        let cache = folder.join("cache.db");
        let mut peak_mb = 0;
        let ours = median(runs, || {
            for ending in ["", "-wal", "-shm"] {
                // Absent in the first run.
                let _ = std::fs::remove_file(format!("{}{ending}", cache.display()));
            }
            let program = env!("CARGO_BIN_EXE_signin-lens");
            let (time, mb) = run(Command::new(program).arg("import").arg("--cache").arg(&cache).arg(file))?;
            peak_mb = peak_mb.max(mb);
            Some(time)
        });
        let ours = ours.unwrap_or_else(|| panic!("{name} is not read")).as_secs_f64();
        let duckdb =
            median(runs, || run(Command::new(python).args(["-c", DUCKDB]).arg(file).arg(folder)).map(|(time, _)| time));
        let speed = megabytes / ours;
        let (theirs, ratio) = match duckdb.map(|time| time.as_secs_f64()) {
            Some(duckdb) => (format!("{duckdb:.2}"), format!("{:.2}", duckdb / ours)),
            None => ("not read".to_owned(), String::new()),
        };
        println!("| {name} | {megabytes:.0} | {ours:.2} | {speed:.0} | {peak_mb} | {theirs} | {ratio} |");
        if duckdb.is_some_and(|duckdb| duckdb.as_secs_f64() < ours) {
            slower.push(name.clone());
        }
    }
    slower
}

/// Reads the file into a table of a database file, as our import does.
const DUCKDB: &str = "
import os, sys, duckdb
file, folder = sys.argv[1:]
path = os.path.join(folder, 'duck.db')
if os.path.exists(path): os.remove(path)
db = duckdb.connect(path)
if file.endswith('.csv'):
    skip = 1 if open(file).read(5) == '#TYPE' else 0
    db.execute('CREATE TABLE sign_in AS SELECT * FROM read_csv(?, header = true, skip = ?, max_line_size = 67108864)', [file, skip])
else:
    size = max(os.path.getsize(file), 67108864) if os.path.getsize(file) < 4e9 else 67108864
    db.execute(f'CREATE TABLE sign_in AS SELECT * FROM read_json(?, maximum_object_size = {size})', [file])
";

/// The same sign-ins in each form.
fn files(records: usize, folder: &Path) -> Vec<(String, PathBuf)> {
    let made = Options { records, layout: Layout::Compact, ..Options::default() };
    let mut files = Vec::new();
    let mut text = Vec::new();
    for form in [generator::Form::Json, generator::Form::Csv] {
        let report = Report { log: Log::Interactive, form };
        let mut bytes = Vec::new();
        write_report(&made, report, &mut bytes).expect("memory takes it");
        let path = folder.join(report.file_name(&made));
        std::fs::write(&path, &bytes).expect("room for it");
        let name = if form == generator::Form::Json { "portal-json" } else { "portal-csv" };
        files.push((name.to_owned(), path));
        if form == generator::Form::Json {
            text = bytes;
        }
    }
    let values: Vec<serde_json::Value> = serde_json::from_slice(&text).expect("a list of records");
    for form in Form::ALL {
        let path = folder.join(format!("{}-Interactive.{}", form.name(), form.ending()));
        let file = BufWriter::new(File::create(&path).expect("a new file"));
        translated::write(form, Log::Interactive, &values, file).expect("room for it");
        files.push((form.name().to_owned(), path));
    }
    files
}
