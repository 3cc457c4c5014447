//! Values side by side of which one is chosen.

use eframe::egui::{Button, CornerRadius, Frame, Margin, Ui};

use super::theme::{UiExt, size};

/// Shows the values; returns the one that was clicked.
pub fn segments_ui<T: Copy + PartialEq>(ui: &mut Ui, chosen: T, values: &[(T, String)]) -> Option<T> {
    let tokens = ui.tokens();
    let mut clicked = None;
    Frame::new()
        .fill(tokens.control)
        .corner_radius(CornerRadius::same(size::CORNER))
        .inner_margin(Margin::same(2))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                ui.spacing_mut().interact_size.y = size::CONTROL - 4.0;
                ui.spacing_mut().button_padding.y = 2.0;
                ui.visuals_mut().selection.bg_fill = tokens.surface;
                for (value, title) in values {
                    let button = ui.add(Button::selectable(*value == chosen, title.as_str()));
                    if button.clicked() {
                        clicked = Some(*value);
                    }
                }
            });
        });
    clicked
}
