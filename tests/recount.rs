//! The pages of insights against an independent recount: SQL over the cache, and the calendar of the zone.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Timelike, Weekday};
use chrono_tz::Tz;
use proptest::prelude::*;
use proptest::test_runner::Config;
use rusqlite::Connection;
use signin_lens::clock::{Clock, Every, Millis, Zone};
use signin_lens::columns::Columns;
use signin_lens::fields::{Field, Log, Logs, ZERO_ID};
use signin_lens::insights::{
    Ask, By, Card, Choices, Counts, Graph, HeatMap, Lines, Period, Rows, Section, Sum, Table, Value, pages,
};
use signin_lens::query::{Bound, Query, Scalar, Scope, Test};

mod files;
#[path = "queries/imported.rs"]
mod imported;
#[path = "queries/random.rs"]
mod random;
#[path = "queries/sql.rs"]
mod sql;

static SAMPLE: LazyLock<(tempfile::TempDir, PathBuf, Columns)> = LazyLock::new(imported::sample);

/// So many rows of each table are recounted.
const ROWS: usize = 12;

/// The other route to the figures of a question.
struct Recount<'a> {
    connection: &'a Connection,
    zone: Tz,
    week_start: Weekday,
    ask: &'a Ask<'a>,
}

impl Recount<'_> {
    /// The first moment of a day of the zone, in milliseconds.
    fn midnight(&self, day: NaiveDate) -> i64 {
        let mut local = day.and_time(NaiveTime::MIN);
        loop {
            match self.zone.from_local_datetime(&local).earliest() {
                Some(time) => return time.timestamp_millis(),
                None => local += TimeDelta::minutes(15),
            }
        }
    }

    fn local(&self, millis: i64) -> DateTime<Tz> {
        DateTime::from_timestamp_millis(millis).expect("a time").with_timezone(&self.zone)
    }

    /// The condition of a filter, in the zone.
    fn condition(&self, query: &Query) -> String {
        let mut rest = query.clone();
        let mut conditions = Vec::new();
        for (place, part) in query.parts().iter().enumerate().rev() {
            if let Some(Test::Range { from, to }) = part.time_range()
                && [from, to].into_iter().flatten().all(|bound| matches!(bound.value, Scalar::Moment(_)))
            {
                conditions.extend(from.map(|bound| self.bound(&bound, true)));
                conditions.extend(to.map(|bound| self.bound(&bound, false)));
                rest = rest.without_part(place);
            }
        }
        conditions.push(sql::of_query(&rest));
        conditions.join(" AND ")
    }

    fn bound(&self, bound: &Bound, is_lower: bool) -> String {
        let Scalar::Moment(moment) = bound.value else { panic!("a moment") };
        let text = moment.to_string();
        let (start, end) = if let Some(text) = text.strip_suffix('Z') {
            let formats = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%dT%H:%M"];
            let read = |format| NaiveDateTime::parse_from_str(text, format).ok();
            let at = formats.into_iter().find_map(read).expect("a time").and_utc().timestamp_millis();
            assert_eq!(bound.inclusive, is_lower, "where a minute ends is not asked here");
            (at, at)
        } else {
            let day: NaiveDate = text.parse().unwrap_or_else(|_| panic!("{text} is no day"));
            (self.midnight(day), self.midnight(day + Days::new(1)))
        };
        match (is_lower, bound.inclusive) {
            (true, true) => format!("time >= {start}"),
            (true, false) => format!("time >= {end}"),
            (false, true) => format!("time < {end}"),
            (false, false) => format!("time < {start}"),
        }
    }

    /// The condition for the rows of several logs, of each as its tab lists them.
    fn of_rows(&self, rows: &Rows) -> String {
        let of_log = |log| format!("(log = {} AND {})", log as u8, self.condition(&rows.query.for_log(log)));
        let logs: Vec<String> = rows.logs.iter().map(of_log).collect();
        if logs.is_empty() { "0".to_owned() } else { format!("({})", logs.join(" OR ")) }
    }

    /// A number that SQL gives for the sign-ins for which a condition holds.
    fn number(&self, what: &str, condition: &str) -> Option<i64> {
        self.connection
            .query_row(&format!("SELECT {what} FROM sign_in WHERE {condition}"), [], |row| row.get(0))
            .unwrap_or_else(|error| panic!("{what} WHERE {condition}: {error}"))
    }

    fn count(&self, condition: &str) -> u64 {
        self.number(SIGN_INS, condition).unwrap_or(0) as u64
    }

    /// The time of each sign-in, once for each that a summary stands for.
    fn times(&self, condition: &str) -> Vec<i64> {
        let mut statement = self
            .connection
            .prepare(&format!("SELECT time, {OF_ROW} FROM sign_in WHERE {condition}"))
            .expect("it is SQL");
        let times = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("it runs");
        let times: Vec<(i64, u32)> = times.collect::<Result<_, _>>().expect("times");
        times.into_iter().flat_map(|(time, sign_ins)| std::iter::repeat_n(time, sign_ins as usize)).collect()
    }

    /// The condition for all sign-ins of the question.
    fn all(&self) -> String {
        self.of_rows(&Rows::new(&self.ask.query(), &Query::default(), self.ask.logs()))
    }

    /// How many different ones there are among the sign-ins for which a condition holds.
    fn different(&self, by: By, condition: &str, all: &str) -> u64 {
        let cascade = |fields: &[&str]| {
            let (id, others) = fields.split_first().expect("a field");
            let mut cases = vec![format!("WHEN {id} IS NOT NULL AND {id} <> '{ZERO_ID}' THEN '{id}:' || lower({id})")];
            cases.extend(others.iter().map(|name| format!("WHEN {name} IS NOT NULL THEN '{name}:' || lower({name})")));
            self.number(&format!("count(DISTINCT CASE {} END)", cases.join(" ")), condition).unwrap_or(0) as u64
        };
        match by {
            By::Users => cascade(&["user_id", "username", "user"]),
            By::Workloads => cascade(&["service_principal_id", "service_principal"]),
            By::Applications => self.different_named("app", "app_id", condition, all),
            By::Resources => self.different_named("resource", "resource_id", condition, all),
            By::Cities => {
                let parts =
                    ["city", "state", "country"].map(|part| format!("coalesce(lower({part}), '')")).join(" || '|' || ");
                let known =
                    format!("count(DISTINCT CASE WHEN coalesce(city, state, country) IS NOT NULL THEN {parts} END)");
                self.number(&known, condition).unwrap_or(0) as u64
            }
            By::Field(field) => {
                assert!(field.kind().is_single(), "{} is a list", field.key());
                self.number(&format!("count(DISTINCT lower({}))", field.key()), condition).unwrap_or(0) as u64
            }
        }
    }

    /// Names and identifiers of which one finds the other are one: `app:teams` finds what is called Teams as well
    /// as what has that identifier. What belongs together is told by all sign-ins of the question.
    fn different_named(&self, name: &str, id: &str, condition: &str, all: &str) -> u64 {
        let pairs = |condition: &str| -> Vec<(Option<String>, Option<String>)> {
            let id = format!("nullif(lower({id}), '{ZERO_ID}')");
            let text = format!("SELECT DISTINCT lower({name}), {id} FROM sign_in WHERE {condition}");
            let mut statement = self.connection.prepare(&text).expect("it is SQL");
            let pairs = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("it runs");
            pairs.collect::<Result<_, _>>().expect("texts")
        };
        let all = pairs(all);
        let called = |(name, id): &(Option<String>, Option<String>)| name.clone().or_else(|| id.clone());
        let mut group_of: BTreeMap<String, usize> = BTreeMap::new();
        for text in all.iter().filter_map(called) {
            let number = group_of.len();
            group_of.entry(text).or_insert(number);
        }
        loop {
            let mut is_changed = false;
            for (name, id) in &all {
                let (Some(name), Some(id)) = (name, id) else { continue };
                let (Some(a), Some(b)) = (group_of.get(name).copied(), group_of.get(id).copied()) else { continue };
                if a != b {
                    is_changed = true;
                    group_of.values_mut().filter(|group| **group == b).for_each(|group| *group = a);
                }
            }
            if !is_changed {
                break;
            }
        }
        let groups: HashSet<usize> =
            pairs(condition).iter().filter_map(called).filter_map(|text| group_of.get(&text).copied()).collect();
        groups.len() as u64
    }

    /// Where the steps of the question begin, and where the last one ends.
    fn edges(&self, every: Every) -> Vec<i64> {
        let period = self.ask.period();
        if period.end <= period.start {
            return Vec::new();
        }
        if let Every::Hours(hours) = every {
            assert_eq!(hours, 1);
            // Zones here are ahead by whole hours.
            let hour = |millis: i64| millis.div_euclid(Millis::HOUR);
            return (hour(period.start.0)..=hour(period.end.0 - 1) + 1).map(|hour| hour * Millis::HOUR).collect();
        }
        let mut day = self.local(period.start.0).date_naive();
        let days = if every == Every::Week { 7 } else { 1 };
        while every == Every::Week && day.weekday() != self.week_start {
            day = day - Days::new(1);
        }
        let mut edges = vec![self.midnight(day)];
        while edges.last().is_some_and(|edge| *edge < period.end.0) {
            day = day + Days::new(days);
            edges.push(self.midnight(day));
        }
        edges
    }

    /// The figure of a sum over the sign-ins for which a condition holds; of a share its part.
    fn assert_figure(&self, sum: &Sum, (condition, whole, all): (&str, &str, &str), value: &Value, what: &str) {
        let count = |count| Value::Count(count);
        let expected = match sum {
            Sum::SignIns => count(self.count(condition)),
            Sum::Different(by) => count(self.different(*by, condition, all)),
            Sum::ShareOf(_) => Value::Share { part: self.count(condition), whole: self.count(whole) },
            Sum::First => Value::Time(self.number("min(time)", condition).map(Millis)),
            Sum::Last => Value::Time(self.number("max(time)", condition).map(Millis)),
            Sum::Trend => {
                let times = self.times(condition);
                let edges = self.edges(self.ask.steps().0);
                let within = |pair: &[i64]| times.iter().filter(|time| (pair[0]..pair[1]).contains(time)).count();
                Value::Trend(edges.windows(2).map(|pair| within(pair) as u64).collect())
            }
            // Words, which the test of every page compares with the rows.
            Sum::Told(_) | Sum::Names(_) => return,
        };
        assert_eq!(*value, expected, "{what}: {condition}");
    }

    fn assert_table(&self, table: &Table) {
        let all = Rows::new(&table.base, &Query::default(), table.logs);
        if !sql::translates(&all.query) {
            return;
        }
        let all = self.of_rows(&all);
        for (number, row) in table.rows.iter().enumerate().take(ROWS) {
            for (place, measure) in table.columns.iter().enumerate() {
                let behind = table.rows_behind(number, place).expect("the figure has rows");
                // The test of every page counts the rows of the others.
                if !sql::translates(&behind.query) {
                    continue;
                }
                let condition = self.of_rows(&behind);
                let whole = match &measure.sum {
                    Sum::ShareOf(whole) => Rows::new(&table.base, &row.filter.and(whole), table.logs),
                    _ => Rows::new(&table.base, &row.filter, table.logs),
                };
                let what = format!("{} of {} in {}", measure.title, row.title, table.key);
                self.assert_figure(&measure.sum, (&condition, &self.of_rows(&whole), &all), &row.values[place], &what);
            }
        }
        let titles: BTreeSet<String> = table.rows.iter().map(|row| row.filter.to_string()).collect();
        assert_eq!(titles.len(), table.rows.len(), "each row of {} is there once", table.key);
        let is_whole = table.left_out == 0 && !table.key.starts_with("newest");
        if is_whole && !matches!(table.by, By::Field(_)) {
            let known = table.rows.iter().filter(|row| !row.is_unknown).count();
            assert_eq!(known as u64, self.different(table.by, &all, &all), "rows of {}", table.key);
        }
    }

    fn assert_graph(&self, graph: &Graph) {
        let edges = self.edges(graph.every);
        assert_eq!(graph.edges.iter().map(|edge| edge.0).collect::<Vec<_>>(), edges, "{}", graph.key);
        let period = self.ask.period();
        for (step, edge) in edges.windows(2).enumerate() {
            let is_cut = edge[0] < period.start.0 || period.end.0 < edge[1];
            assert_eq!(graph.is_cut(step), is_cut, "step {step} of {}", graph.key);
        }
        for (number, line) in graph.lines.iter().enumerate() {
            assert_eq!(line.values.len(), edges.len().saturating_sub(1), "{} of {}", line.title, graph.key);
            if graph.counts == Counts::SignIns {
                assert_eq!(line.values.iter().sum::<u64>(), line.total, "all sign-ins of the period are in its steps");
            }
            for (step, value) in line.values.iter().enumerate() {
                let rows = graph.rows_behind(number, step, self.ask.scope().clock).expect("the point has rows");
                let all = Rows { query: graph.filter.and(&line.filter), logs: rows.logs };
                let within = format!(
                    "{} AND time >= {} AND time < {}",
                    self.of_rows(&all),
                    edges[step].max(graph.period.0.0),
                    edges[step + 1].min(graph.period.1.0)
                );
                let (counted, listed) = match graph.counts {
                    Counts::SignIns => (self.count(&within), self.count(&self.of_rows(&rows))),
                    Counts::Users => {
                        (self.different(By::Users, &within, "0"), self.different(By::Users, &self.of_rows(&rows), "0"))
                    }
                };
                assert_eq!(
                    (*value, *value),
                    (counted, listed),
                    "{} of {} at step {step}: {within}",
                    line.title,
                    graph.key
                );
            }
        }
    }

    fn assert_cards(&self, cards: &[Card]) {
        let (base, logs) = (self.ask.query(), self.ask.logs());
        let all = self.all();
        // As many days before, if every log reaches back over them.
        let period = self.ask.period();
        let first = self.local(period.start.0).date_naive();
        let days = (self.local(period.end.0 - 1).date_naive() - first).num_days().max(0) + 1;
        let first_before = first - TimeDelta::days(days);
        // A period that is not made of days is compared with one as long.
        let is_midnight = |at: i64| self.midnight(self.local(at).date_naive()) == at;
        let before = if is_midnight(period.start.0) && is_midnight(period.end.0) {
            self.midnight(first_before)..period.start.0
        } else {
            period.start.0 - (period.end.0 - period.start.0)..period.start.0
        };
        let second_day = self.midnight(self.local(before.start).date_naive() + Days::new(1));
        let oldest: Vec<i64> =
            logs.iter().filter_map(|log| self.number("min(time)", &format!("log = {}", log as u8))).collect();
        let is_known = !self.ask.filter().asks(Field::Time)
            && !oldest.is_empty()
            && oldest.iter().all(|oldest| *oldest < second_day);
        for card in cards {
            let whole = match &card.sum {
                Sum::ShareOf(whole) => Rows::new(&base, whole, logs),
                _ => Rows::new(&base, &Query::default(), logs),
            };
            self.assert_figure(
                &card.sum,
                (&self.of_rows(&card.rows), &self.of_rows(&whole), &all),
                &card.value,
                &card.title,
            );
            let is_compared = is_known && matches!(card.value, Value::Count(_) | Value::Share { .. });
            assert_eq!(card.before.is_some(), is_compared, "{}", card.title);
            let Some(value) = &card.before else { continue };
            // The names of applications that belong together may be others in another period.
            if matches!(card.sum, Sum::Different(By::Applications | By::Resources)) {
                continue;
            }
            let [behind, whole] = [&card.rows, &whole].map(|rows| {
                let parts = rows.query.parts();
                let period = parts.iter().rposition(|part| part.time_range().is_some()).expect("a period");
                let all = Rows { query: rows.query.without_part(period), logs: rows.logs };
                format!("{} AND time >= {} AND time < {}", self.of_rows(&all), before.start, before.end)
            });
            self.assert_figure(&card.sum, (&behind, &whole, &all), value, &format!("{} before", card.title));
        }
    }

    fn assert_heat_map(&self, map: &HeatMap) {
        let mut counts = vec![[0_u64; 24]; 7];
        let condition = self.of_rows(&Rows::new(&map.base, &Query::default(), map.logs));
        for time in self.times(&condition) {
            let local = self.local(time);
            let day = (7 + local.weekday().num_days_from_monday() - self.week_start.num_days_from_monday()) % 7;
            counts[day as usize][local.hour() as usize] += 1;
        }
        assert_eq!(map.counts, counts, "{}", map.key);
    }

    fn assert_pages(&self, counts: Counts) {
        for page in &pages::ALL {
            let choices = Choices { lines: Lines::Top(3), counts };
            for section in (page.make)(self.ask, &choices) {
                match &section {
                    Section::Cards(cards) => self.assert_cards(cards),
                    Section::Graph(graph) => self.assert_graph(graph),
                    Section::Table(table) => self.assert_table(table),
                    Section::HeatMap(map) => self.assert_heat_map(map),
                    Section::TimeLine(_) | Section::Places(_) | Section::Note(_) => {}
                }
            }
        }
    }
}

