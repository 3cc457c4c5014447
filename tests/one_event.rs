//! One event told in several forms, by files that tell its identifier and by others that do not, is one row; events that
//! only look alike stay apart.

use std::fs;

use signin_lens::app::export::{Spelling, cell};
use signin_lens::cache::{Annotation, Cache, Counts};
use signin_lens::clock::Clock;
use signin_lens::columns::{self, Columns, RowId};
use signin_lens::export::table::Cell;
use signin_lens::fields::{Field, Log, Logs};
use signin_lens::import::{Options, Progress, find_inputs};
use signin_lens::insights::{By, Entities};
use signin_lens::query::{Fold, Scope, group, select, sort};

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

    fn import(&mut self, name: &str, text: &str) -> Counts {
        let path = self.folder.path().join(name);
        fs::write(&path, text).expect("room for a small file");
        let input = find_inputs(&[path]).into_iter().next().expect("a file").expect("it is there");
        let imported = self.cache.import(&input, &Options::default(), &Progress::default());
        imported.unwrap_or_else(|error| panic!("{name}: {error}")).counts
    }

    fn forget(&mut self, name: &str) {
        let source = self.cache.sources().expect("sources").into_iter().find(|source| source.name == name);
        assert!(self.cache.forget(source.expect("the source").id).expect("it can be forgotten"));
    }

    fn columns(&self) -> Columns {
        columns::load(&self.cache).expect("the cache loads")
    }

    /// A field of every row, in order of their texts.
    fn values(&self, field: Field) -> Vec<String> {
        let columns = self.columns();
        let value = |row| columns.value(field, RowId(row)).map(std::borrow::Cow::into_owned).unwrap_or_default();
        let mut values: Vec<String> = (0..columns.len() as u32).map(value).collect();
        values.sort();
        values
    }
}

const AUDIT_CSV: &str = "Date (UTC),CorrelationId,Service,Category,Activity,Result,ActorType,ActorDisplayName,ActorObjectId,\
    ActorUserPrincipalName,IPAddress,Target1Type,Target1DisplayName,Target1ObjectId\n";

/// An audit event as a row of the portal's CSV: in whole seconds, without an identifier.
fn audit_row(activity: &str, target: &str) -> String {
    format!(
        "2026-10-05T08:19:41Z,c1,Core Directory,UserManagement,{activity},success,User,Zoe Berg,u1,zoe@example.com,\
         203.0.113.5,User,Ben Roth,{target}\n"
    )
}

/// The same as the JSON download tells it.
fn audit_json(id: &str, activity: &str, target: &str) -> String {
    format!(
        r#"{{"id":"{id}","category":"UserManagement","correlationId":"c1","result":"success","activityDisplayName":"{activity}",
            "activityDateTime":"2026-10-05T08:19:41.5173Z","loggedByService":"Core Directory","operationType":"Update",
            "initiatedBy":{{"user":{{"id":"u1","displayName":"Zoe Berg","userPrincipalName":"zoe@example.com","ipAddress":"203.0.113.5"}}}},
            "targetResources":[{{"id":"{target}","displayName":"Ben Roth","type":"User"}}]}}"#
    )
}

fn json_list(records: &[String]) -> String {
    format!("[{}]", records.join(","))
}

#[test]
fn an_audit_event_is_one_row_from_csv_and_json_in_either_order() {
    let csv = format!("{AUDIT_CSV}{}{}", audit_row("Update user", "t1"), audit_row("Update user", "t2"));
    let json =
        json_list(&[audit_json("Directory_1", "Update user", "t1"), audit_json("Directory_2", "Update user", "t2")]);
    for is_csv_first in [true, false] {
        let mut scene = Scene::new();
        let files = [("AuditLogs.csv", &csv), ("AuditLogs.json", &json)];
        let [first, second] = if is_csv_first { files } else { [files[1], files[0]] };
        assert_eq!(scene.import(first.0, first.1).new, 2);
        let counts = scene.import(second.0, second.1);
        assert_eq!((counts.new, counts.merged + counts.known), (0, 2), "CSV first: {is_csv_first}");
        assert_eq!(scene.values(Field::RequestId), ["Directory_1", "Directory_2"]);
        assert_eq!(scene.values(Field::OperationType), ["Update", "Update"], "JSON alone tells it");
        assert_eq!(scene.values(Field::Time), ["2026-10-05T08:19:41.517Z", "2026-10-05T08:19:41.517Z"]);
        // Another download of either form tells nothing new.
        assert_eq!(scene.import("AuditLogs_2.csv", &format!("{csv}\n")).known, 2);
        assert_eq!(scene.import("AuditLogs_2.json", &format!("{json}\n")).known, 2);
        assert_eq!(scene.columns().len(), 2);
    }
}

