//! How fast downloads are imported and in how much memory and room, against `DuckDB` and the `sqlite3` shell doing the
//! same in the same run.
//!
//! `cargo bench --bench import` makes the reports (the same on every machine), imports 250,000 interactive sign-ins as JSON
//! and as CSV, and prints a table. Set `RECORDS` for another size, `RUNS` for more runs (the median counts), and
//! `DUCKDB_PYTHON` to a Python that has the `duckdb` package (`python3` if not set). A peer that is not there is left out
//! and said to be, unless `REQUIRE_PEERS=1`.
//!
//! Times never fail the bench. Answers do: how many sign-ins have each error code must be the same on both sides, in a
//! cache of JSON and in one of CSV.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

#[allow(dead_code, reason = "the bench writes reports only")]
#[path = "../examples/make_reports/generator.rs"]
mod generator;
#[allow(dead_code, reason = "other benches use the rest")]
#[path = "import/measure.rs"]
mod measure;
#[path = "import/peers.rs"]
mod peers;

use generator::{Form, Layout, Log, Options, Report, Selection, write_reports};
use measure::{median, run, setting};
use peers::{DuckDb, sqlite_import, sqlite_version, text_of};

/// A file of so many times as many records shows whether memory grows with it.
const LARGER: usize = 4;
/// A day's sign-ins are this part of a month's.
const DAYS: usize = 30;

fn main() {
    let records = setting("RECORDS", 250_000);
    let runs = setting("RUNS", 5);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let duckdb = DuckDb::find(folder.path());
    let sqlite = sqlite_version();
    let told = |version: Option<&String>| version.map_or("not there".to_owned(), Clone::clone);
    println!("{records} interactive sign-ins, median of {runs}");
    println!("DuckDB {}, sqlite3 {}", told(duckdb.as_ref().map(|(_, version)| version)), told(sqlite.as_ref()));
    if std::env::var("REQUIRE_PEERS").is_ok() {
        assert!(duckdb.is_some() && sqlite.is_some(), "the peers are required");
    }
    let bench = Bench { folder: folder.path().to_owned(), duckdb: duckdb.map(|(duckdb, _)| duckdb), runs };

    println!("\n| work | ours | peer | ratio | goal |");
    println!("| --- | ---: | ---: | ---: | ---: |");
    let json = bench.report(records, Form::Json, Layout::Pretty, 1);
    let (json_time, json_peak) = bench.import_against_duckdb("JSON", &json, "status.errorCode", "4");
    bench.import_again("JSON", &json, json_time);
    bench.room("JSON", &json, "12 %");
    drop_file(&json);
    let larger = bench.report(records * LARGER, Form::Json, Layout::Compact, 1);
    bench.memory("JSON", &larger, json_peak);
    drop_file(&larger);

    let csv = bench.report(records, Form::Csv, Layout::Pretty, 1);
    let (csv_time, csv_peak) = bench.import_against_duckdb("CSV", &csv, "coalesce(\"Sign-in error code\", 0)", "1");
    if sqlite.is_some() {
        let theirs = median(runs, || sqlite_import(&csv, folder.path()));
        row("CSV into a cache, against sqlite3", csv_time, theirs, "2");
    }
    bench.import_again("CSV", &csv, csv_time);
    bench.room("CSV", &csv, "60 %");
    drop_file(&csv);
    let larger = bench.report(records * LARGER, Form::Csv, Layout::Pretty, 1);
    bench.memory("CSV", &larger, csv_peak);
    drop_file(&larger);
    // The cache is now that of the larger file.
    bench.nightly(records);
}

struct Bench {
    folder: PathBuf,
    duckdb: Option<DuckDb>,
    runs: usize,
}

impl Bench {
    /// A report of so many interactive sign-ins.
    fn report(&self, records: usize, form: Form, layout: Layout, seed: u64) -> PathBuf {
        let options = Options { records, seed, layout, ..Options::default() };
        let report = Report { log: Log::Interactive, form };
        let folder = self.folder.join(format!("{records}-{seed}"));
        let mut files =
            write_reports(&options, Selection::Only(report), &folder).expect("there is room for the report");
        files.remove(0)
    }

    fn cache(&self) -> PathBuf {
        self.folder.join("cache.db")
    }

    /// Imports into the cache that is there; how long it took, and the peak of memory in MB.
    fn add(&self, report: &Path) -> Option<(Duration, u64)> {
        run(Command::new(PROGRAM).arg("import").arg("--cache").arg(self.cache()).arg(report))
    }

