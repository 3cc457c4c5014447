//! The command line, run as a script would run it.

mod files;
mod program;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use program::{run, text};
use serde_json::Value;

fn sample_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample")
}

fn json(arguments: &[&str]) -> Vec<Value> {
    let text = text(&[arguments, &["--format", "json"]].concat());
    serde_json::from_str::<Vec<Value>>(&text).expect("an array of objects")
}

fn key(row: &Value, keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| row[key].to_string()).collect()
}

#[test]
fn a_part_of_the_filter_that_no_asked_log_has_a_field_for_is_refused() {
    for verb in
        [&["list"][..], &["count", "--by", "status"], &["groups", "--by", "status"], &["report", "applications"]]
    {
        let refused = run(&[verb, &["--log", "managed-identity", "--where", "user:nobody resource:*"]].concat());
        let said = String::from_utf8_lossy(&refused.stderr);
        assert_eq!(refused.status.code(), Some(2), "{verb:?}: {said}");
        assert!(refused.stdout.is_empty(), "everything is no answer");
        assert!(said.starts_with("The log managed-identity has no field for user:nobody"), "{said}");
        assert!(said.contains("interactive, non-interactive"), "{said}");
    }
    let neither = run(&["list", "--where", "activity:x compliant:yes"]);
    assert_eq!(neither.status.code(), Some(2));
}

#[test]
fn of_several_logs_those_without_a_field_of_the_filter_find_nothing() {
    let all = text(&["list"]);
    let everywhere = run(&["list", "--where", "user:nobody"]);
    assert!(everywhere.status.success() && everywhere.stdout.len() < all.len());
    assert_eq!(String::from_utf8_lossy(&everywhere.stderr), "No sign-in matches\n");
}

#[test]
fn without_a_log_those_are_asked_that_have_the_fields() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let cache = folder.path().join("cache.db").to_str().expect("a plain path").to_owned();
    let at = |arguments: &[&str]| text(&[arguments, &["--cache", &cache]].concat());
    at(&["import", files::sample_reports().to_str().expect("a plain path")]);
    let counted = at(&["count", "--by", "activity", "--where", "category:GroupManagement"]);
    assert!(counted.contains("Add member to group") && counted.contains("# audit events"), "{counted}");
    let listed = at(&["list", "--where", "log:audit activity:\"Add member to group\"", "--limit", "1"]);
    assert!(listed.contains("Target(s)"), "{listed}");
    let groups = at(&["groups", "--by", "activity", "--log", "m365"]);
    assert!(groups.contains("# Microsoft 365 activities"), "{groups}");
    let none = run(&["list", "--cache", &cache, "--where", "category:none"]);
    assert!(none.status.success());
    assert_eq!(String::from_utf8_lossy(&none.stderr), "No audit event matches\n");
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
    let both = json(&["explain", "50126,AADSTS50053"]);
    assert_eq!([&both[0]["code"], &both[1]["code"]], [&50_126, &50_053]);
    let short = run(&["explain", "A"]);
    assert_eq!(short.status.code(), Some(1));
    assert!(short.stdout.is_empty() && String::from_utf8_lossy(&short.stderr).contains("too short"));
    let pasted = text(&[
        "explain",
        "AADSTS50126: Error validating credentials. Trace ID: 3bb8c0a6-6a04-4b4e-8b48-1ac8c0d2f601 \
         Correlation ID: 9a1c0f4e-31b6-4f57-9a3c-62d5c6a4a1f0 Timestamp: 2026-10-05 08:19:41Z",
    ]);
    for expected in
        ["3bb8c0a6-6a04-4b4e-8b48-1ac8c0d2f601", "9a1c0f4e-31b6-4f57-9a3c-62d5c6a4a1f0", "2026-10-05 08:19:41Z"]
    {
        assert!(pasted.contains(expected), "{expected}: {pasted}");
    }
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
        (&["list", "--limit", "-1"][..], "from 0 up"),
        (&["list", "--format", "xlsx"][..], "-o FILE.xlsx"),
        (&["list", "--originals", "--columns", "user"][..], "cannot be used with"),
        (&["--sample", "list"][..], "--sample is for the window"),
        (&["--size", "800x600"][..], "--screenshot"),
        (&["--theme", "dark"][..], "--screenshot"),
        (&["list", "-o", "rows.foo"][..], ".csv, .json, .xlsx or .txt"),
        (&["forget", "1", "-o", "rows.foo"][..], "rows.foo"),
        (&["--format", "csv"][..], "--format is for the result of a verb"),
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let sentence = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(sentence.contains(expected), "{arguments:?}: {sentence}");
    }
}