/// What a question is asked of and with.
struct Case {
    zone: &'static str,
    week_start: Weekday,
    filter: String,
    period: Period,
    every: Every,
    logs: Logs,
    counts: Counts,
}

fn assert_case(cache: &Path, columns: &Columns, case: &Case) {
    let connection = sql::open(cache);
    let zone: Tz = case.zone.parse().expect("a zone");
    let clock = Clock::new(Zone::Named(zone), case.week_start);
    let scope = Scope::new(columns, clock);
    let filter: Query = case.filter.parse().expect("a filter");
    let ask = Ask::new(&scope, &filter, case.period, case.every, case.logs);
    let recount = |ask: &Ask<'_>| {
        let recount = Recount { connection: &connection, zone, week_start: case.week_start, ask };
        recount.assert_pages(case.counts);
    };
    recount(&ask);
    // A time of which nothing is loaded.
    recount(
        &ask.within(Millis(ask.period().start.0 - 9 * Millis::DAY)..Millis(ask.period().start.0 - 8 * Millis::DAY)),
    );
}

#[test]
fn figures_of_the_sample_are_those_of_sql() {
    let (_, path, columns) = &*SAMPLE;
    for case in [
        Case {
            zone: "Europe/Vienna",
            week_start: Weekday::Mon,
            filter: String::new(),
            period: Period::Days(30),
            every: Every::Week,
            logs: Logs::USERS,
            counts: Counts::SignIns,
        },
        Case {
            zone: "UTC",
            week_start: Weekday::Sun,
            filter: "status:failure,interrupted -country:GB".to_owned(),
            period: Period::Days(9),
            every: Every::Day,
            logs: Logs::ALL,
            counts: Counts::Users,
        },
    ] {
        assert_case(path, columns, &case);
    }
}

