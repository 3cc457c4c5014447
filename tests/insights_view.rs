//! The pages of insights in the window, by keyboard and by the names that a screen reader would say.

mod scene;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, PointerButton, pos2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use scene::Scene;
use signin_lens::app::insights::{InsightsCommand, PagePlace, Span, Subject};
use signin_lens::app::jobs::{Chosen, Report};
use signin_lens::app::pictures::DataFile;
use signin_lens::app::{Command, View};
use signin_lens::clock::Every;
use signin_lens::export::chart::Kind;
use signin_lens::fields::{Field, Log};
use signin_lens::insights::{Counts, Lines, Period, Section};

/// Non-interactive sign-ins as Graph spells them: four to Mail.
fn non_interactive() -> String {
    let sign_in = |number: u8, user: &str, hour: u8| {
        format!(
            r#"{{"id":"00000000-0000-4000-8000-0000000001{number:02}","createdDateTime":"2026-10-05T{hour:02}:30:00Z",
            "userDisplayName":"{user}","userPrincipalName":"{user}@example.com","userId":"{user}","appDisplayName":"Mail",
            "appId":"mail","ipAddress":"203.0.113.9","isInteractive":false,"signInEventTypes":["nonInteractiveUser"],
            "resourceId":"graph","status":{{"errorCode":0}}}}"#
        )
    };
    let all = [sign_in(1, "dora", 6), sign_in(2, "dora", 7), sign_in(3, "dora", 8), sign_in(4, "emil", 9)];
    format!(
        r#"{{"@odata.context":"https://graph.microsoft.com/beta/$metadata#auditLogs/signIns","value":[{}]}}"#,
        all.join(",")
    )
}

/// A window high enough for a whole page, with sign-ins of two logs.
fn with_two_logs() -> Scene {
    let mut scene = Scene::with_report();
    scene.import("graph.json", &non_interactive());
    scene.apply(Command::DismissImports);
    scene.harness.set_size(vec2(1280.0, 2400.0));
    scene.settle();
    scene
}

fn applications() -> Command {
    Command::Insights(InsightsCommand::Open(PagePlace::of_all("applications").expect("the page")))
}

/// The page of applications of a window.
fn applications_of(mut scene: Scene) -> Scene {
    scene.apply(applications());
    scene
}

/// Clicks what has this name; of several the highest one.
fn click(scene: &mut Scene, name: &str) {
    let named = scene.harness.query_all_by_label(name);
    let highest = named.min_by(|a, b| a.rect().top().total_cmp(&b.rect().top()));
    highest.unwrap_or_else(|| panic!("nothing is called {name}")).click();
    scene.settle();
}

/// The first column of the table of applications, top down.
fn titles(scene: &Scene, of: &[&str]) -> Vec<String> {
    let table = scene.harness.get_by_role_and_label(Role::Grid, "Applications").rect();
    let cells = scene.harness.query_all_by_role(Role::Cell);
    let mut named: Vec<(f32, String)> = cells
        .filter_map(|node| Some((node.rect().top(), node.accesskit_node().label()?)))
        .filter(|(top, _)| table.y_range().contains(*top))
        .filter(|(_, name)| of.contains(&name.as_str()))
        .collect();
    named.sort_by(|a, b| a.0.total_cmp(&b.0));
    named.into_iter().map(|(_, name)| name).collect()
}

