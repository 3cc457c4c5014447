//! `count`, `series`, `usage`: sign-ins, counted.

use std::cmp::Reverse;
use std::collections::HashSet;

use clap::Args;

use super::output::{self, Format, column, moment_cell, moment_column, value_cell};
use super::{Asked, Failure, Selection, Shared, parse_count, parse_field, parse_log, parse_query};
use crate::app::export::cell;
use crate::clock::Every;
use crate::export::table::{Cell, Column};
use crate::fields::{Field, Kind, Log, Logs, lower};
use crate::insights::{self, Ask, By, Counts, Heading, Line, Lines, MOST_LINES, Period, Value, graph, table};
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
    let asked = args.selection.asked(&args.by)?;
    let rows = asked.rows(&scope);
    if rows.is_empty() {
        output::explain_none(shared, &columns, asked.logs, 0)?;
    }
    let limit = args.limit.unwrap_or(usize::MAX);
    let mut titles: Vec<_> = args.by.iter().map(|field| column(shared, *field)).collect();
    titles.push(Column::number("count", asked.logs.noun().count_title()));
    // A table is read by people, who would wonder at an empty place.
    let missing = || if shared.format() == Format::Table { Cell::from("(none)") } else { Cell::Missing };
    if let [field] = args.by[..] {
        let counts = query::count_values(&columns, &rows, field);
        let cells = counts.into_iter().take(limit).map(|count| {
            // A list's items are single texts here.
            let value = match count.value {
                None => missing(),
                Some(text) if field.kind() == Kind::List => Cell::from(text),
                Some(text) => output::shown(shared, &scope, value_cell(shared, field, &text)),
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
            value => output::shown(shared, &scope, value),
        };
        let mut row: Vec<Cell<'_>> = args.by.iter().map(value).collect();
        row.push(Cell::from(group.count(&columns)));
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
    let fields: Vec<Field> = args.by.into_iter().chain(args.distinct).collect();
    let asked = args.selection.asked(&fields)?;
    let rows = asked.rows(&scope);
    if rows.is_empty() {
        output::explain_none(shared, &columns, asked.logs, 0)?;
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
    #[arg(long, value_name = "LOG", value_parser = parse_log, help = usage_log_help())]
    log: Option<Log>,
    /// Only records that match this filter
    #[arg(long = "where", allow_hyphen_values = true, value_name = "QUERY", value_parser = parse_query, default_value = "", hide_default_value = true)]
    pub(super) query: Query,
    /// So many of the most used applications
    #[arg(long, value_name = "N", default_value_t = 3, allow_negative_numbers = true, value_parser = parse_count)]
    top: usize,
    /// This application alone, by its name or its identifier
    #[arg(long, value_name = "NAME", conflicts_with = "top")]
    pub(super) app: Option<String>,
    /// Length of a step: hour, day or week
    #[arg(long, value_name = "hour|day|week", default_value = "day", value_parser = parse_every)]
    every: Every,
    /// Days that end at the newest sign-in; all that there is if 0
    #[arg(long, value_name = "N", default_value_t = 30)]
    days: u16,
    /// The applications with the most users instead of the most sign-ins
    #[arg(long)]
    users: bool,
}

/// What `--log` of `usage` says of itself.
fn usage_log_help() -> String {
    format!("The log: {}; interactive sign-ins if not given", Log::ALL.map(Log::key).join(", "))
}

impl UsageArgs {
    fn ask<'a>(&self, scope: &Scope<'a>) -> Result<Ask<'a>, Failure> {
        let logs = Logs::from(self.log.unwrap_or(Log::Interactive));
        let asked = Asked::within(logs, &self.query)?;
        let period = if self.days == 0 { Period::All } else { Period::Days(self.days) };
        let ask = Ask::new(scope, &asked.filter, period, self.every, logs);
        Ok(match &self.app {
            Some(app) => ask.only(&Query::default().set_values(Field::App, std::slice::from_ref(app))),
            None => ask,
        })
    }

    /// The applications that are listed.
    ///
    /// # Errors
    /// More than can be listed at once.
    fn lines(&self, ask: &Ask<'_>) -> Result<Lines, Failure> {
        if self.app.is_some() {
            return Ok(Lines::Top(MOST_LINES));
        }
        if self.top > MOST_LINES {
            return Err(Failure::call(format!(
                "--top {}: at most {MOST_LINES} applications can be listed over time; \
                 `signin-lens report applications` lists all of them",
                self.top
            )));
        }
        if !self.users {
            return Ok(Lines::Top(self.top));
        }
        let heading = Heading { key: "names", title: "Names", of: "Name" };
        let mut rows = table(ask, heading, By::Applications, vec![insights::Measure::users()]).rows;
        // Applications with equally many users stay in the order of their sign-ins.
        rows.sort_by_key(|row| match row.values.first() {
            Some(Value::Count(users)) => Reverse(*users),
            _ => Reverse(0),
        });
        // Of several with one name, lines are chosen by name, so that one stands for all of them.
        let mut known = HashSet::new();
        let names = rows.into_iter().map(|row| row.title).filter(|title| known.insert(lower(title)));
        Ok(Lines::Chosen(names.take(self.top.max(1)).collect()))
    }
}

/// Writes a row per step and application.
pub(super) fn usage(args: &UsageArgs, shared: &Shared) -> Result<(), Failure> {
    let columns = shared.columns()?;
    let scope = Scope::new(&columns, shared.clock());
    let ask = args.ask(&scope)?;
    let lines = args.lines(&ask)?;
    let of = |counts| graph(&ask, "usage", "Application usage", By::Applications, &lines, counts);
    let (sign_ins, users) = (of(Counts::SignIns), of(Counts::Users));
    // Both have the same lines in the same order.
    let lines: Vec<(&Line, &Line)> = sign_ins.lines.iter().zip(&users.lines).collect();
    if lines.is_empty() {
        output::explain_none(shared, &columns, ask.logs(), 0)?;
    }
    let titles = vec![
        moment_column(shared, "time", "From"),
        Column::new("step", "Step"),
        column(shared, Field::App),
        Column::number("count", ask.logs().noun().count_title()),
        Column::number("users", "Users"),
    ];
    let (scope, graph) = (&scope, &sign_ins);
    let cells = lines.into_iter().flat_map(|(sign_ins, users)| {
        let steps = graph.edges.iter().zip(sign_ins.values.iter().zip(&users.values)).enumerate();
        steps.map(move |(step, (edge, (count, users)))| {
            vec![
                moment_cell(shared, scope, *edge),
                Cell::from(graph.step_name(step)),
                Cell::from(sign_ins.title.clone()),
                Cell::from(*count),
                Cell::from(*users),
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
