//! Where results go, and how values become cells.

use std::io::{self, BufWriter, Write};

use super::{Failure, Shared};
use crate::columns::{Columns, RowId};
use crate::export::atomic::write_file;
use crate::export::table::{Cell, Column, TableFormat, TableWriter};
use crate::fields::{Field, Kind};

/// Writes a table where `--output` and `--format` say.
pub(super) fn table(
    shared: &Shared,
    columns: Vec<Column>,
    rows: impl Iterator<Item = Vec<Cell<'static>>>,
) -> Result<(), Failure> {
    if let Some(path) = &shared.output {
        return write_file(path, |out| write_rows(shared.format, columns, rows, out)).map_err(Failure::input);
    }
    let mut out = BufWriter::new(io::stdout().lock());
    write_rows(shared.format, columns, rows, &mut out)?;
    Ok(out.flush()?)
}

fn write_rows(
    format: TableFormat,
    columns: Vec<Column>,
    rows: impl Iterator<Item = Vec<Cell<'static>>>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut writer = TableWriter::new(format, columns, out)?;
    for row in rows {
        writer.row(&row)?;
    }
    writer.finish()?;
    Ok(())
}

/// The column of a field.
pub(super) fn column(field: Field) -> Column {
    Column { align_right: field.kind().is_numeric(), ..Column::new(field.key(), field.title()) }
}

/// The value of a field in its stored form.
pub(super) fn cell(columns: &Columns, field: Field, row: RowId) -> Cell<'static> {
    columns.value(field, row).map_or(Cell::Missing, |text| value_cell(field, &text))
}

/// A stored value as a cell.
pub(super) fn value_cell(field: Field, text: &str) -> Cell<'static> {
    match field.kind() {
        Kind::Flag if text == "true" => Cell::Flag(true),
        Kind::Flag if text == "false" => Cell::Flag(false),
        Kind::Code => text.parse().map_or_else(|_| Cell::from(text.to_owned()), Cell::Integer),
        Kind::Number(_) => text.parse().map_or_else(|_| Cell::from(text.to_owned()), Cell::Number),
        Kind::List => Cell::List(text.split('\n').map(|item| item.to_owned().into()).collect()),
        Kind::Flag
        | Kind::Time
        | Kind::Text
        | Kind::Choice
        | Kind::Id
        | Kind::UniqueId
        | Kind::Address
        | Kind::Steps
        | Kind::Policies => Cell::from(text.to_owned()),
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