/// Clicks the highest point of the newest day, the last of thirty.
fn click_newest_point(scene: &mut Scene) {
    let chart = scene.harness.get_by_label("Chart: Application usage per day").rect();
    let at = pos2(chart.right() - chart.width() / 60.0, chart.top() + chart.height() * 0.08);
    scene.harness.hover_at(at);
    scene.settle();
    for pressed in [true, false] {
        let button = PointerButton::Primary;
        scene.harness.event(Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
    }
    scene.settle();
}

#[test]
fn insights_open_by_keyboard_and_a_page_by_its_name() {
    let mut scene = Scene::with_report();
    scene.command(false, Key::Num5);
    assert_eq!(scene.state().view, View::Insights);
    scene.run_by_palette("insights applications");
    assert_eq!(scene.state().insights.options.place, PagePlace::of_all("applications").expect("the page"));
    assert!(scene.shows("Mail, Sign-ins: 2"), "the figures of the page are there");
}

#[test]
fn a_page_that_is_not_there_yet_says_so() {
    let mut scene = Scene::with_report();
    scene.harness.state_mut().apply(applications());
    scene.harness.run_steps(1);
    assert!(scene.harness.query_by_label_contains("Counting sign-ins").is_some());
    scene.settle();
    assert!(scene.harness.query_by_label_contains("Counting sign-ins").is_none());
}

#[test]
fn a_point_of_the_graph_lists_its_sign_ins() {
    let mut scene = Scene::with_report();
    scene.harness.set_size(vec2(1280.0, 2400.0));
    let mut scene = applications_of(scene);
    let logs = signin_lens::fields::Logs::from(Log::Interactive);
    scene.apply(Command::Insights(InsightsCommand::SetLogs(logs)));
    click_newest_point(&mut scene);
    assert_eq!(scene.state().view, View::Log(Log::Interactive));
    assert_eq!(scene.users(), ["Clara Dahl", "Anna Berg"]);
    assert!(scene.state().query.to_string().contains("time:2026-10-05"), "{}", scene.state().query);
}

#[test]
fn a_point_of_several_logs_offers_a_list_of_each() {
    let mut scene = applications_of(with_two_logs());
    click_newest_point(&mut scene);
    assert_eq!(scene.state().view, View::Insights);
    assert!(scene.shows("Show 2 of Interactive"));
    click(&mut scene, "Show 4 of Non-interactive");
    assert_eq!(scene.state().view, View::Log(Log::NonInteractive));
    let listing = scene.state().present_table().listing.clone().expect("a table");
    assert_eq!(listing.sign_ins, 4);
}

#[test]
fn a_figure_of_several_logs_opens_the_one_that_has_most_and_the_way_back_leads_to_the_page() {
    let mut scene = applications_of(with_two_logs());
    click(&mut scene, "Mail, Sign-ins: 6");
    assert_eq!(scene.state().view, View::Log(Log::NonInteractive));
    assert_eq!(scene.state().present_table().listing.as_ref().expect("a table").sign_ins, 4);
    let counts = scene.state().counts.clone().expect("counts beside the tabs");
    assert_eq!(counts.matching[Log::Interactive as usize], 2, "the other tab shows the rest");
    scene.harness.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    scene.settle();
    assert_eq!((scene.state().view, scene.state().query.to_string()), (View::Insights, String::new()));
    assert!(scene.shows("Mail, Sign-ins: 6"));
}

#[test]
fn every_figure_of_a_table_lists_as_many_sign_ins_as_it_says() {
    let mut scene = applications_of(with_two_logs());
    for (figure, count) in [("Mail, Success: 5", 5), ("Files, Failure: 1", 1), ("Mail, Interrupted: 1", 1)] {
        click(&mut scene, figure);
        let counts = scene.state().counts.clone().expect("counts beside the tabs");
        let listed: u64 = [Log::Interactive, Log::NonInteractive].map(|log| counts.matching[log as usize]).iter().sum();
        assert_eq!(listed, count, "{figure}");
        click(&mut scene, "Back to Applications");
    }
}

#[test]
fn the_figures_lead_to_sign_ins_without_the_pointer() {
    let mut scene = applications_of(with_two_logs());
    scene.harness.get_by_role_and_label(Role::Grid, "Applications").focus();
    scene.settle();
    // The second row is Files, its second column the sign-ins.
    scene.press(&[Key::ArrowDown, Key::ArrowRight, Key::Enter]);
    assert_eq!(scene.state().view, View::Log(Log::Interactive));
    assert_eq!(scene.users(), ["Boris Cole"]);
}

#[test]
fn a_table_is_sorted_by_its_headers_and_searched() {
    let mut scene = applications_of(with_two_logs());
    let apps = ["Mail", "Files"];
    assert_eq!(titles(&scene, &apps), ["Mail", "Files"], "most sign-ins first");
    let header = |scene: &Scene| {
        let headers = scene.harness.query_all_by_role(Role::ColumnHeader);
        let of_failures = headers.filter(|node| node.accesskit_node().label().as_deref() == Some("Failure"));
        of_failures.map(|node| node.rect()).min_by(|a, b| a.top().total_cmp(&b.top())).expect("the header").center()
    };
    let at = header(&scene);
    scene.harness.hover_at(at);
    for pressed in [true, false] {
        let button = PointerButton::Primary;
        scene.harness.event(Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
    }
    scene.settle();
    assert_eq!(titles(&scene, &apps), ["Files", "Mail"], "most failures first");
    scene.harness.get_by_label("Find in Applications").focus();
    scene.settle();
    scene.type_text("mai");
    assert_eq!(titles(&scene, &apps), ["Mail"]);
    assert!(scene.shows("1 of 2"));
}

#[test]
fn what_is_chosen_is_what_the_page_shows() {
    let mut scene = applications_of(with_two_logs());
    click(&mut scene, "Show");
    scene.harness.get_by_role_and_label(Role::CheckBox, "Files").click();
    scene.settle();
    scene.press(&[Key::Escape]);
    click(&mut scene, "Per week");
    let own = scene.state().insights.own();
    assert_eq!(own.choices.lines, Lines::Chosen(vec!["Files".to_owned()]));
    let answer = scene.state().insights.answer().cloned().expect("a page");
    let Some(Section::Graph(graph)) = answer.sections.first() else { panic!("no graph") };
    assert_eq!((graph.lines.len(), graph.every, graph.counts), (1, Every::Week, Counts::SignIns));
    for (title, kind) in [("Areas", Kind::StackedAreas), ("Columns", Kind::Columns), ("Lines", Kind::Lines)] {
        let buttons = scene.harness.query_all_by_label(title);
        let button = buttons.max_by(|a, b| a.rect().left().total_cmp(&b.rect().left())).expect("the button");
        button.click();
        scene.settle();
        assert_eq!(scene.state().insights.options.kind, kind);
        assert!(scene.shows("Chart: Application usage per week"));
    }
    // Thirty days that end with a Monday begin with a Sunday.
    assert!(scene.shows("The first and the last week are not whole: only what is in the period counts"));
}

#[test]
fn a_line_is_hidden_and_shown_again() {
    let mut scene = applications_of(with_two_logs());
    let is_on = |scene: &Scene| {
        let entry = scene.harness.get_by_label("Files, 1 sign-in");
        entry.accesskit_node().toggled() == Some(eframe::egui::accesskit::Toggled::True)
    };
    assert!(is_on(&scene));
    click(&mut scene, "Files, 1 sign-in");
    assert!(!is_on(&scene));
    click(&mut scene, "Files, 1 sign-in");
    assert!(is_on(&scene));
}

#[test]
fn a_page_follows_the_filter_and_tells_of_its_time() {
    let mut scene = applications_of(with_two_logs());
    scene.apply(Command::SetQuery("time:2026-10-05T08:00..2026-10-05T08:59 app:Mail".parse().expect("a filter")));
    assert_eq!(scene.state().page_span(), Span::Filter);
    assert!(scene.shows("As filtered"));
    assert_eq!(scene.state().insights.answer().expect("a page").frame.sources.sign_ins, 2);
    click(&mut scene, "Mail, Sign-ins: 2");
    let counts = scene.state().counts.clone().expect("counts beside the tabs");
    assert_eq!((counts.matching[0], counts.matching[1]), (1, 1));
}

#[test]
fn a_page_about_nothing_says_how_to_fill_it() {
    let mut scene = applications_of(with_two_logs());
    scene.apply(Command::SetQuery("app:Nothing".parse().expect("a filter")));
    assert!(scene.shows("No sign-ins to show"));
    click(&mut scene, "Show all dates");
    assert_eq!(scene.state().page_span(), Span::Of(Period::All));
    click(&mut scene, "Clear filter");
    assert!(scene.shows("Mail, Sign-ins: 6"));
}

#[test]
fn a_page_about_one_counts_its_sign_ins_alone() {
    let mut scene = applications_of(with_two_logs());
    let filter = "app:Files".parse().expect("a filter");
    let subject = Some(Subject { title: "Files".to_owned(), filter });
    scene.apply(Command::Insights(InsightsCommand::Open(PagePlace { page: "applications", subject })));
    assert_eq!(scene.state().insights.answer().expect("a page").frame.sources.sign_ins, 1);
    click(&mut scene, "Back to Applications");
    assert_eq!(scene.state().insights.answer().expect("a page").frame.sources.sign_ins, 7);
}

#[test]
fn a_table_is_copied_and_written_to_a_file() {
    let mut scene = applications_of(with_two_logs());
    click(&mut scene, "Copy table: Applications");
    let path = scene.folder.path().join("applications.csv");
    scene.harness.get_by_label("Find in Applications").focus();
    scene.settle();
    scene.type_text("files");
    let answer = scene.state().insights.answer().cloned().expect("a page");
    let file = DataFile { answer, section: 1, rows: Some(vec![1]), hidden: Vec::new() };
    assert!(file.text(|| true).starts_with("Application\tSign-ins\tUsers\tSuccess"), "{}", file.text(|| true));
    file.write(&path).expect("room for a small file");
    let text = std::fs::read_to_string(&path).expect("the file");
    assert!(text.starts_with("title,sign_ins,users,success"), "{text}");
    assert!(text.contains("\nFiles,1,1,0,1,0,0"), "{text}");
    // A file that nobody asked for is not written.
    let other = scene.folder.path().join("other.csv");
    scene.state().outbox().send(Report::Chosen(Chosen::TableFile(other.clone())));
    scene.settle();
    assert!(!other.exists());
}

#[test]
fn a_small_window_has_the_pages_behind_a_button() {
    let mut scene = applications_of(with_two_logs());
    scene.harness.set_size(vec2(720.0, 480.0));
    scene.settle();
    click(&mut scene, "Page");
    let listed = scene.harness.query_all_by_label("Applications").count();
    assert!(listed > 0);
    let unnamed = scene.harness.query_all(egui_kittest::kittest::by().predicate(|node| {
        matches!(node.role(), Role::Button | Role::CheckBox | Role::TextInput | Role::Link)
            && node.label().is_none_or(|label| label.is_empty())
            && node.labelled_by().next().is_none()
    }));
    assert_eq!(unnamed.count(), 0);
}

#[test]
fn the_field_that_users_are_told_by_fits_the_name() {
    use signin_lens::insights::By;
    let by_name = Subject::named(By::Users, "Anna Berg").filter;
    assert_eq!(by_name.values_of(Field::User), Some(vec!["Anna Berg".to_owned()]));
    let by_username = Subject::named(By::Users, "anna@example.com").filter;
    assert_eq!(by_username.values_of(Field::Username), Some(vec!["anna@example.com".to_owned()]));
}

/// A service principal's sign-in as Graph spells it.
const SERVICE_PRINCIPAL: &str = r#"{"@odata.context":"https://graph.microsoft.com/beta/$metadata#auditLogs/signIns","value":[
    {"id":"00000000-0000-4000-8000-000000000201","createdDateTime":"2026-10-05T06:30:00Z","servicePrincipalName":"Backup",
    "servicePrincipalId":"backup","appDisplayName":"Backup","appId":"backup","ipAddress":"203.0.113.9",
    "signInEventTypes":["servicePrincipal"],"resourceId":"graph","status":{"errorCode":0}}]}"#;

