//! The lookup of error codes, driven by accessible names.

use eframe::egui::Vec2;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use signin_lens::app::{CodeCounts, Command};
use signin_lens::clock::Millis;
use signin_lens::columns::{Builder, Columns};
use signin_lens::fields::{Field, Log};
use signin_lens::query::Query;
use signin_lens::record::{EventId, Record};
use signin_lens::views::lookup::LookupView;
use signin_lens::widgets::theme;

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

struct Lookup {
    view: LookupView,
    counts: CodeCounts,
    commands: Vec<Command>,
}

fn lookup(input: &str) -> Harness<'static, Lookup> {
    let mut state = Lookup { view: LookupView::default(), counts: CodeCounts::of(&columns(), 1), commands: Vec::new() };
    state.view.look_up(input);
    let mut harness = Harness::builder().with_size(Vec2::new(900.0, 1000.0)).build_ui_state(
        |ui, state: &mut Lookup| {
            theme::apply(ui.ctx());
            state.view.ui(ui, Some(&state.counts), &mut state.commands);
        },
        state,
    );
    harness.run();
    harness
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
    let mut harness = lookup("AADSTS50126");
    assert!(harness.query_by_label("AADSTS50126").is_some());
    assert!(harness.query_by_label("3 sign-ins here have it").is_some());
    assert!(harness.query_by_label("Invalid username or password.").is_some());
    harness.get_by_label("Show them").click();
    harness.run();
    harness.get_by_label("Show 1 of Non-interactive").click();
    harness.run();
    let wanted = [
        Command::ShowSignIns(Some(Log::Interactive), sign_ins_with("50126")),
        Command::ShowSignIns(Some(Log::NonInteractive), sign_ins_with("50126")),
    ];
    assert_eq!(harness.state().commands, wanted);
}

#[test]
fn a_pasted_message_gives_its_code_and_leads_to_its_sign_in() {
    let request = "3f1b6b0e-0d1c-4a52-9f3e-2a5b8c9d0e00";
    let correlation = "9a2c7f10-1111-4222-8333-444455556666";
    let mut harness = lookup(&format!(
        "AADSTS50126: Error validating credentials. Trace ID: {request}\r\nCorrelation ID: {correlation}\r\n\
         Timestamp: 2026-10-06 08:00:00Z"
    ));
    assert!(harness.query_by_label("AADSTS50126").is_some());
    assert!(harness.query_by_label("2026-10-06 08:00:00Z").is_some());
    harness.get_by_label("Find request").click();
    harness.run();
    harness.get_by_label("Find correlation ID").click();
    harness.run();
    let wanted = [
        Command::ShowSignIns(None, Query::default().include(Field::RequestId, request)),
        Command::ShowSignIns(None, Query::default().include(Field::CorrelationId, correlation)),
    ];
    assert_eq!(harness.state().commands, wanted);
}

#[test]
fn words_find_codes() {
    let mut harness = lookup("password expired");
    harness.get_by_label("50055").click();
    harness.run();
    assert_eq!(harness.state().view.input(), "50055");
    assert!(harness.query_by_label("AADSTS50055").is_some());
    assert!(harness.query_by_label("No sign-in here has it").is_some());
}

#[test]
fn nothing_typed_lists_the_codes_at_hand() {
    let mut harness = lookup("");
    assert!(harness.query_by_label("999999").is_some());
    assert!(harness.query_by_label("0").is_none(), "success is no error");
    harness.get_by_label("50126").click();
    harness.run();
    assert!(harness.query_by_label("AADSTS50126").is_some());
}

#[test]
fn an_unknown_code_still_shows_what_the_files_say() {
    let harness = lookup("999999");
    assert!(harness.query_by_label("No explanation of this code is known here").is_some());
    assert!(harness.query_by_label("Something new.").is_some());
    assert!(harness.query_by_label("1 sign-in here has it").is_some());
}
