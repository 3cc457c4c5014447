//! Pages of insights about audit, risk, Microsoft 365 and provisioning records: their figures against a recount of the
//! made-up tenant's files, and their words, which are those of their logs.

mod scene;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use eframe::egui::accesskit::Role;
use eframe::egui::vec2;
use scene::Scene;
use serde_json::Value as Json;
use signin_lens::app::export::{Sheet, Spelling};
use signin_lens::app::insights::{InsightsCommand, PagePlace};
use signin_lens::app::pictures::{Drawing, Frame};
use signin_lens::app::{Command, View};
use signin_lens::cache::Cache;
use signin_lens::clock::{Clock, Every};
use signin_lens::columns::{self, Columns};
use signin_lens::export::chart::Body;
use signin_lens::fields::{Log, Logs};
use signin_lens::import::{Options, Progress, find_inputs};
use signin_lens::insights::{Ask, Card, Choices, Graph, Period, Section, Table, Value, pages};
use signin_lens::query::{Query, Scope, select};

fn reports() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample-reports");
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("the sample is there").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    files
}

/// The records of the file whose name begins so, as they stand in it.
fn records(beginning: &str) -> Vec<Json> {
    let is_it = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(beginning));
    let file = reports().into_iter().find(is_it).unwrap_or_else(|| panic!("no file of {beginning}"));
    let json: Json = serde_json::from_slice(&std::fs::read(file).expect("it can be read")).expect("it is JSON");
    let list = json.get("value").unwrap_or(&json);
    list.as_array().expect("a list of records").clone()
}

/// The text at a path such as `/status`, empty if there is none.
fn text(record: &Json, pointer: &str) -> String {
    record.pointer(pointer).and_then(Json::as_str).unwrap_or_default().to_owned()
}

/// How many records have each text at a path.
fn tally(records: &[Json], pointer: &str) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for record in records {
        *counts.entry(text(record, pointer)).or_default() += 1;
    }
    counts
}

static COLUMNS: LazyLock<Columns> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut cache = Cache::open(&folder.path().join("cache.db")).expect("a new cache opens");
    for input in find_inputs(&reports()) {
        let input = input.expect("the file is there");
        cache.import(&input, &Options::default(), &Progress::default()).expect("it imports");
    }
    columns::load(&cache).expect("it loads")
});

fn scope() -> Scope<'static> {
    Scope::new(&COLUMNS, Clock::default())
}

/// All that is loaded, as a page is asked it.
fn asked(key: &str) -> Ask<'static> {
    let page = pages::page(key).expect("the page is there");
    Ask::new(&scope(), &Query::default(), Period::All, Every::Day, page.logs)
}

fn page(key: &str) -> Vec<Section> {
    (pages::page(key).expect("the page is there").make)(&asked(key), &Choices::default())
}

fn figure(sections: &[Section], key: &str) -> Value {
    let cards = sections.iter().filter_map(|section| match section {
        Section::Cards(cards) => Some(cards),
        _ => None,
    });
    let card: Option<&Card> = cards.flatten().find(|card| card.key == key);
    card.unwrap_or_else(|| panic!("there is no card {key}")).value.clone()
}

fn table<'s>(sections: &'s [Section], key: &str) -> &'s Table {
    let tables = sections.iter().filter_map(|section| match section {
        Section::Table(table) => Some(table),
        _ => None,
    });
    tables.into_iter().find(|table| table.key == key).unwrap_or_else(|| panic!("there is no table {key}"))
}

fn graph<'s>(sections: &'s [Section], key: &str) -> &'s Graph {
    let graphs = sections.iter().filter_map(|section| match section {
        Section::Graph(graph) => Some(graph),
        _ => None,
    });
    graphs.into_iter().find(|graph| graph.key == key).unwrap_or_else(|| panic!("there is no graph {key}"))
}

