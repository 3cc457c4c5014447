//! What stands around a picture, in words: period, logs, filter, what its lines are, where its numbers come from.

use std::borrow::Cow;
use std::ops::Range;

use super::Sources;
use crate::app::{PRIVATE_NOTE, span};
use crate::clock::{Clock, Every, Millis};
use crate::export::number::{count, counted, records};
use crate::fields::{Field, Log, Logs, Noun};
use crate::insights::{By, Counts, Graph, Table};
use crate::query::Query;
use crate::reference::countries;
use crate::texts::text;

/// So many files are named; of more the number is told.
const MOST_FILES: usize = 3;

/// The period with its zone.
pub(super) fn period(period: &Range<Millis>, clock: Clock, noun: Noun) -> String {
    if period.is_empty() {
        return format!("No {} are loaded", noun.many);
    }
    format!("{}, days in {}", span::words(Some(period.start), Some(period.end), clock), clock.label())
}

/// `Interactive, non-interactive and AD FS`.
fn log_names(logs: Logs) -> String {
    let names: Vec<String> = logs.iter().map(|log| log.in_a_sentence().to_owned()).collect();
    capitalised(&listed(&names, "and"))
}

/// The same in the language of the window.
#[must_use]
pub fn shown_log_names(logs: Logs) -> String {
    let names: Vec<&str> = logs.iter().map(Log::shown_in_a_sentence).collect();
    capitalised(&match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => text!("insights-and", first = first.join(", "), last = *last),
    })
}

/// `Interactive, non-interactive and AD FS sign-ins`, or `Risky users and risk detections`.
pub(super) fn logs(logs: Logs) -> String {
    if logs.noun() == Noun::SIGN_IN {
        return format!("{} sign-ins", log_names(logs));
    }
    let records: Vec<String> = logs.iter().map(Log::records).collect();
    capitalised(&listed(&records, "and"))
}

/// What the lines of a graph are and what they count, such as `Sign-ins per day, top 3 of 24 applications by sign-ins`.
/// Of hidden lines it says how many are shown.
pub(super) fn lines(graph: &Graph, shown: usize) -> String {
    let counted = match graph.counts {
        Counts::SignIns => graph.logs.noun().capitalised(),
        Counts::Users => "Different users".to_owned(),
    };
    let every = match graph.every {
        Every::Hours(1) => "hour".to_owned(),
        Every::Hours(hours) => format!("{hours} hours"),
        Every::Day => "day".to_owned(),
        Every::Week => "week".to_owned(),
    };
    let head = format!("{counted} per {every}");
    let lines = graph.lines.len();
    let part = (shown < lines).then(|| format!("{shown} of "));
    match (graph.by, graph.others) {
        (Some(by), Some(others)) if others > 0 => {
            let all = count((lines + others) as u64);
            let top = part.map_or_else(|| format!("top {lines}"), |part| format!("{part}the top {lines}"));
            format!("{head}, {top} of {all} {} by {}", plural(by), graph.logs.noun().many)
        }
        (by, _) => part.map_or(head.clone(), |part| {
            let noun = by.map_or(Cow::Borrowed("lines"), plural);
            format!("{head}, {part}{lines} {noun}")
        }),
    }
}

/// Which rows of a table are drawn, if not all; the table has so many more.
pub(super) fn rows(table: &Table, shown: usize) -> Option<String> {
    let all = table.rows.len() + table.left_out;
    (shown < all).then(|| format!("First {shown} of {} {}", count(all as u64), plural(table.by)))
}

/// What several of these are called.
fn plural(by: By) -> Cow<'static, str> {
    Cow::Borrowed(match by {
        By::Applications => "applications",
        By::Resources => "resources",
        By::Users => "users",
        By::Workloads => "identities",
        By::Cities => "places",
        By::Field(field) => match field {
            Field::Country => "countries",
            Field::ErrorCode => "error codes",
            Field::AuthMethod | Field::MfaMethod => "methods",
            Field::ClientApp => "client apps",
            Field::Policy => "policies",
            Field::Ip => "IP addresses",
            Field::DeviceName => "devices",
            Field::Browser => "browsers",
            Field::Os => "operating systems",
            Field::Log => "logs",
            Field::AutonomousSystem => "networks",
            Field::PolicyMode => "modes",
            Field::PolicyControl => "controls",
            Field::ClientCredential => "kinds of credentials",
            Field::CredentialKeyId | Field::CredentialThumbprint => "credentials",
            Field::Activity => "activities",
            Field::Actor => "actors",
            Field::Target => "targets",
            Field::Item => "items",
            Field::Service => "services",
            Field::Category => "categories",
            Field::FailureReason => "reasons",
            Field::Status => "results",
            Field::RiskEvents => "detection types",
            Field::Risk => "risk levels",
            Field::RiskState => "risk states",
            Field::ProvisioningAction => "actions",
            Field::ProvisioningError => "errors",
            Field::SourceIdentity => "identities",
            Field::SourceSystem | Field::TargetSystem => "systems",
            field => return Cow::Owned(format!("values of {}", field.title())),
        },
    })
}

