//! Private names in audit, provisioning, risk and Microsoft 365 records: whom and what they name is told nowhere, in no
//! view and no export. The records are made up.

mod scene;

use std::process::Command as Process;

use eframe::egui::accesskit::Role;
use egui_kittest::kittest::NodeT;
use scene::Scene;
use signin_lens::app::{Command, View};
use signin_lens::fields::{Field, Log};
use signin_lens::views::detail::Tab;

const AUDIT: &str = r#"[{"id":"Directory_1","category":"UserManagement","correlationId":"c1","result":"success","resultReason":"Zoe Berg asked",
  "activityDisplayName":"Update user","activityDateTime":"2026-10-05T08:19:41Z","loggedByService":"Core Directory","operationType":"Update",
  "initiatedBy":{"user":{"id":"11111111-2222-4333-8444-555555555501","displayName":"Zoe Berg","userPrincipalName":"zoe@weft.example","ipAddress":"203.0.113.5"}},
  "targetResources":[{"id":"11111111-2222-4333-8444-555555555502","displayName":"Ben Roth","type":"User","userPrincipalName":"ben@weft.example",
    "modifiedProperties":[{"displayName":"DisplayName","oldValue":"[\"Ben Roth\"]","newValue":"[\"Benjamin Ashgrove\"]"},
      {"displayName":"TelephoneNumber","oldValue":null,"newValue":"[\"+47 5550 1234\"]"}]},
    {"id":"11111111-2222-4333-8444-555555555503","displayName":"Mergers board","type":"Group","modifiedProperties":[]}],
  "additionalDetails":[{"key":"Requester","value":"Olga Pines"}]}]"#;

const PROVISIONING: &str = r#"[{"id":"p1","activityDateTime":"2026-10-05T08:19:41Z","provisioningAction":"update","jobId":"j1","cycleId":"c1","changeId":"h1",
  "initiatedBy":{"displayName":"Karl Dove"},"sourceSystem":{"displayName":"Microsoft Entra ID"},"targetSystem":{"displayName":"Loom HR"},
  "sourceIdentity":{"id":"s-zoe-77","displayName":"Zoe Berg"},"targetIdentity":{"id":"t-zberg-77","displayName":"zberg77"},
  "provisioningStatusInfo":{"status":"failure","errorInformation":{"errorCode":"Conflict","reason":"zberg77 is taken","recommendedAction":"Rename zberg77"}},
  "provisioningSteps":[{"name":"EntryImport","status":"success","description":"Found Zoe Berg (zoe@weft.example)"}],
  "modifiedProperties":[{"displayName":"city","oldValue":"Oslofjord","newValue":"Bergenhus"}]}]"#;

const RISKY_USERS: &str = r#"{"value":[{"id":"11111111-2222-4333-8444-555555555504","userDisplayName":"Ines Vale","userPrincipalName":"ines@weft.example","riskLevel":"high",
  "riskState":"atRisk","riskDetail":"none","riskLastUpdatedDateTime":"2026-10-05T08:19:41Z","isDeleted":false}]}"#;

const DETECTIONS: &str = r#"[{"id":"d1","requestId":"r1","correlationId":"c1","riskEventType":"unfamiliarFeatures","riskState":"atRisk","riskLevel":"medium",
  "source":"IdentityProtection","detectionTimingType":"realtime","activity":"signin","ipAddress":"203.0.113.9","activityDateTime":"2026-10-05T08:19:41Z",
  "detectedDateTime":"2026-10-06T00:00:00Z","userId":"11111111-2222-4333-8444-555555555504","userDisplayName":"Ines Vale","userPrincipalName":"ines@weft.example",
  "additionalInfo":"[{\"Key\":\"relatedUser\",\"Value\":\"Paul Reed\"}]"}]"#;

const ACTIVITY: &str = r#"{"CreationTime":"2026-10-05T08:19:41","Id":"m1","Operation":"New-InboxRule","OrganizationId":"o1","RecordType":1,"ResultStatus":"True","UserKey":"u1","UserType":0,"Workload":"Exchange","ClientIP":"203.0.113.11","UserId":"zoe@weft.example","ObjectId":"https://weft.example/personal/zoe_berg","MailboxOwnerUPN":"quinn@weft.example","Parameters":[{"Name":"ForwardTo","Value":"hidden.box@elsewhere.example"},{"Name":"Name","Value":"Lena Storm"}]}"#;