#[test]
fn forgetting_one_form_leaves_what_the_other_tells() {
    let csv = format!("{AUDIT_CSV}{}", audit_row("Update user", "t1"));
    let json = json_list(&[audit_json("Directory_1", "Update user", "t1")]);
    for order in [["AuditLogs.csv", "AuditLogs.json"], ["AuditLogs.json", "AuditLogs.csv"]] {
        let mut scene = Scene::new();
        for name in order {
            scene.import(name, if name.ends_with("csv") { &csv } else { &json });
        }
        let identity = scene.columns().identity(RowId(0)).expect("an identity");
        let note = Annotation { bookmarked: true, note: "Asked Zoe".to_owned() };
        scene.cache.annotate(&[(identity, note.clone())]).expect("a note is kept");
        scene.forget("AuditLogs.json");
        assert!(scene.values(Field::RequestId)[0].starts_with("row-"), "the CSV tells none");
        assert_eq!(scene.values(Field::Target), ["Ben Roth"]);
        let noted = |scene: &Scene| -> Vec<Annotation> {
            scene.cache.annotations().expect("notes").into_iter().map(|(_, note)| note).collect()
        };
        assert_eq!(noted(&scene), std::slice::from_ref(&note), "the note stays");
        assert_eq!(scene.import("AuditLogs_2.csv", &format!("{csv}\n")).known, 1);
        assert_eq!(scene.import("AuditLogs_2.json", &format!("{json}\n")).new, 0);
        assert_eq!(noted(&scene), [note]);
        scene.forget("AuditLogs.csv");
        scene.forget("AuditLogs_2.csv");
        assert_eq!(scene.values(Field::RequestId), ["Directory_1"]);
        assert_eq!(scene.import("AuditLogs_3.csv", &format!("\n{csv}")).new, 0);
        assert_eq!(scene.columns().len(), 1);
    }
}

#[test]
fn so_many_rows_as_there_are_events_find_theirs() {
    let same = audit_row("Update user", "t1");
    let csv = format!("{AUDIT_CSV}{same}{same}{same}");
    let json =
        json_list(&[audit_json("Directory_1", "Update user", "t1"), audit_json("Directory_2", "Update user", "t1")]);
    for is_csv_first in [true, false] {
        let mut scene = Scene::new();
        if is_csv_first {
            scene.import("AuditLogs.csv", &csv);
        }
        scene.import("AuditLogs.json", &json);
        if !is_csv_first {
            scene.import("AuditLogs.csv", &csv);
        }
        let ids = scene.values(Field::RequestId);
        assert_eq!((&ids[..2], ids.len()), (&["Directory_1".to_owned(), "Directory_2".to_owned()][..], 3));
        assert!(ids[2].starts_with("row-"), "the third is told by the CSV alone: {ids:?}");
    }
}

#[test]
fn what_only_looks_alike_stays_apart() {
    let mut scene = Scene::new();
    let rows = [audit_row("Update user", "t1"), audit_row("Delete user", "t1"), audit_row("Update user", "t3")];
    scene.import("AuditLogs.csv", &format!("{AUDIT_CSV}{}", rows.concat()));
    let counts = scene.import("AuditLogs.json", &json_list(&[audit_json("Directory_1", "Update user", "t2")]));
    assert_eq!(counts.new, 1);
}

