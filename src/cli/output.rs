//! Where results go, and in which form.

use std::ffi::OsStr;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

use super::{Failure, Shared};
use crate::app::export::{self, About, Spelling, about_lines};
use crate::clock::Millis;
use crate::columns::Columns;
use crate::export::atomic::write_file;
use crate::export::file::{ExportProgress, FileFormat, Frame, write_table};
use crate::export::table::{Cell, Column, CsvLayout, TableFormat, TableWriter, Width};
use crate::fields::{Field, Kind, Logs};
use crate::query::Scope;

/// How results are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Format {
    /// Aligned columns for people.
    #[default]
    Table,
    /// Comma-separated values.
    Csv,
    /// An array of objects.
    Json,
    /// An Excel workbook.
    Xlsx,
}

impl Format {
    /// The format with this key.
    pub(super) fn from_key(key: &str) -> Option<Self> {
        if key == "xlsx" {
            return Some(Self::Xlsx);
        }
        TableFormat::from_key(key).map(|format| match format {
            TableFormat::Text => Self::Table,
            TableFormat::Csv => Self::Csv,
            TableFormat::Json => Self::Json,
        })
    }

    /// What the ending of a file tells.
    pub(super) fn of_file(path: &Path) -> Option<Self> {
        let ending = path.extension().map(OsStr::to_string_lossy)?.to_lowercase();
        match ending.as_str() {
            "csv" => Some(Self::Csv),
            "json" => Some(Self::Json),
            "xlsx" => Some(Self::Xlsx),
            "txt" => Some(Self::Table),
            _ => None,
        }
    }

    /// How values are spelled in it.
    pub(super) fn spelling(self) -> Spelling {
        match self {
            Self::Table | Self::Csv | Self::Json => Spelling::Stored,
            Self::Xlsx => Spelling::Shown,
        }
    }
}

/// Writes a table where `--output` and `--format` say.
pub(super) fn table<'c>(
    shared: &Shared,
    columns: Vec<Column>,
    rows: impl Iterator<Item = Vec<Cell<'c>>>,
) -> Result<(), Failure> {
    let about = || Ok(About { sort: String::new(), grouping: String::new(), ..About::of("", "", shared.clock()) });
    table_about(shared, columns, rows, about)
}

/// Writes a table where `--output` and `--format` say; a workbook tells what it is `about`.
pub(super) fn table_about<'c>(
    shared: &Shared,
    columns: Vec<Column>,
    rows: impl Iterator<Item = Vec<Cell<'c>>>,
    about: impl FnOnce() -> Result<About, Failure>,
) -> Result<(), Failure> {
    let file_format = match (shared.format(), &shared.output) {
        (Format::Xlsx, Some(_)) => FileFormat::XLSX,
        (Format::Csv, Some(_)) => FileFormat::Csv(CsvLayout { crlf: true, bom: shared.bom }),
        (Format::Json, Some(_)) => FileFormat::Json,
        (Format::Table, Some(path)) => {
            return write_file(path, |out| finish(TableWriter::text(Width::Full, columns, out), rows))
                .map_err(Failure::input);
        }
        (Format::Table | Format::Csv | Format::Json | Format::Xlsx, None) => {
            return to_standard_output(shared, columns, rows);
        }
    };
    let Some(path) = &shared.output else { return Ok(()) };
    let mut about = if shared.format() == Format::Xlsx { Some(about()?) } else { None };
    if let Some(about) = &mut about {
        about.hide_sources(shared.known_pseudonyms().map(AsRef::as_ref));
        about.is_private = shared.is_private;
    }
    let frame = Frame { columns, widths: Vec::new(), sheet: "Sign-in Lens".to_owned(), clock: shared.clock() };
    let lines = |written: &_| about.as_ref().map(|about| about_lines(about, written)).unwrap_or_default();
    let written =
        write_table(path, file_format, frame, rows, lines, &ExportProgress::default()).map_err(Failure::input)?;
    if written.cut_cells > 0 {
        eprintln!("{} cells were longer than Excel allows (32,767 characters) and were cut", written.cut_cells);
    }
    Ok(())
}

fn to_standard_output<'c>(
    shared: &Shared,
    columns: Vec<Column>,
    rows: impl Iterator<Item = Vec<Cell<'c>>>,
) -> Result<(), Failure> {
    let width = if io::stdout().is_terminal() { Width::Elided } else { Width::Full };
    let mut out = BufWriter::new(io::stdout().lock());
    let writer = match shared.format() {
        // Line feeds alone are what other programs of a shell expect.
        Format::Csv => TableWriter::csv(CsvLayout { crlf: false, bom: shared.bom }, columns, &mut out)?,
        Format::Json => TableWriter::new(TableFormat::Json, columns, &mut out)?,
        Format::Table | Format::Xlsx => TableWriter::text(width, columns, &mut out),
    };
    finish(writer, rows)?;
    Ok(out.flush()?)
}

