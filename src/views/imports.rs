//! The import panel: a quiet row per file, while it is read and after; one for all files that were not read for the
//! same reason.

mod refused;
mod words;

use std::collections::HashSet;
use std::time::Instant;

use eframe::egui::{Align, Button, Label, Layout, RichText, ScrollArea, Sense, Ui, vec2};

use crate::app::{Command, FileState, ImportedFile, Overall, RefusedFiles, State, View};
use crate::cache::{Counts, Imported};
use crate::export::visible::visible_lines;
use crate::import::Progress;
use crate::texts::{self, text};
use crate::widgets::badge::Mark;
use crate::widgets::pill::cross_button_ui;
use crate::widgets::progress::{bytes_text, progress_ui};
use crate::widgets::theme::{UiExt, space};

/// Height of a file's row in points.
const ROW: f32 = 28.0;
/// Height of the summary in points.
const SUMMARY: f32 = 28.0;
/// Width of a bar in points.
const BAR: f32 = 160.0;
/// Rows that show without scrolling.
const ROWS: usize = 6;
/// Part of the window that the rows may take, so that there is room for the table.
const MOST: f32 = 0.25;

/// The panel. A finished import in which all went well shrinks to its summary, and goes after a while.
#[derive(Debug, Default)]
pub struct ImportPanel {
    is_open: bool,
    /// The reasons whose files are listed.
    open_reasons: HashSet<String>,
}

/// A row of the panel.
enum Row<'a> {
    /// A file that is read or was.
    File(&'a ImportedFile),
    /// Files that were not read for one reason.
    Refused(&'a RefusedFiles),
    /// One of several such files.
    Name(&'a ImportedFile),
}

impl ImportPanel {
    /// Height of the panel's content in points, in a window with so much room.
    #[must_use]
    pub fn height(&self, state: &State, room: f32) -> f32 {
        let most = ((room * MOST / ROW) as usize).clamp(2, ROWS);
        let rows = if self.shows_files(state) { self.rows(state).len().min(most) } else { 0 };
        SUMMARY + ROW * rows as f32
    }

    /// Shows the panel's content: a summary and the files.
    pub fn ui(&mut self, ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
        self.summary_ui(ui, state, commands);
        if self.shows_files(state) {
            let all = self.rows(state);
            let gap = ui.spacing().item_spacing.y;
            ScrollArea::vertical().min_scrolled_height(ROW).auto_shrink(false).show_rows(
                ui,
                ROW - gap,
                all.len(),
                |ui, rows| {
                    for row in all.get(rows).unwrap_or_default() {
                        match row {
                            Row::File(file) => {
                                ui.push_id(file.number, |ui| file_ui(ui, file, commands));
                            }
                            Row::Refused(refused) => {
                                let reasons = &mut self.open_reasons;
                                let id = ("refused", &refused.reason);
                                ui.push_id(id, |ui| refused::ui(ui, &state.imports, refused, reasons, commands));
                            }
                            Row::Name(file) => {
                                ui.push_id(file.number, |ui| refused::name_ui(ui, file, commands));
                            }
                        }
                    }
                },
            );
        }
    }

    /// The rows: what is read, what could not be, what is done.
    fn rows<'a>(&self, state: &'a State) -> Vec<Row<'a>> {
        let imports = &state.imports;
        let (running, ended): (Vec<_>, Vec<_>) = imports.listed().into_iter().partition(|file| file.is_running());
        let refused = imports.refused().iter().flat_map(|refused| {
            let is_open = refused.count() > 1 && self.open_reasons.contains(&refused.reason);
            let files = is_open.then(|| imports.files_of(refused).map(Row::Name));
            std::iter::once(Row::Refused(refused)).chain(files.into_iter().flatten())
        });
        running.into_iter().map(Row::File).chain(refused).chain(ended.into_iter().map(Row::File)).collect()
    }

    fn shows_files(&self, state: &State) -> bool {
        self.is_open || state.imports.is_running() || state.imports.files().iter().any(ImportedFile::wants_attention)
    }

    fn summary_ui(&mut self, ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
        let is_running = state.imports.is_running();
        // What stands at the right keeps its room, however long the text is.
        let right = Layout::right_to_left(Align::Center);
        ui.allocate_ui_with_layout(vec2(ui.available_width(), SUMMARY - space::XS), right, |ui| {
            if is_running {
                let overall = state.imports.overall();
                if overall.files > 1 && ui.button(text!("imports-cancel-all")).clicked() {
                    commands.push(Command::CancelImports);
                }
                ui.add_space(space::S);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| overall_ui(ui, &overall));
                return;
            }
            if cross_button_ui(ui, text!("imports-close")).clicked() {
                self.is_open = false;
                self.open_reasons.clear();
                commands.push(Command::DismissImports);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(RichText::new(finished_text(state)).strong()).truncate());
                if !state.imports.files().iter().any(ImportedFile::wants_attention) {
                    let title = if self.is_open { text!("imports-hide-files") } else { text!("imports-show-files") };
                    if ui.link(title).clicked() {
                        self.is_open = !self.is_open;
                        commands.push(Command::KeepImports);
                    }
                }
            });
        });
    }
}

