//! Reports as charts for a review: what the command line writes and the window copies.

use crate::clock::{Clock, Every, Millis};
use crate::export::chart::{Body, Chart, Edge, Line, TimeSeries};
use crate::insights::usage::{Choice, Usage, UsageMeasure};
use crate::query::Query;

/// Application usage as a chart. The footnote tells the filter, so that the picture can be made again.
#[must_use]
pub fn usage(usage: &Usage, query: &Query, clock: &Clock) -> Chart {
    let options = &usage.options;
    let unit = match options.measure {
        UsageMeasure::SignIns => "sign-ins",
        UsageMeasure::Users => "users",
    };
    let title = match &options.choice {
        Choice::Top(_) => "Application usage".to_owned(),
        Choice::One(name) => format!("Usage of {name}"),
    };
    let every = match options.every {
        Every::Week => "per week",
        Every::Day | Every::Hours(24) => "per day",
        Every::Hours(_) => "per hour",
    };
    let period = usage
        .range()
        .map_or_else(String::new, |(from, to)| format!(" · {} to {}", clock.date(from), clock.date(Millis(to.0 - 1))));
    let logs: Vec<String> = options.logs.iter().map(|log| log.title().to_lowercase()).collect();
    let filter = if query.is_empty() { "no filter".to_owned() } else { format!("filter {query}") };
    let is_users = options.measure == UsageMeasure::Users;
    let series = TimeSeries {
        unit: unit.to_owned(),
        edges: usage.edges.iter().map(|at| Edge::new(*at, clock)).collect(),
        lines: usage
            .apps
            .iter()
            .map(|app| Line {
                name: app.title.clone(),
                values: app.points.iter().map(|point| point.measured(options.measure) as f64).collect(),
                // Users of several days are the same people.
                total: is_users.then_some(app.totals.users as f64),
                ..Line::default()
            })
            .collect(),
        last_is_partial: usage.range().is_some_and(|(_, to)| usage.newest.0 + Millis::DAY < to.0),
        ..TimeSeries::default()
    };
    Chart {
        title,
        subtitles: vec![format!("{} {every}{period} · {}", capitalised(unit), clock.label())],
        footnote: format!("{} sign-ins · {filter}", logs.join(", ")),
        body: Body::Series(series),
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
