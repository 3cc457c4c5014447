//! Files that could not be read: a row for each reason, and the files on demand.

use std::collections::HashSet;

use eframe::egui::{Align, Label, Layout, RichText, Ui, vec2};

use super::{ROW, mark_ui};
use crate::app::{AssignCommand, Command, FileState, ImportedFile, Imports, RefusedFiles};
use crate::export::visible::visible_lines;
use crate::widgets::badge::Mark;
use crate::widgets::theme::{UiExt, space};

/// The row of files that were not read for one reason; `open` are the reasons whose files are listed beneath.
pub(super) fn ui(
    ui: &mut Ui,
    imports: &Imports,
    refused: &RefusedFiles,
    open: &mut HashSet<String>,
    commands: &mut Vec<Command>,
) {
    let (short, whole) = sentences(imports, refused);
    let row = vec2(ui.available_width(), ROW - ui.spacing().item_spacing.y);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        ui.set_min_height(row.y);
        if ui.link("Copy").on_hover_text("Copy the reason and the files").clicked() {
            commands.push(Command::Copy(text(imports, refused, &whole)));
        }
        let assignable = imports.files_of(refused).find(|file| file.assignable.is_some());
        if let (1, Some(file)) = (refused.count(), assignable) {
            assign_ui(ui, file, commands);
        }
        if refused.count() > 1 {
            let is_open = open.contains(&refused.reason);
            if ui.link(if is_open { "Hide these files" } else { "Show these files" }).clicked()
                && !open.remove(&refused.reason)
            {
                open.insert(refused.reason.clone());
            }
        }
        ui.add_space(space::S);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            mark_ui(ui, Mark::Cross);
            let color = ui.tokens().failure;
            ui.add(Label::new(RichText::new(short).color(color)).truncate()).on_hover_text(whole);
        });
    });
}

/// The button that opens the sheet for the columns of a file.
fn assign_ui(ui: &mut Ui, file: &ImportedFile, commands: &mut Vec<Command>) {
    let button = ui.button("Assign columns\u{2026}").on_hover_text("Tell what the columns of this file hold");
    if button.clicked() {
        commands.push(Command::Assign(AssignCommand::Open(file.number)));
    }
}

/// The row of one of several such files.
pub(super) fn name_ui(ui: &mut Ui, file: &ImportedFile, commands: &mut Vec<Command>) {
    let row = vec2(ui.available_width(), ROW - ui.spacing().item_spacing.y);
    ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_height(row.y);
        ui.add_space(space::XL);
        if file.assignable.is_some() {
            assign_ui(ui, file, commands);
        }
        ui.add(Label::new(visible_lines(&file.name)).truncate()).on_hover_text(visible_lines(&file.place));
    });
}

/// What the row says, and the same with all that is known.
fn sentences(imports: &Imports, refused: &RefusedFiles) -> (String, String) {
    let first = imports.files_of(refused).next();
    match first.map(|file| (file, &file.state)) {
        Some((file, FileState::Failed(refusal))) if refused.count() == 1 => {
            // The name alone leaves room for the reason.
            let is_named = !file.place.is_empty() && !file.name.is_empty();
            let short =
                if is_named { refusal.sentence.replace(&file.place, &file.name) } else { refusal.sentence.clone() };
            (visible_lines(&short).into_owned(), visible_lines(&refusal.sentence).into_owned())
        }
        _ => (refused.sentence(), refused.sentence()),
    }
}

fn text(imports: &Imports, refused: &RefusedFiles, sentence: &str) -> String {
    let mut lines = vec![sentence];
    if refused.count() > 1 {
        lines.extend(imports.files_of(refused).map(|file| file.place.as_str()));
    }
    lines.join("\n")
}
