//! `count`, `series`, `usage`: sign-ins, counted.

use clap::Args;

use super::output::{self, Format, column, moment_cell, moment_column, value_cell};
use super::{Failure, Selection, Shared, in_force, parse_count, parse_field, parse_log, parse_query};
use crate::app::export::cell;
use crate::clock::Every;
use crate::export::table::{Cell, Column};
use crate::fields::{Field, Kind, Log, Logs};
use crate::insights::usage::{Choice, Period, Usage, UsageMeasure, UsageOptions, application_usage};
use crate::query::{self, Fold, GroupKey, GroupSort, Measure, Query, Scope, SeriesOptions};

/// What to count.
#[derive(Debug, Args)]
pub(super) struct CountArgs {
    #[command(flatten)]
    pub(super) selection: Selection,
    /// The field, or several separated by commas for every combination
    #[arg(long, value_name = "KEYS", required = true, value_delimiter = ',', value_parser = parse_field)]
    by: Vec<Field>,
    /// At most so many values
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = parse_count)]
    limit: Option<usize>,
}

/// Counts sign-ins per value, most first.
pub(super) fn count(args: &CountArgs, shared: &Shared) -> Result<(), Failure> {
    let columns = shared.columns()?;
    let scope = Scope::new(&columns, shared.clock());
    let rows = args.selection.rows(&scope);
    if rows.is_empty() {
        output::explain_none(shared, &columns, 0)?;
    }
    let limit = args.limit.unwrap_or(usize::MAX);
    let mut titles: Vec<_> = args.by.iter().map(|field| column(shared, *field)).collect();
    titles.push(Column::number("count", "# sign-ins"));
    // A table is read by people, who would wonder at an empty place.
    let missing = || if shared.format() == Format::Table { Cell::from("(none)") } else { Cell::Missing };
    if let [field] = args.by[..] {
        let counts = query::count_values(&columns, &rows, field);
        let cells = counts.into_iter().take(limit).map(|count| {
            // A list's items are single texts here.
            let value = match count.value {
                None => missing(),
                Some(text) if field.kind() == Kind::List => Cell::from(text),
                Some(text) => value_cell(shared, field, &text),
            };
            vec![value, Cell::from(count.count)]
        });
        return output::table(shared, titles, cells);
    }
    let mut groups = query::group(&scope, &rows, &Fold::By(args.by.clone()), None);
    query::sort_groups(&scope, &mut groups, &[GroupSort { key: GroupKey::Count, descending: true }]);
    let cells = groups.iter().take(limit).map(|group| {
        let spelling = shared.format().spelling();
        let value = |field: &Field| match cell(&columns, *field, group.representative(), spelling) {
            Cell::Missing => missing(),
            value => value,
        };
        let mut row: Vec<Cell<'_>> = args.by.iter().map(value).collect();
        row.push(Cell::from(group.count()));
        row
    });
    output::table(shared, titles, cells)
}

/// What to count over time.
#[derive(Debug, Args)]
pub(super) struct SeriesArgs {
    #[command(flatten)]
    pub(super) selection: Selection,
    /// A line per value of this field; one line of all sign-ins if not given
    #[arg(long, value_name = "KEY", value_parser = parse_field)]
    by: Option<Field>,
    /// Length of a step: hour, day or week
    #[arg(long, value_name = "hour|day|week", default_value = "day", value_parser = parse_every)]
    every: Every,
    /// At most so many lines, largest first
    #[arg(long, value_name = "N", default_value_t = 10, allow_negative_numbers = true, value_parser = parse_count)]
    top: usize,
    /// Count different values of this field instead of sign-ins, such as user
    #[arg(long, value_name = "KEY", value_parser = parse_field)]
    distinct: Option<Field>,
}

