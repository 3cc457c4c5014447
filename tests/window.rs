//! The window, driven by the names that a screen reader would say.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use signin_lens::app::insights::{InsightsCommand, PagePlace};
use signin_lens::app::jobs::{Chosen, Report};
use signin_lens::app::{Command, Line, Settings, Sheet, TableColumn, Theme, View};
use signin_lens::clock::Zone;
use signin_lens::fields::{Field, Log};
use signin_lens::views::detail::Tab;
use signin_lens::views::window::{Launch, Window};

/// Interactive sign-ins as the portal's CSV spells them: three users, one failure, one interruption.
const INTERACTIVE: &str = "\
Date (UTC),Request ID,User,Username,Application,Status,Sign-in error code,IP address
2026-10-05T08:00:00Z,00000000-0000-4000-8000-000000000001,Anna Berg,anna@example.com,Mail,Success,0,203.0.113.1
2026-10-05T09:00:00Z,00000000-0000-4000-8000-000000000002,Boris Cole,boris@example.com,Files,Failure,50126,203.0.113.2
2026-10-05T10:00:00Z,00000000-0000-4000-8000-000000000003,Clara Dahl,clara@example.com,Mail,Interrupted,50074,203.0.113.3
";

/// Responses of Graph: four non-interactive sign-ins, three of which fold to one row.
fn non_interactive() -> String {
    let sign_in = |number: u8, user: &str, hour: u8| {
        format!(
            r#"{{"id":"00000000-0000-4000-8000-0000000001{number:02}","createdDateTime":"2026-10-05T{hour:02}:30:00Z",
            "userDisplayName":"{user}","userPrincipalName":"{user}@example.com","userId":"{user}","appDisplayName":"Mail",
            "appId":"mail","ipAddress":"203.0.113.9","isInteractive":false,"signInEventTypes":["nonInteractiveUser"],
            "resourceId":"graph","status":{{"errorCode":0}}}}"#
        )
    };
    let all = [sign_in(1, "dora", 6), sign_in(2, "dora", 7), sign_in(3, "dora", 8), sign_in(4, "emil", 9)];
    format!(
        r#"{{"@odata.context":"https://graph.microsoft.com/beta/$metadata#auditLogs/signIns","value":[{}]}}"#,
        all.join(",")
    )
}

/// A file let go over the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

struct Scene {
    harness: Harness<'static, Window>,
    folder: tempfile::TempDir,
}

impl Scene {
    /// An empty window of 1280×800 points with a cache of its own.
    fn empty() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let cache = folder.path().join("cache.sqlite");
        // The sample tenant has names in scripts for which a test has no font.
        let builder = Harness::builder().with_size(egui::vec2(1280.0, 800.0)).allow_missing_glyphs();
        let harness = builder.build_eframe(|creation| {
            let launch = Launch { cache, ..Launch::default() };
            Window::new(&creation.egui_ctx, launch, Settings::default(), None).expect("a window")
        });
        let mut scene = Self { harness, folder };
        scene.settle();
        scene
    }

    /// A window that has imported the two reports above.
    fn with_reports() -> Self {
        let mut scene = Self::empty();
        let paths = vec![scene.file("interactive.csv", INTERACTIVE), scene.file("graph.json", &non_interactive())];
        scene.harness.state_mut().apply(Command::Import(paths));
        scene.settle();
        scene
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).expect("room for a small file");
        path
    }

    /// Draws frames until no job runs and what it brought is shown.
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

    /// Shows the page of applications.
    fn open_applications(&mut self) {
        let place = PagePlace::of_all("applications").expect("the page");
        self.harness.state_mut().apply(Command::Insights(InsightsCommand::Open(place)));
        self.settle();
    }

    fn shows(&self, name: &str) -> bool {
        self.harness.query_all_by_label(name).next().is_some()
    }

    /// The values of a field down the table that is shown, of the newest sign-in for a folded row.
    fn column(&self, field: Field) -> Vec<String> {
        let state = self.harness.state().state();
        let table = state.present_table();
        let listing = table.listing.as_ref().expect("a table");
        let row = |line: Line| listing.row(line).expect("a sign-in");
        (0..table.line_count())
            .filter_map(|number| table.line(number))
            .map(|line| listing.columns.value(field, row(line)).unwrap_or_default().into_owned())
            .collect()
    }
}

