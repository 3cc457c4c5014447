//! The export that is being chosen, and the one that runs.

use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use super::command::{Sheet, View};
use super::export::{self, ExportChoice, ExportError, ExportFormat, ExportRequest, Extent, Originals};
use super::jobs::{Exported, PlannedOriginals};
use super::listing::Listing;
use super::state::{Effect, Notice, State};
use crate::export::file::ExportProgress;
use crate::export::xlsx::ROWS_PER_SHEET;
use crate::texts::text;

/// What is known of exports.
#[derive(Debug, Default)]
pub struct Exporting {
    /// The export that runs.
    pub running: Option<RunningExport>,
    /// What was chosen, while the system's dialog asks for the file.
    chosen: Option<ExportRequest>,
    planning: Option<(Arc<Listing>, Arc<ExportProgress>)>,
    planned: Option<PlannedOriginals>,
}

/// What an export writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exports {
    /// The rows of a table.
    Table,
    /// A review pack.
    Pack,
}

/// An export that runs.
#[derive(Debug)]
pub struct RunningExport {
    /// The file.
    pub path: PathBuf,
    /// Its live figures.
    pub progress: Arc<ExportProgress>,
    /// What it writes.
    pub of: Exports,
}

/// How long the program waits at its end for an export to take its unfinished file away.
const LAST_WAIT: Duration = Duration::from_secs(2);

impl Exporting {
    /// Forgets what was chosen but not begun.
    pub(super) fn forget_choice(&mut self) {
        if let Some((_, progress)) = self.planning.take() {
            progress.cancel();
        }
        self.chosen = None;
        self.planned = None;
    }
}

impl State {
    /// The rows an export would take.
    #[must_use]
    pub fn exportable(&self) -> Option<&Arc<Listing>> {
        self.present_table().listing.as_ref()
    }

    /// What the user chose last, as far as the present table allows it.
    #[must_use]
    pub fn export_choice(&self) -> ExportChoice {
        self.exportable().map_or(self.settings.export, |listing| self.settings.export.of(&listing.rows))
    }

    /// The files that the original records of the present table make; `None` while that is being found out.
    #[must_use]
    pub fn planned_originals(&self) -> Option<Result<&Originals, &str>> {
        let planned = self.exporting.planned.as_ref()?;
        let is_present = self.exportable().is_some_and(|listing| Arc::ptr_eq(listing, &planned.listing));
        is_present.then(|| planned.result.as_ref().map_err(String::as_str))
    }

    pub(super) fn open_export(&mut self) {
        if !matches!(self.view, View::Log(_)) {
            self.show(View::Log(self.log));
        }
        self.sheet = Some(Sheet::Export);
    }

    /// Asks for the file of the export that is chosen.
    pub(super) fn choose_export_file(&mut self) {
        let Some(request) = self.export_request() else { return };
        let ending = if request.choice.extent == Extent::Originals {
            match self.planned_originals() {
                Some(Ok(originals)) => originals.ending(),
                Some(Err(_)) | None => return,
            }
        } else {
            request.choice.format.ending()
        };
        let name = export::file_name(&request.listing, ending);
        self.exporting.chosen = Some(request);
        self.effects.push(Effect::PickExportFile { name, ending });
    }

    fn export_request(&self) -> Option<ExportRequest> {
        Some(ExportRequest {
            listing: self.exportable()?.clone(),
            layout: self.settings.table(self.log).clone(),
            choice: self.export_choice(),
            path: PathBuf::new(),
            rows_per_sheet: ROWS_PER_SHEET,
        })
    }

    /// Writes what was chosen to this file, or lets it be where there is none.
    pub(super) fn export_to(&mut self, path: Option<PathBuf>) {
        let chosen = self.exporting.chosen.take();
        let Some(path) = path else { return };
        if self.refuse_while_hiding() {
            return;
        }
        let Some(request) = chosen.or_else(|| self.export_request()) else { return };
        if self.exporting.running.is_some() {
            let text = text!("export-other-runs").to_owned();
            self.notice = Some(Notice { text, is_error: true });
            return;
        }
        self.sheet = None;
        self.notice = None;
        let progress = Arc::new(ExportProgress::default());
        let request = ExportRequest { path: path.clone(), ..request };
        if self.jobs.export(request, progress.clone()) {
            self.exporting.running = Some(RunningExport { path, progress, of: Exports::Table });
        }
    }

    pub(super) fn take_exported(&mut self, exported: Exported) {
        self.exporting.running = None;
        let text = match exported.result {
            Ok(written) => {
                let path = self.shown_path(&exported.path);
                match written.cut_cells {
                    0 => text!("export-wrote", rows = written.rows, path = path),
                    cut => text!("export-wrote-cut", rows = written.rows, path = path, cells = cut),
                }
            }
            Err(ExportError::Cancelled) => text!("export-cancelled").to_owned(),
            Err(error) => return self.tell_failure(error.to_string()),
        };
        self.notice = Some(Notice { text, is_error: false });
    }

    pub(super) fn take_planned(&mut self, planned: PlannedOriginals) {
        // What was cancelled may still arrive.
        let is_awaited =
            self.exporting.planning.as_ref().is_some_and(|(listing, _)| Arc::ptr_eq(listing, &planned.listing));
        if is_awaited {
            self.exporting.planning = None;
            self.exporting.planned = Some(planned);
        }
    }

    /// Finds out which files original records make, once the dialog wants to say so; forgets it when the dialog
    /// closes.
    pub(super) fn plan_originals(&mut self) {
        if self.sheet != Some(Sheet::Export) {
            if let Some((_, progress)) = self.exporting.planning.take() {
                progress.cancel();
            }
            self.exporting.planned = None;
            return;
        }
        let is_wanted = self.export_choice().extent == Extent::Originals;
        let listing = self.exportable().filter(|_| is_wanted && self.planned_originals().is_none()).cloned();
        let Some(listing) = listing else { return };
        if listing.columns.is_private() {
            let result = Err(ExportError::Private.to_string());
            self.exporting.planned = Some(PlannedOriginals { listing, result });
            return;
        }
        if let Some((known, progress)) = &self.exporting.planning {
            if Arc::ptr_eq(known, &listing) {
                return;
            }
            progress.cancel();
        }
        let progress = Arc::new(ExportProgress::default());
        if self.jobs.plan_originals(listing.clone(), progress.clone()) {
            self.exporting.planning = Some((listing, progress));
        }
    }

    pub(super) fn cancel_export(&self) {
        if let Some(running) = &self.exporting.running {
            running.progress.cancel();
        }
    }

    /// Stops what writes a file and waits until nothing of it is left. For the end of the program.
    pub fn stop_exports(&self) {
        self.cancel_export();
        let since = Instant::now();
        while self.exporting.running.as_ref().is_some_and(|running| !running.progress.has_ended())
            && since.elapsed() < LAST_WAIT
        {
            thread::sleep(Duration::from_millis(5));
        }
    }

    pub(super) fn set_export(&mut self, choice: ExportChoice) {
        self.settings.export = choice;
    }
}

/// The choice in which CSV alone has a byte order mark to decide on.
#[must_use]
pub fn may_have_bom(choice: ExportChoice, originals: Option<&Originals>) -> bool {
    match choice.extent {
        Extent::Originals => originals.is_some_and(|originals| originals.ending() != "json"),
        Extent::Table | Extent::SignIns | Extent::AllFields => choice.format == ExportFormat::Csv,
    }
}
