//! The line above the sign-ins behind a figure: what the figure is, in which logs they are, and the way back to it.

use eframe::egui::{Align, Label, Layout, RichText, Ui, vec2};

use crate::app::{Action, Back, Command, State, View};
use crate::fields::Log;
use crate::texts::text;
use crate::widgets::end::{end_ui, end_width};
use crate::widgets::keys::keys_text;
use crate::widgets::number;
use crate::widgets::theme::{UiExt, size};

/// What is at the end of the line.
const END: &str = "logs behind a figure";

/// Shows the line.
pub fn ui(ui: &mut Ui, state: &State, back: &Back, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        let about = match Action::GoBack.spec().shortcut {
            Some(keys) => text!("working-back-about-keys", keys = keys_text(ui.ctx(), &keys)),
            None => text!("working-back-about").to_owned(),
        };
        if ui.button(text!("working-back", report = back.title())).on_hover_text(about).clicked() {
            commands.push(Command::GoBack);
        }
        let logs = logs(state, back);
        let room = ui.available_width() - end_width(ui, END);
        ui.allocate_ui_with_layout(vec2(room, size::CONTROL), Layout::left_to_right(Align::Center), |ui| {
            ui.set_max_width(room);
            let records = back.logs.noun().shown_capitalised();
            let figure = text!("working-back-behind", records = records, figure = back.figure.as_str());
            ui.add(Label::new(RichText::new(figure).color(ui.tokens().weak_text)).truncate());
        });
        end_ui(ui, END, |ui| {
            for (log, count) in &logs {
                let text = RichText::new(format!("{} {}", log.shown_title(), number::count(*count))).small();
                let name = text!("working-back-in-log", count = *count, log = log.shown_title());
                let button = ui.selectable_label(state.view == View::Log(*log), text).accessible_name(name);
                if button.on_hover_text(text!("working-back-show-log")).clicked() {
                    commands.push(Command::Show(View::Log(*log)));
                }
            }
        });
    });
}

/// The logs that have some of the sign-ins, if there are several.
fn logs(state: &State, back: &Back) -> Vec<(Log, u64)> {
    let Some(counts) = state.counts.as_deref().filter(|counts| counts.key.query == state.query) else {
        return Vec::new();
    };
    let known: Vec<(Log, u64)> =
        back.logs.iter().map(|log| (log, counts.matching[log as usize])).filter(|(_, count)| *count > 0).collect();
    if known.len() > 1 { known } else { Vec::new() }
}
