//! `list`, `groups`, `count`, `series`, `usage`: sign-ins, one by one and counted.

use clap::Args;

use super::output::{self, Format, column, moment_cell, moment_column, value_cell};
use super::{Failure, Selection, Shared, originals, parse_count, parse_field, parse_log, parse_query};
use crate::app::export::{About, all_fields, cell, log_of_rows, log_title, sources_of};
use crate::clock::Every;
use crate::columns::{Columns, RowId};
use crate::export::file::ExportProgress;
use crate::export::table::{Cell, Column};
use crate::fields::{Field, Kind, Log, Logs, default_columns};
use crate::insights::usage::{Choice, Period, Usage, UsageMeasure, UsageOptions, application_usage};
use crate::query::{self, Fold, GroupKey, GroupSort, Measure, Query, Scope, Shared as SharedValue, SortKey};

/// Which sign-ins, and what of them.
#[derive(Debug, Args)]
pub(super) struct ListArgs {
    #[command(flatten)]
    selection: Selection,
    /// Fields to write, separated by commas; `all` is every field, lists within it included. Without it the log's
    /// usual columns in a table, every plain field otherwise
    #[arg(long, value_name = "KEYS|all", value_delimiter = ',', value_parser = parse_listed)]
    columns: Vec<Listed>,
    /// Sort by these fields, separated by commas; `:desc` behind a key reverses it
    #[arg(long, value_name = "KEY[:desc]", value_delimiter = ',')]
    sort: Vec<SortKey>,
    /// At most so many
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = parse_count)]
    limit: Option<usize>,
    /// Leave out so many first
    #[arg(long, value_name = "N", default_value_t = 0, allow_negative_numbers = true, value_parser = parse_count)]
    offset: usize,
    /// Write the records as they were imported: JSON in an array, CSV under its header, both in a zip (-o FILE.zip)
    #[arg(long, conflicts_with_all = ["columns", "given_format"])]
    originals: bool,
}

/// A part of `--columns`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Listed {
    All,
    Field(Field),
}

fn parse_listed(text: &str) -> Result<Listed, String> {
    if text == "all" { Ok(Listed::All) } else { parse_field(text).map(Listed::Field) }
}

/// Lists sign-ins, newest first unless sorted.
pub(super) fn list(args: &ListArgs, shared: &Shared) -> Result<(), Failure> {
    let columns = shared.columns()?;
    let scope = Scope::new(&columns, shared.clock());
    let mut rows = args.selection.rows(&scope);
    let newest_first = [SortKey { field: Field::Time, descending: true }];
    query::sort(&scope, &mut rows, if args.sort.is_empty() { &newest_first } else { &args.sort });
    let rows: Vec<RowId> = rows.into_iter().skip(args.offset).take(args.limit.unwrap_or(usize::MAX)).collect();
    if args.originals {
        return originals::write(shared, &columns, &rows);
    }
    let fields = listed_fields(args, shared.format());
    let spelling = shared.format().spelling();
    let cells = rows.iter().map(|row| {
        fields
            .iter()
            .map(|field| match field {
                Field::Time => moment_cell(shared, &scope, columns.time(*row)),
                field => cell(&columns, *field, *row, spelling),
            })
            .collect()
    });
    let titles = fields.iter().map(|field| column(shared, *field)).collect();
    output::table_about(shared, titles, cells, || {
        let mut about = args.selection.about(shared);
        if !args.sort.is_empty() {
            let direction = |key: &SortKey| if key.descending { "descending" } else { "ascending" };
            let keys = args.sort.iter().map(|key| format!("{}, {}", key.field.title(), direction(key)));
            about.sort = keys.collect::<Vec<_>>().join("; ");
        }
        with_sources(about, shared, &columns, &rows)
    })
}

/// What an export is of, with the sources of its sign-ins.
fn with_sources(about: About, shared: &Shared, columns: &Columns, rows: &[RowId]) -> Result<About, Failure> {
    let log_of = log_of_rows(columns, rows.iter().copied());
    let sources = sources_of(&shared.open_cache()?, &log_of, &ExportProgress::default()).map_err(Failure::input)?;
    Ok(About { sources, ..about })
}

