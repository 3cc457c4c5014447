//! Making names private and showing them again.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::super::View;
use super::super::command::Sheet;
use super::super::export::ExportError;
use super::super::history::History;
use super::super::insights::{PagePath, PagePlace};
use super::super::jobs::{Report, TableReport, Task};
use super::super::listing::{Listing, RowsKey};
use super::super::packing::Packing;
use super::super::private::{Held, Told, Veil, Words, hide_rejects, hide_sources};
use super::super::recent::InForce;
use super::super::settings::Settings;
use super::{Back, Found, NEXT_VERSION, Notice, SearchLine, State};
use crate::cache::Detail;
use crate::columns::Columns;
use crate::fields::Log;
use crate::query::Query;
use crate::texts::text;

impl State {
    /// Whether names are private, or about to be.
    #[must_use]
    pub fn is_private(&self) -> bool {
        self.private.is_wanted
    }

    /// Whether names are to be private and still wait for their pseudonyms.
    #[must_use]
    pub fn is_hiding(&self) -> bool {
        self.private.is_wanted && !self.columns.is_private()
    }

    /// The settings as they are to be remembered: with names, whatever the window shows.
    #[must_use]
    pub fn lasting_settings(&self) -> Settings {
        let mut settings = self.settings.clone();
        if let Some(held) = &self.private.held {
            held.words.clone().put(&mut settings);
        } else if let Some(veil) = &self.private.veil {
            veil.real_words(Words::of(&settings)).put(&mut settings);
        }
        settings
    }

    /// The sign-ins with names, for what is written to the cache.
    pub(in crate::app) fn real_columns(&self) -> &Arc<Columns> {
        match &self.private.veil {
            Some(veil) => &veil.real,
            None => self.private.latest.as_ref().unwrap_or(&self.columns),
        }
    }

    /// Makes names private, or shows them again.
    pub(in crate::app) fn toggle_private(&mut self) {
        if self.private.is_wanted {
            self.show_names();
            return;
        }
        self.private.is_wanted = true;
        self.settings.private = true;
        self.write_notes();
        // What was begun with names is not to be finished once they are private.
        self.exporting.forget_choice();
        self.packing.forget_choice();
        self.picturing.forget();
        let _ = self.take_data_file();
        self.copies.end_all();
        self.assigning = None;
        if self.sheet == Some(Sheet::Assign) {
            self.sheet = None;
        }
        if self.is_loaded {
            self.hide(self.columns.clone());
        }
    }

    /// Lets a job make a snapshot private.
    fn hide(&mut self, columns: Arc<Columns>) {
        let words = match (&self.private.held, &self.private.veil) {
            (Some(held), _) => held.words.clone(),
            (None, Some(veil)) => veil.real_words(Words::of(&self.settings)),
            (None, None) => Words::of(&self.settings),
        };
        self.private.latest = Some(columns.clone());
        self.jobs.run(Task::Hide(columns, Box::new(words)));
    }

    /// Makes names private before any is shown: nothing is, until pseudonyms are known.
    pub fn begin_private(&mut self) {
        if self.private.veil.is_some() || self.private.held.is_some() {
            return;
        }
        self.private.is_wanted = true;
        self.settings.private = true;
        let options = self.insights.options.clone();
        let blank = options.without_names();
        let path = self.insights.path();
        self.insights.restore(&blank, &PagePath::default());
        self.private.held = Some(Held {
            words: Words::of(&self.settings),
            options,
            blank,
            path,
            back: self.back.take(),
            lookup: std::mem::take(&mut self.lookup),
            title: std::mem::replace(&mut self.packing.title, Packing::default().title),
            history: std::mem::take(&mut self.history),
        });
        Words::default().put(&mut self.settings);
        self.forget_answers();
        self.hide_files();
        for open in self.detail.iter_mut().chain(&mut self.detail_windows) {
            if matches!(open.found, Found::Ready(_)) {
                open.found = Found::Loading;
            }
        }
        for log in Log::ALL {
            let table = self.table_mut(log);
            table.listing = None;
            table.shared = HashMap::new();
        }
        if self.is_loaded {
            let real = std::mem::take(&mut self.columns);
            self.is_loaded = false;
            self.hide(real);
        }
        self.set_filter_text(Query::default());
        self.begin_history();
    }

    /// Brings back what was held back. What was chosen since stays.
    fn bring_back(&mut self, held: Held) -> (Words, History) {
        if self.insights.options == held.blank {
            self.insights.restore(&held.options, &held.path);
        }
        if self.back.is_none() {
            self.back = held.back;
        }
        if self.lookup.is_empty() {
            self.lookup = held.lookup;
        }
        if self.packing.title == Packing::default().title {
            self.packing.title = held.title;
        }
        (held.words, held.history)
    }

