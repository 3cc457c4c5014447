//! What stands in the place of a page without records: why it is empty, and what would fill it.

use eframe::egui::Ui;

use crate::app::insights::{InsightsCommand, Span};
use crate::app::jobs::PageAnswer;
use crate::app::{Command, State, filter_words};
use crate::clock::Millis;
use crate::fields::{Log, Logs, Noun};
use crate::insights::Period;
use crate::query::Query;
use crate::texts;
use crate::widgets::chart::long_date;
use crate::widgets::empty::empty_ui;

/// Shows why the page is empty, and what would fill it.
pub(super) fn ui(ui: &mut Ui, state: &State, answer: &PageAnswer, commands: &mut Vec<Command>) {
    let logs = answer.key.logs;
    let newest = newest(state, logs);
    empty_ui(ui, &format!("No {} to show", logs.noun().many), &sentence(state, answer), |ui| {
        if newest.is_some() && state.page_span() != Span::Of(Period::All) && ui.button("Show all dates").clicked() {
            commands.push(Command::Insights(InsightsCommand::SetSpan(Span::Of(Period::All))));
        }
        if newest.is_some() && !answer.in_force.is_empty() && ui.button("Clear filter").clicked() {
            commands.push(Command::SetQuery(Query::default()));
        }
        if newest.is_none() && ui.button("Open\u{2026}").clicked() {
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
    let named = if logs.noun() == Noun::SIGN_IN {
        let named: Vec<&str> = logs.iter().map(Log::in_a_sentence).collect();
        format!("{} {}", alternatives(&named), Noun::SIGN_IN.many)
    } else {
        let named: Vec<String> = logs.iter().map(Log::records).collect();
        alternatives(&named.iter().map(String::as_str).collect::<Vec<_>>())
    };
    format!("No {named} were imported yet. {download}")
}

/// `a`, `a or b`, `a, b or c`.
fn alternatives(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

/// Where sign-ins of a log come from.
pub(super) fn download(log: Log) -> &'static str {
    match log {
        Log::Interactive | Log::NonInteractive => {
            "The admin center has them under Sign-in logs, User sign-ins: Download, as JSON or CSV"
        }
        Log::ServicePrincipal => {
            "The admin center has them under Sign-in logs, Service principal sign-ins: Download, as JSON or CSV"
        }
        Log::ManagedIdentity => {
            "The admin center has them under Sign-in logs, Managed identity sign-ins: Download, as JSON or CSV"
        }
        Log::AdFs => {
            "Log Analytics has them in the table ADFSSignInLogs, once Connect Health reports them: export its rows"
        }
        Log::Audit => "The admin center has them under Audit logs: Download, as JSON or CSV",
        Log::Provisioning => "The admin center has them under Provisioning logs: Download, as JSON or CSV",
        Log::RiskyUsers => "The admin center has them under Identity Protection, Risky users: Download",
        Log::RiskyWorkloads => {
            "The admin center has them under Identity Protection, Risky workload identities: Download"
        }
        Log::RiskDetections => "The admin center has them under Identity Protection, Risk detections: Download",
        Log::Activity | Log::ActivitySignIns => "The Purview portal has them under Audit: search, then Export",
    }
}

fn not_in_the_period(answer: &PageAnswer, newest: Millis) -> String {
    let clock = texts::shown(answer.key.clock);
    let (first, last) = (answer.frame.period.start, Millis(answer.frame.period.end.0.saturating_sub(1)));
    let period = match (long_date(&clock, first), long_date(&clock, last)) {
        (first, last) if first == last => format!("on {first}"),
        (first, last) => format!("from {first} to {last}"),
    };
    let of = answer.key.place.subject.as_ref().map(|subject| format!(" of {}", subject.title)).unwrap_or_default();
    let matches = if answer.in_force.is_empty() {
        String::new()
    } else {
        format!(" matches \u{201c}{}\u{201d}", filter_words::words(&answer.in_force, clock))
    };
    let is = if matches.is_empty() { " is there" } else { "" };
    let newest = long_date(&clock, newest);
    format!("No {}{of} {period}{matches}{is}. The newest one of these logs is of {newest}", answer.key.logs.noun().one)
}
