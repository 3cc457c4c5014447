//! What stands in the place of a page without records: why it is empty, and what would fill it.

use eframe::egui::Ui;

use crate::app::insights::{InsightsCommand, Span};
use crate::app::jobs::PageAnswer;
use crate::app::{Command, State, filter_words};
use crate::clock::Millis;
use crate::fields::{Log, Logs, Noun};
use crate::insights::Period;
use crate::query::Query;
use crate::texts::{self, text};
use crate::widgets::chart::long_date;
use crate::widgets::empty::empty_ui;

/// Shows why the page is empty, and what would fill it.
pub(super) fn ui(ui: &mut Ui, state: &State, answer: &PageAnswer, commands: &mut Vec<Command>) {
    let logs = answer.key.logs;
    let newest = newest(state, logs);
    empty_ui(ui, &text!("insights-none-to-show", records = logs.noun().shown_many()), &sentence(state, answer), |ui| {
        if newest.is_some()
            && state.page_span() != Span::Of(Period::All)
            && ui.button(text!("insights-show-all-dates")).clicked()
        {
            commands.push(Command::Insights(InsightsCommand::SetSpan(Span::Of(Period::All))));
        }
        if newest.is_some() && !answer.in_force.is_empty() && ui.button(text!("insights-clear-filter")).clicked() {
            commands.push(Command::SetQuery(Query::default()));
        }
        if newest.is_none() && ui.button(text!("insights-open-files")).clicked() {
            commands.push(Command::Open);
        }
    });
}

/// Why there is none.
pub(super) fn sentence(state: &State, answer: &PageAnswer) -> String {
    match newest(state, answer.key.logs) {
        None => missing(answer.key.logs),
        Some(newest) => not_in_the_period(answer, newest),
    }
}

/// The time of the newest sign-in of some logs, whatever the filter.
fn newest(state: &State, logs: Logs) -> Option<Millis> {
    let newest = logs.iter().filter_map(|log| state.columns.rows_of(log).first());
    newest.map(|row| state.columns.time(*row)).max()
}

/// Which downloads would bring records of some logs.
fn missing(logs: Logs) -> String {
    let download = logs.iter().next().map_or("", download);
    if logs.noun() == Noun::SIGN_IN {
        let named: Vec<&str> = logs.iter().map(Log::in_a_sentence).collect();
        return text!("insights-no-sign-ins-yet", logs = alternatives(&named), download = download);
    }
    let named: Vec<&str> = logs.iter().map(|log| log.noun().shown_many()).collect();
    text!("insights-no-records-yet", records = alternatives(&named), download = download)
}

/// `a`, `a or b`, `a, b or c`.
fn alternatives(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => text!("insights-or", first = first.join(", "), last = *last),
    }
}

/// Where sign-ins of a log come from.
pub(super) fn download(log: Log) -> &'static str {
    match log {
        Log::Interactive | Log::NonInteractive => {
            text!("insights-download-user-sign-ins")
        }
        Log::ServicePrincipal => {
            text!("insights-download-service-principals")
        }
        Log::ManagedIdentity => {
            text!("insights-download-managed-identities")
        }
        Log::AdFs => {
            text!("insights-download-adfs")
        }
        Log::Audit => text!("insights-download-audit"),
        Log::Provisioning => text!("insights-download-provisioning"),
        Log::RiskyUsers => text!("insights-download-risky-users"),
        Log::RiskyWorkloads => {
            text!("insights-download-risky-workloads")
        }
        Log::RiskDetections => text!("insights-download-risk-detections"),
        Log::Activity | Log::ActivitySignIns => text!("insights-download-activity"),
    }
}

fn not_in_the_period(answer: &PageAnswer, newest: Millis) -> String {
    let clock = texts::shown(answer.key.clock);
    let (first, last) = (answer.frame.period.start, Millis(answer.frame.period.end.0.saturating_sub(1)));
    let (first, last) = (long_date(&clock, first), long_date(&clock, last));
    let days = if first == last { "one" } else { "several" };
    let newest = long_date(&clock, newest);
    let records = answer.key.logs.noun().shown_many();
    let filter = (!answer.in_force.is_empty()).then(|| filter_words::shown_words(&answer.in_force, clock));
    let subject = answer.key.place.subject.as_ref().map(|subject| subject.title.as_str());
    match (subject, filter) {
        (None, None) => {
            text!("insights-none-there", records = records, days = days, first = first, last = last, newest = newest)
        }
        (None, Some(filter)) => text!(
            "insights-none-matches",
            records = records,
            days = days,
            first = first,
            last = last,
            filter = filter,
            newest = newest
        ),
        (Some(subject), None) => text!(
            "insights-none-of",
            records = records,
            subject = subject,
            days = days,
            first = first,
            last = last,
            newest = newest
        ),
        (Some(subject), Some(filter)) => text!(
            "insights-none-of-matches",
            records = records,
            subject = subject,
            days = days,
            first = first,
            last = last,
            filter = filter,
            newest = newest
        ),
    }
}
