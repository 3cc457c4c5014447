//! The questions: each as an analyst asks it here, and in SQL.

use signin_lens::app::facets::default_facets;
use signin_lens::clock::Every;
use signin_lens::columns::RowId;
use signin_lens::fields::{Field, Log, Logs};
use signin_lens::insights::Table;
use signin_lens::query::{
    self, Facet, Fold, GroupKey, GroupSort, Measure, Query, Scope, Series, SeriesOptions, SortKey, Suggestion,
    SuggestionNote,
};

use super::sign_ins::some_row;
use super::tables::{figures, tables};

/// A question and how it is asked.
pub struct Question<'a> {
    pub title: String,
    pub sql: String,
    pub ask: Box<dyn Fn() -> Answer + 'a>,
}

/// An answer as the program gets it.
pub enum Answer {
    Rows(Vec<RowId>),
    Groups(query::Groups),
    Facets(Vec<Facet>),
    Series(Series),
    Suggestions(Vec<Suggestion>),
    Table(Table),
}

impl Answer {
    /// The number of rows; then of each column of numbers the sum, each number times the number of its row.
    pub fn check(&self) -> Vec<u64> {
        match self {
            Self::Rows(rows) => sums(&[rows.iter().map(|row| u64::from(row.0)).collect()]),
            Self::Groups(groups) => sums(&[
                groups.iter().map(|group| group.rows.len() as u64).collect(),
                groups.iter().map(|group| group.first.0 as u64).collect(),
                groups.iter().map(|group| group.last.0 as u64).collect(),
            ]),
            Self::Facets(facets) => {
                let counts = facets.iter().flat_map(|facet| facet.values.iter().map(|value| value.count));
                let different = facets.iter().flat_map(|facet| facet.values.iter().map(|_| facet.different as u64));
                sums(&[counts.collect(), different.collect()])
            }
            Self::Series(series) => {
                let counts = series.lines.iter().flat_map(|line| {
                    let edges = series.edges.iter().zip(&line.counts);
                    edges.filter(|(_, count)| **count > 0).map(|(edge, count)| (edge.0 as u64, *count))
                });
                let (edges, counts) = counts.unzip();
                sums(&[edges, counts])
            }
            Self::Suggestions(suggestions) => {
                let count = |suggestion: &Suggestion| match suggestion.note {
                    SuggestionNote::SignIns(count) => count,
                    SuggestionNote::About(_) => 0,
                };
                sums(&[suggestions.iter().map(count).collect()])
            }
            Self::Table(table) => sums(&figures(table)),
        }
    }
}

fn sums(columns: &[Vec<u64>]) -> Vec<u64> {
    let length = columns.first().map_or(0, Vec::len) as u64;
    let sum = |column: &Vec<u64>| {
        (1_u64..).zip(column).fold(0_u64, |sum, (place, number)| sum.wrapping_add(place.wrapping_mul(*number)))
    };
    std::iter::once(length).chain(columns.iter().map(sum)).collect()
}

/// The values that each facet shows.
const FACET_VALUES: usize = 10;

/// The facets that the window shows from the start.
fn facet_fields() -> &'static [Field] {
    default_facets(Log::Interactive)
}

/// All questions about these sign-ins.
pub fn questions<'a>(scope: &'a Scope<'a>) -> Vec<Question<'a>> {
    let mut all = Vec::new();
    filters(scope, &mut all);
    sorts(scope, &mut all);
    groups(scope, &mut all);
    facets(scope, &mut all);
    all_series(scope, &mut all);
    completions(scope, &mut all);
    tables(scope, &mut all);
    all
}