/// A place on a map, where there is little room: its city and its country.
pub(super) fn city(title: &str, filter: &Query) -> String {
    let value = |field| filter.values_of(field).and_then(|values| values.into_iter().next()).unwrap_or_default();
    let (city, country) = (value(Field::City), value(Field::Country));
    let country = countries::name(&country).unwrap_or(&country);
    match (city.is_empty(), country.is_empty()) {
        (true, _) => title.to_owned(),
        (false, true) => city,
        // A city that is a country, such as Singapore.
        (false, false) if city == country => city,
        (false, false) => format!("{city}, {country}"),
    }
}

/// `a, b or c`.
fn listed(items: &[String], joint: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {joint} {last}", first.join(", ")),
    }
}

/// With a capital letter at its beginning.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Where numbers come from, and what is missing.
pub(super) fn sources(sources: &Sources, noun: Noun, clock: Clock) -> String {
    let mut parts: Vec<String> = Vec::new();
    let day = |at: Millis| clock.day_of(at).format("%-d %b %Y").to_string();
    let mut sign_ins = records(sources.sign_ins, noun);
    if let Some((first, last)) = sources.between {
        let (first, last) = (day(first), day(last));
        sign_ins =
            if first == last { format!("{sign_ins} on {first}") } else { format!("{sign_ins} from {first} to {last}") };
    }
    parts.push(sign_ins);
    match sources.files.len() {
        0 => {}
        some @ ..=MOST_FILES if !sources.is_private => {
            let file = if some == 1 { "file" } else { "files" };
            parts.push(format!("{file} {}", listed(&sources.files, "and")));
        }
        many => parts.push(counted(many as u64, "file", "files")),
    }
    if sources.is_private {
        parts.push(PRIVATE_NOTE.to_owned());
    }
    parts.push(concat!("Sign-in Lens ", env!("CARGO_PKG_VERSION")).to_owned());
    let mut text = parts.join(" \u{b7} ");
    if let Some(begin) = sources.begin {
        text = format!("Loaded from {} on: the time before is not known. {text}", day(begin));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insights::Line;

    fn query(text: &str) -> Query {
        text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn a_hidden_line_is_not_counted_as_one_of_the_others() {
        let line = |title: &str| Line {
            title: title.to_owned(),
            filter: Query::default(),
            values: vec![1],
            sign_ins: 1,
            total: 1,
        };
        let mut graph = Graph {
            key: "usage",
            title: "Usage".to_owned(),
            counts: Counts::SignIns,
            every: Every::Day,
            edges: vec![Millis(0), Millis(Millis::DAY)],
            lines: ["Mail", "Files", "Payroll"].map(line).to_vec(),
            by: Some(By::Applications),
            others: Some(21),
            filter: Query::default(),
            period: (Millis(0), Millis(Millis::DAY)),
            logs: Logs::USERS,
        };
        assert_eq!(lines(&graph, 3), "Sign-ins per day, top 3 of 24 applications by sign-ins");
        assert_eq!(lines(&graph, 2), "Sign-ins per day, 2 of the top 3 of 24 applications by sign-ins");
        graph.others = None;
        assert_eq!(lines(&graph, 2), "Sign-ins per day, 2 of 3 applications");
        graph.by = None;
        assert_eq!(lines(&graph, 2), "Sign-ins per day, 2 of 3 lines");
        assert_eq!(lines(&graph, 3), "Sign-ins per day");
    }

    #[test]
    fn logs_keep_their_capitals() {
        let logs_of = Logs::of(&[Log::Interactive, Log::NonInteractive, Log::AdFs]);
        assert_eq!(logs(logs_of), "Interactive, non-interactive and AD FS sign-ins");
    }

    #[test]
    fn countries_have_names_instead_of_codes() {
        let city = query("city:London state:England country:GB");
        assert_eq!(super::city("London, England, GB", &city), "London, United Kingdom");
        assert_eq!(super::city("Singapore, SG", &query("city:Singapore country:SG")), "Singapore");
    }

    #[test]
    fn the_foot_tells_files_days_and_what_is_missing() {
        let at = |text: &str| Millis::from_iso(text).expect("a time");
        let mut told = Sources {
            sign_ins: 2_550,
            between: Some((at("2026-10-02T08:00:00Z"), at("2026-10-31T09:00:00Z"))),
            files: vec!["a.csv".to_owned(), "b.csv".to_owned()],
            begin: None,
            is_private: false,
        };
        let text = sources(&told, Noun::SIGN_IN, Clock::default());
        assert!(
            text.starts_with(
                "2\u{2009}550 sign-ins from 2 Oct 2026 to 31 Oct 2026 \u{b7} files a.csv and b.csv \u{b7} "
            ),
            "{text}"
        );
        assert!(text.ends_with(concat!("Sign-in Lens ", env!("CARGO_PKG_VERSION"))));
        told.files = (0..9).map(|number| format!("{number}.csv")).collect();
        told.begin = told.between.map(|(first, _)| first);
        let text = sources(&told, Noun::SIGN_IN, Clock::default());
        assert!(text.starts_with("Loaded from 2 Oct 2026 on") && text.contains("9 files"), "{text}");
        told.files.truncate(1);
        told.is_private = true;
        let text = sources(&told, Noun::SIGN_IN, Clock::default());
        assert!(text.contains("1 file \u{b7} Names replaced") && !text.contains("0.csv"), "{text}");
    }
}
