//! Files that are dropped, imported and forgotten, and the sample tenant beside them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{self, Key};
use egui_kittest::kittest::Queryable;
use signin_lens::app::{Command, Found};
use signin_lens::columns::RowId;
use signin_lens::fields::{Field, Log};

use crate::scene::Scene;
use crate::scene::reports::INTERACTIVE;
use crate::with_reports;

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
    scene.apply(Command::Import(vec![path, Path::new("/no/such/file.csv").to_owned()]));
    assert!(scene.shows("Import finished: 0 new records, 2 files not read"));
    assert!(scene.shows("Drop downloaded reports here"));
}

#[test]
fn what_was_taken_for_granted_is_told_with_the_source() {
    let mut scene = Scene::empty();
    let rows = "TimeGenerated [UTC],UserPrincipalName,AppDisplayName,IPAddress,ResultType\n\
                2026-10-05T08:19:41Z,zoe@example.com,Mail,203.0.113.5,50126\n";
    scene.import("sign-ins.csv", rows);
    scene.click("Close import results");
    scene.click("Sources");
    assert!(!scene.says("There is no column with request IDs"));
    scene.click("Show notes on sign-ins.csv");
    assert!(scene.says("There is no column with request IDs"));
    scene.click("Hide notes on sign-ins.csv");
    assert!(!scene.says("There is no column with request IDs"));
    // The detail does not take what was made for an identifier of the report.
    let row = scene.state().columns.rows_of(Log::Interactive).first().copied().expect("a sign-in");
    let event = scene.state().columns.event(row);
    scene.apply(Command::Show(signin_lens::app::View::Log(Log::Interactive)));
    scene.apply(Command::OpenDetail(event));
    assert!(scene.says("Identifier made by Sign-in Lens"));
}

#[test]
fn a_source_is_forgotten_only_after_asking() {
    let mut scene = with_reports();
    scene.click("Sources");
    scene.click("Forget interactive.csv…");
    assert!(scene.shows("3 sign-ins that only this file brought will go"));
    scene.press(&[Key::Escape]);
    assert!(!scene.shows("Yes, forget interactive.csv"));
    assert_eq!(scene.state().columns.rows_of(Log::Interactive).len(), 3);
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
    assert!(scene.state().columns.rows_of(Log::Interactive).is_empty());
    assert!(!scene.shows("Forget interactive.csv…"));
    let (notice, _) = scene.notice();
    assert!(notice.contains("interactive.csv") && notice.contains("3 sign-ins are gone"), "{notice}");
    assert!(notice.contains("Import the file again"), "{notice}");
}

#[test]
fn an_open_detail_tells_what_a_later_file_adds_and_that_its_source_was_forgotten() {
    let mut scene = with_reports();
    scene.click("Anna Berg");
    assert!(!scene.shows("Test browser"));
    let later = "\
Date (UTC),Request ID,User,Username,Application,Status,Sign-in error code,IP address,User agent
2026-10-05T08:00:00Z,00000000-0000-4000-8000-000000000001,Anna Berg,anna@example.com,Mail,Success,0,203.0.113.1,Test browser
";
    scene.import("later.csv", later);
    assert!(scene.shows("Test browser"), "the panel tells what the new file knows");
    let sources: Vec<_> = scene.state().sources.iter().map(|source| source.id).collect();
    for source in sources {
        scene.harness.state_mut().apply(Command::Forget(source));
    }
    scene.settle();
    let open = scene.state().detail.as_ref().expect("the panel stays open");
    assert!(matches!(open.found, Found::Gone));
}

