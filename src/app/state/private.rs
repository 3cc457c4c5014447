//! Making names private and showing them again.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::super::command::Sheet;
use super::super::jobs::{Report, TableReport, Task};
use super::super::listing::{Listing, RowsKey};
use super::super::private::{Veil, Words, hide_rejects, hide_sources, hiding};
use super::super::recent::InForce;
use super::super::settings::Settings;
use super::super::{View, insights::PagePlace};
use super::{Back, Found, NEXT_VERSION, SearchLine, State};
use crate::cache::Detail;
use crate::columns::Columns;
use crate::fields::Log;
use crate::query::Query;

impl State {
    /// Whether names are private, or about to be.
    #[must_use]
    pub fn is_private(&self) -> bool {
        self.private.is_wanted
    }

    /// The settings as they are to be remembered: with names, whatever the window shows.
    #[must_use]
    pub fn lasting_settings(&self) -> Settings {
        let mut settings = self.settings.clone();
        if let Some(held) = &self.private.held {
            held.clone().put(&mut settings);
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
        if self.is_loaded {
            self.private.latest = Some(self.columns.clone());
            self.jobs.run(Task::Hide(self.columns.clone()));
        }
    }

    /// Makes names private before any is shown: nothing is, until pseudonyms are known.
    pub fn begin_private(&mut self) {
        if self.private.veil.is_some() || self.private.held.is_some() {
            return;
        }
        self.private.is_wanted = true;
        self.settings.private = true;
        self.private.held = Some(Words::of(&self.settings));
        Words::default().put(&mut self.settings);
        if self.is_loaded {
            let real = std::mem::take(&mut self.columns);
            self.private.latest = Some(real.clone());
            self.is_loaded = false;
            self.forget_answers();
            for log in Log::ALL {
                self.table_mut(log).listing = None;
            }
            self.jobs.run(Task::Hide(real));
        }
        self.set_filter_text(Query::default());
        self.begin_history();
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
            self.private.latest = Some(columns.clone());
            self.jobs.run(Task::Hide(columns));
        } else {
            self.show_snapshot(columns);
        }
    }

    /// The same snapshot without names.
    pub(super) fn take_hidden(&mut self, real: Arc<Columns>, hidden: Arc<Columns>) {
        if !self.private.is_wanted {
            return;
        }
        match self.private.veil.take() {
            Some(veil) => {
                self.hide_anew(veil, real, hidden.clone());
                self.show_snapshot(hidden);
            }
            None => self.hide_names(real, &hidden),
        }
    }

    /// Hides what is shown by the pseudonyms of a new snapshot, which knows names that the one before did not.
    fn hide_anew(&mut self, mut old: Veil, real: Arc<Columns>, hidden: Arc<Columns>) {
        let history = std::mem::take(&mut old.history);
        let now = Words::of(&self.settings);
        let veil = Veil::new(real, hidden, old.real_words(now.clone()), history);
        self.insights.tell_anew(&|place| veil.place(&old.place(place, true), false), &|name| {
            veil.name(&old.name(name, true), false)
        });
        let (is_same_filter, are_same_views) = (veil.shown.query == now.query, veil.shown.views == now.views);
        self.settings.recent_queries.clone_from(&veil.shown.recent_queries);
        if !is_same_filter {
            let query = veil.shown.query.parse().unwrap_or_default();
            self.set_filter_text(query);
        }
        if !are_same_views {
            self.settings.views.clone_from(&veil.shown.views);
        }
        if !(is_same_filter && are_same_views) {
            self.begin_history();
        }
        self.private.veil = Some(veil);
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
    fn hide_names(&mut self, real: Arc<Columns>, hidden: &Arc<Columns>) {
        self.end_typing();
        let words = self.private.held.take().unwrap_or_else(|| Words::of(&self.settings));
        let history = std::mem::take(&mut self.history);
        // What was held back is in force from now on.
        self.query = words.query.parse().unwrap_or_default();
        let veil = Veil::new(real, hidden.clone(), words, history);
        veil.shown.clone().put(&mut self.settings);
        let tell = |query: &Query| query.retold(&veil.real, &veil.hidden, &hiding(&veil.hidden));
        let query = veil.shown.query.parse().unwrap_or_else(|_| tell(&self.query));
        self.tell_anew(hidden, query, &tell, &|place| veil.place(place, false), &|name| veil.name(name, false));
        let hide = hiding(hidden);
        hide_sources(&mut self.sources, &hide);
        hide_rejects(&mut self.rejects, &hide);
        self.imports.hide_places();
        self.lookup = hide(&self.lookup);
        for open in self.detail.iter_mut().chain(&mut self.detail_windows) {
            if let Found::Ready(detail) = &open.found {
                open.found = hidden_detail(hidden, detail);
            }
        }
        drop(hide);
        self.private.veil = Some(veil);
        self.show_snapshot(hidden.clone());
        self.begin_history();
    }

    /// Shows names again.
    fn show_names(&mut self) {
        self.private.is_wanted = false;
        self.settings.private = false;
        self.end_typing();
        let latest = self.private.latest.take();
        if let Some(held) = self.private.held.take() {
            held.put(&mut self.settings);
            let query: Query = self.settings.query.parse().unwrap_or_default();
            self.set_filter_text(query);
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
            self.jobs.run(Task::ListSources);
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
            title: name(&back.title),
            query: tell(&back.query),
            // The figure in words may name somebody anywhere.
            figure: "a figure".to_owned(),
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
        if self.sheet == Some(Sheet::Picture) {
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

    /// A text about files or of a report, as far as it may be shown.
    pub(super) fn shown_text(&self, text: &str) -> String {
        match &self.private.veil {
            Some(veil) => hiding(&veil.hidden)(text),
            None => text.to_owned(),
        }
    }

    /// A path as it may be shown: without names, the folders tell whose computer this is.
    pub(in crate::app) fn shown_path(&self, path: &Path) -> String {
        if !self.is_private() {
            return path.display().to_string();
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        self.shown_text(&name)
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
        _ => None,
    }
}