fn about_log(log: Option<Log>) -> String {
    log.map_or_else(|| "Every log".to_owned(), log_title)
}

impl Selection {
    fn about(&self, shared: &Shared) -> About {
        About::of(&about_log(self.log), &self.query.to_string(), shared.clock())
    }
}

fn listed_fields(args: &ListArgs, format: Format) -> Vec<Field> {
    if !args.columns.is_empty() {
        let mut fields: Vec<Field> = Vec::new();
        for listed in &args.columns {
            match listed {
                Listed::Field(field) => fields.push(*field),
                Listed::All => fields.extend(match args.selection.log {
                    Some(log) => all_fields(log),
                    None => Field::ALL.into_iter().filter(|field| field.spec().is_listed()).collect(),
                }),
            }
        }
        return fields;
    }
    match (format, args.selection.log) {
        (Format::Table, Some(log)) => default_columns(log).to_vec(),
        (Format::Table, None) => vec![
            Field::Time,
            Field::Log,
            Field::User,
            Field::ServicePrincipal,
            Field::App,
            Field::Status,
            Field::ErrorCode,
            Field::Ip,
            Field::Location,
        ],
        (Format::Csv | Format::Json | Format::Xlsx, log) => {
            let nested = |kind| matches!(kind, Kind::Steps | Kind::Policies);
            let logs = log.map_or(Logs::ALL, Logs::from);
            Field::ALL
                .into_iter()
                .filter(|field| !nested(field.kind()) && field.spec().is_listed())
                .filter(|field| logs.iter().any(|log| field.spec().logs.contains(log)))
                .collect()
        }
    }
}

/// How to fold sign-ins.
#[derive(Debug, Args)]
pub(super) struct GroupArgs {
    /// The log to fold by the portal's rules: non-interactive, service-principal or managed-identity
    #[arg(long, value_name = "LOG", value_parser = parse_log)]
    log: Option<Log>,
    /// Only sign-ins that match this filter
    #[arg(long = "where", allow_hyphen_values = true, value_name = "QUERY", value_parser = parse_query, default_value = "", hide_default_value = true)]
    query: Query,
    /// Time aggregate: 1h, 6h or 24h, windows aligned to the clock of the zone; 24h by the portal's rules
    #[arg(long, value_name = "1h|6h|24h", value_parser = parse_window)]
    window: Option<Every>,
    /// Fold by these fields instead of the portal's rules
    #[arg(long, value_name = "KEYS", value_delimiter = ',', value_parser = parse_field)]
    by: Vec<Field>,
    /// Sort by a field, `count`, `first_time` or `last_time`; `:desc` behind it reverses
    #[arg(long, value_name = "KEY[:desc]", value_delimiter = ',', value_parser = parse_group_sort)]
    sort: Vec<GroupSort>,
    /// At most so many
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = parse_count)]
    limit: Option<usize>,
}

