//! Pills, facets, the search line and the ways out of an empty table, driven by the keyboard and by the names
//! that a screen reader would say.

mod scene;

use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use scene::Scene;
use scene::reports::CLIENTS;
use signin_lens::app::{Command, View};
use signin_lens::fields::{Field, Log};

/// One non-interactive sign-in, as Graph answers it.
const NON_INTERACTIVE: &str = r#"{"@odata.context":"https://graph.microsoft.com/beta/$metadata#auditLogs/signIns","value":[
{"id":"00000000-0000-4000-8000-000000000101","createdDateTime":"2026-10-05T06:30:00Z","userDisplayName":"Dora Eng",
"userPrincipalName":"dora@example.com","userId":"dora","appDisplayName":"Calendar","appId":"calendar",
"ipAddress":"203.0.113.9","isInteractive":false,"signInEventTypes":["nonInteractiveUser"],"resourceId":"graph",
"status":{"errorCode":0}}]}"#;

/// A window that has imported interactive sign-ins and the one above, under a filter.
fn filtered(query: &str) -> Scene {
    Scene::empty().having(&[("interactive.csv", CLIENTS), ("graph.json", NON_INTERACTIVE)]).under(query)
}

#[test]
fn a_pill_opens_by_enter_and_space_ticks_another_value() {
    let mut scene = filtered("app:Files status:failure,success");
    assert_eq!(scene.users(), ["Boris Cole"]);
    scene.focus("app:Files");
    scene.press(&[Key::Enter]);
    // Under the rest of the filter there are Files, Mail and Notes; Files comes first among equals.
    scene.press(&[Key::ArrowDown, Key::ArrowDown, Key::Space]);
    assert_eq!(scene.query(), "app:Files,Mail status:failure,success");
    assert_eq!(scene.users(), ["Boris Cole", "Anna Berg"]);
    scene.press(&[Key::Escape]);
    assert!(!scene.shows("Take this part away"), "the editor is closed");
    assert_eq!(scene.query(), "app:Files,Mail status:failure,success");
}

#[test]
fn what_is_typed_over_a_list_finds_a_value_and_enter_ticks_it() {
    let mut scene = filtered("app:Files");
    scene.focus("app:Files");
    scene.press(&[Key::Enter]);
    scene.type_text("note");
    scene.press(&[Key::Enter]);
    assert_eq!(scene.query(), "app:Files,Notes");
}

#[test]
fn a_pill_turns_from_is_to_is_not_and_to_has_a_value() {
    let mut scene = filtered("status:success user:Clara*");
    scene.click("status:success");
    scene.click("is not");
    assert_eq!(scene.query(), "-status:success user:Clara*");
    assert_eq!(scene.users(), ["Clara Dahl"]);
    scene.click("has a value");
    assert_eq!(scene.query(), "has:status user:Clara*");
    scene.click("has none");
    assert_eq!(scene.query(), "-has:status user:Clara*");
    assert!(scene.users().is_empty());
}

#[test]
fn unticking_the_last_value_keeps_the_picker_open_for_another() {
    let mut scene = filtered("app:Files status:failure,success");
    scene.click("app:Files");
    scene.click_on(Role::CheckBox, "Files");
    assert_eq!(scene.query(), "status:failure,success");
    scene.click_on(Role::CheckBox, "Mail");
    assert_eq!(scene.query(), "app:Mail status:failure,success", "the part has its place again");
}

#[test]
fn delete_on_a_focused_pill_takes_its_part_away() {
    let mut scene = filtered("app:Files status:failure");
    scene.focus("status:failure");
    scene.press(&[Key::Delete]);
    assert_eq!(scene.query(), "app:Files");
    scene.focus("app:Files");
    scene.press(&[Key::Backspace]);
    assert_eq!(scene.query(), "");
}

#[test]
fn tab_walks_from_pill_to_pill() {
    let mut scene = filtered("app:Files status:failure");
    scene.focus("app:Files");
    scene.press(&[Key::Tab, Key::Delete]);
    assert_eq!(scene.query(), "app:Files");
}

