//! What was imported, and what could not be read.

mod notes;
mod standing;
mod told;

use eframe::egui::{Align, Grid, Label, Layout, RichText, ScrollArea, Ui, vec2};

use crate::app::{Action, Command, LISTED_REJECTS, State};
use crate::cache::Source;
use crate::export::visible::visible_lines;
use crate::fields::Log;
use crate::texts::text;
use crate::views::rejects::RejectsTable;
use crate::widgets::empty::empty_ui;
use crate::widgets::number;
use crate::widgets::progress::bytes_text;
use crate::widgets::theme::{UiExt, size, space};

/// What the view remembers from frame to frame.
#[derive(Clone, Debug, Default)]
pub struct SourcesView {
    rejects: RejectsTable,
    group_name: told::GroupName,
    open_notes: notes::OpenNotes,
}

impl SourcesView {
    /// Shows the sources, and under them the records that could not be read.
    pub fn ui(&mut self, ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
        if state.sources.is_empty() {
            empty_ui(ui, text!("sources-none"), text!("sources-none-about"), |ui| {
                if ui.button(text!("sources-open")).clicked() {
                    commands.push(Command::Open);
                }
            });
            return;
        }
        // A low window scrolls as a whole; otherwise sources and rejected records share the room.
        let room = ui.available_height();
        ScrollArea::vertical()
            .id_salt("page")
            .auto_shrink(false)
            .show(ui, |ui| self.page_ui(ui, state, room, commands));
    }

    fn page_ui(&mut self, ui: &mut Ui, state: &State, room: f32, commands: &mut Vec<Command>) {
        let top = ui.cursor().top();
        ui.add_space(space::S);
        ui.horizontal_wrapped(|ui| {
            ui.heading(text!("sources-title"));
            // A summarised row counts as the sign-ins that it stands for, as in the tabs.
            let sign_ins: u64 = Log::ALL.into_iter().map(|log| state.columns.sign_ins_of(log)).sum();
            let bytes: u64 = state.sources.iter().map(|source| source.bytes).sum();
            let (files, bytes) = (state.sources.len(), bytes_text(bytes));
            let records = number::records(sign_ins, state.columns.noun());
            ui.weak_label(if state.encryption.is_on {
                text!("sources-held-encrypted", files = files, bytes = bytes, records = records)
            } else {
                text!("sources-held", files = files, bytes = bytes, records = records)
            });
        });
        ui.horizontal_wrapped(|ui| {
            let spec = Action::ForgetOld.spec();
            if ui.button(spec.title).on_hover_text(spec.tooltip).clicked() {
                commands.push(Action::ForgetOld.command());
            }
            standing::verify_ui(ui, state, commands);
        });
        ui.note(text!("sources-about-forgetting"));
        ui.add_space(space::S);
        // Where records were rejected, half of the room is theirs.
        let share = if state.rejects.is_empty() { 1.0 } else { 0.5 };
        let height = (room - (ui.cursor().top() - top)) * share - REJECTS_HEAD;
        ScrollArea::both()
            .id_salt("sources")
            .auto_shrink([false, true])
            .max_height(height.max(MIN_HEIGHT))
            .show(ui, |ui| self.sources_ui(ui, state, commands));
        let left = room - (ui.cursor().top() - top) - REJECTS_HEAD;
        self.rejects_ui(ui, state, left.max(MIN_REJECTS), commands);
    }

    fn sources_ui(&mut self, ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
        if ui.available_width() < OTHER_COLUMNS + NAME_WIDTHS.0 {
            self.list_ui(ui, state, commands);
        } else {
            self.table_ui(ui, state, commands);
        }
    }

