//! Reports and charts of one thing, and what a picture says of itself, on the command line.

mod files;
mod program;

use program::{run, text};

/// What a refused call says.
fn refusal(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", String::from_utf8_lossy(&output.stdout));
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).expect("a sentence")
}

/// The words of a chart: its title, and what it shows.
fn told(arguments: &[&str]) -> (String, String) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("chart.svg");
    text(&[&["chart"], arguments, &["-o", file.to_str().expect("a plain path")]].concat());
    let svg = std::fs::read_to_string(&file).expect("a picture");
    let part = |tag: &str| {
        let (_, after) = svg.split_once(&format!("<{tag}>")).expect("its words");
        after.split_once(&format!("</{tag}>")).expect("their end").0.to_owned()
    };
    (part("title"), part("desc"))
}

#[test]
fn a_report_about_one_thing_asks_for_its_name() {
    for (page, option) in [
        ("user", "--user"),
        ("application", "--app"),
        ("resource", "--resource"),
        ("service-principal", "--service-principal"),
        ("policy", "--policy"),
    ] {
        for verb in ["report", "chart"] {
            let said = refusal(&[verb, page]);
            assert!(said.contains(&format!("name it with {option} NAME")), "{verb} {page}: {said}");
        }
    }
    assert!(refusal(&["pack", "--reports", "users,user", "-o", "pack.html"]).contains("--user NAME"));
}

#[test]
fn a_report_about_one_thing_counts_its_sign_ins_alone() {
    let rows = |arguments: &[&str]| -> Vec<serde_json::Value> {
        serde_json::from_str(&text(&[arguments, &["--format", "json", "--days", "0"]].concat())).expect("rows")
    };
    let applications = rows(&["report", "applications"]);
    let (name, count) = (applications[1]["title"].as_str().expect("a name"), &applications[1]["sign_ins"]);
    let figures = rows(&["report", "application", "--app", &name.to_uppercase(), "--section", "figures"]);
    let sign_ins = figures.iter().find(|row| row["figure"] == "sign_ins").expect("a figure");
    assert_eq!(&sign_ins["value"], count, "of {name}");
}

#[test]
fn an_unknown_name_is_answered_with_those_that_come_near() {
    let said = refusal(&["report", "application", "--app", "Exchange"]);
    assert!(said.contains("Did you mean \u{201c}Office 365 Exchange Online\u{201d}?"), "{said}");
    let said = refusal(&["chart", "applications", "--app", "Office 365 Exchnge Online", "-o", "a.svg"]);
    assert!(said.contains("\u{201c}Office 365 Exchange Online\u{201d}"), "{said}");
    let said = refusal(&["report", "user", "--user", "zzzzzzzzzz"]);
    assert!(said.contains("no sign-in tells of a user zzzzzzzzzz") && !said.contains("mean"), "{said}");
    assert!(refusal(&["report", "applicatons"]).contains("Did you mean applications?"));
}

#[test]
fn a_chart_draws_what_its_report_is_about() {
    assert_eq!(told(&["places"]).0, "Places of sign-ins");
    assert!(told(&["places"]).1.contains("sign-ins by place"));
    let list = text(&["chart", "places", "--list"]);
    for part in ["places", "countries_over_time", "cities", "graph over time", "map"] {
        assert!(list.contains(part), "{part} in {list}");
    }
    assert!(text(&["chart", "user", "--list"]).contains("heat map"), "no user is needed for that");
    let said = refusal(&["chart", "places", "--section", "citys", "-o", "a.svg"]);
    assert!(said.contains("Did you mean cities?") && said.contains("countries_over_time"), "{said}");
}

#[test]
fn a_chart_says_what_it_shows_of_which_time_and_from_which_files() {
    let (title, words) = told(&["applications", "--where", "-status:success", "--time-zone", "Europe/Berlin"]);
    assert_eq!(title, "Application usage");
    for part in [
        "Sign-ins per day, top 3 of 2",
        "applications by sign-ins",
        "2 Oct \u{2013} 31 Oct 2026, days in Europe/Berlin",
        "Interactive and non-interactive sign-ins",
        "Filter: Status: not Success",
        "InteractiveSignIns_2026-10-02_2026-10-31.json and NonInteractiveSignIns",
        concat!("Sign-in Lens ", env!("CARGO_PKG_VERSION")),
    ] {
        assert!(words.contains(part), "{part} in {words}");
    }
    assert!(told(&["places", "--section", "countries"]).1.contains("United Kingdom: "));
    let partial = told(&["applications", "--days", "90"]).1;
    assert!(partial.contains("Loaded from 2 Oct 2026 on: the time before is not known"), "{partial}");
    let one = told(&["application", "--app", "office 365 exchange online"]);
    assert_eq!(one.0, "Usage: Office 365 Exchange Online");
    assert!(!one.1.contains("Filter"), "the title says it: {}", one.1);
}
