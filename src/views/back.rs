//! The way back from the sign-ins behind a figure to the report that has the figure.

use eframe::egui::Ui;

use crate::app::{Back, Command};
use crate::widgets::theme::UiExt;

/// Shows the way back.
pub fn ui(ui: &mut Ui, back: &Back, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        let title = format!("Back to {}", back.view.title().to_lowercase());
        if ui.button(title).on_hover_text("The filter is again as it was there").clicked() {
            commands.push(Command::GoBack);
        }
        ui.note("These are the sign-ins behind a figure");
    });
}
