//! The window in another language and with the customs of another place; what leaves it stays as it is.

mod scene;

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use scene::Scene;
use scene::reports::{INTERACTIVE, graph};
use signin_lens::app::{Action, Command, Sheet, TableCommand, View};
use signin_lens::fields::{Field, Log};
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

#[test]
fn the_palette_finds_a_command_by_its_title_and_by_its_english_one() {
    let (_guard, mut scene) = on_system("de-DE");
    for typed in ["fehlercodes", "error codes"] {
        scene.apply(Command::Show(View::Sources));
        scene.run_by_palette(typed);
        assert_eq!(scene.state().view, View::Errors, "{typed}");
    }
    scene.run_by_palette("interactive sign");
    assert_eq!(scene.state().view, View::Log(Log::Interactive));
    scene.run_by_palette("nach user sortieren");
    assert_eq!(scene.state().undo_title(), Some("Sortierung"));
    assert_eq!(scene.state().action_title(Action::Undo), "Rückgängig: Sortierung");
    // What was used is known again in another language.
    let used = &scene.state().settings.recent_commands;
    assert_eq!(used[1..], ["Interactive sign-ins", "Error codes"]);
    assert!(used[0].starts_with("Sort by User, "), "{used:?}");
    scene.command(true, Key::P);
    let rows = scene.harness.query_all_by_role(Role::ListBoxOption);
    let listed: Vec<String> = rows.filter_map(|row| row.accesskit_node().label()).collect();
    assert_eq!(listed[..2], ["Interaktive Anmeldungen", "Fehlercodes"]);
}

#[test]
fn every_command_has_a_title_of_its_own_in_every_language() {
    for language in Language::ALL {
        let (_guard, scene) = on_system(language.key());
        let mut known = HashSet::new();
        for entry in signin_lens::app::palette::entries(scene.state()) {
            assert!(known.insert(entry.title.clone()), "{} is twice in {}", entry.title, language.key());
        }
        let titles: HashSet<&str> = Action::ALL.into_iter().map(|action| action.spec().title).collect();
        assert_eq!(titles.len(), Action::ALL.len(), "{}", language.key());
    }
}

#[test]
fn filters_their_dates_and_the_table_speak_german() {
    let (_guard, mut scene) = on_system("de-DE");
    for name in
        ["Filter „Benutzer“", "Facetten schließen", "Interaktiv", "Erkenntnisse", "Kein Filter: alle Anmeldungen"]
    {
        assert!(scene.shows(name), "{name}: {:?}", scene.names("Filter"));
    }
    scene.apply(Command::SetQuery("time:2026-10-05 -country:US".parse().expect("a filter")));
    assert!(scene.says("Mo 5. Okt 2026") && scene.shows("Schließt country:US aus"), "{:?}", scene.names("2026"));
    scene.press(&[Key::Home]);
    scene.press_with(Modifiers::SHIFT, Key::F10);
    assert!(scene.shows("Zeile kopieren") && scene.shows("Dieser Benutzer in allen Protokollen"));
    scene.press(&[Key::Escape]);
    scene.apply(Command::ShowSheet(Some(Sheet::Shortcuts)));
    assert!(scene.shows("Strg+Umschalt+P") && scene.shows("Pos1"), "{:?}", scene.names("Strg"));
    scene.apply(Command::ShowSheet(Some(Sheet::Views)));
    assert!(scene.shows("Gäste") && scene.shows("Gäste duplizieren"), "{:?}", scene.names("Gäste"));
    scene.apply(Command::ShowSheet(Some(Sheet::FilterHelp)));
    assert!(scene.says("Einer von mehreren Werten"));
}

/// What the window says in one language, of all that has no arguments.
fn said_in(language: Language) -> HashSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/texts").join(language.key()).join("signin_lens.ftl");
    let file = fs::read_to_string(path).expect("a file of texts");
    let lines =
        file.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()) && !line.contains('{'));
    lines.filter_map(|line| line.split_once(" = ")).map(|(_, text)| text.to_owned()).collect()
}

#[test]
fn no_view_of_a_german_window_says_an_english_text() {
    let (english, german) = (said_in(Language::English), said_in(Language::German));
    // Fields keep the titles and values that they have in Microsoft's reports.
    let mut kept: HashSet<&str> = Field::ALL.iter().map(|field| field.title()).collect();
    kept.extend(["Success", "Failure", "Interrupted"]);
    // Nor do filters of the portal, and words of the filter language.
    kept.extend(["Service principal", "time"]);
    let is_english = |name: &String| english.contains(name) && !german.contains(name) && !kept.contains(name.as_str());
    let (_guard, mut scene) = on_system("de-DE");
    scene.press(&[Key::Home, Key::Enter]);
    let views =
        [View::Log(Log::Interactive), View::Log(Log::NonInteractive), View::Insights, View::Errors, View::Sources];
    for view in views {
        scene.apply(Command::Show(view));
        let left: Vec<String> = scene.names("").into_iter().filter(is_english).collect();
        assert!(left.is_empty(), "{view:?}: {left:?}");
    }
    scene.apply(Command::Show(View::Log(Log::Interactive)));
    let sheets = [
        Sheet::Palette,
        Sheet::SaveView,
        Sheet::Views,
        Sheet::FilterHelp,
        Sheet::Shortcuts,
        Sheet::TimeZone,
        Sheet::About,
        Sheet::Export,
        Sheet::Pack,
        Sheet::Encryption,
    ];
    for sheet in sheets {
        scene.apply(Command::ShowSheet(Some(sheet)));
        let left: Vec<String> = scene.names("").into_iter().filter(is_english).collect();
        assert!(left.is_empty(), "{sheet:?}: {left:?}");
    }
}