#[test]
fn an_open_event_without_an_identifier_stays_open_when_another_form_tells_it() {
    let csv = "\
Date (UTC),CorrelationId,Service,Category,Activity,Result,ActorType,ActorDisplayName,ActorObjectId,ActorUserPrincipalName
2026-10-05T08:19:41Z,c1,Core Directory,UserManagement,Update user,success,User,Zoe Berg,u1,zoe@example.com
";
    let json = r#"[{"id":"Directory_1","category":"UserManagement","correlationId":"c1","result":"success",
      "activityDisplayName":"Update user","activityDateTime":"2026-10-05T08:19:41.5Z","loggedByService":"Core Directory",
      "initiatedBy":{"user":{"id":"u1","displayName":"Zoe Berg","userPrincipalName":"zoe@example.com"}},"targetResources":[]}]"#;
    let mut scene = Scene::empty().having(&[("AuditLogs.csv", csv)]);
    let event = scene.state().columns.event(RowId(0));
    scene.apply(Command::OpenDetail(event));
    let told = |scene: &Scene| match scene.state().detail.as_ref().map(|open| &open.found) {
        Some(Found::Ready(detail)) => detail.record.get(Field::RequestId).map(str::to_owned),
        _ => None,
    };
    assert!(told(&scene).is_some_and(|id| id.starts_with("row-")));
    scene.import("AuditLogs.json", json);
    assert_eq!(told(&scene).as_deref(), Some("Directory_1"));
    let sources = &scene.state().sources;
    let of_json = sources.iter().find(|source| source.name == "AuditLogs.json").map(|source| source.id);
    scene.apply(Command::Forget(of_json.expect("the source")));
    assert!(told(&scene).is_some_and(|id| id.starts_with("row-")), "what the other file tells is left");
}

#[test]
fn what_is_imported_beside_the_sample_tenant_goes_to_the_own_sign_ins() {
    let mut scene = Scene::empty();
    scene.click("Look around with sample data");
    assert!(scene.state().is_sample);
    let path = scene.file("interactive.csv", INTERACTIVE);
    scene.harness.input_mut().dropped_files.push(Arc::new(Dropped(path)));
    scene.settle();
    let state = scene.state();
    assert!(!state.is_sample);
    assert_eq!(state.columns.rows_of(Log::Interactive).len(), 3);
    scene.apply(Command::ShowSample);
    let state = scene.state();
    assert!(state.is_sample);
    assert!(state.sources.iter().all(|source| source.name != "interactive.csv"));
}

#[test]
fn an_import_and_an_open_detail_outlive_a_look_at_the_sample_tenant() {
    let mut scene = with_reports();
    scene.click("Anna Berg");
    let path = scene.file(
        "later.csv",
        &INTERACTIVE.replace("00000000-0000-4000-8000-0000000000", "00000000-0000-4000-9000-0000000000"),
    );
    scene.harness.state_mut().apply(Command::Import(vec![path]));
    scene.apply(Command::ShowSample);
    assert!(scene.state().is_sample);
    scene.apply(Command::LeaveSample);
    assert!(scene.shows("Close details"));
    assert!(scene.shows("Import finished: 3 new records"));
    assert_eq!(scene.users().len(), 6);
}

#[test]
fn files_that_are_refused_for_one_reason_have_one_row() {
    let mut scene = with_reports();
    let mut paths = ["monday.csv", "tuesday.csv", "friday.csv"].map(|name| scene.file(name, "")).to_vec();
    paths.push(scene.file("picture.csv", "\u{89}PNG\r\n"));
    scene.apply(Command::Import(paths));
    let sentence = "Each of 3 files is empty: expected is a report or a look-up in CSV or JSON, so download it again";
    assert!(scene.shows(sentence));
    assert!(scene.says("picture.csv"));
    assert!(!scene.shows("tuesday.csv"));
    scene.click("Show these files");
    assert!(scene.shows("monday.csv") && scene.shows("tuesday.csv") && scene.shows("friday.csv"));
    scene.harness.get_all_by_label("Copy").next().expect("a link").click();
    let copied = scene.next_copied();
    assert!(copied.starts_with(sentence) && copied.lines().count() == 4, "{copied}");
    scene.click("Close import results");
    assert!(!scene.shows(sentence));
}
