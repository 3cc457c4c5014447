//! The facet panel's counts, and what would let an empty table show something.

use std::collections::{HashMap, HashSet};

use super::answers::scope;
use crate::clock::Clock;
use crate::columns::{Columns, RowId};
use crate::fields::{Field, Kind, Log};
use crate::query::{self, Query, Scope};

/// What the facet panel depends on.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetsKey {
    /// Number of the snapshot of the cache.
    pub version: u64,
    /// The zone that calendar days of the filter are in.
    pub clock: Clock,
    /// The log.
    pub log: Log,
    /// The fields counted.
    pub fields: Vec<Field>,
    /// The filter.
    pub query: Query,
    /// Whether "last 7 days" ends now.
    pub end_at_now: bool,
}

/// The values of one field, most frequent first.
#[derive(Clone, Debug, PartialEq)]
pub struct Facet {
    /// The field.
    pub field: Field,
    /// At most [`LISTED_VALUES`] of its values in their stored form with the number of sign-ins, and further
    /// at most [`NAMED_VALUES`] that the filter names; `None` stands for sign-ins without a value.
    pub values: Vec<(Option<String>, u64)>,
    /// How many more values there are.
    pub more: usize,
    /// How many sign-ins the most frequent value has.
    pub most: u64,
}

/// The answer to a [`FacetsKey`].
#[derive(Clone, Debug, PartialEq)]
pub struct Facets {
    /// What was asked.
    pub key: FacetsKey,
    /// The fields in their order.
    pub facets: Vec<Facet>,
}

/// How many values of a field are counted out; a picker lists the others.
pub const LISTED_VALUES: usize = 60;

/// How many values are listed besides because the filter names them: a pasted list may have thousands.
pub const NAMED_VALUES: usize = 200;

/// Counts the values of every field under the filter without that field's own lists of values.
pub(super) fn facets(columns: &Columns, key: FacetsKey) -> Facets {
    let scope = scope(columns, key.clock, key.end_at_now);
    let in_force = key.query.for_log(key.log);
    // Most fields are not in the filter, so most of them count the same rows.
    let mut asked: Vec<(Query, Vec<Field>)> = Vec::new();
    for field in &key.fields {
        let rest = in_force.without_values(*field);
        match asked.iter_mut().find(|(query, _)| *query == rest) {
            Some((_, fields)) => fields.push(*field),
            None => asked.push((rest, vec![*field])),
        }
    }
    let mut facets: Vec<Facet> = asked
        .iter()
        .flat_map(|(rest, fields)| {
            let rows = query::select(&scope, key.log.into(), rest);
            let counted = query::count_by_all(columns, &rows, fields, LISTED_VALUES);
            counted.into_iter().map(|counted| facet(columns, &rows, counted, &in_force)).collect::<Vec<_>>()
        })
        .collect();
    facets.sort_by_key(|facet| key.fields.iter().position(|field| *field == facet.field));
    Facets { key, facets }
}

/// The most frequent values, and those that the filter names: they stay listed, even where the rest of it leaves none.
fn facet(columns: &Columns, rows: &[RowId], counted: query::Facet, in_force: &Query) -> Facet {
    let field = counted.field;
    let mut values: Vec<(Option<String>, u64)> =
        counted.values.into_iter().map(|value| (value.value, value.count)).collect();
    let most = values.first().map_or(0, |(_, count)| *count);
    let mut different = counted.different;
    // A filter takes no heed of case, and to it a missing value is an empty one.
    let lower = |value: &Option<String>| value.as_deref().unwrap_or_default().to_lowercase();
    let mut listed: HashSet<String> = values.iter().map(|(value, _)| lower(value)).collect();
    let named = in_force.values_of(field).unwrap_or_default().into_iter().chain(in_force.excluded_values(field));
    let named: Vec<(String, String)> = named
        .map(|name| (name.to_lowercase(), name))
        .filter(|(lower, _)| listed.insert(lower.clone()))
        .take(NAMED_VALUES)
        .collect();
    if !named.is_empty() {
        let mut counts: HashMap<String, u64> = HashMap::new();
        for counted in query::count_values(columns, rows, field) {
            *counts.entry(lower(&counted.value)).or_default() += counted.count;
        }
        for (lower, name) in named {
            let count = counts.get(&lower).copied().unwrap_or_default();
            different += usize::from(count == 0);
            values.push((Some(name).filter(|name| !name.is_empty()), count));
        }
    }
    let known = values.iter().filter(|(value, _)| value.is_some()).count();
    Facet { field, values, more: different.saturating_sub(known), most }
}

