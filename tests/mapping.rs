//! Tables that are not recognised: their columns are guessed, assigned and remembered.

mod scene;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Output};
use std::sync::Arc;

use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use scene::Scene;
use signin_lens::app::{AssignCommand, Command, Sheet};
use signin_lens::cache::{Cache, Imported};
use signin_lens::columns::{self, Columns, RowId};
use signin_lens::fields::{Field, Log};
use signin_lens::import::{Input, Mapping, Options, Progress, Proposal, find_inputs, propose};

/// Made up: what somebody keeps in a spreadsheet. No column has a name that is known for certain.
const TABLE: &str = "Zeitstempel;Wer;Was;Herkunft;Ausgang;Bemerkung\n\
                     04.12.2025 09:19:41;anna@example.com;Mail;203.0.113.5;Erfolg;\n\
                     05.12.2025 09:20:00;ben@example.com;Mail;203.0.113.6;Fehler;see ticket 7\n\
                     unknown;ben@example.com;Mail;203.0.113.6;Fehler;\n";

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder"))
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.path().join(name);
        fs::write(&path, text).expect("room for a small file");
        path
    }

    fn cache(&self) -> Cache {
        Cache::open(&self.0.path().join("cache.db")).expect("a cache opens")
    }
}

fn input(path: &Path) -> Input {
    find_inputs(&[path.to_owned()]).remove(0).expect("the file is there")
}

fn proposal(path: &Path) -> Proposal {
    let found = propose(&input(path), &Options::default(), &Progress::default());
    found.expect("it can be looked at").expect("it is a table")
}

fn import(cache: &mut Cache, path: &Path, mapping: Option<&Mapping>) -> Option<Imported> {
    let options = Options { mapping: mapping.cloned().map(Arc::new), ..Options::default() };
    cache.import(&input(path), &options, &Progress::default()).ok()
}

fn loaded(cache: &Cache) -> Columns {
    columns::load(cache).expect("the cache loads")
}

/// The guess with the application added, which nothing tells.
fn put_right(proposal: &Proposal) -> Mapping {
    let mut mapping = proposal.mapping.clone();
    for column in &mut mapping.columns {
        if column.name == "Was" {
            column.field = Some(Field::App);
        }
    }
    mapping
}

#[test]
fn the_columns_of_an_unknown_table_are_guessed() {
    let folder = Folder::new();
    let proposal = proposal(&folder.file("list.csv", TABLE));
    assert!(proposal.is_likely);
    let fields: Vec<_> = proposal.mapping.columns.iter().map(|column| column.field).collect();
    let guessed = [(0, Field::Time), (1, Field::Username), (3, Field::Ip), (4, Field::Status)];
    for (place, field) in guessed {
        assert_eq!(fields[place], Some(field));
    }
    assert!(proposal.mapping.day_first);
    assert_eq!(proposal.examples[1], ["anna@example.com", "ben@example.com"]);
    let preview = proposal.preview(&proposal.mapping, 5);
    assert_eq!(preview[0].as_ref().expect("a sign-in").get(Field::Status), Some("success"));
    assert!(preview[2].as_ref().is_err_and(|reason| reason.contains("unknown")));
}

#[test]
fn a_table_of_something_else_is_not_likely() {
    let folder = Folder::new();
    assert!(!proposal(&folder.file("stock.csv", "part,price\nscrew,0.10\nnut,0.05\n")).is_likely);
    assert!(
        propose(&input(&folder.file("a.png", "\u{89}PNG\u{0}")), &Options::default(), &Progress::default())
            .is_ok_and(|found| found.is_none())
    );
}

#[test]
fn an_assigned_table_is_read_and_its_originals_again() {
    let folder = Folder::new();
    let path = folder.file("list.csv", TABLE);
    let mut cache = folder.cache();
    assert!(import(&mut cache, &path, None).is_none(), "nothing tells its columns");
    let mapping = put_right(&proposal(&path));
    let imported = import(&mut cache, &path, Some(&mapping)).expect("its columns are assigned");
    assert_eq!((imported.counts.records, imported.counts.new, imported.counts.rejected), (3, 2, 1));
    let columns = loaded(&cache);
    let row = (0..2).map(RowId).find(|row| columns.value(Field::Username, *row).as_deref() == Some("anna@example.com"));
    let row = row.expect("a sign-in of hers");
    for (field, expected) in [
        (Field::Time, "2025-12-04T09:19:41Z"),
        (Field::App, "Mail"),
        (Field::Ip, "203.0.113.5"),
        (Field::Status, "success"),
    ] {
        assert_eq!(columns.value(field, row).as_deref(), Some(expected), "{}", field.key());
    }
    let detail = cache.detail(columns.event(row)).expect("the cache reads").expect("it is there");
    assert_eq!(detail.record.get(Field::App), Some("Mail"));
    assert_eq!(detail.originals[0].cells[1], ("Wer".to_owned(), "anna@example.com".to_owned()));
    let other = Mapping { log: Log::NonInteractive, ..mapping };
    let again = import(&mut cache, &path, Some(&other)).expect("another way to read it");
    assert!(!again.already_known);
}

#[test]
fn what_is_remembered_opens_the_next_table_of_its_kind() {
    let folder = Folder::new();
    let first = folder.file("monday.csv", TABLE);
    let second = folder.file("tuesday.csv", &TABLE.replace("anna", "zoe"));
    let turned = folder.file("wednesday.csv", "Wer;Zeitstempel;Was;Herkunft;Ausgang;Bemerkung\nkim@example.com;06.12.2025 09:00:00;Mail;203.0.113.5;Erfolg;\n");
    let mut cache = folder.cache();
    cache.remember_mapping(&put_right(&proposal(&first))).expect("room for it");
    drop(cache);
    let mut cache = folder.cache();
    assert_eq!(import(&mut cache, &second, None).expect("it is remembered").counts.new, 2);
    assert_eq!(import(&mut cache, &turned, None).expect("columns may change places").counts.new, 1);
    let users: Vec<_> = loaded(&cache).rows_of(Log::Interactive).len().to_string().chars().collect();
    assert_eq!(users, ['3']);
}

