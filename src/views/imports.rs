//! The import panel: a quiet row per file, while it is read and after.

use std::time::Instant;

use eframe::egui::{Align, Label, Layout, RichText, ScrollArea, Ui};

use crate::app::{Command, FileState, ImportedFile, State, View};
use crate::cache::Imported;
use crate::widgets::badge::Mark;
use crate::widgets::number::{self, counted};
use crate::widgets::pill::cross_button_ui;
use crate::widgets::progress::{bytes_text, progress_ui};
use crate::widgets::theme::{UiExt, space};

/// Height of a file's row in points.
const ROW: f32 = 28.0;
/// Rows that show without scrolling.
const ROWS: usize = 6;

/// The panel. A finished import in which all went well shrinks to its summary.
#[derive(Debug, Default)]
pub struct ImportPanel {
    is_open: bool,
}

impl ImportPanel {
    /// Height of the panel's content in points.
    #[must_use]
    pub fn height(&self, state: &State) -> f32 {
        let rows = if self.shows_files(state) { state.imports.files().len().min(ROWS) } else { 0 };
        28.0 + ROW * rows as f32
    }

    /// Shows the panel's content: a summary and the files.
    pub fn ui(&mut self, ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
        self.summary_ui(ui, state, commands);
        if self.shows_files(state) {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                for file in state.imports.files() {
                    ui.push_id(file.number, |ui| file_ui(ui, file, commands));
                }
            });
        }
    }

    fn shows_files(&self, state: &State) -> bool {
        self.is_open || state.imports.is_running() || state.imports.files().iter().any(wants_attention)
    }

    fn summary_ui(&mut self, ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
        ui.horizontal(|ui| {
            ui.label(RichText::new(summary(state)).strong());
            if state.imports.is_running() {
                return;
            }
            if !state.imports.files().iter().any(wants_attention) {
                let title = if self.is_open { "Hide files" } else { "Show files" };
                if ui.link(title).clicked() {
                    self.is_open = !self.is_open;
                }
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if cross_button_ui(ui, "Close import results").clicked() {
                    self.is_open = false;
                    commands.push(Command::DismissImports);
                }
            });
        });
    }
}

/// Whether the user should see what came of a file without asking.
fn wants_attention(file: &ImportedFile) -> bool {
    match &file.state {
        FileState::Failed(_) | FileState::Cancelled => true,
        FileState::Done(imported, _) => imported.counts.rejected > 0 || !imported.notes.is_empty(),
        FileState::Waiting | FileState::Reading(_) => false,
    }
}

fn summary(state: &State) -> String {
    let files = state.imports.files();
    if state.imports.is_running() {
        let left = files.iter().filter(|file| file.is_running()).count();
        return format!("Importing, {} left", counted(left as u64, "file", "files"));
    }
    let totals = state.imports.totals();
    let failed = files.iter().filter(|file| matches!(file.state, FileState::Failed(_))).count();
    let mut parts = vec![format!("Import finished: {}", counted(totals.new, "new record", "new records"))];
    for (count, what) in [(totals.merged, "merged"), (totals.known, "already known"), (totals.rejected, "rejected")] {
        if count > 0 {
            parts.push(format!("{} {what}", number::count(count)));
        }
    }
    if failed > 0 {
        parts.push(format!("{} not read", counted(failed as u64, "file", "files")));
    }
    parts.join(", ")
}

