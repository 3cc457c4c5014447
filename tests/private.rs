//! Private names: with the toggle on nobody of the sample tenant is named anywhere, and without it they are.

mod files;
mod named_files;
#[allow(dead_code, reason = "calls are made with names hidden and without, in a way of their own")]
mod program;
mod scene;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command as Process;
use std::sync::LazyLock;

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};
use files::sample_files;
use program::SAMPLE;
use scene::{DETAIL_TABS, Scene};
use signin_lens::app::insights::{InsightsCommand, PagePlace, Subject};
use signin_lens::app::{Action, Command, Grouping, PictureCommand, Settings, Sheet, TableCommand, View};
use signin_lens::cache::Cache;
use signin_lens::clock::{Clock, Every};
use signin_lens::columns::{self, Columns, RowId};
use signin_lens::fields::{Field, Kind, Log, Personal, ZERO_ID};
use signin_lens::insights::{Ask, By, Choices, Period, pages};
use signin_lens::query::{Query, Scope};

fn sample_columns() -> Columns {
    columns::load(&Cache::open(&SAMPLE.1).expect("the cache opens")).expect("the cache loads")
}

/// A user of the sample.
fn somebody() -> String {
    let columns = sample_columns();
    let row = columns.rows_of(Log::Interactive).first().expect("a sign-in");
    columns.text_column(Field::User).text(*row).expect("a user").to_owned()
}

/// Every value of the sample that names somebody, in lower case.
static NAMES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let columns = sample_columns();
    let personal = Field::ALL.into_iter().filter(|field| {
        field.spec().personal.is_some_and(|personal| personal != Personal::Note) && field.spec().is_stored()
    });
    let texts = personal.flat_map(|field| {
        let texts = columns.text_column(field).dictionary.iter();
        texts.map(|(_, text)| text.to_lowercase()).collect::<Vec<_>>()
    });
    let names: BTreeSet<String> = texts.filter(|text| text.len() > 2 && text != ZERO_ID).collect();
    assert!(names.len() > 300, "the sample names many: {}", names.len());
    names
});

/// The first names of these that a text contains.
fn named_in(text: &str) -> Vec<&'static str> {
    let text = text.to_lowercase();
    NAMES.iter().filter(|name| text.contains(name.as_str())).map(String::as_str).take(5).collect()
}

fn run(arguments: &[&str]) -> Vec<u8> {
    let output = Process::new(env!("CARGO_BIN_EXE_signin-lens"))
        .env("SIGNIN_LENS_CACHE", &SAMPLE.1)
        .args(arguments)
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    [output.stdout, output.stderr].concat()
}

/// Everything that can be read in a file: the members of a workbook, else its text.
fn readable(path: &Path) -> String {
    let bytes = std::fs::read(path).expect("the file was written");
    let Ok(mut book) = zip::ZipArchive::new(Cursor::new(&bytes)) else {
        return String::from_utf8_lossy(&bytes).into_owned();
    };
    let mut text = String::new();
    for place in 0..book.len() {
        let mut member = Vec::new();
        book.by_index(place).expect("a member").read_to_end(&mut member).expect("readable");
        text.push_str(&String::from_utf8_lossy(&member));
    }
    text
}

#[test]
fn no_text_of_any_column_names_anybody() {
    let real = sample_columns();
    let hidden = real.made_private();
    let is_place = |field| matches!(field, Field::City | Field::State | Field::Country | Field::Location);
    let texts = |columns: &Columns| {
        let fields = Field::ALL.into_iter().filter(|field| !is_place(*field) && field.kind() != Kind::UniqueId);
        let texts = fields.flat_map(|field| {
            let texts = columns.text_column(field).dictionary.iter();
            texts.map(|(_, text)| text.to_owned()).collect::<Vec<_>>()
        });
        texts.collect::<Vec<_>>().join("\n")
    };
    assert_eq!(named_in(&texts(&hidden)), Vec::<&str>::new());
    assert_eq!(named_in(&texts(&real)).len(), 5, "with names the search finds them");
}

