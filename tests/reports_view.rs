//! Audit, provisioning, risk and Microsoft 365 records in the window: tabs, words and details. The records are those
//! of the sample tenant.

mod scene;

use std::path::{Path, PathBuf};

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use scene::Scene;
use signin_lens::app::{Action, Command, View};
use signin_lens::fields::{Field, Log, Report};

fn reports() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample-reports");
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("the sample is there").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    files
}

/// A window with the sample's further reports, and no sign-ins.
fn with_reports(width: f32) -> Scene {
    let mut scene = Scene::of_size(width, 1000.0);
    scene.apply(Command::Import(reports()));
    scene.apply(Command::DismissImports);
    scene
}

/// Opens the detail of the first row of a log under a filter.
fn open(scene: &mut Scene, log: Log, filter: &str) {
    scene.apply(Command::Show(View::Log(log)));
    scene.filter(filter);
    scene.apply(Command::SelectLine(0));
    scene.apply(Command::Activate);
}

#[test]
fn further_reports_have_a_tab_each_and_their_logs_a_switch() {
    let mut scene = with_reports(1400.0);
    for tab in ["Interactive", "Managed identity", "Audit", "Provisioning", "Risk", "Microsoft 365", "Sources"] {
        assert!(scene.shows_a(Role::Tab, tab), "{tab}");
    }
    assert!(!scene.shows("More tabs"));
    scene.click_on(Role::Tab, "Risk");
    assert_eq!(scene.state().view, View::Log(Log::RiskyUsers));
    assert!(scene.says("3 risky user records"), "{:?}", scene.names("risky"));
    scene.click("Detections 12");
    assert_eq!(scene.state().view, View::Log(Log::RiskDetections));
    assert!(scene.says("12 risk detections"));
    scene.click_on(Role::Tab, "Audit");
    scene.click_on(Role::Tab, "Risk");
    assert_eq!(scene.state().view, View::Log(Log::RiskDetections), "the tab shows the log that it showed last");
    assert_eq!(scene.state().log_of(Report::Risk), Some(Log::RiskDetections));
}

#[test]
fn a_report_of_one_log_is_called_by_it() {
    let mut scene = Scene::of_size(1400.0, 800.0);
    let users = reports().into_iter().find(|path| path.to_string_lossy().contains("RiskyUsers"));
    scene.apply(Command::Import(vec![users.expect("a report of risky users")]));
    assert!(scene.shows_a(Role::Tab, "Risky users") && !scene.shows_a(Role::Tab, "Risk"));
    assert!(!scene.shows_a(Role::Tab, "Audit"), "a report without records has no tab");
}

#[test]
fn tabs_that_do_not_fit_are_behind_a_button() {
    let mut scene = with_reports(720.0);
    assert!(scene.shows("More tabs"));
    scene.apply(Command::Show(View::Log(Log::RiskDetections)));
    assert!(scene.shows_a(Role::Tab, "Risk"), "the chosen one is in sight");
}

#[test]
fn every_log_is_reached_by_keys_and_by_the_palette() {
    let mut scene = with_reports(1400.0);
    for (key, log) in [
        (Key::Num1, Log::Audit),
        (Key::Num2, Log::Provisioning),
        (Key::Num3, Log::RiskyUsers),
        (Key::Num4, Log::RiskDetections),
        (Key::Num5, Log::Activity),
    ] {
        scene.press_with(Modifiers::ALT, key);
        assert_eq!(scene.state().view, View::Log(log));
    }
    scene.run_by_palette("risky workload");
    assert_eq!(scene.state().view, View::Log(Log::RiskyWorkloads));
    assert!(!Scene::with_report().state().can(Action::ShowAudit), "where there are none, nothing leads to them");
}

#[test]
fn each_report_has_its_own_words() {
    let mut scene = with_reports(1400.0);
    for (log, noun) in [
        (Log::Audit, "audit event"),
        (Log::Provisioning, "provisioning event"),
        (Log::RiskyUsers, "risky user record"),
        (Log::RiskDetections, "risk detection"),
        (Log::Activity, "Microsoft 365 activity"),
    ] {
        scene.apply(Command::Show(View::Log(log)));
        let nouns = log.noun().many;
        assert!(scene.says(&format!("all {nouns} are shown")), "{noun}");
        let sign_ins: Vec<String> =
            scene.names("sign-in").into_iter().filter(|name| !name.contains("Unfamiliar")).collect();
        assert_eq!(sign_ins, [""; 0], "the view of {noun}");
        scene.filter("time:2001-01-01..2001-01-02");
        assert!(scene.says(&format!("No {nouns} match the filter")), "{noun}");
        scene.filter("");
        scene.apply(Command::SelectLine(0));
        scene.apply(Command::Activate);
        assert!(scene.shows(&format!("Bookmark this {noun}")), "{noun}");
        scene.apply(Command::CloseDetail);
    }
    scene.apply(Command::Show(View::Sources));
    assert!(scene.says("197 records"), "{:?}", scene.names("in the cache"));
    scene.apply(Command::Show(View::Log(Log::ServicePrincipal)));
    assert!(scene.shows("No service principal sign-ins yet"));
}

