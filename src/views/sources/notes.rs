//! What was taken for granted when a source was read, beneath its name.

use std::collections::HashSet;

use eframe::egui::{Label, RichText, Ui};

use crate::cache::{Source, SourceId};
use crate::export::visible::visible_lines;
use crate::texts::text;
use crate::widgets::theme::UiExt;

/// The sources whose notes are shown.
#[derive(Clone, Debug, Default)]
pub(super) struct OpenNotes(HashSet<SourceId>);

impl OpenNotes {
    /// Shows how many notes a source has, as a link that opens and closes them; nothing if it has none.
    pub(super) fn ui(&mut self, ui: &mut Ui, source: &Source) {
        if source.notes.is_empty() {
            return;
        }
        let is_open = self.0.contains(&source.id);
        let (count, name) = (source.notes.len(), visible_lines(&source.name));
        let (title, name) = if is_open {
            (text!("sources-notes-hide", count = count), text!("sources-notes-hide-of", name = name))
        } else {
            (text!("sources-notes", count = count), text!("sources-notes-show-of", name = name))
        };
        let link = ui.link(RichText::new(title).small()).accessible_name(name);
        if link.on_hover_text(text!("sources-notes-about")).clicked() && !self.0.remove(&source.id) {
            self.0.insert(source.id);
        }
        if is_open {
            for note in &source.notes {
                let text = RichText::new(note).small().color(ui.tokens().weak_text);
                ui.add(Label::new(text).wrap());
            }
        }
    }
}
