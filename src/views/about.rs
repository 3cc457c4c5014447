//! What this program is, where it keeps things, and whose work is in it.

use std::io::{Cursor, Read};
use std::sync::LazyLock;

use eframe::egui::{CollapsingHeader, Grid, Label, RichText, ScrollArea, TextStyle, Ui};
use zip::ZipArchive;

use crate::app::{Action, Command, State, default_settings};
use crate::texts::text;
use crate::widgets::theme::{UiExt, space};

/// Width in points.
pub(super) const WIDTH: f32 = 520.0;
/// Height of the licences in points.
const HEIGHT: f32 = 260.0;

/// The licences of other people's code in the program, as build.rs packs them.
const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/licences.zip"));

/// Their text; empty if it can't be unpacked, which a test rules out.
static LICENCES: LazyLock<String> = LazyLock::new(|| {
    let mut text = String::new();
    let unpacked = ZipArchive::new(Cursor::new(PACKED)).and_then(|mut zip| {
        zip.by_index(0)?.read_to_string(&mut text)?;
        Ok(())
    });
    if let Err(error) = unpacked {
        tracing::error!("the licences could not be unpacked: {error}");
    }
    text
});

/// Shows it.
pub(super) fn ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    ui.label(text!("about-version", version = env!("CARGO_PKG_VERSION")));
    ui.add_space(space::S);
    ui.add(Label::new(text!("about-purpose")).wrap());
    ui.add_space(space::S);
    ui.note(text!("about-offline"));
    ui.add_space(space::M);
    let weak = ui.tokens().weak_text;
    Grid::new("about").num_columns(2).spacing([space::M, space::XS]).show(ui, |ui| {
        let mut row = |title: &str, value: String| {
            ui.add(Label::new(RichText::new(title).color(weak)).extend());
            ui.add(Label::new(value).wrap().selectable(true));
            ui.end_row();
        };
        let place = state.cache_place();
        let is_encrypted = state.encryption.is_on;
        let place = if is_encrypted { text!("about-cache-encrypted", place = place) } else { place };
        row(text!("about-cache"), place);
        if let Some(settings) = default_settings() {
            row(text!("about-settings"), state.shown_path(&settings));
        }
        if let Some(renderer) = state.settings.renderer_that_worked {
            row(text!("about-drawn-with"), renderer.title().to_owned());
        }
        row(text!("about-licence"), "MIT".to_owned());
    });
    ui.add_space(space::M);
    let copy = Action::CopyDiagnostics.spec();
    if ui.button(copy.title).on_hover_text(copy.tooltip).clicked() {
        commands.push(Action::CopyDiagnostics.command());
    }
    ui.add_space(space::S);
    CollapsingHeader::new(text!("about-licences")).show(ui, |ui| {
        let lines: Vec<&str> = LICENCES.lines().collect();
        let height = ui.text_style_height(&TextStyle::Monospace);
        let area = ScrollArea::both().max_height(HEIGHT.min(ui.available_height())).auto_shrink(false);
        area.show_rows(ui, height, lines.len(), |ui, shown| {
            for line in &lines[shown] {
                ui.add(Label::new(RichText::new(*line).monospace()).extend());
            }
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_licences_of_what_is_in_the_program_can_be_read() {
        for name in
            ["egui ", "openssl-src ", "sqlcipher-src ", "rusqlite ", "Apache License", "Permission is hereby granted"]
        {
            assert!(LICENCES.contains(name), "{name}");
        }
    }
}