/// What the ways out of an empty table depend on.
#[derive(Clone, Debug, PartialEq)]
pub struct WaysOutKey {
    /// Number of the snapshot of the cache.
    pub version: u64,
    /// The zone that calendar days of the filter are in.
    pub clock: Clock,
    /// The log whose table is empty.
    pub log: Log,
    /// The filter that empties it.
    pub query: Query,
    /// Whether "last 7 days" ends now.
    pub end_at_now: bool,
}

/// What would let an empty table show something.
#[derive(Clone, Debug, PartialEq)]
pub struct WaysOut {
    /// What was asked.
    pub key: WaysOutKey,
    /// Parts of the filter without which there would be so many sign-ins, most first.
    pub without: Vec<(Query, u64)>,
    /// Parts that ask for a whole value, and what finds so many sign-ins of which it is the beginning or a part.
    pub instead: Vec<(Query, Query, u64)>,
    /// Logs in which so many sign-ins match.
    pub elsewhere: Vec<(Log, u64)>,
}

/// Finds the ways out of an empty table.
pub(super) fn ways_out(columns: &Columns, key: WaysOutKey) -> WaysOut {
    let scope = scope(columns, key.clock, key.end_at_now);
    let count = |log: Log, query: &Query| query::select(&scope, log.into(), query).len() as u64;
    let in_force = key.query.for_log(key.log);
    let parts = in_force.parts();
    let mut without = Vec::new();
    let mut instead = Vec::new();
    for (place, part) in parts.iter().enumerate() {
        let rest = in_force.without_part(place);
        let left = count(key.log, &rest);
        if left > 0 {
            without.push((part.clone(), left));
            instead.extend(wider(&scope, key.log, part, &rest));
        }
    }
    without.sort_by_key(|(_, left)| std::cmp::Reverse(*left));
    let others = Log::ALL.into_iter().filter(|log| *log != key.log);
    let elsewhere = others
        // Where a part of the filter has no field, its sign-ins are not what was asked for.
        .filter(|log| key.query.for_log(*log) == key.query)
        .map(|log| (log, count(log, &key.query)))
        .filter(|(_, matching)| *matching > 0)
        .collect();
    WaysOut { key, without, instead, elsewhere }
}

