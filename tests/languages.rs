//! The window in another language and with the customs of another place; what leaves it stays as it is.

mod scene;

use std::sync::{Mutex, MutexGuard, PoisonError};

use eframe::egui::{Event, Key, Modifiers};
use scene::Scene;
use scene::reports::{INTERACTIVE, graph};
use signin_lens::app::{Command, Sheet, TableCommand};
use signin_lens::texts::{self, Formats, Language};

/// The language is one for the process: each test has it for itself.
static SPOKEN: Mutex<()> = Mutex::new(());

/// A window on a system of this locale, with three sign-ins.
fn on_system(locale: &str) -> (MutexGuard<'static, ()>, Scene) {
    let guard = SPOKEN.lock().unwrap_or_else(PoisonError::into_inner);
    texts::follow(locale, locale);
    (guard, Scene::empty().having(&[("interactive.csv", INTERACTIVE)]))
}

/// More than a thousand sign-ins.
fn many() -> String {
    let sign_ins = (0..1_234).map(|number| (format!("user{number}"), "2026-10-05T08:00:00Z"));
    graph("interactiveUser", sign_ins)
}

#[test]
fn a_window_on_a_german_system_speaks_german() {
    let (_guard, mut scene) = on_system("de-DE");
    assert!(scene.shows("Zeilen gruppieren"), "{:?}", scene.names("gruppieren"));
    assert!(scene.shows("3 Anmeldungen"), "{:?}", scene.names("Anmeldungen"));
    scene.apply(Command::ShowSheet(Some(Sheet::Encryption)));
    assert!(scene.shows("Cache verschlüsseln"));
    assert!(scene.shows("Abbrechen"));
    scene.apply(Command::ShowSheet(Some(Sheet::About)));
    assert!(scene.shows(&format!("Version {}", env!("CARGO_PKG_VERSION"))), "no marks stand around what is filled in");
}

#[test]
fn dates_and_numbers_are_written_as_the_place_of_the_system_does() {
    for (locale, count, time) in
        [("de-DE", "1.237 Anmeldungen", "05.10.2026 10:00:00"), ("en-US", "1,237 sign-ins", "10/05/2026 10:00:00 AM")]
    {
        let (_guard, mut scene) = on_system(locale);
        scene.import("many.json", &many());
        scene.apply(Command::DismissImports);
        assert!(scene.shows(count), "{:?}", scene.names("1"));
        assert!(scene.says(time), "{:?}", scene.names("2026"));
    }
}

#[test]
fn language_and_formats_change_at_once_and_apart_from_each_other() {
    let (_guard, mut scene) = on_system("de-DE");
    scene.apply(Command::SetLanguage(Some(Language::English)));
    assert!(scene.shows("Group rows") && scene.says("05.10.2026 10:00:00"));
    scene.apply(Command::SetFormats(Formats::Iso));
    assert!(scene.shows("Group rows") && scene.says("2026-10-05 10:00:00"));
    scene.apply(Command::SetLanguage(Some(Language::German)));
    assert!(scene.shows("Zeilen gruppieren") && scene.says("2026-10-05 10:00:00"));
    // Whoever can't read the language finds the way back by its English name.
    scene.run_by_palette("language english");
    assert!(scene.shows("Group rows"));
    let settings = &scene.state().settings;
    assert_eq!((settings.language, settings.formats), (Some(Language::English), Formats::Iso));
}

#[test]
fn what_leaves_a_german_window_is_iso() {
    let (_guard, mut scene) = on_system("de-DE");
    scene.apply(Command::Export);
    let path = scene.folder.path().join("rows.csv");
    scene.choose_export_file(path.clone());
    let exported = std::fs::read_to_string(&path).expect("the export");
    assert!(exported.contains("2026-10-05") && !exported.contains("05.10."), "{exported}");

    scene.press(&[Key::Home]);
    scene.harness.event(Event::Copy);
    let copied = scene.next_copied();
    assert!(copied.contains("2026-10-05 10:00:00"), "{copied}");
    scene.apply(Command::Table(TableCommand::SelectAll));
    scene.press(&[Key::Home, Key::ArrowRight]);
    scene.press_with(Modifiers::SHIFT, Key::F10);
    assert!(scene.says("05.10.2026 10:00:00"));
    scene.focus("Wert kopieren");
    let (key, modifiers) = (Key::Enter, Modifiers::NONE);
    scene.harness.event(Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers });
    assert_eq!(scene.next_copied(), "2026-10-05 10:00:00");
}
