//! The windows that sign-ins can have of their own: what they are called, where they open, and what closes them.

use eframe::egui::{InputState, Key, Modifiers, Pos2, Rect, Vec2, pos2, vec2};

use super::header::who_and_what;
use super::{DetailView, Place};
use crate::cache::Detail;
use crate::clock::Clock;
use crate::export::visible::visible_lines;

/// Size at first in points.
pub const SIZE: Vec2 = vec2(560.0, 720.0);
/// From one window to the next, in points.
const STEP: f32 = 32.0;
/// After so many windows the steps begin anew.
const STEPS: usize = 8;
/// Room for the frame that the system draws around a window, in points.
const FRAME: f32 = 16.0;

/// A window of its own, from frame to frame.
#[derive(Clone, Debug)]
pub struct OwnWindow {
    /// What it shows.
    pub view: DetailView,
    /// Where it opens, if the system says where the main window is.
    pub place: Option<Pos2>,
}

impl OwnWindow {
    /// The window with this number from 0, beside a main window that stands at `main` of a screen of size `screen`.
    #[must_use]
    pub fn new(number: usize, main: Option<Rect>, screen: Option<Vec2>) -> Self {
        Self { view: DetailView::new(Place::Window), place: main.map(|main| place(number, main, screen)) }
    }
}

/// Beside the main window where the screen has room, else over its right part; each a step from the one before.
fn place(number: usize, main: Rect, screen: Option<Vec2>) -> Pos2 {
    let step = STEP * (number % STEPS) as f32;
    let needed = SIZE.x + FRAME;
    let top = main.top() + step;
    let reach = STEP * (STEPS - 1) as f32;
    if screen.is_some_and(|screen| main.right() + needed + step <= screen.x) {
        return pos2(main.right() + FRAME / 2.0 + step, top);
    }
    if main.left() >= needed {
        return pos2((main.left() - needed - step).max(0.0), top);
    }
    // The left part of the table stays in sight.
    pos2((main.right() - needed - reach + step).max(main.left() + STEP + step), top + 2.0 * STEP)
}

/// What the window of a sign-in is called: who, to what, when.
#[must_use]
pub fn title(detail: &Detail, clock: &Clock) -> String {
    let (who, what) = who_and_what(detail);
    let when = format!("{} {}", clock.date_time(detail.record.time), clock.label());
    let who = who.unwrap_or_else(|| detail.record.log.noun().shown_one_capitalised().into());
    let title = [Some(who), what, Some(when.into())].into_iter().flatten().collect::<Vec<_>>().join(" \u{2013} ");
    visible_lines(&title).into_owned()
}

/// Whether the keys that close a window were pressed; Escape only if nothing that it closes first is open in it.
pub fn is_closed_by_keys(input: &mut InputState, escape_is_taken: bool) -> bool {
    input.consume_key(Modifiers::COMMAND, Key::W)
        || (!escape_is_taken && input.consume_key(Modifiers::NONE, Key::Escape))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Millis;
    use crate::fields::{Field, Log};
    use crate::record::{EventId, Record};

    #[test]
    fn windows_open_beside_the_main_one_and_never_exactly_over_another() {
        let screen = Some(vec2(1920.0, 1080.0));
        for main in [
            Rect::from_min_size(pos2(0.0, 0.0), vec2(1280.0, 800.0)),
            Rect::from_min_size(pos2(640.0, 40.0), vec2(1280.0, 800.0)),
            Rect::from_min_size(pos2(0.0, 0.0), vec2(1920.0, 1080.0)),
            Rect::from_min_size(pos2(200.0, 100.0), vec2(720.0, 480.0)),
        ] {
            let places: Vec<Pos2> = (0..STEPS).map(|number| place(number, main, screen)).collect();
            for (number, at) in places.iter().enumerate() {
                assert!(*at != main.min && at.x >= 0.0 && at.x < 1920.0 - STEP, "{at:?} beside {main:?}");
                assert!(!places[..number].contains(at), "{number} of {places:?}");
            }
        }
        let beside = place(0, Rect::from_min_size(pos2(0.0, 0.0), vec2(1280.0, 800.0)), screen);
        assert!(beside.x >= 1280.0);
    }

    #[test]
    fn a_window_is_called_by_who_what_and_when() {
        let mut record = Record::new(Log::Interactive, Millis::from_iso("2026-10-06T08:19:41Z").expect("a valid time"));
        record.set(Field::User, "Anna Reyes");
        record.set(Field::App, "Expenses");
        let detail = Detail { event: EventId(7), record, originals: Vec::new() };
        assert_eq!(title(&detail, &Clock::default()), "Anna Reyes \u{2013} Expenses \u{2013} 2026-10-06 08:19:41 UTC");
    }
}
