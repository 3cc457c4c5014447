//! The original texts, exactly as the files have them.

use std::ops::Range;

use eframe::egui::{CollapsingHeader, Label, RichText, ScrollArea, TextStyle, TextWrapMode, Ui};

use crate::app::Command;
use crate::cache::{Detail, OriginalText};
use crate::clock::{Clock, Notation};
use crate::export::visible::visible_lines;
use crate::texts::text;
use crate::widgets::theme::{UiExt, space};
use crate::widgets::value::Value;

/// Which original is shown, and where its lines break at the present width.
#[derive(Clone, Debug, Default)]
pub(super) struct RawView {
    chosen: usize,
    lines: Vec<Range<usize>>,
    laid_out: Option<(usize, usize)>,
}

/// So much room in points takes the text with what stands above it, at least.
const LEAST_HEIGHT: f32 = 320.0;

impl RawView {
    pub(super) fn ui(&mut self, ui: &mut Ui, detail: &Detail, clock: Clock, commands: &mut Vec<Command>) {
        if ui.available_height() >= LEAST_HEIGHT {
            self.content_ui(ui, detail, clock, commands);
            return;
        }
        // What stands above the text scrolls away.
        let scroll = ScrollArea::vertical().id_salt(("low", detail.event)).min_scrolled_height(0.0);
        scroll.auto_shrink(false).show(ui, |ui| {
            ui.set_max_height(LEAST_HEIGHT);
            self.content_ui(ui, detail, clock, commands);
        });
    }

    fn content_ui(&mut self, ui: &mut Ui, detail: &Detail, clock: Clock, commands: &mut Vec<Command>) {
        let record = detail.record.log.noun().shown_one();
        if detail.originals.len() > 1 {
            ui.add_space(space::XS);
            ui.note(text!("detail-raw-originals", count = detail.originals.len(), record = record));
            for (number, original) in detail.originals.iter().enumerate() {
                let (file, format) = (original.source_name.as_str(), original.format);
                let title = if original.is_step {
                    text!("detail-raw-step", file = file, format = format)
                } else {
                    format!("{file} ({format})")
                };
                if ui.radio(self.chosen == number, title).clicked() {
                    self.chosen = number;
                    self.laid_out = None;
                }
            }
        }
        let Some(original) = detail.originals.get(self.chosen) else {
            ui.add_space(space::S);
            ui.weak_label(text!("detail-raw-none", record = record));
            return;
        };
        ui.section_heading(text!("detail-raw-title"));
        let imported = format!("{} {}", clock.date_time(original.imported), clock.label());
        Value::new(text!("detail-raw-source"), &original.source_name).ui(ui, commands);
        Value::new(text!("detail-raw-format"), original.format).ui(ui, commands);
        let clock = clock.written(Notation::ISO);
        let copied = format!("{} {}", clock.date_time(original.imported), clock.label());
        Value::new(text!("detail-raw-imported"), &imported).copied(&copied).ui(ui, commands);
        ui.add_space(space::XS);
        if ui.button(text!("detail-raw-copy")).clicked() {
            commands.push(Command::Copy(original.text.clone()));
        }
        if !original.is_exact {
            ui.note(text!("detail-raw-bytes"));
        }
        ui.add_space(space::XS);
        if original.cells.is_empty() {
            self.text_ui(ui, &original.text);
        } else {
            ScrollArea::vertical().id_salt(("cells", self.chosen)).auto_shrink(false).show(ui, |ui| {
                cells_ui(ui, original, commands);
            });
        }
    }

    /// The exact text; only the lines in view are laid out.
    fn text_ui(&mut self, ui: &mut Ui, text: &str) {
        let font = TextStyle::Monospace.resolve(ui.style());
        let width = ui.fonts_mut(|fonts| fonts.glyph_width(&font, 'm')).max(1.0);
        let scroll_bar = ui.spacing().scroll.bar_width + space::S;
        let columns = (((ui.available_width() - scroll_bar) / width) as usize).max(16);
        if self.laid_out != Some((self.chosen, columns)) {
            self.laid_out = Some((self.chosen, columns));
            self.lines = broken_lines(text, columns);
        }
        let height = ui.text_style_height(&TextStyle::Monospace);
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().id_salt(("text", self.chosen)).auto_shrink(false).show_rows(
            ui,
            height,
            self.lines.len(),
            |ui, rows| {
                for line in self.lines.get(rows).unwrap_or_default() {
                    let line = text.get(line.clone()).unwrap_or_default();
                    ui.add(Label::new(RichText::new(visible_lines(line)).monospace()).wrap_mode(TextWrapMode::Extend));
                }
            },
        );
    }
}

/// Every cell with its header, unknown columns included; empty ones folded.
fn cells_ui(ui: &mut Ui, original: &OriginalText, commands: &mut Vec<Command>) {
    let (filled, empty): (Vec<_>, Vec<_>) = original.cells.iter().partition(|(_, value)| !value.trim().is_empty());
    for (header, value) in filled {
        let header = if header.is_empty() { text!("detail-raw-no-header") } else { header.as_str() };
        Value::new(header, value).ui(ui, commands);
    }
    if !empty.is_empty() {
        ui.add_space(space::S);
        let title = RichText::new(text!("detail-raw-empty", count = empty.len())).color(ui.tokens().weak_text);
        CollapsingHeader::new(title).id_salt("empty columns").show(ui, |ui| {
            let headers: Vec<&str> = empty.iter().map(|(header, _)| header.as_str()).collect();
            ui.note(headers.join(", "));
        });
    }
}

/// The lines of a text, broken after so many characters: a record of minified JSON is one long line.
fn broken_lines(text: &str, columns: usize) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end_matches(['\n', '\r']).len();
        let mut from = start;
        let shown = text.get(start..end).unwrap_or_default();
        for (count, (at, _)) in shown.char_indices().enumerate() {
            if count > 0 && count % columns == 0 {
                lines.push(from..start + at);
                from = start + at;
            }
        }
        lines.push(from..end);
        start += line.len();
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(text: &str, columns: usize) -> Vec<&str> {
        broken_lines(text, columns).into_iter().map(|line| &text[line]).collect()
    }

    #[test]
    fn long_lines_break_and_short_ones_stay() {
        assert_eq!(lines("{\r\n  \"a\": 1\n}", 4), ["{", "  \"a", "\": 1", "}"]);
        assert_eq!(lines("\u{e4}\u{f6}\u{fc}\u{df}", 2), ["\u{e4}\u{f6}", "\u{fc}\u{df}"]);
        assert!(lines("", 4).is_empty());
    }

    proptest! {
        #[test]
        fn no_character_is_lost(text in "[a-z\u{e4}\u{1f600}\n]{0,200}", columns in 1usize..40) {
            prop_assert_eq!(lines(&text, columns).concat(), text.replace('\n', ""));
        }
    }
}
