//! The question whether old records should be forgotten: how old, and what goes.

use eframe::egui::{Align, Button, DragValue, Id, Label, Layout, Modal, RichText, Ui};

use crate::app::{Command, Retention, RetentionCommand, State};
use crate::clock::Clock;
use crate::fields::Noun;
use crate::texts::{self, text};
use crate::widgets::theme::{UiExt, space};

/// Width of the question in points, where the window has so much room.
const WIDTH: f32 = 460.0;
/// The most days that a rule can name.
const MOST_DAYS: u32 = 3_650;

/// Shows the question, if it is asked.
pub fn ui(ui: &Ui, state: &State, commands: &mut Vec<Command>) {
    let Some(asked) = state.retention else { return };
    let command = |command| Command::Retention(command);
    let modal = Modal::new(Id::unique("retention")).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 2.0 * space::XL));
        ui.add(Label::new(RichText::new(text!("retention-title")).heading()).wrap());
        ui.add_space(space::S);
        ui.horizontal(|ui| {
            let label = ui.label(text!("retention-keep-last"));
            let mut days = state.settings.keep_days;
            let value = DragValue::new(&mut days).range(1..=MOST_DAYS).speed(1.0);
            if ui.add(value).labelled_by(label.id).changed() {
                commands.push(command(RetentionCommand::SetDays(days)));
            }
            ui.label(text!("retention-days"));
        });
        ui.add_space(space::S);
        ui.add(Label::new(sentence(asked, state.columns.noun())).wrap());
        ui.add_space(space::XS);
        ui.note(text!("retention-notes-go"));
        ui.note(text!("retention-only-here"));
        ui.add_space(space::M);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let forget = Button::new(RichText::new(text!("retention-forget")).color(ui.tokens().failure));
            if ui.add_enabled(asked.records > 0, forget).accessible_name(text!("retention-sure")).clicked() {
                commands.push(command(RetentionCommand::Forget));
            }
            let keep = ui.button(text!("retention-keep"));
            if keep.clicked() {
                commands.push(command(RetentionCommand::Close));
            }
            // The safe answer is the one that Enter gives.
            if ui.memory(|memory| memory.focused().is_none()) {
                keep.request_focus();
            }
        });
    });
    if modal.should_close() {
        commands.push(command(RetentionCommand::Close));
    }
}

/// What would go.
fn sentence(asked: Retention, noun: Noun) -> String {
    let day = texts::shown(Clock::default()).date(asked.before);
    if asked.records == 0 {
        return text!("retention-none", record = noun.shown_one(), day = day);
    }
    text!("retention-some", records = noun.shown_count(asked.records), day = day)
}
