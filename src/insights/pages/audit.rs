//! What was changed in the directory: by whom, on what, and what failed.

use super::records::{
    by_field, different, events, failure_share, failures, heading, last, line, names, nothing, part, trend,
};
use crate::fields::{Field, Logs};
use crate::insights::{Ask, By, Choices, Measure, PageSpec, Section, cards, fixed, graph, graph_of, heat_map};

/// The page.
pub(super) const PAGE: PageSpec = PageSpec {
    key: "audit",
    title: "Audit",
    about: "What was changed in the directory, by whom, on what, and what failed",
    logs: Logs::AUDIT,
    able: Logs::AUDIT,
    of: None,
    make,
};

fn make(ask: &Ask<'_>, choices: &Choices) -> Vec<Section> {
    let Some(ask) = &part(ask, Logs::AUDIT) else { return nothing() };
    let figures = vec![
        (events(), None),
        (failures(), None),
        (failure_share(), None),
        (actors(), None),
        (targets(), None),
        (activities(), None),
    ];
    let by_activity = By::Field(Field::Activity);
    let over_time = graph(ask, "over_time", "Activities", by_activity, &choices.lines, choices.counts);
    let results = [line("success", "Success", "status:success"), line("failure", "Failure", "status:failure")];
    let of_activities = vec![
        events(),
        names("categories", "Category", Field::Category),
        names("services", "Service", Field::Service),
        failures(),
        actors(),
        targets(),
        last(),
        trend(),
    ];
    let of_actors = vec![
        events(),
        names("categories", "Categories", Field::Category),
        failures(),
        activities(),
        targets(),
        last(),
        trend(),
    ];
    let of_targets = vec![events(), failures(), activities(), actors(), last()];
    let usual = || vec![events(), failures(), activities(), actors(), last()];
    let failed = ask.only(&fixed("status:failure"));
    let of_reasons = vec![failures(), activities(), actors(), targets(), last()];
    vec![
        Section::Cards(cards(ask, figures)),
        Section::Graph(over_time),
        by_field(ask, heading("activities", "Activities", "Activity"), Field::Activity, of_activities),
        by_field(ask, heading("actors", "Actors", "Actor"), Field::Actor, of_actors),
        by_field(ask, heading("targets", "Targets", "Target"), Field::Target, of_targets),
        Section::Graph(graph_of(ask, "results", "Events by result", &results)),
        by_field(&failed, heading("reasons", "Reasons of failures", "Reason"), Field::FailureReason, of_reasons),
        by_field(ask, heading("services", "Services", "Service"), Field::Service, usual()),
        by_field(ask, heading("categories", "Categories", "Category"), Field::Category, usual()),
        Section::HeatMap(heat_map(ask, "hours", "Events by day and hour")),
    ]
}

fn actors() -> Measure {
    different("actors", "Actors", Field::Actor)
}

fn targets() -> Measure {
    different("targets", "Targets", Field::Target)
}

fn activities() -> Measure {
    different("activities", "Activities", Field::Activity)
}
