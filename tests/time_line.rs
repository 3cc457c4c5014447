//! What the logs tell of one person stands on one time line, and what belongs to an event is a click away.

mod scene;

use scene::Scene;
use signin_lens::app::Command;
use signin_lens::app::insights::{InsightsCommand, PagePlace, Span, Subject};
use signin_lens::clock::{Clock, Every, Zone};
use signin_lens::columns::Columns;
use signin_lens::fields::{Log, Logs};
use signin_lens::insights::{Ask, Choices, Period, Section, TimeLine, pages};
use signin_lens::query::{Query, Scope};

const SIGN_IN: &str = r#"[{"id":"eeeeeeee-2222-4333-8444-555555555501","createdDateTime":"2026-10-05T08:00:00Z",
  "userDisplayName":"Zoe Berg","userPrincipalName":"zoe@example.com","userId":"11111111-2222-4333-8444-555555555501",
  "appDisplayName":"Mail","appId":"aaaaaaaa-2222-4333-8444-555555555501","ipAddress":"203.0.113.5",
  "correlationId":"dddddddd-2222-4333-8444-555555555501","isInteractive":true,"status":{"errorCode":0}}]"#;

const DETECTION: &str = r#"{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#identityProtection/riskDetections","value":[
  {"id":"r1","requestId":"EEEEEEEE-2222-4333-8444-555555555501","correlationId":"dddddddd-2222-4333-8444-555555555501",
  "riskEventType":"anonymizedIPAddress","riskState":"atRisk","riskLevel":"high","detectionTimingType":"offline","activity":"signin",
  "ipAddress":"203.0.113.5","activityDateTime":"2026-10-05T08:00:00Z","detectedDateTime":"2026-10-06T08:00:00Z",
  "userId":"11111111-2222-4333-8444-555555555501","userDisplayName":"Zoe Berg","userPrincipalName":"zoe@example.com"}]}"#;

/// Somebody changes Zoe's account; she is the target.
const AUDIT: &str = r#"[{"id":"Directory_1","category":"UserManagement","correlationId":"dddddddd-2222-4333-8444-555555555509",
  "result":"success","activityDisplayName":"Reset user password","activityDateTime":"2026-10-05T09:00:00Z",
  "loggedByService":"Core Directory","initiatedBy":{"user":{"id":"u2","userPrincipalName":"ben@example.com"}},
  "targetResources":[{"id":"11111111-2222-4333-8444-555555555501","displayName":"Zoe Berg","type":"User","userPrincipalName":"zoe@example.com"}]}]"#;

/// Told by the user principal name alone, in capitals.
const ACTIVITY: &str = r#"{"CreationTime":"2026-10-05T08:30:00","Id":"bbbbbbbb-2222-4333-8444-555555555501","Operation":"New-InboxRule",
  "OrganizationId":"t1","RecordType":1,"UserKey":"10032000","UserType":0,"Workload":"Exchange","UserId":"ZOE@example.com","ClientIP":"203.0.113.5"}
"#;

/// Somebody else's.
const OTHER: &str = r#"{"CreationTime":"2026-10-05T08:31:00","Id":"bbbbbbbb-2222-4333-8444-555555555502","Operation":"FileAccessed",
  "OrganizationId":"t1","RecordType":6,"UserKey":"10032001","UserType":0,"Workload":"SharePoint","UserId":"ben@example.com","ClientIP":"203.0.113.6"}
"#;

fn scene() -> Scene {
    let activity = [ACTIVITY, OTHER].map(|record| record.replace('\n', " ")).join("\n");
    Scene::empty().having(&[
        ("interactive.json", SIGN_IN),
        ("detections.json", DETECTION),
        ("audit.json", AUDIT),
        ("activity.json", &activity),
    ])
}

fn time_line(columns: &Columns, who: &str) -> TimeLine {
    let scope = Scope::new(columns, Clock::default());
    let who: Query = who.parse().expect("a filter");
    let page = pages::page("time_line").expect("the page");
    let ask = Ask::new(&scope, &Query::default(), Period::All, Every::Day, page.logs).only(&who);
    let sections = (page.make)(&ask, &Choices::default());
    let line = sections.into_iter().find_map(|section| match section {
        Section::TimeLine(line) => Some(line),
        _ => None,
    });
    line.expect("a time line")
}

