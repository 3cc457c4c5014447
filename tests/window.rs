//! The window, driven by the names that a screen reader would say.

mod scene;

#[path = "window/export.rs"]
mod export;
#[path = "window/imports.rs"]
mod imports;
#[path = "window/names.rs"]
mod names;
#[path = "window/reports.rs"]
mod reports;
#[path = "window/rows.rs"]
mod rows;
#[path = "window/verify.rs"]
mod verify;

use eframe::egui::{self, Key, Modifiers};
use egui_kittest::Harness;
use scene::Scene;
use scene::reports::{INTERACTIVE, non_interactive};
use signin_lens::app::{Command, Settings, Theme, View};
use signin_lens::clock::Zone;
use signin_lens::fields::Log;
use signin_lens::views::window::{Launch, Window};

/// A window that has imported interactive and non-interactive sign-ins.
fn with_reports() -> Scene {
    Scene::empty().having(&[("interactive.csv", INTERACTIVE), ("graph.json", &non_interactive())])
}

#[test]
fn an_empty_window_says_what_to_do() {
    let scene = Scene::empty();
    assert!(scene.shows("Drop downloaded reports here"));
    assert!(scene.shows("Open…"));
    assert!(scene.shows("Look around with sample data"));
}

#[test]
fn tabs_switch_between_the_logs() {
    let mut scene = with_reports();
    assert_eq!(scene.state().view, View::Log(Log::Interactive));
    scene.click("Non-interactive");
    assert_eq!(scene.state().view, View::Log(Log::NonInteractive));
    assert!(scene.shows("emil"));
    scene.click("Service principal");
    assert!(scene.shows("No service principal sign-ins yet"));
    scene.click("Sources");
    assert!(scene.shows("interactive.csv"));
}

#[test]
fn escape_closes_only_what_is_shown() {
    let mut scene = with_reports();
    scene.click("Anna Berg");
    scene.click("Sources");
    scene.press(&[Key::Escape]);
    assert!(scene.state().detail.is_some(), "a detail out of sight stays open");
    scene.apply(Command::Show(View::Log(Log::Interactive)));
    scene.press(&[Key::Escape]);
    assert!(scene.state().detail.is_none());
}

#[test]
fn windows_of_sign_ins_close_by_the_keyboard() {
    let mut scene = with_reports();
    scene.click("Anna Berg");
    for (key, modifiers) in [(Key::Escape, Modifiers::NONE), (Key::W, Modifiers::COMMAND)] {
        scene.click("Open in own window");
        assert_eq!(scene.state().detail_windows.len(), 1);
        scene.press_with(modifiers, key);
        assert!(scene.state().detail_windows.is_empty(), "{key:?}");
        assert!(scene.state().detail.is_some(), "the side panel is beneath it");
    }
}

#[test]
fn what_the_command_line_says_holds_for_this_run_only() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (cache, path) = (folder.path().join("cache.sqlite"), folder.path().join("settings.json"));
    let settings = Settings::from_json(r#"{"query": "status:failure"}"#);
    let file = path.clone();
    let mut harness = Harness::builder().with_size(egui::vec2(1280.0, 800.0)).build_eframe(|creation| {
        let query = Some("user:anna".parse().expect("a filter"));
        let launch = Launch { cache: cache.into(), query, zone: Zone::from_name("Europe/Berlin"), ..Launch::default() };
        Window::new(&creation.egui_ctx, launch, settings, Some(file)).expect("a window")
    });
    harness.run_steps(2);
    assert_eq!(harness.state().state().query.to_string(), "user:anna");
    harness.state_mut().apply(Command::SetTheme(Theme::Dark));
    eframe::App::on_exit(harness.state_mut(), None);
    let remembered = Settings::load(&path);
    assert_eq!(remembered.theme, Theme::Dark);
    assert_eq!((remembered.query.as_str(), remembered.zone), ("status:failure", Zone::Utc));
}

#[test]
fn settings_that_could_not_be_read_are_told_of() {
    let mut scene = Scene::empty();
    scene.harness.state_mut().tell_set_aside(std::path::Path::new("/home/zoe/settings.json.unreadable"));
    scene.settle();
    assert!(scene.says("the old ones are kept as settings.json.unreadable"));
    assert!(!scene.says("/home/zoe"));
}