#[test]
fn what_the_command_line_writes_names_nobody() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = |name: &str| folder.path().join(name);
    let user = somebody();
    let filter = format!("user:\"{user}\"");
    let calls: [&[&str]; 8] = [
        &["list", "--columns", "all", "--format", "csv"],
        &["list", "--columns", "all", "--format", "json", "--where", &filter],
        &["groups", "--by", "user,ip,device_name", "--format", "csv"],
        &["count", "--by", "username", "--format", "csv"],
        &["series", "--by", "ip", "--format", "csv"],
        &["report", "users", "--format", "csv"],
        &["report", "overview", "--where", &filter],
        &["usage", "--where", &filter],
    ];
    let mut found = 0;
    for call in calls {
        let text = |more: &[&str]| String::from_utf8_lossy(&run(&[call, more].concat())).into_owned();
        assert_eq!(named_in(&text(&["--private"])), Vec::<&str>::new(), "{call:?}");
        found += usize::from(!named_in(&text(&[])).is_empty());
    }
    assert!(found >= 6, "with names the search finds them: {found}");
    let mut wanted = vec![vec!["pack", "-o", "pack.html"], vec!["pack", "-o", "pack.xlsx"]];
    wanted.push(vec!["list", "--columns", "all", "-o", "all.xlsx"]);
    wanted.push(vec!["chart", "users", "--section", "users", "-o", "users.svg"]);
    for mut call in wanted {
        let path = file(call.pop().expect("a file"));
        call.push(path.to_str().expect("a name"));
        call.extend(["--where", &filter]);
        run(&call);
        assert!(!named_in(&readable(&path)).is_empty(), "the search finds names");
        call.push("--private");
        run(&call);
        assert_eq!(named_in(&readable(&path)), Vec::<&str>::new(), "{call:?}");
        let tells = readable(&path);
        assert!(call[0] == "chart" || tells.contains("eplaced by pseudonyms"), "{call:?} says what was done");
    }
    let counted =
        |more: &[&str]| run(&[&["count", "--by", "log", "--format", "json", "--where", &filter], more].concat());
    assert_eq!(counted(&["--private"]), counted(&[]), "a filter by name finds the same");
    let refused = Process::new(env!("CARGO_BIN_EXE_signin-lens"))
        .env("SIGNIN_LENS_CACHE", &SAMPLE.1)
        .args(["list", "--originals", "--private"])
        .output()
        .expect("the program runs");
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("Original records tell who signed in"));
}

#[test]
fn no_picture_names_anybody() {
    let real = sample_columns();
    let pictures = |columns: &Columns| {
        let scope = Scope::new(columns, Clock::default());
        let mut told = String::new();
        for page in pages::ALL.iter().filter(|page| page.of.is_none()) {
            let ask = Ask::new(&scope, &Query::default(), Period::All, Every::Day, page.logs);
            let frame = signin_lens::app::pictures::Frame::of(&ask);
            for section in (page.make)(&ask, &Choices::default()) {
                if let Some(chart) = frame.chart(&section, signin_lens::app::pictures::Drawing::default()) {
                    let _ = writeln!(told, "{chart:?}");
                }
            }
        }
        told
    };
    let hidden = pictures(&real.made_private());
    assert_eq!(named_in(&hidden), Vec::<&str>::new());
    assert!(hidden.contains("Names replaced by pseudonyms"));
    assert!(!named_in(&pictures(&real)).is_empty(), "with names the search finds them");
}

/// Everything that the window tells a screen reader.
fn told(scene: &Scene) -> String {
    let nodes = scene.harness.root().children_recursive();
    let texts = nodes.flat_map(|node| {
        let node = node.accesskit_node();
        let said = [node.label(), node.value(), node.placeholder().map(str::to_owned)];
        said.into_iter().flatten().collect::<Vec<_>>()
    });
    texts.collect::<Vec<_>>().join("\n")
}

/// A window that shows the sample, with the tick of private names set or not.
fn sample_scene(is_private: bool) -> Scene {
    let mut scene = Scene::of_size(1600.0, 1000.0);
    scene.apply(Command::Import(sample_files("json")));
    scene.apply(Command::DismissImports);
    if is_private {
        scene.apply(Command::TogglePrivate);
    }
    scene
}

