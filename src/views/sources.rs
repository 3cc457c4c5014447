//! What was imported, and what could not be read.

use eframe::egui::{Align, Grid, Label, Layout, RichText, ScrollArea, Ui};

use crate::app::{Command, LISTED_REJECTS, State};
use crate::cache::{RejectedRecord, Source};
use crate::import::Format;
use crate::widgets::empty::empty_ui;
use crate::widgets::number::{self, counted};
use crate::widgets::progress::bytes_text;
use crate::widgets::theme::{UiExt, space};

/// Shows the sources.
pub fn ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    if state.sources.is_empty() {
        empty_ui(ui, "Nothing was imported yet", "Open a download, or drop files anywhere on this window", |ui| {
            if ui.button("Open…").clicked() {
                commands.push(Command::Open);
            }
        });
        return;
    }
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.add_space(space::S);
        ui.horizontal(|ui| {
            ui.heading("Sources");
            let bytes: u64 = state.sources.iter().map(|source| source.bytes).sum();
            ui.weak_label(format!(
                "{}, {}, {} in the cache",
                counted(state.sources.len() as u64, "file", "files"),
                bytes_text(bytes),
                counted(state.columns.len() as u64, "sign-in", "sign-ins"),
            ));
        });
        ui.note("Forgetting a source takes away what only it brought. What other files told, too, stays");
        ui.add_space(space::S);
        ScrollArea::horizontal()
            .id_salt("sources")
            .auto_shrink([false, true])
            .show(ui, |ui| sources_ui(ui, state, commands));
        rejects_ui(ui, state, commands);
        ui.add_space(space::L);
    });
}

fn header_ui(ui: &mut Ui, title: &str, is_number: bool) {
    let text = Label::new(RichText::new(title).small().color(ui.tokens().weak_text));
    if is_number {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.add(text));
    } else {
        ui.add(text);
    }
}

fn sources_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let clock = state.settings.clock();
    Grid::new("sources").striped(false).spacing([space::L, space::S]).show(ui, |ui| {
        header_ui(ui, "File", false);
        header_ui(ui, "Log", false);
        header_ui(ui, &format!("Imported ({})", clock.label()), false);
        for title in ["Size", "Records", "New", "Merged", "Known", "Rejected"] {
            header_ui(ui, title, true);
        }
        ui.end_row();
        for source in &state.sources {
            let name = Label::new(&source.name).truncate();
            ui.allocate_ui_with_layout(eframe::egui::vec2(340.0, 20.0), Layout::left_to_right(Align::Center), |ui| {
                ui.set_width(340.0);
                ui.add(name).on_hover_text(&source.place);
            });
            ui.label(log_text(source));
            ui.label(clock.date_time(source.imported));
            let counts = source.counts;
            let numbers = [counts.records, counts.new, counts.merged, counts.known, counts.rejected];
            let texts = std::iter::once(bytes_text(source.bytes)).chain(numbers.map(number::count));
            for text in texts {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.label(text));
            }
            forget_ui(ui, state, source, commands);
            ui.end_row();
        }
    });
}

/// Whose sign-ins a source tells of.
fn log_text(source: &Source) -> &'static str {
    match source.log {
        Some(log) => log.title(),
        None if Format::from_key(&source.format) == Some(Format::PortalCsvDetails) => "Authentication details",
        None => "Several",
    }
}

/// The button that forgets a source: it asks in its own place first.
fn forget_ui(ui: &mut Ui, state: &State, source: &Source, commands: &mut Vec<Command>) {
    let tokens = ui.tokens();
    ui.horizontal(|ui| {
        if state.forget_asked == Some(source.id) {
            ui.label("Take it out of the cache?");
            let button = eframe::egui::Button::new(RichText::new("Forget").color(tokens.failure));
            if ui.add(button).accessible_name(format!("Yes, forget {}", source.name)).clicked() {
                commands.push(Command::Forget(source.id));
            }
            if ui.button("Keep").clicked() {
                commands.push(Command::AskForget(None));
            }
        } else if ui.button("Forget…").accessible_name(format!("Forget {}…", source.name)).clicked() {
            commands.push(Command::AskForget(Some(source.id)));
        }
    });
}

fn rejects_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    ui.section_heading("Rejected records");
    if state.rejects.is_empty() {
        ui.weak_label("Every record of every file could be read");
        return;
    }
    ui.horizontal(|ui| {
        ui.weak_label(format!("{} could not be read", counted(state.reject_count(), "record", "records")));
        if ui.button("Export list…").on_hover_text("Write all of them as CSV").clicked() {
            commands.push(Command::ExportRejects);
        }
    });
    Grid::new("rejects").spacing([space::L, space::XS]).show(ui, |ui| {
        header_ui(ui, "File", false);
        header_ui(ui, "Record", true);
        header_ui(ui, "Reason", false);
        header_ui(ui, "Text", false);
        ui.end_row();
        for reject in &state.rejects {
            reject_ui(ui, reject, commands);
            ui.end_row();
        }
    });
    if state.reject_count() > LISTED_REJECTS as u64 {
        ui.note(format!("The first {LISTED_REJECTS} are listed; the export has them all"));
    }
}

fn reject_ui(ui: &mut Ui, reject: &RejectedRecord, commands: &mut Vec<Command>) {
    ui.add(Label::new(&reject.source_name).truncate());
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.label(number::count(reject.number)))
        .inner
        .on_hover_text(format!("At byte {}", reject.offset));
    ui.label(&reject.reason);
    let text: String = reject.text.chars().take(80).collect();
    let label = Label::new(RichText::new(text.replace(['\n', '\r'], " ")).monospace()).truncate();
    let response = ui.add(label).on_hover_text("Click to copy the whole text");
    if response.interact(eframe::egui::Sense::click()).clicked() {
        commands.push(Command::Copy(reject.text.clone()));
    }
}
