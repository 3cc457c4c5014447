//! Taking sign-ins along: what an export holds, from the rows of a table to the file.
//!
//! An export is asked for by value ([`ExportRequest`]: the rows, the layout, the choice) and written by whoever has
//! an open cache, the window's job or the command line. What a file looks like is the business of
//! [`crate::export`]; here it is decided what stands in it.

mod about;
mod cells;
mod choice;
mod originals;
mod sections;

use std::path::PathBuf;
use std::sync::Arc;

use thiserror::Error;

pub use about::{About, about_lines, sources_of, sources_within};
pub use cells::{Spelling, cell, column, group_cells, group_columns, value_cell};
pub use choice::{ExportChoice, ExportFormat, Extent};
pub use originals::{OriginalFile, Originals, plan_originals, print_originals, write_originals};
pub use sections::Sheet;

use super::listing::{Grouping, Listing, Rows};
use super::settings::{TableColumn, TableLayout};
use crate::cache::{Cache, CacheError};
use crate::columns::{Columns, RowId};
use crate::export::atomic::WriteError;
use crate::export::file::{ExportProgress, FileFormat, Frame, Written, write_table};
use crate::export::table::{Cell, Column, CsvLayout};
use crate::export::xlsx::{ROWS_PER_SHEET, sheets_for};
use crate::fields::{Field, Log, Report};
use crate::record::EventId;

/// An export, asked for by value.
#[derive(Clone, Debug)]
pub struct ExportRequest {
    /// The rows.
    pub listing: Arc<Listing>,
    /// The layout of their table.
    pub layout: TableLayout,
    /// What of them, in which form.
    pub choice: ExportChoice,
    /// The file.
    pub path: PathBuf,
    /// Rows of a workbook's sheet beside its header, at most [`ROWS_PER_SHEET`].
    pub rows_per_sheet: u64,
}

