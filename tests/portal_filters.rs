//! Every filter of the portal's sign-in logs: in the help, as a pill, and those by time and log on sign-ins.
//! What the others find is tested with the queries.

mod scene;

use eframe::egui::Key;
use scene::Scene;
use scene::reports::{INTERACTIVE, non_interactive};
use signin_lens::app::{Command, View};
use signin_lens::fields::Log;
use signin_lens::query::Query;
use signin_lens::reference::portal_filters::{PORTAL_FILTERS, PortalFilter};

/// Those that are a matter of the filter, with the filter in its canonical form.
fn filters() -> impl Iterator<Item = (&'static PortalFilter, String)> {
    let with_query = |filter: &'static PortalFilter| {
        let query: Query = filter.example.parse().unwrap_or_else(|error| panic!("{}: {error}", filter.title));
        (filter, query.to_string())
    };
    PORTAL_FILTERS.iter().filter(|filter| !filter.example.is_empty()).map(with_query)
}

/// What the pills say.
fn pills(scene: &Scene) -> Vec<String> {
    scene.names("Remove ").iter().filter_map(|name| name.strip_prefix("Remove ")).map(str::to_owned).collect()
}

#[test]
fn the_help_has_a_row_for_every_filter_of_the_portal() {
    let mut scene = Scene::with_report();
    scene.command(false, Key::F1);
    for filter in PORTAL_FILTERS {
        assert!(scene.shows(filter.title), "{}", filter.title);
        assert!(scene.says(filter.note), "{}", filter.title);
    }
    for (filter, _) in filters() {
        assert!(scene.shows(&format!("Try {}", filter.example)), "{}", filter.title);
        assert!(scene.shows(filter.example), "{}", filter.title);
    }
}

#[test]
fn every_filter_of_the_portal_is_a_pill_that_can_be_changed_and_taken_away() {
    let mut scene = Scene::with_report();
    for (filter, query) in filters() {
        for log in filter.logs.iter().filter(|log| Log::TABS.contains(log)) {
            scene.apply(Command::Show(View::Log(log)));
            scene.filter(filter.example);
            assert_eq!(pills(&scene).len(), 1, "{} in {}", filter.title, log.key());
        }
        scene.apply(Command::Show(View::Log(Log::Interactive)));
        let pill = pills(&scene).concat();
        let is_time = filter.title.starts_with("Date");
        assert!(is_time || pill == query, "{pill} says {}", filter.title);
        scene.click(&pill);
        assert!(scene.shows("Take this part away"), "the editor of {}", filter.title);
        scene.press(&[Key::Escape]);
        assert_eq!(scene.query(), query, "{}", filter.title);
        scene.click(&format!("Remove {pill}"));
        assert_eq!(scene.query(), "", "{}", filter.title);
    }
}

#[test]
fn filters_by_time_and_log_find_what_the_portal_finds() {
    let line = "2026-10-05T08:00:00Z,00000000-0000-4000-8000-000000000001,Anna Berg";
    let mut report = INTERACTIVE.to_owned();
    for (number, (day, user)) in
        [("2026-10-04", "Two days"), ("2026-10-01", "A week"), ("2026-09-20", "A month"), ("2026-08-01", "Long ago")]
            .into_iter()
            .enumerate()
    {
        let again = format!("{day}T08:00:00Z,00000000-0000-4000-8000-00000000001{number},{user}");
        let row = INTERACTIVE.lines().find(|row| row.starts_with(line)).expect("the first sign-in");
        report.push_str(&row.replace(line, &again));
        report.push('\n');
    }
    let mut scene = Scene::empty().having(&[("interactive.csv", &report), ("graph.json", non_interactive().as_str())]);
    let mut found = |title: &str| {
        let filter = PORTAL_FILTERS.iter().find(|filter| filter.title == title).expect("a filter of the portal");
        scene.filter(filter.example);
        (scene.users().len(), scene.users().last().cloned().unwrap_or_default())
    };
    assert_eq!(found("Date: last 24 hours"), (3, "Anna Berg".to_owned()));
    assert_eq!(found("Date: last 7 days"), (5, "A week".to_owned()));
    assert_eq!(found("Date: last 1 month"), (6, "A month".to_owned()));
    assert_eq!(found("Date: custom time interval"), (5, "A week".to_owned()));
    assert_eq!(found("Sign-in type"), (7, "Long ago".to_owned()));
    scene.apply(Command::Show(View::Log(Log::NonInteractive)));
    assert!(scene.users().is_empty(), "no such sign-in is interactive");
}