/// What a column tells of each row.
fn column(table: &Table, key: &str) -> BTreeMap<String, Value> {
    let place = table.column(key).unwrap_or_else(|| panic!("{} has no column {key}", table.key));
    table.rows.iter().map(|row| (row.title.clone(), row.values[place].clone())).collect()
}

fn counts(table: &Table, key: &str) -> BTreeMap<String, u64> {
    let count = |value| match value {
        Value::Count(count) => count,
        other => panic!("{other:?} is no count"),
    };
    column(table, key).into_iter().map(|(title, value)| (title, count(value))).collect()
}

#[test]
fn audit_figures_are_those_of_the_file() {
    let (records, sections) = (records("AuditLogs"), page("audit"));
    let failed: Vec<Json> = records.iter().filter(|record| text(record, "/result") == "failure").cloned().collect();
    let (all, failures) = (records.len() as u64, failed.len() as u64);
    assert!(failures > 0 && failures < all);
    assert_eq!(figure(&sections, "events"), Value::Count(all));
    assert_eq!(figure(&sections, "failures"), Value::Count(failures));
    assert_eq!(figure(&sections, "failure_share"), Value::Share { part: failures, whole: all });
    let of_activities = tally(&records, "/activityDisplayName");
    assert_eq!(figure(&sections, "activities"), Value::Count(of_activities.len() as u64));
    assert_eq!(counts(table(&sections, "activities"), "events"), of_activities);
    assert_eq!(counts(table(&sections, "services"), "events"), tally(&records, "/loggedByService"));
    assert_eq!(counts(table(&sections, "categories"), "events"), tally(&records, "/category"));
    assert_eq!(counts(table(&sections, "reasons"), "failures"), tally(&failed, "/resultReason"));
    let added = records.iter().find(|record| text(record, "/activityDisplayName") == "Add member to group");
    let categories = column(table(&sections, "activities"), "categories");
    let category = Value::Text(text(added.expect("such an event"), "/category"));
    assert_eq!(categories.get("Add member to group"), Some(&category));
    // The lines are the three activities with the most events.
    let mut ranked: Vec<u64> = of_activities.into_values().collect();
    ranked.sort_unstable_by(|a, b| b.cmp(a));
    let totals: Vec<u64> = graph(&sections, "over_time").lines.iter().map(|line| line.total).collect();
    assert_eq!(totals, ranked[..3]);
    let names: BTreeSet<String> = records
        .iter()
        .map(|record| match text(record, "/initiatedBy/user/userPrincipalName") {
            app if app.is_empty() => text(record, "/initiatedBy/app/displayName"),
            user => user,
        })
        .collect();
    assert_eq!(figure(&sections, "actors"), Value::Count(names.len() as u64));
}

#[test]
fn risk_figures_are_those_of_the_files() {
    let (detections, users) = (records("RiskDetections"), records("RiskyUsers"));
    let sections = page("risk");
    assert_eq!(figure(&sections, "detections"), Value::Count(detections.len() as u64));
    assert_eq!(figure(&sections, "high"), Value::Count(tally(&detections, "/riskLevel")["high"]));
    let detected = tally(&detections, "/userId");
    assert_eq!(figure(&sections, "detected_users"), Value::Count(detected.len() as u64));
    let states = tally(&users, "/riskState");
    assert_eq!(figure(&sections, "users_at_risk"), Value::Count(states["atRisk"] + states["confirmedCompromised"]));
    assert_eq!(figure(&sections, "workloads_at_risk"), Value::Count(1));
    let of_types = counts(table(&sections, "detections"), "detections");
    let types = tally(&detections, "/riskEventType");
    assert_eq!(of_types.values().sum::<u64>(), detections.len() as u64);
    assert_eq!(of_types.get("Password spray"), types.get("passwordSpray"));
    assert_eq!(counts(table(&sections, "ips"), "detections"), tally(&detections, "/ipAddress"));
    assert_eq!(counts(table(&sections, "user_states"), "records").get("At risk"), states.get("atRisk"));
    let levels = column(table(&sections, "users"), "levels");
    assert_eq!(levels.get("Gwendolen Parfitt"), Some(&Value::Text("High".to_owned())));
    assert_eq!(levels.get("Rosalind Achterberg"), Some(&Value::Text("High, Low".to_owned())));
    // The states are of those who are at risk, the detections of what was detected.
    assert_eq!(graph(&sections, "types").logs, Log::RiskDetections.into());
    assert_eq!(table(&sections, "risky_users").logs, Log::RiskyUsers.into());
}