#[test]
fn the_verb_usage_counts_what_sql_counts() {
    let (_, path, columns) = &*SAMPLE;
    let connection = sql::open(path);
    let zone: Tz = "Europe/Vienna".parse().expect("a zone");
    let scope = Scope::new(columns, Clock::new(Zone::Named(zone), Weekday::Mon));
    let cases: [(Every, u16, &[&str], &str); 3] = [
        (Every::Week, 30, &["--top", "3"], "count(*) DESC, lower(app) LIMIT 3"),
        (Every::Day, 12, &["--users", "--top", "5"], "count(DISTINCT user_id) DESC, count(*) DESC, lower(app) LIMIT 5"),
        (
            Every::Hours(1),
            3,
            &["--app", "office 365 exchange online"],
            "lower(app) <> 'office 365 exchange online' LIMIT 1",
        ),
    ];
    for (every, days, options, order) in cases {
        let ask = Ask::new(&scope, &Query::default(), Period::Days(days), every, Logs::from(Log::Interactive));
        let recount = Recount { connection: &connection, zone, week_start: Weekday::Mon, ask: &ask };
        let (edges, period) = (recount.edges(every), ask.period());
        let of_log = format!("log = {}", Log::Interactive as u8);
        let output = Command::new(env!("CARGO_BIN_EXE_signin-lens"))
            .env("SIGNIN_LENS_CACHE", path)
            .args(["usage", "--time-zone", zone.name(), "--format", "json", "--every", &every.key(), "--days"])
            .arg(days.to_string())
            .args(options)
            .output()
            .expect("the program runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let rows: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).expect("an array of objects");
        let mut applications: Vec<String> = Vec::new();
        for (place, row) in rows.iter().enumerate() {
            let step = place % (edges.len() - 1);
            let from = DateTime::parse_from_rfc3339(row["time"].as_str().expect("a time")).expect("a time");
            assert_eq!(from.timestamp_millis(), edges[step]);
            let app = row["app"].as_str().expect("a name").to_lowercase();
            let (start, end) = (edges[step].max(period.start.0), edges[step + 1].min(period.end.0));
            let behind = format!("{of_log} AND lower(app) = '{app}' AND time >= {start} AND time < {end}");
            assert_eq!(row["count"].as_u64(), Some(recount.count(&behind)), "{behind}");
            assert_eq!(row["users"].as_u64(), Some(recount.different(By::Users, &behind, "0")), "{behind}");
            let is_whole = (start, end) == (edges[step], edges[step + 1]);
            assert_eq!(row["step"] == every.key(), is_whole, "{}", row["step"]);
            if step == 0 {
                applications.push(app);
            }
        }
        let text = format!(
            "SELECT lower(app) FROM sign_in WHERE {of_log} AND time >= {} AND time < {} GROUP BY lower(app) ORDER BY {order}",
            period.start.0, period.end.0
        );
        let mut statement = connection.prepare(&text).expect("it is SQL");
        let expected = statement.query_map([], |row| row.get(0)).expect("it runs");
        assert_eq!(applications, expected.collect::<Result<Vec<String>, _>>().expect("names"), "{options:?}");
        assert_eq!(rows.len(), applications.len() * (edges.len() - 1));
    }
}

/// How many sign-ins a row stands for, and all rows together.
const OF_ROW: &str = "coalesce(CAST(sign_in_count AS INTEGER), 1)";
const SIGN_INS: &str = "coalesce(sum(coalesce(CAST(sign_in_count AS INTEGER), 1)), 0)";

/// The first of twelve days, and the zone in which something happens to the calendar in them.
const CALENDARS: [(&str, &str); 5] = [
    ("2026-10-01", "UTC"),
    // Clocks go back on the 25th.
    ("2026-10-18", "Europe/Vienna"),
    // Clocks go back at one on the first of November, to midnight.
    ("2026-10-24", "America/Havana"),
    // Clocks go forward on the 8th of March.
    ("2026-03-01", "America/New_York"),
    // The year ends in the middle of a week.
    ("2026-12-24", "Asia/Tokyo"),
];

const FILTERS: [&str; 6] =
    ["", "status:failure", "user:anna* -app:teams", "client:legacy", "policy:block policy_result:failure", "last:5d"];

proptest! {
    #![proptest_config(Config { cases: 4, failure_persistence: None, ..Config::default() })]

    #[test]
    fn figures_of_random_sign_ins_are_those_of_sql(
        reports in CALENDARS.map(|(first, _)| random::report_from(first.parse().expect("a day"))),
        of_utc in random::filter(),
        filter in prop::sample::select(FILTERS.to_vec()),
        days in 1_u16..9,
        every in prop::sample::select(vec![Every::Hours(1), Every::Day, Every::Week]),
        users: bool,
    ) {
        for (report, (_, zone)) in reports.iter().zip(CALENDARS) {
            let folder = tempfile::tempdir().expect("a temporary folder");
            let file = folder.path().join("signins.json");
            std::fs::write(&file, report).expect("it is written");
            let (_folder, path, columns) = imported::imported(&[file]);
            let case = Case {
                zone,
                week_start: if users { Weekday::Sun } else { Weekday::Mon },
                // Days in random filters are those of UTC.
                filter: if zone == "UTC" { of_utc.clone() } else { filter.to_owned() },
                period: if days == 8 { Period::All } else { Period::Days(days) },
                every,
                logs: if users { Logs::ALL } else { Logs::USERS },
                counts: if users { Counts::Users } else { Counts::SignIns },
            };
            assert_case(&path, &columns, &case);
        }
    }
}
