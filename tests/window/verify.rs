//! Files that were imported, read again.

use std::fs;

use signin_lens::app::{Action, Command, View};
use signin_lens::fields::Log;

use crate::scene::Scene;
use crate::scene::reports::INTERACTIVE;
use crate::with_reports;

#[test]
fn files_are_verified_on_request() {
    let mut scene = with_reports();
    let changed = scene.file("changed.csv", &INTERACTIVE.replace("2026-10-0", "2026-11-0"));
    scene.apply(Command::Import(vec![changed]));
    scene.apply(Command::DismissImports);
    scene.click("Sources");
    assert!(!scene.shows("Unchanged"), "nothing was asked yet");
    scene.click("Verify files");
    assert!(scene.shows("3 files are what was imported"));
    assert!(scene.shows("Unchanged"));

    scene.file("changed.csv", "another text");
    fs::remove_file(scene.folder.path().join("graph.json")).expect("it is there");
    // From elsewhere it leads to the sources.
    scene.apply(Command::Show(View::Log(Log::Interactive)));
    scene.apply(Action::VerifyFiles.command());
    assert_eq!(scene.state().view, View::Sources);
    assert!(scene.says("1 file is no longer what was imported; 1 is no longer there"));
    for standing in ["Unchanged", "Changed since it was imported", "Gone: nothing is at its place any more"] {
        assert!(scene.shows(standing), "{standing}");
    }
    // What is forgotten counts no more.
    let changed = scene.state().sources.iter().find(|source| source.name == "changed.csv").expect("a source").id;
    scene.apply(Command::Forget(changed));
    assert!(scene.says("1 file is what was imported; 1 is no longer there"));
    assert!(!scene.shows("Changed since it was imported"));
}

#[test]
fn verifying_can_be_cancelled_and_is_offered_where_there_are_files() {
    let mut scene = Scene::empty();
    assert!(!scene.state().can(Action::VerifyFiles), "there is nothing to verify");
    scene = with_reports();
    assert!(scene.state().can(Action::VerifyFiles));
    // Both are given within one frame: not a byte more is read than was by then.
    let window = scene.harness.state_mut();
    window.apply(Command::VerifyFiles);
    window.apply(Command::CancelVerifying);
    assert!(!window.state().can(Action::VerifyFiles), "one at a time");
    scene.settle();
    assert!(!scene.state().verifying.is_running());
    assert!(scene.says("Cancelled") || scene.says("2 files are what was imported"));
    assert!(scene.state().can(Action::VerifyFiles));
}
