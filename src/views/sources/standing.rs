//! Whether the files are still what was imported: the button that finds out, how far it is, and the answer for each.

use eframe::egui::{Button, Label, Ui};

use crate::app::{Action, Command, State};
use crate::cache::Source;
use crate::import::Standing;
use crate::texts::text;
use crate::widgets::badge::{Mark, badge_ui};
use crate::widgets::progress::progress_ui;
use crate::widgets::theme::UiExt;

/// Width of the bar in points.
const BAR: f32 = 120.0;

/// The button, or how far the reading is; behind it what came of the last one.
pub(super) fn verify_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let verifying = &state.verifying;
    if let Some((part, text)) = verifying.progress() {
        progress_ui(ui, Some(part), BAR, text!("sources-verify-progress"));
        ui.weak_label(text);
        let is_stopping = verifying.is_stopping();
        let button =
            Button::new(if is_stopping { text!("sources-verify-stopping") } else { text!("sources-verify-cancel") });
        if ui.add_enabled(!is_stopping, button).clicked() {
            commands.push(Command::CancelVerifying);
        }
        return;
    }
    let spec = Action::VerifyFiles.spec();
    if state.can(Action::VerifyFiles) && ui.button(spec.title).on_hover_text(spec.tooltip).clicked() {
        commands.push(Command::VerifyFiles);
    }
    if let Some(sentence) = verifying.sentence(state.sources.iter().map(|source| source.id)) {
        ui.add(Label::new(sentence).wrap());
    }
}

/// How the file of a source stands to what was imported, if that was found out.
pub(super) fn standing_ui(ui: &mut Ui, state: &State, source: &Source) {
    let Some(standing) = state.verifying.standing(source.id) else { return };
    let (mark, text) = match standing {
        Standing::Same => (Mark::Check, text!("sources-standing-same").to_owned()),
        Standing::Changed(_) => (Mark::Cross, text!("sources-standing-changed").to_owned()),
        Standing::Gone => (Mark::Dash, text!("sources-standing-gone").to_owned()),
        Standing::GoneFromZip => (Mark::Cross, text!("sources-standing-gone-from-zip").to_owned()),
        Standing::Unreadable(reason) => (Mark::Cross, text!("sources-standing-unreadable", reason = reason.as_str())),
    };
    badge_ui(ui, mark, &text);
}