fn finish<'c, W: Write>(mut writer: TableWriter<W>, rows: impl Iterator<Item = Vec<Cell<'c>>>) -> io::Result<()> {
    for row in rows {
        writer.row(&row)?;
    }
    writer.finish()?;
    Ok(())
}

/// Tells people why a table of these logs has no rows, of so many records that match; scripts see that there are none.
pub(super) fn explain_none(shared: &Shared, columns: &Columns, logs: Logs, matching: usize) -> Result<(), Failure> {
    if shared.format() == Format::Table {
        if columns.is_empty() {
            let path = shared.cache_path()?;
            eprintln!("There are no records in {}: import reports with `signin-lens import`", path.display());
        } else if matching == 0 {
            eprintln!("No {} matches", logs.noun().one);
        } else {
            eprintln!("--offset and --limit leave none of the {matching} {} that match", logs.noun().many);
        }
    }
    Ok(())
}

/// The column of a field.
pub(super) fn column(shared: &Shared, field: Field) -> Column {
    export::column(field, shared.format().spelling(), &shared.clock())
}

/// The column of a moment that is no field.
pub(super) fn moment_column(shared: &Shared, key: &str, title: &str) -> Column {
    match shared.format() {
        Format::Xlsx => Column::new(key, format!("{title} ({})", shared.clock().label())),
        Format::Table | Format::Csv | Format::Json => Column::new(key, title),
    }
}

/// A moment as people read it in a table, and as scripts need it.
pub(super) fn moment_cell(shared: &Shared, scope: &Scope<'_>, at: Millis) -> Cell<'static> {
    match shared.format() {
        Format::Table => Cell::from(scope.clock.date_time(at)),
        Format::Csv | Format::Json | Format::Xlsx => Cell::Moment(at),
    }
}

/// A cell with its moment, if it is one, as [`moment_cell`] has it.
pub(super) fn shown<'a>(shared: &Shared, scope: &Scope<'_>, cell: Cell<'a>) -> Cell<'a> {
    match cell {
        Cell::Moment(at) => moment_cell(shared, scope, at),
        other => other,
    }
}

/// A stored value as a cell that can be kept.
pub(super) fn value_cell(shared: &Shared, field: Field, text: &str) -> Cell<'static> {
    owned(export::value_cell(field, text, shared.format().spelling()))
}

fn owned(cell: Cell<'_>) -> Cell<'static> {
    match cell {
        Cell::Missing => Cell::Missing,
        Cell::Text(text) => Cell::Text(text.into_owned().into()),
        Cell::Integer(number) => Cell::Integer(number),
        Cell::Number(number) => Cell::Number(number),
        Cell::Share(share) => Cell::Share(share),
        Cell::Moment(moment) => Cell::Moment(moment),
        Cell::Flag(flag) => Cell::Flag(flag),
        Cell::List(items) => Cell::List(items.into_iter().map(|item| item.into_owned().into()).collect()),
        Cell::Nested(json) => Cell::Nested(json.into_owned().into()),
    }
}

/// The table of fields.
pub(super) fn fields(shared: &Shared) -> Result<(), Failure> {
    let columns = vec![
        Column::new("key", "Key"),
        Column::new("title", "Title"),
        Column::new("kind", "Kind"),
        Column::new("logs", "Logs"),
        Column::new("column", "Can be a column"),
        Column::new("aliases", "Also called"),
        Column::new("about", "About"),
    ];
    let rows = Field::ALL.into_iter().map(|field| {
        let spec = field.spec();
        let list = |items: Vec<&'static str>| Cell::List(items.into_iter().map(Into::into).collect());
        vec![
            Cell::from(spec.key),
            Cell::from(spec.title),
            Cell::from(kind_name(spec.kind)),
            list(spec.logs.iter().map(crate::fields::Log::key).collect()),
            Cell::from(spec.column),
            list(spec.aliases.to_vec()),
            Cell::from(spec.about),
        ]
    });
    table(shared, columns, rows)
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Time => "time",
        Kind::Text => "text",
        Kind::Choice => "choice",
        Kind::Flag => "flag",
        Kind::Code => "code",
        Kind::Number(_) => "number",
        Kind::Id | Kind::UniqueId => "id",
        Kind::Address => "address",
        Kind::List => "list",
        Kind::Steps => "steps",
        Kind::Policies => "policies",
    }
}
