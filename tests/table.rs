//! The table of sign-ins, driven by the names that a screen reader would say and by keys.

use std::time::{Duration, Instant};

use eframe::egui::accesskit::Role;
use eframe::egui::{self, Event, Key, Modifiers, OutputCommand};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use signin_lens::app::{Command, Grouping, Line, Settings, TableColumn, TableCommand, View};
use signin_lens::fields::{Field, Log};
use signin_lens::views::window::{Launch, Window};

/// Six interactive sign-ins of three users to two applications; the second to last is one attempt with the last.
const INTERACTIVE: &str = "\
Date (UTC),Request ID,Correlation ID,User,Username,Application,Status,Sign-in error code,IP address
2026-10-05T08:00:00Z,00000000-0000-4000-8000-000000000001,10000000-0000-4000-8000-000000000001,Anna Berg,anna@example.com,Mail,Success,0,203.0.113.1
2026-10-05T08:20:00Z,00000000-0000-4000-8000-000000000002,10000000-0000-4000-8000-000000000002,Anna Berg,anna@example.com,Files,Failure,50126,203.0.113.1
2026-10-05T09:00:00Z,00000000-0000-4000-8000-000000000003,10000000-0000-4000-8000-000000000003,Boris Cole,boris@example.com,Files,Failure,50126,203.0.113.2
2026-10-05T10:00:00Z,00000000-0000-4000-8000-000000000004,10000000-0000-4000-8000-000000000004,Clara Dahl,clara@example.com,=Mail,Success,0,203.0.113.3
2026-10-05T11:00:00Z,00000000-0000-4000-8000-000000000005,10000000-0000-4000-8000-000000000005,Anna Berg,anna@example.com,Mail,Interrupted,50074,203.0.113.1
2026-10-05T11:01:00Z,00000000-0000-4000-8000-000000000006,10000000-0000-4000-8000-000000000005,Anna Berg,anna@example.com,Mail,Success,0,203.0.113.1
";

struct Scene {
    harness: Harness<'static, Window>,
    folder: tempfile::TempDir,
}