/// Everything in these records that names somebody or something of the tenant, in lower case.
const NAMES: [&str; 26] = [
    "zoe berg",
    "zoe@",
    "ben roth",
    "ben@",
    "benjamin ashgrove",
    "5550 1234",
    "mergers board",
    "olga pines",
    "karl dove",
    "s-zoe-77",
    "t-zberg-77",
    "zberg77",
    "oslofjord",
    "bergenhus",
    "ines vale",
    "ines@",
    "paul reed",
    "zoe_berg",
    "quinn@",
    "hidden.box",
    "lena storm",
    "203.0.113.",
    "555555555501",
    "555555555502",
    "555555555503",
    "555555555504",
];

fn files() -> [(&'static str, &'static str); 5] {
    [
        ("audit.json", AUDIT),
        ("provisioning.json", PROVISIONING),
        ("users.json", RISKY_USERS),
        ("detections.json", DETECTIONS),
        ("activity.json", ACTIVITY),
    ]
}

const LOGS: [Log; 5] = [Log::Audit, Log::Provisioning, Log::RiskyUsers, Log::RiskDetections, Log::Activity];

fn named_in(text: &str) -> Vec<&'static str> {
    let text = text.to_lowercase();
    NAMES.into_iter().filter(|name| text.contains(name)).collect()
}

/// Everything that the window tells a screen reader.
fn told(scene: &Scene) -> String {
    let nodes = scene.harness.root().children_recursive();
    let texts = nodes.flat_map(|node| {
        let node = node.accesskit_node();
        [node.label(), node.value(), node.placeholder().map(str::to_owned)].into_iter().flatten().collect::<Vec<_>>()
    });
    texts.collect::<Vec<_>>().join("\n")
}

/// What the window tells of each log: its table with every column, its facets, and each tab of its detail.
fn tour(scene: &mut Scene) -> Vec<(String, String)> {
    let mut met = Vec::new();
    for log in LOGS {
        scene.apply(Command::Show(View::Log(log)));
        let columns: Vec<Field> = Field::of(log).filter(|field| field.spec().column && *field != Field::Log).collect();
        for some in columns.chunks(5) {
            scene.apply(Command::SetColumns(log, some.to_vec()));
            met.push((format!("the table of {}", log.key()), told(scene)));
        }
        scene.apply(Command::SetFacets(log, Field::of(log).collect()));
        met.push((format!("the facets of {}", log.key()), told(scene)));
        scene.apply(Command::SelectLine(0));
        scene.apply(Command::Activate);
        for tab in Tab::of(log) {
            scene.click_on(Role::Tab, tab.title(log));
            met.push((format!("{} of {}", tab.title(log), log.key()), told(scene)));
        }
        scene.apply(Command::CloseDetail);
    }
    met
}

#[test]
fn no_view_of_the_further_reports_names_anybody() {
    let mut scene = Scene::of_size(1600.0, 1400.0).having(&files());
    let named: Vec<&str> = tour(&mut scene).iter().flat_map(|(_, text)| named_in(text)).collect();
    for name in NAMES {
        assert!(named.contains(&name), "with names the search finds {name}");
    }
    scene.apply(Command::TogglePrivate);
    for (what, text) in tour(&mut scene) {
        assert_eq!(named_in(&text), Vec::<&str>::new(), "{what}");
    }
    open_changes(&mut scene);
    assert!(scene.shows("TelephoneNumber") && scene.says("Value "), "what was changed is told, not its values");
}

/// Shows what the audit event changed.
fn open_changes(scene: &mut Scene) {
    scene.apply(Command::Show(View::Log(Log::Audit)));
    scene.apply(Command::SelectLine(0));
    scene.apply(Command::Activate);
    scene.click_on(Role::Tab, "Modified properties");
}

#[test]
fn no_export_of_the_further_reports_names_anybody() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let cache = folder.path().join("cache.db");
    let run = |arguments: &[&str]| {
        let output = Process::new(env!("CARGO_BIN_EXE_signin-lens"))
            .env("SIGNIN_LENS_CACHE", &cache)
            .args(arguments)
            .output()
            .expect("the program runs");
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    for (name, text) in files() {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("room for a small file");
        run(&["import", path.to_str().expect("a name")]);
    }
    for log in LOGS {
        for format in ["csv", "json"] {
            let call = ["list", "--log", log.key(), "--columns", "all", "--format", format];
            assert!(named_in(&run(&call)).len() > 2, "with names the search finds them in {}", log.key());
            let hidden = run(&[&call[..], &["--private"]].concat());
            assert_eq!(named_in(&hidden), Vec::<&str>::new(), "{} as {format}", log.key());
        }
    }
    let counted = run(&["count", "--by", "target", "--log", "audit", "--format", "csv", "--private"]);
    assert_eq!(named_in(&counted), Vec::<&str>::new());
}
