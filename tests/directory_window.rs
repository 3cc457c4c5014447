//! Look-ups in the directory as the window and the command line show them.

mod scene;

use std::path::Path;
use std::process::{Command as Process, Output};

use eframe::egui::Key;
use scene::Scene;
use scene::reports::INTERACTIVE;
use signin_lens::app::Command;
use signin_lens::app::insights::{InsightsCommand, PagePlace};
use signin_lens::fields::{Field, Log};

const USERS: &str = "\
userPrincipalName,displayName,id,userType,jobTitle,department,accountEnabled,country,companyName
anna@example.com,Anna Berg,,Member,Weaver,Looms,True,Norway,Brackwater
boris@example.com,Boris Cole,,Member,,,False,,
";
const MEMBERS: &str = "\
id,userPrincipalName,displayName,objectType,userType,isUser,isGroup,isGuest
a1,anna@example.com,Anna Berg,User,Member,True,False,False
d1,dora@example.com,Dora Eck,User,Member,True,False,False
";

fn scene() -> Scene {
    Scene::empty().having(&[
        ("interactive.csv", INTERACTIVE),
        ("exportUsers_2026-11-1.csv", USERS),
        ("exportGroupMembers_2026-11-1.csv", MEMBERS),
    ])
}

#[test]
fn what_a_look_up_brought_is_told() {
    let mut scene = Scene::empty().having(&[("interactive.csv", INTERACTIVE)]);
    scene.import("exportUsers_2026-11-1.csv", USERS);
    assert!(scene.shows("Import finished: 2 users, 1 with department"), "people are no records");
    scene.click("Sources");
    assert!(scene.shows("Users of the directory"));
    scene.click("Forget exportUsers_2026-11-1.csv…");
    assert!(scene.says("2 entries of the directory that this file brought will go"));
    scene.click("Yes, forget exportUsers_2026-11-1.csv");
    assert!(!scene.state().columns.offers(Field::Department));
}

#[test]
fn an_import_of_reports_and_many_look_ups_counts_them_apart() {
    let mut scene = Scene::empty();
    let files = [
        ("interactive.csv", INTERACTIVE),
        ("exportUsers_2026-11-1.csv", USERS),
        ("Looms members.csv", MEMBERS),
        ("Sales members.csv", MEMBERS),
    ];
    let paths = files.map(|(name, text)| scene.file(name, text));
    scene.apply(Command::Import(paths.to_vec()));
    assert!(scene.shows("Import finished: 3 new records, 6 people looked up"), "{:?}", scene.names("Import finished"));
}

#[test]
fn fields_of_the_directory_are_offered_only_where_look_ups_are_loaded() {
    let mut scene = Scene::empty().having(&[("interactive.csv", INTERACTIVE)]);
    scene.click("Columns…");
    assert!(!scene.shows("Department") && scene.shows("Browser"));
    scene.press(&[Key::Escape]);
    scene.import("exportUsers_2026-11-1.csv", USERS);
    scene.click("Columns…");
    assert!(scene.shows("Department") && scene.shows("Country of the user"));
}

#[test]
fn tables_filter_sort_and_group_by_what_the_directory_tells() {
    let mut scene = scene().under("department:looms");
    assert_eq!(scene.users(), ["Anna Berg"]);
    scene.filter("-has:department");
    assert_eq!(scene.users(), ["Clara Dahl", "Boris Cole"]);
    scene.filter("");
    scene.apply(Command::SetColumns(Log::Interactive, vec![Field::User, Field::Department, Field::AccountEnabled]));
    assert_eq!(scene.column(Field::Department), ["", "", "Looms"]);
    assert!(scene.shows("Looms") && scene.shows("No"));
}

#[test]
fn the_group_of_a_list_is_named_in_the_sources() {
    let mut scene = scene().under("group:keyholders");
    assert!(scene.users().is_empty());
    scene.click("Sources");
    assert!(scene.says("Members of “Group of exportGroupMembers_2026-11-1.csv”"));
    scene.click("Name the group of exportGroupMembers_2026-11-1.csv…");
    assert_eq!(scene.focused().as_deref(), Some("Name of the group"));
    scene.command(false, Key::A);
    scene.type_text("Keyholders");
    scene.press(&[Key::Enter]);
    assert!(scene.says("Members of “Keyholders”"));
    scene.apply(Command::Show(signin_lens::app::View::Log(Log::Interactive)));
    assert_eq!(scene.users(), ["Anna Berg"]);
}

#[test]
fn the_page_of_a_group_names_who_does_not_sign_in() {
    let mut scene = scene();
    let place = PagePlace::from_key("group:Group of exportGroupMembers_2026-11-1.csv").expect("a page");
    scene.apply(Command::Insights(InsightsCommand::Open(place)));
    assert!(scene.says("2 users are members: 1 user without a sign-in in this period"));
    assert!(scene.says("Dora Eck"));
}

