//! The review pack: one file that needs nothing else, and a workbook with charts.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

fn run(cache: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_signin-lens"))
        .arg("--cache")
        .arg(cache)
        .args(arguments)
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

/// A folder with a cache that holds these sign-ins of a user and an application.
fn cache_of(sign_ins: &[(&str, &str)]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut csv = "Date (UTC),Request ID,User,Username,Application,Status,Sign-in error code,IP address\n".to_owned();
    for (number, (user, app)) in sign_ins.iter().enumerate() {
        let day = number % 28 + 1;
        let _ = writeln!(
            csv,
            "2026-10-{day:02}T08:00:00Z,00000000-0000-4000-8000-{number:012},\"{user}\",u{number}@example.com,\"{app}\",Success,0,203.0.113.1"
        );
    }
    let file = folder.path().join("interactive.csv");
    std::fs::write(&file, csv).expect("room for a small file");
    let cache = folder.path().join("cache.db");
    run(&cache, &["import", file.to_str().expect("a name")]);
    (folder, cache)
}

fn pack(cache: &Path, name: &str, more: &[&str]) -> Vec<u8> {
    let file = cache.with_file_name(name);
    let mut arguments = vec!["pack", "-o", file.to_str().expect("a name")];
    arguments.extend(more);
    run(cache, &arguments);
    std::fs::read(&file).expect("the pack is there")
}

#[test]
fn a_pack_asks_for_nothing_from_outside_and_runs_nothing() {
    let hostile = "<script>alert(1)</script>\u{202E}";
    let (_folder, cache) = cache_of(&[(hostile, "Mail"), ("Anna Berg", "<img src=x>"), ("Boris Cole", "Mail")]);
    let page = String::from_utf8(pack(&cache, "review.html", &["--where", "-app:\"<none>\""])).expect("text");
    for needle in ["<script", "<img", "<link", "<iframe", " href=", "url(", "@import", "\u{202E}"] {
        assert!(!page.contains(needle), "{needle} in the page");
    }
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;⟨U+202E⟩"));
    assert!(page.contains("-app:&quot;&lt;none&gt;&quot;"), "the filter is told");
    assert!(page.contains("SHA-256") && page.contains("interactive.csv"), "and the sources");
    assert!(page.contains("<svg"));
}

#[test]
fn the_same_question_gives_the_same_pack() {
    let (_folder, cache) = cache_of(&[("Anna Berg", "Mail"), ("Boris Cole", "Files")]);
    assert_eq!(pack(&cache, "a.html", &[]), pack(&cache, "b.html", &[]));
}

#[test]
fn a_workbook_has_the_reports_asked_for_with_charts() {
    let (_folder, cache) = cache_of(&[("Anna Berg", "Mail"), ("Boris Cole", "=Files")]);
    let bytes = pack(&cache, "review.xlsx", &["--reports", "applications", "--title", "October: a review"]);
    let mut book = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a workbook is a zip");
    let names: Vec<String> = book.file_names().map(|name| name.expect("a name of the archive").into_owned()).collect();
    assert!(names.iter().any(|name| name.starts_with("xl/charts/chart")), "{names:?}");
    let mut text = String::new();
    std::io::Read::read_to_string(&mut book.by_name("xl/workbook.xml").expect("a workbook"), &mut text).expect("text");
    for sheet in ["Overview", "Application usage", "Applications", "Sources"] {
        assert!(text.contains(&format!("name=\"{sheet}\"")), "{sheet} in {text}");
    }
}

#[test]
fn a_workbook_tells_which_weeks_are_cut() {
    let (_folder, cache) = cache_of(&[("Anna Berg", "Mail"), ("Boris Cole", "Files")]);
    let bytes = pack(&cache, "review.xlsx", &["--reports", "applications", "--every", "week"]);
    let mut book = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a workbook is a zip");
    let mut text = String::new();
    std::io::Read::read_to_string(&mut book.by_name("xl/sharedStrings.xml").expect("texts"), &mut text).expect("text");
    for word in ["Step", "part", "whole"] {
        assert!(text.contains(&format!(">{word}<")), "{word} in {text}");
    }
}

#[test]
fn a_pack_tells_its_period_as_it_is() {
    let (_folder, cache) = cache_of(&[("Anna Berg", "Mail")]);
    let page = |name: &str, more: &[&str]| String::from_utf8(pack(&cache, name, more)).expect("text");
    assert!(page("days.html", &["--days", "1"]).contains("(1 day up to the newest sign-in)"));
    let filtered = page("filtered.html", &["--days", "0", "--where", "time:2026-10-01"]);
    assert!(filtered.contains("Thu 1 Oct 2026") && !filtered.contains("All that is loaded"), "{filtered}");
}

#[test]
fn a_pack_without_sign_ins_says_so_in_words() {
    let (folder, cache) = cache_of(&[("Anna Berg", "Mail")]);
    let page = String::from_utf8(pack(&cache, "none.html", &["--where", "user:nobody"])).expect("text");
    assert!(page.contains("No sign-ins in this period match the filter"), "{page}");
    assert!(!page.contains("<svg") && !page.contains("<table"), "nothing is drawn of nothing");
    assert!(page.contains("User: nobody (user:nobody)"), "the filter in words, and as it is written");
    let empty = folder.path().join("empty.db");
    let page = String::from_utf8(pack(&empty, "empty.html", &[])).expect("text");
    assert!(page.contains("Nothing is imported yet"), "{page}");
    pack(&empty, "empty.xlsx", &[]);
}

#[test]
fn a_chapter_without_sign_ins_says_so_and_a_table_without_rows_too() {
    let (_folder, cache) = cache_of(&[("Anna Berg", "Mail"), ("Boris Cole", "Files")]);
    let page = String::from_utf8(pack(&cache, "review.html", &[])).expect("text");
    let (_, of_service_principals) = page.split_once("Service principals</h2>").expect("the chapter");
    let (chapter, _) = of_service_principals.split_once("<h2").expect("its end");
    assert!(chapter.contains("No such sign-ins in this period") && !chapter.contains("<svg"), "{chapter}");
    assert!(page.contains("<h3>Legacy clients</h3>\n<p class=\"more\">None</p>"), "no header without rows");
    assert!(page.contains("<h2 class=\"flow\">Service principals</h2>"), "and takes no page of its own");
}

/// The colours of the palette that a chart uses.
fn colors_of(cache: &Path, arguments: &[&str]) -> Vec<&'static str> {
    const SERIES: [&str; 8] = ["#006bb3", "#bc4b00", "#108d67", "#9b3b8b", "#2695d0", "#ba8501", "#767d8a", "#7c1d49"];
    let file = cache.with_file_name("chart.svg");
    run(cache, &[&["chart", "applications", "-o", file.to_str().expect("a name")], arguments].concat());
    let svg = std::fs::read_to_string(&file).expect("the chart");
    SERIES.into_iter().filter(|color| svg.contains(color)).collect()
}

#[test]
fn each_of_the_most_used_applications_has_a_colour_of_its_own_in_every_chart() {
    let apps = ["Mail", "Files", "Payroll", "Intranet", "Helpdesk", "Wiki", "Travel", "Print"];
    // The first has the most sign-ins.
    let sign_ins: Vec<(&str, &str)> =
        (0..apps.len()).flat_map(|place| apps[..apps.len() - place].iter().map(|app| ("Anna Berg", *app))).collect();
    let (_folder, cache) = cache_of(&sign_ins);
    let mut alone: Vec<&str> = Vec::new();
    for app in apps {
        let colors = colors_of(&cache, &["--app", app]);
        assert_eq!(colors.len(), 1, "{app}: {colors:?}");
        alone.extend(&colors);
    }
    let different: std::collections::HashSet<&&str> = alone.iter().collect();
    assert_eq!(different.len(), apps.len(), "{alone:?}");
    // A filter that changes the order of the applications changes no colour.
    let two = colors_of(&cache, &["--where", "app:Travel,Print", "--top", "2"]);
    assert!(two.len() == 2 && two.contains(&alone[6]) && two.contains(&alone[7]), "{two:?} of {alone:?}");
}
