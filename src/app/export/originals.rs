//! Original records as they came, in files that give the same sign-ins when they are imported again.
//!
//! Records in JSON go to one array, whatever files they came in. Rows of CSV keep their header, so each header makes
//! a file; so does each log, which a row does not tell but the file's name. Several files make a zip. Merging
//! depends on which export is the later one, so every file is as old as its newest source, and where two kinds of
//! file take turns in telling of one log, they take turns here too.

mod plan;

use std::io::{self, Seek, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, SystemTime};

use chrono::{DateTime, Datelike, Timelike};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

pub(super) use plan::log_name;
use plan::{Kind, nameless_decoder, tells_log};
pub use plan::{OriginalFile, Originals, plan_originals};

use super::ExportError;
use crate::cache::{Cache, CacheError, Places, SourceId};
use crate::clock::Millis;
use crate::export::atomic::{WriteError, write_file};
use crate::export::file::{ExportProgress, Written};
use crate::export::guard::guarded_row;
use crate::export::table::BOM;
use crate::fields::Log;
use crate::import;
use crate::record::EventId;

/// Why writing broke off.
enum Broken {
    /// The file can't be written, or the export was cancelled.
    Io(io::Error),
    /// The cache can't be read.
    Cache(CacheError),
    /// A record does not tell its log, as others of its source do.
    Mute,
}

impl From<io::Error> for Broken {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<CacheError> for Broken {
    fn from(error: CacheError) -> Self {
        Self::Cache(error)
    }
}

/// Writes original records: the only file as it is, several as a zip, to a path that ends in `.zip`.
pub fn write_originals(
    cache: &Cache,
    originals: Originals,
    log_of: &dyn Fn(EventId) -> Option<Log>,
    path: &Path,
    bom: bool,
    progress: &ExportProgress,
) -> Result<Written, ExportError> {
    let attempt =
        |originals: &Originals| Job { cache, places: originals.places(), log_of, bom, progress }.run(originals, path);
    let result = match attempt(&originals) {
        // Then only sources whose names tell the same log share a file.
        Err(Broken::Mute) => attempt(&originals.by_name()),
        other => other,
    };
    match result {
        Ok(result) => result,
        Err(Broken::Io(source)) => Err(WriteError { path: path.to_owned(), source }.into()),
        Err(Broken::Cache(error)) => Err(error.into()),
        Err(Broken::Mute) => Err(CacheError::Damaged("it does not tell its log".to_owned()).into()),
    }
}

/// Writes original records that make one file (or none) to what is open already.
pub fn print_originals(
    cache: &Cache,
    originals: &Originals,
    log_of: &dyn Fn(EventId) -> Option<Log>,
    out: &mut dyn Write,
    bom: bool,
) -> io::Result<()> {
    let progress = ExportProgress::default();
    let job = Job { cache, places: originals.places(), log_of, bom, progress: &progress };
    let result = match originals.files() {
        [] => Ok(out.write_all(b"[]\n")?),
        [file] => job.file(file, out),
        files => return Err(io::Error::other(ExportError::NeedsZip(files.len()))),
    };
    result.map_err(|broken| match broken {
        Broken::Io(error) => error,
        Broken::Cache(error) => io::Error::other(error),
        Broken::Mute => io::Error::other("these records do not tell their log: write them to a file with -o FILE.zip"),
    })
}

fn is_zip(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"))
}

/// Writes one original record.
type WriteRecord<'a> = &'a mut dyn FnMut(EventId, &[u8]) -> Result<(), Broken>;

struct Job<'a> {
    cache: &'a Cache,
    places: &'a Places,
    log_of: &'a dyn Fn(EventId) -> Option<Log>,
    bom: bool,
    progress: &'a ExportProgress,
}

