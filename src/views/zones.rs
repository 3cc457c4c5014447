//! The sheet with every zone that times can be shown in, to be searched by name.

use eframe::egui::{Align, Id, Key, Layout, Modal, ScrollArea, TextEdit, Ui};

use crate::app::{Command, Sheet, State};
use crate::clock::{Clock, Millis, Zone};
use crate::texts::text;
use crate::widgets::theme::{UiExt, size, space};

/// Width of the sheet in points, where the window has so much room.
const WIDTH: f32 = 400.0;
/// Height of the list in points, where the window has so much room.
const HEIGHT: f32 = 320.0;

/// What the sheet remembers while it is open.
#[derive(Clone, Debug, Default)]
pub struct ZonesView {
    search: String,
    is_open: bool,
}

impl ZonesView {
    /// Shows the sheet, if it is open.
    pub fn ui(&mut self, ui: &Ui, state: &State, commands: &mut Vec<Command>) {
        if state.sheet != Some(Sheet::TimeZone) {
            *self = Self::default();
            return;
        }
        let is_new = !std::mem::replace(&mut self.is_open, true);
        let modal = Modal::new(Id::unique("time zone")).show(ui.ctx(), |ui| {
            let room = ui.ctx().content_rect().size();
            ui.set_width(WIDTH.min(room.x - 2.0 * space::XL));
            ui.horizontal(|ui| {
                ui.heading(text!("zone-title"));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if ui.button(text!("zone-close")).clicked() {
                        commands.push(Command::ShowSheet(None));
                    }
                });
            });
            ui.add_space(space::XS);
            let label = ui.weak_label(text!("zone-find"));
            let search =
                TextEdit::singleline(&mut self.search).hint_text(text!("zone-example")).desired_width(f32::INFINITY);
            let search = ui.add(search).labelled_by(label.id);
            if is_new {
                search.request_focus();
            }
            let found = find(&self.search);
            let is_entered = search.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            if is_entered && let (false, Some(first)) = (self.search.trim().is_empty(), found.first()) {
                choose(*first, commands);
            }
            ui.add_space(space::S);
            let height = HEIGHT.min(room.y - 180.0).max(2.0 * size::CONTROL);
            list_ui(ui, &found, state.settings.zone, height, commands);
        });
        if modal.should_close() {
            commands.push(Command::ShowSheet(None));
        }
    }
}

fn choose(zone: Zone, commands: &mut Vec<Command>) {
    commands.push(Command::SetZone(zone));
    commands.push(Command::ShowSheet(None));
}

fn list_ui(ui: &mut Ui, found: &[Zone], chosen: Zone, height: f32, commands: &mut Vec<Command>) {
    let now = Millis::now();
    ScrollArea::vertical().auto_shrink([false, false]).max_height(height).show_rows(
        ui,
        size::CONTROL,
        found.len(),
        |ui, rows| {
            for zone in found.get(rows).unwrap_or_default() {
                ui.horizontal(|ui| {
                    if ui.radio(*zone == chosen, name(*zone)).clicked() {
                        choose(*zone, commands);
                    }
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        let clock = Clock::new(*zone, chrono::Weekday::Mon);
                        ui.weak_label(format!("UTC{}", clock.offset(now)));
                    });
                });
            }
        },
    );
    if found.is_empty() {
        ui.weak_label(text!("zone-none"));
    }
}

/// What the list calls a zone.
fn name(zone: Zone) -> &'static str {
    if zone == Zone::System { text!("zone-system") } else { zone.name() }
}

/// The zones whose names have all words of a search. Those that begin a part of their name with it come first.
fn find(search: &str) -> Vec<Zone> {
    let plain = |text: &str| text.to_lowercase().replace('_', " ");
    let wanted = plain(search.trim());
    let mut found: Vec<(bool, Zone)> = Zone::all()
        .filter_map(|zone| {
            let name = plain(name(zone));
            let has_all = wanted.split_whitespace().all(|word| name.contains(word));
            has_all.then(|| (!name.split('/').any(|part| part.starts_with(&wanted)), zone))
        })
        .collect();
    found.sort_by_key(|(is_inside, _)| *is_inside);
    found.into_iter().map(|(_, zone)| zone).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_found_by_their_words() {
        assert!(find("").len() > 400);
        assert_eq!(find("")[..2], [Zone::Utc, Zone::System]);
        for (search, first) in
            [("new york", "America/New_York"), ("Kathm", "Asia/Kathmandu"), ("europe berl", "Europe/Berlin")]
        {
            assert_eq!(find(search).first().map(|zone| zone.name()), Some(first), "{search}");
        }
        assert!(find("atlantis of old").is_empty());
    }
}
