//! All that the running program knows.

mod detail;
mod private;
mod table;
mod update;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::{Duration, Instant};

use eframe::egui::ColorImage;

use super::assigning::Assigning;
use super::clipboard::CopyTurns;
use super::code_counts::CodeCounts;
use super::command::{Sheet, View};
use super::encryption::Encryption;
use super::exporting::Exporting;
use super::history::History;
use super::imports::Imports;
use super::insights::{Insights, PagePlace};
use super::jobs::{
    Counts, CountsKey, Facets, FacetsKey, Jobs, Outbox, SuggestKey, Suggestions, Task, Values, ValuesKey, Wake,
    WaysOut, WaysOutKey,
};
use super::listing::{Listing, RowsKey};
use super::notes::Notes;
use super::packing::Packing;
use super::picturing::Picturing;
use super::private::Private;
use super::recent::InForce;
use super::retention::Retention;
use super::settings::Settings;
use super::timings::Timings;
use super::trouble::CacheTrouble;
use super::verifying::Verifying;
use crate::cache::{CacheFile, Leaving, RejectedRecord, Source, SourceId};
use crate::columns::Columns;
use crate::fields::{Field, Log, Logs, Noun, Report};
use crate::query::{ParseError, Query};
use crate::record::EventId;
use crate::texts::text;

pub use detail::{Found, OpenDetail};
pub use table::{Selected, TableState};

/// The search line: its text, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct SearchLine {
    /// What the user sees and types.
    pub text: String,
    /// Why the text is no query; the last good one stays in force.
    pub error: Option<ParseError>,
    /// Whether the next frame puts the cursor into the line.
    pub wants_focus: bool,
    /// What was typed but is not in force yet: while the user types on, half a word filters nothing.
    pub(super) typed: Option<(Instant, Query)>,
}

/// After a pause of so long what was typed comes into force.
pub(super) const TYPING_PAUSE: Duration = Duration::from_millis(200);

/// How many rejected records are loaded and listed; an export has them all.
pub const LISTED_REJECTS: usize = 500;

/// What an open picker lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picked {
    /// The field whose values they are.
    pub field: Field,
    /// The logs whose sign-ins are counted.
    pub logs: Logs,
    /// The filter without the part that the picker changes.
    pub query: Query,
}

/// The report from which the user went to the sign-ins behind a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Back {
    /// The report.
    pub view: View,
    /// The page of insights, if it is one.
    pub place: Option<PagePlace>,
    /// The filter that was in force there.
    pub query: Query,
    /// The figure behind which the sign-ins are, in words.
    pub figure: String,
    /// The logs whose sign-ins make the figure.
    pub logs: Logs,
    /// The filter with which the sign-ins were shown.
    pub(super) shown: Query,
}

impl Back {
    /// What the report is called within a sentence.
    #[must_use]
    pub fn title(&self) -> &str {
        match (&self.place, self.view) {
            (Some(place), _) => place.shown_title(),
            (None, View::Errors) => text!("action-back-errors"),
            (None, View::Sources) => text!("action-back-sources"),
            (None, view) => view.title(),
        }
    }
}

/// A sentence for the user, shown until it is taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The sentence.
    pub text: String,
    /// Whether something failed.
    pub is_error: bool,
}

/// What only the window itself can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Put a text on the clipboard.
    Copy(String),
    /// Ask for files to import.
    PickFiles,
    /// Ask for a folder to import.
    PickFolder,
    /// Ask where to write the rejected records.
    PickRejectsFile,
    /// Ask where to write an export.
    PickExportFile {
        /// The name that is proposed.
        name: String,
        /// The ending of the file.
        ending: &'static str,
    },
    /// Ask where to write a table of a page.
    PickTableFile {
        /// The name that is proposed, without ending.
        name: String,
    },
    /// Put a picture on the clipboard.
    CopyImage(Arc<ColorImage>),
    /// Ask where to write a picture.
    PickPictureFile {
        /// The name that is proposed, without ending.
        name: String,
        /// The ending of the file.
        ending: &'static str,
    },
    /// Ask where to write a review pack.
    PickPackFile {
        /// The name that is proposed.
        name: String,
        /// The ending of the file.
        ending: &'static str,
    },
    /// Light, dark, or as the system has it: the settings tell.
    ApplyTheme,
    /// Close the window.
    Quit,
    /// Show the sample tenant's cache, or the user's own again.
    SwitchCache {
        /// Whether it is the sample's.
        sample: bool,
    },
    /// Import these paths into the cache that is shown by then.
    Import(Vec<PathBuf>),
}

/// Numbers of snapshots, different for every snapshot of every cache of a run of the program.
static NEXT_VERSION: AtomicU64 = AtomicU64::new(1);