#[test]
fn members_of_many_groups_are_counted_each_and_under_the_filter() {
    // Each has a member of its own beside the two, so that no file is like another.
    let list = |number: u32| {
        let own = format!("x{number},x{number}@example.com,Xenia {number},User,Member,True,False,False\n");
        (format!("Team {number} members.csv"), format!("{MEMBERS}{own}"))
    };
    let lists: Vec<(String, String)> = (0..8).map(list).collect();
    let files: Vec<(&str, &str)> = lists.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let mut scene = Scene::empty().having(&[("interactive.csv", INTERACTIVE), ("exportUsers_2026-11-1.csv", USERS)]);
    scene = scene.having(&files);
    let open = |scene: &mut Scene| {
        let place = PagePlace::from_key("groups").expect("a page");
        scene.apply(Command::Insights(InsightsCommand::Open(place)));
    };
    open(&mut scene);
    assert!(scene.shows("Team 0, Members: 3") && scene.shows("Team 7, Members: 3"), "{:?}", scene.names("Team"));
    assert!(scene.shows("Team 7, Without sign-in: 2"));
    // Dora can't be meant by a filter that asks for a department that she is not in.
    scene.filter("department:looms");
    open(&mut scene);
    assert!(scene.shows("Team 7, Members: 1") && scene.shows("Team 7, Without sign-in: 0"));
}

#[test]
fn the_sample_tenant_has_look_ups_that_agree_with_its_sign_ins() {
    let mut scene = Scene::empty();
    scene.apply(Command::ShowSample);
    scene.settle();
    scene.filter("department:Sales");
    let sales = scene.users();
    assert!(sales.contains(&"Rosalind Achterberg".to_owned()), "{sales:?}");
    scene.filter("group:Finance");
    assert!(!scene.users().is_empty());
}

#[test]
fn the_page_of_a_user_and_the_detail_tell_what_the_directory_tells() {
    let mut scene = scene();
    let place = PagePlace::from_key("user:anna@example.com").expect("a page");
    scene.apply(Command::Insights(InsightsCommand::Open(place)));
    assert!(scene.says("Weaver") && scene.says("Looms"));
    scene.apply(Command::Show(signin_lens::app::View::Log(Log::Interactive)));
    let row = scene.state().columns.rows_of(Log::Interactive).last().copied().expect("a sign-in");
    let event = scene.state().columns.event(row);
    scene.apply(Command::OpenDetail(event));
    assert!(scene.says("Weaver"), "the detail of Anna's sign-in tells her job title");
}

fn program(cache: &Path, arguments: &[&str]) -> Output {
    let program = Process::new(env!("CARGO_BIN_EXE_signin-lens")).arg("--cache").arg(cache).args(arguments).output();
    program.expect("the program runs")
}

#[test]
fn the_command_line_imports_names_filters_and_reports_groups() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let cache = folder.path().join("cache.db");
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("room for a small file");
        path.display().to_string()
    };
    let files = [
        file("interactive.csv", INTERACTIVE),
        file("exportUsers_2026-11-1.csv", USERS),
        file("exportGroupMembers_2026-11-1.csv", MEMBERS),
    ];
    let call = |arguments: &[&str]| {
        let output = program(&cache, arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{arguments:?}: {said}");
        (String::from_utf8_lossy(&output.stdout).into_owned(), said)
    };
    let (printed, said) = call(&["import", "--format", "csv", &files[0], &files[1], &files[2]]);
    assert!(printed.contains("directory-users,") && printed.contains("directory-group-members,"), "{printed}");
    assert!(said.contains("2 users, 1 with department"), "{said}");
    let (named, _) = call(&["name-group", "3", "Keyholders", "--format", "csv"]);
    assert!(named.contains("3,Keyholders"), "{named}");
    assert_eq!(program(&cache, &["name-group", "1", "Nobody"]).status.code(), Some(2));
    let (listed, _) =
        call(&["list", "--where", "department:Looms group:Keyholders", "--columns", "user,group", "--format", "csv"]);
    assert_eq!(listed.lines().nth(1), Some("Anna Berg,Keyholders"), "{listed}");
    let (counted, _) = call(&["count", "--by", "group", "--format", "csv"]);
    assert!(counted.contains("Keyholders,1"), "{counted}");
    let (fields, _) = call(&["fields", "--format", "csv"]);
    assert!(["department,", "group,", "account_enabled,"].iter().all(|key| fields.contains(key)));
    let (report, said) =
        call(&["report", "group", "--group", "keyholders", "--section", "without_sign_ins", "--format", "csv"]);
    assert!(report.contains("Dora Eck") && said.contains("2 users are members"), "{report}{said}");
    let (groups, _) = call(&["report", "groups", "--section", "groups", "--format", "csv"]);
    assert!(groups.contains("Keyholders,2,1"), "{groups}");
    let private =
        ["report", "group", "--private", "--group", "Keyholders", "--section", "without_sign_ins", "--format", "csv"];
    let (report, _) = call(&private);
    assert!(report.contains("Directory user") && !report.contains("Dora"), "{report}");
}