/// How far all files are together; a single one tells that in its own row.
fn overall_ui(ui: &mut Ui, overall: &Overall) {
    if overall.files < 2 {
        ui.strong(text!("imports-importing"));
        return;
    }
    ui.strong(text!("imports-importing-files", done = overall.done, files = overall.files));
    let part = (overall.bytes_total > 0).then(|| overall.bytes as f32 / overall.bytes_total as f32);
    progress_ui(ui, part, BAR, text!("imports-progress-all"));
    let text = figures_text(overall.bytes, overall.bytes_total, overall.rate, overall.seconds_left());
    ui.add(Label::new(RichText::new(text).color(ui.tokens().weak_text)).truncate());
}

/// What so many look-ups brought stands one by one in the line that sums an import up; of more their sum does.
const MOST_LOOKUPS: usize = 2;

fn finished_text(state: &State) -> String {
    let files = state.imports.files();
    let totals = state.imports.totals();
    let failed = files.iter().filter(|file| matches!(file.state, FileState::Failed(_))).count();
    let records = totals.records;
    let mut parts = Vec::new();
    if totals.reports > 0 || totals.lookups == 0 {
        parts.push(text!("imports-new-records", count = records.new));
        parts.extend(met(records));
    }
    if totals.lookups > MOST_LOOKUPS && totals.looked_up.is_any() {
        parts.push(text!("imports-looked-up", what = words::people_and_groups(&totals.looked_up)));
    } else {
        let looked_up = files.iter().filter_map(|file| match &file.state {
            FileState::Done(imported, _) => imported.lookup.as_ref(),
            _ => None,
        });
        parts.extend(looked_up.map(words::lookup));
    }
    if totals.rejected() > 0 {
        parts.push(text!("imports-rejected", count = totals.rejected()));
    }
    if failed > 0 {
        parts.push(text!("imports-unread", count = failed));
    }
    if parts.is_empty() {
        parts.push(text!("imports-nothing-new").to_owned());
    }
    text!("imports-finished", what = parts.join(", "))
}

/// How many records were known before, as far as there are such.
fn met(counts: Counts) -> impl Iterator<Item = String> {
    let merged = (counts.merged > 0).then(|| text!("imports-merged", count = counts.merged));
    let known = (counts.known > 0).then(|| text!("imports-known", count = counts.known));
    merged.into_iter().chain(known)
}

fn file_ui(ui: &mut Ui, file: &ImportedFile, commands: &mut Vec<Command>) {
    let row = vec2(ui.available_width(), ROW - ui.spacing().item_spacing.y);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        ui.set_min_height(row.y);
        if file.is_running() {
            cancel_ui(ui, file, commands);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| state_ui(ui, file, commands));
    });
}

fn state_ui(ui: &mut Ui, file: &ImportedFile, commands: &mut Vec<Command>) {
    let tokens = ui.tokens();
    match &file.state {
        FileState::Waiting => {
            name_ui(ui, file);
            ui.weak_label(text!("imports-waiting"));
        }
        FileState::Reading(since) => {
            name_ui(ui, file);
            reading_ui(ui, file, *since);
        }
        FileState::Done(imported, took) => {
            mark_ui(ui, if imported.counts.rejected == 0 { Mark::Check } else { Mark::Pause });
            name_ui(ui, file);
            ui.add(Label::new(done_text(imported)).truncate());
            if imported.counts.rejected > 0 {
                let link = ui.link(text!("imports-see-rejected", count = imported.counts.rejected));
                if link.on_hover_text(text!("imports-see-rejected-about")).clicked() {
                    commands.push(Command::Show(View::Sources));
                }
            }
            if !imported.already_known {
                let seconds = texts::notation().number(&format!("{:.1}", took.as_secs_f32()));
                ui.weak_label(text!("imports-seconds", seconds = seconds));
            }
            if !imported.notes.is_empty() {
                let notes = imported.notes.join("; ");
                let text = RichText::new(&notes).small().color(tokens.weak_text);
                ui.add(Label::new(text).truncate()).on_hover_text(&notes);
            }
        }
        // Has a row with others of the same reason.
        FileState::Failed(_) => {}
        FileState::Cancelled => {
            mark_ui(ui, Mark::Dash);
            name_ui(ui, file);
            ui.add(Label::new(RichText::new(text!("imports-cancelled")).color(tokens.weak_text)).truncate());
        }
    }
}