fn file_ui(ui: &mut Ui, file: &ImportedFile, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.set_min_height(24.0);
        let tokens = ui.tokens();
        match &file.state {
            FileState::Waiting => {
                name_ui(ui, file);
                ui.weak_label("Waiting");
                cancel_ui(ui, file, commands);
            }
            FileState::Reading(since) => {
                name_ui(ui, file);
                reading_ui(ui, file, *since);
                cancel_ui(ui, file, commands);
            }
            FileState::Done(imported, took) => {
                mark_ui(ui, if imported.counts.rejected == 0 { Mark::Check } else { Mark::Pause });
                name_ui(ui, file);
                ui.add(Label::new(done_text(imported)).truncate());
                if imported.counts.rejected > 0 {
                    let link = ui.link(format!("{} rejected…", number::count(imported.counts.rejected)));
                    if link.on_hover_text("See which, and why").clicked() {
                        commands.push(Command::Show(View::Sources));
                    }
                }
                if !imported.already_known {
                    ui.weak_label(format!("{:.1} s", took.as_secs_f32()));
                }
                for note in &imported.notes {
                    ui.note(note);
                }
            }
            FileState::Failed(problem) => {
                mark_ui(ui, Mark::Cross);
                // The name alone leaves room for the reason; the whole path shows on hover.
                let short =
                    if file.place.is_empty() { problem.clone() } else { problem.replace(&file.place, &file.name) };
                ui.add(Label::new(RichText::new(short).color(tokens.failure)).truncate()).on_hover_text(problem);
            }
            FileState::Cancelled => {
                mark_ui(ui, Mark::Dash);
                name_ui(ui, file);
                ui.weak_label("Cancelled; nothing of this file was kept");
            }
        }
    });
}

fn mark_ui(ui: &mut Ui, mark: Mark) {
    let tokens = ui.tokens();
    let (rect, _) = ui.allocate_exact_size(eframe::egui::vec2(14.0, 14.0), eframe::egui::Sense::hover());
    mark.paint(ui.painter(), rect.center(), 6.0, mark.color(tokens), tokens.panel);
}

fn name_ui(ui: &mut Ui, file: &ImportedFile) {
    let width = 320.0_f32.min(ui.available_width() * 0.4);
    ui.allocate_ui_with_layout(eframe::egui::vec2(width, 20.0), Layout::left_to_right(Align::Center), |ui| {
        ui.set_width(width);
        ui.add(Label::new(&file.name).truncate()).on_hover_text(&file.place);
    });
}

fn reading_ui(ui: &mut Ui, file: &ImportedFile, since: Instant) {
    let (bytes, total) = (file.progress.bytes(), file.progress.bytes_total());
    let part = (total > 0).then(|| bytes as f32 / total as f32);
    progress_ui(ui, part, 160.0, &format!("Progress of {}", file.name));
    let seconds = since.elapsed().as_secs_f64();
    let mut parts = vec![counted(file.progress.records(), "record", "records")];
    parts.push(if total > 0 { format!("{} of {}", bytes_text(bytes), bytes_text(total)) } else { bytes_text(bytes) });
    // A rate of the first moments says nothing yet.
    if seconds > 0.5 {
        let rate = bytes as f64 / seconds;
        parts.push(format!("{}/s", bytes_text(rate as u64)));
        if total > bytes && rate > 0.0 {
            parts.push(format!("{} left", time_text((total - bytes) as f64 / rate)));
        }
    }
    let text = parts.join(", ");
    ui.add(Label::new(RichText::new(text).color(ui.tokens().weak_text)).truncate());
}

fn time_text(seconds: f64) -> String {
    match seconds.ceil() as u64 {
        seconds @ 0..60 => format!("{seconds} s"),
        seconds => format!("{} min", seconds.div_ceil(60)),
    }
}

fn cancel_ui(ui: &mut Ui, file: &ImportedFile, commands: &mut Vec<Command>) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let is_stopping = file.progress.is_cancelled();
        let button = eframe::egui::Button::new(if is_stopping { "Stopping" } else { "Cancel" }).small();
        let response = ui.add_enabled(!is_stopping, button);
        if response.accessible_name(format!("Cancel {}", file.name)).clicked() {
            commands.push(Command::CancelImport(file.number));
        }
        ui.add_space(space::S);
    });
}

fn done_text(imported: &Imported) -> String {
    if imported.already_known {
        return "Already known; nothing changed".to_owned();
    }
    let counts = imported.counts;
    let mut parts = vec![format!("{}: {}", imported.format.title(), counted(counts.records, "record", "records"))];
    for (count, what) in [(counts.new, "new"), (counts.merged, "merged"), (counts.known, "already known")] {
        if count > 0 {
            parts.push(format!("{} {what}", number::count(count)));
        }
    }
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_left_is_told_in_whole_units() {
        assert_eq!(time_text(0.2), "1 s");
        assert_eq!(time_text(59.0), "59 s");
        assert_eq!(time_text(61.0), "2 min");
    }
}