#[test]
fn a_table_without_rows_says_why() {
    let none = |arguments: &[&str]| {
        let output = run(arguments);
        assert!(output.status.success(), "{arguments:?}");
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    assert_eq!(none(&["list", "--where", "country:AQ"]), "No sign-in matches\n");
    assert_eq!(none(&["count", "--by", "status", "--where", "country:AQ"]), "No sign-in matches\n");
    assert!(
        none(&["list", "--log", "interactive", "--offset", "100000"]).starts_with("--offset and --limit leave none")
    );
    assert_eq!(none(&["list", "--where", "country:AQ", "--format", "json"]), "", "scripts see an empty list");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let cache = folder.path().join("cache.db");
    let empty = none(&["list", "--cache", cache.to_str().expect("a plain path")]);
    assert!(empty.contains("cache.db") && empty.contains("signin-lens import"), "{empty}");
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
fn usage_lists_the_applications_that_the_most_people_use() {
    let report = json(&["report", "applications", "--log", "interactive"]);
    let mut users: Vec<u64> = report.iter().filter_map(|row| row["users"].as_u64()).collect();
    users.sort_unstable_by(|a, b| b.cmp(a));
    let usage = json(&["usage", "--users", "--top", "4", "--every", "week"]);
    let mut listed: Vec<&str> = usage.iter().filter_map(|row| row["app"].as_str()).collect();
    listed.dedup();
    let of = |app: &&str| report.iter().find(|row| row["title"] == **app).and_then(|row| row["users"].as_u64());
    let listed: Vec<u64> = listed.iter().filter_map(of).collect();
    assert_eq!(listed, users[..4]);
    let refused = run(&["usage", "--users", "--top", "150"]);
    let said = String::from_utf8_lossy(&refused.stderr);
    assert!(!refused.status.success() && said.contains("at most 100 applications"), "{said}");
}

#[test]
fn usage_and_charts_show_the_growing_application() {
    let usage = json(&["usage", "--top", "3", "--every", "week"]);
    let steps: Vec<&str> = usage.iter().filter_map(|row| row["step"].as_str()).collect();
    assert_eq!(steps.len(), usage.len());
    assert!(steps.contains(&"week") && steps.contains(&"part of a week"), "{steps:?}");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let png = folder.path().join("usage.png");
    let svg = folder.path().join("usage.svg");
    for file in [&png, &svg] {
        let path = file.to_str().expect("a plain path");
        text(&["chart", "usage", "-o", path, "--size", "800x400", "--theme", "dark"]);
    }
    assert!(std::fs::read(png).expect("a picture").starts_with(b"\x89PNG"));
    assert!(std::fs::read_to_string(&svg).expect("a picture").contains("</svg>"));
    text(&["chart", "usage", "-o", svg.to_str().expect("a plain path"), "--size", "half-slide"]);
    assert!(std::fs::read_to_string(&svg).expect("a picture").contains("width=\"640\" height=\"480\""));
}

#[test]
fn the_ending_of_the_file_tells_the_format() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let at = |name: &str| folder.path().join(name).to_str().expect("a plain path").to_owned();
    for name in ["rows.csv", "rows.json", "rows.xlsx", "rows.txt"] {
        text(&["list", "--log", "interactive", "--limit", "5", "--columns", "all", "--bom", "-o", &at(name)]);
    }
    let bytes = |name: &str| std::fs::read(at(name)).expect("the file");
    assert!(bytes("rows.csv").starts_with(b"\xef\xbb\xbflog,") && bytes("rows.csv").ends_with(b"\r\n"));
    let rows: Vec<Value> = serde_json::from_slice(&bytes("rows.json")).expect("JSON");
    assert!(rows.len() == 5 && rows.iter().any(|row| row["auth_steps"].is_array()));
    assert!(bytes("rows.xlsx").starts_with(b"PK"));
    assert!(bytes("rows.txt").starts_with(b"Log"));
}

#[test]
fn original_records_come_out_as_they_went_in() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("originals.json");
    text(&["list", "--originals", "-o", file.to_str().expect("a plain path")]);
    let rows: Vec<Value> = serde_json::from_slice(&std::fs::read(&file).expect("the file")).expect("JSON");
    assert_eq!(rows.len(), json(&["list"]).len());
    let printed = text(&["list", "--originals", "--limit", "3", "--log", "managed-identity"]);
    let printed: Vec<Value> = serde_json::from_str(&printed).expect("JSON");
    assert!(printed.len() == 3 && printed.iter().all(|row| rows.contains(row)));
}

#[test]
fn a_table_that_is_piped_has_every_character_and_names_what_is_missing() {
    let longest = json(&["list", "--columns", "user_agent"])
        .iter()
        .filter_map(|row| row["user_agent"].as_str().map(str::to_owned))
        .filter(|agent| agent.is_ascii() && !agent.contains(char::is_control))
        .max_by_key(String::len)
        .expect("a user agent");
    assert!(longest.len() > 60);
    assert!(text(&["list", "--columns", "user_agent"]).contains(&longest));
    assert!(text(&["count", "--by", "device_id"]).contains("(none)"));
    assert!(text(&["count", "--by", "device_id,status"]).contains("(none)"));
    assert!(json(&["count", "--by", "device_id"]).iter().any(|row| row["device_id"].is_null()));
}