#[test]
fn records_of_one_identifier_in_which_other_things_were_done_are_each_kept() {
    let records = [
        audit_json("Directory_1", "Add user", "t1"),
        audit_json("Directory_1", "Update user", "t1"),
        audit_json("Directory_1", "Update user", "t2"),
    ];
    let mut scene = Scene::new();
    assert_eq!(scene.import("AuditLogs.json", &json_list(&records)).new, 3);
    let again = scene.import("AuditLogs_2.json", &format!("{}\n", json_list(&records)));
    assert_eq!((again.new, again.known), (0, 3));
    assert_eq!(scene.values(Field::Activity), ["Add user", "Update user", "Update user"]);
}

const DETECTION: &str = r#"[{"id":"d1","requestId":"11111111-2222-4333-8444-555555555501","correlationId":"c1","riskEventType":"unfamiliarFeatures",
    "riskState":"atRisk","riskLevel":"medium","activityDateTime":"2026-10-05T08:19:41.25Z","detectedDateTime":"2026-10-06T00:00:00Z",
    "userId":"u1","userDisplayName":"Zoe Berg","userPrincipalName":"zoe@example.com","ipAddress":"203.0.113.5"}]"#;

#[test]
fn a_detection_is_known_by_the_request_and_its_kind() {
    let csv = "Detection type,Risk state,Risk level,Detection time (UTC),User,Username,IP address,Request ID\n\
               Unfamiliar sign-in properties,At risk,Medium,2026-10-06T00:00:00Z,Zoe Berg,zoe@example.com,203.0.113.5,11111111-2222-4333-8444-555555555501\n\
               Password spray,At risk,Medium,2026-10-06T00:00:00Z,Zoe Berg,zoe@example.com,203.0.113.5,11111111-2222-4333-8444-555555555501\n";
    for is_csv_first in [true, false] {
        let mut scene = Scene::new();
        if is_csv_first {
            scene.import("RiskDetections.csv", csv);
        }
        scene.import("RiskDetections.json", DETECTION);
        if !is_csv_first {
            scene.import("RiskDetections.csv", csv);
        }
        assert_eq!(scene.values(Field::RiskEvents), ["passwordSpray", "unfamiliarFeatures"], "{is_csv_first}");
        assert!(scene.values(Field::Time).contains(&"2026-10-05T08:19:41.250Z".to_owned()), "{is_csv_first}");
        assert_eq!(scene.columns().rows_of(Log::RiskDetections).len(), 2);
    }
}

#[test]
fn a_risky_user_without_an_object_id_is_the_one_with_that_username() {
    let csv = "User,Username,Risk level,Risk state,Risk last updated (UTC)\n\
               Zoe Berg,ZOE@example.com,High,At risk,2026-10-05T08:19:41Z\n";
    let json = r#"[{"id":"11111111-2222-4333-8444-555555555501","userDisplayName":"Zoe Berg","userPrincipalName":"zoe@example.com",
        "riskLevel":"high","riskState":"atRisk","riskLastUpdatedDateTime":"2026-10-05T08:19:41.75Z","isDeleted":false}]"#;
    for files in [[("a.csv", csv), ("b.json", json)], [("b.json", json), ("a.csv", csv)]] {
        let mut scene = Scene::new();
        for (name, text) in files {
            scene.import(name, text);
        }
        assert_eq!(scene.values(Field::UserId), ["11111111-2222-4333-8444-555555555501"]);
    }
}

fn provisioning(id: &str, second: u8, steps: &str) -> String {
    format!(
        r#"{{"id":"{id}","activityDateTime":"2026-10-05T08:19:{second}Z","provisioningAction":"update","jobId":"j1","cycleId":"c1",
            "changeId":"11111111-2222-4333-8444-555555555511","sourceIdentity":{{"displayName":"Zoe Berg"}},
            "provisioningStatusInfo":{{"status":"success"}},"provisioningSteps":[{steps}]}}"#
    )
}

