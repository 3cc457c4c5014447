//! What must hold of all filters and all sign-ins: each answer equals that of a plain recount.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};
use std::net::IpAddr;

use chrono::Weekday;
use proptest::prelude::*;

use super::expr::{Expr, Scalar, Subject, Term, Test, levels, thing_of};
use super::fixtures::{any_columns, any_query, fitting_query, known_field};
use super::{
    Bound, Fold, GroupKey, GroupSort, Measure, Moment, Pattern, Piece, Query, Scope, SeriesOptions, Shared, SortKey,
    count_values, group, select, series, shared, sort, sort_groups, suggest,
};
use crate::clock::{Clock, Every, Millis, Zone};
use crate::columns::{Columns, RowId};
use crate::fields::{Field, Kind, Log, Logs, is_zero_id};
use crate::record::{decode_policies, decode_steps};

fn berlin() -> Clock {
    Clock::new(Zone::from_name("Europe/Berlin").unwrap_or_default(), Weekday::Mon)
}

/// Whether a row matches, worked out from its texts one by one.
fn matches(scope: &Scope<'_>, expr: &Expr, row: RowId) -> bool {
    match expr {
        Expr::And(members) => {
            members.iter().all(|member| member.thing().is_some() || matches(scope, member, row))
                && [Field::Policies, Field::Steps, Field::Network, Field::AgentType]
                    .into_iter()
                    .all(|thing| things_match(scope, thing, members, row))
        }
        Expr::Or(members) => members.iter().any(|member| matches(scope, member, row)),
        Expr::Not(inner) => !matches(scope, inner, row),
        Expr::Term(term) => match term.subject {
            Subject::Field(field) if thing_of(field).is_some() => part_matches(scope, field, &term.test, row),
            Subject::Field(field) => field_matches(scope, field, &term.test, row),
            Subject::Anything => word_matches(scope, &term.test, row),
        },
    }
}

