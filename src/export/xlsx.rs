//! Rows to an Excel workbook: typed cells, a frozen header with filters, and a sheet that tells where they come from.
//!
//! Rows go to a temporary file one by one, so that a million of them need little memory. What a cell holds is
//! never read as anything but itself: texts stay texts, whatever they begin with, and no text becomes a link.
//!
//! | cell | in the workbook |
//! | --- | --- |
//! | missing | nothing |
//! | text, nested | text, at most 32,767 characters |
//! | integer, number | number; text where Excel's numbers would lose digits |
//! | share | percent |
//! | moment | date and time in the zone of the clock; text where Excel has no such date |
//! | flag | TRUE, FALSE |
//! | list | text, one item a line |

use std::borrow::Cow;
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use chrono::NaiveDate;
use rust_xlsxwriter::{Color, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::table::{Cell, Column, FORMULA_STARTS};
use crate::clock::{Clock, Millis};

/// Rows of a sheet beside its header: Excel's limit is 2^20 with it.
pub const ROWS_PER_SHEET: u64 = 1_048_575;

/// UTF-16 units in a cell: Excel's limit.
const LONGEST_TEXT: usize = 32_767;

/// Ends a text that was cut.
const CUT_MARK: &str = "… (cut)";

/// Narrowest and widest column whose width is measured, in pixels.
const MEASURED_WIDTHS: (u32, u32) = (64, 420);

/// How many sheets so many rows take.
#[must_use]
pub fn sheets_for(rows: u64, rows_per_sheet: u64) -> u64 {
    rows.div_ceil(rows_per_sheet.max(1)).max(1)
}

/// A column of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetColumn {
    /// Its header.
    pub title: String,
    /// Its width in pixels; measured by its texts if `None`.
    pub width: Option<u32>,
}

impl From<Column> for SheetColumn {
    fn from(column: Column) -> Self {
        Self { title: column.title, width: None }
    }
}

/// How a workbook is laid out.
#[derive(Clone, Debug)]
pub struct Layout {
    /// Name of the sheet with the rows; further ones are numbered.
    pub sheet: String,
    /// Its columns.
    pub columns: Vec<SheetColumn>,
    /// The clock of its dates.
    pub clock: Clock,
    /// Rows of a sheet beside its header, at most [`ROWS_PER_SHEET`].
    pub rows_per_sheet: u64,
}

