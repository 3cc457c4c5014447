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
