//! Summarised sign-ins count as many as they say, wherever sign-ins are counted.

mod scene;

use std::path::Path;
use std::process::Command;

use scene::Scene;
use serde_json::{Value, json};
use signin_lens::app::{Command as AppCommand, View};

/// Sign-ins as Microsoft Graph sums them up, of two days.
fn summaries() -> String {
    let summary = |id: &str, day: &str, app: &str, code: u32, count: Value| {
        json!({
            "id": id,
            "signInCount": count,
            "aggregationDateTime": format!("{day}T00:00:00Z"),
            "firstSignInDateTime": format!("{day}T08:30:00Z"),
            "userPrincipalName": "anna@contoso.example",
            "appDisplayName": app,
            "appId": "aaaaaaaa-2222-4333-8444-555555555501",
            "ipAddress": "203.0.113.7",
            "conditionalAccessStatus": "notApplied",
            "status": {"errorCode": code},
        })
    };
    json!({
        "@odata.context": "https://graph.microsoft.com/beta/$metadata#Collection(microsoft.graph.summarizedSignIn)",
        "value": [
            summary("11111111-2222-4333-8444-555555555501", "2026-10-05", "Office 365", 0, json!(40)),
            summary("11111111-2222-4333-8444-555555555502", "2026-10-05", "Teams", 50126, json!(3)),
            summary("11111111-2222-4333-8444-555555555503", "2026-10-06", "Teams", 0, json!("1200")),
            summary("11111111-2222-4333-8444-555555555504", "2026-10-06", "Teams", 0, json!(1)),
        ]
    })
    .to_string()
}

fn imported(folder: &Path) -> Vec<Value> {
    let file = folder.join("summaries.json");
    std::fs::write(&file, summaries()).expect("it is written");
    asked(folder, &["import", file.to_str().expect("a path in UTF-8")])
}

fn asked(folder: &Path, arguments: &[&str]) -> Vec<Value> {
    let output = Command::new(env!("CARGO_BIN_EXE_signin-lens"))
        .env("SIGNIN_LENS_CACHE", folder.join("cache.db"))
        .args(arguments)
        .args(["--format", "json"])
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("an array of objects")
}

#[test]
fn verbs_count_the_sign_ins_that_rows_stand_for() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let figures = imported(folder.path());
    assert_eq!((&figures[0]["new"], &figures[0]["rejected"]), (&4.into(), &0.into()));
    let logs = asked(folder.path(), &["list", "--columns", "log"]);
    assert!(logs.iter().all(|row| row["log"] == "non-interactive"), "{logs:?}");
    let by_app = asked(folder.path(), &["count", "--by", "app"]);
    let counts: Vec<_> = by_app.iter().map(|row| (row["app"].as_str(), row["count"].as_u64())).collect();
    assert_eq!(counts, [(Some("Teams"), Some(1204)), (Some("Office 365"), Some(40))]);
    let by_two = asked(folder.path(), &["count", "--by", "app,status"]);
    assert_eq!(by_two.iter().map(|row| row["count"].as_u64()).collect::<Vec<_>>(), [Some(1201), Some(40), Some(3)]);
    let days = asked(folder.path(), &["series", "--every", "day"]);
    assert_eq!(days.iter().map(|row| row["count"].as_u64()).collect::<Vec<_>>(), [Some(43), Some(1201)]);
    let groups = asked(folder.path(), &["groups", "--log", "non-interactive", "--by", "user,app"]);
    assert_eq!(groups.iter().map(|row| row["count"].as_u64()).sum::<Option<u64>>(), Some(1244));
    let rows = asked(folder.path(), &["list", "--where", "sign_ins:>100", "--columns", "app,sign_in_count"]);
    assert_eq!(rows, [json!({"app": "Teams", "sign_in_count": 1200})]);
}

#[test]
fn the_window_counts_the_sign_ins_that_rows_stand_for() {
    let mut scene = Scene::empty().having(&[("summaries.json", &summaries())]);
    scene.click("Non-interactive");
    assert!(scene.shows("1\u{2009}244 sign-ins"), "the status bar tells them");
    assert!(scene.shows("folded to 3 rows"));
    scene.filter("app:teams");
    assert!(scene.shows("1\u{2009}204 of 1\u{2009}244 sign-ins"));
    scene.apply(AppCommand::Show(View::Sources));
    assert!(scene.says("1\u{2009}244 sign-ins in the cache"), "{:?}", scene.names("in the cache"));
    let source = scene.state().sources[0].id;
    scene.apply(AppCommand::AskForget(Some(source)));
    assert!(scene.says("1\u{2009}244 sign-ins that only this file brought will go"), "{:?}", scene.names("will go"));
}