impl Job<'_> {
    fn run(&self, originals: &Originals, path: &Path) -> Result<Result<Written, ExportError>, Broken> {
        let files = originals.files();
        if files.len() > 1 && !is_zip(path) {
            return Ok(Err(ExportError::NeedsZip(files.len())));
        }
        self.progress.begin(originals.records());
        let mut broken = None;
        let result = write_file(path, |out| {
            let result = if is_zip(path) { self.zip(files, out) } else { self.plain(files, out) };
            result.map_err(|error| match error {
                Broken::Io(error) => error,
                error @ (Broken::Cache(_) | Broken::Mute) => {
                    broken = Some(error);
                    io::Error::other("not finished")
                }
            })
        });
        match (result, broken) {
            (_, Some(error)) => Err(error),
            (Ok(()), None) => Ok(Ok(Written { rows: originals.records(), cut_cells: 0 })),
            (Err(error), None) => Ok(Err(error.into())),
        }
    }

    fn plain(&self, files: &[OriginalFile], out: &mut io::BufWriter<std::fs::File>) -> Result<(), Broken> {
        let Some(file) = files.first() else { return Ok(out.write_all(b"[]\n")?) };
        self.file(file, out)?;
        out.flush()?;
        // As old as its records, so that it is not taken for a later export than it is. Where a disk keeps no
        // such dates, nothing is lost but that.
        let age = Duration::from_millis(file.exported.0.max(0).unsigned_abs());
        drop(out.get_ref().set_modified(SystemTime::UNIX_EPOCH + age));
        Ok(())
    }

    fn zip<W: Write + Seek>(&self, files: &[OriginalFile], out: W) -> Result<(), Broken> {
        let mut zip = ZipWriter::new(out);
        for file in files {
            let options = SimpleFileOptions::default().large_file(true).last_modified_time(zip_time(file.exported));
            zip.start_file(file.name.as_str(), options).map_err(io::Error::from)?;
            self.file(file, &mut zip)?;
        }
        zip.finish().map_err(io::Error::from)?;
        Ok(())
    }

    fn file(&self, file: &OriginalFile, out: &mut dyn Write) -> Result<(), Broken> {
        match &file.kind {
            Kind::Json(_) => self.json(file, out, true),
            Kind::JsonOf(..) => self.json(file, out, false),
            Kind::Rows { columns, .. } => self.rows(file, columns, out),
            Kind::Csv { header, .. } | Kind::Details { header, .. } => self.csv(file, header, out),
        }
    }

    /// Writes the records of a file as one array; `tells` where each must tell its log by itself.
    fn json(&self, file: &OriginalFile, out: &mut dyn Write, tells: bool) -> Result<(), Broken> {
        out.write_all(b"[")?;
        let mut is_first = true;
        for source in &file.sources {
            let Some(of_source) = self.places.tellings().iter().find(|telling| telling.source == *source) else {
                continue;
            };
            let reader = nameless_decoder(of_source.shape.clone())?;
            // What was read without a helping name will be read so again.
            let was_helped = of_source.shape.log.is_some_and(|log| log != Log::Interactive);
            self.each(*source, &mut |event, text| {
                if tells && was_helped && !tells_log(&reader, text, (self.log_of)(event)) {
                    return Err(Broken::Mute);
                }
                out.write_all(if is_first { b"\n" } else { b",\n" })?;
                is_first = false;
                Ok(out.write_all(text)?)
            })?;
        }
        Ok(out.write_all(b"\n]\n")?)
    }

    /// Writes rows as the query API of Log Analytics answers them.
    fn rows(&self, file: &OriginalFile, columns: &str, out: &mut dyn Write) -> Result<(), Broken> {
        let names: Vec<String> = serde_json::from_str(columns).unwrap_or_default();
        let columns: serde_json::Value = names.iter().map(|name| serde_json::json!({ "name": name })).collect();
        write!(out, "{{\"tables\":[{{\"name\":\"PrimaryResult\",\"columns\":{columns},\"rows\":[")?;
        let mut is_first = true;
        for source in &file.sources {
            self.each(*source, &mut |_, text| {
                out.write_all(if is_first { b"\n" } else { b",\n" })?;
                is_first = false;
                Ok(out.write_all(text)?)
            })?;
        }
        Ok(out.write_all(b"\n]}]}\n")?)
    }

    fn csv(&self, file: &OriginalFile, header: &str, out: &mut dyn Write) -> Result<(), Broken> {
        if self.bom {
            out.write_all(BOM)?;
        }
        let delimiter = import::delimiter(header);
        out.write_all(&guarded_row(header.as_bytes(), delimiter))?;
        out.write_all(b"\r\n")?;
        for source in &file.sources {
            self.each(*source, &mut |_, text| {
                out.write_all(&guarded_row(text, delimiter))?;
                Ok(out.write_all(b"\r\n")?)
            })?;
        }
        Ok(())
    }

    fn each(&self, source: SourceId, write: WriteRecord<'_>) -> Result<(), Broken> {
        let mut broken = None;
        self.cache.for_each_original(self.places, source, &mut |event, text| match write(event, text)
            .and_then(|()| Ok(self.progress.row_done()?))
        {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                broken = Some(error);
                ControlFlow::Break(())
            }
        })?;
        broken.map_or(Ok(()), Err)
    }
}

/// A moment as a zip keeps it: to two seconds, without a zone; none where a zip has no such year.
fn zip_time(at: Millis) -> zip::DateTime {
    let Some(time) = DateTime::from_timestamp_millis(at.0) else { return zip::DateTime::default() };
    let part = |number: u32| number as u8;
    let year = u16::try_from(time.year()).unwrap_or_default();
    let (month, day) = (part(time.month()), part(time.day()));
    zip::DateTime::from_date_and_time(year, month, day, part(time.hour()), part(time.minute()), part(time.second()))
        .unwrap_or_default()
}