/// All that the running program knows. Views borrow it; [`State::apply`] alone changes it.
#[derive(Debug)]
pub struct State {
    /// What is remembered between two runs.
    pub settings: Settings,
    /// The sign-ins.
    pub columns: Arc<Columns>,
    /// Whether the cache was read at least once.
    pub is_loaded: bool,
    /// Whether the sign-ins are those of the sample tenant.
    pub is_sample: bool,
    /// What the window shows.
    pub view: View,
    /// The log whose table was shown last.
    pub log: Log,
    /// The log of each report that was shown last.
    pub(super) last_of: [Option<Log>; Report::COUNT],
    /// The filter, for all tabs.
    pub query: Query,
    /// The search line.
    pub search: SearchLine,
    /// The filter of which a log with a match is to be shown.
    pub(super) sought: Option<Query>,
    /// The counts beside the tabs, as last answered.
    pub counts: Option<Arc<Counts>>,
    /// What the open picker lists.
    pub picker: Option<Picked>,
    /// The place of a part of the filter whose editor the next frame opens.
    pub edit_part: Option<usize>,
    /// The values for the picker, as last answered.
    pub values: Option<Arc<Values>>,
    /// The pages of insights.
    pub insights: Insights,
    /// The completions of the search line, as last answered since the cursor is in it.
    pub suggestions: Option<Arc<Suggestions>>,
    /// The error codes of all sign-ins, as last answered.
    pub codes: Option<Arc<CodeCounts>>,
    /// The counts of the facet panel, as last answered.
    pub facets: Option<Arc<Facets>>,
    /// What would let an empty table show something, as last answered.
    pub ways_out: Option<Arc<WaysOut>>,
    /// Whether the column chooser is open.
    pub is_chooser_open: bool,
    /// The files of the present and the last import.
    pub imports: Imports,
    /// What was imported.
    pub sources: Vec<Source>,
    /// What could not be read: the first [`LISTED_REJECTS`].
    pub rejects: Vec<RejectedRecord>,
    /// The source that is asked about: should it be forgotten?
    pub forget_asked: Option<SourceId>,
    /// What would go with it, once that is known.
    pub forget_weighed: Option<Leaving>,
    /// The way back to a report.
    pub back: Option<Back>,
    /// The side panel.
    pub detail: Option<OpenDetail>,
    /// The sign-ins in windows of their own.
    pub detail_windows: Vec<OpenDetail>,
    /// What the lookup of error codes was last asked for.
    pub lookup: String,
    /// The page over the window.
    pub sheet: Option<Sheet>,
    /// The export that is being chosen, and the one that runs.
    pub exporting: Exporting,
    /// Whether the files that were imported are still what they were.
    pub verifying: Verifying,
    /// The picture that is being chosen.
    pub picturing: Picturing,
    /// The review pack that is being chosen.
    pub packing: Packing,
    /// The table whose columns are being assigned.
    pub assigning: Option<Assigning>,
    /// The question whether old records should be forgotten, if it is asked.
    pub retention: Option<Retention>,
    /// What keeps the cache from being used, if something does.
    pub trouble: Option<CacheTrouble>,
    /// Whether the cache is encrypted, and whether that is being changed.
    pub encryption: Encryption,
    /// Something to tell.
    pub notice: Option<Notice>,
    /// How long frames and answers took lately.
    pub timings: Timings,
    /// Bookmarks and notes that are not in the snapshot yet.
    pub notes: Notes,
    /// The turns of what is copied; a state that is shown in another's place shares them.
    pub copies: CopyTurns,
    pub(super) private: Private,
    pub(super) history: History,
    pub(super) recent: InForce,
    pub(super) effects: Vec<Effect>,
    pub(super) jobs: Jobs,
    tables: [TableState; Log::ALL.len()],
    /// Since when the cache holds other sign-ins than those that are loaded.
    behind_since: Option<Instant>,
    pub(super) version: u64,
    pub(super) asked_facets: Option<FacetsKey>,
    pub(super) asked_ways_out: Option<WaysOutKey>,
    asked_rows: Option<RowsKey>,
    pub(super) asked_shared: Option<Arc<Listing>>,
    pub(super) asked_summary: Option<(Log, u64)>,
    asked_counts: Option<CountsKey>,
    asked_values: Option<ValuesKey>,
    asked_suggestions: Option<SuggestKey>,
    asked_codes: Option<u64>,
    completing: Option<(String, usize)>,
}

impl State {
    /// The state in which the sample tenant is shown: imported anew unless `cache` holds it already.
    #[must_use]
    pub fn sample(settings: Settings, cache: CacheFile, wake: Wake) -> Self {
        let mut state = Self::new(settings, cache, wake);
        state.is_sample = true;
        state.imports.announce();
        state.jobs.run(Task::ImportSample);
        state
    }

