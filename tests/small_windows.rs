//! The smallest window that the program allows leaves room for what matters.

mod files;
mod scene;

use std::path::PathBuf;

use eframe::egui::Rect;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use scene::Scene;
use signin_lens::app::{Command, View};
use signin_lens::fields::Log;

const SIZE: (f32, f32) = (720.0, 480.0);

fn reports() -> Vec<PathBuf> {
    let folder = std::fs::read_dir(files::sample_reports()).expect("the sample is there");
    folder.map(|entry| entry.expect("a file").path()).collect()
}

/// A small window with the records of the sample's other reports.
fn scene() -> Scene {
    assert!(!files::sample_files("json").is_empty());
    let mut scene = Scene::of_size(SIZE.0, SIZE.1);
    scene.apply(Command::Import(reports()));
    scene.apply(Command::DismissImports);
    scene
}

fn place_of(scene: &Scene, name: &str) -> Rect {
    scene.harness.get_by_label(name).rect()
}

fn window() -> Rect {
    Rect::from_min_size(eframe::egui::Pos2::ZERO, SIZE.into())
}

#[test]
fn the_details_of_every_log_keep_room_between_header_and_note() {
    let mut scene = scene();
    for log in Log::ALL.into_iter().filter(|log| !scene.state().columns.rows_of(*log).is_empty()).collect::<Vec<_>>() {
        scene.apply(Command::Show(View::Log(log)));
        let event = scene.state().columns.event(scene.state().columns.rows_of(log)[0]);
        scene.apply(Command::OpenDetail(event));
        let parts = scene.names("Part of the details: ");
        let [part] = parts.as_slice() else { panic!("{}: {parts:?}", log.key()) };
        let (header, note) = (place_of(&scene, part), place_of(&scene, &format!("Note on this {}", log.noun().one)));
        assert!(window().contains_rect(header) && window().contains_rect(note), "{}", log.key());
        assert!(note.top() - header.bottom() > 120.0, "{}: {header} {note}", log.key());
    }
}

#[test]
fn all_parts_of_the_details_are_chosen_from_a_button() {
    let mut scene = scene();
    scene.apply(Command::Show(View::Log(Log::Audit)));
    let event = scene.state().columns.event(scene.state().columns.rows_of(Log::Audit)[0]);
    scene.apply(Command::OpenDetail(event));
    scene.click("Part of the details: Activity");
    scene.click_on(Role::RadioButton, "Raw");
    assert!(scene.shows("Part of the details: Raw"));
    assert!(scene.shows("Copy original text"));
    scene.click("Part of the details: Raw");
    scene.click_on(Role::RadioButton, "Target(s)");
    assert!(scene.shows("Part of the details: Target(s)") && !scene.shows("Copy original text"));
}

#[test]
fn sources_show_their_whole_names_and_numbers() {
    let mut scene = scene();
    scene.apply(Command::Show(View::Sources));
    let name = "RiskyServicePrincipals_2026-10-02_2026-10-31.json";
    let file = place_of(&scene, name);
    let forget = place_of(&scene, &format!("Forget {name}…"));
    assert!(file.width() > 280.0 && file.right() < forget.left(), "{file} {forget}");
    assert!(window().x_range().contains(forget.right()));
    assert!(scene.says("1 record, 1 new"), "{:?}", scene.names("record"));
}

#[test]
fn the_sheet_that_assigns_columns_has_its_buttons_in_one_line() {
    let mut scene = Scene::of_size(SIZE.0, SIZE.1);
    let columns: Vec<String> = (0..30).map(|number| format!("Something {number}")).collect();
    let cells = vec!["x"; 30].join(";");
    let table = format!("When;Who;{}\n05.12.2025 09:19:41;anna@example.com;{cells}\n", columns.join(";"));
    scene.import("list.csv", &table);
    scene.click("Assign columns…");
    let (import, remember) = (place_of(&scene, "Import"), place_of(&scene, "Remember for files of this kind"));
    assert!(window().contains_rect(import) && window().contains_rect(remember));
    assert!((import.center().y - remember.center().y).abs() < 4.0 && remember.right() < import.left());
    assert!(import.top() - place_of(&scene, "When holds Date").top() > 200.0, "most of the sheet is the columns'");
}
