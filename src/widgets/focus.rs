//! The keyboard's focus.

use eframe::egui::Response;

/// Brings a control into sight in the frame in which it gets the keyboard's focus: a control of a long list can be
/// reached before it is seen.
#[must_use]
pub fn reveal(response: Response) -> Response {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response
}
