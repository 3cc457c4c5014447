//! A window whose cache can't be used says so and offers a way out; old records go only when the analyst says so.

mod scene;

use std::fs;

use eframe::egui::Key;
use scene::Scene;
use scene::reports::INTERACTIVE;
use signin_lens::app::{Command, RetentionCommand, View};
use signin_lens::cache::Cache;
use signin_lens::import::{Options, Progress, find_inputs};

const PAGE: usize = 8192;

/// A folder with a cache of [`INTERACTIVE`], changed by `change`.
fn folder_with(change: impl FnOnce(&mut Vec<u8>)) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("cache.sqlite");
    let file = folder.path().join("InteractiveSignIns.csv");
    fs::write(&file, INTERACTIVE).expect("room for a small file");
    let input = find_inputs(&[file]).remove(0).expect("the file is there");
    let mut cache = Cache::open(&path).expect("a new cache opens");
    cache.import(&input, &Options::default(), &Progress::default()).expect("it is a report");
    drop(cache);
    let mut bytes = fs::read(&path).expect("the cache is a file");
    change(&mut bytes);
    fs::write(&path, bytes).expect("room for a small file");
    folder
}

fn kept(scene: &Scene) -> usize {
    let names = fs::read_dir(scene.folder.path()).expect("the folder is listed").flatten();
    names.filter(|entry| entry.file_name().to_string_lossy().contains(".set-aside-")).count()
}

#[test]
fn a_damaged_cache_is_set_aside_and_rescued_from_the_window() {
    let folder = folder_with(|bytes| {
        // The sign of SQLite is gone, and with it nothing that matters.
        bytes[..16].fill(0);
    });
    let mut scene = Scene::over(folder, 1280.0, 800.0);
    assert!(scene.shows("The cache is damaged"));
    assert!(scene.shows("Quit") && !scene.shows("Not now"), "nothing is loaded");
    // Keys do nothing behind the question.
    scene.press(&[Key::Escape]);
    assert!(scene.shows("The cache is damaged"));
    scene.click("Set aside and rescue");
    assert!(!scene.shows("The cache is damaged"));
    let rows = INTERACTIVE.lines().count() - 1;
    assert_eq!(scene.state().columns.len(), rows);
    let (told, is_error) = scene.notice();
    assert!(told.contains(&format!("{rows} records")) && told.contains("none is missing") && !is_error, "{told}");
    assert_eq!(kept(&scene), 1);
}

#[test]
fn a_file_of_another_program_is_set_aside_for_an_empty_cache() {
    let folder = folder_with(|bytes| *bytes = vec![7; PAGE]);
    let mut scene = Scene::over(folder, 720.0, 480.0);
    assert!(scene.shows("This file can\u{2019}t be used as the cache"));
    assert!(!scene.shows("Set aside and rescue"));
    scene.click("Set aside, begin with an empty cache");
    assert!(scene.says("Drop downloaded reports here"));
    assert_eq!(kept(&scene), 1);
}

#[test]
fn a_cache_that_turns_out_damaged_later_can_be_left_as_it_is() {
    // What the table needs is whole; the blocks of originals are not.
    let folder = folder_with(|_| {});
    let mut scene = Scene::over(folder, 1280.0, 800.0);
    assert_eq!(scene.state().trouble.as_ref().map(|trouble| trouble.kind), None);
    let path = scene.folder.path().join("cache.sqlite");
    let bytes = fs::read(&path).expect("the cache is a file");
    let damaged: Vec<u8> = bytes
        .chunks(PAGE)
        .enumerate()
        .flat_map(|(page, bytes)| if page < 2 { bytes.to_vec() } else { vec![0xa5; bytes.len()] })
        .collect();
    fs::write(&path, damaged).expect("room for a small file");
    scene.import("InteractiveSignIns_more.csv", &INTERACTIVE.replace("2026-", "2025-"));
    assert!(scene.shows("The cache is damaged"), "{:?}", scene.names("damaged"));
    scene.click("Not now");
    assert!(!scene.shows("The cache is damaged"));
    assert!(!scene.state().columns.is_empty(), "what was loaded stays");
    assert_eq!(kept(&scene), 0);
}

#[test]
fn old_records_are_counted_and_go_only_on_the_analysts_word() {
    let mut scene = Scene::with_report();
    let rows = scene.state().columns.len();
    scene.apply(Command::Show(View::Sources));
    scene.apply(Command::Retention(RetentionCommand::SetDays(1)));
    assert!(scene.says("3 sign-ins of before"), "{:?}", scene.names("before"));
    // The safe answer is the one that Enter gives.
    scene.press(&[Key::Enter]);
    assert_eq!((scene.state().retention, scene.state().columns.len()), (None, rows));
    scene.click("Forget old records…");
    scene.press(&[Key::Enter]);
    scene.apply(Command::Show(View::Insights));
    scene.run_by_palette("forget old");
    scene.apply(Command::Retention(RetentionCommand::SetDays(3_650)));
    assert!(scene.says("No sign-in is older than"));
    scene.apply(Command::Retention(RetentionCommand::SetDays(1)));
    scene.click("Yes, forget old records");
    assert_eq!(scene.state().columns.len(), 0);
    let (told, is_error) = scene.notice();
    assert!(told.contains("were forgotten") && !is_error, "{told}");
    assert_eq!(scene.state().settings.keep_days, 1);
}