#[test]
fn an_empty_window_says_what_to_do() {
    let scene = Scene::empty();
    assert!(scene.shows("Drop downloaded reports here"));
    assert!(scene.shows("Open…"));
    assert!(scene.shows("Look around with sample data"));
}

#[test]
fn dropped_reports_are_imported_and_shown() {
    let mut scene = Scene::empty();
    let path = scene.file("interactive.csv", INTERACTIVE);
    scene.harness.input_mut().hovered_files.push(egui::HoveredFile::default());
    scene.harness.run_steps(2);
    scene.harness.input_mut().hovered_files.clear();
    scene.harness.input_mut().dropped_files.push(Arc::new(Dropped(path)));
    scene.settle();
    assert!(!scene.shows("Drop downloaded reports here"));
    assert!(scene.shows("Anna Berg"));
    assert!(scene.shows("Import finished: 3 new records"));
    scene.click("Close import results");
    assert!(!scene.shows("Import finished: 3 new records"));
}

#[test]
fn what_is_no_report_is_told_in_one_sentence() {
    let mut scene = Scene::empty();
    let path = scene.file("picture.png", "\u{89}PNG and no more");
    scene.harness.state_mut().apply(Command::Import(vec![path, Path::new("/no/such/file.csv").to_owned()]));
    scene.settle();
    assert!(scene.shows("Import finished: 0 new records, 2 files not read"));
    assert!(scene.shows("Drop downloaded reports here"));
}

#[test]
fn tabs_switch_between_the_logs() {
    let mut scene = Scene::with_reports();
    assert_eq!(scene.harness.state().state().view, View::Log(Log::Interactive));
    scene.click("Non-interactive");
    assert_eq!(scene.harness.state().state().view, View::Log(Log::NonInteractive));
    assert!(scene.shows("emil"));
    scene.click("Service principal");
    assert!(scene.shows("No service principal sign-ins yet"));
    scene.click("Sources");
    assert!(scene.shows("interactive.csv"));
}

#[test]
fn a_header_sorts_and_sorts_the_other_way() {
    let mut scene = Scene::with_reports();
    assert_eq!(scene.column(Field::User), ["Clara Dahl", "Boris Cole", "Anna Berg"], "newest first");
    let header = |scene: &mut Scene, title: &str| {
        scene.harness.get_by_role_and_label(egui::accesskit::Role::ColumnHeader, title).click();
        scene.settle();
    };
    header(&mut scene, "User");
    assert_eq!(scene.column(Field::User), ["Anna Berg", "Boris Cole", "Clara Dahl"]);
    header(&mut scene, "User");
    assert_eq!(scene.column(Field::User), ["Clara Dahl", "Boris Cole", "Anna Berg"]);
    header(&mut scene, "Date");
    assert_eq!(scene.column(Field::Time)[0], "2026-10-05T10:00:00Z");
    header(&mut scene, "Date");
    assert_eq!(scene.column(Field::Time)[0], "2026-10-05T08:00:00Z");
}

#[test]
fn a_shift_click_sorts_by_a_further_column() {
    let mut scene = Scene::with_reports();
    for (column, is_further) in [(Field::App, false), (Field::User, true), (Field::User, true)] {
        scene.harness.state_mut().apply(Command::Sort(TableColumn::Field(column), is_further));
        scene.settle();
    }
    assert_eq!(scene.column(Field::App), ["Files", "Mail", "Mail"]);
    assert_eq!(scene.column(Field::User), ["Boris Cole", "Clara Dahl", "Anna Berg"]);
}

#[test]
fn a_typed_filter_narrows_the_table_and_its_pill_takes_it_away() {
    let mut scene = Scene::with_reports();
    scene.harness.get_by_label("Search").focus();
    scene.harness.run_steps(1);
    scene.harness.get_by_label("Search").type_text("status:failure");
    scene.settle();
    assert_eq!(scene.column(Field::User), ["Boris Cole"]);
    scene.click("Remove status:failure");
    assert_eq!(scene.column(Field::User).len(), 3);
}

#[test]
fn a_wrong_filter_says_what_was_expected_and_the_last_good_one_stays() {
    let mut scene = Scene::with_reports();
    scene.harness.state_mut().apply(Command::TypeQuery("status:failure".to_owned()));
    scene.settle();
    scene.harness.state_mut().apply(Command::TypeQuery("status:failure (".to_owned()));
    scene.settle();
    assert_eq!(scene.column(Field::User), ["Boris Cole"]);
    assert!(scene.harness.state().state().search.error.is_some());
}

