//! `groups`: sign-ins, folded.

use clap::Args;

use super::output;
use super::sign_ins::with_sources;
use super::{Asked, Failure, Shared, parse_count, parse_field, parse_log, parse_query};
use crate::app::export::{group_cells, group_columns};
use crate::clock::Every;
use crate::columns::RowId;
use crate::fields::{Field, Log};
use crate::query::{self, Fold, GroupKey, GroupSort, Query, Scope};

/// How to fold sign-ins.
#[derive(Debug, Args)]
pub(super) struct GroupArgs {
    #[arg(long, value_name = "LOG", value_parser = parse_log, help = log_help())]
    log: Option<Log>,
    /// Only records that match this filter
    #[arg(long = "where", allow_hyphen_values = true, value_name = "QUERY", value_parser = parse_query, default_value = "", hide_default_value = true)]
    pub(super) query: Query,
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
pub(super) fn run(args: &GroupArgs, shared: &Shared) -> Result<(), Failure> {
    let columns = shared.columns()?;
    let scope = Scope::new(&columns, shared.clock());
    let (fold, fields, window) = fold(args)?;
    let asked = Asked::of(args.log, &args.query, &args.by)?;
    let rows = asked.rows(&scope);
    if rows.is_empty() {
        output::explain_none(shared, &columns, asked.logs, 0)?;
    }
    let mut groups = query::group(&scope, &rows, &fold, window);
    if !args.sort.is_empty() {
        query::sort_groups(&scope, &mut groups, &args.sort);
    }
    let spelling = shared.format().spelling();
    let titles = group_columns(&fields, asked.logs.noun(), spelling, &scope.clock);
    let shown: Vec<query::Group<'_>> = groups.iter().take(args.limit.unwrap_or(usize::MAX)).collect();
    let cells = shown.iter().map(|group| {
        let cells = group_cells(&columns, group, &fields, spelling).into_iter();
        cells.map(|cell| output::shown(shared, &scope, cell)).collect()
    });
    output::table_about(shared, titles, cells, || {
        let mut about = asked.about(shared);
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

/// What `--log` says of itself.
fn log_help() -> String {
    format!(
        "The log to fold by the portal's rules: non-interactive, service-principal or managed-identity; with --by any \
         log: {}",
        Log::ALL.map(Log::key).join(", ")
    )
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