#[test]
fn a_filter_is_added_by_its_field_and_its_value() {
    let mut scene = filtered("");
    scene.focus("+ Filter");
    scene.press(&[Key::Enter]);
    scene.type_text("client app");
    scene.press(&[Key::Enter]);
    assert!(scene.shows("Client app …"), "a pill waits for its value");
    scene.press(&[Key::ArrowDown, Key::ArrowDown, Key::Space]);
    assert_eq!(scene.query(), "client_app:IMAP4");
    assert_eq!(scene.users(), ["Clara Dahl"]);
}

#[test]
fn a_range_is_typed_into_its_limits() {
    let mut scene = filtered("error_code:>50074");
    assert_eq!(scene.users(), ["Boris Cole"]);
    scene.click("error_code:>50074");
    scene.click("From without it");
    assert_eq!(scene.query(), "error_code:>=50074");
    assert_eq!(scene.users().len(), 2);
    scene.focus("To");
    scene.type_text("50100");
    scene.press(&[Key::Enter]);
    assert_eq!(scene.query(), "error_code:50074..50100");
    assert_eq!(scene.users(), ["Clara Dahl"]);
}

#[test]
fn a_wrong_limit_changes_nothing_and_says_so() {
    let mut scene = filtered("time:2026-10-05");
    scene.click("Mon 5 Oct 2026");
    scene.focus("From");
    scene.type_text("x");
    scene.press(&[Key::Enter]);
    assert_eq!(scene.query(), "time:2026-10-05");
    assert!(scene.says("expected a date or time"));
}

#[test]
fn a_pattern_is_changed_as_text_and_the_last_good_one_stays() {
    let mut scene = filtered("user:Clara* status:success");
    scene.click("user:Clara*");
    scene.press(&[Key::End]);
    scene.type_text(" (");
    scene.press(&[Key::Enter]);
    assert_eq!(scene.query(), "user:Clara* status:success");
    assert!(scene.says("expected a term"));
    scene.press(&[Key::Backspace, Key::Backspace]);
    scene.type_text(" app:Notes");
    scene.press(&[Key::Enter]);
    assert_eq!(scene.query(), "user:Clara* app:Notes status:success");
}

#[test]
fn a_click_on_a_facet_filters_and_an_alt_click_leaves_out() {
    let mut scene = filtered("");
    scene.click("Application: Mail");
    assert_eq!(scene.query(), "app:Mail");
    assert!(scene.shows("Application: Files"), "further values can be ticked");
    scene.click("Application: Files");
    assert_eq!(scene.query(), "app:Mail,Files");
    scene.click("Application: Mail");
    assert_eq!(scene.query(), "app:Files");
    scene.focus("Application: Files");
    scene.harness.key_press_modifiers(Modifiers::ALT, Key::Enter);
    scene.settle();
    assert_eq!(scene.query(), "-app:Files");
    assert!(scene.shows("Application: Files"), "what is left out stays in sight");
    scene.press(&[Key::Delete]);
    assert_eq!(scene.query(), "");
}

#[test]
fn facets_say_what_an_error_code_means() {
    let scene = filtered("");
    let names = scene.names("error code: 50126");
    assert!(names.iter().any(|name| name.len() > "Sign-in error code: 50126 ".len()), "{names:?}");
}

#[test]
fn the_analyst_chooses_which_fields_are_counted() {
    let mut scene = filtered("");
    scene.click("Fields of the facets");
    scene.type_text("user");
    scene.click("Count User");
    let log = Log::Interactive;
    assert_eq!(scene.state().settings.facets.fields(log).last(), Some(&Field::User));
    scene.press(&[Key::Escape]);
    scene.click("Status facet menu");
    scene.click("Remove this field");
    assert!(!scene.shows("Status: Success"));
    scene.click("Application facet menu");
    scene.click("Move down");
    assert_eq!(scene.state().settings.facets.fields(log)[..2], [Field::ClientApp, Field::App]);
}

#[test]
fn the_facet_panel_folds_away_by_its_keys() {
    let mut scene = filtered("");
    assert!(scene.shows("Close facets"));
    let keys = |scene: &mut Scene| {
        scene.harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
        scene.settle();
    };
    keys(&mut scene);
    assert!(!scene.shows("Close facets"));
    assert!(!scene.state().settings.facets.is_open);
    keys(&mut scene);
    assert!(scene.shows("Status: Success"));
}

