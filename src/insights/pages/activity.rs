//! What was done in Microsoft 365: by whom, on what, from where.

use super::columns::errors;
use super::records::{
    by_field, different, events, failure_share, failures, first, heading, last, line, names, nothing, part, trend,
    users,
};
use crate::fields::{Field, Log, Logs};
use crate::insights::{Ask, By, Choices, Measure, PageSpec, Section, cards, graph, graph_of, heat_map, table};

/// The page.
pub(super) const PAGE: PageSpec = PageSpec {
    key: "activity",
    title: "Microsoft 365",
    about: "What was done in Exchange, SharePoint, Teams and others, by whom, on what and from where",
    logs: Logs::ACTIVITY,
    able: Logs::ACTIVITY,
    of: None,
    make,
};

fn make(ask: &Ask<'_>, choices: &Choices) -> Vec<Section> {
    let events_part = part(ask, Log::Activity.into());
    let sign_ins_part = part(ask, Log::ActivitySignIns.into());
    if events_part.is_none() && sign_ins_part.is_none() {
        return nothing();
    }
    let mut figures = Vec::new();
    figures.extend(events_part.iter().flat_map(|ask| cards(ask, of_events())));
    figures.extend(sign_ins_part.iter().flat_map(|ask| cards(ask, of_sign_ins())));
    let mut sections = vec![Section::Cards(figures)];
    sections.extend(events_part.iter().flat_map(|ask| events_sections(ask, choices)));
    sections.extend(sign_ins_part.iter().flat_map(sign_in_sections));
    sections
}

fn of_events() -> Vec<(Measure, Option<&'static str>)> {
    vec![
        (events(), None),
        (failures(), None),
        (users(), None),
        (activities(), None),
        (items(), None),
        (addresses(), None),
    ]
}

fn of_sign_ins() -> Vec<(Measure, Option<&'static str>)> {
    let failed = Measure { key: "sign_in_failure_share", title: "Failed sign-ins", ..failure_share() };
    vec![
        (Measure::sign_ins(), None),
        (failed.about("Sign-ins that Microsoft 365 tells of and that failed, of all that tell their result"), None),
    ]
}

fn events_sections(ask: &Ask<'_>, choices: &Choices) -> Vec<Section> {
    let over_time =
        |key, title, field| Section::Graph(graph(ask, key, title, By::Field(field), &choices.lines, choices.counts));
    let of_activities = vec![
        events(),
        names("services", "Service", Field::Service),
        names("record_types", "Record type", Field::RecordType),
        failures(),
        users(),
        items(),
        last(),
        trend(),
    ];
    let of_users = vec![
        events(),
        names("services", "Services", Field::Service),
        failures(),
        activities(),
        items(),
        addresses(),
        last(),
        trend(),
    ];
    let of_things = || vec![events(), names("activities", "Activities", Field::Activity), users(), first(), last()];
    let of_addresses = vec![events(), failures(), users(), activities(), first(), last()];
    let usual = || vec![events(), failures(), users(), activities(), last()];
    vec![
        over_time("over_time", "Activities", Field::Activity),
        by_field(ask, heading("activities", "Activities", "Activity"), Field::Activity, of_activities),
        Section::Table(table(ask, heading("users", "Users", "User"), By::Users, of_users)),
        by_field(ask, heading("items", "Files, sites and mailboxes", "Item"), Field::Item, of_things()),
        by_field(ask, heading("targets", "Targets, in full", "Target"), Field::Target, of_things()),
        over_time("services_over_time", "Services", Field::Service),
        by_field(ask, heading("services", "Services", "Service"), Field::Service, usual()),
        by_field(ask, heading("ips", "IP addresses of clients", "IP address"), Field::Ip, of_addresses),
        Section::HeatMap(heat_map(ask, "hours", "Events by day and hour")),
    ]
}

fn sign_in_sections(ask: &Ask<'_>) -> Vec<Section> {
    let results = [line("success", "Success", "status:success"), line("failure", "Failure", "status:failure")];
    let of_results = vec![Measure::sign_ins(), users(), addresses(), first(), last()];
    vec![
        Section::Graph(graph_of(ask, "sign_ins", "Sign-ins by result", &results)),
        by_field(ask, heading("results", "Sign-ins by result", "Result"), Field::Status, of_results),
        Section::Table(errors(ask, vec![users(), last()])),
    ]
}

fn activities() -> Measure {
    different("activities", "Activities", Field::Activity)
}

fn items() -> Measure {
    different("items", "Items", Field::Item)
}

fn addresses() -> Measure {
    different("ips", "IP addresses", Field::Ip)
}
