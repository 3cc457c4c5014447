//! Who uses which application, and how that develops.

use super::columns;
use crate::fields::Logs;
use crate::insights::{Ask, By, Choices, Heading, Measure, PageSpec, Section, graph, newest, newest_note, table};

/// The page.
pub(super) const PAGE: PageSpec = PageSpec {
    key: "applications",
    title: "Applications",
    about: "Which applications and resources are used, by how many, with what success",
    logs: Logs::USERS,
    able: Logs::SIGN_INS,
    of: None,
    make,
};

fn make(ask: &Ask<'_>, choices: &Choices) -> Vec<Section> {
    let usage = graph(ask, "usage", "Application usage", By::Applications, &choices.lines, choices.counts);
    let applications = Heading { key: "applications", title: "Applications", of: "Application" };
    let resources = Heading { key: "resources", title: "Resources", of: "Resource" };
    let first_seen = Heading { key: "newest", title: "First seen in this period", of: "Application" };
    let mut sections = vec![
        Section::Graph(usage),
        Section::Table(table(ask, applications, By::Applications, measures())),
        Section::Table(table(ask, resources, By::Resources, measures())),
    ];
    sections.extend(newest_note(ask).map(Section::Note));
    let of_newest = vec![Measure::sign_ins(), Measure::users()];
    sections.push(Section::Table(newest(ask, first_seen, By::Applications, of_newest)));
    sections
}

fn measures() -> Vec<Measure> {
    columns::usage(vec![Measure::users()])
}