#[test]
fn the_tab_of_a_log_that_lacks_what_the_filter_asks_for_has_no_count() {
    let mut scene = with_two_logs();
    scene.import("principal.json", SERVICE_PRINCIPAL);
    let count = |scene: &Scene, log: &str| {
        let tab = scene.harness.get_by_role_and_label(Role::Tab, log);
        tab.accesskit_node().value().unwrap_or_default()
    };
    assert_eq!(count(&scene, "Service principal"), "1");
    scene.filter("user:\"Anna Berg\"");
    assert_eq!(count(&scene, "Service principal"), "\u{2013}", "it has no users");
    let interactive = count(&scene, "Interactive");
    assert!(interactive != "\u{2013}" && interactive != "0", "{interactive}");
    let tab = scene.harness.get_by_role_and_label(Role::Tab, "Service principal").rect().center();
    scene.harness.hover_at(tab);
    std::thread::sleep(std::time::Duration::from_millis(20));
    scene.harness.run_steps(60);
    assert!(scene.says("does not tell what \u{201c}User: Anna Berg\u{201d}"));
}

#[test]
fn the_line_above_listed_sign_ins_names_the_figure_and_goes_with_another_filter() {
    let mut scene = applications_of(with_two_logs());
    click(&mut scene, "Mail, Sign-ins: 6");
    let is_named = |scene: &Scene| scene.says("Sign-ins behind Mail, Sign-ins: 6");
    assert!(is_named(&scene));
    click(&mut scene, "2 of them in Interactive");
    assert_eq!(scene.state().view, View::Log(Log::Interactive));
    assert!(is_named(&scene), "the rest of the same figure");
    scene.filter("app:Files");
    assert!(!is_named(&scene));
    assert!(scene.harness.query_by_label("Back to Applications").is_none());
    scene.harness.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    scene.settle();
    assert_eq!((scene.state().view, scene.state().query.to_string()), (View::Insights, String::new()));
}

