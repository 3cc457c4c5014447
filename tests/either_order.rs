//! Whatever the order in which files are imported, the same rows come of them, with the same notes; and forgetting a file
//! leaves what there would be without it.

use std::fs;
use std::time::{Duration, UNIX_EPOCH};

use signin_lens::cache::{Annotation, Cache};
use signin_lens::columns::{self, Columns, RowId};
use signin_lens::fields::Field;
use signin_lens::import::{Options, Progress, find_inputs};

struct Scene {
    folder: tempfile::TempDir,
    cache: Cache,
}

type File<'f> = (&'f str, &'f str);

impl Scene {
    fn of(files: &[File<'_>]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let cache = Cache::open(&folder.path().join("cache.db")).expect("a new cache opens");
        let mut scene = Self { folder, cache };
        for file in files {
            scene.import(*file);
        }
        scene
    }

    fn import(&mut self, (name, text): File<'_>) {
        let path = self.folder.path().join(name);
        fs::write(&path, text).expect("room for a small file");
        // The order of export is that of the names, whatever the order of import.
        let seconds = 1_790_000_000 + u64::from(name.as_bytes()[0]);
        let file = fs::File::options().write(true).open(&path).expect("the file is there");
        file.set_modified(UNIX_EPOCH + Duration::from_secs(seconds)).expect("it has a time");
        let input = find_inputs(&[path]).into_iter().next().expect("a file").expect("it is there");
        let imported = self.cache.import(&input, &Options::default(), &Progress::default());
        let counts = imported.unwrap_or_else(|error| panic!("{name}: {error}")).counts;
        assert_eq!(counts.rejected, 0, "{name}");
        assert_eq!(counts.new + counts.merged + counts.known, counts.records, "{name}: {counts:?}");
    }

    fn forget(&mut self, name: &str) {
        let source = self.cache.sources().expect("sources").into_iter().find(|source| source.name == name);
        assert!(self.cache.forget(source.expect("the source").id).expect("it can be forgotten"));
    }

    fn columns(&self) -> Columns {
        columns::load(&self.cache).expect("the cache loads")
    }

    /// What a person sees of each row, in an order of its own.
    fn rows(&self) -> Vec<String> {
        let columns = self.columns();
        let shown = [
            Field::Time,
            Field::RequestId,
            Field::Activity,
            Field::TargetId,
            Field::Username,
            Field::UserId,
            Field::Status,
            Field::OperationType,
        ];
        let row = |row: u32| {
            let value = |field| columns.value(field, RowId(row)).unwrap_or_default().into_owned();
            shown.map(value).join(" | ")
        };
        let mut rows: Vec<String> = (0..columns.len() as u32).map(row).collect();
        rows.sort();
        rows
    }

    fn row_with(&self, field: Field, part: &str) -> RowId {
        let columns = self.columns();
        let mut rows = (0..columns.len() as u32).map(RowId);
        rows.find(|row| columns.value(field, *row).is_some_and(|value| value.contains(part))).expect("such a row")
    }

    fn note(&mut self, row: RowId, note: &str) {
        let identity = self.columns().identity(row).expect("an identity");
        let annotation = Annotation { bookmarked: false, note: note.to_owned() };
        self.cache.annotate(&[(identity, annotation)]).expect("a note is kept");
    }

    /// Each note with the value of a field of its row.
    fn notes(&self, field: Field) -> Vec<(String, String)> {
        let columns = self.columns();
        let notes = self.cache.annotations().expect("notes").into_iter().map(|(event, annotation)| {
            let row = columns.row_of(event).expect("its row");
            (columns.value(field, row).unwrap_or_default().into_owned(), annotation.note)
        });
        notes.collect()
    }
}

/// Every order of some files.
fn orders<T: Copy>(files: &[T]) -> Vec<Vec<T>> {
    if files.is_empty() {
        return vec![Vec::new()];
    }
    let mut all = Vec::new();
    for at in 0..files.len() {
        let mut rest = files.to_vec();
        let first = rest.remove(at);
        all.extend(orders(&rest).into_iter().map(|mut order| {
            order.insert(0, first);
            order
        }));
    }
    all
}

/// Imports files in every order, and tells the rows, which must be the same each time. Then each file is forgotten: there
/// must be what the others alone tell.
fn rows_in_every_order(files: &[File<'_>]) -> Vec<String> {
    let rows = Scene::of(files).rows();
    for order in orders(files) {
        let names: Vec<&str> = order.iter().map(|file| file.0).collect();
        assert_eq!(Scene::of(&order).rows(), rows, "{names:?}");
        for forgotten in files {
            let mut scene = Scene::of(&order);
            scene.forget(forgotten.0);
            let others: Vec<File<'_>> = order.iter().filter(|file| file.0 != forgotten.0).copied().collect();
            assert_eq!(scene.rows(), Scene::of(&others).rows(), "{names:?} without {}", forgotten.0);
            scene.import((forgotten.0, &format!("{}\n", forgotten.1)));
            // Of what both tell, the later export's spelling wins.
            assert_eq!(scene.rows().len(), rows.len(), "{names:?}, {} again", forgotten.0);
        }
    }
    rows
}

const CHANGE: &str = "11111111-2222-4333-8444-555555555511";
const PROVISIONING: &str = "Date (UTC),Change ID,Cycle ID,Job ID,Action,Source identity,Status\n";

fn provisioning(time: &str, status: &str) -> String {
    format!("2026-10-05T{time}Z,{CHANGE},c1,j1,Update,Zoe Berg,{status}\n")
}

#[test]
fn provisioning_rows_of_one_change_at_different_times_stay_apart() {
    let first = format!("{PROVISIONING}{}", provisioning("08:00:00", "Failure"));
    let both = format!("{PROVISIONING}{}{}", provisioning("09:00:00", "Success"), provisioning("08:00:00", "Failure"));
    let json = |id: &str, time: &str, status: &str| {
        format!(
            r#"{{"id":"{id}","activityDateTime":"2026-10-05T{time}.25Z","provisioningAction":"update","jobId":"j1","cycleId":"c1",
                "changeId":"{CHANGE}","sourceIdentity":{{"displayName":"Zoe Berg"}},"provisioningStatusInfo":{{"status":"{status}"}}}}"#
        )
    };
    let rows = rows_in_every_order(&[("A.csv", &first), ("B.csv", &both)]);
    assert_eq!(rows.len(), 2);
    assert!(rows[0].contains("08:00:00Z") && rows[0].contains("failure"), "{rows:?}");
    assert!(rows[1].contains("09:00:00Z") && rows[1].contains("success"), "{rows:?}");
    let json = format!("[{},{}]", json("p2", "09:00:00", "success"), json("p1", "08:00:00", "failure"));
    let rows = rows_in_every_order(&[("A.csv", &first), ("B.csv", &both), ("C.json", &json)]);
    assert_eq!(rows.len(), 2);
    assert!(rows[0].contains("08:00:00.250Z | p1 | ") && rows[1].contains("09:00:00.250Z | p2 | "), "{rows:?}");
}