impl Scene {
    /// A window of this size that has imported the sign-ins above.
    fn of_size(width: f32, height: f32) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let cache = folder.path().join("cache.sqlite");
        let path = folder.path().join("interactive.csv");
        std::fs::write(&path, INTERACTIVE).expect("room for a small file");
        let builder = Harness::builder().with_size(egui::vec2(width, height)).allow_missing_glyphs();
        let harness = builder.build_eframe(|creation| {
            let launch = Launch { cache, ..Launch::default() };
            Window::new(&creation.egui_ctx, launch, Settings::default(), None).expect("a window")
        });
        let mut scene = Self { harness, folder };
        scene.settle();
        scene.harness.state_mut().apply(Command::Import(vec![path]));
        scene.settle();
        scene.harness.state_mut().apply(Command::DismissImports);
        scene.settle();
        scene
    }

    fn new() -> Self {
        Self::of_size(1280.0, 800.0)
    }

    fn settle(&mut self) {
        let patience = Instant::now() + Duration::from_secs(30);
        self.harness.run_steps(3);
        while self.harness.state().is_busy() {
            assert!(Instant::now() < patience, "the window never came to rest");
            std::thread::sleep(Duration::from_millis(5));
            self.harness.run_steps(1);
        }
        self.harness.run_steps(3);
    }

    fn click(&mut self, name: &str) {
        self.harness.get_by_label(name).click();
        self.settle();
    }

    fn press(&mut self, key: Key) {
        self.press_with(Modifiers::NONE, key);
    }

    fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    fn shows(&self, name: &str) -> bool {
        self.harness.query_all_by_label(name).next().is_some()
    }

    fn query(&self) -> String {
        self.harness.state().state().query.to_string()
    }

    /// Gives the focus to the item of an open menu and presses Enter.
    fn choose(&mut self, item: &str) {
        self.harness.get_by_label(item).focus();
        self.harness.run_steps(1);
        self.press(Key::Enter);
    }

    fn selected(&self) -> Vec<u64> {
        self.harness.state().state().present_table().selection.lines().collect()
    }

    /// The lines of the table: groups by the number of their sign-ins, sign-ins by user.
    fn lines(&self) -> Vec<String> {
        let table = self.harness.state().state().present_table();
        let listing = table.listing.as_ref().expect("a table");
        let text = |line: Line| match line {
            Line::Group(place) => {
                let group = listing.group(place).expect("a group");
                let value = group.field.and_then(|field| listing.columns.value(field, group.newest));
                format!("{}{} {}", " ".repeat(group.depth), value.unwrap_or_default(), group.rows.len())
            }
            Line::Single(row) | Line::Member(_, row) => {
                listing.columns.value(Field::User, row).unwrap_or_default().into_owned()
            }
        };
        (0..table.line_count()).filter_map(|number| table.line(number)).map(text).collect()
    }

    /// Sends the event of the copy keys; returns what is put on the clipboard.
    fn copied(&mut self) -> String {
        self.harness.event(Event::Copy);
        self.next_copied()
    }

    fn next_copied(&mut self) -> String {
        for _ in 0..200 {
            self.harness.step();
            let found = self.harness.output().platform_output.commands.iter().find_map(|command| match command {
                OutputCommand::CopyText(text) => Some(text.clone()),
                _ => None,
            });
            if let Some(text) = found {
                return text;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("nothing was copied");
    }
}

#[test]
fn shift_and_arrows_select_a_range_and_the_status_line_sums_it_up() {
    let mut scene = Scene::new();
    scene.press(Key::ArrowDown);
    scene.press_with(Modifiers::SHIFT, Key::ArrowDown);
    scene.press_with(Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(scene.selected(), [0, 1, 2]);
    for text in ["3 rows selected", "3 sign-ins", "2 users", "2 applications"] {
        assert!(scene.shows(text), "{text}");
    }
    assert!(scene.shows("2026-10-05 10:00:00 – 2026-10-05 11:01:00"));
    scene.press_with(Modifiers::SHIFT, Key::ArrowUp);
    assert_eq!(scene.selected(), [0, 1]);
    scene.press_with(Modifiers::COMMAND, Key::A);
    assert!(scene.shows("6 rows selected"));
    scene.press(Key::Escape);
    assert_eq!(scene.selected(), [0; 0]);
    assert!(!scene.shows("6 rows selected"));
}

#[test]
fn a_selection_stays_with_its_sign_ins_when_the_order_changes() {
    let mut scene = Scene::new();
    scene.press(Key::ArrowDown);
    scene.press_with(Modifiers::SHIFT, Key::ArrowDown);
    scene.harness.get_by_role_and_label(Role::ColumnHeader, "Date").click();
    scene.settle();
    assert_eq!(scene.selected(), [4, 5]);
}

#[test]
fn clicks_with_shift_and_control_select_more_rows_and_open_no_detail() {
    let mut scene = Scene::new();
    scene.press(Key::ArrowDown);
    let boris = scene.harness.get_by_label("Boris Cole").rect().center();
    for (modifiers, expected) in [(Modifiers::SHIFT, vec![0, 1, 2, 3]), (Modifiers::COMMAND, vec![0, 1, 2])] {
        scene.harness.hover_at(boris);
        scene.harness.run_steps(1);
        for pressed in [true, false] {
            let button = egui::PointerButton::Primary;
            scene.harness.event_modifiers(Event::PointerButton { pos: boris, button, pressed, modifiers }, modifiers);
            scene.harness.run_steps(1);
        }
        scene.settle();
        assert_eq!(scene.selected(), expected);
    }
    assert!(!scene.shows("Close details"));
}

#[test]
fn the_menu_key_filters_for_the_value_of_a_cell() {
    let mut scene = Scene::new();
    scene.press(Key::End);
    // Along the line to the user: date, request ID, user.
    for _ in 0..3 {
        scene.press(Key::ArrowRight);
    }
    scene.press_with(Modifiers::SHIFT, Key::F10);
    assert!(scene.shows("Filter for “Anna Berg”"), "{:?}", names(&scene));
    // The first item has the focus.
    scene.press(Key::Enter);
    assert_eq!(scene.query(), "user:\"Anna Berg\"");
    scene.press(Key::Home);
    scene.press_with(Modifiers::SHIFT, Key::F10);
    scene.choose("Exclude “Anna Berg”");
    assert_eq!(scene.query(), "-user:\"Anna Berg\"");
}

#[test]
fn sign_ins_around_one_are_those_of_its_user_half_an_hour_before_and_after() {
    let mut scene = Scene::new();
    scene.press(Key::End);
    scene.press_with(Modifiers::SHIFT, Key::F10);
    scene.choose("Sign-ins around this one");
    assert_eq!(
        scene.query(),
        "username:anna@example.com time:2026-10-05T07:30Z..<2026-10-05T08:30:00.001Z",
        "{:?}",
        scene.lines()
    );
    assert_eq!(scene.lines().len(), 2);
}

#[test]
fn one_attempt_is_found_by_its_correlation_id() {
    let mut scene = Scene::new();
    scene.press(Key::ArrowDown);
    scene.press_with(Modifiers::SHIFT, Key::F10);
    scene.choose("Same correlation ID");
    assert_eq!(scene.lines().len(), 2);
    scene.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::X);
    scene.press_with(Modifiers::COMMAND, Key::G);
    assert_eq!(scene.lines().len(), 5, "one row per attempt");
}

#[test]
fn a_folded_row_offers_only_what_its_sign_ins_share() {
    let mut scene = Scene::new();
    let by_app = Grouping::By(vec![Field::App]);
    scene.harness.state_mut().apply(Command::Table(TableCommand::SetGrouping(by_app)));
    scene.settle();
    scene.press(Key::End);
    scene.press(Key::ArrowUp);
    scene.press_with(Modifiers::SHIFT, Key::F10);
    let is_disabled = |name: &str| scene.harness.get_by_label(name).accesskit_node().is_disabled();
    assert!(is_disabled("This user in all logs"), "two users tried to open the files");
    assert!(is_disabled("Sign-ins around this one"));
    assert!(!is_disabled("This application in all logs"));
    assert!(!is_disabled("Explain error 50126"));
}

#[test]
fn groups_by_two_fields_nest_and_expand_with_the_keyboard() {
    let mut scene = Scene::new();
    scene.click("Group rows");
    scene.harness.get_by_label("Find a field").focus();
    scene.harness.run_steps(1);
    scene.harness.get_by_label("Find a field").type_text("application");
    scene.settle();
    scene.press(Key::Enter);
    assert_eq!(scene.lines(), ["Mail 3", "Files 2", "=Mail 1"], "the largest first");
    scene.click("Group by a further field");
    scene.harness.get_by_label("Find a field").focus();
    scene.harness.run_steps(1);
    scene.harness.get_by_label("Find a field").type_text("status");
    scene.settle();
    scene.press(Key::Enter);
    assert!(scene.shows("Expand Mail, 3 sign-ins"), "{:?}", names(&scene));
    scene.press(Key::ArrowDown);
    scene.press(Key::ArrowRight);
    assert_eq!(scene.lines(), ["Mail 3", " success 2", " interrupted 1", "Files 2", "=Mail 1"]);
    scene.press(Key::ArrowDown);
    scene.press(Key::ArrowRight);
    let expanded = ["Mail 3", " success 2", "Anna Berg", "Anna Berg", " interrupted 1", "Files 2", "=Mail 1"];
    assert_eq!(scene.lines(), expanded);
    scene.click("Expand all");
    assert_eq!(scene.lines().len(), 3 + 4 + 6);
    scene.click("Collapse all");
    assert_eq!(scene.lines().len(), 3);
    scene.click("Most sign-ins first");
    scene.click("By value, descending");
    assert_eq!(scene.lines(), ["Mail 3", "Files 2", "=Mail 1"].map(str::to_owned));
    scene.click("Move Status left");
    assert_eq!(scene.lines(), ["success 3", "interrupted 1", "failure 2"]);
    scene.click("Remove Status from the groups");
    scene.click("Remove Application from the groups");
    assert_eq!(scene.lines().len(), 6, "each sign-in by itself");
}

#[test]
fn a_group_counts_its_sign_ins_in_the_status_line() {
    let mut scene = Scene::new();
    let by_app = Grouping::By(vec![Field::App]);
    scene.harness.state_mut().apply(Command::Table(TableCommand::SetGrouping(by_app)));
    scene.settle();
    scene.press(Key::ArrowDown);
    assert!(scene.shows("1 row selected"));
    assert!(scene.shows("3 sign-ins"));
    scene.press_with(Modifiers::SHIFT, Key::ArrowDown);
    assert!(scene.shows("5 sign-ins"));
    // What is expanded above does not move the selection off its rows.
    scene.click("Expand Mail, 3 sign-ins");
    assert_eq!(scene.selected(), [0, 4]);
}

#[test]
fn a_header_dropped_above_the_table_groups_by_its_field() {
    let mut scene = Scene::new();
    let from = scene.harness.get_by_role_and_label(Role::ColumnHeader, "Application").rect().center();
    let to = from - egui::vec2(40.0, 30.0);
    scene.harness.hover_at(from);
    scene.harness.run_steps(1);
    scene.harness.drag_at(from);
    scene.harness.run_steps(1);
    for part in [0.3, 0.7, 1.0] {
        scene.harness.hover_at(from + part * (to - from));
        scene.harness.run_steps(1);
    }
    scene.harness.drop_at(to);
    scene.settle();
    assert_eq!(scene.lines(), ["Mail 3", "Files 2", "=Mail 1"]);
}

#[test]
fn rows_are_copied_with_headers_and_no_cell_is_a_formula() {
    let mut scene = Scene::new();
    let columns = [Field::User, Field::App, Field::ErrorCode].to_vec();
    scene.harness.state_mut().apply(Command::SetColumns(Log::Interactive, columns));
    scene.settle();
    for key in [Key::Home, Key::ArrowDown] {
        scene.press(key);
    }
    scene.press_with(Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(scene.copied(), "Anna Berg\tMail\t50074\nClara Dahl\t'=Mail\t0");
    scene.press_with(Modifiers::SHIFT, Key::F10);
    scene.harness.get_by_label("Copy 2 rows with headers").focus();
    scene.harness.run_steps(1);
    // What leads to the copy is looked for in every frame, so the key is not let go before.
    let (key, modifiers) = (Key::Enter, Modifiers::NONE);
    scene.harness.event(Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers });
    let copied = scene.next_copied();
    assert_eq!(copied, "User\tApplication\tSign-in error code\nAnna Berg\tMail\t50074\nClara Dahl\t'=Mail\t0");
}

#[test]
fn the_chooser_moves_and_pins_columns_with_the_keyboard() {
    let mut scene = Scene::new();
    let columns = |scene: &Scene| scene.harness.state().state().settings.table(Log::Interactive).columns.clone();
    let before = columns(&scene);
    assert_eq!(before[..3], [Field::Time, Field::RequestId, Field::User]);
    scene.click("Columns…");
    scene.harness.get_by_role_and_label(Role::CheckBox, "User").focus();
    scene.harness.run_steps(2);
    scene.press_with(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(columns(&scene)[..3], [Field::Time, Field::User, Field::RequestId]);
    scene.press_with(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(columns(&scene)[..3], [Field::User, Field::Time, Field::RequestId], "the focus goes with the row");
    scene.harness.get_by_label("Move User down").focus();
    scene.harness.run_steps(1);
    scene.press(Key::Enter);
    assert_eq!(columns(&scene)[..3], [Field::Time, Field::User, Field::RequestId]);
    scene.harness.get_by_label("Pin User left").focus();
    scene.harness.run_steps(1);
    scene.press(Key::Enter);
    assert_eq!(columns(&scene)[..3], [Field::User, Field::Time, Field::RequestId]);
    assert!(scene.shows("Unpin User"));
    scene.click("Put the portal's columns back");
    assert_eq!(columns(&scene), before);
}

#[test]
fn columns_take_the_width_of_what_they_show() {
    let mut scene = Scene::new();
    let width =
        |scene: &Scene, title: &str| scene.harness.get_by_role_and_label(Role::ColumnHeader, title).rect().width();
    let before = (width(&scene, "User"), width(&scene, "Request ID"));
    scene.harness.state_mut().apply(Command::Table(TableCommand::FitColumns));
    scene.settle();
    let after = (width(&scene, "User"), width(&scene, "Request ID"));
    assert!(after.0 < before.0, "{before:?} {after:?}");
    assert!(after.1 > before.1 && after.1 <= 400.0, "{before:?} {after:?}");
}

#[test]
fn enter_in_the_search_line_opens_no_detail() {
    let mut scene = Scene::new();
    scene.press(Key::ArrowDown);
    scene.harness.get_by_label("Search").focus();
    scene.harness.run_steps(1);
    scene.harness.get_by_label("Search").type_text("status:failure");
    scene.settle();
    scene.press(Key::Enter);
    assert!(!scene.shows("Close details"));
}

#[test]
fn a_small_window_keeps_every_tab_within_reach() {
    let mut scene = Scene::of_size(720.0, 480.0);
    assert!(!scene.shows("Sources"));
    scene.click("More tabs");
    scene.click("Sources");
    assert_eq!(scene.harness.state().state().view, View::Sources);
    assert!(scene.shows("Sources"), "the chosen tab is shown");
}

#[test]
fn the_detail_of_a_folded_row_says_which_sign_in_it_shows() {
    let mut scene = Scene::new();
    scene.press_with(Modifiers::COMMAND, Key::G);
    scene.press(Key::ArrowDown);
    scene.press(Key::Enter);
    assert!(scene.shows("The newest of 2 sign-ins that the row folds"));
    assert!(scene.folder.path().exists());
}

fn names(scene: &Scene) -> Vec<String> {
    scene.harness.root().children_recursive().filter_map(|node| node.accesskit_node().label()).collect()
}

#[test]
fn a_range_goes_on_from_the_present_row_after_another_order() {
    let mut scene = Scene::new();
    scene.harness.state_mut().apply(Command::SelectLine(0));
    scene.harness.state_mut().apply(Command::Table(TableCommand::ToggleLine(2)));
    scene.harness.state_mut().apply(Command::Table(TableCommand::ToggleLine(4)));
    scene.settle();
    scene.harness.state_mut().apply(Command::SortBy(TableColumn::Field(Field::Time), false));
    scene.settle();
    assert_eq!(scene.selected(), [1, 3, 5]);
    scene.press_with(Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(scene.selected(), [1, 2], "the row selected last was the second");
}

#[test]
fn a_range_that_stays_whole_keeps_its_beginning() {
    let mut scene = Scene::new();
    scene.harness.state_mut().apply(Command::SelectLine(1));
    scene.settle();
    scene.press_with(Modifiers::SHIFT, Key::ArrowDown);
    scene.press_with(Modifiers::SHIFT, Key::ArrowDown);
    scene.harness.state_mut().apply(Command::SortBy(TableColumn::Field(Field::Time), false));
    scene.settle();
    assert_eq!(scene.selected(), [2, 3, 4], "the present row is the third");
    scene.press_with(Modifiers::SHIFT, Key::ArrowUp);
    assert_eq!(scene.selected(), [1, 2, 3, 4]);
}
