//! What the jobs bring, and what they are asked next.

use std::time::Instant;

use super::super::jobs::{Chosen, CountsKey, Question, Report, SuggestKey, Task, ValuesKey};
use super::super::listing::RowsKey;
use super::super::private::{hide_rejects, hide_sources};
use super::super::{Command, View, forgetting};
use super::{Found, Notice, Picked, State};
use crate::cache::ImportFailure;
use crate::texts::text;

impl State {
    pub(super) fn take(&mut self, report: Report) {
        if self.is_outdated(&report) {
            return;
        }
        match report {
            Report::Took(question, took) => self.timings.add(question, took),
            Report::Failed(text) => self.tell_failure(text),
            Report::Loaded(columns) => {
                self.cache_opened();
                self.take_loaded(columns);
            }
            Report::Hidden(real, hidden, told) => self.take_hidden(real, hidden, &told),
            Report::Annotated(result) => self.notes_written(result),
            Report::Sources(mut sources, mut rejects) => {
                if self.is_private() {
                    let hide = |text: &str| self.private.shown_text(text);
                    hide_sources(&mut sources, &hide);
                    hide_rejects(&mut rejects, &hide);
                }
                self.sources = sources;
                self.rejects = rejects;
            }
            Report::Weighed(source, leaving) => {
                if self.forget_asked == Some(source) {
                    self.forget_weighed = Some(leaving);
                }
            }
            Report::Forgotten(name, leaving) => {
                // What it brought is still loaded.
                let noun = self.columns.noun();
                let text = forgetting::notice(&self.private.shown_text(&name), leaving, noun);
                self.notice = Some(Notice { text, is_error: false });
            }
            Report::Detail(event, result) => {
                let found = match result {
                    Ok(Some(detail)) => self.shown_detail(&detail),
                    Ok(None) => Found::Gone,
                    Err(problem) => Found::Failed(self.private.shown_sentence(problem)),
                };
                for open in self.detail.iter_mut().chain(&mut self.detail_windows) {
                    if open.event == event {
                        open.take(found.clone());
                    }
                }
            }
            Report::Found(files) => {
                self.imports.found(files);
                self.hide_imports();
            }
            Report::Assignable(number, table) => self.imports.assignable(number, table),
            Report::Started(number) => self.imports.started(number),
            Report::ForgottenOlder(before, outdated) => self.forgot_older(before, outdated),
            Report::Unusable(kind, reason) => self.cache_unusable(kind, reason),
            Report::LetGo => self.cache_let_go(),
            Report::IsEncrypted(is_on) => self.encryption.is_on = is_on,
            Report::Encrypted(result) => self.encryption_changed(result),
            Report::Replaced(result) => self.cache_replaced(result),
            Report::Done(number, result) => {
                if let Err(ImportFailure::Cache(error)) = &result
                    && let Some(trouble) = error.trouble()
                {
                    self.cache_unusable(trouble, error.reason());
                }
                self.imports.done(number, result);
                self.hide_imports();
                self.jobs.run(Task::ListSources);
            }
            Report::BrokeOff => {
                self.imports.broke_off();
                self.hide_imports();
            }
            Report::Changed => {
                self.behind_since.get_or_insert_with(Instant::now);
                self.jobs.run(Task::Load);
                self.jobs.run(Task::ListSources);
            }
            Report::Written(path) => {
                let text = text!("notice-written", file = self.shown_path(&path));
                self.notice = Some(Notice { text, is_error: false });
            }
            Report::Verified(source, standing) => self.verifying.take(source, standing),
            Report::VerifiedAll(result) => self.take_verified(result),
            Report::Exported(exported) => self.take_exported(exported),
            Report::Packed(packed) => self.take_packed(packed),
            Report::Preview(preview) => self.take_preview(preview),
            Report::CopiedPicture(copied) => self.take_copied_picture(copied),
            Report::CopiedData(copied) => self.take_copied_data(copied),
            Report::Planned(planned) => self.take_planned(planned),
            Report::Rows(listing) => {
                let log = listing.key.log;
                // What is asked now may be what is shown already, so that nothing would come after this one.
                let is_outdated =
                    self.asked_rows.as_ref().is_some_and(|asked| asked.log == log && *asked != listing.key);
                if !is_outdated && let Some(text) = self.table_mut(log).show(listing) {
                    self.notice = Some(Notice { text: text.to_owned(), is_error: false });
                }
            }
            Report::Table(report) => self.take_table(report),
            Report::Counts(counts) => {
                self.counts = Some(counts);
                self.show_sought();
            }
            Report::Values(values) => self.values = Some(values),
            Report::Page(page) => self.take_page(page),
            Report::Behind(behind) => self.take_behind(*behind),
            Report::Suggestions(suggestions) => {
                self.suggestions = self.completing.is_some().then(|| self.settings.with_recent_queries(suggestions));
            }
            Report::Codes(codes) => self.codes = Some(codes),
            Report::Facets(facets) => self.facets = Some(facets),
            Report::WaysOut(ways_out) => self.ways_out = Some(ways_out),
            Report::Chosen(Chosen::Import(paths)) => self.apply(Command::Import(paths)),
            Report::Chosen(Chosen::RejectsFile(path)) => self.write_rejects(path),
            Report::Chosen(Chosen::ExportFile(path)) => self.export_to(path),
            Report::Chosen(Chosen::PictureFile(path)) => self.write_picture(path),
            Report::Chosen(Chosen::PackFile(path)) => self.write_pack(path),
            Report::Chosen(Chosen::TableFile(path)) => {
                if let Some(file) = self.take_data_file() {
                    self.jobs.run(Task::WriteTable(path, Box::new(file)));
                }
            }
        }
    }

