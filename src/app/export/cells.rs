//! Values of sign-ins as cells of a table.

use super::ExportFormat;
use crate::clock::{Clock, Millis};
use crate::columns::{Columns, RowId};
use crate::export::table::{Cell, Column};
use crate::fields::{Field, Kind, Noun};
use crate::query::{Group, SEVERAL, Shared, shared};

/// How values are spelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// As scripts get them: `success`, times in UTC, columns by their keys.
    Stored,
    /// As the window shows them: `Success`, times in its zone.
    Shown,
}

impl Spelling {
    pub(super) fn of(format: ExportFormat) -> Self {
        match format {
            ExportFormat::Csv | ExportFormat::Json => Self::Stored,
            ExportFormat::Xlsx => Self::Shown,
        }
    }
}

/// The column of a field. A shown time says whose it is.
#[must_use]
pub fn column(field: Field, spelling: Spelling, clock: &Clock) -> Column {
    let is_moment = field.kind() == Kind::Time || field.is_moment();
    let title = match spelling {
        Spelling::Shown if is_moment => format!("{} ({})", field.title(), clock.label()),
        Spelling::Shown | Spelling::Stored => field.title().to_owned(),
    };
    Column { align_right: field.kind().is_numeric(), ..Column::new(field.key(), title) }
}

/// The value of a field.
#[must_use]
pub fn cell(columns: &Columns, field: Field, row: RowId, spelling: Spelling) -> Cell<'_> {
    match field.kind() {
        Kind::Time => Cell::Moment(columns.time(row)),
        Kind::UniqueId => columns.shown(field, row).map_or(Cell::Missing, Cell::Text),
        _ => columns.text_column(field).text(row).map_or(Cell::Missing, |text| value_cell(field, text, spelling)),
    }
}

/// A stored value as a cell.
#[must_use]
pub fn value_cell(field: Field, text: &str, spelling: Spelling) -> Cell<'_> {
    match field.kind() {
        Kind::Flag if text == "true" => Cell::Flag(true),
        Kind::Flag if text == "false" => Cell::Flag(false),
        Kind::Code | Kind::Number(_) => match (text.parse::<i64>(), text.parse::<f64>()) {
            (Ok(number), _) => Cell::Integer(number),
            (_, Ok(number)) if number.is_finite() => Cell::Number(number),
            _ => Cell::from(text),
        },
        Kind::List => Cell::List(text.split('\n').map(Into::into).collect()),
        // The cache keeps both as JSON.
        Kind::Steps | Kind::Policies if serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok() => {
            Cell::Nested(text.into())
        }
        Kind::Text if field.is_moment() => Millis::from_iso(text).map_or_else(|| Cell::from(text), Cell::Moment),
        Kind::Choice if spelling == Spelling::Shown => Cell::from(field.spec().display(text)),
        Kind::Flag
        | Kind::Time
        | Kind::Text
        | Kind::Choice
        | Kind::Id
        | Kind::UniqueId
        | Kind::Address
        | Kind::Steps
        | Kind::Policies => Cell::from(text),
    }
}

/// The columns of folded rows: what they share, how many there are, and when.
#[must_use]
pub fn group_columns(fields: &[Field], noun: Noun, spelling: Spelling, clock: &Clock) -> Vec<Column> {
    let mut columns: Vec<Column> = fields.iter().map(|field| column(*field, spelling, clock)).collect();
    let time = |key: &str, title: &str| match spelling {
        Spelling::Stored => Column::new(key, title),
        Spelling::Shown => Column::new(key, format!("{title} ({})", clock.label())),
    };
    columns.extend([
        Column::number("count", noun.count_title()),
        time("first_time", "First"),
        time("last_time", "Last"),
    ]);
    columns
}

/// A folded row under [`group_columns`].
#[must_use]
pub fn group_cells<'a>(columns: &'a Columns, group: &Group, fields: &[Field], spelling: Spelling) -> Vec<Cell<'a>> {
    let mut cells: Vec<Cell<'a>> = fields
        .iter()
        .map(|field| match shared(columns, group.rows, *field) {
            Shared::Missing => Cell::Missing,
            Shared::Same(row) => cell(columns, *field, row, spelling),
            Shared::Several(_) => Cell::from(SEVERAL),
        })
        .collect();
    cells.extend([Cell::from(group.count(columns)), Cell::Moment(group.first), Cell::Moment(group.last)]);
    cells
}
