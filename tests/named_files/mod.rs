//! Files that are named after somebody, in a folder that is: nobody is told by them either.

use std::path::{Path, PathBuf};
use std::process::{Command as Process, Output};

use signin_lens::app::insights::{InsightsCommand, PagePlace, Subject};
use signin_lens::app::jobs::{Chosen, Report};
use signin_lens::app::{Action, Command, PackCommand, Sheet, TableCommand, View};
use signin_lens::insights::By;

use super::scene::Scene;
use super::{readable, told};

/// Two sign-ins that can be read, and one that can't.
const REPORT: &str = "\
Date (UTC),Request ID,User,Username,Application,Resource,Status,Sign-in error code,IP address
2026-10-05T08:00:00Z,00000000-0000-4000-8000-000000000001,Zoe Quist,zoe@contoso.com,Contoso Pay,contoso.sharepoint.com,Success,0,203.0.113.77
2026-10-05T09:00:00Z,00000000-0000-4000-8000-000000000002,Boris Cole,boris@contoso.com,Microsoft Office,Graph,Failure,50126,203.0.113.78
noon with Zoe Quist,00000000-0000-4000-8000-000000000003,Zoe Quist,zoe@contoso.com,Mail,Graph,Success,0,203.0.113.77
";
const FILE: &str = "zoe@contoso.com.csv";

/// What of this is told in a text.
fn named_in(text: &str) -> Vec<&'static str> {
    let text = text.to_lowercase();
    ["zoe", "quist", "boris", "contoso", "203.0.113.7"].into_iter().filter(|name| text.contains(name)).collect()
}

const NOBODY: [&str; 0] = [];

/// A folder that tells whose it is, with the report in it.
struct Desk {
    root: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { root: tempfile::tempdir().expect("a temporary folder") };
        std::fs::create_dir(desk.root.path().join("of Zoe Quist")).expect("room for a folder");
        std::fs::write(desk.file(FILE), REPORT).expect("room for a small file");
        desk
    }

    fn file(&self, name: &str) -> PathBuf {
        self.root.path().join("of Zoe Quist").join(name)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Process::new(env!("CARGO_BIN_EXE_signin-lens"))
            .env("SIGNIN_LENS_CACHE", self.root.path().join("cache.db"))
            .current_dir(self.root.path().join("of Zoe Quist"))
            .args(arguments)
            .output()
            .expect("the program runs")
    }

    /// What a call says on either of its outputs.
    fn said(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned()
    }
}

#[test]
fn no_verb_names_anybody_by_a_file() {
    let desk = Desk::new();
    let path = desk.file(FILE);
    let import = ["import", path.to_str().expect("a name"), "/nowhere/of Zoe Quist/zoe@contoso.com.csv"];
    let private = |call: &[&str]| desk.said(&[call, &["--private"]].concat());
    let said = private(&import);
    assert_eq!(named_in(&said), NOBODY, "{said}");
    assert!(said.contains("User 1.csv"), "{said}");
    assert!(!named_in(&desk.said(&import)).is_empty(), "with names the search finds them");
    for call in [["sources"], ["rejects"]] {
        assert_eq!(named_in(&private(&call)), NOBODY, "{call:?}");
        assert!(!named_in(&desk.said(&call)).is_empty(), "with names the search finds them: {call:?}");
    }
    let calls: [&[&str]; 8] = [
        &["list", "--columns", "all", "-o", "all.xlsx"],
        &["list", "--columns", "all", "-o", "all.csv"],
        &["rejects", "-o", "rejects.xlsx"],
        &["sources", "-o", "sources.csv"],
        &["pack", "-o", "pack.html", "--title", "Review of Zoe Quist"],
        &["pack", "-o", "pack.xlsx", "--title", "Review of Zoe Quist"],
        &["chart", "user", "--user", "Zoe Quist", "-o", "user.svg"],
        &["report", "user", "--user", "zoe@contoso.com", "-o", "user.csv", "--format", "csv"],
    ];
    for call in calls {
        let file = desk.file(call.iter().skip_while(|part| **part != "-o").nth(1).expect("a file"));
        desk.run(call);
        let with_names = readable(&file);
        std::fs::remove_file(&file).expect("it was there");
        assert!(!named_in(&with_names).is_empty(), "the search finds names: {call:?}");
        let said = private(call);
        let text = readable(&file);
        assert_eq!((named_in(&text), named_in(&said)), (vec![], vec![]), "{call:?}: {text} {said}");
    }
    assert_eq!(named_in(&private(&["forget", "1"])), NOBODY);
}

#[test]
fn a_picture_tells_of_whom_it_is_only_with_names() {
    let desk = Desk::new();
    desk.run(&["import", FILE]);
    let description = |more: &[&str]| {
        desk.run(&[&["chart", "users", "--section", "users", "-o", "users.svg"], more].concat());
        let text = readable(&desk.file("users.svg"));
        let (_, description) = text.split_once("<desc").expect("a description");
        description.split_once("</desc>").expect("its end").0.to_owned()
    };
    assert!(description(&[]).contains("Zoe Quist"), "{}", description(&[]));
    assert!(description(&["--private"]).contains("User 1"), "{}", description(&["--private"]));
    assert_eq!(named_in(&readable(&desk.file("users.svg"))), NOBODY);
}

