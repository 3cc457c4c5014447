//! Look-ups in the directory: users and members of groups enrich the sign-ins of the sample tenant.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use signin_lens::cache::{Cache, Imported};
use signin_lens::clock::{Clock, Every};
use signin_lens::columns::{self, Columns, RowId};
use signin_lens::fields::{Field, Logs};
use signin_lens::import::{Options, Progress, find_inputs};
use signin_lens::insights::{Ask, Choices, Period, Section, Table, Value, pages};
use signin_lens::query::{Query, Scope, select};

#[path = "../examples/make_reports/generator.rs"]
#[allow(dead_code, reason = "only the directory is made here")]
mod generator;

use generator::directory::{Account, GROUPS, IDLE, LEFT_OUT, accounts, members, write_directory};

/// A cache in a folder, with the files that are imported.
struct Desk {
    folder: tempfile::TempDir,
    cache: Cache,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let cache = Cache::open(&folder.path().join("cache.db")).expect("a new cache opens");
        Self { folder, cache }
    }

    /// The sign-ins of the sample tenant.
    fn with_sample() -> Self {
        let mut desk = Self::new();
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample");
        for path in std::fs::read_dir(sample).expect("the sample is there").map(|entry| entry.expect("a file").path()) {
            if path.extension().is_some_and(|ending| ending == "json") {
                desk.import(&path);
            }
        }
        desk
    }

    fn import(&mut self, path: &Path) -> Imported {
        let input = find_inputs(&[path.to_owned()]).remove(0).expect("the file is there");
        let imported = self.cache.import(&input, &Options::default(), &Progress::default());
        imported.unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// Writes a file; those that are written later are exported later.
    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).expect("room for a small file");
        let written = std::fs::File::options().append(true).open(&path).expect("it can be changed");
        let count = std::fs::read_dir(self.folder.path()).expect("it can be listed").count() as u64;
        let time = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_800_000_000 + count * 60);
        written.set_modified(time).expect("its time can be set");
        path
    }

    /// The look-ups of the sample tenant as the generator writes them.
    fn look_ups(&self) -> Vec<PathBuf> {
        write_directory(&generator::Options::default(), &self.folder.path().join("look-ups")).expect("they are written")
    }

    fn columns(&self) -> Columns {
        columns::load(&self.cache).expect("the cache loads")
    }
}

/// The sample tenant with its look-ups as CSV, both groups named.
fn desk() -> Desk {
    let mut desk = Desk::with_sample();
    for path in desk.look_ups().into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "csv")) {
        let imported = desk.import(&path);
        if imported.lookup.and_then(|lookup| lookup.group).is_some_and(|name| name.starts_with("Group of")) {
            assert!(desk.cache.name_group(imported.source, GROUPS[1]).expect("it is named"));
        }
    }
    desk
}

fn found(columns: &Columns, filter: &str) -> BTreeSet<RowId> {
    let scope = Scope::new(columns, Clock::default());
    let query: Query = filter.parse().expect("a filter");
    select(&scope, Logs::ALL, &query).into_iter().collect()
}

/// The rows of users that fit, looked up by their object IDs.
fn recounted(columns: &Columns, fits: impl Fn(Option<&Account>) -> bool) -> BTreeSet<RowId> {
    let accounts: BTreeMap<String, Account> =
        accounts().into_iter().map(|account| (account.id.to_string(), account)).collect();
    let rows = (0..columns.len() as u32).map(RowId);
    rows.filter(|row| fits(columns.value(Field::UserId, *row).and_then(|id| accounts.get(id.as_ref())))).collect()
}