/// Why an export was not written. Nothing of it is left.
#[derive(Debug, Error)]
pub enum ExportError {
    /// The user cancelled.
    #[error("Cancelled; nothing was written")]
    Cancelled,
    /// The file can't be written.
    #[error("“{}” could not be written ({}): free some room or choose another folder", .0.path.display(), .0.source)]
    Write(#[from] WriteError),
    /// The cache can't be read.
    #[error(transparent)]
    Cache(#[from] CacheError),
    /// Files of several kinds were to become one.
    #[error("These records make {0} files, which only a zip can hold together: choose a name that ends in .zip")]
    NeedsZip(usize),
    /// Original records name everyone.
    #[error("Original records tell who signed in: show names again to export them")]
    Private,
}

/// How much an export will be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Rows beside the header.
    pub rows: u64,
    /// Sheets of a workbook; 1 for any other file.
    pub sheets: u64,
}

/// How much the rows of a table will be in a file of this choice.
#[must_use]
pub fn size(listing: &Listing, choice: ExportChoice, rows_per_sheet: u64) -> Size {
    let rows = match choice.of(&listing.rows).extent {
        Extent::Table => match &listing.rows {
            Rows::Single(rows) => rows.len() as u64,
            Rows::Grouped(groups) => groups.innermost_count(),
        },
        Extent::SignIns | Extent::AllFields | Extent::Originals => listing.all_rows().len() as u64,
    };
    let sheets = if choice.format == ExportFormat::Xlsx { sheets_for(rows, rows_per_sheet) } else { 1 };
    Size { rows, sheets }
}

/// The name that is proposed for a file: the log and the days of its sign-ins.
#[must_use]
pub fn file_name(listing: &Listing, ending: &str) -> String {
    let clock = listing.key.clock;
    let days = match listing.period {
        Some((first, last)) => format!("_{}_{}", clock.date(first), clock.date(last)),
        None => String::new(),
    };
    format!("{}{days}.{ending}", originals::log_name(listing.key.log))
}

/// Writes what was asked for.
pub fn write(request: &ExportRequest, cache: &Cache, progress: &ExportProgress) -> Result<Written, ExportError> {
    let result = match request.choice.of(&request.listing.rows).extent {
        Extent::Originals if request.listing.columns.is_private() => Err(ExportError::Private),
        Extent::Originals => write_records(request, cache, progress),
        Extent::Table => write_groups(request, cache, progress),
        Extent::SignIns => {
            let fields = &request.layout.columns;
            let width = |field: &Field| Some(request.layout.width(TableColumn::Field(*field)) as u32);
            write_sign_ins(request, fields, fields.iter().map(width).collect(), cache, progress)
        }
        Extent::AllFields => write_sign_ins(request, &all_fields(request.listing.key.log), Vec::new(), cache, progress),
    };
    if progress.is_cancelled() && result.is_err() { Err(ExportError::Cancelled) } else { result }
}

/// What the records of a log are called where no tab says of which they are.
#[must_use]
pub fn log_title(log: Log) -> String {
    match log.report() {
        Report::SignIns => format!("{} {}", log.title(), log.noun().many),
        Report::Audit | Report::Provisioning | Report::Risk | Report::Activity => log.noun().capitalised(),
    }
}

/// Every field of a log that can be listed, nested ones among them.
#[must_use]
pub fn all_fields(log: Log) -> Vec<Field> {
    Field::ALL.into_iter().filter(|field| field.spec().logs.contains(log) && field.spec().is_listed()).collect()
}

fn write_sign_ins(
    request: &ExportRequest,
    fields: &[Field],
    widths: Vec<Option<u32>>,
    cache: &Cache,
    progress: &ExportProgress,
) -> Result<Written, ExportError> {
    let listing = &request.listing;
    let spelling = Spelling::of(request.choice.format);
    let columns = fields.iter().map(|field| column(*field, spelling, &listing.key.clock)).collect();
    let rows = listing
        .all_rows()
        .iter()
        .map(|row| fields.iter().map(|field| cell(&listing.columns, *field, *row, spelling)).collect());
    write_rows(request, columns, widths, rows, listing.all_rows().len() as u64, cache, progress)
}

fn write_groups(request: &ExportRequest, cache: &Cache, progress: &ExportProgress) -> Result<Written, ExportError> {
    let listing = &request.listing;
    let Rows::Grouped(groups) = &listing.rows else { return Ok(Written::default()) };
    let spelling = Spelling::of(request.choice.format);
    let fields: Vec<Field> = match &listing.key.grouping {
        Grouping::By(fields) => fields.clone(),
        // The time of a folded row is that of its first and its last sign-in.
        Grouping::Portal(_) | Grouping::Off => {
            request.layout.columns.iter().copied().filter(|field| *field != Field::Time).collect()
        }
    };
    let columns = group_columns(&fields, listing.key.log.noun(), spelling, &listing.key.clock);
    let rows = groups
        .innermost()
        .map(|group| group_cells(&listing.columns, &group.as_folded(&listing.columns), &fields, spelling));
    write_rows(request, columns, Vec::new(), rows, groups.innermost_count(), cache, progress)
}

fn write_rows<'c>(
    request: &ExportRequest,
    columns: Vec<Column>,
    widths: Vec<Option<u32>>,
    rows: impl Iterator<Item = Vec<Cell<'c>>>,
    total: u64,
    cache: &Cache,
    progress: &ExportProgress,
) -> Result<Written, ExportError> {
    let listing = &request.listing;
    let format = match request.choice.format {
        ExportFormat::Csv => FileFormat::Csv(CsvLayout { crlf: true, bom: request.choice.bom }),
        ExportFormat::Json => FileFormat::Json,
        ExportFormat::Xlsx => FileFormat::Xlsx { rows_per_sheet: request.rows_per_sheet.min(ROWS_PER_SHEET) },
    };
    let mut about = About::of_listing(listing, request.choice);
    about.is_private = listing.columns.is_private();
    if request.choice.format == ExportFormat::Xlsx {
        about.sources = sources_of(cache, &log_of(listing), progress)?;
        about.hide_sources(listing.columns.pseudonyms().map(AsRef::as_ref));
    }
    progress.begin(total);
    let frame = Frame { columns, widths, sheet: log_title(listing.key.log), clock: listing.key.clock };
    let about = |written: &Written| about_lines(&about, written);
    Ok(write_table(&request.path, format, frame, rows, about, progress)?)
}

/// Tells the log of the sign-ins that a table holds.
pub fn log_of(listing: &Listing) -> impl Fn(EventId) -> Option<Log> + '_ {
    log_of_rows(&listing.columns, listing.all_rows().iter().copied())
}

/// Tells the log of the sign-ins of these rows.
pub fn log_of_rows<R: Iterator<Item = RowId>>(
    columns: &Columns,
    rows: R,
) -> impl Fn(EventId) -> Option<Log> + use<'_, R> {
    let mut is_wanted = vec![false; columns.len()];
    for row in rows {
        if let Some(wanted) = is_wanted.get_mut(row.index()) {
            *wanted = true;
        }
    }
    move |event| {
        let row = columns.row_of(event)?;
        is_wanted.get(row.index()).copied().unwrap_or_default().then(|| columns.log(row))
    }
}

fn write_records(request: &ExportRequest, cache: &Cache, progress: &ExportProgress) -> Result<Written, ExportError> {
    let log_of = log_of(&request.listing);
    cache.at_one_moment(|| {
        let Some(originals) = plan_originals(cache, &log_of, progress)? else { return Err(ExportError::Cancelled) };
        write_originals(cache, originals, &log_of, &request.path, request.choice.bom, progress)
    })?
}
