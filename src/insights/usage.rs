//! Application usage: how the use of each application develops.

use std::collections::{HashMap, HashSet};

use foldhash::fast::FixedState;

use crate::clock::{Clock, Every, Millis};
use crate::columns::{Columns, RowId};
use crate::fields::{Field, Log, Logs};
use crate::query::{Query, Scope};

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
    /// The value that finds its sign-ins; `None` for sign-ins that name no application.
    pub filter: Option<(Field, String)>,
    /// Figures of the whole period.
    pub totals: Totals,
    /// Figures of each stretch of time.
    pub points: Vec<Point>,
}

/// The report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    /// What was asked.
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
    /// is given, within a range of time.
    #[must_use]
    pub fn drill(base: &Query, app: Option<&AppUsage>, range: (Millis, Millis)) -> Query {
        let (from, to) = (Some(range.0), Some(range.1));
        // A time that the filter names already stays in force beside the figure's own.
        let query = if base.time_range().is_some() {
            base.and(&Query::default().set_time_range(from, to))
        } else {
            base.set_time_range(from, to)
        };
        match app.map(|app| app.filter.as_ref()) {
            None => query,
            // Beside what the filter asks of applications already, not instead of it.
            Some(Some((field, value))) => query.and(&Query::default().include(*field, value)),
            Some(None) => {
                query.and(&format!("-has:{} -has:{}", Field::App.key(), Field::AppId.key()).parse().unwrap_or_default())
            }
        }
    }
}

/// How an application is told apart: by its name, by its identifier where it has no name, or not at all.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum AppKey {
    Name(u32),
    Id(u32),
    Unknown,
}

/// Tells applications apart as the filter does: names that differ only in case are one.
struct AppKeys<'a> {
    columns: &'a Columns,
    /// By code of a name, the first code of a name that reads the same.
    same_name: Vec<u32>,
}

impl<'a> AppKeys<'a> {
    fn new(columns: &'a Columns) -> Self {
        let names = &columns.text_column(Field::App).dictionary;
        let mut first: FastMap<&str, u32> = FastMap::default();
        let same_name = (0..=names.len() as u32).map(|code| *first.entry(names.lower(code)).or_insert(code)).collect();
        Self { columns, same_name }
    }

    fn of(&self, row: RowId) -> AppKey {
        let code = |field| self.columns.text_column(field).code(row);
        match (code(Field::App), code(Field::AppId)) {
            (0, 0) => AppKey::Unknown,
            (0, id) => AppKey::Id(id),
            (name, _) => AppKey::Name(self.same_name[name as usize]),
        }
    }
}

impl AppKey {
    fn filter(self, columns: &Columns) -> Option<(Field, String)> {
        let (field, code) = match self {
            Self::Name(code) => (Field::App, code),
            Self::Id(code) => (Field::AppId, code),
            Self::Unknown => return None,
        };
        columns.text_column(field).dictionary.text(code).map(|text| (field, text.to_owned()))
    }
}

/// How a user is told apart: by the object ID, else the username, else the display name.
fn user_key(columns: &Columns, row: RowId) -> Option<(Field, u32)> {
    [Field::UserId, Field::Username, Field::User]
        .into_iter()
        .map(|field| (field, columns.text_column(field).code(row)))
        .find(|(_, code)| *code != 0)
}

type FastMap<K, V> = HashMap<K, V, FixedState>;
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
    let rows: Vec<RowId> = rows.iter().copied().filter(|row| options.logs.contains(columns.log(*row))).collect();
    let edges = edges(scope, &rows, options);
    let (from, to) = match (edges.first(), edges.last()) {
        (Some(from), Some(to)) => (*from, *to),
        _ => (Millis(0), Millis(0)),
    };
    let statuses = &columns.text_column(Field::Status).dictionary;
    let [success, failure, interrupted] = ["success", "failure", "interrupted"].map(|word| statuses.code_of(word));
    let keys = AppKeys::new(columns);
    let mut by_app: FastMap<AppKey, Gathered> = FastMap::default();
    let mut all = Gathered::default();
    let in_period = |row: &&RowId| (from..to).contains(&columns.time(**row));
    for row in rows.iter().filter(in_period) {
        let status = columns.text_column(Field::Status).code(*row);
        for gathered in [by_app.entry(keys.of(*row)).or_default(), &mut all] {
            gathered.totals.sign_ins += 1;
            match status {
                0 => {}
                code if code == success => gathered.totals.success += 1,
                code if code == failure => gathered.totals.failure += 1,
                code if code == interrupted => gathered.totals.interrupted += 1,
                _ => {}
            }
            gathered.users.extend(user_key(columns, *row));
        }
    }
    let mut ranked: Vec<(AppKey, String, Totals)> = by_app
        .into_iter()
        .map(|(key, gathered)| {
            let title = key.filter(columns).map_or_else(|| UNKNOWN.to_owned(), |(_, text)| text);
            (key, title, Totals { users: gathered.users.len() as u64, ..gathered.totals })
        })
        .collect();
    let measured = |totals: &Totals| match options.measure {
        UsageMeasure::SignIns => totals.sign_ins,
        UsageMeasure::Users => totals.users,
    };
    ranked.sort_by(|a, b| {
        (measured(&b.2), b.2.sign_ins).cmp(&(measured(&a.2), a.2.sign_ins)).then_with(|| a.1.cmp(&b.1))
    });
    let offered = ranked.iter().map(|(_, title, totals)| (title.clone(), totals.sign_ins)).collect();
    match &options.choice {
        Choice::Top(count) => ranked.truncate((*count).clamp(1, UsageOptions::MOST_LINES)),
        Choice::One(wanted) => ranked.retain(|(_, title, _)| title == wanted),
    }
    let chosen: FastMap<AppKey, usize> = ranked.iter().enumerate().map(|(line, (key, ..))| (*key, line)).collect();
    let buckets = edges.len().saturating_sub(1);
    let mut points = vec![vec![Point::default(); buckets]; ranked.len()];
    let mut met: FastSet<(usize, usize, (Field, u32))> = FastSet::default();
    for row in rows.iter().filter(in_period) {
        let Some(line) = chosen.get(&keys.of(*row)).copied() else { continue };
        let bucket = edges.partition_point(|edge| *edge <= columns.time(*row)).saturating_sub(1);
        let Some(point) = points.get_mut(line).and_then(|line| line.get_mut(bucket)) else { continue };
        point.sign_ins += 1;
        if user_key(columns, *row).is_some_and(|user| met.insert((line, bucket, user))) {
            point.users += 1;
        }
    }
    let apps = ranked
        .into_iter()
        .zip(points)
        .map(|((key, title, totals), points)| AppUsage { title, filter: key.filter(columns), totals, points })
        .collect();
    Usage {
        options: options.clone(),
        newest: scope.anchor,
        edges,
        apps,
        offered,
        totals: Totals { users: all.users.len() as u64, ..all.totals },
    }
}