fn mark_ui(ui: &mut Ui, mark: Mark) {
    let tokens = ui.tokens();
    let (rect, _) = ui.allocate_exact_size(vec2(14.0, 14.0), Sense::hover());
    mark.paint(ui.painter(), rect.center(), 6.0, mark.color(tokens), tokens.panel);
}

fn name_ui(ui: &mut Ui, file: &ImportedFile) {
    let width = 320.0_f32.min(ui.available_width() * 0.4);
    ui.allocate_ui_with_layout(vec2(width, 20.0), Layout::left_to_right(Align::Center), |ui| {
        ui.set_width(width);
        ui.add(Label::new(visible_lines(&file.name)).truncate()).on_hover_text(visible_lines(&file.place));
    });
}

fn reading_ui(ui: &mut Ui, file: &ImportedFile, since: Instant) {
    progress_ui(ui, part_read(&file.progress), BAR, &text!("imports-progress", name = visible_lines(&file.name)));
    let text = reading_text(file, since);
    ui.add(Label::new(RichText::new(text).color(ui.tokens().weak_text)).truncate());
}

/// How much of a file was read, from 0 to 1; `None` if that is not known.
pub(super) fn part_read(progress: &Progress) -> Option<f32> {
    let (bytes, total) = (progress.bytes(), progress.bytes_total());
    (total > 0).then(|| bytes as f32 / total as f32)
}

/// What a file that is being read tells of itself.
pub(super) fn reading_text(file: &ImportedFile, since: Instant) -> String {
    let progress = &file.progress;
    if progress.is_waiting() {
        return text!("imports-waiting-for-window").to_owned();
    }
    if progress.bytes_total() == 0 && progress.looked() > 0 {
        return text!("imports-looking-through", bytes = bytes_text(progress.looked()));
    }
    if progress.is_read() {
        return text!("imports-writing", count = progress.records());
    }
    let (bytes, total) = (progress.bytes(), progress.bytes_total());
    let seconds = since.elapsed().saturating_sub(progress.waited()).as_secs_f64();
    // A rate of the first moments says nothing yet.
    let rate = (seconds > 0.5).then(|| bytes as f64 / seconds);
    let left = rate.filter(|rate| *rate > 0.0 && total > bytes).map(|rate| (total - bytes) as f64 / rate);
    [text!("imports-records", count = progress.records()), figures_text(bytes, total, rate, left)].join(", ")
}

/// Bytes of all, bytes per second and time left, as far as they are known.
fn figures_text(bytes: u64, total: u64, rate: Option<f64>, seconds_left: Option<f64>) -> String {
    let read = bytes_text(bytes);
    let of_all = if total > 0 { text!("imports-read-of", read = read, bytes = bytes_text(total)) } else { read };
    let rate = rate.map(|rate| text!("imports-per-second", bytes = bytes_text(rate as u64)));
    let left = seconds_left.map(|seconds| text!("imports-left", time = time_text(seconds)));
    [Some(of_all), rate, left].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn time_text(seconds: f64) -> String {
    match seconds.ceil() as u64 {
        seconds @ 0..60 => text!("imports-seconds", seconds = seconds),
        seconds => text!("imports-minutes", minutes = seconds.div_ceil(60)),
    }
}

fn cancel_ui(ui: &mut Ui, file: &ImportedFile, commands: &mut Vec<Command>) {
    let is_stopping = file.progress.is_cancelled();
    let button = Button::new(if is_stopping { text!("imports-stopping") } else { text!("imports-cancel") }).small();
    let response = ui.add_enabled(!is_stopping, button);
    if response.accessible_name(text!("imports-cancel-file", name = visible_lines(&file.name))).clicked() {
        commands.push(Command::CancelImport(file.number));
    }
    ui.add_space(space::S);
}

fn done_text(imported: &Imported) -> String {
    if imported.already_known {
        return text!("imports-nothing-changed").to_owned();
    }
    let counts = imported.counts;
    let looked_up = imported.lookup.as_ref().map(words::lookup);
    let held = looked_up.unwrap_or_else(|| text!("imports-records", count = counts.records));
    let mut parts = vec![text!("imports-held", format = words::format(imported.format), held = held)];
    if counts.new > 0 {
        parts.push(text!("imports-new", count = counts.new));
    }
    parts.extend(met(counts));
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_tell_only_what_is_known() {
        assert_eq!(figures_text(5_000_000, 0, None, None), "5.0 MB");
        assert_eq!(figures_text(5_000_000, 9_000_000, None, None), "5.0 MB of 9.0 MB");
        assert_eq!(figures_text(5_000_000, 9_000_000, Some(1e6), Some(4.0)), "5.0 MB of 9.0 MB, 1.0 MB/s, 4 s left");
    }

    #[test]
    fn time_left_is_told_in_whole_units() {
        assert_eq!(time_text(0.2), "1 s");
        assert_eq!(time_text(59.0), "59 s");
        assert_eq!(time_text(61.0), "2 min");
    }
}