    /// The state at the start: settings as remembered, the cache about to be read.
    #[must_use]
    pub fn new(mut settings: Settings, cache: impl Into<CacheFile>, wake: Wake) -> Self {
        settings.views.read_active();
        let mut jobs = Jobs::start(cache.into(), wake);
        jobs.run(Task::Load);
        jobs.run(Task::ListSources);
        let view = View::from_key(&settings.view).unwrap_or(View::Log(Log::Interactive));
        let query: Query = settings.query.parse().unwrap_or_default();
        let mut state = Self {
            search: SearchLine { text: query.to_string(), ..SearchLine::default() },
            settings,
            columns: Arc::default(),
            is_loaded: false,
            is_sample: false,
            last_of: [None; Report::COUNT],
            view,
            log: if let View::Log(log) = view { log } else { Log::Interactive },
            query,
            sought: None,
            counts: None,
            picker: None,
            edit_part: None,
            values: None,
            insights: Insights::default(),
            suggestions: None,
            codes: None,
            facets: None,
            ways_out: None,
            is_chooser_open: false,
            imports: Imports::default(),
            sources: Vec::new(),
            rejects: Vec::new(),
            forget_asked: None,
            forget_weighed: None,
            back: None,
            detail: None,
            detail_windows: Vec::new(),
            lookup: String::new(),
            sheet: None,
            exporting: Exporting::default(),
            verifying: Verifying::default(),
            picturing: Picturing::default(),
            packing: Packing::default(),
            assigning: None,
            retention: None,
            trouble: None,
            encryption: Encryption::default(),
            notice: None,
            timings: Timings::default(),
            notes: Notes::default(),
            copies: CopyTurns::default(),
            private: Private::default(),
            history: History::default(),
            recent: InForce::default(),
            effects: Vec::new(),
            jobs,
            tables: Default::default(),
            behind_since: Some(Instant::now()),
            version: 0,
            asked_facets: None,
            asked_ways_out: None,
            asked_rows: None,
            asked_shared: None,
            asked_summary: None,
            asked_counts: None,
            asked_values: None,
            asked_suggestions: None,
            asked_codes: None,
            completing: None,
        };
        if View::from_key(&state.settings.view) == Some(View::Insights)
            && let Some(place) = PagePlace::from_key(&state.settings.view)
        {
            state.insights.options.place = place;
        }
        state.begin_history();
        if state.settings.private {
            state.begin_private();
        }
        state
    }

    /// Takes in what the jobs have sent and asks what the present view needs. Call it once per frame,
    /// before drawing.
    pub fn update(&mut self) {
        self.collect();
        if let Some((_, query)) = self.search.typed.take_if(|(since, _)| since.elapsed() >= TYPING_PAUSE) {
            self.put_in_force(query);
            self.record_step(true);
        }
        self.write_settled_notes();
        self.imports.settle(Instant::now());
        if self.recent.remaining().is_some_and(|soon| soon.is_zero()) {
            self.recent.remember(&mut self.settings);
        }
        self.ask();
    }

    pub(super) fn collect(&mut self) {
        for report in self.jobs.collect() {
            self.take(report);
        }
    }

    /// How long the window may sleep before [`Self::update`] has something to do that no job announces.
    #[must_use]
    pub fn next_update(&self) -> Option<Duration> {
        let typed = self.search.typed.as_ref().map(|(since, _)| TYPING_PAUSE.saturating_sub(since.elapsed()));
        let waited = [typed, self.notes.next_write(), self.recent.remaining(), self.imports.next_settling()];
        waited.into_iter().flatten().min()
    }