const AUDIT_CSV: &str = "Date (UTC),CorrelationId,Service,Category,Activity,Result,ActorType,ActorDisplayName,ActorObjectId,\
    ActorUserPrincipalName,IPAddress,Target1Type,Target1DisplayName,Target1ObjectId\n";

fn audit_row(time: &str, target: &str) -> String {
    format!(
        "{time},c1,Core Directory,UserManagement,Update user,success,User,Zoe Berg,u1,zoe@example.com,203.0.113.5,User,Ben,{target}\n"
    )
}

fn audit_json(id: &str, time: &str, activity: &str, targets: &[&str]) -> String {
    let targets: Vec<String> =
        targets.iter().map(|id| format!(r#"{{"id":"{id}","displayName":"Ben","type":"User"}}"#)).collect();
    format!(
        r#"{{"id":"{id}","category":"UserManagement","correlationId":"c1","result":"success","activityDisplayName":"{activity}",
            "activityDateTime":"2026-10-05T{time}Z","loggedByService":"Core Directory","operationType":"Update",
            "initiatedBy":{{"user":{{"id":"u1","displayName":"Zoe Berg","userPrincipalName":"zoe@example.com","ipAddress":"203.0.113.5"}}}},
            "targetResources":[{}]}}"#,
        targets.join(",")
    )
}

