//! What each command does to the state.

use std::time::Instant;

use super::command::{Command, Step, View};
use super::filter_words;
use super::jobs::Task;
use super::listing::Grouping;
use super::settings::{GroupOrder, GroupOrderKey, MIN_COLUMN_WIDTH, SortBy, TableColumn};
use super::state::{Back, Effect, Found, OpenDetail, Picked, State};
use super::table_command::TableCommand;
use crate::fields::{Field, Kind, Log, Logs};
use crate::query::{Expr, Query};
use crate::record::EventId;

impl State {
    /// Carries out a command and remembers the way back from what it changed.
    pub fn apply(&mut self, command: Command) {
        match command {
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            command => {
                let is_typing = matches!(command, Command::TypeQuery(_));
                self.carry_out(command);
                if !is_typing {
                    self.record_step(false);
                }
            }
        }
        self.settings.views.read_active();
    }

    fn carry_out(&mut self, command: Command) {
        if command.takes_along() && self.refuse_while_hiding() {
            return;
        }
        match command {
            Command::Open => self.effects.push(Effect::PickFiles),
            Command::OpenFolder => self.effects.push(Effect::PickFolder),
            // The sample tenant stays as it is: what the user opens belongs into their own cache.
            Command::Import(paths) if self.is_sample => {
                self.effects.push(Effect::SwitchCache { sample: false });
                self.effects.push(Effect::Import(paths));
            }
            Command::Import(paths) => {
                for path in &paths {
                    self.settings.remember_recent(path);
                }
                if !paths.is_empty() {
                    self.imports.announce();
                    self.jobs.run(Task::Import(paths));
                }
            }
            Command::ShowSample => self.effects.push(Effect::SwitchCache { sample: true }),
            Command::LeaveSample => self.effects.push(Effect::SwitchCache { sample: false }),
            Command::CancelImport(number) => self.imports.cancel(number),
            Command::CancelImports => self.imports.cancel_all(),
            Command::DismissImports => self.imports.dismiss(),
            Command::KeepImports => self.imports.keep(),
            Command::ClearRecent => self.settings.recent.clear(),
            Command::Quit => self.effects.push(Effect::Quit),
            Command::Show(view) => self.show(view),
            Command::Include(field, value) => self.filter(self.query.include(field, &value)),
            Command::Exclude(field, value) => self.filter(self.query.exclude(field, &value)),
            Command::SetQuery(query) => self.filter(query),
            Command::TypeQuery(text) => self.type_query(text),
            Command::EndTyping => self.end_typing(),
            Command::FocusSearch => {
                if !matches!(self.view, View::Log(_) | View::Insights) {
                    self.show(View::Log(self.log));
                }
                self.search.wants_focus = true;
            }
            Command::ShowSignIns(log, query) => {
                let figure = filter_words::shown_words(&query, self.settings.shown_clock());
                self.show_sign_ins(log, query, figure, log.map_or(Logs::ALL, Logs::from));
            }
            Command::Insights(command) => self.apply_insights(command),
            Command::GoBack if self.view == View::Insights => self.go_to_page(true),
            Command::GoBack => {
                if let Some(back) = self.back.take() {
                    self.filter(back.query);
                    self.show(back.view);
                }
            }
            Command::Sort(column, is_further) => self.sort(column, is_further),
            Command::SortBy(column, descending) => {
                if self.sort_groups(column, Some(descending)) {
                    return;
                }
                self.settings.table_mut(self.log).sort = vec![SortBy { column, descending }];
            }
            Command::SetColumns(log, columns) => {
                if !columns.is_empty() {
                    let layout = self.settings.table_mut(log);
                    layout.columns = columns;
                    layout.tidy();
                }
            }
            Command::SetWidths(log, widths) => {
                let known = &mut self.settings.table_mut(log).widths;
                known.extend(widths.into_iter().map(|(column, width)| (column, width.max(MIN_COLUMN_WIDTH))));
            }
            Command::ResetColumns(log) => self.settings.reset_columns(log),
            Command::ChooseColumns => self.is_chooser_open = !self.is_chooser_open,
            Command::EditPart(place) => self.edit_part = Some(place),
            Command::ToggleFacets => self.settings.facets.is_open = !self.settings.facets.is_open,
            Command::SetFacets(log, fields) => self.settings.facets.set_fields(log, fields),
            Command::ToggleGrouping => self.toggle_grouping(),
            Command::ToggleGroup(place) => self.present_table_mut().toggle_group(place),
            Command::ExpandGroups(count) => self.expand_groups(count),
            Command::Table(command) => self.apply_table(command),
            Command::SelectLine(line) => {
                self.present_table_mut().select(line);
            }
            Command::MoveSelection(step) => self.move_selection(step),
            Command::Activate => {
                if let Some(selected) = self.present_table().selected {
                    self.open_detail(selected.event);
                }
            }
            Command::OpenDetail(event) => self.open_detail(event),
            Command::OpenDetailWindow(event) => self.open_detail_window(event),
            Command::DetachDetail => {
                if let Some(open) = self.detail.take() {
                    self.open_detail_window(open.event);
                }
            }
            Command::CloseDetail => self.detail = None,
            Command::CloseDetailWindow(event) => self.detail_windows.retain(|open| open.event != event),
            Command::LookUp(text) => {
                self.lookup = text;
                self.show(View::Errors);
            }
            Command::Copy(text) => self.copy(text),
            Command::CopyDiagnostics => self.copy(self.diagnostics()),
            Command::CopyLine => self.apply_table(TableCommand::Copy { with_headers: false }),
            Command::AskForget(source) => {
                self.forget_asked = source;
                self.forget_weighed = None;
                if let Some(source) = source {
                    self.jobs.run(Task::WeighForget(source));
                }
            }
            Command::Forget(source) => {
                self.forget_asked = None;
                self.jobs.run(Task::Forget(source));
            }
            Command::Retention(command) => self.apply_retention(command),
            Command::Encryption(command) => self.apply_encryption(command),
            Command::SetCacheAside { is_rescue } => self.set_cache_aside(is_rescue),
            Command::TryCacheAgain => self.try_cache_again(),
            Command::DismissTrouble => self.trouble = None,
            Command::NameGroup(source, name) => self.jobs.run(Task::NameGroup(source, name)),
            Command::ExportRejects => self.effects.push(Effect::PickRejectsFile),
            Command::VerifyFiles => self.verify_files(),
            Command::CancelVerifying => self.verifying.cancel(),
            Command::Export => self.open_export(),
            Command::ChooseExport(choice) => self.set_export(choice),
            Command::ChooseExportFile => self.choose_export_file(),
            Command::CancelExport => self.cancel_export(),
            Command::Picture(command) => self.apply_picture(command),
            Command::Pack(command) => self.apply_pack(command),
            Command::Assign(command) => self.apply_assign(command),
            Command::SetTheme(theme) => {
                self.settings.theme = theme;
                self.effects.push(Effect::ApplyTheme);
            }
            Command::SetLanguage(language) => self.settings.language = language,
            Command::SetFormats(formats) => self.settings.formats = formats,
            Command::Zoom(zoom) => self.settings.zoom = zoom.of(self.settings.zoom),
            Command::SetRowHeight(height) => self.settings.row_height = height,
            Command::SetZone(zone) => self.settings.zone = zone,
            Command::SetWeekStartsOnSunday(sunday) => self.settings.week_starts_on_sunday = sunday,
            Command::EndAtNow(now) => self.settings.end_at_now = now,
            Command::TogglePrivate => self.toggle_private(),
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::ShowView(name) => self.show_view(name),
            Command::LeaveView => self.leave_view(),
            Command::SaveView(name) => self.save_view(&name),
            Command::UpdateView => self.update_view(),
            Command::RenameView(old, new) => self.rename_view(&old, &new),
            Command::DeleteView(name) => self.delete_view(&name),
            Command::DuplicateView(name) => self.duplicate_view(&name),
            Command::MoveView(name, down) => self.move_view(&name, down),
            Command::HideView(key, hide) => self.hide_view(key, hide),
            Command::RememberUse(title) => self.settings.remember_command(title),
            Command::BeginFilter(field) => self.begin_filter(field),
            Command::ToggleBookmark => self.toggle_bookmark(),
            Command::Bookmark(events, bookmarked) => self.set_bookmarks(&events, bookmarked),
            Command::WriteNote => self.write_note(),
            Command::EditNote(event, note) => self.edit_note(event, note),
            Command::SaveNotes => self.write_notes(),
            Command::ShowSheet(sheet) => self.show_sheet(sheet),
            Command::ToggleTimings => self.timings.is_shown = !self.timings.is_shown,
            Command::DismissNotice => self.notice = None,
        }
    }