    /// Whether anything runs or waits whose end would change what is shown.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.jobs.is_busy()
            || !self.effects.is_empty()
            || self.search.typed.is_some()
            || self.notes.next_write().is_some()
    }

    /// Whether the cache has changed and its sign-ins are being loaded.
    #[must_use]
    pub fn is_loading(&self) -> bool {
        self.behind_since.is_some() && self.jobs.is_busy()
    }

    /// The figure behind which the sign-ins are that are shown; `None` once another filter is in force.
    #[must_use]
    pub fn figure_shown(&self) -> Option<&Back> {
        self.back.as_ref().filter(|back| back.shown == self.query && matches!(self.view, View::Log(_)))
    }

    /// Whether a sheet or a question lies over the window, which alone takes keys then.
    #[must_use]
    pub fn is_covered(&self) -> bool {
        self.sheet.is_some() || self.forget_asked.is_some() || self.retention.is_some() || self.trouble.is_some()
    }

    /// How many records could not be read.
    #[must_use]
    pub fn reject_count(&self) -> u64 {
        self.sources.iter().map(|source| source.counts.rejected).sum()
    }

    /// What the table of a log shows.
    #[must_use]
    pub fn table(&self, log: Log) -> &TableState {
        &self.tables[log as usize]
    }

    /// The table that is shown, or was shown last.
    #[must_use]
    pub fn present_table(&self) -> &TableState {
        self.table(self.log)
    }

    pub(super) fn present_table_mut(&mut self) -> &mut TableState {
        self.table_mut(self.log)
    }

    pub(super) fn table_mut(&mut self, log: Log) -> &mut TableState {
        &mut self.tables[log as usize]
    }

    /// Notes how many lines the table of a log has room for; the view knows it only once it has drawn.
    pub fn set_page(&mut self, log: Log, lines: u64) {
        self.tables[log as usize].page = lines;
    }

    /// Forgets which line to bring into view and that columns were to be fitted, once the view has done it.
    pub fn scrolled(&mut self, log: Log) {
        let table = self.table_mut(log);
        table.scroll_to = None;
        table.fit_columns = false;
    }

    /// Whether the rows of a log are folded at the moment.
    #[must_use]
    pub fn is_grouped(&self, log: Log) -> bool {
        self.grouping(log).is_on()
    }

    /// The logs of sign-ins, each of which has a tab: AD FS only if there is any sign-in of it.
    #[must_use]
    pub fn tabs(&self) -> Vec<Log> {
        let is_shown = |log: &Log| Log::TABS.contains(log) || !self.columns.rows_of(*log).is_empty();
        Logs::SIGN_INS.iter().filter(is_shown).collect()
    }

    /// The further reports that have a tab: those with records, and the one that is shown.
    #[must_use]
    pub fn report_tabs(&self) -> Vec<Report> {
        let others = Report::ALL.into_iter().filter(|report| *report != Report::SignIns);
        others.filter(|report| !self.logs_of(*report).is_empty()).collect()
    }

    /// The logs of a report that have records, and the one that is shown.
    #[must_use]
    pub fn logs_of(&self, report: Report) -> Vec<Log> {
        let is_shown = |log: &Log| self.view == View::Log(*log) || !self.columns.rows_of(*log).is_empty();
        Logs::of_report(report).iter().filter(is_shown).collect()
    }

    /// The log that the tab of a report shows: the one that it showed last, else the first that has records.
    #[must_use]
    pub fn log_of(&self, report: Report) -> Option<Log> {
        let logs = self.logs_of(report);
        let last = self.last_of.get(report as usize).copied().flatten().filter(|log| logs.contains(log));
        last.or_else(|| logs.first().copied())
    }

    /// What the record with this number is called; a neutral word if it is not loaded.
    #[must_use]
    pub fn noun_of(&self, event: EventId) -> Noun {
        self.columns.row_of(event).map_or(Noun::RECORD, |row| self.columns.log(row).noun())
    }

    /// The log to try a filter in: the present one if it has all the fields that are asked for, or else one that has
    /// them and sign-ins, or has them at least.
    #[must_use]
    pub fn log_with(&self, query: &Query) -> Log {
        let has_fields = |log: &Log| query.for_log(*log) == *query;
        let has_sign_ins = |log: &Log| !self.columns.rows_of(*log).is_empty();
        let mut logs = Log::ALL.into_iter().filter(has_fields);
        if has_fields(&self.log) {
            return self.log;
        }
        let first = logs.clone().next();
        logs.find(has_sign_ins).or(first).unwrap_or(self.log)
    }

    /// What only the window itself can do, to be done now.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// Where a dialog of the system's sends what it brings.
    #[must_use]
    pub fn outbox(&self) -> Outbox {
        self.jobs.outbox()
    }

    /// The text of the search line and the byte of the cursor in it, to be completed; `None` once the cursor
    /// is elsewhere.
    pub fn set_completing(&mut self, completing: Option<(String, usize)>) {
        if completing.is_some() != self.completing.is_some() {
            self.end_typing();
        }
        if completing.is_none() {
            if self.completing.is_some() {
                self.recent.remember(&mut self.settings);
            }
            self.suggestions = None;
            self.asked_suggestions = None;
        }
        self.completing = completing;
    }

    /// Takes over how the window looks when this state is shown in another's place. View, filter and the saved view
    /// that is active are its own.
    pub fn adopt(&mut self, settings: &Settings) {
        let own = std::mem::replace(&mut self.settings, settings.clone());
        self.settings.view = own.view;
        self.settings.query = own.query;
        self.settings.views.keep_active(own.views);
        self.begin_history();
    }

    /// Writes settings beside the window's thread.
    pub fn save_settings(&mut self, path: PathBuf, settings: Settings) {
        self.jobs.run(Task::SaveSettings(path, Box::new(settings)));
    }
}

#[cfg(test)]
mod tests;