    /// A row of columns for each source.
    fn table_ui(&mut self, ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
        let clock = state.settings.shown_clock();
        let width = (ui.available_width() - OTHER_COLUMNS).clamp(NAME_WIDTHS.0, NAME_WIDTHS.1);
        Grid::new("sources").striped(false).spacing([space::L, space::S]).show(ui, |ui| {
            header_ui(ui, text!("sources-file"), false);
            header_ui(ui, "", false);
            header_ui(ui, text!("sources-log"), false);
            header_ui(ui, &text!("sources-imported", zone = clock.label()), false);
            header_ui(ui, text!("sources-size"), true);
            for title in number_titles() {
                header_ui(ui, title, true);
            }
            ui.end_row();
            for source in &state.sources {
                let name = Label::new(visible_lines(&source.name)).truncate();
                ui.allocate_ui_with_layout(vec2(width, 20.0), Layout::top_down(Align::Min), |ui| {
                    ui.set_width(width);
                    ui.add(name).on_hover_text(visible_lines(&source.place));
                    standing::standing_ui(ui, state, source);
                    self.open_notes.ui(ui, source);
                });
                forget_ui(ui, source, commands);
                self.group_name.ui(ui, state, source, commands);
                ui.label(clock.date_time(source.imported));
                let texts = std::iter::once(bytes_text(source.bytes)).chain(numbers(source).map(number::count));
                for text in texts {
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.label(text));
                }
                ui.end_row();
            }
        });
    }

    /// In a narrow window each source has its whole width: its name, and beneath it the rest in words.
    fn list_ui(&mut self, ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
        let clock = state.settings.shown_clock();
        for source in &state.sources {
            ui.horizontal(|ui| {
                // The button stands at the right; the name has the room before it.
                let room = ui.available_width();
                ui.allocate_ui_with_layout(vec2(room, size::CONTROL), Layout::right_to_left(Align::Center), |ui| {
                    forget_ui(ui, source, commands);
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        ui.add(Label::new(visible_lines(&source.name)).truncate())
                            .on_hover_text(visible_lines(&source.place));
                    });
                });
            });
            ui.horizontal_wrapped(|ui| {
                self.group_name.ui(ui, state, source, commands);
                let time = clock.date_time(source.imported);
                let imported = text!("sources-imported-at", time = time, zone = clock.label());
                ui.note([imported, bytes_text(source.bytes), numbers_text(source)].join("  \u{b7}  "));
            });
            standing::standing_ui(ui, state, source);
            self.open_notes.ui(ui, source);
            ui.add_space(space::S);
        }
    }

    fn rejects_ui(&mut self, ui: &mut Ui, state: &State, height: f32, commands: &mut Vec<Command>) {
        ui.section_heading(text!("sources-rejects"));
        if state.rejects.is_empty() {
            ui.weak_label(text!("sources-rejects-none"));
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.weak_label(text!("sources-rejects-counted", count = state.reject_count()));
            if ui.button(text!("sources-rejects-export")).on_hover_text(text!("sources-rejects-export-about")).clicked()
            {
                commands.push(Command::ExportRejects);
            }
            if state.reject_count() > LISTED_REJECTS as u64 {
                ui.note(text!("sources-rejects-first", count = LISTED_REJECTS));
            }
        });
        ui.add_space(space::XS);
        ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
            ui.set_max_height(height);
            self.rejects.ui(ui, &state.rejects, commands);
        });
    }
}

/// Room that the heading of the rejected records needs in points.
const REJECTS_HEAD: f32 = 76.0;
/// The sources are never less high than this, in points.
const MIN_HEIGHT: f32 = 96.0;
/// Nor is the table of the rejected records.
const MIN_REJECTS: f32 = 176.0;

fn header_ui(ui: &mut Ui, title: &str, is_number: bool) {
    let text = Label::new(RichText::new(title).small().color(ui.tokens().weak_text));
    if is_number {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.add(text));
    } else {
        ui.add(text);
    }
}

/// Room for all columns but that of names, in points.
const OTHER_COLUMNS: f32 = 910.0;
/// The column of names takes the room that is left within these, in points.
const NAME_WIDTHS: (f32, f32) = (240.0, 560.0);

/// What the numbers of a source are of.
fn number_titles() -> [&'static str; 5] {
    [
        text!("sources-records"),
        text!("sources-new"),
        text!("sources-merged"),
        text!("sources-known"),
        text!("sources-rejected"),
    ]
}

fn numbers(source: &Source) -> [u64; 5] {
    let counts = source.counts;
    [counts.records, counts.new, counts.merged, counts.known, counts.rejected]
}

/// The numbers in words; those that are none are left out.
fn numbers_text(source: &Source) -> String {
    let [records, new, merged, known, rejected] = numbers(source);
    let parts = [
        Some(text!("sources-records-counted", count = records)),
        (new > 0).then(|| text!("sources-new-counted", count = new)),
        (merged > 0).then(|| text!("sources-merged-counted", count = merged)),
        (known > 0).then(|| text!("sources-known-counted", count = known)),
        (rejected > 0).then(|| text!("sources-rejected-counted", count = rejected)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The button that asks whether to forget a source.
fn forget_ui(ui: &mut Ui, source: &Source, commands: &mut Vec<Command>) {
    let name = text!("sources-forget-file", name = visible_lines(&source.name));
    if ui.small_button(text!("sources-forget")).accessible_name(name).clicked() {
        commands.push(Command::AskForget(Some(source.id)));
    }
}