    /// Shows the sign-ins behind a figure, which is told in words, and remembers the way back to it.
    pub(super) fn show_sign_ins(&mut self, log: Option<Log>, query: Query, figure: String, logs: Logs) {
        // Which log has a match is known once the counts beside the tabs are.
        let sought = log.is_none().then(|| query.clone());
        if !matches!(self.view, View::Log(_)) {
            let place = (self.view == View::Insights).then(|| self.insights.options.place.clone());
            let (was, shown) = (self.query.clone(), query.clone());
            self.back = Some(Back { view: self.view, place, query: was, figure, logs, shown });
        }
        self.filter(query);
        self.show(View::Log(log.unwrap_or(self.log)));
        self.sought = sought;
        self.show_sought();
    }

    /// Shows the first log that has a match of what was sought, unless the present one has some.
    pub(super) fn show_sought(&mut self) {
        let Some(counts) = self.counts.clone().filter(|counts| self.sought.as_ref() == Some(&counts.key.query)) else {
            return;
        };
        self.sought = None;
        let has_match = |log: &Log| counts.matching[*log as usize] > 0;
        if self.query == counts.key.query
            && !has_match(&self.log)
            && let Some(log) = Log::ALL.iter().find(|log| has_match(log))
        {
            self.show(View::Log(*log));
        }
    }

