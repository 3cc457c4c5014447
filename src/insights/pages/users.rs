//! Who signs in, how often, to what and from where.

use super::columns;
use crate::fields::Logs;
use crate::insights::{
    Ask, By, Choices, Counts, Heading, Measure, PageSpec, Section, Sum, graph_of_counts, newest, newest_note, table,
};

/// The page.
pub(super) const PAGE: PageSpec = PageSpec {
    key: "users",
    title: "Users",
    about: "Who signs in, to what, from where, and with what success",
    logs: Logs::USERS,
    able: Logs::USERS,
    of: None,
    make,
};

fn make(ask: &Ask<'_>, _: &Choices) -> Vec<Section> {
    let active = [
        Measure::new("active", "Active", "", Sum::SignIns),
        Measure::new("succeeded", "With a success", "status:success", Sum::SignIns),
        Measure::new("failed", "With a failure", "status:failure", Sum::SignIns),
    ];
    let users = Heading { key: "users", title: "Users", of: "User" };
    let first_seen = Heading { key: "newest", title: "First seen in this period", of: "User" };
    let of_users = vec![Measure::applications(), columns::countries(), columns::addresses()];
    let mut sections = vec![
        Section::Graph(graph_of_counts(ask, "active", "Active users", &active, Counts::Users)),
        Section::Table(table(ask, users, By::Users, columns::usage(of_users))),
    ];
    sections.extend(newest_note(ask).map(Section::Note));
    let of_newest = vec![Measure::sign_ins(), Measure::applications()];
    sections.push(Section::Table(newest(ask, first_seen, By::Users, of_newest)));
    sections
}
