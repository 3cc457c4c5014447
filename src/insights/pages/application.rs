//! One application, or one resource: who signs in to it, from where, and with what success.

use super::columns;
use crate::fields::{Field, Logs};
use crate::insights::{
    Ask, By, Choices, Heading, Measure, PageSpec, Section, cards, graph_by_status, newest, newest_note, table,
};

/// The page of an application.
pub(super) const PAGE: PageSpec = PageSpec {
    key: "application",
    title: "Application",
    about: "Who uses an application, from where, and with what success",
    logs: Logs::USERS,
    able: Logs::SIGN_INS,
    of: Some(By::Applications),
    make: |ask, choices| {
        let heading = Heading { key: "resources", title: "Resources", of: "Resource" };
        make(ask, choices, heading, By::Resources)
    },
};

/// The page of a resource.
pub(super) const RESOURCE: PageSpec = PageSpec {
    key: "resource",
    title: "Resource",
    about: "Who signs in to a resource, with which applications, and with what success",
    logs: Logs::USERS,
    able: Logs::SIGN_INS,
    of: Some(By::Resources),
    make: |ask, choices| {
        let heading = Heading { key: "applications", title: "Applications", of: "Application" };
        make(ask, choices, heading, By::Applications)
    },
};

/// The page, with a table of what stands at the other end of its sign-ins.
fn make(ask: &Ask<'_>, choices: &Choices, others: Heading, by: By) -> Vec<Section> {
    let [_, failure, interrupted, success_rate] = Measure::outcomes();
    let figures = vec![
        (Measure::sign_ins(), None),
        (Measure::users(), None),
        (success_rate, None),
        (failure, None),
        (interrupted, None),
        (Measure::multifactor_share(), None),
        (Measure::legacy_share(), None),
        (Measure::last(), None),
    ];
    let users = Heading { key: "users", title: "Users", of: "User" };
    let newest_users = Heading { key: "newest_users", title: "Users first seen in this period", of: "User" };
    let client_app =
        |key, title, field| columns::of_field(ask, key, title, field, columns::seen(vec![Measure::users()]));
    let mut sections = vec![
        Section::Cards(cards(ask, figures)),
        Section::Graph(graph_by_status(ask, "usage", "Usage", choices.counts)),
        Section::Table(table(ask, users, By::Users, columns::usage(Vec::new()))),
    ];
    sections.extend(newest_note(ask).map(Section::Note));
    sections.extend([
        Section::Table(newest(ask, newest_users, By::Users, vec![Measure::sign_ins()])),
        Section::Table(columns::errors(ask, vec![Measure::users(), Measure::last(), Measure::trend()])),
        Section::Table(client_app("clients", "Client apps", Field::ClientApp)),
        Section::Table(client_app("countries", "Countries", Field::Country)),
        Section::Table(client_app("conditional_access", "Conditional Access outcome", Field::ConditionalAccess)),
        Section::Table(table(ask, others, by, columns::usage(vec![Measure::users()]))),
    ]);
    sections
}