#[test]
fn every_record_of_a_look_up_counts_once_in_every_form() {
    let mut desk = Desk::new();
    let mut by_form = Vec::new();
    for path in desk.look_ups() {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let imported = desk.import(&path);
        let counts = imported.counts;
        assert_eq!(counts.rejected, 0, "{name}");
        assert_eq!(counts.new + counts.merged + counts.known, counts.records, "{name}");
        assert!(imported.format.is_directory() && imported.log.is_none(), "{name}");
        let again = desk.import(&path);
        assert!(again.already_known && again.source == imported.source, "{name}");
        by_form.push((name, imported.format.key(), counts.records, imported.lookup.expect("a look-up")));
    }
    let users = accounts().len() as u64;
    let [finance, it] = GROUPS.map(|group| members(group).len() as u64);
    let told: Vec<(&str, u64)> = by_form.iter().map(|(_, format, records, _)| (*format, *records)).collect();
    assert_eq!(
        told,
        [
            ("directory-users", users),
            ("directory-group-members", finance + 1),
            ("directory-group-members", it),
            ("directory-users-json", users),
            ("directory-group-members-json", finance),
            ("directory-group-members-json", it),
        ]
    );
    let with_department = accounts().iter().filter(|account| !account.department.is_empty()).count();
    assert_eq!(by_form[0].3.sentence(), format!("{users} users, {with_department} with department"));
    assert_eq!(by_form[1].3.groups, 1);
    assert_eq!(desk.cache.len().expect("it counts"), 0, "they are no events");
    let sources = desk.cache.sources().expect("sources are listed");
    let groups: BTreeSet<String> = sources.into_iter().filter_map(|source| source.group).collect();
    assert_eq!(
        groups,
        BTreeSet::from(["Finance", "Group of exportGroupMembers_2026-11-1.csv", "IT"].map(str::to_owned))
    );
}

#[test]
fn rejected_records_are_kept_with_the_reason() {
    let mut desk = Desk::new();
    let path =
        desk.file("users.csv", "id,userPrincipalName,displayName,department\na,a@a.example,A,Looms\n,,B,Sales\nx\n");
    let counts = desk.import(&path).counts;
    assert_eq!((counts.records, counts.new, counts.rejected), (3, 1, 2));
    let rejects = desk.cache.rejects(None, 10).expect("rejects are listed");
    assert!(rejects[0].reason.contains("neither an object ID nor"), "{}", rejects[0].reason);
}

#[test]
fn csv_and_json_tell_the_same_directory() {
    let of = |ending: &str| {
        let mut desk = Desk::with_sample();
        for path in desk.look_ups().into_iter().filter(|path| path.extension().is_some_and(|found| found == ending)) {
            desk.import(&path);
        }
        desk.columns()
    };
    let (csv, json) = (of("csv"), of("json"));
    for field in [Field::Department, Field::JobTitle, Field::Company, Field::UserCountry, Field::AccountEnabled] {
        for row in (0..csv.len() as u32).map(RowId) {
            assert_eq!(csv.value(field, row), json.value(field, row), "{}", field.key());
        }
    }
}

#[test]
fn filters_by_department_and_group_find_what_a_recount_finds() {
    let columns = desk().columns();
    for (filter, fits) in [
        ("department:Finance", (|account| account.department == "Finance") as fn(&Account) -> bool),
        ("department:finance,IT", |account| ["Finance", "IT"].contains(&account.department)),
        ("has:department", |account| !account.department.is_empty()),
        ("group:Finance", |account| account.department == "Finance"),
        ("group:it", |account| account.department == "IT"),
        ("has:group", |account| ["Finance", "IT"].contains(&account.department)),
        ("user_country:Portugal account_enabled:yes", |account| account.country == "Portugal"),
        ("account_enabled:no", |account| !account.is_enabled),
        ("job_title:Accountant group:Finance", |account| account.job_title == "Accountant"),
        ("company:\"Brackwater & Loom\"", |account| !account.company.is_empty()),
    ] {
        let expected = recounted(&columns, |account| account.is_some_and(fits));
        assert!(!expected.is_empty(), "{filter} finds something");
        assert_eq!(found(&columns, filter), expected, "{filter}");
    }
    let unknown = found(&columns, "-has:department -has:account_enabled has:user_id");
    let names: BTreeSet<String> =
        unknown.iter().filter_map(|row| columns.value(Field::User, *row)).map(Cow::into_owned).collect();
    assert!(names.contains(LEFT_OUT), "{names:?}");
    assert!(unknown.is_disjoint(&found(&columns, "has:group")));
}

