//! `list --originals`: the records as they were imported.

use std::io::{self, BufWriter, Write};

use super::{Failure, Shared};
use crate::app::export::{ExportError, Originals, log_of_rows, plan_originals, print_originals, write_originals};
use crate::cache::Cache;
use crate::columns::{Columns, RowId};
use crate::export::file::ExportProgress;
use crate::fields::Log;
use crate::record::EventId;

/// Writes the original records of these sign-ins: to the file of `--output`, or the only file they make to standard
/// output.
pub(super) fn write(shared: &Shared, columns: &Columns, rows: &[RowId]) -> Result<(), Failure> {
    let cache = shared.open_cache()?;
    let log_of = log_of_rows(columns, rows.iter().copied());
    cache.at_one_moment(|| write_from(&cache, shared, &log_of))?
}

fn write_from(cache: &Cache, shared: &Shared, log_of: &dyn Fn(EventId) -> Option<Log>) -> Result<(), Failure> {
    let progress = ExportProgress::default();
    let Some(originals) = plan_originals(cache, log_of, &progress)? else { return Ok(()) };
    let Some(path) = &shared.output else {
        if originals.files().len() > 1 {
            return Err(Failure::call(format!(
                "These records make {} files ({}): name a zip with -o FILE.zip",
                originals.files().len(),
                names(&originals)
            )));
        }
        let mut out = BufWriter::new(io::stdout().lock());
        print_originals(cache, &originals, log_of, &mut out, shared.bom)?;
        return Ok(out.flush()?);
    };
    if let Some(note) = originals.name_note(path) {
        eprintln!("{}: {note}", path.display());
    }
    write_originals(cache, originals, log_of, path, shared.bom, &progress).map_err(failure)?;
    Ok(())
}

fn names(originals: &Originals) -> String {
    originals.files().iter().map(|file| file.name.as_str()).collect::<Vec<_>>().join(", ")
}

fn failure(error: ExportError) -> Failure {
    match error {
        ExportError::NeedsZip(_) | ExportError::Private => Failure::call(error),
        ExportError::Cancelled | ExportError::Write(_) | ExportError::Cache(_) => Failure::input(error),
    }
}
