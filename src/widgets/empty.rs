//! What stands where there is nothing to show: why, and what to do.

use eframe::egui::{Align, Layout, RichText, Ui};

use super::theme::{UiExt, space};

/// Shows a headline, a sentence and whatever helps, in the middle of the room there is.
pub fn empty_ui(ui: &mut Ui, headline: &str, sentence: &str, actions: impl FnOnce(&mut Ui)) {
    let room = ui.available_height();
    ui.with_layout(Layout::top_down(Align::Center), |ui| {
        ui.add_space((room * 0.32).max(space::XL));
        let tokens = ui.tokens();
        ui.label(RichText::new(headline).heading().color(tokens.text));
        ui.add_space(space::XS);
        ui.label(RichText::new(sentence).color(tokens.weak_text));
        ui.add_space(space::L);
        actions(ui);
    });
}
