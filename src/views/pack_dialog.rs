//! The dialog of the review pack: its title, period, pages and form.

use eframe::egui::{Button, Key, Label, RichText, ScrollArea, TextEdit, Ui};

use crate::app::pack::PackFormat;
use crate::app::{Command, PackCommand, Sheet, State, filter_words};
use crate::texts::text;
use crate::widgets::focus_trap::trapped_ui;
use crate::widgets::sheet::{buttons_ui, choice_row_ui, sheet_ui};
use crate::widgets::theme::{UiExt, size, space};

/// Width of the dialog in points.
const WIDTH: f32 = 580.0;
/// What the buttons and the line above them take, in points.
const BELOW: f32 = 2.0 * size::CONTROL + space::XL;

/// Shows the dialog while it is open.
pub fn ui(ui: &Ui, state: &State, commands: &mut Vec<Command>) {
    if state.sheet != Some(Sheet::Pack) {
        return;
    }
    let is_closed = sheet_ui(ui.ctx(), "review pack", text!("pack-title"), WIDTH, |ui| {
        trapped_ui(ui, |ui| content_ui(ui, state, commands));
    });
    if is_closed {
        commands.push(Command::ShowSheet(None));
    }
}

fn content_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let height = (ui.available_height() - BELOW).max(size::CONTROL);
    let mut is_entered = false;
    ScrollArea::vertical().max_height(height).show(ui, |ui| {
        is_entered = choices_ui(ui, state, commands);
    });
    ui.add_space(space::S);
    let count = state.pack_pages().iter().filter(|page| page.is_in).count() as u64;
    let text = if count == 0 { text!("pack-no-page").to_owned() } else { text!("pack-pages", count = count) };
    ui.label(RichText::new(text).strong());
    ui.add_space(space::S);
    buttons_ui(ui, |ui| {
        let is_ready = count > 0 && state.exporting.running.is_none();
        let file = ui.add_enabled(is_ready, Button::new(text!("pack-choose-file")));
        let file = file.on_disabled_hover_text(text!("pack-not-ready"));
        if file.clicked() || (is_entered && is_ready) {
            commands.push(Command::Pack(PackCommand::ChooseFile));
        }
        if ui.button(text!("pack-close")).clicked() {
            commands.push(Command::ShowSheet(None));
        }
    });
}

/// Shows the choices; returns whether Enter was pressed in the title.
fn choices_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) -> bool {
    let mut is_entered = false;
    choice_row_ui(ui, text!("pack-row-title"), |ui| {
        let mut title = state.packing.title.clone();
        let line = TextEdit::singleline(&mut title).hint_text("Review of sign-ins").desired_width(f32::INFINITY);
        let line = ui.add(line).accessible_name(text!("pack-title-name"));
        if ui.memory(|memory| memory.focused().is_none()) && !line.lost_focus() {
            line.request_focus();
        }
        is_entered = line.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if title != state.packing.title {
            commands.push(Command::Pack(PackCommand::SetTitle(title)));
        }
    });
    choice_row_ui(ui, text!("pack-row-period"), |ui| period_ui(ui, state, commands));
    choice_row_ui(ui, text!("pack-row-filter"), |ui| {
        ui.add_space(space::XS);
        if state.query.is_empty() {
            ui.add(Label::new(text!("pack-no-filter", record = state.columns.noun().shown_one())).wrap());
        } else {
            let filter = filter_words::shown_words(&state.query, state.settings.shown_clock());
            ui.add(Label::new(filter).wrap()).on_hover_text(state.query.to_string());
        }
    });
    choice_row_ui(ui, text!("pack-row-pages"), |ui| pages_ui(ui, state, commands));
    choice_row_ui(ui, text!("pack-row-format"), |ui| {
        let chosen = state.settings.pack.format;
        ui.horizontal_wrapped(|ui| {
            for format in PackFormat::ALL {
                if ui.radio(chosen == format, format.title()).on_hover_text(format.about()).clicked() {
                    commands.push(Command::Pack(PackCommand::SetFormat(format)));
                }
            }
        });
        ui.note(chosen.about());
    });
    is_entered
}

fn period_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let chosen = state.pack_span();
    ui.horizontal_wrapped(|ui| {
        for (span, title) in state.spans() {
            if ui.radio(chosen == span, title).clicked() {
                commands.push(Command::Pack(PackCommand::SetSpan(span)));
            }
        }
    });
}

/// The pages that can be in it, in two columns.
fn pages_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let pages = state.pack_pages();
    let (left, right) = pages.split_at(pages.len().div_ceil(2));
    ui.horizontal_top(|ui| {
        for column in [left, right] {
            ui.vertical(|ui| {
                for page in column {
                    let mut is_in = page.is_in;
                    let ticked = ui.checkbox(&mut is_in, page.spec.shown_title()).on_hover_text(if page.has_data {
                        page.spec.shown_about()
                    } else {
                        text!("pack-nothing-in-page")
                    });
                    if ticked.changed() {
                        commands.push(Command::Pack(PackCommand::SetPage(page.spec.key, is_in)));
                    }
                }
            });
            ui.add_space(space::L);
        }
    });
}
