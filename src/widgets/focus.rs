//! The keyboard's focus.

use eframe::egui::{EventFilter, Key, Response, Ui};

/// Brings a control into sight in the frame in which it gets the keyboard's focus: a control of a long list can be
/// reached before it is seen.
#[must_use]
pub fn reveal(response: Response) -> Response {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response
}

/// Up and down walk from a search through the rows of its list and back.
pub fn arrows(ui: &Ui, search: &Response, rows: &[Response]) {
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    let focused = rows.iter().position(Response::has_focus);
    if let Some(row) = focused.and_then(|at| rows.get(at)) {
        ui.memory_mut(|memory| memory.set_focus_lock_filter(row.id, filter));
    }
    let (down, up) = ui.input(|input| (input.key_pressed(Key::ArrowDown), input.key_pressed(Key::ArrowUp)));
    let next = match focused {
        None if down && search.has_focus() => rows.first(),
        Some(at) if down => rows.get(at + 1),
        Some(0) if up => Some(search),
        Some(at) if up => rows.get(at - 1),
        _ => None,
    };
    if let Some(next) = next {
        next.request_focus();
        if next.id != search.id {
            next.scroll_to_me(None);
        }
    }
}
