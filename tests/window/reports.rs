//! Pages of insights, the lookup of error codes, and the ways from them to sign-ins.

use eframe::egui;
use eframe::egui::accesskit::Role;
use signin_lens::app::insights::{InsightsCommand, PagePlace};
use signin_lens::app::{Command, View};
use signin_lens::fields::Log;

use crate::scene::Scene;
use crate::with_reports;

/// Shows the page of applications.
fn open_applications(scene: &mut Scene) {
    let place = PagePlace::of_all("applications").expect("the page");
    scene.apply(Command::Insights(InsightsCommand::Open(place)));
}

#[test]
fn a_page_leaves_out_what_its_logs_do_not_have() {
    let mut scene = with_reports();
    scene.filter("service_principal:x status:success");
    open_applications(&mut scene);
    let answer = scene.state().insights.answer().cloned().expect("a page");
    assert_eq!(answer.frame.sources.sign_ins, 5);
    assert_eq!(answer.in_force.to_string(), "status:success");
}

#[test]
fn figures_of_a_graph_lead_to_the_sign_ins_of_their_day() {
    let mut scene = with_reports();
    scene.harness.set_size(egui::vec2(1280.0, 2400.0));
    open_applications(&mut scene);
    scene.click("Per day");
    scene.click("Figures by day");
    scene.click("Mon 5 Oct 2026, Files: 1");
    assert_eq!(scene.state().view, View::Log(Log::Interactive));
    assert_eq!(scene.users(), ["Boris Cole"]);
    assert!(scene.state().query.time_range().is_some());
}

#[test]
fn from_the_sign_ins_behind_a_figure_there_is_a_way_back() {
    let mut scene = with_reports();
    let state = |scene: &Scene| (scene.state().view, scene.query());
    scene.filter("status:success");
    let drill = Command::ShowSignIns(Some(Log::Interactive), "app:Mail".parse().expect("a filter"));
    open_applications(&mut scene);
    scene.apply(drill.clone());
    assert_eq!(state(&scene), (View::Log(Log::Interactive), "app:Mail".to_owned()));
    scene.click("Back to Applications");
    assert_eq!(state(&scene), (View::Insights, "status:success".to_owned()));
    // The tab does the same, as long as the filter is the one that came with the figure.
    scene.apply(drill.clone());
    scene.click_on(Role::Tab, "Insights");
    assert_eq!(state(&scene), (View::Insights, "status:success".to_owned()));
    scene.harness.state_mut().apply(drill);
    scene.filter("app:Files");
    scene.click_on(Role::Tab, "Insights");
    assert_eq!(state(&scene), (View::Insights, "app:Files".to_owned()));
    scene.apply(Command::Show(View::Log(Log::Interactive)));
    assert!(!scene.shows("Back to Applications"));
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
