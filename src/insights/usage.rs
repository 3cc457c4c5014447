//! Application usage: how the use of each application develops.

use std::collections::HashSet;

use foldhash::fast::FixedState;

use crate::clock::{Clock, Every, Millis};
use crate::columns::{Columns, RowId};
use crate::fields::{Field, Log, Logs, ZERO_ID};
use crate::query::{Query, Scope, buckets};

use super::named::{APPLICATIONS, Named, NamedThings};

/// Over which time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// So many days that end with the day of the newest sign-in.
    Days(u16),
    /// All that is loaded.
    All,
}

impl Period {
    /// The periods the window offers.
    pub const OFFERED: [Self; 4] = [Self::Days(7), Self::Days(30), Self::Days(90), Self::All];

    /// What the window calls it.
    #[must_use]
    pub fn title(self) -> String {
        match self {
            Self::Days(days) => format!("Last {days} days"),
            Self::All => "All".to_owned(),
        }
    }
}

/// What the lines count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UsageMeasure {
    /// Sign-ins.
    SignIns,
    /// Different users.
    Users,
}

/// Which applications have a line.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    /// The most used ones.
    Top(usize),
    /// The one with this title.
    One(String),
}

/// What the report is asked.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct UsageOptions {
    /// Over which time.
    pub period: Period,
    /// Per day or per week.
    pub every: Every,
    /// What the lines count.
    pub measure: UsageMeasure,
    /// Sign-ins of which logs.
    pub logs: Logs,
    /// Which applications.
    pub choice: Choice,
}

impl UsageOptions {
    /// The most applications that can have a line.
    pub const MOST_LINES: usize = 10;
}

impl Default for UsageOptions {
    /// What the admin center shows: the top three applications over 30 days, interactive sign-ins per day.
    fn default() -> Self {
        Self {
            period: Period::Days(30),
            every: Every::Day,
            measure: UsageMeasure::SignIns,
            logs: Logs::of(&[Log::Interactive]),
            choice: Choice::Top(3),
        }
    }
}

/// Counts of some sign-ins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// All of them.
    pub sign_ins: u64,
    /// Different users.
    pub users: u64,
    /// Those that succeeded.
    pub success: u64,
    /// Those that failed.
    pub failure: u64,
    /// Those that were interrupted to ask the user for something; they are no failures.
    pub interrupted: u64,
    /// All of them, log by log.
    pub by_log: ByLog,
}

/// Sign-ins log by log: a list shows those of one log only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ByLog([u64; Log::ALL.len()]);

impl ByLog {
    fn count(&mut self, log: Log) {
        self.0[log as usize] += 1;
    }

    /// The logs that have some, in the portal's order, with their numbers of sign-ins.
    #[must_use]
    pub fn known(&self) -> Vec<(Log, u64)> {
        Log::ALL.into_iter().zip(self.0).filter(|(_, count)| *count > 0).collect()
    }
}

impl Totals {
    /// Share of successes among those that succeeded or failed, from 0 to 1; `None` if there are none.
    #[must_use]
    pub fn success_rate(&self) -> Option<f64> {
        let decided = self.success + self.failure;
        (decided > 0).then(|| self.success as f64 / decided as f64)
    }
}

/// One application's part of a stretch of time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Point {
    /// Its sign-ins.
    pub sign_ins: u64,
    /// Different users among them.
    pub users: u64,
    /// Its sign-ins, log by log.
    pub by_log: ByLog,
}

impl Point {
    /// The figure that is drawn.
    #[must_use]
    pub fn measured(&self, measure: UsageMeasure) -> u64 {
        match measure {
            UsageMeasure::SignIns => self.sign_ins,
            UsageMeasure::Users => self.users,
        }
    }
}

/// One application's use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppUsage {
    /// Its name, or its identifier if no record tells the name.
    pub title: String,
    /// The filter that finds its sign-ins.
    pub filter: Query,
    /// Figures of the whole period.
    pub totals: Totals,
    /// Figures of each stretch of time.
    pub points: Vec<Point>,
}

/// The report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    /// What was asked, but that the stretch of time is a coarser one where the one asked for would make more
    /// than anyone could look at.
    pub options: UsageOptions,
    /// Where the stretches of time begin, without gaps, and where the last one ends.
    pub edges: Vec<Millis>,
    /// The newest sign-in that is loaded: the stretch that holds it may go on, so its figures are not final.
    pub newest: Millis,
    /// The applications chosen, most used first.
    pub apps: Vec<AppUsage>,
    /// Every application of the period with its sign-ins, most used first: what can be chosen.
    pub offered: Vec<(String, u64)>,
    /// Figures over all applications of the period.
    pub totals: Totals,
    /// The sign-ins of all applications in each stretch of time.
    pub by_log: Vec<ByLog>,
}

