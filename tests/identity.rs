//! Records without an identifier of their own: none is lost, none is doubled, and what is imported again is known.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use signin_lens::cache::{Cache, Counts};
use signin_lens::columns::{self, Columns, RowId};
use signin_lens::fields::{Field, Log, Logs};
use signin_lens::import::{Options, Progress, find_inputs};

const HEADER: &str = "TimeGenerated [UTC],UserPrincipalName,AppDisplayName,IPAddress,ResultType\n";
/// An attack tries the same many times in a second.
const ATTEMPT: &str = "2026-10-05T08:19:41Z,zoe@example.com,Mail,203.0.113.5,50126\n";
const OTHER: &str = "2026-10-05T08:19:42Z,zoe@example.com,Mail,203.0.113.5,0\n";

struct Scene {
    folder: tempfile::TempDir,
    cache: Cache,
}

impl Scene {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let cache = Cache::open(&folder.path().join("cache.db")).expect("a new cache opens");
        Self { folder, cache }
    }

    fn import_bytes(&mut self, name: &str, bytes: &[u8], options: &Options) -> (Counts, Vec<String>) {
        let path: PathBuf = self.folder.path().join(name);
        fs::write(&path, bytes).expect("room for a small file");
        let input = find_inputs(&[path]).into_iter().next().expect("a file").expect("it is there");
        let imported = self.cache.import(&input, options, &Progress::default()).expect("it is a report");
        let counts = if imported.already_known { Counts::default() } else { imported.counts };
        (counts, imported.notes)
    }

    fn import(&mut self, name: &str, text: &str) -> Counts {
        self.import_bytes(name, text.as_bytes(), &Options::default()).0
    }

    fn columns(&self) -> Columns {
        columns::load(&self.cache).expect("the cache loads")
    }

    fn ids(&self) -> Vec<String> {
        let columns = self.columns();
        let id = |row| columns.value(Field::RequestId, RowId(row)).expect("an identifier").into_owned();
        (0..columns.len() as u32).map(id).collect()
    }
}

#[test]
fn rows_that_tell_the_same_are_each_kept_and_known_when_they_come_again() {
    let mut scene = Scene::new();
    let first = scene.import("monday.csv", &[HEADER, ATTEMPT, ATTEMPT, OTHER, ATTEMPT].concat());
    assert_eq!((first.new, first.known, first.rejected), (4, 0, 0));
    let second = scene.import("tuesday.csv", &[HEADER, ATTEMPT, ATTEMPT, ATTEMPT, ATTEMPT].concat());
    assert_eq!((second.new, second.known), (1, 3), "three of them are those of Monday");
    let before = scene.ids();
    let mut different = before.clone();
    different.sort();
    different.dedup();
    assert_eq!(different.len(), 5);
    let tuesday = scene.cache.sources().expect("sources").into_iter().find(|source| source.name == "tuesday.csv");
    scene.cache.forget(tuesday.expect("the source").id).expect("it can be forgotten");
    assert_eq!(scene.ids(), before[..4], "what is merged anew keeps its identifier");
}

#[test]
fn a_log_of_another_report_is_not_forced_on_a_file() {
    let mut scene = Scene::new();
    let options = Options { log: Some(Log::Audit), ..Options::default() };
    let (counts, notes) = scene.import_bytes("sign-ins.csv", [HEADER, OTHER].concat().as_bytes(), &options);
    assert_eq!((counts.new, counts.rejected), (1, 0));
    assert!(notes.iter().any(|note| note.contains("audit") && note.contains("sign-ins")), "{notes:?}");
    let columns = scene.columns();
    assert!(columns.rows_of(Log::Audit).is_empty());
    assert_eq!(columns.rows_of_all(Logs::SIGN_INS).len(), 1);
    assert_eq!(columns.value(Field::ErrorCode, RowId(0)).as_deref(), Some("0"));
}

#[test]
fn the_same_file_is_one_source_packed_or_not() {
    let text = [HEADER, ATTEMPT, OTHER].concat();
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(text.as_bytes()).expect("room in memory");
    let gzip = packer.finish().expect("room in memory");
    let mut scene = Scene::new();
    for name in ["one.csv", "two.csv"] {
        scene.import(name, &text);
    }
    for name in ["one.csv.gz", "two.csv.gz"] {
        scene.import_bytes(name, &gzip, &Options::default());
    }
    assert_eq!(scene.cache.sources().expect("sources").len(), 1);
}

#[test]
fn risky_users_are_known_by_whom_they_are_about() {
    let csv = "User,Username,User ID,Risk level,Risk state,Risk last updated (UTC)\n\
               Zoe Berg,zoe@example.com,11111111-2222-4333-8444-555555555501,High,At risk,2026-10-05T08:19:41Z\n";
    let json = r#"[{"id":"11111111-2222-4333-8444-555555555501","userDisplayName":"Zoe Berg","userPrincipalName":"zoe@example.com",
        "riskLevel":"high","riskState":"atRisk","riskLastUpdatedDateTime":"2026-10-05T08:19:41Z","isDeleted":false}]"#;
    let mut scene = Scene::new();
    scene.import("RiskyUsers.csv", csv);
    let counts = scene.import("RiskyUsers.json", json);
    assert_eq!((counts.new, counts.merged), (0, 1));
    let columns = scene.columns();
    assert_eq!(columns.rows_of(Log::RiskyUsers).len(), 1);
    assert_eq!(columns.value(Field::UserId, RowId(0)).as_deref(), Some("11111111-2222-4333-8444-555555555501"));
    let mut nameless = Scene::new();
    nameless
        .import("RiskyUsers.csv", &csv.replace("User ID,", "").replace("11111111-2222-4333-8444-555555555501,", ""));
    assert_eq!(nameless.columns().value(Field::UserId, RowId(0)), None, "what was made is nobody's identifier");
}
