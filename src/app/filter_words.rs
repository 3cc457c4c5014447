//! A filter as a sentence: what subtitles and tooltips say of it.

use std::borrow::Cow;

use super::facets::{NONE, value_title};
use super::span;
use crate::clock::Clock;
use crate::fields::{Field, Log};
use crate::query::{Part, Query};
use crate::reference::countries;

/// Every part of a filter in words; empty for a filter that asks nothing.
#[must_use]
pub fn words(query: &Query, clock: Clock) -> String {
    query.parts().iter().map(|part| part_in_words(part, clock)).collect::<Vec<_>>().join("  \u{b7}  ")
}

/// A part of a filter in words, such as `Country: Germany or France`; what has no words as it is written.
#[must_use]
pub fn part_in_words(part: &Query, clock: Clock) -> String {
    if let Some(words) = plain(part, clock) {
        return words;
    }
    match part.left_out() {
        Some(asked) => format!("not {}", plain(&asked, clock).unwrap_or_else(|| asked.to_string())),
        None => part.to_string(),
    }
}

/// What is left out of a filter where a log is shown, and which fields that log lacks; `None` if it has them all.
#[must_use]
pub fn left_out_in_words(query: &Query, log: Log, clock: Clock) -> Option<String> {
    let in_force = query.for_log(log).parts();
    let mut parts: Vec<String> = Vec::new();
    let mut fields: Vec<String> = Vec::new();
    for part in query.parts().iter().filter(|part| !in_force.contains(part)) {
        parts.push(format!("\u{201c}{}\u{201d}", part_in_words(part, clock)));
        for field in Field::ALL.into_iter().filter(|field| !field.spec().logs.contains(log) && part.asks(*field)) {
            let name = field.in_a_sentence();
            if !fields.contains(&name) {
                fields.push(name);
            }
        }
    }
    let is = if parts.len() == 1 { "is" } else { "are" };
    let (parts, fields) = (parts.join(" and "), fields.join(" and no "));
    (!parts.is_empty()).then(|| format!("{parts} {is} left out: {} have no {fields}", log.records()))
}

/// A part that limits the time from one moment to another in words; `None` for any other part.
#[must_use]
pub fn time_in_words(part: &Query, clock: Clock) -> Option<String> {
    let Part::Range { field: Field::Time, .. } = Part::of(part) else { return None };
    let (from, until) = part.time_span(clock)?;
    Some(span::words(from, until, clock))
}

fn plain(part: &Query, clock: Clock) -> Option<String> {
    Some(match Part::of(part) {
        Part::Values { field, values, is_excluded } => {
            let values: Vec<Cow<'_, str>> = values.iter().map(|value| value_in_words(field, value)).collect();
            let (not, or) = if is_excluded { ("not ", " nor ") } else { ("", " or ") };
            format!("{}: {not}{}", field.title(), values.join(or))
        }
        Part::Known { field, is_known: true } => format!("{} is known", field.title()),
        Part::Known { field, is_known: false } => format!("{} is not known", field.title()),
        Part::Range { field: Field::Time, .. } => time_in_words(part, clock)?,
        Part::Range { field, from, to } => {
            let limit = |limit: &crate::query::Limit| match limit.text.parse::<f64>() {
                Ok(_) => limit.text.clone(),
                Err(_) => field.spec().display(&limit.text).to_owned(),
            };
            let title = field.title();
            match (from.is_open(), to.is_open()) {
                (true, true) => return None,
                (false, true) if from.is_exclusive => format!("{title}: more than {}", limit(&from)),
                (false, true) => format!("{title}: at least {}", limit(&from)),
                (true, false) if to.is_exclusive => format!("{title}: less than {}", limit(&to)),
                (true, false) => format!("{title}: at most {}", limit(&to)),
                (false, false) => format!("{title}: {} to {}", limit(&from), limit(&to)),
            }
        }
        Part::Last(millis) => span::last_words(millis),
        Part::Text(_) => return None,
    })
}

/// What people call a value: the portal's word, a country's name.
#[must_use]
pub fn value_in_words(field: Field, value: &str) -> Cow<'_, str> {
    match field {
        _ if value.is_empty() => Cow::Borrowed(NONE),
        Field::Country => Cow::Borrowed(countries::name(value).unwrap_or(value)),
        // Its meaning is a sentence of its own.
        Field::ErrorCode => Cow::Borrowed(value),
        field => value_title(field, Some(value)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_log_lacks_is_left_out_in_words() {
        let told = |text: &str, log| {
            let query: Query = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
            left_out_in_words(&query, log, Clock::default())
        };
        assert_eq!(
            told("country:US status:failure", Log::Audit).as_deref(),
            Some(
                "\u{201c}Country or region: United States\u{201d} is left out: audit events have no country or region"
            )
        );
        assert_eq!(told("status:failure anna", Log::Audit), None);
        let both = told("activity:x -ip:203.0.113.1", Log::ManagedIdentity).expect("it has no activity");
        assert!(both.ends_with("left out: managed identity sign-ins have no activity"), "{both}");
    }

    #[test]
    fn a_filter_reads_as_people_say_it() {
        for (text, expected) in [
            ("", ""),
            ("status:failure", "Status: Failure"),
            ("country:US,DE", "Country or region: United States or Germany"),
            ("-country:US", "Country or region: not United States"),
            ("has:device_id", "Device ID is known"),
            ("time:2026-10-05", "Mon 5 Oct 2026"),
            ("last:7d", "Last 7 days"),
            ("error:50126", "Sign-in error code: 50126"),
            ("anna", "anna"),
            ("status:failure app:Mail", "Status: Failure  \u{b7}  Application: Mail"),
            ("status:failure OR app:Mail", "status:failure OR app:Mail"),
        ] {
            let query: Query = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!(words(&query, Clock::default()), expected, "{text}");
        }
    }
}
