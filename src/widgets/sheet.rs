//! A page that lies over the window until it is closed.

use eframe::egui::{Align, Align2, Context, Frame, Id, Layout, Margin, Modal, RichText, Ui, Vec2, vec2};

use super::pill::cross_button_ui;
use super::theme::{Tokens, size, space};
use crate::texts::text;

/// Shows a page with a title and a cross, told from others by its key, of this width or as wide as the window allows. What a page adds finds the
/// height that is left in `available_height`. Returns whether the user wants it closed: by the cross, by Escape or by
/// a click beside it.
pub fn sheet_ui(context: &Context, key: &str, title: &str, width: f32, add: impl FnOnce(&mut Ui)) -> bool {
    // The margins of the page, and as much around it.
    let room = context.content_rect().size() - Vec2::splat(4.0 * space::L);
    let width = width.min(room.x);
    let frame = Frame::popup(&context.global_style()).inner_margin(Margin::same(space::L as i8));
    let id = Id::unique(("sheet", key));
    let area = Modal::default_area(id).anchor(Align2::CENTER_CENTER, [0.0, 0.0]);
    let modal = Modal::new(id).area(area).frame(frame).show(context, |ui| {
        ui.set_width(width);
        ui.set_max_height(room.y);
        let mut is_closed = false;
        ui.horizontal(|ui| {
            let color = Tokens::of(context).text;
            ui.label(RichText::new(title).heading().color(color));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                is_closed = cross_button_ui(ui, text!("widget-close")).clicked();
            });
        });
        ui.add_space(space::S);
        add(ui);
        is_closed
    });
    modal.inner || modal.should_close()
}

/// Room for what a choice is about in points.
const LABEL: f32 = 52.0;

/// Shows a choice with what it is about at its left, and the distance to the next one.
pub fn choice_row_ui(ui: &mut Ui, title: &str, add: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        ui.allocate_ui_with_layout(vec2(LABEL, size::CONTROL), Layout::left_to_right(Align::Center), |ui| {
            ui.set_width(LABEL);
            ui.label(RichText::new(title).color(Tokens::of(ui.ctx()).weak_text));
        });
        ui.add_space(space::XS);
        ui.vertical(add);
    });
    ui.add_space(space::S);
}

/// Shows a row of buttons at the right, the most important one first.
pub fn buttons_ui(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let room = vec2(ui.available_width(), size::CONTROL);
    ui.allocate_ui_with_layout(room, Layout::right_to_left(Align::Center), add);
}