#[test]
fn a_person_is_followed_through_all_logs_by_identifier_and_name() {
    let scene = scene();
    let columns = &scene.state().columns;
    for who in ["user_id:11111111-2222-4333-8444-555555555501", "username:zoe@example.com"] {
        let line = time_line(columns, who);
        let told: Vec<_> = line.events.iter().map(|event| (event.log, event.what.as_str())).collect();
        let expected = [
            (Log::Audit, "Reset user password"),
            (Log::Activity, "New-InboxRule"),
            (Log::RiskDetections, "Anonymous IP address"),
            (Log::Interactive, "Mail"),
        ];
        assert_eq!(told.len(), expected.len(), "{who}: {told:?}");
        for event in expected {
            assert!(told.contains(&event), "{who}: {event:?} is not in {told:?}");
        }
    }
    assert_eq!(columns.rows_of_all(Logs::ALL).len(), 5, "what another did is loaded, but on no time line of hers");
}

#[test]
fn the_page_of_a_user_lists_the_events_and_opens_them() {
    let mut scene = scene();
    let filter = "username:zoe@example.com".parse().expect("a filter");
    let subject = Some(Subject { title: "Zoe Berg".to_owned(), filter });
    scene.apply(Command::Insights(InsightsCommand::Open(PagePlace { page: "time_line", subject })));
    assert!(scene.shows("Reset user password"));
    assert!(scene.shows("New-InboxRule"));
    assert!(!scene.shows("FileAccessed"));
}

#[test]
fn a_sign_in_shows_its_detection_and_leads_there() {
    let mut scene = scene();
    let row = scene.state().columns.rows_of(Log::Interactive)[0];
    let event = scene.state().columns.event(row);
    scene.apply(Command::OpenDetail(event));
    let link =
        "Anonymous IP address, Risk detections  \u{b7}  2026-10-05 08:00:00  \u{b7}  Zoe Berg  \u{b7}  At risk (high)";
    assert!(scene.shows(link), "{:?}", scene.names("risk"));
    scene.click(link);
    scene.settle();
    let detection = scene.state().columns.rows_of(Log::RiskDetections)[0];
    let shown = scene.state().detail.as_ref().map(|open| open.event);
    assert_eq!(shown, Some(scene.state().columns.event(detection)));
    let back = "Mail, Interactive  \u{b7}  2026-10-05 08:00:00  \u{b7}  Zoe Berg  \u{b7}  Success";
    assert!(scene.shows(back), "and back: {:?}", scene.names("Mail"));
}

#[test]
fn of_many_detections_of_one_sign_in_a_link_leads_to_all() {
    let one = DETECTION.split_once("[\n").and_then(|(_, rest)| rest.rsplit_once("]}")).expect("a list").0;
    // Those of a request need not tell the attempt.
    let one = one.replace("\"correlationId\":\"dddddddd-2222-4333-8444-555555555501\",", "");
    let many: Vec<String> = (1..=6).map(|number| one.replace("\"r1\"", &format!("\"r{number}\""))).collect();
    let detections = DETECTION.split_once('[').expect("a list").0.to_owned() + "[" + &many.join(",") + "]}";
    let mut scene = Scene::empty().having(&[("interactive.json", SIGN_IN), ("detections.json", &detections)]);
    let row = scene.state().columns.rows_of(Log::Interactive)[0];
    let event = scene.state().columns.event(row);
    scene.apply(Command::OpenDetail(event));
    assert!(scene.shows("Same request"));
    scene.click("All 6 risk detections in Risk detections");
    scene.settle();
    assert_eq!(scene.state().log, Log::RiskDetections);
    assert_eq!(scene.lines().len(), 6, "{:?}", scene.lines());
}

#[test]
fn what_belongs_to_an_event_is_told_in_the_zone_that_is_chosen() {
    let mut scene = scene();
    let row = scene.state().columns.rows_of(Log::Interactive)[0];
    let event = scene.state().columns.event(row);
    scene.apply(Command::OpenDetail(event));
    scene.apply(Command::SetZone(Zone::from_name("Asia/Tokyo").expect("a zone")));
    assert!(!scene.names("2026-10-05 17:00:00  \u{b7}  Zoe Berg").is_empty(), "{:?}", scene.names("Anonymous"));
}

