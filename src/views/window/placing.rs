//! Where the window opens: where it was, unless the screen that it was on is gone or has become smaller.

use eframe::CreationContext;
use eframe::egui::{Pos2, Rect, Vec2, pos2, vec2};

/// So much of a window's upper edge must be seen, in pixels, that it can be taken there and moved.
const HANDLE: Vec2 = vec2(160.0, 24.0);

/// Moves a window that would open where nobody sees it. `place` and `size` are the remembered ones, in points at the usual size.
pub(super) fn bring_into_view(
    creation: &CreationContext<'_>,
    place: Option<[f32; 2]>,
    size: [f32; 2],
    is_maximized: bool,
) {
    let (Some(window), Some(place)) = (creation.winit_window(), place) else { return };
    let scale = window.scale_factor() as f32;
    let monitors: Vec<_> = window.available_monitors().collect();
    let screens: Vec<Rect> = monitors
        .iter()
        .map(|monitor| {
            let (place, size) = (monitor.position(), monitor.size());
            Rect::from_min_size(pos2(place.x as f32, place.y as f32), vec2(size.width as f32, size.height as f32))
        })
        .collect();
    let wanted = Rect::from_min_size(Pos2::from(place) * scale, Vec2::from(size) * scale);
    let seen = placed(wanted, &screens);
    if seen != wanted
        && let Some(monitor) = monitors.first()
    {
        tracing::debug!("the window would open at {wanted}, which is on no screen: {seen} instead");
        let mut place = monitor.position();
        (place.x, place.y) = (seen.min.x as i32, seen.min.y as i32);
        window.set_outer_position(place);
        let mut size = monitor.size();
        (size.width, size.height) = (seen.width() as u32, seen.height() as u32);
        // Where the system does not do it at once, it tells the new size by an event.
        let _at_once = window.request_inner_size(size);
        // On Windows both take that away.
        window.set_maximized(is_maximized);
    }
}

/// Where a window is shown that is to be at a place: there if it can be taken by its upper edge, otherwise as a whole on the
/// screen that is nearest, and never larger than that.
fn placed(wanted: Rect, screens: &[Rect]) -> Rect {
    let distance = |screen: &Rect| screen.distance_sq_to_pos(wanted.center());
    let Some(screen) = screens.iter().min_by(|a, b| distance(a).total_cmp(&distance(b))) else { return wanted };
    let edge = Rect::from_min_size(wanted.min, vec2(wanted.width(), HANDLE.y));
    let is_in_reach = screens.iter().any(|screen| {
        let seen = screen.intersect(edge);
        seen.width() >= HANDLE.x && seen.height() >= HANDLE.y
    });
    // It may stretch over several.
    let all = screens.iter().copied().filter(|screen| screen.intersects(wanted)).reduce(Rect::union);
    let room = all.filter(|_| is_in_reach).unwrap_or(*screen);
    let size = wanted.size().min(room.size());
    if is_in_reach && size == wanted.size() {
        return wanted;
    }
    Rect::from_min_size(wanted.min.clamp(room.min, room.max - size), size)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rect(left: f32, top: f32, width: f32, height: f32) -> Rect {
        Rect::from_min_size(pos2(left, top), vec2(width, height))
    }

    #[test]
    fn a_window_opens_where_it_was_while_it_can_be_taken_there() {
        let screens = [rect(0.0, 0.0, 1920.0, 1080.0), rect(1920.0, 0.0, 2560.0, 1440.0)];
        for wanted in [
            rect(100.0, 50.0, 1280.0, 800.0),
            // Over two screens, and partly beyond the edge.
            rect(1800.0, 50.0, 1280.0, 800.0),
            rect(-1000.0, 50.0, 1280.0, 800.0),
            rect(4200.0, 1300.0, 1280.0, 800.0),
            rect(100.0, 50.0, 4000.0, 800.0),
        ] {
            assert_eq!(placed(wanted, &screens), wanted);
        }
    }

    #[test]
    fn a_window_on_a_screen_that_is_gone_comes_back_into_view() {
        let left = [rect(0.0, 0.0, 1920.0, 1080.0)];
        assert_eq!(placed(rect(2200.0, 100.0, 1280.0, 800.0), &left), rect(640.0, 100.0, 1280.0, 800.0));
        assert_eq!(placed(rect(100.0, -900.0, 1280.0, 800.0), &left), rect(100.0, 0.0, 1280.0, 800.0));
        assert_eq!(placed(rect(2200.0, 100.0, 2560.0, 1440.0), &left), rect(0.0, 0.0, 1920.0, 1080.0));
        // Larger than what is left, though it can be taken.
        assert_eq!(placed(rect(50.0, 50.0, 2560.0, 1000.0), &left), rect(0.0, 50.0, 1920.0, 1000.0));
    }

    #[test]
    fn where_no_screen_is_known_nothing_is_moved() {
        let wanted = rect(9000.0, 9000.0, 1280.0, 800.0);
        assert_eq!(placed(wanted, &[]), wanted);
    }
}