/// Writes a row per step and line.
pub(super) fn series(args: &SeriesArgs, shared: &Shared) -> Result<(), Failure> {
    let columns = shared.columns()?;
    let scope = Scope::new(&columns, shared.clock());
    let rows = args.selection.rows(&scope);
    if rows.is_empty() {
        output::explain_none(shared, &columns, 0)?;
    }
    let measure = args.distinct.map_or(Measure::SignIns, Measure::Distinct);
    let options = SeriesOptions { by: args.by, every: args.every, top: args.top, measure };
    let series = query::series(&scope, &rows, options);
    let mut titles = vec![moment_column(shared, "time", "From")];
    titles.extend(args.by.map(|field| column(shared, field)));
    titles.push(Column::number("count", "Count"));
    let cells = series.lines.iter().flat_map(|line| {
        let scope = &scope;
        series.edges.iter().zip(&line.counts).map(move |(edge, count)| {
            let mut row = vec![moment_cell(shared, scope, *edge)];
            if let Some(field) = args.by {
                row.push(line.value.as_ref().map_or(Cell::Missing, |text| value_cell(shared, field, text)));
            }
            row.push(Cell::Integer(*count as i64));
            row
        })
    });
    output::table(shared, titles, cells)
}

/// Which applications, over which time.
#[derive(Debug, Args)]
pub(super) struct UsageArgs {
    /// The log; interactive sign-ins if not given
    #[arg(long, value_name = "LOG", value_parser = parse_log)]
    log: Option<Log>,
    /// Only sign-ins that match this filter
    #[arg(long = "where", allow_hyphen_values = true, value_name = "QUERY", value_parser = parse_query, default_value = "", hide_default_value = true)]
    pub(super) query: Query,
    /// So many of the most used applications
    #[arg(long, value_name = "N", default_value_t = 3, allow_negative_numbers = true, value_parser = parse_count)]
    top: usize,
    /// This application alone
    #[arg(long, value_name = "NAME", conflicts_with = "top")]
    pub(super) app: Option<String>,
    /// Length of a step: day or week
    #[arg(long, value_name = "day|week", default_value = "day", value_parser = parse_every)]
    every: Every,
    /// Days that end at the newest sign-in; all that there is if 0
    #[arg(long, value_name = "N", default_value_t = 30)]
    days: u16,
    /// Draw different users instead of sign-ins
    #[arg(long)]
    users: bool,
}

impl UsageArgs {
    fn log(&self) -> Log {
        self.log.unwrap_or(Log::Interactive)
    }

    /// The report these arguments ask for.
    pub(super) fn report(&self, scope: &Scope<'_>) -> Usage {
        let options = UsageOptions {
            period: if self.days == 0 { Period::All } else { Period::Days(self.days) },
            every: self.every,
            measure: if self.users { UsageMeasure::Users } else { UsageMeasure::SignIns },
            logs: Logs::from(self.log()),
            choice: self.app.clone().map_or(Choice::Top(self.top), Choice::One),
        };
        let rows = query::select(scope, options.logs, &in_force(Some(self.log()), &self.query));
        application_usage(scope, &rows, &options)
    }
}

/// Writes a row per step and application.
pub(super) fn usage(args: &UsageArgs, shared: &Shared) -> Result<(), Failure> {
    let columns = shared.columns()?;
    let scope = Scope::new(&columns, shared.clock());
    let usage = args.report(&scope);
    if usage.apps.is_empty() {
        output::explain_none(shared, &columns, 0)?;
    }
    let titles = vec![
        moment_column(shared, "time", "From"),
        column(shared, Field::App),
        Column::number("count", "# sign-ins"),
        Column::number("users", "Users"),
    ];
    let cells = usage.apps.iter().flat_map(|app| {
        let scope = &scope;
        usage.edges.iter().zip(&app.points).map(move |(edge, point)| {
            vec![
                moment_cell(shared, scope, *edge),
                Cell::from(app.title.clone()),
                Cell::from(point.sign_ins),
                Cell::from(point.users),
            ]
        })
    });
    output::table(shared, titles, cells)
}

pub(super) fn parse_every(text: &str) -> Result<Every, String> {
    Every::from_key(text)
        .filter(|every| matches!(every, Every::Hours(1) | Every::Day | Every::Week))
        .ok_or_else(|| "expected hour, day or week".to_owned())
}
