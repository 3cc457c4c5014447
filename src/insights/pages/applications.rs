//! Who uses which application, and how that develops.

use crate::fields::Logs;
use crate::insights::{Ask, By, Choices, Heading, Measure, PageSpec, Section, graph, table};

/// The page.
pub(super) const PAGE: PageSpec = PageSpec {
    key: "applications",
    title: "Applications",
    about: "Which applications and resources are used, by how many, with what success",
    logs: Logs::USERS,
    able: Logs::ALL,
    of: None,
    make,
};

fn make(ask: &Ask<'_>, choices: &Choices) -> Vec<Section> {
    let usage = graph(ask, "usage", "Application usage", By::Applications, &choices.lines, choices.counts);
    let applications = Heading { key: "applications", title: "Applications", of: "Application" };
    let resources = Heading { key: "resources", title: "Resources", of: "Resource" };
    vec![
        Section::Graph(usage),
        Section::Table(table(ask, applications, By::Applications, measures())),
        Section::Table(table(ask, resources, By::Resources, measures())),
    ]
}

fn measures() -> Vec<Measure> {
    let mut measures = vec![Measure::sign_ins(), Measure::users()];
    measures.extend(Measure::outcomes());
    measures.extend([Measure::last(), Measure::first(), Measure::trend()]);
    measures
}
