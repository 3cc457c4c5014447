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

#[cfg(test)]
mod tests {
    use eframe::egui::{
        Event, Modifiers, MouseWheelSource, MouseWheelUnit, ScrollArea, TouchPhase, UiBuilder, pos2, vec2,
    };
    use egui_kittest::Harness;

    use super::*;

    /// How far the page and the part in it were scrolled.
    type Scrolled = (f32, f32);

    fn page() -> Harness<'static, Scrolled> {
        Harness::builder().with_size(vec2(300.0, 300.0)).build_ui_state(
            |ui, scrolled: &mut Scrolled| {
                begin(ui);
                let page = ScrollArea::vertical().id_salt("page").auto_shrink(false).show(ui, |ui| {
                    ui.set_min_height(2000.0);
                    let place = Rect::from_min_size(ui.cursor().min + vec2(0.0, 100.0), vec2(200.0, 150.0));
                    part_ui(ui, Id::unique("part"), place, false, |ui| {
                        ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
                            let part = ScrollArea::vertical().id_salt("part").auto_shrink(false).show(ui, |ui| {
                                ui.set_min_height(1000.0);
                            });
                            scrolled.1 = part.state.clamped_offset().y;
                        });
                    });
                });
                scrolled.0 = page.state.clamped_offset().y;
            },
            (0.0, 0.0),
        )
    }

    fn turn(harness: &mut Harness<'_, Scrolled>) {
        let (unit, phase, source) = (MouseWheelUnit::Point, TouchPhase::Move, MouseWheelSource::Unknown);
        harness.event(Event::MouseWheel { unit, delta: vec2(0.0, -30.0), phase, source, modifiers: Modifiers::NONE });
        harness.run_steps(30);
    }

    #[test]
    fn a_part_that_comes_under_the_pointer_leaves_the_wheel_to_the_page() {
        let mut harness = page();
        harness.run_steps(2);
        harness.hover_at(pos2(50.0, 40.0));
        harness.run_steps(4);
        for _ in 0..3 {
            turn(&mut harness);
        }
        let (page, part) = *harness.state();
        assert!(page > 80.0 && part < 0.5, "{page} {part}");
    }

    #[test]
    fn a_part_onto_which_the_pointer_was_moved_takes_the_wheel() {
        let mut harness = page();
        harness.run_steps(2);
        harness.hover_at(pos2(50.0, 40.0));
        harness.run_steps(2);
        harness.hover_at(pos2(50.0, 160.0));
        harness.run_steps(2);
        turn(&mut harness);
        let (page, part) = *harness.state();
        assert!(part > 20.0 && page < 0.5, "{page} {part}");
    }
}