    /// Lets sources, rejects and imports name nobody.
    fn hide_files(&mut self) {
        let private = &self.private;
        let hide = |text: &str| private.shown_text(text);
        hide_sources(&mut self.sources, &hide);
        hide_rejects(&mut self.rejects, &hide);
        self.imports.hide_names(&hide);
    }

    /// Shows names again, if they are private.
    pub fn show_names_again(&mut self) {
        if self.private.is_wanted {
            self.show_names();
        }
    }

    /// A new snapshot, with names.
    pub(super) fn take_loaded(&mut self, columns: Arc<Columns>) {
        if self.private.is_wanted {
            self.hide(columns);
        } else {
            self.show_snapshot(columns);
        }
    }

    /// The same snapshot without names.
    pub(super) fn take_hidden(&mut self, real: Arc<Columns>, hidden: Arc<Columns>, told: &Told) {
        if !self.private.is_wanted {
            return;
        }
        match self.private.veil.take() {
            Some(veil) => {
                self.hide_anew(veil, real, hidden.clone(), told);
                self.show_snapshot(hidden);
            }
            None => self.hide_names(real, &hidden, told),
        }
        // Their names are told by the new pseudonyms.
        self.jobs.run(Task::ListSources);
    }

    /// Hides what is shown by the pseudonyms of a new snapshot, which knows names that the one before did not.
    fn hide_anew(&mut self, mut old: Veil, real: Arc<Columns>, hidden: Arc<Columns>, told: &Told) {
        let now = Words::of(&self.settings);
        let mut veil = Veil::new(real, hidden, old.real_words(now.clone()), told);
        veil.history = std::mem::take(&mut old.history);
        let name = |name: &str| veil.name(&old.name(name, true), false);
        let place = |place: &PagePlace| veil.place(&old.place(place, true), false);
        self.insights.tell_anew(&place, &name);
        let tell = |query: &Query| veil.shown_query(&old.real_query(query));
        self.back = self.back.take().map(|back| Back {
            place: back.place.as_ref().map(place),
            query: tell(&back.query),
            shown: tell(&back.shown),
            figure: veil.hide(&back.figure),
            ..back
        });
        let (is_same_filter, are_same_views) = (veil.shown.query == now.query, veil.shown.views == now.views);
        self.settings.recent_queries.clone_from(&veil.shown.recent_queries);
        if !is_same_filter {
            let query = veil.shown.query.parse().unwrap_or_else(|_| tell(&self.query));
            self.set_filter_text(query);
        }
        if !are_same_views {
            self.settings.views.clone_from(&veil.shown.views);
        }
        if !(is_same_filter && are_same_views) {
            self.begin_history();
        }
        self.lookup = veil.hide_typed(old.real_typed(&self.lookup));
        self.packing.title = veil.hide_typed(old.real_typed(&self.packing.title));
        self.private.veil = Some(veil);
        self.hide_files();
    }

    fn show_snapshot(&mut self, columns: Arc<Columns>) {
        self.columns = columns;
        self.is_loaded = true;
        self.behind_since = None;
        self.version = NEXT_VERSION.fetch_add(1, Ordering::Relaxed);
        self.insights.outdate(self.view == View::Insights);
        self.settle_notes();
        self.read_details_anew();
    }

    /// Lets pseudonyms stand for names in all that is shown.
    fn hide_names(&mut self, real: Arc<Columns>, hidden: &Arc<Columns>, told: &Told) {
        self.end_typing();
        let (words, history) = match self.private.held.take() {
            Some(held) => {
                let (words, history) = self.bring_back(held);
                // What was held back is in force from now on.
                self.query = words.query.parse().unwrap_or_default();
                (words, history)
            }
            None => (Words::of(&self.settings), std::mem::take(&mut self.history)),
        };
        let mut veil = Veil::new(real, hidden.clone(), words, told);
        veil.history = history;
        veil.shown.clone().put(&mut self.settings);
        let query = veil.shown.query.parse().unwrap_or_else(|_| veil.shown_query(&self.query));
        let tell = |query: &Query| veil.shown_query(query);
        self.tell_anew(hidden, query, &tell, &|place| veil.place(place, false), &|name| veil.name(name, false));
        self.lookup = veil.hide_typed(std::mem::take(&mut self.lookup));
        self.packing.title = veil.hide_typed(std::mem::take(&mut self.packing.title));
        for open in self.detail.iter_mut().chain(&mut self.detail_windows) {
            if let Found::Ready(detail) = &open.found {
                open.found = hidden_detail(hidden, detail);
            }
        }
        self.private.veil = Some(veil);
        self.hide_files();
        self.show_snapshot(hidden.clone());
        self.begin_history();
    }