/// The pattern that begins with, or else contains, the whole value that a part asks for.
fn wider(scope: &Scope<'_>, log: Log, part: &Query, rest: &Query) -> Option<(Query, Query, u64)> {
    let (field, values) = part.whole_values()?;
    let [value] = values.as_slice() else { return None };
    let is_text = matches!(field.kind(), Kind::Text | Kind::Id | Kind::UniqueId | Kind::Address | Kind::List);
    if !is_text || value.is_empty() {
        return None;
    }
    let literal = Query::value_literal(value);
    [format!("{}:{literal}*", field.key()), format!("{}:*{literal}*", field.key())].iter().find_map(|text| {
        let pattern: Query = text.parse().ok()?;
        let matching = scope.columns.sign_ins(&query::select(scope, log.into(), &rest.and(&pattern)));
        (matching > 0).then(|| (part.clone(), pattern, matching))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Millis;
    use crate::columns::Builder;
    use crate::record::{EventId, Record};

    fn columns() -> Columns {
        let mut builder = Builder::default();
        let sign_ins = [
            (Log::Interactive, "Hanne Olsen", "Teams", "failure"),
            (Log::Interactive, "Hanne Olsen", "Mail", "success"),
            (Log::Interactive, "Boris Cole", "Mail", "success"),
            (Log::NonInteractive, "Boris Cole", "Word", "success"),
        ];
        for (at, (log, user, app, status)) in sign_ins.into_iter().enumerate() {
            let mut record = Record::new(log, Millis(at as i64));
            record.set(Field::User, user);
            record.set(Field::App, app);
            record.set(Field::Status, status);
            builder.push(EventId(at as i64 + 1), &record);
        }
        builder.finish()
    }

    fn query(text: &str) -> Query {
        text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    fn counted(text: &str, fields: &[Field]) -> Vec<String> {
        let (clock, fields) = (Clock::default(), fields.to_vec());
        let key = FacetsKey { version: 1, clock, log: Log::Interactive, fields, query: query(text), end_at_now: false };
        let facets = facets(&columns(), key).facets;
        facets
            .iter()
            .flat_map(|facet| &facet.values)
            .map(|(value, count)| format!("{} {count}", value.as_deref().unwrap_or("(none)")))
            .collect()
    }

    fn found(text: &str) -> WaysOut {
        let key = WaysOutKey {
            version: 1,
            clock: Clock::default(),
            log: Log::Interactive,
            query: query(text),
            end_at_now: false,
        };
        ways_out(&columns(), key)
    }

    #[test]
    fn a_field_counts_under_the_filter_without_its_own_values() {
        assert_eq!(counted("", &[Field::App]), ["Mail 2", "Teams 1"]);
        assert_eq!(counted("app:Teams", &[Field::App, Field::Status]), ["Mail 2", "Teams 1", "failure 1"]);
        assert_eq!(counted("user:Boris* -app:Mail", &[Field::App]), ["Mail 1"], "what is left out stays listed");
        assert_eq!(counted("", &[Field::Country]), ["(none) 3"]);
    }

    #[test]
    fn what_the_filter_names_stays_listed_with_no_sign_in() {
        assert_eq!(counted("app:Word", &[Field::App]), ["Mail 2", "Teams 1", "Word 0"]);
        assert_eq!(counted("app:mail", &[Field::App]), ["Mail 2", "Teams 1"], "case does not count");
    }

    #[test]
    fn a_long_list_of_named_values_has_its_counts_up_to_a_limit() {
        let mut builder = Builder::default();
        let mut id = 0;
        for app in 0..500_u32 {
            // The later an application is named, the rarer it is; the last hundred are in no sign-in.
            for _ in 0..(400_u32.saturating_sub(app)).div_ceil(100) {
                let mut record = Record::new(Log::Interactive, Millis(id));
                record.set(Field::App, format!("App {app:03}"));
                id += 1;
                builder.push(EventId(id), &record);
            }
        }
        let columns = builder.finish();
        let expected = |app: u32| u64::from((400_u32.saturating_sub(app)).div_ceil(100));
        // Named the other way round: those without sign-ins first.
        let names: Vec<String> = (0..500_u32).rev().map(|app| format!("\"APP {app:03}\"")).collect();
        let key = FacetsKey {
            version: 1,
            clock: Clock::default(),
            log: Log::Interactive,
            fields: vec![Field::App],
            query: query(&format!("app:{}", names.join(","))),
            end_at_now: false,
        };
        let facets = facets(&columns, key).facets;
        let [facet] = facets.as_slice() else { panic!("one field") };
        assert_eq!(facet.values.len(), LISTED_VALUES + NAMED_VALUES);
        for (value, count) in &facet.values {
            let app = value.as_deref().and_then(|value| value[4..].parse().ok()).expect("an application");
            assert_eq!(*count, expected(app), "{value:?}");
        }
        assert_eq!(facet.values.last(), Some(&(Some("APP 300".to_owned()), 1)));
        assert_eq!(facet.more, 400 - LISTED_VALUES - 100, "those in sign-ins that are not listed");
    }

    #[test]
    fn an_empty_table_says_which_part_empties_it() {
        let ways = found("user:\"Hanne Olsen\" app:Word");
        let without: Vec<String> = ways.without.iter().map(|(part, left)| format!("{part} {left}")).collect();
        assert_eq!(without, ["app:Word 2"]);
        let elsewhere = found("app:Word").elsewhere;
        assert_eq!(elsewhere, [(Log::NonInteractive, 1)]);
        let mut builder = Builder::default();
        builder.push(EventId(1), &Record::new(Log::ManagedIdentity, Millis(1)));
        let query = query("user:nobody -app:Word");
        let key = WaysOutKey { version: 1, clock: Clock::default(), log: Log::Interactive, query, end_at_now: false };
        assert_eq!(ways_out(&builder.finish(), key).elsewhere, [], "managed identities are no users");
    }

    #[test]
    fn a_value_that_nobody_has_whole_is_offered_as_a_pattern() {
        let offered = |text: &str| found(text).instead.iter().map(|(_, to, left)| format!("{to} {left}")).next();
        assert_eq!(offered("user:hanne").as_deref(), Some("user:hanne* 2"));
        assert_eq!(offered("user:cole status:success").as_deref(), Some("user:*cole* 1"));
        assert_eq!(offered("user:nobody"), None);
    }
}
