//! What is wrong with the filter that is typed: a line under the bar, there until the filter is right.

use eframe::egui::{Label, RichText, Ui};

use crate::app::{Command, State};
use crate::query::ParseError;
use crate::texts::text;
use crate::widgets::badge::Mark;
use crate::widgets::theme::{UiExt, size, space};

/// Height of the line with its distance to the bar, in points.
pub(super) const HEIGHT: f32 = size::CONTROL + space::XS;

/// Shows the line: what is wrong and where, what could stand there, and which filter is in force.
pub(super) fn ui(ui: &mut Ui, state: &State, error: &ParseError, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.set_height(size::CONTROL);
        let tokens = ui.tokens();
        let (rect, _) = ui.allocate_exact_size(eframe::egui::vec2(14.0, size::CONTROL), eframe::egui::Sense::hover());
        Mark::Cross.paint(ui.painter(), rect.center(), 6.0, tokens.failure, tokens.surface);
        let text = state.search.text.as_str();
        let before = text.get(..error.at.start.min(text.len())).unwrap_or(text);
        let place = before.chars().count() + 1;
        let mut actions: Vec<(String, Command)> = Vec::new();
        if let Some(suggestion) = &error.suggestion
            && let Some(better) = replaced(text, error, suggestion)
        {
            actions.push((use_title(suggestion), Command::TypeQuery(better)));
        }
        actions.push((text!("filter-take-back").to_owned(), Command::SetQuery(state.query.clone())));
        let message = Label::new(RichText::new(&error.message).color(tokens.failure)).truncate();
        let in_force =
            if state.query.is_empty() { text!("filter-no-filter").to_owned() } else { state.query.to_string() };
        let buttons = actions.len() as f32 * 96.0;
        let room = (ui.available_width() - buttons).max(120.0);
        let left = eframe::egui::Layout::left_to_right(eframe::egui::Align::Center);
        ui.allocate_ui_with_layout(eframe::egui::vec2(room, size::CONTROL), left, |ui| {
            ui.set_max_width(room);
            let about = text!("filter-error-at", message = error.message.as_str(), place = place);
            ui.add(message).on_hover_text(about);
            if ui.available_width() > 100.0 {
                let note = RichText::new(text!("filter-in-force", filter = in_force)).small().color(tokens.weak_text);
                let note = ui.add(Label::new(note).truncate());
                note.on_hover_text(text!("filter-in-force-about"));
            }
        });
        for (name, command) in actions {
            if ui.button(name).clicked() {
                commands.push(command);
            }
        }
    });
}

/// What a button says that puts a suggestion in; one that is in quotes needs no others around it.
pub(super) fn use_title(suggestion: &str) -> String {
    let suggestion = suggestion.trim();
    if suggestion.contains('"') {
        text!("filter-use", text = suggestion)
    } else {
        text!("filter-use-quoted", text = suggestion)
    }
}

/// The text with the suggestion in the place of what is wrong.
fn replaced(text: &str, error: &ParseError, suggestion: &str) -> Option<String> {
    let (before, after) = (text.get(..error.at.start)?, text.get(error.at.end..)?);
    Some(format!("{before}{suggestion}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suggestion_stands_in_one_pair_of_quotes() {
        assert_eq!(use_title("status"), "Use “status”");
        assert_eq!(use_title("\"Office\""), "Use \"Office\"");
        assert_eq!(use_title("app:\"Office 365\""), "Use app:\"Office 365\"");
    }
}
