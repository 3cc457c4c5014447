//! One user: when, with what, from where, and every sign-in on a time line.

use super::columns;
use crate::fields::{Field, Logs};
use crate::insights::{
    Ask, By, Card, Choices, Counts, Heading, Measure, PageSpec, Section, Sum, Value, cards, graph_by_status, heat_map,
    table, time_line,
};

/// The page.
pub(super) const PAGE: PageSpec = PageSpec {
    key: "user",
    title: "User",
    about: "When a user signs in, to what, with what and from where",
    logs: Logs::USERS,
    able: Logs::USERS,
    of: Some(By::Users),
    make,
};

fn make(ask: &Ask<'_>, _: &Choices) -> Vec<Section> {
    let figures = vec![
        (Measure::sign_ins(), None),
        (Measure::success_rate(), None),
        (Measure::applications(), None),
        (columns::countries(), None),
        (columns::addresses(), None),
        (Measure::multifactor_share(), None),
        (Measure::risky(), None),
        (Measure::last(), None),
    ];
    let applications = Heading { key: "applications", title: "Applications", of: "Application" };
    let seen = |key, title, field, of| Section::Table(columns::of_field(ask, key, title, field, columns::seen(of)));
    let steps = vec![
        Measure::sign_ins(),
        Measure::new("step_succeeded", "Step succeeded", "auth_succeeded:yes", Sum::SignIns),
        Measure::new("step_failed", "Step failed", "auth_succeeded:no", Sum::SignIns),
        Measure::first(),
        Measure::last(),
    ];
    let mut figures = cards(ask, figures);
    figures.extend(told_by_directory(ask));
    let mut sections = vec![
        Section::Cards(figures),
        Section::HeatMap(heat_map(ask, "hours", "Sign-ins by day of the week and hour")),
        // Users of one user are no graph, so it counts sign-ins whatever is chosen.
        Section::Graph(graph_by_status(ask, "usage", "Sign-ins by status", Counts::SignIns)),
        Section::TimeLine(time_line(ask, "time_line", "Everything on one time line")),
        Section::Table(table(ask, applications, By::Applications, columns::usage(Vec::new()))),
        seen("devices", "Devices", Field::DeviceName, vec![Measure::applications()]),
        seen("countries", "Countries", Field::Country, vec![columns::addresses()]),
        seen("ips", "IP addresses", Field::Ip, vec![Measure::applications()]),
        Section::Table(columns::errors(ask, vec![Measure::applications(), Measure::first(), Measure::last()])),
        seen("mfa_methods", "Multifactor authentication methods", Field::MfaMethod, Vec::new()),
        Section::Table(columns::of_field(ask, "methods", "Methods of authentication steps", Field::AuthMethod, steps)),
        seen("risk", "Risk levels", Field::Risk, Vec::new()),
    ];
    if ask.scope().columns.offers(Field::Group) {
        sections.push(seen("groups", "Groups", Field::Group, Vec::new()));
    }
    sections
}

/// What the directory tells of the user, as far as it does.
fn told_by_directory(ask: &Ask<'_>) -> Vec<Card> {
    if !ask.scope().columns.offers(Field::Department) {
        return Vec::new();
    }
    let told = [
        ("department", Field::Department),
        ("job_title", Field::JobTitle),
        ("company", Field::Company),
        ("user_country", Field::UserCountry),
        ("account_enabled", Field::AccountEnabled),
        ("groups", Field::Group),
    ];
    let names = |(key, field): (&'static str, Field)| (Measure::names(key, field.title(), By::Field(field)), None);
    let mut cards = cards(ask, told.map(names).to_vec());
    cards.retain(|card| card.value != Value::Text(String::new()));
    cards
}
