//! What was taken for granted when a source was read, beneath its name.

use std::collections::HashSet;

use eframe::egui::{Label, RichText, Ui};

use crate::cache::{Source, SourceId};
use crate::export::visible::visible_lines;
use crate::widgets::number::counted;
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
        let count = counted(source.notes.len() as u64, "note", "notes");
        let (title, does) = if is_open { (format!("Hide {count}"), "Hide") } else { (count, "Show") };
        let link = ui
            .link(RichText::new(title).small())
            .accessible_name(format!("{does} notes on {}", visible_lines(&source.name)));
        if link.on_hover_text("What was taken for granted when the file was read").clicked()
            && !self.0.remove(&source.id)
        {
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
