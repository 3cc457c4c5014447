//! The lookup of error codes and the report of application usage, driven by accessible names.

use eframe::egui::Vec2;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use signin_lens::app::{CodeCounts, Command};
use signin_lens::clock::{Clock, Millis};
use signin_lens::columns::{Builder, Columns};
use signin_lens::fields::{Field, Log, Logs};
use signin_lens::insights::usage::{Choice, Usage, UsageOptions, application_usage};
use signin_lens::query::{Query, Scope};
use signin_lens::record::{EventId, Record};
use signin_lens::views::lookup::LookupView;
use signin_lens::views::usage::UsageView;
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

struct Report {
    view: UsageView,
    usage: Option<Usage>,
    commands: Vec<Command>,
}

fn report(with_usage: bool) -> Harness<'static, Report> {
    report_of(Logs::from(Log::Interactive), with_usage)
}

fn report_of(logs: Logs, with_usage: bool) -> Harness<'static, Report> {
    let columns = columns();
    let usage_of = move |options: &UsageOptions| {
        let scope = Scope::new(&columns, Clock::default());
        application_usage(&scope, &columns.rows_of_all(options.logs), options)
    };
    let view = UsageView::default();
    let usage = with_usage.then(|| usage_of(view.options()));
    let state = Report { view, usage, commands: Vec::new() };
    let mut harness = Harness::builder().with_size(Vec2::new(1_000.0, 1_200.0)).build_ui_state(
        move |ui, state: &mut Report| {
            theme::apply(ui.ctx());
            let (query, clock) = (Query::default(), Clock::default());
            state.view.ui(ui, state.usage.as_ref(), &query, &clock, &mut state.commands);
            let options = state.view.options();
            if let Some(usage) = state.usage.as_mut().filter(|usage| usage.options.logs != options.logs) {
                *usage = usage_of(options);
            }
        },
        state,
    );
    harness.run();
    let further: Vec<Log> = logs.iter().filter(|log| *log != Log::Interactive).collect();
    if !further.is_empty() {
        harness.get_by_label("Logs: Interactive").click();
        harness.run();
        for log in further {
            harness.get_by_label(log.title()).click();
            harness.run();
        }
        harness.key_press(eframe::egui::Key::Escape);
        harness.run();
    }
    harness
}

/// The filter of 6 October 2026 in UTC.
fn that_day() -> Query {
    "time:2026-10-06".parse().expect("a filter")
}

/// Clicks the point of the newest day, the last of thirty, which reaches nearly to the top of the axis.
fn click_newest_point(harness: &mut Harness<'static, Report>) {
    let chart = harness.get_by_label("Chart: Sign-ins of the most used applications per day").rect();
    let width = chart.width() / 30.0;
    let at = eframe::egui::pos2(chart.right() - width / 2.0, chart.top() + chart.height() * 0.05);
    harness.hover_at(at);
    harness.run();
    for pressed in [true, false] {
        harness.event(eframe::egui::Event::PointerButton {
            pos: at,
            button: eframe::egui::PointerButton::Primary,
            pressed,
            modifiers: eframe::egui::Modifiers::NONE,
        });
    }
    harness.run();
}

#[test]
fn a_point_of_the_chart_lists_its_sign_ins() {
    let mut harness = report(true);
    click_newest_point(&mut harness);
    let wanted = Command::ShowSignIns(Some(Log::Interactive), that_day().include(Field::App, "Expenses"));
    assert_eq!(harness.state().commands, [wanted]);
}

#[test]
fn a_point_of_several_logs_offers_a_list_of_each() {
    let mut harness = report_of(Logs::USERS, true);
    click_newest_point(&mut harness);
    assert!(harness.state().commands.is_empty());
    assert!(harness.query_by_label("Show 4 of Interactive").is_some());
    harness.get_by_label("Show 1 of Non-interactive").click();
    harness.run();
    let wanted = Command::ShowSignIns(Some(Log::NonInteractive), that_day().include(Field::App, "Expenses"));
    assert_eq!(harness.state().commands, [wanted]);
}

#[test]
fn figures_of_several_logs_offer_a_list_of_each() {
    let mut harness = report_of(Logs::USERS, true);
    harness.get_by_label("Show sign-ins of Expenses").click();
    harness.run();
    harness.get_by_label("Show 4 of Interactive").click();
    harness.run();
    assert!(matches!(harness.state().commands.as_slice(), [Command::ShowSignIns(Some(Log::Interactive), _)]));
}

#[test]
fn the_figures_lead_to_sign_ins_without_the_pointer() {
    let mut harness = report(true);
    harness.get_by_label("Figures by day").click();
    harness.run();
    harness.get_by_label("Show sign-ins of Tue 6 Oct 2026").click();
    harness.run();
    let wanted = Command::ShowSignIns(Some(Log::Interactive), that_day().include(Field::App, "Expenses"));
    assert_eq!(harness.state().commands, [wanted]);
}

#[test]
fn a_chosen_application_is_what_the_next_report_should_show() {
    let mut harness = report(true);
    harness.get_by_label("Expenses").click();
    harness.run();
    assert_eq!(harness.state().view.options().choice, Choice::One("Expenses".to_owned()));
    harness.get_by_label("Per week").click();
    harness.run();
    assert_eq!(harness.state().view.options().every.key(), "week");
}

#[test]
fn a_report_that_is_not_there_yet_says_so() {
    let harness = report(false);
    assert!(harness.query_by_label_contains("Counting sign-ins").is_some());
}