fn filters<'a>(scope: &'a Scope<'a>, all: &mut Vec<Question<'a>>) {
    let columns = scope.columns;
    let id = columns.value(Field::RequestId, some_row(columns)).unwrap_or_default().into_owned();
    let begin = &id[..8];
    let newest = scope.anchor.iso();
    let questions = [
        ("status:failure", "status = 'failure'"),
        ("status:success", "status = 'success'"),
        ("error:50126,50053", "error_code IN (50126, 50053)"),
        ("user:a*", "\"user\" ILIKE 'a%' OR username ILIKE 'a%'"),
        ("ip:203.0.120.0/24", "ip LIKE '203.0.120.%'"),
        ("latency:>400", "latency > 400"),
        ("time:2026-10-10..2026-10-12", "time >= '2026-10-10' AND time < '2026-10-13'"),
        (
            "last:7d -country:GB",
            &format!("time > TIMESTAMP '{newest}' - INTERVAL 7 DAY AND country IS DISTINCT FROM 'GB'"),
        ),
        (
            "(status:failure OR status:interrupted) -country:GB,PT has:device_name",
            "(status = 'failure' OR status = 'interrupted') AND (country NOT IN ('GB', 'PT') OR country IS NULL) \
             AND device_name IS NOT NULL",
        ),
        (
            "(app:*office* OR resource:\"Microsoft Graph\") -client:browser os:win* mfa:no",
            "(app ILIKE '%office%' OR app_id::VARCHAR ILIKE '%office%' OR resource = 'Microsoft Graph') \
             AND client_app IS DISTINCT FROM 'Browser' AND os ILIKE 'win%' \
             AND auth_requirement = 'singleFactorAuthentication'",
        ),
        (&format!("id:{id}"), &format!("request_id = '{id}'::UUID")),
        (
            "sharepoint",
            "contains(lower(\"user\"), 'sharepoint') OR contains(lower(username), 'sharepoint') \
             OR contains(lower(app), 'sharepoint') OR contains(lower(resource), 'sharepoint') \
             OR contains(lower(service_principal), 'sharepoint') OR contains(ip, 'sharepoint')",
        ),
        (
            begin,
            &format!(
                "contains(lower(\"user\"), '{begin}') OR contains(lower(username), '{begin}') \
                 OR contains(lower(app), '{begin}') OR contains(lower(resource), '{begin}') \
                 OR contains(lower(service_principal), '{begin}') OR contains(ip, '{begin}') \
                 OR request_id BETWEEN '{begin}-0000-0000-0000-000000000000'::UUID \
                 AND '{begin}-ffff-ffff-ffff-ffffffffffff'::UUID \
                 OR correlation_id BETWEEN '{begin}-0000-0000-0000-000000000000'::UUID \
                 AND '{begin}-ffff-ffff-ffff-ffffffffffff'::UUID"
            ),
        ),
    ];
    for (text, condition) in questions {
        let text = text.to_owned();
        all.push(Question {
            title: format!("filter: {}", if text.len() > 48 { &text[..48] } else { &text }),
            sql: format!("SELECT \"row\" FROM sign_in WHERE {condition}"),
            ask: Box::new(move || Answer::Rows(query::select(scope, Logs::ALL, &parsed(&text)))),
        });
    }
}

fn parsed(text: &str) -> Query {
    text.parse().expect("a filter")
}

fn sorts<'a>(scope: &'a Scope<'a>, all: &mut Vec<Question<'a>>) {
    let mut sort = |filter: &'static str, keys: &'static str, condition: &str, order: &str| {
        let keys: Vec<SortKey> = keys.split(' ').map(|key| key.parse().expect("a sort key")).collect();
        let names: Vec<String> = keys.iter().map(ToString::to_string).collect();
        let of = if filter.is_empty() { String::new() } else { format!(" of {filter}") };
        all.push(Question {
            title: format!("sort{of}: {}", names.join(" ")),
            sql: format!("SELECT \"row\" FROM sign_in WHERE {condition} ORDER BY {order}, \"row\" DESC"),
            ask: Box::new(move || {
                let mut rows = query::select(scope, Logs::ALL, &parsed(filter));
                query::sort(scope, &mut rows, &keys);
                Answer::Rows(rows)
            }),
        });
    };
    let user = "lower(\"user\") NULLS LAST, \"user\"";
    sort("", "user", "true", &format!("{user}, time DESC"));
    sort("", "time", "true", "time");
    sort("", "ip:desc", "true", "ip DESC NULLS LAST, time DESC");
    sort(
        "",
        "app status:desc user",
        "true",
        &format!("lower(app) NULLS LAST, app, status DESC NULLS LAST, {user}, time DESC"),
    );
    sort("", "correlation_id", "true", "correlation_id, time DESC");
    sort("status:failure", "user", "status = 'failure'", &format!("{user}, time DESC"));
}

fn groups<'a>(scope: &'a Scope<'a>, all: &mut Vec<Question<'a>>) {
    let mut group = |title: &str, log: Option<Log>, fold: Fold, window: Option<Every>, by_count: bool, keys: &str| {
        let logs = log.map_or(Logs::ALL, Logs::from);
        let condition = log.map_or_else(|| "true".to_owned(), |log| format!("log = '{}'", log.key()));
        let count = if by_count { "count(*) DESC, " } else { "" };
        all.push(Question {
            title: format!("group: {title}"),
            sql: format!(
                "SELECT count(*), epoch_ms(min(time)), epoch_ms(max(time)) FROM sign_in WHERE {condition} \
                 GROUP BY {keys} ORDER BY {count} max((time, \"row\")) DESC"
            ),
            ask: Box::new(move || {
                let rows = query::select(scope, logs, &Query::default());
                let mut groups = query::group(scope, &rows, &fold, window);
                if by_count {
                    query::sort_groups(scope, &mut groups, &[GroupSort { key: GroupKey::Count, descending: true }]);
                }
                Answer::Groups(groups)
            }),
        });
    };
    let log = Log::NonInteractive;
    let rules = "coalesce(user_id::VARCHAR, \"user\"), coalesce(app_id::VARCHAR, app), status, ip, resource_id";
    let per = |hours: u32| format!("{rules}, time_bucket(INTERVAL {hours} HOUR, time)");
    group("non-interactive, 24 hours", Some(log), Fold::Portal(log), Some(Every::Hours(24)), false, &per(24));
    group("non-interactive, 1 hour", Some(log), Fold::Portal(log), Some(Every::Hours(1)), false, &per(1));
    group("all logs by those rules, 24 hours", None, Fold::Portal(log), Some(Every::Hours(24)), false, &per(24));
    group("all logs by those rules, by count", None, Fold::Portal(log), None, true, rules);
    let five = [Field::User, Field::App, Field::Ip, Field::Status, Field::Os];
    group(
        "5 fields (user app ip status os)",
        None,
        Fold::By(five.into()),
        None,
        false,
        "\"user\", app, ip, status, os",
    );
    let few = [Field::App, Field::Country, Field::Status];
    group("3 fields (app country status)", None, Fold::By(few.into()), None, true, "app, country, status");
    group("correlation ID", None, Fold::By(vec![Field::CorrelationId]), None, false, "correlation_id");
}