#[test]
fn a_picker_lists_values_with_counts_and_filters_by_several() {
    let mut scene = Scene::with_reports();
    let tick = |scene: &mut Scene, value: &str| {
        scene.harness.get_by_role_and_label(egui::accesskit::Role::CheckBox, value).click();
        scene.settle();
    };
    scene.click("Application filter");
    scene.settle();
    tick(&mut scene, "Files");
    assert_eq!(scene.column(Field::User), ["Boris Cole"]);
    tick(&mut scene, "Mail");
    assert_eq!(scene.column(Field::User).len(), 3);
}

#[test]
fn a_folded_row_expands_in_place_to_its_sign_ins() {
    let mut scene = Scene::with_reports();
    scene.click("Non-interactive");
    assert_eq!(scene.column(Field::User), ["emil", "dora"]);
    scene.click("Expand 3 sign-ins");
    assert_eq!(scene.column(Field::User), ["emil", "dora", "dora", "dora", "dora"]);
    scene.click("Fold 3 sign-ins");
    assert_eq!(scene.column(Field::User).len(), 2);
    scene.click("Group rows");
    scene.click("Each sign-in in a row of its own");
    assert_eq!(scene.column(Field::User), ["emil", "dora", "dora", "dora"]);
}

#[test]
fn a_click_on_a_row_opens_its_detail_and_escape_closes_it() {
    let mut scene = Scene::with_reports();
    scene.click("Anna Berg");
    assert!(scene.shows("Close details"));
    assert!(scene.shows("Basic info"));
    scene.harness.key_press(egui::Key::Escape);
    scene.settle();
    assert!(!scene.shows("Close details"));
}

#[test]
fn the_keyboard_walks_through_the_table_and_opens_a_detail() {
    let mut scene = Scene::with_reports();
    for key in [egui::Key::ArrowDown, egui::Key::ArrowDown, egui::Key::Enter] {
        scene.harness.key_press(key);
        scene.settle();
    }
    let state = scene.harness.state().state();
    assert_eq!(state.present_table().selected.map(|selected| selected.line), Some(1));
    assert!(state.detail.is_some());
    scene.harness.key_press(egui::Key::End);
    scene.settle();
    let selected = scene.harness.state().state().present_table().selected;
    assert_eq!(selected.map(|selected| selected.line), Some(2));
}

#[test]
fn the_column_chooser_adds_and_removes_columns() {
    let mut scene = Scene::with_reports();
    scene.click("Columns…");
    scene.harness.get_by_label("Find a column").focus();
    scene.harness.run_steps(1);
    scene.harness.get_by_label("Find a column").type_text("username");
    scene.settle();
    scene.click("Username");
    let columns = &scene.harness.state().state().settings.table(Log::Interactive).columns;
    assert_eq!(columns.last(), Some(&Field::Username));
}

#[test]
fn a_dragged_header_moves_its_column() {
    let mut scene = Scene::with_reports();
    let center = |scene: &Scene, title: &str| {
        scene.harness.get_by_role_and_label(egui::accesskit::Role::ColumnHeader, title).rect().center()
    };
    let (from, to) = (center(&scene, "User"), center(&scene, "Status"));
    scene.harness.hover_at(from);
    scene.harness.run_steps(1);
    scene.harness.drag_at(from);
    scene.harness.run_steps(1);
    for part in [0.3, 0.7, 1.1] {
        scene.harness.hover_at(from + part * (to - from));
        scene.harness.run_steps(1);
    }
    scene.harness.drop_at(from + 1.1 * (to - from));
    scene.settle();
    let columns = &scene.harness.state().state().settings.table(Log::Interactive).columns;
    let place = |field| columns.iter().position(|known| *known == field);
    assert_eq!(place(Field::User), place(Field::Status).map(|status| status + 1), "{columns:?}");
}