#[test]
fn no_page_offers_the_way_back_to_itself() {
    let mut scene = with_two_logs();
    let open = |key| Command::Insights(InsightsCommand::Open(PagePlace::of_all(key).expect("the page")));
    for command in
        [open("overview"), open("applications"), Command::Show(View::Log(Log::Interactive)), open("overview")]
    {
        scene.apply(command);
        assert_ne!(scene.state().insights.previous(), Some(&scene.state().insights.options.place));
    }
    assert!(scene.harness.query_by_label("Back to Overview").is_none());
    while scene.state().undo_title().is_some() {
        scene.apply(Command::Undo);
        assert_ne!(scene.state().insights.previous(), Some(&scene.state().insights.options.place));
    }
}

#[test]
fn a_day_of_the_overview_lists_all_of_its_sign_ins() {
    let mut scene = with_two_logs();
    scene.apply(Command::Insights(InsightsCommand::Open(PagePlace::of_all("overview").expect("the page"))));
    let chart = scene.harness.get_by_label("Chart: Sign-ins by status per day").rect();
    // Between the points of the newest day, the last of thirty.
    let at = pos2(chart.right() - chart.width() / 60.0, chart.top() + chart.height() * 0.6);
    scene.harness.hover_at(at);
    scene.settle();
    for pressed in [true, false] {
        let button = PointerButton::Primary;
        scene.harness.event(Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
    }
    scene.settle();
    let counts = scene.state().counts.clone().expect("counts beside the tabs");
    assert_eq!((counts.matching[0], counts.matching[1]), (3, 4), "{}", scene.state().query);
    assert!(scene.says("Sign-ins behind all sign-ins on Mon 5 Oct 2026"));
}

#[test]
fn the_tools_of_a_table_are_walked_as_they_are_read() {
    let mut scene = Scene::with_report();
    scene.tab_to("Group rows");
    for name in ["Columns\u{2026}", "Export\u{2026}"] {
        scene.press(&[Key::Tab]);
        assert_eq!(scene.focused().as_deref(), Some(name));
    }
}

#[test]
fn a_small_window_asks_the_page_in_one_line() {
    let mut scene = applications_of(with_two_logs());
    scene.harness.set_size(vec2(720.0, 480.0));
    scene.settle();
    assert!(scene.harness.query_by_label("Per week").is_none());
    click(&mut scene, "Period, step and logs");
    scene.harness.get_by_role_and_label(Role::RadioButton, "Per week").click();
    scene.settle();
    assert_eq!(scene.state().insights.options.every, Every::Week);
}

#[test]
fn a_page_says_its_filter_in_words_and_a_country_by_its_name() {
    let mut scene = with_two_logs();
    scene.apply(Command::Insights(InsightsCommand::Open(PagePlace::of_all("places").expect("the page"))));
    let located = SERVICE_PRINCIPAL
        .replace("servicePrincipalName\":\"Backup", "userDisplayName\":\"Erik")
        .replace("servicePrincipalId", "userId")
        .replace("[\"servicePrincipal\"]", "[\"interactiveUser\"]")
        .replace("\"status\"", "\"location\":{\"city\":\"Ulm\",\"countryOrRegion\":\"DE\"},\"status\"");
    scene.import("located.json", &located);
    scene.filter("country:GB,DE status:success,failure");
    assert!(scene.says("Country or region: United Kingdom or Germany"), "the subtitle of the graph");
    let cells: Vec<String> = scene
        .harness
        .query_all_by_role(Role::Cell)
        .filter_map(|node| node.accesskit_node().label())
        .filter(|name| name.contains("Germany") || name.contains("United Kingdom"))
        .collect();
    assert!(cells.iter().any(|name| name == "Germany, DE"), "{cells:?}");
    assert!(cells.iter().any(|name| name == "Ulm, Germany"), "{cells:?}");
}

#[test]
fn an_empty_page_names_the_newest_sign_in() {
    let mut scene = applications_of(with_two_logs());
    scene.filter("app:Nothing");
    let sentence = "match \u{201c}Application: Nothing\u{201d}. The newest one of these logs is of Mon 5 Oct 2026";
    assert!(scene.says(sentence));
    scene.apply(Command::SetQuery(signin_lens::query::Query::default()));
    scene.apply(Command::Insights(InsightsCommand::Open(PagePlace::of_all("service-principals").expect("the page"))));
    assert!(scene.says("Service principal sign-ins: Download"));
}

#[test]
fn every_share_says_what_is_counted_of_what() {
    use signin_lens::clock::Clock;
    use signin_lens::columns::Columns;
    use signin_lens::insights::{Ask, Choices, Measure, Sum, pages};
    use signin_lens::query::{Query, Scope};
    let columns = Columns::default();
    let scope = Scope::new(&columns, Clock::default());
    let mut shares = 0;
    for page in &pages::ALL {
        let ask = Ask::new(&scope, &Query::default(), Period::All, Every::Day, page.logs);
        let mut check = |title: &str, about: &str, sum: &Sum| {
            assert!(!about.is_empty(), "{title} of {} says nothing", page.key);
            if matches!(sum, Sum::ShareOf(_)) {
                assert!(about.contains(", of all"), "{title} of {}: {about}", page.key);
                shares += 1;
            }
        };
        for section in (page.make)(&ask, &Choices::default()) {
            match section {
                Section::Cards(cards) => cards.iter().for_each(|card| check(&card.title, card.about, &card.sum)),
                Section::Table(table) => {
                    table
                        .columns
                        .iter()
                        .for_each(|column: &Measure| check(column.title, column.explained(), &column.sum));
                }
                _ => {}
            }
        }
    }
    assert!(shares > 10);
}
