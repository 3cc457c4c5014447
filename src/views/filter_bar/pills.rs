//! The parts of the filter as pills: each can be changed where it stands and taken away. Those that do not fit into
//! the line are behind a button.

use eframe::egui::{Button, Key, Label, Layout, Rect, RichText, Sense, TextStyle, Ui, vec2};

use super::FilterBar;
use super::editor::Editor;
use super::words::pill_of;
use crate::app::{Command, Picked, State};
use crate::clock::Clock;
use crate::fields::Logs;
use crate::query::Query;
use crate::texts::text;
use crate::widgets::fitting::fitting;
use crate::widgets::pill::{self, Look, Pill, cross_button_ui};
use crate::widgets::popup;
use crate::widgets::table::layout;
use crate::widgets::theme::{UiExt, size, space};

/// Most room for the text of a pill, in points.
const MOST_TEXT: f32 = 320.0;
/// Least room for the text of a pill, in points.
const LEAST_TEXT: f32 = 32.0;
/// Room for the button of the parts that do not fit, in points.
const MORE: f32 = 52.0;
/// Width of the list of the parts that do not fit, in points.
const MORE_WIDTH: f32 = 340.0;

impl FilterBar {
    /// Shows the button that adds a part to the filter and the pills of the others, in one line. `in_force` is what
    /// of the filter the logs have.
    pub fn pills_ui(&mut self, ui: &mut Ui, state: &State, logs: Logs, in_force: &Query, commands: &mut Vec<Command>) {
        self.logs = Some(logs);
        // The button has its place before the pills, so that it never leaves the window.
        if let Some(field) = self.add.ui(ui, &state.columns, logs) {
            self.editor = Some(Editor::of_field(&state.query, field));
        }
        self.line_ui(ui, state, logs, in_force, commands);
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
        if state.query.is_empty() && self.editor.is_none() {
            let nothing = RichText::new(text!("filter-every-shown", records = logs.noun().shown_many()))
                .small()
                .color(ui.tokens().weak_text);
            ui.add(Label::new(nothing).truncate());
            return;
        }
        let slots = self.slots(state.settings.shown_clock(), &state.query, &in_force.parts());
        let gap = ui.spacing().item_spacing.x;
        let available = ui.available_width();
        let room = (available - pill::CHROME - MORE - gap).clamp(LEAST_TEXT, MOST_TEXT);
        let widths: Vec<f32> = slots.iter().map(|slot| slot.pill.width(ui, room) + gap).collect();
        let has_several = state.query.parts().len() > 1;
        let clear = if has_several { link_width(ui, text!("filter-clear-all")) + gap } else { 0.0 };
        let is_all = widths.iter().sum::<f32>() + clear <= available;
        let open = slots.iter().position(|slot| slot.is_open);
        let shown = if is_all { vec![true; slots.len()] } else { fitting(&widths, open, available - MORE) };
        for (place, (slot, _)) in slots.iter().zip(&shown).enumerate().filter(|(_, (_, shown))| **shown) {
            if slot.is_open {
                self.open_pill_ui(ui, state, logs, place, room, commands);
            } else {
                self.pill_ui(ui, state, place, slot, room, commands);
            }
        }
        let rest: Vec<(usize, &Slot)> =
            slots.iter().enumerate().zip(&shown).filter(|(_, shown)| !**shown).map(|(slot, _)| slot).collect();
        if !rest.is_empty() {
            self.more_ui(ui, state, &rest, commands);
        } else if has_several && ui.link(text!("filter-clear-all")).clicked() {
            commands.push(Command::SetQuery(Query::default()));
        }
    }

    /// What stands in the line. While a part is changed, the others have the places they had before.
    fn slots(&self, clock: Clock, query: &Query, applying: &[Query]) -> Vec<Slot> {
        let parts = query.parts();
        let others = self.editor.as_ref().map_or_else(|| parts.clone(), |editor| editor.rest.parts());
        let slot = |part: &Query| {
            let look = if applying.contains(part) { Look::Plain } else { Look::Idle };
            let part_place = parts.iter().position(|known| known == part);
            Slot { pill: pill_of(part, look, clock), part: part_place, is_open: false }
        };
        let mut slots: Vec<Slot> = others.iter().map(slot).collect();
        if let Some(editor) = &self.editor {
            let at = editor.place.min(slots.len());
            slots.insert(at, Slot { pill: open_pill(editor, clock), part: None, is_open: true });
        }
        slots
    }

