//! The picture button in the heading of a section, and which section has the focus.

use std::sync::Arc;

use eframe::egui::{Align, Layout, Memory, Rect, Response, Ui, UiBuilder, pos2, vec2};

use crate::app::jobs::PageAnswer;
use crate::app::pictures::ShownSection;
use crate::app::{Command, PictureCommand, State};
use crate::insights::Section;
use crate::texts::text;
use crate::widgets::menu::button_menu_ui;
use crate::widgets::popup::choice_button_ui;
use crate::widgets::theme::{size, space};

/// Room for the button in points.
const ROOM: f32 = 120.0;

/// Shows the button at the right end of a heading that begins this many points below what is drawn next.
pub(super) fn button_ui(ui: &mut Ui, shown: ShownSection, below: f32, commands: &mut Vec<Command>) {
    let top = ui.cursor().top() + below;
    let right = ui.max_rect().right() - space::S;
    let rect = Rect::from_min_size(pos2(right - ROOM, top), vec2(ROOM, size::CONTROL));
    let layout = Layout::right_to_left(Align::Center);
    let mut child = ui.new_child(UiBuilder::new().id_salt("picture").max_rect(rect).layout(layout));
    let title = shown.answer.sections.get(shown.section).and_then(Section::shown_title).unwrap_or_default();
    let name = text!("picture-of", title = title);
    let button = choice_button_ui(&mut child, text!("picture-button"), "", false).accessible_name(name);
    let mut chosen = None;
    button_menu_ui(&button, |menu| {
        if menu.item(text!("picture-copy-image")) {
            chosen = Some(PictureCommand::Copy as fn(Option<ShownSection>) -> PictureCommand);
        }
        if menu.item(text!("picture-save")) {
            chosen = Some(PictureCommand::Open);
        }
        menu.separator();
        if menu.item(text!("picture-copy-data")) {
            chosen = Some(PictureCommand::CopyData);
        }
        if menu.item(text!("picture-save-data")) {
            chosen = Some(PictureCommand::SaveData);
        }
    });
    if let Some(command) = chosen {
        commands.push(Command::Picture(command(Some(shown))));
    } else {
        button.on_hover_text(text!("picture-about"));
    }
}

/// Whether something within a section has the keyboard\u{2019}s focus.
pub(super) fn has_focus(ui: &Ui, section: &Response) -> bool {
    let focused = ui.memory(Memory::focused).and_then(|id| ui.ctx().read_response(id));
    focused.is_some_and(|focused| focused.layer_id == section.layer_id && section.rect.contains(focused.rect.center()))
}

/// Tells which section pictures are of that are asked for without naming one.
pub(super) fn tell_near(
    state: &State,
    answer: &Arc<PageAnswer>,
    sections: &[ShownSection],
    focused: Option<usize>,
    commands: &mut Vec<Command>,
) {
    let known = state.near_section().filter(|near| Arc::ptr_eq(&near.answer, answer));
    let wanted = focused.or(known.as_ref().map(|near| near.section));
    let Some(near) = sections.iter().find(|shown| Some(shown.section) == wanted).or(sections.first()) else { return };
    if known.as_ref() != Some(near) {
        commands.push(Command::Picture(PictureCommand::Near(near.clone())));
    }
}
