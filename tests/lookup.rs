//! The lookup of error codes, driven by accessible names.

mod scene;

use eframe::egui::Vec2;
use scene::view::ViewScene;
use signin_lens::app::{CodeCounts, Command};
use signin_lens::clock::Millis;
use signin_lens::columns::{Builder, Columns};
use signin_lens::fields::{Field, Log};
use signin_lens::query::Query;
use signin_lens::record::{EventId, Record};
use signin_lens::views::lookup::LookupView;

fn columns() -> Columns {
    let mut builder = Builder::default();
    let sign_ins = [
        (Log::Interactive, "0", "success", ""),
        (Log::Interactive, "50126", "failure", "Invalid username or password."),
        (Log::Interactive, "50126", "failure", "Invalid username or password."),
        (Log::NonInteractive, "50126", "failure", "Other."),
        (Log::Interactive, "999999", "failure", "Something new."),
    ];
    for (at, (log, code, status, reason)) in sign_ins.into_iter().enumerate() {
        let mut record = Record::new(log, Millis::from_iso("2026-10-06T08:00:00Z").expect("a valid time"));
        record.set(Field::App, "Expenses");
        record.set(Field::UserId, "u1");
        record.set(Field::ErrorCode, code);
        record.set(Field::Status, status);
        record.set(Field::FailureReason, reason);
        builder.push(EventId(at as i64 + 1), &record);
    }
    builder.finish()
}

/// The lookup after something was put into it.
fn lookup(input: &str) -> ViewScene<LookupView> {
    let counts = CodeCounts::of(&columns(), 1);
    let mut view = LookupView::default();
    view.look_up(input);
    ViewScene::new(Vec2::new(900.0, 1000.0), view, move |ui, view, commands| view.ui(ui, Some(&counts), commands))
}

fn sign_ins_with(code: &str) -> Query {
    Query::default().include(Field::ErrorCode, code)
}

#[test]
fn queries_are_told_apart() {
    assert_eq!(sign_ins_with("50126").to_string(), "error_code:50126");
}

#[test]
fn a_code_is_explained_and_leads_to_its_sign_ins() {
    let mut scene = lookup("AADSTS50126");
    assert!(scene.shows("AADSTS50126"));
    assert!(scene.shows("3 sign-ins here have it"));
    assert!(scene.shows("Invalid username or password."));
    scene.click("Show them");
    scene.click("Show 1 of Non-interactive");
    let wanted = [
        Command::ShowSignIns(Some(Log::Interactive), sign_ins_with("50126")),
        Command::ShowSignIns(Some(Log::NonInteractive), sign_ins_with("50126")),
    ];
    assert_eq!(scene.commands(), wanted);
}

#[test]
fn a_pasted_message_gives_its_code_and_leads_to_its_sign_in() {
    let request = "3f1b6b0e-0d1c-4a52-9f3e-2a5b8c9d0e00";
    let correlation = "9a2c7f10-1111-4222-8333-444455556666";
    let mut scene = lookup(&format!(
        "AADSTS50126: Error validating credentials. Trace ID: {request}\r\nCorrelation ID: {correlation}\r\n\
         Timestamp: 2026-10-06 08:00:00Z"
    ));
    assert!(scene.shows("AADSTS50126"));
    assert!(scene.shows("2026-10-06 08:00:00Z"));
    scene.click("Find request");
    scene.click("Find correlation ID");
    let wanted = [
        Command::ShowSignIns(None, Query::default().include(Field::RequestId, request)),
        Command::ShowSignIns(None, Query::default().include(Field::CorrelationId, correlation)),
    ];
    assert_eq!(scene.commands(), wanted);
}

#[test]
fn words_find_codes() {
    let mut scene = lookup("password expired");
    scene.click("50055");
    assert_eq!(scene.view().input(), "50055");
    assert!(scene.shows("AADSTS50055"));
    assert!(scene.shows("No sign-in here has it"));
}

#[test]
fn nothing_typed_lists_the_codes_at_hand() {
    let mut scene = lookup("");
    assert!(scene.shows("999999"));
    assert!(!scene.shows("0"), "success is no error");
    scene.click("50126");
    assert!(scene.shows("AADSTS50126"));
}

#[test]
fn an_unknown_code_still_shows_what_the_files_say() {
    let scene = lookup("999999");
    assert!(scene.shows("No explanation of this code is known here"));
    assert!(scene.shows("Something new."));
    assert!(scene.shows("1 sign-in here has it"));
}
