//! The parts of the filter as pills: each can be changed where it stands and taken away.

use eframe::egui::{Key, ScrollArea, Ui};

use super::FilterBar;
use super::editor::Editor;
use crate::app::{Command, Picked, State};
use crate::fields::Logs;
use crate::query::Query;
use crate::widgets::pill::{Look, pill_ui};
use crate::widgets::theme::UiExt;

impl FilterBar {
    /// Shows the button that adds a part to the filter and the pills of the others, in one line. `in_force` is what of the filter
    /// the logs have.
    pub fn pills_ui(&mut self, ui: &mut Ui, state: &State, logs: Logs, in_force: &Query, commands: &mut Vec<Command>) {
        self.logs = Some(logs);
        // The button has its place before the pills, so that it never leaves the window.
        if let Some(field) = self.add.ui(ui, logs) {
            self.editor = Some(Editor::of_field(&state.query, field));
        }
        ScrollArea::horizontal().id_salt("pills").auto_shrink([false, true]).show(ui, |ui| {
            ui.horizontal(|ui| self.line_ui(ui, state, logs, in_force, commands));
        });
    }

    /// What the open editor of a pill lists.
    #[must_use]
    pub fn picked(&self) -> Option<Picked> {
        self.editor.as_ref()?.picked(self.logs?)
    }

    /// Opens the editor of the part of this place, as a click on its pill does.
    pub fn open_part(&mut self, query: &Query, place: usize) {
        self.editor = query.parts().get(place).map(|part| Editor::of_part(query, place, part));
    }

    fn line_ui(&mut self, ui: &mut Ui, state: &State, logs: Logs, in_force: &Query, commands: &mut Vec<Command>) {
        if self.editor.as_ref().is_some_and(|editor| !editor.is_of(&state.query)) {
            self.editor = None;
        }
        let parts = state.query.parts();
        let applying = in_force.parts();
        // While a part is changed, the others have the places they had before.
        let (others, open) = match &self.editor {
            Some(editor) => (editor.rest.parts(), Some(editor.place.min(editor.rest.parts().len()))),
            None => (parts.clone(), None),
        };
        let count = others.len() + usize::from(open.is_some());
        for place in 0..count {
            if open == Some(place) {
                self.open_pill_ui(ui, state, logs, place, commands);
                continue;
            }
            let is_behind = open.is_some_and(|open| place > open);
            let Some(part) = others.get(place - usize::from(is_behind)) else { continue };
            let look = if applying.contains(part) { Look::Plain } else { Look::Idle };
            let text = part.to_string();
            let pill = pill_ui(ui, pill_id(place), &text, look);
            if pill.response.gained_focus() {
                pill.response.scroll_to_me(None);
            }
            let place = parts.iter().position(|known| known == part);
            let is_deleted = pill.response.has_focus() && is_delete(ui);
            if let (true, Some(place)) = (pill.is_removed || is_deleted, place) {
                commands.push(Command::SetQuery(state.query.without_part(place)));
            } else if let (true, Some(place)) = (pill.is_clicked, place) {
                self.open_part(&state.query, place);
                ui.ctx().request_repaint();
            }
            if look == Look::Idle {
                pill.response.on_hover_text("Not in force: the log has no such field");
            }
        }
        if state.query.is_empty() && self.editor.is_none() {
            ui.note("No filter: every sign-in is shown");
        }
        if parts.len() > 1 && ui.link("Clear all").clicked() {
            commands.push(Command::SetQuery(Query::default()));
        }
    }

    /// The pill whose editor is open, and the editor.
    fn open_pill_ui(&mut self, ui: &mut Ui, state: &State, logs: Logs, place: usize, commands: &mut Vec<Command>) {
        let Some(editor) = &mut self.editor else { return };
        let part = editor.part();
        let text = part.as_ref().map_or_else(|| editor.title(), ToString::to_string);
        let look = if part.is_some() { Look::Open } else { Look::Draft };
        let pill = pill_ui(ui, pill_id(place), &text, look);
        if editor.is_fresh() {
            pill.response.scroll_to_me(None);
        }
        let is_open = !pill.is_clicked && editor.ui(&pill.response, state, logs, commands);
        if pill.is_removed || (pill.response.has_focus() && is_delete(ui)) {
            commands.push(Command::SetQuery(editor.rest.clone()));
            self.editor = None;
        } else if !is_open {
            self.editor = None;
        }
    }
}

fn pill_id(place: usize) -> (&'static str, usize) {
    ("part", place)
}

fn is_delete(ui: &Ui) -> bool {
    ui.input(|input| input.key_pressed(Key::Delete) || input.key_pressed(Key::Backspace))
}