/// What the window tells in each of its views, with what is open there.
fn tour(scene: &mut Scene, filter: &str) -> Vec<(String, String)> {
    let mut met = Vec::new();
    let mut see = |scene: &Scene, what: String| met.push((what, told(scene)));
    if !scene.state().settings.facets.is_open {
        scene.apply(Command::ToggleFacets);
    }
    for log in Log::ALL {
        scene.apply(Command::Show(View::Log(log)));
        see(scene, format!("the table of {}", log.key()));
        scene.apply(Command::SelectLine(0));
        scene.apply(Command::Activate);
        for tab in DETAIL_TABS {
            let has_tab = scene.harness.query_by_role_and_label(Role::Tab, tab).is_some();
            if has_tab && scene.state().detail.is_some() {
                scene.click_on(Role::Tab, tab);
                see(scene, format!("{tab} of {}", log.key()));
            }
        }
        scene.apply(Command::CloseDetail);
    }
    scene.apply(Command::Show(View::Log(Log::Interactive)));
    scene.apply(Command::Table(TableCommand::SetGrouping(Grouping::By(vec![Field::User, Field::Ip]))));
    scene.apply(Command::ExpandGroups(3));
    see(scene, "groups".to_owned());
    scene.apply(Command::Table(TableCommand::SetGrouping(Grouping::Off)));
    scene.apply(Command::SetColumns(
        Log::Interactive,
        vec![
            Field::Username,
            Field::UserId,
            Field::DeviceName,
            Field::DeviceId,
            Field::ResourceIp,
            Field::HomeTenantName,
        ],
    ));
    see(scene, "other columns".to_owned());
    for text in ["user:", "ip:", "device_name:", "username:a"] {
        scene.apply(Command::FocusSearch);
        scene.apply(Command::TypeQuery(text.to_owned()));
        see(scene, format!("completions of {text}"));
        scene.apply(Command::SetQuery(Query::default()));
    }
    if !filter.is_empty() {
        scene.filter(filter);
        see(scene, "a filter".to_owned());
        scene.apply(Command::EditPart(0));
        see(scene, "the editor of a filter".to_owned());
        scene.press(&[Key::Escape]);
    }
    for page in pages::ALL {
        let place = match page.of {
            None => PagePlace::of_all(page.key),
            Some(By::Users) => PagePlace::of_one(By::Users, Subject::named(By::Users, "User 1")),
            Some(_) => None,
        };
        if let Some(place) = place {
            scene.apply(Command::Insights(InsightsCommand::Open(place)));
            see(scene, format!("the page {}", page.key));
        }
    }
    scene.apply(Command::ShowSignIns(Some(Log::Interactive), Query::default()));
    see(scene, "the way back".to_owned());
    for view in [View::Errors, View::Sources] {
        scene.apply(Command::Show(view));
        see(scene, view.title().to_owned());
    }
    let users = PagePlace::of_all("users").expect("a page");
    scene.apply(Command::Insights(InsightsCommand::Open(users)));
    scene.apply(Command::Picture(PictureCommand::Open(None)));
    assert_eq!(scene.state().sheet, Some(Sheet::Picture));
    see(scene, "the picture".to_owned());
    for sheet in [Sheet::Palette, Sheet::Views, Sheet::SaveView, Sheet::Export, Sheet::Pack] {
        scene.apply(Command::ShowSheet(Some(sheet)));
        see(scene, format!("{sheet:?}"));
        scene.apply(Command::ShowSheet(None));
    }
    met
}

#[test]
fn no_view_of_the_window_names_anybody() {
    let user = somebody();
    let mut scene = sample_scene(false);
    // What is in force and was saved before names are private.
    scene.filter(&format!("user:\"{user}\""));
    scene.apply(Command::SaveView(format!("Sign-ins of {user}")));
    scene.apply(Command::SelectLine(0));
    scene.apply(Command::Activate);
    assert!(!named_in(&told(&scene)).is_empty(), "with names the search finds them");
    scene.apply(Command::TogglePrivate);
    assert_eq!(named_in(&told(&scene)), Vec::<&str>::new());
    assert!(scene.says("Private: names are replaced by pseudonyms"));
    for (what, text) in tour(&mut scene, "user:\"User 1\"") {
        assert_eq!(named_in(&text), Vec::<&str>::new(), "{what}");
    }
    let saved = scene.state().lasting_settings();
    assert_eq!(saved.views.own[0].name, format!("Sign-ins of {user}"));
    assert_eq!(saved.views.own[0].query, format!("user:\"{user}\""));
}