impl Usage {
    /// First moment of the period and the moment after it.
    #[must_use]
    pub fn range(&self) -> Option<(Millis, Millis)> {
        Some((*self.edges.first()?, *self.edges.last()?))
    }

    /// First moment of a stretch of time and the moment after it.
    #[must_use]
    pub fn bucket(&self, number: usize) -> Option<(Millis, Millis)> {
        Some((*self.edges.get(number)?, *self.edges.get(number + 1)?))
    }

    /// The filter that lists exactly the sign-ins of a figure: those of `base`, of an application if one
    /// is given, within a range of time, named by days of the clock where it is made of days. Whatever `base` asks of applications and times stays in force.
    #[must_use]
    pub fn drill(base: &Query, app: Option<&AppUsage>, range: (Millis, Millis), clock: Clock) -> Query {
        let in_range = base.and(&Query::default().set_period(range.0, range.1, clock));
        app.map_or_else(|| in_range.clone(), |app| in_range.and(&app.filter))
    }
}

/// How a user is told apart: by the object ID if it identifies anyone, else the username, else the display name.
fn user_key(columns: &Columns, row: RowId, zero_id: u32) -> Option<(Field, u32)> {
    [Field::UserId, Field::Username, Field::User]
        .into_iter()
        .map(|field| (field, columns.text_column(field).code(row)))
        .find(|key| key.1 != 0 && *key != (Field::UserId, zero_id))
}

type FastSet<K> = HashSet<K, FixedState>;

/// Figures of an application while they are gathered.
#[derive(Default)]
struct Gathered {
    totals: Totals,
    users: FastSet<(Field, u32)>,
}

/// The use of applications by these rows, as the options ask. Rows of other logs or outside the period
/// do not count.
#[must_use]
pub fn application_usage(scope: &Scope<'_>, rows: &[RowId], options: &UsageOptions) -> Usage {
    let columns = scope.columns;
    let mut rows: Vec<RowId> = rows.iter().copied().filter(|row| options.logs.contains(columns.log(*row))).collect();
    let (every, edges) = edges(scope, &rows, options);
    let (from, to) = match (edges.first(), edges.last()) {
        (Some(from), Some(to)) => (*from, *to),
        _ => (Millis(0), Millis(0)),
    };
    rows.retain(|row| (from..to).contains(&columns.time(*row)));
    let statuses = &columns.text_column(Field::Status).dictionary;
    let [success, failure, interrupted] = ["success", "failure", "interrupted"].map(|word| statuses.code_of(word));
    let zero_id = columns.text_column(Field::UserId).dictionary.code_of(ZERO_ID);
    let applications = NamedThings::of(columns, &rows, &APPLICATIONS);
    let mut by_app: Vec<Gathered> = applications.known.iter().map(|_| Gathered::default()).collect();
    let mut all = Gathered::default();
    for row in &rows {
        let status = columns.text_column(Field::Status).code(*row);
        for gathered in [&mut by_app[applications.of_row(columns, *row)], &mut all] {
            gathered.totals.sign_ins += 1;
            gathered.totals.by_log.count(columns.log(*row));
            match status {
                0 => {}
                code if code == success => gathered.totals.success += 1,
                code if code == failure => gathered.totals.failure += 1,
                code if code == interrupted => gathered.totals.interrupted += 1,
                _ => {}
            }
            gathered.users.extend(user_key(columns, *row, zero_id));
        }
    }
    let mut ranked: Vec<(usize, &Named, Totals)> = by_app
        .into_iter()
        .zip(&applications.known)
        .enumerate()
        .filter(|(_, (gathered, _))| gathered.totals.sign_ins > 0)
        .map(|(place, (gathered, application))| {
            (place, application, Totals { users: gathered.users.len() as u64, ..gathered.totals })
        })
        .collect();
    let measured = |totals: &Totals| match options.measure {
        UsageMeasure::SignIns => totals.sign_ins,
        UsageMeasure::Users => totals.users,
    };
    ranked.sort_by(|a, b| {
        (measured(&b.2), b.2.sign_ins).cmp(&(measured(&a.2), a.2.sign_ins)).then_with(|| a.1.title.cmp(&b.1.title))
    });
    let offered = ranked.iter().map(|(_, app, totals)| (app.title.clone(), totals.sign_ins)).collect();
    match &options.choice {
        Choice::Top(count) => ranked.truncate((*count).clamp(1, UsageOptions::MOST_LINES)),
        Choice::One(wanted) => ranked.retain(|(_, app, _)| app.texts.contains_key(&wanted.to_lowercase())),
    }
    let mut line_of = vec![None; applications.known.len()];
    for (line, (place, ..)) in ranked.iter().enumerate() {
        line_of[*place] = Some(line);
    }
    let count = edges.len().saturating_sub(1);
    let mut points = vec![vec![Point::default(); count]; ranked.len()];
    let mut by_log = vec![ByLog::default(); count];
    let mut met: FastSet<(usize, usize, (Field, u32))> = FastSet::default();
    for row in &rows {
        let bucket = edges.partition_point(|edge| *edge <= columns.time(*row)).saturating_sub(1);
        let log = columns.log(*row);
        by_log[bucket].count(log);
        let Some(line) = line_of[applications.of_row(columns, *row)] else { continue };
        let point = &mut points[line][bucket];
        point.sign_ins += 1;
        point.by_log.count(log);
        if user_key(columns, *row, zero_id).is_some_and(|user| met.insert((line, bucket, user))) {
            point.users += 1;
        }
    }
    let apps = ranked
        .into_iter()
        .zip(points)
        .map(|((_, app, totals), points)| AppUsage {
            title: app.title.clone(),
            filter: app.filter.clone(),
            totals,
            points,
        })
        .collect();
    Usage {
        options: UsageOptions { every, ..options.clone() },
        newest: scope.anchor,
        edges,
        apps,
        offered,
        totals: Totals { users: all.users.len() as u64, ..all.totals },
        by_log,
    }
}