#[test]
fn a_source_is_forgotten_only_after_asking() {
    let mut scene = Scene::with_reports();
    scene.click("Sources");
    scene.click("Forget interactive.csv…");
    assert!(scene.shows("3 sign-ins that only this file brought will go"));
    scene.harness.key_press(egui::Key::Escape);
    scene.settle();
    assert!(!scene.shows("Yes, forget interactive.csv"));
    assert_eq!(scene.harness.state().state().columns.rows_of(Log::Interactive).len(), 3);
    scene.click("Forget interactive.csv…");
    for width in [1280.0, 720.0] {
        scene.harness.set_size(egui::vec2(width, 480.0));
        scene.settle();
        for button in ["Yes, forget interactive.csv", "Keep"] {
            let rect = scene.harness.get_by_label(button).rect();
            assert!(rect.left() >= 0.0 && rect.right() <= width && rect.bottom() <= 480.0, "{button} at {rect:?}");
        }
    }
    scene.click("Yes, forget interactive.csv");
    assert!(scene.harness.state().state().columns.rows_of(Log::Interactive).is_empty());
    assert!(!scene.shows("Forget interactive.csv…"));
    let notice = scene.harness.state().state().notice.clone().expect("it is told").text;
    assert!(notice.contains("interactive.csv") && notice.contains("3 sign-ins are gone"), "{notice}");
    assert!(notice.contains("Import the file again"), "{notice}");
}

#[test]
fn escape_closes_only_what_is_shown() {
    let mut scene = Scene::with_reports();
    scene.click("Anna Berg");
    scene.click("Sources");
    scene.harness.key_press(egui::Key::Escape);
    scene.settle();
    assert!(scene.harness.state().state().detail.is_some(), "a detail out of sight stays open");
    scene.harness.state_mut().apply(Command::Show(View::Log(Log::Interactive)));
    scene.settle();
    scene.harness.key_press(egui::Key::Escape);
    scene.settle();
    assert!(scene.harness.state().state().detail.is_none());
}

#[test]
fn an_open_detail_tells_what_a_later_file_adds_and_that_its_source_was_forgotten() {
    let mut scene = Scene::with_reports();
    scene.click("Anna Berg");
    assert!(!scene.shows("Test browser"));
    let later = "\
Date (UTC),Request ID,User,Username,Application,Status,Sign-in error code,IP address,User agent
2026-10-05T08:00:00Z,00000000-0000-4000-8000-000000000001,Anna Berg,anna@example.com,Mail,Success,0,203.0.113.1,Test browser
";
    let path = scene.file("later.csv", later);
    scene.harness.state_mut().apply(Command::Import(vec![path]));
    scene.settle();
    assert!(scene.shows("Test browser"), "the panel tells what the new file knows");
    let sources: Vec<_> = scene.harness.state().state().sources.iter().map(|source| source.id).collect();
    for source in sources {
        scene.harness.state_mut().apply(Command::Forget(source));
    }
    scene.settle();
    let open = scene.harness.state().state().detail.as_ref().expect("the panel stays open");
    assert!(matches!(open.found, signin_lens::app::Found::Gone));
}

#[test]
fn what_is_imported_beside_the_sample_tenant_goes_to_the_own_sign_ins() {
    let mut scene = Scene::empty();
    scene.click("Look around with sample data");
    assert!(scene.harness.state().state().is_sample);
    let path = scene.file("interactive.csv", INTERACTIVE);
    scene.harness.input_mut().dropped_files.push(Arc::new(Dropped(path)));
    scene.settle();
    let state = scene.harness.state().state();
    assert!(!state.is_sample);
    assert_eq!(state.columns.rows_of(Log::Interactive).len(), 3);
    scene.harness.state_mut().apply(Command::ShowSample);
    scene.settle();
    let state = scene.harness.state().state();
    assert!(state.is_sample);
    assert!(state.sources.iter().all(|source| source.name != "interactive.csv"));
}

#[test]
fn an_import_and_an_open_detail_outlive_a_look_at_the_sample_tenant() {
    let mut scene = Scene::with_reports();
    scene.click("Anna Berg");
    let path = scene.file(
        "later.csv",
        &INTERACTIVE.replace("00000000-0000-4000-8000-0000000000", "00000000-0000-4000-9000-0000000000"),
    );
    scene.harness.state_mut().apply(Command::Import(vec![path]));
    scene.harness.state_mut().apply(Command::ShowSample);
    scene.settle();
    assert!(scene.harness.state().state().is_sample);
    scene.harness.state_mut().apply(Command::LeaveSample);
    scene.settle();
    assert!(scene.shows("Close details"));
    assert!(scene.shows("Import finished: 3 new records"));
    assert_eq!(scene.column(Field::User).len(), 6);
}