#[test]
fn provisioning_events_of_one_change_keep_their_own_identifiers_and_repeated_steps() {
    let step = r#"{"name":"EntryExport","status":"failure","description":"Timeout"}"#;
    let records = [provisioning("p1", 40, &[step, step].join(",")), provisioning("p2", 40, "")];
    let mut scene = Scene::new();
    assert_eq!(scene.import("ProvisioningLogs.json", &json_list(&records)).new, 2);
    assert_eq!(scene.values(Field::RequestId), ["p1", "p2"]);
    assert_eq!(scene.values(Field::ChangeId), ["11111111-2222-4333-8444-555555555511"; 2]);
    let line = "EntryExport: failure (Timeout)";
    assert_eq!(scene.values(Field::ProvisioningSteps), [String::new(), format!("{line}\n{line}")]);
}

#[test]
fn details_files_find_provisioning_events_by_their_change_in_any_order() {
    let change = "11111111-2222-4333-8444-555555555511";
    let main = format!(
        "Date (UTC),Change ID,Cycle ID,Job ID,Action,Source identity,Status\n2026-10-05T08:19:40Z,{change},c1,j1,Update,Zoe Berg,Success\n"
    );
    let row = format!("{change},EntryExport,Export,Failure,Timeout\n");
    let steps = format!("Change ID,Step Name,Step Type,Status,Description\n{row}{row}");
    let json = json_list(&[provisioning("p1", 40, "")]);
    let files =
        [("ProvisioningLogs.csv", &main), ("ProvisioningLogs_ProvisioningSteps.csv", &steps), ("b.json", &json)];
    let line = "EntryExport: failure (Timeout)";
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let mut scene = Scene::new();
        for at in order {
            let (name, text) = files[at];
            scene.import(name, text);
        }
        assert_eq!(scene.values(Field::RequestId), ["p1"], "{order:?}");
        assert_eq!(scene.values(Field::ProvisioningSteps), [format!("{line}\n{line}")], "{order:?}");
        scene.forget("b.json");
        assert_eq!(scene.values(Field::ProvisioningSteps), [format!("{line}\n{line}")], "{order:?}");
        scene.forget("ProvisioningLogs_ProvisioningSteps.csv");
        assert_eq!(scene.values(Field::ProvisioningSteps), [""], "{order:?}");
        let again = scene.import("ProvisioningLogs_2.csv", &format!("{main}\n"));
        assert_eq!((again.new, again.known), (0, 1), "{order:?}");
    }
}

const SCRIPT: &str = "TimeGenerated [UTC],UserPrincipalName,AppDisplayName,IPAddress,ResultType\n\
    2026-10-05T08:19:41Z,Zoe@example.com,Mail,203.0.113.5,50126\n";

#[test]
fn an_identifier_that_was_made_is_no_request_id() {
    let mut scene = Scene::new();
    scene.import("sign-ins.csv", SCRIPT);
    let columns = scene.columns();
    let row = RowId(0);
    assert!(
        columns.value(Field::RequestId, row).is_some_and(|id| id.starts_with("row-")),
        "the program knows it by that"
    );
    assert_eq!(columns.display(Field::RequestId, row, &Clock::default()), "", "the table shows none");
    assert_eq!(cell(&columns, Field::RequestId, row, Spelling::Stored), Cell::Missing, "nor has an export one");
}

#[test]
fn a_user_without_a_display_name_is_shown_sorted_grouped_and_exported_by_the_user_principal_name() {
    let mut scene = Scene::new();
    let row = |second: u8, user: &str| format!("2026-10-05T08:19:{second}Z,{user},Mail,203.0.113.5,50126\n");
    let header = SCRIPT.lines().next().expect("a header");
    let rows = [row(41, "Zoe@example.com"), row(42, "adam@example.com"), row(43, "Zoe@example.com")].concat();
    scene.import("sign-ins.csv", &format!("{header}\n{rows}"));
    let columns = scene.columns();
    let scope = Scope::new(&columns, Clock::default());
    let mut rows = columns.rows_of(Log::Interactive).to_vec();
    sort(&scope, &mut rows, &["user".parse().expect("a sort key")]);
    let users = ["adam@example.com", "Zoe@example.com", "Zoe@example.com"];
    for (row, user) in rows.iter().zip(users) {
        assert_eq!(columns.display(Field::User, *row, &Clock::default()), user);
        for spelling in [Spelling::Stored, Spelling::Shown] {
            assert_eq!(cell(&columns, Field::User, *row, spelling), Cell::from(user));
        }
    }
    assert_eq!(group(&scope, &rows, &Fold::By(vec![Field::User]), None).len(), 2);
}

