//! Columns that were kept give the same as reading every event, whatever was imported or forgotten since.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use signin_lens::cache::{Cache, SourceId};
use signin_lens::columns::{self, Columns, RowId};
use signin_lens::fields::{Field, Log};
use signin_lens::import::{Options, Progress, find_inputs};

struct Scene {
    folder: tempfile::TempDir,
    cache: Cache,
}

impl Scene {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let cache = Cache::open(&folder.path().join("cache.sqlite")).expect("a new cache");
        Self { folder, cache }
    }

    fn import(&mut self, name: &str, text: &str) -> SourceId {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).expect("room for a small file");
        let input = find_inputs(&[path]).remove(0).expect("the file is there");
        self.cache.import(&input, &Options::default(), &Progress::default()).expect("it is a report").source
    }

    fn keep(&mut self) {
        assert!(columns::keep(&mut self.cache).expect("they are written"));
        assert_eq!(self.cache.count_not_kept().expect("it counts"), 0);
        self.check();
    }

    /// Loads with what was kept and, from a copy, without.
    fn check(&self) {
        let copy: PathBuf = self.folder.path().join("copy.sqlite");
        self.copy_to(&copy);
        let other = Cache::open(&copy).expect("the copy opens");
        other.drop_kept_columns().expect("they are dropped");
        let (kept, read) = (&self.cache, &other).map_both(|cache| columns::load(cache).expect("it loads"));
        assert_eq!(told(&kept), told(&read));
        drop(other);
        std::fs::remove_file(copy).expect("the copy goes");
    }

    fn copy_to(&self, path: &Path) {
        let connection = rusqlite::Connection::open(self.cache.path()).expect("the cache is a database");
        connection.execute("VACUUM INTO ?1", [path.to_string_lossy()]).expect("room for a copy");
    }
}

trait MapBoth<T> {
    fn map_both<R>(self, map: impl Fn(T) -> R) -> (R, R);
}

impl<T> MapBoth<T> for (T, T) {
    fn map_both<R>(self, map: impl Fn(T) -> R) -> (R, R) {
        (map(self.0), map(self.1))
    }
}

/// Everything that columns tell: the rows of each log in their order, and every value.
fn told(columns: &Columns) -> Vec<(Log, Vec<Vec<Option<String>>>)> {
    let values = |row: &RowId| -> Vec<Option<String>> {
        let number = Some(columns.event(*row).0.to_string());
        let values = Field::ALL.into_iter().map(|field| columns.value(field, *row).map(std::borrow::Cow::into_owned));
        std::iter::once(number).chain(values).collect()
    };
    Log::ALL.into_iter().map(|log| (log, columns.rows_of(log).iter().map(values).collect())).collect()
}

fn sign_in(number: usize, more: &Value) -> Value {
    let mut record = json!({
        "id": format!("00000000-0000-4000-8000-{number:012}"),
        "createdDateTime": format!("2026-10-05T08:{:02}:{:02}Z", number / 60 % 60, number % 60),
        "appId": format!("aaaaaaaa-0000-4000-8000-{:012}", number % 7),
        "userId": format!("bbbbbbbb-0000-4000-8000-{:012}", number % 300),
        "userPrincipalName": format!("u{}@example.com", number % 300),
        "isInteractive": !number.is_multiple_of(3),
        "status": {"errorCode": if number.is_multiple_of(5) { 50_126 } else { 0 }},
    });
    if let (Some(record), Some(more)) = (record.as_object_mut(), more.as_object()) {
        record.extend(more.clone());
    }
    record
}

fn sign_ins(numbers: impl Iterator<Item = usize>, more: &Value) -> String {
    json!({"value": numbers.map(|number| sign_in(number, more)).collect::<Vec<_>>()}).to_string()
}