fn json_list(records: &[String]) -> String {
    format!("[{}]", records.join(","))
}

#[test]
fn audit_events_that_share_one_target_of_several_stay_apart() {
    let records = [
        audit_json("Directory_1", "08:19:41", "Add member to group", &["u1", "g"]),
        audit_json("Directory_1", "08:19:41", "Add member to group", &["u2", "g"]),
    ];
    let shorter = audit_json("Directory_1", "08:19:41", "add member to group", &["u2"]);
    let (all, shorter) = (json_list(&records), json_list(&[shorter]));
    assert_eq!(rows_in_every_order(&[("A.json", &all), ("B.json", &shorter)]).len(), 2);
    let [one, other] = records.map(|record| json_list(&[record]));
    assert_eq!(rows_in_every_order(&[("A.json", &one), ("B.json", &other)]).len(), 2);
}

#[test]
fn a_note_is_on_the_event_it_was_written_on_though_others_have_its_identifier() {
    let records = ["Add user", "Update user", "Delete user"]
        .map(|activity| audit_json("Directory_1", "08:19:41", activity, &["t1"]));
    let mut scene = Scene::of(&[("A.json", &json_list(&records))]);
    let row = scene.row_with(Field::Activity, "Update user");
    scene.note(row, "Asked Ben");
    let noted = [("Update user".to_owned(), "Asked Ben".to_owned())];
    assert_eq!(scene.notes(Field::Activity), noted);
    let row = scene.row_with(Field::Activity, "Add user");
    scene.note(row, "Asked Zoe");
    assert_eq!(scene.notes(Field::Activity).len(), 2);
    scene.note(row, "");
    scene.forget("A.json");
    let mut backwards = records.to_vec();
    backwards.reverse();
    scene.import(("B.json", &json_list(&backwards[..1])));
    assert_eq!(scene.notes(Field::Activity), [], "that event is not there");
    scene.import(("C.json", &json_list(&backwards)));
    assert_eq!(scene.notes(Field::Activity), noted);
}

#[test]
fn notes_on_both_forms_of_an_event_are_both_kept() {
    let csv = format!("{AUDIT_CSV}{}", audit_row("2026-10-05T08:19:41Z", "t1"));
    let json = json_list(&[audit_json("Directory_1", "08:19:41.5", "Update user", &["t1"])]);
    let mut scene = Scene::of(&[("A.json", &json)]);
    scene.note(RowId(0), "Asked Zoe");
    scene.forget("A.json");
    scene.import(("A.csv", &csv));
    assert_eq!(scene.notes(Field::RequestId), [], "nothing tells yet that it is that event");
    scene.note(RowId(0), "Asked Ben");
    scene.import(("B.json", &format!("{json}\n")));
    assert_eq!(scene.notes(Field::RequestId), [("Directory_1".to_owned(), "Asked Zoe\nAsked Ben".to_owned())]);
}

#[test]
fn a_note_is_there_again_whichever_form_comes_again() {
    let csv = format!("{AUDIT_CSV}{}", audit_row("2026-10-05T08:19:41Z", "t1"));
    let json = json_list(&[audit_json("Directory_1", "08:19:41.5", "Update user", &["t1"])]);
    let files = [("A.csv", csv.as_str()), ("A.json", json.as_str())];
    for noted_first in [true, false] {
        for order in orders(&files) {
            for forgetting in orders(&files) {
                let mut scene = Scene::of(&order[..1]);
                if noted_first {
                    scene.note(RowId(0), "Asked Zoe");
                }
                scene.import(order[1]);
                if !noted_first {
                    scene.note(RowId(0), "Asked Zoe");
                }
                for (name, _) in &forgetting {
                    assert_eq!(scene.notes(Field::Activity).len(), 1);
                    scene.forget(name);
                }
                scene.import(("B.csv", &format!("{csv}\n")));
                assert_eq!(scene.notes(Field::Activity).len(), 1, "{noted_first} {order:?} {forgetting:?}");
                scene.note(RowId(0), "It was her");
                scene.import(("B.json", &format!("{json}\n")));
                assert_eq!(scene.notes(Field::RequestId), [("Directory_1".to_owned(), "It was her".to_owned())]);
            }
        }
    }
}