#[test]
fn the_message_of_a_wrong_filter_stays_when_the_cursor_has_left_the_line() {
    let mut scene = filtered("status:failure");
    scene.focus("Search");
    scene.press(&[Key::End]);
    scene.type_text(" contry:US");
    assert!(scene.says("no field is called"), "while the cursor is in the line");
    scene.focus("+ Filter");
    assert!(scene.says("no field is called"), "and afterwards");
    assert!(scene.says("In force: status:failure"));
    assert_eq!(scene.users(), ["Boris Cole"]);
    scene.click("Use “country”");
    assert_eq!(scene.query(), "status:failure country:US");
    assert!(!scene.says("no field is called"));
}

#[test]
fn a_wrong_filter_is_taken_back() {
    let mut scene = filtered("status:failure");
    scene.apply(Command::TypeQuery("status:failure (user:a".to_owned()));
    scene.click("Take back");
    assert_eq!(scene.state().search.text, "status:failure");
}

#[test]
fn an_empty_table_offers_to_take_away_the_part_that_empties_it() {
    let mut scene = filtered("app:Nothing status:success");
    assert!(scene.users().is_empty());
    scene.click("Without app:Nothing: 2 sign-ins");
    assert_eq!(scene.query(), "status:success");
    assert_eq!(scene.users().len(), 2);
}

#[test]
fn an_empty_table_offers_the_pattern_that_was_meant() {
    let mut scene = filtered("user:clara");
    scene.click("user:clara* instead of user:clara: 2 sign-ins");
    assert_eq!(scene.users(), ["Clara Dahl", "Clara Dahl"]);
}

#[test]
fn an_empty_table_leads_to_the_log_that_has_matches() {
    let mut scene = filtered("app:Calendar");
    scene.click("1 sign-in in Non-interactive");
    assert_eq!(scene.state().view, View::Log(Log::NonInteractive));
    assert_eq!(scene.users(), ["Dora Eng"]);
}

#[test]
fn application_usage_shows_the_filter_it_is_under_and_lets_it_go() {
    let mut scene = filtered("status:success service_principal:x");
    scene.apply(Command::Show(View::Insights));
    assert!(scene.shows("status:success"));
    scene.click("Remove status:success");
    assert_eq!(scene.query(), "service_principal:x");
}

#[test]
fn a_drilled_day_reads_as_a_date() {
    let scene = filtered("time:2026-10-05T00:00Z..<2026-10-06T00:00Z");
    let date = scene.harness.get_by_label("Date filter");
    assert_eq!(date.accesskit_node().value().as_deref(), Some("Mon 5 Oct 2026"));
}

#[test]
fn everything_stays_in_a_small_window() {
    let mut scene = filtered("app:Files status:failure,success user:Boris* has:ip");
    scene.harness.set_size(egui::vec2(720.0, 480.0));
    scene.settle();
    scene.click("app:Files");
    let window = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(720.0, 480.0));
    for name in ["is not", "Take this part away", "Edit as text"] {
        let rect = scene.harness.get_by_label(name).rect();
        assert!(window.contains_rect(rect), "{name} at {rect:?}");
    }
}

#[test]
fn what_is_wrong_and_the_way_out_stay_in_a_small_window() {
    let mut scene = filtered("app:Files status:failure,success user:Boris* has:ip");
    scene.harness.set_size(egui::vec2(720.0, 480.0));
    scene.apply(Command::TypeQuery("app:Files status:failure,success user:Boris* contry:US".to_owned()));
    let window = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(720.0, 480.0));
    for name in ["Use “country”", "Take back", "Search", "+ Filter"] {
        let rect = scene.harness.get_by_label(name).rect();
        assert!(window.contains_rect(rect), "{name} at {rect:?}");
    }
    let search = scene.harness.get_by_label("Search").rect();
    assert!(search.width() > 240.0, "{search:?}");
    let message = scene.harness.query_all_by_label_contains("no field is called").next().expect("the message");
    assert!(message.rect().top() >= search.bottom(), "the message stands under the line");
}