#[test]
fn what_was_kept_and_what_came_later_is_what_all_events_tell() {
    let mut scene = Scene::new();
    let first = scene.import("first.json", &sign_ins(0..400, &json!({})));
    scene.keep();
    // More of the same sign-ins, names for those that had none, new ones, and a log that was not there.
    scene.import("more.json", &sign_ins(350..700, &json!({"userDisplayName": "Anna", "location": {"city": "Oslo"}})));
    scene.check();
    let second = scene.import("named.json", &sign_ins(100..120, &json!({"appDisplayName": "Portal"})));
    scene.import(
        "odd.json",
        &json!([{"id": "odd one", "createdDateTime": "2026-10-05T09:00:00Z", "appId": "a", "userId": "u"}]).to_string(),
    );
    scene.check();
    scene.keep();
    scene.cache.forget(first).expect("it is forgotten");
    assert_eq!(scene.cache.kept_until().expect("it is asked"), None, "what is forgotten is in no chunk either");
    scene.check();
    scene.keep();
    scene.cache.forget(second).expect("it is forgotten");
    scene.check();
}

#[test]
fn an_event_that_became_another_one_is_no_row_of_its_own() {
    const CSV: &str = "Date (UTC),CorrelationId,Service,Category,Activity,Result,ActorType,ActorDisplayName,ActorObjectId,\
        ActorUserPrincipalName,IPAddress,Target1Type,Target1DisplayName,Target1ObjectId\n\
        2026-10-05T08:19:41Z,c1,Core Directory,UserManagement,Update user,success,User,Zoe Berg,u1,zoe@example.com,203.0.113.5,User,Ben Roth,t1\n";
    let event = |id: &str, target: &str| {
        json!({"id": id, "category": "UserManagement", "correlationId": "c1", "result": "success",
            "activityDisplayName": "Update user", "activityDateTime": "2026-10-05T08:19:41.5Z",
            "loggedByService": "Core Directory",
            "initiatedBy": {"user": {"id": "u1", "userPrincipalName": "zoe@example.com"}},
            "targetResources": [{"id": target, "displayName": "Ben Roth", "type": "User"}]})
    };
    let mut scene = Scene::new();
    scene.import("AuditLogs.csv", CSV);
    scene.import("other.json", &json!([event("Directory_2", "t2")]).to_string());
    scene.keep();
    scene.import("same.json", &json!([event("Directory_1", "t1")]).to_string());
    assert_eq!(scene.cache.len().expect("it counts"), 2);
    scene.check();
}

#[test]
fn what_others_write_meanwhile_is_not_lost() {
    let mut scene = Scene::new();
    scene.import("first.json", &sign_ins(0..50, &json!({})));
    let mut other = Cache::open(scene.cache.path()).expect("the cache opens twice");
    let version = other.data_version().expect("it is asked");
    scene.import("second.json", &sign_ins(50..60, &json!({})));
    let is_kept = other.keep_columns(version, std::iter::empty()).expect("it is tried");
    assert!(!is_kept, "the events that came in between are in no chunk");
    assert!(columns::keep(&mut other).expect("they are written"));
    scene.check();
}

#[test]
fn chunks_that_cannot_be_read_are_passed_over() {
    let mut scene = Scene::new();
    scene.import("first.json", &sign_ins(0..50, &json!({})));
    scene.keep();
    let connection = rusqlite::Connection::open(scene.cache.path()).expect("the cache is a database");
    let head: Vec<u8> =
        connection.query_row("SELECT data FROM kept_columns WHERE chunk = 0", [], |row| row.get(0)).expect("the head");
    let head = zstd::stream::decode_all(head.as_slice()).expect("it was compressed");
    // More rows than there are events, and from there on numbers that no text has.
    for from in [8, 16] {
        let mut wrong = head.clone();
        wrong[from..].fill(0xff);
        let wrong = zstd::stream::encode_all(wrong.as_slice(), 1).expect("it is compressed");
        connection.execute("UPDATE kept_columns SET data = ?1 WHERE chunk = 0", [wrong]).expect("it is damaged");
        scene.check();
    }
    for damage in ["SET data = x'00'", "SET data = substr(data, 1, length(data) / 2)", "SET data = zeroblob(4000)"] {
        for chunk in [0, 1] {
            scene.keep();
            let connection = rusqlite::Connection::open(scene.cache.path()).expect("the cache is a database");
            let damage = format!("UPDATE kept_columns {damage} WHERE chunk = {chunk}");
            assert_eq!(connection.execute(&damage, []).expect("it is damaged"), 1);
            scene.check();
        }
    }
}