#[test]
fn a_note_written_while_a_file_is_imported_finds_its_event() {
    let csv = format!("{AUDIT_CSV}{}", audit_row("2026-10-05T08:19:41Z", "t1"));
    let mut scene = Scene::of(&[("A.csv", &csv)]);
    let identity = scene.columns().identity(RowId(0)).expect("an identity");
    scene.import(("A.json", &json_list(&[audit_json("Directory_1", "08:19:41.5", "Update user", &["t1"])])));
    let annotation = Annotation { bookmarked: true, note: "Asked Zoe".to_owned() };
    scene.cache.annotate(&[(identity, annotation)]).expect("a note is kept");
    assert_eq!(scene.notes(Field::RequestId), [("Directory_1".to_owned(), "Asked Zoe".to_owned())]);
}

#[test]
fn the_moment_of_a_detection_is_that_of_the_form_that_tells_its_identifier() {
    let csv = "Detection type,Risk state,Risk level,Detection time (UTC),User,Username,IP address,Request ID\n\
               Unfamiliar sign-in properties,At risk,Medium,2026-10-06T00:01:07Z,Zoe Berg,zoe@example.com,203.0.113.5,11111111-2222-4333-8444-555555555501\n";
    let json = r#"[{"id":"d1","requestId":"11111111-2222-4333-8444-555555555501","correlationId":"c1","riskEventType":"unfamiliarFeatures",
        "riskState":"atRisk","riskLevel":"medium","activityDateTime":"2026-10-05T08:19:41Z","detectedDateTime":"2026-10-06T00:01:07Z",
        "userId":"u1","userDisplayName":"Zoe Berg","userPrincipalName":"zoe@example.com","ipAddress":"203.0.113.5"}]"#;
    let rows = rows_in_every_order(&[("A.csv", csv), ("B.json", json)]);
    assert_eq!(rows.len(), 1);
    assert!(rows[0].starts_with("2026-10-05T08:19:41Z | d1 |"), "{rows:?}");
    let mut scene = Scene::of(&[("A.csv", csv)]);
    scene.note(RowId(0), "Asked Zoe");
    scene.import(("B.json", json));
    assert_eq!(scene.notes(Field::RequestId), [("d1".to_owned(), "Asked Zoe".to_owned())]);
    scene.forget("B.json");
    assert_eq!(scene.notes(Field::Username).len(), 1);
}

#[test]
fn two_renderings_without_identifiers_are_one_event_where_a_third_tells_it() {
    let csv = format!("{AUDIT_CSV}{}", audit_row("2026-10-05T08:19:41Z", "t1"));
    let wider =
        csv.replace("ActorType,", "ActorType,ResultReason,").replace("success,User,Zoe", "success,User,Asked for,Zoe");
    let wider = wider.replace("Update user", "Update User");
    let json = json_list(&[audit_json("Directory_1", "08:19:41.5", "Update user", &["t1"])]);
    let rows = rows_in_every_order(&[("A.csv", &csv), ("B.csv", &wider), ("C.json", &json)]);
    assert_eq!(rows.len(), 1, "{rows:?}");
    assert_eq!(rows_in_every_order(&[("A.csv", &csv), ("B.csv", &wider)]).len(), 2, "nothing tells that they are one");
}

#[test]
fn rows_that_tell_the_same_find_as_many_events_as_there_are() {
    let row = audit_row("2026-10-05T08:19:41Z", "t1");
    let (two, three) = (format!("{AUDIT_CSV}{row}{row}"), format!("{AUDIT_CSV}{row}{row}{row}"));
    let one = json_list(&[audit_json("Directory_1", "08:19:41.5", "Update user", &["t1"])]);
    let other = json_list(&[audit_json("Directory_2", "08:19:41.7", "Update user", &["t1"])]);
    let rows = rows_in_every_order(&[("A.csv", &two), ("B.csv", &three), ("C.json", &one), ("D.json", &other)]);
    assert_eq!(rows.len(), 3, "{rows:?}");
}

