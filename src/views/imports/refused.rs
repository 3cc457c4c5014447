//! Files that could not be read: a row for each reason, and the files on demand.

use std::collections::HashSet;

use eframe::egui::{Align, Label, Layout, RichText, Ui, vec2};

use super::{ROW, mark_ui};
use crate::app::{AssignCommand, Command, FileState, ImportedFile, Imports, Refusal, RefusedFiles};
use crate::export::visible::visible_lines;
use crate::texts::text;
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
        if ui.link(text!("imports-copy")).on_hover_text(text!("imports-copy-about")).clicked() {
            commands.push(Command::Copy(copied(imports, refused)));
        }
        let assignable = imports.files_of(refused).find(|file| file.assignable.is_some());
        if let (1, Some(file)) = (refused.count(), assignable) {
            assign_ui(ui, file, commands);
        }
        if refused.count() > 1 {
            let is_open = open.contains(&refused.reason);
            let title = if is_open { text!("imports-hide-these") } else { text!("imports-show-these") };
            if ui.link(title).clicked() && !open.remove(&refused.reason) {
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
    let button = ui.button(text!("imports-assign")).on_hover_text(text!("imports-assign-about"));
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
    let Some((file, refusal)) = one(imports, refused) else {
        let sentence = text!("imports-refused", count = refused.count(), reason = visible_lines(&refused.reason));
        return (sentence.clone(), sentence);
    };
    // The name alone leaves room for the reason.
    let is_named = !file.place.is_empty() && !file.name.is_empty();
    let short = if is_named { refusal.sentence.replace(&file.place, &file.name) } else { refusal.sentence.clone() };
    (visible_lines(&short).into_owned(), visible_lines(&refusal.sentence).into_owned())
}

/// The file and why it was not read, if it is the only one.
fn one<'a>(imports: &'a Imports, refused: &'a RefusedFiles) -> Option<(&'a ImportedFile, &'a Refusal)> {
    let file = imports.files_of(refused).next().filter(|_| refused.count() == 1)?;
    match &file.state {
        FileState::Failed(refusal) => Some((file, refusal)),
        _ => None,
    }
}

/// What is copied: what the row says, in English as the reasons are, and the files.
fn copied(imports: &Imports, refused: &RefusedFiles) -> String {
    let sentence = match one(imports, refused) {
        Some((_, refusal)) => visible_lines(&refusal.sentence).into_owned(),
        None => refused.sentence(),
    };
    let mut lines = vec![sentence.as_str()];
    if refused.count() > 1 {
        lines.extend(imports.files_of(refused).map(|file| file.place.as_str()));
    }
    lines.join("\n")
}
