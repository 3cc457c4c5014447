//! Files that leave something open: the order of day and month, the zone, the second, the digits of a number, the
//! meaning of a column. What can be known is read right, and what can't is said.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use signin_lens::cache::{Annotation, Cache, Counts, SourceId};
use signin_lens::clock::Zone;
use signin_lens::columns::{self, Columns, RowId};
use signin_lens::fields::{Field, Log};
use signin_lens::import::{Input, Options, Progress, find_inputs, propose};

struct Scene {
    folder: tempfile::TempDir,
    cache: Cache,
}

struct Imported {
    source: SourceId,
    format: &'static str,
    counts: Counts,
    notes: Vec<String>,
}

impl Imported {
    fn says(&self, wanted: &str) -> bool {
        self.notes.iter().any(|note| note.contains(wanted))
    }
}

impl Scene {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let cache = Cache::open(&folder.path().join("cache.db")).expect("a new cache opens");
        Self { folder, cache }
    }

    fn input(&self, name: &str, text: &str) -> Input {
        let path: PathBuf = self.folder.path().join(name);
        fs::write(&path, text).expect("room for a small file");
        find_inputs(&[path]).into_iter().next().expect("a file").expect("it is there")
    }

    fn try_import(&mut self, name: &str, text: &str, options: &Options) -> Result<Imported, String> {
        let input = self.input(name, text);
        let imported = self.cache.import(&input, options, &Progress::default()).map_err(|error| error.to_string())?;
        Ok(Imported {
            source: imported.source,
            format: imported.format.key(),
            counts: imported.counts,
            notes: imported.notes,
        })
    }

    fn import_with(&mut self, name: &str, text: &str, options: &Options) -> Imported {
        self.try_import(name, text, options).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn import(&mut self, name: &str, text: &str) -> Imported {
        self.import_with(name, text, &Options::default())
    }

    fn columns(&self) -> Columns {
        columns::load(&self.cache).expect("the cache loads")
    }

    /// The values of a field of all records, sorted.
    fn values(&self, field: Field) -> Vec<String> {
        let columns = self.columns();
        let value = |row| columns.value(field, RowId(row)).unwrap_or_default().into_owned();
        let mut values: Vec<String> = (0..columns.len() as u32).map(value).collect();
        values.sort();
        values
    }
}

/// JSON records as PowerShell writes them, with these dates.
fn powershell(dates: &[&str]) -> String {
    let record = |(number, date): (usize, &&str)| {
        format!(
            r#"{{"Id":"r{number}","CreatedDateTime":"{date}","UserPrincipalName":"zoe@example.com","AppDisplayName":"Mail"}}"#
        )
    };
    format!("[{}]", dates.iter().enumerate().map(record).collect::<Vec<_>>().join(",\n"))
}

/// The same as lines of a collecting tool, and as rows of a query.
fn forms(dates: &[&str]) -> [(&'static str, String); 3] {
    let list = powershell(dates);
    let lines = list.trim_matches(['[', ']']).replace(",\n", "\n");
    let row = |(number, date): (usize, &&str)| format!(r#"["{date}","r{number}","zoe@example.com","Mail"]"#);
    let rows = dates.iter().enumerate().map(row).collect::<Vec<_>>().join(",");
    let table = format!(
        r#"{{"tables":[{{"name":"PrimaryResult","columns":[{{"name":"CreatedDateTime"}},{{"name":"Id"}},
           {{"name":"UserPrincipalName"}},{{"name":"AppDisplayName"}}],"rows":[{rows}]}}]}}"#
    );
    [("list.json", list), ("lines.ndjson", lines), ("table.json", table)]
}

