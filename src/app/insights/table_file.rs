//! A table of a page as a file or a text.

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

use crate::app::clipboard::{MOST_COPIED, push_row};
use crate::app::export::{Sheet, Spelling};
use crate::app::jobs::PageAnswer;
use crate::clock::Clock;
use crate::export::atomic::WriteError;
use crate::export::file::{ExportProgress, FileFormat, Frame, write_table};
use crate::export::table::{Cell, CsvLayout};
use crate::export::xlsx::AboutLine;
use crate::insights::{Section, Table};

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
        let Some(sheet) = self.sheet(MOST_COPIED, Spelling::Shown) else { return String::new() };
        let clock = &self.answer.key.clock;
        let mut text = String::new();
        push_row(&mut text, sheet.columns.into_iter().map(|column| Cow::Owned(column.title)));
        for row in &sheet.rows {
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
        let is_workbook = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"));
        let (format, spelling) = if is_workbook {
            (FileFormat::XLSX, Spelling::Shown)
        } else {
            (FileFormat::Csv(CsvLayout::default()), Spelling::Stored)
        };
        let Some(sheet) = self.sheet(usize::MAX, spelling) else { return Ok(()) };
        let widths = vec![None; sheet.columns.len()];
        let frame = Frame { columns: sheet.columns, widths, sheet: sheet.title, clock: self.answer.key.clock };
        let about = |_: &_| -> Vec<AboutLine> { Vec::new() };
        write_table(path, format, frame, sheet.rows.into_iter(), about, &ExportProgress::default()).map(drop)
    }

    /// So many of the rows.
    fn sheet(&self, most: usize, spelling: Spelling) -> Option<Sheet> {
        let table = self.table()?;
        let rows = self.rows.iter().filter_map(|row| table.rows.get(*row as usize)).take(most);
        Some(Sheet::of_rows(table, rows, &self.answer.key.clock, spelling).without_trends())
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