#[test]
fn the_newest_export_wins_and_forgetting_it_brings_the_older_back() {
    let mut desk = Desk::with_sample();
    let id = members("IT")[0].id;
    let users =
        |department: &str| format!("id,userPrincipalName,displayName,department,jobTitle\n{id},,,{department},\n");
    let older = desk.file("older.csv", &users("Support"));
    let newer = desk.file("newer.csv", &users("Operations"));
    let newer = desk.import(&newer);
    let counts = desk.import(&older).counts;
    assert_eq!((counts.records, counts.known), (1, 1), "an older export tells nothing new");
    let filter = format!("user_id:{id} department:");
    let count = |desk: &Desk, department| found(&desk.columns(), &format!("{filter}{department}")).len();
    let all = found(&desk.columns(), &format!("user_id:{id}")).len();
    assert!(all > 0);
    assert_eq!((count(&desk, "Operations"), count(&desk, "Support")), (all, 0));
    let leaving = desk.cache.weigh(newer.source).expect("it is weighed");
    assert_eq!((leaving.gone, leaving.kept, leaving.entries), (0, 0, 1));
    assert!(desk.cache.forget(newer.source).expect("it is forgotten"));
    assert_eq!((count(&desk, "Operations"), count(&desk, "Support")), (0, all));
    for source in desk.cache.sources().expect("sources are listed") {
        if source.format.starts_with("directory") {
            desk.cache.forget(source.id).expect("it is forgotten");
        }
    }
    assert_eq!(count(&desk, "Support"), 0);
    assert!(!desk.columns().offers(Field::Department), "nothing of a forgotten look-up is left");
}

#[test]
fn who_is_not_in_the_newest_list_of_a_group_has_left_it() {
    let mut desk = Desk::with_sample();
    let [one, other] = [&members("IT")[0], &members("IT")[1]].map(|account| account.id.to_string());
    let header = "id,userPrincipalName,displayName,objectType,isUser,isGroup";
    let row = |id: &str| format!("\n{id},,,User,True,False");
    let before = desk.file("exportGroupMembers_1.csv", &format!("{header}{}{}", row(&one), row(&other)));
    let after = desk.file("exportGroupMembers_2.csv", &format!("{header}{}", row(&one)));
    let sources = [before, after].map(|path| desk.import(&path).source);
    let in_group = |desk: &Desk, id: &str| !found(&desk.columns(), &format!("user_id:{id} group:Keys")).is_empty();
    assert!(!in_group(&desk, &one));
    for source in sources {
        assert!(desk.cache.name_group(source, " Keys ").expect("it is named"));
    }
    assert!(in_group(&desk, &one) && !in_group(&desk, &other));
    assert!(!desk.cache.name_group(signin_lens::cache::SourceId(999), "Keys").expect("there is no such source"));
}

fn sections<'a>(columns: &'a Columns, page: &str, filter: &str, period: Period) -> (Vec<Section>, Ask<'a>) {
    let scope = Scope::new(columns, Clock::default());
    let page = pages::page(page).expect("the page is there");
    let ask = Ask::new(&scope, &filter.parse().expect("a filter"), period, Every::Day, page.logs);
    ((page.make)(&ask, &Choices::default()), ask)
}

fn section_table<'s>(sections: &'s [Section], key: &str) -> &'s Table {
    let found = sections.iter().find_map(|section| match section {
        Section::Table(table) if table.key == key => Some(table),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("there is no table {key}"))
}