/// The things that a row has: each a list of its texts, by the field that asks for them.
fn things(scope: &Scope<'_>, thing: Field, row: RowId) -> Vec<Vec<(Field, String)>> {
    let Some(text) = scope.columns.value(thing, row) else {
        // Methods without steps.
        let methods = scope.columns.value(Field::AuthMethod, row).filter(|_| thing == Field::Steps);
        return methods.map_or(Vec::new(), |methods| {
            methods.split('\n').map(|method| vec![(Field::AuthMethod, method.to_owned())]).collect()
        });
    };
    let known = |pairs: Vec<(Field, &str)>| {
        pairs.into_iter().filter(|(_, text)| !text.is_empty()).map(|(field, text)| (field, text.to_owned())).collect()
    };
    match thing {
        Field::Policies => decode_policies(&text)
            .iter()
            .map(|policy| {
                let mode = match policy.result.as_str() {
                    "" => "",
                    "notEnabled" => "disabled",
                    result if result.contains("reportOnly") => "report-only",
                    _ => "enforced",
                };
                let mut pairs = vec![
                    (Field::Policy, policy.name.as_str()),
                    (Field::PolicyId, policy.id.as_str()),
                    (Field::PolicyResult, policy.result.as_str()),
                    (Field::PolicyMode, mode),
                ];
                pairs.extend(policy.grant_controls.iter().map(|control| {
                    let control = match control.as_str() {
                        "Mfa" => "mfa",
                        "RequireCompliantDevice" => "compliantDevice",
                        other => other,
                    };
                    (Field::PolicyControl, control)
                }));
                known(pairs)
            })
            .collect(),
        Field::Steps => decode_steps(&text)
            .iter()
            .map(|step| {
                let succeeded = step.succeeded.map_or(String::new(), |succeeded| succeeded.to_string());
                let requirement = step.requirement.replace("Multi-factor", "Multifactor");
                known(vec![
                    (Field::AuthMethod, &step.method),
                    (Field::AuthSucceeded, &succeeded),
                    (Field::StepRequirement, &requirement),
                ])
            })
            .collect(),
        Field::Network => text
            .split('\n')
            .map(|line| {
                let mut pairs = vec![(Field::Network, line)];
                if line.starts_with("Trusted named location: ") {
                    pairs.push((Field::NetworkType, "Trusted named location"));
                    let words = ["Trusted named location", "Head office", "named", "trusted"];
                    pairs.extend(words.map(|word| (Field::Network, word)));
                }
                if line == "Named network" {
                    pairs.extend([(Field::NetworkType, line), (Field::Network, "named")]);
                }
                known(pairs)
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// Whether the members about one thing hold for the same one.
fn things_match(scope: &Scope<'_>, thing: Field, members: &[Expr], row: RowId) -> bool {
    let about = |member: &&Expr| member.thing() == Some(thing);
    let terms: Vec<(Field, &Test)> = members
        .iter()
        .filter(about)
        .filter_map(|member| match member {
            Expr::Term(Term { subject: Subject::Field(field), test }) => Some((*field, test)),
            _ => None,
        })
        .collect();
    let is_name = |field: Field| matches!(field, Field::Policy | Field::PolicyId | Field::AuthMethod | Field::Network);
    let (names, others): (Vec<_>, Vec<_>) = terms.into_iter().partition(|(field, _)| is_name(*field));
    let things = things(scope, thing, row);
    let has = |thing: &[(Field, String)], (field, test): &(Field, &Test)| {
        thing.iter().filter(|(of, _)| of == field).any(|(_, text)| match test {
            Test::Any(patterns) => patterns.iter().any(|pattern| fits_word(*field, pattern, text)),
            _ => true,
        })
    };
    let all_of = |thing: &[(Field, String)]| others.iter().all(|other| has(thing, other));
    if names.is_empty() {
        others.is_empty() || things.iter().any(|thing| all_of(thing))
    } else {
        names.iter().all(|name| things.iter().any(|thing| has(thing, name) && all_of(thing)))
    }
}

/// As [`fits`], and methods also by their usual name.
fn fits_word(field: Field, pattern: &Pattern, text: &str) -> bool {
    let usual = if text.eq_ignore_ascii_case("fido") { "FIDO2 security key" } else { text };
    fits(field, pattern, text) || (field == Field::AuthMethod && fits(field, pattern, usual))
}

/// A single term about a part; the empty text asks for rows that have no such part.
fn part_matches(scope: &Scope<'_>, field: Field, test: &Test, row: RowId) -> bool {
    let thing = thing_of(field).unwrap_or(field);
    let holds = |test: Test| things_match(scope, thing, &[Expr::field(field, test)], row);
    match test {
        Test::Any(patterns) => patterns.iter().any(|pattern| {
            if *pattern == Pattern::Exact(String::new()) {
                !holds(Test::Has)
            } else {
                holds(Test::Any(vec![pattern.clone()]))
            }
        }),
        other => holds(other.clone()),
    }
}

fn field_matches(scope: &Scope<'_>, field: Field, test: &Test, row: RowId) -> bool {
    let value = scope.columns.value(field, row);
    let moment = |bound: &Bound| match bound.value {
        Scalar::Moment(moment) => moment,
        Scalar::Ago(millis) => Moment::instant(Millis(scope.anchor.0 + 1 - millis)),
        Scalar::Number(_) | Scalar::Level(_) => Moment::instant(Millis(0)),
    };
    let time = scope.columns.time(row);
    match test {
        Test::Has => value.is_some(),
        Test::Last(millis) => time <= scope.anchor && time.0 > scope.anchor.0 - millis,
        Test::Range { from, to } if field == Field::Time => {
            let (start, end) = (|at: Moment| at.start(scope.clock), |at: Moment| at.end(scope.clock));
            let to_ago = to.as_ref().filter(|to| matches!(to.value, Scalar::Ago(_)));
            if let (Some(to), None) = (to_ago, from) {
                return if to.inclusive { time <= start(moment(to)) } else { time < start(moment(to)) };
            }
            from.as_ref()
                .is_none_or(|at| if at.inclusive { time >= start(moment(at)) } else { time >= end(moment(at)) })
                && to
                    .as_ref()
                    .is_none_or(|at| if at.inclusive { time < end(moment(at)) } else { time < start(moment(at)) })
        }
        Test::Range { from, to } => value.is_some_and(|value| {
            let place = |bound: &Bound| match bound.value {
                Scalar::Number(number) => number.get(),
                Scalar::Level(level) => place_of(field, level).unwrap_or(f64::NAN),
                Scalar::Moment(_) | Scalar::Ago(_) => f64::NAN,
            };
            let Some(at) = place_of(field, &value) else { return false };
            from.as_ref().is_none_or(|bound| if bound.inclusive { at >= place(bound) } else { at > place(bound) })
                && to.as_ref().is_none_or(|bound| if bound.inclusive { at <= place(bound) } else { at < place(bound) })
        }),
        Test::Any(patterns) => patterns.iter().any(|pattern| {
            let also = match field {
                Field::User => Some(Field::Username),
                Field::App => Some(Field::AppId),
                Field::Resource => Some(Field::ResourceId),
                Field::ServicePrincipal => Some(Field::ServicePrincipalId),
                _ => None,
            };
            if *pattern == Pattern::Exact(String::new()) {
                return value.is_none();
            }
            [Some(field), also].into_iter().flatten().any(|field| {
                let value = scope.columns.value(field, row);
                value.is_some_and(|value| value.split('\n').any(|item| fits(field, pattern, item)))
            })
        }),
    }
}

fn place_of(field: Field, value: &str) -> Option<f64> {
    match levels(field) {
        Some(levels) => levels.iter().position(|level| *level == value).map(|place| place as f64),
        None => value.parse().ok(),
    }
}

fn fits(field: Field, pattern: &Pattern, value: &str) -> bool {
    let address = |text: &str| text.parse::<IpAddr>().map(|address| address.to_canonical()).ok();
    let lower = value.to_lowercase();
    match pattern {
        Pattern::Exact(text) if field == Field::Note => lower.contains(&text.to_lowercase()),
        Pattern::Exact(text) => {
            lower == text.to_lowercase()
                || (field.kind() == Kind::Address && address(value).is_some() && address(value) == address(text))
        }
        Pattern::Wildcard(pieces) => match pieces.as_slice() {
            [Piece::Text(start), Piece::Run] => [value, field.spec().display(value)]
                .iter()
                .any(|text| text.to_lowercase().starts_with(&start.to_lowercase())),
            _ => true,
        },
        Pattern::Network(network) => address(value).is_some_and(|address| network.contains(address)),
        Pattern::Legacy => value == "IMAP4",
        Pattern::Modern => value != "IMAP4",
        Pattern::Regular(regular) => {
            let whole = regex::Regex::new(&format!("(?i){}", regular.as_str())).expect("checked when it was parsed");
            [value, field.spec().display(value)].iter().any(|text| whole.is_match(text))
        }
    }
}

fn word_matches(scope: &Scope<'_>, test: &Test, row: RowId) -> bool {
    let Test::Any(patterns) = test else { return true };
    patterns.iter().any(|pattern| {
        let mut texts =
            vec![Field::User, Field::Username, Field::App, Field::Resource, Field::ServicePrincipal, Field::Ip];
        if !Logs::SIGN_INS.contains(scope.columns.log(row)) {
            texts.extend([Field::Activity, Field::FailureReason, Field::Service, Field::RiskEvents]);
        }
        let Pattern::Exact(word) = pattern else {
            let fits = |field| scope.columns.value(field, row).is_some_and(|text| fits(field, pattern, &text));
            return texts.into_iter().any(fits);
        };
        let word = word.to_lowercase();
        let contains = |field: Field| {
            let value = scope.columns.value(field, row);
            let titles =
                |text: &str| text.lines().map(|item| field.spec().display(item)).collect::<Vec<_>>().join("\n");
            value.is_some_and(|text| {
                [text.to_string(), titles(&text)].iter().any(|text| text.to_lowercase().contains(&word))
            })
        };
        let digits = word.chars().filter(char::is_ascii_hexdigit).count();
        let begins = |field| {
            scope
                .columns
                .value(field, row)
                .is_some_and(|id| id == word || (id.len() == 36 && digits >= 6 && id.starts_with(&word)))
        };
        let is_code = scope
            .columns
            .value(Field::ErrorCode, row)
            .is_some_and(|code| code != "0" && (word == code || word == format!("aadsts{code}")));
        is_code || texts.into_iter().any(contains) || [Field::RequestId, Field::CorrelationId].into_iter().any(begins)
    })
}

/// A value to compare by, missing last in both directions.
fn sort_value(columns: &Columns, field: Field, row: RowId) -> Option<(i64, String, String)> {
    let value = columns.value(field, row)?.into_owned();
    let number = if field.kind().is_numeric() { value.parse().unwrap_or(0) } else { 0 };
    Some((number, value.to_lowercase(), value))
}

fn group_texts(columns: &Columns, row: RowId, log: Log) -> Vec<String> {
    let text = |field| columns.value(field, row).map(|text| format!("{}={text}", field.key()));
    let identifies = |id| columns.value(id, row).is_some_and(|text| !is_zero_id(&text));
    let either = |id, name| text(if identifies(id) { id } else { name }).unwrap_or_default();
    let plain = |field| text(field).unwrap_or_default();
    let principal = || either(Field::ServicePrincipalId, Field::ServicePrincipal);
    match log {
        Log::NonInteractive => vec![
            either(Field::AppId, Field::App),
            either(Field::UserId, Field::User),
            plain(Field::Ip),
            plain(Field::Status),
            plain(Field::ResourceId),
        ],
        Log::ServicePrincipal => {
            vec![principal(), plain(Field::Status), plain(Field::Ip), either(Field::ResourceId, Field::Resource)]
        }
        Log::ManagedIdentity => vec![principal(), plain(Field::Status), either(Field::ResourceId, Field::Resource)],
        _ => vec![row.0.to_string()],
    }
}

proptest! {
    #[test]
    fn the_text_of_a_query_is_the_query(query in any_query()) {
        let text = query.to_string();
        match text.parse::<Query>() {
            Ok(parsed) => prop_assert_eq!(&parsed, &query, "{}", text),
            Err(error) => prop_assert!(false, "{}: {} at {:?}", text, error, error.at),
        }
    }

    #[test]
    fn any_text_is_a_query_or_an_error_within_the_text(
        text in any::<String>(),
        language in "[a-z:*?\"\\\\()<>=.,/0-9 OR-]{0,40}",
    ) {
        for text in [text, language] {
            match text.parse::<Query>() {
                Ok(query) => prop_assert_eq!(query.to_string().parse::<Query>(), Ok(query)),
                Err(error) => {
                    prop_assert!(error.at.start <= error.at.end && error.at.end <= text.len());
                    prop_assert!(text.is_char_boundary(error.at.start) && text.is_char_boundary(error.at.end));
                }
            }
            for cursor in 0..=text.len() + 1 {
                let columns = Columns::default();
                for offer in suggest(&Scope::new(&columns, berlin()), Logs::ALL, &text, cursor) {
                    prop_assert!(text.get(offer.replace).is_some());
                }
            }
        }
    }

    #[test]
    fn a_query_is_the_sum_of_its_parts(query in any_query()) {
        let mut all = Query::default();
        for part in query.parts() {
            prop_assert_eq!(part.to_string().parse::<Query>(), Ok(part.clone()));
            all = all.and(&part);
        }
        prop_assert_eq!(all, query);
    }

    #[test]
    fn edited_queries_have_texts_too(
        query in any_query(),
        at in 0..Field::COUNT,
        value in any::<String>(),
        from: i64,
        to: i64,
    ) {
        let field = Field::ALL[at];
        for edited in [
            query.include(field, &value),
            query.exclude(field, &value),
            query.set_values(field, &[value.clone(), "x".to_owned()]),
            query.set_last(Some(from)),
            query.set_time_range(Some(Millis(from)), Some(Millis(to))),
            query.for_log(Log::ManagedIdentity),
            query.without_part(0),
        ] {
            prop_assert_eq!(edited.to_string().parse::<Query>(), Ok(edited));
        }
    }

    #[test]
    fn selected_rows_are_those_that_match_one_by_one(columns in any_columns(), query in fitting_query()) {
        let scope = Scope::new(&columns, berlin());
        let logs = Logs::of(&[Log::Interactive, Log::NonInteractive, Log::ManagedIdentity]);
        let mut expected = columns.rows_of_all(logs);
        expected.retain(|row| matches(&scope, query.expr(), *row));
        prop_assert_eq!(select(&scope, logs, &query), expected, "{}", query);
    }

    #[test]
    fn sorted_rows_are_those_of_a_plain_sort(
        columns in any_columns(),
        fields in prop::collection::vec((known_field(), any::<bool>()), 0..3),
    ) {
        let scope = Scope::new(&columns, Clock::default());
        let keys: Vec<SortKey> = fields.into_iter().map(|(field, descending)| SortKey { field, descending }).collect();
        let mut expected = columns.rows_of_all(Logs::ALL);
        expected.sort_by(|a, b| {
            let by_key = keys.iter().map(|key| {
                match (sort_value(&columns, key.field, *a), sort_value(&columns, key.field, *b)) {
                    (Some(a), Some(b)) if key.descending => b.cmp(&a),
                    (Some(a), Some(b)) => a.cmp(&b),
                    (a, b) => a.is_none().cmp(&b.is_none()),
                }
            });
            let newest_first = (columns.time(*b), b).cmp(&(columns.time(*a), a));
            by_key.chain([newest_first]).find(|order| order.is_ne()).unwrap_or(std::cmp::Ordering::Equal)
        });
        let mut rows: Vec<RowId> = (0..columns.len() as u32).map(RowId).collect();
        sort(&scope, &mut rows, &keys);
        prop_assert_eq!(rows, expected);
    }

    #[test]
    fn groups_are_those_of_a_plain_recount(columns in any_columns(), window in 0..4_usize, log in 0..5_usize) {
        let scope = Scope::new(&columns, berlin());
        let log = Log::ALL[log];
        let window = [None, Some(Every::Hours(1)), Some(Every::Hours(6)), Some(Every::Hours(24))][window];
        let mut expected: BTreeMap<(Option<Millis>, Vec<String>), Vec<RowId>> = BTreeMap::new();
        for row in columns.rows_of_all(Logs::ALL) {
            let start = window.map(|every| scope.clock.floor(columns.time(row), every));
            expected.entry((start, group_texts(&columns, row, log))).or_default().push(row);
        }
        let groups = group(&scope, &columns.rows_of_all(Logs::ALL), &Fold::Portal(log), window);
        prop_assert!(groups.iter().map(|group| Reverse(group.last)).is_sorted());
        for group in groups.iter() {
            let times: Vec<Millis> = group.rows.iter().map(|row| columns.time(*row)).collect();
            prop_assert!(times.windows(2).all(|pair| pair[0] >= pair[1]));
            prop_assert_eq!((times.first(), times.last()), (Some(&group.last), Some(&group.first)));
            if let Some((start, end)) = group.window {
                prop_assert!(start <= group.first && group.last < end);
            }
        }
        let sorted = |rows: &[RowId]| { let mut rows = rows.to_vec(); rows.sort_unstable(); rows };
        let mut found: Vec<Vec<RowId>> = groups.iter().map(|group| sorted(group.rows)).collect();
        let mut expected: Vec<Vec<RowId>> = expected.values().map(|rows| sorted(rows)).collect();
        found.sort();
        expected.sort();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn groups_by_many_fields_have_one_value_in_each(
        columns in any_columns(),
        fields in prop::collection::vec(known_field(), 1..9),
    ) {
        let scope = Scope::new(&columns, Clock::default());
        let mut groups = group(&scope, &columns.rows_of_all(Logs::ALL), &Fold::By(fields.clone()), None);
        let mut keys = Vec::new();
        for group in groups.iter() {
            let text = |field: &Field, row| columns.value(*field, row).map(String::from);
            let texts = |row: RowId| fields.iter().map(|field| text(field, row)).collect::<Vec<_>>();
            let key = texts(group.representative());
            prop_assert!(group.rows.iter().all(|row| texts(*row) == key));
            for (field, value) in fields.iter().zip(&key) {
                let expected = if value.is_some() { Shared::Same(group.representative()) } else { Shared::Missing };
                prop_assert_eq!(shared(&columns, group.rows, *field), expected);
            }
            // Rows without an identifier that is asked for stay apart.
            let has_id = columns.value(Field::CorrelationId, group.representative()).is_some();
            if has_id || !fields.contains(&Field::CorrelationId) {
                keys.push(key);
            }
        }
        let different = keys.iter().collect::<HashSet<_>>().len();
        prop_assert_eq!(different, keys.len());
        sort_groups(&scope, &mut groups, &[GroupSort { key: GroupKey::Count, descending: true }]);
        prop_assert!(groups.iter().map(|group| Reverse((group.count(&columns), group.last))).is_sorted());
    }

    #[test]
    fn counts_and_series_equal_a_plain_recount(columns in any_columns(), field in known_field()) {
        let scope = Scope::new(&columns, berlin());
        let rows = columns.rows_of_all(Logs::ALL);
        let mut expected: BTreeMap<Option<String>, Vec<RowId>> = BTreeMap::new();
        for row in &rows {
            match columns.value(field, *row) {
                Some(value) => value
                    .split('\n')
                    .for_each(|item| expected.entry(Some(item.to_owned())).or_default().push(*row)),
                None => expected.entry(None).or_default().push(*row),
            }
        }
        let counts = count_values(&columns, &rows, field);
        prop_assert!(counts.windows(2).all(|pair| pair[0].count >= pair[1].count));
        let found: BTreeMap<Option<String>, u64> = counts.into_iter().map(|value| (value.value, value.count)).collect();
        let sizes = expected.iter().map(|(value, rows)| (value.clone(), rows.len() as u64)).collect();
        prop_assert_eq!(&found, &sizes);

        let sign_ins =
            SeriesOptions { by: Some(field), every: Every::Day, top: usize::MAX, measure: Measure::SignIns };
        let by_day = series(&scope, &rows, sign_ins);
        prop_assert_eq!(by_day.lines.len(), expected.len());
        let users = series(&scope, &rows, SeriesOptions { measure: Measure::Distinct(Field::User), ..sign_ins });
        for line in by_day.lines.iter().chain(&users.lines) {
            prop_assert_eq!(line.counts.len() + 1, by_day.edges.len());
        }
        for (place, day) in by_day.edges.windows(2).enumerate() {
            for line in &by_day.lines {
                let within = |row: &&RowId| (day[0]..day[1]).contains(&columns.time(**row));
                let rows: Vec<&RowId> = expected[&line.value].iter().filter(within).collect();
                prop_assert_eq!(line.counts[place], rows.len() as u64);
                let different: HashSet<_> =
                    rows.iter().filter_map(|row| columns.value(Field::User, **row)).collect();
                let users = users.lines.iter().find(|users| users.value == line.value);
                let found = users.map_or(0, |users| users.counts[place]);
                prop_assert_eq!(found, different.len() as u64);
            }
        }
    }
}