    /// Imports into a new cache, as often as asked for.
    fn import(&self, report: &Path, runs: usize) -> (Duration, u64) {
        let mut peak = 0;
        let time = median(runs, || {
            remove_cache(&self.cache());
            let (time, mb) = self.add(report)?;
            peak = peak.max(mb);
            Some(time)
        });
        (time.expect("the report is imported"), peak)
    }

    fn import_against_duckdb(&self, form: &str, report: &Path, code: &str, goal: &str) -> (Duration, u64) {
        let (ours, peak) = self.import(report, self.runs);
        let theirs = self.duckdb.as_ref().and_then(|duckdb| median(self.runs, || duckdb.import(report)));
        row(&format!("{form} into a cache, against DuckDB"), ours, theirs, goal);
        if let Some(duckdb) = &self.duckdb {
            let theirs = duckdb.error_codes(code).expect("DuckDB answers");
            assert_eq!(self.error_codes(), theirs, "sign-ins by error code, {form}");
        }
        (ours, peak)
    }

    /// How many sign-ins have each error code: `code,count` a line, in the order of the codes.
    fn error_codes(&self) -> String {
        let told = text_of(
            Command::new(PROGRAM).args(["count", "--by", "error_code", "--format", "csv", "--cache"]).arg(self.cache()),
        );
        let mut codes: Vec<(i64, String)> = told
            .expect("the cache answers")
            .lines()
            .skip(1)
            .filter_map(|line| Some((line.split(',').next()?.parse().ok()?, line.to_owned())))
            .collect();
        codes.sort();
        codes.into_iter().map(|(_, line)| line).collect::<Vec<_>>().join("\n")
    }

    fn import_again(&self, form: &str, report: &Path, first: Duration) {
        let again = median(self.runs, || self.add(report).map(|(time, _)| time)).expect("the report is known");
        row(&format!("the same {form} again, against the first time"), again, Some(first), "2");
    }

    fn room(&self, form: &str, report: &Path, goal: &str) {
        let [cache, report] = [&self.cache(), report].map(|path| std::fs::metadata(path).map_or(0, |data| data.len()));
        let share = cache as f64 * 100.0 / report.max(1) as f64;
        println!(
            "| cache of the {form} | {} MB | {} MB | {share:.1} % | below {goal} |",
            cache / 1_000_000,
            report / 1_000_000
        );
    }

    fn memory(&self, form: &str, larger: &Path, smaller_peak: u64) {
        let (_, peak) = self.import(larger, 1);
        let ratio = peak as f64 / smaller_peak.max(1) as f64;
        println!(
            "| memory for {LARGER} times as much {form}, against the smaller | {peak} MB | {smaller_peak} MB | {ratio:.2} | below 300 MB, flat |"
        );
    }

    /// A day's download into the cache that is there, against the same into an empty one.
    fn nightly(&self, records: usize) {
        let day = self.report((records / DAYS).max(1), Form::Csv, Layout::Pretty, 2);
        let full = self.cache();
        let kept = self.folder.join("kept.db");
        std::fs::rename(&full, &kept).expect("the cache can be moved");
        let (empty, _) = self.import(&day, self.runs);
        let into_full = median(self.runs, || {
            remove_cache(&full);
            std::fs::copy(&kept, &full).ok()?;
            self.add(&day).map(|(time, _)| time)
        });
        let into_full = into_full.expect("the report is imported");
        row(
            &format!("a day's CSV into a cache of {}, against an empty one", records * LARGER),
            into_full,
            Some(empty),
            "near 1",
        );
    }
}

const PROGRAM: &str = env!("CARGO_BIN_EXE_signin-lens");

fn row(work: &str, ours: Duration, peer: Option<Duration>, goal: &str) {
    let seconds = |time: Duration| format!("{:.2} s", time.as_secs_f64());
    let ratio = peer.map(|peer| format!("{:.2}", peer.as_secs_f64() / ours.as_secs_f64()));
    let (peer, ratio) = (peer.map_or("not there".to_owned(), seconds), ratio.unwrap_or_default());
    println!("| {work} | {} | {peer} | {ratio} | {goal} |", seconds(ours));
}

fn remove_cache(cache: &Path) {
    for ending in ["", "-wal", "-shm"] {
        // Absent in the first run.
        let _ = std::fs::remove_file(format!("{}{ending}", cache.display()));
    }
}

/// Reports take gigabytes: each goes when it is done with.
fn drop_file(path: &Path) {
    std::fs::remove_file(path).expect("the report can be removed");
}