#[test]
fn microsoft_365_figures_are_those_of_the_file() {
    let all = records("Microsoft365Activities");
    let (sign_ins, events): (Vec<Json>, Vec<Json>) =
        all.into_iter().partition(|record| text(record, "/Operation") == "UserLoggedIn");
    let sections = page("activity");
    assert_eq!(figure(&sections, "events"), Value::Count(events.len() as u64));
    assert_eq!(figure(&sections, "sign_ins"), Value::Count(sign_ins.len() as u64));
    assert_eq!(figure(&sections, "users"), Value::Count(tally(&events, "/UserId").len() as u64));
    assert_eq!(counts(table(&sections, "activities"), "events"), tally(&events, "/Operation"));
    assert_eq!(counts(table(&sections, "services"), "events"), tally(&events, "/Workload"));
    assert_eq!(counts(table(&sections, "ips"), "events"), tally(&events, "/ClientIP"));
    assert_eq!(counts(table(&sections, "results"), "sign_ins").get("Success"), Some(&1));
}

#[test]
fn provisioning_figures_are_those_of_the_file() {
    let (records, sections) = (records("ProvisioningLogs"), page("provisioning"));
    let statuses = tally(&records, "/provisioningStatusInfo/status");
    assert_eq!(figure(&sections, "events"), Value::Count(records.len() as u64));
    assert_eq!(figure(&sections, "failures"), Value::Count(statuses["failure"]));
    assert_eq!(figure(&sections, "skipped"), Value::Count(statuses["skipped"]));
    let totals: Vec<u64> = graph(&sections, "statuses").lines.iter().map(|line| line.total).collect();
    assert_eq!(totals, [statuses["success"], statuses["failure"], statuses["skipped"]]);
    let is_failed = |record: &&Json| text(record, "/provisioningStatusInfo/status") == "failure";
    let failed: Vec<Json> = records.iter().filter(is_failed).cloned().collect();
    let errors = table(&sections, "errors");
    assert_eq!(counts(errors, "failures"), tally(&failed, "/provisioningStatusInfo/errorInformation/errorCode"));
    let remedies = tally(&failed, "/provisioningStatusInfo/errorInformation/recommendedAction");
    for remedy in column(errors, "remedy").into_values() {
        let Value::Text(remedy) = remedy else { panic!("{remedy:?} is no text") };
        assert!(remedies.contains_key(&remedy), "{remedy}");
    }
    let identities = tally(&failed, "/sourceIdentity/displayName");
    assert_eq!(counts(table(&sections, "failed_identities"), "failures"), identities);
    assert_eq!(figure(&sections, "failing"), Value::Count(identities.len() as u64));
}

#[test]
fn a_record_type_is_one_value_by_number_and_by_name() {
    let found = |filter: &str| {
        let query: Query = filter.parse().unwrap_or_else(|error| panic!("{filter}: {error}"));
        select(&scope(), Logs::ACTIVITY, &query).len()
    };
    assert_eq!(found("record_type:6"), 66);
    assert_eq!(found("record_type:SharePointFileOperation"), 66);
    assert_eq!(found("record_type:exchangeadmin"), 2);
    assert_eq!(found("record_type:4711"), 0, "numbers that Microsoft adds later are no slip");
    let types = column(table(&page("activity"), "activities"), "record_types");
    assert_eq!(types.get("FileDownloaded"), Some(&Value::Text("SharePointFileOperation".to_owned())));
}