#[test]
fn json_is_read_in_the_order_of_day_and_month_that_its_dates_tell_together() {
    for (dates, expected, said) in [
        (&["04/03/2024 15:05:07", "13/03/2024 15:05:07"][..], "2024-03-04T15:05:07Z", None),
        (&["4/3/2024 3:05:07 PM", "4/13/2024 3:05:07 PM"], "2024-04-03T15:05:07Z", None),
        (&["04/03/2024 15:05:07"], "2024-04-03T15:05:07Z", Some("Dates taken as month/day/year")),
        (
            &["04/03/2024 15:05:07", "06/03/2024 15:05:07"],
            "2024-03-04T15:05:07Z",
            Some("Dates taken as day/month/year"),
        ),
        (&["2024-03-04T15:05:07Z"], "2024-03-04T15:05:07Z", None),
    ] {
        for (name, text) in forms(dates) {
            let mut scene = Scene::new();
            let imported = scene.import(name, &text);
            assert_eq!(imported.counts.rejected, 0, "{name}");
            assert!(scene.values(Field::Time).iter().any(|time| time == expected), "{name}: {dates:?}");
            assert_eq!(imported.says("Dates taken"), said.is_some(), "{name}: {:?}", imported.notes);
            assert!(said.is_none_or(|said| imported.says(said)), "{name}: {:?}", imported.notes);
            let event = scene.columns().event(RowId(0));
            let detail = scene.cache.detail(event).expect("the cache reads").expect("it is there");
            assert_eq!(detail.record.time, scene.columns().time(RowId(0)), "the original is read in the same way");
        }
    }
}

