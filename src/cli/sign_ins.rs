//! `list`: sign-ins, one by one.

use clap::Args;

use super::output::{self, Format, column};
use super::{Asked, Failure, Selection, Shared, originals, parse_count, parse_field};
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
    let listed: Vec<Field> = args.columns.iter().filter_map(|listed| listed.field()).collect();
    let asked = args.selection.asked(&listed)?;
    let mut rows = asked.rows(&scope);
    let newest_first = [SortKey { field: Field::Time, descending: true }];
    query::sort(&scope, &mut rows, if args.sort.is_empty() { &newest_first } else { &args.sort });
    let matching = rows.len();
    let rows: Vec<RowId> = rows.into_iter().skip(args.offset).take(args.limit.unwrap_or(usize::MAX)).collect();
    if args.originals {
        return originals::write(shared, &columns, &rows);
    }
    if rows.is_empty() {
        output::explain_none(shared, &columns, asked.logs, matching)?;
    }
    let fields = listed_fields(args, asked.logs, shared.format());
    let spelling = shared.format().spelling();
    let cells = rows.iter().map(|row| {
        fields.iter().map(|field| output::shown(shared, &scope, cell(&columns, *field, *row, spelling))).collect()
    });
    let titles = fields.iter().map(|field| column(shared, *field)).collect();
    output::table_about(shared, titles, cells, || {
        let mut about = asked.about(shared);
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

impl Asked {
    /// What an export of the rows is of.
    pub(super) fn about(&self, shared: &Shared) -> About {
        let logs: Vec<Log> = self.logs.iter().collect();
        let name = match logs.as_slice() {
            [log] => log_title(*log),
            _ if self.logs == Logs::SIGN_INS => "Every log of sign-ins".to_owned(),
            logs => logs.iter().map(|log| log_title(*log)).collect::<Vec<_>>().join(", "),
        };
        About::of(&name, &self.filter.to_string(), shared.clock())
    }
}

impl Listed {
    fn field(self) -> Option<Field> {
        match self {
            Self::All => None,
            Self::Field(field) => Some(field),
        }
    }
}

/// The columns of a table of several logs: those of sign-ins, or what the tables of the logs have together.
fn common_columns(logs: Logs) -> Vec<Field> {
    let mut fields = vec![Field::Time, Field::Log];
    if logs == Logs::SIGN_INS {
        fields.extend([Field::User, Field::ServicePrincipal, Field::App, Field::Status]);
        fields.extend([Field::ErrorCode, Field::Ip, Field::Location]);
        return fields;
    }
    for field in logs.iter().flat_map(default_columns) {
        if !fields.contains(field) && *field != Field::RequestId {
            fields.push(*field);
        }
    }
    fields
}

fn listed_fields(args: &ListArgs, logs: Logs, format: Format) -> Vec<Field> {
    let log = args.selection.log.or_else(|| {
        let mut all = logs.iter();
        all.next().filter(|_| all.next().is_none())
    });
    if !args.columns.is_empty() {
        let mut fields: Vec<Field> = Vec::new();
        for listed in &args.columns {
            match listed {
                Listed::Field(field) => fields.push(*field),
                Listed::All => fields.extend(match log {
                    Some(log) => all_fields(log),
                    None => Field::ALL.into_iter().filter(|field| field.spec().is_listed()).collect(),
                }),
            }
        }
        return fields;
    }
    match (format, log) {
        (Format::Table, Some(log)) => default_columns(log).to_vec(),
        (Format::Table, None) => common_columns(logs),
        (Format::Csv | Format::Json | Format::Xlsx, _) => {
            let nested = |kind| matches!(kind, Kind::Steps | Kind::Policies);
            Field::ALL
                .into_iter()
                .filter(|field| !nested(field.kind()) && field.spec().is_listed())
                .filter(|field| logs.iter().any(|log| field.spec().logs.contains(log)))
                .collect()
        }
    }
}
