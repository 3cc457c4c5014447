//! Events one by one on a time line: sign-ins, and what else the logs tell of the same person.

use std::collections::BTreeSet;
use std::ops::Range;

use super::ask::Ask;
use super::page::{Event, Mark, TimeLine};
use super::period::Period;
use crate::clock::{Every, Millis};
use crate::columns::{Columns, RowId};
use crate::fields::{Field, Log, Logs, Report, is_zero_id, lower};
use crate::query::{self, Gist, Query};
use crate::record::lines::Target;

impl TimeLine {
    /// The most events that are shown.
    pub const MOST: usize = 2_000;
}

/// The sign-ins of a question that is about one person, and the events of other reports within its period that
/// name that person as who did it or to whom it was done: newest first, in a lane for each log that has any.
#[must_use]
pub fn time_line(ask: &Ask<'_>, key: &'static str, title: &str) -> TimeLine {
    let columns = ask.scope().columns;
    let recency = columns.recency();
    let others: Vec<Log> = Log::ALL.into_iter().filter(|log| log.report() != Report::SignIns).collect();
    let others = Logs::of(&others);
    let mut rows = ask.rows().to_vec();
    rows.extend(events(ask, others));
    let all = columns.sign_ins(&rows);
    if rows.len() > TimeLine::MOST {
        rows.select_nth_unstable_by_key(TimeLine::MOST, |row| recency.place(*row));
        rows.truncate(TimeLine::MOST);
    }
    rows.sort_unstable_by_key(|row| recency.place(*row));
    let statuses = columns.text_column(Field::Status);
    let status_of = |row| {
        let text = statuses.text(row)?;
        Mark::STATUSES.iter().position(|status| status.eq_ignore_ascii_case(text)).map(|number| number as u8)
    };
    let lane = |log: Log| {
        let marks = rows.iter().filter(|row| columns.log(**row) == log);
        (log, marks.map(|row| Mark { at: columns.time(*row), row: *row, status: status_of(*row) }).collect())
    };
    let lanes: Vec<(Log, Vec<Mark>)> = ask.logs().and(others).iter().map(lane).collect();
    let period = period(ask);
    TimeLine {
        key,
        title: title.to_owned(),
        lanes: lanes.into_iter().filter(|(_, marks)| !marks.is_empty()).collect(),
        period: (period.start, period.end),
        left_out: all - columns.sign_ins(&rows),
        events: rows.iter().map(|row| event(ask, *row)).collect(),
    }
}

/// An event in words.
fn event(ask: &Ask<'_>, row: RowId) -> Event {
    let (columns, clock) = (ask.scope().columns, ask.scope().clock);
    let log = columns.log(row);
    let Gist { what, by, to_what, outcome, .. } = Gist::of(columns, row, &clock);
    let text = |field| columns.value(field, row).unwrap_or_default().into_owned();
    Event {
        row,
        log,
        at: columns.time(row),
        what,
        by,
        to_what,
        ip: text(Field::Ip),
        outcome,
        stored_outcome: text(log.outcome()),
    }
}

/// The fields that hold a person's identifier, and those that hold a name that is one person's alone. Events of
/// Microsoft 365 tell no object ID but the user principal name.
const IDS: [Field; 4] = [Field::UserId, Field::TargetId, Field::SourceIdentityId, Field::TargetIdentityId];
const NAMES: [Field; 4] = [Field::Username, Field::Target, Field::SourceIdentity, Field::TargetIdentity];

/// The events of these logs within the period that name the person of the question.
fn events(ask: &Ask<'_>, logs: Logs) -> Vec<RowId> {
    let scope = ask.scope();
    let person = Person::of(ask);
    // What the filter says of the person is said by identifiers and names, which each log has in other fields.
    let rest = ask.filter().parts().into_iter().filter(|part| !is_about(part));
    let rest = rest.fold(Query::default(), |rest, part| rest.and(&part));
    let period = period(ask);
    let rest = rest.set_period(period.start, period.end, scope.clock);
    logs.iter()
        .filter(|log| !scope.columns.rows_of(*log).is_empty())
        .filter_map(|log| Some((log, person.within(log)?)))
        .flat_map(|(log, who)| query::select(scope, log.into(), &rest.for_log(log).and(&who)))
        .collect()
}