#[test]
fn properties_of_json_objects_are_assigned_as_columns_are() {
    let folder = Folder::new();
    let text = r#"[{"at":"2025-12-04 09:19:41","who":"anna@example.com","from":"203.0.113.5","n":1},
                   {"at":"2025-12-04 09:19:42","who":"ben@example.com","from":"203.0.113.6"}]"#;
    let path = folder.file("list.json", text);
    let mut cache = folder.cache();
    assert!(import(&mut cache, &path, None).is_none());
    let proposal = proposal(&path);
    assert!(proposal.is_likely && proposal.mapping.lacks().is_none(), "{:?}", proposal.mapping);
    let imported = import(&mut cache, &path, Some(&proposal.mapping)).expect("its properties are assigned");
    assert_eq!((imported.counts.new, imported.counts.rejected), (2, 0));
    assert_eq!(loaded(&cache).value(Field::Ip, RowId(0)).as_deref(), Some("203.0.113.5"));
}

fn run(folder: &Folder, arguments: &[&str]) -> Output {
    Process::new(env!("CARGO_BIN_EXE_signin-lens"))
        .env("SIGNIN_LENS_CACHE", folder.0.path().join("cache.db"))
        .args(arguments)
        .output()
        .expect("the program runs")
}

#[test]
fn the_command_line_proposes_a_mapping_and_takes_it_back() {
    let folder = Folder::new();
    let path = folder.file("list.csv", TABLE);
    let path = path.to_str().expect("a plain path");
    let proposed = run(&folder, &["propose", path]);
    assert!(proposed.status.success());
    let text = String::from_utf8(proposed.stdout).expect("JSON is UTF-8");
    let mapping = Mapping::from_text(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    assert_eq!(mapping.columns.len(), 6);
    let file = folder.file("mapping.json", &text);
    let file = file.to_str().expect("a plain path");
    let refused = run(&folder, &["import", path]);
    assert_eq!(refused.status.code(), Some(1));
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(said.contains("signin-lens propose") && said.contains("import --map"), "{said}");
    let contradicted = run(&folder, &["import", "--map", file, "--log", "audit", path]);
    assert_eq!(contradicted.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&contradicted.stderr).contains("--log audit contradicts the mapping"));
    let imported = run(&folder, &["import", "--map", file, "--remember", "--format", "json", path]);
    let table = String::from_utf8_lossy(&imported.stdout).into_owned();
    assert!(imported.status.success() && table.contains("mapped-csv"), "{table}");
    let next = folder.file("next.csv", &TABLE.replace("anna", "zoe"));
    assert!(run(&folder, &["import", next.to_str().expect("a plain path")]).status.success());
    let wrong = folder.file("wrong.json", "{}");
    assert_eq!(run(&folder, &["import", "--map", wrong.to_str().expect("a plain path"), path]).status.code(), Some(2));
}

#[test]
fn a_refused_table_is_assigned_in_the_window() {
    let mut scene = Scene::empty();
    scene.import("list.csv", TABLE);
    scene.click("Assign columns…");
    assert_eq!(scene.state().sheet, Some(Sheet::Assign));
    assert!(scene.shows("Wer holds Username"));
    assert!(scene.shows("Was holds Nothing"));
    assert!(scene.says("1 row can’t be"));
    scene.click("Was holds Nothing");
    scene.focus("Find a field");
    scene.type_text("Appl");
    scene.harness.get_all_by_label("Application").next().expect("a field").click();
    scene.settle();
    assert!(scene.shows("Was holds Application"));
    scene.click_on(Role::RadioButton, "Non-interactive");
    assert_eq!(scene.state().assigning.as_ref().map(|assigning| assigning.mapping.log), Some(Log::NonInteractive));
    scene.click("Import");
    assert_eq!(scene.state().sheet, None);
    assert!(scene.shows("Import finished: 2 new records, 1 rejected"));
    scene.import("next.csv", &TABLE.replace("anna", "zoe"));
    assert!(scene.says("1 new record"), "the next of its kind opens by itself");
}

#[test]
fn columns_that_are_being_assigned_are_not_shown_while_names_are_private() {
    let mut scene = Scene::empty();
    scene.import("list.csv", TABLE);
    scene.click("Assign columns…");
    scene.apply(Command::TogglePrivate);
    assert!(scene.state().sheet.is_none() && scene.state().assigning.is_none());
    assert!(!scene.says("anna@example.com"), "{:?}", scene.names("anna"));
}

#[test]
fn what_lacks_is_said_before_anything_is_imported() {
    let mut scene = Scene::empty();
    scene.import("list.csv", TABLE);
    scene.click("Assign columns…");
    scene.apply(Command::Assign(AssignCommand::SetField(0, None)));
    assert!(scene.shows("Assign the column with the date"));
    scene.apply(Command::Assign(AssignCommand::SetField(1, Some(Field::Time))));
    assert!(scene.says("5 rows can’t be") || scene.says("3 rows can’t be"));
    scene.click("Cancel");
    assert_eq!(scene.state().sheet, None);
}

#[test]
fn a_file_without_dates_or_people_gets_no_button() {
    let mut scene = Scene::empty();
    scene.import("stock.csv", "part,price\nscrew,0.10\n");
    assert!(!scene.shows("Assign columns…"));
}
