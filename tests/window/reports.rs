//! Application usage, the lookup of error codes, and the ways from them to sign-ins.

use eframe::egui;
use signin_lens::app::{Command, View};
use signin_lens::fields::Log;

use crate::scene::Scene;
use crate::with_reports;

#[test]
fn usage_leaves_out_what_its_logs_do_not_have() {
    let mut scene = with_reports();
    scene.filter("service_principal:x status:success");
    scene.click("Application usage");
    let usage = scene.state().usage.clone().expect("a report");
    assert_eq!(usage.usage.totals.sign_ins, 1);
    assert_eq!(usage.in_force.to_string(), "status:success");
}

#[test]
fn figures_of_the_usage_lead_to_the_sign_ins_of_their_day() {
    let mut scene = with_reports();
    scene.harness.set_size(egui::vec2(1280.0, 1400.0));
    scene.click("Application usage");
    scene.click("Per day");
    scene.click("Figures by day");
    let days = scene.names("Show sign-ins of Mon 5 Oct 2026");
    let [day] = days.as_slice() else { panic!("one row for the day, not {days:?}") };
    scene.click(day);
    assert_eq!(scene.state().view, View::Log(Log::Interactive));
    assert_eq!(scene.users(), ["Clara Dahl", "Boris Cole", "Anna Berg"]);
    assert!(scene.state().query.time_range().is_some());
}

#[test]
fn from_the_sign_ins_behind_a_figure_there_is_a_way_back() {
    let mut scene = with_reports();
    let state = |scene: &Scene| (scene.state().view, scene.query());
    scene.filter("status:success");
    let drill = Command::ShowSignIns(Some(Log::Interactive), "app:Mail".parse().expect("a filter"));
    scene.click("Application usage");
    scene.apply(drill.clone());
    assert_eq!(state(&scene), (View::Log(Log::Interactive), "app:Mail".to_owned()));
    scene.click("Back to application usage");
    assert_eq!(state(&scene), (View::Usage, "status:success".to_owned()));
    // The tab does the same, as long as the filter is the one that came with the figure.
    scene.apply(drill.clone());
    scene.click("Application usage");
    assert_eq!(state(&scene), (View::Usage, "status:success".to_owned()));
    scene.harness.state_mut().apply(drill);
    scene.filter("app:Files");
    scene.click("Application usage");
    assert_eq!(state(&scene), (View::Usage, "app:Files".to_owned()));
    scene.apply(Command::Show(View::Log(Log::Interactive)));
    assert!(!scene.shows("Back to application usage"));
}

#[test]
fn a_request_of_a_pasted_message_is_found_in_whichever_log_has_it() {
    let mut scene = with_reports();
    let message = "Trace ID: 00000000-0000-4000-8001-000000000004";
    scene.apply(Command::LookUp(message.to_owned()));
    scene.click("Find request");
    assert_eq!(scene.state().view, View::Log(Log::NonInteractive));
    assert_eq!(scene.users(), ["emil"]);
}

#[test]
fn a_click_on_an_error_code_looks_it_up() {
    let mut scene = with_reports();
    scene.click("Boris Cole");
    scene.click("AADSTS50126");
    assert_eq!(scene.state().view, View::Errors);
    assert!(scene.shows("What usually causes it"));
    assert!(scene.shows("1 sign-in here has it"));
    scene.click("Show them");
    assert_eq!(scene.state().view, View::Log(Log::Interactive));
    assert_eq!(scene.users(), ["Boris Cole"]);
}
