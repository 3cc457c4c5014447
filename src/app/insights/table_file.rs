//! A table of a page as a file or a text.

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

use crate::app::clipboard::{MOST_COPIED, push_row};
use crate::app::jobs::PageAnswer;
use crate::clock::Clock;
use crate::export::atomic::WriteError;
use crate::export::file::{ExportProgress, FileFormat, Frame, write_table};
use crate::export::table::{Cell, Column, CsvLayout};
use crate::export::xlsx::AboutLine;
use crate::insights::{Section, Sum, Table, Value};

/// Rows of a table that are to be written.
#[derive(Clone, Debug)]
pub struct TableFile {
    /// The page.
    pub answer: Arc<PageAnswer>,
    /// The number of the table among its sections.
    pub section: usize,
    /// The rows in their order.
    pub rows: Vec<u32>,
}

impl PartialEq for TableFile {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.answer, &other.answer) && self.section == other.section && self.rows == other.rows
    }
}

impl TableFile {
    fn table(&self) -> Option<&Table> {
        match self.answer.sections.get(self.section) {
            Some(Section::Table(table)) => Some(table),
            _ => None,
        }
    }

    /// The name that is proposed, without ending.
    #[must_use]
    pub fn file_name(&self) -> String {
        self.table().map_or_else(|| "table".to_owned(), |table| table.key.replace('_', "-"))
    }

    /// The rows, at most [`MOST_COPIED`], as a text with tabs, which spreadsheets take; times in the shown zone. Nothing
    /// in it is a formula.
    #[must_use]
    pub fn text(&self) -> String {
        let Some(table) = self.table() else { return String::new() };
        let clock = &self.answer.key.clock;
        let mut text = String::new();
        push_row(&mut text, columns(table).into_iter().map(|column| Cow::Owned(column.title)));
        for row in self.cells(table).take(MOST_COPIED) {
            push_row(&mut text, row.iter().map(|cell| Cow::Owned(plain(cell, clock))));
        }
        text.pop();
        text
    }

    /// Writes the rows: a workbook if the path ends with `xlsx`, else CSV.
    ///
    /// # Errors
    /// The path with the reason.
    pub fn write(&self, path: &Path) -> Result<(), WriteError> {
        let Some(table) = self.table() else { return Ok(()) };
        let is_workbook = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"));
        let format = if is_workbook { FileFormat::XLSX } else { FileFormat::Csv(CsvLayout::default()) };
        let columns = columns(table);
        let widths = vec![None; columns.len()];
        let frame = Frame { columns, widths, sheet: table.title.clone(), clock: self.answer.key.clock };
        let about = |_: &_| -> Vec<AboutLine> { Vec::new() };
        write_table(path, format, frame, self.cells(table), about, &ExportProgress::default()).map(drop)
    }

    fn cells<'t>(&'t self, table: &'t Table) -> impl Iterator<Item = Vec<Cell<'t>>> {
        let has_details = has_details(table);
        let rows = self.rows.iter().filter_map(|row| table.rows.get(*row as usize));
        rows.map(move |row| {
            let mut cells = vec![Cell::from(row.title.as_str())];
            if has_details {
                cells.push(row.detail.as_deref().map_or(Cell::Missing, Cell::from));
            }
            let figures = table.columns.iter().zip(&row.values).filter(|(column, _)| column.sum != Sum::Trend);
            cells.extend(figures.map(|(_, value)| cell(value)));
            cells
        })
    }
}

fn has_details(table: &Table) -> bool {
    table.rows.iter().any(|row| row.detail.is_some())
}

/// The columns of a file: all but drawn ones.
fn columns(table: &Table) -> Vec<Column> {
    let mut columns = vec![Column::new(table.of.to_lowercase().replace(' ', "_"), table.of)];
    if has_details(table) {
        columns.push(Column::new("detail", "Detail"));
    }
    let figures = table.columns.iter().filter(|column| column.sum != Sum::Trend);
    columns.extend(figures.map(|column| Column::number(column.key, column.title)));
    columns
}

fn cell(value: &Value) -> Cell<'_> {
    match value {
        Value::Count(count) => i64::try_from(*count).map_or(Cell::Missing, Cell::Integer),
        Value::Share { .. } => value.share().map_or(Cell::Missing, Cell::Share),
        Value::Time(time) => time.map_or(Cell::Missing, Cell::Moment),
        Value::Text(text) => Cell::from(text.as_str()),
        Value::Trend(_) => Cell::Missing,
    }
}

fn plain(cell: &Cell<'_>, clock: &Clock) -> String {
    match cell {
        Cell::Text(text) => text.to_string(),
        Cell::Integer(number) => number.to_string(),
        Cell::Number(number) | Cell::Share(number) => format!("{number:.4}"),
        Cell::Moment(at) => clock.date_time(*at),
        Cell::Missing | Cell::Flag(_) | Cell::List(_) | Cell::Nested(_) => String::new(),
    }
}
