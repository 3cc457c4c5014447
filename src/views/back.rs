//! The way back from the sign-ins behind a figure to the report that has the figure.

use eframe::egui::Ui;

use crate::app::{Back, Command};
use crate::widgets::theme::UiExt;

/// Shows the way back.
pub fn ui(ui: &mut Ui, back: &Back, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        if ui.button(format!("Back to {}", back.title)).on_hover_text("The filter is again as it was there").clicked() {
            commands.push(Command::GoBack);
        }
        ui.note("These are the sign-ins behind a figure");
    });
}
