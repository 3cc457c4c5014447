//! Several windows, starts of the program and command lines on one cache.

mod scene;

use std::path::PathBuf;
use std::process::Command as Program;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use eframe::egui::ViewportCommand;
use rusqlite::Connection;
use scene::Scene;
use scene::reports::{INTERACTIVE, non_interactive};
use signin_lens::app::handing_over::{self, PATIENCE, Reception, Start};
use signin_lens::app::{Command, FileState};
use signin_lens::cache::{Cache, Imported};
use signin_lens::import::{Input, Options, Progress, find_inputs};

const WAITING: &str = "Another window is importing; this one begins when it is done";

fn cache_of(scene: &Scene) -> PathBuf {
    scene.folder.path().join("cache.sqlite")
}

/// A window that takes in what starts of the program bring, as the first of its cache does.
fn at_the_door() -> Scene {
    let mut scene = Scene::empty();
    let cache = cache_of(&scene);
    let start = handing_over::start(&cache, &[], PATIENCE).expect("the folder can be written");
    let Start::Open(held) = start else { panic!("no window is open yet: {start:?}") };
    let context = scene.harness.ctx.clone();
    let reception = Reception::begin(&cache, held, Arc::new(move || context.request_repaint()));
    scene.harness.state_mut().receive(reception);
    scene
}

/// Another connection that writes, as an import of another window does.
fn writer(scene: &Scene) -> Connection {
    let connection = Connection::open(cache_of(scene)).expect("the cache is a database");
    connection.execute_batch("BEGIN IMMEDIATE").expect("nobody else writes");
    connection
}

fn is_whole(scene: &Scene) -> bool {
    let connection = Connection::open(cache_of(scene)).expect("the cache is a database");
    let found = connection.query_row("PRAGMA integrity_check", [], |row| row.get::<_, String>(0));
    found.expect("it is checked") == "ok"
}

#[test]
fn a_start_with_files_hands_them_to_the_window_that_is_open() {
    let mut scene = at_the_door();
    let (cache, file) = (cache_of(&scene), scene.file("interactive.csv", INTERACTIVE));
    let start = thread::spawn(move || handing_over::start(&cache, &[file], PATIENCE));
    scene.wait_for("the window has the rows", |scene| scene.shows("Anna Berg"));
    let start = start.join().expect("it ends").expect("the folder can be written");
    assert!(matches!(start, Start::HandedOver), "{start:?}");
    scene.settle();
    assert!(scene.shows("Import finished: 3 new records"));
}

#[test]
fn a_start_without_files_brings_the_window_to_the_front() {
    let mut scene = at_the_door();
    let cache = cache_of(&scene);
    let start = thread::spawn(move || handing_over::start(&cache, &[], PATIENCE));
    scene.wait_for("it comes to the front", |scene| {
        let root = scene.harness.output().viewport_output.get(&eframe::egui::ViewportId::ROOT);
        root.is_some_and(|root| root.commands.contains(&ViewportCommand::Focus))
    });
    assert!(matches!(start.join().expect("it ends"), Ok(Start::HandedOver)));
    assert!(scene.state().imports.files().is_empty());
}

#[test]
fn once_the_window_is_closed_a_start_opens_its_own() {
    let mut scene = at_the_door();
    eframe::App::on_exit(scene.harness.state_mut(), None);
    let start = handing_over::start(&cache_of(&scene), &[PathBuf::from("a.csv")], PATIENCE);
    assert!(matches!(start, Ok(Start::Open(Some(_)))), "{start:?}");
}

#[test]
fn a_second_window_takes_over_at_the_door_when_the_first_has_gone() {
    let first = at_the_door();
    let mut second = first.beside();
    let cache = cache_of(&first);
    second.harness.state_mut().receive(Reception::begin(&cache, None, Arc::new(|| {})));
    drop(first);
    let file = second.file("interactive.csv", INTERACTIVE);
    // It looks after the door twice a second.
    thread::sleep(Duration::from_millis(1_200));
    let start = thread::spawn(move || handing_over::start(&cache, &[file], PATIENCE));
    second.wait_for("the window has the rows", |scene| scene.shows("Anna Berg"));
    assert!(matches!(start.join().expect("it ends"), Ok(Start::HandedOver)));
}

