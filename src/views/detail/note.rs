//! The bookmark and the note of a sign-in, at the foot of its detail.

use eframe::egui::{Align, Key, Layout, Modifiers, Panel, RichText, ScrollArea, TextEdit, Ui};

use crate::app::{Command, NoteState, State};
use crate::record::EventId;
use crate::texts::text;
use crate::widgets::star::star_button_ui;
use crate::widgets::theme::{UiExt, space};

/// With less room in points than this the bookmark and the note share a line, so that the detail keeps some.
const LEAST_HEIGHT: f32 = 360.0;

/// Rows of an empty note and of the longest one that is shown without scrolling.
const ROWS: [usize; 2] = [2, 8];

/// Shows the foot; what is left above it is for the detail. `takes_focus` lets [`State::notes`] put the cursor here.
pub fn ui(ui: &mut Ui, state: &State, event: EventId, takes_focus: bool, commands: &mut Vec<Command>) {
    let has_room = ui.available_height() >= LEAST_HEIGHT;
    Panel::bottom(ui.scope_id().with(("note", event))).show_separator_line(true).frame(eframe::egui::Frame::NONE).show(
        ui,
        |ui| {
            ui.add_space(if has_room { space::S } else { space::XS });
            let said = state.annotation(event);
            if state.is_private() {
                ui.horizontal(|ui| {
                    bookmark_ui(ui, state, event, commands);
                    ui.note(text!("detail-note-hidden"));
                });
                return;
            }
            if !has_room {
                ui.horizontal_top(|ui| {
                    bookmark_ui(ui, state, event, commands);
                    let height = ui.text_style_height(&eframe::egui::TextStyle::Body) + 2.0 * space::S;
                    let scroll = ScrollArea::vertical().id_salt(("note text", event)).min_scrolled_height(0.0);
                    scroll.max_height(height).show(ui, |ui| {
                        editor_ui(ui, state, event, takes_focus, 1, commands);
                    });
                });
                return;
            }
            ui.horizontal(|ui| {
                bookmark_ui(ui, state, event, commands);
                ui.label(if said.bookmarked { text!("detail-note-bookmarked") } else { text!("detail-note-bookmark") });
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    state_ui(ui, state, event, said.note.is_empty());
                });
            });
            ui.add_space(space::XS);
            let rows = said.note.lines().count().clamp(ROWS[0], ROWS[1]);
            let row = ui.text_style_height(&eframe::egui::TextStyle::Body);
            let height = row * rows as f32 + 2.0 * space::S;
            ScrollArea::vertical().id_salt(("note text", event)).max_height(height).show(ui, |ui| {
                editor_ui(ui, state, event, takes_focus, ROWS[0], commands);
            });
            ui.add_space(space::XS);
        },
    );
}

fn bookmark_ui(ui: &mut Ui, state: &State, event: EventId, commands: &mut Vec<Command>) {
    let is_bookmarked = state.annotation(event).bookmarked;
    let name = if is_bookmarked {
        text!("detail-note-remove-bookmark").to_owned()
    } else {
        text!("detail-note-add-bookmark", record = state.noun_of(event).shown_one())
    };
    if star_button_ui(ui, is_bookmarked, &name).clicked() {
        commands.push(Command::Bookmark(vec![event], !is_bookmarked));
    }
}

/// Whether the note is kept, in a few quiet words.
fn state_ui(ui: &mut Ui, state: &State, event: EventId, is_empty: bool) {
    let tokens = ui.tokens();
    let (text, color) = match state.note_state(event) {
        NoteState::Kept if is_empty => return,
        NoteState::Kept => (text!("detail-note-kept"), tokens.weak_text),
        NoteState::Changed => (text!("detail-note-saving"), tokens.weak_text),
        NoteState::Failed => (text!("detail-note-not-saved"), tokens.failure),
    };
    ui.label(RichText::new(text).small().color(color));
}

fn editor_ui(ui: &mut Ui, state: &State, event: EventId, takes_focus: bool, rows: usize, commands: &mut Vec<Command>) {
    let id = ui.make_persistent_id(("note editor", event));
    // Before the editor sees it as a new line.
    let is_focused = ui.memory(|memory| memory.has_focus(id));
    let is_done = is_focused && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let mut text = state.annotation(event).note;
    let record = state.noun_of(event).shown_one();
    // One line has no room for more.
    let hint = if rows == 1 {
        text!("detail-note-write").to_owned()
    } else {
        text!("detail-note-write-about", record = record)
    };
    let response = ui
        .add(TextEdit::multiline(&mut text).id(id).hint_text(hint).desired_rows(rows).desired_width(f32::INFINITY))
        .accessible_name(text!("detail-note-name", record = record));
    if takes_focus && state.notes.wants_focus {
        response.request_focus();
        response.scroll_to_me(None);
    }
    if response.changed() {
        commands.push(Command::EditNote(event, text));
    }
    if is_done {
        response.surrender_focus();
    }
    if is_done || response.lost_focus() {
        commands.push(Command::SaveNotes);
    }
}