fn facets<'a>(scope: &'a Scope<'a>, all: &mut Vec<Question<'a>>) {
    let filters = [
        ("", "true"),
        ("-country:GB", "country IS DISTINCT FROM 'GB'"),
        ("status:failure last:7d", "status = 'failure' AND time > (SELECT max(time) FROM sign_in) - INTERVAL 7 DAY"),
    ];
    for (filter, condition) in filters {
        let of_field = |(place, field): (usize, &Field)| {
            let key = field.key();
            let order = if *field == Field::ErrorCode { key.to_owned() } else { format!("lower({key}), {key}") };
            format!(
                "(SELECT {place} AS facet, \"rows\", known, row_number() OVER () AS place FROM (SELECT count(*) AS \"rows\", \
                 count({key}) OVER () AS known, {key} FROM selected GROUP BY {key} \
                 ORDER BY \"rows\" DESC, {order} NULLS LAST LIMIT {FACET_VALUES}))"
            )
        };
        let fields: Vec<String> = facet_fields().iter().enumerate().map(of_field).collect();
        all.push(Question {
            title: format!("8 facets: {filter}"),
            sql: format!(
                "WITH selected AS MATERIALIZED (SELECT {} FROM sign_in WHERE {condition}) \
                 SELECT \"rows\", known FROM ({}) ORDER BY facet, place",
                facet_fields().iter().map(|field| field.key()).collect::<Vec<_>>().join(", "),
                fields.join(" UNION ALL ")
            ),
            ask: Box::new(move || {
                let rows = query::select(scope, Logs::ALL, &parsed(filter));
                Answer::Facets(query::count_by_all(scope.columns, &rows, facet_fields(), FACET_VALUES))
            }),
        });
    }
}

fn all_series<'a>(scope: &'a Scope<'a>, all: &mut Vec<Question<'a>>) {
    let mut series = |title: &str, by: Field, every: Every, measure: Measure, unit: &str, count: &str| {
        let key = by.key();
        all.push(Question {
            title: format!("series: {title}"),
            sql: format!(
                "WITH top AS (SELECT {key}, {count} AS total FROM sign_in GROUP BY {key} \
                 ORDER BY total DESC, lower({key}) NULLS LAST LIMIT 10) \
                 SELECT epoch_ms(date_trunc('{unit}', time)) AS edge, {count} FROM sign_in JOIN top \
                 ON sign_in.{key} IS NOT DISTINCT FROM top.{key} GROUP BY edge, sign_in.{key}, total \
                 ORDER BY total DESC, lower(sign_in.{key}) NULLS LAST, edge"
            ),
            ask: Box::new(move || {
                let rows = query::select(scope, Logs::ALL, &Query::default());
                let options = SeriesOptions { by: Some(by), every, top: 10, measure };
                Answer::Series(query::series(scope, &rows, options))
            }),
        });
    };
    series("sign-ins a day, top 10 applications", Field::App, Every::Day, Measure::SignIns, "day", "count(*)");
    series("sign-ins an hour by status", Field::Status, Every::Hours(1), Measure::SignIns, "hour", "count(*)");
    let users = Measure::Distinct(Field::User);
    series("users a day, top 10 applications", Field::App, Every::Day, users, "day", "count(DISTINCT \"user\")");
}

fn completions<'a>(scope: &'a Scope<'a>, all: &mut Vec<Question<'a>>) {
    for (field, typed) in [(Field::App, "o"), (Field::User, "an"), (Field::Ip, "203.0")] {
        let key = field.key();
        let text = format!("status:failure {key}:{typed}");
        all.push(Question {
            title: format!("completion: {text}|"),
            sql: format!(
                "SELECT count(*) AS \"rows\", \"{key}\" FROM sign_in WHERE status = 'failure' AND \"{key}\" ILIKE '%{typed}%' \
                 GROUP BY \"{key}\" ORDER BY \"rows\" DESC, \"{key}\" LIMIT 12"
            ),
            ask: Box::new(move || Answer::Suggestions(query::suggest(scope, Logs::ALL, &text, text.len()))),
        });
    }
}
