//! Saved views, and the way back from what was changed.

mod scene;

use eframe::egui::Key;
use egui_kittest::kittest::Queryable;
use scene::Scene;
use signin_lens::app::{Command, Sheet, TableColumn, View, ViewName};
use signin_lens::fields::{Field, Log};

#[test]
fn a_view_is_saved_by_keyboard_and_the_palette_goes_back_to_it() {
    let mut scene = Scene::with_report();
    scene.command(false, Key::F);
    scene.type_text("status:failure");
    scene.press(&[Key::Escape]);
    scene.command(true, Key::S);
    assert!(scene.shows("Name of the view"));
    scene.type_text("Wrong passwords");
    scene.press(&[Key::Enter]);
    assert_eq!(scene.state().sheet, None);
    assert_eq!(scene.state().active_view(), Some(&ViewName::Own("Wrong passwords".to_owned())));
    scene.run_by_palette("clear filter");
    assert_eq!(scene.users().len(), 3);
    assert!(scene.state().is_view_changed());
    scene.run_by_palette("wrong pass");
    assert_eq!(scene.users(), ["Boris Cole"]);
    assert!(!scene.state().is_view_changed());
}

#[test]
fn the_button_names_the_view_and_says_when_it_is_changed() {
    use egui_kittest::kittest::NodeT;
    let mut scene = Scene::with_report();
    let says = |scene: &Scene| scene.harness.get_by_label("Saved view").accesskit_node().value();
    let is_changed = |scene: &Scene| scene.shows("Saved view, changed");
    assert_eq!(says(&scene).as_deref(), Some("none"));
    scene.click("Saved view");
    scene.click("Legacy clients");
    assert_eq!(says(&scene).as_deref(), Some("Legacy clients"));
    assert!(!is_changed(&scene));
    assert_eq!(scene.query(), "client_app:legacy");
    scene.apply(Command::Sort(TableColumn::Field(Field::User), false));
    assert!(is_changed(&scene));
    scene.run_by_palette("leave view");
    assert_eq!(says(&scene).as_deref(), Some("none"));
    assert_eq!(scene.users().len(), 3);
}

#[test]
fn views_are_renamed_and_deleted_in_their_sheet_and_undo_brings_them_back() {
    let mut scene = Scene::with_report();
    scene.apply(Command::SaveView("Mine".to_owned()));
    scene.run_by_palette("manage views");
    assert_eq!(scene.state().sheet, Some(Sheet::Views));
    scene.click("Rename Mine");
    scene.command(false, Key::A);
    scene.type_text("Ours");
    scene.press(&[Key::Enter]);
    assert!(scene.shows("Delete Ours"));
    scene.click("Hide Guests");
    scene.click("Delete Ours");
    assert!(!scene.shows("Delete Ours"));
    scene.press(&[Key::Escape]);
    assert_eq!(scene.state().sheet, None);
    scene.command(false, Key::Z);
    assert_eq!(scene.state().settings.views.own.len(), 1);
    assert!(scene.state().settings.views.is_hidden("guests"));
    scene.command(false, Key::Z);
    assert!(!scene.state().settings.views.is_hidden("guests"));
}

#[test]
fn undo_and_redo_by_keys_take_back_a_filter_and_a_sort() {
    let mut scene = Scene::with_report();
    scene.apply(Command::Include(Field::App, "Mail".to_owned()));
    scene.apply(Command::Sort(TableColumn::Field(Field::User), false));
    assert_eq!(scene.users(), ["Anna Berg", "Clara Dahl"]);
    scene.command(false, Key::Z);
    assert_eq!(scene.users(), ["Clara Dahl", "Anna Berg"]);
    scene.command(false, Key::Z);
    assert_eq!(scene.users(), ["Clara Dahl", "Boris Cole", "Anna Berg"]);
    scene.command(true, Key::Z);
    scene.command(false, Key::Y);
    assert_eq!(scene.users(), ["Anna Berg", "Clara Dahl"]);
}

#[test]
fn the_edit_menu_says_what_will_be_taken_back() {
    let mut scene = Scene::with_report();
    scene.apply(Command::Show(View::Log(Log::NonInteractive)));
    scene.filter("anna");
    scene.click("Edit");
    assert!(scene.says("Undo filter change"));
    scene.harness.query_all_by_label_contains("Undo filter change").next().expect("it is listed").click();
    scene.settle();
    assert_eq!(scene.state().undo_title(), Some("change of tab"));
}

#[test]
fn a_typed_filter_is_one_step_and_a_text_has_its_own_way_back() {
    let mut scene = Scene::with_report();
    scene.command(false, Key::F);
    for letters in ["bo", "ri", "s"] {
        scene.type_text(letters);
    }
    assert_eq!(scene.users(), ["Boris Cole"], "{}", scene.state().search.text);
    let before = scene.state().undo_title();
    scene.command(false, Key::Z);
    assert_eq!(scene.state().redo_title(), None, "the line took the key");
    assert_eq!(before, Some("filter change"));
    scene.filter("anna");
    scene.press(&[Key::Escape, Key::Escape]);
    scene.command(false, Key::Z);
    scene.command(false, Key::Z);
    assert_eq!(scene.users().len(), 3);
}

#[test]
fn a_filter_that_was_left_is_offered_again() {
    let mut scene = Scene::with_report();
    scene.command(false, Key::F);
    scene.type_text("status:interrupted");
    scene.press(&[Key::Escape, Key::Escape]);
    scene.run_by_palette("clear filter");
    assert_eq!(scene.state().settings.recent_queries, ["status:interrupted"]);
    scene.run_by_palette("filter: status:int");
    assert_eq!(scene.users(), ["Clara Dahl"]);
}
