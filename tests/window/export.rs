//! The export dialog and what it writes.

use eframe::egui::Key;
use signin_lens::app::{Command, View};
use signin_lens::fields::Log;

use crate::with_reports;

#[test]
fn a_table_is_exported_as_a_workbook_with_the_keyboard_and_the_dialog() {
    let mut scene = with_reports();
    scene.command(false, Key::E);
    assert!(scene.shows("What") && scene.shows("3 rows") && !scene.shows("Folded rows"));
    scene.click("Excel workbook");
    assert!(scene.shows("A further sheet tells the filter and the sources"));
    let path = scene.folder.path().join("rows.xlsx");
    scene.choose_export_file(path.clone());
    let bytes = std::fs::read(&path).expect("the workbook");
    assert!(bytes.starts_with(b"PK"));
    assert!(scene.shows(&format!("Wrote 3 rows to {}", path.display())));
    assert!(!scene.shows("For older versions of Excel"), "the dialog is closed");
}

#[test]
fn original_records_are_counted_before_they_are_exported() {
    let mut scene = with_reports();
    scene.apply(Command::Show(View::Log(Log::NonInteractive)));
    scene.click("Export…");
    assert!(scene.shows("Folded rows"));
    scene.click("Original records");
    assert!(scene.shows("4 records in one JSON file"));
    let path = scene.folder.path().join("originals.json");
    scene.choose_export_file(path.clone());
    let text = std::fs::read_to_string(&path).expect("the file");
    assert_eq!(serde_json::from_str::<Vec<serde_json::Value>>(&text).expect("JSON").len(), 4);
}

#[test]
fn an_export_that_can_not_be_written_says_which_file_and_what_to_do() {
    let mut scene = with_reports();
    scene.apply(Command::Export);
    let path = scene.folder.path().join("missing").join("rows.csv");
    scene.choose_export_file(path);
    let (text, is_error) = scene.notice();
    assert!(is_error && text.contains("rows.csv") && text.contains("choose another folder"), "{text}");
}
