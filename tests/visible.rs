//! Who writes a user agent or a name of an application can't fake what the analyst reads: what hides or turns text is shown.

mod scene;

use egui_kittest::kittest::NodeT;
use scene::{DETAIL_TABS, Scene};
use signin_lens::app::insights::{InsightsCommand, PagePlace};
use signin_lens::app::{Command, Grouping, Sheet, TableCommand, View};
use signin_lens::fields::{Field, Log};
use signin_lens::insights::pages;

/// Turns what follows it; a zero-width space; a mark of direction; a byte that moves a terminal's cursor.
const HIDDEN: [char; 4] = ['\u{202e}', '\u{200b}', '\u{200f}', '\u{1b}'];

/// Sign-ins whose every text hides something.
fn hostile() -> String {
    let text = |name: &str| format!("{name} \\u202egnp.exe\\u200b\\u200f\\u001b[2J");
    let sign_in = |number: u8| {
        format!(
            r#"{{"id":"00000000-0000-4000-8000-00000000000{number}","createdDateTime":"2026-10-05T08:0{number}:41Z",
            "userDisplayName":"{user}","userPrincipalName":"{name}","appDisplayName":"{app}","resourceDisplayName":"{resource}",
            "userAgent":"{agent}","ipAddress":"203.0.113.5","clientAppUsed":"{client}","isInteractive":true,
            "status":{{"errorCode":50126,"failureReason":"{reason}"}},
            "location":{{"city":"{city}","state":"{state}","countryOrRegion":"NO"}},
            "deviceDetail":{{"displayName":"{device}","operatingSystem":"{os}","browser":"{browser}","trustType":"{trust}"}},
            "appliedConditionalAccessPolicies":[{{"id":"p","displayName":"{policy}","result":"failure","enforcedGrantControls":["{control}"]}}],
            "authenticationDetails":[{{"authenticationStepDateTime":"2026-10-05T08:00:00Z","authenticationMethod":"{method}","authenticationMethodDetail":"{detail}","succeeded":false,"authenticationStepResultDetail":"{result}"}}],
            "authenticationProcessingDetails":[{{"key":"{key}","value":"{value}"}}],"newProperty":"{new}"}}"#,
            user = text("Zoe"),
            name = text("zoe@contoso.example"),
            app = text("Mail"),
            resource = text("Graph"),
            agent = text("Mozilla"),
            client = text("Browser"),
            reason = text("Wrong"),
            city = text("Oslo"),
            state = text("Viken"),
            device = text("Laptop"),
            os = text("Windows"),
            browser = text("Edge"),
            trust = text("Joined"),
            policy = text("MFA"),
            control = text("Mfa"),
            method = text("Password"),
            detail = text("Cloud"),
            result = text("Correct"),
            key = text("Token"),
            value = text("Yes"),
            new = text("New"),
        )
    };
    format!("[{},{}]", sign_in(1), sign_in(2))
}

/// Every text of the window with a character that people can't see.
fn hiding(scene: &Scene) -> Vec<String> {
    let mut found = Vec::new();
    for node in scene.harness.root().children_recursive() {
        let node = node.accesskit_node();
        let said = [node.label(), node.value(), node.description()];
        found.extend(said.into_iter().flatten().filter(|text| text.contains(HIDDEN)).map(|text| format!("{text:?}")));
    }
    found.truncate(8);
    found
}

