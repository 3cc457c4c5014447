//! How fast questions are answered on a million sign-ins, against `DuckDB` answering the same questions
//! about the same rows in the same run.
//!
//! `cargo bench --bench query` asks every question `RUNS` times (11 if not set) of `RECORDS` sign-ins
//! (1,000,000 if not set); the median of the runs counts. Set `DUCKDB_PYTHON` to a Python that has the packages
//! `duckdb` and `numpy` (`python3` if not set). Both hold the rows in memory before the first question; the
//! time of a question begins with its text and ends with the whole answer in the asker's hands.
//! What the answers add up to must be equal. With `REQUIRE=1` a missed goal fails the bench: a median over the
//! questions of at most 16 ms, no question above 50 ms, none less than three times as fast as `DuckDB`.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::json;

#[allow(dead_code, reason = "the bench makes sign-ins only")]
#[path = "../examples/make_reports/generator.rs"]
mod generator;
#[path = "query/questions.rs"]
mod questions;
#[path = "query/sign_ins.rs"]
mod sign_ins;
#[path = "query/tables.rs"]
mod tables;

use questions::{Question, questions};
use signin_lens::clock::Clock;
use signin_lens::query::Scope;

const GOAL_MEDIAN_MS: f64 = 16.0;
const GOAL_WORST_MS: f64 = 50.0;
const GOAL_RATIO: f64 = 3.0;

/// What one side says about a question.
#[derive(Clone, Debug, Deserialize)]
struct Told {
    /// The median of the runs.
    ms: f64,
    /// What the answer adds up to.
    check: Vec<u64>,
}

fn main() {
    let records = setting("RECORDS", 1_000_000);
    let runs = setting("RUNS", 11).max(1);
    let required = std::env::var("REQUIRE").is_ok();
    let before_mb = memory_mb();
    let start = Instant::now();
    let columns = sign_ins::columns(records);
    println!(
        "{} sign-ins, made in {:.1} s, {} MB of memory; median of {runs}",
        columns.len(),
        start.elapsed().as_secs_f64(),
        memory_mb().saturating_sub(before_mb)
    );
    let scope = Scope::new(&columns, Clock::default());
    let only = std::env::var("ONLY").unwrap_or_default();
    let asked: Vec<Question<'_>> =
        questions(&scope).into_iter().filter(|question| question.title.contains(&only)).collect();
    let ours: Vec<(Told, f64)> = asked.iter().map(|question| ask(question, runs)).collect();

    let folder = tempfile::tempdir().expect("a temporary folder");
    let duckdb = ask_duckdb(&columns, &asked, runs, folder.path());
    assert!(duckdb.is_some() || !required, "the comparison with DuckDB is required");

    println!("{:<58} {:>9} {:>9} {:>10} {:>6}", "question", "first ms", "ours ms", "DuckDB ms", "ratio");
    let mut different = Vec::new();
    let mut least_ratio = f64::INFINITY;
    for (place, (question, (told, first))) in asked.iter().zip(&ours).enumerate() {
        let theirs = duckdb.as_ref().and_then(|all| all.get(place));
        let (ms, ratio) = theirs.map_or((f64::NAN, f64::NAN), |theirs| (theirs.ms, theirs.ms / told.ms));
        println!("{:<58} {first:>9.2} {:>9.2} {ms:>10.2} {ratio:>6.1}", question.title, told.ms);
        least_ratio = least_ratio.min(ratio);
        if let Some(theirs) = theirs.filter(|theirs| theirs.check != told.check) {
            different.push(format!("{}: {:?}, DuckDB {:?}", question.title, told.check, theirs.check));
        }
    }
    let mut all: Vec<f64> = ours.iter().map(|(told, _)| told.ms).collect();
    all.sort_by(f64::total_cmp);
    let (median, worst) = (all[all.len() / 2], all[all.len() - 1]);
    println!("median {median:.2} ms, worst {worst:.2} ms, least ratio {least_ratio:.1}");
    assert!(different.is_empty(), "the answers differ:\n{}", different.join("\n"));
    if required {
        assert!(median <= GOAL_MEDIAN_MS, "the median is above {GOAL_MEDIAN_MS} ms");
        assert!(worst <= GOAL_WORST_MS, "the worst is above {GOAL_WORST_MS} ms");
        assert!(least_ratio >= GOAL_RATIO, "less than {GOAL_RATIO} times as fast as DuckDB");
    }
}

/// The median of the runs, and the milliseconds of the first, in which orders are made that later ones reuse.
fn ask(question: &Question<'_>, runs: usize) -> (Told, f64) {
    let mut times = Vec::with_capacity(runs);
    let mut check = Vec::new();
    for run in 0..=runs {
        let start = Instant::now();
        let answer = (question.ask)();
        times.push(milliseconds(start.elapsed()));
        if run == 0 {
            check = answer.check();
        }
    }
    let first = times.remove(0);
    times.sort_by(f64::total_cmp);
    (Told { ms: times[times.len() / 2], check }, first)
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

fn ask_duckdb(
    columns: &signin_lens::columns::Columns,
    asked: &[Question<'_>],
    runs: usize,
    folder: &Path,
) -> Option<Vec<Told>> {
    let python = std::env::var("DUCKDB_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let has_packages = Command::new(&python).args(["-c", "import duckdb, numpy"]).stderr(Stdio::null()).status();
    if !has_packages.is_ok_and(|status| status.success()) {
        println!("{python} has no duckdb and numpy; nothing to compare with");
        return None;
    }
    let rows = folder.join("sign_ins.csv");
    sign_ins::write_csv(columns, &rows).expect("the rows can be written");
    let work = json!({
        "table": sign_ins::create_table(&rows),
        "runs": runs,
        "questions": asked.iter().map(|question| &question.sql).collect::<Vec<_>>(),
    });
    let work_file = folder.join("questions.json");
    std::fs::write(&work_file, work.to_string()).expect("the questions can be written");
    let output = Command::new(&python)
        .args(["-c", include_str!("query/duckdb.py")])
        .arg(&work_file)
        .stderr(Stdio::inherit())
        .output()
        .expect("Python runs");
    assert!(output.status.success(), "DuckDB could not answer");
    let lines = String::from_utf8_lossy(&output.stdout);
    Some(lines.lines().map(|line| serde_json::from_str(line).expect("an answer in JSON")).collect())
}

fn setting(name: &str, default: usize) -> usize {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(default)
}

/// Memory in use; 0 where the system does not tell it.
fn memory_mb() -> u64 {
    let text = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = text.lines().find(|line| line.starts_with("VmRSS:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
    kilobytes.unwrap_or(0) / 1_000
}
