//! The import panel, driven by the names that a screen reader would say.

mod scene;

use std::path::PathBuf;

use eframe::egui::OutputCommand;
use egui_kittest::kittest::Queryable;
use scene::Scene;
use signin_lens::app::Command;

/// Files of this text with these names, beside the cache.
fn files(scene: &Scene, names: &[&str], text: &str) -> Vec<PathBuf> {
    let write = |name: &&str| {
        let path = scene.folder.path().join(name);
        std::fs::write(&path, text).expect("room for a small file");
        path
    };
    names.iter().map(write).collect()
}

#[test]
fn files_that_are_refused_for_one_reason_have_one_row() {
    let mut scene = Scene::with_report();
    let mut paths = files(&scene, &["monday.csv", "tuesday.csv", "friday.csv"], "");
    paths.extend(files(&scene, &["picture.csv"], "\u{89}PNG\r\n"));
    scene.apply(Command::Import(paths));
    let sentence =
        "Each of 3 files is empty: expected is a sign-ins report in CSV or JSON, so download the report again";
    assert!(scene.shows(sentence));
    assert!(scene.harness.query_all_by_label_contains("picture.csv").next().is_some());
    assert!(!scene.shows("tuesday.csv"));
    scene.harness.get_by_label("Show these files").click();
    scene.settle();
    assert!(scene.shows("monday.csv") && scene.shows("tuesday.csv") && scene.shows("friday.csv"));
    scene.harness.get_all_by_label("Copy").next().expect("a link").click();
    let copied = (0..10).find_map(|_| {
        scene.harness.step();
        scene.harness.output().platform_output.commands.iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        })
    });
    let copied = copied.expect("something was copied");
    assert!(copied.starts_with(sentence) && copied.lines().count() == 4, "{copied}");
    scene.harness.get_by_label("Close import results").click();
    scene.settle();
    assert!(!scene.shows(sentence));
}