#[test]
fn no_view_shows_a_text_that_hides_something() {
    let mut scene = Scene::of_size(1600.0, 1000.0);
    scene.import("InteractiveSignIns.json", &hostile());
    scene.apply(Command::DismissImports);
    assert!(scene.names("⟨U+202E⟩").len() > 3, "the table shows what is there");
    let mut seen: Vec<(String, Vec<String>)> = Vec::new();
    let mut see = |scene: &Scene, what: &str| seen.push((what.to_owned(), hiding(scene)));
    see(&scene, "table");
    if !scene.state().settings.facets.is_open {
        scene.apply(Command::ToggleFacets);
    }
    see(&scene, "facets");
    scene.apply(Command::SelectLine(0));
    scene.apply(Command::Activate);
    for tab in DETAIL_TABS {
        scene.click_on(eframe::egui::accesskit::Role::Tab, tab);
        see(&scene, tab);
    }
    scene.apply(Command::CloseDetail);
    scene.apply(Command::Table(TableCommand::SetGrouping(Grouping::By(vec![Field::User, Field::UserAgent]))));
    see(&scene, "groups");
    scene.apply(Command::Table(TableCommand::SetGrouping(Grouping::Off)));
    scene.filter("app:mail*");
    scene.apply(Command::EditPart(0));
    see(&scene, "editor");
    scene.apply(Command::ShowSheet(None));
    for page in pages::ALL.iter().filter(|page| page.of.is_none()) {
        scene.apply(Command::Insights(InsightsCommand::Open(PagePlace::of_all(page.key).expect("a page"))));
        see(&scene, page.key);
    }
    for view in [View::Errors, View::Sources, View::Log(Log::Interactive)] {
        scene.apply(Command::Show(view));
        see(&scene, view.title());
    }
    for sheet in [Sheet::Palette, Sheet::Views, Sheet::Export, Sheet::Pack] {
        scene.apply(Command::ShowSheet(Some(sheet)));
        see(&scene, &format!("{sheet:?}"));
        scene.apply(Command::ShowSheet(None));
    }
    let faults: Vec<_> = seen.into_iter().filter(|(_, found)| !found.is_empty()).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

/// An audit and a provisioning event whose every text hides something.
fn other_reports() -> [(String, String); 2] {
    let hide = |text: &str| text.replace('~', " \\u202egnp.exe\\u200b\\u200f\\u001b[2J");
    let audit = hide(
        r#"[{"id":"Directory_1","category":"UserManagement~","correlationId":"c1","result":"success","resultReason":"Reason~",
        "activityDisplayName":"Update user~","activityDateTime":"2026-10-05T08:19:41.5Z","loggedByService":"Core Directory~",
        "operationType":"Update~","userAgent":"Agent~",
        "initiatedBy":{"user":{"id":"u1","displayName":"Zoe~","userPrincipalName":"zoe@example.com~","ipAddress":"203.0.113.5"}},
        "targetResources":[{"id":"t1","displayName":"Ben~","type":"User","userPrincipalName":"ben~",
        "modifiedProperties":[{"displayName":"Title~","oldValue":"[\"a~\"]","newValue":"[\"b~\"]"}]}],
        "additionalDetails":[{"key":"Key~","value":"Value~"}]}]"#,
    );
    let provisioning = hide(
        r#"[{"id":"11111111-2222-4333-8444-555555555511","activityDateTime":"2026-10-05T08:19:41Z","changeId":"c","cycleId":"y","jobId":"j~",
        "provisioningAction":"create","durationInMilliseconds":5,"provisioningStatusInfo":{"status":"failure","errorInformation":
        {"errorCode":"Code~","reason":"Because~","additionalDetails":"More~","recommendedAction":"Do~"}},
        "sourceSystem":{"id":"s","displayName":"Source~"},"targetSystem":{"id":"t","displayName":"Target~"},
        "sourceIdentity":{"id":"a","displayName":"Anna~","identityType":"User~"},
        "targetIdentity":{"id":"b","displayName":"Anna~","identityType":"User~"},
        "servicePrincipal":{"id":"p","displayName":"Principal~"},"initiatedBy":{"id":"","displayName":"Service~","initiatorType":"system"},
        "provisioningSteps":[{"name":"Step~","provisioningStepType":"import","status":"success","description":"Did~"}],
        "modifiedProperties":[{"displayName":"Mail~","oldValue":"o~","newValue":"n~"}]}]"#,
    );
    // A name of a file can hide something, too, where the system allows it.
    let hidden = if cfg!(unix) { "\u{202e}fdp.\u{200b}" } else { "" };
    [(format!("AuditLogs{hidden}.json"), audit), (format!("ProvisioningLogs{hidden}.json"), provisioning)]
}

#[test]
fn other_reports_windows_of_their_own_and_names_of_files_show_what_they_hide() {
    let mut scene = Scene::of_size(1600.0, 1000.0);
    let mut seen: Vec<(String, Vec<String>)> = Vec::new();
    scene.import("InteractiveSignIns.json", &hostile());
    for (name, text) in other_reports() {
        scene.import(&name, &text);
        seen.push((format!("import of {name:?}"), hiding(&scene)));
    }
    scene.apply(Command::DismissImports);
    for log in [Log::Audit, Log::Provisioning] {
        scene.apply(Command::Show(View::Log(log)));
        assert_eq!(scene.state().columns.rows_of(log).len(), 1, "{log:?}");
        assert!(scene.names("⟨U+202E⟩").len() > 1, "the table of {log:?} shows what is there");
        seen.push((format!("table of {log:?}"), hiding(&scene)));
        scene.apply(Command::SelectLine(0));
        scene.apply(Command::Activate);
        let tabs: Vec<String> = scene
            .harness
            .root()
            .children_recursive()
            .map(|node| node.accesskit_node())
            .filter(|node| node.role() == eframe::egui::accesskit::Role::Tab)
            .filter_map(|node| node.label())
            .collect();
        let own = [
            "Changes",
            "Raw",
            "Basic info",
            "Activity",
            "Steps",
            "Modified properties",
            "Targets",
            "Additional details",
        ];
        for tab in tabs.iter().filter(|tab| own.contains(&tab.as_str())) {
            scene.click_on(eframe::egui::accesskit::Role::Tab, tab);
            seen.push((format!("{tab} of {log:?}"), hiding(&scene)));
        }
        assert!(tabs.contains(&"Raw".to_owned()), "{tabs:?}");
        scene.apply(Command::CloseDetail);
    }
    let events: Vec<_> =
        scene.state().columns.rows_of(Log::Interactive).iter().map(|row| scene.state().columns.event(*row)).collect();
    scene.apply(Command::OpenDetailWindow(events[0]));
    seen.push(("a window of its own".to_owned(), hiding(&scene)));
    scene.apply(Command::CloseDetailWindow(events[0]));
    scene.apply(Command::Show(View::Sources));
    seen.push(("sources".to_owned(), hiding(&scene)));
    let source = scene.state().sources[0].id;
    scene.apply(Command::AskForget(Some(source)));
    seen.push(("forget".to_owned(), hiding(&scene)));
    scene.apply(Command::Forget(source));
    seen.push(("forgotten".to_owned(), hiding(&scene)));
    let faults: Vec<_> = seen.into_iter().filter(|(_, found)| !found.is_empty()).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}