/// One line of the sheet that tells where the rows come from.
#[derive(Clone, Debug, PartialEq)]
pub enum AboutLine {
    /// What is told, and the value.
    Fact(String, Cell<'static>),
    /// The headers of a small table.
    Header(Vec<String>),
    /// A row of that table.
    Row(Vec<Cell<'static>>),
    /// Nothing.
    Gap,
}

/// Writes a workbook row by row.
pub struct XlsxWriter {
    book: Workbook,
    layout: Layout,
    sheet: Worksheet,
    sheets_done: u64,
    /// Rows of the present sheet.
    rows: u64,
    /// The longest text of each column so far, in characters.
    longest: Vec<usize>,
    cut: u64,
    formats: Formats,
}

pub(super) struct Formats {
    pub header: Format,
    moment: Format,
    /// Of texts that begin like a formula: they stay texts even if someone edits them.
    guarded: Format,
    lines: Format,
    share: Format,
}

impl Formats {
    pub fn new() -> Self {
        Self {
            header: Format::new().set_bold().set_background_color(Color::RGB(0x00E8_ECF2)),
            moment: Format::new().set_num_format("yyyy-mm-dd hh:mm:ss").set_align(FormatAlign::Left),
            guarded: Format::new().set_quote_prefix(),
            lines: Format::new(),
            share: Format::new().set_num_format("0.0%"),
        }
    }
}

impl XlsxWriter {
    /// A workbook whose rows wait in a file without a name in `folder` until all are there.
    ///
    /// # Errors
    /// What the system reports of that file; of all other calls also a full disk.
    pub fn new(layout: Layout, folder: &Path) -> io::Result<Self> {
        let mut book = Workbook::new();
        book.set_tempdir(folder).map_err(io_error)?;
        // Files of more than 4 GB within the workbook: a million rows with every field can be that long.
        book.use_zip_large_file(true);
        let sheet = book.new_worksheet_with_constant_memory().map_err(io_error)?;
        let longest = layout.columns.iter().map(|column| column.title.chars().count() + 3).collect();
        let formats = Formats::new();
        let mut writer = Self { book, layout, sheet, sheets_done: 0, rows: 0, longest, cut: 0, formats };
        writer.begin_sheet()?;
        Ok(writer)
    }

    /// Writes a row, which has one cell per column.
    pub fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        guarded(|| {
            if self.rows >= self.layout.rows_per_sheet {
                self.end_sheet()?;
                self.sheet = self.book.new_worksheet_with_constant_memory().map_err(io_error)?;
                self.begin_sheet()?;
            }
            self.rows += 1;
            let row = self.rows as u32;
            for (column, cell) in cells.iter().enumerate() {
                let length = write_cell(&mut self.sheet, &self.formats, &self.layout.clock, row, column as u16, cell)?;
                self.cut += u64::from(length.was_cut);
                if let Some(longest) = self.longest.get_mut(column) {
                    *longest = length.characters.max(*longest);
                }
            }
            Ok(())
        })
    }

    /// How many cells so far had to be cut.
    #[must_use]
    pub fn cut_cells(&self) -> u64 {
        self.cut
    }

    /// Adds the sheet `About this export` and writes the workbook. This packs all rows, which takes as long as
    /// writing them; an error of `out` stops it.
    pub fn finish(mut self, about: &[AboutLine], out: impl Write + Send) -> io::Result<()> {
        guarded(|| {
            self.end_sheet()?;
            let sheet = about_sheet(about, &self.formats, &self.layout.clock)?;
            self.book.push_worksheet(sheet);
            self.book.save_to_writer(out).map_err(io_error)
        })
    }

    fn begin_sheet(&mut self) -> io::Result<()> {
        self.rows = 0;
        let name = match self.sheets_done {
            0 => self.layout.sheet.clone(),
            done => format!("{} {}", self.layout.sheet, done + 1),
        };
        self.sheet.set_name(name).map_err(io_error)?;
        self.sheet.set_freeze_panes(1, 0).map_err(io_error)?;
        for (column, of) in self.layout.columns.iter().enumerate() {
            self.sheet
                .write_string_with_format(0, column as u16, of.title.as_str(), &self.formats.header)
                .map_err(io_error)?;
        }
        Ok(())
    }

    fn end_sheet(&mut self) -> io::Result<()> {
        let mut sheet = std::mem::replace(&mut self.sheet, Worksheet::new());
        if let Some(last) = self.layout.columns.len().checked_sub(1) {
            sheet.autofilter(0, 0, self.rows as u32, last as u16).map_err(io_error)?;
        }
        for (column, of) in self.layout.columns.iter().enumerate() {
            let measured = self.longest.get(column).map_or(0, |characters| *characters as u32 * 7 + 12);
            let width = of.width.unwrap_or(measured.clamp(MEASURED_WIDTHS.0, MEASURED_WIDTHS.1));
            sheet.set_column_width_pixels(column as u16, width).map_err(io_error)?;
        }
        self.book.push_worksheet(sheet);
        self.sheets_done += 1;
        Ok(())
    }
}

#[derive(Clone, Copy, Default)]
pub(super) struct Length {
    pub characters: usize,
    pub was_cut: bool,
}

/// Writes a cell; longer texts are cut.
pub(super) fn write_cell(
    sheet: &mut Worksheet,
    formats: &Formats,
    clock: &Clock,
    row: u32,
    column: u16,
    cell: &Cell<'_>,
) -> io::Result<Length> {
    let mut write_text = |text: &str, format: Option<&Format>| {
        let (text, was_cut) = fitted(text);
        let format = if text.starts_with(FORMULA_STARTS) { Some(&formats.guarded) } else { format };
        match format {
            Some(format) => sheet.write_string_with_format(row, column, text.as_ref(), format),
            None => sheet.write_string(row, column, text.as_ref()),
        }
        .map_err(io_error)?;
        Ok(Length { characters: text.chars().take(200).count(), was_cut })
    };
    match cell {
        Cell::Missing => Ok(Length::default()),
        Cell::Text(text) | Cell::Nested(text) => write_text(text, None),
        Cell::List(items) => write_text(&items.join("\n"), Some(&formats.lines)),
        // Excel keeps 15 digits.
        Cell::Integer(number) if number.unsigned_abs() >= 1_000_000_000_000_000 => {
            write_text(&number.to_string(), None)
        }
        Cell::Integer(number) => {
            sheet.write_number(row, column, *number as f64).map_err(io_error)?;
            Ok(Length { characters: number.to_string().len(), was_cut: false })
        }
        Cell::Number(number) | Cell::Share(number) if !number.is_finite() => Ok(Length::default()),
        Cell::Number(number) => {
            sheet.write_number(row, column, *number).map_err(io_error)?;
            Ok(Length { characters: number.to_string().len(), was_cut: false })
        }
        Cell::Share(share) => {
            sheet.write_number_with_format(row, column, *share, &formats.share).map_err(io_error)?;
            Ok(Length { characters: 7, was_cut: false })
        }
        Cell::Flag(flag) => {
            sheet.write_boolean(row, column, *flag).map_err(io_error)?;
            Ok(Length { characters: 5, was_cut: false })
        }
        Cell::Moment(moment) => match days(clock, *moment) {
            Some(days) => {
                sheet.write_number_with_format(row, column, days, &formats.moment).map_err(io_error)?;
                Ok(Length { characters: 19, was_cut: false })
            }
            None => write_text(&moment.iso(), None),
        },
    }
}

fn about_sheet(about: &[AboutLine], formats: &Formats, clock: &Clock) -> io::Result<Worksheet> {
    let mut sheet = Worksheet::new();
    sheet.set_name("About this export").map_err(io_error)?;
    for (row, line) in about.iter().enumerate() {
        let row = row as u32;
        match line {
            AboutLine::Fact(name, value) => {
                sheet.write_string_with_format(row, 0, name.as_str(), &formats.header).map_err(io_error)?;
                write_cell(&mut sheet, formats, clock, row, 1, value)?;
            }
            AboutLine::Header(titles) => {
                for (column, title) in titles.iter().enumerate() {
                    sheet
                        .write_string_with_format(row, column as u16, title.as_str(), &formats.header)
                        .map_err(io_error)?;
                }
            }
            AboutLine::Row(cells) => {
                for (column, cell) in cells.iter().enumerate() {
                    write_cell(&mut sheet, formats, clock, row, column as u16, cell)?;
                }
            }
            AboutLine::Gap => {}
        }
    }
    for (column, width) in [220, 460, 120, 470, 150, 150, 90].into_iter().enumerate() {
        sheet.set_column_width_pixels(column as u16, width).map_err(io_error)?;
    }
    Ok(sheet)
}

/// The text as far as a cell can hold it, and whether it had to be cut.
fn fitted(text: &str) -> (Cow<'_, str>, bool) {
    // No character takes more UTF-16 units than bytes.
    if text.len() <= LONGEST_TEXT || text.encode_utf16().count() <= LONGEST_TEXT {
        return (Cow::Borrowed(text), false);
    }
    let room = LONGEST_TEXT - CUT_MARK.encode_utf16().count();
    let mut units = 0;
    let mut fitted: String = text
        .chars()
        .take_while(|character| {
            units += character.len_utf16();
            units <= room
        })
        .collect();
    fitted.push_str(CUT_MARK);
    (Cow::Owned(fitted), true)
}

/// A moment as Excel counts days, by the clock of the zone; `None` before March 1900, where Excel's calendar has
/// a day too many, and after 9999.
fn days(clock: &Clock, moment: Millis) -> Option<f64> {
    let civil = clock.civil(moment);
    let first = NaiveDate::from_ymd_opt(1900, 3, 1)?;
    let last = NaiveDate::from_ymd_opt(9999, 12, 31)?;
    let zero = NaiveDate::from_ymd_opt(1899, 12, 30)?.and_hms_opt(0, 0, 0)?;
    (first..=last)
        .contains(&civil.date())
        .then(|| civil.signed_duration_since(zero).num_milliseconds() as f64 / Millis::DAY as f64)
}

/// Runs a step of the library that writes workbooks. It panics where its temporary file can't be written, which is
/// no fault of the program: the disk is full.
pub(super) fn guarded<T>(step: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    catch_unwind(AssertUnwindSafe(step))
        .unwrap_or_else(|_| Err(io::Error::new(io::ErrorKind::StorageFull, "no room for the unfinished workbook")))
}

pub(super) fn io_error(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        XlsxError::ZipError(error) => io::Error::from(error),
        error => io::Error::other(error.to_string()),
    }
}