/// Writes folded rows, the one with the latest sign-in first unless sorted.
pub(super) fn groups(args: &GroupArgs, shared: &Shared) -> Result<(), Failure> {
    let columns = shared.columns()?;
    let scope = Scope::new(&columns, shared.clock());
    let (fold, fields, window) = fold(args)?;
    let logs = args.log.map_or(Logs::ALL, Logs::from);
    let rows = query::select(&scope, logs, &args.query);
    let mut groups = query::group(&scope, &rows, &fold, window);
    if !args.sort.is_empty() {
        query::sort_groups(&scope, &mut groups, &args.sort);
    }
    let mut titles: Vec<_> = fields.iter().map(|field| column(shared, *field)).collect();
    titles.extend([
        Column::number("count", "# sign-ins"),
        moment_column(shared, "first_time", "First"),
        moment_column(shared, "last_time", "Last"),
    ]);
    let spelling = shared.format().spelling();
    let shown: Vec<query::Group<'_>> = groups.iter().take(args.limit.unwrap_or(usize::MAX)).collect();
    let cells = shown.iter().map(|group| {
        let mut row: Vec<Cell<'_>> = fields
            .iter()
            .map(|field| match group.shared(&columns, *field) {
                SharedValue::Missing => Cell::Missing,
                SharedValue::Same(row) => cell(&columns, *field, row, spelling),
                SharedValue::Several(_) => Cell::from("several"),
            })
            .collect();
        row.extend([
            Cell::from(group.count()),
            moment_cell(shared, &scope, group.first),
            moment_cell(shared, &scope, group.last),
        ]);
        row
    });
    output::table_about(shared, titles, cells, || {
        let mut about = About::of(&about_log(args.log), &args.query.to_string(), shared.clock());
        about.grouping = match &fold {
            Fold::Portal(_) => "Folded as the portal does".to_owned(),
            Fold::By(fields) => fields.iter().map(|field| field.title()).collect::<Vec<_>>().join(", "),
        };
        if let Some(window) = window {
            about.grouping = format!("{}, within {}", about.grouping, window.key());
        }
        let rows: Vec<RowId> = shown.iter().flat_map(|group| group.rows.iter().copied()).collect();
        with_sources(about, shared, &columns, &rows)
    })
}

fn fold(args: &GroupArgs) -> Result<(Fold, Vec<Field>, Option<Every>), Failure> {
    if !args.by.is_empty() {
        return Ok((Fold::By(args.by.clone()), args.by.clone(), args.window));
    }
    let Some((log, fields)) = args.log.and_then(|log| Some((log, query::portal_fold_fields(log)?))) else {
        return Err(Failure::call(
            "The portal folds non-interactive, service-principal and managed-identity sign-ins; \
             name one of these with --log, or the fields to fold by with --by",
        ));
    };
    Ok((Fold::Portal(log), fields, Some(args.window.unwrap_or(Every::Hours(24)))))
}

fn parse_window(text: &str) -> Result<Every, String> {
    match Every::from_key(text) {
        Some(every @ Every::Hours(_)) => Ok(every),
        _ => Err("expected 1h, 6h or 24h".to_owned()),
    }
}

fn parse_group_sort(text: &str) -> Result<GroupSort, String> {
    let (key, descending) = match text.strip_suffix(":desc") {
        Some(key) => (key, true),
        None => (text.strip_suffix(":asc").unwrap_or(text), false),
    };
    let key = match key {
        "count" => GroupKey::Count,
        "first_time" => GroupKey::First,
        "last_time" | "time" => GroupKey::Last,
        _ => GroupKey::Field(parse_field(key)?),
    };
    Ok(GroupSort { key, descending })
}

/// What to count.
#[derive(Debug, Args)]
pub(super) struct CountArgs {
    #[command(flatten)]
    selection: Selection,
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
    selection: Selection,
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
    let measure = args.distinct.map_or(Measure::SignIns, Measure::Distinct);
    let series = query::series(&scope, &rows, args.by, args.every, args.top, measure);
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
    app: Option<String>,
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
    /// The report these arguments ask for.
    pub(super) fn report(&self, scope: &Scope<'_>) -> Usage {
        let options = UsageOptions {
            period: if self.days == 0 { Period::All } else { Period::Days(self.days) },
            every: self.every,
            measure: if self.users { UsageMeasure::Users } else { UsageMeasure::SignIns },
            logs: Logs::from(self.log.unwrap_or(Log::Interactive)),
            choice: self.app.clone().map_or(Choice::Top(self.top), Choice::One),
        };
        let rows = query::select(scope, options.logs, &self.query);
        application_usage(scope, &rows, &options)
    }
}

/// Writes a row per step and application.
pub(super) fn usage(args: &UsageArgs, shared: &Shared) -> Result<(), Failure> {
    let columns = shared.columns()?;
    let scope = Scope::new(&columns, shared.clock());
    let usage = args.report(&scope);
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