    fn pill_ui(
        &mut self,
        ui: &mut Ui,
        state: &State,
        place: usize,
        slot: &Slot,
        room: f32,
        commands: &mut Vec<Command>,
    ) {
        let pill = slot.pill.ui(ui, pill_id(place), room);
        let Some(part) = slot.part else { return };
        if pill.is_removed || (pill.response.has_focus() && is_delete(ui)) {
            commands.push(Command::SetQuery(state.query.without_part(part)));
        } else if pill.is_clicked {
            self.open_part(&state.query, part);
            ui.ctx().request_repaint();
        }
    }

    /// The button of the parts that do not fit, and under it their list.
    fn more_ui(&mut self, ui: &mut Ui, state: &State, rest: &[(usize, &Slot)], commands: &mut Vec<Command>) {
        let button = popup::choice_button_ui(ui, "", &format!("+{}", rest.len()), false);
        let button = button.accessible_name(text!("filter-more-parts", count = rest.len()));
        let mut opened = None;
        popup::panel_ui(&button, MORE_WIDTH, |ui| {
            for (_, slot) in rest {
                let Some(part) = slot.part else { continue };
                let (is_clicked, is_removed) = more_row_ui(ui, &slot.pill);
                if is_removed {
                    commands.push(Command::SetQuery(state.query.without_part(part)));
                } else if is_clicked {
                    opened = Some(part);
                    ui.close();
                }
            }
            ui.separator();
            if ui.button(text!("filter-clear-all")).clicked() {
                commands.push(Command::SetQuery(Query::default()));
                ui.close();
            }
        });
        if let Some(part) = opened {
            self.open_part(&state.query, part);
            ui.ctx().request_repaint();
        }
    }

    /// The pill whose editor is open, and the editor.
    fn open_pill_ui(
        &mut self,
        ui: &mut Ui,
        state: &State,
        logs: Logs,
        place: usize,
        room: f32,
        commands: &mut Vec<Command>,
    ) {
        let Some(editor) = &mut self.editor else { return };
        let pill = open_pill(editor, state.settings.shown_clock()).ui(ui, pill_id(place), room);
        let is_open = !pill.is_clicked && editor.ui(&pill.response, state, logs, commands);
        if pill.is_removed || (pill.response.has_focus() && is_delete(ui)) {
            commands.push(Command::SetQuery(editor.rest.clone()));
            self.editor = None;
        } else if !is_open {
            self.editor = None;
        }
    }
}

/// A place in the line of pills.
#[derive(Debug)]
struct Slot {
    pill: Pill,
    /// The place of its part among those of the filter.
    part: Option<usize>,
    /// Whether its editor is open.
    is_open: bool,
}

fn open_pill(editor: &Editor, clock: Clock) -> Pill {
    match editor.part() {
        Some(part) => pill_of(&part, Look::Open, clock),
        None => Pill { text: editor.title(), about: String::new(), is_excluded: false, look: Look::Draft },
    }
}

/// A part in the list of those that do not fit. Returns whether it was chosen, and whether it is to be taken away.
fn more_row_ui(ui: &mut Ui, pill: &Pill) -> (bool, bool) {
    let row = vec2(ui.available_width(), size::CONTROL);
    let (rect, _) = ui.allocate_exact_size(row, Sense::hover());
    let cross = Rect::from_min_max(rect.right_top() - vec2(pill::HEIGHT, 0.0), rect.right_bottom());
    let text = Rect::from_min_max(rect.min, cross.left_bottom() - vec2(space::XS, 0.0));
    let title = if pill.is_excluded { text!("filter-not", part = pill.text.as_str()) } else { pill.text.clone() };
    let mut row = ui.new_child(eframe::egui::UiBuilder::new().max_rect(text).layout(Layout::default()));
    let button = Button::selectable(false, title.as_str()).truncate().min_size(text.size()).right_text("");
    let button = row.add(button).accessible_name(text!("filter-change-part", part = pill.name()));
    let is_deleted = button.has_focus() && is_delete(ui);
    let about = if pill.about.is_empty() { &pill.text } else { &pill.about };
    let is_clicked = button.on_hover_text(about).clicked();
    let mut end = ui.new_child(eframe::egui::UiBuilder::new().max_rect(cross).layout(Layout::default()));
    let is_removed = cross_button_ui(&mut end, &text!("filter-remove-part", part = pill.name())).clicked();
    (is_clicked, is_removed || is_deleted)
}

fn link_width(ui: &Ui, text: &str) -> f32 {
    layout(ui, text, f32::INFINITY, TextStyle::Body, ui.tokens().text).size().x
}

fn pill_id(place: usize) -> (&'static str, usize) {
    ("part", place)
}

fn is_delete(ui: &Ui) -> bool {
    ui.input(|input| input.key_pressed(Key::Delete) || input.key_pressed(Key::Backspace))
}