#[test]
fn the_page_of_a_group_lists_members_with_and_without_sign_ins() {
    let columns = desk().columns();
    for (filter, period) in [
        ("group:Finance", Period::Days(30)),
        ("group:Finance country:PT", Period::All),
        ("group:Finance", Period::Days(1)),
    ] {
        let (sections, ask) = sections(&columns, "group", filter, period);
        let with: BTreeSet<String> =
            ask.rows().iter().filter_map(|row| columns.value(Field::UserId, *row)).map(Cow::into_owned).collect();
        let all: BTreeSet<String> = members("Finance").iter().map(|account| account.id.to_string()).collect();
        let absent = section_table(&sections, "without_sign_ins");
        let ids: BTreeSet<String> = absent
            .rows
            .iter()
            .map(|row| row.filter.values_of(Field::UserId).expect("a filter by ID").concat())
            .collect();
        assert_eq!(ids, all.difference(&with).cloned().collect(), "{filter}");
        let signed_in = section_table(&sections, "members");
        assert_eq!(signed_in.rows.len() + absent.rows.len(), all.len(), "{filter}");
        let scope = Scope::new(&columns, Clock::default());
        for row in 0..absent.rows.len() {
            assert_eq!(absent.rows[row].values[0], Value::Count(0));
            assert!(absent.rows_behind(row, 0).expect("a figure").select(&scope).is_empty(), "none is behind it");
        }
    }
    let (sections, _) = sections(&columns, "group", "group:Finance", Period::Days(30));
    let absent = section_table(&sections, "without_sign_ins");
    let enabled = absent.column("account_enabled").expect("a column");
    for (name, alias) in IDLE {
        let row = absent.rows.iter().find(|row| row.title == name).unwrap_or_else(|| panic!("{name} never signs in"));
        let expected = if alias == "fenwick.thorne" { "No" } else { "Yes" };
        assert_eq!(row.values[enabled], Value::Text(expected.to_owned()));
    }
    let note = sections.iter().find_map(|section| match section {
        Section::Note(note) => Some(note.to_string()),
        _ => None,
    });
    let note = note.expect("a sentence on the members");
    assert!(note.contains("1 of them with a disabled account") && note.contains("1 group is a member"), "{note}");
}

#[test]
fn a_filter_for_who_somebody_is_limits_the_missing_members_too() {
    let columns = desk().columns();
    let (sections, _) = sections(&columns, "group", "group:Finance job_title:Accountant", Period::Days(30));
    let absent = section_table(&sections, "without_sign_ins");
    assert!(absent.rows.iter().all(|row| !row.title.starts_with("Ottoline")), "an idle account has no job title");
}

#[test]
fn the_list_of_groups_has_those_without_sign_ins_too() {
    let mut desk = desk();
    let path = desk.file(
        "Nobody members.csv",
        "id,userPrincipalName,displayName,objectType,isUser,isGroup\nn1,,Nora,User,True,False\n",
    );
    desk.import(&path);
    let columns = desk.columns();
    let (sections, _) = sections(&columns, "groups", "", Period::Days(30));
    let groups = section_table(&sections, "groups");
    let figures: BTreeMap<&str, (&Value, &Value)> =
        groups.rows.iter().map(|row| (row.title.as_str(), (&row.values[0], &row.values[1]))).collect();
    assert_eq!(figures["Nobody"], (&Value::Count(1), &Value::Count(1)));
    assert_eq!(figures["Finance"].0, &Value::Count(members("Finance").len() as u64));
    let missing =
        section_table(&self::sections(&columns, "group", "group:Finance", Period::Days(30)).0, "without_sign_ins")
            .rows
            .len();
    assert_eq!(figures["Finance"].1, &Value::Count(missing as u64));
}

#[test]
fn without_look_ups_the_page_says_how_they_come_here() {
    let columns = Desk::with_sample().columns();
    let (sections, _) = sections(&columns, "groups", "", Period::Days(30));
    assert!(matches!(sections.as_slice(), [Section::Note(note)] if note.to_string().contains("Download members")));
}