    /// Says what the open picker lists; `None` once it is closed.
    pub fn set_picker(&mut self, picked: Option<Picked>) {
        self.picker = picked;
    }

    pub(super) fn show(&mut self, view: View) {
        if view != self.view {
            self.recent.remember(&mut self.settings);
        }
        if !matches!(view, View::Log(_))
            && let Some(back) = self.back.take()
            && back.view == view
            && back.shown == self.query
        {
            // A report keeps its filter, unless the user has chosen another one since.
            self.filter(back.query);
        }
        self.view = view;
        if let View::Log(log) = view {
            self.log = log;
            self.last_of[log.report() as usize] = Some(log);
        }
        self.settings.view = self.view_key();
    }

    /// Types the name of a field behind the filter, where its value is to follow.
    fn begin_filter(&mut self, field: Field) {
        if let Some((_, typed)) = self.search.typed.take() {
            self.put_in_force(typed);
        }
        let mut filter = self.query.to_string();
        if matches!(self.query.expr(), Expr::And(parts) if matches!(parts.as_slice(), [Expr::Or(_)])) {
            // What follows is asked besides all of the alternatives, not of the last one alone.
            filter = format!("({filter})");
        }
        let gap = if filter.is_empty() { "" } else { " " };
        self.type_query(format!("{filter}{gap}{}:", field.key()));
        self.carry_out(Command::FocusSearch);
    }

    pub(super) fn filter(&mut self, query: Query) {
        self.search.text = query.to_string();
        self.search.error = None;
        self.search.typed = None;
        self.put_in_force(query);
    }