#[test]
fn with_names_the_search_finds_them_in_most_views() {
    let mut scene = sample_scene(false);
    let all = tour(&mut scene, "");
    let named = all.iter().filter(|(_, text)| !named_in(text).is_empty()).count();
    assert!(named * 2 > all.len(), "{named} of {}", all.len());
}

#[test]
fn the_filter_comes_back_as_it_was() {
    let mut scene = sample_scene(false);
    let user = somebody();
    let counted = |scene: &Scene| scene.state().present_table().listing.as_ref().map(|listing| listing.sign_ins);
    for filter in
        [format!("user:\"{user}\" status:success"), "ip:10.0.0.0/8 OR user:a*".to_owned(), "status:failure".to_owned()]
    {
        scene.filter(&filter);
        let (before, rows) = (scene.query(), counted(&scene));
        scene.apply(Command::TogglePrivate);
        assert_eq!(counted(&scene), rows, "{filter} became {}", scene.query());
        assert_eq!(named_in(&scene.query()), Vec::<&str>::new());
        assert_eq!(scene.state().lasting_settings().query, before);
        scene.apply(Command::TogglePrivate);
        assert_eq!((scene.query(), counted(&scene)), (before, rows));
    }
}

#[test]
fn what_is_filtered_without_names_is_kept_with_them() {
    let mut scene = sample_scene(true);
    scene.filter("user:\"User 1\"");
    let users: BTreeSet<String> = scene.users().into_iter().collect();
    assert_eq!(users, BTreeSet::from(["User 1".to_owned()]));
    scene.apply(Command::TogglePrivate);
    let users: BTreeSet<String> = scene.users().into_iter().collect();
    assert_eq!(users.len(), 1);
    assert!(NAMES.contains(&users.first().expect("a user").to_lowercase()));
    assert!(!named_in(&scene.query()).is_empty(), "{}", scene.query());
}

#[test]
fn sign_ins_that_come_while_names_are_private_name_nobody() {
    let mut scene = Scene::with_report();
    scene.run_by_palette("private names");
    assert!(scene.says("Private: names are replaced by pseudonyms"));
    assert!(scene.users().iter().all(|user| user.starts_with("User ")), "{:?}", scene.users());
    let before = scene.users();
    scene.import(
        "later.csv",
        "Date (UTC),Request ID,User,Username\n2026-10-05T08:00:00Z,00000000-0000-4000-8000-00000000ffff,Zoe Last,zoe@example.com\n",
    );
    let after = scene.users();
    assert_eq!(after.len(), before.len() + 1);
    assert!(!told(&scene).contains("Zoe") && !told(&scene).contains("zoe@"));
    assert!(before.iter().all(|user| after.contains(user)), "those that were there keep their numbers");
}

#[test]
fn a_bookmark_leaves_the_note_as_it_was() {
    let mut scene = Scene::with_report();
    let event = {
        let listing = scene.state().present_table().listing.clone().expect("a table");
        listing.columns.event(RowId(0))
    };
    scene.apply(Command::EditNote(event, "Asked Anna".to_owned()));
    scene.apply(Command::SaveNotes);
    scene.apply(Command::TogglePrivate);
    scene.apply(Command::OpenDetail(event));
    assert!(scene.says("Notes are hidden"));
    scene.apply(Command::Bookmark(vec![event], true));
    assert!(!told(&scene).contains("Asked Anna"));
    scene.apply(Command::TogglePrivate);
    let said = scene.state().annotation(event);
    assert_eq!((said.bookmarked, said.note.as_str()), (true, "Asked Anna"));
}

#[test]
fn private_names_are_remembered_and_hold_from_the_first_frame() {
    let mut settings = Settings::default();
    settings.private = true;
    settings.query = "user:anna".to_owned();
    assert!(Settings::from_json(&settings.to_json()).private);
    assert_eq!(Action::TogglePrivate.command(), Command::TogglePrivate);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let wake = std::sync::Arc::new(|| {});
    let state = signin_lens::app::State::new(settings, folder.path().join("cache.db"), wake);
    assert_eq!((state.search.text.as_str(), state.settings.query.as_str()), ("", ""));
    assert_eq!(state.lasting_settings().query, "user:anna");
}
