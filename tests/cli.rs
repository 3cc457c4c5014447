//! The command line, run as a script would run it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use serde_json::Value;

/// A cache with the sample's JSON, imported once for all tests here.
static SAMPLE: LazyLock<(tempfile::TempDir, PathBuf)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let cache = folder.path().join("cache.db");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(sample_folder())
        .expect("the sample is there")
        .map(|entry| entry.expect("it can be listed").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .collect();
    paths.sort();
    let output = Command::new(env!("CARGO_BIN_EXE_signin-lens"))
        .args(["import", "--format", "json", "--cache"])
        .arg(&cache)
        .args(paths)
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    (folder, cache)
});

fn sample_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample")
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_signin-lens"))
        .env("SIGNIN_LENS_CACHE", &SAMPLE.1)
        .args(arguments)
        .output()
        .expect("the program runs")
}

fn text(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("output is UTF-8")
}

fn json(arguments: &[&str]) -> Vec<Value> {
    let text = text(&[arguments, &["--format", "json"]].concat());
    serde_json::from_str::<Vec<Value>>(&text).expect("an array of objects")
}

fn key(row: &Value, keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| row[key].to_string()).collect()
}

#[test]
fn import_prints_a_line_of_figures_per_file() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = sample_folder().join("MSISignIns_2026-10-02_2026-10-31.csv");
    let cache = folder.path().join("cache.db");
    let call = |path: &Path| {
        Command::new(env!("CARGO_BIN_EXE_signin-lens"))
            .args(["import", "--format", "json", "--cache"])
            .arg(&cache)
            .arg(path)
            .output()
            .expect("the program runs")
    };
    let first: Vec<Value> = serde_json::from_slice(&call(&file).stdout).expect("JSON");
    let again: Vec<Value> = serde_json::from_slice(&call(&file).stdout).expect("JSON");
    let records = first[0]["records"].as_u64().expect("a number");
    assert!(records > 50);
    assert_eq!(first[0]["new"], records);
    assert_eq!((&first[0]["log"], &first[0]["format"]), (&"managed-identity".into(), &"portal-csv".into()));
    assert_eq!((&again[0]["new"], &again[0]["known"]), (&0.into(), &records.into()));
    let none = call(&folder.path().join("nothing.csv"));
    assert_eq!(none.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&none.stderr).contains("nothing.csv"));
}

#[test]
fn lists_are_newest_first_and_obey_filter_sort_and_limit() {
    let rows = json(&["list", "--log", "interactive"]);
    assert!(rows.len() > 1_000);
    let times: Vec<&str> = rows.iter().map(|row| row["time"].as_str().expect("a time")).collect();
    assert!(times.is_sorted_by(|a, b| a >= b));
    let failures =
        json(&["list", "--log", "interactive", "--where", "status:failure", "--columns", "status,error_code"]);
    assert_eq!(failures.len(), rows.iter().filter(|row| row["status"] == "failure").count());
    assert!(failures.iter().all(|row| row["status"] == "failure" && row["error_code"].as_u64() > Some(0)));
    let page = json(&["list", "--log", "interactive", "--sort", "user,time:desc", "--offset", "10", "--limit", "5"]);
    let mut expected = rows.clone();
    expected.sort_by_key(|row| row["user"].as_str().map_or("\u{10ffff}".to_owned(), str::to_lowercase));
    assert_eq!(page, expected[10..15]);
}

#[test]
fn options_may_stand_before_the_verb_and_filters_may_begin_with_an_exclusion() {
    let failures = json(&["--time-zone", "UTC", "list", "--where", "-status:success -status:interrupted"]);
    assert!(!failures.is_empty());
    assert!(failures.iter().all(|row| row["status"] == "failure"));
}

