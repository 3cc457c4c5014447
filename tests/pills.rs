//! The line of pills, driven by the keyboard and by the names that a screen reader would say.

mod scene;

use eframe::egui::{self, Key};
use egui_kittest::kittest::Queryable;
use scene::Scene;

fn filtered(query: &str) -> Scene {
    Scene::with_report().under(query)
}

#[test]
fn the_editor_of_a_time_begins_in_its_first_limit() {
    let mut scene = filtered("time:>=2026-10");
    scene.focus("From 1 Oct 2026");
    scene.press(&[Key::Enter]);
    assert!(scene.harness.get_by_label("From").is_focused());
    scene.press(&[Key::End]);
    scene.type_text("-06");
    scene.press(&[Key::Enter]);
    assert_eq!(scene.query(), "time:>=2026-10-06");
}

#[test]
fn the_editor_of_a_number_begins_in_its_first_limit() {
    let mut scene = filtered("asn:>100");
    scene.focus("asn:>100");
    scene.press(&[Key::Enter]);
    assert!(scene.harness.get_by_label("From").is_focused());
    scene.press(&[Key::Escape]);
    scene.focus("+ Filter");
    scene.press(&[Key::Enter]);
    scene.type_text("autonomous");
    scene.press(&[Key::Enter]);
    assert!(scene.harness.get_by_label("From").is_focused());
    scene.type_text("200");
    scene.press(&[Key::Enter]);
    assert_eq!(scene.query(), "asn:>100 asn:>=200");
}

#[test]
fn another_way_to_ask_takes_the_cursor_to_where_it_is_typed() {
    let mut scene = filtered("error_code:50126");
    scene.click("error_code:50126");
    scene.click("from … to");
    assert!(scene.harness.get_by_label("From").is_focused());
    scene.type_text("50000");
    scene.press(&[Key::Enter]);
    assert_eq!(scene.query(), "error_code:>=50000");
}

#[test]
fn the_pill_of_what_is_left_out_says_so() {
    let mut scene = filtered("status:failure -app:Mail");
    assert!(scene.shows("status:failure") && scene.shows("Excludes app:Mail"));
    assert_eq!(scene.users(), ["Boris Cole"]);
    scene.click("Remove Excludes app:Mail");
    assert_eq!(scene.query(), "status:failure");
    scene.run_by_palette("clear filter");
    assert_eq!(scene.query(), "");
    scene.command(false, Key::Z);
    assert!(scene.shows("status:failure") && !scene.shows("Excludes app:Mail"));
}

#[test]
fn a_time_to_the_second_reads_in_words_and_stays_as_it_is_in_the_filter() {
    let around = "time:2026-10-05T09:14:33Z..<2026-10-05T10:14:33Z";
    let scene = filtered(around);
    assert!(scene.shows("5 Oct 2026, 09:14:33 – 10:14:33"));
    assert_eq!(scene.state().search.text, around);
}

/// Nine parts, of which a small window has no room for all.
const LONG: &str = "app:Mail,Files country:US,CA -status:success client_app:Browser has:device_id os:Windows* \
    user:Anna* city:London browser:Edge*";

fn narrow(query: &str) -> Scene {
    let mut scene = filtered(query);
    scene.harness.set_size(egui::vec2(720.0, 480.0));
    scene.settle();
    scene
}

#[test]
fn parts_without_room_are_counted_and_changed_by_the_keyboard() {
    let mut scene = narrow(LONG);
    let more = scene.harness.get_by_label_contains("more parts of the filter");
    let window = scene.harness.ctx.content_rect();
    assert!(window.contains_rect(more.rect()), "the button is in the window");
    assert!(scene.shows("app:Mail,Files"), "the first part is shown");
    more.focus();
    scene.settle();
    scene.press(&[Key::Enter, Key::Tab]);
    assert!(scene.shows("Change browser:Edge*"), "the last part is listed");
    scene.focus("Change client_app:Browser");
    scene.press(&[Key::Enter]);
    assert!(scene.shows("Take this part away"), "its editor is open");
    let pill = scene.harness.get_by_label("client_app:Browser").rect();
    assert!(window.contains_rect(pill), "its pill is in the window");
    assert!(!scene.shows("Change browser:Edge*"), "the list is closed");
}

#[test]
fn a_part_without_room_is_taken_away_in_the_list() {
    let mut scene = narrow(LONG);
    scene.harness.get_by_label_contains("more parts of the filter").click();
    scene.settle();
    scene.click("Remove city:London");
    assert!(!scene.query().contains("city"), "{}", scene.query());
    scene.focus("Change browser:Edge*");
    scene.press(&[Key::Delete]);
    assert!(!scene.query().contains("browser:"), "{}", scene.query());
    scene.click("Clear all");
    assert_eq!(scene.query(), "");
}

#[test]
fn every_pill_that_is_shown_is_whole() {
    for size in [egui::vec2(720.0, 480.0), egui::vec2(900.0, 600.0), egui::vec2(1280.0, 800.0)] {
        let mut scene = filtered(LONG);
        scene.harness.set_size(size);
        scene.settle();
        let export = scene.harness.get_by_label("Group rows").rect().left();
        let crosses: Vec<egui::Rect> =
            scene.harness.query_all_by_label_contains("Remove ").map(|node| node.rect()).collect();
        assert!(!crosses.is_empty(), "at {size}");
        let add = scene.harness.get_by_label("+ Filter").rect();
        for cross in crosses.iter().filter(|cross| (cross.center().y - add.center().y).abs() < 8.0) {
            assert!(cross.right() <= export, "{cross} at {size}");
        }
    }
}

#[test]
fn the_search_line_stays_where_it_is_whatever_is_chosen() {
    for size in [egui::vec2(720.0, 480.0), egui::vec2(1000.0, 600.0), egui::vec2(1280.0, 800.0)] {
        let mut scene = filtered("");
        scene.harness.set_size(size);
        scene.settle();
        let line = |scene: &Scene| scene.harness.get_by_label("Search").rect();
        let before = line(&scene);
        for query in [
            "status:failure",
            "status:failure app:\"Office 365 Exchange Online\"",
            "time:2026-10-05T08:00..<2026-10-06T09:30 status:failure app:Mail user:\"Anna Berg\" ip:203.0.113.1",
        ] {
            scene.filter(query);
            assert_eq!(line(&scene), before, "{query} at {size}");
        }
        scene.click("+ Filter");
        assert_eq!(line(&scene), before, "a list is open at {size}");
    }
}

#[test]
fn tab_stays_in_an_open_list() {
    let mut scene = filtered("app:Mail");
    scene.focus("app:Mail");
    scene.press(&[Key::Enter]);
    for _ in 0..30 {
        scene.press(&[Key::Tab]);
        let behind = ["Search", "Export…", "+ Filter", "File", "Interactive"];
        for name in behind {
            let is_focused = scene.harness.query_all_by_label(name).any(|node| node.is_focused());
            assert!(!is_focused, "{name} lies behind the list");
        }
    }
    assert!(scene.shows("Take this part away"), "the list is still open");
}

#[test]
fn what_was_typed_into_the_list_of_groups_is_gone_when_it_opens_again() {
    let mut scene = filtered("");
    let search = |scene: &Scene| scene.harness.get_by_label("Find a field").value().unwrap_or_default();
    scene.click("Group rows");
    scene.focus("Find a field");
    scene.type_text("city");
    assert_eq!(search(&scene), "city");
    scene.press(&[Key::Escape]);
    assert!(!scene.shows("Find a field"));
    scene.click("Group rows");
    assert_eq!(search(&scene), "");
}
