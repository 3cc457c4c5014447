//! `list`: sign-ins, one by one.

use clap::Args;

use super::output::{self, Format, column};
use super::{Failure, Selection, Shared, originals, parse_count, parse_field};
use crate::app::export::{About, all_fields, cell, log_of_rows, log_title, sources_of};
use crate::columns::{Columns, RowId};
use crate::export::file::ExportProgress;
use crate::fields::{Field, Kind, Log, Logs, default_columns};
use crate::query::{self, Scope, SortKey};

/// Which sign-ins, and what of them.
#[derive(Debug, Args)]
pub(super) struct ListArgs {
    #[command(flatten)]
    pub(super) selection: Selection,
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
    pub(super) originals: bool,
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
    let matching = rows.len();
    let rows: Vec<RowId> = rows.into_iter().skip(args.offset).take(args.limit.unwrap_or(usize::MAX)).collect();
    if args.originals {
        return originals::write(shared, &columns, &rows);
    }
    if rows.is_empty() {
        output::explain_none(shared, &columns, matching)?;
    }
    let fields = listed_fields(args, shared.format());
    let spelling = shared.format().spelling();
    let cells = rows.iter().map(|row| {
        fields.iter().map(|field| output::shown(shared, &scope, cell(&columns, *field, *row, spelling))).collect()
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
pub(super) fn with_sources(about: About, shared: &Shared, columns: &Columns, rows: &[RowId]) -> Result<About, Failure> {
    let log_of = log_of_rows(columns, rows.iter().copied());
    let sources = sources_of(&shared.open_cache()?, &log_of, &ExportProgress::default()).map_err(Failure::input)?;
    Ok(About { sources, ..about })
}

pub(super) fn about_log(log: Option<Log>) -> String {
    log.map_or_else(|| "Every log".to_owned(), log_title)
}

impl Selection {
    fn about(&self, shared: &Shared) -> About {
        let query = self.log.map_or_else(|| self.query.clone(), |log| self.query.for_log(log));
        About::of(&about_log(self.log), &query.to_string(), shared.clock())
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
            let logs = log.map_or(Logs::SIGN_INS, Logs::from);
            Field::ALL
                .into_iter()
                .filter(|field| !nested(field.kind()) && field.spec().is_listed())
                .filter(|field| logs.iter().any(|log| field.spec().logs.contains(log)))
                .collect()
        }
    }
}