/// Rows on whole minutes, as a spreadsheet saves them.
fn audit_in_minutes(minutes: &[&str]) -> String {
    let rows = minutes.iter().map(|minute| audit_row(&format!("2026-10-05 {minute}"), "t1"));
    format!("{AUDIT_CSV}{}", rows.collect::<String>())
}

#[test]
fn audit_rows_without_seconds_are_those_of_their_minute() {
    let csv = audit_in_minutes(&["08:19", "08:25", "08:25"]);
    let json = json_list(&[
        audit_json("Directory_1", "08:19:41.5", "Update user", &["t1"]),
        audit_json("Directory_2", "08:25:10", "Update user", &["t1"]),
        audit_json("Directory_3", "08:25:50", "Update user", &["t1"]),
    ]);
    let rows = rows_in_every_order(&[("A.csv", &csv), ("B.json", &json)]);
    assert_eq!(rows.len(), 3, "{rows:?}");
    let unclear = audit_in_minutes(&["08:25"]);
    let rows = rows_in_every_order(&[("A.csv", &unclear), ("B.json", &json)]);
    assert_eq!(rows.len(), 4, "nothing tells which of two it is: {rows:?}");
}

#[test]
fn sign_ins_without_seconds_are_the_only_one_of_their_minute_or_stay_apart() {
    let header = "Date (UTC),Request ID,User,Username,Application,Status,Sign-in error code,IP address\n";
    let row = |time: &str| {
        format!("{time},00000000-0000-4000-8000-000000000001,Anna,anna@example.com,Mail,Success,0,203.0.113.1\n")
    };
    let first = format!("{header}{}", row("2026-10-05T08:05:10Z"));
    let second = format!("{header}{}", row("2026-10-05T08:05:40Z"));
    let minute = format!("{header}{}", row("2026-10-05 08:05"));
    assert_eq!(rows_in_every_order(&[("A.csv", &first), ("M.csv", &minute)]).len(), 1);
    let rows = rows_in_every_order(&[("A.csv", &first), ("B.csv", &second), ("M.csv", &minute)]);
    assert_eq!(rows.len(), 3, "{rows:?}");
}

#[test]
fn a_risky_workload_told_by_name_alone_is_the_one_told_by_both() {
    let csv = "Service principal name,Service principal type,Risk level,Risk state,Risk last updated (UTC)\nLoom HR,Application,High,At risk,2026-10-05T08:19:41Z\n";
    let json = r#"[{"id":"11111111-2222-4333-8444-555555555501","appId":"11111111-2222-4333-8444-555555555502","displayName":"Loom HR",
        "servicePrincipalType":"Application","riskLevel":"high","riskState":"atRisk","riskLastUpdatedDateTime":"2026-10-05T08:19:41.5Z"}]"#;
    let files = [("A.csv", csv), ("B.json", json)];
    let rows = rows_in_every_order(&files);
    assert_eq!(rows.len(), 1, "{rows:?}");
}

#[test]
fn a_detail_shows_the_made_identifier_of_its_own_row() {
    let row = audit_row("2026-10-05T08:19:41Z", "t1");
    let scene = Scene::of(&[("A.csv", &format!("{AUDIT_CSV}{row}{row}"))]);
    let columns = scene.columns();
    for row in [RowId(0), RowId(1)] {
        let detail = scene.cache.detail(columns.event(row)).expect("it is read").expect("it is there");
        assert_eq!(detail.record.get(Field::RequestId), columns.value(Field::RequestId, row).as_deref());
    }
}

#[test]
fn many_rows_that_tell_the_same_are_joined_without_waiting() {
    let csv = format!("{AUDIT_CSV}{}", audit_row("2026-10-05T08:19:41Z", "t1").repeat(2_000));
    let json: Vec<String> = (0..2_000)
        .map(|number| audit_json(&format!("Directory_{number}"), "08:19:41.5", "Update user", &["t1"]))
        .collect();
    let began = std::time::Instant::now();
    let scene = Scene::of(&[("A.csv", &csv), ("B.json", &json_list(&json))]);
    assert_eq!(scene.columns().len(), 2_000);
    assert!(began.elapsed().as_secs() < 60, "{:?}", began.elapsed());
}