#[test]
fn forgetting_a_source_says_what_went() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let cache = folder.path().join("cache.db");
    let call = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_signin-lens"))
            .env("SIGNIN_LENS_CACHE", &cache)
            .args(arguments)
            .args(["--format", "json"])
            .output()
            .expect("the program runs");
        serde_json::from_slice::<Vec<Value>>(&output.stdout).expect("JSON")
    };
    let file = sample_folder().join("MSISignIns_2026-10-02_2026-10-31.csv");
    let imported = call(&["import", file.to_str().expect("a plain path")]);
    let forgotten = call(&["forget", "1"]);
    assert_eq!(forgotten[0]["removed"], imported[0]["new"]);
    assert_eq!(forgotten[0]["left"], 0);
    let users = folder.path().join("users.json");
    let text =
        r#"{"value":[{"id":"a1","userPrincipalName":"anna@a.example","displayName":"Anna","department":"Sales"}]}"#;
    std::fs::write(&users, text).expect("room for a small file");
    call(&["import", users.to_str().expect("a plain path")]);
    let sources = call(&["sources"]);
    let forgotten = call(&["forget", &sources[0]["source"].to_string()]);
    assert_eq!((&forgotten[0]["entries"], &forgotten[0]["removed"]), (&1.into(), &0.into()));
}

#[test]
fn files_that_changed_since_their_import_are_told() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let call = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_signin-lens"))
            .env("SIGNIN_LENS_CACHE", folder.path().join("cache.db"))
            .args(arguments)
            .args(["--format", "json"])
            .output()
            .expect("the program runs");
        let told = serde_json::from_slice::<Vec<Value>>(&output.stdout).expect("JSON");
        (told, output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let files = ["a.json", "b.json", "c.json"].map(|name| folder.path().join(name));
    for (number, file) in files.iter().enumerate() {
        let text =
            format!(r#"[{{"id":"r{number}","createdDateTime":"2026-10-05T08:00:00Z","appId":"a","userId":"u"}}]"#);
        std::fs::write(file, text).expect("room for a small file");
        call(&["import", file.to_str().expect("a plain path")]);
    }
    let standings = |told: &[Value]| told.iter().map(|row| row["standing"].clone()).collect::<Vec<_>>();
    let (told, code, _) = call(&["verify"]);
    assert_eq!((standings(&told), code), (vec!["same".into(), "same".into(), "same".into()], Some(0)));
    std::fs::write(&files[1], "[]").expect("room for a small file");
    std::fs::remove_file(&files[0]).expect("it is there");
    let (told, code, said) = call(&["verify"]);
    // The latest import comes first.
    assert_eq!(standings(&told), ["same", "changed", "gone"]);
    assert_eq!(code, Some(1));
    assert!(said.contains("1 file is no longer what was imported"), "{said}");
    assert_ne!(told[1]["sha256"], told[1]["sha256_now"]);
}

#[test]
fn a_file_of_which_nothing_could_be_read_is_no_success() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("signins.csv");
    let text = "Date (UTC),Request ID,User,Username,Application,Status,IP address\nnever,r1,Anna,anna@a.example,Mail,Success,203.0.113.1\n";
    std::fs::write(&file, text).expect("room for a small file");
    let output = Command::new(env!("CARGO_BIN_EXE_signin-lens"))
        .env("SIGNIN_LENS_CACHE", folder.path().join("cache.db"))
        .arg("import")
        .arg(&file)
        .output()
        .expect("the program runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("No record of 1 file could be read"), "{said}");
}

#[test]
fn a_report_counts_what_the_list_behind_it_shows() {
    let rows = json(&["report", "applications", "--days", "0"]);
    let first = &rows[0];
    let app = first["title"].as_str().expect("a name");
    let listed = ["interactive", "non-interactive", "adfs"]
        .map(|log| json(&["list", "--log", log, "--where", &format!("app:\"{app}\"")]).len());
    assert_eq!(first["sign_ins"], listed.iter().sum::<usize>());
    let text = text(&["report"]);
    assert!(text.contains("applications"), "{text}");
}

#[test]
fn a_report_with_nothing_to_tell_is_empty_and_says_why() {
    let report = run(&["report", "adfs", "--format", "json"]);
    assert!(report.status.success());
    assert_eq!(String::from_utf8_lossy(&report.stdout).split_whitespace().collect::<String>(), "[]");
    assert!(!report.stderr.is_empty());
    let wrong = run(&["report", "adfs", "--section", "none"]);
    assert_eq!(wrong.status.code(), Some(2));
}