/// What a picture counts.
fn unit_of(body: &Body) -> &str {
    match body {
        Body::Series(series) => &series.unit,
        Body::Bars(bars) => &bars.unit,
        Body::HeatMap(map) => &map.unit,
        Body::Places(places) => &places.unit,
        Body::Lanes(lanes) => &lanes.unit,
    }
}

#[test]
fn pages_about_other_records_do_not_call_them_sign_ins() {
    let mut seen = 0;
    for page in pages::ALL.iter().filter(|page| !pages::is_about_sign_ins(page)) {
        let ask = asked(page.key);
        let frame = Frame::of(&ask);
        let mut told = vec![page.title.to_owned(), page.about.to_owned()];
        for section in (page.make)(&ask, &Choices::default()) {
            if section.logs() == Some(Log::ActivitySignIns.into()) {
                continue;
            }
            seen += 1;
            told.extend(section.title().map(str::to_owned));
            if let Section::Table(table) = &section {
                let columns = table.columns.iter();
                told.extend(columns.flat_map(|column| [column.title.to_owned(), column.explained().to_owned()]));
            }
            if let Section::Cards(cards) = &section {
                let others = cards.iter().filter(|card| card.rows.logs != Log::ActivitySignIns.into());
                told.extend(others.flat_map(|card| [card.title.clone(), card.about.to_owned()]));
            }
            if let Some(sheet) = Sheet::of(&section, &Clock::default(), Spelling::Shown) {
                told.extend(sheet.columns.into_iter().map(|column| column.title));
            }
            if let Some(chart) = frame.chart(&section, Drawing::default()) {
                told.extend(chart.subtitles);
                told.push(chart.footnote);
                told.push(unit_of(&chart.body).to_owned());
            }
        }
        for text in told {
            let text = text.replace("Microsoft 365 sign-ins", "").to_lowercase();
            assert!(!text.contains("sign-ins"), "{}: {text}", page.key);
        }
    }
    assert!(seen > 20);
}

fn open(scene: &mut Scene, key: &str) {
    let place = PagePlace::of_all(key).expect("the page");
    scene.apply(Command::Insights(InsightsCommand::Open(place)));
}

#[test]
fn pages_are_offered_where_their_records_are_loaded() {
    let mut scene = Scene::with_report();
    scene.harness.set_size(vec2(1280.0, 1000.0));
    open(&mut scene, "overview");
    let titles = ["Audit", "Risk", "Microsoft 365", "Provisioning"];
    let listed = |scene: &Scene| titles.map(|title| scene.shows_a(Role::Button, title));
    assert!(scene.shows_a(Role::Button, "AD FS applications"), "the list is shown");
    assert!(!scene.shows("Other logs"));
    assert_eq!(listed(&scene), [false; 4]);
    scene.apply(Command::Import(reports()));
    scene.apply(Command::DismissImports);
    assert!(scene.shows("Other logs"));
    assert_eq!(listed(&scene), [true; 4]);
}

#[test]
fn a_figure_of_audit_events_opens_audit_events() {
    let mut scene = Scene::empty();
    scene.apply(Command::Import(reports()));
    scene.apply(Command::DismissImports);
    scene.harness.set_size(vec2(1280.0, 2400.0));
    open(&mut scene, "audit");
    assert!(scene.shows("Audit events"), "what the graph counts");
    scene.click("Failures: 3");
    assert_eq!(scene.state().view, View::Log(Log::Audit));
    assert!(scene.says("Audit events behind Failures: 3"), "{:?}", scene.names("behind"));
    scene.apply(Command::GoBack);
    scene.filter("activity:nothing");
    assert!(scene.shows("No audit events to show"), "{:?}", scene.names("No "));
    assert!(
        scene.says("match \u{201c}Activity: nothing\u{201d}. The newest one of these logs is of "),
        "{:?}",
        scene.names("No ")
    );
}
