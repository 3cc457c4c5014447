//! The rows of a table: their order, their filter, their columns and their details.

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use signin_lens::app::{Command, TableColumn};
use signin_lens::fields::Field;

use crate::scene::Scene;
use crate::with_reports;

#[test]
fn a_header_sorts_and_sorts_the_other_way() {
    let mut scene = with_reports();
    assert_eq!(scene.users(), ["Clara Dahl", "Boris Cole", "Anna Berg"], "newest first");
    scene.click_on(Role::ColumnHeader, "User");
    assert_eq!(scene.users(), ["Anna Berg", "Boris Cole", "Clara Dahl"]);
    scene.click_on(Role::ColumnHeader, "User");
    assert_eq!(scene.users(), ["Clara Dahl", "Boris Cole", "Anna Berg"]);
    scene.click_on(Role::ColumnHeader, "Date");
    assert_eq!(scene.column(Field::Time)[0], "2026-10-05T10:00:00Z");
    scene.click_on(Role::ColumnHeader, "Date");
    assert_eq!(scene.column(Field::Time)[0], "2026-10-05T08:00:00Z");
}

#[test]
fn a_shift_click_sorts_by_a_further_column() {
    let mut scene = with_reports();
    for (column, is_further) in [(Field::App, false), (Field::User, true), (Field::User, true)] {
        scene.apply(Command::Sort(TableColumn::Field(column), is_further));
    }
    assert_eq!(scene.column(Field::App), ["Files", "Mail", "Mail"]);
    assert_eq!(scene.users(), ["Boris Cole", "Clara Dahl", "Anna Berg"]);
}

#[test]
fn a_typed_filter_narrows_the_table_and_its_pill_takes_it_away() {
    let mut scene = with_reports();
    scene.focus("Search");
    scene.type_text("status:failure");
    assert_eq!(scene.users(), ["Boris Cole"]);
    scene.click("Remove status:failure");
    assert_eq!(scene.users().len(), 3);
}

#[test]
fn a_wrong_filter_says_what_was_expected_and_the_last_good_one_stays() {
    let mut scene = with_reports();
    scene.apply(Command::TypeQuery("status:failure".to_owned()));
    scene.apply(Command::TypeQuery("status:failure (".to_owned()));
    assert_eq!(scene.users(), ["Boris Cole"]);
    assert!(scene.state().search.error.is_some());
}

#[test]
fn a_picker_lists_values_with_counts_and_filters_by_several() {
    let mut scene = with_reports();
    scene.click("Application filter");
    scene.click_on(Role::CheckBox, "Files");
    assert_eq!(scene.users(), ["Boris Cole"]);
    scene.click_on(Role::CheckBox, "Mail");
    assert_eq!(scene.users().len(), 3);
}

#[test]
fn a_folded_row_expands_in_place_to_its_sign_ins() {
    let mut scene = with_reports();
    scene.click("Non-interactive");
    assert_eq!(scene.users(), ["emil", "dora"]);
    scene.click("Expand 3 sign-ins");
    assert_eq!(scene.users(), ["emil", "dora", "dora", "dora", "dora"]);
    scene.click("Fold 3 sign-ins");
    assert_eq!(scene.users().len(), 2);
    scene.click("Group rows");
    scene.click("Each sign-in in a row of its own");
    assert_eq!(scene.users(), ["emil", "dora", "dora", "dora"]);
}

#[test]
fn a_click_on_a_row_opens_its_detail_and_escape_closes_it() {
    let mut scene = with_reports();
    scene.click("Anna Berg");
    assert!(scene.shows("Close details"));
    assert!(scene.shows("Basic info"));
    scene.press(&[Key::Escape]);
    assert!(!scene.shows("Close details"));
}

#[test]
fn the_keyboard_walks_through_the_table_and_opens_a_detail() {
    let mut scene = with_reports();
    scene.press(&[Key::ArrowDown, Key::ArrowDown, Key::Enter]);
    assert_eq!(scene.selected(), [1]);
    assert!(scene.shows("Close details"));
    scene.press(&[Key::End]);
    assert_eq!(scene.selected(), [2]);
}

#[test]
fn the_column_chooser_adds_and_removes_columns() {
    let mut scene = with_reports();
    scene.click("Columns…");
    scene.focus("Find a column");
    scene.type_text("username");
    scene.click("Username");
    assert_eq!(scene.columns().last(), Some(&Field::Username));
}

#[test]
fn a_dragged_header_moves_its_column() {
    let mut scene = with_reports();
    let center =
        |scene: &Scene, title: &str| scene.harness.get_by_role_and_label(Role::ColumnHeader, title).rect().center();
    let (from, to) = (center(&scene, "User"), center(&scene, "Status"));
    scene.drag_header("User", from + 1.1 * (to - from));
    let columns = scene.columns();
    let place = |field| columns.iter().position(|known| *known == field);
    assert_eq!(place(Field::User), place(Field::Status).map(|status| status + 1), "{columns:?}");
}

#[test]
fn the_tabs_of_a_detail_stay_where_they_are_whatever_the_sign_in() {
    let mut scene = with_reports();
    let top = |scene: &Scene| scene.harness.get_by_role_and_label(Role::Tab, "Location").rect().top();
    scene.click("Anna Berg");
    let success = top(&scene);
    scene.click("Boris Cole");
    assert!(scene.shows("AADSTS50126"));
    assert!((top(&scene) - success).abs() < 0.5);
}
