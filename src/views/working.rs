//! What a window without any sign-in shows while the first ones are on their way.

use eframe::egui::{self, Align, Layout, RichText, Ui, vec2};

use crate::app::{Command, FileState, ImportedFile, Stage, State};
use crate::texts::text;
use crate::views::imports::{part_read, reading_text};
use crate::widgets::progress::progress_ui;
use crate::widgets::theme::{UiExt, space};

/// Width of the bar in points.
const BAR: f32 = 320.0;

/// Shows what happens. Returns whether anything does.
pub fn ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) -> bool {
    match state.imports.stage() {
        Some(Stage::Looking) => {
            page_ui(ui, text!("working-looking"), text!("working-looking-about"), |_| {});
        }
        Some(Stage::Reading(file)) => {
            let headline = text!("working-reading", file = file.name.as_str());
            page_ui(ui, &headline, text!("working-reading-about"), |ui| file_ui(ui, file, commands));
        }
        Some(Stage::Writing(file)) => {
            let headline = text!("working-indexing", file = file.name.as_str());
            page_ui(ui, &headline, text!("working-indexing-about"), |ui| file_ui(ui, file, commands));
        }
        None if state.is_loading() => {
            page_ui(ui, text!("working-loading"), text!("working-loading-about"), |_| {});
        }
        None => return false,
    }
    true
}

fn page_ui(ui: &mut Ui, headline: &str, sentence: &str, more: impl FnOnce(&mut Ui)) {
    let room = ui.available_height();
    ui.with_layout(Layout::top_down(Align::Center), |ui| {
        let tokens = ui.tokens();
        ui.add_space((room * 0.32).max(space::XL));
        // In one line, so that nothing moves when a file follows another.
        ui.add(egui::Label::new(RichText::new(headline).heading().color(tokens.text)).truncate());
        ui.add_space(space::XS);
        ui.label(RichText::new(sentence).color(tokens.weak_text));
        ui.add_space(space::M);
        more(ui);
    });
}

fn file_ui(ui: &mut Ui, file: &ImportedFile, commands: &mut Vec<Command>) {
    let FileState::Reading(since) = file.state else { return };
    progress_ui(ui, part_read(&file.progress), BAR.min(ui.available_width()), text!("working-progress"));
    ui.add(egui::Label::new(RichText::new(reading_text(file, since)).color(ui.tokens().weak_text)).truncate());
    ui.add_space(space::M);
    let cancel = egui::Button::new(text!("working-cancel")).min_size(vec2(120.0, 0.0));
    if ui.add_enabled(!file.progress.is_cancelled(), cancel).clicked() {
        commands.push(Command::CancelImports);
    }
}