/// The stretches of the period. It ends with the day of the scope's newest sign-in, and weeks are whole at
/// its beginning, so that the first figure is no part of one.
fn edges(scope: &Scope<'_>, rows: &[RowId], options: &UsageOptions) -> (Every, Vec<Millis>) {
    let Scope { columns, clock, anchor } = scope;
    let times = || rows.iter().map(|row| columns.time(*row));
    let (first, last) = match options.period {
        Period::Days(days) => (days_before(*clock, *anchor, u64::from(days).saturating_sub(1)), *anchor),
        Period::All => match (times().min(), times().max()) {
            (Some(oldest), Some(newest)) => (oldest, newest),
            _ => return (options.every, Vec::new()),
        },
    };
    buckets(*clock, &(first..Millis(last.0.saturating_add(1))), options.every)
}

fn days_before(clock: Clock, at: Millis, days: u64) -> Millis {
    let day = clock.day_of(at);
    clock.start_of_day(day.checked_sub_days(chrono::Days::new(days)).unwrap_or(day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::columns::Builder;
    use crate::query::select;
    use crate::record::{EventId, Record};
    use proptest::prelude::*;

    type SignIn = (&'static str, &'static str, &'static str, i64);

    fn columns(sign_ins: &[SignIn]) -> Columns {
        let mut builder = Builder::default();
        for (at, (app, user, status, hours)) in sign_ins.iter().enumerate() {
            let mut record = Record::new(Log::Interactive, Millis(hours * Millis::HOUR));
            record.set(Field::App, *app);
            record.set(Field::UserId, *user);
            record.set(Field::Status, *status);
            builder.push(EventId(at as i64 + 1), &record);
        }
        builder.finish()
    }

    fn usage(columns: &Columns, options: &UsageOptions) -> Usage {
        let scope = Scope::new(columns, Clock::default());
        application_usage(&scope, &columns.rows_of_all(options.logs), options)
    }

    #[test]
    fn interrupted_sign_ins_are_no_failures() {
        let columns = columns(&[
            ("Teams", "a", "success", 1),
            ("Teams", "a", "interrupted", 1),
            ("Teams", "b", "failure", 2),
            ("Teams", "b", "success", 2),
        ]);
        let usage = usage(&columns, &UsageOptions::default());
        let totals = usage.apps[0].totals;
        assert_eq!((totals.sign_ins, totals.success, totals.failure, totals.interrupted), (4, 2, 1, 1));
        assert_eq!(totals.success_rate(), Some(2.0 / 3.0));
        assert_eq!(totals.users, 2);
        assert_eq!(Totals::default().success_rate(), None);
    }

    #[test]
    fn the_period_is_thirty_days_that_end_with_the_newest_day() {
        let columns = columns(&[("Old", "a", "success", 0), ("New", "a", "success", 24 * 40 + 5)]);
        let usage = usage(&columns, &UsageOptions::default());
        assert_eq!(usage.edges.len(), 31);
        assert_eq!(usage.range(), Some((Millis(11 * Millis::DAY), Millis(41 * Millis::DAY))));
        assert_eq!(usage.apps.len(), 1, "the old sign-in is outside");
        assert_eq!(usage.apps[0].points[29], Point { sign_ins: 1, users: 1, by_log: ByLog([1, 0, 0, 0, 0]) });
    }

    #[test]
    fn weeks_are_whole_at_the_beginning() {
        let columns = columns(&[("Teams", "a", "success", 24 * 40)]);
        let options = UsageOptions { every: Every::Week, ..UsageOptions::default() };
        let usage = usage(&columns, &options);
        assert_eq!(Clock::default().floor(usage.edges[0], Every::Week), usage.edges[0]);
        assert_eq!(usage.apps[0].points.iter().map(|point| point.sign_ins).sum::<u64>(), 1);
    }

    #[test]
    fn one_application_can_be_chosen() {
        let columns =
            columns(&[("Teams", "a", "success", 1), ("Teams", "b", "success", 1), ("Wiki", "b", "success", 1)]);
        let options = UsageOptions { choice: Choice::One("Wiki".to_owned()), ..UsageOptions::default() };
        let usage = usage(&columns, &options);
        assert_eq!(usage.apps.len(), 1);
        assert_eq!(usage.apps[0].title, "Wiki");
        assert_eq!(usage.offered, [("Teams".to_owned(), 2), ("Wiki".to_owned(), 1)]);
    }

    #[test]
    fn no_sign_in_gives_an_empty_report() {
        let columns = Columns::default();
        let options = UsageOptions { period: Period::All, ..UsageOptions::default() };
        let usage = usage(&columns, &options);
        assert!(usage.apps.is_empty() && usage.edges.is_empty());
        assert_eq!(usage.range(), None);
    }

    #[test]
    fn names_that_a_filter_does_not_tell_apart_are_one_application() {
        let columns =
            columns(&[("teams", "a", "success", 1), ("Teams", "b", "success", 1), ("Teams", "a", "success", 2)]);
        let usage = usage(&columns, &UsageOptions { choice: Choice::One("TEAMS".to_owned()), ..Default::default() });
        assert_eq!(usage.offered, [("Teams".to_owned(), 3)]);
        assert_eq!(usage.apps[0].filter.to_string(), "app:Teams");
        assert_eq!(usage.apps[0].totals.users, 2);
    }

    #[test]
    fn an_identifier_of_zeros_is_no_application_and_no_user() {
        let mut builder = Builder::default();
        for (at, (app, user)) in [("", "Anna"), ("Teams", "Ben"), ("Word", "Ben")].into_iter().enumerate() {
            let mut record = Record::new(Log::Interactive, Millis(0));
            record.set(Field::AppId, ZERO_ID);
            record.set(Field::UserId, ZERO_ID);
            record.set(Field::App, app);
            record.set(Field::User, user);
            builder.push(EventId(at as i64 + 1), &record);
        }
        let usage = usage(&builder.finish(), &UsageOptions::default());
        let titles: Vec<&str> = usage.apps.iter().map(|app| app.title.as_str()).collect();
        assert_eq!(titles, ["Teams", APPLICATIONS.unknown, "Word"]);
        assert_eq!(usage.totals.users, 2);
    }

    #[test]
    fn a_stray_record_of_long_ago_makes_weeks_not_hundreds_of_thousands_of_days() {
        let hours = -62_135_596_800_000 / Millis::HOUR;
        let columns = columns(&[("Old", "a", "success", hours), ("New", "a", "success", 490_000)]);
        let usage = usage(&columns, &UsageOptions { period: Period::All, ..UsageOptions::default() });
        assert_eq!(usage.options.every, Every::Week);
        assert_eq!(usage.totals.sign_ins, 2);
        assert!(usage.edges.windows(2).all(|pair| pair[1].0 - pair[0].0 == 7 * Millis::DAY));
    }

    proptest! {
            #[test]
            fn every_figure_equals_a_recount(
                sign_ins in prop::collection::vec(
                    (
                        prop::sample::select(vec!["A", "a", "B c", "A*", "say \"hi\"", ""]),
                        prop::sample::select(vec!["u", "v", "w", ""]),
                        prop::sample::select(vec!["success", "failure", "interrupted"]),
                        0i64..24 * 60,
                    ),
                    0..60,
                ),
                top in 1usize..5,
                weekly: bool,
            ) {
                let columns = columns(&sign_ins);
                let options = UsageOptions {
                    every: if weekly { Every::Week } else { Every::Day },
                    choice: Choice::Top(top),
                    ..UsageOptions::default()
                };
                let usage = usage(&columns, &options);
                let name_of = |app: &AppUsage| if app.title == APPLICATIONS.unknown { "" } else { app.title.as_str() }.to_lowercase();
                for app in &usage.apps {
                    for (number, point) in app.points.iter().enumerate() {
                        let (from, to) = usage.bucket(number).expect("a bucket for each point");
                        let of_bucket = sign_ins.iter().filter(|(name, _, _, hours)| {
                            name.to_lowercase() == name_of(app) && (from.0..to.0).contains(&(hours * Millis::HOUR))
                        });
                        let users: HashSet<&str> =
                            of_bucket.clone().map(|(_, user, ..)| *user).filter(|user| !user.is_empty()).collect();
                        prop_assert_eq!(point.sign_ins, of_bucket.count() as u64);
                        prop_assert_eq!(point.users, users.len() as u64);
                    }
                    prop_assert_eq!(app.points.iter().map(|point| point.sign_ins).sum::<u64>(), app.totals.sign_ins);
                    prop_assert_eq!(app.totals.success + app.totals.failure + app.totals.interrupted, app.totals.sign_ins);
                }
                let all: u64 = usage.offered.iter().map(|(_, count)| count).sum();
                prop_assert_eq!(all, usage.totals.sign_ins);
                prop_assert!(usage.apps.len() <= top);
            }

            #[test]
            fn the_filter_behind_a_figure_lists_just_as_many(
                sign_ins in prop::collection::vec(
                    (
                        prop::sample::select(vec!["A", "a", "B c", "A*", "x-1", "x-2", ""]),
                        prop::sample::select(vec!["x-1", "X-1", "x-2", "a", ZERO_ID, ""]),
                        any::<bool>(),
                        0i64..24 * 40,
                    ),
                    0..40,
                ),
                base in prop::sample::select(vec![
                    "",
                    "app:A",
                    "app:A,\"B c\"",
                    "app:a* -app:a",
                    "app:A,x-1 app:?",
                    "-app:A,\"\"",
                    "app_id:x-1,\"\"",
                    "app:A OR app_id:x-2",
                    "time:1970-01-10.. app:a,x*",
                    "last:9d",
                ]),
                weekly: bool,
            ) {
                let mut builder = Builder::default();
                for (at, (app, id, interactive, hours)) in sign_ins.iter().enumerate() {
                    let log = if *interactive { Log::Interactive } else { Log::NonInteractive };
                    let mut record = Record::new(log, Millis(hours * Millis::HOUR));
                    record.set(Field::App, *app);
                    record.set(Field::AppId, *id);
                    builder.push(EventId(at as i64 + 1), &record);
                }
                let columns = builder.finish();
                let scope = Scope::new(&columns, Clock::default());
                let base: Query = base.parse().expect("a filter");
                let options = UsageOptions {
                    every: if weekly { Every::Week } else { Every::Day },
                    logs: Logs::USERS,
                    choice: Choice::Top(UsageOptions::MOST_LINES),
                    ..UsageOptions::default()
                };
                let usage = application_usage(&scope, &select(&scope, options.logs, &base), &options);
                let listed = |app, range| {
                    let query = Usage::drill(&base, app, range, Clock::default());
                    let mut by_log = ByLog::default();
                    for row in select(&scope, Logs::USERS, &query) {
     by_log.count(columns.log(row));
    }
                    by_log
                };
                let all: u64 = usage.offered.iter().map(|(_, count)| count).sum();
                prop_assert_eq!(all, usage.totals.sign_ins);
                for number in 0..usage.edges.len().saturating_sub(1) {
                    let bucket = usage.bucket(number).expect("a bucket between two edges");
                    prop_assert_eq!(listed(None, bucket), usage.by_log[number]);
                    for app in &usage.apps {
                        let point = app.points[number];
                        prop_assert_eq!(listed(Some(app), bucket), point.by_log, "{}", app.filter);
                        prop_assert_eq!(point.by_log.known().iter().map(|(_, count)| count).sum::<u64>(), point.sign_ins);
                    }
                }
                let period = usage.range().expect("a period");
                for app in &usage.apps {
                    prop_assert_eq!(listed(Some(app), period), app.totals.by_log);
                }
            }
        }
}
