//! What lies over the window keeps the keys to itself.

mod scene;

use eframe::egui::{Event, Key};
use egui_kittest::kittest::Queryable;
use scene::Scene;
use signin_lens::app::{Command, Sheet, View};
use signin_lens::fields::Log;

const SHEETS: [Sheet; 8] = [
    Sheet::Palette,
    Sheet::SaveView,
    Sheet::Views,
    Sheet::FilterHelp,
    Sheet::Shortcuts,
    Sheet::TimeZone,
    Sheet::About,
    Sheet::Export,
];

#[test]
fn no_key_of_the_window_acts_behind_a_sheet() {
    for sheet in SHEETS {
        let mut scene = Scene::with_report();
        scene.apply(Command::SetQuery("status:failure,interrupted".parse().expect("a filter")));
        scene.apply(Command::SelectLine(0));
        scene.apply(Command::ShowSheet(Some(sheet)));
        let table = |scene: &Scene| {
            let table = scene.state().present_table();
            (table.selection.clone(), table.selected, table.cell)
        };
        let before = (table(&scene), scene.state().query.clone(), scene.state().settings.facets.is_open);
        for key in [Key::Z, Key::B, Key::G, Key::L, Key::F, Key::A, Key::D, Key::Num2, Key::Num5] {
            scene.command(false, key);
        }
        for key in [Key::ArrowDown, Key::ArrowRight, Key::End] {
            scene.press(&[key]);
        }
        scene.harness.event(Event::Copy);
        scene.settle();
        let after = (table(&scene), scene.state().query.clone(), scene.state().settings.facets.is_open);
        assert_eq!(after, before, "behind {sheet:?}");
        assert_eq!(scene.state().view, View::Log(Log::Interactive), "behind {sheet:?}");
        assert!(scene.state().detail.is_none() && scene.state().notice.is_none(), "behind {sheet:?}");
        assert_eq!(scene.state().sheet, Some(sheet));
        scene.press(&[Key::Escape]);
        assert_eq!(scene.state().sheet, None, "Escape closes {sheet:?}");
        assert_eq!(table(&scene), before.0, "and nothing else");
        assert_eq!(scene.users(), ["Clara Dahl", "Boris Cole"]);
    }
}

#[test]
fn the_key_of_a_sheet_puts_it_in_the_place_of_another() {
    let mut scene = Scene::with_report();
    scene.apply(Command::ShowSheet(Some(Sheet::About)));
    scene.run_by_palette("keyboard shortcuts");
    assert_eq!(scene.state().sheet, Some(Sheet::Shortcuts));
    scene.command(false, Key::F1);
    assert_eq!(scene.state().sheet, Some(Sheet::FilterHelp));
    assert!(!scene.shows("Keyboard shortcuts"));
    scene.press(&[Key::Escape]);
    assert_eq!(scene.state().sheet, None);
}

#[test]
fn a_question_is_answered_before_another_sheet_opens() {
    let mut scene = Scene::with_report();
    let source = scene.state().sources[0].id;
    scene.apply(Command::AskForget(Some(source)));
    scene.press(&[Key::F1]);
    assert_eq!((scene.state().sheet, scene.state().forget_asked), (None, Some(source)));
    scene.press(&[Key::Escape]);
    assert_eq!(scene.state().forget_asked, None);
}

#[test]
fn tab_stays_in_a_sheet() {
    let mut scene = Scene::with_report();
    scene.apply(Command::ShowSheet(Some(Sheet::About)));
    for _ in 0..12 {
        scene.press(&[Key::Tab]);
        for name in ["Search", "Export…", "+ Filter", "File", "Edit"] {
            let is_focused = scene.harness.query_all_by_label(name).any(|node| node.is_focused());
            assert!(!is_focused, "{name} lies behind the sheet");
        }
    }
}

#[test]
fn a_filter_of_the_help_is_tried_where_its_field_is_known() {
    let mut scene = Scene::with_report();
    scene.apply(Command::Show(View::Insights));
    scene.apply(Command::ShowSheet(Some(Sheet::FilterHelp)));
    scene.harness.get_by_label("Try status:failure,interrupted").click();
    scene.settle();
    assert_eq!(scene.state().view, View::Log(Log::Interactive));
    scene.apply(Command::Show(View::Log(Log::ManagedIdentity)));
    scene.apply(Command::ShowSheet(Some(Sheet::FilterHelp)));
    scene.harness.get_by_label("Try user:svc-* app:*mail?").click();
    scene.settle();
    assert_eq!(scene.state().view, View::Log(Log::Interactive), "workloads have no user");
    assert_eq!(scene.state().query.to_string(), "user:svc-* app:*mail?");
    assert_eq!(scene.state().sheet, None);
}
