//! The figures of a section as a text or a file.

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

use super::visible_lines;
use crate::app::clipboard::{MOST_COPIED, push_row};
use crate::app::export::{Sheet, Spelling};
use crate::app::jobs::PageAnswer;
use crate::clock::Clock;
use crate::export::atomic::WriteError;
use crate::export::file::{ExportProgress, FileFormat, Frame, write_table};
use crate::export::table::{Cell, CsvLayout};
use crate::export::xlsx::AboutLine;
use crate::insights::Section;

/// Figures of a page that are to be copied or written.
#[derive(Clone, Debug)]
pub struct DataFile {
    /// The page.
    pub answer: Arc<PageAnswer>,
    /// The number of the section on it.
    pub section: usize,
    /// The rows of a table in their order; `None` for all of them, and for a section that is no table.
    pub rows: Option<Vec<u32>>,
    /// The titles of lines of a graph that are left out.
    pub hidden: Vec<String>,
}

impl PartialEq for DataFile {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.answer, &other.answer)
            && (self.section, &self.rows, &self.hidden) == (other.section, &other.rows, &other.hidden)
    }
}

impl DataFile {
    fn section(&self) -> Option<&Section> {
        self.answer.sections.get(self.section)
    }

    /// What the figures are called.
    #[must_use]
    pub fn title(&self) -> String {
        self.section().and_then(|section| self.answer.frame.title(section)).unwrap_or_default()
    }

    /// The name that is proposed for the file, without ending.
    #[must_use]
    pub fn file_name(&self) -> String {
        self.section().and_then(Section::key).unwrap_or("figures").replace('_', "-")
    }

    /// The figures, at most [`MOST_COPIED`] rows and as long as they are wanted, as a text with tabs, which
    /// spreadsheets take; times in the shown zone. Nothing in it is a formula.
    #[must_use]
    pub fn text(&self, is_wanted: impl Fn() -> bool) -> String {
        let Some(sheet) = self.sheet(MOST_COPIED, Spelling::Shown) else { return String::new() };
        let clock = &self.answer.key.clock;
        let mut text = String::new();
        push_row(&mut text, sheet.columns.iter().map(|column| Cow::Borrowed(column.title.as_str())));
        for row in sheet.rows.iter().take(MOST_COPIED).take_while(|_| is_wanted()) {
            push_row(&mut text, row.iter().map(|cell| plain(cell, clock)));
        }
        text.pop();
        text
    }

    /// Writes the figures: a workbook if the path ends with `xlsx`, else CSV with times in UTC.
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

    /// The figures, of a table so many rows.
    fn sheet(&self, most: usize, spelling: Spelling) -> Option<Sheet> {
        let clock = &self.answer.key.clock;
        let sheet = match self.section()? {
            Section::Table(table) => match &self.rows {
                Some(rows) => {
                    let rows = rows.iter().filter_map(|row| table.rows.get(*row as usize)).take(most);
                    Sheet::of_rows(table, rows, clock, spelling)
                }
                None => Sheet::of_rows(table, table.rows.iter().take(most), clock, spelling),
            },
            Section::Graph(graph) if !self.hidden.is_empty() => {
                let lines = visible_lines(graph, &self.hidden).into_iter();
                let lines = lines.filter_map(|line| graph.lines.get(line).cloned()).collect();
                let mut visible = graph.clone();
                visible.lines = lines;
                Sheet::of(&Section::Graph(visible), clock, spelling)?
            }
            section => Sheet::of(section, clock, spelling)?,
        };
        // A list of numbers in a cell is of no use to a spreadsheet.
        Some(sheet.without_trends())
    }
}

fn plain<'c>(cell: &'c Cell<'_>, clock: &Clock) -> Cow<'c, str> {
    match cell {
        Cell::Text(text) => Cow::Borrowed(text),
        Cell::Integer(number) => Cow::Owned(number.to_string()),
        Cell::Number(number) | Cell::Share(number) => Cow::Owned(format!("{number:.4}")),
        Cell::Moment(at) => Cow::Owned(clock.date_time(*at)),
        Cell::Missing | Cell::Flag(_) | Cell::List(_) | Cell::Nested(_) => Cow::Borrowed(""),
    }
}
