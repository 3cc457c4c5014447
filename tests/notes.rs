//! Bookmarks and notes, by keyboard.

mod scene;

use eframe::egui::{Event, Key};
use scene::Scene;
use scene::reports::{INTERACTIVE, graph};
use signin_lens::app::{Command, NoteState};
use signin_lens::cache::Cache;
use signin_lens::fields::{Field, Log};
use signin_lens::record::EventId;

/// The sign-in of the selected row.
fn selected(scene: &Scene) -> EventId {
    scene.state().present_table().selected.expect("a row is selected").event
}

#[test]
fn a_bookmark_by_key_is_found_by_its_filter() {
    let mut scene = Scene::with_report();
    scene.press(&[Key::ArrowDown, Key::ArrowDown, Key::B]);
    scene.filter("bookmarked:yes");
    assert_eq!(scene.users(), ["Boris Cole"]);
    scene.filter("bookmarked:no");
    assert_eq!(scene.users(), ["Clara Dahl", "Anna Berg"]);
    scene.filter("boris");
    scene.press(&[Key::Home]);
    scene.command(false, Key::D);
    assert!(!scene.state().annotation(selected(&scene)).bookmarked);
    scene.run_by_palette("bookmarked only");
    assert!(scene.users().is_empty(), "no sign-in is marked any more");
}

#[test]
fn letters_typed_into_the_search_line_are_no_commands() {
    let mut scene = Scene::with_report();
    scene.press(&[Key::ArrowDown]);
    scene.command(false, Key::F);
    scene.press(&[Key::B, Key::N]);
    assert!(!scene.state().annotation(selected(&scene)).bookmarked);
    assert!(scene.state().detail.is_none());
}

#[test]
fn a_bookmark_on_a_folded_row_marks_each_of_its_sign_ins() {
    let mut scene = Scene::with_report();
    let sign_ins = (1..=3).map(|hour| ("dora", format!("2026-10-05T0{hour}:30:00Z")));
    scene.import("graph.json", &graph("nonInteractiveUser", sign_ins));
    scene.command(false, Key::Num2);
    scene.press(&[Key::ArrowDown, Key::B]);
    let marked = |scene: &Scene| {
        let columns = &scene.state().columns;
        let rows = columns.rows_of(Log::NonInteractive).iter();
        rows.filter(|row| columns.value(Field::Bookmarked, **row).as_deref() == Some("true")).count()
    };
    assert_eq!(marked(&scene), 3);
    scene.press(&[Key::B]);
    assert_eq!(marked(&scene), 0);
}

#[test]
fn a_note_survives_importing_again_and_forgetting_and_importing_again() {
    let mut scene = Scene::with_report();
    scene.press(&[Key::ArrowDown, Key::ArrowDown, Key::N]);
    assert!(scene.shows("Note on this sign-in"));
    scene.type_text("Told him to use a password manager");
    scene.command(false, Key::Enter);
    assert_eq!(scene.state().note_state(selected(&scene)), NoteState::Kept);
    let found = |scene: &mut Scene| {
        scene.filter("note:*password*");
        scene.users()
    };
    assert_eq!(found(&mut scene), ["Boris Cole"]);
    scene.import("interactive.csv", INTERACTIVE);
    assert_eq!(found(&mut scene), ["Boris Cole"]);
    let sources: Vec<_> = scene.state().sources.iter().map(|source| source.id).collect();
    for source in sources {
        scene.apply(Command::Forget(source));
    }
    assert_eq!(scene.state().columns.len(), 0);
    scene.import("again.csv", INTERACTIVE);
    assert_eq!(found(&mut scene), ["Boris Cole"]);
    scene.filter("has:note");
    assert_eq!(scene.users(), ["Boris Cole"]);
}

#[test]
fn a_note_is_shown_while_it_is_typed_and_kept_when_its_editor_is_left() {
    let mut scene = Scene::with_report();
    scene.press(&[Key::ArrowDown, Key::N]);
    for letters in ["It was", " her"] {
        scene.harness.event(Event::Text(letters.to_owned()));
        scene.harness.run_steps(2);
    }
    let event = selected(&scene);
    assert_eq!(scene.state().annotation(event).note, "It was her");
    scene.press(&[Key::Escape]);
    assert_eq!(scene.state().note_state(event), NoteState::Kept);
    let row = scene.state().columns.row_of(event).expect("it is loaded");
    assert_eq!(scene.state().columns.value(Field::Note, row).as_deref(), Some("It was her"));
}

#[test]
fn a_note_is_not_lost_when_the_window_closes_in_the_middle_of_a_word() {
    let mut scene = Scene::with_report();
    scene.press(&[Key::ArrowDown, Key::N]);
    scene.harness.event(Event::Text("Ask Cla".to_owned()));
    scene.harness.run_steps(2);
    eframe::App::on_exit(scene.harness.state_mut(), None);
    let cache = Cache::open(&scene.folder.path().join("cache.sqlite")).expect("the cache opens");
    let notes: Vec<String> =
        cache.annotations().expect("notes are listed").into_iter().map(|(_, annotation)| annotation.note).collect();
    assert_eq!(notes, ["Ask Cla"]);
}

#[test]
fn the_star_beside_the_note_marks_the_sign_in() {
    let mut scene = Scene::with_report();
    scene.press(&[Key::ArrowDown, Key::Enter]);
    scene.click("Bookmark this sign-in");
    assert!(scene.state().annotation(selected(&scene)).bookmarked);
    scene.click("Remove bookmark");
    assert!(!scene.state().annotation(selected(&scene)).bookmarked);
}

#[test]
fn marking_more_than_can_be_marked_says_so_and_keeps_the_selection() {
    let mut scene = Scene::with_report();
    let sign_ins = (0..10_200).map(|_| ("dora", "2026-10-05T01:30:00Z"));
    scene.import("graph.json", &graph("interactiveUser", sign_ins));
    scene.press(&[Key::ArrowDown]);
    scene.command(false, Key::A);
    scene.command(false, Key::D);
    assert_eq!(scene.notice().0, "Marked the first 10\u{2009}000 of 10\u{2009}203 selected sign-ins");
    let columns = &scene.state().columns;
    let rows = columns.rows_of(Log::Interactive).iter();
    let marked = rows.filter(|row| columns.value(Field::Bookmarked, **row).as_deref() == Some("true")).count();
    assert_eq!(marked, 10_000);
    assert_eq!(scene.state().present_table().selection.count(), 10_203, "the rows are the same as before");
    scene.filter("dora");
    assert!(scene.state().present_table().selection.is_empty(), "other rows");
}