    /// Shows names again.
    fn show_names(&mut self) {
        self.private.is_wanted = false;
        self.settings.private = false;
        self.end_typing();
        let latest = self.private.latest.take();
        self.imports.show_names();
        self.jobs.run(Task::ListSources);
        if let Some(held) = self.private.held.take() {
            let (words, history) = self.bring_back(held);
            words.put(&mut self.settings);
            let query: Query = self.settings.query.parse().unwrap_or_default();
            self.set_filter_text(query);
            self.history = history;
            self.record_step(false);
        }
        if let Some(mut veil) = self.private.veil.take() {
            let is_same = self.settings.query == veil.shown.query;
            let query = veil.real_query(&self.query);
            veil.real_words(Words::of(&self.settings)).put(&mut self.settings);
            self.settings.query = query.to_string();
            let real = veil.real.clone();
            let tell = |query: &Query| query.retold(&veil.hidden, &veil.real, &str::to_owned);
            self.tell_anew(&real, query, &tell, &|place| veil.place(place, true), &|name| veil.name(name, true));
            for open in self.detail.iter_mut().chain(&mut self.detail_windows) {
                if matches!(open.found, Found::Ready(_)) {
                    open.found = Found::Loading;
                }
            }
            self.lookup = veil.real_typed(&self.lookup);
            self.packing.title = veil.real_typed(&self.packing.title);
            if is_same {
                self.history = std::mem::take(&mut veil.history);
                self.record_step(false);
            } else {
                self.begin_history();
            }
            self.show_snapshot(latest.unwrap_or(real));
        } else if let Some(latest) = latest {
            self.show_snapshot(latest);
        }
    }

    /// Tells all that is shown in other words about the same sign-ins.
    fn tell_anew(
        &mut self,
        columns: &Arc<Columns>,
        query: Query,
        tell: &dyn Fn(&Query) -> Query,
        place: &dyn Fn(&PagePlace) -> PagePlace,
        name: &dyn Fn(&str) -> String,
    ) {
        for log in Log::ALL {
            let table = self.table_mut(log);
            table.shared = HashMap::new();
            // The rows are the same, and so stay where they are until they are asked for anew.
            table.listing = table.listing.take().and_then(|listing| {
                let is_same = listing.columns.len() == columns.len();
                let key = RowsKey { version: 0, query: tell(&listing.key.query), ..listing.key.clone() };
                is_same.then(|| Arc::new(Listing { key, columns: columns.clone(), ..(*listing).clone() }))
            });
        }
        self.back = self.back.take().map(|back| Back {
            view: back.view,
            place: back.place.as_ref().map(place),
            query: tell(&back.query),
            // The figure in words may name somebody anywhere.
            figure: text!("window-hidden-figure").to_owned(),
            logs: back.logs,
            shown: tell(&back.shown),
        });
        self.insights.tell_anew(place, name);
        self.forget_answers();
        self.set_filter_text(query);
    }

    /// Forgets what was answered in other words, and asks it anew.
    fn forget_answers(&mut self) {
        self.private.since = NEXT_VERSION.fetch_add(1, Ordering::Relaxed);
        self.version = self.private.since;
        self.insights.forget_answers();
        self.sought = None;
        self.counts = None;
        self.picker = None;
        self.edit_part = None;
        self.values = None;
        self.suggestions = None;
        self.codes = None;
        self.facets = None;
        self.ways_out = None;
        self.notice = None;
        self.exporting.forget_choice();
        self.picturing.forget();
        self.packing.forget_choice();
        // What columns hold is shown as it stands in the file.
        self.assigning = None;
        if matches!(self.sheet, Some(Sheet::Picture | Sheet::Assign)) {
            self.sheet = None;
        }
        self.copies.end_all();
        self.asked_facets = None;
        self.asked_ways_out = None;
        self.asked_rows = None;
        self.asked_shared = None;
        self.asked_summary = None;
        self.asked_counts = None;
        self.asked_values = None;
        self.asked_suggestions = None;
        self.asked_codes = None;
    }

    fn set_filter_text(&mut self, query: Query) {
        self.search = SearchLine { text: query.to_string(), ..SearchLine::default() };
        self.settings.query.clone_from(&self.search.text);
        self.query = query;
        // It was in force before, in other words.
        self.recent = InForce::default();
    }

