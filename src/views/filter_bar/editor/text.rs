//! The editor of a part's text, which says what is wrong with it.

use eframe::egui::{RichText, TextEdit, Ui};

use super::super::value_list::is_entered;
use super::super::wrong::use_title;
use crate::query::{ParseError, Query};
use crate::texts::text;
use crate::widgets::theme::{UiExt, space};

/// What is typed.
#[derive(Debug)]
pub(super) struct TextEditor {
    text: String,
    before: String,
    /// Whether Enter was pressed on what is no filter.
    is_refused: bool,
    /// The text that was read last, and what it is.
    read: (String, Result<Query, ParseError>),
}

impl TextEditor {
    /// The editor of this text.
    pub(super) fn new(text: String) -> Self {
        let read = (text.clone(), text.parse());
        Self { before: text.clone(), text, is_refused: false, read }
    }

    /// The text, if it was changed.
    pub(super) fn typed(&self) -> Option<String> {
        (self.text != self.before).then(|| self.text.clone())
    }

    /// Shows the line. Returns the text once the user has confirmed it and it is a filter.
    pub(super) fn ui(&mut self, ui: &mut Ui, wants_focus: bool) -> Option<String> {
        let line = TextEdit::singleline(&mut self.text).hint_text("user:anna*").desired_width(f32::INFINITY);
        let line = ui.add(line).accessible_name(text!("filter-part-text"));
        if wants_focus {
            line.request_focus();
        }
        if self.read.0 != self.text {
            self.read = (self.text.clone(), self.text.parse());
        }
        let parsed = self.read.1.clone();
        let mut is_confirmed = is_entered(ui, &line);
        ui.add_space(space::XS);
        let is_begun =
            line.has_focus() && self.text.trim_end().ends_with([':', '(', '-', ',', '"', '<', '>', '=', '.']);
        match &parsed {
            Err(error) if !is_begun || self.is_refused => {
                ui.label(RichText::new(&error.message).color(ui.tokens().failure));
                if let Some(suggestion) = &error.suggestion
                    && ui.button(use_title(suggestion)).clicked()
                {
                    self.text.replace_range(error.at.clone(), suggestion);
                    line.request_focus();
                }
                ui.note(text!("filter-until-right"));
            }
            Err(_) => drop(ui.note(text!("filter-for-example"))),
            Ok(_) => {
                ui.horizontal(|ui| {
                    is_confirmed |= ui.button(text!("filter-apply")).clicked();
                    ui.note(text!("filter-or-enter"));
                });
            }
        }
        self.is_refused &= !line.changed();
        if is_entered(ui, &line) && parsed.is_err() {
            self.is_refused = true;
            line.request_focus();
        }
        (is_confirmed && parsed.is_ok_and(|query| !query.is_empty())).then(|| self.text.clone())
    }
}