#[test]
fn a_window_shows_what_another_one_and_a_command_line_import_and_note() {
    let mut first = Scene::empty();
    let mut second = first.beside();
    first.import("interactive.csv", INTERACTIVE);
    second.wait_for("the other window has the rows", |scene| scene.shows("Anna Berg"));
    second.settle();
    second.click("Anna Berg");
    second.apply(Command::ToggleBookmark);
    second.apply(Command::SaveNotes);
    first.filter("bookmarked:yes");
    first.wait_for("the bookmark is there, too", |scene| scene.shows("Anna Berg"));
    let report = first.file("graph.json", &non_interactive());
    let mut program = Program::new(env!("CARGO_BIN_EXE_signin-lens"));
    let output = program.arg("import").arg(report).arg("--cache").arg(cache_of(&first)).output();
    assert!(output.expect("the program runs").status.success());
    for scene in [&mut first, &mut second] {
        scene.wait_for("the sources are listed", |scene| scene.state().sources.len() == 2);
        scene.filter("");
        scene.click("Non-interactive");
        scene.wait_for("the rows are there", |scene| scene.shows("emil"));
    }
    let source = first.state().sources.iter().find(|source| source.name == "interactive.csv").expect("a source").id;
    first.apply(Command::Forget(source));
    second.wait_for("what was forgotten has gone", |scene| scene.state().sources.len() == 1);
    second.settle();
    assert!(second.state().columns.rows_of(signin_lens::fields::Log::Interactive).is_empty());
    assert!(is_whole(&first));
}

#[test]
fn a_window_to_which_nothing_comes_draws_nothing_for_what_it_has_written_itself() {
    let mut scene = at_the_door();
    scene.import("interactive.csv", INTERACTIVE);
    let columns = scene.state().columns.clone();
    // Two looks at the cache and the inbox.
    thread::sleep(Duration::from_millis(1_300));
    assert!(!scene.harness.state().is_busy());
    scene.settle();
    assert!(Arc::ptr_eq(&columns, &scene.state().columns), "it is not loaded again");
}

#[test]
fn an_import_waits_for_that_of_another_window_and_can_be_cancelled() {
    let mut scene = Scene::empty();
    let other = writer(&scene);
    let file = scene.file("interactive.csv", INTERACTIVE);
    scene.harness.state_mut().apply(Command::Import(vec![file.clone()]));
    scene.wait_for("it says that it waits", |scene| scene.shows(WAITING));
    scene.apply(Command::CancelImports);
    assert!(matches!(scene.state().imports.files()[0].state, FileState::Cancelled));
    scene.harness.state_mut().apply(Command::Import(vec![file]));
    scene.wait_for("it says that it waits", |scene| scene.shows(WAITING));
    other.execute_batch("COMMIT").expect("room in a small cache");
    scene.settle();
    assert!(scene.shows("Anna Berg"));
    assert!(scene.state().notice.is_none());
    assert!(is_whole(&scene));
}

#[test]
fn a_file_that_another_window_brings_meanwhile_is_known() {
    let scene = Scene::empty();
    let (cache, other) = (cache_of(&scene), writer(&scene));
    let file = scene.file("interactive.csv", INTERACTIVE);
    let input = find_inputs(&[file]).remove(0).expect("a report");
    let import = |input: Input| {
        let cache = cache.clone();
        thread::spawn(move || {
            let mut cache = Cache::open(&cache).expect("the cache opens");
            cache.import(&input, &Options::default(), &Progress::default()).expect("it is imported")
        })
    };
    let imports = [import(input.clone()), import(input)];
    thread::sleep(Duration::from_millis(300));
    other.execute_batch("COMMIT").expect("room in a small cache");
    let imported: Vec<Imported> = imports.map(|import| import.join().expect("it ends")).into();
    let known = imported.iter().filter(|imported| imported.already_known).count();
    assert_eq!(known, 1);
    assert_eq!(Cache::open(&cache).and_then(|cache| cache.sources()).expect("they are listed").len(), 1);
}

#[test]
fn a_command_line_that_waits_for_an_import_says_so_and_goes_on() {
    let scene = Scene::empty();
    let other = writer(&scene);
    let file = scene.file("interactive.csv", INTERACTIVE);
    let mut program = Program::new(env!("CARGO_BIN_EXE_signin-lens"));
    program.arg("import").arg(file).arg("--cache").arg(cache_of(&scene));
    let import = thread::spawn(move || program.output().expect("the program runs"));
    thread::sleep(Duration::from_millis(2_500));
    other.execute_batch("COMMIT").expect("room in a small cache");
    let output = import.join().expect("it ends");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert_eq!(said, "interactive.csv: another window is importing; this one begins when it is done\n");
}
