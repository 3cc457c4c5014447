//! The detail of a sign-in, driven by accessible names.

mod scene;

use eframe::egui::Vec2;
use scene::view::ViewScene;
use signin_lens::app::Command;
use signin_lens::cache::{Detail, OriginalText, SourceId};
use signin_lens::clock::{Clock, Millis};
use signin_lens::fields::{Field, Log};
use signin_lens::record::{AuthStep, EventId, PolicyResult, Record, encode_policies};
use signin_lens::views::detail::{DetailView, Place};

fn record(log: Log, values: &[(Field, &'static str)]) -> Record<'static> {
    let mut record = Record::new(log, Millis::from_iso("2026-10-06T08:19:41Z").expect("a valid time"));
    for (field, value) in values {
        record.set(*field, *value);
    }
    record
}

/// Stands for bytes that are no text; the sign itself has no picture in the fonts of a test.
const REPLACED: &str = "[replaced]";

fn original(text: &str, cells: &[(&str, &str)]) -> OriginalText {
    OriginalText {
        source: SourceId(1),
        source_name: "InteractiveSignIns.json".to_owned(),
        format: "Portal download",
        imported: Millis::from_iso("2026-10-07T07:00:00Z").expect("a valid time"),
        text: text.to_owned(),
        is_exact: !text.contains(REPLACED),
        cells: cells.iter().map(|(header, value)| ((*header).to_owned(), (*value).to_owned())).collect(),
        is_step: false,
    }
}

fn detail(record: Record<'static>, original: OriginalText, place: Place) -> ViewScene<DetailView> {
    let detail = Detail { event: EventId(7), record, originals: vec![original] };
    ViewScene::new(Vec2::new(700.0, 1600.0), DetailView::new(place), move |ui, view, commands| {
        view.ui(ui, &detail, &Clock::default(), commands);
    })
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

#[test]
fn tabs_switch() {
    let mut scene = detail(anna(), original("{}", &[]), Place::Panel);
    assert!(scene.shows("Outcome"));
    scene.click("Location");
    assert!(scene.shows("Utrecht"));
    assert!(!scene.shows("Outcome"));
}

#[test]
fn a_value_is_copied_and_filtered_by_its_buttons() {
    let mut scene = detail(anna(), original("{}", &[]), Place::Panel);
    for button in ["Copy User", "Filter for User", "Exclude User", "Filter for Status"] {
        scene.click(button);
    }
    let wanted = [
        Command::Copy("Anna Reyes".to_owned()),
        Command::Include(Field::User, "Anna Reyes".to_owned()),
        Command::Exclude(Field::User, "Anna Reyes".to_owned()),
        Command::Include(Field::Status, "failure".to_owned()),
    ];
    assert_eq!(scene.commands(), wanted);
}

#[test]
fn a_derived_status_says_so_and_a_code_leads_to_its_explanation() {
    let mut scene = detail(anna(), original("{}", &[]), Place::Panel);
    assert!(scene.says("Follows from the error code"));
    scene.click("50126");
    assert_eq!(scene.commands(), [Command::LookUp("50126".to_owned())]);
}

#[test]
fn only_the_panel_offers_its_own_window() {
    let mut scene = detail(anna(), original("{}", &[]), Place::Panel);
    scene.click("Open in own window");
    scene.click("Close details");
    assert_eq!(scene.commands(), [Command::OpenDetailWindow(EventId(7)), Command::CloseDetail]);
    let scene = detail(anna(), original("{}", &[]), Place::Window);
    assert!(!scene.shows("Open in own window"));
}

#[test]
fn a_csv_row_without_steps_says_where_they_are() {
    let mut scene = detail(anna(), original("a,b", &[("User", "Anna Reyes")]), Place::Panel);
    scene.click("Authentication details");
    assert!(scene.says("Open the authentication details file"));
    scene.click("Conditional Access");
    assert!(scene.says("The JSON download of the same sign-ins lists every policy"));
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
    let mut scene = detail(record, original("{}", &[]), Place::Window);
    scene.click("Authentication details");
    for text in ["Password", "Correct password", "Yes", "Text message", "MFA denied", "No"] {
        assert!(scene.shows(text), "{text}");
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
    let mut scene = detail(record, original("{}", &[]), Place::Panel);
    scene.click("Conditional Access");
    for text in [
        "Everyone",
        "Require multifactor authentication",
        "Report-only policies",
        "Report-only: user action required",
        "Require device to be marked as compliant",
    ] {
        assert!(scene.shows(text), "{text}");
    }
    assert!(!scene.shows("Legacy"), "a policy that did not apply is folded");
    scene.click("Not applied (1)");
    assert!(scene.shows("Legacy"));
}

#[test]
fn applications_have_fewer_tabs() {
    let record = record(
        Log::ServicePrincipal,
        &[(Field::ServicePrincipal, "Backup job"), (Field::Resource, "Microsoft Graph"), (Field::Status, "success")],
    );
    let scene = detail(record, original("{}", &[]), Place::Panel);
    assert!(!scene.shows("Device"));
    assert!(!scene.shows("Authentication details"));
    assert!(scene.shows("Conditional Access"));
    assert!(scene.shows("Raw"));
}

#[test]
fn the_original_text_is_copied_as_it_is() {
    // Signs that hide and turn text are shown as codes, and copied as they are.
    for text in [
        "{\"id\":\"1\",\r\n\"odd\":  \"spacing\"}",
        "a,\t\"two\n lines\",\u{202e}txt.exe\u{202c}\u{200b}\u{feff},\u{0}\u{1b}[31m,=1+1,  ",
    ] {
        let mut scene = detail(anna(), original(text, &[("User", "Anna")]), Place::Panel);
        scene.click("Raw");
        assert!(!scene.says("no UTF-8"));
        scene.click("Copy original text");
        assert_eq!(scene.commands(), [Command::Copy(text.to_owned())]);
    }
}

#[test]
fn it_is_told_where_bytes_are_no_text() {
    let mut scene = detail(anna(), original(&format!("{{\"user\":\"Ren{REPLACED}\"}}"), &[]), Place::Panel);
    scene.click("Raw");
    assert!(scene.says("Bytes that are no UTF-8 are shown"));
}

#[test]
fn unknown_columns_of_a_csv_row_are_shown() {
    let mut scene = detail(anna(), original("x", &[("Made-up column", "its value"), ("Empty", "")]), Place::Panel);
    scene.click("Raw");
    assert!(scene.shows("Made-up column"));
    assert!(scene.shows("its value"));
    assert!(scene.shows("Empty columns (1)"));
}

#[test]
fn what_the_export_lacks_is_told_when_asked() {
    let mut scene = detail(anna(), original("{}", &[]), Place::Panel);
    scene.click("Device");
    scene.click("Not in this export (8)");
    assert!(scene.says("Operating System"));
}