#[test]
fn an_audit_event_tells_its_targets_and_what_changed() {
    let mut scene = with_reports(1400.0);
    open(&mut scene, Log::Audit, "activity:\"Update conditional access policy\"");
    assert!(scene.says("Audit event"));
    scene.click_on(Role::Tab, "Target(s)");
    assert!(scene.shows("Warehouse: block outside the depot") && scene.shows("Policy"));
    scene.click_on(Role::Tab, "Modified properties");
    assert!(scene.shows("ConditionalAccessPolicy") && scene.shows("Changed"));
    assert!(scene.says("state: enabledForReportingButNotEnforced"), "what is JSON is taken apart");
    assert!(scene.says("state: enabled\n") || scene.says("state: enabled"));
    open(&mut scene, Log::Audit, "activity:\"User registered security info\"");
    assert!(scene.shows("Added"), "the tab stays when another event is shown");
    assert!(scene.says("PhoneNumber: +65 XXXX XX42"));
    open(&mut scene, Log::Audit, "activity:\"Admin deleted security info\"");
    assert!(scene.shows("Removed"));
    scene.click_on(Role::Tab, "Activity");
    assert!(scene.shows("198.51.100.3"), "the address stands where there is no tab of places");
}

#[test]
fn the_targets_of_audit_events_are_a_column() {
    let mut scene = with_reports(1400.0);
    scene.apply(Command::Show(View::Log(Log::Audit)));
    scene.filter("activity:\"Add member to group\"");
    assert!(scene.state().settings.table(Log::Audit).columns.contains(&Field::Target));
    assert!(scene.shows_a(Role::ColumnHeader, "Target(s)"));
    assert!(scene.says(", Expenses users"), "its texts stand side by side");
    let of_group = scene.column(Field::Target).len();
    scene.filter("target:\"Expenses users\"");
    assert_eq!(scene.column(Field::Target).len(), of_group, "each of them is found");
}

#[test]
fn a_provisioning_event_tells_its_steps_and_what_to_do() {
    let mut scene = with_reports(1400.0);
    open(&mut scene, Log::Provisioning, "status:failure");
    scene.click_on(Role::Tab, "Steps");
    assert!(scene.says("Entry import") && scene.says("The application answered 403"));
    scene.click_on(Role::Tab, "Troubleshooting and recommendations");
    assert!(scene.shows("LicenseLimitExceeded") && scene.says("Buy licences in Tidebook Expenses"));
    open(&mut scene, Log::Provisioning, "status:success action:create");
    assert!(scene.says("there is nothing to do"));
    scene.click_on(Role::Tab, "Modified properties");
    assert!(scene.shows("userName") && scene.shows("Added"));
    scene.click_on(Role::Tab, "Summary");
    assert!(scene.shows("Tidebook Expenses"));
}

#[test]
fn risk_and_its_sign_in_are_told() {
    let mut scene = with_reports(1400.0);
    open(&mut scene, Log::RiskyUsers, "risk_state:confirmedCompromised");
    assert!(scene.shows("High risk") && scene.shows("Confirmed compromised"));
    assert!(!scene.shows("Status unknown"));
    open(&mut scene, Log::RiskDetections, "risk_event:anomalousToken");
    assert!(scene.shows("Anomalous token") && scene.shows("Request ID of the sign-in"));
    assert!(scene.says("2026-10-16 17:37:09 UTC"), "when it was detected, on the clock of the window");
    scene.click_on(Role::Tab, "Location");
    assert!(scene.shows("Singapore"));
    scene.click_on(Role::Tab, "Additional info");
    assert!(scene.shows("riskReasons"));
}

#[test]
fn a_mailbox_rule_tells_its_parameters() {
    let mut scene = with_reports(1400.0);
    open(&mut scene, Log::Activity, "activity:New-InboxRule");
    scene.click_on(Role::Tab, "Parameters");
    assert!(scene.shows("ForwardTo") && scene.shows("billing@tidewater-post.example"));
}

#[test]
fn an_incident_can_be_followed_from_its_detection_to_the_mailbox_rule() {
    let mut scene = Scene::of_size(1400.0, 1000.0);
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample");
    let mut files = reports();
    files.push(sample.join("InteractiveSignIns_2026-10-02_2026-10-31.json"));
    scene.apply(Command::Import(files));
    scene.apply(Command::Show(View::Log(Log::RiskDetections)));
    scene.filter("risk_event:anomalousToken");
    let [request] = &scene.column(Field::SignInRequestId)[..] else { panic!("one detection") };
    let [address] = &scene.column(Field::Ip)[..] else { panic!("one address") };
    let (request, address) = (request.clone(), address.clone());
    scene.apply(Command::Show(View::Log(Log::Interactive)));
    scene.filter(&format!("request_id:{request}"));
    assert_eq!(scene.column(Field::Ip), [address.as_str()], "it is a sign-in of the sample");
    let user = scene.users()[0].clone();
    scene.apply(Command::Show(View::Log(Log::Audit)));
    scene.filter(&format!("ip:{address}"));
    assert_eq!(scene.column(Field::Activity), ["User registered security info"]);
    assert_eq!(scene.column(Field::Target), [user]);
    scene.apply(Command::Show(View::Log(Log::Activity)));
    assert!(scene.column(Field::Activity).contains(&"New-InboxRule".to_owned()));
}

#[test]
fn what_of_the_filter_a_log_lacks_is_said_in_words() {
    let mut scene = with_reports(1400.0);
    scene.apply(Command::Show(View::Log(Log::Audit)));
    scene.filter("country:US");
    let said = "\u{201c}Country or region: United States\u{201d} is left out: audit events have no country or region";
    assert!(scene.says(said), "{:?}", scene.names("left out"));
    scene.apply(Command::Show(View::Log(Log::RiskDetections)));
    assert!(!scene.says("is left out"), "detections have a country");
}
