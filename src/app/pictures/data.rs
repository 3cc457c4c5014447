//! The figures of a section as a text or a file.

use std::borrow::Cow;
use std::path::Path;

use crate::app::clipboard::{MOST_COPIED, push_row};
use crate::app::export::{Sheet, Spelling};
use crate::app::insights::TableFile;
use crate::clock::Clock;
use crate::export::atomic::WriteError;
use crate::export::file::{ExportProgress, FileFormat, Frame, write_table};
use crate::export::table::{Cell, CsvLayout};
use crate::export::xlsx::AboutLine;
use crate::insights::Section;

/// Figures of a page that are to be written.
#[derive(Clone, Debug, PartialEq)]
pub enum DataFile {
    /// Rows of a table.
    Table(TableFile),
    /// Those of another section.
    Section(SectionData),
}

impl DataFile {
    /// Writes the figures: a workbook if the path ends with `xlsx`, else CSV.
    ///
    /// # Errors
    /// The path with the reason.
    pub fn write(&self, path: &Path) -> Result<(), WriteError> {
        match self {
            Self::Table(table) => table.write(path),
            Self::Section(data) => data.write(path),
        }
    }
}

/// The figures of a section.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionData {
    pub(super) section: Option<Section>,
    pub(super) clock: Clock,
}

impl SectionData {
    fn sheet(&self, spelling: Spelling) -> Option<Sheet> {
        let mut sheet = Sheet::of(self.section.as_ref()?, &self.clock, spelling)?;
        // A list of numbers in a cell is of no use to a spreadsheet.
        let is_kept: Vec<bool> = sheet.columns.iter().map(|column| column.key != "trend").collect();
        let mut kept = is_kept.iter();
        sheet.columns.retain(|_| kept.next() == Some(&true));
        for row in &mut sheet.rows {
            let mut kept = is_kept.iter();
            row.retain(|_| kept.next() == Some(&true));
        }
        Some(sheet)
    }

    /// The figures, at most [`MOST_COPIED`] rows, as a text with tabs, which spreadsheets take; times in the shown
    /// zone. Nothing in it is a formula.
    #[must_use]
    pub fn text(&self) -> String {
        let Some(sheet) = self.sheet(Spelling::Shown) else { return String::new() };
        let mut text = String::new();
        push_row(&mut text, sheet.columns.iter().map(|column| Cow::Borrowed(column.title.as_str())));
        for row in sheet.rows.iter().take(MOST_COPIED) {
            push_row(&mut text, row.iter().map(|cell| self.plain(cell)));
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
        let Some(sheet) = self.sheet(spelling) else { return Ok(()) };
        let widths = vec![None; sheet.columns.len()];
        let frame = Frame { columns: sheet.columns, widths, sheet: sheet.title, clock: self.clock };
        let about = |_: &_| -> Vec<AboutLine> { Vec::new() };
        write_table(path, format, frame, sheet.rows.into_iter(), about, &ExportProgress::default()).map(drop)
    }

    fn plain<'c>(&self, cell: &'c Cell<'_>) -> Cow<'c, str> {
        match cell {
            Cell::Text(text) => Cow::Borrowed(text),
            Cell::Integer(number) => Cow::Owned(number.to_string()),
            Cell::Number(number) | Cell::Share(number) => Cow::Owned(format!("{number:.4}")),
            Cell::Moment(at) => Cow::Owned(self.clock.date_time(*at)),
            Cell::Missing | Cell::Flag(_) | Cell::List(_) | Cell::Nested(_) => Cow::Borrowed(""),
        }
    }
}