#[test]
fn a_username_alone_is_the_person_whose_it_is_unless_several_had_it() {
    let with_id = |number: u8, user: &str| {
        format!(
            r#"{{"id":"r{number}","createdDateTime":"2026-10-05T08:00:0{number}Z","appId":"a","appDisplayName":"Mail","userDisplayName":"Zoe Berg",
                "userId":"{user}","userPrincipalName":"zoe@example.com","status":{{"errorCode":0}}}}"#
        )
    };
    let [one, other] = [1, 2].map(|number| format!("11111111-2222-4333-8444-55555555550{number}"));
    let people = |scene: &Scene| {
        let columns = scene.columns();
        let rows = columns.rows_of_all(Logs::SIGN_INS);
        let people = Entities::of(&columns, &rows, By::Users).known;
        let scope = Scope::new(&columns, Clock::default());
        people
            .into_iter()
            .map(|person| (person.title, select(&scope, Logs::SIGN_INS, &person.filter).len()))
            .collect::<Vec<_>>()
    };
    let mut scene = Scene::new();
    scene.import("InteractiveSignIns.json", &json_list(&[with_id(1, &one)]));
    scene.import("sign-ins.csv", SCRIPT);
    assert_eq!(people(&scene), [("Zoe Berg".to_owned(), 2)], "one person, whose filter finds both sign-ins");
    scene.import("InteractiveSignIns_2.json", &json_list(&[with_id(2, &other)]));
    assert_eq!(people(&scene).len(), 3, "nobody knows whose of both it was");
}

#[test]
fn lists_that_are_no_reports_are_refused_with_what_they_are() {
    let application = r#"{"id":"o1","appId":"a1","displayName":"Loom HR","createdDateTime":"2026-01-05T08:00:00Z","signInAudience":"AzureADMyOrg"}"#;
    for (name, text, what) in [
        (
            "applications.json",
            format!(
                r#"{{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#applications","value":[{application}]}}"#
            ),
            "applications",
        ),
        (
            "applications.csv",
            "Id,DisplayName,AppId,CreatedDateTime\no1,Loom HR,a1,2026-01-05T08:00:00Z\n".to_owned(),
            "applications",
        ),
        (
            "changes.csv",
            "Change ID,Name,Status,Description,Owner\nCHG0001,New printer,Closed,On the third floor,Ben\n".to_owned(),
            "some other system",
        ),
        (
            "people.json",
            r#"[{"id":"u1","displayName":"Zoe Berg","userPrincipalName":"zoe@example.com"}]"#.to_owned(),
            "departments",
        ),
    ] {
        let mut scene = Scene::new();
        let path = scene.folder.path().join(name);
        fs::write(&path, text).expect("room for a small file");
        let input = find_inputs(&[path]).into_iter().next().expect("a file").expect("it is there");
        let refused = scene.cache.import(&input, &Options::default(), &Progress::default()).expect_err("no report");
        assert!(refused.to_string().contains(what), "{name}: {refused}");
    }
    let mut scene = Scene::new();
    let users = r#"[{"id":"u1","displayName":"Zoe Berg","userPrincipalName":"zoe@example.com","createdDateTime":"2026-01-05T08:00:00Z"}]"#;
    scene.import("users.json", users);
    assert_eq!(
        (scene.columns().len(), scene.cache.directory().expect("it is read").entries().len()),
        (0, 1),
        "they are people"
    );
}

#[test]
fn what_was_taken_for_granted_stays_with_the_source() {
    let mut scene = Scene::new();
    scene.import("sign-ins.csv", SCRIPT);
    let notes = scene.cache.sources().expect("sources").remove(0).notes;
    assert!(notes.iter().any(|note| note.contains("no column with request IDs")), "{notes:?}");
}
