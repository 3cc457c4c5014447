//! The command palette and the sheet of shortcuts, by keyboard.

mod scene;

use eframe::egui::Key;
use egui_kittest::kittest::Queryable;
use scene::Scene;
use signin_lens::app::{Action, Sheet, Theme, View};
use signin_lens::fields::{Field, Log};

/// What the palette lists, top down.
fn listed(scene: &Scene) -> Vec<String> {
    use egui_kittest::kittest::NodeT;
    let rows = scene.harness.query_all_by_role(eframe::egui::accesskit::Role::ListBoxOption);
    rows.filter_map(|node| node.accesskit_node().label()).collect()
}

#[test]
fn the_palette_finds_a_command_by_some_letters_and_runs_it() {
    let mut scene = Scene::with_report();
    scene.command(true, Key::P);
    assert!(scene.shows("Find a command"));
    scene.type_text("app usa");
    assert_eq!(listed(&scene)[0], "Insights");
    scene.press(&[Key::Enter]);
    assert_eq!(scene.state().view, View::Insights);
    assert_eq!(scene.state().sheet, None);
}

#[test]
fn arrows_choose_and_escape_closes() {
    let mut scene = Scene::with_report();
    scene.command(true, Key::P);
    scene.type_text("theme");
    assert_eq!(listed(&scene)[..2], ["Theme: Light", "Theme: Dark"]);
    scene.press(&[Key::ArrowDown, Key::ArrowDown, Key::ArrowUp, Key::Enter]);
    assert_eq!(scene.state().settings.theme, Theme::Dark);
    scene.command(true, Key::P);
    scene.press(&[Key::Escape]);
    assert_eq!(scene.state().sheet, None);
    assert!(scene.state().settings.query.is_empty());
}

#[test]
fn what_was_used_last_comes_first() {
    let mut scene = Scene::with_report();
    scene.run_by_palette("error codes");
    scene.run_by_palette("interactive sign");
    scene.command(true, Key::P);
    assert_eq!(listed(&scene)[..2], ["Interactive sign-ins", "Error codes"]);
}

#[test]
fn fields_are_sorted_by_shown_and_filtered_by() {
    let mut scene = Scene::with_report();
    scene.run_by_palette("sort user a to z");
    assert_eq!(scene.users(), ["Anna Berg", "Boris Cole", "Clara Dahl"]);
    scene.run_by_palette("show column username");
    let columns = &scene.state().settings.table(Log::Interactive).columns;
    assert_eq!(columns.last(), Some(&Field::Username));
    scene.run_by_palette("add filter application");
    assert_eq!(scene.state().search.text, "app:");
    scene.type_text("Files");
    assert_eq!(scene.users(), ["Boris Cole"]);
    scene.press(&[Key::Escape, Key::Escape]);
    scene.run_by_palette("add filter user type");
    assert_eq!(scene.state().search.text, "app:Files user_type:");
}

#[test]
fn a_typed_error_code_is_looked_up_and_any_text_is_searched_for() {
    let mut scene = Scene::with_report();
    scene.command(true, Key::P);
    scene.type_text("50126");
    assert_eq!(listed(&scene)[0], "Look up error 50126");
    scene.press(&[Key::Enter]);
    assert_eq!(scene.state().view, View::Errors);
    scene.run_by_palette("boris cole");
    assert_eq!(scene.state().view, View::Log(Log::Interactive));
    assert_eq!(scene.users(), ["Boris Cole"]);
}

#[test]
fn every_action_that_makes_sense_now_is_in_the_palette() {
    let scene = Scene::with_report();
    let titles: Vec<String> =
        signin_lens::app::palette::entries(scene.state()).into_iter().map(|entry| entry.title.into_owned()).collect();
    for action in Action::ALL {
        if action != Action::Palette && scene.state().can(action) {
            assert!(titles.contains(&scene.state().action_title(action).into_owned()), "{action:?}");
        }
    }
    let different: std::collections::HashSet<&String> = titles.iter().collect();
    assert_eq!(different.len(), titles.len(), "titles are different");
}

#[test]
fn the_sheet_of_shortcuts_lists_the_keys_and_finds_them() {
    let mut scene = Scene::with_report();
    for key in [Key::F1, Key::Questionmark] {
        scene.press(&[key]);
        assert_eq!(scene.state().sheet, Some(Sheet::Shortcuts));
        assert!(scene.shows("Command palette") && scene.shows("Expand and fold a group; move from cell to cell"));
        assert!(scene.shows("?"));
        scene.type_text("bookmark");
        assert!(!scene.shows("Command palette"));
        assert!(scene.shows("Bookmark") && scene.shows("B"));
        scene.press(&[Key::Escape, Key::Escape]);
        assert_eq!(scene.state().sheet, None);
    }
}

#[test]
fn the_palette_offers_only_what_can_be_done() {
    let mut scene = Scene::with_report();
    scene.command(true, Key::P);
    let at_first = listed(&scene);
    assert!(!at_first.iter().any(|title| title.starts_with("Undo") || title == "Close details"));
    assert!(at_first.iter().any(|title| title == "View: Guests"));
    assert_eq!(scene.harness.query_all_by_label("Find a command").count(), 1);
}