/// A window that shows the report.
fn scene(desk: &Desk) -> Scene {
    let mut scene = Scene::empty();
    scene.apply(Command::Import(vec![desk.file(FILE)]));
    scene
}

fn about_zoe() -> Command {
    let place = PagePlace::of_one(By::Users, Subject::named(By::Users, "Zoe Quist")).expect("a page");
    Command::Insights(InsightsCommand::Open(place))
}

fn write_rejects(scene: &mut Scene, path: &Path) {
    scene.state().outbox().send(Report::Chosen(Chosen::RejectsFile(path.to_owned())));
    scene.settle();
}

#[test]
fn rejects_are_written_without_names_while_these_are_private() {
    let desk = Desk::new();
    let mut scene = scene(&desk);
    let path = desk.file("rejects.csv");
    write_rejects(&mut scene, &path);
    assert!(readable(&path).contains("noon with Zoe Quist"), "with names they are whole");
    scene.apply(Command::TogglePrivate);
    assert_eq!(named_in(&told(&scene)), NOBODY, "the list of imports, too");
    write_rejects(&mut scene, &path);
    assert_eq!(named_in(&readable(&path)), NOBODY);
    assert!(readable(&path).contains("Hidden while names are private"));
    assert!(scene.notice().0.ends_with("rejects.csv"), "{:?}", scene.notice());
    write_rejects(&mut scene, &desk.file("nowhere/rejects.csv"));
    let (said, is_error) = scene.notice();
    assert!(is_error && said.contains("rejects.csv") && named_in(&said).is_empty(), "{said}");
    scene.apply(Command::Show(View::Sources));
    assert_eq!(named_in(&told(&scene)), NOBODY);
    scene.apply(Command::TogglePrivate);
    assert_eq!(scene.state().sources[0].name, FILE);
    assert!(scene.state().imports.files().iter().all(|file| file.name == FILE && file.place != FILE));
    scene.apply(Command::TogglePrivate);
    scene.apply(Command::Forget(scene.state().sources[0].id));
    let (said, _) = scene.notice();
    assert!(said.contains("User 1.csv") && named_in(&said).is_empty(), "{said}");
}

#[test]
fn nothing_is_taken_along_while_names_wait_for_pseudonyms() {
    let desk = Desk::new();
    let mut scene = scene(&desk);
    scene.apply(Command::SelectLine(0));
    assert!(scene.state().can(Action::Export) && scene.state().can(Action::CopyLine));
    let path = desk.file("rejects.csv");
    let window = scene.harness.state_mut();
    window.apply(Command::TogglePrivate);
    assert!(window.state().is_private() && window.state().is_hiding());
    for action in [
        Action::Export,
        Action::CopyLine,
        Action::SavePicture,
        Action::CopyPicture,
        Action::CopyData,
        Action::ReviewPack,
    ] {
        assert!(!window.state().can(action), "{action:?}");
    }
    for command in [Command::Export, Command::CopyLine, Command::Table(TableCommand::Copy { with_headers: true })] {
        window.apply(command);
        assert!(window.state().notice.as_ref().is_some_and(|notice| notice.text.contains("being hidden")));
    }
    window.state().outbox().send(Report::Chosen(Chosen::RejectsFile(path.clone())));
    scene.settle();
    assert_eq!((scene.state().sheet, scene.state().is_hiding()), (None, false));
    assert!(!path.exists() || named_in(&readable(&path)).is_empty());
    assert!(scene.state().can(Action::Export));
}

#[test]
fn who_comes_back_from_the_sample_names_nobody_before_pseudonyms_are_known() {
    let desk = Desk::new();
    let mut scene = scene(&desk);
    scene.apply(Command::Pack(PackCommand::SetTitle("Review of Zoe Quist".to_owned())));
    scene.apply(Command::OpenDetail(scene.state().columns.event(signin_lens::columns::RowId(0))));
    scene.apply(Command::LookUp("zoe@contoso.com".to_owned()));
    scene.apply(about_zoe());
    scene.apply(Command::TogglePrivate);
    assert_eq!(named_in(&told(&scene)), NOBODY);
    let title = scene.state().insights.options.place.title().to_owned();
    assert_eq!(title, "User 1");
    scene.apply(Command::ShowSample);
    scene.harness.state_mut().apply(Command::LeaveSample);
    for frame in 0..20 {
        scene.harness.run_steps(1);
        assert_eq!(named_in(&told(&scene)), NOBODY, "frame {frame}");
    }
    scene.settle();
    assert!(!scene.state().is_sample && scene.state().is_private());
    for view in [View::Insights, View::Sources, View::Errors] {
        scene.apply(Command::Show(view));
        assert_eq!(named_in(&told(&scene)), NOBODY, "{}", view.title());
    }
    assert_eq!(scene.state().insights.options.place.title(), title);
    scene.apply(Command::ShowSheet(Some(Sheet::Pack)));
    assert_eq!((scene.state().packing.title.as_str(), named_in(&told(&scene))), ("Review of User 1", vec![]));
    scene.apply(Command::ShowSheet(None));
    scene.apply(Command::TogglePrivate);
    assert_eq!(scene.state().insights.options.place.title(), "Zoe Quist");
    assert_eq!(scene.state().packing.title, "Review of Zoe Quist");
    assert_eq!(scene.state().lookup, "zoe@contoso.com");
}
