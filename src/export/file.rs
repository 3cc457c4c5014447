//! A whole table to a file: row by row, watched, and stopped at once when asked.

use std::io::{self, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use super::atomic::{WriteError, write_file};
use super::table::{Cell, Column, CsvLayout, TableFormat, TableWriter};
use super::xlsx::{AboutLine, Layout, ROWS_PER_SHEET, SheetColumn, XlsxWriter};
use crate::clock::Clock;

/// Live figures of an export, and the way to stop it.
#[derive(Debug, Default)]
pub struct ExportProgress {
    rows: AtomicU64,
    total: AtomicU64,
    packing: AtomicBool,
    cancelled: AtomicBool,
    ended: AtomicBool,
}

impl ExportProgress {
    /// Rows written so far.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.rows.load(Ordering::Relaxed)
    }

    /// Rows to be written; 0 while that is not known.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.total.load(Ordering::Relaxed)
    }

    /// Whether all rows are there and the workbook is being packed.
    #[must_use]
    pub fn is_packing(&self) -> bool {
        self.packing.load(Ordering::Relaxed)
    }

    /// Stops the export within 100 ms; it can't be taken back.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether [`Self::cancel`] was called.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// Tells that nothing more will be written or removed.
    pub fn end(&self) {
        self.ended.store(true, Ordering::Release);
    }

    /// Whether [`Self::end`] was called.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        self.ended.load(Ordering::Acquire)
    }

    /// Tells how many rows there will be, and begins with the first.
    pub fn begin(&self, total: u64) {
        self.rows.store(0, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
    }

    /// Counts a row; an error if the export was cancelled.
    pub fn row_done(&self) -> io::Result<()> {
        self.rows.fetch_add(1, Ordering::Relaxed);
        self.check()
    }

    /// An error if the export was cancelled.
    pub fn check(&self) -> io::Result<()> {
        if self.is_cancelled() { Err(io::Error::other("cancelled")) } else { Ok(()) }
    }
}

/// Writes on until the export is cancelled.
struct Watched<'a, W> {
    out: W,
    progress: &'a ExportProgress,
}

impl<W: Write> Write for Watched<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.progress.check()?;
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// The form of a file with a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFormat {
    /// Comma-separated values, keys first.
    Csv(CsvLayout),
    /// An array of objects by key.
    Json,
    /// An Excel workbook.
    Xlsx {
        /// Rows of a sheet beside its header.
        rows_per_sheet: u64,
    },
}

impl FileFormat {
    /// A workbook with sheets as long as Excel allows.
    pub const XLSX: Self = Self::Xlsx { rows_per_sheet: ROWS_PER_SHEET };
}

/// What stands around the rows of a table.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The columns.
    pub columns: Vec<Column>,
    /// Their widths in pixels, for a workbook; measured where nothing is told.
    pub widths: Vec<Option<u32>>,
    /// Name of a workbook's sheet.
    pub sheet: String,
    /// The clock of a workbook's dates.
    pub clock: Clock,
}

/// What came of an export.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Rows written.
    pub rows: u64,
    /// Cells that were too long for a workbook and were cut.
    pub cut_cells: u64,
}

/// Writes rows to a file that appears whole or not at all.
///
/// `about` makes the sheet that tells where a workbook's rows come from, once they are written.
///
/// # Errors
/// The path with the reason, which is of no interest if `progress` was cancelled.
pub fn write_table<'c>(
    path: &Path,
    format: FileFormat,
    frame: Frame,
    rows: impl Iterator<Item = Vec<Cell<'c>>>,
    about: impl FnOnce(&Written) -> Vec<AboutLine>,
    progress: &ExportProgress,
) -> Result<Written, WriteError> {
    write_file(path, |out| match format {
        FileFormat::Csv(layout) => plain(TableWriter::csv(layout, frame.columns, &mut *out)?, rows, progress),
        FileFormat::Json => plain(TableWriter::new(TableFormat::Json, frame.columns, &mut *out)?, rows, progress),
        FileFormat::Xlsx { rows_per_sheet } => {
            let mut widths = frame.widths.into_iter();
            let columns = frame
                .columns
                .into_iter()
                .map(|column| SheetColumn { title: column.title, width: widths.next().flatten() })
                .collect();
            let layout = Layout { sheet: frame.sheet, columns, clock: frame.clock, rows_per_sheet };
            // Beside the file: whoever can hold the one has room for the other.
            let folder = path.parent().filter(|folder| folder.is_dir()).map_or_else(std::env::temp_dir, Path::to_owned);
            let mut writer = XlsxWriter::new(layout, &folder)?;
            let mut written = Written::default();
            for row in rows {
                writer.row(&row)?;
                written.rows += 1;
                progress.row_done()?;
            }
            written.cut_cells = writer.cut_cells();
            progress.packing.store(true, Ordering::Relaxed);
            writer.finish(&about(&written), Watched { out, progress })?;
            Ok(written)
        }
    })
}

fn plain<'c, W: Write>(
    mut writer: TableWriter<W>,
    rows: impl Iterator<Item = Vec<Cell<'c>>>,
    progress: &ExportProgress,
) -> io::Result<Written> {
    let mut written = Written::default();
    for row in rows {
        writer.row(&row)?;
        written.rows += 1;
        progress.row_done()?;
    }
    writer.finish()?;
    Ok(written)
}
