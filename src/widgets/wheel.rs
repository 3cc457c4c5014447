//! Which part of a page that scrolls takes the wheel: the page itself, or a table in it that scrolls, too.
//!
//! A table takes the wheel only where the user has moved the pointer onto it. One that merely comes under the pointer
//! while the page scrolls does not, so that the page scrolls on.

use eframe::egui::{Id, Rect, Ui, Vec2};

/// Movements of the pointer within so many seconds after the wheel are none but its own.
const AFTER_WHEEL: f64 = 0.3;

#[derive(Clone, Copy, Debug, Default)]
struct Meant {
    /// The part onto which the user has moved the pointer; `None` for the page.
    part: Option<Id>,
    /// When the wheel was last turned, in seconds.
    turned: Option<f64>,
}

fn key() -> Id {
    Id::unique("which part takes the wheel")
}

/// Notes whether the user points at something else. Call it once per frame, before the page is drawn.
pub fn begin(ui: &Ui) {
    let mut meant: Meant = ui.data(|data| data.get_temp(key())).unwrap_or_default();
    let (now, is_turned, is_moved) =
        ui.input(|input| (input.time, input.smooth_scroll_delta() != Vec2::ZERO, input.pointer.delta() != Vec2::ZERO));
    if is_turned {
        meant.turned = Some(now);
    } else if is_moved && meant.turned.is_none_or(|turned| now - turned > AFTER_WHEEL) {
        // The part under the pointer says so while it is drawn.
        meant = Meant::default();
    }
    ui.data_mut(|data| data.insert_temp(key(), meant));
}

/// Draws a part that scrolls by itself, and keeps the wheel from it unless it is meant.
pub fn part_ui<R>(ui: &mut Ui, id: Id, place: Rect, has_focus: bool, add: impl FnOnce(&mut Ui) -> R) -> R {
    let mut meant: Meant = ui.data(|data| data.get_temp(key())).unwrap_or_default();
    let is_over = ui.rect_contains_pointer(place);
    let is_moved = ui.input(|input| input.pointer.delta() != Vec2::ZERO);
    if is_over && is_moved && meant.turned.is_none() {
        meant.part = Some(id);
        ui.data_mut(|data| data.insert_temp(key(), meant));
    }
    if has_focus || meant.part == Some(id) {
        return add(ui);
    }
    let delta = ui.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta.y));
    let shown = add(ui);
    ui.input_mut(|input| input.smooth_scroll_delta.y += delta);
    shown
}