    fn hide_imports(&mut self) {
        if self.private.is_wanted {
            let private = &self.private;
            self.imports.hide_names(&|text| private.shown_text(text));
        }
    }

    /// Asks whatever the present view needs and was not asked yet.
    pub(super) fn ask(&mut self) {
        if !self.is_loaded {
            return;
        }
        self.plan_originals();
        self.ask_preview();
        let clock = self.settings.clock();
        let end_at_now = self.settings.end_at_now;
        if let View::Log(log) = self.view {
            let key = RowsKey {
                version: self.version,
                clock,
                log,
                query: self.query.clone(),
                sort: self.settings.table(log).sort.clone(),
                grouping: self.grouping(log),
                group_order: self.settings.table(log).group_order,
                end_at_now,
            };
            let shown = self.table(log).listing.as_ref().map(|listing| &listing.key);
            if self.asked_rows.as_ref() != Some(&key) {
                if shown != Some(&key) {
                    self.jobs.ask(Question::Rows(self.columns.clone(), key.clone()));
                }
                self.asked_rows = Some(key);
            }
            self.ask_summary();
        }
        self.ask_insights();
        let counts = CountsKey { version: self.version, clock, query: self.query.clone(), end_at_now };
        if self.asked_counts.as_ref() != Some(&counts) {
            self.jobs.ask(Question::Counts(self.columns.clone(), counts.clone()));
            self.asked_counts = Some(counts);
        }
        if self.view == View::Errors && self.asked_codes != Some(self.version) {
            self.jobs.ask(Question::Codes(self.columns.clone(), self.version));
            self.asked_codes = Some(self.version);
        }
        self.ask_facets();
        if let Some((text, cursor)) = &self.completing {
            let logs = if self.view == View::Insights { self.insights.logs() } else { self.log.into() };
            let (text, cursor) = (text.clone(), *cursor);
            let key = SuggestKey { version: self.version, clock, logs, text, cursor, end_at_now };
            if self.asked_suggestions.as_ref() != Some(&key) {
                self.jobs.ask(Question::Suggest(self.columns.clone(), key.clone()));
                self.asked_suggestions = Some(key);
            }
        }
        if let Some(Picked { field, logs, query }) = self.picker.clone() {
            let key = ValuesKey { version: self.version, clock, logs, field, query, end_at_now };
            if self.asked_values.as_ref() != Some(&key) {
                self.jobs.ask(Question::Values(self.columns.clone(), key.clone()));
                self.asked_values = Some(key);
            }
        }
    }
}