/// Whether a part of a filter asks who somebody is.
fn is_about(part: &Query) -> bool {
    [Field::UserId, Field::Username, Field::User].into_iter().any(|field| part.asks(field))
}

/// The period of the question; where none of its logs is loaded, so that it has none, that of all that is.
fn period(ask: &Ask<'_>) -> Range<Millis> {
    let period = ask.period();
    if period.start < period.end {
        return period;
    }
    Ask::new(ask.scope(), &Query::default(), Period::All, Every::Day, Logs::ALL).period()
}

/// What identifies the person that a question is about.
struct Person {
    ids: BTreeSet<String>,
    names: BTreeSet<String>,
}

impl Person {
    /// Told by the filter, by the sign-ins that it finds, and by what is loaded of the person beyond the period: who did
    /// not sign in within it is known by the same identifiers and names.
    fn of(ask: &Ask<'_>) -> Self {
        let scope = ask.scope();
        let parts = ask.filter().parts();
        let about = parts.iter().filter(|part| is_about(part)).fold(Query::default(), |about, part| about.and(part));
        let mut rows = ask.rows().to_vec();
        if !about.is_empty() {
            let logs = Log::ALL.into_iter().filter(|log| about.for_log(*log) == about);
            rows.extend(logs.flat_map(|log| query::select(scope, log.into(), &about)));
        }
        let of_field = |field| {
            let asked = ask.filter().values_of(field).unwrap_or_default();
            let told = texts(scope.columns, &rows, field);
            asked.into_iter().chain(told).filter(|text| !text.is_empty() && !is_zero_id(text)).collect()
        };
        let (mut ids, names): (BTreeSet<String>, BTreeSet<String>) =
            (of_field(Field::UserId), of_field(Field::Username));
        ids.extend(ids_of_targets(scope.columns, &names));
        Self { ids, names }
    }

    /// The filter that finds what a log tells of the person; `None` if the log names nobody that way.
    fn within(&self, log: Log) -> Option<Query> {
        let has = |field: &Field| field.spec().logs.contains(log);
        let term = |field: &Field, values: &BTreeSet<String>| {
            let values: Vec<String> = values.iter().map(|value| Query::value_literal(value)).collect();
            (!values.is_empty()).then(|| format!("{}:{}", field.key(), values.join(",")))
        };
        let by_id = IDS.iter().filter(|field| has(field)).filter_map(|field| term(field, &self.ids));
        let by_name = NAMES.iter().filter(|field| has(field)).filter_map(|field| term(field, &self.names));
        let terms: Vec<String> = by_id.chain(by_name).collect();
        if terms.is_empty() { None } else { terms.join(" OR ").parse().ok() }
    }
}

/// The identifiers of the targets of audit events that have one of these user principal names: of whom nobody but
/// others did anything, no other field tells both.
fn ids_of_targets(columns: &Columns, names: &BTreeSet<String>) -> BTreeSet<String> {
    if names.is_empty() {
        return BTreeSet::new();
    }
    let names: BTreeSet<String> = names.iter().map(|name| lower(name)).collect();
    let column = columns.text_column(Field::TargetDetails);
    let targets = column.dictionary.iter().flat_map(|(_, text)| text.lines().map(Target::of_line));
    let meant = targets.filter(|target| !target.id.is_empty() && names.contains(&lower(&target.username)));
    meant.map(|target| lower(&target.id)).collect()
}

/// The different values of a field, without regard to case.
fn texts(columns: &Columns, rows: &[RowId], field: Field) -> BTreeSet<String> {
    let column = columns.text_column(field);
    let codes: BTreeSet<u32> = rows.iter().map(|row| column.code(*row)).collect();
    codes.into_iter().filter_map(|code| column.dictionary.text(code)).map(lower).collect()
}