#[test]
fn groups_equal_a_recount_of_the_list() {
    let day = |row: &Value| row["time"].as_str().expect("a time")[..10].to_owned();
    for (log, keys) in [
        ("non-interactive", &["app_id", "user_id", "ip", "status", "resource_id"][..]),
        ("service-principal", &["service_principal_id", "status", "ip", "resource_id"][..]),
        ("managed-identity", &["service_principal_id", "status", "resource_id"][..]),
    ] {
        let mut recount: BTreeMap<(String, Vec<String>), Vec<String>> = BTreeMap::new();
        for row in json(&["list", "--log", log]) {
            let times = recount.entry((day(&row), key(&row, keys))).or_default();
            times.push(row["time"].as_str().expect("a time").to_owned());
        }
        let groups = json(&["groups", "--log", log, "--window", "24h"]);
        let mut found: Vec<(u64, String, String)> = groups
            .iter()
            .map(|row| {
                let text = |key: &str| row[key].as_str().expect("a time").to_owned();
                (row["count"].as_u64().expect("a count"), text("first_time"), text("last_time"))
            })
            .collect();
        let mut expected: Vec<(u64, String, String)> = recount
            .into_values()
            .map(|mut times| {
                times.sort();
                (times.len() as u64, times[0].clone(), times[times.len() - 1].clone())
            })
            .collect();
        found.sort();
        expected.sort();
        assert_eq!(found, expected, "{log}");
        assert!(found.iter().any(|(count, ..)| *count > 1), "{log} has no folded row");
    }
}

#[test]
fn counts_and_series_add_up_to_the_list() {
    let all = json(&["list"]).len() as u64;
    let sum = |rows: &[Value]| rows.iter().map(|row| row["count"].as_u64().expect("a count")).sum::<u64>();
    assert_eq!(sum(&json(&["count", "--by", "status"])), all);
    assert_eq!(sum(&json(&["count", "--by", "log,status"])), all);
    assert_eq!(sum(&json(&["series", "--by", "log", "--every", "day"])), all);
    assert_eq!(sum(&json(&["series", "--every", "week"])), all);
}

#[test]
fn csv_output_has_keys_as_header_and_no_formulas() {
    let csv = text(&["list", "--format", "csv", "--columns", "time,user,user_agent,unique_token_id"]);
    assert!(csv.starts_with("time,user,user_agent,unique_token_id\n"));
    let mut defused = 0;
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    for row in reader.records() {
        for cell in &row.expect("each row is CSV") {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
            defused += usize::from(cell.starts_with('\''));
        }
    }
    assert!(defused > 0, "the sample has hostile cells");
}

#[test]
fn codes_are_explained() {
    let plain = text(&["explain", "AADSTS50126"]);
    assert!(plain.contains("InvalidUserNameOrPassword") && plain.contains("First:"));
    assert_eq!(json(&["explain", "7000222"])[0]["class"], "workload-credential");
    let unknown = run(&["explain", "4242424242"]);
    assert_eq!(unknown.status.code(), Some(1));
}

#[test]
fn wrong_calls_say_what_was_expected() {
    for (arguments, expected) in [
        (&["list", "--log", "everything"][..], "interactive"),
        (&["list", "--where", "contry:US"][..], "country"),
        (&["list", "--columns", "nothing"][..], "fields"),
        (&["groups", "--log", "interactive"][..], "--by"),
        (&["list", "--time-zone", "Middle/Earth"][..], "Europe/Berlin"),
        (&["forget", "999"][..], "sources"),
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let sentence = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(sentence.contains(expected), "{arguments:?}: {sentence}");
    }
}

#[test]
fn fields_that_scripts_rely_on_are_there() {
    let fields = json(&["fields"]);
    let keys: Vec<&str> = fields.iter().filter_map(|row| row["key"].as_str()).collect();
    for key in [
        "log",
        "time",
        "request_id",
        "correlation_id",
        "user",
        "username",
        "user_id",
        "app",
        "app_id",
        "resource",
        "resource_id",
        "ip",
        "city",
        "state",
        "country",
        "status",
        "error_code",
        "failure_reason",
        "client_app",
        "browser",
        "os",
        "ca_status",
        "auth_requirement",
        "service_principal",
        "service_principal_id",
    ] {
        assert!(keys.contains(&key), "{key}");
    }
}

#[test]
fn usage_and_charts_show_the_growing_application() {
    let usage = json(&["usage", "--top", "3", "--every", "week"]);
    assert!(!usage.is_empty());
    let folder = tempfile::tempdir().expect("a temporary folder");
    let png = folder.path().join("usage.png");
    let svg = folder.path().join("usage.svg");
    for file in [&png, &svg] {
        let path = file.to_str().expect("a plain path");
        text(&["chart", "usage", "-o", path, "--size", "800x400", "--theme", "dark"]);
    }
    assert!(std::fs::read(png).expect("a picture").starts_with(b"\x89PNG"));
    assert!(std::fs::read_to_string(svg).expect("a picture").contains("</svg>"));
}
