//! The detail of a sign-in, driven by accessible names.

use eframe::egui::Vec2;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use signin_lens::app::Command;
use signin_lens::cache::{Detail, OriginalText, SourceId};
use signin_lens::clock::{Clock, Millis};
use signin_lens::fields::{Field, Log};
use signin_lens::record::{AuthStep, EventId, PolicyResult, Record, encode_policies};
use signin_lens::views::detail::{DetailView, Place};
use signin_lens::widgets::theme;

/// What a test sees: the view, what it shows, and what was asked for.
struct Scene {
    view: DetailView,
    detail: Detail,
    commands: Vec<Command>,
}

fn record(log: Log, values: &[(Field, &'static str)]) -> Record<'static> {
    let mut record = Record::new(log, Millis::from_iso("2026-10-06T08:19:41Z").expect("a valid time"));
    for (field, value) in values {
        record.set(*field, *value);
    }
    record
}

fn original(text: &str, cells: &[(&str, &str)]) -> OriginalText {
    OriginalText {
        source: SourceId(1),
        source_name: "InteractiveSignIns.json".to_owned(),
        format: "Portal download",
        imported: Millis::from_iso("2026-10-07T07:00:00Z").expect("a valid time"),
        text: text.to_owned(),
        cells: cells.iter().map(|(header, value)| ((*header).to_owned(), (*value).to_owned())).collect(),
        is_step: false,
    }
}

fn scene(record: Record<'static>, original: OriginalText, place: Place) -> Harness<'static, Scene> {
    let detail = Detail { event: EventId(7), record, originals: vec![original] };
    let state = Scene { view: DetailView::new(place), detail, commands: Vec::new() };
    let mut harness = Harness::builder().with_size(Vec2::new(700.0, 1600.0)).build_ui_state(
        |ui, scene: &mut Scene| {
            theme::apply(ui.ctx());
            scene.view.ui(ui, &scene.detail, &Clock::default(), &mut scene.commands);
        },
        state,
    );
    harness.run();
    harness
}

fn anna() -> Record<'static> {
    record(
        Log::Interactive,
        &[
            (Field::User, "Anna Reyes"),
            (Field::App, "Expenses"),
            (Field::Status, "failure"),
            (Field::StatusSource, "error-code"),
            (Field::ErrorCode, "50126"),
            (Field::ConditionalAccess, "notApplied"),
            (Field::City, "Utrecht"),
        ],
    )
}

fn open(harness: &mut Harness<'static, Scene>, tab: &str) {
    harness.get_by_label(tab).click();
    harness.run();
}

#[test]
fn tabs_switch() {
    let mut harness = scene(anna(), original("{}", &[]), Place::Panel);
    assert!(harness.query_by_label("Outcome").is_some());
    open(&mut harness, "Location");
    assert!(harness.query_by_label("Utrecht").is_some());
    assert!(harness.query_by_label("Outcome").is_none());
}

#[test]
fn a_value_is_copied_and_filtered_by_its_buttons() {
    let mut harness = scene(anna(), original("{}", &[]), Place::Panel);
    for button in ["Copy User", "Filter for User", "Exclude User", "Filter for Status"] {
        harness.get_by_label(button).click();
        harness.run();
    }
    let wanted = [
        Command::Copy("Anna Reyes".to_owned()),
        Command::Include(Field::User, "Anna Reyes".to_owned()),
        Command::Exclude(Field::User, "Anna Reyes".to_owned()),
        Command::Include(Field::Status, "failure".to_owned()),
    ];
    assert_eq!(harness.state().commands, wanted);
}

#[test]
fn a_derived_status_says_so_and_a_code_leads_to_its_explanation() {
    let mut harness = scene(anna(), original("{}", &[]), Place::Panel);
    assert!(harness.query_by_label_contains("Follows from the error code").is_some());
    harness.get_by_label("50126").click();
    harness.run();
    assert_eq!(harness.state().commands, [Command::LookUp("50126".to_owned())]);
}

#[test]
fn only_the_panel_offers_its_own_window() {
    let mut harness = scene(anna(), original("{}", &[]), Place::Panel);
    harness.get_by_label("Open in own window").click();
    harness.run();
    harness.get_by_label("Close details").click();
    harness.run();
    assert_eq!(harness.state().commands, [Command::OpenDetailWindow(EventId(7)), Command::CloseDetail]);
    let harness = scene(anna(), original("{}", &[]), Place::Window);
    assert!(harness.query_by_label("Open in own window").is_none());
}

#[test]
fn a_csv_row_without_steps_says_where_they_are() {
    let mut harness = scene(anna(), original("a,b", &[("User", "Anna Reyes")]), Place::Panel);
    open(&mut harness, "Authentication details");
    assert!(harness.query_by_label_contains("Open the authentication details file").is_some());
    open(&mut harness, "Conditional Access");
    assert!(harness.query_by_label_contains("The JSON download of the same sign-ins lists every policy").is_some());
}

#[test]
fn steps_are_listed_with_their_outcome() {
    let mut record = anna();
    let step = |method: &'static str, succeeded, result: &'static str| AuthStep {
        time: Some(record.time),
        method: method.into(),
        succeeded: Some(succeeded),
        result: result.into(),
        requirement: "Primary authentication".into(),
        ..AuthStep::default()
    };
    record.steps = vec![step("Password", true, "Correct password"), step("Text message", false, "MFA denied")];
    let mut harness = scene(record, original("{}", &[]), Place::Window);
    open(&mut harness, "Authentication details");
    for text in ["Password", "Correct password", "Yes", "Text message", "MFA denied", "No"] {
        assert!(harness.query_by_label(text).is_some(), "{text}");
    }
}

#[test]
fn report_only_policies_stand_apart_in_the_portals_words() {
    let policy = |name: &str, result: &str, control: &str| PolicyResult {
        name: name.to_owned(),
        result: result.to_owned(),
        grant_controls: vec![control.to_owned()],
        ..PolicyResult::default()
    };
    let mut record = anna();
    record.set(
        Field::Policies,
        encode_policies(&[
            policy("Legacy", "notApplied", "Block"),
            policy("Everyone", "failure", "Mfa"),
            policy("Pilot", "reportOnlyInterrupted", "RequireCompliantDevice"),
        ]),
    );
    let mut harness = scene(record, original("{}", &[]), Place::Panel);
    open(&mut harness, "Conditional Access");
    for text in [
        "Everyone",
        "Require multifactor authentication",
        "Report-only policies",
        "Report-only: user action required",
        "Require device to be marked as compliant",
    ] {
        assert!(harness.query_by_label(text).is_some(), "{text}");
    }
    assert!(harness.query_by_label("Legacy").is_none(), "a policy that did not apply is folded");
    harness.get_by_label("Not applied (1)").click();
    harness.run();
    assert!(harness.query_by_label("Legacy").is_some());
}

#[test]
fn applications_have_fewer_tabs() {
    let record = record(
        Log::ServicePrincipal,
        &[(Field::ServicePrincipal, "Backup job"), (Field::Resource, "Microsoft Graph"), (Field::Status, "success")],
    );
    let harness = scene(record, original("{}", &[]), Place::Panel);
    assert!(harness.query_by_label("Device").is_none());
    assert!(harness.query_by_label("Authentication details").is_none());
    assert!(harness.query_by_label("Conditional Access").is_some());
    assert!(harness.query_by_label("Raw").is_some());
}

#[test]
fn the_original_text_is_copied_as_it_is() {
    let text = "{\"id\":\"1\",\r\n\"odd\":  \"spacing\"}";
    let mut harness = scene(anna(), original(text, &[]), Place::Panel);
    open(&mut harness, "Raw");
    harness.get_by_label("Copy original text").click();
    harness.run();
    assert_eq!(harness.state().commands, [Command::Copy(text.to_owned())]);
}

#[test]
fn unknown_columns_of_a_csv_row_are_shown() {
    let mut harness = scene(anna(), original("x", &[("Made-up column", "its value"), ("Empty", "")]), Place::Panel);
    open(&mut harness, "Raw");
    assert!(harness.query_by_label("Made-up column").is_some());
    assert!(harness.query_by_label("its value").is_some());
    assert!(harness.query_by_label("Empty columns (1)").is_some());
}

#[test]
fn what_the_export_lacks_is_told_when_asked() {
    let mut harness = scene(anna(), original("{}", &[]), Place::Panel);
    open(&mut harness, "Device");
    harness.get_by_label("Not in this export (8)").click();
    harness.run();
    assert!(harness.query_by_label_contains("Operating System").is_some());
}
