//! A filter as a sentence: what subtitles and tooltips say of it.

use std::borrow::Cow;

use super::facets::shown_value_title;
use super::span;
use crate::clock::Clock;
use crate::fields::{Field, Log};
use crate::query::{Limit, Part, Query};
use crate::reference::countries;
use crate::texts::{self, text};

/// Every part of a filter in words, in English as exports have them; empty for a filter that asks nothing.
#[must_use]
pub fn words(query: &Query, clock: Clock) -> String {
    texts::in_english(|| shown_words(query, clock))
}

/// The same in the language of the window.
#[must_use]
pub fn shown_words(query: &Query, clock: Clock) -> String {
    query.parts().iter().map(|part| part_in_words(part, clock)).collect::<Vec<_>>().join("  \u{b7}  ")
}

/// A part of a filter in the window's words, such as `Country: Germany or France`; what has no words as it is written.
#[must_use]
pub fn part_in_words(part: &Query, clock: Clock) -> String {
    if let Some(words) = plain(part, clock) {
        return words;
    }
    match part.left_out() {
        Some(asked) => text!("filter-not", part = plain(&asked, clock).unwrap_or_else(|| asked.to_string())),
        None => part.to_string(),
    }
}

/// What is left out of a filter where a log is shown, and which fields that log lacks; `None` if it has them all.
#[must_use]
pub fn left_out_in_words(query: &Query, log: Log, clock: Clock) -> Option<String> {
    let parts = left_out_parts(query, log);
    let quoted = quoted(&parts, clock)?;
    let mut fields: Vec<String> = Vec::new();
    for part in &parts {
        for field in Field::ALL.into_iter().filter(|field| !field.spec().logs.contains(log) && part.asks(*field)) {
            let name = field.in_a_sentence();
            if !fields.contains(&name) {
                fields.push(name);
            }
        }
    }
    let fields = fields.into_iter().reduce(|first, last| text!("filter-and-no", first = first, last = last));
    Some(text!(
        "filter-left-out",
        count = parts.len(),
        parts = quoted,
        records = log.shown_records(),
        fields = fields.unwrap_or_default()
    ))
}

/// The parts of a filter that are left out of it where a log is shown.
#[must_use]
pub fn left_out_parts(query: &Query, log: Log) -> Vec<Query> {
    let in_force = query.for_log(log).parts();
    query.parts().into_iter().filter(|part| !in_force.contains(part)).collect()
}

/// Parts of a filter in words, each in quotes; `None` if there is none.
#[must_use]
pub fn quoted(parts: &[Query], clock: Clock) -> Option<String> {
    let quoted = parts.iter().map(|part| text!("filter-quoted", part = part_in_words(part, clock)));
    quoted.reduce(|first, last| text!("filter-and", first = first, last = last))
}

/// A part that limits the time from one moment to another in the window's words; `None` for any other part.
#[must_use]
pub fn time_in_words(part: &Query, clock: Clock) -> Option<String> {
    let Part::Range { field: Field::Time, .. } = Part::of(part) else { return None };
    let (from, until) = part.time_span(clock)?;
    Some(span::shown_words(from, until, clock))
}

fn plain(part: &Query, clock: Clock) -> Option<String> {
    Some(match Part::of(part) {
        Part::Values { field, values, is_excluded } => values_in_words(field, &values, is_excluded),
        Part::Known { field, is_known: true } => text!("filter-is-known", field = field.title()),
        Part::Known { field, is_known: false } => text!("filter-is-not-known", field = field.title()),
        Part::Range { field: Field::Time, .. } => time_in_words(part, clock)?,
        Part::Range { field, from, to } => range_in_words(field, &from, &to)?,
        Part::Last(millis) => span::last_words(millis),
        Part::Text(_) => return None,
    })
}

fn values_in_words(field: Field, values: &[String], is_excluded: bool) -> String {
    let values = values.iter().map(|value| value_in_words(field, value).into_owned());
    let title = field.title();
    if is_excluded {
        let values = values.reduce(|first, last| text!("filter-nor", first = first, last = last));
        text!("filter-values-not", field = title, values = values.unwrap_or_default())
    } else {
        let values = values.reduce(|first, last| text!("filter-or", first = first, last = last));
        text!("filter-values", field = title, values = values.unwrap_or_default())
    }
}

fn range_in_words(field: Field, from: &Limit, to: &Limit) -> Option<String> {
    let limit = |limit: &Limit| match limit.text.parse::<f64>() {
        Ok(_) => limit.text.clone(),
        Err(_) => field.spec().display(&limit.text).to_owned(),
    };
    let title = field.title();
    Some(match (from.is_open(), to.is_open()) {
        (true, true) => return None,
        (false, true) if from.is_exclusive => text!("filter-more-than", field = title, limit = limit(from)),
        (false, true) => text!("filter-at-least", field = title, limit = limit(from)),
        (true, false) if to.is_exclusive => text!("filter-less-than", field = title, limit = limit(to)),
        (true, false) => text!("filter-at-most", field = title, limit = limit(to)),
        (false, false) => text!("filter-between", field = title, from = limit(from), to = limit(to)),
    })
}

/// What people call a value: the portal's word, a country's name.
#[must_use]
pub fn value_in_words(field: Field, value: &str) -> Cow<'_, str> {
    match field {
        Field::Country if !value.is_empty() => Cow::Borrowed(countries::name(value).unwrap_or(value)),
        // Its meaning is a sentence of its own.
        Field::ErrorCode if !value.is_empty() => Cow::Borrowed(value),
        field => shown_value_title(field, Some(value)),
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
