//! The period at a glance, each figure with the page that tells more.

use super::columns;
use crate::fields::{Field, Logs};
use crate::insights::{
    Ask, By, Choices, Counts, Heading, Lines, Measure, PageSpec, Section, cards, graph, graph_by_status, newest,
    newest_note, table,
};

/// The page.
pub(super) const PAGE: PageSpec = PageSpec {
    key: "overview",
    title: "Overview",
    about: "The period at a glance, compared with the one before",
    logs: Logs::USERS,
    able: Logs::SIGN_INS,
    of: None,
    make,
};

/// So many rows of each table are shown; its page has all of them.
const FIRST: usize = 10;

fn make(ask: &Ask<'_>, choices: &Choices) -> Vec<Section> {
    let figures = vec![
        (Measure::sign_ins(), None),
        (Measure::users(), Some("users")),
        (Measure::applications(), Some("applications")),
        (Measure::success_rate(), Some("errors")),
        (Measure::multifactor_share(), Some("authentication")),
        (Measure::legacy_share(), Some("clients")),
        (Measure::risky(), None),
    ];
    let applications = Heading { key: "applications", title: "Top applications", of: "Application" };
    let first_seen = Heading { key: "newest", title: "Applications first seen in this period", of: "Application" };
    let title = if choices.lines == Lines::Top(3) { "Top three applications" } else { "Applications" };
    let top_applications = graph(ask, "top_applications", title, By::Applications, &choices.lines, choices.counts);
    let mut of_applications = vec![Measure::sign_ins(), Measure::users()];
    of_applications.extend([Measure::success_rate(), Measure::trend()]);
    let errors = columns::errors(ask, vec![Measure::users(), Measure::trend()]);
    let countries = vec![Measure::sign_ins(), Measure::users(), Measure::success_rate()];
    let countries = columns::of_field(ask, "countries", "Countries", Field::Country, countries);
    let mut sections = vec![
        Section::Cards(cards(ask, figures)),
        Section::Graph(graph_by_status(ask, "sign_ins", "Sign-ins by status", Counts::SignIns)),
        Section::Graph(top_applications),
        Section::Table(table(ask, applications, By::Applications, of_applications).first(FIRST, Some("applications"))),
        Section::Table(errors.first(FIRST, Some("errors"))),
        Section::Table(countries.first(FIRST, Some("places"))),
    ];
    sections.extend(newest_note(ask).map(Section::Note));
    let of_newest = vec![Measure::sign_ins(), Measure::users()];
    sections
        .push(Section::Table(newest(ask, first_seen, By::Applications, of_newest).first(FIRST, Some("applications"))));
    sections
}