#[test]
fn who_did_it_is_told_and_risk_reads_as_a_sentence() {
    let scene = scene();
    let line = time_line(&scene.state().columns, "username:zoe@example.com");
    let told = |log: Log| {
        let event = line.events.iter().find(|event| event.log == log).expect("an event");
        (event.by.clone(), event.to_what.clone(), event.outcome.clone())
    };
    let words = |by: &str, to: &str, outcome: &str| (by.to_owned(), to.to_owned(), outcome.to_owned());
    assert_eq!(told(Log::Audit), words("ben@example.com", "Zoe Berg", "Success"));
    assert_eq!(told(Log::Interactive), words("Zoe Berg", "", "Success"));
    assert_eq!(told(Log::RiskDetections), words("", "Zoe Berg", "At risk (high)"));
    assert_eq!(told(Log::Activity).0, "Zoe Berg", "sign-ins tell whose the user principal name is");
}

#[test]
fn the_list_shows_who_did_it() {
    let mut scene = scene();
    open_time_line(&mut scene, "zoe@example.com");
    assert!(scene.shows("By") && scene.shows("ben@example.com") && scene.shows("At risk (high)"));
}

#[test]
fn somebody_without_a_sign_in_has_a_time_line_if_other_logs_tell_of_them() {
    for page in ["time_line", "user"] {
        let mut scene = scene();
        let filter = "username:ben@example.com".parse().expect("a filter");
        let subject = Some(Subject { title: "Ben".to_owned(), filter });
        scene.apply(Command::Insights(InsightsCommand::Open(PagePlace { page, subject })));
        assert!(scene.shows("Reset user password") && scene.shows("FileAccessed"), "{page}");
        assert!(scene.says("No sign-ins of Ben"), "{page}: and why there is nothing else");
        assert!(!scene.shows("No sign-ins to show"), "{page}");
    }
}

#[test]
fn a_person_whose_sign_ins_are_not_loaded_at_all_has_a_time_line() {
    let mut scene = Scene::empty().having(&[("audit.json", AUDIT)]);
    open_time_line(&mut scene, "zoe@example.com");
    assert!(scene.shows("Reset user password"), "{:?}", scene.names("Reset"));
}

#[test]
fn names_are_known_from_sign_ins_outside_the_period() {
    // Her sign-in is long before the period, which ends with what the mailbox log tells.
    let later = ACTIVITY.replace("2026-10-05", "2026-12-24").replace('\n', " ");
    let mut scene = Scene::empty().having(&[("interactive.json", SIGN_IN), ("activity.json", &format!("{later}\n"))]);
    let filter = "user_id:11111111-2222-4333-8444-555555555501".parse().expect("a filter");
    let subject = Some(Subject { title: "Zoe Berg".to_owned(), filter });
    scene.apply(Command::Insights(InsightsCommand::Open(PagePlace { page: "time_line", subject })));
    scene.apply(Command::Insights(InsightsCommand::SetSpan(Span::Of(Period::Days(7)))));
    assert!(scene.shows("New-InboxRule"), "Microsoft 365 names her by her user principal name alone");
}

#[test]
fn a_correlation_id_that_many_share_makes_few_links_and_one_to_all() {
    let many: Vec<String> = (0..300)
        .map(|number| {
            let id = format!("ffffffff-2222-4333-8444-{number:012}");
            let time = format!("2026-10-05T08:{:02}:{:02}Z", number / 60 % 60, number % 60);
            let sign_in = SIGN_IN.trim().trim_start_matches('[').trim_end_matches(']');
            let sign_in = sign_in.replace("eeeeeeee-2222-4333-8444-555555555501", &id);
            sign_in.replace("2026-10-05T08:00:00Z", &time)
        })
        .collect();
    let mut scene = Scene::empty().having(&[("interactive.json", &format!("[{}]", many.join(",")))]);
    let row = scene.state().columns.rows_of(Log::Interactive)[150];
    let event = scene.state().columns.event(row);
    scene.apply(Command::OpenDetail(event));
    let links = scene.names("Mail, Interactive  \u{b7}  ");
    assert_eq!(links.len(), 4, "{links:?}");
    scene.click("All 300 sign-ins in Interactive");
    scene.settle();
    assert_eq!(scene.query(), "correlation_id:dddddddd-2222-4333-8444-555555555501");
}

fn open_time_line(scene: &mut Scene, who: &str) {
    let filter = format!("username:{who}").parse().expect("a filter");
    let subject = Some(Subject { title: who.to_owned(), filter });
    scene.apply(Command::Insights(InsightsCommand::Open(PagePlace { page: "time_line", subject })));
}
