//! Groups and one group: what members do, and which of them have no sign-in.

use super::columns;
use crate::fields::{Field, Logs};
use crate::insights::members::{Members, asked_groups, told_of_users, with_members, without_sign_ins};
use crate::insights::{
    Ask, By, Choices, Counts, Heading, Measure, MemberCounts, Note, PageSpec, Section, Sum, cards, graph_by_status,
    table,
};
use crate::record::DirectoryEntry;

/// The page of all groups.
pub(super) const PAGE: PageSpec = PageSpec {
    key: "groups",
    title: "Groups",
    about: "What the members of groups use, and who of them does not sign in",
    logs: Logs::USERS,
    able: Logs::USERS,
    of: None,
    make,
};

/// The page of one group.
pub(super) const ONE: PageSpec = PageSpec {
    key: "group",
    title: "Group",
    about: "Which members of a group sign in and which do not, to what, and with what success",
    logs: Logs::USERS,
    able: Logs::USERS,
    of: Some(By::Field(Field::Group)),
    make: make_one,
};

/// How look-ups come here.
const NONE_LOADED: &str = "No look-ups in the directory are loaded. In the Entra admin center, download users (Users, \
    All users, Bulk operations, Download users) and the members of groups (Groups, a group, Members, Bulk operations, \
    Download members), and open the files here. Name a file after its group, or name the group in Sources";

/// What such lists cannot tell.
const LIMITS: &str = "Members are those of the newest list of each group, whenever a sign-in was. Members of groups \
    within a group are not in its list";

fn make(ask: &Ask<'_>, _: &Choices) -> Vec<Section> {
    if !ask.scope().columns.offers(Field::Group) {
        return vec![Section::Note(Note::Fixed(NONE_LOADED))];
    }
    let figures = vec![
        (Measure::sign_ins(), None),
        (Measure::users(), None),
        (Measure::new("of_members", "Sign-ins of members", "has:group", Sum::SignIns), None),
        (Measure::new("members", "Members who signed in", "has:group", Sum::Different(By::Users)), None),
        (
            Measure::new("of_none", "Users in no group", "-has:group", Sum::Different(By::Users))
                .about("Users with sign-ins of whose groups no list is loaded"),
            None,
        ),
    ];
    let groups = Heading { key: "groups", title: "Groups", of: "Group" };
    let departments = columns::usage(vec![Measure::users(), Measure::applications()]);
    let of_groups = columns::usage(vec![Measure::users(), Measure::applications()]);
    vec![
        Section::Cards(cards(ask, figures)),
        Section::Table(with_members(ask, table(ask, groups, By::Field(Field::Group), of_groups))),
        Section::Table(columns::of_field(ask, "departments", "Departments", Field::Department, departments)),
        Section::Note(Note::Fixed(LIMITS)),
    ]
}

fn make_one(ask: &Ask<'_>, _: &Choices) -> Vec<Section> {
    if !ask.scope().columns.offers(Field::Group) {
        return vec![Section::Note(Note::Fixed(NONE_LOADED))];
    }
    let groups = asked_groups(ask);
    let members = Members::of(ask, &groups);
    let [_, failure, _, success_rate] = Measure::outcomes();
    let figures = vec![
        (Measure::new("active", "Members who signed in", "", Sum::Different(By::Users)), None),
        (Measure::sign_ins(), None),
        (Measure::applications(), None),
        (success_rate, None),
        (failure, None),
        (Measure::multifactor_share(), None),
        (Measure::risky(), None),
        (Measure::last(), None),
    ];
    let active = Heading { key: "members", title: "Members who signed in", of: "User" };
    let inactive = Heading { key: "without_sign_ins", title: "Members without a sign-in", of: "User" };
    let applications = Heading { key: "applications", title: "Applications used", of: "Application" };
    let mut of_members = told_of_users();
    of_members.extend(columns::usage(vec![Measure::applications()]));
    let mut sections = Vec::new();
    if groups.is_empty() {
        sections.push(Section::Note(Note::Fixed("No list of this group\u{2019}s members is loaded")));
    } else {
        sections.push(Section::Note(Note::Members(counts_of(&members))));
    }
    sections.extend([
        Section::Cards(cards(ask, figures)),
        Section::Table(without_sign_ins(ask, inactive, &members.inactive)),
        Section::Table(table(ask, active, By::Users, of_members)),
        Section::Graph(graph_by_status(ask, "usage", "Sign-ins by status", Counts::SignIns)),
        Section::Table(table(ask, applications, By::Applications, columns::usage(vec![Measure::users()]))),
        Section::Table(columns::errors(ask, vec![Measure::users(), Measure::applications(), Measure::last()])),
        Section::Table(columns::of_field(
            ask,
            "countries",
            "Countries",
            Field::Country,
            columns::seen(vec![Measure::users()]),
        )),
        Section::Note(Note::Fixed(LIMITS)),
    ]);
    sections
}

/// How many members there are, and how many of them are missing among the sign-ins.
fn counts_of(members: &Members<'_>) -> MemberCounts {
    let is_disabled = |entry: &&(&DirectoryEntry, _)| entry.0.value(Field::AccountEnabled) == Some("false");
    MemberCounts {
        all: members.len(),
        inactive: members.inactive.len(),
        disabled: members.inactive.iter().filter(is_disabled).count(),
        groups: members.groups,
    }
}