#[test]
fn private_columns_name_no_member_who_never_signed_in() {
    let columns = desk().columns();
    let hidden = columns.made_private();
    let (sections, _) = sections(&hidden, "group", "group:Finance", Period::Days(30));
    let told = format!("{sections:?}");
    for account in members("Finance") {
        for name in [account.name, &account.username, &account.id.to_string()] {
            assert!(!told.contains(name), "{name}");
        }
    }
    let (open, _) = self::sections(&columns, "group", "group:Finance", Period::Days(30));
    for key in ["members", "without_sign_ins"] {
        let [shown, real] = [&sections, &open].map(|sections| section_table(sections, key).rows.len());
        assert!(real > 0 && shown == real, "{key}");
    }
    let titles: BTreeSet<&str> =
        section_table(&sections, "without_sign_ins").rows.iter().map(|row| row.title.as_str()).collect();
    assert_eq!(titles.len(), section_table(&open, "without_sign_ins").rows.len(), "each has a pseudonym of its own");
}

#[test]
fn sign_ins_risk_and_audit_are_never_taken_for_look_ups() {
    let mut desk = Desk::new();
    for (name, text) in [
        (
            "risky.json",
            r#"[{"id":"u1","isDeleted":false,"riskLastUpdatedDateTime":"2026-10-05T08:00:00Z","riskLevel":"high","riskState":"atRisk","riskDetail":"none","userDisplayName":"A","userPrincipalName":"a@a.example"}]"#,
        ),
        (
            "sign-ins.json",
            r#"[{"id":"r1","createdDateTime":"2026-10-05T08:00:00Z","userDisplayName":"A","userPrincipalName":"a@a.example","userId":"u1","appId":"a"}]"#,
        ),
    ] {
        let path = desk.file(name, text);
        let imported = desk.import(&path);
        assert!(!imported.format.is_directory(), "{name}");
        assert_eq!(imported.counts.new, 1);
    }
}

#[test]
fn a_group_that_is_called_after_somebody_is_not_told_by_their_username() {
    let mut desk = Desk::with_sample();
    let columns = desk.columns();
    let username = (0..columns.len() as u32)
        .filter_map(|row| columns.value(Field::Username, RowId(row)))
        .find(|name| name.contains('.') && name.is_ascii())
        .expect("somebody signed in")
        .into_owned();
    let local = username.split('@').next().expect("a first part");
    let file = desk.file(
        "members.json",
        &format!(
            r##"{{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#directoryObjects","value":[{{"@odata.type":"#microsoft.graph.user","id":"x","userPrincipalName":"{username}"}}]}}"##
        ),
    );
    let source = desk.import(&file).source;
    assert!(desk.cache.name_group(source, &format!("Team {local}")).expect("it is named"));
    let hidden = desk.columns().made_private();
    let groups = &hidden.text_column(Field::Group).dictionary;
    let named: Vec<&str> = groups.iter().map(|(_, text)| text).collect();
    assert!(named.len() == 1 && named[0].starts_with("Team User "), "{named:?}");
    let pseudonyms = hidden.pseudonyms().expect("they stand for names");
    assert_eq!(pseudonyms.sentence(&format!("Team {local}")), named[0], "the same wherever it is met");
}

#[test]
fn lists_of_groups_without_a_name_stay_apart_though_their_files_have_one_name() {
    let mut desk = Desk::new();
    let list = |who: &str| format!("id,userPrincipalName,displayName,isUser\n{who},{who}@example.com,{who},true\n");
    for (folder, who) in [("finance", "anna"), ("it", "ben"), ("sales", "cleo")] {
        std::fs::create_dir(desk.folder.path().join(folder)).expect("a folder is made");
        let path = desk.file(&format!("{folder}/exportGroupMembers_2026-11-1.csv"), &list(who));
        desk.import(&path);
    }
    let directory = desk.cache.directory().expect("it is read");
    let names: Vec<(&str, usize)> =
        directory.groups().iter().map(|group| (group.name.as_str(), group.members.len())).collect();
    let first = "Group of exportGroupMembers_2026-11-1.csv";
    assert_eq!(names, [(first, 1), (&*format!("{first} (2)"), 1), (&*format!("{first} (3)"), 1)]);
    // Once named, lists of one name are lists of one group.
    for source in desk.cache.sources().expect("sources") {
        desk.cache.name_group(source.id, "Weavers").expect("it is named");
    }
    assert_eq!(desk.cache.directory().expect("it is read").groups().len(), 1);
}
