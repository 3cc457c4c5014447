//! The table of sign-ins, driven by the names that a screen reader would say and by keys.

mod scene;

use eframe::egui::accesskit::Role;
use eframe::egui::{self, Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use scene::Scene;
use scene::reports::ATTEMPTS;
use signin_lens::app::{Command, Grouping, TableColumn, TableCommand, View};
use signin_lens::fields::{Field, Log};

/// A window that shows the six attempts.
fn attempts() -> Scene {
    Scene::empty().having(&[("interactive.csv", ATTEMPTS)])
}

#[test]
fn shift_and_arrows_select_a_range_and_the_status_line_sums_it_up() {
    let mut scene = attempts();
    scene.press(&[Key::ArrowDown]);
    scene.press_with(Modifiers::SHIFT, Key::ArrowDown);
    scene.press_with(Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(scene.selected(), [0, 1, 2]);
    for text in ["3 rows selected", "3 sign-ins", "2 users", "2 applications"] {
        assert!(scene.shows(text), "{text}");
    }
    assert!(scene.shows("2026-10-05 10:00:00 – 2026-10-05 11:01:00"));
    scene.press_with(Modifiers::SHIFT, Key::ArrowUp);
    assert_eq!(scene.selected(), [0, 1]);
    scene.command(false, Key::A);
    assert!(scene.shows("6 rows selected"));
    scene.press(&[Key::Escape]);
    assert_eq!(scene.selected(), [0; 0]);
    assert!(!scene.shows("6 rows selected"));
}

#[test]
fn a_selection_stays_with_its_sign_ins_when_the_order_changes() {
    let mut scene = attempts();
    scene.press(&[Key::ArrowDown]);
    scene.press_with(Modifiers::SHIFT, Key::ArrowDown);
    scene.click_on(Role::ColumnHeader, "Date");
    assert_eq!(scene.selected(), [4, 5]);
}

#[test]
fn clicks_with_shift_and_control_select_more_rows_and_open_no_detail() {
    let mut scene = attempts();
    scene.press(&[Key::ArrowDown]);
    let boris = scene.harness.get_by_label("Boris Cole").rect().center();
    for (modifiers, expected) in [(Modifiers::SHIFT, vec![0, 1, 2, 3]), (Modifiers::COMMAND, vec![0, 1, 2])] {
        scene.harness.hover_at(boris);
        scene.harness.run_steps(1);
        for pressed in [true, false] {
            let button = egui::PointerButton::Primary;
            scene.harness.event_modifiers(Event::PointerButton { pos: boris, button, pressed, modifiers }, modifiers);
            scene.harness.run_steps(1);
        }
        scene.settle();
        assert_eq!(scene.selected(), expected);
    }
    assert!(!scene.shows("Close details"));
}

#[test]
fn the_menu_key_filters_for_the_value_of_a_cell() {
    let mut scene = attempts();
    // Along the line to the user: date, request ID, user.
    scene.press(&[Key::End, Key::ArrowRight, Key::ArrowRight, Key::ArrowRight]);
    scene.press_with(Modifiers::SHIFT, Key::F10);
    assert!(scene.shows("Filter for “Anna Berg”"));
    // The first item has the focus.
    scene.press(&[Key::Enter]);
    assert_eq!(scene.query(), "user:\"Anna Berg\"");
    scene.press(&[Key::Home]);
    scene.press_with(Modifiers::SHIFT, Key::F10);
    choose(&mut scene, "Exclude “Anna Berg”");
    assert_eq!(scene.query(), "-user:\"Anna Berg\"");
}

#[test]
fn sign_ins_around_one_are_those_of_its_user_half_an_hour_before_and_after() {
    let mut scene = attempts();
    scene.press(&[Key::End]);
    scene.press_with(Modifiers::SHIFT, Key::F10);
    choose(&mut scene, "Sign-ins around this one");
    assert_eq!(
        scene.query(),
        "username:anna@example.com time:2026-10-05T07:30Z..<2026-10-05T08:30:00.001Z",
        "{:?}",
        scene.lines()
    );
    assert_eq!(scene.lines().len(), 2);
}

#[test]
fn one_attempt_is_found_by_its_correlation_id() {
    let mut scene = attempts();
    scene.press(&[Key::ArrowDown]);
    scene.press_with(Modifiers::SHIFT, Key::F10);
    choose(&mut scene, "Same correlation ID");
    assert_eq!(scene.lines().len(), 2);
    scene.command(true, Key::X);
    scene.command(false, Key::G);
    assert_eq!(scene.lines().len(), 5, "one row per attempt");
}

#[test]
fn a_folded_row_offers_only_what_its_sign_ins_share() {
    let mut scene = attempts();
    let by_app = Grouping::By(vec![Field::App]);
    scene.apply(Command::Table(TableCommand::SetGrouping(by_app)));
    scene.press(&[Key::End, Key::ArrowUp]);
    scene.press_with(Modifiers::SHIFT, Key::F10);
    let is_disabled = |name: &str| scene.harness.get_by_label(name).accesskit_node().is_disabled();
    assert!(is_disabled("This user in all logs"), "two users tried to open the files");
    assert!(is_disabled("Sign-ins around this one"));
    assert!(!is_disabled("This application in all logs"));
    assert!(!is_disabled("Explain error 50126"));
}

#[test]
fn groups_by_two_fields_nest_and_expand_with_the_keyboard() {
    let mut scene = attempts();
    scene.click("Group rows");
    scene.focus("Find a field");
    scene.type_text("application");
    scene.press(&[Key::Enter]);
    assert_eq!(scene.lines(), ["Mail 3", "Files 2", "=Mail 1"], "the largest first");
    scene.click("Group by a further field");
    scene.focus("Find a field");
    scene.type_text("status");
    scene.press(&[Key::Enter]);
    assert!(scene.shows("Expand Mail, 3 sign-ins"));
    scene.press(&[Key::ArrowDown, Key::ArrowRight]);
    assert_eq!(scene.lines(), ["Mail 3", " success 2", " interrupted 1", "Files 2", "=Mail 1"]);
    scene.press(&[Key::ArrowDown, Key::ArrowRight]);
    let expanded = ["Mail 3", " success 2", "Anna Berg", "Anna Berg", " interrupted 1", "Files 2", "=Mail 1"];
    assert_eq!(scene.lines(), expanded);
    scene.click("Expand all");
    assert_eq!(scene.lines().len(), 3 + 4 + 6);
    scene.click("Collapse all");
    assert_eq!(scene.lines().len(), 3);
    scene.click("Most sign-ins first");
    scene.click("By value, descending");
    assert_eq!(scene.lines(), ["Mail 3", "Files 2", "=Mail 1"].map(str::to_owned));
    scene.click("Move Status left");
    assert_eq!(scene.lines(), ["success 3", "interrupted 1", "failure 2"]);
    scene.click("Remove Status from the groups");
    scene.click("Remove Application from the groups");
    assert_eq!(scene.lines().len(), 6, "each sign-in by itself");
}

#[test]
fn a_group_counts_its_sign_ins_in_the_status_line() {
    let mut scene = attempts();
    let by_app = Grouping::By(vec![Field::App]);
    scene.apply(Command::Table(TableCommand::SetGrouping(by_app)));
    scene.press(&[Key::ArrowDown]);
    assert!(scene.shows("1 row selected"));
    assert!(scene.shows("3 sign-ins"));
    scene.press_with(Modifiers::SHIFT, Key::ArrowDown);
    assert!(scene.shows("5 sign-ins"));
    // What is expanded above does not move the selection off its rows.
    scene.click("Expand Mail, 3 sign-ins");
    assert_eq!(scene.selected(), [0, 4]);
}

#[test]
fn a_header_dropped_above_the_table_groups_by_its_field() {
    let mut scene = attempts();
    let header = scene.harness.get_by_role_and_label(Role::ColumnHeader, "Application").rect().center();
    scene.drag_header("Application", header - egui::vec2(40.0, 30.0));
    assert_eq!(scene.lines(), ["Mail 3", "Files 2", "=Mail 1"]);
}

/// What the event of the copy keys puts on the clipboard.
fn copied(scene: &mut Scene) -> String {
    scene.harness.event(Event::Copy);
    scene.next_copied()
}

/// Gives the focus to the item of an open menu and presses Enter.
fn choose(scene: &mut Scene, item: &str) {
    scene.focus(item);
    scene.press(&[Key::Enter]);
}

#[test]
fn rows_are_copied_with_headers_and_no_cell_is_a_formula() {
    let mut scene = attempts();
    let columns = [Field::User, Field::App, Field::ErrorCode].to_vec();
    scene.apply(Command::SetColumns(Log::Interactive, columns));
    scene.press(&[Key::Home, Key::ArrowDown]);
    scene.press_with(Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(copied(&mut scene), "Anna Berg\tMail\t50074\nClara Dahl\t'=Mail\t0");
    scene.press_with(Modifiers::SHIFT, Key::F10);
    scene.focus("Copy 2 rows with headers");
    // What leads to the copy is looked for in every frame, so the key is not let go before.
    let (key, modifiers) = (Key::Enter, Modifiers::NONE);
    scene.harness.event(Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers });
    let copied = scene.next_copied();
    assert_eq!(copied, "User\tApplication\tSign-in error code\nAnna Berg\tMail\t50074\nClara Dahl\t'=Mail\t0");
}

#[test]
fn the_chooser_moves_and_pins_columns_with_the_keyboard() {
    let mut scene = attempts();
    let before = scene.columns().to_vec();
    assert_eq!(before[..3], [Field::Time, Field::RequestId, Field::User]);
    scene.click("Columns…");
    scene.harness.get_by_role_and_label(Role::CheckBox, "User").focus();
    scene.harness.run_steps(2);
    scene.press_with(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(scene.columns()[..3], [Field::Time, Field::User, Field::RequestId]);
    scene.press_with(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(scene.columns()[..3], [Field::User, Field::Time, Field::RequestId], "the focus goes with the row");
    scene.focus("Move User down");
    scene.press(&[Key::Enter]);
    assert_eq!(scene.columns()[..3], [Field::Time, Field::User, Field::RequestId]);
    scene.focus("Pin User left");
    scene.press(&[Key::Enter]);
    assert_eq!(scene.columns()[..3], [Field::User, Field::Time, Field::RequestId]);
    assert!(scene.shows("Unpin User"));
    scene.click("Put the portal's columns back");
    assert_eq!(scene.columns(), before);
}

#[test]
fn columns_take_the_width_of_what_they_show() {
    let mut scene = attempts();
    let width =
        |scene: &Scene, title: &str| scene.harness.get_by_role_and_label(Role::ColumnHeader, title).rect().width();
    let before = (width(&scene, "User"), width(&scene, "Request ID"));
    scene.apply(Command::Table(TableCommand::FitColumns));
    let after = (width(&scene, "User"), width(&scene, "Request ID"));
    assert!(after.0 < before.0, "{before:?} {after:?}");
    assert!(after.1 > before.1 && after.1 <= 400.0, "{before:?} {after:?}");
}

#[test]
fn enter_in_the_search_line_opens_no_detail() {
    let mut scene = attempts();
    scene.press(&[Key::ArrowDown]);
    scene.focus("Search");
    scene.type_text("status:failure");
    scene.press(&[Key::Enter]);
    assert!(!scene.shows("Close details"));
}

#[test]
fn a_small_window_keeps_every_tab_within_reach() {
    let mut scene = Scene::of_size(720.0, 480.0).having(&[("interactive.csv", ATTEMPTS)]);
    assert!(!scene.shows("Sources"));
    scene.click("More tabs");
    scene.click("Sources");
    assert_eq!(scene.state().view, View::Sources);
    assert!(scene.shows("Sources"), "the chosen tab is shown");
}

#[test]
fn the_detail_of_a_folded_row_says_which_sign_in_it_shows() {
    let mut scene = attempts();
    scene.command(false, Key::G);
    scene.press(&[Key::ArrowDown, Key::Enter]);
    assert!(scene.shows("The newest of 2 sign-ins that the row folds"));
}

#[test]
fn a_range_goes_on_from_the_present_row_after_another_order() {
    let mut scene = attempts();
    scene.harness.state_mut().apply(Command::SelectLine(0));
    scene.harness.state_mut().apply(Command::Table(TableCommand::ToggleLine(2)));
    scene.harness.state_mut().apply(Command::Table(TableCommand::ToggleLine(4)));
    scene.settle();
    scene.harness.state_mut().apply(Command::SortBy(TableColumn::Field(Field::Time), false));
    scene.settle();
    assert_eq!(scene.selected(), [1, 3, 5]);
    scene.press_with(Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(scene.selected(), [1, 2], "the row selected last was the second");
}

#[test]
fn a_range_that_stays_whole_keeps_its_beginning() {
    let mut scene = attempts();
    scene.harness.state_mut().apply(Command::SelectLine(1));
    scene.settle();
    scene.press_with(Modifiers::SHIFT, Key::ArrowDown);
    scene.press_with(Modifiers::SHIFT, Key::ArrowDown);
    scene.harness.state_mut().apply(Command::SortBy(TableColumn::Field(Field::Time), false));
    scene.settle();
    assert_eq!(scene.selected(), [2, 3, 4], "the present row is the third");
    scene.press_with(Modifiers::SHIFT, Key::ArrowUp);
    assert_eq!(scene.selected(), [1, 2, 3, 4]);
}