    pub(super) fn put_in_force(&mut self, query: Query) {
        if query != self.query {
            self.settings.query = query.to_string();
            self.query = query;
            self.recent.begin();
        }
    }

    fn type_query(&mut self, text: String) {
        if text.trim().is_empty() {
            self.part_typing();
        }
        match text.parse::<Query>() {
            Ok(query) => {
                self.search.error = None;
                self.search.typed = Some((Instant::now(), query));
            }
            Err(error) => {
                self.search.error = Some(error);
                self.search.typed = None;
            }
        }
        self.search.text = text;
    }

    /// Orders groups by fields where the column tells groups apart: by their count, the value they are grouped by
    /// or, together with the sign-ins in them, by time. Returns whether it did.
    fn sort_groups(&mut self, column: TableColumn, descending: Option<bool>) -> bool {
        let Grouping::By(fields) = self.grouping(self.log) else { return false };
        let key = match column {
            TableColumn::Count | TableColumn::Group => GroupOrderKey::Count,
            TableColumn::Field(Field::Time) => GroupOrderKey::Last,
            TableColumn::Field(field) if fields.contains(&field) => GroupOrderKey::Value,
            TableColumn::Field(_) => return false,
        };
        let layout = self.settings.table_mut(self.log);
        let order = layout.group_order;
        let turned = if order.key == key { !order.descending } else { key != GroupOrderKey::Value };
        let descending = descending.unwrap_or(turned);
        layout.group_order = GroupOrder { key, descending };
        if key == GroupOrderKey::Last {
            layout.sort = vec![SortBy { column, descending }];
        }
        true
    }

    fn sort(&mut self, column: TableColumn, is_further: bool) {
        if self.sort_groups(column, None) {
            return;
        }
        let sort = &mut self.settings.table_mut(self.log).sort;
        if sort.is_empty() && column != TableColumn::Field(Field::Time) && is_further {
            // Newest first is the order that the user sees, so it is the first key.
            sort.push(SortBy { column: TableColumn::Field(Field::Time), descending: true });
        }
        let known = sort.iter().position(|by| by.column == column);
        let was_newest_first = sort.is_empty() && column == TableColumn::Field(Field::Time);
        let descending = match known.and_then(|at| sort.get(at)) {
            Some(by) => !by.descending,
            None => !was_newest_first && begins_with_largest(column),
        };
        let by = SortBy { column, descending };
        match known {
            Some(at) if is_further => sort[at] = by,
            _ if is_further => sort.push(by),
            _ => *sort = vec![by],
        }
    }

    fn move_selection(&mut self, step: Step) {
        let table = self.present_table_mut();
        let Some(line) = table.stepped(step) else { return };
        table.scroll_to = Some(line);
        let selected = table.select(line);
        if let (Some(selected), true) = (selected, self.detail.is_some()) {
            self.open_detail(selected.event);
        }
    }

    pub(super) fn open_detail(&mut self, event: EventId) {
        let is_shown = |open: &OpenDetail| open.event == event && !matches!(open.found, Found::Gone);
        if !self.detail.as_ref().is_some_and(is_shown) {
            self.detail = Some(self.read_detail(event));
        }
    }

    fn open_detail_window(&mut self, event: EventId) {
        let open = self.read_detail(event);
        match self.detail_windows.iter_mut().find(|known| known.event == event) {
            Some(known) => {
                if matches!(known.found, Found::Gone) {
                    *known = open;
                }
            }
            None => self.detail_windows.push(open),
        }
    }
}

/// Whether a first click on a header puts the largest first: newest, most, highest.
fn begins_with_largest(column: TableColumn) -> bool {
    match column {
        TableColumn::Count | TableColumn::Group => true,
        TableColumn::Field(field) => matches!(field.kind(), Kind::Time | Kind::Number(_)),
    }
}