    /// What is found of a sign-in, as far as it may be shown.
    pub(super) fn shown_detail(&self, detail: &Arc<Detail>) -> Found {
        match &self.private.veil {
            _ if !self.private.is_wanted => Found::Ready(detail.clone()),
            Some(veil) => hidden_detail(&veil.hidden, detail),
            // It is read again once pseudonyms are known.
            None if self.private.held.is_some() => Found::Loading,
            None => Found::Ready(detail.clone()),
        }
    }

    /// A sentence about something that failed, without names if these are hidden.
    pub(in crate::app) fn shown_reason(&self, sentence: String) -> String {
        self.private.shown_sentence(sentence)
    }

    /// Says that something failed.
    pub(in crate::app) fn tell_failure(&mut self, text: String) {
        tracing::warn!("{text}");
        self.notice = Some(Notice { text: self.shown_reason(text), is_error: true });
    }

    /// Says that nothing can be taken along yet if names wait for their pseudonyms; whether they do.
    pub(in crate::app) fn refuse_while_hiding(&mut self) -> bool {
        if self.is_hiding() {
            let text = text!("window-hiding-names").to_owned();
            self.notice = Some(Notice { text, is_error: false });
        }
        self.is_hiding()
    }

    /// Writes the rejected records, without names where these are private.
    pub(super) fn write_rejects(&mut self, file: PathBuf) {
        let pseudonyms = self.private.pseudonyms().cloned();
        if self.is_private() && pseudonyms.is_none() {
            self.tell_failure(ExportError::Private.to_string());
            return;
        }
        self.jobs.run(Task::WriteRejects(file, pseudonyms));
    }

    /// Where the cache is, as it may be shown.
    #[must_use]
    pub fn cache_place(&self) -> String {
        self.shown_path(self.jobs.cache().path())
    }

    /// A path as it may be shown: without names, the folders tell whose computer this is.
    #[must_use]
    pub fn shown_path(&self, path: &Path) -> String {
        if !self.is_private() {
            return path.display().to_string();
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        self.private.shown_text(&name)
    }

    /// Whether an answer is about names that are not shown any more, or the other way round.
    pub(super) fn is_outdated(&self, report: &Report) -> bool {
        version_of(report).is_some_and(|version| version < self.private.since)
    }
}

fn hidden_detail(hidden: &Columns, detail: &Detail) -> Found {
    match hidden.pseudonyms() {
        Some(pseudonyms) => Found::Ready(Arc::new(pseudonyms.detail(detail))),
        None => Found::Loading,
    }
}

/// The number of the snapshot that a report is about.
fn version_of(report: &Report) -> Option<u64> {
    match report {
        Report::Rows(listing) | Report::Table(TableReport::Shared(listing, _)) => Some(listing.key.version),
        Report::Counts(counts) => Some(counts.key.version),
        Report::Values(values) => Some(values.key.version),
        Report::Page(page) => Some(page.key.version),
        Report::Behind(behind) => Some(behind.key.version),
        Report::Preview(preview) => Some(preview.request.shown.answer.key.version),
        Report::Suggestions(suggestions) => Some(suggestions.key.version),
        Report::Codes(codes) => Some(codes.version()),
        Report::Facets(facets) => Some(facets.key.version),
        Report::WaysOut(ways_out) => Some(ways_out.key.version),
        // What tells of no sign-in, or is told otherwise when it is taken in.
        Report::Took(..)
        | Report::Failed(_)
        | Report::Loaded(_)
        | Report::Hidden(..)
        | Report::Annotated(_)
        | Report::Sources(..)
        | Report::Weighed(..)
        | Report::Forgotten(..)
        | Report::Detail(..)
        | Report::Found(_)
        | Report::Assignable(..)
        | Report::Started(_)
        | Report::Done(..)
        | Report::BrokeOff
        | Report::ForgottenOlder(..)
        | Report::Unusable(..)
        | Report::LetGo
        | Report::IsEncrypted(_)
        | Report::Encrypted(_)
        | Report::Replaced(_)
        | Report::Changed
        | Report::Written(_)
        | Report::Verified(..)
        | Report::VerifiedAll(_)
        | Report::Exported(_)
        | Report::Packed(_)
        | Report::Chosen(_)
        // Whether these are still wanted, their table or their turn tells.
        | Report::Planned(_)
        | Report::CopiedPicture(_)
        | Report::CopiedData(_)
        | Report::Table(TableReport::Summary(..) | TableReport::Copied { .. }) => None,
    }
}
