//! What pages about other records than sign-ins have in common: measures in their words, and parts of a question.

use crate::fields::{Field, Log, Logs};
use crate::insights::{Ask, By, Heading, Measure, Note, Section, Sum, fixed, table};

/// The question limited to those of these logs that it is about and that are loaded; `None` if there is none.
pub(super) fn part<'a>(ask: &Ask<'a>, logs: Logs) -> Option<Ask<'a>> {
    let is_in = |log: &Log| ask.logs().contains(*log) && !ask.scope().columns.rows_of(*log).is_empty();
    let common: Vec<Log> = logs.iter().filter(is_in).collect();
    match common.as_slice() {
        [] => None,
        _ if Logs::of(&common) == ask.logs() => Some(ask.clone()),
        _ => Some(ask.of_logs(Logs::of(&common))),
    }
}

/// What a page tells whose logs are not loaded.
pub(super) fn nothing() -> Vec<Section> {
    vec![Section::Note(Note::Fixed("No record of the logs of this page is loaded"))]
}

/// All events.
pub(super) fn events() -> Measure {
    Measure::new("events", "Events", "", Sum::SignIns).about("Events of the period under the filter")
}

/// Events that failed.
pub(super) fn failures() -> Measure {
    Measure::new("failures", "Failures", "status:failure", Sum::SignIns).about("Events whose result is a failure")
}

/// The share of failed events.
pub(super) fn failure_share() -> Measure {
    Measure::new("failure_share", "Failure share", "status:failure", Sum::ShareOf(fixed("has:status")))
        .about("Failed events, of all that tell their result")
}

/// Different values of a field.
pub(super) fn different(key: &'static str, title: &'static str, field: Field) -> Measure {
    Measure::different(key, title, field).about("Different ones, each counted once however often it is met")
}

/// Different users.
pub(super) fn users() -> Measure {
    Measure::users().about("Different ones, each counted once however often they are met")
}

/// The values of a field by name.
pub(super) fn names(key: &'static str, title: &'static str, field: Field) -> Measure {
    Measure::names(key, title, By::Field(field)).about("The first three in alphabetical order")
}

/// The time of the first one.
pub(super) fn first() -> Measure {
    Measure::new("first", "First", "", Sum::First)
}

/// The time of the last one.
pub(super) fn last() -> Measure {
    Measure::new("last", "Last", "", Sum::Last)
}

/// How their number develops.
pub(super) fn trend() -> Measure {
    Measure::new("trend", "Trend", "", Sum::Trend)
        .about("Those of each step. Where the period cuts the first or the last one, those of its part")
}

/// Those that one filter of a field finds, as a line of a graph.
pub(super) fn line(key: &'static str, title: &'static str, filter: &str) -> Measure {
    Measure::new(key, title, filter, Sum::SignIns).about("Those of the period under the filter")
}

/// A table of the values of a field.
pub(super) fn by_field(ask: &Ask<'_>, heading: Heading, field: Field, measures: Vec<Measure>) -> Section {
    Section::Table(table(ask, heading, By::Field(field), measures))
}

/// What a table is called.
pub(super) const fn heading(key: &'static str, title: &'static str, of: &'static str) -> Heading {
    Heading { key, title, of }
}