/// The title of sign-ins that name no application.
const UNKNOWN: &str = "Unknown application";

/// The stretches of the period. It ends with the day of the scope's newest sign-in, and weeks are whole at
/// its beginning, so that the first figure is no part of one.
/// A hundred years.
const MOST_DAYS: i64 = 36_525;

fn edges(scope: &Scope<'_>, rows: &[RowId], options: &UsageOptions) -> Vec<Millis> {
    let Scope { columns, clock, anchor } = scope;
    let newest = rows.iter().map(|row| columns.time(*row)).max();
    let (first, last) = match options.period {
        Period::Days(days) => (days_before(*clock, *anchor, u64::from(days).saturating_sub(1)), *anchor),
        Period::All => match (rows.iter().map(|row| columns.time(*row)).min(), newest) {
            (Some(oldest), Some(newest)) => (oldest, newest),
            _ => return Vec::new(),
        },
    };
    // A stray record of the year 1 must not make a million days.
    let first = first.max(Millis(last.0.saturating_sub(MOST_DAYS * Millis::DAY)));
    let mut edges = vec![clock.floor(first, options.every)];
    while let Some(edge) = edges.last().copied().filter(|edge| *edge <= last) {
        edges.push(clock.next(edge, options.every));
    }
    edges
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
        assert_eq!(usage.apps[0].points[29], Point { sign_ins: 1, users: 1 });
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

    proptest! {
        #[test]
        fn every_figure_equals_a_recount(
            sign_ins in prop::collection::vec(
                (
                    prop::sample::select(vec!["A", "B c", "A*", "say \"hi\"", ""]),
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
            let named = |app: &AppUsage| app.filter.as_ref().map_or("", |(_, name)| name.as_str()).to_owned();
            for app in &usage.apps {
                for (number, point) in app.points.iter().enumerate() {
                    let (from, to) = usage.bucket(number).expect("a bucket for each point");
                    let of_bucket = sign_ins.iter().filter(|(name, _, _, hours)| {
                        *name == named(app) && (from.0..to.0).contains(&(hours * Millis::HOUR))
                    });
                    let users: HashSet<&str> =
                        of_bucket.clone().map(|(_, user, ..)| *user).filter(|user| !user.is_empty()).collect();
                    prop_assert_eq!(point.sign_ins, of_bucket.count() as u64);
                    prop_assert_eq!(point.users, users.len() as u64);
                    // The filter behind the figure lists just as many, also under a filter with a time.
                    let scope = Scope::new(&columns, Clock::default());
                    let drill = |base: &Query| Usage::drill(base, Some(app), (from, to));
                    let listed = |query: &Query| select(&scope, options.logs, query).len() as u64;
                    prop_assert_eq!(listed(&drill(&Query::default())), point.sign_ins);
                    let all_time = Query::default().set_time_range(Some(Millis(0)), None);
                    prop_assert_eq!(listed(&drill(&all_time)), point.sign_ins);
                    if matches!(app.filter, Some((Field::App, _))) {
                        let several = Query::default().include(Field::App, "Other").include(Field::App, &app.title);
                        prop_assert_eq!(listed(&drill(&several)), point.sign_ins);
                    }
                }
                prop_assert_eq!(app.points.iter().map(|point| point.sign_ins).sum::<u64>(), app.totals.sign_ins);
                prop_assert_eq!(app.totals.success + app.totals.failure + app.totals.interrupted, app.totals.sign_ins);
            }
            let all: u64 = usage.offered.iter().map(|(_, count)| count).sum();
            prop_assert_eq!(all, usage.totals.sign_ins);
            prop_assert!(usage.apps.len() <= top);
        }
    }
}