#[test]
fn the_zone_that_is_told_counts_for_every_time_without_one_of_its_own() {
    let options = Options { zone: Zone::from_name("Europe/Berlin"), ..Options::default() };
    let portal = |header: &str, date: &str| {
        format!("{header},Request ID,User,Username,Application,Status\n{date},r0,Zoe,zoe@example.com,Mail,Success\n")
    };
    let wrapped = r#"{"createdDateTime":"2025-12-04T09:19:41","id":"r0","userPrincipalName":"zoe@example.com","appDisplayName":"Mail"}"#;
    let texts = format!("host,_raw\nh,\"{}\"\n", wrapped.replace('"', "\"\""));
    let [list, lines, table] = forms(&["2025-12-04T09:19:41"]);
    let mut files: Vec<(&str, String)> = vec![list, lines, table];
    files.extend([
        ("InteractiveSignIns.csv", portal("Date", "2025-12-04T09:19:41")),
        ("InteractiveSignIns.csv", portal("Date", "04.12.2025 09:19:41")),
        ("InteractiveSignIns.csv", portal("Date", "2025-12-04T08:19:41Z")),
        ("InteractiveSignIns.csv", portal("Date (UTC)", "2025-12-04T08:19:41")),
        ("InteractiveSignIns.csv", portal("Date", "2025-12-04T10:19:41+02:00")),
        ("splunk.csv", texts),
        ("graph.json", powershell(&["2025-12-04T08:19:41Z"])),
        ("date.json", powershell(&["/Date(1764836381000)/"])),
        ("audit.json", r#"{"CreationTime":"2025-12-04T08:19:41","Id":"r0","Operation":"UserLoggedIn","Workload":"AzureActiveDirectory","UserId":"zoe@example.com"}"#.to_owned()),
    ]);
    for (name, text) in files {
        let mut scene = Scene::new();
        let imported = scene.import_with(name, &text, &options);
        assert_eq!((imported.counts.new, imported.counts.rejected), (1, 0), "{name}: {text}");
        assert_eq!(scene.values(Field::Time), ["2025-12-04T08:19:41Z"], "{name}: {text}");
        let detail = scene.cache.detail(scene.columns().event(RowId(0))).expect("it reads").expect("it is there");
        assert_eq!(detail.record.time.iso(), "2025-12-04T08:19:41Z", "the original is read in the same way");
        let is_for_nothing = text.starts_with("Date (UTC)") || name == "audit.json";
        assert_eq!(imported.says("is not taken"), is_for_nothing, "{name}: {:?}", imported.notes);
    }
}

const HEADER: &str = "Date (UTC),Request ID,User,Username,Application,Status,IP address\n";

/// A portal CSV of the same sign-ins with these times.
fn portal(times: &[&str]) -> String {
    let row = |(number, time): (usize, &&str)| {
        format!("{time},11111111-2222-4333-8444-00000000000{number},Zoe,zoe@example.com,Mail,Success,203.0.113.5\n")
    };
    HEADER.to_owned() + &times.iter().enumerate().map(row).collect::<String>()
}

#[test]
fn a_file_that_lost_its_seconds_merges_with_the_original_in_either_order_and_comes_apart_again() {
    let original = portal(&["2024-04-13T15:05:41Z", "2024-04-13T15:06:00Z", "2024-04-14T08:00:07Z"]);
    let fine = ["2024-04-13T15:05:41Z", "2024-04-13T15:06:00Z", "2024-04-14T08:00:07Z"];
    let coarse = ["2024-04-13T15:05:00Z", "2024-04-13T15:06:00Z", "2024-04-14T08:00:00Z"];
    for resaved in [
        portal(&["4/13/2024 15:05", "4/13/2024 15:06", "4/14/2024 8:00"]),
        portal(&["2024-04-13 15:05", "2024-04-13 15:06", "2024-04-14 08:00"]),
    ] {
        for original_is_first in [true, false] {
            let mut scene = Scene::new();
            let mut files = [("InteractiveSignIns.csv", &original), ("InteractiveSignIns_resaved.csv", &resaved)];
            if !original_is_first {
                files.reverse();
            }
            let sources: Vec<SourceId> = files.iter().map(|(name, text)| scene.import(name, text).source).collect();
            assert_eq!(scene.values(Field::Time), fine, "{original_is_first}");
            let (of_original, of_resaved) =
                if original_is_first { (sources[0], sources[1]) } else { (sources[1], sources[0]) };
            assert!(scene.cache.forget(of_original).expect("it is forgotten"));
            assert_eq!(scene.values(Field::Time), coarse);
            scene.import("InteractiveSignIns.csv", &original);
            assert!(scene.cache.forget(of_resaved).expect("it is forgotten"));
            assert_eq!(scene.values(Field::Time), fine);
        }
    }
}

#[test]
fn times_on_whole_minutes_alone_do_not_merge_with_others() {
    let mut scene = Scene::new();
    scene.import("InteractiveSignIns_1.csv", &portal(&["2024-04-13T15:05:00Z", "2024-04-13T15:07:09Z"]));
    scene.import("InteractiveSignIns_2.csv", &portal(&["2024-04-13T15:05:41Z"]));
    assert_eq!(scene.values(Field::Time), ["2024-04-13T15:05:00Z", "2024-04-13T15:05:41Z", "2024-04-13T15:07:09Z"]);
    let resaved = scene.import("InteractiveSignIns_3.csv", &portal(&["4/13/2024 15:05", "4/13/2024 15:07"]));
    assert_eq!((resaved.counts.new, resaved.counts.known), (0, 2));
    assert!(resaved.says("by request ID and minute"), "{:?}", resaved.notes);
    let mut scene = Scene::new();
    let twice = portal(&["2024-04-13T15:05:11Z"]) + &portal(&["2024-04-13T15:05:41Z"]).replace(HEADER, "");
    scene.import("InteractiveSignIns_1.csv", &twice);
    scene.import("InteractiveSignIns_2.csv", &portal(&["4/13/2024 15:05"]));
    assert_eq!(scene.values(Field::Time).len(), 3, "nothing tells which of the two is meant");
}

#[test]
fn a_note_follows_its_sign_in_to_the_second_that_becomes_known() {
    let mut scene = Scene::new();
    scene.import("InteractiveSignIns_resaved.csv", &portal(&["4/13/2024 15:05"]));
    let identity = scene.columns().identity(RowId(0)).expect("it has a request ID");
    let note = Annotation { bookmarked: true, note: "Asked Zoe".to_owned() };
    scene.cache.annotate(&[(identity, note.clone())]).expect("a note is kept");
    let original = scene.import("InteractiveSignIns.csv", &portal(&["2024-04-13T15:05:41Z"]));
    let noted = |scene: &Scene| -> Vec<Annotation> {
        scene.cache.annotations().expect("notes are listed").into_iter().map(|(_, note)| note).collect()
    };
    assert_eq!((original.counts.merged, noted(&scene)), (1, vec![note.clone()]));
    scene.cache.forget(original.source).expect("it is forgotten");
    assert_eq!(noted(&scene), [note]);
}

#[test]
fn numbers_are_repaired_from_their_own_digits_only() {
    let header = "Date (UTC),Request ID,User,Username,Application,Status,Autonomous system number,Latency\n";
    let row = |number: u8, system: &str, latency: &str| {
        format!("2024-04-13T15:05:0{number}Z,r{number},Zoe,zoe@example.com,Mail,Success,\"{system}\",\"{latency}\"\n")
    };
    let rows = row(1, "6,4512E+04", "1,5") + &row(2, "6,45E+04", "120") + &row(3, "6.45E+04", "7");
    let mut scene = Scene::new();
    let imported = scene.import("InteractiveSignIns.csv", &(header.to_owned() + &rows));
    assert_eq!(scene.values(Field::AutonomousSystem), ["", "", "64512"]);
    assert_eq!(scene.values(Field::Latency), ["1.5", "120", "7"]);
    assert!(
        imported.says("row 2 has \u{201c}6,45E+04\u{201d} in \u{201c}Autonomous system number\u{201d}"),
        "{:?}",
        imported.notes
    );
}

#[test]
fn countries_are_known_by_the_names_that_files_give_them() {
    let header = "Date (UTC),Request ID,User,Username,Application,Status,Location\n";
    let places = [
        ("New York, USA", "US"),
        ("London, UK", "GB"),
        ("London, England, United Kingdom", "GB"),
        ("Oslo, Oslo, NO", "NO"),
        ("Seoul, South Korea", "KR"),
        ("Atlanta, Georgia", ""),
        ("London, England", ""),
        ("Lebanon", ""),
        ("Singapore", "SG"),
        ("Germany", "DE"),
    ];
    for (place, country) in places {
        let mut scene = Scene::new();
        let row = format!("2024-04-13T15:05:07Z,r1,Zoe,zoe@example.com,Mail,Success,\"{place}\"\n");
        scene.import("InteractiveSignIns.csv", &(header.to_owned() + &row));
        assert_eq!(scene.values(Field::Country), [country], "{place}");
        assert!(!scene.values(Field::City)[0].contains(','), "{place}");
    }
    let mut scene = Scene::new();
    scene.import(
        "x.json",
        r#"[{"id":"r1","createdDateTime":"2024-04-13T15:05:07Z","appId":"a","location":{"city":"London","countryOrRegion":"United Kingdom"}}]"#,
    );
    assert_eq!(scene.values(Field::Country), ["GB"]);
}

#[test]
fn a_word_that_is_also_a_category_of_audit_events_leaves_sign_ins_where_they_are() {
    for word in ["Policy", "Authorization", "UserManagement"] {
        let mut scene = Scene::new();
        scene.import(
            "list.csv",
            &format!("CreatedDateTime,Id,UserPrincipalName,AppDisplayName,ResultType,Type\n2024-04-13T15:05:07Z,r1,zoe@example.com,Mail,0,{word}\n"),
        );
        let record = |more: &str| {
            format!(
                r#"{{"time":"2024-04-13T15:05:07Z","category":"{word}","operationName":"x","properties":{{"id":"{word}","activityDateTime":"2024-04-13T15:05:07Z",{more}}}}}"#
            )
        };
        scene.import("one.json", &record(r#""userPrincipalName":"zoe@example.com","appDisplayName":"Mail""#));
        assert_eq!(scene.columns().rows_of(Log::Interactive).len(), 2, "{word}");
        scene.import(
            "two.json",
            &record(r#""activityDisplayName":"Update user","loggedByService":"Core Directory""#)
                .replace("\"id\":\"", "\"id\":\"a"),
        );
        assert_eq!(scene.columns().rows_of(Log::Audit).len(), 1, "{word}");
    }
}

/// The columns of authentication details, of which the last but one has another name.
const ALMOST_DETAILS: &str =
    "Request ID,Date (UTC),Authentication method,Authentication method detail,Succeeded,Reviewed by,Requirement\n";

#[test]
fn a_new_column_of_an_english_file_does_not_take_the_meaning_of_its_place() {
    let mut scene = Scene::new();
    let id = "11111111-2222-4333-8444-000000000000";
    scene.import("InteractiveSignIns.csv", &portal(&["2024-04-13T15:05:41Z"]));
    let row = format!("{id},2024-04-13T15:05:41Z,Password,In the cloud,true,nobody,Primary authentication\n");
    let imported = scene.import("InteractiveSignIns_AuthDetails.csv", &(ALMOST_DETAILS.to_owned() + &row));
    assert_eq!(imported.format, "portal-csv-details");
    assert_eq!(scene.values(Field::AuthResult), [""]);
    assert!(
        imported.says("1 column has no field here and is kept in the raw record only: \u{201c}Reviewed by\u{201d}")
    );
    assert!(!imported.says("by their order"), "{:?}", imported.notes);
}

#[test]
fn an_empty_table_of_as_many_columns_as_details_is_none() {
    let mut scene = Scene::new();
    let refused = scene.try_import("stock.csv", "Nomo,Prezo,Kvanto,Loko,Stato,Dato,Noto\n", &Options::default());
    assert!(refused.is_err());
}

#[test]
fn properties_that_the_first_objects_lack_can_be_assigned() {
    let text = r#"[{"at":"2025-12-04 09:19:41","who":"anna@example.com"},
                   {"at":"2025-12-04 09:19:42","who":"ben@example.com","from":"203.0.113.6"}]"#;
    let mut scene = Scene::new();
    let input = scene.input("list.json", text);
    let proposal = propose(&input, &Options::default(), &Progress::default()).expect("it reads").expect("a table");
    let options = Options { mapping: Some(Arc::new(proposal.mapping)), ..Options::default() };
    let imported = scene.import_with("list.json", text, &options);
    assert_eq!((imported.format, imported.counts.rejected), ("mapped-json", 1), "the first tells too little");
    assert_eq!(scene.values(Field::Ip), ["203.0.113.6"]);
    for (name, known) in [
        ("known.csv", portal(&["2024-04-13T15:05:41Z"])),
        (
            "known.json",
            powershell(&["2024-04-13T15:05:41Z"]).replace("\"Id\"", "\"at\":\"x\",\"who\":\"y\",\"from\":\"z\",\"Id\""),
        ),
    ] {
        let known = known.replace("User,Username", "at,who").replace("IP address", "from");
        let imported = scene.import_with(name, &known, &options);
        assert!(!imported.format.starts_with("mapped"), "{name} is known without help");
        assert!(imported.says("assigned columns are not used"), "{name}: {:?}", imported.notes);
    }
}

#[test]
fn columns_without_a_field_are_named_once() {
    let mut scene = Scene::new();
    let text = portal(&["2024-04-13T15:05:41Z"])
        .replace("IP address", "IP address,Shoe size,Ticket,Emptied")
        .replace("203.0.113.5\n", "203.0.113.5,44,7,\n");
    let imported = scene.import("InteractiveSignIns.csv", &text);
    let said = "2 columns have no field here and are kept in the raw record only: \u{201c}Shoe size\u{201d}, \u{201c}Ticket\u{201d}";
    assert!(imported.notes.iter().any(|note| note == said), "{:?}", imported.notes);
    let plain = scene.import("InteractiveSignIns_2.csv", &portal(&["2024-04-13T15:05:42Z"]));
    assert!(plain.notes.is_empty(), "{:?}", plain.notes);
}

#[test]
fn a_provisioning_download_tells_whom_it_was_about() {
    let mut scene = Scene::new();
    let text = "Date (UTC),Change ID,Job ID,Cycle ID,Action,Status,Source System,Target System,Source Display Name,Source ID,\
                Target Display Name,Target ID\n2024-04-13T15:05:41Z,c1,j1,y1,Create,Success,Workday,Microsoft Entra ID,\
                Zoe Berg,s1,zoe@example.com,t1\n";
    let imported = scene.import("ProvisioningLogs.csv", text);
    assert_eq!((imported.counts.new, scene.columns().rows_of(Log::Provisioning).len()), (1, 1));
    for (field, expected) in [
        (Field::SourceIdentity, "Zoe Berg"),
        (Field::SourceIdentityId, "s1"),
        (Field::TargetIdentity, "zoe@example.com"),
        (Field::TargetIdentityId, "t1"),
        (Field::SourceSystem, "Workday"),
        (Field::TargetSystem, "Microsoft Entra ID"),
    ] {
        assert_eq!(scene.values(field), [expected], "{}", field.key());
    }
    assert!(!imported.says("no field here"), "{:?}", imported.notes);
}