#[test]
fn a_page_leaves_out_what_its_logs_do_not_have() {
    let mut scene = Scene::with_reports();
    let query = "service_principal:x status:success".parse().expect("a filter");
    scene.harness.state_mut().apply(Command::SetQuery(query));
    scene.open_applications();
    let answer = scene.harness.state().state().insights.answer().cloned().expect("a page");
    assert_eq!(answer.sign_ins, 5);
    assert_eq!(answer.in_force.to_string(), "status:success");
}

#[test]
fn a_request_of_a_pasted_message_is_found_in_whichever_log_has_it() {
    let mut scene = Scene::with_reports();
    let message = "Trace ID: 00000000-0000-4000-8000-000000000104";
    scene.harness.state_mut().apply(Command::LookUp(message.to_owned()));
    scene.settle();
    scene.click("Find request");
    assert_eq!(scene.harness.state().state().view, View::Log(Log::NonInteractive));
    assert_eq!(scene.column(Field::User), ["emil"]);
}

#[test]
fn what_the_command_line_says_holds_for_this_run_only() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (cache, path) = (folder.path().join("cache.sqlite"), folder.path().join("settings.json"));
    let settings = Settings::from_json(r#"{"query": "status:failure"}"#);
    let file = path.clone();
    let mut harness = Harness::builder().with_size(egui::vec2(1280.0, 800.0)).build_eframe(|creation| {
        let query = Some("user:anna".parse().expect("a filter"));
        let launch = Launch { cache, query, zone: Zone::from_name("Europe/Berlin"), ..Launch::default() };
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
fn windows_of_sign_ins_close_by_the_keyboard() {
    let mut scene = Scene::with_reports();
    scene.click("Anna Berg");
    for (key, modifiers) in [(egui::Key::Escape, egui::Modifiers::NONE), (egui::Key::W, egui::Modifiers::COMMAND)] {
        scene.click("Open in own window");
        assert_eq!(scene.harness.state().state().detail_windows.len(), 1);
        scene.harness.key_press_modifiers(modifiers, key);
        scene.settle();
        assert!(scene.harness.state().state().detail_windows.is_empty(), "{key:?}");
        assert!(scene.harness.state().state().detail.is_some(), "the side panel is beneath it");
    }
}

#[test]
fn the_tabs_of_a_detail_stay_where_they_are_whatever_the_sign_in() {
    let mut scene = Scene::with_reports();
    let top = |scene: &Scene| scene.harness.get_by_role_and_label(egui::accesskit::Role::Tab, "Location").rect().top();
    scene.click("Anna Berg");
    let success = top(&scene);
    scene.click("Boris Cole");
    assert!(scene.shows("AADSTS50126"));
    assert!((top(&scene) - success).abs() < 0.5);
}

#[test]
fn from_the_sign_ins_behind_a_figure_there_is_a_way_back() {
    let mut scene = Scene::with_reports();
    let state = |scene: &Scene| {
        let state = scene.harness.state().state();
        (state.view, state.query.to_string())
    };
    scene.harness.state_mut().apply(Command::SetQuery("status:success".parse().expect("a filter")));
    let drill = Command::ShowSignIns(Some(Log::Interactive), "app:Mail".parse().expect("a filter"));
    scene.open_applications();
    scene.harness.state_mut().apply(drill.clone());
    scene.settle();
    assert_eq!(state(&scene), (View::Log(Log::Interactive), "app:Mail".to_owned()));
    scene.click("Back to Applications");
    assert_eq!(state(&scene), (View::Insights, "status:success".to_owned()));
    // The tab does the same, as long as the filter is the one that came with the figure.
    scene.harness.state_mut().apply(drill.clone());
    scene.settle();
    scene.harness.get_by_role_and_label(egui::accesskit::Role::Tab, "Insights").click();
    scene.settle();
    assert_eq!(state(&scene), (View::Insights, "status:success".to_owned()));
    scene.harness.state_mut().apply(drill);
    scene.harness.state_mut().apply(Command::SetQuery("app:Files".parse().expect("a filter")));
    scene.settle();
    scene.harness.get_by_role_and_label(egui::accesskit::Role::Tab, "Insights").click();
    scene.settle();
    assert_eq!(state(&scene), (View::Insights, "app:Files".to_owned()));
    scene.harness.state_mut().apply(Command::Show(View::Log(Log::Interactive)));
    scene.settle();
    assert!(!scene.shows("Back to Applications"));
}

#[test]
fn any_zone_is_found_by_its_name() {
    let mut scene = Scene::with_reports();
    scene.harness.state_mut().apply(Command::ShowSheet(Some(Sheet::TimeZone)));
    scene.settle();
    let search = "Find a city, a region or an abbreviation";
    scene.harness.get_by_role_and_label(egui::accesskit::Role::TextInput, search).type_text("kathm");
    scene.settle();
    assert_eq!(unnamed(&scene), [""; 0]);
    scene.click("Asia/Kathmandu");
    let state = scene.harness.state().state();
    assert_eq!(Some(state.settings.zone), Zone::from_name("Asia/Kathmandu"));
    assert_eq!(state.sheet, None);
}

/// What can be clicked or typed into and has no name that a screen reader could say.
fn unnamed(scene: &Scene) -> Vec<String> {
    use egui::accesskit::{Action, Role};
    let nodes: Vec<_> = scene.harness.root().children_recursive().collect();
    nodes
        .iter()
        .map(NodeT::accesskit_node)
        .filter(|node| {
            let is_control = matches!(
                node.role(),
                Role::Button
                    | Role::CheckBox
                    | Role::RadioButton
                    | Role::Link
                    | Role::Tab
                    | Role::TextInput
                    | Role::MultilineTextInput
                    | Role::Slider
                    | Role::SpinButton
                    | Role::ComboBox
                    | Role::ColumnHeader
            );
            // Text can be marked, so labels take the focus; their text is their name. An empty cell has none.
            let is_text = matches!(node.role(), Role::Label | Role::Cell);
            // Scroll bars and the edges by which columns are dragged are the toolkit's, for the pointer alone.
            let is_edge = node.bounding_box().is_some_and(|edge| edge.width() <= 8.0);
            let is_for_pointer = node.role() == Role::ScrollBar || (node.role() == Role::Unknown && is_edge);
            is_control || (!is_text && !is_for_pointer && node.data().supports_action(Action::Click))
        })
        .filter(|node| node.label().is_none_or(|label| label.trim().is_empty()))
        .map(|node| format!("{:?} at {:?}", node.role(), node.bounding_box()))
        .collect()
}

#[test]
fn every_control_of_every_view_has_a_name() {
    let mut scene = Scene::empty();
    assert_eq!(unnamed(&scene), [""; 0], "the empty window");
    scene.click("Look around with sample data");
    for log in Log::TABS {
        scene.harness.state_mut().apply(Command::Show(View::Log(log)));
        scene.settle();
        assert_eq!(unnamed(&scene), [""; 0], "the table of {log:?}");
        scene.harness.state_mut().apply(Command::SelectLine(0));
        scene.harness.state_mut().apply(Command::Activate);
        scene.settle();
        for tab in Tab::of(log) {
            let tab = tab.title();
            scene.harness.get_by_role_and_label(egui::accesskit::Role::Tab, tab).click();
            scene.settle();
            assert_eq!(unnamed(&scene), [""; 0], "{tab} of {log:?}");
        }
        scene.harness.state_mut().apply(Command::CloseDetail);
        scene.settle();
    }
    for view in [View::Insights, View::Sources, View::Errors] {
        scene.harness.state_mut().apply(Command::Show(view));
        scene.settle();
        assert_eq!(unnamed(&scene), [""; 0], "{view:?}");
    }
    for asked in ["50126", "password", "no such words anywhere"] {
        scene.harness.state_mut().apply(Command::LookUp(asked.to_owned()));
        scene.settle();
        assert_eq!(unnamed(&scene), [""; 0], "the lookup of {asked}");
    }
}

#[test]
fn every_control_of_what_opens_over_the_window_has_a_name() {
    for opener in ["Status filter", "Columns…", "File", "View", "Sign-ins", "Help"] {
        let mut scene = Scene::with_reports();
        scene.harness.query_all_by_label(opener).next().expect("it is shown").click();
        scene.settle();
        assert_eq!(unnamed(&scene), [""; 0], "{opener}");
    }
    let mut scene = Scene::with_reports();
    scene.harness.state_mut().apply(Command::SetQuery("status:failure user:boris".parse().expect("a filter")));
    scene.settle();
    scene.harness.get_by_label("Search").focus();
    scene.settle();
    assert_eq!(unnamed(&scene), [""; 0], "pills and completions");
    for sheet in [Sheet::FilterHelp, Sheet::Shortcuts, Sheet::About] {
        scene.harness.state_mut().apply(Command::ShowSheet(Some(sheet)));
        scene.settle();
        assert_eq!(unnamed(&scene), [""; 0], "{sheet:?}");
    }
}

#[test]
fn a_filter_of_the_help_can_be_tried() {
    let mut scene = Scene::with_reports();
    scene.harness.state_mut().apply(Command::ShowSheet(Some(Sheet::FilterHelp)));
    scene.settle();
    scene.click("Try status:failure,interrupted");
    assert_eq!(scene.harness.state().state().query.to_string(), "status:failure,interrupted");
    assert_eq!(scene.harness.state().state().sheet, None);
}

#[test]
fn a_click_on_an_error_code_looks_it_up() {
    let mut scene = Scene::with_reports();
    scene.click("Boris Cole");
    scene.click("AADSTS50126");
    assert_eq!(scene.harness.state().state().view, View::Errors);
    assert!(scene.shows("What usually causes it"));
    assert!(scene.shows("1 sign-in here has it"));
    scene.click("Show them");
    assert_eq!(scene.harness.state().state().view, View::Log(Log::Interactive));
    assert_eq!(scene.column(Field::User), ["Boris Cole"]);
}

#[test]
fn figures_of_a_graph_lead_to_the_sign_ins_of_their_day() {
    let mut scene = Scene::with_reports();
    scene.harness.set_size(egui::vec2(1280.0, 2400.0));
    scene.open_applications();
    scene.click("Per day");
    scene.click("Figures by day");
    scene.click("Mon 5 Oct 2026, Files: 1");
    assert_eq!(scene.harness.state().state().view, View::Log(Log::Interactive));
    assert_eq!(scene.column(Field::User), ["Boris Cole"]);
    assert!(scene.harness.state().state().query.time_range().is_some());
}

#[test]
fn a_table_is_exported_as_a_workbook_with_the_keyboard_and_the_dialog() {
    let mut scene = Scene::with_reports();
    scene.harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::E);
    scene.settle();
    assert!(scene.shows("What") && scene.shows("3 rows") && !scene.shows("Folded rows"));
    scene.click("Excel workbook");
    assert!(scene.shows("A further sheet tells the filter and the sources"));
    let path = scene.folder.path().join("rows.xlsx");
    // What the system's dialog would bring.
    scene.harness.state().state().outbox().send(Report::Chosen(Chosen::ExportFile(Some(path.clone()))));
    scene.settle();
    let bytes = std::fs::read(&path).expect("the workbook");
    assert!(bytes.starts_with(b"PK"));
    assert!(scene.shows(&format!("Wrote 3 rows to {}", path.display())));
    assert!(!scene.shows("For older versions of Excel"), "the dialog is closed");
}

#[test]
fn original_records_are_counted_before_they_are_exported() {
    let mut scene = Scene::with_reports();
    scene.harness.state_mut().apply(Command::Show(View::Log(Log::NonInteractive)));
    scene.settle();
    scene.click("Export…");
    assert!(scene.shows("Folded rows"));
    scene.click("Original records");
    assert!(scene.shows("4 records in one JSON file"));
    let path = scene.folder.path().join("originals.json");
    scene.harness.state().state().outbox().send(Report::Chosen(Chosen::ExportFile(Some(path.clone()))));
    scene.settle();
    let text = std::fs::read_to_string(&path).expect("the file");
    assert_eq!(serde_json::from_str::<Vec<serde_json::Value>>(&text).expect("JSON").len(), 4);
}

#[test]
fn an_export_that_can_not_be_written_says_which_file_and_what_to_do() {
    let mut scene = Scene::with_reports();
    scene.harness.state_mut().apply(Command::Export);
    scene.settle();
    let path = scene.folder.path().join("missing").join("rows.csv");
    scene.harness.state().state().outbox().send(Report::Chosen(Chosen::ExportFile(Some(path.clone()))));
    scene.settle();
    let notice = scene.harness.state().state().notice.clone().expect("a notice");
    assert!(notice.is_error && notice.text.contains("rows.csv") && notice.text.contains("choose another folder"));
    scene.harness.key_press(egui::Key::Escape);
    scene.settle();
}
